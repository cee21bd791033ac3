"""Threads' archive, alone or inside Instagram's."""

from __future__ import annotations

import re

from scanners.archives.gather import Gather
from scanners.archives.importing import Importer
from scanners.archives.mending import fold, pick, said, truth
from scanners.archives.meta import base, labelled, mapped
from scanners.archives.records import pieces
from scanners.archives.source import Archive
from scanners.archives.words import meaning


def read(archive: Archive, gather: Gather) -> None:
    """Own posts and replies, followed accounts, and the profile they belong to."""
    for entry in archive.entries:
        own = "threads" in entry.path.casefold()
        if entry.kind != "json" or not (own or "personal_information." in entry.name):
            continue
        if re.search(r"liked|viewed|search|saved|blocked|pending|/messages/|suggest", entry.path.casefold()):
            continue
        for keys, value in pieces(archive, entry):
            key = base(keys[0])
            if key == "profile_user":
                _profile(gather, value, entry.name)
            elif own and "text_post_app_text_posts" in key:
                _post(gather, value)
            elif own and re.search(r"text_post_app_text_(?:following|app_following)|_following$", key):
                for told in mapped(value):
                    gather.fact("follows", told.value, entry.name)


def _profile(gather: Gather, record: object, source: str) -> None:
    for told in mapped(record):
        if told.means == "private":
            gather.private = truth(told.value)
        elif told.means in ("handle", "display_name", "bio", "website"):
            gather.fact(told.means, told.value, source)


def _post(gather: Gather, record: object) -> None:
    media = pick(record, "media")
    first = media[0] if isinstance(media, list) and media else record
    words = said(pick(first, "title", "text")) or said(pick(record, "title", "text"))
    known = meaning("instagram")
    words = words or next(
        (told.value for told in labelled(record) if known.get(fold(told.label)) == "caption"), ""
    )
    link = said(pick(record, "url", "permalink")) or next(
        (told.href for told in labelled(record) if told.href), ""
    )
    gather.post(words, link, pick(first, "creation_timestamp", "timestamp") or pick(record, "timestamp"))


IMPORTER = Importer(
    platform="threads",
    paths=(),
    heads=(rb'"text_post_app_text_posts"',),
    read=read,
    beside=True,
)
