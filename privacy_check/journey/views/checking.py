"""Where each account's look has got to, in words and as a part of the way."""

from __future__ import annotations

from dataclasses import dataclass

from privacy_check.journey.flow import GO_ON
from privacy_check.journey.presenters import outcome_sentence, outcome_words, page_sentences
from privacy_check.journey.sitting import Journey
from privacy_check.journey.terminal_text import tidy
from privacy_check.journey.views.base import Offer
from privacy_check.model import Account, ProfileView
from privacy_check.selfcheck import Failed, Seen
from privacy_check.sentences import say

_STEPS_EXPECTED = 5


@dataclass
class Row:
    """One account: `words` is its state, `note` what came of it, `done` 0..1.

    `page` are sentences on a page that was seen: that it is no profile, and what of it was not read.
    """

    account: Account
    words: str = "waiting"
    note: str = ""
    done: float = 0.0
    steps: int = 0
    unseen: bool = False
    sentence: str = ""
    page: tuple[str, ...] = ()

    def started(self) -> None:
        """The look began."""
        self.words, self.done = say("app.progress.opening"), 0.1

    def step(self, words: str) -> None:
        """The look moved on; it never reads as done before it is."""
        self.words, self.steps = tidy(words, longest=40), self.steps + 1
        self.done = max(self.done, min(0.1 + self.steps / _STEPS_EXPECTED * 0.8, 0.9))

    def seen(self, event: Seen) -> None:
        """The look ended."""
        self._take(event.view, len(event.findings))

    def known(self, view: ProfileView) -> None:
        """It was seen before, or handed in."""
        self._take(view, None)

    def _take(self, view: ProfileView, findings: int | None) -> None:
        self.words, self.note = outcome_words(view)
        self.done, self.unseen = 1.0, not view.outcome.conclusive
        self.sentence = outcome_sentence(view)
        self.page = () if self.unseen else tuple(map(tidy, page_sentences(view)))
        if findings is not None and view.outcome.seen:
            self.note = say("common.things", count=findings)

    def left_out(self) -> None:
        """It is not looked at this time; that is not checked, never safe."""
        self.words, self.note = say("app.progress.left_out"), say("app.progress.not_checked")

    def stopped(self) -> None:
        """The name on the page was not one the person gave."""
        self.words, self.note, self.done = say("app.progress.stopped"), say("app.progress.another_name"), 1.0

    def failed(self, event: Failed) -> None:
        """The look broke."""
        self.words, self.note = say("app.progress.could_not_see"), say("app.progress.something_went_wrong")
        self.done, self.unseen, self.sentence = 1.0, True, tidy(event.sentence)


def after(journey: Journey) -> tuple[Offer, ...]:
    """Where to go once the look is over."""
    prove = [Offer("prove", say("app.prove.heading"))] if journey.stopped else []
    return (
        Offer(GO_ON, say("app.results.heading")),
        Offer("other_way", say("app.keys.look_another_way")),
        *prove,
        Offer("requests", say("plain.pages.requests")),
    )
