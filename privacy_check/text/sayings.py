"""Patterns kept as data: `privacy_check/lexicon/sayings/<file>.toml`, read by name.

A table of such a file is a list (`words`: words and phrases parted by commas), a pattern (`says`: a regular
expression over as many lines as it needs, each but the first beginning with `|` or `(`), or, written `[[name]]`,
several patterns with the words `near` which they are tried, as `cue` takes them. `%name%` in a pattern stands
for a list or a pattern of the same file, or for a piece that the code hands over. A name is "file.table".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from privacy_check.tables import table
from privacy_check.text.cues import Cue, Cues, anywhere, cue, late

_PIECE = re.compile(r"%([a-z]\w*)%", re.I)


def _of(name: str) -> Any:
    file, _, key = name.partition(".")
    return table("privacy_check", "lexicon", "sayings", f"{file}.toml")[key]


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The words and phrases of a list, in its order."""
    return tuple(" ".join(each.split()) for each in _of(name)["words"].split(",") if each.strip())


def listed(name: str) -> frozenset[str]:
    """The words of a list as a set."""
    return frozenset(phrases(name))


def piece(name: str, **pieces: str) -> str:
    """A pattern as text, or a list as the choices of a pattern: "a|b|c"."""
    row = _of(name)
    return _filled(row["says"], name, pieces) if "says" in row else "|".join(phrases(name))


def saying(name: str, **pieces: str) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used."""
    return late(piece(name, **pieces))


def stands(name: str, **pieces: str) -> Callable[[str], bool]:
    """Whether a pattern stands anywhere in a text."""
    return anywhere(piece(name, **pieces))


def cue_of(name: str, **pieces: str) -> Cue:
    """A pattern with the words near which it is tried."""
    return _cue(_of(name), name, pieces)


def several(name: str, **pieces: str) -> tuple[Cue, ...]:
    """All patterns of a table that is written `[[name]]`."""
    return tuple(_cue(row, name, pieces) for row in _of(name))


def together(name: str, **pieces: str) -> Cues:
    """All patterns of a table, looked up together."""
    return Cues(*several(name, **pieces))


def _cue(row: Mapping[str, Any], name: str, pieces: Mapping[str, str]) -> Cue:
    more = {key: row[key] for key in ("before", "after", "cased", "need", "also") if key in row}
    says = _filled(row["says"], name, pieces)
    return cue(_PIECE.sub(lambda m: pieces[m[1]], row["near"]), says, row.get("confidence", 0.0), **more)


def _filled(written: str, name: str, pieces: Mapping[str, str]) -> str:
    """The pattern in one line, with its pieces in their places."""
    file = name.partition(".")[0]
    line = written.strip("\n").replace("\n", "")
    return _PIECE.sub(lambda m: pieces[m[1]] if m[1] in pieces else piece(f"{file}.{m[1]}", **pieces), line)
