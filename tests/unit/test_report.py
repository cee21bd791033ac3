"""Reports: the right order, masked by default, self-contained, and untouched by hostile text."""

from __future__ import annotations

import io
import json
import re
import stat
from html.parser import HTMLParser
from pathlib import Path

import pytest

from privacy_check.errors import PrivacyCheckError, UsageError
from privacy_check.serialise import CheckDocument, document
from reports.document import Options, build
from reports.formats import html, txt
from reports.write import write_report
from tests.unit.assessments import FOUR, NUMBER, empty, full, hostile, partial

ESCAPES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Page(HTMLParser):
    """The tags, attributes and text of a page."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def page(name: str, options: Options | None = None) -> str:
    stream = io.BytesIO()
    html.write(build(FOUR[name](), options), stream)
    return stream.getvalue().decode()


@pytest.mark.parametrize("name", FOUR)
def test_the_page_loads_nothing_and_runs_nothing(name: str) -> None:
    found = Page(page(name))
    assert {tag for tag, _ in found.tags} & {
        "script",
        "img",
        "link",
        "iframe",
        "object",
        "a",
        "form",
        "svg",
    } == set()
    for tag, attributes in found.tags:
        assert not {key for key in attributes if key.startswith("on") or key in ("src", "href", "style")}, tag
    policy = next(a["content"] for tag, a in found.tags if tag == "meta" and "http-equiv" in a)
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


@pytest.mark.parametrize("name", FOUR)
def test_no_escape_or_direction_mark_reaches_a_report(name: str) -> None:
    assert not ESCAPES.search(page(name).replace("\n", ""))
    assert not ESCAPES.search(txt.render(build(FOUR[name]())).replace("\n", ""))


def test_the_style_is_the_one_the_policy_admits() -> None:
    import base64
    import hashlib

    content = page("full")
    css = content.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in content


def test_values_are_dots_until_somebody_asks() -> None:
    assert NUMBER not in page("full")
    assert NUMBER not in txt.render(build(full()))
    assert NUMBER not in json.dumps(document(full()))
    assert NUMBER in page("full", Options(reveal=True))
    assert NUMBER in json.dumps(document(full(), reveal=True))


def test_private_topics_are_counted_and_never_named() -> None:
    for options in (Options(), Options(reveal=True)):
        words = page("full", options)
        assert "1 private topic is left out" in words
        assert "Interfaith" not in words


def test_the_order_is_the_one_a_person_needs() -> None:
    titles = re.findall(r"<h2[^>]*>([^<]+)</h2>", page("full"))
    assert titles == [
        "Fix these first",
        "What pieces together allow",
        "Each account",
        "Possible copies of you",
        "What is already good",
        "What we could not see",
        *(["What cannot be changed"] if "What cannot be changed" in titles else []),
        "Who can help",
        "Next time",
        "What left this computer",
    ]


def test_at_most_three_fixes_each_with_steps_and_minutes() -> None:
    fixes = build(full()).fixes
    assert 1 <= len(fixes) <= 3
    for card in fixes:
        assert card.steps
        assert card.minutes > 0
        assert card.why
        assert card.seen_by


def test_what_could_not_be_seen_never_reads_as_safe() -> None:
    report = build(partial())
    assert "does not mean they are hidden" in report.headline
    assert len(report.not_seen) == 2
    assert not any(section.could_see for section in report.accounts)
    words = page("partial")
    assert "This is not the same as safe" in words
    assert "Nothing of yours stood out" not in words


def test_someone_without_accounts_gets_neither_praise_nor_alarm() -> None:
    report = build(empty())
    assert report.fixes == ()
    assert "No account was looked at." in page("empty")


def test_hostile_text_stays_text() -> None:
    words = " ".join(Page(page("hostile", Options(reveal=True))).words)
    assert "<script>alert(1)</script>" in words
    assert "{{ 7*7 }}" in words
    assert len(page("hostile", Options(reveal=True))) < 200_000


def test_text_says_what_the_page_says() -> None:
    report = build(full())
    words = txt.render(report)
    for line in (report.headline, report.picture, report.fixes[0].title, report.copies[0].address, *report.good):
        assert line in words
    for contact in report.help:
        assert contact.contact in words


@pytest.mark.parametrize("name", FOUR)
def test_json_keeps_the_contract(name: str) -> None:
    assessment = FOUR[name]()
    data = json.loads(json.dumps(document(assessment)))
    CheckDocument.model_validate(data)
    assert {"format", "tool", "accounts", "findings", "scenarios", "score", "plan", "requests"} <= set(data)
    assert data["format"] == 1


def test_files_are_private_and_whole(tmp_path: Path) -> None:
    files = write_report(full(), tmp_path / "out")
    assert [path.suffix for path in files] == [".html", ".txt", ".json"]
    for path in files:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == sorted(p.name for p in files)


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(PrivacyCheckError) as refused:
        write_report(full(), tmp_path / "file")
    assert "could not be saved" in refused.value.message
    assert "--report" in refused.value.hint


def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        write_report(hostile(), tmp_path / "out", ("docx",))
    assert not (tmp_path / "out").exists()
