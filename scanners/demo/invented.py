"""Whether a person of a pack is invented: reserved numbers, example addresses, no real postcode or name.

Numbers are held to the ranges that Ofcom keeps for drama, web and mail addresses to the names kept for examples
(RFC 2606 and 6761), postcodes to districts that Royal Mail does not use. Names cannot be proved invented: they are
held to two lists (people known to everybody, and employers); the rest is asked of whoever writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from privacy_check.detectors.engine import find
from privacy_check.errors import UnreadableInput
from privacy_check.model import EntityType
from privacy_check.sentences import say
from privacy_check.subject import AboutMe
from privacy_check.tables import listed
from privacy_check.text.phone_plan import read as read_number
from privacy_check.text.postal_districts import is_district
from privacy_check.text.sanitise import one_line, sanitise
from scanners.demo.motifs import MOTIFS
from scanners.demo.persona import Content, Persona, PretendAccount
from scanners.demo.places import registry, sites
from scanners.demo.plain_words import plain

LONGEST_SHOWN = 60
MOST_ACCOUNTS = 12
# Ofcom, telephone numbers for drama: mobiles, no area, and those of single towns.
_DRAMA = re.compile(
    r"0?(?:7700900\d{3}|1632960\d{3}|1(?:13|14|15|16|17|18|21|31|41|51|61)496\d{4}|1914980\d{3}"
    r"|2079460\d{3}|2890180\d{3}|2920180\d{3}|8081570\d{3}|9098790\d{3}|3069990\d{3})\Z"
)
_NUMBER = re.compile(r"(?<![\w.])(?:\+|00)?\(?\d(?:[\s().-]{0,2}\d){8,14}(?![\w])")
_POSTCODE = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{1,2})([0-9][0-9A-Za-z]?) ?[0-9][A-Za-z]{2}(?![A-Za-z0-9])")
_HOST = re.compile(
    r"(?:https?://|www\.|@)([\w.-]+\.[\w-]{2,})|(?<![\w@.-])([\w-]+(?:\.[\w-]+)*\.(?:com|org|net|uk|co|io|me|info|eu|gov|edu|app|social))(?![\w-])|(?<![\w@.-])([\w-]+\.[a-z]{2,6})/\w",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost)\Z", re.IGNORECASE)
_STREET = re.compile(
    r"(?<![\w/])\d{1,4}[a-z]? (?:[A-Z][\w'’]+ ){1,3}(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Way|Row|"
    r"Mount|Court|Crescent|Terrace|Grove|Place|Gardens|Hill|Walk|Square|Nook|View|Park)(?![\w])"
)
# A way into a chat that is nothing but a number, and numbers are held to their own ranges.
_A_NUMBER = frozenset(["wa.me"])
_ID = re.compile(r"[a-z][a-z0-9_-]{0,29}\Z")
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ '’.-]){0,59}\Z")
_HANDLE = re.compile(r"[\w.@-]{1,60}\Z")
_NEVER = {
    EntityType.NINO: "nino",
    EntityType.NHS_NUMBER: "nhs",
    EntityType.PASSPORT: "passport",
    EntityType.DRIVING_LICENCE: "licence",
    EntityType.IBAN: "bank",
    EntityType.CARD: "card",
    EntityType.BANK_ACCOUNT: "bank",
    EntityType.IP: "ip",
}


def refusals(person: Persona, stem: str) -> list[str]:
    """Every reason why this person may not be shown, each as a sentence; empty when everything is invented."""
    texts = list(_texts(person.model_dump(exclude={"expect"}, by_alias=True)))
    found = [
        *_shape(person, stem),
        *_accounts(person),
        *_names(person),
        *(reason for text in texts for reason in _numbers(text)),
        *(reason for text in texts for reason in _hosts(text)),
        *(reason for text in texts for reason in _postcodes(text)),
        *_streets(person, texts),
        *_papers(texts),
    ]
    return list(dict.fromkeys(found))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def _shape(person: Persona, stem: str) -> Iterator[str]:
    if not _ID.match(person.id) or person.id != stem:
        yield say("persona.id", id=_shown(person.id), file=_shown(stem))
    names = [person.name, *person.about.get("names", ())] if _is_list(person, "names") else [person.name]
    for name in names:
        if not isinstance(name, str) or not _NAME.match(name):
            yield say("persona.name_letters", name=_shown(str(name)))
    if not person.pages:
        yield say("persona.no_accounts")
    # Copies of somebody are not accounts of theirs; a pack may hold as many again.
    if max(len(person.pages), len(person.look_alikes)) > MOST_ACCOUNTS:
        yield say("persona.too_many_accounts", most=MOST_ACCOUNTS)
    try:
        AboutMe.from_mapping(person.about)
    except UnreadableInput as error:
        yield one_line(error.message, 200)
    for text in _texts(person.model_dump(exclude={"expect"}, by_alias=True)):
        if sanitise(text, limit=100_000) != text:
            yield say("persona.signs", text=_shown(text))


def _is_list(person: Persona, key: str) -> bool:
    return isinstance(person.about.get(key, ()), list | tuple)


def _accounts(person: Persona) -> Iterator[str]:
    for page in person.every_page:
        known = registry().by_id(page.platform) if page.platform in sites() else None
        if known is None:
            names = ", ".join(sorted(sites()))
            yield say("persona.platform", platform=_shown(page.platform), names=names)
        elif not _HANDLE.match(page.handle):
            yield say("persona.handle", handle=_shown(page.handle))
        for motif in _motifs(page):
            if motif not in MOTIFS and motif != "hills":
                yield say("persona.motif", motif=_shown(motif), names=", ".join(sorted(MOTIFS)))


def _motifs(page: PretendAccount) -> Iterator[str]:
    content: Content = page.content
    yield content.avatar.motif
    yield from (photo.scene for photo in content.photos)


def _names(person: Persona) -> Iterator[str]:
    for name in (person.name, *(page.content.display_name for page in person.every_page)):
        if plain(name) in _known_people():
            yield say("persona.known_person", name=_shown(name))
    jobs = person.about.get("employers", ()) if _is_list(person, "employers") else ()
    for name in (*jobs, *(page.content.employer for page in person.pages)):
        if isinstance(name, str) and plain(name) in _known_employers():
            yield say("persona.known_employer", name=_shown(name))


@cache
def _known_people() -> frozenset[str]:
    return frozenset(plain(line) for line in listed("known_people.txt") if line.strip())


@cache
def _known_employers() -> frozenset[str]:
    names = {plain(name.strip(" !")) for line in listed("employers.txt") for name in line.split(",")}
    names.discard("")
    towns = (*listed("towns.txt"), *listed("places.txt"))
    places = {plain(name) for line in towns for name in line.split(",")}
    endings = ("council", "city council", "county council", "borough council", "district council")
    return frozenset(names | {f"{place} {ending}" for place in places if place for ending in endings})


def _numbers(text: str) -> Iterator[str]:
    for match in _NUMBER.finditer(text):
        said = match.group()
        digits = re.sub(r"\D", "", said)
        bare = digits.removeprefix("00") if said.startswith(("+", "00")) else digits
        bare = bare.removeprefix("44").removeprefix("0") if bare.startswith("44") else bare
        if _DRAMA.match(bare):
            continue
        if read_number(digits, said.startswith("+")) is not None:
            yield say("persona.number", number=_shown(said))


def _hosts(text: str) -> Iterator[str]:
    for match in _HOST.finditer(text):
        host = next(filter(None, match.groups())).rstrip(".").casefold()
        if not _EXAMPLE.match(host) and host not in _A_NUMBER:
            yield say("persona.host", host=_shown(host))


def _postcodes(text: str) -> Iterator[str]:
    for match in _POSTCODE.finditer(text):
        if is_district(match.group(1).upper(), match.group(2)):
            yield say("persona.postcode", postcode=_shown(match.group().upper()))


def _streets(person: Persona, texts: list[str]) -> Iterator[str]:
    """A house number with a street is fine where an invented postcode says that the street is invented too."""
    invented = [
        text for text in texts if (found := _POSTCODE.search(text)) and not is_district(found[1].upper(), found[2])
    ]
    for text in texts:
        for match in _STREET.finditer(text):
            if not any(plain(match.group()) in plain(address) for address in invented):
                yield say("persona.street", street=_shown(match.group()))
    homes = person.about.get("addresses", ()) if _is_list(person, "addresses") else ()
    for home in homes:
        if isinstance(home, str) and home not in invented:
            yield say("persona.street", street=_shown(home))


def _papers(texts: list[str]) -> Iterator[str]:
    """Numbers of papers and cards have no range kept for stories, so there may be none."""
    for text in texts:
        for finding in find(text):
            kind = _NEVER.get(finding.entity_type)
            if kind is not None and finding.confirmed:
                yield say(
                    "persona.paper", number=_shown(finding.value.reveal()), kind=say(f"persona.paper_kind.{kind}")
                )


def _shown(text: str) -> str:
    return one_line(text, LONGEST_SHOWN)
