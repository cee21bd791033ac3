"""Makes what is handed out: `python packaging/portable.py` the portable folder, `--wheel` the wheel and the sdist.

Everything is done in environments of its own below `build/`, so that nothing of this computer gets in; results are
in `dist/`. Libraries come in the exact versions of `requirements.lock`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD, DIST = ROOT / "build", ROOT / "dist"
BUILDER = "hatchling>=1.25"
PORTABLE = "pyinstaller==6.22.3"


def environment(name: str) -> Path:
    """A fresh environment; its Python."""
    place = BUILD / name
    shutil.rmtree(place, ignore_errors=True)
    venv.create(place, with_pip=True, symlinks=os.name != "nt")
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(*words: str | Path, cwd: Path = ROOT) -> None:
    """Runs one step; its end with an error ends everything."""
    subprocess.run([str(word) for word in words], check=True, cwd=cwd)


def wheel() -> tuple[Path, Path]:
    """The wheel and the source archive, made anew."""
    for old in (*DIST.glob("privacy_check-*.whl"), *DIST.glob("privacy_check-*.tar.gz")):
        old.unlink()
    python = environment("builder")
    run(python, "-m", "pip", "install", "--quiet", BUILDER)
    run(python, "-m", "hatchling", "build", "--directory", DIST)
    (made,) = DIST.glob("privacy_check-*.whl")
    (source,) = DIST.glob("privacy_check-*.tar.gz")
    return made, source


def installed(name: str, package: Path) -> Path:
    """A fresh environment with the locked libraries and that package in it; its Python."""
    python = environment(name)
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", "-r", ROOT / "requirements.lock")
    run(python, "-m", "pip", "install", "--quiet", package)
    return python


def portable() -> Path:
    """The portable folder for the system this runs on; the program in it."""
    made, _ = wheel()
    python = installed("portable", made)
    run(python, "-m", "pip", "install", "--quiet", PORTABLE)
    shutil.rmtree(DIST / "privacy-check", ignore_errors=True)
    # Not in this folder: what is packed is what was installed, never the checkout.
    elsewhere = BUILD / "elsewhere"
    elsewhere.mkdir(parents=True, exist_ok=True)
    spec = ROOT / "packaging" / "privacy-check.spec"
    run(
        *(python, "-m", "PyInstaller", spec, "--noconfirm", "--log-level", "WARN"),
        *("--distpath", DIST, "--workpath", BUILD / "pyinstaller"),
        cwd=elsewhere,
    )
    return DIST / "privacy-check" / ("privacy-check.exe" if os.name == "nt" else "privacy-check")


if __name__ == "__main__":
    for path in wheel() if "--wheel" in sys.argv else (portable(),):
        print(path)
