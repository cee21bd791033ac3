"""The linear dialogue's page for data archives."""

from __future__ import annotations

import asyncio
from pathlib import Path

from privacy_check.errors import PrivacyCheckError
from privacy_check.journey import importing
from privacy_check.journey.flow import Place
from privacy_check.journey.given_path import given_paths
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views import archives as view
from privacy_check.sentences import say
from privacy_check.time_left import TimeLeft
from tui.dialogue import AGAIN, BACK, Dialogue, Went
from tui.interrupting import interrupted_by


async def archives(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Names files one after the other, then reads them; Ctrl-C stops, and then nothing was changed."""
    talk.heading(say("importing.heading"), say("importing.lead"))
    steps = view.archives(journey, place.subject, (), pictures=False).steps
    talk.say(say("importing.ask") if steps else "")
    talk.steps(steps)
    paths: list[Path] = []
    while line := talk.ask(say("importing.plain_path" if paths else "importing.plain_first")):
        for path in given_paths(line):
            refused = view.refused(path, paths)
            talk.say(refused or path.name)
            paths += [] if refused else [path]
    if not paths:
        return BACK
    pictures = journey.toolkit.read_archive_pictures is not None and talk.sure(say("importing.plain_pictures"))
    talk.say(say("importing.plain_reading"))
    asked = importing.Import(paths, pictures, lambda words: talk.say(words), TimeLeft(between=10.0))
    try:
        with interrupted_by(asked.stop):
            found = await asyncio.to_thread(importing.read, journey, asked)
        taken = importing.take_up(journey, found, place.subject) if found is not None else None
    except PrivacyCheckError as error:
        talk.say(error.message, error.hint)
        return AGAIN
    finally:
        asked.stop()
    talk.say(*(taken.says if taken is not None else (say("importing.stopped"),)))
    return BACK
