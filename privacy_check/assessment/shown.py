"""What the parts of a profile give away by being there: name, place, work, dates, links, posts, pictures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from privacy_check.assessment.names import full_name
from privacy_check.assessment.noticing import DIRECT, HINT, from_field, kinds, noticed
from privacy_check.detectors.engine import find
from privacy_check.model import EntityType, Field, Finding, Lens, Outcome, ProfileView, Span
from privacy_check.subject import AboutMe
from privacy_check.text.name_letters import plain

_AS_THEY_ARE = {
    "email": ("PI-04", EntityType.EMAIL),
    "phone": ("PI-03", EntityType.PHONE),
    "employer": ("WRK-05", EntityType.EMPLOYER),
    "job_title": ("WRK-05", EntityType.JOB_TITLE),
    "education": ("PI-09", EntityType.SCHOOL),
}
_LINKS = {
    "messenger": ("PI-05", DIRECT),
    "payment": ("FIN-01", DIRECT),
    "lists": ("FIN-02", DIRECT),
    "fitness": ("LOC-05", HINT),
    "resale": ("FIN-03", HINT),
}
_OFTEN = 3


def shown_on(view: ProfileView, about: AboutMe | None) -> Iterator[Finding]:
    """Findings that the structured parts of a view stand for."""
    yield from _name(view, about)
    for name, (rule_id, entity_type) in _AS_THEY_ARE.items():
        for field in view.all(name):
            if field.text.strip():
                yield from_field(view, field, rule_id, entity_type)
    yield from _place(view)
    yield from _address(view, about)
    yield from _birthday(view)
    yield from _links(view)
    yield from _open_messages(view)
    yield from _friends(view)
    yield from _posts(view)
    yield from _avatar(view)
    yield from _being_there(view)


def _name(view: ProfileView, about: AboutMe | None) -> Iterator[Finding]:
    field = view.first("display_name")
    sure = full_name(field.text, about) if field else 0.0
    if field is None or not sure:
        return
    if view.account.platform == "generic" and (about is None or not about.names):
        sure = HINT
    yield from_field(view, field, "PI-01", EntityType.PROFILE, sure)


def _place(view: ProfileView) -> Iterator[Finding]:
    wide = kinds("places", "wide")
    for field in view.all("location"):
        text = plain(field.text).strip(" .,!")
        if text not in wide and sum(letter.isalpha() for letter in text) >= 3 and "://" not in text:
            yield from_field(view, field, "LOC-01", EntityType.LOCATION)


def _address(view: ProfileView, about: AboutMe | None) -> Iterator[Finding]:
    """A street the page itself declares as the person's address, where no detector knows it for one."""
    for field in view.all("address"):
        said = {item.entity_type for item in find(field.text, about=about, field=field.name)}
        if EntityType.ADDRESS not in said:
            yield from_field(view, field, "PI-06", EntityType.ADDRESS)


def _birthday(view: ProfileView) -> Iterator[Finding]:
    for field in view.all("birthday"):
        year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", field.text)
        rest = field.text.replace(year[0], "", 1) if year else field.text
        day = bool(re.search(r"\d", rest))
        if year and day:
            yield from_field(view, field, "PI-02", EntityType.BIRTH_DATE)
        elif year:
            yield from_field(view, field, "PI-08", EntityType.BIRTH_YEAR)
        elif day:
            yield from_field(view, field, "PI-02b", EntityType.BIRTH_DATE)


def _links(view: ProfileView) -> Iterator[Finding]:
    own, _ = _host_and_path(view.account.url)
    written = [Field("links", link.url, "link", item=index) for index, link in enumerate(view.links)]
    fields = (*view.all("links"), *view.all("website"), *written)
    for field in {field.text: field for field in reversed(fields)}.values():
        kind = link_kind(field.text, but_not=own)
        if kind is not None:
            rule_id, sure = _LINKS[kind]
            yield from_field(view, field, rule_id, EntityType.URL, sure)


