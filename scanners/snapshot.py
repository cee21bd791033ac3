"""Writes a page down as it stands: what is drawn in open shadow roots and in frames of the same site with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from privacy_check.sentences import say
from scanners.browser import OpenPage, failures
from scanners.egress import host_of
from scanners.world import world

LARGEST_PAGE = 8 * 1024 * 1024
"""Characters of a page that are kept; what comes after is cut off."""

MOST_FRAMES = 12
DEEPEST_FRAME = 3
LARGEST_FRAME = LARGEST_PAGE // 8
BIG_FRAME = 200_000
"""Square pixels from which a frame of somebody else is worth a word: about a fifth of the window."""

CUT = "looking.lost.cut"
UNREAD_FRAME = "looking.lost.unread_frame"
FOREIGN_FRAME = "looking.lost.foreign_frame"

# Shadow roots are written as declarative templates, and the words of frames as their `srcdoc`. Each frame gets a
# mark for a moment, so that its tag can be told among all others in the text.
_READ = """function (most, ...frames) {
  const root = document.documentElement;
  if (!root) return ['', 0, []];
  const roots = [], inner = [];
  const collect = (from) => {
    for (const element of from.querySelectorAll('*')) {
      if (element.shadowRoot) { roots.push(element.shadowRoot); collect(element.shadowRoot); }
      if (element.localName === 'iframe' || element.localName === 'frame') inner.push(element);
    }
  };
  collect(document);
  const known = new Map(), unread = [];
  for (let at = 0; at + 1 < frames.length; at += 2) known.set(frames[at], frames[at + 1]);
  for (const element of inner) {
    const box = element.getBoundingClientRect();
    if (!known.has(element) && /^https?:/.test(element.src) && unread.length < 50) {
      unread.push([element.src.slice(0, 2000), Math.round(box.width * box.height)]);
    }
  }
  const start = (element) => {
    const tag = element.cloneNode(false).outerHTML;
    return tag.endsWith(`</${element.localName}>`) ? tag.slice(0, -element.localName.length - 3) : tag;
  };
  const written = () => {
    if (!roots.length || !root.getHTML) return root.outerHTML;
    const tag = start(root);
    return tag + root.getHTML({shadowRoots: roots}) + '</html>';
  };
  const marks = [];
  let html;
  try {
    for (const [element, words] of known) {
      const mark = `f${crypto.getRandomValues(new Uint32Array(4)).join('')}`;
      element.setAttribute(mark, '');
      marks.push([element, mark, start(element), words]);
    }
    html = written();
  } finally {
    for (const [element, mark] of marks) element.removeAttribute(mark);
  }
  let framed = '';
  for (const [element, , tag, words] of marks) {
    const quoted = words.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const open = `<iframe srcdoc="${quoted}">`;
    html = html.replace(tag, () => element.localName === 'iframe' ? open : `${open}</iframe>${tag}`);
    framed += `${open}</iframe>`;
  }
  if (document.body && document.body.localName === 'frameset') {
    html = `<html>${document.head ? document.head.outerHTML : ''}<body>${framed}</body></html>`;
  }
  const doctype = document.doctype ? `<!DOCTYPE ${document.doctype.name}>` : '';
  html = doctype + html;
  const kept = html.slice(0, most);
  return [kept.toWellFormed ? kept.toWellFormed() : kept, html.length, unread];
}"""


@dataclass(frozen=True)
class Standing:
    """A page as it stood: its HTML, whether it had to be cut off, and which parts were not read, in sentences."""

    html: str
    cut: bool = False
    unread: tuple[str, ...] = ()


@dataclass
class _Frame:
    id: str
    url: str
    children: list[_Frame] = field(default_factory=list)


async def read(opened: OpenPage) -> Standing:
    """The page with everything that can be read in it."""
    top = _Frame(opened.frame, opened.page.url)
    if len(opened.page.frames) > 1:
        with suppress(*failures()):
            tree = await opened.session.send("Page.getFrameTree")
            top = _tree(tree["frameTree"], opened, [MOST_FRAMES], 0)
    html, length, unread = await _written(opened, top, LARGEST_PAGE)
    cut = length > LARGEST_PAGE
    parts = dict.fromkeys(_unread(unread, top.url, opened))
    return Standing(html, cut, (say(CUT), *parts) if cut else tuple(parts))


def own_frames(opened: OpenPage, tree: dict[str, Any]) -> Iterator[str]:
    """The ids of the frames of the same site, from an answer to Page.getFrameTree."""
    waiting = _tree(tree["frameTree"], opened, [MOST_FRAMES], 0).children
    while waiting:
        frame = waiting.pop()
        waiting.extend(frame.children)
        yield frame.id


def _tree(node: dict[str, Any], opened: OpenPage, left: list[int], depth: int) -> _Frame:
    frame = _Frame(node["frame"]["id"], node["frame"]["url"])
    for child in node.get("childFrames", ()) if depth < DEEPEST_FRAME else ():
        if left[0] and _same_site(child["frame"]["url"], opened):
            left[0] -= 1
            frame.children.append(_tree(child, opened, left, depth + 1))
    return frame


def _same_site(url: str, opened: OpenPage) -> bool:
    """True for frames of the page's own hosts, and for those a page writes by itself."""
    if url.startswith(("about:", "blob:")) or not url:
        return True
    if not opened.watch.allow.anywhere:
        return not opened.watch.allow.refusal(url)
    own, other = (host_of(each).removeprefix("www.") for each in (opened.page.url, url))
    return bool(own) and (own == other or own.endswith(f".{other}") or other.endswith(f".{own}"))


async def _written(opened: OpenPage, frame: _Frame, most: int) -> tuple[str, int, list[Any]]:
    """A frame's HTML with that of the frames in it, its whole length, and the frames that were not read."""
    inside: list[tuple[_Frame, str]] = []
    unread: list[Any] = []
    for child in frame.children:
        with suppress(*failures()):
            html, _, more = await _written(opened, child, LARGEST_FRAME)
            inside.append((child, html))
            unread.extend(more)
    context = await world(opened, frame.id)
    arguments: list[dict[str, Any]] = [{"value": most}]
    for child, html in inside:
        with suppress(*failures()):
            arguments.extend(({"objectId": await _owner(opened, child.id, context)}, {"value": html}))
    answer = await opened.session.send(
        "Runtime.callFunctionOn",
        {
            "functionDeclaration": _READ,
            "executionContextId": context,
            "arguments": arguments,
            "returnByValue": True,
        },
    )
    html, length, more = answer["result"].get("value") or ("", 0, [])
    return str(html), int(length), [*unread, *more]


async def _owner(opened: OpenPage, frame: str, context: int) -> str:
    """The element a frame stands in, as an object of our world."""
    owner = await opened.session.send("DOM.getFrameOwner", {"frameId": frame})
    node = await opened.session.send(
        "DOM.resolveNode", {"backendNodeId": owner["backendNodeId"], "executionContextId": context}
    )
    return str(node["object"]["objectId"])


def _unread(frames: list[Any], top: str, opened: OpenPage) -> Iterator[str]:
    for url, size in frames:
        if _same_site(url, opened):
            yield say(UNREAD_FRAME)
        elif size >= BIG_FRAME and host_of(url) != host_of(top):
            yield say(FOREIGN_FRAME, host=host_of(url))
