"""About me as lines of a form: several facts on one line stand with `;` between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from privacy_check.errors import UnreadableInput
from privacy_check.sentences import say
from privacy_check.subject import AboutMe, Situation
from privacy_check.wording import spoken_day

FIRST = ("names", "addresses", "birth_date")
LATER = (
    "former_names",
    "nicknames",
    "phones",
    "emails",
    "employers",
    "job_titles",
    "partner",
    "children",
    "schools",
    "pets",
    "vehicles",
    "handles",
    "mothers_maiden_name",
    "own_businesses",
)
LINES = (*FIRST, *LATER)
_EXAMPLES = ("names", "former_names", "addresses", "birth_date", "employers", "children")
NOT_SAID = Situation()
_ONE = ("birth_date", "partner", "mothers_maiden_name")
_CAN_BE_WRONG = ("birth_date", "phones", "emails", "children")


def labelled() -> list[tuple[str, str, str]]:
    """The lines of the form: name, label, and an example where one helps."""
    return [
        (name, say(f"app.about.line.{name}"), say(f"app.about.example.{name}") if name in _EXAMPLES else "")
        for name in LINES
    ]


def line_told(name: str, text: str) -> str:
    """How one line was taken, as a sentence; empty for an empty line. Raises UnreadableInput when it cannot be."""
    about = from_lines({name: text})
    if about is None:
        return ""
    if name == "birth_date" and about.birth_date is not None:
        day = about.birth_date
        return say("quick.taken_date", day=spoken_day(day))
    return say("quick.fine")


def load_file(path: str) -> AboutMe:
    """About me from a file the person names. Raises UnreadableInput naming what cannot be read."""
    return AboutMe.load(Path(path.strip()).expanduser())


def from_lines(lines: Mapping[str, str], situation: Situation = NOT_SAID) -> AboutMe | None:
    """About me from the form, or None when nothing was said. Raises UnreadableInput naming the line.

    The situation has a page of its own; what was said there before is kept.
    """
    given: dict[str, object] = {}
    for name in LINES:
        text = lines.get(name, "").strip()
        if not text:
            continue
        given |= _taken(name, text)
    about = replace(AboutMe.from_mapping(given), situation=situation)
    return None if about.empty else about


def _taken(name: str, text: str) -> dict[str, object]:
    """One line as About me takes it; what is wrong with it is said as somebody at a form needs it."""
    line: object = text if name in _ONE else _parts(text)
    if name == "children":
        line = [_child(part) for part in _parts(text)]
    try:
        AboutMe.from_mapping({name: line})
    except UnreadableInput:
        kind = name if name in _CAN_BE_WRONG else "other"
        label = say(f"app.about.line.{name}")
        raise UnreadableInput(say(f"quick.wrong.{kind}", label=label), say(f"quick.right.{kind}")) from None
    return {name: line}


def to_lines(about: AboutMe) -> dict[str, str]:
    """The form's lines from About me."""
    lines: dict[str, str] = {}
    for name in LINES:
        value = getattr(about, name)
        if name == "children":
            lines[name] = "; ".join(
                ", ".join(str(part) for part in (child.name, child.birth_date, child.school) if part)
                for child in about.children
            )
        else:
            lines[name] = "; ".join(value) if isinstance(value, tuple) else str(value or "")
    return lines


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _child(text: str) -> dict[str, str]:
    """`Asha, 2019-05-04, Parklands Primary`: the parts after the name may come in any order or be missing."""
    name, *rest = [part.strip() for part in text.split(",")]
    child = {"name": name}
    for part in rest:
        if part:
            child["birth_date" if part[0].isdigit() else "school"] = part
    return child
