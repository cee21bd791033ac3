# ruff: noqa: SIM905 - lists of words are easier to read on one line
"""Invented people with their own other accounts, namesakes, fans, and copies by nine strategies, from a seed.

A picture is named, not drawn: `picture_stub` stands in for the comparing of pixels with the rates that
`tests.lookalikes.measure` finds for it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from privacy_check.lookalikes.pictures import PictureMatch
from privacy_check.lookalikes.profile import Profile
from tests.lookalikes.attacks import attack_handle, homoglyphs

PLATFORMS = ("instagram", "facebook", "x", "tiktok", "linkedin", "threads", "bluesky", "youtube")
GIVEN = (
    "Jane Sarah Emma Laura Helen Karen Claire Rachel Amy Lucy Megan Holly Zara Aisha Fatima Priya Anita "
    "Grace Ngozi Ewa "
    "Siobhan Niamh Bronwen Rhian David James John Mark Paul Andrew Tom Ben Daniel Adam Ali Omar Hassan "
    "Raj Kofi Piotr "
    "Rhys Owen Callum Ewan Robert William Michael Peter Susan Margaret Elizabeth Katherine Jürgen Zoë Renée José"
).split()
FAMILY = (
    "Smith Jones Taylor Brown Williams Wilson Davies Evans Thomas Johnson Roberts Walker Wright "
    "Robinson Thompson White "
    "Hughes Edwards Green Hall Khan Patel Hussain Ahmed Singh Begum Ali Okafor Mensah Kowalski Nowak "
    "O'Brien Murphy "
    "Kelly Marlow-Finch Oakshott Fellowes Hartigan Pendlebury Winstanley Ashdown Thwaite Brackenbury Lindqvist"
).split()
TOWNS = (
    "Leeds York Hull Sheffield Bradford Cardiff Swansea Glasgow Dundee Belfast London Bristol Derby Exeter Norwich"
).split()
JOBS = (
    "residential worker,primary teacher,social worker,foster carer,teaching assistant,youth worker,"
    "nurse,librarian,"
    "school cook,music teacher,caretaker,speech therapist,football coach,nursery worker,family support worker"
).split(",")
LIKES = (
    "wild swimming,sourdough,whippets,crochet,allotment,old radios,cold tea,brass bands,parkrun,vinyl,"
    "moths,ukulele,"
    "board games,quilting,canal walks,bad puns,crosswords,pottery,rugby league,bell ringing,kayaks,"
    "jigsaws,crime novels,"
    "tap dancing,beekeeping,dahlias,curry,folk festivals,cross stitch,steam trains,ghost stories,sea shanties"
).split(",")
COMMON = (
    "mum of two",
    "coffee lover",
    "dog person",
    "views my own",
    "living my best life",
    "proud dad",
    "she/her",
    "family first",
)
TODAY = date(2026, 6, 1)
MISSING = 0.3
_SEEN_AS = ("compressed", "mirrored", "cropped", "framed", "with changes")


@dataclass(frozen=True)
class World:
    """How these people live: shares 0..1 of what may differ from one author's people to another's."""

    missing: float = MISSING  # of each fact
    missed: float = 0.05  # of copied pictures that are not known again
    young: float = 0.65  # of copies made lately
    small: float = 0.4  # of own other accounts that are young and small
    takes_along: float = 0.5  # of own other accounts with another picture; the rest take picture and words along
    linked: float = 0.35  # of own other accounts that the two pages name
    same_site: float = 0.6  # of copies on the site of the person
    near_work: float = 0.12  # of namesakes in the same town


WORLDS = {
    "usual": World(),
    "scarce": World(missing=0.4, missed=0.1, linked=0.2),
    "rich": World(missing=0.1, missed=0.02, linked=0.6),
    "alike": World(small=0.7, takes_along=0.25, young=0.4, near_work=0.3),
    "elsewhere": World(same_site=0.2, small=0.2, takes_along=0.7),
}
"""Other ways the same people could be drawn, so that nothing is fitted to one of them."""


@dataclass(frozen=True)
class Case:
    """One page beside a victim's: what it is (`copy`, `own`, `namesake`, `fan`, `near`), and by which strategy."""

    kind: str
    strategy: str
    profile: Profile


