"""Facebook's archive: JSON of every layout from 2018 on; its pages of HTML are read by `facebook_pages`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from privacy_check.model import SeenBy
from scanners.archives import facebook_pages
from scanners.archives.facebook_profile import read_profile
from scanners.archives.gather import Gather
from scanners.archives.importing import Importer
from scanners.archives.membership import group_in, left
from scanners.archives.mending import pick, said
from scanners.archives.meta import base, labelled, named
from scanners.archives.records import LIST, pieces, spread
from scanners.archives.source import Archive, Entry

_CHATS = re.compile(r"(?:^|/)(?:messages|inbox|archived_threads|message_requests|your_group_messages)/")
_OTHERS = re.compile(
    r"search|visited|viewed|notification|invit|suggest|recommend|people_you_may|unfollow|removed|hidden|blocked|reaction|likes_and"
    r"|poke|badge|payment|session|cookie|avatar|saved|feed|friend_requests|rejected|deleted|memories|_you_may_|^edits_"
)


@dataclass
class _Reading:
    """What the handlers share: where facts go, which file is read, and the owner's name."""

    gather: Gather
    source: str = ""
    stem: str = ""
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def owner(self) -> str:
        return self.gather.first("display_name").casefold()


def read(archive: Archive, gather: Gather) -> None:
    """Reads every file once, that of the profile first: it says whose words are the owner's."""
    reading = _Reading(gather)
    for entry in sorted(archive.entries, key=lambda entry: "profile_information" not in entry.name):
        if _CHATS.search(f"/{entry.path.casefold()}"):
            continue
        reading.source, reading.stem = entry.name, re.sub(r"[_ ]?\d*$", "", entry.stem)
        if entry.kind == "json":
            _read_json(archive, reading, entry)
        elif entry.kind == "html":
            facebook_pages.read_page(archive, gather, entry)
    for name, number in reading.counts.items():
        gather.count(name, number, "archive")


def _read_json(archive: Archive, reading: _Reading, entry: Entry) -> None:
    for keys, value in pieces(archive, entry):
        key = base(keys[0])
        if (
            key in ("profile", "profile_information", "profile_info")
            and isinstance(value, dict)
            and keys[-1] != LIST
        ):
            read_profile(value, reading.gather, reading.source)
        elif key == LIST or key in ("label_values", "timestamp", "media", "fbid", "ent_name"):
            _unnamed(reading, keys, value)
        elif keys[-1] == LIST:
            _handled(reading, keys[:-1], value)
        else:
            for inner, record in spread(keys, value):
                _handled(reading, inner, record)


def _handled(reading: _Reading, keys: tuple[str, ...], record: Any) -> None:
    """A record goes to whoever knows one of the keys that lead to it, the nearest first."""
    for key in reversed(keys):
        handler = _HANDLERS.get(base(key))
        if handler is not None:
            handler(reading, record)
            return


def _unnamed(reading: _Reading, keys: tuple[str, ...], record: Any) -> None:
    """A record whose file has no key that says what it is: the file's name does."""
    stem = reading.stem
    if keys[0] == "label_values":
        record = {"label_values": [record]}
    if not isinstance(record, dict):
        return
    handler = _by_file(stem)
    if handler is not None:
        handler(reading, record)
    elif not _OTHERS.search(stem) and record.keys() & {"data", "attachments"} and "timestamp" in record:
        _post(reading, record)


@lru_cache(maxsize=100)
def _by_file(stem: str) -> Callable[[_Reading, Any], None] | None:
    if _OTHERS.search(stem):
        return None
    return next((handler for pattern, handler in _BY_FILE if re.search(pattern, stem)), None)


def _asked(reading: _Reading, record: Any) -> None:
    """A group whose questions were answered on the way in."""
    reading.gather.asked(pick(record, "group_name", "name"))


def _joined(reading: _Reading, record: Any) -> None:
    title = said(pick(record, "title"))
    name = ""
    for part in pick(record, "data") or pick(record, "attachments") or ():
        name = name or named(part)
    if not name and isinstance(record, dict) and "label_values" in record:
        name = named({"label_values": record["label_values"]})
    reading.gather.member(name or group_in(title), pick(record, "timestamp"), title)


def _group_owner(reading: _Reading, record: Any) -> None:
    reading.gather.group(named(record), "group admin", pick(record, "url"))


def _page(reading: _Reading, record: Any) -> None:
    parts = pick(record, "data", "attachments")
    name = named(parts[0]) if isinstance(parts, list) and parts else named(record)
    reading.gather.group(name or named(record), "page", pick(record, "url"))


def _page_owner(reading: _Reading, record: Any) -> None:
    reading.gather.group(named(record), "page admin", pick(record, "url"))


