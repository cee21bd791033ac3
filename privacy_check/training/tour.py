"""The tour: three minutes on the pretend network, for somebody new, or for a manager who wants to recommend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from privacy_check import catalogue
from privacy_check.model import ScenarioStatus
from privacy_check.sentences import lines, say
from privacy_check.training.nouns import Fix
from privacy_check.training.session import Session

MOST_FACTS = 8


class Audience(StrEnum):
    """Who takes the tour."""

    PERSON = "person"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class TourStep:
    """One page of the tour; `acts` is True where going on from it changes the pretend page."""

    id: str
    heading: str
    lead: str
    rows: tuple[str, ...] = ()
    acts: bool = False


_STEPS = {
    Audience.PERSON: ("start", "person", "known", "doors", "fix", "after", "yours"),
    Audience.MANAGER: ("start", "person", "known", "doors", "fix", "after", "promise", "recommend"),
}


@dataclass
class Tour:
    """A tour through one session's findings; nothing of it is kept."""

    session: Session
    audience: Audience = Audience.PERSON
    at: int = 0
    told: str = ""
    _ids: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        self._ids = _STEPS[self.audience]

    @property
    def place(self) -> str:
        """How far it is, in words."""
        return say("training.place", step=self.at + 1, steps=len(self._ids))

    @property
    def last(self) -> bool:
        """True on the last page."""
        return self.at + 1 == len(self._ids)

    def step(self) -> TourStep:
        """The page to show now."""
        name = self._ids[self.at]
        values: dict[str, Any] = {"name": self.session.person.first_name, "whole": self.session.person.name}
        return TourStep(
            id=name,
            heading=say(f"tour.{name}.heading", **values),
            lead=self.told if name == "after" and self.told else say(f"tour.{name}.lead", **values),
            rows=tuple(self._rows(name)),
            acts=name == "fix" and self._fix() is not None,
        )

    async def next(self) -> None:
        """One page on; from the page of the fix the fix is made, and the pretend page looked at again."""
        fix = self._fix() if self.step().acts else None
        if fix is not None and not self.session.applied(fix):
            self.told = await self.session.apply(fix)
        self.at = min(self.at + 1, len(self._ids) - 1)

    def back(self) -> None:
        """One page back."""
        self.at = max(self.at - 1, 0)

    def _fix(self) -> Fix | None:
        """The first fix that can be shown."""
        return next((fix for fix in self.session.fixes if fix.leaks), None)

    def _rows(self, name: str) -> Sequence[str]:
        if name == "person":
            return (self.session.person.story.split("\n\n")[0],)
        if name == "known":
            new = [[fact.shown for fact in stage.facts if fact.fresh][:2] for stage in self.session.stages]
            return tuple(dict.fromkeys(shown for some in new for shown in some))[:MOST_FACTS]
        if name in ("doors", "after"):
            return self._doors()
        if name == "fix":
            fix = self._fix()
            return (fix.title, fix.why, *fix.steps) if fix else (say("training.fix.none"),)
        return lines(f"tour.{name}.points")

    def _doors(self) -> tuple[str, ...]:
        return tuple(
            say("tour.door", title=door.title, state=catalogue.words("scenario_status", door.now.value))
            for door in self.session.doors()
            if door.before is ScenarioStatus.OPEN
        )
