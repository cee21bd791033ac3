"""The HTML of a Facebook archive: today's boxes, and the few pages of the years to 2018."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser

from scanners.archives.gather import Gather
from scanners.archives.membership import group_in, left
from scanners.archives.mending import moment, said
from scanners.archives.pages import boxes, chunks, labelled_rows, parsed
from scanners.archives.source import Archive, Entry

_IP = re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}\b|\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\b")
_PHONE = re.compile(r"\+?\(?\d[\d ().-]{4,}\d")
_MANY = frozenset(["apps", "email", "phone", "groups", "pages", "website", "former_names", "family", "languages"])
_OTHERS = re.compile(
    r"search|visited|viewed|notification|invit|suggest|recommend|people_you_may|unfollow|removed|blocked|reactions|poke|session"
    r"|cookie|saved|feed|friend_requests|rejected|deleted|memories|messages|payment|places_you_have_created"
)


def read_page(archive: Archive, gather: Gather, entry: Entry) -> None:
    """Reads one page by the name of its file, whatever language its words are in."""
    stem = entry.stem
    if _OTHERS.search(stem):
        return
    page = parsed(archive, entry)
    if page is None:
        return
    for node in page.css(".nav, nav, .footer"):
        node.decompose()
    if stem in ("index", "profile_information", "contact_info", "profile") or "profile" in stem:
        _profile(page, gather, entry, old=stem == "index")
    elif stem == "timeline" or stem == "wall":
        _timeline(page, gather)
    elif stem == "events" and not page.css("._a6-g"):
        _old_events(page, gather)
    elif stem in ("ads", "apps") and not page.css("._a6-g"):
        _old_lists(page, gather, entry.name, ("ad_interests", "advertisers") if stem == "ads" else ("apps",))
    elif stem == "security" and not page.css("._a6-g"):
        gather.fact("ip", _IP.findall("\n".join(chunks(page.body) if page.body else ())), entry.name)
    else:
        _records(page, gather, entry)


def _profile(page: LexborHTMLParser, gather: Gather, entry: Entry, *, old: bool) -> None:
    heading = page.css_first("h1")
    if old and heading is not None:
        gather.fact("display_name", chunks(heading)[:1], entry.name)
    if entry.stem == "contact_info":
        return
    for name, pieces in labelled_rows(page):
        values = pieces if name in _MANY else pieces[:1]
        if name == "groups":
            for value in values:
                gather.group(value)
        elif name == "pages":
            for value in values:
                gather.group(value, "page admin")
        elif name == "profile_url":
            gather.url = gather.url or next((value for value in values if value.startswith("http")), "")
        elif name == "email":
            gather.fact(
                "email", [found for value in values for found in re.findall(r"\S+@\S+\.\w+", value)], entry.name
            )
        elif name == "phone":
            gather.fact("phone", [found for value in values for found in _PHONE.findall(value)], entry.name)
        else:
            gather.fact(name, values, entry.name)


def _timeline(page: LexborHTMLParser, gather: Gather) -> None:
    """Own words on the old timeline: what stands under a line of one's own, or under none."""
    at, title = "", ""
    owner = gather.first("display_name").casefold()
    for node in page.css("div, p"):
        kind = node.attributes.get("class") or ""
        if kind == "meta":
            at = moment(" ".join(chunks(node)))
            title = said(getattr(node.next, "text_content", "") or "")
        elif kind == "comment" and (not title or not owner or title.casefold().startswith(owner)):
            gather.post("\n".join(chunks(node)), at=at)


def _old_events(page: LexborHTMLParser, gather: Gather) -> None:
    for node in page.css("li") or page.css("p"):
        pieces = chunks(node)
        words = " ".join(pieces[1:]).casefold()
        if pieces and not re.search(r"declin|maybe not|decliné|rifiutat|no_reply|unsure|not replied", words):
            gather.group(pieces[0], "event")


def _old_lists(page: LexborHTMLParser, gather: Gather, source: str, names: Sequence[str]) -> None:
    """The lists of a page, each of one kind of things: the page on adverts holds topics, then advertisers."""
    for name, node in zip(names, page.css("ul"), strict=False):
        gather.fact(name, [chunks(item)[0] for item in node.css("li") if chunks(item)], source)


def _records(page: LexborHTMLParser, gather: Gather, entry: Entry) -> None:
    stem, source = re.sub(r"[_ ]?\d*$", "", entry.stem), entry.name
    if re.search(r"^(?:your_)?friends$", stem):
        gather.count("friends", sum(1 for pieces, _ in boxes(page) if pieces), source)
        return
    for pieces, link in boxes(page):
        if not pieces:
            continue
        date = pieces[-1] if re.search(r"\b(?:19|20)\d\d\b.*\d", pieces[-1]) and len(pieces) > 1 else ""
        words = pieces[:-1] if date else pieces
        record = {"title": words[0], "rest": words[1:], "at": moment(date), "url": link}
        _take(gather, stem, source, record)


def _take(gather: Gather, stem: str, source: str, record: Mapping[str, object]) -> None:
    title, at, link = said(record["title"]), said(record["at"]), said(record["url"])
    rest = record["rest"] if isinstance(record["rest"], list) else []
    if "group_membership" in stem:
        # The name may stand in a piece of its own.
        whole = " ".join((title, *map(said, rest)))
        gather.member(group_in(title) or group_in(whole) or title, at, whole)
    elif re.search(r"^your_groups", stem):
        gather.group(title, "group admin", link)
    elif "event_responses" in stem:
        if not left(title):
            gather.group(title, "event", link)
    elif re.search(r"^your_events", stem):
        gather.group(title, "event admin", link)
    elif re.search(r"pages_you.*(lik|follow)|pages_and_profiles|^pages$", stem):
        gather.group(title, "page", link)
    elif re.search(r"^your_pages", stem):
        gather.group(title, "page admin", link)
    elif re.search(r"who_you've_followed|^following", stem):
        gather.fact("follows", title, source)
    elif re.search(r"comment|posts|check|status", stem):
        _post(gather, rest, link, at, place=stem.startswith(("check", "places")))
    elif "advertisers" in stem:
        gather.fact("advertisers", title, source)
    elif re.search(r"ads_interests|ad_topics", stem):
        gather.fact("ad_interests", title, source)
    elif re.search(r"apps_and_websites$|connected_apps", stem):
        gather.fact("apps", title, source)


def _post(gather: Gather, rest: list[str], link: str, at: str, *, place: bool) -> None:
    group = next(
        (rest[n + 1] for n, piece in enumerate(rest[:-1]) if re.fullmatch(r"(?i)grou?p[eo]?s?\s*:?", piece)), ""
    )
    words = [piece for piece in rest if piece != group and not re.fullmatch(r"(?i)grou?p[eo]?s?\s*:?", piece)]
    gather.member(group, at, "")
    gather.post("" if place else "\n".join(words), link, at, words[0] if place and words else "")
