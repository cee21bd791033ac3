"""OpenGraph, Twitter cards, app links and <title>: what a page tells link previews."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from privacy_check.model import Field
from scanners.extract.data import table
from scanners.extract.fields import field, words_of
from scanners.extract.names import is_name, name_from_title, site_words
from scanners.extract.page import Page, fold
from scanners.extract.target import Target
from scanners.extract.words import counters

# Platforms' own sentences are short; what is longer is nobody's pattern and would only cost time.
MAX_DESCRIPTION = 1_200
_COUNTED = re.compile(r":(?P<what>follower|following)s?(?:_count)?$")
_APP_HANDLE = re.compile(r"[?&/](?:username|screen_name|domain|user|handle)[=/]([\w.\-]{1,60})")


@cache
def _descriptions() -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """Patterns of platforms' own words around a bio: (keep group `bio`, say nothing of the person)."""
    data = table("descriptions")
    keep = tuple(re.compile(text, re.IGNORECASE | re.DOTALL) for text in data["around"])
    drop = tuple(re.compile(text, re.IGNORECASE | re.DOTALL) for text in data["empty"])
    return keep, drop


def read_opengraph(page: Page, target: Target) -> list[Field]:
    """Fields from <meta> and <title>; the name is kept only when the page is plainly about one account."""
    return [made for name, text, source, sure in _facts(page, target) if (made := field(name, text, source, sure))]


def title_name(page: Page, target: Target) -> tuple[str, str, str]:
    """(name, handle, source) from og:title, twitter:title or <title>, cleaned of the site's own words."""
    # A person's own site bears the person's name.
    own = not target.path or target.host.startswith(f"{target.key}.")
    site_name = "" if own else page.meta("og:site_name")
    sites = tuple(site for site in (site_name, target.site, *_labels(target)) if site)
    said: tuple[str, str, str] | None = None
    for source in ("og:title", "twitter:title"):
        name, handle = name_from_title(words_of(page.meta(source)), sites, target.handle)
        if (name or handle) and not (name and target.is_me(name)):
            return name, handle, source
        said = said or ((name, handle, source) if name or handle else None)
    name, handle = name_from_title(page.title, sites, target.handle)
    # Where previews only repeat the handle, a name in the title counts that a heading bears out.
    if said and (not name or target.is_me(name) or name not in page.headings):
        return said
    return name, handle, "title"


def _labels(target: Target) -> tuple[str, ...]:
    """Host and its telling label, unless the whole host is the person's own."""
    return (target.host, site_words(target.host)) if target.path else ()


def bio_of(description: str) -> str:
    """The person's own words in a description; empty when it holds only the platform's."""
    text = words_of(description).strip()
    if len(text) > MAX_DESCRIPTION:
        return text
    keep, drop = _descriptions()
    for pattern in keep:
        if match := pattern.search(text):
            text = (match.group("bio") or "").strip()
            break
    text = text.strip().strip('“”"').strip()
    return "" if any(pattern.search(text) for pattern in drop) else text


def _facts(page: Page, target: Target) -> Iterator[tuple[str, str, str, float]]:
    name, handle, source = title_name(page, target)
    if name:
        yield "display_name", name, source, 0.7 if source != "title" else 0.55
    first, last = page.meta("profile:first_name", "og:first_name"), page.meta("profile:last_name", "og:last_name")
    if not name and is_name(f"{first} {last}".strip()):
        yield "display_name", f"{first} {last}".strip(), "profile:first_name", 0.8
    if user := page.meta("profile:username", "og:username", "profile:name"):
        yield "handle", user.lstrip("@").split("@")[0], "profile:username", 0.85
    elif handle:
        yield "handle", handle, source, 0.7
    else:
        for key in ("al:ios:url", "al:android:url", "twitter:app:url:iphone"):
            if match := _APP_HANDLE.search(page.meta(key)):
                yield "handle", match.group(1), key, 0.7
                break
    yield from _descriptions_of(page, name, target)
    if image := page.meta("og:image", "twitter:image", "og:image:url"):
        yield "avatar", page.absolute(image), "og:image", 0.6
    for key, wanted in (("og:locality", "location"), ("og:email", "email"), ("og:phone_number", "phone"),
                        ("business:contact_data:locality", "location"),
                        ("business:contact_data:website", "website"),
                        ("place:location:locality", "location")):  # fmt: skip
        if text := page.meta(key):
            yield wanted, text, key, 0.7


def _descriptions_of(page: Page, name: str, target: Target) -> Iterator[tuple[str, str, str, float]]:
    yield from _counts_of(page)
    seen = [key for key in ("og:description", "description", "twitter:description") if page.meta(key)]
    for key in seen:
        for counter, number in counters([words_of(page.meta(key))]).items():
            yield counter, str(number), key, 0.7
    bios = [(bio, key) for key in seen if (bio := _own_words(page.meta(key), name, target))]
    if bios:
        bio, key = max(bios, key=lambda pair: (not pair[0].endswith(("...", "…")), len(pair[0])))
        yield "bio", bio, key, 0.6


def _counts_of(page: Page) -> Iterator[tuple[str, str, str, float]]:
    """Counts in a tag of the site's own: `soundcloud:follower_count`, `pinterestapp:followers`."""
    for key, texts in page.metas.items():
        if (match := _COUNTED.search(key)) and (text := texts[0].strip()).isdigit():
            yield "followers" if match["what"] == "follower" else "following", text, key, 0.75


def _own_words(description: str, name: str, target: Target) -> str:
    bio = bio_of(description)
    folded = fold(bio)
    if folded in (fold(name), target.key, fold(target.site)):
        return ""
    # A preview that repeats the name before the bio: keep what follows.
    for start in (name, f"@{target.handle}"):
        if start and bio.startswith(start) and bio[len(start) :].lstrip()[:1] in ("|", "·", ":", "-", "–", "—"):
            bio = bio[len(start) :].lstrip(" |·:-–—\n")
    return bio
