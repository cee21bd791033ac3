"""A manager's kit: the papers of a campaign, filled in with what the tool does and what a pack says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.resources import files
from typing import Any

import segno
from markupsafe import Markup

from privacy_check.campaign.kit_note import NAME as NOTE
from privacy_check.campaign.kit_note import KitNote
from privacy_check.employer_pack import EmployerPack
from privacy_check.sentences import say
from privacy_check.wording import spoken_day
from reports.formats.ics import Reminder, calendar
from reports.kit.paper import Paper, as_text, paper, with_gaps
from reports.templates import html_environment, kit_style

FIRST = "start-here.html"
POSTER = "poster.pdf"
POSTER_PAGE = "poster.html"
FOLLOW_UP = timedelta(weeks=2)
MORNING = timedelta(hours=9)
# Each paper's file, its name in the room, and its parts in order.
PAPERS = {
    FIRST: ("first", ("order", "may", "not", "days")),
    "promise.html": ("promise", ("you", "seen", "harm", "device", "count", "ask", "sign")),
    "invitation.html": ("invitation", ("hello", "promise", "how", "safe", "receipt", "end")),
    "intranet.html": ("intranet", ("what", "promise", "device", "start", "help")),
    "questions-staff.html": (
        "staff",
        ("must", "see", "trouble", "touch", "others", "private", "laptop", "receipt", "danger", "found"),
    ),
    "questions-union.html": (
        "union_side",
        ("purpose", "power", "never", "count", "device", "law", "check", "wrong"),
    ),
    "privacy-notice.html": ("notice", ("who", "tool", "sites", "receipt", "rights")),
    "dpia.html": ("dpia", ("need", "what", "flows", "basis", "asked", "risks", "left", "outcome")),
    "it-approval.html": ("approval", ("what", "net", "install", "know", "ask")),
}
MAILS = {
    "invitation.txt": ("invitation", ("hello", "promise", "how", "safe", "receipt", "end")),
    "booking-note.txt": ("booking", ("ask", "facts", "rules", "end")),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a kit is made from. `pack_file` is the pack as the manager gave it; None takes the shipped one."""

    code: str
    start: date
    pack: EmployerPack
    pack_file: bytes | None
    version: str
    made_at: datetime

    @property
    def rounds_from(self) -> date:
        """The day after which the yearly rounds come: none of them lies in the past."""
        return max(self.start, self.made_at.date()) + timedelta(days=1)


def papers(asked: Asked) -> dict[str, bytes]:
    """Every file of the kit by its name, but the poster as PDF, which is printed from `POSTER_PAGE`."""
    values = _values(asked)
    made = {name: _page(paper(*which, values), values) for name, which in PAPERS.items()}
    for name, (room, parts) in MAILS.items():
        made[name] = as_text(paper(room, parts, values), say(f"kit.{room}.subject")).encode()
    made[POSTER_PAGE] = _poster(values)
    made["calendar.ics"] = _calendar(asked)
    made["employer-pack.toml"] = asked.pack_file or _pack_to_fill_in()
    made[NOTE] = KitNote(asked.code, asked.start).as_bytes()
    return {name: made[name] for name in sorted(made)}


def _values(asked: Asked) -> dict[str, Any]:
    pack, after = asked.pack, asked.rounds_from
    return {
        **pack.gaps(),
        "employer_first": pack.employer[:1].upper() + pack.employer[1:],
        "union_reach": pack.contact("union").sentence,
        "dsl_reach": pack.contact("dsl").sentence,
        "code": asked.code,
        "start": spoken_day(asked.start),
        "follow_up": spoken_day(asked.start + FOLLOW_UP),
        "september": spoken_day(second_tuesday(after, 9)),
        "february": spoken_day(second_tuesday(after, 2)),
        "version": asked.version,
        "day": spoken_day(asked.made_at.date()),
    }


def _page(whole: Paper, values: dict[str, Any]) -> bytes:
    style, style_hash = kit_style()
    template = html_environment().get_template("kit/paper.html")
    page = template.render(
        paper=whole, values=values, gaps=with_gaps, style=style, style_hash=style_hash, code=values["code"]
    )
    return page.encode("utf-8", "replace")


def _poster(values: dict[str, Any]) -> bytes:
    style, style_hash = kit_style()
    # Light only: a square in inverted colours is read by few phones.
    square = segno.make(say("kit.poster.in_square", **values), error="m")
    drawing = square.svg_inline(border=4, dark="#14202a", light="#ffffff", omitsize=True)
    template = html_environment().get_template("kit/poster.html")
    page = template.render(
        values=values,
        gaps=with_gaps,
        square=Markup(drawing),  # noqa: S704 - drawn here from our own words
        style=style,
        style_hash=style_hash,
    )
    return page.encode("utf-8", "replace")


def _pack_to_fill_in() -> bytes:
    return (files("privacy_check") / "data" / "packs" / "generic.toml").read_bytes()


def second_tuesday(after: date, month: int) -> date:
    """The next second Tuesday of that month from this day on; in February that is Safer Internet Day."""
    for year in (after.year, after.year + 1):
        first = date(year, month, 1)
        day = first + timedelta(days=(1 - first.weekday()) % 7 + 7)
        if day >= after:
            return day
    raise ValueError("a year has that month")


def _calendar(asked: Asked) -> bytes:
    after = asked.rounds_from
    days = [("begin", asked.start, ""), ("follow_up", asked.start + FOLLOW_UP, "")]
    for name, month in (("september", 9), ("february", 2)):
        day = second_tuesday(after, month)
        days.append((name, day, f"FREQ=YEARLY;BYMONTH={month};BYDAY=2TU"))
        # The second Tuesday and two weeks are the fourth Tuesday.
        days.append((f"{name}_follow_up", day + FOLLOW_UP, f"FREQ=YEARLY;BYMONTH={month};BYDAY=4TU"))
    reminders = []
    for name, day, every in days:
        title = say(f"kit.calendar.{name}")
        uid = f"campaign-{asked.code.lower()}-{name.replace('_', '-')}"
        reminders.append(Reminder(title, day, uid, every, ((title, MORNING),)))
    return calendar(sorted(reminders, key=lambda each: each.day), asked.made_at)
