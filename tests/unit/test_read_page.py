"""A page is parsed and read once, whoever asks; what was read is used only for the page it was read from."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from privacy_check.model import Account, Capture, Lens, Outcome
from scanners.extract import extract, read
from scanners.extract.page import Page
from scanners.outcome import classify
from scanners.platforms.registry import Registry, load_platforms
from scanners.public_view import judge
from scanners.saved_page import load

URL = "https://circle.example.org/jun_alder"
HTML = """<title>Jun Alder (@jun_alder) | Circle</title><h1>Jun Alder</h1>
<div class="h-card"><p class="p-name">Jun Alder</p><p class="p-note">Mends clocks.</p></div>"""


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The text of every page parsed from here on."""
    seen: list[str] = []
    parse = Page.__init__

    def counted(self: Page, source: str, url: str = "") -> None:
        seen.append(source)
        parse(self, source, url)

    monkeypatch.setattr(Page, "__init__", counted)
    return seen


def capture(html: str = HTML, **more: Any) -> Capture:
    account = Account("generic", "jun_alder", URL)
    return Capture(account, Lens.PUBLIC, Outcome.ERROR, URL, 200, html, datetime(2026, 11, 1, tzinfo=UTC), **more)


def test_a_look_is_judged_and_read_from_one_parsing(parsed: list[str]) -> None:
    view = extract(judge(capture(), None, classify))
    assert view.outcome is Outcome.VISIBLE
    assert view.first("bio").text == "Mends clocks."  # type: ignore[union-attr]
    assert parsed == [HTML]


def test_a_saved_page_is_parsed_once_from_file_to_view(tmp_path: Path, parsed: list[str]) -> None:
    file = tmp_path / "me.html"
    file.write_text(f'<link rel="canonical" href="{URL}">{HTML}', encoding="utf-8")
    view = extract(load(file, registry=load_platforms()))
    assert view.account.url == URL
    assert view.outcome is Outcome.VISIBLE
    assert len(parsed) == 1


def test_reading_a_page_parses_it_once(parsed: list[str]) -> None:
    assert read(HTML, URL).outcome is Outcome.VISIBLE
    assert parsed == [HTML]


def test_a_capture_without_its_reading_comes_to_the_same_view(parsed: list[str]) -> None:
    judged = judge(capture(), None, classify)
    from_disk = replace(judged, reading=None)
    assert from_disk == judged
    assert extract(from_disk) == extract(judged)
    assert len(parsed) == 2


def test_what_was_read_of_another_page_is_never_used() -> None:
    judged = judge(capture(), None, classify)
    view = extract(replace(judged, html=HTML.replace("Mends clocks.", "Winds watches.")))
    assert view.first("bio").text == "Winds watches."  # type: ignore[union-attr]


def test_a_page_moved_to_its_address_keeps_its_words_and_takes_the_address() -> None:
    page = Page('<link rel="canonical" href="/jun_alder"><p>Hello</p>')
    assert page.canonical == "/jun_alder"
    moved = page.at("https://circle.example.org/x")
    assert (moved.host, moved.canonical, moved.words) == ("circle.example.org", URL, "Hello")
    assert (page.host, page.canonical) == ("", "/jun_alder")


def test_only_the_platforms_handed_in_count() -> None:
    github = load_platforms().by_id("github")
    assert github is not None
    page = "<title>jun-alder</title>"
    assert read(page, "https://github.com/jun-alder", Registry([github])).account.platform == "github"
    assert read(page, "https://github.com/jun-alder", Registry([])).account.platform == "generic"


def test_a_frame_of_the_site_that_was_not_saved_is_told_once_the_address_is_known(tmp_path: Path) -> None:
    file = tmp_path / "me.html"
    frame = '<iframe src="https://circle.example.org/jun_alder/contact"></iframe>'
    file.write_text(f"{HTML}{frame}", encoding="utf-8")
    assert extract(load(file, URL, registry=load_platforms())).warnings
    assert not extract(load(file, "https://books.example.net/jun_alder", registry=load_platforms())).warnings


@pytest.mark.parametrize(("rows", "whole"), [(100, True), (300, False)])
def test_an_answer_with_more_rows_than_are_read_says_so(tmp_path: Path, rows: int, whole: bool) -> None:
    told = [
        {"name": f"Row {number}", "value": f"kite of pattern {number} " + "and string " * 5}
        for number in range(rows)
    ]
    person = {"username": "jun_alder", "display_name": "Jun Alder", "note": "Kites", "fields": told}
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(person), "utf-8")

    view = extract(load(file, "https://books.example.net/jun_alder", registry=load_platforms()))

    words = "".join(item.text for item in view.fields if item.name == "page_text")
    assert ("pattern 99 " in words, not view.warnings) == (True, whole)
