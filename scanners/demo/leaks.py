"""What on a pretend page can be switched off: found behind the findings of a check, taken out of a page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from privacy_check.account_names import NameOf, key_name
from privacy_check.model import Assessment, Finding
from privacy_check.sentences import say
from privacy_check.text.sanitise import one_line
from privacy_check.training.nouns import Leak
from scanners.demo.persona import Content, Persona, PretendAccount
from scanners.demo.places import sites
from scanners.demo.plain_words import plain

LONGEST = 160
_WORDS = (
    "display_name", "bio", "location", "home_town", "website", "employer", "job_title", "email", "phone",
    "birthday", "relationship",
)  # fmt: skip
_LISTS = ("links", "education", "history", "family", "groups", "posts", "photos", "former_handles")
# Findings about a whole page, and those about a part that has one place of its own.
_WHOLE = frozenset(["VIS-01", "VIS-03"])
_ONE_PLACE = {"avatar": "avatar", "friends": "friends"}
_OPEN = ("open", "dialog")


@dataclass(frozen=True, slots=True)
class _Element:
    """A part of a page: its name, which one of a list, and the words that stand there."""

    part: str
    at: int
    text: str

    @property
    def id(self) -> str:
        return f"{self.part}/{self.at}"


def leaks(person: Persona, assessment: Assessment, name_of: NameOf) -> tuple[Leak, ...]:
    """Everything behind the findings that can be switched off, each once, in the order of the findings."""
    rules: dict[str, dict[str, None]] = {}
    for finding in assessment.findings:
        for leak_id in behind(person, finding):
            rules.setdefault(leak_id, {})[finding.rule_id] = None
    return tuple(_leak(person, leak_id, tuple(found), name_of) for leak_id, found in rules.items())


def behind(person: Persona, finding: Finding) -> tuple[str, ...]:
    """The ids of what has to be switched off for this finding to go; empty when that cannot be shown."""
    if finding.field == "answer":
        return (f"answer#{finding.rule_id}/0",) if finding.rule_id in person.answers else ()
    if finding.field == "candidate":
        key = finding.value.reveal().casefold()
        return tuple(f"{page.key}#copy/0" for page in person.look_alikes if page.key == key)
    page = _page(person, finding)
    if page is None or page.behaviour not in _OPEN:
        return ()
    if finding.rule_id in _WHOLE:
        chosen = _whole(page)
    elif finding.field in _ONE_PLACE:
        chosen = [_Element(_ONE_PLACE[finding.field], 0, "")]
    else:
        chosen = _holding(page, finding)
    return tuple(f"{page.key}#{element.id}" for element in chosen)


def together(leak_ids: Iterable[str]) -> tuple[str, ...]:
    """Leaks that one fix switches off, each once: where a whole page is locked, its parts may stay as they are."""
    found = tuple(dict.fromkeys(leak_ids))
    locked = {leak_id.partition("#")[0] for leak_id in found if leak_id.endswith("#account/0")}
    return tuple(each for each in found if each.endswith("#account/0") or each.partition("#")[0] not in locked)


def without(person: Persona, off: Collection[str]) -> Persona:
    """The person with these leaks switched off; ids that are none of theirs change nothing."""
    by_page: dict[str, set[tuple[str, int]]] = {}
    for leak_id in off:
        key, _, rest = leak_id.partition("#")
        part, _, at = rest.partition("/")
        by_page.setdefault(key, set()).add((part, int(at or 0)))
    answers = {
        rule: "no" if (rule, 0) in by_page.get("answer", ()) else said for rule, said in person.answers.items()
    }
    update = {
        "answers": answers,
        "pages": tuple(_without(page, by_page.get(page.key, set())) for page in person.pages),
        "look_alikes": tuple(_without(page, by_page.get(page.key, set())) for page in person.look_alikes),
    }
    return person.model_copy(update=update)


def _page(person: Persona, finding: Finding) -> PretendAccount | None:
    key = finding.account.key if finding.account else ""
    return next((page for page in person.pages if page.key == key), None)


def can_lock(platform: str) -> bool:
    """True for the pretend sites that have a page for locked accounts."""
    return platform == "pikchur" or "private" in sites()[platform]["notices"]


def _whole(page: PretendAccount) -> list[_Element]:
    if can_lock(page.platform):
        return [_Element("account", 0, "")]
    return [element for element in _elements(page.content) if element.part in ("posts", "photos")]


def _elements(content: Content) -> Iterator[_Element]:
    for name in _WORDS:
        if text := getattr(content, name):
            yield _Element(name, 0, text)
    for at, entry in enumerate(content.posts):
        if entry.place:
            yield _Element("place", at, entry.place)
    for name in _LISTS:
        for at, item in enumerate(getattr(content, name)):
            yield _Element(name, at, _words(item))
            if name == "photos" and item.gps:
                yield _Element("gps", at, f"{item.gps[0]}, {item.gps[1]}")


def _words(item: Any) -> str:
    if isinstance(item, str):
        return item
    if isinstance(item, tuple):
        return " ".join(item)
    names = ("text", "caption", "name", "relation", "place", "at")
    return " · ".join(str(getattr(item, name)) for name in names if getattr(item, name, ""))


def _holding(page: PretendAccount, finding: Finding) -> list[_Element]:
    """The parts that hold the words of a finding: the part it names, or every one where they stand."""
    value = finding.value.reveal()
    elements = list(_elements(page.content))
    if finding.field in _WORDS:
        return [element for element in elements if element.part == finding.field]
    if finding.field == "groups":
        elements = [element for element in elements if element.part == "groups"]
    places = [element for element in elements if element.part == "place" and _stands_in(value, element.text)]
    if places:
        return places
    found = [element for element in elements if element.part != "place" and _stands_in(value, element.text)]
    return found or [element for element in elements if _stands_in(element.text.split(" · ")[0], value)]


def _stands_in(words: str, text: str) -> bool:
    wanted = plain(words.split(" · ")[0])
    return bool(wanted) and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", plain(text)) is not None


def _leak(person: Persona, leak_id: str, rules: tuple[str, ...], name_of: NameOf) -> Leak:
    key, _, rest = leak_id.partition("#")
    part, _, at = rest.partition("/")
    page = next((page for page in person.every_page if page.key == key), None)
    texts: Mapping[str, str] = {element.id: element.text for element in _elements(page.content)} if page else {}
    return Leak(
        id=leak_id,
        where=key_name(key, name_of) if page else "",
        part=say(f"training.leak.part.{part}"),
        shown=one_line(texts.get(f"{part}/{at}", ""), LONGEST),
        rules=rules,
    )


def _without(page: PretendAccount, off: set[tuple[str, int]]) -> PretendAccount:
    if not off:
        return page
    if ("copy", 0) in off:
        return page.model_copy(update={"behaviour": "gone"})
    behaviour = "private" if ("account", 0) in off else page.behaviour
    return page.model_copy(update={"behaviour": behaviour, "content": _thinner(page.content, off)})


def _thinner(content: Content, off: set[tuple[str, int]]) -> Content:
    update: dict[str, Any] = {name: "" for name in _WORDS if (name, 0) in off}
    if "display_name" in update:
        update["display_name"] = content.display_name.split()[0] if content.display_name.split() else ""
    if ("friends", 0) in off:
        update["friends"] = ()
    if ("avatar", 0) in off:
        update["avatar"] = Content().avatar
    for name in _LISTS:
        items = [(at, item) for at, item in enumerate(getattr(content, name)) if (name, at) not in off]
        if name == "posts":
            items = [
                (at, item.model_copy(update={"place": ""}) if ("place", at) in off else item) for at, item in items
            ]
        if name == "photos":
            items = [
                (at, item.model_copy(update={"gps": None}) if ("gps", at) in off else item) for at, item in items
            ]
        update[name] = tuple(item for _, item in items)
    return content.model_copy(update=update)
