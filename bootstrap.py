"""Sets privacy-check up from a fresh copy and runs it: `python3 bootstrap.py demo` or `python3 bootstrap.py test`.

Standard library only. Everything it installs for Python goes into `.venv` beside this file, in the exact versions
of the lock files (`python3 bootstrap.py lock` writes those anew). A browser, and as root on Debian or Ubuntu what
the system itself lacks, are installed only when they are not there. The details are in `.venv/setup.log`.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOG = VENV / "setup.log"
LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"
LOCKER = "uv>=0.9,<1"
BEAT_SECONDS = 60.0
CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    # Four at a time on two cores, for browsers and screens mostly wait; each file whole, browsers first.
    ("pytest", "-n", "4", "--dist", "loadfile", "--no-loadscope-reorder"),
)
# What pip and apt write when one of these is the reason, and the reason in words.
REASONS = (
    (r"DO NOT MATCH THE HASHES|Hash Sum mismatch", "a file that came is not the one that was expected"),
    (r"No space left on device|not enough (free )?space", "the disk is full"),
    (r"Permission denied|Read-only file system", "a folder may not be written to"),
    (
        r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError|"
        r"Could not (resolve|connect)|Temporary failure resolving|Connection (failed|timed out|refused)",
        "the place it comes from cannot be reached; is this computer online?",
    ),
    (r"No matching distribution found", "one of the libraries does not exist for this Python on this system"),
)


def main(arguments: list[str]) -> int:
    """Runs one of the jobs; returns its exit code."""
    if sys.version_info < (3, 11):
        print("privacy-check needs Python 3.11 or newer. This is", sys.version.split()[0])
        return 2
    job, *extra = arguments or [""]
    if job == "demo":
        prepare(LOCK, ".")
        return run(tool("privacy-check"), "demo", "--report", "my-report", *extra, check=False)
    if job == "test":
        prepare(DEV_LOCK, "--editable", ".")
        results = [passes(check, extra) for check in CHECKS]
        return 0 if all(results) else 1
    if job == "lock":
        return lock(*extra)
    print(__doc__)
    return 2


def passes(check: tuple[str, ...], extra: list[str]) -> bool:
    """Runs one check (extra words go to pytest) and says whether it passed."""
    name, *words = check
    print(f"\n== {' '.join(check)}", flush=True)
    return run(tool(name), *words, *(extra if name == "pytest" else ()), check=False) == 0


def prepare(versions: str, *project: str) -> None:
    """Makes `.venv`, installs what the lock file `versions` names and the project itself, and finds a browser."""
    pip = begin()
    say("Installing the libraries. The first time this takes a minute or two ...")
    wanted = ("--require-hashes", "--only-binary", ":all:", "--requirement", versions)
    step("installing the libraries", *pip, "install", *wanted)
    say("Installing privacy-check itself ...")
    step("installing privacy-check", *pip, "install", "--no-deps", "--no-build-isolation", *project)
    say("Looking for a browser ...")
    if code := run(tool("privacy-check"), "setup", "--yes", check=False):
        stop("finding a browser", code, "the reason is said above")


def begin() -> tuple[str, ...]:
    """Starts the log, makes `.venv` if it is not there, and returns the words that call pip for it."""
    try:
        VENV.mkdir(exist_ok=True)
        LOG.write_bytes(b"")
    except OSError as error:
        print(f"Nothing can be written to {VENV} ({error.strerror}).", file=sys.stderr)
        print("Copy this folder to a place of your own, and run it there.", file=sys.stderr)
        raise SystemExit(1) from None
    say(f"Setting up privacy-check with Python {sys.version.split()[0]}; the details go to .venv/setup.log")
    return (*find_pip(), "--disable-pip-version-check", "--no-input")


def find_pip() -> tuple[str, ...]:
    """The words that call pip for `.venv`, made where it is missing: its own pip, or this Python's pointed at it.

    Debian keeps the means to make a `.venv` in a package of its own: as root it is installed, else it is named.
    """
    python = tool("python")
    own = (python, "-m", "pip")
    if Path(python).exists() and works(*own, "--version"):
        return own
    say("Making .venv, where everything for Python is kept ...")
    venv = (sys.executable, "-m", "venv")
    if works(*venv, str(VENV)) and works(*own, "--version"):
        return own
    pointed = (sys.executable, "-m", "pip", "--python", python)
    if works(*venv, "--without-pip", str(VENV)) and works(*pointed, "--version"):
        return pointed
    install_venv_package()
    step("making .venv", *venv, str(VENV))
    return own


def install_venv_package() -> None:
    """Installs what Debian's Python lacks to make a `.venv`; without the rights it names the one command."""
    from scanners.system_packages import QUIETLY, by_hand, install, may_install

    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if may_install():
        say(f"This Python has no pip. Installing {package} from the packages of this system ...")
        os.environ.update(QUIETLY)
        if install([package], lambda command: works(*command)):
            return
    command = by_hand([package]) or f'"{sys.executable}" -m ensurepip --upgrade'
    stop("making .venv", 1, "this Python has no pip", f"Run `{command}`, then run this again.")


