"""The records of an archive's files: JSON (also behind `name =`), CSV and text lines, huge ones item by item."""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import json_repair

from privacy_check.sentences import say
from scanners.archives.bounds import LARGEST_ITEM, WHOLE
from scanners.archives.mending import said
from scanners.archives.source import Archive, Entry
from scanners.archives.streaming import LIST, items

__all__ = ["LIST", "Keys", "decoded", "header", "lines", "load", "pieces", "records", "rows", "spread", "table"]

Keys = tuple[str, ...]
_REPAIRED = 1 << 20
_DECODER = json.JSONDecoder()
_BEFORE_JSON = re.compile(r"^[^=\[{]{0,200}=\s*(?=[\[{])")
_LONGEST_CELL = 1 << 24


def _all(keys: Keys) -> bool:
    return True


def pieces(archive: Archive, entry: Entry, wanted: Callable[[Keys], bool] = _all) -> Iterator[tuple[Keys, Any]]:
    """What a JSON file holds, as `(keys that lead there, value)`: every element of a list stands alone.

    A list at the top yields `(("[]",), element)`, a member `((key,), value)`, a member that is a list
    `((key, "[]"), element)`; in files too large to be held the same, with objects taken apart further.
    """
    if entry.size > WHOLE:
        try:
            yield from items(archive.blocks(entry), LARGEST_ITEM, wanted)
        except ValueError:
            archive.broken(entry)
        return
    value = load(archive, entry)
    if isinstance(value, list):
        yield from (((LIST,), element) for element in value)
    elif isinstance(value, dict):
        for key, member in value.items():
            if isinstance(member, list):
                yield from (((key, LIST), element) for element in member)
            else:
                yield (key,), member


def records(archive: Archive, entry: Entry, wanted: Callable[[Keys], bool] = _all) -> Iterator[tuple[Keys, Any]]:
    """As `pieces`, with every object above the lists taken apart: each record, with the keys that lead there.

    Plain members at the top come last, as one record without keys. Of a large file, lists whose keys are not
    `wanted` are passed over.
    """
    plain: dict[str, Any] = {}
    for keys, value in pieces(archive, entry, lambda keys: wanted(keys[:-1])):
        if keys[-1] == LIST:
            yield keys[:-1], value
        elif len(keys) == 1 and not isinstance(value, dict):
            plain[keys[0]] = value
        else:
            yield from spread(keys, value)
    if plain:
        yield (), plain


def spread(keys: Keys, value: Any, depth: int = 0) -> Iterator[tuple[Keys, Any]]:
    """A value taken apart to its records: every element of every list inside, and every object that holds none."""
    if not isinstance(value, dict):
        yield keys, value
        return
    plain = {key: member for key, member in value.items() if not isinstance(member, dict | list)}
    if plain:
        yield keys, plain
    for key, member in value.items():
        if isinstance(member, dict) and depth < 12:
            yield from spread((*keys, key), member, depth + 1)
        elif isinstance(member, list):
            yield from (((*keys, key), element) for element in member)


def load(archive: Archive, entry: Entry) -> Any:
    """The value of a JSON file that is small enough to be held; None, with a warning, when it cannot be read."""
    if entry.size > WHOLE:
        archive.warn(say("archive.warn.large", name=entry.shown))
        return None
    text = decoded(archive.raw(entry))
    start = _BEFORE_JSON.match(text)
    begin = start.end() if start else len(text) - len(text.lstrip("\ufeff \t\r\n"))
    try:
        return _DECODER.raw_decode(text, begin)[0]
    except (ValueError, RecursionError):
        if text[begin:].strip():
            archive.broken(entry)
        return _repaired(text[begin:])


def _repaired(text: str) -> Any:
    """JSON that somebody wrote again in another way (bare keys, commas too many); None when it is not."""
    if len(text) > _REPAIRED or not text.startswith(("[", "{")):
        return None
    try:
        value = json_repair.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict | list) else None


def decoded(raw: bytes) -> str:
    """Bytes as letters, whatever they were written in."""
    return raw.decode(_encoding(raw), errors="replace").removeprefix("\ufeff")


def _encoding(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def lines(archive: Archive, entry: Entry) -> Iterator[str]:
    """The lines of a text file, with their ends."""
    decoder: codecs.IncrementalDecoder | None = None
    rest = ""
    for block in archive.blocks(entry):
        if decoder is None:
            decoder = codecs.getincrementaldecoder(_encoding(block))(errors="replace")
        found = (rest + decoder.decode(block)).removeprefix("\ufeff").split("\n")
        rest = found.pop()
        yield from (f"{line}\n" for line in found)
        if len(rest) > _LONGEST_CELL:
            archive.broken(entry)
            return
    if rest:
        yield rest


def table(archive: Archive, entry: Entry) -> Iterator[list[str]]:
    """The rows of a CSV file, its header first; a note that stands above the header is left out."""
    csv.field_size_limit(_LONGEST_CELL)
    ahead = lines(archive, entry)
    first = next(ahead, "")
    if first.strip().strip('"').casefold().startswith(("notes:", "remarques", "note:")):
        while first.strip():
            first = next(ahead, "")
        while first and not first.strip():
            first = next(ahead, "")
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(_chained(first, ahead), delimiter=delimiter)
    try:
        for row in reader:
            if any(row):
                yield [cell.replace("\0", "") for cell in row]
    except csv.Error:
        archive.broken(entry)


def _chained(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def rows(archive: Archive, entry: Entry) -> Iterator[dict[str, str]]:
    """The rows of a CSV file by their columns' names; of a name that stands twice, the first that is filled."""
    found = table(archive, entry)
    header = [name.strip() for name in next(found, [])]
    for row in found:
        record: dict[str, str] = {}
        for name, cell in zip(header, row, strict=False):
            if not record.get(name):
                record[name] = said(cell)
        yield record


def header(archive: Archive, entry: Entry) -> list[str]:
    """The names of a CSV file's columns."""
    return [name.strip() for name in next(table(archive, entry), [])]
