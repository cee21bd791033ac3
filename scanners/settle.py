"""Waits until a page has finished filling itself, and reads it as it stands then."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any

from scanners.browser import OpenPage, failures

LARGEST_PAGE = 8 * 1024 * 1024
"""Characters of a page that are kept; what comes after is cut off."""

_WORLD = "reader"
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
  const unfinished = () => {
    const body = document.body;
    if (!body || body.querySelector('[aria-busy="true"], [role="progressbar"], progress')) return true;
    const text = (body.innerText || '').trim();
    return text.length < 160 || (text.length < 600 && /^(loading|please wait|one moment)/i.test(text));
  };
  try {
    for (;;) {
      await new Promise((done) => setTimeout(done, 20));
      const now = performance.now();
      if (now - started > cap) return 'cap';
      if (document.readyState !== 'complete') { last = now; continue; }
      if (now - last < (changed || asks() ? quiet : calm)) continue;
      if (now - last >= empty) return 'empty';
      if (!unfinished()) return 'quiet';
    }
  } finally {
    observer.disconnect();
  }
})(%s)"""

# Open shadow roots are written as declarative templates, so that what is drawn there can be read as well.
_READ = """((most) => {
  const root = document.documentElement;
  if (!root) return ['', 0];
  const roots = [];
  const collect = (from) => {
    for (const element of from.querySelectorAll('*')) {
      if (element.shadowRoot) { roots.push(element.shadowRoot); collect(element.shadowRoot); }
    }
  };
  collect(document);
  let html;
  if (roots.length && root.getHTML) {
    const tag = root.cloneNode(false).outerHTML;
    const end = tag.lastIndexOf('</');
    html = tag.slice(0, end) + root.getHTML({shadowRoots: roots}) + tag.slice(end);
  } else {
    html = root.outerHTML;
  }
  const doctype = document.doctype ? `<!DOCTYPE ${document.doctype.name}>` : '';
  html = doctype + html;
  const kept = html.slice(0, most);
  return [kept.toWellFormed ? kept.toWellFormed() : kept, html.length];
})(%d)"""


@dataclass(frozen=True)
class Patience:
    """How long each step of a look may take, in seconds.

    `calm` is how long a page must stand still, `quiet` one that fills itself by script, `empty` one with hardly a
    word on it or a turning wheel; `fill` caps them all.
    `gap` lies between two looks at one host, `pause` before the one retry.
    """

    total: float = 30
    load: float = 20
    fill: float = 7
    read: float = 5
    calm: float = 0.08
    quiet: float = 0.25
    empty: float = 2.5
    gap: float = 2
    pause: float = 1


UNHURRIED = Patience()


class Pending:
    """Counts what a page is still waiting for."""

    def __init__(self, page: Any) -> None:
        self._open: set[Any] = set()
        self.none = asyncio.Event()
        self.none.set()
        page.on("request", self._began)
        page.on("requestfinished", self._ended)
        page.on("requestfailed", self._ended)

    def _began(self, request: Any) -> None:
        if request.resource_type in _LIVELY:
            self._open.add(request)
            self.none.clear()

    def _ended(self, request: Any) -> None:
        self._open.discard(request)
        if not self._open:
            self.none.set()


async def settle(opened: OpenPage, pending: Pending, patience: Patience) -> None:
    """Returns when the page stands still and waits for nothing, or when `patience.fill` is used up."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + patience.fill
    while (left := deadline - loop.time()) > 0:
        steps = {"calm": patience.calm, "quiet": patience.quiet, "empty": patience.empty, "cap": left}
        waits = {name: seconds * 1000 for name, seconds in steps.items()}
        try:
            ended = await _evaluate(opened, _QUIET % json.dumps(waits))
        except failures():
            # The page went on to another one meanwhile.
            await opened.page.wait_for_load_state("domcontentloaded", timeout=left * 1000)
            continue
        if pending.none.is_set() or ended == "cap":
            return
        try:
            async with asyncio.timeout(max(deadline - loop.time(), 0)):
                await pending.none.wait()
        except TimeoutError:
            return


async def read(opened: OpenPage) -> tuple[str, bool]:
    """The page as HTML, and whether it had to be cut off."""
    html, length = await _evaluate(opened, _READ % LARGEST_PAGE)
    return str(html), length > LARGEST_PAGE


async def _evaluate(opened: OpenPage, expression: str) -> Any:
    """Runs our own script beside the page's, where nothing the page redefined can reach it."""
    world = await opened.session.send(
        "Page.createIsolatedWorld", {"frameId": opened.frame, "worldName": _WORLD, "grantUniveralAccess": False}
    )
    answer = await opened.session.send(
        "Runtime.evaluate",
        {
            "expression": expression,
            "contextId": world["executionContextId"],
            "awaitPromise": True,
            "returnByValue": True,
        },
    )
    return answer["result"].get("value")
