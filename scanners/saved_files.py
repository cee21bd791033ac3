"""Files in which browsers save a page: HTML, MHTML, Safari's web archive and JSON, each as its words."""

from __future__ import annotations

import codecs
import html
import plistlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from privacy_check.errors import UnreadableInput
from privacy_check.sentences import say
from scanners.charset import decode, wide_without_mark
from scanners.extract.links import external
from scanners.extract.page import host_of

MAX_BYTES = 60_000_000
MAX_FRAMES = 60
MAX_FRAME_CHARS = 2_000_000
MAX_PARTS = 2_000
MAX_MARKS = 20_000
MAX_NESTED = 60
HTML, JSON = "text/html", "application/json"
SAVE_AGAIN = "reading.file.save_again"
_SAVE_SOURCE = "reading.file.save_source"
_BINARY = {
    b"%PDF": "pdf", b"PK\x03\x04": "zip", b"\x89PNG": "picture", b"\xff\xd8\xff": "picture",
    b"GIF8": "picture", b"RIFF": "picture_or_film", b"\x1f\x8b": "compressed",
    b"\xd0\xcf\x11\xe0": "office", b"{\\rtf": "rich_text",
    b"WARC/": "warc",
}  # fmt: skip
_SHORTCUT = re.compile(rb"^\[InternetShortcut\]", re.IGNORECASE)
_LIST = re.compile(rb"^(?:<\?xml[^>]{0,200}>\s*)?(?:<!DOCTYPE\s+plist[^>]{0,300}>\s*)?<plist\b", re.IGNORECASE)
_HEADER = re.compile(rb"^[A-Za-z][\w-]{1,60}:[ \t]?[^\r\n]{0,998}\r?\n")
_MIME = re.compile(rb"^(?:mime-version|content-type):", re.IGNORECASE | re.MULTILINE)
_BLANK = b" \t\r\n"
_FRAME = re.compile(r"<i?frame\b[^<>]{0,4000}>", re.IGNORECASE)
_SRC = re.compile(r"""\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S+?)\s*-->", re.IGNORECASE)
_MARKUP = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True)
class SavedFile:
    """The words of a saved page, the address the file itself gives (or nothing), and JSON or HTML."""

    text: str
    address: str = ""
    media_type: str = HTML


def read_file(file: Path) -> SavedFile:
    """A saved page of any of the kinds. Raises UnreadableInput, with the next step, for everything else."""
    raw = _bytes(file)
    start = raw[:1024]
    for magic, kind in _BINARY.items():
        if start.startswith(magic):
            hint = say("reading.file.use_archive") if kind == "zip" else say(SAVE_AGAIN)
            raise UnreadableInput(
                say("reading.file.another_kind", file=file.name, name=say(f"reading.kind.{kind}")), hint
            )
    bare = raw.removeprefix(codecs.BOM_UTF8).lstrip(_BLANK)
    if bare.startswith(b"bplist00") or _LIST.match(bare[:2_000]):
        return _from_property_list(bare, file)
    if _SHORTCUT.match(bare[:100]):
        raise _only_a_link(file)
    if bare.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or wide_without_mark(bare):
        # A page or an archive that an editor kept in two bytes a letter.
        bare = raw = decode(bare).lstrip("\ufeff \t\r\n").encode("utf-8", "replace")
    elif start.count(b"\x00") > len(start) // 3:
        raise UnreadableInput(say("reading.file.no_text", file=file.name), say(SAVE_AGAIN))
    if _HEADER.match(bare[:2_000]) and _MIME.search(bare[:20_000]):
        return _from_mhtml(bare, file)
    text = decode(raw)
    if JSON_START.match(text) or file.suffix.lower() == ".json":
        return SavedFile(text, media_type=JSON)
    if "<" not in text:
        raise UnreadableInput(say("reading.file.no_web_page", file=file.name), say(SAVE_AGAIN))
    return SavedFile(text)


JSON_START = re.compile(r"[\ufeff\s]*[\[{]")


def _bytes(file: Path) -> bytes:
    if not file.exists():
        raise UnreadableInput(say("reading.file.not_there", file=file.name), say("reading.file.check_name"))
    if file.is_dir():
        if file.suffix.lower() == ".webarchive":
            raise UnreadableInput(say("reading.file.a_folder", file=file.name), say(_SAVE_SOURCE))
        raise UnreadableInput(say("reading.file.a_folder", file=file.name), say("reading.file.choose_html"))
    try:
        size = file.stat().st_size
        if size == 0:
            raise UnreadableInput(say("reading.file.empty", file=file.name), say(SAVE_AGAIN))
        if size > MAX_BYTES:
            limit = f"{MAX_BYTES // 1_000_000} MB"
            raise UnreadableInput(
                say("reading.file.too_large", file=file.name, limit=limit), say("reading.file.html_only")
            )
        return file.read_bytes()
    except OSError as error:
        raise UnreadableInput(
            say("reading.file.not_opened", file=file.name, reason=error.strerror), say("reading.file.who_may_read")
        ) from error


def _only_a_link(file: Path) -> UnreadableInput:
    return UnreadableInput(say("reading.file.only_a_link", file=file.name), say(SAVE_AGAIN))


def _from_mhtml(raw: bytes, file: Path) -> SavedFile:
    """The page itself, with the frames that were saved beside it."""
    if raw.count(b"\n--") > MAX_MARKS or raw.lower().count(b"content-type: multipart/") > MAX_NESTED:
        raise UnreadableInput(say("reading.file.many_parts", file=file.name), say(SAVE_AGAIN))
    try:
        message = message_from_bytes(raw, policy=policy.compat32)
    except RecursionError:  # parts in parts in parts
        raise UnreadableInput(say("reading.file.broken_archive", file=file.name), say(SAVE_AGAIN)) from None
    address = _header(message, "Snapshot-Content-Location")
    parts = [part for part, _ in zip(message.walk(), range(MAX_PARTS), strict=False)
             if part.get_content_type() in _MARKUP]  # fmt: skip
    start = _header(message, "Content-Type").rpartition('start="')[2].partition('"')[0]
    part = (
        next((part for part in parts if address and _header(part, "Content-Location") == address), None)
        or next((part for part in parts if start and _header(part, "Content-ID") == start), None)
        or next(iter(parts), None)
    )
    body = _body(part) if part is not None else None
    if part is None or body is None:
        raise UnreadableInput(say("reading.file.no_page", file=file.name), say(SAVE_AGAIN))
    address = address or _header(part, "Content-Location") or _header(message, "Content-Location")
    address = address if address.startswith("http") else ""
    frames: dict[str, Frame] = {}
    for other in parts[: MAX_FRAMES + 1]:
        inner = _body(other) if other is not part else None
        if inner is not None:
            frame = Frame(_header(other, "Content-Location"), inner)
            frames.setdefault(frame.address, frame)
            frames.setdefault("cid:" + _header(other, "Content-ID").strip("<>"), frame)
    return SavedFile(with_frames(body, frames, address), address)


def _body(part: Message) -> str | None:
    try:
        body = part.get_payload(decode=True)
        charset = part.get_content_charset() or ""
    except (ValueError, LookupError, AttributeError):
        return None
    return decode(body, charset) if isinstance(body, bytes) else None


def _header(part: Message, name: str) -> str:
    try:
        return "".join(str(part.get(name, "")).split())
    except (ValueError, IndexError, KeyError):
        return ""


def _from_property_list(raw: bytes, file: Path) -> SavedFile:
    """Safari's web archive: the main resource, and the frames as archives of their own."""
    try:
        archive = plistlib.loads(raw)
    except Exception as error:  # a stranger wrote the file, and the parser lets every kind of error out
        raise UnreadableInput(say("reading.file.broken_archive", file=file.name), say(_SAVE_SOURCE)) from error
    if isinstance(archive, dict) and isinstance(archive.get("URL"), str):
        raise _only_a_link(file)
    page = _resource(archive)
    if page is None:
        raise UnreadableInput(say("reading.file.no_page", file=file.name), say(_SAVE_SOURCE))
    frames = archive.get("WebSubframeArchives")
    inner = [_resource(frame) for frame in frames[:MAX_FRAMES]] if isinstance(frames, list) else []
    by_address = {frame.address: frame for frame in inner if frame is not None and frame.address}
    address = page.address if page.address.startswith("http") else ""
    return SavedFile(with_frames(page.text, by_address, address), address)


def _resource(archive: Any) -> Frame | None:
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict) or not isinstance(main.get("WebResourceData"), bytes):
        return None
    charset, address = main.get("WebResourceTextEncodingName"), main.get("WebResourceURL")
    text = decode(main["WebResourceData"], charset if isinstance(charset, str) else "")
    return Frame(address.strip() if isinstance(address, str) else "", text)


