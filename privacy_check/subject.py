"""About me: the facts a person tells the tool about themself, read from and written to TOML."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path

from privacy_check.errors import UnreadableInput
from privacy_check.files import why_not
from privacy_check.sentences import say
from privacy_check.written_dates import written_date

MAX_BYTES = 1_000_000
MAX_LETTERS = 500
MAX_ENTRIES = 100
EARLIEST_BIRTH = date(1900, 1, 1)
FEWEST_DIGITS = 5
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")

_OTHER_WORDS = {
    "dob": "birth_date",
    "birthday": "birth_date",
    "born": "birth_date",
    "surname": "names",
    "full_name": "names",
    "maiden_name": "former_names",
    "mobile": "phones",
    "telephone": "phones",
    "mail": "emails",
    "postcode": "addresses",
    "home": "addresses",
    "job": "job_titles",
    "role": "job_titles",
    "foster": "fosters",
    "foster_carer": "fosters",
    "spouse": "partner",
    "husband": "partner",
    "wife": "partner",
    "kids": "children",
    "child": "children",
    "cars": "vehicles",
    "usernames": "handles",
    "maiden": "mothers_maiden_name",
    "businesses": "own_businesses",
}


@dataclass(frozen=True, repr=False)
class Child:
    """One of the person's children; `birth_date` and `school` may be unknown."""

    name: str
    birth_date: date | None = None
    school: str = ""

    def __repr__(self) -> str:
        return "Child(•••)"


# Kinds of work, as wide as an order of steps needs; where somebody works stands in `employers`.
WORK = ("social_work", "school", "fostering", "residential", "council", "health", "other")


@dataclass(frozen=True, repr=False)
class Situation:
    """What a person's life makes more pressing: it weighs the order of steps, never a number.

    `work` is one of WORK, or empty.
    """

    work: str = ""
    fosters: bool = False
    own_children: bool = False
    careful_of_someone: bool = False

    def __bool__(self) -> bool:
        """False when the person said nothing about their situation."""
        return bool(self.work or self.fosters or self.own_children or self.careful_of_someone)

    def __repr__(self) -> str:
        return "Situation(•••)" if self else "Situation()"


