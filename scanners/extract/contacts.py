"""Link addresses that are a contact or a place in themselves: `tel:`, `mailto:`, messengers, maps."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, unquote_plus, urlsplit

MAX_HREF = 2_000
_NUMBER = re.compile(r"\+?[\d\s().-]{6,24}")
_DIGITS = re.compile(r"\d{6,15}")
_PHONES = ("tel", "sms", "smsto", "mms", "callto", "facetime", "facetime-audio", "whatsapp", "viber", "tel-av")
_AT = re.compile(r"/@(-?\d{1,2}\.\d{2,9}),(-?\d{1,3}\.\d{2,9})")
_EXACT = re.compile(r"!3d(-?\d{1,2}\.\d{2,9})!4d(-?\d{1,3}\.\d{2,9})")
_PLACE = re.compile(r"/(?:place|search|dir/[^/]*)/([^/@?]{4,300})")
_COORDINATES = re.compile(r"-?\d{1,2}(?:\.\d{2,9})?\s*,\s*-?\d{1,3}(?:\.\d{2,9})?")
_MAP_HOSTS = re.compile(
    r"^(?:(?:www\.|maps\.)?google\.[a-z.]{2,6}|maps\.app\.goo\.gl|maps\.apple\.com|(?:www\.)?bing\.com"
    r"|(?:www\.)?openstreetmap\.org|(?:www\.)?waze\.com|what3words\.com|w3w\.co|maps\.me)$"
)
_ASKED = ("q", "query", "destination", "daddr", "address", "ll", "where1", "near")
_MAIL = re.compile(r"[^\s@<>,;]{1,64}@[^\s@<>,;]{1,255}\.[^\s@<>,;]{2,63}")
_SCHEMES = re.compile(
    r"\s*(?:tel|sms|smsto|mms|callto|facetime|mailto|xmpp|sip|whatsapp|viber|skype|geo)[\w-]{0,8}:", re.IGNORECASE
)
_HOSTS = re.compile(
    r"\s*(?:https?:)?//(?:[\w-]{1,30}\.)?(?:wa\.me|whatsapp\.com|t\.me|telegram\.me|signal\.me|google\.|goo\.gl|apple\.com"
    r"|bing\.com/maps|openstreetmap|waze\.|w3w\.co|what3words|maps\.)",
    re.IGNORECASE,
)


def contact_in(href: str) -> str:
    """The number, mailbox, coordinates or postal address that a link leads to, in words; empty for other links."""
    href = href[:MAX_HREF]
    if not (_SCHEMES.match(href) or _HOSTS.match(href)):
        return ""
    href = href.strip()
    scheme, _, rest = href.partition(":")
    scheme = scheme.casefold()
    bare = rest.lstrip("/")
    if scheme in _PHONES:
        query = parse_qs(urlsplit(href).query)
        numbers = [
            *query.get("phone", ()),
            *query.get("number", ()),
            unquote(bare).partition("?")[0].partition(";")[0],
        ]
        return next((found for text in numbers if (found := _number(text) or _mailbox(text))), "")
    if scheme in ("mailto", "xmpp", "sip", "skype"):
        return _mailbox(unquote(bare))
    if scheme == "geo":
        place = unquote(bare)
        asked = parse_qs(place.partition("?")[2]).get("q", [""])[0]
        named = re.sub(r"^-?[\d.]+,-?[\d.]+\s*\(?|\)$", "", asked)
        return " ".join(part for part in (place.partition("?")[0].partition(";")[0], named) if part.strip("0., "))
    return _on_the_web(href if "://" in href else "https:" + href)


def _on_the_web(href: str) -> str:
    try:
        parts = urlsplit(href)
        query = parse_qs(parts.query)
    except ValueError:
        return ""
    host = (parts.hostname or "").casefold()
    if host.endswith(("wa.me", "whatsapp.com")):
        asked = query.get("phone", [""])[0]
        return _international(asked or parts.path.strip("/").split("/")[0])
    if host in ("t.me", "telegram.me", "www.t.me"):
        name = unquote(parts.path).strip("/").split("/")[0]
        return _international(name) if name.startswith("+") and name[1:].isdigit() else ""
    if host == "signal.me":
        return _international(parts.fragment.removeprefix("p/").strip("/"))
    if _MAP_HOSTS.match(host):
        return _place(href, parts.path, query)
    return ""


def _place(href: str, path: str, query: dict[str, list[str]]) -> str:
    asked = next((query[name][0] for name in _ASKED if query.get(name)), "")
    if not asked and query.get("mlat") and query.get("mlon"):
        asked = f"{query['mlat'][0]},{query['mlon'][0]}"
    if not asked and (named := _PLACE.search(path)):
        asked = unquote_plus(named[1])
    asked = " ".join(asked.split())
    exact = _EXACT.search(href) or _AT.search(href)
    where = f"{exact[1]},{exact[2]}" if exact else ""
    if _COORDINATES.fullmatch(asked):
        return asked.replace(" ", "")
    return ", ".join(part for part in (asked[:300], where) if part)


def _number(text: str) -> str:
    text = text.strip()
    if text[:2] == "00":
        text = "+" + text[2:]
    digits = re.sub(r"\D", "", text)
    if not _DIGITS.fullmatch(digits):
        return ""
    return " ".join(text.split()) if _NUMBER.fullmatch(text) else ("+" if text[:1] == "+" else "") + digits


def _international(text: str) -> str:
    """A number that a messenger writes without its plus sign."""
    digits = re.sub(r"\D", "", unquote(text))
    if not _DIGITS.fullmatch(digits):
        return ""
    return digits if digits.startswith("0") else f"+{digits}"


def _mailbox(text: str) -> str:
    match = _MAIL.search(text.partition("?")[0])
    return match[0].rstrip(".") if match else ""
