"""A picture made ready to be compared, its hashes over several views, and the two stages of comparing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np
from PIL import Image

from privacy_check.lookalikes import picture_align as align

Grey = np.ndarray[Any, np.dtype[np.float32]]

HASH = 16
CUT, CUT_DRAWN = 0.24, 0.13
"""Share of differing bits up to which two views are one picture; drawn avatars share their parts with others."""
_CENTRES = (0.94, 0.88, 0.82, 0.76, 0.7)
_NOTHING = 6.0  # spread of brightness under which a picture is one colour
_MOST_PARTS, _SQUARE, _PART = 5, 1.3, 56  # pictures in a picture of a page: how many, how square, pixels of a side
_LEAST = 48  # pixels of a side that are enough to compare
_STEP, _ONE_COLOUR = 8, 14  # steps of a channel, and how far apart two colours are one
_SHARE = 0.965  # share of the picture that two colours cover when it is a letter or a figure on a ground


@dataclass(frozen=True, slots=True)
class View:
    """One part of a picture: whether a border was taken off, which share of each side it holds, and its hash."""

    change: str
    share: float
    bits: int


@dataclass(frozen=True)
class Look:
    """One picture: brightness 0..255 by row and column, whether it is drawn, and whether it says nothing."""

    grey: Grey
    is_drawn: bool
    says_nothing: bool
    parts: tuple[Look, ...] = ()
    """Pictures that stand in it, when it is one of a whole page."""

    @classmethod
    def of(cls, image: Image.Image, larger: Image.Image | None = None) -> Look:
        """Reads an RGB picture; `larger` is the same where it may be of a page with pictures on it."""
        colours = np.asarray(image, dtype=np.int16)
        grey = np.asarray(image.convert("L"), dtype=np.float32)
        plain = float(grey.std()) < _NOTHING
        flat = _is_drawn(grey)
        return cls(
            grey, flat, plain or (flat and _is_default(colours)), tuple(islice(_pictures_on(larger), _MOST_PARTS))
        )

    @cached_property
    def mirrored(self) -> Look:
        """The same picture, left for right."""
        return Look(np.ascontiguousarray(self.grey[:, ::-1]), self.is_drawn, self.says_nothing)

    @cached_property
    def views(self) -> tuple[View, ...]:
        """Hashes of the whole, of the part within a border, and of the middles of both."""
        inner = _within_border(self.grey)
        bases = [("", self.grey), *([("framed", inner)] if inner is not None else [])]
        return tuple(
            View(change, share, _hash(_middle(base, share)))
            for change, base in bases
            for share in (1.0, *_CENTRES)
        )

    @cached_property
    def points(self) -> align.Points:
        """Points of interest, for laying this picture over another."""
        return align.points_of(self.grey)

    @cached_property
    def edges(self) -> tuple[Grey, ...]:
        """The picture without its broad light and shade, in several sizes."""
        return align.edges_of(self.grey)


def compare_looks(first: Look, second: Look) -> tuple[float, tuple[str, ...]]:
    """How sure it is that two pictures are one, 0..1 (from 0.5 up they are), and the names of what was changed."""
    best, changes = _compare(first, second)
    if best >= 0.5:
        return best, changes
    for one, other in ((first, second), (second, first)):
        for part in one.parts:
            sure, how = _compare(part, other)
            if sure > best:
                best, changes = sure, tuple(dict.fromkeys((*how, "framed")))
            if best >= 0.5:
                return best, changes
    return best, changes


def _compare(first: Look, second: Look) -> tuple[float, tuple[str, ...]]:
    drawn = first.is_drawn or second.is_drawn
    cut = CUT_DRAWN if drawn else CUT
    distance, changes = min(
        (_nearest(first, other, mirrored) for other, mirrored in ((second, False), (second.mirrored, True))),
        key=lambda item: item[0],
    )
    if distance <= cut:
        return 1 - 0.4 * distance / cut, changes
    laid, changes = align.lay_over(first, second, drawn)
    return max(laid, min(0.49, 1 - distance * 2)), changes


def _nearest(first: Look, second: Look, mirrored: bool) -> tuple[float, tuple[str, ...]]:
    flipped = ("mirrored",) if mirrored else ()
    best, changes = 1.0, flipped
    for one in first.views:
        for other in second.views:
            # A middle is held against a whole, or against the same middle: a ring or a circle spoils the rest.
            if one.share < 1 and other.share < 1 and one.share != other.share:
                continue
            distance = (one.bits ^ other.bits).bit_count() / (HASH * HASH)
            if distance < best - 0.01:
                named = {one.change, other.change} - {""} | ({"cropped"} if one.share != other.share else set())
                best, changes = distance, (*flipped, *sorted(named))
    return best, changes


def _hash(grey: Grey) -> int:
    """Signs of the low frequencies around their median, as one number of HASH x HASH bits."""
    import cv2

    small = cv2.resize(grey, (HASH * 4, HASH * 4), interpolation=cv2.INTER_AREA)
    low = cv2.dct(small)[1 : HASH + 1, 1 : HASH + 1]
    bits = (low > np.median(low)).ravel()
    return int.from_bytes(np.packbits(bits).tobytes(), "big")


def _middle(grey: Grey, share: float) -> Grey:
    high, wide = grey.shape
    top, left = round(high * (1 - share) / 2), round(wide * (1 - share) / 2)
    return grey[top : high - top, left : wide - left]


def _within_border(grey: Grey) -> Grey | None:
    """The largest thing on a plain ground: what a border was put around, or a picture in a picture of a page."""
    import cv2

    high, wide = grey.shape
    edge = np.concatenate((grey[0], grey[-1], grey[:, 0], grey[:, -1]))
    ground = float(np.median(edge))
    if float((np.abs(edge - ground) < _NOTHING * 2).mean()) < 0.6:
        return None
    other = (np.abs(grey - ground) > _NOTHING * 2).astype(np.uint8)
    # Parts of the picture that have the colour of the ground do not part it.
    other = cv2.morphologyEx(other, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    count, _, found, _ = cv2.connectedComponentsWithStats(other)
    if count < 2:
        return None
    left, top, breadth, depth, area = (int(value) for value in found[1 + int(found[1:, 4].argmax())])
    small = min(breadth, depth) < _LEAST or area < 0.5 * breadth * depth
    if small or breadth * depth > 0.97 * high * wide:
        return None
    return grey[top : top + depth, left : left + breadth]


def _pictures_on(page: Image.Image | None) -> Iterator[Look]:
    """What stands apart on the ground of a page and is about as wide as high, the largest first."""
    if page is None:
        return
    import cv2

    grey = np.asarray(page.convert("L"), dtype=np.float32)
    ground = float(np.median(np.concatenate((grey[:, 0], grey[:, -1]))))
    apart = (np.abs(grey - ground) > _NOTHING * 2).astype(np.uint8)
    # Parts of a picture that have the colour of the ground do not part it; letters of a line stay apart from it.
    apart = cv2.morphologyEx(apart, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    _, _, found, _ = cv2.connectedComponentsWithStats(apart)
    boxes = sorted((tuple(map(int, row)) for row in found[1:]), key=lambda box: -box[2] * box[3])
    for left, top, wide, high, area in boxes[: 4 * _MOST_PARTS]:
        fits = min(wide, high) >= _PART and max(wide, high) <= _SQUARE * min(wide, high)
        if fits and area >= wide * high / 2 and wide * high < 0.9 * grey.size:
            part = page.crop((left, top, left + wide, top + high))
            part.thumbnail((256, 256))
            look = Look.of(part)
            if not look.says_nothing:
                yield look


def _is_drawn(grey: Grey) -> bool:
    """True when most of it is of one brightness from pixel to pixel, as in flat drawings."""
    across = np.abs(np.diff(grey, axis=1))[:-1]
    down = np.abs(np.diff(grey, axis=0))[:, :-1]
    return float(((across < 2) & (down < 2)).mean()) > 0.7


def _is_default(colours: np.ndarray[Any, np.dtype[np.int16]]) -> bool:
    """True for a letter, a figure or a pattern of one colour on a plain ground, as sites give to everybody."""
    left = colours.reshape(-1, 3)
    whole = len(left)
    for _ in range(2):
        if len(left) == 0:
            break
        kinds, counts = np.unique(left // _STEP, axis=0, return_counts=True)
        commonest = kinds[counts.argmax()] * _STEP + _STEP // 2
        left = left[np.abs(left - commonest).max(axis=1) > _ONE_COLOUR]
    return len(left) <= (1 - _SHARE) * whole
