"""One paper as parts in order, from the room `kit`: what it says is data, how it looks is the template's."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from privacy_check.sentences import has, lines, say

WIDTH = 76
_GAP = re.compile(r"\[\[(.+?)\]\]")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paper; what it does not have is empty. A row is what stands on the left and on the right."""

    heading: str = ""
    text: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()
    rows: tuple[tuple[str, str], ...] = ()
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it is read; texts may hold gaps, written [[so]]."""

    id: str
    title: str
    lead: str
    parts: tuple[Part, ...]

    @property
    def gaps(self) -> bool:
        """True when something is left to fill in."""
        spoken = [self.title, self.lead]
        for part in self.parts:
            spoken += [*part.text, *part.points, *part.steps, *part.ticks, *(right for _, right in part.rows)]
        return any(_GAP.search(each) for each in spoken)


def paper(name: str, parts: Sequence[str], values: Mapping[str, Any]) -> Paper:
    """The paper `kit.<name>` with these parts of it, its gaps in braces filled with `values`."""
    return Paper(
        id=name,
        title=_said(f"kit.{name}.title", values),
        lead=_said(f"kit.{name}.lead", values),
        parts=tuple(_part(name, each, values) for each in parts),
    )


def _part(name: str, part: str, values: Mapping[str, Any]) -> Part:
    rows = (each.partition(" | ") for each in _list(f"kit.{name}.{part}.rows", values))
    return Part(
        heading=_said(f"kit.{name}.{part}.heading", values),
        text=_list(f"kit.{name}.{part}.text", values),
        points=_list(f"kit.{name}.{part}.points", values),
        steps=_list(f"kit.{name}.{part}.steps", values),
        ticks=_list(f"kit.{name}.{part}.ticks", values),
        rows=tuple((left, right) for left, _, right in rows),
        signs=_list(f"kit.{name}.{part}.signs", values),
    )


def _said(name: str, values: Mapping[str, Any]) -> str:
    return say(name, **values) if has(name) else ""


def _list(name: str, values: Mapping[str, Any]) -> tuple[str, ...]:
    return lines(name, **values) if has(name) else ()


def with_gaps(text: str) -> Markup:
    """The text as HTML, each gap a field that can be typed into while the page is open."""
    field = (
        '<span class="gap" role="textbox" aria-label="{0}" contenteditable="true" spellcheck="false">{0}</span>'
    )
    pieces = _GAP.split(text)
    marked = [Markup(field).format(piece) if at % 2 else escape(piece) for at, piece in enumerate(pieces)]  # noqa: S704
    return Markup("").join(marked)


def as_text(whole: Paper, first: str = "") -> str:
    """The paper as plain text for a mail, at most 76 columns; `first` stands above it, as the subject does."""
    blocks = [_GAP.sub(r"[\1]", first)] if first else []
    for part in whole.parts:
        found = [part.heading.upper()] if part.heading else []
        found += [block for each in part.text for block in (_wrapped(each), "")]
        found += [_wrapped(each, "- ") for each in part.points]
        found += [_wrapped(each, f"{number}. ") for number, each in enumerate(part.steps, 1)]
        found += [_wrapped(f"{left}: {right}", "- ") for left, right in part.rows]
        blocks.append("\n".join(found).strip())
    return "\n\n".join(blocks) + "\n"


def _wrapped(text: str, mark: str = "") -> str:
    plain = _GAP.sub(r"[\1]", text)
    return textwrap.fill(
        plain, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), break_on_hyphens=False
    )
