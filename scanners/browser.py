"""The one place where a browser is launched and configured; `browsers_here` finds it."""

from __future__ import annotations

import asyncio
import locale as system_locale
import os
import re
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from privacy_check.errors import NoBrowser
from privacy_check.sentences import say
from scanners.appetite import Appetite
from scanners.browsers_here import SETUP_HINT, BrowserChoice, candidates, find, has_display
from scanners.driver import CLOSE_SECONDS, START_SECONDS, EarlyDriver, failures, see_through
from scanners.egress import AllowList, Ledger
from scanners.intercept import Interceptor, Watch
from scanners.relay import NOBODY, Opened, Refusal, Relay

__all__ = [
    "BrowserChoice",
    "OpenPage",
    "RunningBrowser",
    "candidates",
    "failures",
    "find",
    "launch",
    "see_through",
]

FLAGS = (
    # The relay resolves every name; the browser itself has no way to ask for one.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--dns-prefetch-disable",
    "--disable-quic",
    "--no-pings",
    "--disable-domain-reliability",
    "--disable-client-side-phishing-detection",
    "--disable-background-mode",
    # A page's scripts get as much memory as any honest page needs; one that takes more ends by itself.
    "--js-flags=--max-old-space-size=640",
)
VIEWPORT = {"width": 1280, "height": 900}
SAVE_INSTEAD = "looking.browser.save_instead"

MOST_OF_A_CONNECTION = 12 * 1024 * 1024
MOST_OF_A_LOOK = 48 * 1024 * 1024
"""Bytes, packed as they come. No page needs as many without its pictures; one without an end is ended by them."""

# What could talk to a site outside the reach of the request check, or ask ahead for pages nobody opened.
TOLD_BY_PAGES = "__waysRefused"
REFUSED_IN_PAGES = """(() => {
  const tell = window.__waysRefused;
  delete window.__waysRefused;
  class Refused extends EventTarget {
    constructor(named, url) {
      super();
      this.readyState = 3;
      try { tell([named, new URL(url, document.baseURI).href.slice(0, 500)]); } catch (error) {}
      setTimeout(() => {
        const event = new Event('error');
        if (typeof this.onerror === 'function') this.onerror(event);
        this.dispatchEvent(event);
      }, 0);
    }
    send() {} close() {} postMessage() {} terminate() {}
  }
  for (const name of ['WebSocket', 'WebSocketStream', 'WebTransport', 'Worker', 'SharedWorker',
                      'RTCPeerConnection', 'webkitRTCPeerConnection']) {
    if (name in window) {
      Object.defineProperty(window, name, {
        value: class extends Refused { constructor(url = '') { super(name, String(url)); } },
        writable: true, configurable: true,
      });
    }
  }
  // Nothing is kept from a page here. It is only noted what it would answer to with words of its own.
  const note = (named, url) => { try { tell([named, String(url || '').slice(0, 500)]); } catch (error) {} };
  const prepared = (at) => note('prepared', at.src || at.href || at.data || at.currentSrc);
  const answers = new WeakSet();
  const once = (element, add) => {
    if (answers.has(element)) return;
    answers.add(element);
    add.call(element, 'error', () => prepared(element));
  };
  const kinds = ['Script', 'Link', 'Media', 'Source', 'IFrame', 'Object', 'Embed'];
  const add = EventTarget.prototype.addEventListener;
  const plain = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'onerror');
  for (const kind of kinds) {
    const prototype = window[`HTML${kind}Element`].prototype;
    Object.defineProperty(prototype, 'addEventListener', {
      value: function addEventListener(type, ...rest) {
        if (type === 'error') once(this, add);
        return add.call(this, type, ...rest);
      },
      writable: true, configurable: true, enumerable: true,
    });
    if (plain) {
      Object.defineProperty(prototype, 'onerror', {
        get() { return plain.get.call(this); },
        set(value) { if (value) once(this, add); plain.set.call(this, value); },
        configurable: true, enumerable: true,
      });
    }
  }
  add.call(window, 'error', ({target}) => {
    if (target instanceof Element && target.hasAttribute('onerror') && !answers.has(target)) prepared(target);
  }, true);
  const noted = (prototype, name, named) => {
    const kept = prototype && prototype[name];
    if (!kept) return;
    Object.defineProperty(prototype, name, {
      value: function (...given) { note(named); return kept.apply(this, given); },
      writable: true, configurable: true, enumerable: true,
    });
  };
  // Told once: a page that has none of these, and does not listen to scrolling, draws nothing more for it.
  let told = false;
  const watching = (holder, name) => {
    const kept = holder && holder[name];
    if (!kept) return;
    Object.defineProperty(holder, name, {
      value: function (...given) {
        if (!told) { told = true; note('minds_scrolling'); }
        return kept.apply(this, given);
      },
      writable: true, configurable: true, enumerable: true,
    });
  };
  watching(window.IntersectionObserver && IntersectionObserver.prototype, 'observe');
  watching(window, 'requestAnimationFrame');
  watching(window, 'setInterval');
  noted(window.FontFace && FontFace.prototype, 'load', 'typeface');
  noted(window.FontFaceSet && FontFaceSet.prototype, 'load', 'typeface');
  const driven = Object.getOwnPropertyDescriptor(Navigator.prototype, 'webdriver');
  if (driven) {
    Object.defineProperty(Navigator.prototype, 'webdriver', {
      ...driven, get() { note('asked_who'); return driven.get.call(this); },
    });
  }
  if (window.ServiceWorkerContainer) noted(ServiceWorkerContainer.prototype, 'register', 'stays');
  new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) {
        if (node.nodeName === 'SCRIPT' && node.type === 'speculationrules') node.remove();
      }
    }
  }).observe(document, {childList: true, subtree: true});
})()"""


