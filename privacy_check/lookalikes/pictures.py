"""Whether two avatars are the same picture: difference hashes over mirrored and cropped views. No face is read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from privacy_check.sentences import say

SIDE = 16
SAME = 0.22
"""Share of differing bits up to which two views count as one picture. Over the drawn scenes of
tests/unit/test_pictures.py every edited copy stays at or below 0.22 and no unrelated pair comes under 0.26."""
MOST_PIXELS = 40_000_000
_SCALES = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
_GRID = 14
_FLAT = 8


@dataclass(frozen=True, slots=True)
class PictureMatch:
    """`same`, how sure (0..1), what was changed ("mirrored, cropped"), and why in one sentence."""

    same: bool
    confidence: float
    change: str = ""
    why: str = ""


def same_picture(a: Path | str | bytes, b: Path | str | bytes) -> PictureMatch:
    """Compares two pictures given as paths or bytes. A picture that cannot be read matches nothing."""
    first, second = _open(a), _open(b)
    if first is None or second is None:
        return PictureMatch(False, 0.0, why=say("copies.pictures.unread"))
    if _is_flat(first) or _is_flat(second):
        return PictureMatch(False, 0.0, why=say("copies.pictures.flat"))
    distance, change = min(_distances(first, second))
    if distance > SAME:
        return PictureMatch(False, round(max(0.0, 1 - distance * 2), 3), why=say("copies.pictures.differ"))
    confidence = round(1 - distance / SAME * 0.4, 3)
    return PictureMatch(
        True, confidence, change, say("copies.pictures.same", what=", " + change if change else "")
    )


def _distances(first: Image.Image, second: Image.Image) -> Iterator[tuple[float, str]]:
    """Share of differing bits, and what was changed, for every way one may have been cut out of the other."""
    for mirrored in (False, True):
        other = ImageOps.mirror(second) if mirrored else second
        flipped = ["mirrored"] if mirrored else []
        whole_first, whole_second = _difference_hash(first), _difference_hash(other)
        yield _apart(whole_first, whole_second), ", ".join(flipped)
        cut = ", ".join([*flipped, "cropped"])
        for part in _parts(first):
            yield _apart(_difference_hash(part), whole_second), cut
        for part in _parts(other):
            yield _apart(whole_first, _difference_hash(part)), cut


def _apart(a: int, b: int) -> float:
    return (a ^ b).bit_count() / (SIDE * SIDE)


def _parts(image: Image.Image) -> Iterator[Image.Image]:
    """Squares and near-squares that a copier may have cut out: every scale at every place of a grid."""
    width, height = image.size
    for scale in _SCALES:
        wide, high = int(width * scale), int(height * scale)
        steps = max(3, round((1 - scale) * _GRID) + 1)
        for row in range(steps):
            for column in range(steps):
                left = (width - wide) * column // (steps - 1)
                top = (height - high) * row // (steps - 1)
                yield image.crop((left, top, left + wide, top + high))


def _difference_hash(image: Image.Image) -> int:
    small = image.resize((SIDE + 1, SIDE), Image.Resampling.LANCZOS).tobytes()
    bits = 0
    for row in range(SIDE):
        start = row * (SIDE + 1)
        for column in range(SIDE):
            bits = bits << 1 | (small[start + column] > small[start + column + 1])
    return bits


def _is_flat(image: Image.Image) -> bool:
    darkest, lightest = image.getextrema()
    return float(lightest) - float(darkest) < _FLAT  # type: ignore[arg-type]  # one band: two numbers


def _open(source: Path | str | bytes) -> Image.Image | None:
    try:
        with Image.open(io.BytesIO(source) if isinstance(source, bytes) else source) as image:
            if image.width * image.height > MOST_PIXELS or min(image.size) < SIDE:
                return None
            image.draft("L", (256, 256))
            upright = ImageOps.exif_transpose(image) or image
            if upright.mode in ("RGBA", "LA", "P"):
                upright = upright.convert("RGBA")
                upright = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright)
            grey = upright.convert("L")
            grey.thumbnail((128, 128))
            return grey
    except (OSError, UnidentifiedImageError, ValueError, Image.DecompressionBombError, SyntaxError):
        return None
