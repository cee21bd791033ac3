"""Pictures of pretend pages, by a browser that reaches this computer's pretend network and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from scanners.browser import failures, launch
from scanners.demo.places import sites
from scanners.egress import AllowList, Ledger
from scanners.relay import Relay

PAGE = (780, 1300)
"""Width and height of a picture of a page, in pixels."""
SECONDS = 15.0
LOADING_SECONDS = 5.0
QUALITY = 70
SHARPNESS = 1.5


@dataclass
class Camera:
    """A browser that is open for pictures."""

    context: Any

    async def picture(self, url: str, size: tuple[int, int] = PAGE) -> bytes | None:
        """A JPEG of what stands at the address, the top of it; None when it could not be taken."""
        return await self._taken(url, size, {"type": "jpeg", "quality": QUALITY})

    async def png(self, url: str, size: tuple[int, int], ready: str) -> bytes | None:
        """The same as PNG, once there is something on the page that the selector `ready` fits."""
        return await self._taken(url, size, {"type": "png"}, ready)

    async def _taken(self, url: str, size: tuple[int, int], how: dict[str, Any], ready: str = "") -> bytes | None:
        gone: tuple[type[Exception], ...] = (TimeoutError, *failures())
        try:
            async with asyncio.timeout(SECONDS):
                page = await self.context.new_page()
                try:
                    await page.set_viewport_size({"width": size[0], "height": size[1]})
                    with suppress(*failures()):  # A page that never finishes loading is pictured as it stands.
                        await page.goto(url, wait_until="load", timeout=LOADING_SECONDS * 1000)
                    if ready:
                        await page.wait_for_selector(ready, timeout=LOADING_SECONDS * 1000)
                    return bytes(await page.screenshot(**how))
                finally:
                    await page.close()
        except gone:
            return None


@asynccontextmanager
async def camera(port: int, more_hosts: Sequence[str] = ()) -> AsyncIterator[Camera]:
    """Opens the browser for the pretend network at that port. Raises NoBrowser when there is none."""
    allow = AllowList.for_hosts([*(f"{name}.localhost:{port}" for name in sites()), *more_hosts])
    async with launch(Ledger(), guarded=False) as running, Relay(allow, lambda *_: None) as relay:
        context = await running.browser.new_context(
            proxy={"server": relay.url, "bypass": "<-loopback>"},
            service_workers="block",
            accept_downloads=False,
            device_scale_factor=SHARPNESS,
        )
        try:
            yield Camera(context)
        finally:
            with suppress(TimeoutError, *failures()):
                async with asyncio.timeout(SECONDS):
                    await context.close()
