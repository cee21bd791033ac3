"""How plainly a page shows one profile: what was read, weighed, in plain sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from privacy_check.model import Field, PageKind, Whose
from privacy_check.sentences import say
from privacy_check.text.name_letters import letters, spellings
from scanners.extract.fields import UNREAD
from scanners.extract.jsonld import PEOPLE, main_types
from scanners.extract.merge import BLOCKS
from scanners.extract.names import calls_profile, is_invitation
from scanners.extract.page import fold, host_of
from scanners.extract.people import is_person
from scanners.extract.sentences import parts
from scanners.extract.signs import Scene, is_there
from scanners.extract.target import plain

Sign = tuple[int, str]
_PROFILE_TYPES = ("profile", ":user", ":member", "profile.page", "musician", "person")
_PARTS = frozenset({"bio", "location", "display_name", "website"})
_SEEN = ("bio", "followers", "location")
_WHOLE = frozenset(
    {"bio", "followers", "following", "location", "website", "links", "joined", "posts", "employer"}
)
_POINTER = re.compile(r"/(?:@|~|(?:u|users?|members?|profiles?|people|in|author|artist|channel|c|a)/)[^/]+")
_SPOKEN = re.compile(r"(?<![\w'’])(?:I|I['’]m|[Mm]y|[Mm]e)(?![\w])")
_TITLE_PARTS = re.compile(r"\s+[|\-–—·•:]\s+|\s*[|·•]\s*|:\s+")
_CONTACT = re.compile(r"(?<![\w.])(?:\+|0)\d(?:[\s().-]{0,2}\d){8,13}(?!\d)|[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,}")
SPEAKS = 2  # words in the first person from which a page speaks as its owner
_ASKED = re.compile(r"[?&](?:user(?:name|_?id)?|uid|u|member|profile|author)=[^&#]", re.IGNORECASE)
ENOUGH = 3  # from here a page is believed to show a profile
STRONG = 5  # from here a sign of a wall on the same page only hides part of it


@dataclass(frozen=True)
class Weight:
    """`points` for a profile, the `words` for why, and whether any of it is drawn on the page."""

    points: int
    words: tuple[str, ...]
    drawn: bool
    named: bool
    addressed: bool


def weigh(scene: Scene, found: dict[str, list[Field]]) -> Weight:
    """Adds up what speaks for a profile of this account; the site's own data never counts."""
    points, words = 0, []
    for worth, sentence in _signs(scene, found):
        points += worth
        words.append(sentence)
    names = [item.text for items in found.values() for item in items if item.name == "display_name"]
    addressed = _has_handle(scene, found)
    named = bool(names) or addressed or (scene.page.is_json and bool(found.get("embedded")))
    return Weight(points, tuple(words), _drawn(scene, found, names), named, addressed)


def _drawn(scene: Scene, found: dict[str, list[Field]], names: list[str]) -> bool:
    """True when a visitor sees more than a card: words on the page, or all of the profile in its data."""
    if scene.page.is_json or any(item.name in _SEEN for item in found.get("visible", ())):
        return True
    if names and _on_the_page({fold(name) for name in names}, scene.page.lines[:1500]):
        return True
    # A page that draws itself by script holds the whole profile in its data.
    held = [item for reader in ("rules", "embedded") for item in found.get(reader, ()) if _in_data(item)]
    return len({item.name for item in held} & _WHOLE) > 2


def _on_the_page(names: set[str], lines: Sequence[str]) -> bool:
    """True when one of the folded names stands in the lines, invitations apart."""
    words = [re.findall(r"\w+", name) for name in names]
    # A line with none of their words neither shows a name nor hides one, and most lines are such.
    near = re.compile("|".join(re.escape(word) for each in words for word in each) if all(words) else "")
    shown = fold(
        " ".join(
            line
            for line in lines
            if not (near.search(unicodedata.normalize("NFC", line).casefold()) and is_invitation(line))
        )
    )
    return any(name in shown for name in names)


def _in_data(item: Field) -> bool:
    return item.source.startswith("page data") and item.confidence >= 0.7


def _signs(scene: Scene, found: dict[str, list[Field]]) -> list[Sign]:
    names = {reader: {item.name for item in items} for reader, items in found.items()}
    about = [
        *_declared(scene, found, names),
        *_shown(found, names),
        *_speaks(scene, found),
        *_can_be_reached(scene, found),
    ]
    whose = list(_addressed(scene, found))
    if about or (not _echoes(scene, found) and (_at_a_profile(scene) or calls_profile(scene.page.title))):
        return [*about, *whose]
    # An article on somebody bears the name in its title and its address too.
    return whose[:1]


def _echoes(scene: Scene, found: dict[str, list[Field]]) -> bool:
    """True when all that was read is the handle asked for, and not as a heading: any wall can repeat that."""
    if any(scene.target.is_me(heading) for heading in scene.page.headings[:6]):
        return False
    told = ("handle", "avatar", "page_text", "unread")
    read = [item for items in found.values() for item in items if item.name not in told]
    return all(
        item.name == "display_name" and (scene.target.is_me(item.text) or item.confidence < 0.5) for item in read
    )


def _at_a_profile(scene: Scene) -> bool:
    """True when the address alone tells a profile: by its platform, its shape, or a host of the person's own."""
    target = scene.target
    if target.platform is not None and target.platform.id != "generic":
        return scene.addressed is PageKind.PROFILE
    return not target.path or bool(_POINTER.search(f"/{target.path}") or _ASKED.search(target.url))


