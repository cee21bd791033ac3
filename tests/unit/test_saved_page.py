"""Saved pages of every kind: where they came from, whose eyes saw them, and what cannot be read."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from privacy_check.errors import UnreadableInput
from privacy_check.model import Lens, Outcome, SeenBy
from scanners.charset import decode
from scanners.extract import extract
from scanners.platforms.registry import load_platforms
from scanners.saved_files import MAX_BYTES
from scanners.saved_page import load as load_with

PERSON = '<div class="h-card"><h1 class="p-name">Jun Alder</h1><p class="p-note">Mends clocks.</p></div>'
URL = "https://circle.example.org/jun_alder"
load = partial(load_with, registry=load_platforms())


def page(body: str = PERSON, head: str = "") -> str:
    return f"<html><head><title>Jun Alder (@jun_alder) | Circle</title>{head}</head><body>{body}</body></html>"


def saved(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return file


def mhtml(html: str, location: str = URL) -> bytes:
    lines = [
        "From: <Saved by Blink>",
        f"Snapshot-Content-Location: {location}",
        "Subject: =?utf-8?Q?Jun?=",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="----B----"',
        "",
        "------B----",
        "Content-Type: text/css",
        "Content-Transfer-Encoding: quoted-printable",
        f"Content-Location: {location}/style.css",
        "",
        "body {}",
        "------B----",
        "Content-Type: text/html",
        "Content-Transfer-Encoding: quoted-printable",
        f"Content-Location: {location}",
        "",
        html.replace("=", "=3D"),
        "------B------",
        "",
    ]
    return "\r\n".join(lines).encode("utf-8")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", f"<!-- saved from url=({len(URL):04}){URL} -->\n{page()}"),
        (
            "b.html",
            f"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: {URL} \n -->{page()}",
        ),
        ("c.htm", page(head=f'<link rel="canonical" href="{URL}">')),
        ("d.html", page(head=f'<meta property="og:url" content="{URL}">')),
        ("e.mhtml", mhtml(page())),
        ("f.mht", mhtml(page())),
    ],
)
def test_the_address_is_found_in_the_file(tmp_path: Path, name: str, content: str | bytes) -> None:
    capture = load(saved(tmp_path, name, content))
    assert capture.final_url == URL
    assert capture.account.url.startswith("https://circle.example.org/jun_alder")
    assert capture.lens is Lens.SAVED_PAGE
    assert capture.outcome is Outcome.VISIBLE
    assert capture.status is None
    bio = extract(capture).first("bio")
    assert bio is not None
    assert bio.text == "Mends clocks."


def test_a_given_address_wins(tmp_path: Path) -> None:
    file = saved(tmp_path, "a.html", page(head=f'<link rel="canonical" href="{URL}">'))
    assert load(file, "https://circle.example.org/other").final_url == "https://circle.example.org/other"


def test_a_file_that_names_no_address_is_still_read(tmp_path: Path) -> None:
    capture = load(saved(tmp_path, "a.html", page()))
    assert capture.final_url == ""
    assert capture.note
    assert capture.outcome is Outcome.VISIBLE


def test_json_of_a_public_api(tmp_path: Path) -> None:
    answer = {
        "login": "nettlehut",
        "html_url": "https://github.com/nettlehut",
        "name": "Jonah Nettle",
        "followers": 4,
    }
    capture = load(saved(tmp_path, "a.json", json.dumps(answer)))
    assert capture.media_type == "application/json"
    assert (capture.account.platform, capture.account.handle) == ("github", "nettlehut")
    name = extract(capture).first("display_name")
    assert name is not None
    assert name.text == "Jonah Nettle"


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (PERSON + '<a href="/login">Log in</a><a href="/signup">Sign up</a>', SeenBy.PUBLIC),
        (PERSON + "<button>Anmelden</button>", SeenBy.PUBLIC),
        (PERSON + "<button>Edit profile</button><a>Log out</a>", SeenBy.ONLY_ME),
        (PERSON + "<p>This page is only visible to you.</p>", SeenBy.ONLY_ME),
        (PERSON + "<a>Выйти</a><a>Уведомления</a>", SeenBy.MEMBERS),
        (PERSON + "<a>Log in</a><a>Edit profile</a>", SeenBy.UNKNOWN),
        (PERSON, SeenBy.UNKNOWN),
    ],
)
def test_whose_eyes_saw_the_page(tmp_path: Path, body: str, seen: SeenBy) -> None:
    capture = load(saved(tmp_path, "a.html", page(body)), URL)
    assert capture.seen_by is seen
    fields = extract(capture).fields
    assert fields
    assert {field.seen_by for field in fields} == {seen}


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("é".encode(), "é"),
        ("é".encode("utf-16"), "é"),
        (b'<meta charset="iso-8859-1">\xe9\x80', "\xe9\u20ac"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">Лада'.encode("cp1251"),
            "Лада",
        ),
        ('<meta charset="Shift_JIS">日向'.encode("cp932"), "日向"),
        ('<meta charset="gb2312">杉木'.encode("gb18030"), "杉木"),
        ('<meta charset="no-such-thing">é'.encode(), "é"),
        (b'<meta charset="utf-8">' + b"abc \xff " * 3 + b"x" * 500, "abc"),
        (b"caf\xe9 " * 20, "café"),
    ],
)
def test_bytes_become_text(raw: bytes, text: str) -> None:
    assert text in decode(raw)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.html", b"", "empty"),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "a picture"),
        ("archive.html", b"PK\x03\x04" + b"\x00" * 50, "zip"),
        ("print.html", b"%PDF-1.7", "PDF"),
        ("nulls.html", b"\x00" * 400, "no text"),
        ("words.html", b"only words, no page", "no web page"),
        ("broken.json", b'{"name": ', "broken JSON"),
        ("number.json", b"7", "no profile"),
        ("record.har.json", b'{"log":{"version":"1.2","entries":[]}}', "HAR"),
        ("record.html", b'{"log":{"version":"1.2","entries":[]}}', "HAR"),
        (
            "none.mhtml",
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B--\r\n",
            "no page",
        ),
    ],
)
def test_what_is_no_page_is_refused_with_a_next_step(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        load(saved(tmp_path, name, content))
    assert said in refused.value.message
    assert refused.value.hint


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no file"):
        load(tmp_path / "nowhere.html")
    with pytest.raises(UnreadableInput, match="folder"):
        load(tmp_path)


def test_too_large_a_file_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.html"
    with file.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(UnreadableInput, match="larger than"):
        load(file)


def test_a_saved_wall_stays_a_wall(tmp_path: Path) -> None:
    capture = load(
        saved(tmp_path, "a.html", "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>"), URL
    )
    assert capture.outcome is Outcome.CHALLENGE
    assert capture.evidence
    assert extract(capture).fields == ()
