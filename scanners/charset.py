"""Bytes of a saved page as text, whatever their charset and whatever they say it is."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

_CHARSET = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
_LANGUAGE = re.compile(rb"""<html[^>]{0,600}?\slang\s*=\s*["']?\s*([a-z]{2,3})""", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_HIGH = re.compile(rb"[\x80-\xff]+")
_BETWEEN_WORDS = re.compile(rb"[<>\s]+")
# Signs of Windows-1252 that never stand inside a word, where Central European charsets have letters.
_SIGNS_IN_WORDS = re.compile(
    rb"[A-Za-z][\xc0-\xff]*[\x81\x8d\x8f\x90\x9d\xa3\xa5\xa6\xaf\xb1-\xb3\xb6\xb9\xbc-\xbf]+[A-Za-z\xc0-\xff]"
)
_BEFORE = 400  # bytes of a <meta> before its charset
_DECLARATIONS = 60  # mentions of a charset that are looked at; some pages declare theirs behind long scripts
_SAMPLED = 2_000_000  # bytes in which telling words are sought
_SAMPLE = 12_000  # bytes that the detector reads
_AROUND = 60  # bytes around a letter that are taken with it
_RUN = 3  # letters beyond ASCII in a row: Latin words seldom have so many, others always
_MANY = 8  # letters beyond ASCII from which valid UTF-8 is no accident
_STATEFUL = ("iso2022_jp", "hz")
# What browsers take a name for (WHATWG Encoding).
_AS_BROWSERS_DO = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc_kr": "cp949", "tis-620": "cp874", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "iso2022_jp_1": "iso2022_jp",
}  # fmt: skip
# What browsers take a page in a language for, when it says nothing (HTML standard, "locale default").
_BY_LANGUAGE: Mapping[str, str] = {
    "ru": "cp1251", "uk": "cp1251", "be": "cp1251", "bg": "cp1251", "sr": "cp1251", "mk": "cp1251", "ky": "cp1251",
    "pl": "cp1250", "cs": "cp1250", "sk": "cp1250", "hu": "cp1250", "sl": "cp1250", "hr": "cp1250", "ro": "cp1250",
    "el": "cp1253", "tr": "cp1254", "az": "cp1254", "he": "cp1255", "ar": "cp1256", "fa": "cp1256",
    "lt": "cp1257", "lv": "cp1257", "et": "cp1257", "vi": "cp1258", "th": "cp874", "ja": "cp932", "ko": "cp949",
}  # fmt: skip
_MEND = "scanners.mend"


def _from_windows(error: UnicodeError) -> tuple[str, int]:
    """A broken stretch of UTF-8 is read as what mostly strays into it."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_MEND, _from_windows)


def decode(raw: bytes, declared: str = "") -> str:
    """Bytes as text: byte order mark, UTF-8 where it is that, what the page declares, its language, a detector.

    `declared` is a charset told from outside the page. Never raises.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw.decode(name, "replace")
    if wide := wide_without_mark(raw):
        return raw.decode(wide, "replace")
    names = [name for name in (_known(declared), *_written(raw)) if name]
    for name in names:
        if name in _STATEFUL and (text := _exactly(raw, name)) is not None:
            return text
    text = _exactly(raw, "utf-8")
    if text is not None and (_is_no_accident(text) or not names or names[0] == "utf-8" or _one_byte(names[0])):
        return text
    for name in names:
        if name != "utf-8" and (text := _exactly(raw, name)) is not None:
            return text
    return _guessed(raw)


def wide_without_mark(raw: bytes) -> str:
    """`utf-16-le` or `utf-16-be` for markup in two bytes a letter that lacks its mark, else an empty string."""
    start = raw[:2_000]
    if len(start) < 8 or b"\x00" not in start:
        return ""
    even, odd = start[0::2].count(0), start[1::2].count(0)
    most = len(start) // 2 * 0.6
    if odd > most and even * 10 < odd:
        return "utf-16-le"
    return "utf-16-be" if even > most and odd * 10 < even else ""


def _written(raw: bytes) -> list[str]:
    """Charsets that a page declares in itself."""
    found = [match.group(1) for match in (_XML_CHARSET.search(raw[:300]),) if match]
    for match, _ in zip(_CHARSET.finditer(raw), range(_DECLARATIONS), strict=False):
        before = raw[max(0, match.start() - _BEFORE) : match.start()]
        start = before.rfind(b"<")
        if start >= 0 and before[start : start + 5].lower() == b"<meta" and b">" not in before[start:]:
            found.append(match.group(1))
            break
    return [_known(name.decode("ascii", "ignore")) for name in found]


def _known(name: str) -> str:
    """The codec of a charset's name as browsers take it; empty for none and for those a page cannot be in."""
    try:
        codec = codecs.lookup(name.strip().strip("\"'")).name if name.strip() else ""
    except (LookupError, ValueError):
        return ""
    # Whoever could read the declaration of a wide charset did not read it in that charset.
    return "" if codec.startswith(("utf-16", "utf-32", "utf-7")) else _AS_BROWSERS_DO.get(codec, codec)


def _exactly(raw: bytes, name: str) -> str | None:
    try:
        return raw.decode(name)
    except (LookupError, ValueError):
        return None


def _one_byte(name: str) -> bool:
    return name.startswith(("cp12", "iso8859", "koi8", "mac", "cp874"))


def _is_no_accident(text: str) -> bool:
    """True for UTF-8 with enough letters beyond ASCII that another charset cannot look like it."""
    return sum(len(run) for run in re.findall(r"[^\x00-\x7f]+", text[:_SAMPLED])) >= _MANY


def _guessed(raw: bytes) -> str:
    text = raw[:_SAMPLED].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond = sum(len(run) for run in re.findall(r"[^\x00-\x7f\ufffd]+", text))
    if beyond > broken:
        # UTF-8 with a few strays, as when a page is put together from parts.
        return raw.decode("utf-8", _MEND)
    language = _LANGUAGE.search(raw[:20_000])
    by_language = _BY_LANGUAGE.get(language.group(1).decode("ascii").casefold()) if language else None
    if by_language and (exact := _exactly(raw, by_language)) is not None:
        return exact
    return raw.decode(_detected(raw), "replace")


def _telling(raw: bytes) -> bytes:
    """The words of a page that hold letters beyond ASCII, whole: a letter may be of several bytes."""
    words: list[bytes] = []
    end = room = 0
    for match in _HIGH.finditer(raw):
        if match.start() < end:
            continue
        behind = max(0, match.start() - _AROUND)
        start = max(raw.rfind(sign, behind, match.start()) for sign in (b"<", b">", b" ", b"\n")) + 1
        boundary = _BETWEEN_WORDS.search(raw, match.end(), match.end() + _SAMPLE)
        end = boundary.start() if boundary else match.end()
        words.append(raw[start or match.start() : end])
        room += len(words[-1])
        if room > _SAMPLE:
            break
    return b" ".join(words)[: 2 * _SAMPLE]


def _detected(raw: bytes) -> str:
    """The charset of a page by its telling words: Latin ones by what they cannot hold, others by a detector."""
    sample = _telling(raw[:_SAMPLED])
    runs = [len(run) for run in _HIGH.findall(sample)]
    if sum(run for run in runs if run >= _RUN) * 2 < sum(runs):
        # Detectors tell the Latin charsets apart badly; the western one is by far the most common.
        return "cp1250" if _SIGNS_IN_WORDS.search(sample) and _exactly(sample, "cp1250") is not None else "cp1252"
    from charset_normalizer import from_bytes  # a fifth of a second that only such pages pay for

    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"
