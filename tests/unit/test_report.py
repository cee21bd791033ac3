"""Reports: the right order, masked by default, self-contained, and untouched by hostile text."""

from __future__ import annotations

import base64
import errno
import hashlib
import io
import itertools
import json
import os
import re
import stat
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType

import pytest

from privacy_check import catalogue
from privacy_check.assessment.assemble import assess
from privacy_check.document_shape import CheckDocument
from privacy_check.errors import PrivacyCheckError, UsageError
from privacy_check.model import Account, EntityType, Lens, Nature, Ownership, PageKind, RequestRecord, Severity
from privacy_check.selfcheck import unseen
from privacy_check.serialise import document
from reports.document import CopyFor, Options, ReportDocument, build
from reports.formats import html, md, txt
from reports.write import write_report
from tests.conftest import NOON
from tests.unit.assessments import FOUR, FRENDLI, NUMBER, empty, finding, full, hostile, partial, view

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


def written(form: ModuleType, doc: ReportDocument) -> str:
    stream = io.BytesIO()
    form.write(doc, stream)
    return stream.getvalue().decode()


def page(name: str, options: Options | None = None) -> str:
    return written(html, build(FOUR[name](), options))


@pytest.mark.parametrize("name", FOUR)
def test_the_page_loads_nothing_and_runs_only_its_own_program(name: str) -> None:
    found = Page(page(name, Options(reveal=True)))
    tags = [tag for tag, _ in found.tags]
    assert not {"img", "link", "iframe", "object", "form", "image", "use", "foreignobject", "animate"} & set(tags)
    assert tags.count("script") == 1
    for tag, attributes in found.tags:
        assert not {key for key in attributes if key.startswith("on") or key in ("src", "style")}, tag
        if "href" in attributes:
            assert tag == "a"
            assert re.match(r"#first$|tel:\d+$|mailto:[\w.@]+$|https?://[\w.]+(/|$)", attributes["href"] or "")
    policy = next(a["content"] for tag, a in found.tags if tag == "meta" and "http-equiv" in a)
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


@pytest.mark.parametrize("name", FOUR)
def test_no_escape_or_direction_mark_reaches_a_report(name: str) -> None:
    assert not ESCAPES.search(page(name).replace("\n", ""))
    assert not ESCAPES.search(txt.render(build(FOUR[name]())).replace("\n", ""))


@pytest.mark.parametrize("tag", ["style", "script"])
def test_style_and_program_are_the_ones_the_policy_admits(tag: str) -> None:
    content = page("full")
    inner = content.split(f"<{tag}>")[1].split(f"</{tag}>")[0]
    digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
    assert f"{tag}-src 'sha256-{digest}'" in content


def test_values_are_left_out_until_somebody_asks() -> None:
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


def test_the_file_for_programs_names_no_private_topic_either(tmp_path: Path) -> None:
    [path] = write_report(full(), tmp_path, ("json",), Options(reveal=True))
    words = path.read_text(encoding="utf-8")
    assert "GRP-S" not in words
    assert "Interfaith" not in words
    assert NUMBER in words
    CheckDocument.model_validate_json(words)


def test_the_order_is_the_one_a_person_needs() -> None:
    content = page("full")
    titles = [
        title for title in re.findall(r"<h2[^>]*>([^<]+)</h2>", content) if title != "What cannot be changed"
    ]
    assert titles == [
        build(full()).headline,
        "What stays open after these",
        "Who to call",
        "As a stranger sees you",
        "How the pieces join",
        "Before and after",
        "What pieces together allow",
        "Each account",
        "Possible copies of you",
        "What is already good",
        "What we could not see",
        "Who can help",
        "Next time",
        "What left this computer",
    ]


