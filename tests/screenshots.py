"""The pictures of the documentation, drawn by the app itself: `python -m tests.screenshots [--write] [NAME ...]`.

Every picture is a screen of an invented person, as SVG, in `docs/pictures/`. Without `--write` they are listed.
The lettering a picture asks for is taken from the reader's computer: nothing is loaded from elsewhere.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from tests.tui.driving import Driver, open_page, sitting
from tests.tui.test_snapshots import the_requests, with_rooms

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
SIZE = (92, 28)
STILL = {"TEXTUAL_ANIMATIONS": "none", "PRIVACY_CHECK_ASCII": "0"}

Step = Callable[[Driver], Awaitable[None]]


def keys(*pressed: str) -> Step:
    """Presses keys from the first page on."""

    async def press(driver: Driver) -> None:
        await driver.press(*pressed)
        await driver.settle()

    return press


def page(name: str, *pressed: str) -> Step:
    """A page that lies behind the results of a finished check."""

    async def opening(driver: Driver) -> None:
        await open_page(driver, name)
        await driver.press(*pressed)

    return opening


SHOTS: dict[str, Step] = {
    "welcome": keys(),
    "before-you-begin": keys("enter"),
    "accounts": keys("enter", "enter"),
    "about-me": keys("enter", "enter", "f3"),
    "results": page("results"),
    "findings": page("findings"),
    "what-closes": page("what_if"),
    "plan": page("plan"),
    "requests": the_requests,
}


async def drawn(step: Step) -> str:
    """The screen a step leads to, as SVG that stands alone."""
    async with sitting(with_rooms(), size=SIZE) as driver:
        await step(driver)
        return alone(driver.app.export_screenshot(title="privacy-check"))


def alone(picture: str) -> str:
    """The picture with the lettering of the reader's computer in place of that of another."""
    picture = re.sub(r"<!--.*?-->\s*", "", picture, flags=re.DOTALL)
    picture = re.sub(r"@font-face\s*\{.*?\}\s*", "", picture, flags=re.DOTALL)
    return picture.replace("Fira Code", "Consolas, Menlo, DejaVu Sans Mono")


def main(arguments: Sequence[str]) -> int:
    """Draws the pictures that are named, or all."""
    named = [name for name in arguments if not name.startswith("-")] or list(SHOTS)
    if "--write" not in arguments:
        print(*SHOTS, sep="\n")
        return 0
    FOLDER.mkdir(exist_ok=True)
    os.environ.pop("NO_COLOR", None)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(STILL, HOME=home, PRIVACY_CHECK_HOME=home)
        for name in named:
            path = FOLDER / f"{name}.svg"
            path.write_text(asyncio.run(drawn(SHOTS[name])), "utf-8")
            print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
