"""Clean copies: readers that are not ours find nothing in them, the points are the same, the original stays."""

from __future__ import annotations

import io
import os
import stat
import struct
from pathlib import Path

import exifread
import pytest
from PIL import Image, ImageChops, ImageCms, ImageOps

from privacy_check.errors import PrivacyCheckError
from scanners.photos import icc
from scanners.photos.clean import CleanFolder
from scanners.photos.read import read_photo, read_photo_file
from tests.unit import photo_files as made
from tests.unit.test_photos import FILMS, KINDS

TELLING = (
    b"Carol",
    b"Ashworth",
    b"Marsden",
    b"C0FFEE",
    b"LENS77",
    b"Pocket",
    b"07700",
    b"+53.6003",
    b"xmpmeta",
    b"hidden",
)


def cleaned(data: bytes, folder: Path, name: str = "garden") -> bytes:
    """The bytes of the copy, which must be clean by our own second reading; the original must not change."""
    original = folder / name
    original.write_bytes(data)
    out = folder / "clean"
    out.mkdir(exist_ok=True)
    copy = CleanFolder(out).copy(original, read_photo_file(original))
    assert copy.left == ()
    assert original.read_bytes() == data
    return copy.path.read_bytes()


@pytest.mark.parametrize("kind", [*KINDS, "gif"])
def test_other_readers_find_nothing(kind: str, tmp_path: Path) -> None:
    copy = cleaned(made.gif() if kind == "gif" else KINDS[kind](), tmp_path)
    assert not any(word in copy for word in TELLING)
    if kind != "heic":
        with Image.open(io.BytesIO(copy)) as image:
            image.load()
            assert not image.getexif().get_ifd(0x8825)
            assert set(image.getexif()) <= set(range(0x100, 0x160))
            assert not {"exif", "xmp", "comment", "Author", "photoshop"} & set(image.info)
    if kind != "avif":
        found = exifread.process_file(io.BytesIO(copy), details=True)
        assert not [name for name in found if name.startswith(("GPS", "EXIF", "MakerNote", "Thumbnail"))]


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "gif", "avif", "tiff"])
def test_the_points_are_the_same(kind: str, tmp_path: Path) -> None:
    data = made.gif() if kind == "gif" else KINDS[kind]()
    before, after = Image.open(io.BytesIO(data)), Image.open(io.BytesIO(cleaned(data, tmp_path)))
    shown = ImageOps.exif_transpose(before) if kind == "tiff" else before
    assert ImageChops.difference(shown.convert("RGB"), after.convert("RGB")).getbbox() is None
    assert getattr(after, "n_frames", 1) == getattr(before, "n_frames", 1)


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_picture_that_lies_on_its_side_is_turned(orientation: int, tmp_path: Path) -> None:
    for data in (
        made.jpeg(exif=made.exif(orientation=orientation)),
        made.png(exif=made.exif(orientation=orientation)),
    ):
        shown = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
        after = Image.open(io.BytesIO(cleaned(data, tmp_path))).convert("RGB")
        assert after.size == shown.size
        worst = max(high for _, high in ImageChops.difference(shown, after).getextrema())
        assert worst < 48


def test_a_colour_profile_stays(tmp_path: Path) -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for orientation in (1, 6):
        copy = cleaned(made.jpeg(icc_profile=profile, exif=made.exif(orientation=orientation)), tmp_path)
        assert Image.open(io.BytesIO(copy)).info["icc_profile"] == icc.bare(profile)


@pytest.mark.parametrize("name", FILMS)
def test_films_keep_their_length_and_their_points(name: str, tmp_path: Path) -> None:
    brand, parts = FILMS[name]
    data = made.film(brand, **parts)
    copy = cleaned(data, tmp_path)
    assert len(copy) == len(data)
    assert copy.index(b"points and sound") == data.index(b"points and sound")
    assert not any(word in copy for word in TELLING)
    assert struct.pack(">I", made.CREATED) not in copy


def test_notes_along_the_way_are_blanked(tmp_path: Path) -> None:
    sample = b"GPS (-1.9302, 53.6003, 20)"
    head = made.film(tracks=made.noted_track(sample, 0))
    data = made.film(tracks=made.noted_track(sample, len(head) + 8), more=made.box(b"mdat", sample))
    assert read_photo(data).place is not None
    copy = cleaned(data, tmp_path)
    assert b"53.6003" not in copy
    assert len(copy) == len(data)