@dataclass(frozen=True)
class Frame:
    """A frame's address and its markup."""

    address: str
    text: str


def with_frames(page: str, frames: Mapping[str, Frame], address: str) -> str:
    """The markup with each frame of the same site that was saved put into it, as if it had been written there."""
    if not frames:
        return page
    host = host_of(address)

    def filled(match: re.Match[str]) -> str:
        tag = match.group(0)
        src = _SRC.search(tag)
        told = html.unescape(next((text for text in src.groups() if text), "")).strip() if src else ""
        frame = frames.get(told) or frames.get(_joined(address, told))
        if src is None or frame is None:
            return tag
        if frame.address.startswith("http") and external(frame.address, host):
            return f'{tag[: src.start()]} src="{html.escape(frame.address)}"{tag[src.end() :]}'
        inner = html.escape(frame.text[:MAX_FRAME_CHARS])
        return f'{tag[: src.start()]} srcdoc="{inner}"{tag[src.end() :]}'

    return _FRAME.sub(filled, page, count=MAX_FRAMES)


def sources(page: str) -> Iterator[str]:
    """What the frames of a page name as the place of their words, as it is written there."""
    for match, _ in zip(_FRAME.finditer(page), range(MAX_FRAMES), strict=False):
        if src := _SRC.search(match.group(0)):
            yield html.unescape(next((text for text in src.groups() if text), "")).strip()


def _joined(address: str, told: str) -> str:
    try:
        return urljoin(address, told)
    except ValueError:
        return told
