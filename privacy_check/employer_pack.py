"""One employer in one TOML file: its names, systems, policies, consent age and whom to ask first.

Nothing about an employer stands in code. Two packs are shipped as data (`data/packs`); anybody can write another.
`current()` is the pack in use: the generic one until a person names or chooses another.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from privacy_check.errors import UnreadableInput
from privacy_check.files import why_not
from privacy_check.sentences import language, say
from privacy_check.text.sanitise import one_line

GENERIC, LEEDS = "generic", "leeds"
MOST_BYTES = 100_000
LONGEST = 120
LONGEST_LINK = 500


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
    where = Path(path).expanduser()
    name = one_line(where.name, LONGEST)
    try:
        with where.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _bad("cannot_open", "check_path", name=name, reason=why_not(error)) from None
    if len(raw) > MOST_BYTES:
        raise _bad("too_large", "copy_one", name=name)
    return read(raw, name, "own")


def read(raw: bytes, name: str, pack_id: str) -> EmployerPack:
    """A pack from TOML in hand; `name` is what messages call it. Raises UnreadableInput as `load` does."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _bad("not_text", "save_utf8", name=name) from None
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        at = line[1] if line else str(text.count("\n") + 1)
        raise _bad("bad_line", "line_looks", name=name, line=at) from None
    except (RecursionError, ValueError):
        raise _bad("unreadable", "copy_one", name=name) from None
    try:
        return _made(_File.model_validate(given), pack_id)
    except ValidationError as error:
        raise _said(error, text, name) from None


# The file as it is written ------------------------------------------------------------------------------------


def _clean(text: str) -> str:
    clean = one_line(text, LONGEST)
    if not clean:
        raise ValueError("nothing to read")
    return clean


def _web(text: str) -> str:
    clean = one_line(text, LONGEST_LINK)
    if not re.fullmatch(r"https?://[^\s/?#@\\]+\.[^\s@\\]+", clean):
        raise ValueError("no web address")
    return clean


def _way(text: str) -> str:
    clean = _clean(text)
    schemes = {(found[1] or found[2]).casefold() for found in _SCHEME.finditer(clean)}
    if not schemes <= _SAFE_SCHEMES:
        raise ValueError("no way to reach somebody")
    return clean


# A word with a colon and more right behind it, or one that a browser runs or opens whatever stands between.
_SCHEME = re.compile(r"(?<![\w/.@+-])(?:([a-z][a-z0-9+-]*):(?=\S)|(javascript|vbscript|data|blob|file)\s*:)", re.I)
_SAFE_SCHEMES = frozenset(["https", "tel", "mailto"])

_Words = Annotated[str, Field(max_length=400), AfterValidator(_clean)]
_Way = Annotated[str, Field(max_length=400), AfterValidator(_way)]
_Link = Annotated[str, Field(max_length=LONGEST_LINK), AfterValidator(_web)]
_Nation = Literal["uk", "england", "scotland", "wales", "northern_ireland"]
_About = Literal["online_safety", "messages", "devices", "pictures", "conduct", "colleague", "speaking_up"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Employer(_Part):
    names: Annotated[list[_Words], Field(max_length=20)] = []
    called: _Words | None = None


class _Records(_Part):
    system: _Words | None = None
    entry: _Words | None = None
    sign_off: _Words | None = None


class _Consent(_Part):
    age: Annotated[int, Field(ge=5, le=18)] | None = None


class _Guidance(_Part):
    title: _Words
    url: _Link | None = None
    checked_on: date | None = None


class _Contact(_Part):
    # A word in a file is a string; strict mode takes no string for an enum.
    role: Annotated[Role, Field(strict=False)]
    called: _Words
    how: _Way | None = None


class _Policy(_Part):
    about: _About
    title: _Words
    url: _Link | None = None
    checked_on: date | None = None


class _File(_Part):
    format: Literal[1]
    name: _Words
    nation: _Nation = "uk"
    employer: _Employer = _Employer()
    records: _Records = _Records()
    consent: _Consent = _Consent()
    guidance: _Guidance | None = None
    contact: Annotated[list[_Contact], Field(max_length=20)] = []
    policy: Annotated[list[_Policy], Field(max_length=30)] = []


def _made(given: _File, pack_id: str) -> EmployerPack:
    guidance = given.guidance or _Guidance(title=say("reflect.pack.guidance_title"))
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
        contacts=tuple(Contact(each.role, each.called, each.how or "") for each in given.contact),
        policies=tuple(Policy(each.about, each.title, each.url or "", each.checked_on) for each in given.policy),
        guidance=Policy("guidance", guidance.title, guidance.url or "", guidance.checked_on),
    )


# What is said of a pack that cannot be read --------------------------------------------------------------------


def _bad(message: str, hint: str, **values: Any) -> UnreadableInput:
    return UnreadableInput(say(f"reflect.pack.{message}", **values), say(f"reflect.pack.{hint}", **values))


def _said(error: ValidationError, text: str, name: str) -> UnreadableInput:
    """The first thing wrong, named by its part and line; never what stands there."""
    first = error.errors(include_url=False, include_input=False, include_context=True)[0]
    parts = [str(part) for part in first["loc"] if not isinstance(part, int)]
    key = one_line(".".join(parts), 60) or "format"
    values = {"name": name, "key": key, "line": str(_line(text, first["loc"]))}
    kind = first["type"]
    if kind == "missing":
        return _bad("missing", "copy_one", **values)
    if kind == "extra_forbidden":
        return _bad("unknown", "parts_are", **values, known=", ".join(_known(first["loc"])))
    allowed = (first.get("ctx") or {}).get("expected")
    if allowed:
        return _bad("wrong", "one_of", **values, known=one_line(str(allowed).replace("'", ""), 200))
    if key.endswith(("url",)):
        return _bad("wrong", "a_link", **values)
    if key.endswith("how"):
        return _bad("wrong", "a_way", **values)
    if key.endswith("age"):
        return _bad("wrong", "an_age", **values)
    return _bad("wrong", "as_example", **values)


def _known(place: Iterable[int | str]) -> list[str]:
    """The parts that may stand where an unknown one stood."""
    model: Any = _File
    tables = {"employer": _Employer, "records": _Records, "consent": _Consent, "guidance": _Guidance}
    lists = {"contact": _Contact, "policy": _Policy}
    inside = [part for part in place if not isinstance(part, int)][:-1]
    for part in inside:
        model = (tables | lists).get(str(part), model)
    return list(model.model_fields)


def _line(text: str, place: tuple[int | str, ...]) -> int:
    """The line of that part, as near as it can be told: the key below the header of its table, else the header."""
    names = [part for part in place if isinstance(part, str)]
    number = next((part for part in place if isinstance(part, int)), 0)
    header = re.compile(rf"\s*\[\[?\s*{re.escape(names[0])}\s*\]") if names else None
    key = re.compile(rf"\s*[\"']?{re.escape(names[-1])}[\"']?\s*=") if names else None
    seen, at = -1, 1
    for line, words in enumerate(text.splitlines(), 1):
        if header is not None and header.match(words):
            seen += 1
            at = line if seen <= number else at
        if key is not None and key.match(words) and (len(names) == 1 or seen == number):
            return line
    return at
