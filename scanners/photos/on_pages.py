"""What a site left in the files of the pictures on a person's own page: looked into in memory, on request."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from urllib.parse import urljoin

from privacy_check.model import Account, Finding, ProfileView
from privacy_check.ports import PicturesRead
from privacy_check.sentences import say
from scanners.photos.judged import findings
from scanners.photos.read import read_photo

AT_ONCE = 3


async def look_into(view: ProfileView, fetch: Callable[[Account, str], Awaitable[bytes | None]]) -> PicturesRead:
    """What the files of the view's pictures give away; `item` of a finding says which picture, from 0.

    `fetch` gets a picture from the account's own platform, None when it cannot be had. Nothing is kept.
    """
    room = asyncio.Semaphore(AT_ONCE)

    async def one(number: int, url: str) -> list[Finding] | None:
        async with room:
            data = await fetch(view.account, urljoin(view.account.url, url))
        if not data:
            return None
        reading = await asyncio.to_thread(read_photo, data)
        if not reading.readable:
            return None
        return [replace(item, item=number) for item in findings(reading)]

    told = await asyncio.gather(*(one(number, shot.url) for number, shot in enumerate(view.pictures)))
    missed = sum(found is None for found in told)
    warnings = (say("photos.on_page.missed", count=missed),) if missed else ()
    return PicturesRead(tuple(item for found in told for item in found or ()), len(told) - missed, warnings)
