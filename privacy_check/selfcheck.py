"""The run: accounts in, events out; one failing account never stops the rest."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime

from privacy_check.again import Carried
from privacy_check.errors import PrivacyCheckError, VaultError
from privacy_check.lookalikes.search import Asked, CopySearch
from privacy_check.model import (
    Account,
    Assessment,
    Candidate,
    Finding,
    Lens,
    Marked,
    Nature,
    Outcome,
    Ownership,
    ProfileView,
    RequestRecord,
)
from privacy_check.ownership import Gate, ProofWay
from privacy_check.ports import Collector, Toolkit
from privacy_check.sentences import say
from privacy_check.subject import AboutMe

AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Look:
    """One account to look at, and through which lens."""

    account: Account
    lens: Lens = Lens.PUBLIC


@dataclass(frozen=True, slots=True)
class Started:
    """A look at an account began."""

    account: Account


@dataclass(frozen=True, slots=True)
class Step:
    """A look moved on: `words` say what is being done."""

    account: Account
    words: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A look ended: what was seen (or could not be), and what was found in it."""

    account: Account
    view: ProfileView
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Stopped:
    """A look was stopped because the name on the page is not one the person gave; `ways` prove ownership."""

    account: Account
    sentence: str
    ways: tuple[ProofWay, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """A look broke; the view stands as an inconclusive one."""

    account: Account
    sentence: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Finished:
    """The check is over."""

    assessment: Assessment


Event = Started | Step | Seen | Stopped | Failed | Asked | Finished


@dataclass
class SelfCheck:
    """One check of one person's accounts.

    `events()` may be left at any time: `conclude()` then makes an assessment of what was seen so far, and
    `views` handed to a later SelfCheck are not looked at again. `suspects` are accounts that may be copies: they
    are compared with the person's own, never judged; `search` stands for them where more is looked for.
    `answers` are findings the person stated themself, to questions that no page can settle. `previous` is the
    last check and `earlier` those before it, for what changed; `carried` is taken over from the last one without
    another look. `order` holds account keys in the order they are told, before all others.
    """

    looks: Sequence[Look]
    toolkit: Toolkit
    gate: Gate
    about: AboutMe | None = None
    suspects: Sequence[Account] = ()
    known: Iterable[ProfileView] = ()
    previous: Assessment | None = None
    earlier: Sequence[Assessment] = ()
    carried: Carried = field(default_factory=Carried)
    marks: Mapping[str, Marked] = field(default_factory=dict)
    not_checked: tuple[str, ...] = ()
    answers: Sequence[Finding] = ()
    started_at: datetime | None = None
    search: CopySearch | None = None
    order: Sequence[str] = ()

    def __post_init__(self) -> None:
        if self.search is None and self.suspects:
            self.search = CopySearch(self.toolkit, self.suspects)
        self.views: dict[str, ProfileView] = {}
        self._found: dict[str, Sequence[Finding]] = {}
        self.candidates: tuple[Candidate, ...] = ()
        self.not_kept: VaultError | None = None
        self._held_back: list[ProfileView] = []
        self._collectors: dict[Lens, Collector] = {}
        self._gone_requests: list[RequestRecord] = []
        self._started = self.started_at or self.toolkit.clock.now()
        admitted = {account.key for account in self.gate.admit(look.account for look in self.looks)}
        unique = {look.account.key: look for look in self.looks if look.account.key in admitted}
        self._todo = list(unique.values())
        for view in self.known:
            self.views[view.account.key] = view
            self._found[view.account.key] = _judge(view, self.about)
        self._order = list(dict.fromkeys((*self.order, *(look.account.key for look in self.looks), *self.views)))
        self._todo = [look for look in self._todo if look.account.key not in self.views]

    def take_over(self, requests: Sequence[RequestRecord], candidates: Sequence[Candidate] = ()) -> None:
        """Takes what an earlier look of the same sitting made and compared for its own."""
        self._gone_requests = list(requests)
        self.candidates = tuple(candidates) or self.candidates

    @property
    def left(self) -> int:
        """How many accounts are still to be looked at."""
        return sum(look.account.key not in self.views for look in self._todo)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found so far, by account in the order they were named, whichever was read first."""
        return tuple(item for key in self._order for item in self._found.get(key, ()))

    @property
    def requests(self) -> tuple[RequestRecord, ...]:
        """Every request made or refused so far."""
        now = [record for collector in self._collectors.values() for record in collector.requests()]
        return (*self._gone_requests, *now)

    async def events(self) -> AsyncIterator[Event]:
        """Looks at every account and ends with Finished. Raises NoBrowser when nothing can be looked at."""
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        loading = asyncio.create_task(asyncio.to_thread(self.toolkit.read_ahead)) if self._todo else None
        async with AsyncExitStack() as stack:
            also = (Lens.PUBLIC,) if self.search is not None else ()
            for lens in dict.fromkeys((*(look.lens for look in self._todo), *also)):
                self._collectors[lens] = await stack.enter_async_context(self.toolkit.collectors[lens]())
            worker = asyncio.create_task(self._look_at_all(queue))
            try:
                while (event := await queue.get()) is not None:
                    yield event
                await worker
            finally:
                worker.cancel()
                await asyncio.gather(worker, *filter(None, [loading]), return_exceptions=True)
                self._gone_requests = list(self.requests)
                self._collectors = {}
        yield Finished(self.conclude())

    def conclude(self) -> Assessment:
        """The assessment of everything seen so far."""
        from privacy_check.assessment.assemble import assess
        from privacy_check.assessment.judge import judge_together

        seen = tuple(self.views[key] for key in self._order if key in self.views)
        views = (*seen, *self.carried.views)
        if self.search is not None and not self.candidates:
            self.candidates = self.search.compare(seen)
        together = judge_together(views, self.findings, self.about)
        copies = _copies(self.candidates, seen) if self.candidates else ()
        made = (*together, *copies, *self.answers)
        compared = {_profile(item) for item in self.candidates}
        left = tuple(f"{look.account.platform}:{look.account.handle}" for look in self._todo)
        not_seen = tuple(key for key in left if key.lower() not in self.views)
        return assess(
            views,
            findings=(*made, *self._taken_over(made, compared)),
            requests=self._requests_in_order(),
            candidates=(*self.candidates, *(c for c in self.carried.candidates if _profile(c) not in compared)),
            about=self.about,
            started_at=self._started,
            finished_at=self.toolkit.clock.now(),
            previous=self.previous,
            earlier=self.earlier,
            marks=self.marks,
            not_checked=(*self.not_checked, *not_seen),
        )

    def _taken_over(self, made: Sequence[Finding], compared: set[str]) -> Iterable[Finding]:
        """What was carried and not found anew; a copy that was compared again has its new verdict."""
        anew = {item.fingerprint for item in made}
        for item in self.carried.findings:
            again = item.nature is Nature.IMPERSONATION and item.value.reveal().casefold() in compared
            if item.fingerprint not in anew and not again:
                yield item

    def _requests_in_order(self) -> tuple[RequestRecord, ...]:
        """By account and address: the order of arrival is another one every time. Each has its time beside it."""
        place = {key: number for number, key in enumerate(self._order)}

        def order(record: RequestRecord) -> tuple[int, str, str, str, str, datetime]:
            last = place.get(record.account, len(place))
            return last, record.account, record.host, record.url, record.method, record.at

        return tuple(sorted(self.requests, key=order))

    async def _look_at_all(self, queue: asyncio.Queue[Event | None]) -> None:
        room = asyncio.Semaphore(AT_ONCE)
        try:
            async with asyncio.TaskGroup() as group:
                for view in tuple(self.views.values()):
                    group.create_task(self._look_into_known(view, room))
                for look in self._todo:
                    group.create_task(self._look(look, room, queue))
            await self._settle_ownership(queue)
            if self.search is not None:
                own = tuple(self.views.values())
                self.candidates = await self.search.run(self._collectors[Lens.PUBLIC], own, queue.put_nowait)
        finally:
            # A page that may be somebody else's is kept in memory only until every own page could speak for it.
            self._held_back.clear()
            queue.put_nowait(None)

    async def _settle_ownership(self, queue: asyncio.Queue[Event | None]) -> None:
        """Rules again once every own page can speak for the others: which was read first must not matter."""
        for key, view in self.views.items():
            account = self.gate.rule(view, self.about, tuple(self.views.values()))
            if view.account.ownership is Ownership.STATED and account.ownership is Ownership.PROVED:
                self.views[key] = replace(view, account=account)
                self._found[key] = [replace(item, account=account) for item in self._found.get(key, ())]
        waiting = sorted(self._held_back, key=lambda view: self._order.index(view.account.key))
        while proved := [view for view in waiting if self._proved(view)]:
            for view in proved:
                queue.put_nowait(await self._weigh(view))
            waiting = [view for view in waiting if view not in proved]

    def _proved(self, view: ProfileView) -> bool:
        return self.gate.rule(view, self.about, tuple(self.views.values())).ownership is Ownership.PROVED

    async def _look(self, look: Look, room: asyncio.Semaphore, queue: asyncio.Queue[Event | None]) -> None:
        account = look.account
        async with room:
            queue.put_nowait(Started(account))
            try:
                capture = await self._collectors[look.lens].collect(
                    account, lambda words: queue.put_nowait(Step(account, words))
                )
                view = await asyncio.to_thread(self.toolkit.extract, capture)
                queue.put_nowait(await self._weigh(replace(view, seen_at=self.toolkit.clock.now())))
            except PrivacyCheckError as error:
                self._keep(unseen(account, look.lens, error.message))
                queue.put_nowait(Failed(account, error.message, error.hint))
            except Exception as error:
                sentence = say("errors.selfcheck.broken", name=type(error).__name__)
                self._keep(unseen(account, look.lens, sentence))
                queue.put_nowait(Failed(account, sentence, say("errors.selfcheck.broken_hint")))

    async def _weigh(self, view: ProfileView) -> Event:
        account = self.gate.rule(view, self.about, tuple(self.views.values()))
        if account.ownership is Ownership.CONTRADICTED:
            self._keep(unseen(account, view.lens, say("errors.ownership.another_name")))
            self._held_back.append(view)
            return Stopped(account, say("errors.ownership.another_name"), self.gate.how_to_prove(account))
        view = replace(view, account=account)
        findings = await asyncio.to_thread(_judge, view, self.about)
        view, findings = await self._with_pictures(view, findings)
        self._keep(view)
        self._found[account.key] = findings
        return Seen(account, view, tuple(findings))

    async def _with_pictures(
        self, view: ProfileView, findings: Sequence[Finding]
    ) -> tuple[ProfileView, Sequence[Finding]]:
        """The view and its findings with what its pictures give away, where the person asked for that."""
        if not self.toolkit.look_into_pictures or self.toolkit.read_pictures is None or not view.pictures:
            return view, findings
        read = await self.toolkit.read_pictures(view)
        view = replace(view, warnings=tuple(dict.fromkeys((*view.warnings, *read.warnings))))
        return view, [*findings, *_judge_pictures(view, read.findings, findings)]

    async def _look_into_known(self, view: ProfileView, room: asyncio.Semaphore) -> None:
        """Looks into the pictures of a page that was read before: what they told is not kept for long."""
        if view.lens not in (Lens.PUBLIC, Lens.MEMBER):
            return
        key = view.account.key
        try:
            async with room:
                self.views[key], self._found[key] = await self._with_pictures(view, self._found.get(key, ()))
        except Exception as error:
            why = say("errors.selfcheck.broken", name=type(error).__name__)
            if isinstance(error, PrivacyCheckError):
                why = error.message
            self.views[key] = replace(view, warnings=(*view.warnings, why))

    async def adopt(self, view: ProfileView) -> None:
        """Takes a page that was looked at as a possible copy for the person's own: they said that it is.

        Raises NotYours where that would be more accounts than one person may look at.
        """
        self.gate.admit((*(kept.account for kept in self.views.values()), view.account))
        self._order.append(view.account.key)
        self._keep(view)
        self._found[view.account.key] = await asyncio.to_thread(_judge, view, self.about)
        if self.search is not None:
            self.candidates = self.search.compare(tuple(self.views.values()))

    def _keep(self, view: ProfileView) -> None:
        self.views[view.account.key] = view
        if self.toolkit.store is None:
            return
        try:
            self.toolkit.store.keep_view(view)
        except VaultError as error:
            # What was seen is still here and will be in the result; only resuming after a kill is lost.
            self.not_kept = error


def _judge(view: ProfileView, about: AboutMe | None) -> Sequence[Finding]:
    # The detectors take longer to load than a page: they are read when the first one is there.
    from privacy_check.assessment.judge import judge_view

    return judge_view(view, about)


def _judge_pictures(view: ProfileView, found: Sequence[Finding], others: Sequence[Finding]) -> Sequence[Finding]:
    from privacy_check.assessment.judge import judge_pictures

    return judge_pictures(view, found, others)


def _copies(candidates: Sequence[Candidate], own: Sequence[ProfileView]) -> Sequence[Finding]:
    from privacy_check.lookalikes.verdict import impersonation_findings

    return impersonation_findings(candidates, own)


def _profile(candidate: Candidate) -> str:
    return f"{candidate.profile.get('platform', '')}:{candidate.profile.get('handle', '')}".casefold()


def unseen(account: Account, lens: Lens, sentence: str) -> ProfileView:
    """A view of an account that could not be seen, with the reason; it never reads as safe."""
    return ProfileView(account, lens, Outcome.ERROR, evidence=(sentence,))