@dataclass(frozen=True, repr=False)
class AboutMe:
    """What a person told the tool about themself; every part may be empty. `repr` shows counts, never values."""

    names: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    birth_date: date | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    job_titles: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    partner: str = ""
    children: tuple[Child, ...] = ()
    pets: tuple[str, ...] = ()
    vehicles: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    mothers_maiden_name: str = ""
    own_businesses: tuple[str, ...] = ()
    situation: Situation = Situation()

    def __repr__(self) -> str:
        given = ((f.name, getattr(self, f.name)) for f in fields(self))
        said = [f"{name}={len(v) if isinstance(v, tuple) else '•••'}" for name, v in given if v]
        return f"AboutMe({', '.join(said)})"

    @property
    def empty(self) -> bool:
        """True when the person told the tool nothing."""
        return not any(getattr(self, f.name) for f in fields(self))

    @classmethod
    def from_mapping(cls, given: Mapping[str, object]) -> AboutMe:
        """Builds from plain values: a string where one is meant, a list of strings, ISO dates, child tables.

        The parts of the situation stand beside the facts: `work`, `fosters`, `own_children`, `careful_of_someone`.
        Raises UnreadableInput naming the key that cannot be read, never its value.
        """
        known = {f.name for f in (*fields(cls), *fields(Situation))} - {"situation"}
        for key in given:
            if key not in known:
                raise UnreadableInput(say("errors.subject.part", shown=_shown(key)), _nearest(key, known))
        lists = {name: _lines(name, given.get(name)) for name in _LISTS}
        if any(sum(map(str.isdigit, phone)) < FEWEST_DIGITS for phone in lists["phones"]):
            raise UnreadableInput(say("errors.subject.no_phone"), say("errors.subject.line_hint"))
        if any(not _EMAIL.fullmatch(address) for address in lists["emails"]):
            raise UnreadableInput(say("errors.subject.no_email"), say("errors.subject.email_hint"))
        return cls(
            **lists,
            birth_date=_day("birth_date", given.get("birth_date")),
            partner=_line("partner", given.get("partner")),
            mothers_maiden_name=_line("mothers_maiden_name", given.get("mothers_maiden_name")),
            children=_children(given.get("children")),
            situation=_situation(given),
        )

    @classmethod
    def from_toml(cls, path: Path | str) -> AboutMe:
        """Reads a TOML file. Raises UnreadableInput naming the key or line that cannot be read."""
        where = Path(path)
        try:
            with where.open("rb") as handle:
                raw = handle.read(MAX_BYTES + 1)
        except OSError as error:
            raise UnreadableInput(
                say("errors.subject.not_readable", where=where, reason=why_not(error)),
                say("errors.subject.check_path"),
            ) from None
        except ValueError:
            raise UnreadableInput(say("errors.subject.not_path"), say("errors.subject.check_path")) from None
        if len(raw) > MAX_BYTES:
            raise UnreadableInput(
                say("errors.subject.too_large", where=where), say("errors.subject.too_large_hint")
            )
        return cls.from_text(raw, where.name)

    @classmethod
    def load(cls, path: Path | str) -> AboutMe:
        """The same as `from_toml`."""
        return cls.from_toml(path)

    @classmethod
    def from_text(cls, raw: bytes | str, name: str = "") -> AboutMe:
        """Reads TOML already in hand; `name` is what messages call it, About me without one."""
        name = name or say("app.about.heading")
        try:
            text = raw.decode("utf-8-sig") if isinstance(raw, bytes) else raw.removeprefix("\ufeff")
        except UnicodeDecodeError:
            raise UnreadableInput(
                say("errors.subject.not_text", name=name), say("reflect.pack.save_utf8")
            ) from None
        try:
            given = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            place = re.search(r"line \d+", str(error))
            raise UnreadableInput(
                say(
                    "errors.subject.bad_line",
                    name=name,
                    place=place[0] if place else say("errors.subject.its_end"),
                ),
                say("errors.subject.line_hint"),
            ) from None
        except (RecursionError, ValueError):
            raise UnreadableInput(
                say("errors.subject.bad_file", name=name), say("errors.subject.line_hint")
            ) from None
        return cls.from_mapping(given)

    @property
    def every_name(self) -> tuple[str, ...]:
        """What the person is or was called."""
        return (*self.names, *self.nicknames, *self.former_names)

    def to_toml(self) -> str:
        """The facts as TOML that `from_text` reads back to an equal value."""
        out = []
        for part in fields(self):
            value = getattr(self, part.name)
            if not value or part.name in ("children", "situation"):
                continue
            if isinstance(value, tuple):
                out.append(f"{part.name} = [{', '.join(map(_quoted, value))}]")
            else:
                out.append(f"{part.name} = {value.isoformat() if isinstance(value, date) else _quoted(value)}")
        out += _situation_lines(self.situation)
        for child in self.children:
            out += ["", "[[children]]", f"name = {_quoted(child.name)}"]
            out += [f"birth_date = {child.birth_date.isoformat()}"] if child.birth_date else []
            out += [f"school = {_quoted(child.school)}"] if child.school else []
        return "\n".join(out) + "\n" if out else ""


_YES_OR_NO = ("fosters", "own_children", "careful_of_someone")
_LISTS = tuple(f.name for f in fields(AboutMe) if f.default == () and f.name != "children")


def _shown(key: object) -> str:
    """A key as it may appear in a message: short and printable."""
    word = "".join(letter for letter in str(key) if letter.isprintable())[:40]
    return f"“{word}”"


def _nearest(key: object, known: set[str]) -> str:
    import difflib

    word = str(key).casefold()
    found = (
        [_OTHER_WORDS[word]] if word in _OTHER_WORDS else difflib.get_close_matches(word, sorted(known), 1, 0.6)
    )
    return (
        say("errors.subject.did_you_mean", key=found[0])
        if found
        else say("errors.subject.parts", names=", ".join(sorted(known)))
    )


