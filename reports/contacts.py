"""Whom to call, with each number, letter box and page as something a tap can open."""

from __future__ import annotations

import re

from privacy_check.catalogue import HelpContact
from privacy_check.wording import spoken_day
from reports.parts import Contact, HelpLine

_NUMBER = re.compile(r"[\d ]{3,}")
_LETTER = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PAGE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def help_line(contact: HelpContact) -> HelpLine:
    """One line of the help table."""
    return HelpLine(
        need=contact.need,
        name=contact.name,
        contacts=tuple(Contact(text, _link(text)) for text in contact.contact.split(", ")),
        note=contact.note,
        checked=spoken_day(contact.checked_on),
    )


def _link(text: str) -> str:
    if _NUMBER.fullmatch(text):
        return f"tel:{text.replace(' ', '')}"
    if _LETTER.fullmatch(text):
        return f"mailto:{text}"
    return f"https://{text.lower()}" if _PAGE.fullmatch(text) else ""
