"""Saving a report, for the screens and the linear dialogue alike."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from privacy_check.errors import PrivacyCheckError
from tui.journey import Journey

FORMS = {
    "html": "A page to read and print (html)",
    "txt": "Plain text (txt)",
    "json": "For other programs (json)",
}


def default_folder() -> Path:
    """Where a report goes unless the person says otherwise: a folder of its own."""
    return Path.home() / "privacy-check-report"


def save(journey: Journey, folder: Path, formats: Sequence[str], reveal: bool) -> list[Path]:
    """Writes the files and returns them. Raises PrivacyCheckError with what to do next."""
    if journey.assessment is None:
        raise PrivacyCheckError("There is nothing to save yet.", "Run a check first.")
    try:
        return journey.toolkit.write_report(journey.assessment, folder, formats, reveal)
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise PrivacyCheckError(
            f"The report could not be saved there ({reason}).", "Choose another folder."
        ) from None