def _declared(scene: Scene, found: dict[str, list[Field]], names: dict[str, set[str]]) -> Iterator[Sign]:
    """What the page's structure says it is."""
    page, platform = scene.page, scene.target.platform
    if platform is not None and any(is_there(marker, scene) for marker in platform.markers.visible):
        yield 2, say("looking.sign.site", site=platform.name)
    if own := names.get("rules", set()) - {"handle", "avatar", "links"}:
        yield min(len(own), 3), say("looking.sign.kept_there", parts=parts(own))
    if embedded := found.get("embedded"):
        sure = embedded[0].confidence >= 0.85
        yield (4, say("looking.sign.this_account")) if sure else (1, say("looking.sign.one_account"))
    if names.get("jsonld"):
        yield (3 if main_types(page) & PEOPLE else 2), say("looking.sign.declared")
    if any(item.source in ("JSON-LD", "microdata", "h-card") for item in found.get(UNREAD, ())):
        yield 1, say("looking.sign.people")
    if "display_name" in names.get("microdata", ()):
        yield 3, say("looking.sign.marked")
    if "display_name" in names.get("h-card", ()):
        yield 3, say("looking.sign.card")
    if page.meta("og:type").casefold().endswith(_PROFILE_TYPES):
        yield 2, say("looking.sign.own_kind")
    if page.meta("profile:username", "profile:first_name"):
        yield 2, say("looking.sign.in_header")
    if any(item.source == "rel=me" for item in found.get("h-card", ())):
        yield 2, say("looking.sign.own_links")


def _addressed(scene: Scene, found: dict[str, list[Field]]) -> Iterator[Sign]:
    """Whether the page is about the account that was asked for."""
    page, target = scene.page, scene.target
    if _has_handle(scene, found):
        yield 2, say("looking.sign.named")
    if target.platform is None and (_POINTER.search(f"/{target.path}") or _ASKED.search(target.url)):
        yield 1, say("looking.sign.address")
    names = {fold(item.text) for item in found.get("opengraph", ()) if item.name == "display_name"}
    if names and any(fold(line) in names for line in page.lines[:400]):
        yield 1, say("looking.sign.title_shown")
    declared = [item for item in found.get("opengraph", ()) if item.name == "display_name"]
    if declared and calls_profile(page.title):
        yield 2, say("looking.sign.title_says")
    told = fold(f"{page.meta('description')} {page.meta('keywords')}")
    if any(len(name) > 2 and name in told for name in names):
        yield 1, say("looking.sign.repeated")
    own = (page.canonical, page.meta("og:url"))
    if (target.path and any(target.points_here(url) for url in own)) or (
        not target.path and target.host and any(host_of(url) == target.host for url in own if url)
    ):
        yield 1, say("looking.sign.own_address")


def _shown(found: dict[str, list[Field]], names: dict[str, set[str]]) -> Iterator[Sign]:
    """What a visitor reads."""
    seen = names.get("visible", set()) | names.get("opengraph", set())
    for name in ("followers", "following"):
        if name in seen:
            yield 1, say("looking.sign.shows", parts=parts([name]))
    visible = found.get("visible", [])
    labels = {item.name for item in visible if item.source.startswith("visible text (")}
    if labels:
        yield min(len(labels), 2), say("looking.sign.labels", parts=parts(labels))
    pieces = {item.name for item in visible if item.source == "visible text"} & _PARTS
    if pieces:
        yield min(len(pieces), 2), say("looking.sign.shows", parts=parts(pieces))


def _speaks(scene: Scene, found: dict[str, list[Field]]) -> Iterator[Sign]:
    """Whether the page speaks in the first person under a name that its own address holds."""
    said = (item.text for item in found.get(BLOCKS, ()) if item.whose is Whose.OWNER)
    if sum(len(_SPOKEN.findall(text)) for text in said) < SPEAKS:
        return
    address = letters(f"{scene.target.host} {scene.target.path}")
    for part in (*_TITLE_PARTS.split(scene.page.title), *scene.page.headings[:6]):
        name = part.strip().removeprefix("About ").removesuffix("'s page")
        own = bool(scene.target.key) and letters(name) == letters(scene.target.key)
        if own or (is_person(name) and letters(name) in address):
            yield 3, say("looking.sign.speaks")
            return


def _can_be_reached(scene: Scene, found: dict[str, list[Field]]) -> Iterator[Sign]:
    """Whether a contact in the owner's words stands under the owner's name.

    That is a heading or a line with the name in the title, or a heading with the one in the address.
    """
    if not any(_CONTACT.search(item.text) for item in found.get(BLOCKS, ()) if item.whose is Whose.OWNER):
        return
    address = letters(f"{scene.target.host} {scene.target.path}")
    if any(is_person(heading) and letters(heading) in address for heading in scene.page.headings[:3]):
        yield 2, say("looking.sign.contact")
        return
    title = [part.strip() for part in _TITLE_PARTS.split(scene.page.title)]
    called = {letters(part) for part in title if is_person(part) or scene.target.is_me(part)} - {""}
    if any(letters(line) in called for line in (*scene.page.headings[:6], *scene.page.lines[:400])):
        yield 2, say("looking.sign.contact")


def _has_handle(scene: Scene, found: dict[str, list[Field]]) -> bool:
    """True when a title, heading, profile field or own label holds the handle (not merely the source)."""
    page, target = scene.page, scene.target
    if not target.key or len(target.key) < 2:
        return False
    if any(
        plain(item.text) in target.keys
        for items in found.values()
        for item in items
        if item.name == "handle" and item.source != "address"
    ):
        return True
    texts = (page.title, page.meta("og:title"), page.meta("twitter:title"), *page.headings[:6])
    if any(target.key in fold(text).replace(" ", "") for text in texts if len(target.key) > 2):
        return True
    if any(
        len(key) > 4 and key in form for key in spellings(target.key) for text in texts for form in spellings(text)
    ):
        return True
    return any(fold(line).lstrip("@") == target.key for line in page.lines[:400])
