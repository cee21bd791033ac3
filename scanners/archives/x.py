"""X's archive: `window.YTD.<name>.part<N> = [...]` files since 2018, and the Grailbird archive before."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

from privacy_check.model import SeenBy
from scanners.archives.gather import Gather
from scanners.archives.importing import Importer
from scanners.archives.mending import pick, said
from scanners.archives.records import load, pieces
from scanners.archives.source import Archive, Entry

_PART = re.compile(r"[-_]part\d+$")


def read(archive: Archive, gather: Gather) -> None:
    """Reads the account first, so that posts can be given their addresses."""
    order = ("account", "user_details", "profile")
    named = sorted(archive.entries, key=lambda entry: (not entry.stem.startswith(order), entry.path))
    for entry in named:
        stem = _PART.sub("", entry.stem)
        if entry.kind not in ("js", "json") or "message" in stem:
            continue
        if stem == "user_details":
            _old_account(gather, load(archive, entry), entry.name)
        elif re.search(r"(?:^|/)tweets/\d{4}_\d\d$", entry.path[: -len(entry.kind) - 1].casefold()):
            _each(archive, entry, gather, _post)
        elif (reader := _READERS.get(stem.replace("_", "-"))) is not None:
            _each(archive, entry, gather, reader)
    gather.count("following", _counted(archive, "following"), "following.js")
    gather.count("followers", _counted(archive, "follower"), "follower.js")
    gather.count("contacts_uploaded", _counted(archive, "contact"), "contact.js")


def _each(archive: Archive, entry: Entry, gather: Gather, reader: Callable[[Gather, Any, str], None]) -> None:
    for _, record in pieces(archive, entry):
        if isinstance(record, dict):
            reader(gather, record, entry.name)


def _counted(archive: Archive, stem: str) -> int:
    found = [entry for entry in archive.entries if entry.kind == "js" and _PART.sub("", entry.stem) == stem]
    return sum(1 for entry in found for _ in pieces(archive, entry))


def _account(gather: Gather, record: Any, source: str) -> None:
    account = pick(record, "account") or record
    gather.fact("handle", pick(account, "username", "userName"), source)
    gather.fact("display_name", pick(account, "accountDisplayName", "displayName"), source)
    gather.fact("email", pick(account, "email"), source)
    gather.fact("joined", pick(account, "createdAt"), source)


def _old_account(gather: Gather, record: Any, source: str) -> None:
    gather.fact("handle", pick(record, "screen_name"), source)
    gather.fact("display_name", pick(record, "full_name", "name"), source)
    for name in ("bio", "location"):
        gather.fact(name, pick(record, name), source)
    gather.fact("website", pick(record, "expanded_url", "url"), source)
    gather.fact("joined", pick(record, "created_at"), source)


def _profile(gather: Gather, record: Any, source: str) -> None:
    profile = pick(record, "profile") or record
    description = pick(profile, "description")
    if isinstance(description, str):
        description = {"bio": description, **profile}
    for name in ("bio", "website", "location"):
        gather.fact(name, unescape(said(pick(description, name))), source)
    gather.fact("avatar", pick(profile, "avatarMediaUrl"), source)


def _phone(gather: Gather, record: Any, source: str) -> None:
    gather.fact("phone", pick(pick(record, "device") or record, "phoneNumber"), source)


def _age(gather: Gather, record: Any, source: str) -> None:
    age = pick(pick(record, "ageMeta") or record, "ageInfo", "inferredAgeInfo")
    gather.fact("birthday", pick(age, "birthDate"), source)


def _name_change(gather: Gather, record: Any, source: str) -> None:
    change = pick(record, "screenNameChange")
    change = pick(change, "screenNameChange") or change
    former = said(pick(change, "changedFrom"))
    if former.casefold() != gather.first("handle").casefold():
        gather.fact("former_names", former, source)


def _mail_change(gather: Gather, record: Any, source: str) -> None:
    change = pick(record, "emailAddressChange")
    change = pick(change, "emailChange", "emailAddressChange") or change
    gather.fact("email", pick(change, "changedTo"), source)
    gather.fact("email", pick(change, "changedFrom"), source)


def _post(gather: Gather, record: Any, source: str) -> None:
    """A post of one's own; what was only passed on is somebody else's words."""
    tweet = pick(record, "tweet") or record
    words = said(pick(tweet, "full_text", "text"))
    if words.startswith("RT @") or pick(tweet, "retweeted_status"):
        return
    place = pick(tweet, "place")
    where = (said(pick(place, "full_name", "name")) if place else "") or _point(tweet)
    number = str(pick(tweet, "id_str", "id") or "")
    gather.post(unescape(words), _address(gather, number), pick(tweet, "created_at"), where)


def _point(tweet: Any) -> str:
    if not pick(tweet, "coordinates", "geo"):
        return ""
    coordinates = pick(pick(tweet, "coordinates") or {}, "coordinates")
    if isinstance(coordinates, list) and len(coordinates) == 2:
        return f"{coordinates[1]}, {coordinates[0]}"  # written longitude first
    pair = pick(pick(tweet, "geo") or {}, "coordinates")
    return f"{pair[0]}, {pair[1]}" if isinstance(pair, list) and len(pair) == 2 else ""


def _address(gather: Gather, number: str) -> str:
    return f"https://x.com/{gather.first('handle') or 'i'}/status/{number}" if number else ""


def _note(gather: Gather, record: Any, source: str) -> None:
    note = pick(record, "noteTweet") or record
    core = pick(note, "core") or note
    gather.post(pick(core, "text"), at=pick(note, "createdAt"))


def _community(gather: Gather, record: Any, source: str) -> None:
    tweet = pick(record, "tweet") or record
    _post(gather, tweet, source)
    name = pick(pick(tweet, "community") or {}, "name") or pick(tweet, "community_name", "communityName")
    gather.group(name, "community", visibility="public")


def _list(kind: str) -> Callable[[Gather, Any, str], None]:
    def note(gather: Gather, record: Any, source: str) -> None:
        info = pick(record, "userListInfo") or record
        if urls := pick(info, "urls"):
            for url in urls if isinstance(urls, list) else [urls]:
                note(gather, {"url": url}, source)
            return
        url = said(pick(info, "url"))
        slug = unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2])
        gather.group(pick(info, "name") or slug, kind, url)

    return note


def _app(gather: Gather, record: Any, source: str) -> None:
    app = pick(record, "connectedApplication") or record
    gather.fact("apps", pick(app, "name"), source)


def _guesses(gather: Gather, record: Any, source: str) -> None:
    """What X guesses for advertisers; what the owner switched off there is left out."""
    data = pick(record, "p13nData") or record
    people = pick(data, "demographics") or {}
    gather.fact("gender", pick(pick(people, "genderInfo"), "gender"), source, SeenBy.ONLY_ME, 0.7)
    gather.fact("languages", [pick(one, "language") for one in pick(people, "languages") or ()], source)
    interests = pick(data, "interests") or {}
    for one in pick(interests, "interests") or ():
        if not (isinstance(one, dict) and one.get("isDisabled") is True):
            gather.fact("ad_interests", one if isinstance(one, str) else pick(one, "name"), source)
    gather.fact("ad_interests", [one for one in pick(interests, "shows") or () if isinstance(one, str)], source)
    audiences = pick(interests, "audienceAndAdvertisers") or {}
    gather.fact("advertisers", pick(audiences, "advertisers") or [], source)
    for one in pick(data, "locationHistory") or ():
        town = (
            [said(pick(one, key)) for key in ("city", "region", "country")]
            if isinstance(one, dict)
            else [said(one)]
        )
        gather.fact("places", ", ".join(filter(None, town)), source, SeenBy.ONLY_ME)
    gather.fact("birthday", pick(pick(data, "inferredAgeInfo"), "birthDate"), source, SeenBy.ONLY_ME, 0.6)


def _ip(gather: Gather, record: Any, source: str) -> None:
    inner = pick(record, "ipAudit", "accountCreationIp") or record
    gather.fact("ip", pick(inner, "loginIp", "userCreationIp"), source)


def _timezone(gather: Gather, record: Any, source: str) -> None:
    gather.fact("timezone", pick(pick(record, "accountTimezone") or record, "timeZone"), source)


def _device(gather: Gather, record: Any, source: str) -> None:
    response = pick(record, "niDeviceResponse") or record
    gather.fact("phone", pick(pick(response, "messagingDevice"), "phoneNumber"), source)


def _protected(gather: Gather, record: Any, source: str) -> None:
    protected = pick(pick(record, "protectedHistory") or record, "protected")
    if isinstance(protected, bool):
        gather.private = protected


_READERS: dict[str, Callable[[Gather, Any, str], None]] = {
    "account": _account,
    "profile": _profile,
    "phone-number": _phone,
    "ageinfo": _age,
    "screen-name-change": _name_change,
    "email-address-change": _mail_change,
    "tweet": _post,
    "tweets": _post,
    "deleted-tweets": lambda gather, record, source: None,
    "note-tweet": _note,
    "community-tweet": _community,
    "lists-created": _list("list admin"),
    "lists-member": _list("list"),
    "lists-subscribed": _list("list"),
    "connected-application": _app,
    "personalization": _guesses,
    "ip-audit": _ip,
    "account-creation-ip": _ip,
    "protected-history": _protected,
    "account-timezone": _timezone,
    "ni-devices": _device,
}

IMPORTER = Importer(
    platform="x",
    paths=(
        r"(?:^|/)data/manifest\.js$",
        r"(?:^|/)tweets?(?:-part\d+)?\.js$",
        r"data/js/(?:user_details|tweet_index|payload_details)\.js$",
        r"data/js/tweets/\d{4}_\d\d\.js$",
        r"your archive\.html$",
        r"(?:^|/)(?:ageinfo|ip-audit|connected-application|lists-member|personalization)\.js$",
    ),
    heads=(
        rb"window\.YTD\.",
        rb"window\.__THAR_CONFIG",
        rb"Grailbird\.data",
        rb"var (?:user_details|payload_details)\s*=",
    ),
    read=read,
    identity=r"(?:^|/)(?:account|user_details)\.js$",
)
