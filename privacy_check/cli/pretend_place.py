"""Where the pretend network is, and leave to look at it."""

from __future__ import annotations

import os
from pathlib import Path


def admit_loopback() -> None:
    """Lets this process look at the pretend network of this computer."""
    os.environ["PRIVACY_CHECK_ALLOW_LOOPBACK"] = "1"


def platform_files() -> Path:
    """The folder of the pretend platforms."""
    import scanners.demo

    return Path(scanners.demo.__file__).parent / "platforms"
