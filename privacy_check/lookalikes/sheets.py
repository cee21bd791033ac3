"""The sheets of one search: for every page that may be a copy, what to keep of it and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from privacy_check.lookalikes.evidence import Evidence, side_by_side, write_sheet
from privacy_check.lookalikes.profile import Profile
from privacy_check.model import Verdict
from privacy_check.sentences import say
from privacy_check.text.sanitise import one_line

if TYPE_CHECKING:
    from privacy_check.lookalikes.search import CopySearch, Suspect
    from privacy_check.lookalikes.verdict import Compared

LONGEST = 2_000
# Friends, groups and what others wrote there are other people's: a sheet has no use for them.
_OF_THE_OWNER = (
    *("display_name", "handle", "bio", "location", "website", "links", "avatar"),
    *("joined", "followers", "following", "employer", "job_title", "posts"),
)


@dataclass(frozen=True, slots=True)
class Written:
    """The files written, and the links they are about."""

    files: tuple[Path, ...] = ()
    links: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.files)


def sheets(search: CopySearch, folder: Path, now: datetime) -> Written:
    """Writes a sheet for every likely or possible copy, and for what cannot be told but copies the picture or bio.

    Raises UnreadableInput when the folder cannot be written to.
    """
    files: list[Path] = []
    links: list[str] = []
    for item in search.compared:
        suspect = search.suspect(item.theirs.account.key)
        if suspect is None or not _worth_one(item):
            continue
        name = f"copy-{len(links) + 1}-{_plain(item.theirs.account.platform)}"
        files += write_sheet(_evidence(search, item, suspect, name, now), folder, name)
        links.append(item.theirs.account.url)
    return Written(tuple(files), tuple(links))


def _worth_one(item: Compared) -> bool:
    found = item.candidate
    doubtful = found.verdict is Verdict.CANNOT_TELL and any(r.element in ("picture", "bio") for r in found.reasons)
    return found.verdict.may_be_copy or doubtful


def _evidence(search: CopySearch, item: Compared, suspect: Suspect, name: str, now: datetime) -> Evidence:
    theirs = search.pictures.get(item.theirs.account.key)
    mine = search.pictures.get(item.mine.account.key) if item.mine else None
    saved = {f"{name}-page.txt": _page_as_text(suspect).encode()}
    both = side_by_side(mine, theirs) if mine and theirs else None
    if both:
        saved[f"{name}-pictures.png"] = both
    return Evidence(
        Profile.from_view(item.mine) if item.mine else Profile(),
        Profile.from_view(item.theirs),
        item.candidate,
        suspect.captured_at or now,
        item.mine.account.url if item.mine else "",
        item.theirs.account.url,
        saved,
    )


def _page_as_text(suspect: Suspect) -> str:
    """What stood on the page, a field a line. The page itself is not saved: it could do harm when it is opened."""
    at = suspect.captured_at
    rows = [
        say("searches.page.row", name=field.name.replace("_", " "), text=one_line(field.text)[:LONGEST])
        for field in suspect.view.fields
        if field.name in _OF_THE_OWNER
    ]
    return "\n".join(
        (
            say("searches.page.title"),
            one_line(suspect.view.account.url),
            say("searches.page.read", day=at.strftime("%d %B %Y"), hour=at.strftime("%H:%M:%S")),
            say("searches.page.sum", sum=suspect.page_sum),
            "",
            *rows,
            "",
        )
    )


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-") or "site"
