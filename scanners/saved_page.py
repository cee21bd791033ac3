"""Pages a person saved themselves: HTML, MHTML and the JSON of a public API, as captures."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlsplit

from privacy_check.errors import UnreadableInput
from privacy_check.model import Capture, Lens, Outcome, PageKind, SeenBy
from scanners.extract.page import Page
from scanners.extract.reader import read_page
from scanners.extract.verdict import judge
from scanners.platforms.registry import Registry
from scanners.viewer import seen_by

MAX_BYTES = 60_000_000
HTML, MHTML, JSON = "text/html", "multipart/related", "application/json"
_ENDINGS = {".html": HTML, ".htm": HTML, ".xhtml": HTML, ".mhtml": MHTML, ".mht": MHTML, ".json": JSON}
_SAVE_AGAIN = "Open your profile in a browser and save it with Ctrl+S (on a Mac: Cmd+S)."
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S+?)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_BINARY = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a zip archive", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture", b"RIFF": "a picture or a film", b"\x1f\x8b": "a compressed file",
    b"bplist00": "a Safari web archive",
    b"\xd0\xcf\x11\xe0": "an old Office document",
}  # fmt: skip


def load(path: Path | str, url: str | None = None, *, registry: Registry) -> Capture:
    """A saved page as a Capture with its outcome, its evidence and who could see it.

    `url` is the address of the profile; without it the address is taken from the file, or left empty.
    `registry` holds the described platforms. Raises UnreadableInput, with the next step, for what is missing,
    empty, too large, binary or no page at all.
    """
    file = Path(path)
    raw = _read(file)
    kind = _kind(file, raw)
    address = ""
    if kind == MHTML:
        html, address = _from_mhtml(raw, file)
    else:
        html = decode(raw)
    page = Page(html)
    if kind == JSON or html.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        kind = _checked_json(page, file)
    elif "<" not in html:
        raise UnreadableInput(f"{file.name} is no web page.", _SAVE_AGAIN)
    address = (url or address or address_in(page, registry)).strip()
    saved_at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    return _capture(page.at(address), registry, HTML if kind == MHTML else kind, saved_at)


def _read(file: Path) -> bytes:
    if not file.exists():
        raise UnreadableInput(
            f"There is no file {file.name} here.", "Check the name, or drag the file into the window."
        )
    if file.is_dir():
        raise UnreadableInput(f"{file.name} is a folder, not a page.", "Choose the .html file beside it.")
    try:
        size = file.stat().st_size
        if size == 0:
            raise UnreadableInput(f"{file.name} is empty.", _SAVE_AGAIN)
        if size > MAX_BYTES:
            limit = f"{MAX_BYTES // 1_000_000} MB"
            raise UnreadableInput(f"{file.name} is larger than {limit}.", "Save the page again as HTML only.")
        return file.read_bytes()
    except OSError as error:
        raise UnreadableInput(
            f"{file.name} cannot be opened ({error.strerror}).", "Check who may read it."
        ) from error


def _kind(file: Path, raw: bytes) -> str:
    start = raw[:1024]
    for magic, name in _BINARY.items():
        if start.startswith(magic):
            hint = "For a data download use `privacy-check archive`." if "zip" in name else _SAVE_AGAIN
            raise UnreadableInput(f"{file.name} is {name}, not a saved page.", hint)
    head = start.lstrip().lower()
    if (
        re.match(
            rb"(?:from:|mime-version:|content-type:\s*multipart|snapshot-content-location:|subject:|date:)", head
        )
        and b"multipart/related" in raw[:20_000].lower()
    ):
        return MHTML
    if start.count(b"\x00") > len(start) // 3 and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableInput(f"{file.name} holds no text.", _SAVE_AGAIN)
    kind = _ENDINGS.get(file.suffix.lower(), HTML)
    return HTML if kind == MHTML else kind


def decode(raw: bytes, declared: str = "") -> str:
    """Bytes as text: byte order mark, else what the page declares, else UTF-8, else Windows-1252. Never raises."""
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return raw.decode(name, errors="replace")
    found = _XML_CHARSET.search(raw[:300]) or _CHARSET.search(raw[:8_192])
    names = [declared, found.group(1).decode("ascii", "ignore") if found else "", "utf-8"]
    for name in names:
        try:
            if name and codecs.lookup(name).name not in ("utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-7"):
                return raw.decode(_as_browsers_do(name))
        except (LookupError, UnicodeError):
            continue
    text = raw.decode("utf-8", errors="replace")
    # A few broken bytes are common; a page full of them was another charset.
    return text if text.count("\ufffd") * 50 < len(text) else raw.decode("cp1252", errors="replace")


def _as_browsers_do(name: str) -> str:
    plain = name.lower()
    return {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252",
            "ascii": "cp1252",
            "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
            "x-sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "tis-620": "cp874",
            "iso-8859-9": "cp1254", "iso-8859-11": "cp874"}.get(plain, name)  # fmt: skip


def _from_mhtml(raw: bytes, file: Path) -> tuple[str, str]:
    """(the page itself, the address it was saved from)."""
    message = message_from_bytes(raw, policy=policy.default)
    address = _header(message, "Snapshot-Content-Location")
    parts = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    own = next((part for part in parts if address and _header(part, "Content-Location") == address), None)
    part = own or next(iter(parts), None)
    if part is None:
        raise UnreadableInput(f"{file.name} holds no page.", _SAVE_AGAIN)
    body = part.get_payload(decode=True)
    if not isinstance(body, bytes):
        raise UnreadableInput(f"{file.name} holds no page.", _SAVE_AGAIN)
    address = address or _header(part, "Content-Location") or _header(message, "Content-Location")
    return decode(body, part.get_content_charset() or ""), address if address.startswith("http") else ""


def _header(part: EmailMessage, name: str) -> str:
    try:
        return str(part.get(name, "")).strip()
    except (ValueError, IndexError, KeyError):
        return ""


def _checked_json(page: Page, file: Path) -> str:
    """JSON of a public API; a recorded session (HAR) and broken JSON are refused."""
    if page.served_json is None:
        try:
            json.loads(page.given)
        except (ValueError, RecursionError):
            raise UnreadableInput(f"{file.name} is broken JSON.", "Save the answer again, whole.") from None
        raise UnreadableInput(f"{file.name} holds no profile.", "Save the profile page itself.")
    value = page.served_json.value
    if isinstance(value, dict) and isinstance(value.get("log"), dict) and "entries" in value["log"]:
        raise UnreadableInput(
            f"{file.name} is a recording of requests (HAR), not a page.",
            "Save the page itself with Ctrl+S and hand that in.",
        )
    return JSON


def address_in(page: Page, registry: Registry) -> str:
    """Where a saved page came from: a browser's note, SingleFile, canonical link or og:url; may be empty."""
    head = page.given[:20_000]
    notes: list[Callable[[], str]] = [
        lambda: _first(_SAVED_FROM, head),
        lambda: _first(_SINGLE_FILE, head),
        lambda: _own_address(page, registry),
    ]
    for note in notes:
        address = note()
        if _usable(address):
            return address
    return ""


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match.group(1) if match else ""