def lock(*extra: str) -> int:
    """Writes both lock files anew from pyproject.toml; `--upgrade` among the extra words takes newer versions."""
    import tomllib

    pip = begin()
    step("installing uv, which writes the lock files", *pip, "install", LOCKER)
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "build.in"
        asked.write_text("\n".join(build), "utf-8")
        compile_ = (tool("uv"), "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-annotate")
        compile_ += ("--python-version", "3.11", "--only-binary", ":all:", "--no-config", *extra)
        compile_ += ("--custom-compile-command", "python3 bootstrap.py lock", "pyproject.toml", str(asked))
        step("writing " + DEV_LOCK, *compile_, "--extra", "dev", "--output-file", DEV_LOCK)
        # The smaller file holds the same versions: what is tested is what people get.
        step("writing " + LOCK, *compile_, "--constraint", DEV_LOCK, "--output-file", LOCK)
    say(f"Wrote {LOCK} and {DEV_LOCK}.")
    return 0


def tool(name: str) -> str:
    """The path of a program in `.venv`."""
    return str(BIN / (f"{name}.exe" if os.name == "nt" else name))


def say(words: str) -> None:
    """One line of progress, for the person."""
    print(words, flush=True)


def works(*words: str) -> bool:
    """Runs a program with its output going to the log, and says whether it worked."""
    return run(*words, check=False, quiet=True) == 0


def step(name: str, *words: str) -> None:
    """Runs a program with its output going to the log; a failure is told in words and ends everything."""
    began = LOG.stat().st_size
    with still_going():
        code = run(*words, check=False, quiet=True)
    if code:
        with LOG.open("rb") as log:
            log.seek(began)
            told = log.read().decode("utf-8", "replace")
        stop(name, code, next((words for sign, words in REASONS if re.search(sign, told)), ""))


def stop(name: str, code: int, reason: str = "", then: str = "") -> None:
    """Ends everything with one sentence, what to do next, and where the details are."""
    if code == 130:
        print("Stopped. Run it again whenever you like; it goes on from here.", file=sys.stderr)
        raise SystemExit(code)
    why = f": {reason}" if reason else ""
    print(f"This step did not work: {name}{why}.".replace("?.", "?"), file=sys.stderr)
    print(
        then or f"Run `python3 bootstrap.py {' '.join(sys.argv[1:])}` again when that is mended.", file=sys.stderr
    )
    print(f"The details are in {LOG}.", file=sys.stderr)
    raise SystemExit(code)


@contextmanager
def still_going() -> Iterator[None]:
    """Says now and then that a long step is still at work."""
    over = threading.Event()

    def tell() -> None:
        while not over.wait(BEAT_SECONDS):
            say("Still at it ...")

    threading.Thread(target=tell, daemon=True).start()
    try:
        yield
    finally:
        over.set()


def run(*words: str, check: bool = True, quiet: bool = False) -> int:
    """Runs a program in the project folder; with `check` a failure ends everything with its exit code.

    A `quiet` one writes to the log and asks nothing.
    """
    try:
        code = quietly(words) if quiet else carried_out(words)
    except OSError as error:
        code, _ = 127, print(f"{words[0]} cannot be started ({error.strerror}).", file=sys.stderr)
    if check and code:
        print(f"This step did not work: {' '.join(words)}", file=sys.stderr)
        raise SystemExit(code)
    return code


def quietly(words: Sequence[str]) -> int:
    """Runs a program with its output at the end of the log."""
    with LOG.open("ab") as log:
        log.write(f"\n$ {' '.join(words)}\n".encode())
        log.flush()
        return carried_out(words, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)


def carried_out(words: Sequence[str], **streams: object) -> int:
    """Runs a program to its end, through any Ctrl-C."""
    with subprocess.Popen(words, cwd=ROOT, env=settings(), **streams) as process:
        # An end from outside is passed on; Ctrl-C reaches the program by itself, and it tidies up before it ends.
        before = signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        try:
            return patiently(process)
        finally:
            signal.signal(signal.SIGTERM, before)


def settings() -> dict[str, str]:
    """The environment for what is run: settings that send pip elsewhere than to `.venv` are left out."""
    misleading = {"PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "PIP_NO_BINARY", "PYTHONHOME"}
    return {name: value for name, value in os.environ.items() if name not in misleading}


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
