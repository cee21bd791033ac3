"""WhatsApp: exported chats, of which only the owner's own messages count, and the account report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from privacy_check.model import SeenBy
from privacy_check.sentences import say
from scanners.archives.gather import Gather
from scanners.archives.importing import Importer
from scanners.archives.mending import fold, mend, pick, said
from scanners.archives.pages import labelled_rows, parsed
from scanners.archives.records import lines, records
from scanners.archives.source import Archive, Entry
from scanners.archives.words import meaning, phrases

_MARKS = "\u200e\u200f\u202a\u202c\u202d\ufeff"
_LINE = re.compile(
    rf"^[{_MARKS}]*\[?(?P<a>\d{{1,4}})[./-](?P<b>\d{{1,2}})[./-](?P<c>\d{{1,4}}),?[ \u202f]+(?:at |à |alle |um )?"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?[ \u202f\xa0]?"
    r"(?P<half>[AaPp]\.?[ \u202f]?[Mm]\.?)?"
    r"(?:\] ?|[ \u202f]+[-–—][ \u202f]|[ ]?, )(?P<rest>.*)$"
)
_TITLE = re.compile(
    r"(?:whatsapp chat (?:with|-)|discussion whatsapp avec|chat whatsapp con|chat de whatsapp con"
    r"|whatsapp-chat (?:mit|met)|conversa do whatsapp com) +(?P<name>.+?)(?: ?\(\d+\))?(?:/_chat)?\.(?:txt|zip)$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"«„]\s?([^“”\"«»„]+?)\s?[”\"»“]")
_NO_WORDS = re.compile(
    r"^<[^>]+>$|\b(?:omitted|omise?s?|omess[oiae]|omitid[oa]s?|ausgeschlossen|weggelaten)>?$"
    r"|\((?:file attached|fichier joint|file allegato|archivo adjunto|datei angehängt|bestand bijgevoegd)\)$",
    re.IGNORECASE,
)
_EDITED = re.compile(r"\s*<[^<>]*(?:edited|modifié|modificato|editado|bearbeitet|bewerkt)[^<>]*>$", re.IGNORECASE)
_MAP = re.compile(r"https://(?:maps\.google\.com|www\.google\.com/maps)\S*?[?&/]q?=?(-?\d+\.\d+),\s?(-?\d+\.\d+)")


@dataclass(frozen=True, slots=True)
class _Message:
    """One message: the three numbers of its date, its clock, who wrote it (empty: WhatsApp itself), its words."""

    day: tuple[str, str, str]
    clock: str
    sender: str
    words: str


@dataclass
class _Chat:
    """What a first reading of a chat tells."""

    senders: Counter[str] = field(default_factory=Counter)
    owner: str = ""
    title: str = ""
    subject: str = ""
    opened_by: str = ""
    group: bool = False
    admin: bool = False
    left: bool = False
    month_first: bool = False


def read(archive: Archive, gather: Gather) -> None:
    """Reads every chat twice, first for who is who, and the files of the account report."""
    for entry in archive.entries:
        if entry.kind == "txt":
            _read_chat(archive, entry, gather)
        elif entry.kind == "json":
            _report(archive, entry, gather)
        elif entry.kind == "html" and (page := parsed(archive, entry)) is not None:
            for name, values in labelled_rows(page):
                if name in ("phone", "display_name", "bio", "email"):
                    gather.fact(name, values[:1], entry.name)


def _read_chat(archive: Archive, entry: Entry, gather: Gather) -> None:
    chat = _first_reading(archive, entry)
    if not chat.senders:
        return
    known = (*archive.owner_names, gather.first("display_name"))
    owner = chat.owner or _named(chat, known) or _other_of_two(chat)
    if chat.group and not chat.left:
        gather.group(_name_of(chat), "group admin" if chat.admin else "group")
    if not owner:
        gather.warn(say("archive.warn.who"))
        return
    gather.fact("display_name", owner, entry.name)
    for message in _messages(archive, entry):
        if message.sender == owner:
            _own(gather, message, month_first=chat.month_first)


def _name_of(chat: _Chat) -> str:
    """A group's name: as the chat last gave it, unless the file bears a newer one; else who opens the chat."""
    if chat.subject and fold(chat.title) in ("", fold(chat.subject)):
        return chat.subject
    return chat.title or ("" if chat.opened_by in chat.senders else chat.opened_by)


def _own(gather: Gather, message: _Message, *, month_first: bool) -> None:
    words = _EDITED.sub("", message.words).strip()
    bare = words.strip(f"{_MARKS} .").casefold()
    if not bare or words.startswith("\u200e") or _NO_WORDS.search(bare):
        return
    if bare in phrases("whatsapp", "deleted") or bare in phrases("whatsapp", "own_deleted"):
        return
    point = _MAP.search(words)
    place = f"{point[1]}, {point[2]}" if point else ""
    gather.post(words, at=_date(message, month_first=month_first), place=place, seen_by=SeenBy.NAMED_PEOPLE)


def _date(message: _Message, *, month_first: bool) -> str:
    a, b, c = message.day
    if len(a) == 4:
        year, month, day = a, b, c
    else:
        day, month = (b, a) if month_first else (a, b)
        year = c if len(c) == 4 else f"20{c:0>2}"
    return f"{year}-{int(month):02}-{int(day):02}T{message.clock}"


