"""What pictures and films give away: one made file of every kind, and every place where a fact can stand."""

from __future__ import annotations

import struct

import pytest

from privacy_check.nearest_place import in_words, nearest
from scanners.photos.film import iso6709
from scanners.photos.read import read_photo
from scanners.photos.xmp import coordinate
from tests.unit import photo_files as made

KINDS = {
    "jpeg": made.jpeg,
    "png": made.png,
    "webp": made.webp,
    "tiff": made.tiff,
    "avif": made.avif,
    "heic": made.heic,
}


@pytest.mark.parametrize("kind", KINDS)
def test_place_camera_owner_and_date_are_read(kind: str) -> None:
    seen = read_photo(KINDS[kind]())
    assert (seen.kind, seen.problem, seen.readable) == (kind, None, True)
    assert seen.place is not None
    assert seen.place.latitude == pytest.approx(made.MARSDEN[0], abs=1e-4)
    assert seen.place.longitude == pytest.approx(made.MARSDEN[1], abs=1e-4)
    assert seen.place.name == "Marsden, near Huddersfield, England"
    assert seen.taken == "2026-08-30T14:05:00"
    assert (seen.device.make, seen.device.model) == ("Pretend", "Pocket Camera")
    assert (seen.device.serial, seen.device.owner) == (made.SERIAL, made.OWNER)
    assert any("LENS77" in text for text in seen.also)


def test_a_gif_tells_its_comment_and_its_page_of_facts() -> None:
    seen = read_photo(made.gif())
    assert seen.kind == "gif"
    assert "by Carol Ashworth" in seen.words
    assert seen.place is not None
    assert seen.place.latitude == pytest.approx(made.MARSDEN[0], abs=1e-4)


def test_names_of_people_in_the_picture_are_read() -> None:
    seen = read_photo(made.webp())
    assert "Pete Ashworth" in seen.names
    assert any("Pete Ashworth" in text for text in seen.also)


def test_iptc_tells_a_place_in_words() -> None:
    body = made.iptc(r90=b"Holmfirth", r92=b"Hollowgate", r101=b"England", r80=b"Carol Ashworth")
    seen = read_photo(made.put_segment(made.jpeg(exif=b""), 0xED, body))
    assert seen.place is not None
    assert (seen.place.latitude, seen.place.name) == (None, "Hollowgate, Holmfirth, England")
    assert any("Holmfirth" in text for text in seen.also)
    assert seen.device.owner == "Carol Ashworth"


@pytest.mark.parametrize("place", [(0.0, 0.0), (153.0, 0.5), None])
def test_a_place_that_is_on_no_map_is_no_place_and_not_nothing(place: tuple[float, float] | None) -> None:
    block = made.exif(place=place) if place else _with_zero_denominators()
    seen = read_photo(made.jpeg(exif=block))
    assert seen.place is None
    assert "A mark for the place that could not be read" in seen.left


def _with_zero_denominators() -> bytes:
    head = struct.pack("<2sHI", b"II", 42, 8) + struct.pack("<HHHIII", 1, 0x8825, 4, 1, 26, 0)
    rows = struct.pack("<HHHI4s", 4, 1, 2, 2, b"N\0\0\0") + struct.pack("<HHII", 2, 5, 3, 80)
    rows += struct.pack("<HHI4s", 3, 2, 2, b"W\0\0\0") + struct.pack("<HHII", 4, 5, 3, 80) + struct.pack("<I", 0)
    return b"Exif\0\0" + head + rows + struct.pack("<6I", 53, 0, 36, 0, 0, 0)


@pytest.mark.parametrize("part", [(0, 0, 0.5, 1), (0.3, 0, 1, 1), (0.1, 0.1, 0.9, 0.9), (0, 0.4, 1, 1)])
def test_a_small_copy_that_shows_what_was_cut_away(part: tuple[float, float, float, float]) -> None:
    whole = made.picture(640, 480)
    cut = whole.crop(tuple(round(edge * side) for edge, side in zip(part, (640, 480) * 2, strict=True)))  # type: ignore[arg-type]
    assert read_photo(made.with_thumbnail(cut, whole.resize((160, 120)))).thumbnail == "differs"


def test_a_small_copy_of_something_that_was_covered() -> None:
    whole = made.picture(640, 480)
    covered = whole.copy()
    covered.paste((0, 0, 0), (180, 200, 480, 400))
    assert read_photo(made.with_thumbnail(covered, whole.resize((160, 120)))).thumbnail == "differs"


def test_a_small_copy_of_the_same_is_the_same_with_black_bars_and_turned() -> None:
    whole = made.picture(720, 480)
    small = made.picture(160, 120)
    small.paste((0, 0, 0), (0, 0, 160, 120))
    small.paste(whole.resize((160, 107)), (0, 6))
    assert read_photo(made.with_thumbnail(whole, small)).thumbnail == "same"
    assert (
        read_photo(made.with_thumbnail(whole, whole.resize((150, 100)).rotate(90, expand=True))).thumbnail
        == "same"
    )
    assert read_photo(made.jpeg()).thumbnail == "none"


