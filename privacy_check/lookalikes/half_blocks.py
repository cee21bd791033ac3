"""A picture as a terminal can show it: two points to a letter, one above the other."""

from __future__ import annotations

import io

from PIL import Image, ImageOps, UnidentifiedImageError

MOST_POINTS = 40_000_000
Point = tuple[int, int, int]
Block = tuple[Point, Point]


def half_blocks(raw: bytes, columns: int, rows: int) -> tuple[tuple[Block, ...], ...] | None:
    """Rows of (upper, lower) colours, the whole picture in its own shape; None for what is no picture.

    At most that many letters wide and high.
    """
    try:
        with Image.open(io.BytesIO(raw)) as image:
            if image.width * image.height > MOST_POINTS:
                return None
            image.draft("RGB", (columns * 4, rows * 8))
            seen = image.convert("RGBA")
            flat = Image.new("RGBA", seen.size, "white")
            flat.alpha_composite(seen)
            small = ImageOps.contain(flat.convert("RGB"), (columns, rows * 2))
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    points = small.tobytes()
    width, height = small.size

    def at(x: int, y: int) -> Point:
        start = (min(y, height - 1) * width + x) * 3
        return points[start], points[start + 1], points[start + 2]

    return tuple(tuple((at(x, y), at(x, y + 1)) for x in range(width)) for y in range(0, height, 2))
