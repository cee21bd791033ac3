"""`report --encrypt`: a PDF that opens with a passphrase, which is asked for and never stands in a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from privacy_check.cli import keeping
from privacy_check.cli.hidden import asked
from privacy_check.cli.output import say
from privacy_check.errors import UsageError
from privacy_check.sentences import say as words

NAMED = "PRIVACY_CHECK_REPORT_PASSPHRASE"
LOCKED = ("pdf",)


def check_lockable(formats: Sequence[str]) -> None:
    """Raises UsageError when a format is asked for that would lie open beside the locked one."""
    if tuple(dict.fromkeys(formats)) != LOCKED:
        raise UsageError(words("locked.only_pdf"), words("locked.only_pdf_hint"))


def locking(printer: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """A printer whose PDF is locked before it reaches the disk; asks for the passphrase now.

    Raises UsageError for an empty one, one that is too long, or two that differ.
    """
    from privacy_check.vault.passphrase import canonical
    from reports.formats.locked import check_passphrase, locked

    passphrase = canonical(_passphrase())
    check_passphrase(passphrase)
    return lambda page: locked(printer(page), passphrase)


def tell_locked(files: Iterable[Path]) -> None:
    """Says that nobody else can open it, and which older copies in the same folder anybody can."""
    saved = list(files)
    say(words("locked.lost"))
    names = sorted({path.name for file in saved for path in _open_beside(file, saved)})
    if names:
        said = ", ".join(names)
        say(words("locked.open_beside", count=len(names), name=said, names=said))


def _open_beside(file: Path, saved: Sequence[Path]) -> list[Path]:
    from reports.write import DEFAULT_NAME, FORMATS

    others = (path for kind in FORMATS for path in file.parent.glob(f"{DEFAULT_NAME}*.{kind}"))
    return [path for path in others if path not in saved and not _is_locked(path)]


def _is_locked(path: Path) -> bool:
    from reports.formats.locked import is_locked

    try:
        return path.suffix == ".pdf" and is_locked(path.read_bytes())
    except OSError:
        return False


def _passphrase() -> str:
    """From the environment, else asked twice; with nobody to ask the next line, else what opened the vault."""
    named = os.environ.get(NAMED)
    if named is not None:
        return named
    if not sys.stdin.isatty():
        return asked("") or os.environ.get(keeping.NAMED, "")
    first = asked(f"{words('locked.question')} ")
    if asked(f"{words('locked.once_more')} ") != first:
        raise UsageError(words("locked.differ"), words("locked.again"))
    return first
