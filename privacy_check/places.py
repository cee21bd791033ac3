"""Where privacy-check keeps its own files: one folder, 0700, that `wipe` removes whole."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

from privacy_check.errors import VaultError


def home() -> Path:
    """The tool's own folder; the environment variable PRIVACY_CHECK_HOME moves it. Not created here."""
    named = os.environ.get("PRIVACY_CHECK_HOME")
    return Path(named).expanduser() if named else user_data_path("privacy-check", appauthor=False)


def own_folder(folder: Path) -> Path:
    """Creates a folder only this person can open. Raises VaultError with the next step when it cannot."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
    except OSError as error:
        raise VaultError(
            f"The folder {folder} cannot be used ({error.strerror or 'no reason given'}).",
            "Choose another with the environment variable PRIVACY_CHECK_HOME, or check with nothing kept.",
        ) from None
    return folder
