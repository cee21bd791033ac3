"""Report files: where they go, written whole or not at all, readable by this person alone."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path

from privacy_check.errors import PrivacyCheckError, UsageError
from privacy_check.files import write_private
from privacy_check.model import Assessment
from privacy_check.serialise import document as json_document
from reports.document import Options, build
from reports.formats import html, txt

FORMATS = ("html", "txt", "json")
DEFAULT_NAME = "privacy-report"


def write_report(
    assessment: Assessment, folder: Path, formats: Sequence[str] = FORMATS, options: Options | None = None
) -> list[Path]:
    """Writes the report in each format and returns the files. Raises PrivacyCheckError with the next step."""
    options = options or Options()
    check_formats(formats)
    wording = build(assessment, options)
    contents: dict[str, bytes] = {}
    for name in dict.fromkeys(formats):
        if name == "json":
            data = json_document(assessment, reveal=options.reveal)
            contents[name] = json.dumps(data, ensure_ascii=False, indent=2).encode("utf-8", "replace")
        else:
            stream = io.BytesIO()
            (html if name == "html" else txt).write(wording, stream)
            contents[name] = stream.getvalue()
    return save(folder, {f"{DEFAULT_NAME}.{name}": content for name, content in contents.items()})


def save(folder: Path, contents: dict[str, bytes]) -> list[Path]:
    """Writes files into a folder (made if needed, 0700). Raises PrivacyCheckError; nothing half-written stays."""
    folder = folder.expanduser()
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name, content in contents.items():
            path = folder / name
            write_private(path, content)
            written.append(path)
    except OSError as error:
        raise PrivacyCheckError(
            f"The report could not be saved in {folder} ({error.strerror or 'no reason given'}).",
            "Choose another folder with --report or --output. What was found is still here.",
        ) from None
    return written


def check_formats(formats: Sequence[str]) -> None:
    """Raises UsageError for a format nobody writes."""
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise UsageError(f"There is no report format called “{unknown[0]}”.", f"Use {', '.join(FORMATS)}.")