class NoDisplay(NoBrowser):
    """A window was asked for where there is no screen to show it on."""


def sandboxed() -> bool:
    """False only for Linux root, under which the browser refuses to start with its sandbox on."""
    return not (sys.platform.startswith("linux") and os.geteuid() == 0)


def persons_locale() -> str:
    """The person's language as a web page is told it, such as `en-GB`."""
    windows = system_locale.getlocale()[0] if sys.platform == "win32" else None
    told = [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    for text in (*told, windows):
        if match := re.match(r"([a-z]{2,3})_([A-Z]{2})\b", text or ""):
            return f"{match[1]}-{match[2]}"
    return "en-GB"


@dataclass
class OpenPage:
    """One page in a context of its own: nothing of another look can be seen from it.

    `page`, `session` are Playwright's page and CDP session; `full` is set when the page brought more than is
    taken, `gone` when it crashed or was closed; `door` is its one way out; `greedy` is True once it was stopped
    because it took too much memory.
    """

    page: Any
    session: Any
    frame: str
    watch: Watch
    door: Relay | None = None
    full: asyncio.Event = field(default_factory=asyncio.Event)
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    greedy: bool = False

    def stop_for_memory(self) -> None:
        """Has the page read as it stands, with nothing more of it run."""
        self.greedy = True
        self.full.set()


@dataclass
class RunningBrowser:
    """A browser that has been started, and the ways to open a page in it."""

    choice: BrowserChoice
    browser: Any
    interceptor: Interceptor
    appetite: Appetite
    ledger: Ledger
    locale: str

    @property
    def alive(self) -> bool:
        """False once the browser has gone."""
        return bool(self.browser.is_connected())

    @property
    def version(self) -> str:
        """The version of the browser, such as 156.0.8078.79."""
        return str(self.browser.version)

    @asynccontextmanager
    async def open_page(self, account: str, allow: AllowList) -> AsyncIterator[OpenPage]:
        """A blank page that may talk to `allow` only; closed with everything it stored.

        Raises TimeoutError when the browser does not open one.
        """
        watch = Watch(account, allow, self.ledger)
        full = asyncio.Event()
        async with Relay(
            allow,
            watch.door_refused,
            on_trouble=self.ledger.blame,
            on_full=full.set,
            most=MOST_OF_A_CONNECTION,
            most_in_all=MOST_OF_A_LOOK,
        ) as relay:
            async with asyncio.timeout(START_SECONDS):
                context = await self.browser.new_context(
                    proxy={"server": relay.url},
                    locale=self.locale,
                    viewport=VIEWPORT,
                    service_workers="block",
                    accept_downloads=False,
                )
            try:
                async with asyncio.timeout(START_SECONDS):
                    await context.expose_binding(TOLD_BY_PAGES, lambda _, told: watch.way_refused(told))
                    await context.add_init_script(REFUSED_IN_PAGES)
                    opened = await _first_page(context, watch, relay, full)
                self.interceptor.watch(opened.frame, watch)
                self._follow_frames(opened)
                self.appetite.watch(opened)
                try:
                    yield opened
                finally:
                    self.interceptor.forget(opened.frame)
                    self.appetite.forget(opened)
            finally:
                with suppress(*failures(), TimeoutError):
                    await see_through(context.close(), CLOSE_SECONDS)

    def _follow_frames(self, opened: OpenPage) -> None:
        """Tells the interceptor which frames stand in a page."""

        def attached(event: Mapping[str, str]) -> None:
            self.interceptor.attached(event["frameId"], event["parentFrameId"])

        opened.session.on("Page.frameAttached", attached)

    @asynccontextmanager
    async def open_window(self, on_open: Opened, on_refusal: Refusal) -> AsyncIterator[Any]:
        """An empty Playwright context that the person drives: any host but private ones may be reached."""
        async with Relay(AllowList(anywhere=True), on_refusal, on_open, on_trouble=self.ledger.blame) as relay:
            async with asyncio.timeout(START_SECONDS):
                context = await self.browser.new_context(
                    proxy={"server": relay.url}, locale=self.locale, no_viewport=True, accept_downloads=False
                )
            try:
                yield context
            finally:
                with suppress(*failures(), TimeoutError):
                    await see_through(context.close(), CLOSE_SECONDS)


async def _first_page(context: Any, watch: Watch, door: Relay, full: asyncio.Event) -> OpenPage:
    page = await context.new_page()
    session = await context.new_cdp_session(page)
    # What a busy page tells of itself was begun while it could still answer.
    target, *_ = await asyncio.gather(
        session.send("Target.getTargetInfo"), session.send("Page.enable"), session.send("Performance.enable")
    )
    opened = OpenPage(page, session, target["targetInfo"]["targetId"], watch, door, full)
    for event in ("crash", "close"):
        page.on(event, lambda *_: opened.gone.set())
    # A window that a page opens has no permission to ask for anything; it only has to go away again.
    context.on("page", lambda other: asyncio.ensure_future(_close_quietly(other)))
    return opened


async def _close_quietly(page: Any) -> None:
    # A browser can lose the wish to close a page that is just arriving; the page then goes with its context.
    with suppress(*failures(), TimeoutError):
        async with asyncio.timeout(CLOSE_SECONDS):
            await page.close()


@asynccontextmanager
async def launch(
    ledger: Ledger,
    *,
    headed: bool = False,
    guarded: bool = True,
    choices: Sequence[BrowserChoice] = (),
    early: EarlyDriver | None = None,
) -> AsyncIterator[RunningBrowser]:
    """Starts the first browser that works and closes it, whatever happens in between.

    Its own calls home end at a relay that lets nothing through; each page gets a door of its own. `guarded` has
    every request of every page decided about; without it only `open_window` makes sense. A driver that was begun
    `early` is taken over.
    Raises NoBrowser when none is found or none starts, NoDisplay when a window has no screen to go to.
    """
    if headed and not has_display():
        raise NoDisplay(say("looking.browser.no_screen"), say(SAVE_INSTEAD))
    choices = list(choices) or list(candidates(headed=headed))
    if not choices and headed and find() is not None:
        raise NoBrowser(say("looking.browser.no_window"), say(SAVE_INSTEAD))
    if not choices:
        raise NoBrowser(say("looking.browser.none_found"), say(SETUP_HINT))

    def own_call(host: str, port: int, reason: str) -> None:
        ledger.refused("CONNECT", f"https://{host}:{port}/", say("looking.purpose.browser"), "", reason)

    async with (early or EarlyDriver()).taken() as playwright, Relay(NOBODY, on_refusal=own_call) as relay:
        started, browser = await _start_first(playwright, choices, relay.url, headed)
        try:
            session, interceptor = await _interceptor(browser, ledger, guarded)
            yield RunningBrowser(started, browser, interceptor, Appetite(session), ledger, persons_locale())
        finally:
            with suppress(*failures(), TimeoutError):
                await see_through(browser.close(), CLOSE_SECONDS)


async def _interceptor(browser: Any, ledger: Ledger, guarded: bool) -> tuple[Any, Interceptor]:
    """The browser's own session, and what decides about requests by it."""
    try:
        async with asyncio.timeout(START_SECONDS):
            session = await browser.new_browser_cdp_session()
            interceptor = Interceptor(session, ledger)
            if guarded:
                await interceptor.start()
            return session, interceptor
    except TimeoutError:
        raise NoBrowser(say("looking.browser.silent"), say(SETUP_HINT)) from None


async def _start_first(
    playwright: Any, choices: Sequence[BrowserChoice], proxy: str, headed: bool
) -> tuple[BrowserChoice, Any]:
    reasons = []
    for choice in choices:
        try:
            return choice, await playwright.chromium.launch(
                **choice.launch_options(),
                headless=not headed,
                args=[*FLAGS],
                chromium_sandbox=sandboxed(),
                proxy={"server": proxy},
                handle_sigint=False,
                handle_sigterm=False,
                handle_sighup=False,
                timeout=START_SECONDS * 1000,
            )
        except failures() as error:
            reasons.append(f"{choice.name}: {str(error).strip().splitlines()[0]}")
    raise NoBrowser(say("looking.browser.none_starts", reasons="; ".join(reasons)), say(SETUP_HINT))
