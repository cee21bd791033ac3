"""Bringing the readers together: per field the most telling reader wins, lists are joined."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from privacy_check.model import Field, SeenBy, Whose
from privacy_check.sentences import say
from scanners.extract.blocks import Blocks, read_blocks
from scanners.extract.embedded import read_embedded
from scanners.extract.fields import MANY, NAMES, UNREAD, field
from scanners.extract.jsonld import read_jsonld
from scanners.extract.links import is_platform
from scanners.extract.microdata import read_microdata
from scanners.extract.microformats import read_microformats
from scanners.extract.opengraph import read_opengraph
from scanners.extract.page import Page
from scanners.extract.selectors import read_rules
from scanners.extract.target import Target, plain
from scanners.extract.visible import read_visible

_SPOKEN = re.compile(r"[A-Za-z0-9_.-]{2,40}")
BLOCKS = "blocks"
NOT_READ = "reading.page.in_part"
# What a reader takes from words on the page, and what stands in another person's or the site's words as well.
_SHOWN = ("visible", "h-card", "microdata", "opengraph")
_PERSONAL = frozenset(
    ("email", "phone", "birthday", "address", "location", "employer", "job_title", "education", "bio", "posts")
)
_GAPS = re.compile(r"[\W_]+")
_LONG = 20  # characters from which a repeated line tells nothing new; a shorter one may belong to an address
Reader = Callable[[Page, Target], list[Field]]
READERS = ("rules", "embedded", "jsonld", "microdata", "h-card")


def read_all(page: Page, target: Target) -> dict[str, list[Field]]:
    """What each reader found, by reader, strongest first; a reader that fails is listed under `UNREAD`."""
    readers: dict[str, Reader] = {"rules": read_rules, "embedded": read_embedded}
    if not page.is_json:
        readers |= {
            "jsonld": read_jsonld,
            "microdata": read_microdata,
            "h-card": read_microformats,
            "opengraph": read_opengraph,
            "visible": read_visible,
        }
    found: dict[str, list[Field]] = {}
    for name, reader in readers.items():
        try:
            read = reader(page, target)
        except Exception:  # a stranger wrote the page: one reader's failure must not hide what the others saw
            read = [_unread(say(NOT_READ))]
        found[name] = [item for item in read if item.name != UNREAD]
        if page.is_json and _is_over(found[name]):
            found[UNREAD] = [*found.get(UNREAD, ()), _unread(say("looking.long_answer"))]
        if len(found[name]) < len(read):
            found[UNREAD] = [*found.get(UNREAD, ()), *(item for item in read if item.name == UNREAD)]
    try:
        blocks = read_blocks(page, target, _names(found))
    except Exception:  # as above
        found[UNREAD] = [*found.get(UNREAD, ()), _unread(say(NOT_READ))]
        return found
    if blocks.unread:
        found[UNREAD] = [*found.get(UNREAD, ()), *map(_unread, blocks.unread)]
    _leave_to_their_writers(found, blocks)
    found[BLOCKS] = list(blocks.fields)
    return found


def _is_over(items: list[Field]) -> bool:
    """True when more is found of a kind than is kept of it."""
    return any(len(_distinct(item for item in items if item.name == name)) > most for name, most in MANY.items())


def _unread(sentence: str) -> Field:
    return Field(UNREAD, sentence, "page")


def _names(found: dict[str, list[Field]]) -> list[str]:
    """The names that readers found for the page's owner; those that only guess by place are left out."""
    readers = (*READERS, "opengraph")
    return [item.text for name in readers for item in found.get(name, ()) if item.name == "display_name"][:6]


def _leave_to_their_writers(found: dict[str, list[Field]], blocks: Blocks) -> None:
    """Drops what a reader took from another person's or the site's words and the owner's own words do not hold."""
    others = _letters(f"{blocks.said_by(Whose.OTHER)}\n{blocks.said_by(Whose.SITE)}")
    if not others:
        return
    own = _letters(blocks.said_by(Whose.OWNER))
    for name in _SHOWN:
        found[name] = [
            item
            for item in found.get(name, ())
            if item.name not in _PERSONAL
            # Whom the owner works for is the owner's fact, though the firm's own card tells it.
            or (item.name == "employer" and name in ("h-card", "microdata"))
            or (core := _letters(item.text)[:200]) in own
            or core not in others
        ]


def _letters(text: str) -> str:
    return _GAPS.sub("", text.casefold())


def merge(found: dict[str, list[Field]], target: Target, seen_by: SeenBy) -> tuple[Field, ...]:
    """One field per name (lists: every different value, in order), each with the reader it came from."""
    by_name: dict[str, list[Field]] = {name: [] for name in NAMES}
    for items in _tiers(found):
        for item in items:
            by_name.setdefault(item.name, []).append(item)
    _agree_on_handle(by_name, target)
    _split_links(by_name, target)
    by_name["friends"] = _count_first(by_name["friends"])
    _prefer_a_spoken_name(by_name, target)
    if not by_name["bio"] and by_name["job_title"] and "\n" not in by_name["job_title"][0].text:
        # On CV sites the line under the name is all the person says of themselves.
        by_name["bio"] = [replace(by_name["job_title"][0], name="bio", confidence=0.5)]
    merged: list[Field] = []
    for name, items in by_name.items():
        if name == "page_text":
            continue
        kept = _distinct(items)[: MANY.get(name, 1)] if name in MANY else _one(name, items)
        merged.extend(replace(item, item=index, seen_by=seen_by) for index, item in enumerate(kept))
    blocks = _said_only_there([*by_name["page_text"], *found.get(BLOCKS, ())], merged)
    merged.extend(replace(item, item=index, seen_by=seen_by) for index, item in enumerate(blocks))
    return tuple(merged)


