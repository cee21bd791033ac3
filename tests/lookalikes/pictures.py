"""Invented pictures: scenes and portraits with grain, drawn avatars, and what copies do to them.

Nothing here shows anybody: every shape is drawn from a seed.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

SIDE = 320
Edit = Callable[[Image.Image, random.Random], Image.Image]


def _clouds(chance: np.random.Generator, side: int, slope: float) -> np.ndarray:
    """Noise whose strength falls with its frequency, as in photographs, 0..1."""
    waves = np.fft.fftfreq(side)
    strength = np.hypot(*np.meshgrid(waves, waves))
    strength[0, 0] = 1
    spectrum = np.fft.fft2(chance.normal(size=(side, side))) / strength**slope
    spectrum[0, 0] = 0
    field = np.fft.ifft2(spectrum).real
    return (field - field.min()) / (np.ptp(field) + 1e-9)


def photo(seed: int) -> Image.Image:
    """A portrait before something, or a landscape, with light, grain and soft edges."""
    chance = np.random.default_rng(seed)
    pick = random.Random(seed)
    layers = np.stack([_clouds(chance, SIDE, pick.uniform(1.0, 1.7)) for _ in range(3)], axis=2)
    tint = chance.uniform(40, 215, size=3)
    ground = layers * pick.uniform(50, 150) + tint - 50
    image = Image.fromarray(np.clip(ground, 0, 255).astype(np.uint8))
    (_portrait if pick.random() < 0.6 else _landscape)(image, pick)
    light = np.linspace(pick.uniform(0.7, 1), pick.uniform(0.8, 1.2), SIDE)[None, :, None]
    grain = _clouds(chance, SIDE, 0.6)[:, :, None] * 40 - 20
    pixels = (
        np.asarray(image.filter(ImageFilter.GaussianBlur(pick.uniform(0.5, 1.2))), dtype=float) * light + grain
    )
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _tone(pick: random.Random, low: int = 20, high: int = 235) -> tuple[int, int, int]:
    return (pick.randint(low, high), pick.randint(low, high), pick.randint(low, high))


def _portrait(image: Image.Image, pick: random.Random) -> None:
    draw = ImageDraw.Draw(image)
    for _ in range(pick.randint(2, 7)):
        x, y = pick.randint(0, SIDE), pick.randint(0, SIDE)
        draw.rectangle((x, y, x + pick.randint(15, 120), y + pick.randint(15, 150)), fill=_tone(pick))
    x, y, size = pick.randint(110, 210), pick.randint(100, 170), pick.randint(45, 85)
    skin = (pick.randint(90, 240), pick.randint(60, 190), pick.randint(40, 160))
    draw.ellipse((x - size * 2, y + size, x + size * 2, y + size * 5), fill=_tone(pick))
    draw.ellipse(
        (x - size - 12, y - size * 1.5, x + size + 12, y + size * pick.uniform(0.2, 1.4)),
        fill=_tone(pick, 10, 150),
    )
    draw.ellipse((x - size, y - size * 1.2, x + size, y + size * 1.3), fill=skin)
    gap, eye = size * pick.uniform(0.3, 0.5), max(3, size // 9)
    for side in (-1, 1):
        draw.ellipse((x + side * gap - eye, y - eye, x + side * gap + eye, y + eye), fill=(30, 25, 20))
        draw.line(
            (x + side * gap - eye * 2, y - eye * 3, x + side * gap + eye * 2, y - eye * 3),
            fill=(60, 40, 30),
            width=3,
        )
    draw.arc(
        (x - size * 0.5, y + size * 0.2, x + size * 0.5, y + size * 0.8), 10, 170, fill=(150, 40, 50), width=4
    )
    for _ in range(pick.randint(4, 14)):
        a, b = x + pick.randint(-2 * size, 2 * size), y + size * 2 + pick.randint(0, 100)
        draw.ellipse((a, b, a + pick.randint(4, 22), b + pick.randint(4, 22)), fill=_tone(pick))


def _landscape(image: Image.Image, pick: random.Random) -> None:
    draw = ImageDraw.Draw(image)
    horizon = pick.randint(90, 230)
    for step in range(3):
        heights = [horizon + step * 30 + pick.randint(-30, 30) for _ in range(9)]
        points = [(n * SIDE // 8, height) for n, height in enumerate(heights)]
        if pick.random() < 0.7:
            draw.polygon([(0, SIDE), *points, (SIDE, SIDE)], fill=_tone(pick, 20, 180))
    for _ in range(pick.randint(6, 26)):
        x, y, size = pick.randint(0, SIDE), pick.randint(horizon, SIDE), pick.randint(5, 36)
        shape = pick.choice((draw.ellipse, draw.rectangle))
        shape((x, y - size, x + size, y + size * pick.uniform(0.2, 1)), fill=_tone(pick))


def drawn(seed: int, pack: int = 0) -> Image.Image:
    """A flat avatar put together from the parts of one pack, as avatar makers do."""
    pick = random.Random(f"{pack}-{seed}")
    image = Image.new("RGB", (SIDE, SIDE), _tone(pick, 90, 245))
    draw = ImageDraw.Draw(image)
    skin = pick.choice(((255, 219, 180), (237, 185, 138), (208, 139, 91), (174, 93, 41), (97, 67, 53)))
    hair, shirt = _tone(pick, 20, 200), _tone(pick, 40, 230)
    if pack % 2:
        draw.rectangle((90, 230, 230, SIDE), fill=shirt)
        draw.rounded_rectangle((85, 75, 235, 250), 40, fill=skin)
    else:
        draw.ellipse((50, 225, 270, 440), fill=shirt)
        draw.ellipse((90, 70, 230, 245), fill=skin)
    _hair(draw, pick, hair, skin)
    _face(draw, pick)
    _extras(draw, pick)
    return image


Colour = tuple[int, int, int]


def _hair(draw: ImageDraw.ImageDraw, pick: random.Random, hair: Colour, skin: Colour) -> None:
    style = pick.randrange(6)
    if style == 0:
        draw.pieslice((80, 50, 240, 230), 180, 360, fill=hair)
    elif style == 1:
        draw.rectangle((80, 55, 240, 110), fill=hair)
    elif style == 2:
        draw.polygon([(80, 130), (100, 40), (160, 80), (220, 35), (240, 130), (200, 95), (120, 95)], fill=hair)
    elif style == 3:
        for n in range(6):
            draw.ellipse((70 + n * 26, 45 + abs(n - 3) * 8, 120 + n * 26, 110), fill=hair)
    elif style == 4:
        draw.pieslice((70, 50, 250, 260), 150, 30, fill=hair)
        draw.ellipse((100, 95, 220, 240), fill=skin)


def _face(draw: ImageDraw.ImageDraw, pick: random.Random) -> None:
    eyes = pick.randrange(4)
    for x in (130, 190):
        if eyes == 0:
            draw.ellipse((x - 8, 142, x + 8, 158), fill=(20, 20, 20))
        elif eyes == 1:
            draw.arc((x - 12, 138, x + 12, 162), 200, 340, fill=(20, 20, 20), width=5)
        elif eyes == 2:
            draw.ellipse((x - 14, 138, x + 14, 162), fill="white")
            draw.ellipse((x - 6, 144, x + 6, 158), fill=(40, 70, 120))
        else:
            draw.line((x - 12, 150, x + 12, 150), fill=(20, 20, 20), width=5)
    mouth = pick.randrange(4)
    if mouth == 0:
        draw.arc((130, 175, 190, 215), 10, 170, fill=(120, 30, 30), width=6)
    elif mouth == 1:
        draw.line((135, 200, 185, 200), fill=(120, 30, 30), width=6)
    elif mouth == 2:
        draw.pieslice((130, 175, 190, 220), 0, 180, fill=(150, 40, 40))
    else:
        draw.ellipse((148, 188, 172, 212), fill=(120, 30, 30))


def _extras(draw: ImageDraw.ImageDraw, pick: random.Random) -> None:
    if pick.random() < 0.35:
        for x in (130, 190):
            draw.ellipse((x - 24, 126, x + 24, 174), outline=(30, 30, 30), width=5)
        draw.line((154, 150, 166, 150), fill=(30, 30, 30), width=5)
    if pick.random() < 0.4:
        for n in range(pick.randint(2, 5)):
            draw.rectangle((60, 262 + n * 14, 260, 268 + n * 14), fill=_tone(pick))


def initials(letter: str, seed: int) -> Image.Image:
    """What sites give to people without a picture: a letter on a plain ground."""
    pick = random.Random(seed)
    image = Image.new("RGB", (SIDE, SIDE), _tone(pick, 40, 200))
    ImageDraw.Draw(image).text((110, 60), letter, fill="white", font_size=180)
    return image


def nobody(shade: int = 200) -> Image.Image:
    """The grey figure of an account without a picture."""
    image = Image.new("RGB", (SIDE, SIDE), (shade,) * 3)
    draw = ImageDraw.Draw(image)
    draw.ellipse((105, 60, 215, 170), fill=(245, 245, 245))
    draw.ellipse((50, 190, 270, 420), fill=(245, 245, 245))
    return image


def as_bytes(image: Image.Image, quality: int = 88) -> bytes:
    """The picture as a JPEG."""
    stream = io.BytesIO()
    image.convert("RGB").save(stream, "JPEG", quality=quality)
    return stream.getvalue()


def _cut(image: Image.Image, share: float, x: float = 0.5, y: float = 0.5) -> Image.Image:
    wide, high = int(image.width * share), int(image.height * share)
    left, top = int((image.width - wide) * x), int((image.height - high) * y)
    return image.crop((left, top, left + wide, top + high))


def _free_cut(low: float, high: float) -> Edit:
    return lambda image, chance: _cut(image, chance.uniform(low, high), chance.random(), chance.random())


def _turned(degrees: float) -> Edit:
    def edit(image: Image.Image, chance: random.Random) -> Image.Image:
        wide = image.rotate(chance.choice((-1, 1)) * degrees, Image.Resampling.BICUBIC)
        return _cut(wide, 0.9 if degrees < 4 else 0.82)

    return edit


def _circle(image: Image.Image, chance: random.Random) -> Image.Image:
    mask = Image.new("L", image.size)
    ImageDraw.Draw(mask).ellipse((0, 0, *image.size), fill=255)
    return Image.composite(image, Image.new("RGB", image.size, chance.choice(("white", "black"))), mask)


def _bordered(share: float, colour: str) -> Edit:
    return lambda image, chance: ImageOps.expand(image, int(image.width * share), colour)


def _screenshot(ground: str, ink: str) -> Edit:
    def edit(image: Image.Image, chance: random.Random) -> Image.Image:
        page = Image.new("RGB", (400, 640), ground)
        draw = ImageDraw.Draw(page)
        side = chance.choice((200, 260, 320))
        page.paste(image.resize((side, side)), (chance.randint(10, 390 - side), chance.randint(60, 160)))
        draw.text((12, 8), "12:41            5G  87%", fill=ink, font_size=18)
        for line in range(4):
            draw.text((30, 500 + line * 30), "Posts   Followers   About", fill=ink, font_size=18)
        return page

    return edit


def _text(image: Image.Image, chance: random.Random) -> Image.Image:
    changed = image.copy()
    ImageDraw.Draw(changed).text((20, chance.choice((20, 240))), "new account", fill="white", font_size=44)
    return changed


def _sticker(image: Image.Image, chance: random.Random) -> Image.Image:
    changed = image.copy()
    draw = ImageDraw.Draw(changed)
    x, y, size = chance.randint(0, 210), chance.randint(0, 210), chance.randint(60, 100)
    draw.ellipse((x, y, x + size, y + size), fill=(255, 210, 40), outline="black", width=4)
    draw.ellipse((x + size // 4, y + size // 3, x + size // 4 + 10, y + size // 3 + 12), fill="black")
    draw.ellipse((x + size // 2, y + size // 3, x + size // 2 + 10, y + size // 3 + 12), fill="black")
    return changed


def _badge(image: Image.Image, chance: random.Random) -> Image.Image:
    changed = image.copy()
    ImageDraw.Draw(changed).ellipse((225, 225, 310, 310), fill=(30, 120, 240), outline="white", width=6)
    return changed


def _ring(image: Image.Image, chance: random.Random) -> Image.Image:
    changed = image.copy()
    ImageDraw.Draw(changed).ellipse((4, 4, 316, 316), outline=_tone(chance), width=14)
    return changed


def _tinted(image: Image.Image, chance: random.Random) -> Image.Image:
    return Image.blend(image, Image.new("RGB", image.size, _tone(chance)), 0.35)


def _again(quality: int) -> Edit:
    return lambda image, chance: Image.open(io.BytesIO(as_bytes(image, quality)))


def _both(*edits: Edit) -> Edit:
    def edit(image: Image.Image, chance: random.Random) -> Image.Image:
        for one in edits:
            image = one(image, chance)
        return image

    return edit


def _mirror(image: Image.Image, chance: random.Random) -> Image.Image:
    return ImageOps.mirror(image)


EDITS: dict[str, Edit] = {
    "compressed": _again(30),
    "small": lambda image, chance: image.resize((64, 64)),
    "brighter": lambda image, chance: ImageEnhance.Brightness(image).enhance(chance.uniform(0.6, 1.45)),
    "contrast": lambda image, chance: ImageEnhance.Contrast(image).enhance(chance.uniform(0.5, 1.7)),
    "grey": lambda image, chance: ImageOps.grayscale(image).convert("RGB"),
    "tinted": _tinted,
    "blurred": lambda image, chance: image.filter(ImageFilter.GaussianBlur(2.5)),
    "mirrored": _mirror,
    "middle 10": lambda image, chance: _cut(image, 0.9),
    "middle 30": lambda image, chance: _cut(image, 0.7),
    "free cut large": _free_cut(0.8, 0.97),
    "free cut small": _free_cut(0.65, 0.8),
    "turned 3": _turned(3),
    "turned 8": _turned(8),
    "circle": _circle,
    "border": _bordered(0.12, "black"),
    "screenshot light": _screenshot("white", "black"),
    "screenshot dark": _screenshot("#111111", "#dddddd"),
    "text": _text,
    "sticker": _sticker,
    "badge": _badge,
    "ring": _ring,
    "mirrored, cut, compressed": _both(_mirror, _free_cut(0.75, 0.95), _again(45)),
    "border, text": _both(_bordered(0.08, "white"), _text, _again(60)),
}
UNSEEN_EDITS: dict[str, Edit] = {
    # Not looked at while the thresholds were chosen.
    "squeezed": lambda image, chance: image.resize((image.width, int(image.height * 0.85))),
    "old film": lambda image, chance: ImageOps.posterize(ImageEnhance.Color(image).enhance(0.3), 4),
    "turned and cut": _both(_turned(12), _free_cut(0.8, 0.95)),
    "stretched border": _both(_free_cut(0.85, 0.95), _bordered(0.2, "#8899aa"), _again(55)),
    "noisy": lambda image, chance: Image.fromarray(
        np.clip(
            np.asarray(image, dtype=float)
            + np.random.default_rng(chance.randrange(10**6)).normal(0, 18, (image.height, image.width, 3)),
            0,
            255,
        ).astype(np.uint8)
    ),
}
"""Each edit of the second kind appears only in the half that is kept for reporting."""
