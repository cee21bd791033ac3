"""The things that stand in the middle of a drawn avatar."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence

from PIL import ImageDraw

Colour = tuple[int, int, int]
WHITE, INK, RED, GOLD, TEAL, BLUE, WOOD, LEAF, PLUM, CREAM, GREY, ORANGE = (
    (252, 250, 244), (44, 44, 56), (208, 68, 62), (240, 182, 62), (40, 142, 138), (62, 98, 178),
    (142, 96, 62), (78, 142, 82), (132, 76, 140), (246, 228, 196), (146, 152, 162), (232, 128, 52),
)  # fmt: skip


class Brush:
    """Draws in shares of the picture's side: 0, 0 is the top left corner and 1, 1 the bottom right."""

    def __init__(self, draw: ImageDraw.ImageDraw, side: int, chance: random.Random, left: int = 0) -> None:
        self._draw, self._side, self._left, self.chance = draw, side, left, chance

    def _at(self, points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x * self._side + self._left, y * self._side) for x, y in points]

    def oval(self, x: float, y: float, rx: float, ry: float, fill: Colour) -> None:
        """An oval around a point."""
        self._draw.ellipse([*self._at([(x - rx, y - ry)])[0], *self._at([(x + rx, y + ry)])[0]], fill=fill)

    def box(
        self, left: float, top: float, right: float, bottom: float, fill: Colour, round_by: float = 0.0
    ) -> None:
        """A rectangle, with rounded corners if asked."""
        corners = [*self._at([(left, top)])[0], *self._at([(right, bottom)])[0]]
        self._draw.rounded_rectangle(corners, radius=round_by * self._side, fill=fill)

    def shape(self, fill: Colour, *points: tuple[float, float]) -> None:
        """A filled shape through points."""
        self._draw.polygon(self._at(points), fill=fill)

    def line(self, fill: Colour, width: float, *points: tuple[float, float]) -> None:
        """A line through points."""
        self._draw.line(self._at(points), fill=fill, width=max(1, round(width * self._side)), joint="curve")

    def ring(self, x: float, y: float, radius: float, width: float, fill: Colour) -> None:
        """A circle's edge."""
        box = [*self._at([(x - radius, y - radius)])[0], *self._at([(x + radius, y + radius)])[0]]
        self._draw.ellipse(box, outline=fill, width=max(1, round(width * self._side)))

    def dots(self, fill: Colour, x: float, y: float, reach: float, many: int, size: float = 0.012) -> None:
        """Freckles scattered around a point."""
        for _ in range(many):
            turn, far = self.chance.uniform(0, 6.28), reach * math.sqrt(self.chance.random())
            self.oval(x + far * math.cos(turn), y + far * math.sin(turn), size, size, fill)


def _lighthouse(b: Brush) -> None:
    b.shape(GREY, (0.22, 0.9), (0.34, 0.76), (0.68, 0.76), (0.8, 0.9))
    b.shape(WHITE, (0.38, 0.8), (0.43, 0.32), (0.57, 0.32), (0.62, 0.8))
    for top in (0.4, 0.56, 0.72):
        b.shape(
            RED,
            (0.42 - (top - 0.4) * 0.1, top),
            (0.58 + (top - 0.4) * 0.1, top),
            (0.595 + (top - 0.4) * 0.1, top + 0.08),
            (0.405 - (top - 0.4) * 0.1, top + 0.08),
        )
    b.box(0.44, 0.2, 0.56, 0.32, GOLD)
    b.shape(INK, (0.41, 0.2), (0.5, 0.1), (0.59, 0.2))
    b.shape((255, 240, 170), (0.56, 0.22), (0.98, 0.12), (0.98, 0.34), (0.56, 0.29))
    b.box(0.47, 0.7, 0.53, 0.8, INK, 0.02)


def _teapot(b: Brush) -> None:
    b.line(TEAL, 0.05, (0.72, 0.48), (0.86, 0.46), (0.86, 0.62), (0.7, 0.68))
    b.shape(TEAL, (0.3, 0.5), (0.1, 0.36), (0.16, 0.34), (0.34, 0.66))
    b.oval(0.5, 0.6, 0.26, 0.22, TEAL)
    b.oval(0.5, 0.42, 0.16, 0.06, (30, 112, 110))
    b.oval(0.5, 0.35, 0.04, 0.04, GOLD)
    b.dots(CREAM, 0.5, 0.6, 0.2, 26, 0.014)
    b.box(0.34, 0.8, 0.66, 0.85, WOOD, 0.02)
    for x in (0.44, 0.52, 0.58):
        b.line(WHITE, 0.012, (x, 0.28), (x + 0.02, 0.22), (x - 0.01, 0.16), (x + 0.02, 0.1))


