"""Packs: folders of invented people that trainers make themselves, read and held to being invented."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from privacy_check.errors import UnreadableInput
from privacy_check.sentences import say
from privacy_check.text.sanitise import one_line
from scanners.demo.invented import refusals
from scanners.demo.persona import Persona

MOST_BYTES = 200_000
MOST_FILES = 40
LONGEST_NAME = 80


class _Example:
    """The person that `persona new` writes, with a note on every part."""

    name = "sam.toml"

    def text(self) -> bytes:
        """The file as it is written."""
        return (Path(__file__).parent / "example_person.toml").read_bytes()


EXAMPLE = _Example()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file of a pack is not taken, in a sentence."""

    file: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Pack:
    """What a folder holds: the people that may be shown, and every reason against the others."""

    people: tuple[Persona, ...]
    refusals: tuple[Refusal, ...]


def read_pack(folder: Path) -> Pack:
    """Reads every person of a folder. Raises UnreadableInput where there is no folder, or nobody in it."""
    folder = folder.expanduser()
    if not folder.is_dir():
        raise UnreadableInput(say("persona.no_folder", path=folder), say("persona.no_folder_hint"))
    files = sorted(path for path in folder.glob("*.toml"))
    if not files:
        raise UnreadableInput(say("persona.nobody_in", path=folder), say("persona.no_folder_hint"))
    people: list[Persona] = []
    found: list[Refusal] = []
    if len(files) > MOST_FILES:
        found.append(Refusal(_name(folder), say("persona.too_many", most=MOST_FILES)))
    for path in files[:MOST_FILES]:
        read, sentences = _read(path, folder)
        found += [Refusal(_name(path), sentence) for sentence in sentences]
        if read is not None and not sentences:
            people.append(read)
    found += [Refusal(_name(folder), sentence) for sentence in _twice(people)]
    return Pack(tuple(people), tuple(found))


def load_pack(folder: Path) -> tuple[Persona, ...]:
    """The people of a pack in which all is invented. Raises UnreadableInput with every reason against it."""
    pack = read_pack(folder)
    if pack.refusals:
        reasons = "\n".join(f"{item.file}: {item.sentence}" for item in pack.refusals)
        raise UnreadableInput(
            say("persona.refused", count=len(pack.refusals), reasons=reasons), say("persona.hint")
        )
    return pack.people


def _read(path: Path, folder: Path) -> tuple[Persona | None, list[str]]:
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            return None, [say("persona.outside")]
        if not path.is_file():
            return None, [say("persona.no_file")]
        if path.stat().st_size > MOST_BYTES:
            return None, [say("persona.too_big", most=MOST_BYTES // 1000)]
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None, [say("persona.no_text")]
    except tomllib.TOMLDecodeError as error:
        return None, [say("persona.no_toml", reason=one_line(str(error), 200))]
    except RecursionError:
        return None, [say("persona.too_deep")]
    except (OSError, RuntimeError) as error:  # a link that leads to itself is a RuntimeError
        reason = error.strerror if isinstance(error, OSError) else ""
        return None, [say("persona.cannot_read", reason=reason or say("common.no_reason"))]
    data.setdefault("expect", {"outcomes": {}})
    try:
        person = Persona.model_validate(data)
    except ValidationError as error:
        return None, list(_misfits(error))
    except RecursionError:
        return None, [say("persona.too_deep")]
    return person, refusals(person, path.stem)


def _misfits(error: ValidationError) -> Iterator[str]:
    """The first few things that do not fit, each as a sentence."""
    for each in error.errors()[:5]:
        where = ".".join(str(part) for part in each["loc"])
        what = "persona.missing" if each["type"] == "missing" else "persona.unknown"
        if each["type"] not in ("missing", "extra_forbidden"):
            what = "persona.misfit"
        yield say(what, key=one_line(where, LONGEST_NAME))


def _twice(people: Sequence[Persona]) -> Iterator[str]:
    seen: set[str] = set()
    for person in people:
        for key in (person.id, *(page.key for page in person.every_page)):
            if key in seen:
                yield say("persona.twice", name=one_line(key, LONGEST_NAME))
            seen.add(key)


def _name(path: Path) -> str:
    return one_line(path.name, LONGEST_NAME)
