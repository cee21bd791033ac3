"""Decides about every request of every page before it leaves the browser (CDP Fetch domain, browser-wide).

Set up once per browser and not per page: what frames inside a page, workers, popups and prefetches ask for
passes here as well, and whatever does not come from the page that is being looked at is refused.
"""

from __future__ import annotations

import asyncio
import base64
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from privacy_check.sentences import say
from scanners.egress import ELSEWHERE, LONGEST_URL, AllowList, Ledger, Read, host_of, port_of
from scanners.lost import (
    BAD_ANSWER,
    ELSEWHERE_ASKED,
    IN_PART,
    MOST_LOST,
    NO_ANSWER,
    NOT_ASKED,
    SOCKET,
    STREAM,
    UNKNOWN_MESSAGE,
    WORKER,
    Lost,
    LostKind,
    kind_of,
    only_measures,
)
from scanners.reading import LARGEST_BODY, Posted, is_another_method, is_aside, may_read, read_of

Event = Mapping[str, Any]

WANTED = frozenset({"Document", "Stylesheet", "Script", "XHR", "Fetch"})
"""What a page needs to show its words; the names are those of the CDP type Network.ResourceType."""

DATA = frozenset({"XHR", "Fetch"})
"""How the page's own scripts ask: no form, no move of the page, no beacon."""

NOT_GET = "looking.refused.not_get"
NOT_NEEDED = "looking.refused.not_needed"
AHEAD = "looking.refused.ahead"
INSIDE = "looking.refused.inside"
MOST_FRAMES = 500

ASKED_BY_PAGES = {
    "prepared": "looking.without.prepared",
    "typeface": "looking.without.typeface",
    "asked_who": "looking.without.asked_who",
    "stays": "looking.without.stays",
    "RTCPeerConnection": "looking.without.call",
    "webkitRTCPeerConnection": "looking.without.call",
}
"""What a page tells of itself with `way_refused` that brings no words and may decide which it shows."""

BLANK_PICTURE = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
PLACING_SECONDS, PLACING_STEPS = 0.3, 10

_PURPOSES = {
    "Document": "page",
    "Stylesheet": "style",
    "Script": "script",
    "XHR": "data",
    "Fetch": "data",
    "Image": "picture",
    "Media": "film",
    "Font": "font",
    "Ping": "message",
}


class Session(Protocol):
    """The part of a CDP session that is used here."""

    def on(self, event: str, f: Callable[[Any], None], /) -> Any: ...

    async def send(self, method: str, params: dict[str, Any] | None = None, /) -> Any: ...


@dataclass
class Watch:
    """What is watched for one page: its allow-list, what the page was refused or sent to, and what it lost."""

    account: str
    allow: AllowList
    ledger: Ledger
    documents: list[str] = field(default_factory=list)
    refused_documents: list[tuple[str, str]] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    open_numbers: dict[str, list[_Open]] = field(default_factory=dict)
    turned_away: asyncio.Event = field(default_factory=asyncio.Event)
    minds_scrolling: bool = False

    def refused_document(self, url: str, reason: str) -> None:
        """Notes that the page itself was kept from going somewhere."""
        self.refused_documents.append((url, reason))
        self.turned_away.set()

    def leaves(self, method: str, url: str, purpose: str, resource: str, read: Read | None = None) -> None:
        """Notes a request that was let through; `resource` is its CDP type, `read` what a POST reads."""
        number = self.ledger.made(method, url, purpose, self.account, read)
        self.open_numbers.setdefault(url, []).append(_Open(number, kind_of(resource, host_of(url))))
        if resource == "Document":
            self.documents.append(url)

    def answered(self, url: str, status: int) -> None:
        """Adds the status of an answer to the ledger."""
        if opened := self._taken(url):
            self.ledger.answered(opened.number, status)
            if status >= 400:
                self.lose(url, BAD_ANSWER, opened.kind, status)

    def failed(self, url: str) -> None:
        """Notes that a request which was let through came to nothing: no connection, or no whole answer."""
        if opened := self._taken(url):
            self.lose(url, NO_ANSWER, opened.kind)

    def door_refused(self, host: str, port: int, reason: str) -> None:
        """Takes back from the ledger what the relay stopped after the name was resolved."""
        for url in [url for url in self.open_numbers if (host_of(url), port_of(url)) == (host, port)]:
            for opened in self.open_numbers.pop(url):
                self.ledger.stopped(opened.number, reason)
                self.lose(url, NO_ANSWER, opened.kind)
            if url in self.documents:
                self.refused_document(url, reason)

    def lose(self, url: str, reason: str, kind: LostKind, status: int | None = None) -> None:
        """Notes what the page asked for and did not get; `reason` names the sentence for it."""
        if sum(lost.kind == kind for lost in self.lost) < MOST_LOST:
            sentence = say(reason, host=host_of(url) or say("looking.site.another_place"), status=status)
            self.lost.append(Lost(url, sentence, time.monotonic(), kind, status))

    def reads(self, event: Event) -> Read | None:
        """What a POST of the page's own scripts reads, by the platform's file; None when it may not be sent."""
        request = event["request"]
        by_script = request["method"] == "POST" and event["resourceType"] in DATA
        if not by_script or not may_read(self.allow.reads, request["url"]):
            return None
        return read_of(self.allow.reads, Posted(request["url"], _lower(request["headers"]), _body(request)))

    def way_refused(self, told: object) -> None:
        """Notes that the page wanted a socket or a helper program, none of which it has, or watches its window.

        `told` is what REFUSED_IN_PAGES says: the class, or a name of ASKED_BY_PAGES, and the address. A page may
        say anything in its place.
        """
        match told:
            case ["minds_scrolling", _]:
                self.minds_scrolling = True
            case [str(named), str(url)] if named in ASKED_BY_PAGES:
                self.lose(url[:LONGEST_URL], ASKED_BY_PAGES[named], "perhaps")
            case [str(named), str(url)]:
                self.lose(url[:LONGEST_URL], WORKER if "Worker" in named else SOCKET, "data")

    def missing(self) -> tuple[str, ...]:
        """Which data the page asked for and did not get, as sentences, each once; scripts and beacons apart."""
        return tuple(dict.fromkeys(lost.reason for lost in self.lost if lost.kind == "data"))

    def _taken(self, url: str) -> _Open | None:
        numbers = self.open_numbers.get(url)
        return numbers.pop(0) if numbers else None


