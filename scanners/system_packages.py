"""What a Linux system itself must bring, and the one command that brings it.

Standard library only: `bootstrap.py` uses this before anything else is installed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

APT_UPDATE = ("apt-get", "update")
# Another program may be installing just now (many systems renew themselves); it is waited for, but not for ever.
APT = ("apt-get", "-o", "DPkg::Lock::Timeout=120", "install", "-y", "--no-install-recommends")
QUIETLY = {"DEBIAN_FRONTEND": "noninteractive"}
TRACE_SECONDS = 20

_NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)
_SONAME = re.compile(r"(lib.+?)\.so(?:\.(\d+))?")

Run = Callable[[Sequence[str]], bool]


def may_install() -> bool:
    """True for root on a Debian, an Ubuntu or one of their kin: packages can be installed right away."""
    return sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: Sequence[str], run: Run) -> bool:
    """Installs Debian packages with `run`; the list of packages is renewed when it is missing or too old."""
    return run((*APT, *packages)) or (run(APT_UPDATE) and run((*APT, *packages)))


def by_hand(packages: Sequence[str]) -> str:
    """The one command that installs Debian packages, to be typed by a person; empty on another system."""
    if not sys.platform.startswith("linux") or shutil.which("apt-get") is None:
        return ""
    before = "" if os.geteuid() == 0 else "sudo "
    return f"{before}apt-get install -y --no-install-recommends {' '.join(packages)}"


def missing_libraries(program: Path) -> tuple[str, ...]:
    """The shared libraries a Linux program needs and this system lacks, such as `libatomic.so.1`.

    The system's own loader is asked, as `ldd` does it: it lists what it would load and starts nothing.
    """
    if not sys.platform.startswith("linux") or not program.is_file():
        return ()
    try:
        listing = subprocess.run(  # noqa: S603 - a program of our own installation, which is not even started
            [str(program)],
            env={**os.environ, "LD_TRACE_LOADED_OBJECTS": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=TRACE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(dict.fromkeys(_NOT_FOUND.findall(listing.stdout)))


def package_of(library: str) -> str:
    """The Debian package of a shared library, by Debian's policy (8.1): libatomic.so.1 comes in libatomic1."""
    match = _SONAME.match(library)
    if match is None:
        return library
    name, version = match[1].lower().replace("_", "-"), match[2] or ""
    between = "-" if version and name[-1].isdigit() else ""
    return f"{name}{between}{version}"
