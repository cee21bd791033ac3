"""How near an element stands to the profile's name, and whether it stands in a box of something else."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from scanners.extract.names import is_invitation
from scanners.extract.opengraph import title_name
from scanners.extract.page import Page, fold, node_words
from scanners.extract.target import Target

MAX_BOXES = 1_000
_FAR = re.compile(
    r"footer|cookie|consent|modal|dialog|comment|sidebar-nav|breadcrumb|navbar|site-header|login|signup|sign-up|recommend|suggest|related",
    re.IGNORECASE,
)


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
            and not far(node)
        ):
            return node
    heading = next(
        (
            node
            for node in candidates
            if node.tag == "h1" and (words := node_words(node)) and not is_invitation(words) and not far(node)
        ),
        None,
    )
    return heading if heading is not None else _plain_box(page, wanted)


def _plain_box(page: Page, wanted: set[str]) -> LexborNode | None:
    """A box that holds nothing but the name."""
    for node in page.tree.css("div,span,strong,b,p")[:MAX_BOXES]:
        words = node.child
        if words is None or not words.is_text_node or words.next is not None:
            continue
        if fold(words.text_content or "").lstrip("@") in wanted and not far(node):
            return node
    return None


def far(node: LexborNode) -> bool:
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