@dataclass(frozen=True, slots=True)
class _Open:
    """A request that left and has no answer yet: its number in the ledger, and what it may bring."""

    number: int
    kind: LostKind


class Interceptor:
    """Watches one browser. `watch` and `forget` name the main frames that may ask for anything at all."""

    def __init__(self, session: Session, ledger: Ledger) -> None:
        self._session = session
        self._ledger = ledger
        self._watches: dict[str, Watch] = {}
        self._inside: dict[str, Watch] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """From here on no request leaves without a decision."""
        self._session.on("Fetch.requestPaused", self._paused)
        pattern = {"urlPattern": "*", "requestStage": "Request"}
        await self._session.send("Fetch.enable", {"patterns": [pattern]})

    def watch(self, frame: str, watch: Watch) -> None:
        """Lets a page (by the id of its main frame) ask within its allow-list."""
        self._watches[frame] = watch

    def forget(self, frame: str) -> None:
        """Ends that."""
        ended = self._watches.pop(frame, None)
        self._inside = {inner: watch for inner, watch in self._inside.items() if watch is not ended}

    def attached(self, frame: str, parent: str) -> None:
        """Notes that a frame stands inside a watched page: it may ask its hosts with GET, as the page may."""
        watch = self._watches.get(parent) or self._inside.get(parent)
        # A page that draws frames without end takes none from the pages looked at beside it.
        if watch is not None and sum(each is watch for each in self._inside.values()) < MOST_FRAMES:
            self._inside[frame] = watch

    def _paused(self, event: Event) -> None:
        task = asyncio.ensure_future(self._answer(event))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, event: Event) -> None:
        await self._placed(event)
        method, params = self._decide(event)
        # The page may be closed while its request is decided about: then there is nobody left to tell.
        with suppress(Exception):
            await self._session.send(method, {"requestId": event["requestId"], **params})

    async def _placed(self, event: Event) -> None:
        """Waits a little for word of where a new frame stands: that comes another way than what it asks for."""
        frame, url = event.get("frameId", ""), event["request"]["url"]
        for _ in range(PLACING_STEPS):
            if not frame or frame in self._watches or frame in self._inside:
                return
            if all(watch.allow.refusal(url) for watch in self._watches.values()):
                return
            await asyncio.sleep(PLACING_SECONDS / PLACING_STEPS)

    def _decide(self, event: Event) -> tuple[str, dict[str, Any]]:
        request, kind = event["request"], event["resourceType"]
        method, url = request["method"], request["url"]
        watch, inner = self._watches.get(event.get("frameId", "")), self._inside.get(event.get("frameId", ""))
        if url.startswith(("data:", "blob:")):
            return "Fetch.continueRequest", {}
        if watch is not None and method == "OPTIONS" and _asks_to_read(request, watch.allow):
            return "Fetch.fulfillRequest", _permission(request)
        purpose = say(f"looking.purpose.{_PURPOSES.get(kind, 'other')}")
        read = watch.reads(event) if watch is not None else None
        asking = watch or inner
        if reason := self._reason(asking, event, read):
            account = asking.account if asking else self._guess(request["headers"])
            self._ledger.refused(method, url, purpose, account, reason)
            self._note_loss(asking or self._by_account(account), event, reason)
            if watch is not None and kind == "Document":
                watch.refused_document(url, reason)
                # An aborted move leaves the page standing; any other error would draw an error page over it.
                return "Fetch.failRequest", {"errorReason": "Aborted"}
            if kind == "Image":
                # Nothing is told by a picture that did not come: a page that has words ready for that says none.
                return "Fetch.fulfillRequest", _blank(request)
            return "Fetch.failRequest", {"errorReason": "BlockedByClient"}
        assert asking is not None
        if watch is None and kind == "Document":
            # The page in a frame is a part of the page it stands in, and brings words as data does.
            purpose, kind = say("looking.purpose.part"), "Fetch"
        asking.leaves(method, url, purpose, kind, read)
        return "Fetch.continueRequest", {}

    def _reason(self, watch: Watch | None, event: Event, read: Read | None) -> str:
        request = event["request"]
        url, headers = request["url"], _lower(request["headers"])
        if watch is None:
            foreign = all(each.allow.refusal(url) for each in self._watches.values())
            return say(ELSEWHERE) if self._watches and foreign else say(INSIDE)
        if elsewhere := watch.allow.refusal(url):
            return elsewhere
        if (request["method"] != "GET" and read is None) or is_another_method(headers):
            return say(NOT_GET)
        if event["resourceType"] not in WANTED or "text/event-stream" in headers.get("accept", ""):
            return say(NOT_NEEDED)
        if "prefetch" in headers.get("sec-purpose", "") + headers.get("purpose", ""):
            return say(AHEAD)
        return ""

    def _note_loss(self, watch: Watch | None, event: Event, reason: str) -> None:
        if watch is not None:
            url, request = event["request"]["url"], event["request"]
            known = is_aside(watch.allow.reads, Posted(url, _lower(request["headers"]), _body(request)))
            resource = event["resourceType"]
            if resource == "Document" and request["method"] != "GET" and event.get("frameId") in self._inside:
                # A form sent into a frame brings words as a script's question does.
                resource = "Fetch"
            kind, why = kind_of(resource, host_of(url)), _loss(event, reason)
            if (
                resource == "Document"
                and event.get("frameId") not in self._watches
                and not only_measures(host_of(url))
            ):
                kind, why = "perhaps", "looking.without.framed"
            watch.lose(url, why, "other" if known else kind)

    def _by_account(self, account: str) -> Watch | None:
        return next((watch for watch in self._watches.values() if watch.account == account), None)

    def _guess(self, headers: Mapping[str, str]) -> str:
        """The account whose page a frame or window belongs to, by the Referer; "" when that is not certain."""
        came_from = headers.get("Referer", "")
        accounts = {
            watch.account
            for watch in self._watches.values()
            if any(document.startswith(came_from) for document in watch.documents)
        }
        return accounts.pop() if came_from and len(accounts) == 1 else ""


