"""A mailbox file (mbox): the sites that wrote to welcome the person. Only the heads of letters are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.utils import parseaddr

from scanners.archives.logins import site_of
from scanners.archives.records import lines
from scanners.archives.source import Archive, Entry
from scanners.archives.words import phrases

_START = b"From "
# People write from these; a site does not.
_PEOPLE = frozenset(phrases("mailbox", "people"))
_LONGEST_HEAD = 200


def is_mailbox(entry: Entry) -> bool:
    """True for a file that begins as a mailbox does."""
    head = entry.head(2000)
    return head.startswith(_START) and re.search(rb"\n(?:[\w-]+: )", head) is not None


def sites(archive: Archive, entry: Entry) -> list[str]:
    """The sites whose letters welcome the person or ask to confirm an address, each once, by alphabet."""
    found: set[str] = set()
    for sender, subject in _heads(archive, entry):
        if any(phrase in subject for phrase in phrases("mailbox", "welcome")):
            site = site_of(parseaddr(sender)[1].rpartition("@")[2])
            if site and site not in _PEOPLE:
                found.add(site)
    return sorted(found)


def _heads(archive: Archive, entry: Entry) -> Iterator[tuple[str, str]]:
    """Sender and subject of every letter, the subject in lower case."""
    head: dict[str, str] = {}
    name, in_head, before = "", False, ""
    for line in lines(archive, entry):
        if line.startswith("From ") and not before.strip():
            head, name, in_head = {}, "", True
        elif in_head and not line.strip():
            yield head.get("from", ""), _read(head.get("subject", "")).casefold()
            in_head = False
        elif in_head and line[:1] in " \t":
            head[name] = head.get(name, "") + " " + line.strip()
        elif in_head and len(head) < _LONGEST_HEAD:
            name, _, value = line.partition(":")
            name = name.casefold()
            if name in ("from", "subject"):
                head[name] = value.strip()
        before = line


def _read(subject: str) -> str:
    try:
        return str(make_header(decode_header(subject[:1000])))
    except (ValueError, LookupError):
        return subject
