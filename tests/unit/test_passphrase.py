"""One passphrase opens the vault however it was typed, composed, encoded or ended."""

from __future__ import annotations

import io
import os
import unicodedata

import pyrage
import pytest

from privacy_check.cli import hidden
from privacy_check.cli.keeping import NAMED, opened
from privacy_check.vault import Vault
from privacy_check.vault.passphrase import canonical, decoded_line, readings

WORDS = "café über straße"
APART = unicodedata.normalize("NFD", WORDS)


@pytest.mark.parametrize(
    "raw",
    [
        WORDS.encode(),
        APART.encode(),
        f"{WORDS}\n".encode(),
        f"{WORDS}\r\n".encode(),
        f"{WORDS}\r\n".encode("utf-8-sig"),
        f"{APART}\r\n".encode("utf-16"),
        f"{WORDS}\n".encode("utf-16-le"),
        f"{WORDS}\r\n".encode("utf-16-be"),
        f"{WORDS}\n".encode("latin-1"),
        f"{WORDS}\r\n".encode("cp1252"),
    ],
    ids=str,
)
def test_every_way_to_write_it_comes_to_one(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    assert canonical(decoded_line(raw)) == WORDS
    after = b"next line\n" if b"\n" in raw[-2:] else b""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw + after), encoding="ascii"))
    assert canonical(hidden.asked("")) == WORDS
    assert hidden.asked("") == after.decode().strip()


@pytest.mark.parametrize("encoding", ["cp850", "mac-roman", "iso8859-15", "cp1250"])
def test_an_older_encoding_is_among_the_readings(encoding: str) -> None:
    raw = "über zwölf".encode(encoding)
    assert "über zwölf" in readings(raw.decode("utf-8", "surrogateescape"))


@pytest.mark.parametrize("strange", ["", "\n", "\ud800", "\udcff" * 3, "a\x00b", "\x00\x01" * 50, "💚 heart"])
def test_no_passphrase_breaks_the_reading(strange: str) -> None:
    for reading in readings(strange):
        reading.encode()


def test_plain_letters_are_tried_once() -> None:
    assert readings("three random words") == ("three random words",)


def test_a_vault_opens_with_the_same_words_from_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    Vault().create(f"{APART}\r\n")
    monkeypatch.setenv(NAMED, f"{WORDS}\n")
    assert not opened().locked
    monkeypatch.setenv(NAMED, os.fsdecode(WORDS.encode("latin-1")))
    assert not opened().locked


def test_a_vault_locked_by_an_earlier_version_still_opens() -> None:
    """What was typed then was taken as it was, letters apart or a line end with it."""
    vault = Vault()
    vault.create(WORDS)
    secret = pyrage.passphrase.decrypt((vault.folder / "identity.age").read_bytes(), WORDS)
    (vault.folder / "keys.sum").unlink()
    for typed in (APART, f"{WORDS}\r"):
        (vault.folder / "identity.age").write_bytes(pyrage.passphrase.encrypt(secret, typed))
        again = Vault()
        again.unlock(typed)
        assert not again.locked
