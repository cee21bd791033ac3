"""Google Takeout, for YouTube and the account around it; folders and files are named in the account's language."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from privacy_check.model import SeenBy
from scanners.archives.gather import Gather
from scanners.archives.importing import Importer
from scanners.archives.mending import fold, pick, said
from scanners.archives.pages import chunks, labelled_rows, parsed
from scanners.archives.records import load, records, table
from scanners.archives.source import Archive, Entry

_OFTEN = 3
_MOST_PLACES = 20
_CHANNEL = re.compile(r"youtube\.com/(?:channel|c|user|@)", re.IGNORECASE)
_COMMENT = re.compile(r"Ug[\w-]{10,}(?:\.[\w-]+)?")
_MAIL = re.compile(r"[^\s,;:<>]+@[^\s,;<>]+\.\w+")
_PHONE = re.compile(r"\+\d[\d ]{6,16}\d")
_IP = re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}\b|\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\b")
_VIDEO = re.compile(r"[\w-]{11}")
_HOME = re.compile(r"TYPE_(?:HOME|WORK)|INFERRED_(?:HOME|WORK)")
_SKIPPED = re.compile(
    r"records\.json$|(?:watch|search)-history|myactivity|my activity|browserhistory|(?:^|/)history\.json$"
    r"|/mail/|\.mbox$|/photos/|/fit/"
)
_CHANNEL_TITLES = (
    "channeltitle",
    "titredelachaine",
    "titolocanale",
    "titolodelcanale",
    "kanaltitel",
    "titulodelcanal",
)
# Members of a browser's saved forms and what they mean.
_FORMS = {
    "email_address": "email", "phone_home_whole_number": "phone",
    "address_home_line1": "address", "address_home_street_address": "address",
}  # fmt: skip


def read(archive: Archive, gather: Gather) -> None:
    """Every file is known by what is in it, as its name may be in any language."""
    places: Counter[str] = Counter()
    for entry in archive.entries:
        path = entry.path.casefold()
        if _SKIPPED.search(path):
            continue
        if "google chat" in path:
            if entry.name == "group_info.json":
                gather.group(pick(load(archive, entry), "name"), "group chat")
            continue
        if entry.kind == "csv":
            _table(archive, entry, gather)
        elif entry.kind == "json":
            for keys, record in records(archive, entry):
                _take(gather, [fold(key) for key in keys], record, entry.name, places)
        elif entry.kind == "html":
            _page(archive, entry, gather)
        if group := re.search(r"(?:^|/)(?:groups|groupes|gruppi|gruppen|grupos)/([^/]+@[^/]+|[^/]+)/", path):
            gather.group(entry.path[group.start(1) : group.end(1)], "group")
    for place, times in places.most_common(_MOST_PLACES):
        if times >= _OFTEN:
            gather.fact("places", place, "timeline", SeenBy.ONLY_ME)


def _take(gather: Gather, keys: list[str], record: Any, source: str, places: Counter[str]) -> None:
    last = keys[-1] if keys else ""
    if last in ("timelineobjects", "semanticsegments"):
        _visit(gather, record, source, places)
    elif last == "features":
        _review(gather, record)
    elif last == "devicesettings":
        gather.fact("devices", pick(record, "devicePrettyName"), source)
    elif last in ("autofill", "autofillprofile", "addresses", "autofillprofiles"):
        for key, name in _FORMS.items():
            gather.fact(name, pick(record, key), source)
    elif not last and isinstance(record, dict) and "snippet" in record:
        _subscription(gather, record["snippet"])
    elif source.startswith(("profile", "profil", "perfil", "profiel")):
        _profile(gather, last, record, source)


def _profile(gather: Gather, last: str, record: Any, source: str) -> None:
    """The Google profile, whose members were taken apart."""
    if last == "emails":
        gather.fact("email", pick(record, "value") if isinstance(record, dict) else record, source)
    elif last == "gender":
        gather.fact("gender", pick(record, "type", "value"), source)
    elif last == "name":
        if isinstance(record, dict):
            gather.fact("display_name", pick(record, "formattedName"), source)
    elif last == "phonenumbers":
        gather.fact("phone", pick(record, "value") if isinstance(record, dict) else record, source)
    elif last in ("urls", "placeslived"):
        gather.fact("website" if last == "urls" else "places", pick(record, "value", "url"), source)
    elif not last and isinstance(record, dict):
        for key, name in (("displayName", "display_name"), ("birthday", "birthday"), ("nickname", "nickname")):
            gather.fact(name, pick(record, key), source)
        gather.fact("bio", pick(record, "aboutMe", "tagline"), source)


def _visit(gather: Gather, record: Any, source: str, places: Counter[str]) -> None:
    """A visit of the timeline: home and work by themselves, other places when they come back."""
    visit = pick(record, "placeVisit", "visit")
    if not isinstance(visit, dict):
        return
    best = pick(visit, "topCandidate") or {}
    location = pick(visit, "location") or pick(best, "placeLocation") or {}
    kind = said(pick(location, "semanticType")) or said(pick(best, "semanticType"))
    name, address = said(pick(location, "name")), said(pick(location, "address")).replace("\n", ", ")
    point = said(pick(location, "latLng"))
    where = ", ".join(filter(None, (name, address))) or point
    if _HOME.search(kind.upper()) or kind.upper() in ("HOME", "WORK"):
        gather.fact("places", where, source, SeenBy.ONLY_ME)
    elif where:
        places[where] += 1


def _review(gather: Gather, record: Any) -> None:
    """A review of a place: the owner's words, with the place, and anybody can read them."""
    about = pick(record, "properties") or {}
    words = pick(about, "review_text_published", "Review Comment")
    if words or pick(about, "five_star_rating_published", "Star Rating"):
        place = pick(about, "location", "Location") or {}
        where = ", ".join(
            filter(None, (said(pick(place, "name", "Business Name")), said(pick(place, "address", "Address"))))
        )
        gather.post(
            words, pick(about, "google_maps_url", "Google Maps URL"), pick(about, "date", "Published"), where
        )