def _loss(event: Event, reason: str) -> str:
    """The name of the sentence that says, about the page and not the request, what it has to do without."""
    request, headers = event["request"], _lower(event["request"]["headers"])
    if reason == say(INSIDE):
        return IN_PART
    if reason == say(NOT_NEEDED) and (
        event["resourceType"] == "EventSource" or "text/event-stream" in headers.get("accept", "")
    ):
        return STREAM
    if reason == say(NOT_GET):
        return UNKNOWN_MESSAGE if request["method"] in ("POST", "OPTIONS") else NOT_ASKED
    return ELSEWHERE_ASKED if reason == say(ELSEWHERE) else NOT_ASKED


def _blank(request: Event) -> dict[str, Any]:
    """An empty picture, made here: the page's own one is not fetched."""
    headers = {
        "Content-Type": "image/gif",
        "Access-Control-Allow-Origin": _lower(request["headers"]).get("origin", "*"),
        "Access-Control-Allow-Credentials": "true",
    }
    listed = [{"name": name, "value": value} for name, value in headers.items()]
    return {"responseCode": 200, "responseHeaders": listed, "body": BLANK_PICTURE}


def _asks_to_read(request: Event, allow: AllowList) -> bool:
    """True for a browser's question whether one host of the platform may be asked by another, with GET or to read.

    It is answered here and never sent: what leaves is the request itself, when it is decided that it may.
    """
    url, wanted = request["url"], _lower(request["headers"]).get("access-control-request-method")
    return not allow.refusal(url) and (wanted == "GET" or (wanted == "POST" and may_read(allow.reads, url)))


def _permission(request: Event) -> dict[str, Any]:
    headers = _lower(request["headers"])
    answers = {
        "Access-Control-Allow-Origin": headers.get("origin", "*"),
        "Access-Control-Allow-Methods": headers.get("access-control-request-method", "GET"),
        "Access-Control-Allow-Headers": headers.get("access-control-request-headers", ""),
        "Access-Control-Allow-Credentials": "true",
    }
    listed = [{"name": name, "value": value} for name, value in answers.items() if value]
    return {"responseCode": 204, "responseHeaders": listed}


def _body(request: Event) -> bytes | None:
    """What would be sent with a request; None when it is too long, or not all there (a file, a stream)."""
    if not request.get("hasPostData"):
        return b""
    parts = request.get("postDataEntries", [])
    if not parts or not all("bytes" in part for part in parts) or sum(map(_length, parts)) > LARGEST_BODY:
        return None
    return b"".join(base64.b64decode(part["bytes"]) for part in parts)


def _length(part: Mapping[str, str]) -> int:
    return len(part["bytes"]) * 3 // 4


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
