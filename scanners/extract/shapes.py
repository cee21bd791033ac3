"""Reading a JSON object that describes a person, whatever its platform calls the keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from scanners.extract.counts import count
from scanners.extract.data import table
from scanners.extract.fields import words_of
from scanners.extract.links import unwrap, whole
from scanners.extract.walk import follow

_KEYS: Mapping[str, tuple[str, ...]] = {
    name: tuple(keys) for name, keys in table("keys").items() if isinstance(keys, list)
}
HANDLE_KEYS = _KEYS["handle"]
_SIMPLE = ("employer", "job_title", "education", "email", "phone", "birthday")
_EMPTY: tuple[object, ...] = (None, "", [], {})
_IDENTITY, _ABOUT, _NEVER = (frozenset(_KEYS[name]) for name in ("identity", "about", "never"))
_EMAIL = re.compile(r"^[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}$", re.IGNORECASE)
_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}|\d{4}")
_TEXT_KEYS = (
    "formatted",
    "text",
    "content",
    "name",
    "value",
    "title",
    "rendered",
    "raw",
    "simpletext",
    "full",
    "fullname",
    "displayname",
)
_URL_KEYS = (
    "url",
    "href",
    "uri",
    "value",
    "link",
    "expandedurl",
    "urllist",
    "fileurl",
    "path",
    "contenturl",
    "src",
    "target",
    "default",
    "large",
    "full",
    "retina",
)


def plain_keys(person: Mapping[str, Any]) -> dict[str, Any]:
    """Values by key in lower case without `_`, `-` and spaces; the first spelling wins."""
    keys: dict[str, Any] = {}
    for key, value in person.items():
        if isinstance(key, str) and len(key) < 60:
            keys.setdefault(
                key.casefold().replace("_", "").replace("-", "").replace(" ", "").replace("$", ""), value
            )
    return keys


def whole_keys(person: Mapping[str, Any]) -> dict[str, Any]:
    """`plain_keys` with the facts that the object keeps in parts (`profile`, `attributes`, `legacy` ...)."""
    keys = plain_keys(person)
    for part in _KEYS["nested"]:
        inner = keys.get(part)
        if isinstance(inner, dict) and len(inner) < 400:
            keys = {**plain_keys(inner), **{key: value for key, value in keys.items() if value not in _EMPTY}}
    return keys


def is_person(keys: Mapping[str, Any]) -> bool:
    """True for an object that carries an identity and something about it."""
    return bool(_IDENTITY & keys.keys()) and bool(_ABOUT & keys.keys()) and not _NEVER & keys.keys()


def handles(keys: Mapping[str, Any]) -> list[str]:
    """Every value that may be the handle, most telling first."""
    found = [str(keys[key]) for key in HANDLE_KEYS if _scalar(keys.get(key))]
    found += [
        str(keys[key]) for key in ("name", "id", "userid", "uid", "mid", "idstr", "did") if _scalar(keys.get(key))
    ]
    return [handle for handle in found if handle and len(handle) < 120]


def handle_of(keys: Mapping[str, Any]) -> str:
    """The handle the object gives, or an empty string."""
    for key in HANDLE_KEYS:
        value = keys.get(key)
        if isinstance(value, str) and 0 < len(value) <= 100 and "/" not in value and " " not in value:
            return value.lstrip("@")
    name = keys.get("name")
    if isinstance(name, str) and "displayname" in keys and name and " " not in name:
        return name.lstrip("@")
    return ""


def read_person(person: Mapping[str, Any], host: str = "") -> Iterator[tuple[str, str]]:
    """(field name, words) for everything the object says; values are still raw text, counts are digits."""
    keys = whole_keys(person)
    stats = [plain_keys(keys[key]) for key in _KEYS["stats"] if isinstance(keys.get(key), dict)]
    if handle := handle_of(keys):
        yield "handle", handle
    if name := _display(keys, handle):
        yield "display_name", name
    if bio := _first_text(keys, _KEYS["bio"]):
        yield "bio", bio
    if place := _place(keys):
        yield "location", place
    yield from _addresses(keys, host)
    yield from (("groups", group) for group in _groups(keys))
    if avatar := _address(_first(keys, _KEYS["avatar"])):
        yield "avatar", avatar
    if joined := _moment(_first(keys, _KEYS["joined"])):
        yield "joined", joined
    for name, wanted in (("followers", _KEYS["followers"]), ("following", _KEYS["following"])):
        number = next((n for source in (*stats, keys) if (n := _number(source, wanted)) is not None), None)
        if number is not None:
            yield name, str(number)
    for name in _SIMPLE:
        value = _first_text(keys, _KEYS[name])
        if value and len(value) < 200 and (name != "email" or _EMAIL.match(value)):
            yield name, value


def _scalar(value: object) -> bool:
    return isinstance(value, (str, int)) and not isinstance(value, bool)


def _first(keys: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((keys[name] for name in names if keys.get(name) not in (None, "", [], {}, False)), None)


def _first_text(keys: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := text_of(keys.get(name)))), "")


def _display(keys: Mapping[str, Any], handle: str) -> str:
    # Where the address uses a separate name, the user name is what the page shows in its heading.
    if ("permalink" in keys or "pathalias" in keys) and (shown := text_of(keys.get("username"))):
        return shown
    for name in _KEYS["display_name"]:
        if name == "title" and ("name" in keys or "username" in keys or "login" in keys):
            continue
        value = keys.get(name)
        text = text_of(value)
        if text and not text.startswith("@") and len(text) <= 120:
            return text
    first, last = (
        text_of(keys.get("firstname") or keys.get("givenname")),
        text_of(keys.get("lastname") or keys.get("familyname")),
    )
    return f"{first} {last}".strip()


def text_of(value: Any) -> str:
    """Words of a value: text, a number, an object's `text`, `name` or `value`, or a list of such."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, str):
        return words_of(value).strip()
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, dict):
        keys = plain_keys(value)
        return next((text_of(keys[key]) for key in _TEXT_KEYS if isinstance(keys.get(key), str) and keys[key]), "")
    if isinstance(value, list):
        parts = [part for item in value[:20] if not isinstance(item, list) and (part := text_of(item))]
        return (
            parts[0]
            if len(parts) == 1
            else ", ".join(parts)
            if all(len(p) < 80 for p in parts)
            else "\n".join(parts)
        )
    return ""


