"""What user names give away: facts inside them, and one name that ties several accounts together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from privacy_check.assessment.names import (
    distinctive,
    full_name,
    handle_core,
    looks_like_a_name,
    unusual,
    words_of,
)
from privacy_check.assessment.noticing import DIRECT, completed, kinds, noticed, seen_by
from privacy_check.model import EntityType, Finding, Outcome, ProfileView, Sensitive, Span
from privacy_check.ownership import shown_name
from privacy_check.sentences import say
from privacy_check.subject import AboutMe
from privacy_check.text.name_letters import plain

# A number of four digits that could be a year of birth of someone at work today.
_YEAR = re.compile(r"(?<!\d)(19[4-9]\d|200\d)(?!\d)")
_ENDS_IN_TWO_DIGITS = re.compile(r"(?<!\d)(\d\d)$")
# Parts of a page that repeat the user name or an address with it in, and say nothing of their own.
_NO_WORDS = ("handle", "avatar", "links", "website")


def facts_in_handle(view: ProfileView, about: AboutMe | None) -> Iterator[Finding]:
    """HND-02: a birth year, surname, place or employer inside the user name that the page does not show anyway."""
    handle = view.account.handle.split("/")[-1]
    low = plain(handle)
    shown = _words_shown(view, low)
    for fact, word in _facts(about):
        at = low.find(word)
        if at >= 0 and word not in shown and word not in handle_core(shown):
            yield _inside(view, handle, at, len(word), fact)
    born = about.birth_date if about else None
    if born and str(born.year) in shown:
        return
    short = _ENDS_IN_TWO_DIGITS.search(low)
    if born and short and int(short[1]) == born.year % 100:
        yield _inside(view, handle, short.start(1), 2, "birth_date")
    year = _YEAR.search(low)
    if year and (about is None or about.birth_date is None) and year[0] not in shown:
        found = _inside(view, handle, year.start(), 4, "")
        yield replace(found, confidence=0.6, explanation=say("handles.year"))


def _words_shown(view: ProfileView, handle: str) -> str:
    """Everything the page says in words, without the user name itself."""
    texts = [field.text for field in view.fields if field.name not in _NO_WORDS]
    texts += [post.text for post in view.posts] + [group.name for group in view.groups]
    return plain(" ".join(texts)).replace(handle, " ")


def _facts(about: AboutMe | None) -> Iterator[tuple[str, str]]:
    """About-me facts as they may stand in a user name."""
    if about is None:
        return
    if about.birth_date is not None:
        yield "birth_date", str(about.birth_date.year)
    for name in (*about.names, *about.former_names):
        words = words_of(name)
        if len(words) > 1 and len(words[-1]) >= 4:
            yield "names", words[-1]
            break
    for employer in about.employers:
        core = handle_core(employer)
        if len(core) >= 5:
            yield "employers", core
            break
    towns = {words_of(part)[0] for text in about.addresses for part in text.split(",")[1:2] if words_of(part)}
    for town in sorted(town for town in towns if len(town) >= 5):
        yield "addresses", town
        break


def _inside(view: ProfileView, handle: str, at: int, length: int, fact: str) -> Finding:
    entity_type = {
        "names": EntityType.FAMILY_NAME,
        "employers": EntityType.EMPLOYER,
        "addresses": EntityType.LOCATION,
    }.get(fact, EntityType.BIRTH_YEAR)
    found = noticed(view, "HND-02", entity_type, handle[at : at + length], "handle")
    said = say(f"handles.{fact}") if fact else found.explanation
    return replace(found, span=Span(at, at + length), fact=fact, explanation=said)


def same_handle(views: Sequence[ProfileView], about: AboutMe | None = None) -> Iterator[Finding]:
    """HND-01, one finding for each unusual user name that stands on several platforms.

    One that is made of the person's own name is what anyone would try first, and tells nothing new.
    """
    names = {*(about.every_name if about else ())} | {
        name for name in map(shown_name, views) if full_name(name, about) or looks_like_a_name(name)
    }
    for core, owners in shared_handles(views).items():
        if not unusual(core, names):
            continue
        widest = max(owners, key=lambda view: seen_by(view).visibility or 0.0)
        found = noticed(widest, "HND-01", EntityType.HANDLE, owners[0].account.handle, "handle")
        found = replace(found, value=Sensitive(core), account=None, remedy_ids=())
        yield completed(found)


def shared_handles(views: Iterable[ProfileView]) -> dict[str, list[ProfileView]]:
    """Telling user names that stand on at least two platforms, with the views of the accounts that bear them."""
    by_core: dict[str, list[ProfileView]] = defaultdict(list)
    for view in views:
        if there(view) and distinctive(view.account.handle) and view.account.platform != "generic":
            by_core[handle_core(view.account.handle)].append(view)
    return {
        core: owners for core, owners in by_core.items() if len({view.account.platform for view in owners}) > 1
    }


def gamer_tags(views: Sequence[ProfileView], about: AboutMe | None) -> Iterator[Finding]:
    """GAM-01: a gamer name that is also the person's name or their user name elsewhere."""
    gaming = kinds("platforms", "gaming")
    elsewhere = {handle_core(view.account.handle) for view in views if view.account.platform not in gaming}
    names = {handle_core(name) for name in (about.names if about else ())}
    names |= {handle_core(shown_name(view)) for view in views if full_name(shown_name(view), about)}
    for view in views:
        core = handle_core(view.account.handle)
        if view.account.platform in gaming and there(view) and len(core) >= 4 and core in elsewhere | names:
            yield noticed(view, "GAM-01", EntityType.HANDLE, view.account.handle, "handle")


def linked_pseudonyms(views: Sequence[ProfileView], about: AboutMe | None) -> Iterator[Finding]:
    """HND-04: an account without the person's name that a link ties to one of theirs that bears it."""
    named = [view for view in views if there(view) and full_name(shown_name(view), about)]
    for view in views:
        if not there(view) or view in named or not view.fields:
            continue
        for other in named:
            if _links_to(view, other) or _links_to(other, view):
                yield noticed(view, "HND-04", EntityType.URL, other.account.url, "links", DIRECT)
                break


def _links_to(view: ProfileView, other: ProfileView) -> bool:
    goal = _address(other.account.url)
    urls = [link.url for link in view.links] + [field.text for field in (*view.all("links"), *view.all("website"))]
    return bool(goal) and any(_address(url) == goal for url in urls)


def _address(url: str) -> str:
    bare = re.sub(r"^[a-z]+://", "", url.strip().casefold()).removeprefix("www.")
    return re.split(r"[?#]", bare)[0].rstrip("/")


def there(view: ProfileView) -> bool:
    """True when the account is known to exist."""
    return view.outcome.conclusive and view.outcome not in (Outcome.NOT_FOUND, Outcome.SUSPENDED)
