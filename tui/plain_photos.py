"""The linear dialogue's page for pictures."""

from __future__ import annotations

import asyncio

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey import album
from privacy_check.journey.flow import Place
from privacy_check.journey.given_path import given_paths
from privacy_check.journey.sitting import Journey
from privacy_check.sentences import say
from tui.dialogue import BACK, Dialogue, Went

MOST_TOLD = 20


async def photos(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Looks into pictures one path after the other, and makes clean copies when asked."""
    talk.heading(say("album.heading"), say("album.lead"))
    while line := talk.ask(say("album.plain_path")):
        paths = given_paths(line)
        try:
            told = await asyncio.to_thread(album.Album(paths).read, journey)
            if not told:
                talk.say(say("album.none"))
                continue
            for one in told[:MOST_TOLD]:
                talk.say(say("album.line", name=one.name, state=album.state(one)), *one.told)
            if len(told) > MOST_TOLD:
                talk.say(say("album.more", count=len(told) - MOST_TOLD))
            talk.say(say("album.questions"), *album.questions())
            if any(one.read for one in told) and not journey.safer and talk.sure(say("album.plain_clean")):
                folder = album.folder_for_copies()
                copied = await asyncio.to_thread(album.Album(paths, folder).read, journey)
                talk.say(*album.of_copies(copied, folder))
        except PrivacyCheckError as error:
            talk.say(error.message, error.hint)
    return BACK
