"""A page as the readers see it: parsed once, bounded, and never failing for what a stranger wrote into it."""

from __future__ import annotations

import html
import re
import unicodedata
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scanners.extract.documents import JsonDocument, from_attributes, from_scripts, served
from scanners.extract.graph import Graph
from scanners.extract.inside import fill_slots, open_frames, same_site, uncover_roots
from scanners.extract.linked_data import from_linked_data
from scanners.extract.walk import Found, objects

MAX_CHARS = 8_000_000
MAX_LINES = 6_000
MAX_COVERED = 900
MAX_UNCLOSED = 5_000
MAX_TITLE = 1_000
MAX_META = 20_000
_HIDDEN_CODE = re.compile(r"<code\b[^<>]{0,300}>\s{0,20}<!--", re.IGNORECASE)
_APOSTROPHE_SHAPES = (
    "&#39;", "&#039;", "&#x27;", "&rsquo;", "&apos;", "\\\\'", "\\'", "\\u2019", "\u2019", "\u02bc", "\u2018"
)  # fmt: skip
_APOSTROPHES = re.compile("|".join(re.escape(shape) for shape in _APOSTROPHE_SHAPES))
# Hundreds of tags opened in a row hold nothing, but building their tree takes quadratic time.
_NESTED = re.compile(r"(?>(?><[a-zA-Z][^<>]{0,300}>\s{0,20}){500,})")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_REST_OF_TAG = r"""(?:"[^"]*"|[^">])*>"""
_BREAK = re.compile(
    r"<(?:br|/?(?:p|div|li|tr|h[1-6]|ul|ol|dl|dt|dd|section|article|header|table|blockquote|pre))\b" + _REST_OF_TAG
)
_CELL = re.compile(r"</?t[dh]\b" + _REST_OF_TAG)
_TAG = re.compile(r"</?[a-zA-Z]" + _REST_OF_TAG)
_UNSEEN = ["script", "style", "noscript", "template", "svg", "iframe", "object"]


@dataclass(frozen=True)
class Script:
    """One inline script: its type, id and words."""

    kind: str
    id: str
    text: str


def fold(text: str) -> str:
    """Lower case, accents in one piece, one shape of apostrophe and single spaces, for comparing words."""
    return " ".join(_APOSTROPHES.sub("'", unicodedata.normalize("NFC", text)).casefold().split())


