"""The same check as a linear dialogue, for screen readers and for terminals that can draw nothing.

    run_plain(toolkit, *, terminal=Terminal(), vault=None, people=(), pretend=None, persona=None,
              start=Start()) -> int

Arguments are those of `tui.app.make_app`. Returns 0 when the person leaves, 130 after Ctrl-C or when input ends.
"""

from __future__ import annotations

import asyncio
import inspect
import os
import shutil
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace

from privacy_check.account_names import account_name
from privacy_check.errors import PrivacyCheckError
from privacy_check.journey import flow, overlay, presenters
from privacy_check.journey.flow import GO_ON, LAST, TOURS, PageId, Place, Turn
from privacy_check.journey.ports import NOTHING_SAID, InventedPerson, Keeper, Pretend, Start
from privacy_check.journey.sitting import Journey
from privacy_check.journey.trouble import readable
from privacy_check.journey.views import checking
from privacy_check.model import Account
from privacy_check.ports import Toolkit
from privacy_check.selfcheck import Failed, Finished, Seen, SelfCheck, Started, Step, Stopped
from privacy_check.sentences import say
from tui import (
    plain_accounts,
    plain_archives,
    plain_findings,
    plain_forgotten,
    plain_groups,
    plain_look_options,
    plain_pages,
    plain_photos,
    plain_picture,
    plain_reflect,
    plain_start,
    plain_walls,
)
from tui.dialogue import BACK, Back, Dialogue, Left, Read, Terminal, Went, Write, went
from tui.interrupting import interrupted_by
from tui.leaving import wipe_terminal
from tui.waiting import more_waits

INTERRUPTED = 130
TERMINAL = Terminal(waiting=more_waits)


def run_plain(
    toolkit: Toolkit,
    *,
    terminal: Terminal = TERMINAL,
    vault: Keeper | None = None,
    people: Sequence[InventedPerson] = (),
    pretend: Pretend | None = None,
    persona: str | None = None,
    start: Start = NOTHING_SAID,
) -> int:
    """Goes the whole way in lines; see the module's docstring."""
    journey = Journey(toolkit, vault=vault, people=people, pretend=pretend)
    journey.start_with(start)
    read, write = terminal.read, terminal.write
    talk = Dialogue(read, write, _hidden(read), width=_width(write), waiting=terminal.waiting)
    way = Way(journey, talk)
    return _run(way, way.go(persona), talk)


def _run(way: Way, path: Awaitable[None], talk: Dialogue) -> int:
    """Runs on a loop of its own, so that Ctrl-C reaches a waiting question at once."""
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(_whole(path))
    except Left:
        if way.quiet:
            wipe_terminal()
        else:
            talk.say(say("plain.plain.goodbye"))
        return 0
    except (KeyboardInterrupt, EOFError):
        talk.say(say("plain.plain.interrupted"))
        return INTERRUPTED
    finally:
        _let_go(loop)
    return 0


async def _whole(way: Awaitable[None]) -> None:
    await way


def _let_go(loop: asyncio.AbstractEventLoop) -> None:
    left = asyncio.all_tasks(loop)
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(asyncio.wait(left))
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()


def _hidden(read: Read) -> Read:
    """What is typed stays unseen on a real terminal; elsewhere it is read like any line."""
    if read is input and sys.stdin.isatty():
        from getpass import getpass

        return getpass
    return read


def _width(write: Write) -> int:
    """How wide the terminal is that lines are written to, 0 where nobody knows."""
    if write is print and (sys.stdout.isatty() or os.environ.get("COLUMNS")):
        return shutil.get_terminal_size().columns
    return 0


Shown = Callable[[Journey, Dialogue, Place], "Went | Awaitable[Went]"]


def _card(journey: Journey, talk: Dialogue, place: Place) -> Went:
    plain_reflect.cards(talk, place.subject)
    return BACK


def _readers(journey: Journey, talk: Dialogue, place: Place) -> Went:
    words, hidden = overlay.laid_over_at(place, journey)
    plain_reflect.three_readers(talk, hidden or words)
    return BACK


def _pack(journey: Journey, talk: Dialogue, place: Place) -> Went:
    plain_reflect.whose(talk)
    return BACK


