"""A sheet to keep about a page that may be a copy: both sides, what was noticed, what to do. Nothing is sent."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from privacy_check import catalogue
from privacy_check.errors import UnreadableInput
from privacy_check.files import why_not, write_private
from privacy_check.lookalikes.profile import Profile
from privacy_check.model import Candidate
from privacy_check.sentences import lines, say
from privacy_check.text.sanitise import one_line

ASK_AGAIN = timedelta(days=2)
_SIDE = 256


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a sheet is written from; `saved` are files by name, such as a picture of the page."""

    mine: Profile
    theirs: Profile
    candidate: Candidate
    captured_at: datetime
    my_link: str = ""
    their_link: str = ""
    saved: Mapping[str, bytes] = field(default_factory=dict)


def sheet(evidence: Evidence) -> str:
    """The sheet as plain text, ready for a file or a letter."""
    parts = [list(_heading(evidence)), list(_noticed(evidence)), list(_files(evidence)), list(_next(evidence))]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def write_sheet(evidence: Evidence, folder: Path, name: str = "copy") -> list[Path]:
    """Writes the sheet and the saved files into a folder, readable by this person alone; gives their paths.

    Raises UnreadableInput when the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        written = []
        for file, content in ((f"{name}.txt", sheet(evidence).encode()), *evidence.saved.items()):
            path = folder / Path(file).name
            write_private(path, content)
            written.append(path)
    except OSError as error:
        raise UnreadableInput(
            say("errors.write.not_saved", folder=folder, reason=why_not(error)), say("errors.write.not_saved_hint")
        ) from None
    return written


def side_by_side(mine: bytes, theirs: bytes) -> bytes | None:
    """Both pictures in one, mine on the left, as PNG; None when one cannot be read."""
    page = Image.new("RGB", (2 * _SIDE + 12, _SIDE), "white")
    try:
        for place, raw in enumerate((mine, theirs)):
            with Image.open(io.BytesIO(raw)) as image:
                image.draft("RGB", (_SIDE, _SIDE))
                page.paste(ImageOps.contain(image.convert("RGB"), (_SIDE, _SIDE)), (place * (_SIDE + 12), 0))
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    stream = io.BytesIO()
    page.save(stream, "PNG")
    return stream.getvalue()


def _heading(evidence: Evidence) -> Iterator[str]:
    mine, theirs = evidence.mine, evidence.theirs
    unknown = say("lookalikes.sheet.not_known")
    at = evidence.captured_at
    yield say("lookalikes.sheet.title")
    yield say("lookalikes.sheet.made", day=at.strftime("%d %B %Y"), hour=at.strftime("%H:%M"))
    yield say("lookalikes.sheet.kept_here")
    yield ""
    yield say("lookalikes.sheet.yours", link=one_line(evidence.my_link) or _where(mine))
    yield say("lookalikes.sheet.theirs", link=one_line(evidence.their_link) or _where(theirs))
    yield say("lookalikes.sheet.name_there", name=one_line(theirs.display_name) or unknown)
    yield say("lookalikes.sheet.handle_there", handle=one_line(theirs.handle) or unknown)
    for name, profile in (("your_date", mine), ("their_date", theirs)):
        day = profile.joined.strftime("%d %B %Y") if profile.joined else unknown
        yield say(f"lookalikes.sheet.{name}", day=day)


def _where(profile: Profile) -> str:
    return one_line(f"{profile.platform} {profile.handle}".strip()) or say("lookalikes.sheet.not_known")


def _noticed(evidence: Evidence) -> Iterator[str]:
    words = catalogue.words("verdict", evidence.candidate.verdict.value)
    yield say("lookalikes.sheet.verdict", words=words)
    yield say("lookalikes.sheet.noticed") + ":"
    yield from _listed([reason.detail for reason in evidence.candidate.reasons])


def _files(evidence: Evidence) -> Iterator[str]:
    if evidence.saved:
        yield say("lookalikes.sheet.files") + ":"
        sums = {name: hashlib.sha256(content).hexdigest() for name, content in evidence.saved.items()}
        yield from _listed([say("lookalikes.sheet.file", name=Path(name).name, sum=sums[name]) for name in sums])


def _next(evidence: Evidence) -> Iterator[str]:
    yield say("lookalikes.sheet.contacted") + ":"
    yield say("lookalikes.sheet.blank")
    yield ""
    yield say("lookalikes.sheet.report") + ":"
    yield from _listed(_report_links(evidence.theirs.platform))
    yield ""
    yield say("lookalikes.sheet.what_to_do") + ":"
    yield from (f"{number}. {step}" for number, step in enumerate(lines("copies.steps"), 1))
    yield ""
    yield say("lookalikes.sheet.call") + ":"
    yield from _listed(
        [
            say("lookalikes.sheet.contact", need=one.need, name=one.name, contact=one.contact, day=one.checked_on)
            for one in catalogue.help_contacts()
            if one.copies
        ]
    )
    yield ""
    yield say("lookalikes.sheet.avoid_title") + ":"
    yield from _listed(lines("lookalikes.sheet.avoid"))
    yield ""
    yield say("lookalikes.sheet.result", day=(evidence.captured_at + ASK_AGAIN).strftime("%d %B %Y"))


def _report_links(platform: str) -> list[str]:
    """The platform's own ways to report, each with the day it was looked up and how sure it is."""
    found = [
        say(
            "lookalikes.sheet.report_link",
            title=remedy.title,
            link=remedy.url,
            day=remedy.checked_on,
            confidence=remedy.confidence,
        )
        for remedy in catalogue.remedies("IMP-02", platform or None)
        if remedy.url
    ]
    return found or [say("lookalikes.sheet.no_report_link")]


def _listed(sentences: Sequence[str]) -> Iterator[str]:
    return (f"- {sentence}" for sentence in sentences)