def _line(key: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple) and len(value) == 1:
        value = value[0]
    if not isinstance(value, str):
        raise UnreadableInput(say("errors.subject.no_words", key=key), say("errors.subject.words_hint", key=key))
    if len(value) > MAX_LETTERS:
        raise UnreadableInput(
            say("errors.subject.too_long", key=key, max_letters=MAX_LETTERS),
            say("errors.subject.too_long_hint"),
        )
    clean = "".join(letter for letter in value if not "\ud800" <= letter <= "\udfff")
    return " ".join(clean.split())


def _lines(key: str, value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    entries = [value] if isinstance(value, str) else value
    if not isinstance(entries, list | tuple) or not all(isinstance(entry, str) for entry in entries):
        raise UnreadableInput(say("errors.subject.no_list", key=key), say("errors.subject.list_hint", key=key))
    if len(entries) > MAX_ENTRIES:
        raise UnreadableInput(
            say("errors.subject.too_many", key=key, max_entries=MAX_ENTRIES),
            say("errors.subject.too_many_hint"),
        )
    clean = [line for line in (_line(key, entry) for entry in entries) if line]
    return tuple(dict.fromkeys(clean))


def _day(key: str, value: object) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return _lived(key, value.date())
    if isinstance(value, date):
        return _lived(key, value)
    day = written_date(value) if isinstance(value, str) else None
    if day is not None:
        return _lived(key, day)
    raise UnreadableInput(say("errors.subject.no_date", key=key), say("errors.subject.date_hint", key=key))


def _lived(key: str, day: date) -> date:
    if not EARLIEST_BIRTH <= day <= date.today():
        raise UnreadableInput(
            say("errors.subject.nobody_living", key=key),
            say("errors.subject.date_hint", key=key),
        )
    return day


def _situation(given: Mapping[str, object]) -> Situation:
    work = _line("work", given.get("work")).casefold().replace(" ", "_")
    if work and work not in WORK:
        raise UnreadableInput(
            say("errors.subject.no_work"),
            say("errors.subject.no_work_hint", names=", ".join(WORK)),
        )
    return Situation(work, *(_yes(key, given.get(key)) for key in _YES_OR_NO))


def _yes(key: str, value: object) -> bool:
    if value is None or isinstance(value, bool):
        return bool(value)
    word = value.strip().casefold() if isinstance(value, str) else None
    if word not in ("yes", "no", "true", "false", ""):
        raise UnreadableInput(say("errors.subject.no_yes", key=key), say("errors.subject.yes_hint", key=key))
    return word in ("yes", "true")


def _situation_lines(situation: Situation) -> list[str]:
    said = [f"work = {_quoted(situation.work)}"] if situation.work else []
    return said + [f"{key} = true" for key in _YES_OR_NO if getattr(situation, key)]


def _children(value: object) -> tuple[Child, ...]:
    if value is None:
        return ()
    entries = [value] if isinstance(value, str | Mapping) else value
    if not isinstance(entries, list | tuple) or len(entries) > MAX_ENTRIES:
        raise UnreadableInput(say("errors.subject.no_children"), say("errors.subject.children_hint"))
    return tuple(child for child in map(_child, entries) if child.name)


def _child(entry: object) -> Child:
    if isinstance(entry, Child):
        return entry
    if isinstance(entry, str):
        return Child(_line("children", entry))
    if not isinstance(entry, Mapping):
        raise UnreadableInput(say("errors.subject.no_name"), say("errors.subject.children_hint"))
    known = {f.name for f in fields(Child)}
    for key in entry:
        if key not in known:
            raise UnreadableInput(say("errors.subject.child_part", shown=_shown(key)), _nearest(key, known))
    return Child(
        _line("children.name", entry.get("name")),
        _day("children.birth_date", entry.get("birth_date")),
        _line("children.school", entry.get("school")),
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