def _badger(b: Brush) -> None:
    b.oval(0.32, 0.3, 0.09, 0.1, INK)
    b.oval(0.68, 0.3, 0.09, 0.1, INK)
    b.oval(0.5, 0.54, 0.3, 0.32, GREY)
    b.shape(WHITE, (0.4, 0.24), (0.6, 0.24), (0.6, 0.82), (0.4, 0.82))
    b.shape(INK, (0.26, 0.34), (0.4, 0.24), (0.43, 0.78), (0.36, 0.76))
    b.shape(INK, (0.74, 0.34), (0.6, 0.24), (0.57, 0.78), (0.64, 0.76))
    b.oval(0.37, 0.52, 0.025, 0.03, WHITE)
    b.oval(0.63, 0.52, 0.025, 0.03, WHITE)
    b.oval(0.5, 0.8, 0.07, 0.05, INK)
    b.dots(WHITE, 0.5, 0.12, 0.3, 16, 0.007)


def _garden(b: Brush) -> None:
    b.box(0.2, 0.66, 0.8, 0.9, (176, 96, 62), 0.02)
    for x, tall, colour in (
        (0.28, 0.3, RED),
        (0.4, 0.22, GOLD),
        (0.5, 0.36, PLUM),
        (0.62, 0.26, ORANGE),
        (0.72, 0.34, RED),
    ):
        b.line(LEAF, 0.018, (x, 0.68), (x + 0.01, tall + 0.06))
        b.oval(x - 0.04, (tall + 0.7) / 2, 0.05, 0.02, LEAF)
        for turn in range(7):
            b.oval(x + 0.055 * math.cos(turn * 0.9), tall + 0.055 * math.sin(turn * 0.9), 0.032, 0.032, colour)
        b.oval(x, tall, 0.032, 0.032, CREAM)
    b.line(CREAM, 0.01, (0.22, 0.74), (0.78, 0.74))


def _snail(b: Brush) -> None:
    b.shape(
        (214, 180, 120),
        (0.12, 0.82),
        (0.2, 0.7),
        (0.78, 0.7),
        (0.86, 0.5),
        (0.93, 0.52),
        (0.9, 0.76),
        (0.84, 0.84),
    )
    for radius, colour in ((0.26, PLUM), (0.2, (178, 122, 186)), (0.14, PLUM), (0.08, (214, 170, 220))):
        b.oval(0.44 + (0.26 - radius) * 0.3, 0.52, radius, radius, colour)
    b.line((214, 180, 120), 0.02, (0.87, 0.52), (0.83, 0.38))
    b.line((214, 180, 120), 0.02, (0.91, 0.52), (0.95, 0.39))
    b.oval(0.83, 0.37, 0.025, 0.025, INK)
    b.oval(0.95, 0.38, 0.025, 0.025, INK)
    b.dots(CREAM, 0.44, 0.5, 0.2, 14, 0.01)


def _kite(b: Brush) -> None:
    b.shape(RED, (0.5, 0.1), (0.74, 0.4), (0.5, 0.4))
    b.shape(GOLD, (0.5, 0.1), (0.26, 0.4), (0.5, 0.4))
    b.shape(TEAL, (0.26, 0.4), (0.5, 0.76), (0.5, 0.4))
    b.shape(BLUE, (0.74, 0.4), (0.5, 0.76), (0.5, 0.4))
    b.line(WHITE, 0.01, (0.5, 0.1), (0.5, 0.76))
    b.line(WHITE, 0.01, (0.26, 0.4), (0.74, 0.4))
    b.line(WHITE, 0.012, (0.5, 0.76), (0.58, 0.84), (0.46, 0.9), (0.6, 0.98))
    for x, y, colour in ((0.56, 0.82, ORANGE), (0.48, 0.89, PLUM), (0.57, 0.96, RED)):
        b.shape(colour, (x - 0.05, y - 0.03), (x + 0.05, y + 0.03), (x + 0.05, y - 0.03), (x - 0.05, y + 0.03))


