"""Places in a file that are blanked in a copy of the same length, so that nothing else in it has to move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from scanners.photos.boxes import Box

STEP = 1_000_000


@dataclass(frozen=True, slots=True)
class Patch:
    """From byte `at` of the file: first `put`, then so many `zeros`."""

    at: int
    put: bytes
    zeros: int = 0


def freed(box: Box) -> tuple[Patch, ...]:
    """The box as free room of the same length, which every reader passes over."""
    return (Patch(box.start + 4, b"free"), zeros(box.body, box.end))


def zeros(start: int, end: int) -> Patch:
    """Nothing but zeros from `start` to `end`."""
    return Patch(start, b"", max(0, end - start))


def apply(patches: Iterable[Patch], copy: BinaryIO) -> None:
    """Writes the patches into a copy."""
    for patch in patches:
        copy.seek(patch.at)
        copy.write(patch.put)
        left = patch.zeros
        while left > 0:
            copy.write(b"\0" * min(left, STEP))
            left -= STEP
