"""What one picture or film gives away: from bytes, or from a file, however it was made."""

from __future__ import annotations

import io
import os
import stat
import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from privacy_check.sentences import say
from scanners.photos.clues import DIFFERS, NONE, SAME, Clues, PhotoReading, reading
from scanners.photos.exif import read_exif
from scanners.photos.film import read_film
from scanners.photos.gif import read_gif
from scanners.photos.heif import read_heif
from scanners.photos.jpeg import read_jpeg
from scanners.photos.kinds import FILMS, HEAD, UNKNOWN, kind_of
from scanners.photos.pixels import TooBig, compared, heic_opened, opened
from scanners.photos.png import read_png
from scanners.photos.webp import read_webp

MOST_BYTES = 256_000_000
"""Pictures are read into memory up to this size; films are read in place."""

BROKEN = (
    ValueError,
    ArithmeticError,
    LookupError,
    RecursionError,
    MemoryError,
    EOFError,
    TypeError,
    SyntaxError,
    struct.error,
)
"""What a file that was made to break readers can lead to, here and in the library that opens pictures."""


def read_photo(data: bytes) -> PhotoReading:
    """Everything a picture or film gives away. Never raises for what the bytes hold."""
    return _read(io.BytesIO(data), len(data))


def read_photo_file(path: Path) -> PhotoReading:
    """As `read_photo`, from a file; a film is not read into memory. Raises OSError when it cannot be opened."""
    with open_plain(path) as stream:
        return _read(stream, os.fstat(stream.fileno()).st_size)


def open_plain(path: Path) -> BinaryIO:
    """An ordinary file, opened to be read; never a pipe or a device, which may have no end. Raises OSError."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(say("photos.problem.no_file"))
    return path.open("rb")


def _read(stream: BinaryIO, size: int) -> PhotoReading:
    head = stream.read(HEAD)
    kind = kind_of(head)
    if not size:
        return _unreadable(UNKNOWN, "empty")
    if kind == UNKNOWN:
        return _unreadable(kind, "unknown")
    if kind not in FILMS and size > MOST_BYTES:
        return _unreadable(kind, "too_big")
    stream.seek(0)
    clues = Clues()
    try:
        data = b"" if kind in FILMS else stream.read(MOST_BYTES)
        _readers(data, stream, clues)[kind]()
        thumbnail, problem = _thumbnail(kind, data, clues)
    except BROKEN:
        # A file made to break readers: what was read before it broke is told, and that there may be more.
        return reading(kind, clues, DIFFERS if clues.thumbnails else NONE, say("photos.problem.broken"))
    if clues.damaged and problem is None:
        problem = say("photos.problem.damaged")
    return reading(kind, clues, thumbnail, problem)


def _readers(data: bytes, stream: BinaryIO, clues: Clues) -> Mapping[str, Callable[[], None]]:
    return {
        "jpeg": lambda: read_jpeg(data, clues),
        "png": lambda: read_png(data, clues),
        "webp": lambda: read_webp(data, clues),
        "gif": lambda: read_gif(data, clues),
        "tiff": lambda: read_exif(data, clues, picture=True),
        "heic": lambda: read_heif(stream, clues),
        "avif": lambda: read_heif(stream, clues),
        "mp4": lambda: read_film(stream, clues),
        "mov": lambda: read_film(stream, clues),
    }


def _thumbnail(kind: str, data: bytes, clues: Clues) -> tuple[str, str | None]:
    """How the small picture inside compares, and a sentence where the big one could not be opened for it."""
    if not clues.thumbnails:
        return NONE, None
    try:
        picture = heic_opened(data) if kind == "heic" else opened(data, small=True)
    except TooBig:
        clues.note("not_compared")
        return SAME, say("photos.problem.too_many_points")
    except (OSError, ValueError, SyntaxError, EOFError):
        clues.note("not_compared")
        return SAME, say("photos.problem.damaged")
    if picture is None:
        clues.note("not_compared")
        return SAME, None
    return compared(picture, clues.thumbnails), None


def _unreadable(kind: str, why: str) -> PhotoReading:
    return PhotoReading(kind, problem=say(f"photos.problem.{why}"), readable=False)
