"""How plainly a page shows one profile: what was read, weighed, in plain sentences."""

from __future__ import annotations

from dataclasses import dataclass

from privacy_check.model import Field
from scanners.extract.jsonld import PEOPLE, main_types
from scanners.extract.names import is_name
from scanners.extract.page import fold
from scanners.signs import Scene, is_there
from scanners.extract.target import plain

ENOUGH = 3  # from here a page is believed to show a profile
STRONG = 5  # from here a sign of a wall on the same page only hides part of it


@dataclass(frozen=True)
class Weight:
    """`points` for a profile, the `words` for why, and whether any of it is drawn on the page."""

    points: int
    words: tuple[str, ...]
    drawn: bool
    named: bool


def weigh(scene: Scene, found: dict[str, list[Field]]) -> Weight:
    """Adds up what speaks for a profile of this account; the site's own data never counts."""
    points, words = 0, []
    for worth, sentence in _signs(scene, found):
        points += worth
        words.append(sentence)
    names = [item.text for items in found.values() for item in items if item.name == "display_name"]
    on_page = fold(" ".join(scene.page.lines[:1500]))
    drawn = any(fold(name) in on_page for name in names) or any(
        item.name in ("bio", "followers", "location") for item in found.get("visible", ())
    )
    return Weight(points, tuple(words), drawn or scene.page.is_json, bool(names) or _has_handle(scene, found))


def _signs(scene: Scene, found: dict[str, list[Field]]) -> list[tuple[int, str]]:
    page, target = scene.page, scene.target
    signs: list[tuple[int, str]] = []

    def add(worth: int, sentence: str) -> None:
        signs.append((worth, sentence))

    names_of = {reader: {item.name for item in items} for reader, items in found.items()}
    own = names_of.get("rules", set()) - {"handle", "avatar", "links"}
    if scene.target.platform is not None and any(is_there(m, scene) for m in scene.target.platform.markers.visible):
        add(2, f"The page carries the signs of a {target.platform.name if target.platform else ''} profile.")
    if own:
        add(min(len(own), 3), "Fields stand where this site keeps them: " + ", ".join(sorted(own)) + ".")
    if embedded := found.get("embedded", []):
        sure = embedded[0].confidence >= 0.85
        add(4 if sure else 1, "The page's data hold this account." if sure else "The page's data hold one account.")
    if names_of.get("jsonld"):
        add(3 if main_types(page) & PEOPLE else 2, "The page declares a person in JSON-LD.")
    if "display_name" in names_of.get("microdata", set()):
        add(3, "The page marks up a person.")
    if "display_name" in names_of.get("h-card", set()):
        add(3, "The page holds a contact card (h-card).")
    if page.meta("og:type").casefold().endswith(("profile", ":user", ":member", "profile.page", "musician", "person")):
        add(2, "The page calls itself a profile (og:type).")
    if page.meta("profile:username", "profile:first_name"):
        add(2, "The page names a profile in its header.")
    if _has_handle(scene, found):
        add(2, "The page names the account that was asked for.")
    if target.path and (target.points_here(page.canonical) or target.points_here(page.meta("og:url"))):
        add(1, "The page gives itself this address.")
    seen = names_of.get("visible", set()) | names_of.get("opengraph", set())
    for name in ("followers", "following"):
        if name in seen:
            add(1, f"A number of {name} is shown.")
    if any(item.source.startswith("visible text (") for item in found.get("visible", ())):
        labels = {item.name for item in found["visible"] if item.source.startswith("visible text (")}
        add(min(len(labels), 2), "Labelled facts are shown: " + ", ".join(sorted(labels)) + ".")
    classed = {item.name for item in found.get("visible", ()) if item.source == "visible text"} & {"bio", "location", "display_name", "website"}
    if classed:
        add(min(len(classed), 2), "Parts of a profile are shown: " + ", ".join(sorted(classed)) + ".")
    return signs


def _has_handle(scene: Scene, found: dict[str, list[Field]]) -> bool:
    """True when a title, heading, profile field or own label holds the handle (not merely the source)."""
    page, target = scene.page, scene.target
    if not target.key or len(target.key) < 2:
        return False
    if any(plain(item.text) in target.keys for items in found.values() for item in items if item.name == "handle" and item.source != "address"):
        return True
    texts = (page.title, page.meta("og:title"), page.meta("twitter:title"), *page.headings[:6])
    if any(target.key in fold(text).replace(" ", "") for text in texts if len(target.key) > 2):
        return True
    return any(fold(line).lstrip("@") == target.key for line in page.lines[:400])


def profile_like(found: dict[str, list[Field]]) -> bool:
    """True when a name was read at all."""
    return any(item.name == "display_name" and is_name(item.text) for items in found.values() for item in items)


