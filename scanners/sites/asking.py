"""Asks a list of sites for a person's own handles: a hundred at once, each in its time, every request noted."""

from __future__ import annotations

import asyncio
import re
import secrets
import ssl
import string
from collections import deque
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from privacy_check.forgotten import ListFacts, SiteAnswer, SiteWish, key
from privacy_check.model import Outcome, RequestRecord
from privacy_check.sentences import say
from scanners.addresses import is_open_address, literal_address
from scanners.ledger import Ledger
from scanners.proxies import ProxyTrouble
from scanners.resolving import (
    DEFAULT_PORTS,
    ELSEWHERE,
    NOT_WEB,
    OTHER_PORT,
    PRIVATE,
    Refused,
    host_of,
    port_of,
)
from scanners.sites.judge import Judged, judge, met
from scanners.sites.own_list import with_own_facts
from scanners.sites.site import Site, filled
from scanners.sites.walls import is_login
from scanners.sites.wire import Garbled, Reply, TooLong, Wire

AT_ONCE = 100
DEADLINE = 15.0
"""Seconds a site has for one handle, with all it redirects to and the check with a made-up name."""
MOST_REDIRECTS = 4
_LETTERS = string.ascii_lowercase + string.digits


@dataclass
class Asking:
    """One run over a list; `events` may be used once. `deadline` is in seconds."""

    about: ListFacts
    sites: Sequence[Site]
    wish: SiteWish
    ledger: Ledger = field(default_factory=Ledger)
    deadline: float = DEADLINE
    _wire: Wire = field(default_factory=Wire)
    _checks: set[asyncio.Task[None]] = field(default_factory=set)
    _nobody: str = field(default_factory=lambda: "q" + "".join(secrets.choice(_LETTERS) for _ in range(13)))

    @property
    def total(self) -> int:
        """How many answers there will be: one for each site and handle."""
        return len(self.sites) * len(self.wish.handles)

    def requests(self) -> Sequence[RequestRecord]:
        """Every request made or refused so far, in order."""
        return self.ledger.records()

    async def events(self) -> AsyncIterator[SiteAnswer]:
        """Each answer as it comes; what is known already, or never asked, comes first. Never raises for a site."""
        left: list[tuple[Site, str]] = []
        for site in self.sites:
            for handle in self.wish.handles:
                if told := self._unasked(site, handle):
                    yield told
                else:
                    left.append((site, handle))
        told_by: asyncio.Queue[SiteAnswer] = asyncio.Queue()
        jobs = deque(left)
        workers = [asyncio.create_task(self._work(jobs, told_by)) for _ in range(min(AT_ONCE, len(left)))]
        try:
            for _ in left:
                yield await told_by.get()
        finally:
            still = [*workers, *self._checks]
            for worker in still:
                worker.cancel()
            await asyncio.gather(*still, return_exceptions=True)
            await self._wire.aclose()

    def _unasked(self, site: Site, handle: str) -> SiteAnswer | None:
        """The answer for what is known from an earlier run, refused, or a handle nobody can have there."""
        if before := self.wish.known.get(key(site.facts.id, site.spelled(handle))):
            return replace(before, site=site.facts)
        account = site.account(site.spelled(handle) or handle)
        if site.refusal:
            return SiteAnswer(account, site.facts, Outcome.ERROR, (say(site.refusal, link=site.facts.by_hand),))
        if not site.takes(site.spelled(handle)):
            return SiteAnswer(account, site.facts, Outcome.ERROR, (say("accounts.why.other_shape"),))
        return None

    async def _work(self, jobs: deque[tuple[Site, str]], told: asyncio.Queue[SiteAnswer]) -> None:
        while jobs:
            site, handle = jobs.popleft()
            end = asyncio.get_running_loop().time() + self.deadline
            # While others wait, a second question to this one at once would keep them waiting.
            if len(jobs) < AT_ONCE:
                judged = await self._both(site, site.spelled(handle), end)
            else:
                judged = await self._in_time(site, site.spelled(handle), say("accounts.purpose.own"), end)
                if judged.outcome is Outcome.VISIBLE and len(self._checks) < AT_ONCE:
                    # The made-up name is asked beside the next sites, so that a yes keeps nobody waiting.
                    check = asyncio.create_task(self._check(site, handle, judged, end, told))
                    self._checks.add(check)
                    check.add_done_callback(self._checks.discard)
                    continue
                if judged.outcome is Outcome.VISIBLE:
                    judged = _weighed(judged, await self._made_up(site, end))
            self._tell(site, handle, judged, told)

    async def _check(
        self, site: Site, handle: str, judged: Judged, end: float, told: asyncio.Queue[SiteAnswer]
    ) -> None:
        self._tell(site, handle, _weighed(judged, await self._made_up(site, end)), told)

    def _tell(self, site: Site, handle: str, judged: Judged, told: asyncio.Queue[SiteAnswer]) -> None:
        account, facts = site.account(site.spelled(handle)), site.facts
        if judged.outcome is Outcome.VISIBLE and not self.about.own:
            facts = with_own_facts(facts, site.ask)
        told.put_nowait(SiteAnswer(account, facts, judged.outcome, judged.evidence))

    async def _both(self, site: Site, handle: str, end: float) -> Judged:
        """The answer for one handle from a site that is asked for a made-up name first, without waiting for it."""
        made_up = asyncio.create_task(self._made_up(site, end))
        try:
            judged = await self._in_time(site, handle, say("accounts.purpose.own"), end)
            return _weighed(judged, await made_up) if judged.outcome.conclusive else judged
        finally:
            made_up.cancel()

    async def _made_up(self, site: Site, end: float) -> Judged | None:
        """What the site says of a name nobody has; None where its rule for handles leaves no such name."""
        digits = str(secrets.randbelow(10**9) + 9 * 10**9)
        name = next((name for name in (self._nobody, digits) if site.takes(site.spelled(name))), None)
        if name is None:
            return None
        return await self._in_time(site, site.spelled(name), say("accounts.purpose.made_up"), end)

    async def _in_time(self, site: Site, handle: str, purpose: str, end: float) -> Judged:
        try:
            async with asyncio.timeout_at(end):
                return await self._one(site, handle, purpose)
        except TimeoutError:
            return Judged(Outcome.ERROR, (say("accounts.why.too_slow", seconds=round(self.deadline)),))

    async def _one(self, site: Site, handle: str, purpose: str) -> Judged:
        account = f"{site.facts.id}:{handle}"
        try:
            reply, trail = await self._reply(site, handle, purpose, account)
            if site.platform:
                from scanners.sites.catalogue import by_its_signs

                return await asyncio.to_thread(by_its_signs, site, handle, reply, trail)
            return judge(site, handle, reply, trail)
        except Refused as refused:
            return Judged(Outcome.ERROR, (say("accounts.why.refused", why=refused.reason),))
        except ProxyTrouble as trouble:
            self.ledger.blame(trouble)
            return Judged(Outcome.ERROR, (str(trouble),))
        except ssl.SSLError:
            return Judged(Outcome.ERROR, (say("accounts.why.not_secure"),))
        except TooLong:
            return Judged(Outcome.ERROR, (say("accounts.why.too_long"),))
        except (Garbled, ValueError):
            return Judged(Outcome.ERROR, (say("accounts.why.garbled"),))
        except OSError as error:
            if isinstance(error, TimeoutError):
                raise
            return Judged(Outcome.ERROR, (say("accounts.why.unreachable"),))

    async def _reply(self, site: Site, handle: str, purpose: str, account: str) -> tuple[Reply, list[str]]:
        """The last answer, and every address that led to it; a sign-in page is not asked for."""
        trail = [filled(site.ask, handle)]
        while True:
            reply = await self._get(trail, site, purpose, account)
            target = reply.headers.get("location", "")
            if not 300 <= reply.status < 400 or not target:
                return reply, trail
            goal = urljoin(trail[-1], target)
            if is_login(goal):
                return reply, [*trail, goal]
            if met(site.missing, handle, reply):
                return reply, trail
            trail.append(goal)
            if len(trail) > MOST_REDIRECTS + 1:
                raise Garbled

    async def _get(self, trail: Sequence[str], site: Site, purpose: str, account: str) -> Reply:
        url = trail[-1]
        if reason := _refusal(url, trail[0]):
            self.ledger.refused("GET", url, purpose, account, reason)
            raise Refused(reason)
        number = self.ledger.made("GET", url, purpose, account)
        try:
            reply = await self._wire.get(url, site.headers)
        except Refused as refused:
            self.ledger.stopped(number, refused.reason)
            raise
        self.ledger.answered(number, reply.status)
        return reply


