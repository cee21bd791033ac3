"""What the papers of a session say: gathered once from a session that ran through, for whoever lays them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from privacy_check import catalogue
from privacy_check.model import Assessment, Outcome
from privacy_check.sentences import say
from privacy_check.training.nouns import Door, Fix, Leak, PagePicture, Room, Somebody, Stage, Step
from privacy_check.training.session import Session

LIVE_FIXES = 3
MOST_THINGS = 8
MOST_CARDS = 8
_MOST_OF_A_PART = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the plan: from which minute to which, and what happens."""

    start: str
    end: str
    part: str
    heading: str
    todo: str


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of the exercise: where it is, what it is, who can see it, and why that matters."""

    number: int
    where: str
    part: str
    shown: str
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide of the deck: what the room sees, and what the trainer says."""

    room: Room
    step: Step
    told: str = ""


@dataclass(frozen=True)
class Papers:
    """Everything the papers are made of; the person is invented, so all of it is in clear."""

    person: Somebody
    length: int
    rows: tuple[Row, ...]
    steps: tuple[Step, ...]
    stages: tuple[Stage, ...]
    slides: tuple[Slide, ...]
    things: tuple[Thing, ...]
    fixes: tuple[Fix, ...]
    doors: tuple[Door, ...]
    pages: tuple[PagePicture, ...]
    first: Assessment
    addresses: tuple[str, ...] = ()
    pack: str = ""


async def gathered(session: Session, addresses: Sequence[str] = (), pack: str = "") -> Papers:
    """Runs the session through, making its first fixes on the way. Raises PrivacyCheckError as a look does."""
    slides: list[Slide] = []
    while True:
        room = session.room()
        slides.append(Slide(room, replace(session.step, lead=room.lead)))
        if session.step.part == "fix":
            for fix in [each for each in session.fixes if each.leaks][:LIVE_FIXES]:
                told = await session.apply(fix)
                slides.append(Slide(session.room(), replace(session.step, heading=fix.title, lead=told), told))
        if not session.next():
            break
    return Papers(
        person=session.person,
        length=session.length,
        rows=_rows(session.steps),
        steps=session.steps,
        stages=session.stages,
        slides=tuple(slides),
        things=_things(session),
        fixes=session.fixes[:MOST_CARDS],
        doors=session.doors(),
        pages=session.pages,
        first=session.first,
        addresses=tuple(addresses),
        pack=pack,
    )


def _rows(steps: Sequence[Step]) -> tuple[Row, ...]:
    rows, at = [], 0
    for step in steps:
        name = say(f"training.part.{step.part}.name")
        rows.append(
            Row(_clock(at), _clock(at + step.seconds), name, step.heading, step.notes[0] if step.notes else "")
        )
        at += step.seconds
    return tuple(rows)


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def _things(session: Session) -> tuple[Thing, ...]:
    """Things on the pages for pairs to guess about: of every part a few, and what a locked page hides."""
    told: list[Thing] = []
    count: dict[str, int] = {}
    for leak in session.bench.leaks(session.first):
        count[leak.part] = count.get(leak.part, 0) + 1
        new = leak.shown not in {thing.shown for thing in told}
        if leak.shown and new and count[leak.part] <= _MOST_OF_A_PART and len(told) < MOST_THINGS:
            told.append(_thing(leak))
    for view in session.first.views:
        if view.outcome is Outcome.PRIVATE:
            where = f"{session.name_of(view.account.platform)} · {view.account.handle}"
            locked = say("papers.sheet.locked"), say("papers.sheet.only_friends"), say("papers.sheet.locked_why")
            told.append(Thing(0, where, locked[0], "", locked[1], locked[2]))
    return tuple(replace(thing, number=number) for number, thing in enumerate(told, 1))


def _thing(leak: Leak) -> Thing:
    return Thing(
        0, leak.where, leak.part, leak.shown, say("papers.sheet.anyone"), catalogue.rule(leak.rules[0]).why
    )
