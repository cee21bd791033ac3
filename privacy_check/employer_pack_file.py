"""An employer pack as it is written: the form of its TOML file, and what is said of one that cannot be read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from privacy_check.errors import UnreadableInput
from privacy_check.files import why_not
from privacy_check.sentences import say
from privacy_check.text.sanitise import one_line

MOST_BYTES = 100_000
LONGEST = 120
LONGEST_LINK = 500


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
_Role = Literal["manager", "dsl", "lado", "hr", "union"]
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
    role: _Role
    called: _Words
    how: _Way | None = None


class _Policy(_Part):
    about: _About
    title: _Words
    url: _Link | None = None
    checked_on: date | None = None


class PackFile(_Part):
    """The file as it is written."""

    format: Literal[1]
    name: _Words
    nation: _Nation = "uk"
    employer: _Employer = _Employer()
    records: _Records = _Records()
    consent: _Consent = _Consent()
    guidance: _Guidance | None = None
    contact: Annotated[list[_Contact], Field(max_length=20)] = []
    policy: Annotated[list[_Policy], Field(max_length=30)] = []


def from_path(path: Path | str) -> PackFile:
    """Reads a file. Raises UnreadableInput with a sentence that names the line or the part."""
    where = Path(path).expanduser()
    name = one_line(where.name, LONGEST)
    try:
        with where.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _bad("cannot_open", "check_path", name=name, reason=why_not(error)) from None
    if len(raw) > MOST_BYTES:
        raise _bad("too_large", "copy_one", name=name)
    return parsed(raw, name)


def parsed(raw: bytes, name: str) -> PackFile:
    """TOML in hand; `name` is what messages call it. Raises UnreadableInput as `from_path` does."""
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
        return PackFile.model_validate(given)
    except ValidationError as error:
        raise _said(error, text, name) from None


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
    model: Any = PackFile
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
