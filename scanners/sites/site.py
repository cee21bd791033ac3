"""One site of a list: how a handle is asked there, and by which signs it says yes and no."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from privacy_check.forgotten import SiteFacts
from privacy_check.model import Account

GAP = "{account}"
"""Stands for the handle in addresses and signs, as lists of user names write it."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One piece of evidence: an answer with this status that holds this text. Both must be met.

    An empty text is met by nothing, but for a status that says by itself that nothing is there (404, 410).
    """

    status: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """One site; `ask` is the address that is asked, `show` the one a person opens.

    `strip` are letters the site drops from handles; `handle` is the rule its handles keep; `refusal` names the
    sentence why it is never asked, empty when it may be; `platform` is the id of a platform of the catalogue,
    by whose signs the answer is judged instead of `there` and `missing`.
    """

    facts: SiteFacts
    ask: str
    show: str = ""
    there: Sign = Sign(200)
    missing: Sign = Sign(404)
    headers: Mapping[str, str] = field(default_factory=dict)
    strip: str = ""
    handle: str = ""
    refusal: str = ""
    platform: str = ""

    def spelled(self, handle: str) -> str:
        """The handle as the site spells it."""
        return handle.translate({ord(letter): None for letter in self.strip}) if self.strip else handle

    def takes(self, handle: str) -> bool:
        """False for a handle nobody can have there."""
        return bool(handle) and (not self.handle or re.fullmatch(self.handle, handle) is not None)

    def account(self, handle: str) -> Account:
        """The account a handle would be there, with the address a person opens."""
        return Account(self.facts.id, handle, filled(self.show or self.ask, handle))


def filled(template: str, handle: str) -> str:
    """An address with the handle in its gap, in the letters an address may hold."""
    return template.replace(GAP, quote(handle, safe="~"))
