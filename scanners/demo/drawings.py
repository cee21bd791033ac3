"""Pictures for the pretend network: drawn things, never a person; one name, one picture."""

from __future__ import annotations

import io
import math
import random
from functools import lru_cache

from PIL import Image, ImageDraw, ImageEnhance, ImageOps

from scanners.demo.motifs import MOTIFS, Brush
from scanners.demo.persona import Drawing, Photo

SIDE = 480
"""Width and height of an avatar in pixels."""

_SKIES = (
    ((252, 214, 172), (240, 128, 112)),
    ((196, 226, 246), (92, 148, 206)),
    ((226, 214, 248), (128, 112, 196)),
    ((254, 238, 198), (236, 178, 92)),
    ((206, 238, 226), (86, 164, 150)),
    ((248, 212, 226), (196, 96, 140)),
    ((216, 222, 232), (98, 112, 140)),
)
_LANDS = (
    ((62, 104, 84), (96, 144, 100), (142, 178, 110)),
    ((56, 72, 112), (88, 104, 150), (128, 140, 186)),
    ((112, 72, 60), (160, 106, 78), (204, 150, 102)),
    ((40, 92, 104), (70, 132, 138), (118, 172, 164)),
    ((94, 66, 104), (140, 100, 146), (186, 146, 180)),
)

Colour = tuple[int, int, int]


def avatar(drawing: Drawing) -> bytes:
    """A square PNG of a drawn thing in front of a landscape; a copier's change is made last."""
    return _avatar(drawing.motif, drawing.seed, drawing.change or "")


@lru_cache(maxsize=128)
def _avatar(motif: str, seed: int, change: str) -> bytes:
    image = _landscape(f"{motif}/{seed}", SIDE, SIDE)
    if motif in MOTIFS:
        MOTIFS[motif](Brush(ImageDraw.Draw(image, "RGBA"), SIDE, random.Random(f"{motif}:{seed}")))  # noqa: S311
    return _png(_changed(image, change))


def cover(name: str) -> bytes:
    """A wide JPEG for the top of a profile."""
    return _jpeg(_landscape(f"cover/{name}", 1200, 320))


@lru_cache(maxsize=256)
def photo(picture: Photo, owner: str) -> bytes:
    """A JPEG of a drawn scene; its EXIF data hold time and place when the photo has them."""
    image = _landscape(f"{picture.scene}/{picture.seed}/{owner}", 720, 540)
    if picture.scene in MOTIFS:
        brush = Brush(ImageDraw.Draw(image, "RGBA"), 540, random.Random(picture.seed), left=90)  # noqa: S311
        MOTIFS[picture.scene](brush)
    return _jpeg(image, _exif(picture))


