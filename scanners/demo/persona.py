"""The invented people: what their files may say, and how they are read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from privacy_check.errors import PrivacyCheckError
from privacy_check.model import Account, Outcome, ScenarioStatus, Verdict
from privacy_check.sentences import say
from scanners.demo.places import address_of

PERSONAS = Path(__file__).parent / "personas"

Behaviour = Literal[
    "open",  # a full page
    "private",  # the top of the page and a padlock
    "card",  # name, picture and a line in the page's header, and a wish to sign in on the screen
    "dialog",  # a sign-in box over words that can be read
    "login",  # sent on to the sign-in page
    "refused",  # status 999 in place of the page
    "consent",  # a consent page in front of everything
    "missing",  # no such page, as 404
    "gone",  # no such page, as 200
    "suspended",
    "too_many",  # status 429
    "robot",  # a robot check, as 200
    "robot_403",  # a robot check, as 403
    "forbidden",  # a bare 403
    "broken",  # status 500
]
Change = Literal["mirrored", "cropped", "mirrored and cropped", "faded"]
Answer = Literal["yes", "no", "not sure"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Drawing(_Strict):
    """A drawn picture: the same motif and seed always give the same one; `change` is what a copier did to it."""

    motif: str
    seed: int = 0
    change: Change | None = None


class Photo(_Strict):
    """A picture an account shows; `gps` (latitude, longitude in degrees) is written into the JPEG file itself."""

    caption: str
    scene: str = "hills"
    seed: int = 0
    place: str = ""
    at: str = ""
    gps: tuple[float, float] | None = None


class Entry(_Strict):
    """A post, or an activity of a sports page: words, when and where as the page writes them."""

    text: str
    at: str = ""
    place: str = ""
    figures: str = ""


class GroupEntry(_Strict):
    """A group, server or page. `kind` is public, private or hidden; a hidden one is on no page."""

    name: str
    kind: Literal["public", "private", "hidden"] = "public"
    members: str = ""
    role: str = ""


class Relative(_Strict):
    """A line of the family section."""

    name: str
    relation: str


class Content(_Strict):
    """What stands on a profile. Everything is optional; what is missing is not drawn."""

    display_name: str = ""
    bio: str = ""
    location: str = ""
    home_town: str = ""
    website: str = ""
    links: tuple[tuple[str, str], ...] = ()
    employer: str = ""
    job_title: str = ""
    education: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    birthday: str = ""
    relationship: str = ""
    family: tuple[Relative, ...] = ()
    joined: str = ""
    followers: int = 0
    following: int = 0
    friends: tuple[str, ...] = ()
    groups: tuple[GroupEntry, ...] = ()
    posts: tuple[Entry, ...] = ()
    photos: tuple[Photo, ...] = ()
    former_handles: tuple[str, ...] = ()
    avatar: Drawing = Drawing(motif="blank")


class PretendAccount(_Strict):
    """One account of an invented person, or of somebody who looks like them, and how its page treats strangers."""

    platform: str
    handle: str
    behaviour: Behaviour = "open"
    content: Content = Content()

    @property
    def key(self) -> str:
        """`platform:handle`, lower case."""
        return f"{self.platform}:{self.handle}".lower()

    def account(self, port: int) -> Account:
        """The account with its address on the running network."""
        return Account(self.platform, self.handle, address_of(self.platform, self.handle, port))


class Expected(_Strict):
    """A finding a perfect check makes: the rule, where, and words its value holds."""

    rule_id: str
    account: str = ""
    field: str = ""
    contains: str = ""


class Trap(_Strict):
    """What a check must not find; `reason` says why it looks like something and is nothing."""

    rule_id: str
    account: str = ""
    contains: str = ""
    reason: str


class ExpectedVerdict(_Strict):
    """What a look-alike is, and why it may be called more than one thing."""

    account: str
    verdict: tuple[Verdict, ...]


class ExpectedPlace(_Strict):
    """A photo whose file tells where it was taken: the account, and which of its photos, counted from 0."""

    account: str
    photo: int


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Outcomes = Annotated[tuple[Outcome, ...], BeforeValidator(_listed)]


class Expect(_Strict):
    """What a perfect check of this person ends with.

    `nothing` means that not one finding may be made. An account may have several outcomes, and a scenario several
    statuses, where a fair check can reach either.
    """

    outcomes: dict[str, Outcomes]
    findings: tuple[Expected, ...] = ()
    not_findings: tuple[Trap, ...] = ()
    scenarios: dict[str, tuple[ScenarioStatus, ...]] = Field(default_factory=dict)
    candidates: tuple[ExpectedVerdict, ...] = ()
    photos: tuple[ExpectedPlace, ...] = ()
    nothing: bool = False


class Persona(_Strict):
    """One invented person: a story, what they told the tool, their accounts, and what a check finds.

    `forgotten` are accounts of theirs that they no longer think of, under a handle that they use elsewhere.
    `answers` are theirs to the questions no page can settle, by rule id; the others were not asked.
    """

    id: str
    letter: str
    name: str
    role: str
    teaches: str
    story: str
    safer_way: bool = False
    about: dict[str, Any] = Field(default_factory=dict)
    answers: dict[str, Answer] = Field(default_factory=dict)
    pages: tuple[PretendAccount, ...] = Field(alias="accounts")
    look_alikes: tuple[PretendAccount, ...] = Field(default=(), alias="candidates")
    forgotten: tuple[PretendAccount, ...] = ()
    expect: Expect

    @property
    def every_page(self) -> tuple[PretendAccount, ...]:
        """All that stands on the network because of this person."""
        return (*self.pages, *self.look_alikes, *self.forgotten)

    @property
    def handles(self) -> tuple[str, ...]:
        """The names they use on the accounts they think of, each once."""
        return tuple(dict.fromkeys(page.handle for page in self.pages))

    def accounts(self, port: int) -> tuple[Account, ...]:
        """The person's own accounts, with their addresses on the running network."""
        return tuple(page.account(port) for page in self.pages)

    def suspects(self, port: int) -> tuple[Account, ...]:
        """The accounts that look like theirs and are not."""
        return tuple(page.account(port) for page in self.look_alikes)


@cache
def personas() -> tuple[Persona, ...]:
    """Every invented person, by letter. Raises PrivacyCheckError naming the file and key that does not fit."""
    people = sorted((_read(path) for path in PERSONAS.glob("*.toml")), key=lambda person: person.letter)
    return tuple(people)


def _read(path: Path) -> Persona:
    try:
        data: Mapping[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        person = Persona.model_validate(data)
    except tomllib.TOMLDecodeError as error:
        raise PrivacyCheckError(
            say("links.file.not_toml", path=path.name, error=error), say("links.file.correct_line")
        ) from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise PrivacyCheckError(
            say("demo.file.wrong", path=path.name, where=where, reason=first["msg"]), say("demo.file.see_docs")
        ) from None
    if person.id != path.stem:
        raise PrivacyCheckError(say("demo.file.other_name", name=path.name, person=person.id))
    return person
