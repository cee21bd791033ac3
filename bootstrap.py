"""Sets privacy-check up from a fresh copy and runs it: `python3 bootstrap.py demo` or `python3 bootstrap.py test`.

Standard library only. Everything it installs for Python goes into `.venv` beside this file; a browser is installed
only when none is found.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest",),
)


def main(arguments: list[str]) -> int:
    """Runs one of the two jobs; returns its exit code."""
    if sys.version_info < (3, 11):
        print("privacy-check needs Python 3.11 or newer. This is", sys.version.split()[0])
        return 2
    if arguments[:1] == ["demo"]:
        prepare(".")
        run(tool("privacy-check"), "setup", "--yes")
        return run(tool("privacy-check"), "demo", "--report", "my-report", *arguments[1:], check=False)
    if arguments[:1] == ["test"]:
        prepare("--editable", ".[dev]")
        run(tool("privacy-check"), "setup", "--yes")
        results = [passes(check, arguments[1:]) for check in CHECKS]
        return 0 if all(results) else 1
    print(__doc__)
    return 2


def passes(check: tuple[str, ...], extra: list[str]) -> bool:
    """Runs one check (extra words go to pytest) and says whether it passed."""
    name, *words = check
    print(f"\n== {' '.join(check)}", flush=True)
    return run(tool(name), *words, *(extra if name == "pytest" else ()), check=False) == 0


def prepare(*what: str) -> None:
    """Makes `.venv` if it is not there and installs the project into it."""
    if not (BIN / ("python.exe" if os.name == "nt" else "python")).exists():
        make_venv()
    pip("install", "--quiet", "--disable-pip-version-check", *what)


def make_venv() -> None:
    """Makes the virtual environment; on a Debian without ensurepip it uses the pip that is there."""
    print("Making .venv ...", flush=True)
    if run(sys.executable, "-m", "venv", str(VENV), check=False, quiet=True) == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    run(sys.executable, "-m", "venv", "--without-pip", str(VENV))


def pip(*words: str) -> None:
    """Runs pip for `.venv`: its own, or this Python's pip pointed at it."""
    own = BIN / ("pip.exe" if os.name == "nt" else "pip")
    python = str(BIN / ("python.exe" if os.name == "nt" else "python"))
    if own.exists():
        run(python, "-m", "pip", *words)
    else:
        run(sys.executable, "-m", "pip", "--python", python, *words)


def tool(name: str) -> str:
    """The path of a program in `.venv`."""
    return str(BIN / (f"{name}.exe" if os.name == "nt" else name))


def run(*words: str, check: bool = True, quiet: bool = False) -> int:
    """Runs a program in the project folder; with `check` a failure ends everything with its exit code."""
    out = subprocess.DEVNULL if quiet else None
    with subprocess.Popen(words, cwd=ROOT, stdout=out, stderr=out) as process:
        # An end from outside is passed on; Ctrl-C reaches the program by itself, and it tidies up before it ends.
        before = signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        try:
            code = patiently(process)
        finally:
            signal.signal(signal.SIGTERM, before)
    if check and code:
        print(f"This step did not work: {' '.join(words)}", file=sys.stderr)
        raise SystemExit(code)
    return code


def patiently(process: subprocess.Popen[bytes]) -> int:
    """Waits for a program through any Ctrl-C; one that a signal ended counts as interrupted (130)."""
    while True:
        try:
            code = process.wait()
            return code if code >= 0 else 130
        except KeyboardInterrupt:
            continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
