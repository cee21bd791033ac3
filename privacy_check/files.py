"""Writing files so that a full disk or a kill leaves the old file or none, readable by this person alone."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from privacy_check.sentences import say


def write_private(path: Path, content: bytes) -> None:
    """Writes atomically with mode 0600. Raises OSError; nothing half-written stays behind."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def why_not(error: BaseException) -> str:
    """What the computer says about a file it did not read or write, in a few words."""
    return getattr(error, "strerror", None) or say("common.no_reason")