def _subscription(gather: Gather, snippet: Any) -> None:
    channel = said(pick(pick(snippet, "resourceId"), "channelId"))
    url = f"https://www.youtube.com/channel/{channel}" if channel else ""
    gather.group(pick(snippet, "title"), "channel", url)


def _table(archive: Archive, entry: Entry, gather: Gather) -> None:
    """A table of YouTube: subscriptions, comments or chats, or the channel itself, told by the first rows."""
    found = table(archive, entry)
    names = [fold(name) for name in next(found, [])]
    folder = fold(entry.folder)
    own = any(word in folder for word in ("channels", "chaines", "canali", "kanale", "canales", "kanalen"))
    if len(names) in (2, 3, 4) and not own:
        for row in found:
            link = next((cell for cell in row if _CHANNEL.search(cell)), "")
            if link and len(row) == len(names):
                gather.group(row[-1], "channel", link)
        return
    for row in found:
        if own:
            _channel(gather, names, row, entry.name)
        elif any(_COMMENT.fullmatch(cell) for cell in row) or "chat" in entry.stem or "comment" in entry.stem:
            _comment(gather, row)


def _channel(gather: Gather, names: list[str], row: list[str], source: str) -> None:
    for name, cell in zip(names, row, strict=False):
        if name.startswith(_CHANNEL_TITLES):
            gather.fact("display_name", cell, source)
        elif "vanity" in name or "handle" in name:
            gather.fact("handle", cell.lstrip("@"), source)


def _comment(gather: Gather, row: list[str]) -> None:
    """One comment: its words are JSON in the last cells; which video it is under makes its address."""
    words, at, number, video = "", "", "", ""
    for cell in row:
        if _COMMENT.fullmatch(cell):
            number = number or cell
        elif re.match(r"\d{4}-\d\d-\d\d[T ]", cell):
            at = at or cell
        elif cell.lstrip().startswith(("{", "[")):
            words = _spoken(cell) or words
        elif _VIDEO.fullmatch(cell):
            video = cell
    if not words and row and not _VIDEO.fullmatch(row[-1]) and re.search(r"[^\W\d_]{2}", row[-1]):
        words = row[-1]
    link = f"https://www.youtube.com/watch?v={video}" + (f"&lc={number}" if number else "") if video else ""
    gather.post(words, link, at)


def _spoken(cell: str) -> str:
    """The words of a cell such as `{"text":"one"},{"text":"two"}`, or of `takeoutSegments`."""
    try:
        value = json.loads(f"[{cell}]")
    except (ValueError, RecursionError):
        return ""
    words: list[str] = []
    for part in value:
        segments = pick(part, "takeoutSegments", "segments") if isinstance(part, dict) else part
        for one in segments if isinstance(segments, list) else [part]:
            words.append(str(pick(one, "text") or ""))
    return "".join(words)


def _page(archive: Archive, entry: Entry, gather: Gather) -> None:
    stem = entry.stem
    if "subscriberinfo" in stem:
        _subscriber(archive, entry, gather)
    elif re.search(r"^my-comments|^mes-commentaires", stem):
        page = parsed(archive, entry)
        for item in page.css("li") if page is not None else ():
            link = item.css_first("a[href*='youtube.com']")
            pieces = chunks(item)
            gather.post(pieces[-1] if pieces else "", link.attributes.get("href") if link is not None else "")


def _subscriber(archive: Archive, entry: Entry, gather: Gather) -> None:
    """The page on the account: every address and number on it is the owner's, in whatever language."""
    page = parsed(archive, entry)
    if page is None:
        return
    words = "\n".join(chunks(page.body)) if page.body is not None else ""
    for name, pattern in (("email", _MAIL), ("phone", _PHONE), ("ip", _IP)):
        gather.fact(name, pattern.findall(words), entry.name)
    for name, values in labelled_rows(page):
        if name in ("joined", "display_name", "birthday"):
            gather.fact(name, values[:1], entry.name)


IMPORTER = Importer(
    platform="youtube",
    paths=(
        r"^takeout[^/]*/|/takeout/",
        r"youtube (?:and|et|e|und|en|y).youtube music/",
        r"(?:^|/)subscriptions/subscriptions\.(?:csv|json)$|(?:^|/)abonn\w+\.csv$|(?:^|/)iscrizioni\.csv$",
        r"subscriberinfo\.html$",
        r"archive_browser\.html$",
        r"(?:my activity|mon activité|la mia attività|le mie attività|meine aktivitäten)/",
        r"semantic location history|location history|historique des positions|cronologia delle posizioni",
        r"(?:^|/)comments/comments(?:\(\d+\))?\.csv$|(?:^|/)commentaires/commentaires\.csv$|(?:^|/)commenti/commenti\.csv$",
    ),
    heads=(rb"youtube\.com/channel/", rb'"timelineObjects"\s*:', rb"Google Account ID", rb'"formattedName"\s*:'),
    read=read,
    identity=r"subscriberinfo\.html$",
)