def _owl(b: Brush) -> None:
    b.oval(0.5, 0.56, 0.27, 0.33, WOOD)
    b.shape(WOOD, (0.25, 0.36), (0.27, 0.16), (0.44, 0.28))
    b.shape(WOOD, (0.75, 0.36), (0.73, 0.16), (0.56, 0.28))
    b.oval(0.5, 0.68, 0.17, 0.2, CREAM)
    for row in range(4):
        for col in range(4 - row % 2):
            b.line(
                WOOD,
                0.012,
                (0.38 + col * 0.08 + row % 2 * 0.04, 0.58 + row * 0.07),
                (0.4 + col * 0.08 + row % 2 * 0.04, 0.61 + row * 0.07),
                (0.42 + col * 0.08 + row % 2 * 0.04, 0.58 + row * 0.07),
            )
    for x in (0.39, 0.61):
        b.oval(x, 0.4, 0.1, 0.1, WHITE)
        b.oval(x, 0.4, 0.065, 0.065, GOLD)
        b.oval(x, 0.4, 0.035, 0.035, INK)
    b.shape(ORANGE, (0.47, 0.45), (0.53, 0.45), (0.5, 0.53))
    b.line((92, 62, 40), 0.04, (0.1, 0.9), (0.9, 0.88))


def _boat(b: Brush) -> None:
    b.box(0.0, 0.76, 1.0, 1.0, (58, 120, 160))
    for row in range(4):
        for col in range(7):
            x, y = col * 0.16 + row % 2 * 0.08, 0.81 + row * 0.055
            b.line((150, 200, 220), 0.008, (x, y), (x + 0.03, y - 0.012), (x + 0.06, y))
    b.shape(WOOD, (0.18, 0.68), (0.84, 0.68), (0.72, 0.82), (0.28, 0.82))
    b.box(0.485, 0.14, 0.505, 0.68, INK)
    b.shape(WHITE, (0.51, 0.16), (0.8, 0.62), (0.51, 0.62))
    b.shape(ORANGE, (0.475, 0.22), (0.24, 0.62), (0.475, 0.62))
    b.shape(RED, (0.49, 0.14), (0.6, 0.1), (0.49, 0.07))
    for x in (0.34, 0.5, 0.66):
        b.oval(x, 0.74, 0.025, 0.025, CREAM)


def _cactus(b: Brush) -> None:
    b.box(0.42, 0.2, 0.58, 0.72, LEAF, 0.08)
    b.line(LEAF, 0.09, (0.58, 0.5), (0.74, 0.5), (0.74, 0.32))
    b.line(LEAF, 0.09, (0.42, 0.58), (0.26, 0.58), (0.26, 0.42))
    b.oval(0.74, 0.32, 0.045, 0.045, LEAF)
    b.oval(0.26, 0.42, 0.045, 0.045, LEAF)
    for x in (0.46, 0.5, 0.54):
        for step in range(8):
            b.line(CREAM, 0.008, (x, 0.26 + step * 0.055), (x + 0.014, 0.275 + step * 0.055))
    b.oval(0.5, 0.19, 0.05, 0.04, (226, 96, 140))
    b.shape((186, 104, 70), (0.3, 0.68), (0.7, 0.68), (0.64, 0.92), (0.36, 0.92))
    b.box(0.28, 0.66, 0.72, 0.73, (160, 84, 56), 0.01)


def _balloon(b: Brush) -> None:
    b.oval(0.5, 0.4, 0.28, 0.3, RED)
    b.oval(0.5, 0.4, 0.19, 0.3, CREAM)
    b.oval(0.5, 0.4, 0.1, 0.3, TEAL)
    b.shape(RED, (0.32, 0.62), (0.68, 0.62), (0.56, 0.74), (0.44, 0.74))
    b.line(INK, 0.008, (0.45, 0.73), (0.46, 0.82))
    b.line(INK, 0.008, (0.55, 0.73), (0.54, 0.82))
    b.box(0.44, 0.81, 0.56, 0.92, WOOD, 0.01)
    for row in range(3):
        b.line(GOLD, 0.008, (0.45, 0.835 + row * 0.03), (0.55, 0.835 + row * 0.03))


