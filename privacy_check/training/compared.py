"""Before and after of one page, cut to the part where they differ, so that a room sees what was mended."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from privacy_check.training.nouns import PagePicture

if TYPE_CHECKING:
    from PIL.Image import Image

SHAPE = 1.15
"""Height of what is shown, as a part of its width."""
ABOVE = 1 / 6
"""So much of it stands above the first difference."""
TELLING = 40
"""What differs by less, of 255, is only how a picture was packed."""
QUALITY = 75


@lru_cache(maxsize=64)
def compared(before: PagePicture, after: PagePicture) -> tuple[PagePicture, PagePicture]:
    """Both pictures cut at the same place, around where they differ first; unread ones as they are."""
    from PIL import Image, UnidentifiedImageError

    try:
        was, now = (Image.open(BytesIO(page.image)).convert("RGB") for page in (before, after))
    except (OSError, UnidentifiedImageError):
        return before, after
    high = round(was.width * SHAPE)
    if was.size != now.size or high >= was.height:
        return before, after
    top = min(max(_first_difference(was, now) - int(high * ABOVE), 0), was.height - high)
    return _cut(before, was, top, high), _cut(after, now, top, high)


def _first_difference(was: Image, now: Image) -> int:
    """The row, counted in pixels from the top, in which they first differ; 0 where they do not."""
    from PIL import ImageChops

    differing = ImageChops.difference(was, now).convert("L").point(lambda value: 255 if value > TELLING else 0)
    box = differing.getbbox()
    return box[1] if box else 0


def _cut(page: PagePicture, image: Image, top: int, high: int) -> PagePicture:
    written = BytesIO()
    image.crop((0, top, image.width, top + high)).save(written, "JPEG", quality=QUALITY)
    name = hashlib.blake2b(written.getvalue(), digest_size=9).hexdigest()
    return replace(page, name=name, image=written.getvalue(), media_type="image/jpeg")