@dataclass(frozen=True)
class Victim:
    """One person and every page that is held against theirs."""

    me: Profile
    cases: tuple[Case, ...]


def victims(count: int, seed: int, *, held_out: bool = False, world: World = WORLDS["usual"]) -> Iterator[Victim]:
    """Victims with their pages; the held-out half has a ninth strategy that the other half never shows."""
    for number in range(count):
        yield _victim(random.Random(f"{seed}-{number}"), number, held_out, world)


def picture_stub(a: object, b: object) -> PictureMatch:
    """Compares names of pictures: `7` and `7:mirrored` are one. One copy in twenty is missed."""
    first, second = (bytes(str(item), "utf-8") if not isinstance(item, bytes) else item for item in (a, b))
    (one, _, _), (other, _, edit) = first.partition(b":"), second.partition(b":")
    if one != other or edit.endswith(b"!"):
        return PictureMatch(False, 0.0)
    change = edit.decode()
    told = (change,) if change in _SEEN_AS[1:] else ()
    return PictureMatch(True, 0.9, "", "It is the same picture.", changes=told)


def _victim(chance: random.Random, number: int, held_out: bool, world: World) -> Victim:
    weight = [1 / (place + 2) for place in range(len(FAMILY))]
    given, family = chance.choice(GIVEN), chance.choices(FAMILY, weight)[0]
    town, job = chance.choice(TOWNS), chance.choice(JOBS)
    person = {
        "platform": chance.choice(PLATFORMS[:5]),
        "handle": own_handle(given, family, chance),
        "display_name": f"{given} {family}",
        "bio": _bio(job, town, chance),
        "location": town,
        "links": [f"https://{_plain(given)}-{number}.example.org"] if chance.random() < 0.4 else [],
        "avatar": f"{number}".encode(),
        "joined": TODAY - timedelta(days=chance.randint(700, 5000)),
        "followers": int(chance.lognormvariate(5.3, 1)),
        "following": int(chance.lognormvariate(5.3, 0.8)),
        "posts": int(chance.lognormvariate(4.5, 1.2)),
    }
    cases: list[Case] = []
    for _ in range(chance.randint(1, 4)):
        cases.append(Case("own", "", _profile(_own(person, given, family, chance, world), chance, world.missing)))
    for n in range(chance.randint(3, 25)):
        cases.append(
            Case(
                "namesake", "", _profile(_namesake(person, given, family, n, chance, world), chance, world.missing)
            )
        )
    for n in range(15):
        cases.append(
            Case("near", "", _profile(_near(person, given, family, n, chance, world), chance, world.missing))
        )
    if chance.random() < 0.34:
        cases.append(Case("fan", "", _profile(_fan(person, chance, world), chance, world.missing)))
    names = list(STRATEGIES) if held_out else [name for name in STRATEGIES if name != "k9"]
    for _ in range(chance.choice((0, 1, 1, 2, 3))):
        strategy = chance.choice(names)
        page = _copy(strategy, person, (given, family), chance, world)
        cases.append(Case("copy", strategy, _profile(page, chance, world.missing)))
    chance.shuffle(cases)
    return Victim(_profile(person, chance, world.missing / 3), tuple(cases))


Person = Mapping[str, object]


def _profile(raw: Person, chance: random.Random, missing: float) -> Profile:
    kept = dict(raw)
    for name in ("location", "links", "joined", "followers", "following", "posts", "avatar"):
        if chance.random() < missing:
            kept.pop(name, None)
    if chance.random() < missing / 2:
        kept.pop("bio", None)
    return Profile.from_mapping(kept)


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isascii() and letter.isalpha())


def own_handle(given: str, family: str, chance: random.Random) -> str:
    """A handle as people make them of their name."""
    first, last, mark = _plain(given), _plain(family), chance.choice(("", ".", "_"))
    forms = (
        f"{first}{mark}{last}",
        f"{first[0]}{mark}{last}",
        f"{first}{mark}{last}{chance.randint(1, 99)}",
        f"{last}{mark}{first}",
    )
    return chance.choice(forms)


