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

# One step a frame, as a person's wheel would: watchers of the page are told between two frames. A page that
# answers to it is given a moment at each step; any other is through in about a tenth of a second.
_SCROLL = """(async ({screens, seconds}) => {
  const tall = () => (document.scrollingElement || document.documentElement || {}).scrollHeight || 0;
  const runs = (script) => !script.type || /javascript|ecmascript|module|babel/i.test(script.type);
  const lazy = () => document.querySelector('iframe[loading="lazy"]');
  if (tall() <= innerHeight * 1.1 || !(Array.from(document.scripts).some(runs) || lazy())) return false;
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
  const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const asked = () => performance.getEntriesByType('resource').length;
  const before = asked();
  let answers = 0;
  try {
    for (let screen = 1; screen <= screens && performance.now() < until; screen++) {
      const seen = changes;
      scrollTo({top: screen * innerHeight, behavior: 'instant'});
      await frame();
      await frame();
      if (changes > seen || asked() > before + answers) {
        answers = asked() - before;
        await wait(120);
      }
      if (scrollY + innerHeight >= tall() - 2) break;
    }
    await frame();
    return changes > 0 || asked() > before;
  } finally {
    observer.disconnect();
    scrollTo({top: 0, behavior: 'instant'});
  }
})(%s)"""


async def scroll(opened: OpenPage) -> bool:
    """True when the page drew or asked for something as it was scrolled; it stands at its top again."""
    found: Any = False
    with suppress(*failures()):
        found = await evaluate(opened, _SCROLL % json.dumps({"screens": SCREENS, "seconds": SECONDS}))
    return bool(found)
