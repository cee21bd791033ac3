"""What the portable program does before anything is made ready: the shortest answer needs none of it."""

from __future__ import annotations

import sys

from privacy_check.start import told_version

if told_version():
    sys.exit(0)
