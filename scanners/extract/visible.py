"""Words a visitor sees: headings, labelled values, telling class names and counters."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

from selectolax.lexbor import LexborNode

from privacy_check.model import Field
from scanners.extract.counts import count
from scanners.extract.fields import field
from scanners.extract.links import is_platform, unwrap, whole
from scanners.extract.names import is_invitation, is_name
from scanners.extract.opengraph import title_name
from scanners.extract.page import Page, fold, host_of, node_words
from scanners.extract.target import Target
from scanners.extract.words import counters, label_field, vocabulary

MAX_PAIRS = 250
NEAR = 8
MAX_CLASSED = 1_200
_NEUTRAL = frozenset(
    (
        "text", "container", "wrapper", "wrap", "content", "value", "block", "box", "section", "inner", "body",
        "item", "row", "line", "html", "field", "link", "list", "area",
    )
)  # fmt: skip
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PIECES = re.compile(r"[^a-z0-9]+")
SURE_CLASSES = {"bio": 24, "location": 2, "website": 3}
_NO_VALUE = ("body", "html", "form", "input", "button", "nav", "footer", "svg", "label", "img")
MAX_COUNTER_LINES = 1_500
_FAR = re.compile(
    r"footer|cookie|consent|modal|dialog|comment|sidebar-nav|breadcrumb|navbar|site-header|login|signup|sign-up|recommend|suggest|related",
    re.IGNORECASE,
)
_FOLLOWER_CLASS = (
    "[class*=subscriber-count i],[class*=subscribercount i],[class*=follower i],[id*=follower i],"
    "[data-nav=followers],[itemprop=userInteractionCount]"
)
_LABELS = (
    "dt,th,tr>td:first-child,li>b:first-child,li>strong:first-child,p>b:first-child,p>strong:first-child,"
    "div>label:first-child,li>span:first-child,div>span:first-child,li>div:first-child,div>div:first-child,"
    "div>b:first-child,div>strong:first-child,h2,h3,h4,"
    "div[class*=title i],div[class*=label i],span[class*=title i],span[class*=label i],"
    "p[class*=title i],p[class*=label i]"
)
_CALLED_LABEL = re.compile("title|label", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+")
_COPY_ATTRIBUTES = ("data-copy-to-clipboard", "data-clipboard-text")


class Nearness:
    """How near an element stands to the profile's name: levels up to the box that holds both."""

    def __init__(self, page: Page, target: Target) -> None:
        self._levels: dict[int, int] = {}
        node = _name_node(page, target)
        level = 0
        while node is not None and node.tag not in ("html",):
            self._levels[node.mem_id] = level
            node = node.parent
            level += 1

    @property
    def known(self) -> bool:
        """False when the name stands nowhere on the page."""
        return bool(self._levels)

    def holds_name(self, node: LexborNode) -> bool:
        """True for a box around the name: it holds more than one fact."""
        return self._levels.get(node.mem_id, 0) > 0

    def distance(self, node: LexborNode) -> int:
        """Levels from the name up to the first common box; 99 when the name is unknown."""
        current: LexborNode | None = node
        while current is not None:
            if (level := self._levels.get(current.mem_id)) is not None:
                return level
            current = current.parent
        return 99


def _name_node(page: Page, target: Target) -> LexborNode | None:
    """The element that holds the name: one that repeats the page's own title, else the first heading."""
    name, handle, _ = title_name(page, target)
    wanted = {fold(text) for text in (name, handle, target.handle) if text}
    candidates = page.tree.css("h1,h2,h3,[class*=name i],[class*=title i],[itemprop=name],[id*=name i]")[:250]
    for node in candidates:
        if (
            not node.css_matches("form,input")
            and fold(node.text(deep=True) or "").lstrip("@") in wanted
            and not _far(node)
        ):
            return node
    return next(
        (
            node
            for node in candidates
            if node.tag == "h1" and (words := node_words(node)) and not is_invitation(words) and not _far(node)
        ),
        None,
    )


def read_visible(page: Page, target: Target) -> list[Field]:
    """What headings, labels, class names and counters say; the weakest reader, so its word counts last."""
    found: list[Field | None] = []
    for name, text, source, sure in _all(page, target):
        found.append(field(name, text, source, sure))
    return [made for made in found if made]


