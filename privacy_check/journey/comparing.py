"""A possible copy beside the person's own page: both pictures, a sheet to keep, and taking it for one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from privacy_check.journey.accounts import made_entry
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views.copies import own_view
from privacy_check.model import Account, Candidate, Lens, LinkReading
from privacy_check.ownership import MOST_ACCOUNTS

if TYPE_CHECKING:
    from privacy_check.lookalikes.verdict import Compared


def pictures(journey: Journey, candidate: Candidate) -> tuple[bytes | None, bytes | None]:
    """The person's own picture and theirs, as this check holds them in memory; they are never kept."""
    search, compared = journey.check.search if journey.check else None, _compared(journey, candidate)
    if search is None or compared is None:
        return None, None
    mine = search.pictures.get(compared.mine.account.key) if compared.mine else None
    return mine, search.pictures.get(compared.theirs.account.key)


def write(journey: Journey, candidate: Candidate, folder: Path) -> list[Path]:
    """Writes a sheet to keep about the page: what was noticed, what to do, both pictures. Nothing is sent.

    Raises UnreadableInput when the folder cannot be written to.
    """
    # What compares is a lot to load; nobody should wait for it on the first page.
    from privacy_check.lookalikes.evidence import Evidence, side_by_side, write_sheet
    from privacy_check.lookalikes.profile import Profile

    assert journey.assessment is not None, "this page stands behind the results"
    search, compared = journey.check.search if journey.check else None, _compared(journey, candidate)
    own = compared.mine if compared else own_view(candidate, journey.assessment)
    mine, theirs = pictures(journey, candidate)
    both = side_by_side(mine, theirs) if mine and theirs else None
    suspect = search.suspect(compared.theirs.account.key) if search and compared else None
    at = journey.assessment.candidates.index(candidate) + 1
    evidence = Evidence(
        Profile.from_view(own) if own else Profile(),
        Profile.from_mapping(candidate.profile),
        candidate,
        suspect.captured_at if suspect else journey.assessment.finished_at or journey.toolkit.clock.now(),
        own.account.url if own else "",
        str(candidate.profile.get("url") or ""),
        {f"copy-{at}-pictures.png": both} if both else {},
    )
    return write_sheet(evidence, folder, f"copy-{at}")


def claim(journey: Journey, candidate: Candidate) -> bool:
    """Puts a page the person says is theirs on the account list, for the next check; False where it cannot be."""
    theirs = candidate.profile
    platform, handle = str(theirs.get("platform") or ""), str(theirs.get("handle") or "")
    account = Account(platform, handle, str(theirs.get("url") or ""))
    known = journey.accounts.entry(account.key) is not None
    if known or not platform or not handle or len(journey.accounts.entries) >= MOST_ACCOUNTS:
        return False
    reading = LinkReading(account, journey.toolkit.platform_name(platform))
    entry = made_entry(account, reading, journey.toolkit)
    entry.mine = True
    entry.lens = Lens.PUBLIC if Lens.PUBLIC in entry.ways else None
    journey.accounts.entries.append(entry)
    journey.accounts.suspects = [one for one in journey.accounts.suspects if one.key != account.key]
    return True


def _compared(journey: Journey, candidate: Candidate) -> Compared | None:
    search = journey.check.search if journey.check else None
    found = search.compared if search is not None else ()
    return next((item for item in found if item.candidate == candidate), None)