class Page:
    """One page of HTML, or one JSON answer; every part is read when first asked for.

    `given` is the text handed in, `url` the address of the profile; `lines` are the visible words, one text node
    a line. Shadow roots and frames that carry their words stand in their place; `missing_frames` counts those of
    the same site that do not, and `roots_filled` is False when there were too many roots to put all their words in
    place.
    """

    def __init__(self, source: str, url: str = "") -> None:
        self.given = source
        self.source = source[:MAX_CHARS].replace("\x00", "")
        self.url = url
        self.served_json = served(self.source)
        self.is_json = self.served_json is not None
        markup = "" if self.is_json else _shallow(uncover_roots(_uncover(self.source)))
        self.tree = LexborHTMLParser(markup)
        self.scripts = tuple(self._scripts())
        self.noscript = " ".join(_words(node) for node in self.tree.css("noscript")[:20])[:20_000]
        self._attribute_source = markup
        self.roots_filled = fill_slots(self.tree)
        self._empty_frames = open_frames(self.tree)
        self.tree.strip_tags(_UNSEEN, recursive=True)

    def at(self, url: str) -> Page:
        """The same page, now known to stand at that address; nothing is parsed again."""
        moved = copy(self)
        moved.url = url
        for told_by_address in ("host", "canonical", "linked_graph", "missing_frames"):
            moved.__dict__.pop(told_by_address, None)
        return moved

    def _scripts(self) -> list[Script]:
        found = []
        for node in self.tree.css("script"):
            text = node.text(deep=True) or ""
            if text.strip():
                kind = (node.attributes.get("type") or "").casefold()
                found.append(Script(kind, node.attributes.get("id") or "", text))
        return found

    @cached_property
    def host(self) -> str:
        """The host of the address, lower case, without `www.`."""
        return host_of(self.url)

    @cached_property
    def missing_frames(self) -> int:
        """How many frames of the same site do not carry their words."""
        return sum(same_site(src, self.url) for src in self._empty_frames)

    @cached_property
    def title(self) -> str:
        """The words of the first <title> in the head."""
        node = self.tree.css_first("title")
        return _words(node)[:MAX_TITLE] if node else ""

    @cached_property
    def metas(self) -> dict[str, list[str]]:
        """Contents of <meta> by lower-case property, name or itemprop, in page order."""
        found: dict[str, list[str]] = {}
        for node in self.tree.css("meta[content]")[:600]:
            attributes = node.attributes
            content = (attributes.get("content") or "")[:MAX_META].strip()
            for kind in ("property", "name", "itemprop"):
                name = attributes.get(kind)
                if name and content:
                    found.setdefault(name.casefold(), []).append(content)
        return found

    def meta(self, *names: str) -> str:
        """The first content of the first of these names that is there, or an empty string."""
        return next((self.metas[name][0] for name in names if self.metas.get(name)), "")

    @cached_property
    def canonical(self) -> str:
        """The address the page gives itself: canonical link, else og:url."""
        for node in self.tree.css("link[rel=canonical]"):
            if href := node.attributes.get("href"):
                return urljoin(self.url, href) if self.url else href
        return self.meta("og:url")

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Words of h1, h2 and h3, in page order."""
        return tuple(words for node in self.tree.css("h1,h2,h3")[:80] if (words := _words(node)[:MAX_TITLE]))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The visible words, one text node a line, at most 6000 lines."""
        body = self.tree.body
        if body is None:
            return ()
        lines = []
        for line in (body.text(deep=True, separator="\n") or "").split("\n"):
            if words := " ".join(line.split()):
                lines.append(words)
                if len(lines) >= MAX_LINES:
                    break
        return tuple(lines)

    @cached_property
    def words(self) -> str:
        """The visible words in one line, for counting and searching."""
        return " ".join(self.lines)

    @cached_property
    def folded_words(self) -> str:
        """Visible words, folded."""
        return fold(self.words)

    @cached_property
    def folded_source(self) -> str:
        """The source with one shape of apostrophe."""
        text = self.source
        for shape in _APOSTROPHE_SHAPES:
            text = text.replace(shape, "'")
        return text

    @cached_property
    def documents(self) -> tuple[JsonDocument, ...]:
        """JSON in the page that is not JSON-LD, or the served JSON itself."""
        if self.served_json is not None:
            return (self.served_json,)
        pairs = [(s.kind, s.id, s.text) for s in self.scripts if "ld+json" not in s.kind]
        return (*from_scripts(pairs), *from_attributes(self._attribute_source))

    @cached_property
    def linked_data(self) -> tuple[JsonDocument, ...]:
        """JSON-LD documents."""
        return tuple(from_linked_data(s.text for s in self.scripts if "ld+json" in s.kind))

    @cached_property
    def objects(self) -> list[Found]:
        """Objects in the page's JSON, nearest to the root first."""
        return objects(self.documents)

    @cached_property
    def linked_objects(self) -> list[Found]:
        """Objects in the page's JSON-LD, nearest to the root first."""
        return objects(self.linked_data)

    @cached_property
    def linked_graph(self) -> Graph:
        """The page's JSON-LD as one graph."""
        return Graph(self.linked_objects, self.url)

    def shows(self, name: str, text: str) -> bool:
        """False for contact details that no visible line holds; other data counts as drawn by a script."""
        return name not in ("email", "phone", "birthday", "address", "page_text") or (
            not self.is_json and text in self.words
        )

    def absolute(self, href: str) -> str:
        """An address of the page made absolute; empty when it cannot be one."""
        try:
            return urljoin(self.url or "https://invalid.example/", href.strip())
        except ValueError:
            return ""


def host_of(url: str) -> str:
    """The host of an address, lower case, without `www.`; empty when there is none."""
    try:
        host = urlsplit(url if "//" in url else "//" + url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def node_words(node: LexborNode) -> str:
    """Words of a node, with line ends where its markup breaks the line."""
    markup = node.html or ""
    if "<" not in markup[1:].strip()[:-1]:
        return " ".join(html.unescape(markup).split())
    text = _TAG.sub("", _CELL.sub(" ", _BREAK.sub("\n", _COMMENT.sub("", markup[:400_000]))))
    return "\n".join(words for line in html.unescape(text).split("\n") if (words := " ".join(line.split())))


def within(node: LexborNode, outer: LexborNode) -> bool:
    """True when a node stands somewhere inside another."""
    around = node.parent
    while around is not None:
        if around.mem_id == outer.mem_id:
            return True
        around = around.parent
    return False


def text_after(node: LexborNode) -> str:
    """Loose text behind an empty icon element."""
    following = node.next
    return " ".join((following.text(deep=True) or "").split()) if following is not None else ""


def _words(node: LexborNode) -> str:
    return " ".join((node.text(deep=True, separator="") or "").split())


def _shallow(source: str) -> str:
    unclosed = source.count("<") - 2 * source.count("</")
    return _NESTED.sub("<div>", source) if unclosed > MAX_UNCLOSED else source


def _uncover(source: str) -> str:
    """Some pages keep their content in comments inside <code>; show it in place."""
    pieces: list[str] = []
    done = 0
    for match in _HIDDEN_CODE.finditer(source):
        end = source.find("-->", match.end())
        if end == -1 or len(pieces) > MAX_COVERED:
            break
        if match.start() < done:
            continue
        inner = source[match.end() : end].strip()
        json_inside = inner[:1] in ("{", "[")
        shown = f'<script type="application/json">{inner}</script>' if json_inside else inner
        pieces.extend((source[done : match.start()], "<code>", shown))
        done = end + len("-->")
    return "".join((*pieces, source[done:])) if pieces else source
