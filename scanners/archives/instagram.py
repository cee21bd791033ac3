"""Instagram's archive: flat files to 2020, labelled values in the account's language since, HTML pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from privacy_check.model import SeenBy
from scanners.archives import instagram_pages
from scanners.archives.gather import Gather
from scanners.archives.importing import Importer
from scanners.archives.mending import fold, moment, pick, said, truth
from scanners.archives.meta import Told, base, labelled, mapped, named
from scanners.archives.records import LIST, pieces, spread
from scanners.archives.source import Archive, Entry
from scanners.archives.words import meaning

_SKIPPED = re.compile(
    r"(?:^|/)(?:messages|inbox|likes|saved|story_interactions|story_sticker_interactions)/|liked_|viewed|search|suggest|removed|unfollow|blocked"
    r"|threads_|(?:posts|ads|videos|suggested_profiles)_viewed|seen_content|deleted_content|pending|recent_follow|restrict|dismissed|/saved|cookies|/likes\.json$|permanent_follow"
)
_FLAT = {
    "username": "handle", "name": "display_name", "email": "email", "phone_number": "phone", "biography": "bio",
    "gender": "gender", "date_of_birth": "birthday", "website": "website", "date_joined": "joined",
}  # fmt: skip


class _Told(list[Told]):
    """The labelled values of one record."""


@dataclass
class _Reading:
    """What the handlers share."""

    gather: Gather
    source: str = ""
    stem: str = ""
    counts: dict[str, int] = field(default_factory=dict)


def read(archive: Archive, gather: Gather) -> None:
    """Reads every file once, that of the profile first."""
    reading = _Reading(gather)
    for entry in sorted(
        archive.entries, key=lambda entry: not re.search(r"personal_information\.|^profile\.", entry.name)
    ):
        if _SKIPPED.search(f"/{entry.path.casefold()}"):
            continue
        reading.source, reading.stem = entry.name, re.sub(r"[_ ]?\d*$", "", entry.stem)
        if entry.kind == "json":
            _read_json(archive, reading, entry)
        elif entry.kind == "html":
            instagram_pages.read_page(archive, entry, gather, reading.counts)
    for name, number in reading.counts.items():
        gather.count(name, number, "archive")


def _read_json(archive: Archive, reading: _Reading, entry: Entry) -> None:
    flat: dict[str, Any] = {}
    for keys, value in pieces(archive, entry):
        key = base(keys[0])
        if keys[-1] != LIST and not isinstance(value, dict):
            flat[keys[0]] = value
        elif key == LIST or key == "label_values":
            _by_file(reading, {"label_values": [value]} if key == "label_values" else value)
        elif keys[-1] == LIST:
            _handled(reading, keys[:-1], value)
        elif key in _MAPS:
            _MAPS[key](reading, value)
        else:
            for inner, record in spread(keys, value):
                _handled(reading, inner, record)
    if flat.keys() & {"username", "biography", "private_account"}:
        _flat_profile(reading, flat)


def _handled(reading: _Reading, keys: tuple[str, ...], record: Any) -> None:
    for key in reversed(keys):
        handler = _HANDLERS.get(base(key))
        if handler is not None:
            handler(reading, record)
            return
    _by_file(reading, record)


def _by_file(reading: _Reading, record: Any) -> None:
    handler = _handler(reading.stem)
    if handler is not None:
        handler(reading, record)
    elif _valued(record, "comment") and _valued(record, "owner", "time"):
        _comment(reading, record)
    elif (
        isinstance(record, dict)
        and isinstance(record.get("media"), list)
        and "creation_timestamp" in str(record)[:2000]
    ):
        _post(reading, record)


@lru_cache(maxsize=100)
def _handler(stem: str) -> Callable[[_Reading, Any], None] | None:
    return next((handler for pattern, handler in _BY_FILE if re.search(pattern, stem)), None)


def _told(record: Any) -> list[Told]:
    """The labelled values of a record; of a list of them that was made before, the list itself."""
    return record if isinstance(record, _Told) else _Told((*mapped(record), *labelled(record)))


def _valued(record: Any, *names: str) -> str:
    """The value beside a label that means one of these names."""
    known = meaning("instagram")
    return next((one.value for one in _told(record) if known.get(fold(one.label)) in names and one.value), "")


def _when(record: Any) -> str:
    """The first time in a record: its own, or that of one of its values."""
    return _own_time(record) or next((when for one in _told(record) if one.at and (when := moment(one.at))), "")


def _own_time(record: Any) -> str:
    return moment(pick(record, "timestamp", "creation_timestamp", "taken_at"))


def _profile(reading: _Reading, record: Any) -> None:
    for one in _told(record):
        means = one.means
        if means == "private":
            reading.gather.private = truth(one.value)
        elif means == "phone" and not re.search(r"\d{5}", re.sub(r"\D", "", one.value)):
            continue
        elif means:
            reading.gather.fact(means, one.value, reading.source)


def _flat_profile(reading: _Reading, record: dict[str, Any]) -> None:
    for key, name in _FLAT.items():
        reading.gather.fact(name, record.get(key), reading.source)
    private = record.get("private_account")
    reading.gather.private = private if isinstance(private, bool) else truth(said(private))


def _business(reading: _Reading, record: Any) -> None:
    for one in _told(record):
        if one.means in ("email", "phone", "address", "location"):
            reading.gather.fact(one.means, one.value, reading.source)


def _places(reading: _Reading, record: Any) -> None:
    known = meaning("instagram")
    values = [
        one.value for one in _told(record) if known.get(fold(one.label)) == "town" or fold(one.name) in known
    ]
    reading.gather.fact("places", values or [one.value for one in _told(record)], reading.source)


def _interest(reading: _Reading, record: Any) -> None:
    reading.gather.fact("ad_interests", [one.value for one in _told(record)] or named(record), reading.source)


def _follow(reading: _Reading, record: Any) -> None:
    name = next((one.value for one in _told(record) if one.value), "") or said(pick(record, "title"))
    reading.gather.fact("follows", name, reading.source)


def _hashtag(reading: _Reading, record: Any) -> None:
    name = next((one.value for one in _told(record) if one.value), "") or named(record)
    reading.gather.group(name if name.startswith("#") else f"#{name}" if name else "", "hashtag")


def _channel(reading: _Reading, record: Any) -> None:
    reading.gather.group(named(record), "channel")


def _comment(reading: _Reading, record: Any) -> None:
    if isinstance(record, list) and len(record) >= 2:  # to 2020: time, words, whose picture
        reading.gather.post(record[1], at=record[0])
        return
    values = record.get("string_map_data") if isinstance(record, dict) else None
    if isinstance(values, dict):
        _plain_comment(reading, values)
        return
    told = _told(record)
    link = next((one.href for one in told if one.href), "")
    reading.gather.post(_valued(told, "comment"), link, _own_time(record) or _when(told))


def _plain_comment(reading: _Reading, values: dict[str, Any]) -> None:
    """A comment of the usual shape, of which there can be a hundred thousand: each value is looked at once."""
    known = meaning("instagram")
    words: Any = ""
    at: Any = None
    link: Any = ""
    for label, member in values.items():
        if isinstance(member, dict):
            at, link = at or member.get("timestamp"), link or member.get("href")
            if known.get(fold(label)) == "comment":
                words = member.get("value")
    reading.gather.post(words, link, at)


def _post(reading: _Reading, record: Any) -> None:
    """A post, story or reel: its caption, its date, and the point its picture was taken at."""
    if not isinstance(record, dict):
        return
    media = [one for one in record.get("media") or () if isinstance(one, dict)] or [record]
    caption = said(pick(record, "title", "caption")) or said(pick(media[0], "title", "caption"))
    caption = caption or _valued(record, "caption", "comment")
    place = said(pick(record, "location")) or next((point for one in media if (point := _point(one))), "")
    link = said(pick(record, "permalink", "url")) or next((one.href for one in labelled(record) if one.href), "")
    reading.gather.post(caption, link, _when(record) or _when(media[0]), place)


def _point(media: Any) -> str:
    data = pick(pick(media, "media_metadata"), "photo_metadata", "video_metadata")
    for exif in pick(data, "exif_data") or ():
        latitude, longitude = pick(exif, "latitude"), pick(exif, "longitude")
        if latitude and longitude:
            return f"{latitude}, {longitude}"
    return ""


def _signed_up(reading: _Reading, record: Any) -> None:
    reading.gather.fact("joined", _when(record) or pick(record, "registration_time"), reading.source)
    reading.gather.fact("ip", _valued(record, "address") or pick(record, "ip_address"), reading.source)
    for one in _told(record):
        if one.means in ("email", "phone"):
            reading.gather.fact(one.means, one.value, reading.source)
    for key, name in (
        ("registration_email", "email"),
        ("registration_phone_number", "phone"),
        ("phone_number", "phone"),
    ):
        reading.gather.fact(name, pick(record, key), reading.source)
    name = pick(record, "registration_username") or next(
        (one.value for one in _told(record) if one.means == "handle"), ""
    )
    if said(name).casefold() != reading.gather.first("handle").casefold():
        reading.gather.fact("former_names", name, reading.source)


def _login(reading: _Reading, record: Any) -> None:
    reading.gather.fact("ip", _valued(record, "address") or pick(record, "ip_address"), reading.source)


def _change(reading: _Reading, record: Any) -> None:
    """A change of the profile: a former name or user name is worth knowing."""
    what = meaning("profile").get(fold(_valued(record, "changed")))
    if what in ("handle", "display_name", "former_names"):
        reading.gather.fact("former_names", _valued(record, "previous"), reading.source)


def _autofill(reading: _Reading, record: Any) -> None:
    street = [
        said(pick(record, key)) for key in ("street_address", "address_line1", "address_level2", "postal_code")
    ]
    reading.gather.fact("address", ", ".join(filter(None, street)), reading.source)
    reading.gather.fact("phone", pick(record, "tel", "phone", "phone_number"), reading.source)
    reading.gather.fact("email", pick(record, "email"), reading.source)


def _guessed(name: str) -> Callable[[_Reading, Any], None]:
    """A number or an address that Instagram believes to be the owner's."""

    def note(reading: _Reading, record: Any) -> None:
        told = [one.value for one in _told(record)]
        reading.gather.fact(name, told, reading.source, SeenBy.ONLY_ME, 0.7)

    return note