def _own_address(page: Page, registry: Registry) -> str:
    if page.served_json is not None:
        return _json_address(page.served_json.value)
    base = page.tree.css_first("base[href]")
    candidates = [
        page.canonical,
        page.meta("og:url"),
        page.meta("al:web:url"),
        (base.attributes.get("href") or "") if base else "",
    ]
    usable = [address for address in candidates if _usable(address)]
    # A page may give itself a tidy address that is no profile link; one that is wins.
    profiles = (address for address in usable if _leads_to_a_profile(address, page, registry))
    return next(profiles, usable[0] if usable else "")


def _leads_to_a_profile(address: str, page: Page, registry: Registry) -> bool:
    read = read_page(page.at(address), registry)
    return read.target.platform is not None and read.addressed is PageKind.PROFILE


def _json_address(value: object) -> str:
    """The profile's own page, when an API answer names it."""
    if not isinstance(value, dict):
        return ""
    for holder in (value, value.get("data"), value.get("user"), value.get("account")):
        if isinstance(holder, dict):
            for key in ("html_url", "permalink_url", "profile_url", "url", "profileUrl", "link", "web_url"):
                if isinstance(holder.get(key), str) and _usable(holder[key]) and "/api" not in holder[key]:
                    return str(holder[key])
    return ""


def _usable(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _capture(page: Page, registry: Registry, media_type: str, saved_at: datetime) -> Capture:
    read = read_page(page, registry)
    reading = judge(read)
    seen = seen_by(page) if reading.outcome.seen or reading.outcome is Outcome.PRIVATE else SeenBy.UNKNOWN
    return Capture(
        account=read.target.account,
        lens=Lens.SAVED_PAGE,
        outcome=reading.outcome,
        final_url=page.url,
        status=None,
        html=page.given,
        captured_at=saved_at,
        evidence=reading.evidence,
        media_type=media_type,
        seen_by=seen,
        kind=reading.kind,
        reading=read,
        note="" if page.url else "The file does not say where it was saved from.",
    )