def _said_only_there(blocks: Iterable[Field], merged: list[Field]) -> list[Field]:
    """Blocks without the lines that another field holds already; one of which nothing else is left is dropped."""
    told = [_letters(item.text) for item in merged if item.name in ("bio", "posts")]
    names = {_letters(item.text) for item in merged if item.name in ("display_name", "handle")}
    kept: list[Field] = []
    for block in blocks:
        lines = block.text.split("\n")
        new = []
        for line in lines:
            core = _letters(line)
            repeats = core in names or any(core == text or (len(line) >= _LONG and core in text) for text in told)
            if core and not repeats:
                new.append(line)
        if new:
            kept.append(block if len(new) == len(lines) else replace(block, text="\n".join(new)))
    return kept[: MANY["page_text"]]


def _tiers(found: dict[str, list[Field]]) -> list[list[Field]]:
    """Readers strongest first; the two that guess, preview texts and visible words, compete by confidence."""
    guesses = [*found.get("opengraph", ()), *found.get("visible", ())]
    return [*(found.get(name, []) for name in READERS), sorted(guesses, key=lambda item: -item.confidence)]


def _prefer_a_spoken_name(by_name: dict[str, list[Field]], target: Target) -> None:
    """Where the strongest reader only repeats the handle, a name that the page declares otherwise says more."""
    items = by_name["display_name"]
    if items and target.is_me(items[0].text):
        spoken = [
            item
            for item in items[1:]
            if item.confidence >= 0.7 and item.source != "title" and not target.is_me(item.text)
        ]
        by_name["display_name"] = [*spoken[:1], *items]


def _count_first(items: list[Field]) -> list[Field]:
    """The most telling count, then the names of a list that is shown."""
    counts = [item for item in items if item.text.isdigit()]
    return [*counts[:1], *(item for item in items if not item.text.isdigit())]


def _one(name: str, items: list[Field]) -> list[Field]:
    if not items:
        return []
    best = items[0]
    if name == "bio" and best.text.endswith(("…", "...")):
        # A shortened copy gives way to the full words of a weaker reader.
        stem = best.text.rstrip(".… ")
        best = next(
            (item for item in items if len(item.text) > len(best.text) and item.text.startswith(stem)), best
        )
    return [best]


def _distinct(items: Iterable[Field]) -> list[Field]:
    seen: set[str] = set()
    kept = []
    for item in items:
        key = (
            item.text.casefold().rstrip("/").removeprefix("https://").removeprefix("http://").removeprefix("www.")
        )
        if key not in seen:
            seen.add(key)
            kept.append(item)
    return kept


def _agree_on_handle(by_name: dict[str, list[Field]], target: Target) -> None:
    """The address decides, in the page's own spelling; a number or `name@host` in it comes second."""
    items = by_name["handle"]
    whole = target.account.handle.lstrip("@")
    wanted = target.handle if target.account.platform == "generic" or "@" in whole else whole or target.handle
    from_address = field("handle", wanted, "address", 0.8)
    if wanted.isdigit():
        shown = next((item for item in items if not item.text.isdigit()), None)
        if shown is None and (names := by_name["display_name"]) and _SPOKEN.fullmatch(names[0].text):
            # A number says little; on such sites the name shown is the name signed in with.
            shown = replace(names[0], name="handle", confidence=0.5)
        kept = [shown, from_address]
    else:
        mine = next((item for item in items if plain(item.text) == plain(wanted)), None)
        mine = mine or next((item for item in items if plain(item.text) in target.keys), None)
        kept = [mine or from_address or next(iter(items), None)]
    if "@" in whole:
        kept.append(field("handle", whole, "address", 0.8))
    by_name["handle"] = [item for item in kept if item]


def _split_links(by_name: dict[str, list[Field]], target: Target) -> None:
    """The website is the first outside address that is no other platform's profile; every one is also a link."""
    websites = [item for item in by_name["website"] if target.outside(item.text)]
    links = [item for item in by_name["links"] if target.outside(item.text)]
    if not websites:
        websites = [replace(item, name="website") for item in links if not is_platform(item.text)][:2] or [
            replace(item, name="website") for item in links[:1]
        ]
    if websites:
        sure = max(item.confidence for item in websites) - 0.15
        links = [*(replace(item, name="links") for item in websites if item.confidence < sure), *links]
        websites = [item for item in websites if item.confidence >= sure]
    by_name["website"] = _distinct(websites)
    by_name["links"] = _distinct([*(replace(item, name="links") for item in websites), *links])