@pytest.mark.parametrize("name", FOUR)
@pytest.mark.parametrize("copy_for", CopyFor)
def test_headings_never_skip_a_level(name: str, copy_for: CopyFor) -> None:
    levels = [
        int(tag[1]) for tag, _ in Page(page(name, Options(copy_for=copy_for))).tags if re.fullmatch(r"h\d", tag)
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_at_most_three_fixes_each_with_steps_and_minutes() -> None:
    fixes = build(full()).fixes
    assert 1 <= len(fixes) <= 3
    for card in fixes:
        assert card.steps
        assert card.minutes > 0
        assert card.places
        assert len(re.findall(r"[.!?](?:\s|$)", card.why)) == 1


def test_what_cannot_be_told_is_never_listed_as_closed() -> None:
    report = build(partial())
    assert report.cannot_tell
    assert not report.closed
    assert not report.nearly
    for words in (page("partial"), txt.render(report)):
        assert "We cannot tell, because too little could be checked" in words
        assert "Closed" not in words
        assert "How much shows" not in words


def test_every_account_that_was_not_seen_has_its_next_steps() -> None:
    report = build(partial(), Options(by_hand=lambda account: (f"Open {account.url} signed out.",)))
    for section in report.accounts:
        assert section.by_hand
        assert any("--window" in way.command for way in section.ways)
        assert any("privacy-check page FILE" in way.command for way in section.ways)


def test_a_stopped_account_gets_ways_to_prove_it_and_no_steps_to_read_it() -> None:
    stopped = unseen(replace(FRENDLI, ownership=Ownership.CONTRADICTED), Lens.PUBLIC, "Another name stands there.")
    options = Options(by_hand=lambda account: ("Read it.",), prove=lambda account: ("Put the code in the bio.",))
    [section] = build(replace(partial(), views=(stopped,)), options).accounts
    assert section.state == "stopped: the name does not match"
    assert section.by_hand == ("Put the code in the bio.",)
    assert section.ways == ()
    assert not section.could_see


def test_the_same_thing_in_three_posts_is_one_line() -> None:
    assessment = full()
    repeated = [finding("PI-03", f"07700 90012{number}", field="posts") for number in range(3)]
    report = build(replace(assessment, findings=(*assessment.findings, *repeated)))
    phone = [line for section in report.accounts for line in section.findings if "phone" in line.title]
    assert len(phone) == 1
    assert [place.where for place in phone[0].places] == ["in your bio", "in one of your posts"]


def test_the_plan_names_the_place_to_start() -> None:
    for card in build(full()).fixes:
        assert card.if_then.startswith(("If I open ", "If I sit down "))
        assert card.if_then.endswith("then I will start with step 1.")


def test_a_hostile_address_never_joins_a_command() -> None:
    views = (replace(partial().views[0], account=Account("frendli", "x", "https://x.example/$(reboot);`id` a")),)
    [section] = build(replace(partial(), views=views)).accounts
    assert all("reboot" not in way.command for way in section.ways)


@pytest.mark.parametrize("name", FOUR)
def test_markdown_says_the_same_and_means_nothing_else(name: str) -> None:
    stream = io.BytesIO()
    md.write(build(FOUR[name](), Options(reveal=True)), stream)
    words = stream.getvalue().decode()
    assert not ESCAPES.search(words.replace("\n", ""))
    assert not re.search(r"(?<!\\)<|(?<!\\)!\[|(?<!\\)\[[^ ]|https?://", words)
    headings = re.findall(r"^## (.+)$", words, re.MULTILINE)
    titles = [title.strip() for title in re.findall(r"<h2[^>]*>([^<]+)</h2>", page(name))][1:]
    own = ("Do these first", "The steps for each line")
    assert [heading for heading in headings if heading not in own] == titles


def test_a_pdf_is_printed_from_the_page_and_without_a_printer_the_way_out_is_named(tmp_path: Path) -> None:
    printed: list[bytes] = []

    def printer(content: bytes) -> bytes:
        printed.append(content)
        return b"%PDF-1.7"

    [path] = write_report(full(), tmp_path, ("pdf",), printer=printer)
    assert path.read_bytes() == b"%PDF-1.7"
    assert printed == [page("full").encode()]
    with pytest.raises(UsageError) as refused:
        write_report(full(), tmp_path, ("pdf",))
    assert "print it" in refused.value.hint


def test_what_could_not_be_seen_never_reads_as_safe() -> None:
    report = build(partial())
    assert "does not mean they are hidden" in report.headline
    assert report.not_seen[0] == "frendli · asha.k: could not see: robot check."
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
    for steps in report.steps:
        assert all(step in words for step in steps.steps)


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
    assert "could be saved" in refused.value.message
    # Letters, calendars and papers are saved this way too: the words fit whatever was asked for.
    assert "another folder" in refused.value.hint
    assert "report" not in refused.value.message + refused.value.hint


def test_of_files_that_do_not_all_fit_none_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def one_fits(path: Path, content: bytes) -> None:
        if any(path.parent.iterdir()):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        path.write_bytes(content)

    monkeypatch.setattr("reports.write.write_private", one_fits)
    with pytest.raises(PrivacyCheckError, match="the disk is full"):
        write_report(full(), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        write_report(hostile(), tmp_path / "out", ("docx",))
    assert not (tmp_path / "out").exists()


def test_a_fix_that_keeps_a_child_safe_says_so() -> None:
    findings = (
        finding(
            "GRP-C1", "Valley Carers", entity_type=EntityType.GROUP, nature=Nature.THIRD_PARTY, field="groups"
        ),
        finding("GRP-L1", "Bramley Neighbours", entity_type=EntityType.GROUP, field="groups"),
        finding("LOC-01", "Bramley", entity_type=EntityType.LOCATION, severity=Severity.WORTH_A_LOOK),
    )
    views = (view(FRENDLI),)
    report = build(assess(views, findings=findings, requests=(), started_at=NOON, finished_at=NOON))
    first = report.fixes[0]
    assert first.level == "Do today"
    assert "child" in first.why
    assert not first.may_keep


@pytest.mark.parametrize("write", [html.write, md.write, txt.write])
def test_what_was_read_by_a_message_is_told_with_its_size(write: Callable[..., None]) -> None:
    host = "chirrup.example"
    asked = RequestRecord(
        "POST", f"https://{host}/gql", host, "data for the page", NOON, operation="ProfileQuery", size=212
    )
    refused = replace(asked, allowed=False, reason="It could send something.", operation="SeenMutation")
    stream = io.BytesIO()

    write(build(replace(full(), requests=(asked, asked, refused)), None), stream)

    told = stream.getvalue().decode()
    assert told.count("POST to read: ProfileQuery, 212 bytes") == 1
    assert "SeenMutation" not in told


@pytest.mark.parametrize("form", [html, md, txt])
def test_each_line_cites_the_section_of_the_guidance_it_answers_to(form: ModuleType) -> None:
    told = " ".join(written(form, build(full())).replace("\\", "").split())
    for rule_id in ("PI-03", "LOC-05", "LOC-01"):
        section = catalogue.rule(rule_id).guidance_ref.split("-")[0]
        assert f"Guidance: Leeds online safety guidance, {section}." in told


@pytest.mark.parametrize("form", [html, md, txt])
def test_what_was_not_read_is_told_in_every_format(form: ModuleType) -> None:
    lost = tuple(f"part{number}.example.org sent no answer." for number in range(9))
    part = replace(view(FRENDLI), warnings=lost, unfinished=True)
    told = written(form, build(assess((part,), findings=(), requests=(), started_at=NOON, finished_at=NOON)))
    told = " ".join(told.replace("\\", "").split())
    assert "A part of 1 page was not read, so more may stand there." in told
    assert "part0.example.org sent no answer." in told
    assert "And 3 more like these." in told
    assert "frendli · asha.k: a part of the page was not read." in told
    assert "Nothing of yours stood out in the part that was read." in told
    assert "Nothing of yours stood out here." not in told
    assert "Good:" not in told
    assert "Closed, in what we saw" not in told
    assert told.index("We cannot tell, because too little could be checked") < told.index("Finding your home")


@pytest.mark.parametrize("kind", [kind for kind in PageKind if kind is not PageKind.PROFILE])
def test_a_page_that_is_no_profile_is_named_once(kind: PageKind) -> None:
    other = replace(view(FRENDLI, evidence=catalogue.words("page_kind", kind)), kind=kind)
    told = txt.render(build(assess((other,), findings=(), requests=(), started_at=NOON)))
    assert told.count(catalogue.words("page_kind", kind)) == 1


def test_what_stands_in_no_known_place_is_told_in_words() -> None:
    found = finding("PI-03", NUMBER, field="page_text")
    told = txt.render(build(assess((view(FRENDLI),), findings=(found,), requests=(), started_at=NOON)))
    assert "elsewhere on the page" in told
    assert "page text" not in told


def test_a_saved_page_is_never_told_as_what_anyone_sees() -> None:
    saved = replace(view(FRENDLI), lens=Lens.SAVED_PAGE)
    told = txt.render(build(assess((saved,), findings=(), requests=(), started_at=NOON)))
    assert "frendli · asha.k: as you saved it" in told
    assert "This is what stood on the page you saved." in told
    assert "to others" not in told
    assert "Anyone can" not in told
