"""Several links in one paste: each is read by itself, once, and a broken one is joined or asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from privacy_check.model import LinkReading
from privacy_check.sentences import say
from scanners.platforms import recognise
from scanners.platforms.index import PlatformIndex
from scanners.platforms.links import refused
from scanners.platforms.mending import Break, cut_short, mend
from scanners.platforms.pasted import (
    LONGEST,
    links_in,
    looks_like_email,
    looks_like_host,
    take_apart,
    tidy,
    unwrap,
)

MOST_TEXT = 20_000  # characters of one paste
MOST_LINKS = 60
MOST_PARTS = 400

_STARTS = r"(?:https?:|www\.|@?[\w-]+(?:\.[\w-]+)+/|[A-Za-z][\w.]{1,20}:\S)"
_BETWEEN = re.compile(
    rf"\n+|[;•·]\s|[,;|]\s*(?={_STARTS})|\s(?:and|und|et|y|e|en|og|och|i|plus|&|\+)\s+(?={_STARTS})", re.IGNORECASE
)
_GLUED = re.compile(r"(?<=[\w)\].,;])(?=https?://)", re.IGNORECASE)
_MARKDOWN = re.compile(r"\[([^\]\n]{0,300})\]\(\s*<?([^)\s>]+)[^)\n]{0,300}\)")
_LINK = re.compile(r"https?:/{1,3}[^\s<>\"“”«»|]+|(?:(?!https?:/)\S)+", re.IGNORECASE)
_NAMED_APART = re.compile(r"(?<!\S)([A-Za-z][\w.]{0,20})\s?:\s+(?!https?:|www\.)(?=\S)", re.IGNORECASE)


def _too_many() -> LinkReading:
    return refused(say("links.too_many"), say("links.a_dozen"))


def read_one(index: PlatformIndex, text: str) -> LinkReading:
    """What the text turned out to be, where one link is wanted; several are refused. Never raises."""
    if len(text) > MOST_TEXT:
        return recognise.read(index, text)
    whole, breaks = mend(text)
    return _read(index, whole, _open_ends(index, breaks))


def read_all(index: PlatformIndex, text: str) -> tuple[LinkReading, ...]:
    """Every link in the text, in order, each once; one reading at least. Never raises."""
    if len(text) > MOST_TEXT:
        return (refused(say("links.long_list"), say("links.one_at_a_time")),)
    whole, breaks = mend(text)
    open_ends = _open_ends(index, breaks)
    parts = _BETWEEN.split(_GLUED.sub(" ", _MARKDOWN.sub(_target, whole)))
    if len(parts) > MOST_PARTS:
        return (_too_many(),)
    pieces = list(dict.fromkeys(_pieces(index, parts)))
    if len(pieces) < 2:
        return (_read(index, pieces[0] if pieces else whole, open_ends),)
    if len(pieces) > MOST_LINKS:
        return (_too_many(),)
    readings = (replace(_read(index, piece, open_ends), link=piece) for piece in pieces)
    return tuple(
        {reading.account.key if reading.account else reading.link: reading for reading in readings}.values()
    )


def _read(index: PlatformIndex, piece: str, open_ends: dict[str, Break]) -> LinkReading:
    for link, found in open_ends.items():
        if link in piece:
            return refused(
                say("links.broken"),
                say("links.goes_on", link=found.joined),
            )
    if len(piece) <= LONGEST and cut_short(piece):
        return refused(say("links.cut_short"), say("links.copy_whole"))
    return recognise.read(index, piece)


def _open_ends(index: PlatformIndex, breaks: tuple[Break, ...]) -> dict[str, Break]:
    """The breaks where both readings are an account, and not the same one."""
    found = {}
    for each in breaks[:MOST_LINKS]:
        first, joined = (recognise.read(index, link).account for link in (each.first, each.joined))
        if joined is not None and (first is None or first.key != joined.key):
            found[each.first] = each
    return found


def _pieces(index: PlatformIndex, parts: list[str]) -> Iterator[str]:
    """What is a link or a name by itself; words between them are left out."""
    for segment in parts:
        segment = _NAMED_APART.sub(lambda found: _closed_up(index, found), segment.strip())
        items = [item for item in _items(index, segment) if item]
        if len(items) > 1:
            yield from items
        elif _means_something(index, segment):
            yield segment
        else:
            yield from items


def _target(found: re.Match[str]) -> str:
    return f" {found[2]} " if "." in found[2] else found[0]


def _closed_up(index: PlatformIndex, found: re.Match[str]) -> str:
    return f"{found[1]}:" if index.by_name(found[1]) else found[0]


def _items(index: PlatformIndex, segment: str) -> Iterator[str]:
    for found in _LINK.finditer(segment):
        word = found.group(0)
        if cut_short(word):
            yield word
        elif re.match(r"https?:/", word, re.IGNORECASE):
            yield next(iter(links_in(tidy(word))), "")
        elif _is_item(index, unwrap(word)):
            yield unwrap(word)


def _is_item(index: PlatformIndex, word: str) -> bool:
    name, colon, handle = word.partition(":")
    if colon and handle and (index.by_name(name) is not None or handle.startswith("//")):
        return True
    if looks_like_email(word) or re.fullmatch(r"@[\w.-]+@[\w-]+(?:\.[\w-]+)+", word):
        return True
    address = take_apart(word) if "." in word and looks_like_host(word) else None
    return address is not None and (index.by_address(address) is not None or "/" in word)


def _means_something(index: PlatformIndex, segment: str) -> bool:
    return 0 < len(segment) <= LONGEST and recognise.read(index, segment).account is not None