def _all(page: Page, target: Target) -> Iterator[tuple[str, str, str, float]]:
    near = Nearness(page, target)
    yield from _labelled(page, target)
    yield from _spoken(page)
    yield from _classed(page, target, near)
    yield from _shown_addresses(page, target, near)
    yield from _headings(page, target)
    for name, number in _counters(page).items():
        yield name, str(number), "visible text", 0.7


def _counters(page: Page) -> dict[str, int]:
    found = counters(page.lines[:MAX_COUNTER_LINES])
    if "followers" not in found:
        for node in page.tree.css(_FOLLOWER_CLASS)[:12]:
            text = node.attributes.get("title") or node_words(node)
            if text[:1].isdigit() and len(text) < 30 and (number := count(text)) is not None:
                found["followers"] = number
                break
    return found


def _labelled(page: Page, target: Target) -> Iterator[tuple[str, str, str, float]]:
    """`<dt>Location</dt><dd>Leeds</dd>`, table rows and `<b>Location:</b> Leeds`."""
    pairs = 0
    for node in page.tree.css(_LABELS):
        label = _short_words(node)
        name = label_field(label)
        if not name or _far(node):
            continue
        heading = node.tag in ("h2", "h3", "h4")
        plain_box = node.tag in ("span", "div") and not _CALLED_LABEL.search(node.attributes.get("class") or "")
        if plain_box and not label.endswith((":", "：")) and not _value_like(node):
            continue
        value = _beside(node)
        if value is None:
            continue
        pairs += 1
        if pairs > MAX_PAIRS:
            return
        yield from _value(name, value, label, page, target, 0.45 if heading else 0.75)


def _short_words(node: LexborNode) -> str:
    """Words of a small element; nothing for a box of many."""
    words = []
    for count_of_nodes, inner in enumerate(node.traverse(include_text=True)):
        if count_of_nodes > 8:
            return ""
        if inner.is_text_node:
            words.append(inner.text_content or "")
    return " ".join("".join(words).split())


def _value_like(node: LexborNode) -> bool:
    """A span or div that is one of exactly two in its parent."""
    parent = node.parent
    if parent is None:
        return False
    children = [child for child in parent.iter() if child.tag not in ("br", "i", "svg")]
    return len(children) == 2


def _beside(node: LexborNode) -> LexborNode | None:
    """The element after a label, or the label's parent when the value is loose text behind it."""
    following = node.next
    while following is not None and following.is_text_node and not (following.text() or "").strip(" :：\n\t"):
        following = following.next
    if following is None:
        return None
    return node.parent if following.is_text_node else following


def _value(
    name: str, node: LexborNode, label: str, page: Page, target: Target, sure: float
) -> Iterator[tuple[str, str, str, float]]:
    text = node_words(node)
    if text.startswith(label):
        text = text[len(label) :].lstrip(" :：\n")
    limit = 5_000 if name == "bio" else 200
    if not text or len(text) > limit:
        return
    source = f"visible text ({label.strip(' :：')})"
    if name == "website":
        urls = [unwrap(page.absolute(link.attributes.get("href") or "")) for link in node.css("a[href]")[:10]]
        values = [url for url in urls or [whole(word) for word in text.split()[:3]] if target.outside(url)]
    elif name == "groups":
        links = [node, *_siblings(node)] if node.tag == "a" else node.css("a")
        values = [words for link in links[:100] if (words := node_words(link).partition("\n")[0])]
    else:
        values = [value] if (value := _checked(name, text)) else []
    for value in values:
        yield name, value, source, sure


def _siblings(node: LexborNode) -> list[LexborNode]:
    """Links that stand behind a link, without a box of their own."""
    found: list[LexborNode] = []
    following = node.next
    while following is not None and (following.tag == "a" or following.is_text_node) and len(found) < MAX_PAIRS:
        if following.tag == "a":
            found.append(following)
        following = following.next
    return found


