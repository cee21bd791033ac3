"""About me as lines of a form: several facts on one line stand with `;` between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from privacy_check.subject import AboutMe, Situation

LINES: tuple[tuple[str, str, str], ...] = (
    ("names", "My name", "as it stands on your pages"),
    ("former_names", "Former names", "a birth name, a married name"),
    ("nicknames", "Nicknames", ""),
    ("phones", "Phone numbers", ""),
    ("emails", "E-mail addresses", ""),
    ("addresses", "Home address", "with the postcode"),
    ("birth_date", "Birth date", "like 1988-03-09"),
    ("employers", "Where I work", "also short forms of it"),
    ("job_titles", "My job", ""),
    ("partner", "Partner's name", ""),
    ("children", "Children", "name, birth date, school; next child"),
    ("schools", "Schools I went to", ""),
    ("pets", "Pets", ""),
    ("vehicles", "Number plates", ""),
    ("handles", "Names I use online", ""),
    ("mothers_maiden_name", "Mother's birth name", ""),
    ("own_businesses", "My own businesses", ""),
)
NOT_SAID = Situation()
_ONE = ("birth_date", "partner", "mothers_maiden_name")


def load_file(path: str) -> AboutMe:
    """About me from a file the person names. Raises UnreadableInput naming what cannot be read."""
    return AboutMe.load(Path(path.strip()).expanduser())


def from_lines(lines: Mapping[str, str], situation: Situation = NOT_SAID) -> AboutMe | None:
    """About me from the form, or None when nothing was said. Raises UnreadableInput naming the line.

    The situation has a page of its own; what was said there before is kept.
    """
    given: dict[str, object] = {}
    for name, _, _ in LINES:
        text = lines.get(name, "").strip()
        if not text:
            continue
        if name == "children":
            given[name] = [_child(part) for part in _parts(text)]
        else:
            given[name] = text if name in _ONE else _parts(text)
    about = replace(AboutMe.from_mapping(given), situation=situation)
    return None if about.empty else about


def to_lines(about: AboutMe) -> dict[str, str]:
    """The form's lines from About me."""
    lines: dict[str, str] = {}
    for name, _, _ in LINES:
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