def _changed(image: Image.Image, change: str) -> Image.Image:
    if "mirrored" in change:
        image = ImageOps.mirror(image)
    if "cropped" in change:
        edge = SIDE // 10
        image = image.crop((edge, edge // 2, SIDE - edge // 2, SIDE - edge)).resize((SIDE, SIDE))
    if "faded" in change:
        image = ImageEnhance.Color(image).enhance(0.45)
    return image


def _landscape(name: str, width: int, height: int) -> Image.Image:
    """Sky, sun, three ranges of hills and scattered trees or stones, all told by the name."""
    chance = random.Random(name)  # noqa: S311
    top, bottom = chance.choice(_SKIES)
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image, "RGBA")
    for row in range(height):
        draw.line([(0, row), (width, row)], fill=_between(top, bottom, row / height))
    _sun(draw, chance, width, height)
    _clouds(draw, chance, width, height)
    lands = chance.choice(_LANDS)
    for depth, colour in enumerate(reversed(lands)):
        _hills(draw, chance, width, height, depth, colour)
    return image


def _sun(draw: ImageDraw.ImageDraw, chance: random.Random, width: int, height: int) -> None:
    x, y, size = chance.uniform(0.12, 0.88) * width, chance.uniform(0.1, 0.3) * height, height * 0.09
    draw.ellipse([x - size * 1.7, y - size * 1.7, x + size * 1.7, y + size * 1.7], fill=(255, 250, 226, 60))
    draw.ellipse([x - size, y - size, x + size, y + size], fill=(255, 246, 214, 255))


def _clouds(draw: ImageDraw.ImageDraw, chance: random.Random, width: int, height: int) -> None:
    for _ in range(chance.randint(2, 4)):
        x, y = chance.uniform(0, width), chance.uniform(0.06, 0.36) * height
        for _ in range(5):
            dx, dy, r = chance.uniform(-60, 60), chance.uniform(-9, 9), chance.uniform(12, 28)
            draw.ellipse(
                [x + dx - r * 1.5, y + dy - r * 0.7, x + dx + r * 1.5, y + dy + r * 0.7], fill=(255, 255, 255, 70)
            )


def _hills(
    draw: ImageDraw.ImageDraw, chance: random.Random, width: int, height: int, depth: int, colour: Colour
) -> None:
    base = height * (0.5 + 0.16 * depth)
    waves = [(chance.uniform(0.6, 3.2), chance.uniform(0, 6.3), chance.uniform(6, 26)) for _ in range(4)]

    def edge(x: float) -> float:
        return (
            base
            + sum(size * math.sin(turns * 6.28 * x / width + shift) for turns, shift, size in waves) * height / 480
        )

    line = [(x, edge(x)) for x in range(0, width + 8, 6)]
    draw.polygon([*line, (width, height), (0, height)], fill=colour)
    for _ in range(round(width / 480 * chance.randint(10, 22))):
        x = chance.uniform(0, width)
        _growth(
            draw,
            chance,
            x,
            edge(x) + chance.uniform(4, height * 0.14),
            height / 480 * (0.6 + 0.35 * depth),
            colour,
        )


def _growth(
    draw: ImageDraw.ImageDraw, chance: random.Random, x: float, y: float, scale: float, colour: Colour
) -> None:
    """A fir, a round tree or a stone."""
    dark, light = _between(colour, (0, 0, 0), 0.32), _between(colour, (255, 255, 240), 0.3)
    kind, size = chance.random(), scale * chance.uniform(12, 26)
    if kind < 0.45:
        for step in range(3):
            half = size * (0.62 - 0.14 * step)
            draw.polygon(
                [
                    (x - half, y - size * 0.5 * step),
                    (x + half, y - size * 0.5 * step),
                    (x, y - size * (0.9 + 0.5 * step)),
                ],
                fill=dark,
            )
    elif kind < 0.8:
        draw.rectangle([x - size * 0.09, y - size, x + size * 0.09, y], fill=_between(colour, (60, 30, 10), 0.6))
        draw.ellipse([x - size * 0.5, y - size * 1.7, x + size * 0.5, y - size * 0.6], fill=light)
        draw.ellipse(
            [x - size * 0.2, y - size * 1.6, x + size * 0.42, y - size],
            fill=_between(light, (255, 255, 255), 0.25),
        )
    else:
        draw.ellipse([x - size * 0.6, y - size * 0.3, x + size * 0.6, y + size * 0.25], fill=dark)


def _between(first: Colour, second: Colour, part: float) -> Colour:
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(first, second, strict=True))
    return red, green, blue


def _exif(picture: Photo) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Pretend", "Pocket Camera"  # maker and model
    if picture.gps:
        latitude, longitude = picture.gps
        exif.get_ifd(0x8825).update(
            {
                1: "N" if latitude >= 0 else "S",
                2: _degrees(latitude),
                3: "E" if longitude >= 0 else "W",
                4: _degrees(longitude),
            }
        )
    return exif


def _degrees(value: float) -> tuple[float, float, float]:
    whole, rest = divmod(abs(value), 1)
    minutes, rest = divmod(rest * 60, 1)
    return whole, minutes, round(rest * 60, 3)


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", optimize=False)
    return out.getvalue()


def _jpeg(image: Image.Image, exif: Image.Exif | None = None) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=84, exif=exif or Image.Exif())
    return out.getvalue()
