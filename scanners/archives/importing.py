"""Which platform an archive is of, told by what is in it, and the modules that read them, found by walking."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scanners.archives.gather import Gather
from scanners.archives.source import Archive, Entry

ENOUGH = 2
_PEEKED = 400
_PEEK = 4096
_WORDS = frozenset(["json", "js", "csv", "html", "txt"])
CHATS = re.compile(r"/(?:inbox|messages|archived_threads|message_requests|filtered_threads)/")


@dataclass(frozen=True)
class Importer:
    """How the archive of one platform is known and read.

    `paths` are patterns of whole paths (lower case), `heads` of the first bytes of a file: each that is met counts
    one, or two for a head; two are enough. `identity` is the pattern of the file that says whose archive it is:
    two parts that both hold one are two archives. `beside` reads what stands inside another platform's archive.
    """

    platform: str
    paths: tuple[str, ...]
    heads: tuple[bytes, ...]
    read: Callable[[Archive, Gather], None]
    identity: str = ""
    beside: bool = False

    def score(self, names: str, heads: Iterable[bytes]) -> int:
        """How much of what is known of the platform's archives is met in `listed` names and first bytes."""
        met = sum(1 for pattern in self.paths if re.search(pattern, names, re.MULTILINE))
        starts = tuple(heads)
        return met + 2 * sum(1 for pattern in self.heads if any(re.search(pattern, start) for start in starts))


@cache
def importers() -> tuple[Importer, ...]:
    """Every importer of this folder."""
    found: list[Importer] = []
    for module in sorted(pkgutil.iter_modules([str(Path(__file__).parent)]), key=lambda module: module.name):
        loaded = importlib.import_module(f"scanners.archives.{module.name}")
        importer = getattr(loaded, "IMPORTER", None)
        if importer is not None:
            found.append(importer)
    return tuple(found)


def listed(entries: Iterable[Entry]) -> str:
    """The paths of all entries, a line each, as the patterns of an importer are looked for in them."""
    return "\n".join(entry.path.casefold().replace("’", "'") for entry in entries)


def recognised(entries: Sequence[Entry]) -> list[Importer]:
    """The importer whose platform the entries are of, and those that read beside it; none when nobody knows."""
    names, heads = listed(entries), _heads(entries)
    scores = {importer.platform: importer.score(names, heads) for importer in importers()}
    beside = [importer for importer in importers() if importer.beside and scores[importer.platform] >= ENOUGH]
    main = max(
        (importer for importer in importers() if not importer.beside),
        key=lambda importer: scores[importer.platform],
    )
    return [main, *beside] if scores[main.platform] >= ENOUGH else beside


def _heads(entries: Sequence[Entry]) -> list[bytes]:
    """How the files begin, those of chats last: there may be thousands of them."""
    words = [entry for entry in entries if entry.kind in _WORDS]
    ordered = sorted(words, key=lambda entry: bool(CHATS.search(f"/{entry.path.casefold()}")))
    return [entry.head(_PEEK) for entry in ordered[:_PEEKED]]
