"""A PDF locked with a passphrase: AES with 256 bits, its tags and bookmarks as they were."""

from __future__ import annotations

import io

from privacy_check.errors import UsageError
from privacy_check.sentences import say

LONGEST = 127
"""Bytes of a passphrase that count in a PDF (ISO 32000-2, 7.6.4.3.3); more would be cut without a word."""


def locked(document: bytes, passphrase: str) -> bytes:
    """The PDF so that it opens with the passphrase alone. Everything happens in memory. Raises UsageError."""
    check_passphrase(passphrase)
    from pikepdf import Encryption, Pdf

    stream = io.BytesIO()
    # The owner's passphrase must not be empty: the document would then open without one.
    lock = Encryption(owner=passphrase, user=passphrase, R=6, aes=True, metadata=True)
    with Pdf.open(io.BytesIO(document)) as pdf:
        pdf.save(stream, encryption=lock)
    return stream.getvalue()


def is_locked(document: bytes) -> bool:
    """True for a PDF that asks for a passphrase before it shows anything."""
    from pikepdf import PasswordError, Pdf, PdfError

    try:
        with Pdf.open(io.BytesIO(document)):
            return False
    except PasswordError:
        return True
    except PdfError:
        return False


def check_passphrase(passphrase: str) -> None:
    """Raises UsageError for one that would lock nothing, or not as it is written."""
    if not passphrase.strip():
        raise UsageError(say("locked.empty"), say("locked.how_to_give"))
    if len(passphrase.encode("utf-8", "surrogatepass")) > LONGEST:
        raise UsageError(say("locked.too_long"), say("locked.again"))
