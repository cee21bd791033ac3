"""Runs our own scripts beside a page's, in a world where nothing the page redefined can reach them."""

from __future__ import annotations

from typing import Any

from scanners.browser import OpenPage

_WORLD = "reader"


async def world(opened: OpenPage, frame: str = "") -> int:
    """The number of our world in a frame of the page (its own one when none is named)."""
    made = await opened.session.send(
        "Page.createIsolatedWorld",
        {"frameId": frame or opened.frame, "worldName": _WORLD, "grantUniveralAccess": False},
    )
    return int(made["executionContextId"])


async def evaluate(opened: OpenPage, expression: str, frame: str = "") -> Any:
    """What an expression comes to in our world; a promise is waited for. None when it throws."""
    answer = await opened.session.send(
        "Runtime.evaluate",
        {
            "expression": expression,
            "contextId": await world(opened, frame),
            "awaitPromise": True,
            "returnByValue": True,
        },
    )
    return answer["result"].get("value")
