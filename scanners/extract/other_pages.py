"""Pages that are no profile: what each one is, whether it is somebody's own, and whether it could be seen."""

from __future__ import annotations

import re

from privacy_check import catalogue
from privacy_check.model import Outcome, PageKind
from privacy_check.sentences import say
from scanners.extract.bylines import author_link, author_of
from scanners.extract.evidence import ENOUGH, STRONG, Weight
from scanners.extract.graph import types_of
from scanners.extract.jsonld import NO_PROFILE, PEOPLE, main_types
from scanners.extract.kinds import names_its_owner
from scanners.extract.page import fold
from scanners.extract.shapes import text_of
from scanners.extract.signs import Scene, special

_POSTS = frozenset({"blogposting", "socialmediaposting", "discussionforumposting", "article", "videoobject"})
_NEWS = frozenset({"newsarticle", "reportagenewsarticle", "opinionnewsarticle"})
_FIRMS = frozenset(
    {
        "localbusiness", "store", "restaurant", "bakery", "cafeorcoffeeshop", "foodestablishment", "hairsalon",
        "professionalservice", "homeandconstructionbusiness", "healthandbeautybusiness", "medicalbusiness",
        "ngo", "sportsteam", "sportsclub", "educationalorganization", "school",
    }
)  # fmt: skip
_BODIES = frozenset({"organization", "corporation", "brand"})
_WORKS = ("album", "song", "music.album", "music.song", "music.playlist", "video.episode", "video.movie")
_FIRM_TYPES = ("business.business", "company", "restaurant.restaurant")
_POST_BODY = "article,[role=article],[itemprop=articleBody],[itemprop=text],.e-content"
_PREVIEW = 60
_TOO_FEW = 40  # characters of visible words below which nothing of a page was seen


def what_it_is(scene: Scene, weight: Weight) -> PageKind:
    """The kind of the page: by its platform's own signs, its address, and only then by what it declares."""
    if special("not_profile", scene):
        return PageKind.OTHER
    if special("post", scene):
        return PageKind.POST
    return scene.addressed or _declared(scene, weight)


def _declared(scene: Scene, weight: Weight) -> PageKind:
    if _repository(scene):
        return PageKind.OTHER
    types, og_type = main_types(scene.page), scene.page.meta("og:type").casefold()
    if og_type in _WORKS:
        return PageKind.OTHER
    if types & NO_PROFILE and not types & PEOPLE and weight.points < STRONG:
        return PageKind.POST if types & (_POSTS | _NEWS) else PageKind.OTHER
    if og_type == "article" and not types & PEOPLE and weight.points < ENOUGH:
        return PageKind.POST
    if og_type in ("product", "book") and weight.points < ENOUGH:
        return PageKind.OTHER
    if og_type.rpartition(":")[2].rpartition(".")[2] == "group":
        return PageKind.GROUP
    firm = og_type in _FIRM_TYPES or (types & _FIRMS and not scene.target.path) or _is_headed_by_a_firm(scene)
    return PageKind.ORGANISATION if firm and not types & PEOPLE else PageKind.PROFILE


def _is_headed_by_a_firm(scene: Scene) -> bool:
    """True when the page bears the name of a firm it declares; the site's own, in every page, heads none."""
    headings = {fold(words) for words in scene.page.headings[:3]}
    return any(
        types_of(item.object) & (_FIRMS | _BODIES) and fold(text_of(item.object.get("name"))) in headings
        for item in scene.page.linked_objects
        if item.keys in ((), ("@graph",), ("",), ("mainEntity",))
    )


def _repository(scene: Scene) -> bool:
    """A page whose title is its own two-part path (`owner/project`)."""
    path = scene.target.path
    if path.count("/") != 1:
        return False
    titles = (scene.page.meta("og:title"), scene.page.meta("twitter:title"), scene.page.title)
    shape = re.compile(rf"(?:^|[\s-]){re.escape(path)}(?:$|[\s:·|-])", re.IGNORECASE)
    return any(shape.search(re.sub(r"\s*/\s*", "/", title)) for title in titles if title)


def seen(scene: Scene, weight: Weight, kind: PageKind) -> tuple[Outcome, tuple[str, ...]]:
    """Whether a page of that kind could be seen, and the sentences for it; never that a profile is missing."""
    named = catalogue.words("page_kind", kind)
    if kind is PageKind.OTHER:
        return Outcome.ERROR, (named,)
    if kind in (PageKind.POST, PageKind.LIST) and not _is_somebodys_own(scene, weight, kind):
        return Outcome.ERROR, (named, say("looking.why.whose"))
    name = title_of(scene)
    if not name and not (weight.named and weight.points):
        return Outcome.ERROR, (named, say("looking.why.too_little_of_it"))
    if not _is_drawn(scene, name, kind):
        return Outcome.PARTIAL, (named, say("looking.why.only_header"))
    return Outcome.VISIBLE, (named, *weight.words)


def _is_somebodys_own(scene: Scene, weight: Weight, kind: PageKind) -> bool:
    """True when the address or the page names an owner; what a newspaper wrote is not its author's own page."""
    if names_its_owner(scene.target):
        return kind is not PageKind.POST or weight.named or bool(title_of(scene))
    if kind is PageKind.LIST:
        return False
    types = main_types(scene.page)
    if types & _NEWS:
        return False
    if scene.target.platform is not None and scene.target.platform.id != "generic":
        return bool(author_of(scene.page)) or weight.named
    return bool(author_link(scene.page) or (types & _POSTS and author_of(scene.page)))


def title_of(scene: Scene) -> str:
    """What the page calls itself: its first heading, else the title it gives to previews."""
    heading = next((words for words in scene.page.headings if words), "")
    return heading or scene.page.meta("og:title", "twitter:title")


def _is_drawn(scene: Scene, name: str, kind: PageKind) -> bool:
    """True when a visitor sees more than the header: the name and some words, or the post itself."""
    words = scene.page.words
    if len(words) < _TOO_FEW:
        return False
    if kind is PageKind.POST:
        return scene.page.tree.css_first(_POST_BODY) is not None or _shows_what_it_announces(scene)
    return not name or fold(name) in scene.page.folded_words


def _shows_what_it_announces(scene: Scene) -> bool:
    """True for a post without a marked body that draws its title as a heading and the words of its preview."""
    page = scene.page
    title, preview = fold(page.meta("og:title", "twitter:title")), fold(page.meta("og:description", "description"))
    headed = any(title and fold(heading) and fold(heading) in title for heading in page.headings)
    return headed and bool(preview) and preview[:_PREVIEW].rstrip(" .…") in page.folded_words