# Every page but the look and its results, which the way itself tells.
PAGES: dict[PageId, Shown] = {
    PageId.WELCOME: plain_start.welcome,
    PageId.PEOPLE: plain_start.people,
    PageId.SAFER: plain_start.safer,
    PageId.CONSENT: plain_start.consent,
    PageId.KEEP: plain_start.keep,
    PageId.RESUME: plain_start.resume,
    PageId.ABOUT: plain_accounts.about,
    PageId.SITUATION: plain_accounts.situation,
    PageId.ACCOUNTS: plain_accounts.accounts,
    PageId.SUSPECTS: plain_accounts.suspects,
    PageId.LOOK_OPTIONS: plain_look_options.look_options,
    PageId.LOOK_OPTION: plain_look_options.look_option,
    PageId.QUESTIONS: plain_look_options.questions,
    PageId.PROVE: plain_pages.prove,
    PageId.REQUESTS: plain_pages.requests,
    PageId.WALLS: plain_walls.walls,
    PageId.WALL: plain_walls.wall,
    PageId.DO_NOW: plain_walls.do_now,
    PageId.FINDINGS: plain_findings.findings,
    PageId.FINDING: plain_findings.finding,
    PageId.GROUPS: plain_groups.groups,
    PageId.COPIES: plain_pages.copies,
    PageId.PRIVATE: plain_findings.private,
    PageId.WHAT_IF: plain_findings.what_if_page,
    PageId.PLAN: plain_findings.plan,
    PageId.DRAWN: plain_pages.drawn,
    PageId.PICTURE: plain_picture.picture,
    PageId.OWN_PATH: plain_findings.own_path,
    PageId.REPORT: plain_pages.report,
    PageId.CONTACTS: plain_pages.contacts,
    PageId.WORDS: plain_pages.words,
    PageId.REFLECT: lambda journey, talk, place: plain_reflect.topics_page(talk),
    PageId.CARD: _card,
    PageId.READERS: _readers,
    PageId.PACK: _pack,
    PageId.ARCHIVES: plain_archives.archives,
    PageId.PHOTOS: plain_photos.photos,
    PageId.FORGOTTEN: plain_forgotten.forgotten,
}


