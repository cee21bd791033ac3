"""The help list as rows: number or address first, then who it is and what for."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from privacy_check.catalogue import HelpContact
from tui.text import table


def contact_rows(contacts: Sequence[HelpContact]) -> Table:
    """One row per contact."""
    return table([(contact.contact, f"{contact.name}. {contact.need}.") for contact in contacts])
