"""Through whose eyes a saved page was seen: a stranger's, a member's or the owner's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from privacy_check.model import SeenBy
from scanners.extract.data import table
from scanners.extract.page import Page, fold

_LOGGED_IN = re.compile(
    r"""["'](?:LOGGED_IN|isLoggedIn|is_logged_in|loggedIn|logged_in|isAuthenticated)["']\s*:\s*(true|false)"""
)
_USER_ID = re.compile(r"""["'](?:viewerId|USER_ID|viewer|currentUser|current_user)["']\s*:\s*(null|"0"|0)[,}]""")


@cache
def _offers() -> Mapping[str, frozenset[str]]:
    data = table("viewer")
    return {
        name: frozenset(fold(word) for word in data[name])
        for name in ("only_me", "only_me_words", "member", "signed_out")
    }


def seen_by(page: Page) -> SeenBy:
    """ONLY_ME for an owner's page, MEMBERS for a signed-in one, PUBLIC for a signed-out one, else UNKNOWN."""
    if page.is_json:
        return SeenBy.UNKNOWN
    offers = _offers()
    controls = _controls(page)
    if any(words in page.folded_words for words in offers["only_me_words"]):
        return SeenBy.ONLY_ME
    signed_out = bool(controls & offers["signed_out"]) or _says_signed_out(page)
    if controls & offers["only_me"]:
        # Some sites keep the owner's buttons in every page, hidden.
        return SeenBy.UNKNOWN if signed_out else SeenBy.ONLY_ME
    member = bool(controls & offers["member"])
    if member and not signed_out:
        return SeenBy.MEMBERS
    if signed_out and not member:
        return SeenBy.PUBLIC
    return SeenBy.UNKNOWN


def _controls(page: Page) -> set[str]:
    """Words of links and buttons, folded."""
    found = set()
    for node in page.tree.css("a,button,[role=button],input[type=submit]")[:1500]:
        attributes = node.attributes
        for text in (
            node.text(deep=True) or "",
            attributes.get("aria-label") or "",
            attributes.get("value") or "",
        ):
            if text and len(text) < 200 and (words := fold(text)) and len(words) < 40:
                found.add(words)
    return found


def _says_signed_out(page: Page) -> bool:
    for script in page.scripts:
        text = script.text[:400_000]
        if match := _LOGGED_IN.search(text):
            return match.group(1) == "false"
        if _USER_ID.search(text):
            return True
    return False