class Way:
    """The path: each page in lines, and the flow to say which comes next."""

    def __init__(self, journey: Journey, talk: Dialogue) -> None:
        self.journey = journey
        self.talk = replace(talk, unkept=lambda: self.journey.unkept)
        self._own = journey.toolkit
        self._network = AsyncExitStack()
        self._wiped = False
        self._trail = flow.START
        self._looked_at = self._told_at = 0

    @property
    def quiet(self) -> bool:
        """True when nothing of this may stay on the screen."""
        return self._wiped or self.journey.safer

    async def go(self, persona: str | None) -> None:
        """Goes from page to page until the person leaves."""
        try:
            self.talk.say(say("plain.plain.title"), say("plain.dialogue.help"))
            if persona is not None:
                self._trail = (*self._trail, Place(PageId.PEOPLE, persona))
            while True:
                await self._one_page()
        finally:
            await self._network.aclose()

    async def _one_page(self) -> None:
        """One page; b leads one back, and so does an error, with its sentence. Nothing is lost by either."""
        here, state = self._trail[-1], self.journey.state
        self.talk = replace(self.talk, calm=say("paths.watched.calm") if self.journey.safer else "")
        try:
            chosen = await self._show(here)
            await self._prepare(here, chosen)
            move = flow.follow(self.journey.state, here, chosen.choice, chosen.subject, chosen.among)
        except Back:
            move = Turn.BACK
            if len(flow.back(self._trail, state)) == len(self._trail):
                self.talk.say(say("plain.plain.first_page"))
        except PrivacyCheckError as error:
            self.talk.say(error.message, error.hint)
            move = Turn.BACK
        if move in (Turn.LEAVE, Turn.LEAVE_AT_ONCE):
            self._wiped = move is Turn.LEAVE_AT_ONCE
            self._leave()
        self._trail = flow.step(self._trail, move, self.journey.state)
        depth = len(self._trail)
        self._looked_at = self._looked_at if depth >= self._looked_at else 0
        self._told_at = self._told_at if depth >= self._told_at else 0

    def _leave(self) -> None:
        if self._wiped or not self.journey.unkept or self.talk.sure(say("journey.leave.sure")):
            raise Left

    async def _show(self, here: Place) -> Went:
        if here.page is PageId.CHECKING:
            return await self._look()
        if here.page is PageId.RESULTS:
            return self._results()
        page = PAGES[here.page](self.journey, self.talk, here)
        return await page if inspect.isawaitable(page) else page

    async def _prepare(self, here: Place, chosen: Went) -> None:
        """Becomes whoever the next page is about."""
        if here.page is PageId.WELCOME and chosen.choice in ("own", LAST):
            await self._be_self()
        elif here.page is PageId.WELCOME and chosen.choice in TOURS and self.journey.tour is not None:
            from privacy_check.training.tour import Audience
            from tui.training.tour import run_plain_tour

            audience = Audience(TOURS[chosen.choice])
            await run_plain_tour(self.journey.tour(audience), self.talk.read, self.talk.write)
        elif here.page is PageId.SAFER and chosen.choice == "look":
            await self._be_self()
            self.journey.take_safer_way()
        elif here.page is PageId.PEOPLE and chosen.choice == GO_ON:
            await self._be(chosen.subject)

    async def _be_self(self) -> None:
        if self.journey.invented is not None:
            await self._network.aclose()
            self._network = AsyncExitStack()
            self.journey = self.journey.afresh(self._own)

    async def _be(self, person_id: str) -> None:
        person = next(item for item in self.journey.people if item.id == person_id)
        await self._network.aclose()
        self._network = AsyncExitStack()
        if self.journey.pretend is not None:
            self.journey.toolkit = await self._network.enter_async_context(self.journey.pretend())
        self.journey.be(person)
        self.talk.say(say("plain.plain.person", name=person.name))

    def _results(self) -> Went:
        told = self._told_at == len(self._trail)
        while (chosen := plain_pages.results(self.journey, self.talk, told=told)) is None:
            told = False
        self._told_at = len(self._trail)
        return chosen

    # The look ---------------------------------------------------------------------------------------------

    async def _look(self) -> Went:
        """Looks, and goes on to what was found; come back to, it says what it came to and looks no more."""
        if self._looked_at == len(self._trail):
            return self._after_the_look()
        self.talk.heading(say("app.checking.place"), say("plain.plain.looking_lead"))
        check = self.journey.begin()
        await asyncio.to_thread(self.journey.note_begun)
        task = asyncio.ensure_future(self._events(check))
        with interrupted_by(task.cancel):
            await asyncio.gather(task, return_exceptions=True)
        if task.cancelled():
            self.talk.say(say("plain.plain.looking_stopped"))
            self.journey.stop()
        elif (error := task.exception()) is not None:
            if check.views:
                self.journey.stop()
            raise readable(error) from None
        if self.journey.not_kept is not None:
            self.talk.say(self.journey.not_kept.message, self.journey.not_kept.hint, say("journey.still_here"))
        made = sum(record.allowed for record in self.journey.requests())
        self.talk.say(say("plain.plain.made", counted=say("common.requests", count=made)))
        self._looked_at = len(self._trail)
        return Went()

    def _after_the_look(self) -> Went:
        self.talk.heading(say("app.checking.place"))
        name_of = self.journey.toolkit.platform_name
        for view in self.journey.check.views.values() if self.journey.check else ():
            self.talk.say(f"{account_name(view.account, name_of)}: {presenters.outcome_sentence(view)}")
        offer = self.talk.offer(say("plain.plain.what_next"), checking.after(self.journey))
        return went(offer) if offer else Went("other_way")

    async def _events(self, check: SelfCheck) -> None:
        async for event in check.events():
            if isinstance(event, Finished):
                await asyncio.to_thread(self.journey.finish, event.assessment)
                self.talk.say(say("plain.plain.finished"))
                continue
            name = account_name(event.account, self.journey.toolkit.platform_name)
            if isinstance(event, Started):
                self.talk.say(say("plain.plain.looking_at", name=name))
            elif isinstance(event, Step):
                await self._when_ready(event.account, name)
            elif isinstance(event, Seen):
                self.talk.say(f"{name}: {_seen(event)}")
            elif isinstance(event, Stopped):
                self.journey.stopped[event.account.key] = event
                ways = [way.sentence for way in event.ways if not (self.journey.safer and way.shows)]
                self.talk.say(
                    say("plain.plain.stopped", name=name, sentence=event.sentence),
                    say("plain.plain.ways_to_prove"),
                    *ways,
                )
            elif isinstance(event, Failed):
                self.talk.say(
                    say("plain.plain.could_not_see", name=name, sentence=event.sentence, hint=event.hint)
                )

    async def _when_ready(self, account: Account, name: str) -> None:
        """Lets the person say that their page is on the screen, where a window waits for that."""
        readiness = self.journey.toolkit.readiness
        if account.key not in readiness.waiting:
            return
        self.talk.say(say("plain.plain.sign_in", name=name))
        await asyncio.to_thread(self.talk.ask, say("plain.plain.press_enter"))
        readiness.tell(account)


def _seen(event: Seen) -> str:
    state, reason = presenters.outcome_words(event.view)
    if event.view.outcome.seen:
        things = say("common.things", count=len(event.findings))
        return " ".join(
            (say("plain.plain.done_seen", state=state, things=things), *presenters.page_sentences(event.view))
        )
    return say(
        "plain.plain.done_unseen",
        state=state,
        what=f", {reason}" if reason else "",
        outcome_sentence=presenters.outcome_sentence(event.view),
    )
