"""Whether a question about cookies is all that a page shows, or only a banner over what stands there anyway."""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from scanners.extract.signs import Scene
from scanners.platforms.schema import Marker

MOST_BESIDE = 600  # characters of a site's own header and footer around the question
MOST_BARE = 200  # the same, where the question itself is drawn in a frame or a shadow tree, out of sight here
MOST_BOXES = 40
LEAST_ASKED = 20


def covering(markers: Sequence[Marker], scene: Scene) -> Marker | None:
    """The first sign whose box is shown with hardly a word beside it; None when no such question is asked."""
    tree = scene.page.tree
    if scene.page.is_json or tree.css_first(", ".join(marker.value for marker in markers)) is None:
        return None
    return next((marker for marker in markers if _covers(tree.css(marker.value)[:MOST_BOXES], scene)), None)


def _covers(boxes: Sequence[LexborNode], scene: Scene) -> bool:
    shown = [node for node in boxes if node.tag not in ("html", "body") and not _hidden(node)]
    if not shown:
        return False
    asked = sum(len(" ".join(node.text(separator=" ").split())) for node in _outermost(shown))
    everything = len(scene.page.words)
    if asked < LEAST_ASKED:
        drawn_apart = "<iframe" in scene.page.source or "shadowrootmode" in scene.page.source
        return drawn_apart and everything <= MOST_BARE
    return everything - asked <= MOST_BESIDE


def _outermost(boxes: Sequence[LexborNode]) -> list[LexborNode]:
    """The boxes that lie in no other one, so that no word is counted twice."""
    every = {node.mem_id for node in boxes}
    return [node for node in boxes if not any(above in every for above in _above(node))]


def _above(node: LexborNode) -> list[int]:
    found: list[int] = []
    parent = node.parent
    while parent is not None and len(found) < 200:
        found.append(parent.mem_id)
        parent = parent.parent
    return found


def _hidden(node: LexborNode) -> bool:
    """True for a box that the page keeps ready and does not show."""
    here: LexborNode | None = node
    for _ in range(6):
        if here is None or here.tag in ("body", "html"):
            return False
        style = "".join((here.attributes.get("style") or "").casefold().split())
        if "hidden" in here.attributes or "display:none" in style or "visibility:hidden" in style:
            return True
        here = here.parent
    return False