def _bio(job: str, town: str, chance: random.Random) -> str:
    likes = chance.sample(LIKES, 3)
    forms = (
        f"{job.capitalize()}, {likes[0]} and {likes[1]}. {town} born and bred.",
        f"{job.capitalize()} | {chance.choice(COMMON)} | {likes[0]} | {likes[1]}",
        f"{chance.choice(COMMON).capitalize()}. {likes[0].capitalize()}, {likes[1]}, {likes[2]}. "
        f"{job.capitalize()} in {town}.",
        f"{likes[0].capitalize()} by day, {likes[1]} by night. {chance.choice(COMMON)}",
        f"I am a {job} who loves {likes[0]} and {likes[1]} more than {likes[2]}.",
    )
    return chance.choice(forms)


def _edited(avatar: object, chance: random.Random, usual: float, world: World) -> bytes:
    edit = chance.choice(_SEEN_AS) if chance.random() < usual else "compressed"
    return bytes(avatar) + b":" + edit.encode() + (b"!" if chance.random() < world.missed else b"")  # type: ignore[arg-type]


def _small(person: Person, chance: random.Random, world: World) -> dict[str, object]:
    joined = person["joined"]
    assert isinstance(joined, date)
    age = (TODAY - joined).days
    young = chance.random() < world.young
    later = joined + timedelta(
        days=chance.randint(max(age - 400, 30), age) if young else chance.randint(30, max(age, 60))
    )
    return {
        "joined": later,
        "followers": chance.randint(0, 60) if chance.random() < 0.75 else chance.randint(60, 900),
        "following": chance.randint(50, 1500),
        "posts": chance.randint(0, 9) if chance.random() < 0.7 else chance.randint(10, 80),
    }


def _own(person: Person, given: str, family: str, chance: random.Random, world: World) -> dict[str, object]:
    page = {**person, **(_small(person, chance, world) if chance.random() < world.small else _grown(chance))}
    platform = str(person["platform"])
    page["platform"] = (
        platform if chance.random() < 0.12 else chance.choice([p for p in PLATFORMS if p != platform])
    )
    roll = chance.random()
    if page["platform"] == platform or roll > 0.7:
        page["handle"] = f"{chance.choice(LIKES).replace(' ', '')}{chance.randint(1, 99)}"
    elif roll > 0.4:
        page["handle"] = own_handle(given, family, chance)
    page["display_name"] = chance.choice(
        (person["display_name"],) * 4 + (given, f"{given} {family[0]}", f"Miss {family}")
    )
    roll = chance.random()
    if roll < world.takes_along:
        page["avatar"] = f"own-{chance.random()}".encode()
    elif roll < world.takes_along + 0.15:
        page["avatar"] = _edited(person["avatar"], chance, 0.4, world)
    roll = chance.random()
    if roll > 0.3:
        page["bio"] = "" if roll > 0.85 else _bio(chance.choice(JOBS), str(person["location"]), chance)
    page["mutual_links"] = ["https://jane.example.org"] if chance.random() < world.linked else []
    if chance.random() < 0.7:
        page["links"] = []
    return page


def _grown(chance: random.Random) -> dict[str, object]:
    return {
        "joined": TODAY - timedelta(days=chance.randint(200, 5500)),
        "followers": int(chance.lognormvariate(5, 1.2)),
        "following": int(chance.lognormvariate(5.3, 0.8)),
        "posts": int(chance.lognormvariate(4, 1.3)),
    }


def _stranger(person: Person, number: int, chance: random.Random, world: World) -> dict[str, object]:
    town = str(person["location"]) if chance.random() < world.near_work else chance.choice(TOWNS)
    job = chance.choice(JOBS)
    return {
        **(_small(person, chance, world) if chance.random() < 0.2 else _grown(chance)),
        "platform": chance.choice(PLATFORMS),
        "location": town,
        "bio": _bio(job, town, chance),
        "avatar": f"stranger-{number}-{chance.random()}".encode(),
    }


def _namesake(
    person: Person, given: str, family: str, number: int, chance: random.Random, world: World
) -> dict[str, object]:
    return {
        **_stranger(person, number, chance, world),
        "handle": own_handle(given, family, chance),
        "display_name": f"{given} {family}"
        if chance.random() < 0.9
        else f"{given} {chance.choice('ABCDEJKLMRST')} {family}",
    }


