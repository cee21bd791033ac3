"""Where privacy-check keeps its own files: one folder, 0700, and what of it is ours to remove."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

from privacy_check.errors import VaultError
from privacy_check.files import why_not
from privacy_check.sentences import say

OURS = ("vault", "browser", "code.key", ".code.key.*", "copies.progress", ".copies.progress.*", "setup.log")


def home() -> Path:
    """The tool's own folder; the environment variable PRIVACY_CHECK_HOME moves it. Not created here."""
    named = os.environ.get("PRIVACY_CHECK_HOME")
    return Path(named).expanduser() if named else user_data_path("privacy-check", appauthor=False)


def own_folder(folder: Path) -> Path:
    """Creates a folder only this person can open. Raises VaultError with the next step when it cannot.

    A folder that was there with other files in it keeps the rights it has.
    """
    try:
        shared = folder == home() and folder.is_dir() and set(folder.iterdir()) - set(own_things())
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not shared:
            folder.chmod(0o700)
    except OSError as error:
        raise VaultError(
            say("errors.places.folder", folder=folder, what=why_not(error)),
            say("errors.places.folder_hint"),
        ) from None
    return folder


def own_things() -> list[Path]:
    """What this tool has made in its folder, half-written files included.

    The folder itself may be one that holds other files too, when PRIVACY_CHECK_HOME names such a one.
    """
    return sorted({path for pattern in OURS for path in home().glob(pattern)})