def _advertiser(reading: _Reading, record: Any) -> None:
    name = named(record) if isinstance(record, str) or "label_values" not in record else ""
    reading.gather.fact("advertisers", name or [one.value for one in labelled(record)], reading.source)


def _app(reading: _Reading, record: Any) -> None:
    reading.gather.fact("apps", named(record), reading.source)


def _counted(name: str) -> Callable[[_Reading, Any], None]:
    def add(reading: _Reading, record: Any) -> None:
        reading.counts[name] = reading.counts.get(name, 0) + 1

    return add


def _connections(key: str) -> Callable[[_Reading, Any], None]:
    """To 2020 the people stood as `name: date` under what they are to the owner."""

    def note(reading: _Reading, value: Any) -> None:
        if key == "following":
            reading.gather.fact("follows", list(value), reading.source)
        elif key == "hashtags":
            for name in value:
                _hashtag(reading, name)
        else:
            reading.counts[key] = len(value)

    return note


_MAPS: dict[str, Callable[[_Reading, Any], None]] = {
    "following": _connections("following"),
    "following_hashtags": _connections("hashtags"),
    "followers": _connections("followers"),
    "ig_autofill_data": _autofill,
    "registration_info": _signed_up,
    "primary_location": lambda reading, value: reading.gather.fact(
        "places", pick(value, "city_name") if isinstance(value, dict) else value, reading.source
    ),
}
_HANDLERS: dict[str, Callable[[_Reading, Any], None]] = {
    "profile_user": _profile,
    "profile_business": _business,
    "profile_account_insights": lambda reading, record: None,
    "inferred_data_primary_location": _places,
    "inferred_data_ig_interest": _interest,
    "topics_your_topics": _interest,
    "topics_your_reels_sentiments": _interest,
    "inferred_data_inferred_phone_numbers": _guessed("phone"),
    "inferred_data_inferred_emails": _guessed("email"),
    "relationships_following": _follow,
    "relationships_following_hashtags": _hashtag,
    "relationships_followers": _counted("followers"),
    "contacts_contact_info": _counted("contacts_uploaded"),
    "comments_media_comments": _comment,
    "comments_reels_comments": _comment,
    "comments_story_comments": _comment,
    "media_comments": _comment,
    "story_comments": _comment,
    "live_comments": _comment,
    "ig_stories": _post,
    "ig_reels_media": _post,
    "ig_archived_post_media": _post,
    "ig_profile_picture": lambda reading, record: None,
    "photos": _post,
    "videos": _post,
    "stories": _post,
    "account_history_registration_info": _signed_up,
    "account_history_login_history": _login,
    "login_history": _login,
    "profile_profile_change": _change,
    "ig_custom_audiences_all_types": _advertiser,
    "ig_autofill_data": _autofill,
    "apps_and_websites": _app,
}
_BY_FILE: tuple[tuple[str, Callable[[_Reading, Any], None]], ...] = (
    (r"^personal_information|^profile_information", _profile),
    (r"professional_information", _business),
    (r"based_in|locations_of_interest|last_known_location", _places),
    (r"hashtags", _hashtag),
    (r"^following", _follow),
    (r"^followers", _counted("followers")),
    (r"contacts", _counted("contacts_uploaded")),
    (r"comments", _comment),
    (r"^(?:posts|stories|reels|archived_posts|igtv_videos|media)", _post),
    (r"your_topics|ads_interests|ad_topics|recommended_topics|other_categories", _interest),
    (r"possible_phone", _guessed("phone")),
    (r"possible_emails", _guessed("email")),
    (r"advertisers", _advertiser),
    (r"apps_and_websites|active_apps|connected_apps", _app),
    (r"signup_information", _signed_up),
    (r"login_activity", _login),
    (r"profile_changes", _change),
    (r"broadcast_channel", _channel),
)