def _spoken(page: Page) -> Iterator[tuple[str, str, str, float]]:
    """`Location:` on one line and its value on the next, whatever the markup between them."""
    lines = page.lines[:MAX_COUNTER_LINES]
    for line, value in itertools.pairwise(lines):
        if line.endswith((":", "：")) and (name := label_field(line)) and len(value) < 200:
            text = _checked(name, value) if name not in ("website", "groups", "friends") else ""
            if text and not value.endswith((":", "：")):
                yield name, text, f"visible text ({line.strip(' :：')})", 0.6


def _checked(name: str, text: str) -> str:
    """The value, when it can be what its label says."""
    if name in ("followers", "following"):
        number = count(text) if text[:1].isdigit() else None
        return "" if number is None else str(number)
    if name == "email":
        match = _EMAIL.search(text)
        return match.group(0) if match else ""
    if name == "display_name":
        return text if is_name(text) else ""
    if name == "handle":
        return "" if " " in text or len(text) > 60 else text
    return text


def _classed(page: Page, target: Target, near: Nearness) -> Iterator[tuple[str, str, str, float]]:
    named = [(node, parts, near.distance(node)) for node in page.tree.css(_class_selector())[:MAX_CLASSED]
             if node.tag not in _NO_VALUE and (parts := _parts_of(node))]  # fmt: skip
    for name, ranks in _class_ranks().items():
        taken = 0
        for rank, node in _ranked(named, ranks, name):
            if name != "display_name" and near.holds_name(node):
                continue
            if taken >= (5 if name == "website" else 1):
                break
            # The first words of a list name profiles outright; the later ones are only hints.
            sure = 0.65 if rank < SURE_CLASSES.get(name, 0) else 0.5
            for found in _from_class(name, node, page, target, sure):
                taken += 1
                yield found
    for attribute in _COPY_ATTRIBUTES:
        for node in page.tree.css(f"[{attribute}*='@']")[:3]:
            if match := _EMAIL.fullmatch((node.attributes.get(attribute) or "").strip()):
                yield "email", match.group(0), "visible text", 0.7


@cache
def _class_ranks() -> dict[str, dict[str, int]]:
    """Per field, its class words and how telling each is (0: most)."""
    return {
        name: {word: rank for rank, word in enumerate(words)} for name, words in vocabulary()["classes"].items()
    }


@cache
def _class_selector() -> str:
    """Elements whose class or id may hold one of the words; words inside shorter ones are left out."""
    words = {word for ranks in _class_ranks().values() for word in ranks}
    short = sorted(word for word in words if not any(other != word and other in word for other in words))
    return ",".join(f"[class*='{word}' i],[id*='{word}' i]" for word in short)


def _parts_of(node: LexborNode) -> frozenset[str]:
    """Class and id names and what they end in: `Card_user-bio__x9` gives `user-bio`, `bio`."""
    attributes = node.attributes
    parts: set[str] = set()
    for token in f"{attributes.get('class') or ''} {attributes.get('id') or ''}".split()[:30]:
        pieces = [piece for piece in _PIECES.split(_CAMEL.sub("-", token[:80]).casefold()) if piece]
        parts.update((token.casefold(), "-".join(pieces)))
        while len(pieces) > 1 and (pieces[-1] in _NEUTRAL or any(char.isdigit() for char in pieces[-1])):
            pieces.pop()
        parts.update("-".join(pieces[start:]) for start in range(max(0, len(pieces) - 4), len(pieces)))
    return frozenset(parts)


def _ranked(
    named: list[tuple[LexborNode, frozenset[str], int]], ranks: dict[str, int], name: str
) -> list[tuple[int, LexborNode]]:
    """Elements of one field, nearest to the name first (names and bios: most telling first)."""
    found = []
    for place, (node, parts, distance) in enumerate(named):
        rank = min((ranks[part] for part in parts & ranks.keys()), default=None)
        if rank is not None:
            key = (rank, distance, place) if name in ("display_name", "bio") else (distance, rank, place)
            found.append((key, rank, node))
    return [(rank, node) for _, rank, node in sorted(found, key=lambda item: item[0])]