def _event(reading: _Reading, record: Any) -> None:
    name = named(record)
    if not any(left(one.value) for one in labelled(record) if one.value != name):
        reading.gather.group(name, "event", pick(record, "url"))


def _event_owner(reading: _Reading, record: Any) -> None:
    reading.gather.group(named(record), "event admin", pick(record, "url"))


def _comment(reading: _Reading, record: Any) -> None:
    for part in pick(record, "data") or ():
        comment = pick(part, "comment")
        if not isinstance(comment, dict):
            continue
        author = said(comment.get("author")).casefold()
        if author and reading.owner and author != reading.owner:
            continue
        at = pick(comment, "timestamp") or pick(record, "timestamp")
        reading.gather.post(comment.get("comment"), pick(comment, "uri", "url"), at)
        reading.gather.member(comment.get("group"), at, "")
    if isinstance(record, dict) and "label_values" in record:
        _labelled_post(reading, record)


def _post(reading: _Reading, record: Any) -> None:
    if not isinstance(record, dict):
        return
    if "label_values" in record:
        _labelled_post(reading, record)
        return
    # There can be hundreds of thousands of posts: values are cleaned once, at the end, where there are any.
    words: list[Any] = []
    place = ""
    for part in record.get("data") or ():
        if isinstance(part, dict):
            words += (part.get("post"), part.get("text"))
    for part in _attached(record):
        place = place or (_place(part["place"]) if "place" in part else "")
        media = part.get("media")
        words += (part.get("text"), media.get("description") if isinstance(media, dict) else None)
    text = "\n".join(dict.fromkeys(word for word in words if word and isinstance(word, str)))
    link = record.get("url") or record.get("uri") or record.get("permalink")
    reading.gather.post(text, link, record.get("timestamp"), place)


