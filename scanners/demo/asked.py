"""What pretend pages that fetch their words are given: by GET, by a message that reads, or after a key."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from scanners.demo.cast import Cast
from scanners.demo.facts import facts
from scanners.demo.persona import PretendAccount

HTML = "text/html; charset=utf-8"
JSON = "application/json"
KEY = "a-visitor-of-the-pretend-network"
AT_A_TIME = 3


@dataclass(frozen=True)
class Answer:
    """A whole answer: status, body, type and further headers; with `hangs` it never comes to its end."""

    status: int
    body: bytes
    media_type: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)
    hangs: bool = False


def fetched(platform: str, name: str, port: int, cast: Cast) -> Answer | None:
    """What a page asks for with GET at a path without its first slash; None for what is no data."""
    if platform == "swapsies" and (asked := re.fullmatch(r"api/member/([^/]+)", name)):
        return _wardrobe(_open_page(cast, platform, asked[1]), port)
    if platform == "rollalong" and (asked := re.fullmatch(r"api/notes/([^/]+)/(\d{1,3})", name)):
        page, first = _open_page(cast, platform, asked[1]), int(asked[2]) * AT_A_TIME
        return _json({"notes": _notes(page)[first : first + AT_A_TIME]}) if page else _none()
    if platform == "dawdle" and name == "slow.js":
        return Answer(200, b"// It goes on and on", "text/javascript; charset=utf-8", hangs=True)
    return None


def posted(at: tuple[str, str], headers: Mapping[str, str], body: str, port: int, cast: Cast) -> Answer | None:
    """The answer to a POST at a platform and target; None where nobody posts. Header names are lower case."""
    match at[0], urlsplit(at[1]).path:
        case "murmur", "/graphql":
            return _murmured(headers, body, port, cast)
        case "keyhole", "/guest/key":
            return _json({"key": KEY})
        case "keyhole", "/api/door":
            return _behind_the_door(headers, body, port, cast)
    return None


def _murmured(headers: Mapping[str, str], body: str, port: int, cast: Cast) -> Answer:
    """Reads and writes come on one path, told apart by the name of what is asked for."""
    form = parse_qs(body)
    name = form.get("fb_api_req_friendly_name", [""])[0]
    if name != headers.get("x-fb-friendly-name"):
        return Answer(400, b'{"error":"two names"}', JSON)
    if name == "MurmurSeenMutation":
        return _json({"data": {"seen": True}})
    if name != "MurmurProfileQuery":
        return _none()
    handle = str(_read(form.get("variables", ["{}"])[0]).get("handle", ""))
    return _told(_open_page(cast, "murmur", handle), port)


def _behind_the_door(headers: Mapping[str, str], body: str, port: int, cast: Cast) -> Answer:
    if headers.get("x-key") != KEY:
        return Answer(401, b'{"error":"fetch a key first"}', JSON)
    return _told(_open_page(cast, "keyhole", str(_read(body).get("door", ""))), port)


def _told(page: PretendAccount | None, port: int) -> Answer:
    if page is None:
        return _none()
    given = facts(page, port)
    person = {"name": given["name"], "handle": page.handle, "words": page.content.bio,
              "town": page.content.location, "phone": page.content.phone, "picture": given["avatar"],
              "notes": _notes(page)}  # fmt: skip
    return _json({"data": person})


def _wardrobe(page: PretendAccount | None, port: int) -> Answer:
    if page is None:
        return _none()
    content = facts(page, port)
    body = {
        "member": {"name": content["name"], "handle": page.handle, "words": page.content.bio,
                   "town": page.content.location, "since": page.content.joined, "picture": content["avatar"],
                   "phone": page.content.phone},
        "listings": [{"line": entry.text, "price": entry.figures, "place": entry.place, "when": entry.at}
                     for entry in page.content.posts],
        "pictures": [address for _, address in content["photos"]],
    }  # fmt: skip
    return _json(body)


def _notes(page: PretendAccount) -> list[dict[str, str]]:
    return [{"line": entry.text, "when": entry.at} for entry in page.content.posts]


def _open_page(cast: Cast, platform: str, handle: str) -> PretendAccount | None:
    page = cast.page(platform, handle)
    return page if page is not None and page.behaviour in ("open", "dialog") else None


def _read(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}


def _json(document: object) -> Answer:
    return Answer(200, json.dumps(document).encode(), JSON)


def _none() -> Answer:
    return Answer(404, b'{"error":"not found"}', JSON)