IMPORTER = Importer(
    platform="instagram",
    paths=(
        r"your_instagram_activity/|instagram_ads_and_businesses|apps_and_websites_off_of_instagram",
        r"followers_and_following/",
        r"(?:^|/)(?:account_information|personal_information)/(?:personal_information/)?personal_information\.(?:json|html)",
        r"information_about_you/(?:account|profile)_based_in",
        r"ads_and_topics/|ads_and_content/",
        r"(?:^|/)your_topics/",
        r"^(?:[^/]+/)?account_history\.json",
        r"^(?:[^/]+/)?seen_content\.json|^(?:[^/]+/)?connections\.json",
        r"login_and_account_creation/|login_and_profile_creation/",
    ),
    heads=(
        rb'"profile_user"\s*:',
        rb'"(?:relationships_following|relationships_followers|relationships_following_hashtags|topics_your_topics|inferred_data_primary_location'
        rb'|inferred_data_ig_interest|ig_custom_audiences_all_types|ig_stories|comments_media_comments|account_history_registration_info|contacts_contact_info)"',
        rb'"biography"\s*:[^{]*"(?:username|private_account)"|"private_account"\s*:[^{]*"username"',
    ),
    read=read,
    identity=r"(?:/|^)(?:personal_information|profile)\.(?:json|html)$",
)
