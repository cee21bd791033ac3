"""The same avatar is known through what copies do to it; different ones and plain colours are not."""

from __future__ import annotations

import io
import os
import random
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageOps

from privacy_check.lookalikes.pictures import same_picture
from tests.lookalikes.pictures import EDITS as COPIERS
from tests.lookalikes.pictures import drawn, initials, nobody, photo


def scene(seed: int, side: int = 240) -> Image.Image:
    """An invented landscape of soft shapes, different for every seed."""
    chance = random.Random(seed)
    image = Image.new("RGB", (side, side), tuple(chance.randrange(60, 200) for _ in range(3)))
    draw = ImageDraw.Draw(image)
    for _ in range(14):
        x, y, size = chance.randrange(side), chance.randrange(side), chance.randrange(side // 8, side // 2)
        colour = tuple(chance.randrange(256) for _ in range(3))
        draw.ellipse((x - size, y - size // 2, x + size, y + size // 2), fill=colour)
    return image


def as_bytes(image: Image.Image, quality: int = 85) -> bytes:
    stream = io.BytesIO()
    image.convert("RGB").save(stream, "JPEG", quality=quality)
    return stream.getvalue()


def cropped(image: Image.Image, share: float) -> Image.Image:
    cut = int(image.width * (1 - share) / 2)
    return image.crop((cut, cut, image.width - cut, image.height - cut))


EDITS = {
    "smaller": lambda image: image.resize((64, 64)),
    "brighter": lambda image: ImageEnhance.Brightness(image).enhance(1.25),
    "grey": lambda image: ImageOps.grayscale(image),
    "mirrored": ImageOps.mirror,
    "cropped": lambda image: cropped(image, 0.85),
    "cropped at a corner": lambda image: image.crop((30, 0, 240, 210)),
    "cropped off the middle": lambda image: image.crop((10, 45, 195, 230)),
    "mirrored and cropped": lambda image: cropped(ImageOps.mirror(image), 0.9),
}


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_an_edited_copy_is_the_same_picture(edit: str, seed: int) -> None:
    match = same_picture(as_bytes(scene(seed)), as_bytes(EDITS[edit](scene(seed)), quality=60))
    assert match.same, match
    assert match.confidence > 0.5
    assert ("mirrored" in match.change) == ("mirrored" in edit)


def on_a_screen(pictures: list[Image.Image], side: int) -> Image.Image:
    """A picture of a phone: a round avatar with words below it, and other pictures in a row."""
    page = Image.new("RGB", (390, 844), (18, 18, 18))
    draw, mask = ImageDraw.Draw(page), Image.new("L", (side, side))
    ImageDraw.Draw(mask).ellipse((0, 0, side, side), fill=255)
    page.paste(pictures[0].resize((side, side)), (20, 80), mask)
    draw.text((20, 100 + side), "Ruth Dale. Weaves baskets.", fill="white", font_size=20)
    for number, picture in enumerate(pictures[1:4]):
        page.paste(picture.resize((120, 120)), (8 + number * 126, 600))
    return page


def test_an_avatar_is_known_in_a_picture_of_a_whole_screen() -> None:
    own, others = photo(41), [photo(seed) for seed in (52, 53, 54, 55)]
    assert same_picture(as_bytes(own), as_bytes(on_a_screen([own, *others], 96))).same
    assert not same_picture(as_bytes(own), as_bytes(on_a_screen(others, 96))).same


def test_two_pictures_of_different_things_are_not() -> None:
    pictures = [as_bytes(scene(seed)) for seed in range(10, 22)]
    pairs = [(a, b) for i, a in enumerate(pictures) for b in pictures[i + 1 :]]
    matches = [same_picture(*pair) for pair in pairs]
    assert [match for match in matches if match.same] == []
    # 1 - 2 x distance: the nearest pair keeps its distance from the cut.
    assert max(match.confidence for match in matches) <= 1 - 2 * 0.26


@pytest.mark.parametrize("broken", [b"", b"not a picture", as_bytes(scene(1))[:60]])
def test_a_broken_picture_matches_nothing_and_never_fails(broken: bytes) -> None:
    match = same_picture(broken, as_bytes(scene(1)))
    assert not match.same
    assert match.why


def test_plain_colours_say_nothing() -> None:
    plain = as_bytes(Image.new("RGB", (100, 100), "teal"))
    assert not same_picture(plain, plain).same


def test_a_transparent_picture_can_be_compared(tmp_path_factory: pytest.TempPathFactory) -> None:
    image = scene(5).convert("RGBA")
    path = tmp_path_factory.mktemp("avatars") / "a.png"
    image.save(path)
    assert same_picture(path, as_bytes(scene(5))).same


@pytest.mark.parametrize("picture", [nobody(), nobody(170), initials("R", 3), initials("T", 9)])
def test_a_picture_that_sites_give_to_everybody_says_nothing(picture: Image.Image) -> None:
    match = same_picture(as_bytes(picture), as_bytes(picture))
    assert not match.same
    assert not match.compared


@pytest.mark.parametrize(
    "edit", ["free cut small", "turned 8", "screenshot dark", "sticker", "circle", "mirrored, cut, compressed"]
)
def test_a_photograph_is_known_after_edits_that_move_everything(edit: str) -> None:
    chance = random.Random(4)
    assert same_picture(as_bytes(photo(41)), as_bytes(COPIERS[edit](photo(41), chance), 70)).same


def test_avatars_from_the_parts_of_one_pack_are_told_apart() -> None:
    pictures = [as_bytes(drawn(seed)) for seed in range(40, 46)]
    pairs = [(a, b) for i, a in enumerate(pictures) for b in pictures[i + 1 :]]
    assert [pair for pair in pairs if same_picture(*pair).same] == []
    assert all(same_picture(picture, as_bytes(drawn(40 + n), 60)).same for n, picture in enumerate(pictures))


def _png_with(width: int, height: int) -> bytes:
    """A picture whose first lines claim a size, with nothing behind it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk)) + b"\0" * 40


@pytest.mark.parametrize(
    "hostile",
    [
        _png_with(60_000, 60_000),
        _png_with(0, 0),
        as_bytes(scene(1))[:3000],
        b"GIF89a" + b"\xff" * 400,
        b"\xff\xd8\xff\xe0" + b"\0" * 500,
        b"RIFF\xff\xff\xff\xffWEBPVP8 " + b"\0" * 64,
        as_bytes(scene(1).resize((8, 8))),
    ],
)
def test_a_hostile_file_matches_nothing_and_never_fails(hostile: bytes) -> None:
    assert not same_picture(hostile, as_bytes(scene(1))).same
    assert not same_picture(as_bytes(scene(1)), hostile).same


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    if hasattr(os, "mkfifo"):
        os.mkfifo(pipe)
    for odd in (pipe, tmp_path, tmp_path / "missing", "\0"):
        assert not same_picture(odd, as_bytes(scene(1))).compared
