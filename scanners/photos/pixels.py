"""The points of a picture, opened with bounds, and whether a small picture kept inside is still the same."""

from __future__ import annotations

import io
import logging
import math
import warnings
from collections.abc import Sequence

from PIL import Image, ImageOps

from scanners.photos.clues import DIFFERS, SAME

MOST_POINTS = 100_000_000
"""Pictures of more points are not opened: they would fill the memory."""
ALIKE = 0.93
"""From this correlation on two pictures are the same; small pictures made of a picture reach 0.97 and more."""

# What the library says of broken files is told by us, in words.
logging.getLogger("PIL").setLevel(logging.CRITICAL)

_SIDE = 32
_ASPECT = 0.06
_LEAST = 6.0
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "AVIF", "PPM", "MPO")
_CROPS = (0.9, 0.8, 0.7, 0.6, 0.5)


class TooBig(Exception):
    """The picture has more points than are opened."""


def opened(data: bytes, *, small: bool = False) -> Image.Image:
    """The picture, loaded. Raises TooBig, OSError, ValueError, SyntaxError; `small` allows fewer points."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
        except Image.DecompressionBombError:
            raise TooBig from None
        if image.width * image.height > MOST_POINTS:
            raise TooBig
        if small:
            image.draft("L", (256, 256))
        image.load()
        return image


def heic_opened(data: bytes) -> Image.Image | None:
    """The points of a HEIC picture, with the extra library; None without it or where it cannot."""
    try:
        import pi_heif
    except ImportError:
        return None
    try:
        held = pi_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=True)
        if held.size[0] * held.size[1] > MOST_POINTS:
            return None
        return Image.frombuffer(held.mode, held.size, bytes(held.data), "raw", held.mode, held.stride)
    except (ValueError, OSError, RuntimeError, SyntaxError, EOFError):
        return None


def compared(picture: Image.Image, thumbnails: Sequence[bytes]) -> str:
    """`differs` when any of the small pictures shows something else or more than the big one, else `same`."""
    whole = ImageOps.grayscale(picture if picture.mode in ("L", "RGB") else picture.convert("RGB"))
    for data in thumbnails:
        try:
            small = opened(data, small=True)
        except (TooBig, OSError, ValueError, SyntaxError, EOFError):
            continue
        gray = ImageOps.grayscale(small if small.mode in ("L", "RGB") else small.convert("RGB"))
        # A night scene has dark edges that are no bars, so that both ways count.
        if not any(_same(whole, turned) for way in (gray, _without_bars(gray)) for turned in _turns(way)):
            return DIFFERS
    return SAME


def _turns(image: Image.Image) -> list[Image.Image]:
    ways = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)
    return [image, *(image.transpose(way) for way in ways)]


def _same(whole: Image.Image, small: Image.Image) -> bool:
    shape = (whole.width / whole.height) / (small.width / small.height)
    if abs(shape - 1) > _ASPECT:
        return False
    big, little = _points(whole), _points(small)
    alike = _alike(big, little)
    return alike >= ALIKE and not _better_cut(big, small, alike)


def _better_cut(big: list[float], small: Image.Image, alike: float) -> bool:
    """True when a part of the small picture fits the big one clearly better than all of it."""
    for part in _CROPS:
        width, height = small.width * part, small.height * part
        for x in (0.0, 0.5, 1.0):
            for y in (0.0, 0.5, 1.0):
                left, top = x * (small.width - width), y * (small.height - height)
                cut = _points(small, (left, top, left + width, top + height))
                if _alike(big, cut) > max(alike + 0.02, ALIKE):
                    return True
    return False


def _points(image: Image.Image, box: tuple[float, float, float, float] | None = None) -> list[float]:
    small = image.resize((_SIDE, _SIDE), Image.Resampling.BOX, box=box)
    return [float(value) for value in small.tobytes()]


def _alike(one: list[float], other: list[float]) -> float:
    """The correlation of two pictures; two that show nothing but one tone are compared by the tone."""
    count = len(one)
    mean, mean2 = sum(one) / count, sum(other) / count
    a, b = [value - mean for value in one], [value - mean2 for value in other]
    spread, spread2 = (sum(value * value for value in part) / count for part in (a, b))
    if spread < _LEAST and spread2 < _LEAST:
        return 1.0 if abs(mean - mean2) < 16 else 0.0
    if not spread or not spread2:
        return 0.0
    together = sum(x * y for x, y in zip(a, b, strict=True)) / count
    return together / math.sqrt(spread * spread2)


def _without_bars(image: Image.Image) -> Image.Image:
    """Cameras fill a small picture of another shape up with black: that is cut away."""
    box = image.point([0] * 14 + [255] * 242).getbbox()
    if box is None:
        return image
    left, top, right, bottom = box
    if (right - left) * (bottom - top) < image.width * image.height * 0.5:
        return image
    return image.crop(box)
