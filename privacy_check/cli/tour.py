"""The tour, opened for the app, for the command line, and in lines."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from privacy_check.cli.output import put, say
from privacy_check.errors import UsageError
from privacy_check.sentences import say as words
from privacy_check.training.tour import Audience, Tour

PERSON = "quinn"


@asynccontextmanager
async def opened_tour(audience: Audience = Audience.PERSON) -> AsyncIterator[Tour]:
    """A tour after its first look at the pretend pages. Raises NoBrowser."""
    from privacy_check.cli.bench import bench, somebody
    from privacy_check.training.session import Session
    from scanners.demo import persona, personas

    person = persona(PERSON)
    async with bench(person, personas(), pictured=False) as found:
        first = await found.check()
        yield Tour(Session(somebody(person), 20, found, first, (), found.name_of), audience)


def audience_of(word: str) -> Audience:
    """Whom the tour is for. Raises UsageError for anybody else."""
    try:
        return Audience(word.strip().lower())
    except ValueError:
        raise UsageError(words("tour.nobody", word=word), words("tour.nobody_hint")) from None


def run_tour(audience: Audience, *, plain: bool = False) -> None:
    """The tour from the command line, drawn where a terminal can."""
    if plain or not (sys.stdin.isatty() and sys.stdout.isatty()):
        from tui.training.tour import run_plain_tour

        asyncio.run(run_plain_tour(opened_tour(audience), input, lambda text: put(text or " ")))
        return
    from tui.training.tour import TourApp

    TourApp(lambda: opened_tour(audience)).run()
    say(words("tour.ended"))
