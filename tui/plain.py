"""The same check as a linear dialogue, for screen readers and for terminals that can draw nothing.

    run_plain(toolkit, *, read=input, write=print, vault=None, people=(), pretend=None, persona=None, demo=False,
              start=Start()) -> int

Arguments are those of `tui.app.make_app`. Returns 0 when the person leaves, 130 after Ctrl-C or when input ends.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import replace

from privacy_check.account_names import account_name
from privacy_check.errors import PrivacyCheckError, WrongPassphrase
from privacy_check.model import Account
from privacy_check.ports import Toolkit
from privacy_check.selfcheck import Failed, Finished, Seen, SelfCheck, Started, Step, Stopped
from privacy_check.sentences import lines, say
from tui import plain_accounts, plain_pages, telling
from tui.contacts import contact_sentence, safety_contacts
from tui.dialogue import Back, Dialogue, Left, Read, Write
from tui.entries import NOTHING_SAID, InventedPerson, Keeper, Pretend, Start
from tui.journey import Journey
from tui.leaving import wipe_terminal
from tui.plain_reflect import reflect
from tui.plain_ways import choose_ways
from tui.tidy import first_sentence
from tui.trouble import readable

INTERRUPTED = 130


def run_plain(
    toolkit: Toolkit,
    *,
    read: Read = input,
    write: Write = print,
    vault: Keeper | None = None,
    people: Sequence[InventedPerson] = (),
    pretend: Pretend | None = None,
    persona: str | None = None,
    demo: bool = False,
    start: Start = NOTHING_SAID,
) -> int:
    """Goes the whole way in lines; see the module's docstring."""
    journey = Journey(toolkit, vault=vault, people=people, pretend=pretend)
    journey.start_with(start)
    talk = Dialogue(read, write, _hidden(read))
    way = Way(journey, talk)
    return _run(way, way.go(persona, demo=demo), talk)


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