def test_a_small_copy_of_a_night_scene_is_the_same() -> None:
    night = made.picture(640, 480)
    night.paste((2, 2, 4), (0, 0, 640, 150))
    night.paste((2, 2, 4), (0, 0, 120, 480))
    assert read_photo(made.with_thumbnail(night, night.resize((160, 120)))).thumbnail == "same"


FILMS = {
    "xyz": (b"isom", {"user": made.said(b"xyz", b"+53.6003-001.9302/")}),
    "loci": (b"3gp5", {"user": made.loci(*made.MARSDEN)}),
    "keys": (b"qt  ", {"meta": made.apple_meta(location_ISO6709="+53.6003-001.9302+210.5/")}),
    "xmp": (b"mp42", {"more": made.box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + made.XMP)}),
    "minutes": (b"isom", {"user": made.said(b"xyz", b"+5336.018-00155.812/")}),
}


@pytest.mark.parametrize("name", FILMS)
def test_every_way_a_film_tells_its_place(name: str) -> None:
    brand, parts = FILMS[name]
    seen = read_photo(made.film(brand, **parts))
    assert seen.kind == ("mov" if brand == b"qt  " else "mp4")
    assert seen.place is not None
    assert seen.place.latitude == pytest.approx(made.MARSDEN[0], abs=1e-3)
    assert seen.place.longitude == pytest.approx(made.MARSDEN[1], abs=1e-3)
    assert seen.taken is not None
    assert seen.taken.startswith("2026-")


def test_a_film_tells_its_phone_and_its_day() -> None:
    meta = made.apple_meta(
        make="Pretend", model="Phone 9", creationdate="2026-08-30T14:05:00+0100", author="Carol Ashworth"
    )
    seen = read_photo(made.film(b"qt  ", meta=meta))
    assert (seen.device.make, seen.device.model, seen.device.owner) == ("Pretend", "Phone 9", "Carol Ashworth")
    assert seen.taken == "2026-08-30T14:05:00"


def test_a_track_of_notes_tells_the_way() -> None:
    sample = b"GPS (-1.9302, 53.6003, 20)"
    start = len(made.film(tracks=made.noted_track(sample, 0))) + 8
    seen = read_photo(made.film(tracks=made.noted_track(sample, start), more=made.box(b"mdat", sample)))
    assert seen.place is not None
    assert seen.place.longitude == pytest.approx(-1.9302)


def test_what_stands_behind_the_end_is_told() -> None:
    moving = made.jpeg(exif=b"") + made.film(user=made.said(b"xyz", b"+53.6003-001.9302/"))
    seen = read_photo(moving)
    assert seen.place is not None
    assert "A short film behind the picture, with its sound" in seen.also
    for one in (made.jpeg(exif=b""), made.png(), made.webp(), made.gif()):
        assert any("behind the end" in text for text in read_photo(one + b"PK\x03\x04 hidden things").also)


@pytest.mark.parametrize(
    ("text", "value"),
    [("53,36.018N", 53.6003), ("1,55,48.7W", -1.93019), ("-1.9302", -1.9302), ("53N36", None), ("", None)],
)
def test_degrees_as_pages_of_facts_write_them(text: str, value: float | None) -> None:
    assert coordinate(text) == (value if value is None else pytest.approx(value, abs=1e-4))


@pytest.mark.parametrize("text", ["+53.6003-001.9302/", "+5336.018-00155.812+100/", "+533601.1-0015548.7/"])
def test_places_of_films_in_their_three_forms(text: str) -> None:
    assert iso6709(text) == (pytest.approx(53.6003, abs=1e-3), pytest.approx(-1.9302, abs=1e-3))


@pytest.mark.parametrize(
    ("spot", "name"),
    [
        ((53.6003, -1.9302), "Marsden"),
        ((53.4808, -2.2426), "Manchester"),
        ((51.5074, -0.1278), "London"),
        ((55.9533, -3.1883), "Edinburgh"),
        ((51.4816, -3.1791), "Cardiff"),
        ((54.5973, -5.9301), "Belfast"),
        ((57.4125, -6.1964), "Portree"),
        ((52.9548, -1.1581), "Nottingham"),
        ((53.3498, -6.2603), "Dublin"),
        ((48.8530, 2.3499), "Paris"),
        ((-17.8, 177.42), "Nadi"),
    ],
)
def test_places_have_their_names(spot: tuple[float, float], name: str) -> None:
    assert name in in_words(*spot)


def test_far_from_everything_is_said() -> None:
    assert in_words(-40.0, -120.0) == "far from any town we know of"
    assert in_words(54.4609, -3.0886).startswith("near ")
    assert nearest(89.9, 0.0) is None
    assert "km from" in in_words(57.5, 1.8)
    # The date line is no edge.
    one, other = nearest(-16.8, 179.99), nearest(-16.8, -180.01)
    assert one is not None
    assert other is not None
    assert one[0] == other[0]
