"""Whether two pictures are one, through what copies do to them. No face is read, and nothing is kept.

Two stages: hashes over mirrored, trimmed and centred views find most copies at once; what they leave is laid over
the other picture, by sliding it and by matching points (SIFT with RANSAC), and must then agree where the two meet.
"""

from __future__ import annotations

import io
import os
import stat
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageOps, UnidentifiedImageError

from privacy_check.sentences import say

if TYPE_CHECKING:
    from privacy_check.lookalikes.picture_views import Look

MOST_PIXELS = 40_000_000
MOST_BYTES = 40_000_000
SMALLEST, SIDE, PAGE_SIDE = 16, 256, 1024
"""Pixels of a side: below the first a picture says nothing, and none is compared larger than the second. What may
be a picture of a page is looked through for pictures at up to the third."""
LONG = 1.25
"""How many times as long as wide a picture is that may be one of a whole page or screen."""


@dataclass(frozen=True, slots=True)
class PictureMatch:
    """`same`, how sure (0..1), what was changed ("mirrored, cropped"), and why in one sentence.

    `compared` is False when one picture could not be read, or is one that thousands share.
    """

    same: bool
    confidence: float
    change: str = ""
    why: str = ""
    compared: bool = True
    changes: tuple[str, ...] = ()


def same_picture(a: Path | str | bytes, b: Path | str | bytes) -> PictureMatch:
    """Compares two pictures given as paths or bytes. A picture that cannot be read matches nothing."""
    first, second = _look(a), _look(b)
    if first is None or second is None:
        return PictureMatch(False, 0.0, why=say("lookalikes.pictures.unreadable"), compared=False)
    if first.says_nothing or second.says_nothing:
        return PictureMatch(False, 0.0, why=say("lookalikes.pictures.says_nothing"), compared=False)
    from privacy_check.lookalikes.picture_views import compare_looks

    sure, changes = compare_looks(first, second)
    if sure < 0.5:
        return PictureMatch(False, round(sure, 3), why=say("lookalikes.pictures.differ"))
    change = ", ".join(say(f"lookalikes.pictures.{name}") for name in changes)
    kind = "changed" if change else "same"
    return PictureMatch(
        True, round(sure, 3), change, say(f"lookalikes.picture.{kind}", change=change), changes=changes
    )


def _look(source: Path | str | bytes) -> Look | None:
    if isinstance(source, bytes):
        return _from_bytes(source) if len(source) <= MOST_BYTES else None
    try:
        path = Path(source)
        found = os.stat(path)
        # A pipe or a device would keep the reader waiting for ever.
        if not stat.S_ISREG(found.st_mode) or found.st_size > MOST_BYTES:
            return None
        return _from_bytes(path.read_bytes())
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=32)
def _from_bytes(raw: bytes) -> Look | None:
    image = _opened(raw)
    if image is None:
        return None
    from privacy_check.lookalikes.picture_views import Look

    whole = image.copy()
    whole.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    return Look.of(whole, image if max(image.size) > SIDE else None) if min(whole.size) >= SMALLEST else None


def _opened(raw: bytes) -> Image.Image | None:
    """The picture upright, in colour on white, no larger than is looked at; None for what is none."""
    try:
        with Image.open(io.BytesIO(raw)) as image:
            if image.width * image.height > MOST_PIXELS or min(image.size) < SMALLEST:
                return None
            most = PAGE_SIDE if max(image.size) > LONG * min(image.size) else SIDE
            image.draft("RGB", (most, most))
            image.load()
            upright = ImageOps.exif_transpose(image) or image
            upright.thumbnail((most * 2, most * 2) if most == SIDE else (most, most), reducing_gap=2.0)
            if upright.mode != "RGB":
                clear = upright.convert("RGBA")
                upright = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")
            upright.thumbnail((most, most), Image.Resampling.LANCZOS)
            return upright if min(upright.size) >= SMALLEST else None
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    except (MemoryError, OverflowError, IndexError, KeyError, TypeError, AttributeError, EOFError):
        # Decoders of broken files fail in every way there is; none of it is worth a crash.
        return None
