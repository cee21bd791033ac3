"""Letters about the person's own account, as drafts: erase it, or stop using what it holds. Nothing is ever sent.

A letter holds the handle and the address of the account and no other fact about the person.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from enum import StrEnum
from typing import Any

from privacy_check.catalogue import data
from privacy_check.model import Account
from privacy_check.sentences import lines, say
from privacy_check.text.sanitise import one_line
from privacy_check.wording import spoken_day

CONTACTS = "privacy_contacts.toml"
SATURDAY = 5


class Wish(StrEnum):
    """What is asked for: erasure (UK GDPR, Article 17) or an end to a use (Article 21)."""

    ERASE = "erase"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Letter:
    """One draft: `to` is an email address or empty; `notes` are for the person alone; `due` is the last day."""

    to: str
    subject: str
    body: str
    notes: tuple[str, ...]
    due: date


def draft(account: Account, platform_name: str, wish: Wish, day: date) -> Letter:
    """The letter about that account, as if sent on `day`."""
    contact = data(CONTACTS).get(account.platform, {})
    handle, platform = one_line(account.handle), one_line(platform_name)
    due = reply_due(day)
    return Letter(
        to=contact.get("email", ""),
        subject=say(f"letter.subject.{wish}", handle=handle, platform=platform),
        body=_body(wish, handle, platform, one_line(account.url, 500)),
        notes=_notes(wish, contact, platform, day, due),
        due=due,
    )


def reply_due(day: date) -> date:
    """The last day for an answer to a letter that arrives on `day`: the same day of the next month.

    Where that month has no such day it is the last one, and a weekend moves it to Monday (Article 12(3), as the
    Information Commissioner counts it; public holidays are not known here).
    """
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    due = date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    return due + timedelta(days=7 - due.weekday()) if due.weekday() >= SATURDAY else due


def as_text(letter: Letter) -> bytes:
    """The notes, then the letter, as UTF-8 text."""
    notes = "\n".join(f"- {note}" for note in letter.notes)
    title = say("letter.note.title")
    return f"{title}\n\n{notes}\n\n{'-' * 60}\n\n{letter.subject}\n\n{letter.body}".encode()


def as_mail(letter: Letter) -> bytes:
    """The letter as a mail that programs open as an unsent draft (X-Unsent), without the notes."""
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    mail["Subject"] = letter.subject
    if letter.to:
        mail["To"] = letter.to
    mail.set_content(letter.body)
    return mail.as_bytes()


def _body(wish: Wish, handle: str, platform: str, url: str) -> str:
    items = "\n".join(f"- {item}" for item in lines(f"letter.{wish}.list"))
    account = (say("letter.body.handle", handle=handle), say("letter.body.address", url=url))
    parts = (
        say("letter.body.greeting"),
        say("letter.body.account", platform=platform),
        "\n".join(account),
        say(f"letter.{wish}.ask"),
        items,
        *(say(f"letter.{wish}.{name}") for name in ("others", "keep")),
        *(say(f"letter.body.{name}") for name in ("answer", "prove", "refuse")),
        say("letter.body.ending") + "\n" + say("letter.body.name", handle=handle),
    )
    return "\n\n".join(parts) + "\n"


def _notes(wish: Wish, contact: dict[str, Any], platform: str, day: date, due: date) -> tuple[str, ...]:
    own = ("keep_first", "quicker") if wish is Wish.ERASE else ("reason",)
    return (
        say("letter.note.draft"),
        say("letter.note.at_risk"),
        *_where(contact, platform),
        say("letter.note.send"),
        *(say(f"letter.note.{name}") for name in own),
        say("letter.note.month", sent=spoken_day(day), due=spoken_day(due)),
    )


def _where(contact: dict[str, Any], platform: str) -> tuple[str, ...]:
    if not contact:
        return (say("letter.note.to_nobody", platform=platform),)
    kind = "to_email" if "email" in contact else "to_form"
    return (
        say(f"letter.note.{kind}", **contact),
        say("letter.note.checked", day=spoken_day(data(CONTACTS)["checked_on"])),
    )
