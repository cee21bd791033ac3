"""The report on paper: one sheet that is enough and four more, for people who have very much of everything."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from privacy_check.assessment.assemble import assess
from privacy_check.assessment.judge import judge_together, judge_view
from privacy_check.model import Account, Assessment, Field, Group, Lens, Outcome, Post, ProfileView, SeenBy
from reports.document import Options, build
from reports.first_sheet import first_sheet
from reports.formats import html
from reports.paper import short
from reports.rest_on_paper import all_on_paper, everything, rest_on_paper
from reports.write import write_report
from tests.conftest import NOON
from tests.unit.assessments import full

NAME = "Bernadette Philippa Featherstonehaugh-Cholmondeley"
SITES = ("facebook", "instagram", "linkedin", "x", "strava", "tiktok")
BIOS = (
    "Family support worker at Wharfedale and Craven Children's Services Partnership. Ring 07700 900123.",
    "Tuesday and Thursday 6am, Otley Chevin Park running club. Living on Ashlar Mount, Headingley, LS6 3QW.",
    "Foster carer and dog walker, born in Knaresborough on 14 March 1983. Write to bernie.f@example.org.",
)
POSTS = (
    "Off to Tenerife tomorrow for two weeks, the house is all quiet at last!",
    "Persephone-Rose starts at St Aldhelm's Church of England Primary School, Otley on Monday.",
    "My first car was a Morris Minor and my first pet was Humphrey, our lovely cat.",
)
GROUPS = (
    "Wharfedale and Craven Foster Carers Together Support Circle",
    "Parents of St Aldhelm's Church of England Primary School Otley",
    "Headingley and Weetwood Neighbours and Lost Pets Notices",
)


@cache
def much(accounts: int = 6) -> Assessment:
    """A foster carer with long names, who shows the same and more on every account."""
    views = tuple(_view(site, turn) for turn, site in enumerate(SITES[:accounts]))
    found = [item for view in views for item in judge_view(view)]
    told = judge_together(views, found)
    return assess(views, findings=told, requests=(), started_at=NOON, finished_at=NOON)


def _view(site: str, turn: int) -> ProfileView:
    account = Account(site, "bernadette.featherstonehaugh.cholmondeley", f"https://{site}.example/b.f.c")
    return ProfileView(
        account,
        Lens.PUBLIC,
        Outcome.VISIBLE,
        fields=(
            Field("display_name", NAME, "test"),
            Field("bio", BIOS[turn % 3], "test"),
            Field("location", "Otley, West Yorkshire", "test"),
            Field("avatar", "https://media.example/a.jpg", "test"),
        ),
        groups=tuple(Group(name, visibility="public") for name in GROUPS),
        posts=tuple(Post(text, at=f"2026-0{at + 3}-14") for at, text in enumerate(POSTS)),
        seen_by=SeenBy.PUBLIC,
    )


OPTIONS = Options(reveal=True, person=NAME)


def test_who_has_much_gets_less_of_each_list_and_is_told_how_much_more() -> None:
    told = build(much(), OPTIONS)
    sheet, rest = first_sheet(told), rest_on_paper(told)
    assert sheet.places < len(told.fixes[0].places)
    assert not all_on_paper(told, rest)
    assert 0 < sum(rest.lines) < sum(len(account.findings) for account in told.accounts)
    stream = io.BytesIO()
    html.write(told, stream)
    page = stream.getvalue().decode()
    left = [len(account.findings) - kept for account, kept in zip(told.accounts, rest.lines, strict=True)]
    counted = re.findall(r'<li class="paper">And (\d+) more lines?, in the whole list', page)
    assert [int(number) for number in counted] == [number for number in left if number]
    # On screen nothing is left out: every line has its box.
    assert all(f'id="{line.tick}"' in page for account in told.accounts for line in account.findings)


def test_who_has_the_usual_loses_nothing() -> None:
    told = build(full(), OPTIONS)
    assert rest_on_paper(told).lines == everything(told).lines
    assert all_on_paper(told, rest_on_paper(told))
    assert not first_sheet(told).dense


def test_what_presses_keeps_its_place_on_paper() -> None:
    told = build(much(), OPTIONS)
    kept = rest_on_paper(told).lines
    lists = [account.findings for account in told.accounts]
    left = [line for lines, count in zip(lists, kept, strict=True) for line in lines[count:]]
    assert any(not line.presses for line in left)
    waits = [line for lines, count in zip(lists, kept, strict=True) for line in lines[:count] if not line.presses]
    assert not waits or not any(line.presses for line in left)


@pytest.mark.parametrize(("made", "files"), [(much, 2), (full, 1)], ids=["much", "usual"])
def test_what_paper_leaves_out_is_saved_beside_it_with_every_step(
    made: Callable[[], Assessment], files: int, tmp_path: Path
) -> None:
    assessment = made()
    written = write_report(assessment, tmp_path / "out", ["pdf"], OPTIONS, lambda page: page)
    assert len(written) == files
    if files == 2:
        whole = written[1].read_text("utf-8")
        told = build(assessment, OPTIONS)
        assert written[1].name == "privacy-report-whole-list.pdf"
        assert whole.count("<details open>") >= sum(len(account.findings) for account in told.accounts)
        assert "more lines, in the whole list" not in whole


@pytest.mark.parametrize("word", ["bernadette.featherstonehaugh.cholmondeley", "x" * 500])
def test_a_long_user_name_keeps_its_two_ends(word: str) -> None:
    told = short(f"Frendli · {word}")
    assert told == f"Frendli · {word[:12]}…{word[-8:]}"
    assert short("Frendli · asha.k") == "Frendli · asha.k"


def test_steps_name_the_way_on_a_phone_and_on_a_computer_where_they_differ() -> None:
    steps = [step for one in build(much(), OPTIONS).steps for step in one.steps]
    assert any(step.startswith("On a phone: ") and " On a computer: " in step for step in steps)