def _messages(archive: Archive, entry: Entry) -> Iterator[_Message]:
    """The messages of a chat, those of several lines put together."""
    held: _Message | None = None
    more: list[str] = []
    for line in lines(archive, entry):
        text = line.rstrip("\r\n")
        found = _LINE.match(text)
        if found is None:
            more.append(text)
            continue
        if held is not None:
            yield _whole(held, more)
        held, more = _message(found), []
    if held is not None:
        yield _whole(held, more)


def _whole(message: _Message, more: list[str]) -> _Message:
    if not more:
        return message
    return _Message(message.day, message.clock, message.sender, "\n".join((message.words, *more)))


def _message(found: re.Match[str]) -> _Message:
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    rest = mend(found["rest"])
    sender, colon, words = rest.partition(": ")
    if not colon and rest.endswith(":"):
        sender, colon = rest[:-1], ":"
    if (
        not colon
        or len(sender) > 80
        or any(phrase in sender.casefold() for phrase in phrases("whatsapp", "group"))
    ):
        sender, words = "", rest
    clock = f"{hour:02}:{found['minute']}:{found['second'] or '00'}"
    return _Message((found["a"], found["b"], found["c"]), clock, sender.strip(f"{_MARKS} ~\u202f"), words)


def _first_reading(archive: Archive, entry: Entry) -> _Chat:
    chat = _Chat()
    for path in (entry.path, entry.part):
        found = _TITLE.search(path)
        chat.title = chat.title or (mend(found["name"]) if found else "")
    for message in _messages(archive, entry):
        if 12 < int(message.day[1]) < 32 and len(message.day[0]) < 4:
            chat.month_first = True
        words = message.words.casefold().replace("’", "'").strip(f"{_MARKS} .")
        if message.sender and not message.words.startswith("\u200e"):
            chat.senders[message.sender] += 1
        if message.sender and words in phrases("whatsapp", "own_deleted"):
            chat.owner = message.sender
        elif not message.sender or message.words.startswith("\u200e"):
            chat.opened_by = chat.opened_by or message.sender
            _noted(chat, message, words)
    if len(chat.senders) > 2:
        chat.group = True
    return chat


def _noted(chat: _Chat, message: _Message, words: str) -> None:
    """What WhatsApp itself says in the chat: its name, who made it, and whether the owner is still in it."""
    if any(phrase in words for phrase in phrases("whatsapp", "group")):
        chat.group = True
        names = _QUOTED.findall(message.words)
        chat.subject = names[-1].strip() if names else chat.subject
    if any(words.startswith(phrase) for phrase in phrases("whatsapp", "own_admin")):
        chat.admin = True
    if any(phrase in words for phrase in phrases("whatsapp", "own_back")):
        chat.left = False
    elif any(words.startswith(phrase) for phrase in phrases("whatsapp", "own_left")):
        chat.left = True


def _named(chat: _Chat, names: tuple[str, ...]) -> str:
    """The one sender who bears one of the owner's names; empty when there is none, or more than one."""
    wanted = {fold(name) for name in names if name}
    found = [sender for sender in chat.senders if fold(sender) in wanted]
    if not found:  # by the first name, where one of the two is no more than that
        firsts = {fold(name.split()[0]) for name in names if name.split()}
        alone = {fold(name) for name in names if len(name.split()) == 1}
        found = [
            sender
            for sender in chat.senders
            if fold(sender) in firsts or (alone and sender.split() and fold(sender.split()[0]) in alone)
        ]
    return found[0] if len(found) == 1 else ""


def _other_of_two(chat: _Chat) -> str:
    """In a chat named after the other person, the owner is whoever is left."""
    others = [sender for sender in chat.senders if fold(sender) != fold(chat.title)]
    return others[0] if not chat.group and len(chat.senders) == 2 and len(others) == 1 else ""


def _report(archive: Archive, entry: Entry, gather: Gather) -> None:
    """A file of the account report: groups by their subjects, contacts as a number, the rest by its labels."""
    contacts = 0
    known = meaning("profile")
    for keys, record in records(archive, entry):
        folded = [fold(key) for key in keys]
        if any("group" in key for key in folded):
            name = said(
                record if isinstance(record, str) else pick(record, "subject", "name", "group_name", "title")
            )
            gather.group("" if re.fullmatch(r"[\d@.\-gus]+", name) else name)
        elif any("contact" in key for key in folded):
            contacts += 1
        elif isinstance(record, dict):
            _labelled(gather, record, entry.name, known)
    gather.count("contacts_uploaded", contacts, entry.name)


def _labelled(gather: Gather, record: dict[str, Any], source: str, known: Any) -> None:
    for key, value in record.items():
        name = {"pushname": "display_name", "profilename": "display_name"}.get(fold(key)) or known.get(fold(key))
        if name in ("phone", "display_name", "bio", "email", "handle"):
            gather.fact(name, value, source)


IMPORTER = Importer(
    platform="whatsapp",
    paths=(
        r"(?:^|/)_chat\.txt$",
        r"(?:whatsapp chat|discussion whatsapp|chat whatsapp|chat de whatsapp|whatsapp-chat)[^/]*\.txt$",
        r"whatsapp_connections/|whatsapp_account|whatsapp_settings/",
        r"(?:^|/)whatsapp_connections/groups\.json$",
    ),
    heads=(
        rb'"wa_(?:groups|contacts)"',
        rb"(?m)\A(?:\xef\xbb\xbf)?(?:\xe2\x80[\x8e\x8f\xaa])*\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?.{1,9}?\d{1,2}[:.]\d\d",
    ),
    read=read,
)
