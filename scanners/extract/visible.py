"""Words a visitor sees: headings, labelled values, telling class names and counters."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from selectolax.lexbor import LexborNode

from privacy_check.model import Field
from privacy_check.text.name_letters import same_spelling
from scanners.extract.counts import count
from scanners.extract.fields import field
from scanners.extract.labelled import labelled, spoken
from scanners.extract.links import is_platform, unwrap
from scanners.extract.names import is_invitation, is_name
from scanners.extract.nearness import Nearness, far
from scanners.extract.opengraph import bio_of
from scanners.extract.page import Page, fold, host_of, node_words, text_after
from scanners.extract.target import Target
from scanners.extract.words import counters, label_field, vocabulary

NEAR = 8
MAX_CLASSED = 1_200
MAX_CALLED = 600
_NEUTRAL = frozenset(
    (
        "text", "container", "wrapper", "wrap", "content", "value", "block", "box", "section", "inner", "body",
        "item", "row", "line", "html", "field", "link", "list", "area",
    )
)  # fmt: skip
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PIECES = re.compile(r"[^a-z0-9]+")
SURE_CLASSES = {"bio": 25, "location": 2, "website": 3}
_NO_VALUE = ("body", "html", "dt", "th", "form", "input", "button", "nav", "footer", "svg", "label", "img")
MAX_COUNTER_LINES = 1_500
_FOLLOWER_CLASS = (
    "[class*=subscriber-count i],[class*=subscribercount i],[class*=follower i],[id*=follower i],"
    "[data-nav=followers],[itemprop=userInteractionCount]"
)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+")
_FOLDS = (
    "[class*=ellipsis i],[class*=peekaboo-link i],[class*=read-more i],[class*=readmore i],[class*=show-more i],"
    "[class*=showmore i],[class*=see-more i],a.more,button.more"
)
_LONGEST_FOLD = 16
_COPY_ATTRIBUTES = ("data-copy-to-clipboard", "data-clipboard-text")


def read_visible(page: Page, target: Target) -> list[Field]:
    """What headings, labels, class names and counters say; the weakest reader, so its word counts last."""
    found: list[Field | None] = []
    for name, text, source, sure in _all(page, target):
        found.append(field(name, text, source, sure))
    return [made for made in found if made]


def _all(page: Page, target: Target) -> Iterator[tuple[str, str, str, float]]:
    near = Nearness(page, target)
    yield from labelled(page, target)
    yield from spoken(page)
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


def _classed(page: Page, target: Target, near: Nearness) -> Iterator[tuple[str, str, str, float]]:
    named = [(node, _parts_of(called), near.distance(node)) for node, called in _telling(page)
             if node.tag not in _NO_VALUE]  # fmt: skip
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


def _telling(page: Page) -> Iterator[tuple[LexborNode, str]]:
    """Elements whose class or id may hold one of the words, each with both names."""
    found = 0
    for node in page.tree.css("[class],[id]"):
        attributes = node.attributes
        called = f"{(attributes.get('class') or '')[:MAX_CALLED]} {(attributes.get('id') or '')[:MAX_CALLED]}"
        if _may_tell(called):
            yield node, called
            found += 1
            if found >= MAX_CLASSED:
                return


@lru_cache(maxsize=20_000)
def _may_tell(called: str) -> bool:
    # `UserCard-name` and `user-card__name` are `user-card-name` too.
    return bool(
        _class_words().search(called)
        or _class_words().search(_PIECES.sub("-", _CAMEL.sub("-", called).casefold()))
    )


@cache
def _class_words() -> re.Pattern[str]:
    """Any of the words; those that hold a shorter one are left out."""
    words = {word for ranks in _class_ranks().values() for word in ranks}
    short = sorted(word for word in words if not any(other != word and other in word for other in words))
    return re.compile("|".join(map(re.escape, short)), re.IGNORECASE)


@lru_cache(maxsize=5_000)
def _parts_of(called: str) -> frozenset[str]:
    """Class and id names and what they end in: `Card_user-bio__x9` gives `user-bio`, `bio`."""
    parts: set[str] = set()
    for token in called.split()[:30]:
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
    if far(node) or (name == "employer" and node.css_matches(".h-card,.vcard")):
        return []  # a card of an employer holds more than its name
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
    text = (_unfolded(node) if name == "bio" else node_words(node)) or text_after(node)
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
        return [(name, text, source, 0.75 if _over_handle(text, page, target) else 0.5)]
    if (
        len(text) > (10_000 if name == "bio" else 120)
        or (name != "bio" and "\n" in text.strip())
        or label_field(text)
    ):
        return []
    if name == "bio" and not bio_of(" ".join(text.split())):
        return []
    return [(name, text, source, sure)]


def _unfolded(node: LexborNode) -> str:
    """The words of an element without the dots and the button that stand where a long text is folded."""
    folds = node.css(_FOLDS)[:6] if node.css_matches(_FOLDS) or node.css_first(_FOLDS) is not None else []
    text = node_words(node)
    for fold_ in folds:
        words = node_words(fold_)
        if fold_.mem_id != node.mem_id and 0 < len(words) <= _LONGEST_FOLD:
            before, found, after = text.rpartition(words)
            text = f"{before.rstrip(' .…')} {after.lstrip()}".strip() if found else text
    half, odd = divmod(len(text), 2)
    # Some sites write a text twice, once for eyes and once for screen readers.
    return text[:half] if half > _LONGEST_FOLD and not odd and text[:half] == text[half:] else text


def _element_after(node: LexborNode) -> LexborNode | None:
    following = node.next
    while following is not None and not following.is_element_node:
        following = following.next
    return following


def _shown_addresses(page: Page, target: Target, near: Nearness) -> Iterator[tuple[str, str, str, float]]:
    """Links near the name whose words are their own address (`example.org`)."""
    if not near.known:
        return
    shown = []
    for node in page.tree.css("a[href^='http'],a[href^='//'],a[href*='http%3A'],a[href*='http']")[:400]:
        words = (
            fold(node.text(deep=True) or "").removeprefix("https://").removeprefix("http://").removeprefix("www.")
        )
        called = label_field(words) == "website"
        if not words or (not called and (" " in words or "." not in words)):
            continue
        url = unwrap(page.absolute(node.attributes.get("href") or ""))
        if called and target.outside(url) and not is_platform(url) and not far(node):
            if near.distance(node) <= NEAR:
                yield "website", url, f"visible text ({words})", 0.62
            continue
        host = host_of(url)
        if (
            target.outside(url)
            and (words.startswith(host) or host.startswith(words.split("/")[0].rstrip("….")))
            and not far(node)
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
            or far(node)
            or fold(text) in (fold(target.site), target.host)
        ):
            continue
        yield "display_name", text, "heading", 0.75 if _over_handle(text, page, target) else 0.45
        return


def _over_handle(text: str, page: Page, target: Target) -> bool:
    """True when the line below the heading is `@handle`: then the heading is the name."""
    pairs = itertools.pairwise(page.lines[:400])
    return any(
        (line == text and below[:1] == "@" and target.is_me(below))
        or (
            line.startswith(text)
            and line[len(text) :].lstrip()[:1] == "@"
            and target.is_me(line[len(text) :].strip())
        )
        for line, below in pairs
    )


def _repeats(text: str, target: Target) -> bool:
    return fold(text).lstrip("@") in target.keys or any(same_spelling(text, key) for key in target.keys)
