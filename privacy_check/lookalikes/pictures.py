"""Whether two avatars are the same picture: difference hashes over mirrored and cropped views. No face is read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

SIDE = 16
SAME = 0.17
"""Share of differing bits under which two views count as one picture. On a 16x16 difference hash unrelated
pictures sit near 0.5; the cut is well under the closest unrelated pair in tests/unit/test_pictures.py."""
MOST_PIXELS = 40_000_000
_CROPS = (1.0, 0.95, 0.9, 0.8, 0.7)
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
        return PictureMatch(False, 0.0, why="One of the pictures could not be read.")
    if _is_flat(first) or _is_flat(second):
        return PictureMatch(False, 0.0, why="One of the pictures is nearly one colour, so it says nothing.")
    left = [(hash_, change) for hash_, change in _views(first, mirrored=False)]
    best, changes = 1.0, ("", "")
    for hash_b, change_b in _views(second, mirrored=True):
        for hash_a, change_a in left:
            distance = (hash_a ^ hash_b).bit_count() / (SIDE * SIDE)
            if distance < best:
                best, changes = distance, (change_a, change_b)
    words = ", ".join(sorted({word for part in changes for word in part.split(", ") if word}, reverse=True))
    if best > SAME:
        return PictureMatch(False, round(max(0.0, 1 - best * 2), 3), why="The pictures differ.")
    confidence = round(1 - best / SAME * 0.4, 3)
    return PictureMatch(True, confidence, words, f"The same picture{', ' + words if words else ''}.")


def _views(image: Image.Image, *, mirrored: bool) -> Iterator[tuple[int, str]]:
    for share in _CROPS:
        cropped = _centre(image, share)
        change = "cropped" if share < 1 else ""
        yield _difference_hash(cropped), change
        if mirrored:
            yield _difference_hash(ImageOps.mirror(cropped)), "mirrored" + (f", {change}" if change else "")


def _difference_hash(image: Image.Image) -> int:
    small = image.resize((SIDE + 1, SIDE), Image.Resampling.LANCZOS).tobytes()
    bits = 0
    for row in range(SIDE):
        start = row * (SIDE + 1)
        for column in range(SIDE):
            bits = bits << 1 | (small[start + column] > small[start + column + 1])
    return bits


def _centre(image: Image.Image, share: float) -> Image.Image:
    width, height = image.size
    cut_x, cut_y = int(width * (1 - share) / 2), int(height * (1 - share) / 2)
    return image.crop((cut_x, cut_y, width - cut_x, height - cut_y))


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
            grey.thumbnail((256, 256))
            return grey
    except (OSError, UnidentifiedImageError, ValueError, Image.DecompressionBombError, SyntaxError):
        return None
