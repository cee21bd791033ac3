"""One employer in one TOML file: its names, systems, policies, consent age and whom to ask first.

Nothing about an employer stands in code. Two packs are shipped as data (`data/packs`); anybody can write another.
`current()` is the pack in use: the generic one until a person names or chooses another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from privacy_check.sentences import language, say

if TYPE_CHECKING:
    from privacy_check.employer_pack_file import PackFile

GENERIC, LEEDS = "generic", "leeds"


class Role(StrEnum):
    """Whom a pack can name; a union stands beside the manager, never below."""

    MANAGER = "manager"
    DSL = "dsl"
    LADO = "lado"
    HR = "hr"
    UNION = "union"


# Whom to ask first. Where it is about oneself or one's post, a union stands there as well as a manager.
_FIRST: Mapping[str, tuple[Role, ...]] = {
    "child": (Role.DSL, Role.MANAGER, Role.LADO),
    "colleague": (Role.LADO, Role.DSL, Role.MANAGER),
    "self": (Role.UNION, Role.MANAGER, Role.HR),
    "post": (Role.MANAGER, Role.UNION, Role.HR),
}


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody at work to ask: what a sentence calls them, and a number, address or link when the pack has one."""

    role: Role
    called: str
    how: str = ""

    @property
    def sentence(self) -> str:
        """The contact as one line: who, and how where that is known."""
        return f"{self.called}: {self.how}" if self.how else self.called


@dataclass(frozen=True, slots=True)
class Policy:
    """Where a rule of the employer stands; `about` is online_safety, messages, devices, pictures and so on."""

    about: str
    title: str
    url: str = ""
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class EmployerPack:
    """What one employer calls things. Every text is one clean line, every link http or https."""

    id: str
    name: str
    nation: str
    employer_names: tuple[str, ...]
    employer: str
    system: str
    entry: str
    sign_off: str
    consent_age: int | None
    contacts: tuple[Contact, ...]
    policies: tuple[Policy, ...]
    guidance: Policy

    def contact(self, role: Role | str) -> Contact:
        """The contact of that role; a pack that names none takes the generic words."""
        wanted = Role(role)
        found = next((each for each in self.contacts if each.role is wanted), None)
        return found if found is not None else shipped(GENERIC).contact(wanted)

    def first(self, about: str) -> tuple[Contact, ...]:
        """Whom to ask, in order, about a `child`, a `colleague`, a `post` or oneself (`self`)."""
        return tuple(self.contact(role) for role in _FIRST[about])

    def policy(self, about: str) -> Policy | None:
        """Where the employer's rule about that stands, when the pack says so."""
        return next((each for each in self.policies if each.about == about), None)

    def cites(self, *references: str) -> str:
        """The sections of the guidance behind a rule or card, as words: `3.1-d` lies in section 3.1."""
        numbers = dict.fromkeys(reference.split("-")[0] for reference in references)
        return say("reflect.cites", title=self.guidance.title, sections=", ".join(numbers))

    def gaps(self) -> dict[str, str]:
        """The pack's words for the gaps of a sentence, each a phrase that fits into one."""
        age = self.consent_age
        words = {
            "employer": self.employer,
            "system": self.system,
            "entry": self.entry,
            "sign_off": self.sign_off,
            "age": say("reflect.age.known", age=age) if age is not None else say("reflect.age.unknown"),
        }
        return words | {role.value: self.contact(role).called for role in Role}


def current() -> EmployerPack:
    """The pack in use in this sitting; the generic one until `use` was called."""
    return _in_use.get("pack") or shipped(GENERIC)


def use(pack: EmployerPack | None) -> None:
    """Takes a pack for this sitting; None goes back to the generic one. Nothing of it is kept on disk."""
    _in_use["pack"] = pack


_in_use: dict[str, EmployerPack | None] = {"pack": None}


def shipped(pack_id: str) -> EmployerPack:
    """A pack that comes with the tool: `generic` or `leeds`."""
    return _shipped(pack_id, language())


@cache
def _shipped(pack_id: str, _: str) -> EmployerPack:
    raw = (files("privacy_check") / "data" / "packs" / f"{pack_id}.toml").read_bytes()
    return read(raw, f"{pack_id}.toml", pack_id)


def all_shipped() -> tuple[EmployerPack, ...]:
    """Every pack that comes with the tool, the generic one first."""
    return shipped(GENERIC), shipped(LEEDS)


def load(path: Path | str) -> EmployerPack:
    """Reads a pack from a file. Raises UnreadableInput with a sentence that names the line or the part."""
    from privacy_check.employer_pack_file import from_path

    return _made(from_path(path), "own")


def read(raw: bytes, name: str, pack_id: str) -> EmployerPack:
    """A pack from TOML in hand; `name` is what messages call it. Raises UnreadableInput as `load` does."""
    from privacy_check.employer_pack_file import parsed

    return _made(parsed(raw, name), pack_id)


def _made(given: PackFile, pack_id: str) -> EmployerPack:
    guidance = given.guidance
    return EmployerPack(
        id=pack_id,
        name=given.name,
        nation=given.nation,
        employer_names=tuple(given.employer.names),
        employer=given.employer.called or say("reflect.pack.employer"),
        system=given.records.system or say("reflect.pack.system"),
        entry=given.records.entry or say("reflect.pack.entry"),
        sign_off=given.records.sign_off or say("reflect.pack.sign_off"),
        consent_age=given.consent.age,
        contacts=tuple(Contact(Role(each.role), each.called, each.how or "") for each in given.contact),
        policies=tuple(Policy(each.about, each.title, each.url or "", each.checked_on) for each in given.policy),
        guidance=Policy("guidance", guidance.title, guidance.url or "", guidance.checked_on)
        if guidance is not None
        else Policy("guidance", say("reflect.pack.guidance_title")),
    )
