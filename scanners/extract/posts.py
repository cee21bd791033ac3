"""Where and when the posts of a profile were made, as far as the page says so beside their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from privacy_check.model import Post
from privacy_check.text.sanitise import sanitise
from scanners.extract.fields import field
from scanners.extract.page import Page, node_words
from scanners.extract.selectors import held_values, tidy
from scanners.extract.shapes import _moment, text_of
from scanners.extract.target import Target
from scanners.platforms.schema import FieldRule

MAX_POSTS = 200
MAX_PLACE = 200
_BOX_LEVELS = 4
_LABEL = re.compile(
    r"^(?:(?:start(?:ed)?(?: at| in)?|place|location|where|ort|lieu|lugar|luogo|место|場所|地点)\s*[:：]\s*"
    r"|at\s+|📍\s*)",
    re.IGNORECASE,
)

_PIN = re.compile(r"📍\s*([^\n#@📍]{2,80})")


def read_posts(page: Page, target: Target) -> dict[str, Post]:
    """Posts by their words, for those whose place or time the platform's rules can find."""
    found: dict[str, Post] = {}
    for rule in target.platform.fields.get("posts", ()) if target.platform else ():
        if rule.place or rule.when:
            pairs = _drawn(rule, page) if rule.source == "css" else _held(rule, page, target)
            for text, place, at in pairs:
                made = field("posts", tidy("posts", text, rule, page), rule.source)
                if made and (place or at):
                    found.setdefault(made.text, Post(made.text, at=at, place=place))
    return found


def post_of(text: str) -> Post:
    """A post of which only the words are known: its place is what follows a pin in them."""
    pin = _PIN.search(text)
    return Post(text, place=_place(pin.group(1)) if pin else "")


def _held(rule: FieldRule, page: Page, target: Target) -> Iterator[tuple[object, str, str]]:
    """(words, place, time) of posts in the page's data, from keys beside the words."""
    for value, holder in held_values(page.objects, rule.at, rule.owner, target):
        at = holder.get(rule.when) if rule.when else None
        yield value, _place(text_of(holder.get(rule.place))), _time(_moment(at) or text_of(at))


def _drawn(rule: FieldRule, page: Page) -> Iterator[tuple[object, str, str]]:
    """(words, place, time) of posts on the page, from elements inside the post or the box around it."""
    nodes = page.tree.css(rule.at)[:MAX_POSTS]
    for node in nodes:
        text = (node.attributes.get(rule.attr) or "") if rule.attr else node_words(node)
        place, time = _near(node, rule.place, rule.at), _near(node, rule.when, rule.at)
        at = (time.attributes.get("datetime") or node_words(time)) if time is not None else ""
        yield text, _place(node_words(place)) if place is not None else "", _time(at)


def _near(node: LexborNode, selector: str, posts: str) -> LexborNode | None:
    """The first match inside the post, else in the largest box around it that holds no other post."""
    box: LexborNode | None = node
    for _ in range(_BOX_LEVELS if selector else 0):
        if box is None or (box.mem_id != node.mem_id and len(box.css(posts)) > 1):
            return None
        if (found := box.css_first(selector)) is not None:
            return found
        box = box.parent
    return None


def _place(text: str) -> str:
    return _LABEL.sub("", sanitise(text[: MAX_PLACE * 4], MAX_PLACE).strip()).strip()


def _time(text: str) -> str:
    return sanitise(text[:400], 100).strip()