def _weighed(judged: Judged, made_up: Judged | None) -> Judged:
    """An answer, held against what the site said of a name nobody has."""
    if made_up is not None and made_up.outcome is Outcome.VISIBLE:
        return Judged(Outcome.ERROR, (say("accounts.why.distrusted"),))
    if judged.outcome is not Outcome.VISIBLE:
        return judged
    if made_up is None:
        return Judged(judged.outcome, (*judged.evidence, say("accounts.why.no_made_up")))
    said_no = made_up.outcome is Outcome.NOT_FOUND
    name = "accounts.why.made_up_no" if said_no else "accounts.why.made_up_unseen"
    return Judged(judged.outcome, (*judged.evidence, say(name)))


def _refusal(url: str, first: str) -> str:
    """Why an address must not be asked; the site's own place and its other hosts may be."""
    host, port, scheme = host_of(url), port_of(url), url.partition(":")[0].lower()
    if scheme not in DEFAULT_PORTS or not host or port is None:
        return say(NOT_WEB)
    literal = literal_address(host)
    if literal is not None and not is_open_address(literal):
        return say(PRIVATE)
    own = host_of(first).removeprefix("www.")
    if host.removeprefix("www.") != own and not (host.endswith(f".{own}") and re.search("[a-z]", own)):
        return say(ELSEWHERE)
    usual = DEFAULT_PORTS.values()
    return "" if port == port_of(first) or (port in usual and port_of(first) in usual) else say(OTHER_PORT)
