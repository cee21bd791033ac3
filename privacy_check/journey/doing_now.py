"""Doing one fix: the mark, the look that follows it at once, and what is so before and after."""

from __future__ import annotations

from dataclasses import dataclass

from privacy_check.journey.look_again import Tell, look_again
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views.do_now import DoNowView, Row, before_and_after, mark
from privacy_check.sentences import say


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a fix: each thing before and after, and sentences on what could not be looked at."""

    rows: tuple[Row, ...] = ()
    said: tuple[str, ...] = ()


async def done_and_looked(journey: Journey, shown: DoNowView, tell: Tell) -> Came:
    """Marks the fix as done and looks again at its accounts at once.

    Raises PrivacyCheckError when the mark cannot be kept or nothing at all can be looked at.
    """
    before, step = journey.assessment, shown.step
    if before is None or step is None:
        return Came()
    mark(journey, shown, "done")
    looked = await look_again(journey, shown.keys, tell)
    own_word = () if shown.keys else (say("do_now.own_word"),)
    return Came(before_and_after(before, journey, step, looked.seen), (*looked.said, *own_word))