def test_what_stands_behind_the_end_is_gone(tmp_path: Path) -> None:
    for data in (made.jpeg(), made.png(), made.webp(), made.gif()):
        assert b"hidden" not in cleaned(data + b"PK hidden things", tmp_path)
    assert b"ftyp" not in cleaned(made.jpeg() + made.film(user=made.said(b"xyz", b"+53.6003-001.9302/")), tmp_path)


def test_small_copies_are_gone(tmp_path: Path) -> None:
    data = made.with_thumbnail(made.picture(200, 200), made.picture(160, 120))
    assert read_photo(data).thumbnail == "differs"
    assert cleaned(data, tmp_path).count(b"\xff\xd8\xff") == 1


def test_nothing_is_ever_written_over_and_names_say_nothing(tmp_path: Path) -> None:
    out = tmp_path / "clean"
    out.mkdir()
    (out / "photo-1.jpg").write_bytes(b"mine")
    original = tmp_path / "Emma Marsden 2026-08-30.jpg"
    original.write_bytes(made.jpeg())
    first = CleanFolder(out).copy(original, read_photo_file(original))
    second = CleanFolder(out).copy(original, read_photo_file(original))
    assert (out / "photo-1.jpg").read_bytes() == b"mine"
    assert [first.path.name, second.path.name] == ["photo-2.jpg", "photo-3.jpg"]
    assert sorted(path.name for path in out.iterdir()) == ["photo-1.jpg", "photo-2.jpg", "photo-3.jpg"]
    if os.name == "posix":
        assert stat.S_IMODE(first.path.stat().st_mode) == 0o600


@pytest.mark.parametrize("sign", [b"iloc", b"iinf", b"mime", b"Exif"])
def test_a_block_that_no_table_leads_to_is_not_left_in_the_copy(tmp_path: Path, sign: bytes) -> None:
    """Other programs search for the first bytes of a block, whatever the tables of the file say."""
    whole = made.heic()
    path = tmp_path / "garden.heic"
    path.write_bytes(whole.replace(sign, b"zzzz", 1))
    reading = read_photo_file(path)
    folder = tmp_path / "out"
    folder.mkdir()
    try:
        copied = CleanFolder(folder).copy(path, reading).path.read_bytes()
    except PrivacyCheckError:
        return
    assert b"<x:xmpmeta" not in copied
    assert b"Carol Ashworth" not in copied


def test_words_that_a_broken_block_pulls_into_the_picture_are_not_left(tmp_path: Path) -> None:
    gif = made.gif()
    at = gif.index(b"XMP Data")
    path = tmp_path / "garden.gif"
    path.write_bytes(gif[: at + 20] + b"x" + gif[at + 20 :])
    folder = tmp_path / "out"
    folder.mkdir()
    copy = CleanFolder(folder).copy(path, read_photo_file(path))
    assert b"Carol Ashworth" not in copy.path.read_bytes()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_colour_profile_keeps_its_colours_and_loses_its_names(form: str, tmp_path: Path) -> None:
    profile = named_profile("Carols Laptop")
    file = io.BytesIO()
    made.picture().save(file, format=form, icc_profile=profile)
    original = tmp_path / f"a.{form.lower()}"
    original.write_bytes(file.getvalue())
    kept = CleanFolder(tmp_path).copy(original, read_photo_file(original)).path.read_bytes()
    left = Image.open(io.BytesIO(kept)).info["icc_profile"]
    assert b"Carols" not in left
    assert b"\0C\0a\0r\0o\0l" not in left
    colours = ImageCms.ImageCmsProfile(io.BytesIO(left)).profile
    assert colours.red_primary == ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile.red_primary


def test_what_is_no_colour_profile_is_left_out(tmp_path: Path) -> None:
    for form in ("JPEG", "PNG", "WEBP", "TIFF"):
        file = io.BytesIO()
        made.picture().save(file, format=form, icc_profile=b"Carols notes " * 20)
        original = tmp_path / f"a.{form.lower()}"
        original.write_bytes(file.getvalue())
        kept = CleanFolder(tmp_path).copy(original, read_photo_file(original)).path.read_bytes()
        assert b"Carols" not in kept
        assert "icc_profile" not in Image.open(io.BytesIO(kept)).info


def named_profile(name: str) -> bytes:
    """The colours of the web, with a name where a screen's would stand."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = plain.replace("sRGB built-in".encode("utf-16-be"), name.encode("utf-16-be"))
    assert name.encode("utf-16-be") in plain
    return plain
