"""Waits until a page has finished filling itself."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from scanners.browser import OpenPage, failures
from scanners.snapshot import own_frames
from scanners.world import evaluate

HALT_SECONDS = 1.0
_LIVELY = frozenset({"document", "script", "xhr", "fetch"})

# Resolves once nothing has changed for a while. A page that is still changing or asks for data of its own is given
# more time than one whose scripts only decorate it, and one with hardly a word on it the most.
_QUIET = """(async ({calm, quiet, empty, cap}) => {
  const runs = (script) => !script.type || /javascript|ecmascript|module|babel/i.test(script.type);
  if (!Array.from(document.scripts).some(runs)) return 'still';
  const started = performance.now();
  let last = started;
  let changed = false;
  const observer = new MutationObserver(() => { last = performance.now(); changed = true; });
  observer.observe(document, {childList: true, subtree: true, characterData: true});
  const asks = () => performance.getEntriesByType('resource')
    .some((entry) => entry.initiatorType === 'fetch' || entry.initiatorType === 'xmlhttprequest');
  // What is drawn in a shadow root changes nothing outside it, so it is looked at whenever the rest stands still.
  const shadows = () => {
    let words = '';
    const walk = (from) => {
      for (const element of from.querySelectorAll('*')) {
        if (!element.shadowRoot) continue;
        words += ` ${element.shadowRoot.textContent.trim()}`;
        walk(element.shadowRoot);
      }
    };
    walk(document);
    return words;
  };
  let drawn = '';
  const waits = new RegExp('^(loading|please wait|one moment|just a |chargement|l.dt|wird geladen|einen moment'
    + '|cargando|carregando|caricamento|bezig|laden|.adowanie|\\u0437\\u0430\\u0433\\u0440\\u0443\\u0437)', 'i');
  // 'busy' holds out to the end: a page that says it is on its way, with next to nothing on it.
  const state = () => {
    const body = document.body;
    const text = body ? `${body.innerText || ''}${drawn}`.trim() : '';
    const turning = !body || body.querySelector('[aria-busy="true"], [role="progressbar"], progress');
    if (!text || (text.length < 160 && (turning || waits.test(text)))) return 'busy';
    return turning || text.length < 160 || (text.length < 600 && waits.test(text)) ? 'empty' : 'quiet';
  };
  try {
    for (;;) {
      await new Promise((done) => setTimeout(done, 20));
      const now = performance.now();
      if (now - started > cap) return state() === 'busy' ? 'busy' : 'cap';
      if (document.readyState !== 'complete') { last = now; continue; }
      if (now - last < (changed || asks() ? quiet : calm)) continue;
      const inside = shadows();
      if (inside.length !== drawn.length) { drawn = inside; last = now; changed = true; continue; }
      const how = state();
      if (how === 'quiet' || (how === 'empty' && now - last >= empty)) return how;
    }
  } finally {
    observer.disconnect();
  }
})(%s)"""


@dataclass(frozen=True)
class Patience:
    """How long each step of a look may take, in seconds.

    `calm` is how long a page must stand still, `quiet` one that fills itself by script, `empty` one with hardly a
    word on it or a turning wheel; `fill` caps them all, and is used up for a page that only says it is loading.
    `absence` is how long words of a missing or closed account must stand, where scripts could still put others in
    their place. `gap` lies between two looks at one host, `pause` before the one retry.
    """

    total: float = 30
    load: float = 20
    fill: float = 7
    read: float = 5
    calm: float = 0.08
    quiet: float = 0.25
    empty: float = 2.5
    absence: float = 5
    gap: float = 2
    pause: float = 1


UNHURRIED = Patience()


class Pending:
    """What a page is still waiting for, and whether its document broke off on the way."""

    def __init__(self, page: Any) -> None:
        self.open: set[Any] = set()
        self.none = asyncio.Event()
        self.none.set()
        self.broken_off = False
        page.on("request", self._began)
        page.on("requestfinished", self._ended)
        page.on("requestfailed", self._failed)

    @property
    def document(self) -> bool:
        """True while the page itself is still on its way."""
        return any(_is_page(request) for request in self.open)

    def _began(self, request: Any) -> None:
        if request.resource_type in _LIVELY:
            self.open.add(request)
            self.none.clear()
        if _is_page(request):
            self.broken_off = False

    def _ended(self, request: Any) -> None:
        self.open.discard(request)
        if not self.open:
            self.none.set()

    def _failed(self, request: Any) -> None:
        self._ended(request)
        if _is_page(request):
            self.broken_off = True


def _is_page(request: Any) -> bool:
    return bool(request.is_navigation_request()) and request.frame.parent_frame is None


async def settle(opened: OpenPage, pending: Pending, patience: Patience) -> bool:
    """Waits until the page stands still and waits for nothing; False when `patience.fill` is used up before."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + patience.fill
    while (left := deadline - loop.time()) > 0:
        try:
            async with asyncio.timeout(left + HALT_SECONDS):
                ended = await _at_rest(opened, patience, left)
        except TimeoutError:
            return False
        except failures():
            # The page went on to another one meanwhile.
            await opened.page.wait_for_load_state("domcontentloaded", timeout=left * 1000)
            continue
        if ended == "busy":
            return False
        if pending.none.is_set() or ended == "cap":
            break
        with suppress(TimeoutError):
            async with asyncio.timeout(max(deadline - loop.time(), 0)):
                await pending.none.wait()
    return pending.none.is_set()


async def _at_rest(opened: OpenPage, patience: Patience, left: float) -> str:
    """How the page, with the frames of its own site, came to rest."""
    steps = {"calm": patience.calm, "quiet": patience.quiet, "empty": patience.empty, "cap": left}
    script = _QUIET % json.dumps({name: seconds * 1000 for name, seconds in steps.items()})
    ended = str(await evaluate(opened, script))
    if len(opened.page.frames) > 1:
        inside = list(own_frames(opened, await opened.session.send("Page.getFrameTree")))
        # A frame may go away while it is waited for; then there is nothing to wait for.
        await asyncio.gather(*(evaluate(opened, script, frame) for frame in inside), return_exceptions=True)
    return ended


async def halt(opened: OpenPage) -> None:
    """Ends whatever a page is still doing, so that it can be read as it stands."""
    with suppress(TimeoutError, *failures()):
        async with asyncio.timeout(HALT_SECONDS):
            await asyncio.gather(
                opened.session.send("Emulation.setScriptExecutionDisabled", {"value": True}),
                opened.session.send("Runtime.terminateExecution"),
                opened.session.send("Page.stopLoading"),
            )
