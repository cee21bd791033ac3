"""Files made to break readers: bounded time and memory, a sentence, never a traceback."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy_check.errors import PrivacyCheckError
from scanners.photos.clean import CleanFolder
from scanners.photos.read import read_photo, read_photo_file
from tests.unit import photo_files as made

WHOLE = {
    "jpeg": made.jpeg(),
    "png": made.png(),
    "webp": made.webp(),
    "gif": made.gif(),
    "tiff": made.tiff(),
    "avif": made.avif(),
    "heic": made.heic(),
    "film": made.film(user=made.said(b"xyz", b"+53.6003-001.9302/"), meta=made.apple_meta(make="Pretend")),
    "thumbnail": made.with_thumbnail(made.picture(), made.picture(160, 120)),
}


def tiff_block(entries: bytes, count: int, following: int = 0) -> bytes:
    return b"Exif\0\0" + struct.pack("<2sHIH", b"II", 42, 8, count) + entries + struct.pack("<I", following)


LOOP = tiff_block(struct.pack("<HHII", 0x8769, 4, 1, 8) + struct.pack("<HHII", 0x014A, 4, 1, 8), 2, 8)
LIES = tiff_block(
    struct.pack("<HHII", 0x010F, 2, 0xFFFFFFFF, 50) + struct.pack("<HHII", 0x927C, 7, 0x7FFFFFF, 9), 2
)
MANY = tiff_block(struct.pack("<HHII", 0x014A, 4, 60_000, 30) * 3, 65_535)
LAUGHS = (
    b"<!DOCTYPE x [<!ENTITY a 'ha'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
    + b"]><x xmlns:d='http://purl.org/dc/elements/1.1/'><d:creator>&m;</d:creator></x>"
)
HEAD = made.chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 0, 0, 0, 0))
POINTS = made.chunk(b"IDAT", zlib.compress(b"\0" * 20)) + made.chunk(b"IEND", b"")
BOMB = zlib.compress(b"a" * 60_000_000, 9)

HOSTILE = {
    "a block that leads to itself": made.jpeg(exif=LOOP),
    "lengths that lie": made.jpeg(exif=LIES),
    "folders without end": made.jpeg(exif=MANY),
    "words that unpack to megabytes": b"\x89PNG\r\n\x1a\n"
    + HEAD
    + made.chunk(b"zTXt", b"Comment\0\0" + BOMB)
    + POINTS,
    "words that unpack in iTXt": b"\x89PNG\r\n\x1a\n" + HEAD + made.chunk(b"iTXt", b"a\0\1\0\0\0" + BOMB) + POINTS,
    "a million laughs": made.put_segment(made.jpeg(exif=b""), 0xE1, b"http://ns.adobe.com/xap/1.0/\0" + LAUGHS),
    "a page of facts of nothing but brackets": made.heic(xmp=b"<a>" * 300_000),
    "boxes in boxes": made.box(b"ftyp", b"isom")
    + made.box(b"moov", made.box(b"trak", b"\0\0\0\x08mdia" * 50_000)),
    "a box without a length": made.box(b"ftyp", b"isom\0\0\0\0") + struct.pack(">I", 0) + b"moov" + b"\0" * 500,
    "a box larger than the file": made.box(b"ftyp", b"qt  ")
    + struct.pack(">I4sQ", 1, b"moov", 2**62)
    + b"\0" * 99,
    "marks without end": b"\xff\xd8\xff" + b"\xff\xe1\0\2" * 200_000,
    "a picture of a hundred thousand points each way": b"\x89PNG\r\n\x1a\n"
    + made.chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0))
    + POINTS,
    "such a picture that is to be turned": b"\x89PNG\r\n\x1a\n"
    + made.chunk(b"IHDR", struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0))
    + made.chunk(b"eXIf", made.exif(orientation=6).tobytes().removeprefix(b"Exif\0\0"))
    + POINTS,
    "a gif that never ends": b"GIF89a\1\0\1\0\0\0\0" + b"\x21\xfe\x01a\0" * 100_000,
    "only a head": b"\xff\xd8\xff",
    "only a head of a film": made.box(b"ftyp", b"isom"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_cost_little_and_break_nothing(name: str, tmp_path: Path) -> None:
    data = HOSTILE[name]
    tracemalloc.start()
    began = time.thread_time()
    seen = read_photo(data)
    spent, (_, peak) = time.thread_time() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert spent < 6
    assert peak < 40_000_000 + 6 * len(data)
    assert seen.readable
    original = tmp_path / "x"
    original.write_bytes(data)
    left: tuple[str, ...] = ()
    with suppress(PrivacyCheckError):
        left = CleanFolder(tmp_path).copy(original, seen).left
    assert left == ()
    assert original.read_bytes() == data
    assert len(list(tmp_path.iterdir())) <= 2


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.999])
def test_a_file_that_is_cut_off_says_so(kind: str, part: float) -> None:
    data = WHOLE[kind]
    seen = read_photo(data[: max(int(len(data) * part), 60)])
    assert seen.problem is not None
    assert seen.problem.endswith(".")


@pytest.mark.parametrize("data", [b"", b"\0" * 4096, b"%PDF-1.7 no picture", b"<html>", b"MZ\x90\0", b"II*\0"])
def test_what_is_no_picture_says_so(data: bytes) -> None:
    seen = read_photo(data)
    assert seen.problem is not None
    assert seen.place is None


@settings(max_examples=120)
@given(st.sampled_from(sorted(WHOLE)), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=12))
def test_any_bytes_may_be_wrong(kind: str, changes: list[tuple[float, int]]) -> None:
    data = bytearray(WHOLE[kind])
    for where, value in changes:
        data[min(int(where * len(data)), len(data) - 1)] = value
    seen = read_photo(bytes(data))
    assert seen.problem is None or seen.problem.endswith(".")


def test_control_characters_of_a_file_reach_nobody() -> None:
    block = made.exif()
    block[0x010F] = "\x1b[2J\x1b]0;owned\x07Pretend"
    seen = read_photo(made.jpeg(exif=block))
    assert seen.device.make == "Pretend"


def test_a_long_film_is_read_in_place(tmp_path: Path) -> None:
    path = tmp_path / "long.mp4"
    with path.open("wb") as file:
        file.write(made.film(user=made.said(b"xyz", b"+53.6003-001.9302/")))
        file.write(struct.pack(">I4sQ", 1, b"mdat", 16 + 900_000_000))
        file.truncate(file.tell() + 900_000_000)
    tracemalloc.start()
    seen = read_photo_file(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert seen.place is not None
    assert seen.problem is None
    assert peak < 20_000_000


def test_two_kinds_in_one_are_told_by_their_first_bytes() -> None:
    archive = io.BytesIO()
    import zipfile

    with zipfile.ZipFile(archive, "w") as inside:
        inside.writestr("notes.txt", "hidden things")
    seen = read_photo(made.jpeg(exif=b"") + archive.getvalue())
    assert seen.kind == "jpeg"
    assert any("behind the end" in text for text in seen.also)