def _guitar(b: Brush) -> None:
    b.oval(0.36, 0.68, 0.2, 0.2, ORANGE)
    b.oval(0.5, 0.54, 0.15, 0.15, ORANGE)
    b.oval(0.42, 0.62, 0.075, 0.075, INK)
    b.ring(0.42, 0.62, 0.09, 0.012, CREAM)
    b.line(WOOD, 0.06, (0.5, 0.54), (0.8, 0.24))
    b.line((92, 62, 40), 0.085, (0.8, 0.24), (0.89, 0.15))
    for shift in (-0.012, 0.0, 0.012):
        b.line(CREAM, 0.004, (0.3 + shift, 0.74 + shift), (0.84 + shift, 0.2 + shift))
    for step in range(6):
        b.line(
            GREY, 0.008, (0.55 + step * 0.045, 0.465 - step * 0.045), (0.58 + step * 0.045, 0.495 - step * 0.045)
        )


def _tent(b: Brush) -> None:
    b.shape(ORANGE, (0.1, 0.84), (0.5, 0.26), (0.9, 0.84))
    b.shape((186, 86, 40), (0.5, 0.26), (0.9, 0.84), (0.66, 0.84))
    b.shape(INK, (0.38, 0.84), (0.5, 0.46), (0.6, 0.84))
    b.line(CREAM, 0.01, (0.5, 0.26), (0.5, 0.46))
    b.line(GREY, 0.006, (0.1, 0.84), (0.03, 0.92))
    b.line(GREY, 0.006, (0.9, 0.84), (0.97, 0.92))
    for x, colour in ((0.2, RED), (0.26, GOLD), (0.23, ORANGE)):
        b.shape(colour, (x - 0.04, 0.94), (x + 0.04, 0.94), (x, 0.8))
    b.dots((255, 250, 220), 0.5, 0.14, 0.42, 20, 0.006)


def _mushroom(b: Brush) -> None:
    b.box(0.41, 0.48, 0.59, 0.86, CREAM, 0.06)
    b.oval(0.5, 0.46, 0.32, 0.2, RED)
    b.box(0.18, 0.47, 0.82, 0.52, (236, 206, 170), 0.02)
    for x, y, r in (
        (0.36, 0.38, 0.04),
        (0.52, 0.33, 0.05),
        (0.66, 0.4, 0.04),
        (0.44, 0.43, 0.025),
        (0.6, 0.3, 0.02),
        (0.27, 0.44, 0.02),
    ):
        b.oval(x, y, r, r * 0.8, WHITE)
    for x in (0.16, 0.24, 0.68, 0.76, 0.84):
        b.shape(LEAF, (x, 0.88), (x + 0.02, 0.74), (x + 0.04, 0.88))


def _bicycle(b: Brush) -> None:
    for x in (0.28, 0.72):
        b.ring(x, 0.66, 0.17, 0.022, INK)
        for turn in range(8):
            angle = turn * math.pi / 4
            b.line(GREY, 0.005, (x, 0.66), (x + 0.16 * math.cos(angle), 0.66 + 0.16 * math.sin(angle)))
    b.line(TEAL, 0.024, (0.28, 0.66), (0.4, 0.42), (0.64, 0.42), (0.5, 0.66), (0.28, 0.66))
    b.line(TEAL, 0.024, (0.5, 0.66), (0.38, 0.38))
    b.line(TEAL, 0.024, (0.72, 0.66), (0.62, 0.34), (0.7, 0.32))
    b.box(0.32, 0.34, 0.45, 0.38, WOOD, 0.02)
    b.box(0.66, 0.38, 0.84, 0.5, (196, 150, 96), 0.02)
    b.oval(0.72, 0.36, 0.04, 0.04, RED)
    b.oval(0.79, 0.36, 0.04, 0.04, GOLD)


def _blank(b: Brush) -> None:
    b.oval(0.5, 0.5, 0.3, 0.3, (228, 230, 236))
    b.shape(
        (190, 194, 204),
        (0.5, 0.28),
        (0.56, 0.44),
        (0.72, 0.5),
        (0.56, 0.56),
        (0.5, 0.72),
        (0.44, 0.56),
        (0.28, 0.5),
        (0.44, 0.44),
    )


MOTIFS: dict[str, Callable[[Brush], None]] = {
    "lighthouse": _lighthouse, "teapot": _teapot, "badger": _badger, "garden": _garden, "snail": _snail,
    "kite": _kite, "owl": _owl, "boat": _boat, "cactus": _cactus, "balloon": _balloon, "guitar": _guitar,
    "tent": _tent, "mushroom": _mushroom, "bicycle": _bicycle, "blank": _blank,
}  # fmt: skip
"""Every motif by name."""