def _from_class(
    name: str, node: LexborNode, page: Page, target: Target, sure: float
) -> list[tuple[str, str, str, float]]:
    if _far(node):
        return []
    source = "visible text"
    if name == "website":
        holder = node if node.tag == "a" or node.css_matches("a") or node_words(node) else _element_after(node)
        links = [] if holder is None else [holder] if holder.tag == "a" else holder.css("a[href]")[:12]
        urls = dict.fromkeys(unwrap(page.absolute(link.attributes.get("href") or "")) for link in links)
        return [
            ("website" if not is_platform(url) else "links", url, source, sure)
            for url in urls
            if target.outside(url)
        ]
    text = node_words(node) or _text_after(node)
    lines = text.split("\n")
    if 1 < len(lines) < 4:
        text = "\n".join(line for line in lines if label_field(line) != name)
    if not text or node.css_matches("input,select,textarea"):
        return []
    if name == "display_name":
        heading = node.css_first("h1,h2") if node.tag not in ("h1", "h2") else node
        text = node_words(heading) if heading is not None else text
        if "\n" in text or len(text) > 60 or not is_name(text) or is_invitation(text) or text.isdigit():
            return []
        return [(name, text, source, 0.5)]
    if (
        len(text) > (10_000 if name == "bio" else 120)
        or (name != "bio" and "\n" in text.strip())
        or label_field(text)
    ):
        return []
    return [(name, text, source, sure)]


def _element_after(node: LexborNode) -> LexborNode | None:
    following = node.next
    while following is not None and not following.is_element_node:
        following = following.next
    return following


def _text_after(node: LexborNode) -> str:
    """Loose text behind an empty icon element."""
    following = node.next
    return " ".join((following.text(deep=True) or "").split()) if following is not None else ""


def _shown_addresses(page: Page, target: Target, near: Nearness) -> Iterator[tuple[str, str, str, float]]:
    """Links near the name whose words are their own address (`example.org`)."""
    if not near.known:
        return
    shown = []
    for node in page.tree.css("a[href^='http'],a[href^='//'],a[href*='http%3A'],a[href*='http']")[:400]:
        words = (
            fold(node.text(deep=True) or "").removeprefix("https://").removeprefix("http://").removeprefix("www.")
        )
        if not words or " " in words or "." not in words:
            continue
        url = unwrap(page.absolute(node.attributes.get("href") or ""))
        host = host_of(url)
        if (
            target.outside(url)
            and (words.startswith(host) or host.startswith(words.split("/")[0].rstrip("….")))
            and not _far(node)
        ):
            distance = near.distance(node)
            if distance <= NEAR:
                shown.append((distance, url))
    for _, url in sorted(shown, key=lambda item: item[0])[:3]:
        yield ("links" if is_platform(url) else "website"), url, "visible text", 0.62


def _headings(page: Page, target: Target) -> Iterator[tuple[str, str, str, float]]:
    """The first main heading, or a smaller one that repeats the handle."""
    for node in page.tree.css("h1,h2,h3")[:40]:
        text = " ".join((node.text(deep=True) or "").split())
        if node.tag != "h1" and not _repeats(text, target):
            continue
        if (
            not is_name(text)
            or is_invitation(text)
            or len(text) > 60
            or _far(node)
            or fold(text) in (fold(target.site), target.host)
        ):
            continue
        yield "display_name", text, "heading", 0.75 if _over_handle(text, page, target) else 0.45
        return


def _over_handle(text: str, page: Page, target: Target) -> bool:
    """True when the line below the heading is `@handle`: then the heading is the name."""
    pairs = itertools.pairwise(page.lines[:400])
    return any(line == text and below[:1] == "@" and target.is_me(below) for line, below in pairs)


def _repeats(text: str, target: Target) -> bool:
    return fold(text).lstrip("@") in target.keys


def _far(node: LexborNode) -> bool:
    """True inside footers, menus, dialogs and other people's boxes."""
    current: LexborNode | None = node
    for _ in range(14):
        if current is None or current.tag in ("body", "html", "main"):
            return False
        if current.tag in ("footer", "nav", "aside") and current.tag != "aside":
            return True
        attributes = current.attributes
        if _FAR.search(attributes.get("class") or "") or _FAR.search(attributes.get("id") or ""):
            return True
        current = current.parent
    return False
