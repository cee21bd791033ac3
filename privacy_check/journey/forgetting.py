"""Looking for forgotten accounts in a sitting: the person's own handles, asked only when they say so."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from privacy_check.errors import PrivacyCheckError
from privacy_check.files import write_private
from privacy_check.forgotten import MOST_HANDLES, SiteAnswer, SiteWish, Topic, key, own_handles
from privacy_check.journey.reporting import not_saved
from privacy_check.journey.sitting import Journey
from privacy_check.letters import Wish, as_text, draft
from privacy_check.sentences import say


@dataclass(frozen=True, slots=True)
class SoFar:
    """How far the asking is."""

    done: int
    total: int
    found: int

    @property
    def words(self) -> str:
        """A sentence for it."""
        return say("accounts.said.progress", done=self.done, total=self.total, found=self.found)


def may_ask(journey: Journey) -> bool:
    """True where sites can be asked: for somebody invented only pretend ones, as real people may bear the name."""
    return journey.toolkit.ask_sites is not None and (journey.invented is None) != journey.toolkit.pretend


def handles_of(journey: Journey) -> tuple[str, ...]:
    """The handles of the accounts on the list, each once; numbers and paths are none."""
    found: list[str] = []
    for entry in journey.accounts.mine:
        try:
            found += own_handles([entry.account.handle.rpartition("/")[2]], stated=True)
        except PrivacyCheckError:
            continue
    return tuple(dict.fromkeys(handle for handle in found if not handle.isdecimal()))[:MOST_HANDLES]


async def ask(journey: Journey, words: str, topics: frozenset[Topic]) -> AsyncIterator[SoFar]:
    """Asks the sites; what they answered before and was certain is not asked again. It may be left at any time.

    Raises NotYours, UsageError or PrivacyCheckError with a sentence.
    """
    if journey.toolkit.ask_sites is None or not may_ask(journey):
        raise PrivacyCheckError(say("forgotten.not_here"))
    handles = own_handles(words.replace(",", " ").split(), stated=journey.stated)
    known = {name: answer for name, answer in journey.sites.items() if answer.outcome.conclusive}
    run = journey.toolkit.ask_sites(SiteWish(handles, None, topics, known))
    done = found = 0
    async for answer in run.events():
        journey.sites[key(answer.site.id, answer.account.handle)] = answer
        done += 1
        found += answer.outcome.seen
        yield SoFar(done, run.total, found)


def write_letter(journey: Journey, answer: SiteAnswer, folder: Path) -> Path:
    """A draft that asks the site to erase the account, in a file for this person alone. Nothing is sent."""
    day: date = journey.toolkit.clock.now().date()
    letter = draft(answer.account, answer.site.name, Wish.ERASE, day)
    name = "".join(sign if sign.isalnum() else "-" for sign in answer.site.id)[:60] or "site"
    path = folder / f"letter-{name}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_private(path, as_text(letter))
    except OSError as error:
        raise not_saved(error) from None
    return path


def found(journey: Journey) -> Sequence[SiteAnswer]:
    """Where an account with the handle was seen."""
    return [answer for answer in journey.sites.values() if answer.outcome.seen]
