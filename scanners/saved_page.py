"""Pages a person saved themselves: HTML, MHTML, web archives and the JSON of a public API, as captures."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from privacy_check.errors import UnreadableInput
from privacy_check.model import Capture, Lens, Outcome, SeenBy
from privacy_check.sentences import say
from scanners.extract.page import Page
from scanners.extract.reader import read_page
from scanners.extract.verdict import judge
from scanners.platforms.registry import Registry
from scanners.saved_files import JSON, read_file
from scanners.saved_folder import with_saved_frames
from scanners.saved_from import address_in
from scanners.viewer import seen_by


def load(path: Path | str, url: str | None = None, *, registry: Registry) -> Capture:
    """A saved page as a Capture with its outcome, its evidence and who could see it.

    `url` is the address of the profile; without it the address is taken from the file, or left empty.
    `registry` holds the described platforms. Raises UnreadableInput, with the next step, for what is missing,
    empty, too large, binary or no page at all.
    """
    file = Path(path)
    saved = read_file(file)
    text = saved.text if saved.media_type == JSON else with_saved_frames(saved.text, file, url or saved.address)
    page = Page(text)
    if saved.media_type == JSON:
        _check_json(page, file)
    address = (url or saved.address or address_in(page, registry)).strip()
    saved_at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    return _capture(page.at(address), registry, saved.media_type, saved_at)


def _check_json(page: Page, file: Path) -> None:
    """JSON of a public API; a recorded session (HAR) and broken JSON are refused."""
    if page.served_json is None:
        try:
            json.loads(page.given)
        except (ValueError, RecursionError):
            raise UnreadableInput(
                say("reading.file.broken_json", file=file.name), say("reading.file.save_whole")
            ) from None
        raise UnreadableInput(say("reading.file.no_profile", file=file.name), say("reading.file.save_profile"))
    value = page.served_json.value
    if isinstance(value, dict) and isinstance(value.get("log"), dict) and "entries" in value["log"]:
        raise UnreadableInput(
            say("reading.file.a_recording", file=file.name),
            say("reading.file.save_itself"),
        )


def _capture(page: Page, registry: Registry, media_type: str, saved_at: datetime) -> Capture:
    read = read_page(page, registry)
    reading = judge(read)
    seen = seen_by(page) if reading.outcome.seen or reading.outcome is Outcome.PRIVATE else SeenBy.UNKNOWN
    return Capture(
        account=read.target.account,
        lens=Lens.SAVED_PAGE,
        outcome=reading.outcome,
        final_url=page.url,
        status=None,
        html=page.given,
        captured_at=saved_at,
        evidence=reading.evidence,
        media_type=media_type,
        seen_by=seen,
        kind=reading.kind,
        reading=read,
        note="" if page.url else say("reading.file.from_nowhere"),
    )
