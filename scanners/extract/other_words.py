"""What is read off a page that is no profile: the words of a post, the name of a group, the names in a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from privacy_check.model import Field, PageKind
from scanners.extract.bylines import author_of, post_node
from scanners.extract.fields import MANY, field
from scanners.extract.kinds import PEOPLE_LISTS, list_of, owner_in
from scanners.extract.page import Page, fold, node_words
from scanners.extract.read_page import ReadPage
from scanners.extract.shapes import text_of
from scanners.extract.target import Target

_BODIES = ".e-content, [itemprop=articleBody], [itemprop=text], article, [role=article]"
_NOT_THE_POST = (
    "article article, [role=article] [role=article], aside, nav, footer, form, button, blockquote, figure cite,"
    "[class*=comment i], [id*=comment i], [class*=repl i], [id*=repl i], [class*=related i], [class*=suggest i],"
    "[class*=recommend i], [class*=quoted i], [class*=byline i], [rel~=author], [itemprop=author], .p-author"
)
_ROWS = "li, [role=listitem], tr, article, dd"
_SITE = "nav, header, footer, aside, form, [role=navigation], [role=banner], [role=contentinfo]"
MAX_ROWS = 400
MAX_BODIES = 40
MAX_MARKUP = 400_000
LONGEST_NAME = 100
_OF_A_PERSON = frozenset(
    {"display_name", "bio", "location", "joined", "followers", "following", "avatar", "employer", "job_title",
     "education", "birthday", "friends", "posts_count"}
)  # fmt: skip


def of_its_kind(fields: Sequence[Field], read: ReadPage, kind: PageKind) -> tuple[Field, ...]:
    """The fields of a page of that kind: none is the person's own only because a profile would show it there."""
    if kind is PageKind.POST:
        return _of_a_post(fields, read)
    if kind is PageKind.GROUP:
        name = _name(read.page)
        kept = [item for item in fields if item.name not in _OF_A_PERSON]
        return _with(kept, "groups", [name] if name else [], "heading")
    if kind is PageKind.ORGANISATION and not any(item.name == "display_name" for item in fields):
        name = _name(read.page)
        return _with(fields, "display_name", [name] if name else [], "heading")
    if kind is PageKind.LIST:
        people = list_of(read.target) in PEOPLE_LISTS
        return _with(fields, "friends" if people else "groups", list(_rows(read.page, read.target)), "list")
    return tuple(fields)


def _of_a_post(fields: Sequence[Field], read: ReadPage) -> tuple[Field, ...]:
    page, platform = read.page, read.target.platform
    author = author_of(page) or _owner_link(read)
    # Where no platform's file says how its titles are made, the title is the post's and the preview its words.
    described = platform is not None and platform.id != "generic"
    kept = [item for item in fields if described or item.name not in _OF_A_PERSON]
    title, words = _name(page), list(_post_words(page, read.target))
    if any(_is_title(item, title, author) for item in kept):
        kept = [item for item in kept if not _is_title(item, title, author)]
        words = [text if fold(title) in fold(text) else f"{title}\n{text}" for text in words] or [title]
    told = [fold(text) for text in words]
    kept = [item for item in kept if item.name != "bio" or not any(fold(item.text) in text for text in told)]
    if author and not any(item.name == "display_name" for item in kept):
        kept = list(_with(kept, "display_name", [author], "author"))
    if described and platform and not any(item.name == "handle" for item in kept):
        # The address of a post may be short; the page gives its long form, with the owner in it.
        owner = owner_in(platform, page.meta("og:url"))
        kept = list(_with(kept, "handle", [owner] if owner else [], "og:url"))
    if any(item.name == "posts" for item in kept):
        return tuple(kept)
    return _with(kept, "posts", words, "post")


def _is_title(item: Field, title: str, author: str) -> bool:
    """True for what was taken for a person's name and is the title of the post."""
    return item.name == "display_name" and fold(item.text) == fold(title) and fold(title) != fold(author)


def _owner_link(read: ReadPage) -> str:
    """The words of the first link to the page of whom the address names, as a byline shows them."""
    for link in read.page.tree.css("a[href]")[: MAX_ROWS if read.target.handle else 0]:
        words = " ".join(node_words(link).split())
        leads = read.target.points_here(read.page.absolute(link.attributes.get("href") or ""))
        if leads and words and len(words) <= LONGEST_NAME and not words.startswith("@"):
            return words
    return ""


def _with(fields: Sequence[Field], name: str, texts: Sequence[str], source: str) -> tuple[Field, ...]:
    """The fields with further values of one name behind those that are there, each value once."""
    have = [item for item in fields if item.name == name]
    known = {fold(item.text) for item in have}
    seen_by = fields[0].seen_by if fields else None
    added: list[Field] = []
    for text in texts:
        made = field(name, text, source, 0.8)
        if made and fold(made.text) not in known and len(have) + len(added) < MANY.get(name, 1):
            known.add(fold(made.text))
            made = replace(made, item=len(have) + len(added))
            added.append(replace(made, seen_by=seen_by) if seen_by else made)
    return (*fields, *added)


def _name(page: Page) -> str:
    return next(iter(page.headings), "") or page.meta("og:title", "twitter:title")


def _post_words(page: Page, target: Target) -> Iterator[str]:
    """The words of the post itself: declared, else drawn, else those its previews show."""
    node = post_node(page)
    declared = text_of(node.get("articleBody") or node.get("text")) if node else ""
    body = None if declared else _body(page, target)
    drawn = _without_others(body) if body is not None else ""
    if words := declared or drawn or page.meta("og:description", "description"):
        yield words


def _body(page: Page, target: Target) -> LexborNode | None:
    """The element that holds the post; of several none is taken unless it links to the owner of the page."""
    nodes = page.tree.css(_BODIES)[:MAX_BODIES]
    for node in nodes:
        hrefs = [link.attributes.get("href") for link in node.css("a[href]")[:40]]
        if any(target.points_here(page.absolute(href)) for href in hrefs if href):
            return node
    outer = [node for node in nodes if not node.css(_BODIES)[1:]]
    return nodes[0] if len(nodes) == 1 or (nodes and not outer[1:]) else None


def _without_others(node: LexborNode) -> str:
    """The words of an element without comments, bylines and what the site puts beside a post."""
    copy = LexborHTMLParser((node.html or "")[:MAX_MARKUP])
    for other in copy.css(_NOT_THE_POST):
        other.decompose()
    return node_words(copy.body) if copy.body is not None else ""


def _rows(page: Page, target: Target) -> Iterator[str]:
    """The names in the list: the first link of each row that leads elsewhere on the site or away from it."""
    site = {link.mem_id for box in page.tree.css(_SITE)[:60] for link in box.css("a[href]")}
    for row in page.tree.css(_ROWS)[:MAX_ROWS]:
        for link in row.css("a[href]")[:3]:
            words = " ".join(node_words(link).split())
            if words and len(words) <= LONGEST_NAME and link.mem_id not in site:
                if not target.points_here(page.absolute(link.attributes.get("href") or "")):
                    yield words
                break
