"""How much was seen decides what may be said: no number, nothing closed and no praise on too little."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from privacy_check.assessment.assemble import assess
from privacy_check.assessment.good_news import good_news
from privacy_check.assessment.how_much_seen import (
    Part,
    Seen,
    how_much_seen,
    names_question,
    not_looked_at_words,
    nothing_to_change,
    of_views,
)
from privacy_check.assessment.judge import judge_view
from privacy_check.assessment.who_sees import who_sees
from privacy_check.model import (
    Assessment,
    Finding,
    Group,
    Lens,
    Outcome,
    PageKind,
    Post,
    ProfileView,
    ScenarioStatus,
    SeenBy,
)
from privacy_check.serialise import document
from privacy_check.vault import without_words
from reports.document import build
from tests.unit.findings import FACEBOOK, INSTAGRAM, LINKEDIN, STRAVA, finding, view

NOW = datetime(2026, 11, 30, 19, 0, tzinfo=UTC)
FOUR = (INSTAGRAM, FACEBOOK, LINKEDIN, STRAVA)


def check(*views: ProfileView, findings: tuple[Finding, ...] = (), left: tuple[str, ...] = ()) -> Assessment:
    return assess(views, findings=findings, requests=(), started_at=NOW, not_checked=left)


def walls(*accounts: object, outcome: Outcome = Outcome.LOGIN_WALL) -> list[ProfileView]:
    return [view(account, outcome=outcome) for account in accounts]  # type: ignore[arg-type]  # accounts


def locked(**changes: object) -> ProfileView:
    """A private account, which shows strangers a name and no more."""
    return replace(view(FACEBOOK, ("display_name", "Ada"), outcome=Outcome.PRIVATE), **changes)  # type: ignore[arg-type]  # named parts


LATE = ("The page was still loading when time was up.",)


@pytest.mark.parametrize(
    ("views", "amount"),
    [
        ([], Seen.NOTHING),
        (walls(*FOUR), Seen.NOTHING),
        (walls(*FOUR, outcome=Outcome.NOT_FOUND), Seen.NOTHING),
        (walls(*FOUR, outcome=Outcome.SUSPENDED), Seen.NOTHING),
        ([view(), *walls(FACEBOOK, LINKEDIN, STRAVA)], Seen.LITTLE),
        ([view(outcome=Outcome.PARTIAL), *walls(FACEBOOK)], Seen.LITTLE),
        ([view(), *walls(FACEBOOK)], Seen.PARTLY),
        ([view(outcome=Outcome.PARTIAL)], Seen.PARTLY),
        ([replace(view(), unfinished=True), view(FACEBOOK)], Seen.PARTLY),
        ([view(), locked()], Seen.ALL),
        ([view(), locked(unfinished=True, warnings=LATE)], Seen.ALL),
        ([view(), locked(fields=(), unfinished=True, warnings=LATE)], Seen.PARTLY),
        ([view(), locked(unfinished=True, warnings=(*LATE, "A part did not load."))], Seen.PARTLY),
        ([view(), *walls(FACEBOOK, outcome=Outcome.SUSPENDED)], Seen.ALL),
    ],
)
def test_the_amount(views: list[ProfileView], amount: Seen) -> None:
    seen = of_views(views)
    assert seen.amount is amount
    enough = amount in (Seen.PARTLY, Seen.ALL)
    assert (seen.may_show_number, seen.may_say_closed, seen.may_praise) == (enough, enough, enough)


def test_accounts_never_looked_at_count_as_not_seen() -> None:
    left = tuple(f"{account.platform}:{account.handle}" for account in (FACEBOOK, LINKEDIN, STRAVA))
    assert how_much_seen(check(view(), left=(*left, "CRD-02"))).amount is Seen.LITTLE
    assert how_much_seen(check(view(), left=("CRD-02",))).amount is Seen.ALL


@pytest.mark.parametrize("outcome", [Outcome.LOGIN_WALL, Outcome.NOT_FOUND])
def test_with_too_little_nothing_is_closed_praised_or_counted(outcome: Outcome) -> None:
    told = check(view(), *walls(FACEBOOK, LINKEDIN, STRAVA, outcome=outcome), findings=(finding("PI-03"),))
    assert ScenarioStatus.CLOSED not in {item.status for item in told.scenarios}
    assert good_news(told) == ()
    assert document(told)["score"] is None


def test_accounts_that_are_not_there_ask_whether_the_names_were_typed_right() -> None:
    seen = how_much_seen(check(*walls(*FOUR, outcome=Outcome.NOT_FOUND)))
    assert nothing_to_change(seen) == names_question(seen)
    assert "4 accounts" in names_question(seen)
    assert "typed right?" in names_question(seen)
    assert names_question(how_much_seen(check(view()))) == ""


def test_photos_groups_and_posts_nobody_looked_at_are_named() -> None:
    told = {item.part: item.accounts for item in of_views([view()]).not_looked_at}
    assert told == dict.fromkeys(Part, (INSTAGRAM,))
    shown = replace(view(), posts=(Post("tea"),), groups=(Group("Tea drinkers"),))
    assert {item.part for item in of_views([shown]).not_looked_at} == {Part.PHOTOS}
    post = replace(view(replace(INSTAGRAM, page="/p/1")), kind=PageKind.POST)
    assert {item.part for item in of_views([view(), post]).not_looked_at} == {Part.PHOTOS, Part.GROUPS}
    photos, groups, posts = not_looked_at_words(of_views([view()]), str.title)
    assert photos.startswith("Photos were not looked at: Instagram.")
    assert groups.startswith("Groups were not looked at: Instagram.")
    assert posts.startswith("Posts were not looked at: Instagram.")
    assert of_views(walls(*FOUR)).not_looked_at == ()


def test_a_kept_check_says_no_more_than_the_check_itself() -> None:
    shown = replace(view(), posts=(Post("tea"),), groups=(Group("Tea drinkers"),))
    for views in ([shown, view(FACEBOOK)], [replace(shown, warnings=("A part was not read.",)), view(FACEBOOK)]):
        told = check(*views)
        kept = without_words(told)
        assert how_much_seen(kept) == how_much_seen(told)
        assert good_news(kept) == good_news(told)


@pytest.mark.parametrize(
    ("lens", "words"),
    [
        (Lens.SAVED_PAGE, "you saved this page; we cannot tell who else sees it"),
        (Lens.ARCHIVE, "it is in your archive; we cannot tell who else sees it"),
        (Lens.MEMBER, "you saw it while signed in; we cannot tell who else sees it"),
        (Lens.TYPED, "anyone, also without an account, as you told us"),
        (Lens.PUBLIC, "anyone, also without an account"),
    ],
)
def test_only_a_strangers_look_says_who_sees_it(lens: Lens, words: str) -> None:
    fields = (("bio", "call 07700 900123"), ("location", "Otley"), ("groups", "Otley foster carers"))
    shown = replace(
        view(INSTAGRAM, *fields, lens=lens, seen_by=SeenBy.PUBLIC), groups=(Group("Otley foster carers"),)
    )
    found = judge_view(shown)
    assert {"PI-03", "LOC-01"} <= {item.rule_id for item in found}
    assert {who_sees(item) for item in found} == {words}


def test_the_number_of_a_saved_page_is_not_changed_by_its_words() -> None:
    saved = view(INSTAGRAM, ("bio", "call 07700 900123"), lens=Lens.SAVED_PAGE, seen_by=SeenBy.PUBLIC)
    assert [item.visibility for item in judge_view(saved)] == [SeenBy.PUBLIC.visibility]


def test_a_page_of_an_account_read_in_part_is_not_counted_a_second_time() -> None:
    page = replace(view(replace(FACEBOOK, page="posts/7")), unfinished=True)
    seen = how_much_seen(check(page, view()))
    assert (seen.looked, seen.left, seen.seen) == (2, 0, 2)


def test_a_locked_account_is_known_by_its_head_and_every_part_of_a_report_agrees() -> None:
    """The site's own word that it is private stands; with no name read, more may be seen than was."""
    for page, known in (
        (locked(unfinished=True, warnings=LATE), True),
        (locked(fields=(), unfinished=True, warnings=LATE), False),
    ):
        told = check(view(), page)
        closed = any(item.status is ScenarioStatus.CLOSED for item in told.scenarios)
        words = build(told)
        in_part = any("was not read" in line for line in (*words.not_seen, words.picture))
        assert (closed, "facebook:ada.birch.12" in told.not_checked, in_part) == (known, not known, not known)
        assert all(bool(account.unread) is not known for account in words.accounts[1:])


def test_what_only_a_strangers_look_could_tell_is_not_checked_where_there_was_none() -> None:
    """A page the person saved says nothing of who else can open it, and that is said in words and for programs."""
    mine = replace(view(FACEBOOK), lens=Lens.SAVED_PAGE)
    alone, with_stranger = check(mine), check(mine, view(FACEBOOK))
    assert {"VIS-01", "VIS-03"} <= set(alone.not_checked)
    assert any("your own eyes: facebook" in line for line in build(alone).not_seen)
    assert not {"VIS-01", "VIS-03"} & set(with_stranger.not_checked)
    # Looked at by a stranger at last, it is open no more.
    assert check(view(FACEBOOK), left=alone.not_checked).not_checked == ()
