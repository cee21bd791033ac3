"""What is known of a page so far, kept apart so that a look that is cut short still says it."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from privacy_check.model import Outcome
from privacy_check.sentences import say
from scanners.answers import weigh_answers
from scanners.browser import OpenPage, failures
from scanners.egress import NO_SUCH_NAME, clean_url, host_of
from scanners.lost import BAD_ANSWER, NO_ANSWER, kind_of, only_measures
from scanners.proxies import ProxyTrouble
from scanners.telling import embedded
from scanners.world import evaluate

if TYPE_CHECKING:
    from scanners.outcome import OutcomeReading

KEPT_HEADERS = ("server", "cf-mitigated", "retry-after", "content-type", "location", "x-robots-tag")
LARGEST_SERVED = 2 * 1024 * 1024
SERVED_SECONDS = 2.0
MOST_KEPT = 40

NOT_RUN = "looking.lost.not_run"
UNTOLD = "looking.without.untold"
SENT_ELSEWHERE = 401

# What linked sheets hide, as far as the browser lets them be read; those in the page itself stand in its text.
_HIDING = """(() => {
  const found = [];
  for (const sheet of document.styleSheets) {
    if (!sheet.href) continue;
    try {
      for (const {selectorText, style} of sheet.cssRules) {
        if (style && (style.display === 'none' || style.visibility === 'hidden')) found.push(selectorText);
      }
    } catch (error) {}
  }
  return found.filter((selector) => selector.length < 200 && !/[:@{}<]/.test(selector)).slice(0, 400);
})()"""

_TYPES = {"xhr": "XHR", "fetch": "Fetch", "eventsource": "EventSource", "script": "Script"}


@dataclass
class Seen:
    """One look, as far as it came; with `run` False the page's programs are not run."""

    start: str
    final_url: str = ""
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    redirects: list[str] = field(default_factory=list)
    html: str = ""
    media_type: str = "text/html"
    sentences: list[str] = field(default_factory=list)
    outcome: Outcome = Outcome.ERROR
    stopped: bool = False
    unfinished: bool = False
    missing: tuple[str, ...] = ()
    missing_status: int | None = None
    hindered: tuple[str, ...] = ()
    served: str | None = None
    answer: Any = None
    led_away: bool = False
    moved: bool = False
    answers: list[Any] = field(default_factory=list)
    judged: tuple[tuple[object, ...], OutcomeReading] | None = None
    kept_in: ProxyTrouble | None = None
    run: bool = True
    greedy: bool = False

    def refused_at(self, url: str, reason: str) -> None:
        """Notes where the way of a visitor leads and was not followed."""
        if clean_url(url) == clean_url(self.start):
            self.sentences.append(say("looking.site.not_opened", reason=reason))
        else:
            self.redirects.append(url)
            self.sentences.append(say("looking.site.sent_on", host=host_of(url), reason=reason))
        if not self.html:
            self.stopped, self.final_url = True, url
            self.outcome = Outcome.ERROR if reason == say(NO_SUCH_NAME) else Outcome.BLOCKED

    def answered(self, response: Any, opened: OpenPage) -> None:
        """Keeps the status of every answer, and for the page itself also where it came from."""
        opened.watch.answered(response.url.partition("#")[0], response.status)
        request = response.request
        if not request.is_navigation_request() or response.frame != opened.page.main_frame:
            if _is_no_data(request, response):
                opened.watch.lose(response.url, BAD_ANSWER, "data", SENT_ELSEWHERE)
            elif _is_no_program(request, response):
                opened.watch.lose(response.url, BAD_ANSWER, "script", response.status)
            elif request.resource_type in ("xhr", "fetch") and 200 <= response.status < 300:
                self.answers = [*self.answers[-MOST_KEPT:], response]
            return
        headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
        if 300 <= response.status < 400 and "location" in headers:
            self.redirects.append(response.url)
        elif request.redirected_from is None and self.answer is not None:
            # What a script goes to after its data did not come says nothing about the page that was asked for,
            # nor does the same page, asked for once more.
            self.moved = True
            self.led_away = self.led_away or _hindered(opened)
        self.status, self.headers, self.final_url = response.status, headers, response.url
        self.media_type = headers.get("content-type", "text/html").partition(";")[0].strip().lower() or "text/html"
        self.answer = response

    async def take_stock(self, opened: OpenPage, waiting: list[Any], *, whole: bool) -> None:
        """Sums up what the page had to do without.

        `waiting` are the requests that had no answer yet, `whole` tells whether the document came to its end.
        """
        for request in waiting:
            _lose(request, opened)
        lost = opened.watch.lost
        own = [each for each in lost if each.kind == "script" and not opened.watch.allow.refusal(each.url)]
        programs = [say(NOT_RUN, host=host_of(each.url) or say("looking.site.another_place")) for each in own]
        self.missing = tuple(dict.fromkeys((*opened.watch.missing(), *programs)))
        statuses = [each.status for each in lost if each.kind == "data" and each.status is not None]
        self.missing_status = next((status for status in (429, 403, 401) if status in statuses), None)
        self.hindered = tuple(
            dict.fromkeys(
                say(NOT_RUN, host=host)
                for each in lost
                if each.kind == "script" and not only_measures(host := host_of(each.url))
            )
        )
        if (self.missing or self.hindered or self.unfinished) and not self.led_away:
            self.served = await sent(self.answer) if whole else ""

    async def doubt(self, opened: OpenPage, absence: Outcome, *, drawn: bool, documented: bool) -> None:
        """Adds what else could have made the page write of an `absence`, for a page that wrote it.

        An answer that brought nothing always could. What brings no words could where the page got none at all.
        Words that a program of the page has `drawn` must come from an answer or from what the server sent with the
        page, unless they are `documented`: the ones a platform is known to say.
        """
        answers = await weigh_answers(self.answers, opened.watch.allow, self.html)
        maybe = () if answers.any_words else (each.reason for each in opened.watch.lost if each.kind == "perhaps")
        self.hindered = tuple(dict.fromkeys((*self.hindered, *answers.without, *maybe)))
        self.led_away = self.led_away or (self.moved and bool(self.hindered))
        if self.led_away:
            self.served = None
        elif self.served is None:
            self.served = await sent(self.answer)
        told = (
            documented
            or not drawn
            or any(
                each.closed if absence is Outcome.PRIVATE else each.nobody
                for each in (answers.told, embedded(self.served or ""))
            )
        )
        if not told:
            self.hindered = (*self.hindered, say(UNTOLD))
        if self.served and self.hindered:
            self.served = await hiding(opened) + self.served

    def as_judged(self) -> tuple[object, ...]:
        """Everything of a look that its outcome is judged by."""
        way = (self.final_url, self.status, tuple(self.redirects), dict(self.headers), self.media_type)
        return (*way, self.html, self.unfinished, self.missing, self.missing_status, self.hindered, self.served)

    @property
    def by_status(self) -> bool:
        """True when the server refused the very page that was asked for: no script has a part in that."""
        return (self.status or 200) >= 400 and not self.moved


