"""Whether a dated sign from a data file is on a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from privacy_check.model import Capture, PageKind
from scanners.extract.page import Page, fold
from scanners.extract.selectors import values_in
from scanners.extract.target import Target
from scanners.extract.walk import Found
from scanners.platforms.schema import Marker

THIN_WORDS = 2_500  # characters of visible text; interstitials and error pages have fewer


@dataclass(frozen=True)
class Look:
    """How a page was reached and what it had to do without: what only a browser knows, and a saved page has lost.

    `missing`, `missing_status`, `hindered`, `unfinished` and `served` are those of a Capture.
    """

    status: int | None = None
    final_url: str = ""
    redirects: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    missing_status: int | None = None
    hindered: tuple[str, ...] = ()
    unfinished: bool = False
    served: str | None = None

    @classmethod
    def of(cls, capture: Capture) -> Look:
        """The look that brought a capture home."""
        return cls(
            capture.status,
            capture.final_url,
            capture.redirects,
            capture.headers,
            capture.missing,
            capture.missing_status,
            capture.hindered,
            capture.unfinished,
            capture.served,
        )


@dataclass(frozen=True)
class Scene:
    """Everything a sign may be sought in."""

    page: Page
    target: Target
    addressed: PageKind | None
    look: Look

    @property
    def thin(self) -> bool:
        """True when the page shows few words."""
        return len(self.page.words) < THIN_WORDS

    def objects(self) -> list[Found]:
        """JSON objects of the page, those of JSON-LD too."""
        return [*self.page.objects, *self.page.linked_objects]


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A compiled pattern, case ignored."""
    return re.compile(text, re.IGNORECASE)


def is_there(marker: Marker, scene: Scene) -> bool:
    """True when the sign is on the page; a broken selector or pattern is never there."""
    if marker.with_status and scene.look.status not in marker.with_status:
        return False
    if marker.thin and not scene.thin:
        return False
    if marker.also and not _in_source(marker.also, scene):
        return False
    try:
        return _KINDS[marker.kind](marker.value, scene)
    except (ValueError, re.error):
        return False


def special(name: str, scene: Scene) -> Marker | None:
    """The platform's own sign of that outcome, if it is there."""
    platform = scene.target.platform
    markers: tuple[Marker, ...] = getattr(platform.markers, name, ()) if platform else ()
    return next((marker for marker in markers if is_there(marker, scene)), None)


def _filled(value: str, scene: Scene, literal: bool = True) -> str:
    handle = scene.target.handle
    return value.replace("{handle}", handle if literal else re.escape(handle)) if "{handle}" in value else value


def _in_source(value: str, scene: Scene) -> bool:
    text = _filled(value, scene)
    if text in scene.page.source:
        return True
    apart = text.replace("’", "'").replace("‘", "'")
    return "'" in apart and apart in scene.page.folded_source


def _matches(value: str, texts: tuple[str, ...], scene: Scene) -> bool:
    wanted = pattern(_filled(value, scene, literal=False))
    return any(wanted.search(text) for text in texts if text)


def _status(value: str, scene: Scene) -> bool:
    return scene.look.status is not None and str(scene.look.status) == value.strip()


def _final_url(value: str, scene: Scene) -> bool:
    final = scene.look.final_url
    # An address asked for may itself hold the words; only an address the look was sent to counts.
    return bool(final) and _filled(value, scene) in final and _filled(value, scene) not in scene.target.url


def _redirect(value: str, scene: Scene) -> bool:
    return any(_filled(value, scene) in address for address in scene.look.redirects)


def _meta(value: str, scene: Scene) -> bool:
    name, equals, wanted = value.partition("=")
    texts = tuple(scene.page.metas.get(name.strip().casefold(), ()))
    return bool(texts) if not equals else _matches(wanted, texts, scene)


def _css(value: str, scene: Scene) -> bool:
    return scene.page.tree.css_first(_filled(value, scene)) is not None


def _script(value: str, scene: Scene) -> bool:
    text = _filled(value, scene)
    return any(text in script.text for script in scene.page.scripts)


def _json(value: str, scene: Scene) -> bool:
    path, equals, wanted = value.partition("=")
    for found in values_in(scene.objects(), path.strip(), "", scene.target, empty=True):
        if not equals:
            if found not in (None, "", [], {}, False):
                return True
        elif _matches(wanted, (json_words(found),), scene):
            return True
    return False


def json_words(value: Any) -> str:
    """A JSON scalar as text: `true`, `false`, `null` in lower case; `[]` for an empty list."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, dict)):
        return ("[]" if isinstance(value, list) else "{}") if not value else "..."
    return str(value)


def _header(value: str, scene: Scene) -> bool:
    name, equals, wanted = value.partition("=")
    texts = tuple(text for key, text in scene.look.headers.items() if key.casefold() == name.strip().casefold())
    return bool(texts) if not equals else _matches(wanted, texts, scene)


_KINDS = {
    "status": _status,
    "final_url": _final_url,
    "redirect": _redirect,
    "title": lambda value, scene: _matches(value, (scene.page.title,), scene),
    "heading": lambda value, scene: _matches(value, scene.page.headings, scene),
    "text": lambda value, scene: fold(_filled(value, scene)) in scene.page.folded_words,
    "body": _in_source,
    "script": _script,
    "meta": _meta,
    "css": _css,
    "json": _json,
    "header": _header,
}
