"""Scrolls down a page that is longer than the window, for what is only drawn when somebody gets there."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from scanners.browser import OpenPage, failures
from scanners.world import evaluate

SCREENS = 8
"""How many windows deep a page is looked through: feeds have no end."""

SECONDS = 3.0

# A page that shows no sign of caring is looked into at a few places, for a frame each; one that listens to
# scrolling, or answers, is gone through screen by screen, as by a person's wheel.
_SCROLL = """(async ({screens, seconds, listens}) => {
  const tall = () => (document.scrollingElement || document.documentElement || {}).scrollHeight || 0;
  const until = performance.now() + seconds * 1000;
  let changes = 0;
  const observer = new MutationObserver((records) => {
    changes += records.some((record) => record.type === 'childList' && record.addedNodes.length) ? 1 : 0;
  });
  observer.observe(document, {childList: true, subtree: true});
  const frame = () => new Promise((done) => {
    setTimeout(done, 60);
    requestAnimationFrame(() => setTimeout(done, 0));
  });
  const before = performance.getEntriesByType('resource').length;
  const signs = () => changes + performance.getEntriesByType('resource').length - before;
  const go = async (top) => {
    scrollTo({top, behavior: 'instant'});
    await frame();
  };
  try {
    const end = Math.min(tall(), screens * innerHeight);
    for (let part = 4; part > 0 && !listens && !signs(); part--) await go(end * part / 4 - innerHeight);
    if (!listens) await frame();
    if (!listens && !signs()) return false;
    for (let screen = 0; screen <= screens && performance.now() < until; screen++) {
      const seen = signs();
      await go(screen * innerHeight);
      await frame();
      if (signs() > seen) await new Promise((done) => setTimeout(done, 120));
      if (scrollY + innerHeight >= tall() - 2) break;
    }
    if (listens && !signs()) await new Promise((done) => setTimeout(done, 250));
    return signs() > 0;
  } finally {
    observer.disconnect();
    scrollTo({top: 0, behavior: 'instant'});
  }
})(%s)"""

# 0 for a page that fits, 1 for a taller one with programs, 2 for one that also holds frames to be fetched later.
_TALL = """(() => {
  const runs = (script) => !script.type || /javascript|ecmascript|module|babel/i.test(script.type);
  const root = document.scrollingElement || document.documentElement;
  if (!root || root.scrollHeight <= innerHeight * 1.1) return 0;
  if (document.querySelector('iframe[loading="lazy"]')) return 2;
  return Array.from(document.scripts).some(runs) ? 1 : 0;
})()"""

# Only the tools of a browser tell what listens; a page can at most make its own answer to this a wrong one.
_LISTENS = """(() => {
  for (const heard of [getEventListeners(window), getEventListeners(document)]) {
    if (heard.scroll || heard.wheel || heard.scrollend || heard.touchmove) return true;
  }
  return false;
})()"""


async def scroll(opened: OpenPage) -> bool:
    """True when the page drew or asked for something as it was scrolled; it stands at its top again.

    A page that has no program watching its window is left as it stands: it would only be drawn once more.
    """
    found: Any = False
    with suppress(*failures()):
        tall = await evaluate(opened, _TALL)
        if tall:
            listens = await _listens(opened)
            if listens or tall > 1 or opened.watch.minds_scrolling:
                how = {"screens": SCREENS, "seconds": SECONDS, "listens": listens}
                found = await evaluate(opened, _SCROLL % json.dumps(how))
    return bool(found)


async def _listens(opened: OpenPage) -> bool:
    """True when scripts of the page are told of scrolling."""
    heard = await opened.session.send(
        "Runtime.evaluate", {"expression": _LISTENS, "includeCommandLineAPI": True, "returnByValue": True}
    )
    return bool(heard["result"].get("value"))