def link_kind(url: str, but_not: str = "") -> str | None:
    """messenger, payment, lists, fitness or resale; None for other links and those to the host `but_not`."""
    host, path = _host_and_path(url)
    if not path.strip("/#") or host == but_not.removeprefix("www."):
        return None
    for kind in _LINKS:
        if any(_stands_under(host, path, entry) for entry in kinds("links", kind)):
            return kind
    return None


def _host_and_path(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        return (parts.hostname or "").removeprefix("www."), f"{parts.path}#{parts.fragment}".casefold()
    except ValueError:
        return "", ""


def _stands_under(host: str, path: str, entry: str) -> bool:
    name, _, beginning = entry.partition("/")
    on_host = host == name or host.endswith(f".{name}")
    return on_host and (not beginning or path.startswith((f"/{beginning}/", f"/{beginning}#")))


def _open_messages(view: ProfileView) -> Iterator[Finding]:
    phrases = "|".join(re.escape(phrase) for phrase in kinds("routes", "open_messages"))
    pattern = re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)
    for field in view.all("bio"):
        found = pattern.search(field.text.replace("’", "'"))
        if found:
            finding = from_field(view, field, "NET-07", EntityType.PROFILE)
            yield replace(
                finding, value=type(finding.value)(field.text[slice(*found.span())]), span=Span(*found.span())
            )


def _friends(view: ProfileView) -> Iterator[Finding]:
    for field in view.all("friends"):
        if re.search(r"[^\W\d_]{3}", re.sub(r"(?i)friends?|contacts?|connections?|mutual|[km]\b", "", field.text)):
            found = from_field(view, field, "NET-01", EntityType.PROFILE)
            yield replace(found, value=type(found.value)("friends list"), span=None)
            return


def _posts(view: ProfileView) -> Iterator[Finding]:
    fitness = view.account.platform in kinds("platforms", "fitness")
    written = [field for field in view.all("posts") if re.search(r"[^\W\d_]", field.text)]
    if not view.posts and not written:
        return
    if view.lens is Lens.PUBLIC and view.outcome is not Outcome.PRIVATE:
        yield noticed(view, "VIS-03", EntityType.PROFILE, "posts", "posts")
        if view.outcome is Outcome.VISIBLE and view.account.platform in kinds("platforms", "one_switch"):
            yield noticed(view, "VIS-01", EntityType.PROFILE, "whole account", "posts")
    places: Counter[str] = Counter()
    for index, post in enumerate(view.posts):
        if post.place.strip():
            places[plain(post.place.strip())] += 1
            rule_id = "LOC-05" if fitness else "LOC-04"
            yield replace(noticed(view, rule_id, EntityType.LOCATION, post.place, "posts"), item=index)
    if fitness and not places:
        yield noticed(view, "LOC-05", EntityType.ROUTINE, "activities", "posts", HINT)
    for place, times in places.items():
        if times >= _OFTEN:
            yield noticed(view, "LOC-08", EntityType.ROUTINE, place, "posts", 0.6)


def _avatar(view: ProfileView) -> Iterator[Finding]:
    """A picture nobody looks at here: whether it shows a face is a question for the person."""
    field = view.first("avatar")
    if field is not None:
        found = from_field(view, field, "PHO-10", EntityType.PICTURE, HINT)
        yield replace(found, value=type(found.value)("profile picture"), span=None)
    elif any(picture.role == "avatar" for picture in view.pictures):
        yield noticed(view, "PHO-10", EntityType.PICTURE, "profile picture", "avatar", HINT)


def _being_there(view: ProfileView) -> Iterator[Finding]:
    """What an account gives away by its kind alone: a payment page, a page of things for sale."""
    platform = view.account.platform
    if platform in kinds("platforms", "payment"):
        yield noticed(view, "FIN-01", EntityType.HANDLE, view.account.handle, "handle")
    if platform in kinds("platforms", "resale") and view.posts:
        yield noticed(view, "FIN-03", EntityType.PROFILE, "things for sale", "posts", HINT)