def _near(
    person: Person, given: str, family: str, number: int, chance: random.Random, world: World
) -> dict[str, object]:
    other = chance.choice(GIVEN), chance.choice(FAMILY)
    first, last = chance.choice(((given, other[1]), (other[0], family), other))
    return {
        **_stranger(person, number, chance, world),
        "handle": own_handle(first, last, chance),
        "display_name": f"{first} {last}",
    }


def _fan(person: Person, chance: random.Random, world: World) -> dict[str, object]:
    name = person["display_name"]
    said = (
        f"Fan page for {name}",
        f"We love {name}! Not affiliated.",
        "Parody account. Not the real one.",
        f"Unofficial {name} supporters club",
    )
    return {
        **_small(person, chance, world),
        "platform": chance.choice(PLATFORMS),
        "handle": f"{person['handle']}{chance.choice(('_fans', 'fanpage', '.fc'))}",
        "display_name": f"{name}{chance.choice((' Fans', ' fan page', ''))}",
        "bio": chance.choice(said),
        "avatar": _edited(person["avatar"], chance, 1.0, world),
    }


STRATEGIES = {
    "k1": "clone on the same site",
    "k2": "same handle on a site the person lacks",
    "k3": "name and picture, another handle",
    "k4": "everything edited a little",
    "k5": "a backup that lures people over",
    "k6": "another picture, same work and place",
    "k7": "look-alike letters, no bio",
    "k8": "an older account, bought",
    "k9": "name, picture, and a pitch for money",
}


def _copy(
    strategy: str, person: Person, names: tuple[str, str], chance: random.Random, world: World
) -> dict[str, object]:
    given, family = names
    platform = str(person["platform"])
    elsewhere = chance.choice([other for other in PLATFORMS if other != platform])
    page = {**person, **_small(person, chance, world), "links": []}
    page["platform"] = platform if chance.random() < world.same_site else elsewhere
    page["handle"] = attack_handle(str(person["handle"]), chance)
    page["avatar"] = _edited(person["avatar"], chance, 0.5, world)
    bio, name = str(person["bio"]), f"{given} {family}"
    if strategy == "k2":
        page.update(platform=elsewhere, handle=person["handle"], bio=bio if chance.random() < 0.5 else "")
    elif strategy == "k3":
        page.update(
            handle=f"user{chance.randint(10000, 9999999)}", bio=chance.choice(("", "Just living life", "DM me"))
        )
    elif strategy == "k4":
        words = bio.split()
        page["bio"] = " ".join(words[: max(4, len(words) * 2 // 3)]) + " ✨"
        page["display_name"] = chance.choice(
            (f"{given} {family}{family[-1]}", f"{given} {chance.choice('AJM')}. {family}", f"{given[0]}. {family}")
        )
        page["avatar"] = _edited(person["avatar"], chance, 1.0, world)
    elif strategy == "k5":
        page["display_name"] = f"{name}{chance.choice((' (backup)', ' new account', ' 2', ''))}"
        page["handle"] = f"{person['handle']}{chance.choice(('_backup', '.new', '2', '_2nd', '_official'))}"
        page["bio"] = chance.choice(
            (
                "New account, old one got hacked. Please re-add me",
                f"Backup account. {bio}",
                "lost access to my old page, follow me here",
            )
        )
    elif strategy == "k6":
        page.update(platform=chance.choice((platform, "linkedin")), avatar=f"other-{chance.random()}".encode())
    elif strategy == "k7":
        page.update(
            display_name=homoglyphs(name, chance), handle=homoglyphs(str(person["handle"]), chance), bio=""
        )
        if chance.random() < 0.4:
            page.pop("avatar")
    elif strategy == "k8":
        page.update(_grown(chance))
        page["joined"] = TODAY - timedelta(days=chance.randint(2000, 6000))
        if chance.random() < 0.5:
            page["handle"] = f"{chance.choice(LIKES).replace(' ', '')}{chance.randint(1, 99)}"
    elif strategy == "k9":
        page["bio"] = chance.choice(
            (
                "Helping people earn weekly. Inbox me to start",
                "Crypto mentor. DM for details",
                "Giveaway winner! WhatsApp me",
            )
        )
    return page
