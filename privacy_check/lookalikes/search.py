"""Looking for copies: pages the person names, and guesses made of their own handles, each an ordinary look.

Nothing is kept of what was seen; only a sheet the person asks for is written, elsewhere.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from privacy_check.errors import PrivacyCheckError
from privacy_check.lookalikes.tried import Tried
from privacy_check.model import Account, Candidate, Lens, Outcome, ProfileView
from privacy_check.ports import Collector, Toolkit
from privacy_check.sentences import say

if TYPE_CHECKING:
    from privacy_check.lookalikes.guesses import Guess
    from privacy_check.lookalikes.verdict import Compared

AT_ONCE = 4
ENOUGH = 3
"""Looks in a row that a site did not answer, after which it is left alone."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One page was looked at, the `number`th of `total`."""

    account: Account
    outcome: Outcome
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Suspect:
    """A page that was seen; `change` says how a guessed handle differs, and is empty for a page that was named."""

    view: ProfileView
    change: str
    captured_at: datetime
    page_sum: str

    @property
    def named(self) -> bool:
        """True for a page the person named."""
        return not self.change


@dataclass(frozen=True, slots=True)
class NotSeen:
    """A page with nothing to compare, and why in a sentence; `asked` is False where a site was left alone."""

    account: Account
    outcome: Outcome
    sentence: str
    asked: bool = True
    named: bool = False

    @property
    def may_be_there(self) -> bool:
        """True when a page could not be seen, and may stand there all the same."""
        return not self.outcome.conclusive


@dataclass
class CopySearch:
    """One search for copies of one person. `links` are pages they name; `guess` makes more of their own pages."""

    toolkit: Toolkit
    links: Sequence[Account] = ()
    guess: Callable[[Sequence[ProfileView]], Sequence[Guess]] = lambda own: ()
    tried: Tried = field(default_factory=Tried)

    def __post_init__(self) -> None:
        self.suspects: list[Suspect] = []
        self.not_seen: list[NotSeen] = []
        self.absent = 0
        self.compared: tuple[Compared, ...] = ()
        self.pictures: dict[str, bytes] = {}
        self._unanswered: dict[str, int] = {}
        self._done = 0

    async def run(
        self, collector: Collector, own: Sequence[ProfileView], tell: Callable[[Asked], None]
    ) -> tuple[Candidate, ...]:
        """Looks at every page and compares what was seen with the person's own pages, most worrying first."""
        mine = {view.account.key for view in own}
        todo: list[tuple[Account, str]] = [(account, "") for account in self.links if account.key not in mine]
        named = mine | {account.key for account, _ in todo}
        for guess in self.guess(own):
            if guess.account.key in named:
                continue
            if self.tried.knows(guess.account):
                self.absent += 1
            else:
                todo.append((guess.account, guess.change))
        for view in own:
            await self._fetch(view)
        waiting = iter(todo)

        async def work() -> None:
            for account, change in waiting:
                outcome = await self._look(collector, account, change)
                self._done += 1
                tell(Asked(account, outcome, self._done, len(todo)))

        await asyncio.gather(*(work() for _ in range(AT_ONCE)))
        return await asyncio.to_thread(self.compare, own)

    def compare(self, own: Sequence[ProfileView]) -> tuple[Candidate, ...]:
        """What was seen so far, compared with these pages; a page among them is no suspect any more."""
        from privacy_check.lookalikes.verdict import compare_views

        mine = {view.account.key for view in own}
        views = [suspect.view for suspect in self.suspects if suspect.view.account.key not in mine]
        unseen = [ProfileView(item.account, Lens.PUBLIC, item.outcome) for item in self.not_seen if item.named]
        self.compared = compare_views(own, (*views, *unseen), self.pictures)
        return tuple(item.candidate for item in self.compared)

    def suspect(self, key: str) -> Suspect | None:
        """The page with that account key, where it was seen."""
        return next((one for one in self.suspects if one.view.account.key == key), None)

    def shown_name(self, own: Sequence[ProfileView]) -> str:
        """The name the person's own pages show, or an empty string."""
        names = (view.first("display_name") for view in own)
        return next((name.text for name in names if name is not None), "")

    async def _look(self, collector: Collector, account: Account, change: str) -> Outcome:
        if change and self._unanswered.get(_site(account), 0) >= ENOUGH:
            self.not_seen.append(NotSeen(account, Outcome.BLOCKED, say("searches.left_alone"), asked=False))
            return Outcome.BLOCKED
        try:
            capture = await collector.collect(account, lambda words: None)
            view = await asyncio.to_thread(self.toolkit.extract, capture)
        except PrivacyCheckError as error:
            return self._could_not_see(account, Outcome.ERROR, error.message, change)
        except Exception as error:
            sentence = say("errors.selfcheck.broken", name=type(error).__name__)
            return self._could_not_see(account, Outcome.ERROR, sentence, change)
        if not view.outcome.conclusive:
            return self._could_not_see(account, view.outcome, (*view.evidence, "")[0], change)
        self._unanswered[_site(account)] = 0
        if view.outcome in (Outcome.NOT_FOUND, Outcome.SUSPENDED):
            self.absent += 1
            if change:
                self.tried.note(account)
            else:
                self.not_seen.append(NotSeen(account, view.outcome, say("lookalikes.page.gone"), named=True))
            return view.outcome
        page_sum = hashlib.sha256(capture.html.encode("utf-8", "surrogatepass")).hexdigest()
        await self._fetch(view)
        self.suspects.append(Suspect(view, change, capture.captured_at, page_sum))
        return view.outcome

    def _could_not_see(self, account: Account, outcome: Outcome, sentence: str, change: str) -> Outcome:
        site = _site(account)
        self._unanswered[site] = self._unanswered.get(site, 0) + 1
        self.not_seen.append(NotSeen(account, outcome, sentence, named=not change))
        return outcome

    async def _fetch(self, view: ProfileView) -> None:
        avatar = view.first("avatar")
        if self.toolkit.fetch_picture is None or avatar is None or view.account.key in self.pictures:
            return
        raw = await self.toolkit.fetch_picture(view.account, avatar.text)
        if raw:
            self.pictures[view.account.key] = raw


def _site(account: Account) -> str:
    """What answers for an account: its host."""
    return urlsplit(account.url).netloc or account.platform