class Way:
    """The path, one page after the other."""

    def __init__(self, journey: Journey, talk: Dialogue) -> None:
        self.journey, self.talk = journey, talk
        self._own = journey.toolkit
        self._network = AsyncExitStack()
        self._wiped = False

    @property
    def quiet(self) -> bool:
        """True when nothing of this may stay on the screen."""
        return self._wiped or self.journey.safer

    async def go(self, persona: str | None, *, demo: bool) -> None:
        """Starts at the first page, or at the invented people."""
        try:
            self.talk.say(say("plain.plain.title"), say("plain.dialogue.help"))
            if demo or persona:
                await self._page(lambda: self._people(persona))
            while True:
                await self._page(self._welcome)
        finally:
            await self._network.aclose()

    async def _page(self, page: Callable[[], Awaitable[None]]) -> None:
        """One page; b and errors with a sentence lead back to the start, nothing is lost by them."""
        try:
            await page()
        except Back:
            return
        except PrivacyCheckError as error:
            self.talk.say(error.message, error.hint)

    # The first pages --------------------------------------------------------------------------------------

    async def _welcome(self) -> None:
        journey, talk = self.journey, self.talk
        talk.heading(say("app.welcome.place"), say("app.welcome.lead"))
        talk.say(*lines("app.welcome.promises"))
        choices = [("own", f"{say('app.welcome.own')}, {say('app.welcome.own_time')}")]
        if journey.people:
            choices.append(("people", f"{say('app.welcome.people')}, {say('app.welcome.people_time')}"))
        if journey.vault is not None and journey.vault.exists and not journey.safer:
            choices.append(("last", say("app.welcome.last")))
        choices += [
            ("words", say("app.welcome.words")),
            ("reflect", f"{say('reflect.heading')}: {say('reflect.menu')}"),
            ("contacts", say("report.help.heading")),
            ("safer", f"{say('app.welcome.watched')} {say('app.safer.heading')}"),
            ("leave", say("plain.plain.leave")),
        ]
        chosen = talk.choose(say("plain.plain.begin"), choices, first=True)
        if chosen in ("own", "last"):
            await self._be_self()
            await (self._own_way() if chosen == "own" else self._last())
        elif chosen == "people":
            await self._people(None)
        elif chosen == "words":
            plain_pages.words(journey, talk)
        elif chosen == "reflect":
            reflect(talk)
        elif chosen == "contacts":
            plain_pages.contacts(talk)
        elif chosen == "safer":
            await self._safer()
        elif chosen == "leave":
            raise Left

    async def _be_self(self) -> None:
        if self.journey.invented is not None:
            await self._network.aclose()
            self._network = AsyncExitStack()
            self.journey = self.journey.afresh(self._own)

    async def _safer(self) -> None:
        talk = self.talk
        talk.heading(say("app.safer.heading"), say("paths.watched.lead"))
        talk.say(*(contact_sentence(contact) for contact in safety_contacts()))
        talk.say(*lines("paths.watched.silent"), *lines("paths.watched.steps"))
        kept = self.journey.kept_before
        talk.say(say("paths.watched.kept_before") if kept else "")
        choices = [
            ("leave", say("paths.watched.plain_leave")),
            ("look", say("paths.watched.look")),
            *([("wipe", say("paths.watched.wipe"))] if kept else []),
        ]
        chosen = talk.choose(say("plain.plain.what_next"), choices)
        if chosen == "leave":
            self._wiped = True
            raise Left
        if chosen == "wipe" and talk.sure(say("plain.plain.go", counted=say("paths.watched.wipe_sure"))):
            self.journey.remove_kept()
        if chosen in ("wipe", "look"):
            await self._safely()

    async def _safely(self) -> None:
        """Goes on with nothing kept; q then clears the screen."""
        await self._be_self()
        self.journey.take_safer_way()
        self.talk = replace(self.talk, calm=say("paths.watched.calm"))
        await (self._from_accounts() if self.journey.stated else self._own_way())

    async def _people(self, persona: str | None) -> None:
        people = self.journey.people
        self.talk.heading(say("app.people.heading"), say("app.people.lead"))
        chosen = persona or self.talk.choose(
            "Who?", [(person.id, f"{person.name}. {first_sentence(person.story)}") for person in people]
        )
        person = next((item for item in people if item.id == chosen), None)
        if person is None:
            return
        await self._network.aclose()
        self._network = AsyncExitStack()
        if self.journey.pretend is not None:
            self.journey.toolkit = await self._network.enter_async_context(self.journey.pretend())
        self.journey.be(person)
        self.talk.say(say("plain.plain.person", name=person.name))
        await self._from_accounts()

    async def _own_way(self) -> None:
        if not self._consent():
            return
        await self._keep()
        if self.journey.unfinished is not None and self.journey.unfinished.accounts:
            if self.talk.sure(say("plain.plain.resume")):
                self.journey.resume()
                await self._look()
                return
            self.journey.unfinished = None
        plain_accounts.about(self.journey, self.talk)
        if plain_accounts.situation(self.journey, self.talk):
            await self._safer()
        else:
            await self._from_accounts()

    def _consent(self) -> bool:
        self.talk.heading(say("app.consent.heading"), say("plain.plain.consent_lead"))
        self.talk.say(*lines("app.consent.points"))
        chosen = self.talk.choose(
            say("plain.plain.answer"),
            [
                ("yes", say("app.consent.yes", statement=say("errors.ownership.statement"))),
                ("no", say("app.consent.no")),
                ("wipe", say("app.consent.close")),
            ],
        )
        if chosen == "wipe" and self.talk.sure(say("plain.plain.wipe_sure")):
            self.journey.close_and_wipe()
            raise Left
        self.journey.stated = chosen == "yes"
        return self.journey.stated

    async def _keep(self) -> None:
        journey, talk = self.journey, self.talk
        vault = journey.vault
        if vault is None or journey.safer:
            journey.keep_nothing()
            return
        talk.heading(say("app.keep.heading"), say("app.keep.new"))
        if vault.exists:
            await self._unlock()
            return
        if not talk.sure(say("plain.plain.keep")):
            journey.keep_nothing()
            return
        while True:
            first = talk.ask(say("commands.keeping.new"), hidden=True)
            if not first:
                journey.keep_nothing()
                talk.say(say("plain.plain.nothing_kept"))
                return
            if talk.ask(say("locked.once_more"), hidden=True) == first:
                await asyncio.to_thread(journey.open_vault, first)
                return
            talk.say(say("plain.plain.differ"))

    async def _unlock(self) -> bool:
        while True:
            phrase = self.talk.ask(say("plain.plain.passphrase"), hidden=True)
            if not phrase:
                self.journey.keep_nothing()
                return False
            try:
                await asyncio.to_thread(self.journey.open_vault, phrase)
            except PrivacyCheckError as error:
                self.talk.say(say("app.keep.forgiving") if isinstance(error, WrongPassphrase) else str(error))
                continue
            return True

    async def _last(self) -> None:
        if self.journey.vault is None or not await self._unlock():
            return
        if self.journey.open_last():
            plain_pages.results(self.journey, self.talk)
        else:
            self.talk.say(say("app.keep.no_last"))

    async def _from_accounts(self) -> None:
        plain_accounts.accounts(self.journey, self.talk)
        if not self.journey.mine:
            self.talk.say(say("plain.plain.no_account"))
            return
        choose_ways(self.journey, self.talk)
        await self._look()

    # The look ---------------------------------------------------------------------------------------------

    async def _look(self) -> None:
        self.talk.heading(say("app.checking.place"), say("plain.plain.looking_lead"))
        check = self.journey.begin()
        await asyncio.to_thread(self.journey.note_begun)
        task = asyncio.ensure_future(self._events(check))
        with _stops(task):
            await asyncio.gather(task, return_exceptions=True)
        if task.cancelled():
            self.talk.say(say("plain.plain.looking_stopped"))
            self.journey.stop()
        elif (error := task.exception()) is not None:
            raise readable(error) from None
        made = sum(record.allowed for record in self.journey.requests())
        self.talk.say(say("plain.plain.made", counted=say("common.requests", count=made)))
        plain_pages.results(self.journey, self.talk)

    async def _events(self, check: SelfCheck) -> None:
        async for event in check.events():
            if isinstance(event, Finished):
                await asyncio.to_thread(self.journey.finish, event.assessment)
                self.journey.remember_seen()
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
    state, reason = telling.outcome_words(event.view)
    if event.view.outcome.seen:
        things = say("common.things", count=len(event.findings))
        return " ".join(
            (say("plain.plain.done_seen", state=state, things=things), *telling.page_sentences(event.view))
        )
    return say(
        "plain.plain.done_unseen",
        state=state,
        what=f", {reason}" if reason else "",
        outcome_sentence=telling.outcome_sentence(event.view),
    )


@contextmanager
def _stops(task: asyncio.Future[None]) -> Iterator[None]:
    """While it lasts, Ctrl-C ends the look and not the program, where the system lets us say so."""
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(signal.SIGINT, task.cancel)
    except (NotImplementedError, RuntimeError, ValueError):
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)
