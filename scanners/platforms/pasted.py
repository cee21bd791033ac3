"""Makes sense of what people paste: finds the address in it, or says what else it is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlencode

from scanners.platforms.hosts import tidy_host
from scanners.platforms.wellknown import COMMON_ENDINGS, TRACKING, TRACKING_PREFIXES, WRAPPERS

LONGEST = 2000

BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_MARKDOWN = re.compile(r"\]\(\s*<?([^)\s>]+)")
_WEB = re.compile(r"https?:/{1,3}(?:\[[0-9a-f:.%]+\])?[^\s<>\"'`“”‘’«»|\\^{}\[\]]+", re.IGNORECASE)
_SCHEME = re.compile(r"^(?:view-source:)?(?:(?:https?|intent):?/{1,3}|//)", re.IGNORECASE)
_WRAPPING = " \t\r\n<>\"'`“”‘’«»*|,;!()[]{}…·•"
# Underlines around a whole link are somebody's emphasis; at one end they are part of a name.
_EMPHASIS = re.compile(r"(?:^|(?<=\s))(_{1,2})(?=[^_\s])(?P<link>\S+/\S+?)\1(?=\s|$)")
_EMAIL = re.compile(r"^(?:mailto:)?[^\s@/:]+@[^\s@/:]+\.[a-z][a-z0-9-]+(?:\?.*)?$", re.IGNORECASE)
_PHONE = re.compile(r"^(?:tel:|sms:|callto:)?\s*(?:00|\+)?[\d\s().\-/]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address taken apart: tidied host, decoded path without a trailing slash, query without tracking."""

    scheme: str
    host: str
    port: int | None
    path: str
    query: str
    login: bool = False

    @property
    def target(self) -> str:
        """Path plus query, as the patterns of a platform see it."""
        return f"{self.path}?{self.query}" if self.query else self.path


def tidy(text: str) -> str:
    """The pasted text in one line, without invisible and direction-changing characters."""
    text = unicodedata.normalize("NFKC", text[: LONGEST * 2].replace("…", " "))
    return " ".join(shown(re.sub(r"[\t\r\n\u2028\u2029]", " ", text)).split())


def shown(text: str) -> str:
    """Without invisible and direction-changing characters, but for the two joiners that spell words."""
    return "".join(ch for at, ch in enumerate(text) if _is_shown(ch) or _joins(text, at))


def _is_shown(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def _joins(text: str, at: int) -> bool:
    """True for a joiner between two letters of an alphabet that needs it, such as Persian or Hindi."""
    if text[at] not in "\u200c\u200d" or not 0 < at < len(text) - 1:
        return False
    return all(ch > "\u0500" and _is_shown(ch) for ch in (text[at - 1], text[at + 1]))


def unwrap(text: str) -> str:
    """Without quotes, brackets, bullets and the full stop around it."""
    previous = ""
    while text != previous:
        previous = text
        text = text.strip(_WRAPPING)
        text = _EMPHASIS.sub(lambda match: match["link"], text)
        text = text.strip(".:") if not text.startswith("..") else text.lstrip(".")
    return text


def links_in(text: str) -> list[str]:
    """Every web address written out in the text, in order, each once."""
    text = _EMPHASIS.sub(lambda match: match["link"], text)
    found = [match.group(1) for match in _MARKDOWN.finditer(text) if "." in match.group(1)]
    rest = _MARKDOWN.sub("](", text)
    found += [match.group(0) for match in _WEB.finditer(rest)]
    return list(dict.fromkeys(unwrap(_balanced(link)) for link in found))


def _balanced(link: str) -> str:
    while link.endswith(")") and link.count(")") > link.count("("):
        link = link[:-1]
    return link


def looks_like_email(text: str) -> bool:
    """True for name@host.tld, also as mailto:."""
    return bool(_EMAIL.match(text))


def looks_like_phone(text: str) -> bool:
    """True for 7 to 15 digits with the usual spaces, brackets and dashes."""
    return bool(_PHONE.match(text)) and 7 <= sum(ch.isdigit() for ch in text) <= 15


def looks_like_host(text: str) -> bool:
    """True when the part before the first slash could be a web address and is hardly a handle with a dot."""
    host = re.split(r"[/?#]", text, maxsplit=1)[0]
    name, _, port = host.partition(":")
    if port and not port.isdigit():
        return False
    name = name.rsplit("@", 1)[-1]
    if name.lower() == "localhost" or re.fullmatch(r"\d+(?:\.\d+)+|\[[0-9a-f:.]+\]", name.lower()):
        return True
    if "." not in name or any(ch.isspace() for ch in name):
        return False
    ending = name.rstrip(".").rsplit(".", 1)[-1].lower()
    return (
        name.lower().startswith("www.")
        or len(ending) == 2
        or ending in COMMON_ENDINGS
        or ending.startswith("xn--")
        or not ending.isascii()
        or "/" in text
    )


def take_apart(link: str) -> WebAddress | None:
    """The parts of a web address, with or without its scheme; None when it is none."""
    scheme = "http" if re.match(r"^http:?/", link, re.IGNORECASE) else "https"
    rest = _SCHEME.sub("", link.strip())
    rest = rest.split("#", 1)[0] if not re.match(r"^[^#]*#!/", rest) else rest.replace("#!/", "", 1)
    authority, slash, tail = _split_authority(rest)
    userinfo, at, hostport = authority.rpartition("@")
    host, port = _split_port(hostport)
    tidied = tidy_host(host) if host else None
    if tidied is None:
        return None
    raw_path, _, query = (slash + tail).partition("?")
    return WebAddress(scheme, tidied, port, _tidy_path(raw_path), _tidy_query(query), login=bool(at and userinfo))


def _split_authority(rest: str) -> tuple[str, str, str]:
    match = re.search(r"[/?\\]", rest)
    if not match:
        return rest, "", ""
    return rest[: match.start()], rest[match.start()].replace("\\", "/"), rest[match.end() :]


def _split_port(hostport: str) -> tuple[str, int | None]:
    match = re.fullmatch(r"(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?", hostport)
    if not match:
        return "", None
    return match.group(1), int(match.group(2)) if match.group(2) else None


def _tidy_path(path: str) -> str:
    # An encoded slash or question mark stays encoded, so that decoding never changes where the path ends.
    path = BARE_PERCENT.sub("%25", path)
    held = re.sub(r"%(2f|3f|23|25)", lambda m: f"\x00{m.group(1)}", path, flags=re.IGNORECASE)
    try:
        decoded = unquote(held, errors="strict")
    except UnicodeDecodeError:
        # Bytes of an old character set: only the site knows which, so they stay as they are.
        decoded = path
    decoded = shown(decoded.replace("\x00", "%"))
    return re.sub(r"/{2,}", "/", decoded).rstrip("/. ")


def _tidy_query(query: str) -> str:
    pairs = parse_qsl(query.replace(";", "&"), keep_blank_values=True)
    kept = [
        (key, value)
        for key, value in pairs
        if key.lower() not in TRACKING and not key.lower().startswith(TRACKING_PREFIXES)
    ]
    return urlencode(kept)


def behind_wrapper(address: WebAddress) -> str | None:
    """The address inside a "you are leaving us" link; nothing is opened to find it out. None when it is none."""
    for host, path, key in WRAPPERS:
        if address.host.removeprefix("www.") == host and address.path.startswith(path):
            inner = dict(parse_qsl(address.query)).get(key, "")
            return inner if inner.lower().startswith(("http://", "https://")) else None
    return None
