"""The picture: the person in the middle, their accounts around, facts as links, and the doors they open."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from privacy_check import catalogue
from privacy_check.account_names import account_name
from privacy_check.assessment.assemble import supposed
from privacy_check.journey.presenters import status_words
from privacy_check.journey.sitting import Journey
from privacy_check.model import Assessment, ScenarioStatus
from privacy_check.pictures import Look, Pictures, pictures
from privacy_check.pictures.nouns import DoorNode, FactNode, ProfileCard
from privacy_check.pictures.told import doors_words
from privacy_check.sentences import say

MOST_AROUND = 8
MOST_PARTS = 4


@dataclass(frozen=True, slots=True)
class Around:
    """An account around the person: `sign` is the letter facts name it by, a dash where none does."""

    sign: str
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A fact that joins accounts to doors; `gone` when it is taken away in thought."""

    rule: str
    signs: tuple[str, ...]
    words: str
    doors: tuple[int, ...]
    what: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Door:
    """A door: `words` say its state too; `broken` when it is open now and not without what was taken away."""

    number: int
    words: str
    what: str
    open: bool
    broken: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """All marks of the picture, each with a sentence on what it is; `quiet` stands in place of facts and doors."""

    around: tuple[Around, ...]
    ties: tuple[Tie, ...] = ()
    doors: tuple[Door, ...] = ()
    notes: tuple[str, ...] = ()
    quiet: str = ""

    @property
    def told(self) -> tuple[str, ...]:
        """The whole picture in sentences."""
        if self.quiet:
            return (*(item.what for item in self.around), self.quiet)
        joined = (*(tie.what for tie in self.ties), *(door.what for door in self.doors))
        return (*(item.what for item in self.around), *joined, *self.notes)


def picture(journey: Journey, gone: Collection[str] = ()) -> Picture | None:
    """The picture of the check at hand without the rules `gone`; None before there is a check."""
    assessment = journey.assessment
    if assessment is None:
        return None
    look = Look(platform_name=journey.toolkit.platform_name)
    joins = pictures(assessment, look).joins
    around = _around(assessment, {node.name: node.letter for node in joins.accounts}, look)
    if joins.quiet:
        return Picture(around, quiet=joins.quiet)
    names = {node.letter: node.name for node in joins.accounts}
    return Picture(
        around=around,
        ties=tuple(_tie(fact, names, fact.rule in gone) for fact in joins.facts),
        doors=_doors(assessment, joins.doors, gone),
        notes=joins.notes,
    )


def strangers(journey: Journey, most: int) -> tuple[str, ...]:
    """Each account's card in one sentence, at most `most` of them; none before there is a check."""
    if journey.assessment is None:
        return ()
    found: Pictures = pictures(journey.assessment, Look(platform_name=journey.toolkit.platform_name))
    told = [_card(card) for card in found.cards[:most]]
    more = len(journey.assessment.views) - len(told)
    return (*told, *([say("picture.strangers.more", count=more)] if told and more > 0 else []))


def _card(card: ProfileCard) -> str:
    parts = list(dict.fromkeys(line.label for line in card.lines))
    if not card.seen:
        return say("picture.strangers.unseen", title=card.title, state=card.state)
    if not parts:
        return say("picture.strangers.nothing", title=card.title, state=card.state)
    named = [part[:1].lower() + part[1:] for part in parts]
    shown = ", ".join(named[:MOST_PARTS])
    if len(named) > MOST_PARTS:
        shown = say("app.results.more", shown=shown, number=len(named) - MOST_PARTS)
    return say("picture.strangers.reads", title=card.title, parts=shown)


def _around(assessment: Assessment, letters: dict[str, str], look: Look) -> tuple[Around, ...]:
    """Every account that was looked at, those that facts stand on first."""
    found = []
    for view in assessment.views:
        name = account_name(view.account, look.platform_name)
        state = catalogue.outcome_words(view.outcome, view.lens)
        sign = letters.pop(name, "-")
        ties = f" {say('picture.no_link')}" if sign == "-" and view.outcome.conclusive else ""
        state = f"{state[:1].upper()}{state[1:]}.{ties}"
        found.append(Around(sign, name, say("picture.is_account", sign=sign, name=name, state=state)))
    found += [
        Around(sign, name, say("picture.is_account", sign=sign, name=name, state="").strip())
        for name, sign in letters.items()
    ]
    found.sort(key=lambda item: (item.sign == "-", not item.sign.isalpha(), item.sign))
    rest = len(found) - MOST_AROUND
    if rest > 0:
        words = say("picture.more", count=rest + 1)
        return (*found[: MOST_AROUND - 1], Around("+", words, f"{words}."))
    return tuple(found)


def _tie(fact: FactNode, names: dict[str, str], gone: bool) -> Tie:
    accounts = ", ".join(names.get(letter, letter) for letter in fact.accounts)
    words = "picture.is_link_gone" if gone else "picture.is_link"
    what = say(words, words=fact.words, accounts=accounts, doors=doors_words(fact.doors))
    return Tie(fact.rule, fact.accounts, fact.words, fact.doors, what, gone)


def _doors(assessment: Assessment, doors: tuple[DoorNode, ...], gone: Collection[str]) -> tuple[Door, ...]:
    found = supposed(assessment, gone)[0] if gone else assessment.scenarios
    then = {scenario.id: scenario.status for scenario in found}
    was = status_words(ScenarioStatus.OPEN)
    made = []
    for door in doors:
        status = then.get(door.id, ScenarioStatus.CLOSED)
        is_open = status is ScenarioStatus.OPEN
        state = status_words(status)
        words = say("picture.door" if is_open else "picture.door_was", words=door.words, state=state, was=was)
        what = say("picture.is_door", number=door.number, words=door.words, state=state)
        made.append(Door(door.number, words, what, is_open, not is_open))
    return tuple(made)
