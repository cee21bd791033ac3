"""One session as it runs: where it is, what was mended, and what the room and the trainer see of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from privacy_check import catalogue
from privacy_check.account_names import NameOf, as_a_name
from privacy_check.model import Assessment, Finding, ScenarioStatus
from privacy_check.sentences import say
from privacy_check.training.attack import ALWAYS, ROUTE, copies_of, fact, walk
from privacy_check.training.compared import compared
from privacy_check.training.fixes import fixes
from privacy_check.training.nouns import Door, Fact, Fix, Kind, Leak, PagePicture, Room, Somebody, Step
from privacy_check.training.plan import steps, stop_lines
from privacy_check.training.ports import Bench

MOST_DOORS = 8
MOST_FACTS = 12


@dataclass(frozen=True)
class _Change:
    """Something that was switched off, and which leaks that were."""

    title: str
    leaks: frozenset[str]


@dataclass(frozen=True)
class _State:
    """What is switched off, and what a look at the pages came to then. `changed` is the page that looks new."""

    off: frozenset[str]
    assessment: Assessment
    pages: tuple[PagePicture, ...] = ()
    changes: tuple[_Change, ...] = ()
    changed: str = ""

    @property
    def fixed(self) -> tuple[str, ...]:
        """The changes that still hold: what was switched on again is not mended any more."""
        return tuple(dict.fromkeys(change.title for change in self.changes if change.leaks <= self.off))


@dataclass
class Session:
    """A session about one person, after the first look at their pages. Nothing of it is written down.

    `length` is in minutes. Raises UsageError for a length there is no plan for.
    """

    person: Somebody
    length: int
    bench: Bench
    first: Assessment
    pages: tuple[PagePicture, ...] = ()
    name_of: NameOf = as_a_name
    at: int = 0
    busy: str = ""
    focus: int | None = None
    _states: list[_State] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stages = walk(self.first, self.person, self.name_of)
        self.steps = steps(self.length, self.person, self.stages)
        self.fixes = fixes(self.first, self.bench, self.name_of)
        self._states = [_State(frozenset(), self.first, self.pages)]

    @property
    def step(self) -> Step:
        """The step the room is at."""
        return self.steps[self.at]

    @property
    def now(self) -> Assessment:
        """The newest look at the pages."""
        return self._states[-1].assessment

    @property
    def off(self) -> frozenset[str]:
        """The leaks that are switched off."""
        return self._states[-1].off

    @property
    def place(self) -> str:
        """How far the session is, in words."""
        return say("training.place", step=self.at + 1, steps=len(self.steps))

    def next(self) -> bool:
        """One step on; False at the last one."""
        if self.at + 1 >= len(self.steps):
            return False
        self.at += 1
        return True

    def back(self) -> bool:
        """One step back; False at the first one."""
        if self.at == 0:
            return False
        self.at -= 1
        return True

    def leaks(self) -> tuple[Leak, ...]:
        """Everything that can be switched off and on, as it stands now."""
        return tuple(replace(leak, off=leak.id in self.off) for leak in self.bench.leaks(self.first))

    def applied(self, fix: Fix) -> bool:
        """True while everything the fix mends is switched off."""
        return bool(fix.leaks) and set(fix.leaks) <= self.off

    async def apply(self, fix: Fix) -> str:
        """Mends it on the pretend pages, looks again, and says what came of it. Raises PrivacyCheckError."""
        if not fix.leaks:
            return say("training.fix.not_here")
        if self.applied(fix):
            return say("training.fix.already", title=fix.title)
        return await self._change(self.off | set(fix.leaks), _Change(fix.title, frozenset(fix.leaks)))

    async def switch(self, leak: Leak) -> str:
        """Switches one leak off, or on again; looks again, and says what came of it."""
        name = say("training.leak.off", part=leak.part, where=leak.where)
        return await self._change(self.off ^ {leak.id}, _Change(name, frozenset([leak.id])))

    async def undo(self) -> str:
        """Takes the last change back on the pretend pages, and looks again. Raises PrivacyCheckError."""
        if len(self._states) < 2:
            return say("training.fix.nothing_to_undo")
        before = self._states[-2]
        checked, pages = await self._look(before.off)
        self._states[-2:] = [replace(before, assessment=checked, pages=pages)]
        return say("training.fix.undone")

    async def _change(self, off: Collection[str], change: _Change) -> str:
        last = self._states[-1]
        checked, pages = await self._look(frozenset(off))
        changed = _changed(last.pages, pages) or last.changed
        self._states.append(_State(frozenset(off), checked, pages, (*last.changes, change), changed))
        return _came_of_it(last.assessment, checked)

    async def _look(self, off: frozenset[str]) -> tuple[Assessment, tuple[PagePicture, ...]]:
        """Looks at the pages without these leaks; when it cannot, they are as they were before."""
        self.busy = say("training.looking")
        self.bench.switch(off)
        try:
            return await self.bench.check(), await self.bench.pictures()
        except BaseException:
            self.bench.switch(self.off)
            raise
        finally:
            self.busy = ""

    def doors(self) -> tuple[Door, ...]:
        """The doors of this person in the order of the walk, at the start and now."""
        before = {item.id: item.status for item in self.first.scenarios}
        now = {item.id: item.status for item in self.now.scenarios}
        lit = {door for step in self.steps[: self.at + 1] if step.stage for door in step.stage.doors}
        wanted = [key for key in (*ROUTE, *sorted(before)) if _told(key, before.get(key))]
        return tuple(
            Door(
                key,
                catalogue.scenario(key).title,
                before[key],
                # A door that cannot be there any more is left out by the check.
                now.get(key, ScenarioStatus.CLOSED),
                key in lit or self.step.kind in (Kind.CHANGE, Kind.CLOSE),
            )
            for key in list(dict.fromkeys(wanted))[:MOST_DOORS]
        )

    def room(self) -> Room:
        """What the room sees now."""
        step, state = self.step, self._states[-1]
        walking = step.kind is Kind.WALK
        shows_change = step.kind is Kind.CHANGE
        doors = self.doors() if walking or shows_change else ()
        before, pages = self._compared(state) if shows_change else ((), ())
        return Room(
            kind=step.kind.value,
            place=self.place,
            heading=step.heading,
            lead=_lead_of_change(doors) or step.lead if step.part == "change" else step.lead,
            person=f"{self.person.name}, {self.person.role}",
            points=helplines() if step.kind is Kind.CLOSE else step.points,
            facts=self.known() if walking else (),
            doors=doors,
            stops=stop_lines(step.stage) if walking and step.stage else (),
            pages=self._pages(state) if step.kind is Kind.PAGE else pages,
            pages_before=before,
            fixed=state.fixed if shows_change else (),
            busy=self.busy,
        )

    def turn_page(self) -> None:
        """Shows one page large, then the next one, then all of them again."""
        shown = -1 if self.focus is None else self.focus
        self.focus = shown + 1 if shown + 1 < len(self._states[-1].pages) else None

    def _pages(self, state: _State) -> tuple[PagePicture, ...]:
        if self.focus is None:
            return state.pages
        return state.pages[self.focus : self.focus + 1]

    def _compared(self, state: _State) -> tuple[tuple[PagePicture, ...], tuple[PagePicture, ...]]:
        """The page that changed last, before and now; none before where all pages stand as at the start."""
        first, now = _by_title(self._states[0].pages), _by_title(state.pages)
        new = [title for title in (state.changed, *first) if title in first and first[title] != now.get(title)]
        if not new:
            return (), state.pages[:1]
        was, after = first[new[0]], now.get(new[0])
        if after is None:
            return (was,), ()
        was, after = compared(was, after)
        return (was,), (after,)

    def known(self) -> tuple[Fact, ...]:
        """What a stranger knows by this step, the newest last; what a look no longer finds is marked as gone."""
        facts: dict[tuple[str, str, str], Fact] = {}
        here = self.step.stage
        for step in self.steps[: self.at + 1]:
            for item in step.stage.facts if step.stage else ():
                facts.setdefault(item.key, replace(item, fresh=step.stage is here and item.fresh))
        left = {item.key for item in map(self._fact, self.now.findings)}
        left |= {item.key for item in copies_of(self.now, self.name_of)}
        told = [replace(item, gone=item.key not in left) for item in facts.values()]
        return tuple(told[-MOST_FACTS:])

    def _fact(self, item: Finding) -> Fact:
        return fact(item, self.name_of)


def _by_title(pages: Collection[PagePicture]) -> dict[str, PagePicture]:
    return {page.title: page for page in pages}


def _changed(before: Collection[PagePicture], after: Collection[PagePicture]) -> str:
    """The title of the first page that looks otherwise than before; empty where none does."""
    now = _by_title(after)
    return next((page.title for page in before if now.get(page.title) != page), "")


def _lead_of_change(doors: Collection[Door]) -> str:
    """What is said over before and after where no door closed; empty where one did."""
    if any(door.closed_now for door in doors):
        return ""
    none_open = not any(door.before is ScenarioStatus.OPEN for door in doors)
    return say("training.part.change.lead_none" if none_open else "training.part.change.lead_still")


def helplines() -> tuple[str, ...]:
    """Who helps with what, the first of every need, as many as a wall holds."""
    found = {contact.need: contact for contact in reversed(catalogue.help_contacts())}
    contacts = [contact for need, contact in reversed(found.items()) if need in _needs()]
    return tuple(
        say("training.helpline", need=item.need, name=item.name, contact=item.contact) for item in contacts
    )


def _needs() -> tuple[str, ...]:
    wanted: list[str] = catalogue.data("training.toml")["helplines"]["contacts"]
    return tuple(item.need for item in catalogue.help_contacts() if item.contact in wanted)


def _told(key: str, status: ScenarioStatus | None) -> bool:
    if status is None or catalogue.scenario(key).opt_in:
        return False
    return status is ScenarioStatus.OPEN or key in ALWAYS


def _came_of_it(before: Assessment, after: Assessment) -> str:
    """Which doors a change closed or opened, in a sentence."""
    was = {item.id: item.status for item in before.scenarios}
    now = {item.id: item.status for item in after.scenarios}
    left_open = [key for key in was if was[key] is ScenarioStatus.OPEN and now.get(key) is not ScenarioStatus.OPEN]
    unseen = [key for key in left_open if now.get(key) is ScenarioStatus.CANNOT_TELL]
    closed = [key for key in left_open if key not in unseen]
    opened = [key for key in now if now[key] is ScenarioStatus.OPEN and was.get(key) is not ScenarioStatus.OPEN]
    parts = []
    if closed:
        parts.append(say("training.fix.closed", doors=_listed(closed)))
    if unseen:
        parts.append(say("training.fix.unseen", doors=_listed(unseen)))
    if opened:
        parts.append(say("training.fix.opened", doors=_listed(opened)))
    if not parts:
        parts.append(say("training.fix.no_door"))
    left = sum(item is ScenarioStatus.OPEN for item in now.values())
    parts.append(say("training.fix.left", count=left) if left else say("training.fix.none_left"))
    return " ".join(parts)


def _listed(keys: Collection[str]) -> str:
    return ", ".join(catalogue.scenario(key).title for key in keys)