def _attached(record: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for attachment in record.get("attachments") or ():
        data = attachment.get("data") if isinstance(attachment, dict) else None
        found += [part for part in data or () if isinstance(part, dict)]
    return found


def _place(place: Any) -> str:
    if not isinstance(place, dict):
        return ""
    name, address = said(place.get("name")), said(place.get("address"))
    point = place.get("coordinate")
    if not name and isinstance(point, dict):
        return f"{point.get('latitude')}, {point.get('longitude')}"
    return f"{name}, {address}" if name and address and address not in name else name


def _labelled_post(reading: _Reading, record: dict[str, Any]) -> None:
    """A post of the newest shape: the longest of its words that are no link, place or date."""
    told = list(labelled(record))
    link = next((one.href for one in told if one.href), "")
    place = next((one.value for one in told if one.means == "location" or "place" in one.name.casefold()), "")
    words = [
        one.value
        for one in told
        if one.value and one.value != place and not re.match(r"https?://|\(?-?\d+\.\d+|\d+$", one.value)
    ]
    check_in = "check" in reading.stem or "place" in reading.stem
    if check_in:
        reading.gather.post("", link, record.get("timestamp"), place or next(iter(words), ""))
    else:
        reading.gather.post(max(words, key=len, default=""), link, record.get("timestamp"), place)


def _app(reading: _Reading, record: Any) -> None:
    if not pick(record, "removed_timestamp"):
        reading.gather.fact("apps", named(record), reading.source)


def _facts(name: str) -> Callable[[_Reading, Any], None]:
    def note(reading: _Reading, record: Any) -> None:
        reading.gather.fact(name, named(record), reading.source)

    return note


def _places(reading: _Reading, record: Any) -> None:
    """Where Facebook thinks the owner is: town, region, each a value of its own."""
    if isinstance(record, str):
        reading.gather.fact("places", record, reading.source)
        return
    told = [one.value for one in labelled(record)]
    town = [said(pick(record, key)) for key in ("city", "region", "country", "zipcode", "name")]
    reading.gather.fact("places", ", ".join(filter(None, town)) or told, reading.source)


def _visited(reading: _Reading, record: Any) -> None:
    """A point of the location history of 2019, which a name goes with."""
    reading.gather.fact("places", pick(record, "name"), reading.source, SeenBy.ONLY_ME)


def _advertisers(reading: _Reading, record: Any) -> None:
    name = named(record) if isinstance(record, str) or "label_values" not in record else ""
    reading.gather.fact("advertisers", name or [one.value for one in labelled(record)], reading.source)


def _guesses(reading: _Reading, record: Any) -> None:
    told = [one.value for one in labelled(record)] if isinstance(record, dict) else [said(record)]
    reading.gather.fact("ad_interests", told, reading.source)


def _counted(name: str) -> Callable[[_Reading, Any], None]:
    def add(reading: _Reading, record: Any) -> None:
        reading.counts[name] = reading.counts.get(name, 0) + 1

    return add


def _own_place(reading: _Reading, record: Any) -> None:
    """A place that the owner put on the map: often the home or the place of work."""
    reading.gather.fact("places", _place(record), reading.source)


def _address(reading: _Reading, record: Any) -> None:
    if isinstance(record, str):
        reading.gather.fact("ip", record, reading.source)
        return
    for one in (record, *(pick(record, "data") or ())):
        reading.gather.fact("ip", pick(one, "ip_address", "ip"), reading.source)


def _former(reading: _Reading, record: Any) -> None:
    reading.gather.fact("former_names", pick(record, "old_name", "name"), reading.source)


_HANDLERS: dict[str, Callable[[_Reading, Any], None]] = {
    "groups_joined": _joined,
    "groups_admined": _group_owner,
    "group_answers": _asked,
    "group_posts": _post,
    "group_comments": _comment,
    "page_likes": _page,
    "pages_followed": _page,
    "pages": _page_owner,
    "following": _facts("follows"),
    "friends": _counted("friends"),
    "events_joined": _event,
    "events_interested": _event,
    "your_events": _event_owner,
    "comments": _comment,
    "status_updates": _post,
    "wall_posts_sent_to_you": lambda reading, record: None,
    "check_ins": _post,
    "installed_apps": _app,
    "off_facebook_activity": _facts("activity_elsewhere"),
    "topics": _facts("ad_interests"),
    "inferred_topics": _facts("ad_interests"),
    "friend_peer_group": _facts("ad_interests"),
    "your_places": _own_place,
    "custom_audiences_all_types": _advertisers,
    "custom_audiences": _advertisers,
    "address_book": _counted("contacts_uploaded"),
    "contacts_uploaded": _counted("contacts_uploaded"),
    "primary_location": _places,
    "primary_public_location": _places,
    "news_your_locations": _places,
    "used_ip_address": _address,
    "account_activity": _address,
    "active_sessions": _address,
    "location_history": _visited,
    "name_changes": _former,
}
_BY_FILE: tuple[tuple[str, Callable[[_Reading, Any], None]], ...] = (
    (r"group_membership|groups_joined", _joined),
    (r"^your_groups$", _group_owner),
    (r"pages_you.*lik|pages_you_follow|pages_and_profiles_you_follow", _page),
    (r"comments_in_groups|^comments", _comment),
    (r"group_posts|your_posts|^posts|check[-_ ]?ins|places_you_have_been|status_updates", _post),
    (r"event_responses", _event),
    (r"^your_events", _event_owner),
    (r"who_you've_followed|following", _facts("follows")),
    (r"^(?:your_)?friends$", _counted("friends")),
    (r"advertisers", _advertisers),
    (r"ads_interests|ad_topics|other_categories", _guesses),
    (r"friend_peer_group", _guesses),
    (r"off-facebook_activity|off_meta_technologies", _facts("activity_elsewhere")),
    (r"primary_.*location", _places),
    (r"apps_and_websites|connected_apps", _app),
    (r"your_contacts|contacts_uploaded|address_books", _counted("contacts_uploaded")),
    (r"ip_address|account_activity", _address),
)

IMPORTER = Importer(
    platform="facebook",
    paths=(
        r"facebook_activity/|activity_across_facebook/",
        r"apps_and_websites_off_of_facebook/",
        r"your_group_membership_activity\.",
        r"your_address_books\.",
        r"pages_you've_liked\.|pages_you_ve_liked\.",
        r"profile_information/profile_information\.",
        r"(?:^|/)about_you/",
        r"your_off-facebook_activity|off_meta_technologies",
        r"friends_and_followers/|(?:^|/)friends/friends\.",
        r"your_event_responses\.",
        r"facebook_news/|your_places/|other_activity/",
        r"(?:^|/)html/(?:timeline|wall|ads|apps|security)\.htm$",
        r"(?:^|/)html/(?:friends|photos|events|contact_info|videos)\.htm$",
        r"(?:^|/)messages/\d+\.html$",
        r"(?:^|/)index\.htm$",
    ),
    heads=(
        rb'"profile(?:_v2)?"\s*:\s*\{\s*"(?:name|full_name)"',
        rb'"(?:groups_joined|groups_admined|page_likes|pages_followed|group_posts|group_comments|event_responses|comments_v2|off_facebook_activity'
        rb'|custom_audiences_all_types_v2|installed_apps|friends_v2|address_book)(?:_v\d)?"',
        rb'href="(?:\.\./)?html/(?:timeline|wall|friends|photos)\.htm"',
        rb"facebook\.com/(?:dyi|help)|<title>[^<]*Facebook|Your Facebook Information",
    ),
    read=read,
    identity=r"profile_information\.(?:json|html)$",
)
