"""What the page of somebody on the pretend network may use."""

from __future__ import annotations

from typing import Any

from scanners.demo.persona import PretendAccount
from scanners.demo.places import host_of, sites


def facts(page: PretendAccount, port: int) -> dict[str, Any]:
    """What a profile's template may use."""
    content = page.content
    base = host_of(page.platform, port)
    notice = sites()[page.platform]["notices"].get("private", {})
    return {
        "page": page,
        "content": content,
        "name": content.display_name or page.handle,
        "handle": page.handle,
        "url": page.account(port).url,
        "base": base,
        "avatar": f"{base}media/avatar/{page.handle}.png",
        "cover": f"{base}media/cover/{page.handle}.jpg",
        "photos": [(photo, f"{base}media/photo/{page.handle}/{n}.jpg") for n, photo in enumerate(content.photos)],
        "groups": [group for group in content.groups if group.kind == "public"],
        "pairs": [{"words": words, "address": address} for words, address in content.links],
        "squares": [] if page.behaviour == "private" else _squares(page, base),
        "alumni": [{"@type": "EducationalOrganization", "name": line} for line in content.education],
        "locked": page.behaviour == "private",
        "dialog": page.behaviour == "dialog",
        "private": {
            key: worded(words, content.display_name or page.handle, page.handle) for key, words in notice.items()
        },
    }


def _squares(page: PretendAccount, base: str) -> list[dict[str, str]]:
    """The pictures of an account as data; `line` is all that is told about one, in a sentence."""
    return [
        {
            "words": photo.caption,
            "place": photo.place,
            "when": photo.at,
            "line": " · ".join(part for part in (photo.caption, photo.place, photo.at) if part),
            "picture": f"{base}media/photo/{page.handle}/{number}.jpg",
        }
        for number, photo in enumerate(page.content.photos)
    ]


def worded(text: str, name: str, handle: str) -> str:
    """A notice with the name and handle filled in."""
    return text.replace("{name}", name).replace("{handle}", handle)
