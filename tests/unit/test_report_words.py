"""The report's words: easy to read, free of words of the trade, and silent where nothing was seen."""

from __future__ import annotations

import re
from dataclasses import replace
from types import ModuleType

import pytest

from privacy_check.assessment.assemble import assess
from privacy_check.model import Account, Lens, Outcome
from privacy_check.sentences import LANGUAGE, PSEUDO, everything
from reports.document import Options, build
from reports.formats import html, md, txt
from tests.conftest import NOON
from tests.reading import grade
from tests.unit.assessments import FRENDLI, finding, full, view
from tests.unit.test_report import written

HARDEST = 7.0
ROOMS = ("report.", "copies.")
TRADE = re.compile(
    r"og:|json|h-card|\bstatus\b|\b404\b|\b[A-Z]{3}-[A-Z]?\d+\b|selector|microdata|\bPUBLIC\b|NOT_FOUND", re.I
)


def entries() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, entry in everything().items():
        texts = entry.values() if isinstance(entry, dict) else [entry] if isinstance(entry, str) else entry
        found += [(name, text) for text in texts if name.startswith(ROOMS)]
    return found


@pytest.mark.parametrize(("name", "text"), entries())
def test_every_sentence_is_easy_to_read(name: str, text: str) -> None:
    for sentence in re.split(r"(?<=[.!?:])\s+", re.sub(r"\{\w+\}", "it", text)):
        words = len(sentence.split())
        assert words <= 20, sentence
        # The grade of a few words says nothing: one long name makes it.
        assert words < 6 or grade(sentence) <= HARDEST, sentence


def test_a_whole_report_is_easy_to_read() -> None:
    words = txt.render(build(full(), Options(by_hand=lambda account: ("Open the page in a private window.",))))
    lines = (line.strip(" -[]0123456789.") for line in words.splitlines())
    told = ". ".join(line for line in lines if line and "http" not in line and "@" not in line)
    assert len(told.split()) > 600
    assert grade(told) <= HARDEST


@pytest.mark.parametrize("form", [html, md, txt])
def test_no_word_of_the_trade_is_told(form: ModuleType) -> None:
    reasons = ("The page calls itself a profile (og:type).", "The site answered with status 404.")
    outcomes = (
        Outcome.VISIBLE,
        Outcome.PARTIAL,
        Outcome.PRIVATE,
        Outcome.NOT_FOUND,
        Outcome.ERROR,
        Outcome.BLOCKED,
    )
    views = tuple(
        replace(view(Account("frendli", f"a{number}", "https://frendli.example/a"), outcome), evidence=(reason,))
        for number, (outcome, reason) in enumerate((outcome, reason) for outcome in outcomes for reason in reasons)
    )
    views = (*views, replace(view(FRENDLI), warnings=("The JSON-LD of the page nests too deep.",)))
    told = written(form, build(assess(views, findings=(), requests=(), started_at=NOON, finished_at=NOON)))
    shown = re.sub(r"<(style|script)>.*?</\1>|<meta[^>]*>|<[^>]+>", " ", told, flags=re.DOTALL)
    assert not TRADE.search(shown), TRADE.search(shown)
    assert "A part of the page did not load." in shown


@pytest.mark.parametrize("form", [html, md, txt])
@pytest.mark.parametrize("outcome", [Outcome.NOT_FOUND, Outcome.LOGIN_WALL, Outcome.ERROR])
def test_where_nothing_was_seen_nothing_is_praised_closed_or_counted(form: ModuleType, outcome: Outcome) -> None:
    accounts = (Account("frendli", f"a{number}", f"https://frendli.example/a{number}") for number in range(4))
    views = tuple(view(account, outcome) for account in accounts)
    told = written(form, build(assess(views, findings=(), requests=(), started_at=NOON, finished_at=NOON)))
    for comfort in ("Good:", "Closed", "Nothing to fix", "How much shows", "stays open", "stood out"):
        assert comfort not in told, comfort
    assert ("Were the names typed right?" in told) is (outcome is Outcome.NOT_FOUND)


@pytest.mark.parametrize("form", [html, md, txt])
def test_photos_nobody_looked_at_are_named(form: ModuleType) -> None:
    told = written(form, build(assess((view(FRENDLI),), findings=(), requests=(), started_at=NOON)))
    assert "Photos were not looked at: frendli" in told


def test_what_was_found_on_a_saved_page_is_not_told_as_seen_by_anyone() -> None:
    assessment = full()
    saved = replace(
        assessment,
        views=tuple(replace(one, lens=Lens.SAVED_PAGE) for one in assessment.views),
        findings=tuple(replace(one, lens=Lens.SAVED_PAGE) for one in assessment.findings),
    )
    told = txt.render(build(saved))
    assert "you saved this page; we cannot tell who else sees it" in told
    assert "Who can see this: anyone" not in told


def test_a_private_account_is_not_told_as_open_to_anyone() -> None:
    hidden, name = view(FRENDLI, Outcome.PRIVATE), finding("PI-01", "Asha Kapoor", field="display_name")
    whole = build(assess((hidden,), findings=(name,), requests=(), started_at=NOON))
    [section] = (one for one in whole.accounts if one.name.startswith("frendli"))
    assert "Strangers see very little" in section.sentence
    assert section.seen_by == ""
    assert [line.seen_by for line in section.findings] == ["Who can see this: anyone, also without an account."]


def test_no_sentence_of_the_report_stands_in_a_template(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE, PSEUDO)
    told = written(html, build(full()))
    for english in ("Who to call", "Each account", "Do this", "Larger type", "Made on", "Next time"):
        assert english not in told
    assert '<html lang="en-XA"' in told


def test_the_page_declares_british_english() -> None:
    assert '<html lang="en-GB"' in written(html, build(full()))
