"""One check put together: marks, changes against the last check, what was not seen, what is good."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from privacy_check import catalogue
from privacy_check.assessment.assemble import assess, supposed
from privacy_check.assessment.changes import compare
from privacy_check.assessment.good_news import good_news
from privacy_check.assessment.score import score
from privacy_check.model import (
    Account,
    Assessment,
    Candidate,
    Change,
    Finding,
    Lens,
    Mark,
    Marked,
    Outcome,
    ProfileView,
    ScenarioStatus,
    SeenBy,
    Severity,
    Verdict,
)
from privacy_check.subject import AboutMe
from tests.unit.findings import FACEBOOK, INSTAGRAM, LINKEDIN, finding, view

THEN = datetime(2026, 5, 1, 19, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)


def check(
    views: tuple[ProfileView, ...],
    *findings: Finding,
    at: datetime = NOW,
    previous: Assessment | None = None,
    marks: dict[str, Marked] | None = None,
    not_checked: tuple[str, ...] = (),
    about: AboutMe | None = None,
) -> Assessment:
    return assess(
        views,
        findings=findings,
        requests=(),
        started_at=at,
        finished_at=at + timedelta(minutes=9),
        previous=previous,
        marks=marks or {},
        not_checked=not_checked,
        about=about,
    )


def kinds(changes: tuple[Change, ...]) -> dict[str, str]:
    return {change.rule_id: change.kind for change in changes}


def test_everything_is_there() -> None:
    told = check((view(),), finding("PI-06"), finding("LOC-01"))
    assert told.score is not None
    assert told.score.low == told.score.high > 0
    assert told.scenarios[0].status is ScenarioStatus.OPEN
    assert told.plan[0].rule_id == "PI-06"
    assert told.rules_version == catalogue.rules_version()
    assert told.next_check == date(2027, 5, 24)
    assert told.id
    assert told.id != check((view(FACEBOOK),)).id


def test_most_pressing_first() -> None:
    told = check((view(),), finding("PI-08"), finding("LOC-01"), finding("REL-05"), finding("PI-03"))
    assert [item.severity for item in told.findings] == sorted(
        (item.severity for item in told.findings), key=lambda severity: -Severity(severity).rank
    )


def test_an_account_nobody_could_see_widens_the_range_and_closes_nothing() -> None:
    wall = view(LINKEDIN, outcome=Outcome.LOGIN_WALL)
    told = check((view(), wall), finding("LOC-01"))
    assert told.not_checked == ("linkedin:in/ada-birch",)
    assert told.score is not None
    assert told.score.high > told.score.low
    assert {item.id: item.status for item in told.scenarios}["SC-16"] is ScenarioStatus.CANNOT_TELL


def test_when_nothing_was_seen_nothing_is_closed() -> None:
    told = check((view(outcome=Outcome.CHALLENGE),))
    assert {item.status for item in told.scenarios} == {ScenarioStatus.CANNOT_TELL}
    assert good_news(told) == ()


def test_no_accounts_at_all_is_nothing_found_and_no_praise() -> None:
    told = check(())
    assert told.score is not None
    assert (told.score.low, told.score.high) == (0, 0)
    assert told.plan == ()
    assert good_news(told) == ()


@pytest.mark.parametrize(
    "part",
    [
        view(FACEBOOK, outcome=Outcome.PARTIAL),
        replace(view(FACEBOOK), unfinished=True),
        replace(view(FACEBOOK), warnings=("A part did not load.",)),
        view(FACEBOOK, outcome=Outcome.LOGIN_WALL),
    ],
)
def test_a_page_that_was_not_read_to_its_end_closes_nothing_and_widens_the_range(part: ProfileView) -> None:
    seen = check((view(), view(FACEBOOK)), finding("PI-03"))
    told = check((view(), part), finding("PI-03"))
    assert any(item.status is ScenarioStatus.CLOSED for item in seen.scenarios)
    assert not any(item.status is ScenarioStatus.CLOSED for item in told.scenarios)
    assert seen.score
    assert told.score
    assert told.score.low == seen.score.low
    assert told.score.high > seen.score.high
    assert "facebook:ada.birch.12" in told.not_checked


@pytest.mark.parametrize("outcome", [Outcome.PRIVATE, Outcome.NOT_FOUND])
def test_a_locked_account_beside_others_leaves_what_is_closed_closed(outcome: Outcome) -> None:
    told = check((view(), view(FACEBOOK, outcome=outcome)))
    assert any(item.status is ScenarioStatus.CLOSED for item in told.scenarios)
    assert told.not_checked == ()


def test_with_nothing_taken_away_what_if_says_what_the_check_says() -> None:
    views = (view(), view(FACEBOOK, outcome=Outcome.PARTIAL), view(LINKEDIN, lens=Lens.SAVED_PAGE))
    for told in (check(views, finding("LOC-01"), finding("GRP-L1")), check((view(),), finding("PI-06"))):
        weighed, points = supposed(told, ())
        assert [(item.id, item.status) for item in weighed] == [(item.id, item.status) for item in told.scenarios]
        assert told.score
        assert (points.low, points.high) == (told.score.low, told.score.high)


def test_what_if_takes_rules_or_fingerprints_away() -> None:
    found = [finding("PI-06"), finding("PI-06", FACEBOOK), finding("LOC-07")]
    told = check((view(), view(FACEBOOK)), *found)
    assert supposed(told, ["PI-06"])[0][0].status is not ScenarioStatus.OPEN
    assert supposed(told, [found[0].fingerprint])[0][0].status is ScenarioStatus.OPEN
    assert supposed(told, [])[1] == told.score
    assert supposed(told, [item.fingerprint for item in found])[1].high == score((), told.not_checked).high


def test_changes_between_two_checks() -> None:
    old = check((view(), view(FACEBOOK)), finding("PI-03"), finding("LOC-01"), finding("PI-02", FACEBOOK), at=THEN)
    new = check(
        (view(), view(FACEBOOK, outcome=Outcome.LOGIN_WALL)), finding("LOC-01"), finding("PI-04"), previous=old
    )
    assert kinds(new.changes) == {"PI-04": "new", "PI-03": "removed", "LOC-01": "still", "PI-02": "not_seen"}


def test_an_account_left_out_this_time_is_not_gone() -> None:
    old = check((view(),), finding("PI-03"), at=THEN)
    assert kinds(compare(old, check(()))) == {"PI-03": "not_seen"}


def test_seen_in_part_is_gone_only_where_its_place_was_seen() -> None:
    old = check((view(),), finding("PI-03", field="bio"), finding("NET-01", field="friends"), at=THEN)
    new = check((view(INSTAGRAM, ("bio", "tea and hills"), outcome=Outcome.PARTIAL),))
    assert kinds(compare(old, new)) == {"PI-03": "removed", "NET-01": "not_seen"}


def test_what_a_page_not_read_whole_lacks_may_still_be_there() -> None:
    places = ("bio", "page_text", "posts")
    old = check((view(),), *(finding("PI-03", field=place, value=place) for place in places), at=THEN)
    shown = view(INSTAGRAM, ("bio", "tea"), ("page_text", "hills"), ("posts", "rain"))
    for part in (replace(shown, warnings=("A part was not read.",)), replace(shown, unfinished=True)):
        gone = [change.fingerprint for change in compare(old, check((part,))) if change.kind == "removed"]
        assert gone == [old_one.fingerprint for old_one in old.findings if old_one.field == "bio"]
    assert {change.kind for change in compare(old, check((shown,)))} == {"removed"}


def test_a_private_or_closed_account_shows_it_no_more() -> None:
    old = check((view(),), finding("PI-03", field="posts"), at=THEN)
    said = {Outcome.PRIVATE: "hidden", Outcome.NOT_FOUND: "not_found", Outcome.SUSPENDED: "not_found"}
    for outcome, kind in said.items():
        assert kinds(compare(old, check((view(outcome=outcome),)))) == {"PI-03": kind}


def test_a_strangers_look_does_not_settle_what_own_eyes_saw() -> None:
    old = check((view(lens=Lens.ARCHIVE),), finding("PI-03"), at=THEN)
    assert kinds(compare(old, check((view(),)))) == {"PI-03": "not_seen"}


def test_answers_and_copies_are_not_gone_by_silence() -> None:
    old = check(
        (view(),), finding("CRD-02", None), finding("IMP-02", value="x:ada"), finding("HND-01", None), at=THEN
    )
    new = check((view(),))
    assert kinds(compare(old, new)) == {"CRD-02": "not_seen", "IMP-02": "not_seen", "HND-01": "removed"}
    looked = Candidate({"platform": "x", "handle": "ada"}, Verdict.NAMESAKE, 0.1)
    with_copies = assess((view(),), findings=(), requests=(), started_at=NOW, candidates=(looked,))
    assert kinds(compare(old, with_copies))["IMP-02"] == "removed"
    for other in (replace(looked, verdict=Verdict.CANNOT_TELL), replace(looked, profile={"handle": "bea"})):
        told = assess((view(),), findings=(), requests=(), started_at=NOW, candidates=(other,))
        assert kinds(compare(old, told))["IMP-02"] == "not_seen"
    walled = check((view(outcome=Outcome.BLOCKED),))
    assert kinds(compare(old, walled))["HND-01"] == "not_seen"


def test_decisions_are_kept_by_fingerprint() -> None:
    old = check((view(),), finding("PI-03", mark=Mark.KEEP), finding("PI-04", mark=Mark.NOT_ME), at=THEN)
    new = check((view(),), finding("PI-03"), finding("PI-04"), finding("LOC-01"), previous=old)
    assert {item.rule_id: item.mark for item in new.findings} == {
        "PI-03": Mark.KEEP,
        "PI-04": Mark.NOT_ME,
        "LOC-01": Mark.OPEN,
    }
    now = check((view(),), finding("LOC-01"), marks={finding("LOC-01").fingerprint: Marked(Mark.FIXED, NOW)})
    assert now.findings[0].mark is Mark.FIXED
    assert now.score is not None
    assert now.score.high == 0


def test_done_does_not_hold_for_what_is_seen_again() -> None:
    done = Marked(Mark.FIXED, THEN + timedelta(hours=1))
    old = check((view(),), replace(finding("PI-03", mark=Mark.FIXED), marked_at=done.at), at=THEN)
    for marks in ({}, {finding("PI-03").fingerprint: done}):
        new = check((view(),), finding("PI-03"), previous=old, marks=marks)
        assert new.findings[0].mark is Mark.OPEN
        assert new.findings[0].done_before == done.at
        assert kinds(new.changes) == {"PI-03": "came_back"}
        assert new.score is not None
        assert new.score.low > 0


def test_done_holds_for_an_account_that_was_not_looked_at_since() -> None:
    seen = replace(view(), seen_at=THEN)
    done = {finding("PI-03").fingerprint: Marked(Mark.FIXED, THEN + timedelta(minutes=1))}
    kept = check((seen,), finding("PI-03"), marks=done)
    assert kept.findings[0].mark is Mark.FIXED
    assert kept.findings[0].marked_at == THEN + timedelta(minutes=1)


def test_linking_a_private_account_is_left_out_when_there_is_none() -> None:
    about = AboutMe(names=("Ada Birch",))
    named = check((view(INSTAGRAM, ("display_name", "Ada Birch")),), finding("HND-01", None), about=about)
    assert "SC-13" not in {item.id for item in named.scenarios}
    by_handle = check((view(INSTAGRAM, outcome=Outcome.LOGIN_WALL),), finding("HND-01", None), about=about)
    assert "SC-13" not in {item.id for item in by_handle.scenarios}
    teapot = Account("reddit", "old_teapot", "https://www.reddit.com/user/old_teapot")
    other = check((view(teapot, ("display_name", "teapot")),), finding("HND-01", None), about=about)
    assert "SC-13" in {item.id for item in other.scenarios}


def test_good_news_says_only_what_was_seen() -> None:
    told = good_news(check((view(), view(FACEBOOK, outcome=Outcome.PRIVATE)), finding("PI-03")))
    text = " ".join(told)
    assert "ada.birch.12 on facebook is private" in text
    assert "no birthday" in text
    assert "phone" not in text
    partly = good_news(check((view(outcome=Outcome.PARTIAL),)))
    assert partly == ()


@pytest.mark.parametrize("part", [{"warnings": ("A part was not read.",)}, {"unfinished": True}])
def test_nothing_is_praised_on_a_page_that_was_not_read_whole(part: dict[str, Any]) -> None:
    open_page, other = replace(view(), **part), view(FACEBOOK)
    assert good_news(check((open_page,))) == ()
    (told,) = good_news(check((open_page, other)))
    assert told.startswith("Good: we saw no birthday")
    assert told.endswith("on your page on facebook.")
    (both,) = good_news(check((view(), other)))
    assert both.endswith("on the 2 pages anyone can open.")


def test_good_news_counts_what_went() -> None:
    old = check((view(),), finding("PI-03"), finding("PI-04"), at=THEN)
    told = good_news(check((view(),), previous=old))
    assert "Good: 2 things are gone since your last check." in told


@pytest.mark.parametrize("lens", [lens for lens in Lens if lens is not Lens.PUBLIC])
def test_what_only_a_stranger_could_tell_closes_nothing(lens: Lens) -> None:
    page = view(INSTAGRAM, ("display_name", "Ada Birch"), lens=lens, seen_by=SeenBy.UNKNOWN)
    job = finding("WRK-05", seen_by=SeenBy.UNKNOWN)
    told = {item.id: item.status for item in check((page,), job).scenarios}
    assert told["SC-16"] is ScenarioStatus.CANNOT_TELL


def test_pictures_nobody_looked_into_close_no_door_to_a_child() -> None:
    page = view(INSTAGRAM, ("display_name", "Ada Birch"))
    told = {item.id: item.status for item in check((page,)).scenarios}
    assert told["SC-10"] is ScenarioStatus.CANNOT_TELL
