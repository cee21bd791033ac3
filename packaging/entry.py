"""Where the portable build begins: the same start as the installed command has."""

from __future__ import annotations

import sys

from privacy_check.start import main

if __name__ == "__main__":
    sys.exit(main())
