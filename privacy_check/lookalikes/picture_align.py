"""Laying one picture over another, by sliding or by matching points. Where they meet they must agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import cv2
import numpy as np

Grey = np.ndarray[Any, np.dtype[Any]]

FIELD, CLOSE = 72, 128
"""Pixels of the longer side at which a picture is slid about, and at which the best place is looked at again."""
SLID, SLID_DRAWN = 0.8, 0.79
"""How well the edges must agree (-1..1) where a smaller picture lies best in a larger one."""
MET, MET_DRAWN = 14, 25
"""Points that must fit one turn, size and place; fewer, from SOME up, when the two also agree where they meet."""
SOME, AGREED, AGREED_DRAWN = 9, 0.6, 0.85
_SCALES = tuple(0.95**step for step in range(0, 24))
_NUDGES = (0.97, 0.98, 0.99, 1.0, 1.01, 1.02, 1.03)
_WORTH_A_CLOSER_LOOK = 0.4
_PIECES, _DRAWN_ON, _CLOSELY = 6, 0.25, 0.75
_RATIO, _FEATURES, _SPREAD = 0.78, 450, 4.0


@dataclass(frozen=True)
class Points:
    """Points of interest: places (x, y) in pixels, and what each looks like; `looks` is None without any."""

    places: Grey
    looks: Grey | None


class Side(Protocol):
    """One of two pictures: brightness by row and column, its mirror image, points, and edges in several sizes."""

    @property
    def grey(self) -> Grey: ...
    @property
    def mirrored(self) -> Side: ...
    @property
    def points(self) -> Points: ...
    @property
    def edges(self) -> tuple[Grey, ...]: ...


def points_of(grey: Grey) -> Points:
    """Points of interest of a picture, the strongest first."""
    longest = max(grey.shape)
    scale = 1.0 if longest >= 200 else 200 / longest
    sized = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC) if scale > 1 else grey
    pixels = np.clip(sized, 0, 255).astype(np.uint8)
    finder = cv2.SIFT.create(nfeatures=_FEATURES, contrastThreshold=0.02)
    found, looks = finder.detectAndCompute(pixels, None)
    places = np.array([point.pt for point in found], dtype=np.float32).reshape(-1, 2) / np.float32(scale)
    if looks is not None:
        looks = np.sqrt(looks / (np.abs(looks).sum(axis=1, keepdims=True) + 1e-7))
    return Points(places, looks)


def edges_of(grey: Grey) -> tuple[Grey, ...]:
    """The picture at FIELD pixels and at every smaller size that is tried, without its broad light and shade."""
    return tuple(_edges(_sized(grey, FIELD * scale)) for scale in _SCALES)


def _edges(grey: Grey, size: float = 1.0) -> Grey:
    even = cv2.GaussianBlur(grey, (0, 0), 0.5 * size) - cv2.GaussianBlur(grey, (0, 0), 4.0 * size)
    # Strong and faint edges count more alike, so that one sticker or line of text decides nothing.
    spread = float(even.std()) + 1e-3
    clipped: Grey = np.clip(even / spread, -2.5, 2.5).astype(np.float32)
    return clipped


def lay_over(first: Side, second: Side, drawn: bool) -> tuple[float, tuple[str, ...]]:
    """How sure it is that one picture lies within the other, 0..1 (from 0.5 up it does), and what was changed."""
    best: tuple[float, tuple[str, ...]] = (0.0, ())
    for other, flipped in ((second, ()), (second.mirrored, ("mirrored",))):
        slid, how = _slide(first, other)
        wanted = SLID_DRAWN if drawn else SLID
        sure = _sure(slid, wanted)
        if sure > best[0]:
            best = sure, (*flipped, *how)
    if best[0] >= 0.5:
        return best
    for other, flipped in ((second, ()), (second.mirrored, ("mirrored",))):
        sure, how = _match_points(first, other, drawn)
        if sure > best[0]:
            best = sure, (*flipped, *how)
    return best


def _sure(value: float, wanted: float) -> float:
    """0.5 at what is wanted, 1 at the best there is."""
    if value >= wanted:
        return min(1.0, 0.5 + 0.5 * (value - wanted) / (1 - wanted))
    return max(0.0, 0.49 * value / wanted)


def _slide(first: Side, second: Side) -> tuple[float, tuple[str, ...]]:
    """The best agreement of one picture, whole, with a part of the other, at any place and in many sizes."""
    best, where = -1.0, (first, second, 0)
    for whole, part in ((first, second), (second, first)):
        field = whole.edges[0]
        for number, piece in enumerate(part.edges):
            # A small piece agrees by chance more easily.
            value = _fits(field, piece) - 0.006 * number
            if value > best:
                best, where = value, (whole, part, number)
    whole, part, number = where
    if best > _WORTH_A_CLOSER_LOOK:
        best = max(best, _closer(whole.grey, part.grey, _SCALES[number]) - 0.006 * number)
    return best, ("cropped",) if number else ()


def _fits(field: Grey, piece: Grey) -> float:
    if piece.shape[0] > field.shape[0] or piece.shape[1] > field.shape[1]:
        return -1.0
    return float(cv2.matchTemplate(field, piece, cv2.TM_CCOEFF_NORMED).max())


def _closer(whole: Grey, part: Grey, scale: float) -> float:
    """The same at sizes in between, in which the edges of a flat drawing meet.

    A sticker, a ring or a line of text spoils some of a picture; the rest still agrees, piece by piece.
    """
    size = CLOSE / FIELD
    field = _edges(_sized(whole, CLOSE), size)
    best, laid = -1.0, None
    for nudge in _NUDGES:
        piece = _edges(_sized(part, CLOSE * scale * nudge), size)
        if piece.shape[0] > field.shape[0] or piece.shape[1] > field.shape[1]:
            continue
        _, value, _, (left, top) = cv2.minMaxLoc(cv2.matchTemplate(field, piece, cv2.TM_CCOEFF_NORMED))
        if value > best:
            best, laid = value, (piece, field[top : top + piece.shape[0], left : left + piece.shape[1]])
    return max(best, _piece_by_piece(*laid)) if laid is not None else best


def _piece_by_piece(one: Grey, other: Grey) -> float:
    """The share of pieces with something drawn on them that agree closely, on the scale of an agreement."""
    high, wide = one.shape
    agreed = counted = 0
    for row in range(_PIECES):
        for column in range(_PIECES):
            place = np.s_[
                high * row // _PIECES : high * (row + 1) // _PIECES,
                wide * column // _PIECES : wide * (column + 1) // _PIECES,
            ]
            a, b = one[place], other[place]
            if max(float(a.std()), float(b.std())) < _DRAWN_ON:
                continue
            counted += 1
            if min(float(a.std()), float(b.std())) > _DRAWN_ON / 3:
                agreed += float(np.corrcoef(a.ravel(), b.ravel())[0, 1]) > _CLOSELY
    return agreed / counted if counted >= _PIECES else -1.0


def _sized(grey: Grey, longest: float) -> Grey:
    high, wide = grey.shape
    factor = longest / max(high, wide)
    return cv2.resize(
        grey, (max(round(wide * factor), 8), max(round(high * factor), 8)), interpolation=cv2.INTER_AREA
    )


def _match_points(first: Side, second: Side, drawn: bool) -> tuple[float, tuple[str, ...]]:
    one, other = first.points, second.points
    if one.looks is None or other.looks is None or min(len(one.looks), len(other.looks)) < SOME:
        return 0.0, ()
    pairs = cv2.BFMatcher(cv2.NORM_L2).knnMatch(one.looks, other.looks, k=2)
    good = [pair[0] for pair in pairs if len(pair) == 2 and pair[0].distance < _RATIO * pair[1].distance]
    if len(good) < SOME:
        return 0.0, ()
    here = np.array([one.places[match.queryIdx] for match in good], dtype=np.float32)
    there = np.array([other.places[match.trainIdx] for match in good], dtype=np.float32)
    move, fits = cv2.estimateAffinePartial2D(here, there, method=cv2.RANSAC, ransacReprojThreshold=4.0)
    if move is None:
        return 0.0, ()
    size = float(np.hypot(move[0, 0], move[1, 0]))
    if not 0.2 < size < 5:
        return 0.0, ()
    inside = fits.ravel().astype(bool)
    met = min(_spread_out(here[inside]), _spread_out(there[inside]))
    if met < SOME:
        return 0.0, ()
    agreed = _agree(first.grey, second.grey, move)
    wanted, needed = (MET_DRAWN, AGREED_DRAWN) if drawn else (MET, AGREED)
    turned = abs(np.degrees(np.arctan2(move[1, 0], move[0, 0]))) > 1.5
    how = ("turned",) if turned else ("cropped",)
    if met >= wanted and agreed >= needed / 2:
        return min(1.0, 0.6 + met / 250), how
    return _sure(agreed, needed), how


def _spread_out(places: Grey) -> int:
    """How many places are left when those next to one another count once."""
    return len(np.unique(np.round(places / _SPREAD), axis=0))


def _agree(first: Grey, second: Grey, move: Grey) -> float:
    """How well the edges agree where the first picture, moved, lies on the second."""
    high, wide = second.shape
    moved = cv2.warpAffine(first, move, (wide, high), flags=cv2.INTER_LINEAR)
    mask = cv2.warpAffine(np.ones_like(first), move, (wide, high)) > 0.99
    if mask.mean() < 0.08:
        return 0.0
    one, other = _edges(cv2.GaussianBlur(moved, (0, 0), 1.5)), _edges(cv2.GaussianBlur(second, (0, 0), 1.5))
    inner = cv2.erode(mask.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    if inner.sum() < 200:
        return 0.0
    return float(np.corrcoef(one[inner], other[inner])[0, 1])
