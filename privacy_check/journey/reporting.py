"""Saving a report, for the screens and the linear dialogue alike."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from privacy_check.errors import PrivacyCheckError
from privacy_check.files import why_not
from privacy_check.journey.sitting import Journey
from privacy_check.sentences import say

FORMS = ("html", "txt", "json")


def forms() -> list[tuple[str, str]]:
    """The forms a report comes in, each with its words."""
    return [(form, say(f"app.report.form.{form}")) for form in FORMS]


def default_folder() -> Path:
    """Where a report goes unless the person says otherwise: a folder of its own."""
    return Path.home() / "privacy-check-report"


def not_saved(error: BaseException) -> PrivacyCheckError:
    """What a person is told when a file could not be written."""
    return PrivacyCheckError(
        say("app.reporting.not_saved", reason=why_not(error)), say("app.reporting.not_saved_hint")
    )


def save(journey: Journey, folder: Path, formats: Sequence[str], reveal: bool) -> list[Path]:
    """Writes the files and returns them. Raises PrivacyCheckError with what to do next."""
    if journey.assessment is None:
        raise PrivacyCheckError(say("app.reporting.nothing"), say("app.reporting.nothing_hint"))
    try:
        written = journey.toolkit.write_report(journey.assessment, folder, formats, reveal)
    except (OSError, ValueError) as error:
        raise not_saved(error) from None
    journey.saved = True
    return written