def _hindered(opened: OpenPage) -> bool:
    return any(each.kind in ("data", "script") for each in opened.watch.lost)


def failed(request: Any, opened: OpenPage) -> None:
    """Notes a request of the page that came to nothing. What was refused here is known already."""
    if "BLOCKED_BY_CLIENT" not in str(request.failure or ""):
        _lose(request, opened)


def _lose(request: Any, opened: OpenPage) -> None:
    url = request.url.partition("#")[0]
    if opened.watch.open_numbers.get(url):
        opened.watch.failed(url)
    elif kind := _TYPES.get(request.resource_type):
        opened.watch.lose(url, NO_ANSWER, kind_of(kind, host_of(url)))


def _is_no_data(request: Any, response: Any) -> bool:
    """True for a page that came where data was asked for: a way to sign in, a check for robots."""
    if request.resource_type not in ("xhr", "fetch") or not 200 <= response.status < 300:
        return False
    if not response.headers.get("content-type", "").startswith("text/html"):
        return False
    return request.redirected_from is not None or "json" in request.headers.get("accept", "")


def _is_no_program(request: Any, response: Any) -> bool:
    """True for a page that came where a program was asked for: the browser then refuses to run it."""
    media_type = str(response.headers.get("content-type", ""))
    return bool(request.resource_type == "script" and response.status < 300 and media_type.startswith("text/html"))


async def sent(response: Any) -> str:
    """The page as its server sent it; empty when it is not to be had (any more)."""
    with suppress(TimeoutError, *failures()):
        async with asyncio.timeout(SERVED_SECONDS):
            return str((await response.text())[:LARGEST_SERVED])
    return ""


async def hiding(opened: OpenPage) -> str:
    """A sheet of what the page's linked sheets hide; empty when they hide nothing or cannot be read."""
    with suppress(TimeoutError, *failures()):
        async with asyncio.timeout(SERVED_SECONDS):
            found = await evaluate(opened, _HIDING)
            return f"<style>{''.join(f'{each}{{display:none}}' for each in found or ())}</style>" if found else ""
    return ""


def explain(error: Exception, seen: Seen) -> None:
    """Adds what went wrong as a sentence, unless the reason is there already or the site's answer says it."""
    text = str(error)
    if seen.stopped or "ERR_HTTP_RESPONSE_CODE_FAILURE" in text:
        return
    if seen.kept_in is not None:
        seen.sentences.append(str(seen.kept_in))
        return
    for sign, sentence in _SENTENCES:
        if re.search(sign, text):
            seen.sentences.append(say(sentence))
            return
    seen.sentences.append(say("looking.site.not_opened_at_all"))


_SENTENCES = (
    (r"Download is starting", "looking.site.a_file"),
    (r"Timeout \d+ms exceeded", "looking.site.page_slow"),
    (r"ERR_TOO_MANY_REDIRECTS", "looking.site.page_circle"),
    (r"ERR_CERT_|ERR_SSL_", "looking.site.certificate"),
    (r"ERR_(SOCKS|PROXY|CONNECTION|NAME|ADDRESS|EMPTY|TIMED|NETWORK|INTERNET)", "looking.site.unreachable"),
    (r"ERR_ABORTED|ERR_INVALID_RESPONSE", "looking.site.no_page"),
)