def _place(keys: Mapping[str, Any]) -> str:
    for name in _KEYS["location"]:
        value = keys.get(name)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict) and (place := _parts_of_place(plain_keys(value))):
            return place
        if (text := text_of(value)) and len(text) < 200 and not text.startswith(("http", "{")):
            return text
    return _parts_of_place(keys)


def _parts_of_place(keys: Mapping[str, Any]) -> str:
    parts: list[str] = []
    for options in (
        ("city", "cityname", "locality", "addresslocality", "localityname"),
        ("state", "region", "province", "addressregion"),
        ("country", "countryname", "addresscountry", "countrycode", "loccountrycode"),
    ):
        text = _first_text(keys, options)
        if text and len(text) < 80 and not text.isdigit() and text not in parts:
            parts.append(text)
    return ", ".join(parts)


def _addresses(keys: Mapping[str, Any], host: str) -> Iterator[tuple[str, str]]:
    for name in _KEYS["website"]:
        value = keys.get(name)
        for item in value[:5] if isinstance(value, list) else [value]:
            url = unwrap(whole(_address(item)))
            if url and (not host or host not in url.split("/")[2]):
                yield "website", url
    for item in values_at(keys.get("entities"), "url.urls.*.expanded_url")[:5]:
        if isinstance(item, str) and (url := whole(item)):
            yield "website", url
    for name in _KEYS["links"]:
        value = keys.get(name)
        items = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
        for item in items[:200]:
            url = unwrap(whole(_address(item)))
            if url and (not host or host not in url.split("/")[2]):
                yield "links", url


def _groups(keys: Mapping[str, Any]) -> list[str]:
    """Names of groups in a list of objects; those a forum puts everybody into by itself are none."""
    found: list[str] = []
    for name in _KEYS["groups"]:
        value = keys.get(name)
        for item in value[:100] if isinstance(value, list) else []:
            group = plain_keys(item) if isinstance(item, dict) else {}
            community = group.get("community") or group.get("group")
            inner = plain_keys(community) if isinstance(community, dict) else group
            text = _first_text(inner, ("fullname", "displayname", "title", "name"))
            if text and len(text) < 120 and inner.get("automatic") is not True and text not in found:
                found.append(text)
    return found


def _address(value: Any) -> str:
    """The address in a text, an object's `url`, or the last of a list of sizes."""
    if isinstance(value, str):
        match = re.search(r"""href=["']([^"']+)""", value)
        return match.group(1) if match else value.strip()
    if isinstance(value, dict):
        keys = plain_keys(value)
        return next((found for key in _URL_KEYS if (found := _address(keys.get(key)))), "")
    if isinstance(value, list) and value:
        return _address(value[-1])
    return ""


def _number(keys: Mapping[str, Any], names: tuple[str, ...]) -> int | None:
    for name in names:
        value = keys.get(name)
        if isinstance(value, dict):
            inner = plain_keys(value)
            value = next(
                (
                    inner[key]
                    for key in ("count", "total", "totalcount", "value", "simpletext", "text", "content")
                    if inner.get(key) is not None
                ),
                None,
            )
        if isinstance(value, bool):
            continue
        if isinstance(value, int) and value >= 0:
            return value
        if (
            isinstance(value, str)
            and value[:1].isdigit()
            and len(value) < 40
            and (number := count(value)) is not None
        ):
            return number
    return None


def _moment(value: Any) -> str:
    """A date as written, or ISO 8601 for seconds, milliseconds and microseconds since 1970."""
    if isinstance(value, str) and value.isdigit() and len(value) in (10, 13, 16):
        value = int(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        seconds = value / (10**6 if value > 10**14 else 1000 if value > 10**11 else 1)
        if 0 < seconds < 4 * 10**9:
            return datetime.fromtimestamp(seconds, UTC).date().isoformat()
        return ""
    text = text_of(value)
    return text if _DATE.search(text) and len(text) < 60 else ""


def values_at(value: Any, path: str) -> list[Any]:
    """Values at the end of a dotted path."""
    return [found for found, _ in follow(value, tuple(path.split(".")))]
