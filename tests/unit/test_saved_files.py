"""The files browsers and their add-ons save a page in, where they say it came from, and what cannot be read."""

from __future__ import annotations

import base64
import plistlib
import quopri
import time
from pathlib import Path

import pytest

from privacy_check.errors import UnreadableInput
from privacy_check.model import Outcome
from scanners.extract import extract
from scanners.platforms.registry import load_platforms
from scanners.saved_files import read_file
from scanners.saved_page import load

URL = "https://circle.example.org/ida_wren"
BODY = (
    '<html><head><title>Ida Wren (@ida_wren) | Circle</title></head><body><div class="h-card">'
    '<h1 class="p-name">Ida Wren</h1><p class="p-note">Café owner – ring 07700 900821</p></div>%s</body></html>'
)
PAGE = BODY % ""


def saved(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return file


def mhtml(
    html: str = PAGE, coding: str = "quoted-printable", end: str = "\r\n", charset: str = "utf-8", more: str = ""
) -> bytes:
    raw = html.encode(charset)
    body = {
        "quoted-printable": lambda: quopri.encodestring(raw).decode("ascii").replace("\n", end),
        "base64": lambda: base64.encodebytes(raw).decode("ascii").replace("\n", end),
    }[coding]()
    lines = [
        "From: <Saved by Blink>", f"Snapshot-Content-Location: {URL}", "Subject: =?utf-8?Q?Ida?=",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="--B--"', "", "----B--",
        f'Content-Type: text/html; charset="{charset}"', f"Content-Transfer-Encoding: {coding}",
        f"Content-Location: {URL}", "", body, *more.split("\n"), "----B----", "",
    ]  # fmt: skip
    return end.join(lines).encode("ascii")


def archive(html: str = PAGE, charset: str = "UTF-8", frames: object = ()) -> dict[str, object]:
    main = {
        "WebResourceData": html.encode(charset), "WebResourceMIMEType": "text/html", "WebResourceURL": URL,
        "WebResourceTextEncodingName": charset, "WebResourceFrameName": "",
    }  # fmt: skip
    return {"WebMainResource": main, "WebSubframeArchives": list(frames)}  # type: ignore[call-overload]


WAYS = {
    "mhtml": ("a.mhtml", mhtml()),
    "mhtml, base64, line feeds": ("a.mht", mhtml(coding="base64", end="\n")),
    "mhtml, line feeds": ("a.mht", mhtml(end="\n")),
    "mhtml behind a mark": ("a.mhtml", b"\xef\xbb\xbf" + mhtml()),
    "mhtml behind blank lines": ("a.mhtml", b"\r\n \n\n" + mhtml()),
    "mhtml behind both": ("a.mhtml", b"\xef\xbb\xbf\n\n" + mhtml(end="\n")),
    "mhtml in two bytes a letter": ("a.mhtml", mhtml().decode().encode("utf-16")),
    "mhtml in another charset": ("a.mhtml", mhtml(charset="cp1252")),
    "mhtml called html": ("a.html", mhtml()),
    "html called mhtml": ("a.mhtml", f"<!-- saved from url=(0035){URL} -->{PAGE}".encode()),
    "safari, binary": ("a.webarchive", plistlib.dumps(archive(), fmt=plistlib.FMT_BINARY)),
    "safari, xml": ("a.webarchive", plistlib.dumps(archive(), fmt=plistlib.FMT_XML)),
    "safari, another charset": (
        "a.webarchive",
        plistlib.dumps(archive(charset="cp1252"), fmt=plistlib.FMT_BINARY),
    ),
    "safari called html": ("a.html", plistlib.dumps(archive(), fmt=plistlib.FMT_BINARY)),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_saving(tmp_path: Path, way: str) -> None:
    capture = load(saved(tmp_path, *WAYS[way]), registry=load_platforms())
    assert capture.outcome is Outcome.VISIBLE
    assert capture.final_url == URL
    bio = extract(capture).first("bio")
    assert bio is not None
    assert bio.text == "Café owner – ring 07700 900821"


NOTES = {
    "Chrome": f"<!-- saved from url=(0035){URL} -->\n{PAGE}",
    "Internet Explorer": f"<!DOCTYPE html>\r\n<!-- saved from url=(0035){URL} -->\r\n{PAGE}",
    "SingleFile": PAGE.replace(
        "<html>",
        f"<html lang=en><!--\n Page saved with SingleFile \n url: {URL} \n saved date: Mon Nov 30 2026\n-->",
    ),
    "SingleFile, one line": f"<!-- Page saved with SingleFile url: {URL} saved date: Mon Nov 30 2026 -->{PAGE}",
    "SingleFileZ": f"<!--\n Page saved with SingleFileZ, v2 \n url: {URL} \n-->{PAGE}",
    "Save Page WE": PAGE.replace("<head>", f'<head><meta name="savepage-url" content="{URL}">'),
    "WebScrapBook": PAGE.replace("<html>", f'<html data-scrapbook-source="{URL}" data-scrapbook-create="2026">'),
    "canonical": PAGE.replace("<head>", f'<head><link rel="canonical" href="{URL}">'),
}


@pytest.mark.parametrize("saver", NOTES)
def test_the_note_of_every_saver_gives_the_address(tmp_path: Path, saver: str) -> None:
    assert load(saved(tmp_path, "a.html", NOTES[saver]), registry=load_platforms()).final_url == URL


def test_a_template_that_says_where_it_was_downloaded_is_no_note(tmp_path: Path) -> None:
    page = f"<!-- Downloaded from https://themes.example.net/circle -->{PAGE}"
    assert load(saved(tmp_path, "a.html", page), registry=load_platforms()).final_url == ""


INNER = "<html><body><p>Evenings: 01632 960821</p></body></html>"


def test_frames_saved_beside_the_page_are_read_in_their_place(tmp_path: Path) -> None:
    in_mhtml = mhtml(
        BODY % '<iframe src="cid:frame-1@mhtml.blink"></iframe><iframe src="/more"></iframe>',
        more="\n".join([
            "----B--", "Content-Type: text/html", "Content-ID: <frame-1@mhtml.blink>",
            f"Content-Location: {URL}/contact", "", INNER,
            "----B--", "Content-Type: text/html", "Content-Location: https://circle.example.org/more", "",
            "<p>Mornings: 01632 960822</p>",
        ]),
    )  # fmt: skip
    frame = {"WebMainResource": {"WebResourceData": INNER.encode(), "WebResourceURL": f"{URL}/contact"}}
    in_safari = plistlib.dumps(archive(BODY % '<iframe src="/ida_wren/contact"></iframe>', frames=[frame]))
    for name, content in (("a.mhtml", in_mhtml), ("a.webarchive", in_safari)):
        view = extract(load(saved(tmp_path, name, content), registry=load_platforms()))
        words = "\n".join(field.text for field in view.all("page_text"))
        assert "01632 960821" in words
        assert ("01632 960822" in words) == (name == "a.mhtml")
        assert not view.warnings


def test_a_frame_of_another_site_is_not_read_as_the_page(tmp_path: Path) -> None:
    frame = {"WebMainResource": {"WebResourceData": INNER.encode(), "WebResourceURL": "https://ads.example.net/x"}}
    page = BODY % '<iframe src="https://ads.example.net/x"></iframe>'
    text = read_file(saved(tmp_path, "a.webarchive", plistlib.dumps(archive(page, frames=[frame])))).text
    assert "960821" not in text


REFUSED = {
    "a list of something else": ("a.webarchive", plistlib.dumps({"x": 1}), "no page"),
    "an archive without a page": ("a.webarchive", plistlib.dumps({"WebMainResource": {}}), "no page"),
    "a broken archive": ("a.webarchive", b"bplist00" + b"\xff" * 60, "broken"),
    "a broken xml archive": ("a.webarchive", b'<?xml version="1.0"?><plist><dict><key>x', "broken"),
    "a link of macOS": ("a.webloc", plistlib.dumps({"URL": URL}), "only a link"),
    "a link of Windows": ("a.url", f"[InternetShortcut]\r\nURL={URL}\r\n", "only a link"),
    "mhtml without a page": ("a.mhtml", mhtml().replace(b"text/html", b"text/css"), "no page"),
    "a WARC": ("a.warc", b"WARC/1.0\r\nWARC-Type: response\r\n\r\n<html>", "WARC"),
    "rich text": ("a.rtf", b"{\\rtf1\\ansi Ida Wren}", "word processor"),
    "zeroes": ("a.html", b"\x00" * 5_000, "no text"),
    "plain words": ("a.txt", "Ida Wren, café owner", "no web page"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_read_is_said_with_the_next_step(tmp_path: Path, kind: str) -> None:
    name, content, said = REFUSED[kind]
    with pytest.raises(UnreadableInput) as refusal:
        load(saved(tmp_path, name, content), registry=load_platforms())
    assert said in refusal.value.message
    assert refusal.value.hint


PARTS = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="a"\n\n'
PART = b"--a\nContent-Type: text/html\n\n<p>x\n"
NESTED = b"".join(
    b'--b%d\nContent-Type: multipart/related; boundary="b%d"\n\n' % (level - 1, level) for level in range(1, 1_500)
)


@pytest.mark.parametrize(
    "content",
    [b"bplist00" + bytes(range(256)) * 40, b"From: x\r\nMIME-Version: 1.0\r\n\r\n" + b"--" * 50_000,
     PARTS + PART * 3_000, PARTS + PART * 60_000, PARTS.replace(b'"a"', b'"b0"') + NESTED,
     b"<plist>" * 20_000, b'<!DOCTYPE plist [<!ENTITY a "b">]><plist><string>&a;</string></plist>'],
)  # fmt: skip
def test_hostile_files_end_in_a_page_or_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = saved(tmp_path, "a.html", content)
    started = time.process_time()
    try:
        outcome = read_file(file).text
    except UnreadableInput as refusal:
        outcome = refusal.hint
    assert outcome
    assert time.process_time() - started < 4


FRAMED = (
    "<iframe src='./{folder}/part.html'></iframe>"
    "<iframe src='./{folder}/../secret.html'></iframe><iframe src='../secret.html'></iframe>"
    "<iframe src='./other/part.html'></iframe><iframe src='{folder}/advert.html'></iframe>"
)


@pytest.mark.parametrize("folder", ["ida_files", "ida-Dateien", "ida.fichiers"])
def test_frames_in_a_saved_pages_folder_are_read_and_nothing_outside_it(tmp_path: Path, folder: str) -> None:
    for name in (folder, "other"):
        (tmp_path / "page" / name).mkdir(parents=True)
    saved(tmp_path / "page" / folder, "part.html", "<p>Ring 07700 900822</p><iframe src=inner.html></iframe>")
    saved(tmp_path / "page" / folder, "inner.html", "<p>Or 07700 900823</p>")
    advert = "<!-- saved from url=(0024)https://ads.example.net/ --><p>07700 900824</p>"
    saved(tmp_path / "page" / folder, "advert.html", advert)
    for place in (tmp_path, tmp_path / "page", tmp_path / "page" / "other"):
        saved(place, "part.html" if place.name == "other" else "secret.html", "<p>07700 900825</p>")
    (tmp_path / "page" / folder / "link.html").symlink_to(tmp_path / "secret.html")
    page = BODY % (FRAMED.format(folder=folder) + f"<iframe src='{folder}/link.html'></iframe>")
    file = saved(tmp_path / "page", "ida.html", page)

    words = " ".join(item.text for item in extract(load(file, URL, registry=load_platforms())).fields)

    assert "07700 900822" in words
    assert "07700 900823" in words
    assert "07700 900824" not in words
    assert "07700 900825" not in words
