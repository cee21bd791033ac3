"""What is known of a page so far, kept apart so that a look that is cut short still says it."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from privacy_check.model import Outcome
from scanners.browser import OpenPage, failures
from scanners.egress import NO_SUCH_NAME, clean_url, host_of
from scanners.lost import BAD_ANSWER, NO_ANSWER, kind_of, only_measures
from scanners.proxies import ProxyTrouble

KEPT_HEADERS = ("server", "cf-mitigated", "retry-after", "content-type", "location", "x-robots-tag")
LARGEST_SERVED = 2 * 1024 * 1024
SERVED_SECONDS = 2.0

NOT_RUN = "A program of the page did not come from {host}."
SENT_ELSEWHERE = 401

_TYPES = {"xhr": "XHR", "fetch": "Fetch", "eventsource": "EventSource", "script": "Script"}


@dataclass
class Seen:
    """One look, as far as it came."""

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
    unrun: tuple[str, ...] = ()
    served: str | None = None
    answer: Any = None
    led_away: bool = False
    kept_in: ProxyTrouble | None = None

    def refused_at(self, url: str, reason: str) -> None:
        """Notes where the way of a visitor leads and was not followed."""
        if clean_url(url) == clean_url(self.start):
            self.sentences.append(f"This address was not opened. {reason}")
        else:
            self.redirects.append(url)
            self.sentences.append(f"The page sends visitors on to {host_of(url)}, which was not opened. {reason}")
        if not self.html:
            self.stopped, self.final_url = True, url
            self.outcome = Outcome.ERROR if reason == NO_SUCH_NAME else Outcome.BLOCKED

    def answered(self, response: Any, opened: OpenPage) -> None:
        """Keeps the status of every answer, and for the page itself also where it came from."""
        opened.watch.answered(response.url.partition("#")[0], response.status)
        request = response.request
        if not request.is_navigation_request() or response.frame != opened.page.main_frame:
            if _is_no_data(request, response):
                opened.watch.lose(response.url, BAD_ANSWER, "data", SENT_ELSEWHERE)
            return
        headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
        if 300 <= response.status < 400 and "location" in headers:
            self.redirects.append(response.url)
        elif request.redirected_from is None and self.answer is not None and _hindered(opened):
            # What a script goes to after its data did not come says nothing about the page that was asked for.
            self.led_away = self.led_away or clean_url(response.url) != clean_url(self.start)
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
        programs = [NOT_RUN.format(host=host_of(each.url) or "another place") for each in own]
        self.missing = tuple(dict.fromkeys((*opened.watch.missing(), *programs)))
        statuses = [each.status for each in lost if each.kind == "data" and each.status is not None]
        self.missing_status = next((status for status in (429, 403, 401) if status in statuses), None)
        self.unrun = tuple(
            dict.fromkeys(
                NOT_RUN.format(host=host)
                for each in lost
                if each.kind == "script" and not only_measures(host := host_of(each.url))
            )
        )
        if (self.missing or self.unrun or self.unfinished) and not self.led_away:
            self.served = await _served(self.answer) if whole else ""


def _hindered(opened: OpenPage) -> bool:
    return any(each.kind != "other" for each in opened.watch.lost)


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


async def _served(response: Any) -> str:
    """The page as its server sent it; empty when it is not to be had (any more)."""
    with suppress(TimeoutError, *failures()):
        async with asyncio.timeout(SERVED_SECONDS):
            return str((await response.text())[:LARGEST_SERVED])
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
            seen.sentences.append(sentence)
            return
    seen.sentences.append("The page could not be opened.")


_SENTENCES = (
    (r"Download is starting", "The address leads to a file to download, not to a page."),
    (r"Timeout \d+ms exceeded", "The page took too long to answer."),
    (r"ERR_TOO_MANY_REDIRECTS", "The page sends visitors round in a circle."),
    (r"ERR_CERT_|ERR_SSL_", "The site's security certificate is not in order, so the page was not opened."),
    (r"ERR_(SOCKS|PROXY|CONNECTION|NAME|ADDRESS|EMPTY|TIMED|NETWORK|INTERNET)", "The site could not be reached."),
    (r"ERR_ABORTED|ERR_INVALID_RESPONSE", "The site sent no page."),
)
