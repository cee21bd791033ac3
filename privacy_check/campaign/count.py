"""How many receipts lie in a folder, in words that cannot be subtracted to show anyone.

- A month is told in tens rounded down: "fewer than 10", "10 or more", "20 or more".
- Every month from the first to now has a line, so that a line does not show that somebody was there.
- The total is what the months' own words add up to, never what was counted: 19 and 1 are "10 or more", as 10 and 1
  are. Only where no month reaches ten is it said whether all of them together do.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from privacy_check.campaign import kit_note, receipt
from privacy_check.campaign.code import same
from privacy_check.errors import UnreadableInput, UsageError
from privacy_check.files import why_not
from privacy_check.sentences import say
from privacy_check.text.sanitise import one_line

STEP = 10
MOST_FILES = 20_000
MOST_YEARS = 2
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that does not count, and the sentence that says why."""

    file: str
    why: str


@dataclass(frozen=True, slots=True)
class Count:
    """A campaign in words. `campaign` is None where no receipt said which; months are (2026-09, words)."""

    campaign: str | None
    months: tuple[tuple[str, str], ...]
    total: str
    refused: tuple[Refused, ...]

    def as_json(self) -> dict[str, Any]:
        """The document `campaign count --json` prints."""
        return {
            "format": 1,
            "campaign": self.campaign,
            "months": [{"month": month, "done": done} for month, done in self.months],
            "total": self.total,
            "refused": [{"file": each.file, "why": each.why} for each in self.refused],
        }


def count(folder: Path, today: date, campaign: str | None = None) -> Count:
    """Counts the receipts of one campaign in a folder; folders inside are not opened.

    The campaign is the one named, else that of the kit the folder lies in, else the one most receipts are of.
    Raises UnreadableInput for a folder that cannot be read, UsageError where two campaigns have equally many.
    """
    folder = folder.expanduser()
    genuine: list[tuple[str, receipt.Receipt]] = []
    refused: list[Refused] = []
    for name, path in _files(folder):
        found = _receipt(path, today)
        if isinstance(found, str):
            refused.append(_no(name, found))
        else:
            genuine.append((name, found))
    note = kit_note.beside(folder)
    wanted = campaign or (note.code if note else None) or _most(genuine)
    per_month: Counter[str] = Counter()
    numbers: set[str] = set()
    for name, each in genuine:
        if wanted is None or not same(each.campaign, wanted):
            refused.append(_no(name, "foreign"))
        elif each.number in numbers:
            refused.append(_no(name, "copy"))
        else:
            numbers.add(each.number)
            per_month[each.month] += 1
    begun = max(note.start, date(today.year - MOST_YEARS, 1, 1)) if note else today
    told, total = in_words(per_month, begun.isoformat()[:7], today.isoformat()[:7])
    return Count(wanted, told, total, tuple(sorted(refused, key=lambda each: each.file)))


def in_words(per_month: Mapping[str, int], first: str, last: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """The months between the two, or wider where receipts are, each in words; and the total in words."""
    if not any(per_month.values()):
        return (), _words(0)
    months = tuple(_months(min(first, last, *per_month), max(last, *per_month)))
    counted = [per_month.get(month, 0) for month in months]
    total = max(sum(_floor(number) for number in counted), min(_floor(sum(counted)), STEP))
    return tuple((month, _words(number)) for month, number in zip(months, counted, strict=True)), _words(total)


def _floor(number: int) -> int:
    return number - number % STEP


def _words(number: int) -> str:
    """The contract's own words: other programs read them, so they are not translated."""
    return f"{_floor(number)} or more" if number >= STEP else f"fewer than {STEP}"


def _months(first: str, last: str) -> Iterator[str]:
    year, month = int(first[:4]), int(first[5:])
    while (now := f"{year:04d}-{month:02d}") <= last:
        yield now
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


# Reading the folder ---------------------------------------------------------------------------------------------


def _files(folder: Path) -> Sequence[tuple[str, Path]]:
    try:
        names = sorted(os.listdir(folder))
    except (OSError, ValueError) as error:
        shown = one_line(str(folder), LONGEST_NAME)
        raise UnreadableInput(
            say("campaign.count.no_folder", folder=shown, reason=why_not(error)),
            say("campaign.count.no_folder_hint"),
        ) from None
    if len(names) > MOST_FILES:
        raise UnreadableInput(
            say("campaign.count.too_many", most=f"{MOST_FILES:,}"), say("campaign.count.too_many_hint")
        )
    return [(name, folder / name) for name in names if name != kit_note.NAME]


def _receipt(path: Path, today: date) -> receipt.Receipt | str:
    """The genuine receipt in a file, or the name of the reason why it is none. Never follows a link."""
    try:
        about = path.lstat()
        if stat.S_ISLNK(about.st_mode):
            return "link"
        if stat.S_ISDIR(about.st_mode):
            return "folder"
        if not stat.S_ISREG(about.st_mode):
            return "no_file"
        if about.st_size > receipt.MOST_BYTES:
            return "too_large"
        raw = _whole(path)
    except (OSError, ValueError):
        return "cannot_open"
    try:
        found = receipt.read(raw)
    except receipt.NotRead as reason:
        return str(reason)
    if not found.genuine:
        return "changed"
    # Midnight comes at other moments elsewhere: one day ahead is no fault.
    if found.date > (today + timedelta(days=1)).isoformat():
        return "future"
    return "old" if int(found.date[:4]) < today.year - MOST_YEARS else found


def _whole(path: Path) -> bytes:
    """The bytes of a small file. What became a link or a pipe since it was looked at is not opened."""
    careful = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, os.O_RDONLY | careful), "rb") as stream:
        raw = stream.read(receipt.MOST_BYTES + 1)
    if len(raw) > receipt.MOST_BYTES:
        raise ValueError("it grew")
    return raw


def _most(genuine: Sequence[tuple[str, receipt.Receipt]]) -> str | None:
    """The campaign most receipts are of, spelled as most of them spell it; None where there is none."""
    each = {found.number: found.campaign for _, found in genuine}
    tally = Counter(code.casefold() for code in each.values()).most_common(2)
    if len(tally) > 1 and tally[0][1] == tally[1][1]:
        raise UsageError(say("campaign.count.two"), say("campaign.count.two_hint"))
    spelled = Counter(code for code in each.values() if tally and code.casefold() == tally[0][0])
    return spelled.most_common(1)[0][0] if spelled else None


def _no(name: str, reason: str) -> Refused:
    return Refused(one_line(name, LONGEST_NAME), say(f"campaign.refused.{reason}"))
