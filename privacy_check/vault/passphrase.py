"""One passphrase, however it was written: letters composed or not, line ends, and the encoding of a file."""

from __future__ import annotations

import locale
import unicodedata
from collections.abc import Iterator

# Where a file is not UTF-8: what Western computers wrote before it, the likeliest first.
_OLDER = ("cp1252", "iso8859-15", "cp850", "mac-roman", "cp1250")
_BYTE_ORDER_MARK = "\ufeff"


def canonical(typed: str) -> str:
    """The one form a new vault is locked with; empty when nothing but line ends was typed.

    Bytes that were no UTF-8 stand in `typed` as lone surrogates, the way Python reads them.
    """
    return next(_texts(typed))


def readings(typed: str) -> tuple[str, ...]:
    """Every form an older vault may have been locked with, the likeliest first; `canonical` leads."""
    texts = list(_texts(typed))
    older = [unicodedata.normalize("NFD", text) for text in texts[:1]]
    if not _undecoded(typed):
        older.append(typed)
    return tuple(dict.fromkeys((*texts, *older)))


def decoded_line(raw: bytes) -> str:
    """A line of a file or a pipe as text; bytes of an unknown encoding are kept as lone surrogates."""
    for mark, name in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if raw.startswith(mark):
            return raw[2:].decode(name, "replace")
    if len(raw) > 1 and len(raw) % 2 == 0 and (not any(raw[1::2]) or not any(raw[::2])):
        return raw.decode("utf-16-be" if raw[0] == 0 else "utf-16-le", "replace")
    return raw.decode("utf-8", "surrogateescape")


def _texts(typed: str) -> Iterator[str]:
    for text in _decodings(typed):
        yield unicodedata.normalize("NFC", text.removeprefix(_BYTE_ORDER_MARK).rstrip("\r\n\0"))


def _decodings(typed: str) -> Iterator[str]:
    try:
        raw = typed.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        yield typed.encode("utf-8", "replace").decode()
        return
    if not _undecoded(typed):
        yield typed
        return
    for name in dict.fromkeys((locale.getencoding(), *_OLDER)):
        try:
            yield raw.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    yield raw.decode("latin-1")


def _undecoded(typed: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in typed)
