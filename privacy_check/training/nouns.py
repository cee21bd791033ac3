"""What a training session is made of, in words; the desk, the projector and the papers only render it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from privacy_check.model import ScenarioStatus

SEEN_SHUT = (ScenarioStatus.CLOSED, ScenarioStatus.ONE_STEP_AWAY)
"""What a door can be when it is seen not to be open; where nobody can tell, it is neither."""


class Kind(StrEnum):
    """What the room looks at during a step."""

    WORDS = "words"
    PAGE = "page"
    WALK = "walk"
    CHANGE = "change"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Somebody:
    """The invented person of a session; `first_name` and `employer` are all an attacker starts from.

    `caution` is what a trainer must know before telling this story, empty for most; `more` are sentences on what
    else can be shown of this person.
    """

    id: str
    name: str
    role: str
    story: str
    teaches: str
    first_name: str
    employer: str
    caution: str = ""
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leak:
    """One thing on a pretend page that strangers can read, and that can be switched off there.

    `where` is the account as people know it, `part` what it is, `shown` the words themselves in clear (the person
    is invented), `rules` what a check calls it. `off` is True while it is switched off.
    """

    id: str
    where: str
    part: str
    shown: str
    rules: tuple[str, ...] = ()
    off: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a stranger knows: what it is, the words themselves, where they stand, and its rule.

    `told` is True where the words are this tool's own and no quotation.
    """

    rule_id: str
    what: str
    shown: str
    where: str
    gone: bool = False
    fresh: bool = False
    told: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same fact in a later look."""
        return self.rule_id, self.where, "" if self.told else self.shown.casefold()


@dataclass(frozen=True, slots=True)
class Stop:
    """A fix that would have ended an attack at this point."""

    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the attack: what is read, what it allows, and what would have stopped it.

    `status` is the door's, None where the stage has none. `together`: only all stops together close it.
    `happened`: it was done already, as a copy that exists.
    """

    id: str
    heading: str
    says: str
    facts: tuple[Fact, ...] = ()
    status: ScenarioStatus | None = None
    doors: tuple[str, ...] = ()
    stops: tuple[Stop, ...] = ()
    together: bool = False
    happened: bool = False


@dataclass(frozen=True, slots=True)
class Fix:
    """Something the trainer can mend on the pretend pages: what, why, how, and which leaks it switches off."""

    id: str
    title: str
    why: str
    steps: tuple[str, ...]
    minutes: int
    where: str
    after: str
    leaks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Door:
    """Something strangers could do: `before` is how it stood at the start, `now` how it stands."""

    id: str
    title: str
    before: ScenarioStatus
    now: ScenarioStatus
    lit: bool = False

    @property
    def closed_now(self) -> bool:
        """True when it was open at the start and is seen not to be open any more."""
        return self.before is ScenarioStatus.OPEN and self.now in SEEN_SHUT


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A picture of one pretend page as a stranger sees it now."""

    name: str
    title: str
    address: str
    image: bytes = field(repr=False)
    media_type: str = "image/jpeg"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the session: its part, its time, what the trainer says and asks, and what the room sees."""

    id: str
    part: str
    heading: str
    lead: str
    seconds: int
    kind: Kind
    notes: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """What the room sees at this moment, and nothing the room should not see."""

    kind: str
    place: str
    heading: str
    lead: str
    person: str
    points: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    doors: tuple[Door, ...] = ()
    stops: tuple[str, ...] = ()
    pages: tuple[PagePicture, ...] = ()
    pages_before: tuple[PagePicture, ...] = ()
    fixed: tuple[str, ...] = ()
    busy: str = ""
