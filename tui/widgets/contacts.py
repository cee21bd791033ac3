"""The help list as lines."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from privacy_check.catalogue import HelpContact
from tui.text import plain


def contact_lines(contacts: Sequence[HelpContact], *, notes: bool = False) -> Content:
    """Number or address first in bold, then whom it is for."""
    lines: list[Content] = []
    for contact in contacts:
        lines.append(Content.assemble(plain(contact.contact, "bold"), "  ", plain(contact.name)))
        lines.append(plain(f"  {contact.need}. {contact.note if notes else ''}".rstrip()))
    return Content("\n").join(lines)
