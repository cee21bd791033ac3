"""Told e-mail addresses, handles and number plates, in the forms people give them."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re

from privacy_check.detectors.known.base import Form, spelled, spelled_out, twins, words_of
from privacy_check.model import EntityType
from privacy_check.text.cues import word_set
from privacy_check.text.fold import Folded

EMAIL = "your e-mail address"
HANDLE = "your handle"
VEHICLE = "your number plate"

_AT = r"\s{0,2}(?:@|\(at\)|\[at\]|\{at\}|<at>|\(a\)|(?<=\s)at(?=\s)|-at-|_at_)\s{0,2}"
_DOT = r"\s{0,2}(?:\.|\(dot\)|\[dot\]|\{dot\}|<dot>|(?<=\s)dot(?=\s)|-dot-|_dot_|,)\s{0,2}"
_SIGNS = {
    ".": _DOT,
    "_": r"\s{0,2}(?:_|underscore|\(underscore\)|under score)\s{0,2}",
    "-": r"\s{0,2}(?:-|dash|hyphen|\(dash\))\s{0,2}",
    "+": r"\s{0,2}(?:\+|plus)\s{0,2}",
}
_SHARED = word_set(
    "gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.co.uk live.com yahoo.com yahoo.co.uk icloud.com me.com mac.com aol.com btinternet.com sky.com "
    "virginmedia.com ntlworld.com talktalk.net protonmail.com proton.me gmx.com msn.com mail.com"
)


def email_forms(address: str) -> list[Form]:
    """Exact, obfuscated, the part before the @ alone, and a work domain alone."""
    local, _, domain = address.casefold().strip().partition("@")
    if not local or "." not in domain:
        return []
    spoken = _spoken(local) + _AT + _spoken(domain)
    lead = re.split(r"[^a-z0-9]", local)[0] or local
    forms = [
        Form(re.compile(rf"(?<![\w.+-]){spoken}(?![\w-])"), (lead,), EntityType.EMAIL, "PI-04", EMAIL, "an address you told us"),
        Form(re.compile(rf"(?<!\w){twins(local)}@{twins(domain)}(?!\w)"), (), EntityType.EMAIL, "PI-04", EMAIL, "an address you told us", 0.9),
    ]  # fmt: skip
    if len(local) >= 6 and (len(local) >= 8 or re.search(r"[\W\d_]", local)):
        forms.append(
            Form(re.compile(rf"(?<![\w.@+-]){re.escape(local)}(?![\w@+-]|\.\w)"), (local,), EntityType.EMAIL, "PI-04", EMAIL, "the first half of an address you told us", 0.75)
        )  # fmt: skip
    if domain not in _SHARED:
        forms.append(
            Form(re.compile(rf"(?<![\w.+-])@{re.escape(domain)}(?![\w-])"), ("@" + domain,), EntityType.EMAIL, "PI-04", EMAIL, "where your e-mail address is", 0.7)
        )  # fmt: skip
    return forms


def _spoken(text: str) -> str:
    return "".join(_SIGNS.get(part, re.escape(part)) for part in re.split(r"([._+-])", text))


def handle_forms(handle: str) -> list[Form]:
    """The handle in any case, with separators added, dropped or said in words."""
    plain = handle.casefold().lstrip("@").strip()
    bare = re.sub(r"[._-]", "", plain)
    if len(bare) < 3:
        return []
    if len(bare) >= 6:
        loose = r"[._-]?".join(map(re.escape, bare))
        spoken = r"(?:[._-]|\s(?:underscore|dot|dash)\s)?".join(
            r"[._-]?".join(map(re.escape, part)) for part in re.split(r"[._-]+", plain) if part
        )
        pattern = rf"(?<![\w.@-])@?(?:{loose}|{spoken})(?![\w-]|\.\w)"
    else:
        exact = "".join("[._-]" if letter in "._-" else re.escape(letter) for letter in plain)
        pattern = rf"(?<![\w.@-])@?{exact}(?![\w-]|\.\w)"
    needles = (bare[:2],) if len(bare) >= 6 else (re.split(r"[._-]", plain)[0],)
    check = None if re.search(r"[\d._-]", plain) or len(bare) >= 8 else _written_as_account
    return [
        Form(re.compile(pattern), needles, EntityType.HANDLE, "PI-05", HANDLE, "a handle you told us", 0.9, check)
    ]


_ACCOUNT = re.compile(
    r"(?:@|insta\w*|tiktok|twitter|\bx\b|snap\w*|discord|steam|psn|xbox|reddit|etsy|ebay|vinted|strava|twitch|youtube|handle|username|user|add me|find me|follow)"
)


def _written_as_account(folded: Folded, start: int, end: int) -> bool:
    """A short handle of letters only needs an @ or the name of a site near it."""
    return bool(_ACCOUNT.search(folded.lower, max(0, start - 30), min(len(folded.lower), end + 30)))


def vehicle_forms(plate: str) -> list[Form]:
    """The plate with any spacing, letters for figures and figures for letters."""
    parts = words_of(plate)
    bare = "".join(parts)
    if len(bare) < 4:
        return []
    if len(parts) == 1 and len(bare) == 7:
        parts = [bare[:4], bare[4:]]

    def _whole(folded: Folded, start: int, end: int) -> bool:
        said = folded.lower[start:end]
        return bool(re.fullmatch(written, said)) or spelled_out(said)

    written = r"[\s.-]{0,3}".join(map(twins, parts))
    body = f"(?:{written}|{spelled(bare)})"
    fact = VEHICLE
    return [
        Form(
            re.compile(rf"(?<![a-z0-9]){body}(?![a-z0-9])"),
            (),
            EntityType.VEHICLE_REGISTRATION,
            "PI-11",
            fact,
            "a number plate you told us",
            check=_whole,
        )
    ]
