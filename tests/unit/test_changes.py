"""Coming back: what was removed, hidden, not there, unseen or back again is told apart, and why a number rose."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from privacy_check.account_names import account_name, key_name
from privacy_check.assessment.assemble import assess
from privacy_check.assessment.changes import compare
from privacy_check.assessment.changes_told import by_kind, in_one_line, in_sentences, why_higher_words
from privacy_check.model import (
    Account,
    Assessment,
    ChangeKind,
    Field,
    Finding,
    Lens,
    Mark,
    Outcome,
    ProfileView,
    RiseReason,
    SeenBy,
)
from privacy_check.vault import Vault, without_words
from tests.conftest import NOON, FrozenClock
from tests.unit.assessments import FRENDLI, STRIDE, finding, view

NAMES = {"frendli": "Frendli", "stride": "Stride"}
PHONE = finding("PI-03", "07700 900123")


def check(
    weeks: int,
    *views: ProfileView,
    found: tuple[Finding, ...] = (),
    before: tuple[Assessment, ...] = (),
    **more: object,
) -> Assessment:
    """A check so many weeks after the first, held against those before it."""
    at = NOON + timedelta(weeks=weeks)
    return assess(
        views,
        findings=found,
        requests=(),
        started_at=at,
        finished_at=at,
        previous=before[-1] if before else None,
        earlier=before[:-1],
    )


def kind(assessment: Assessment, item: Finding = PHONE) -> str:
    return next(change.kind for change in assessment.changes if change.fingerprint == item.fingerprint)


OPEN = view(FRENDLI, Outcome.VISIBLE, Field("bio", "tea", "test"))


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (OPEN, ChangeKind.REMOVED),
        (view(FRENDLI, Outcome.PRIVATE), ChangeKind.HIDDEN),
        (view(FRENDLI, Outcome.PRIVATE, Field("bio", "tea", "test")), ChangeKind.REMOVED),
        (replace(view(FRENDLI, Outcome.PRIVATE), unfinished=True), ChangeKind.NOT_SEEN),
        (view(FRENDLI, Outcome.NOT_FOUND), ChangeKind.NOT_FOUND),
        (view(FRENDLI, Outcome.SUSPENDED), ChangeKind.NOT_FOUND),
        (view(FRENDLI, Outcome.LOGIN_WALL), ChangeKind.NOT_SEEN),
        (view(FRENDLI, Outcome.ERROR), ChangeKind.NOT_SEEN),
        (view(FRENDLI, Outcome.PARTIAL), ChangeKind.NOT_SEEN),
        (replace(OPEN, lens=Lens.MEMBER), ChangeKind.NOT_SEEN),
        (replace(OPEN, seen_on=NOON.date()), ChangeKind.NOT_SEEN),
        (view(STRIDE), ChangeKind.NOT_SEEN),
    ],
)
def test_how_a_thing_that_is_missing_went(now: ProfileView, said: ChangeKind) -> None:
    first = check(0, OPEN, found=(PHONE,))
    assert kind(check(1, now, before=(first,))) == said


def test_a_part_that_is_closed_is_hidden_and_one_thing_less_is_removed() -> None:
    posts = tuple(Field("posts", text, "test", item=at) for at, text in enumerate(("one", "two")))
    post = finding("LOC-01", "Bramley", field="posts")
    friends = finding("NET-01", "200", field="friends")
    first = check(0, view(FRENDLI, Outcome.VISIBLE, *posts), found=(post, friends))
    closed = check(1, view(FRENDLI), before=(first,))
    assert (kind(closed, post), kind(closed, friends)) == ("hidden", "hidden")
    fewer = check(1, view(FRENDLI, Outcome.VISIBLE, posts[1]), before=(first,))
    assert kind(fewer, post) == "removed"


def test_what_only_friends_see_now_is_hidden_and_comes_back() -> None:
    narrow = replace(PHONE, seen_by=SeenBy.FRIENDS)
    first = check(0, OPEN, found=(PHONE,))
    second = check(1, OPEN, found=(narrow,), before=(first,))
    third = check(2, OPEN, found=(narrow,), before=(first, second))
    fourth = check(3, OPEN, found=(PHONE,), before=(first, second, third))
    assert [kind(one) for one in (second, third, fourth)] == ["hidden", "still", "came_back"]


def test_gone_or_marked_as_done_and_there_again_came_back() -> None:
    first = check(0, OPEN, found=(PHONE,))
    second = check(1, OPEN, before=(first,))
    assert kind(check(2, OPEN, found=(PHONE,), before=(first, second))) == "came_back"
    done = check(0, OPEN, found=(replace(PHONE, mark=Mark.FIXED),))
    assert kind(check(1, OPEN, found=(PHONE,), before=(done,))) == "came_back"


def test_what_could_not_be_seen_in_between_is_neither_back_nor_forgotten() -> None:
    first = check(0, OPEN, found=(PHONE,))
    walled = check(1, view(FRENDLI, Outcome.CHALLENGE), before=(first,))
    assert kind(check(2, OPEN, found=(PHONE,), before=(first, walled))) == "still"
    assert kind(check(2, OPEN, before=(first, walled))) == "removed"
    assert kind(check(2, view(FRENDLI, Outcome.BLOCKED), before=(first, walled))) == "not_seen"
    removed = check(2, OPEN, before=(first, walled))
    assert not check(3, OPEN, before=(first, walled, removed)).changes


def test_what_several_accounts_show_together_is_gone_only_when_all_were_seen() -> None:
    both = finding("HND-01", "asha", account=None)
    first = check(0, OPEN, view(STRIDE), found=(both,))
    assert kind(check(1, OPEN, before=(first,)), both) == "not_seen"
    assert kind(check(1, OPEN, view(STRIDE), before=(first,)), both) == "removed"


def test_records_of_earlier_versions_stay_readable() -> None:
    vault = Vault(clock=FrozenClock())
    vault.create("three random words")
    old = check(0, OPEN, found=(PHONE,))
    kinds = [ChangeKind(word) for word in ("new", "gone", "still", "not_seen")]
    changes = tuple(replace(compare(old, old)[0], fingerprint=str(at), kind=word) for at, word in enumerate(kinds))
    vault.finish(replace(old, changes=changes))
    (kept,) = vault.history()
    assert [change.kind for change in kept.changes] == kinds
    assert in_one_line(kept) == ("Since last time: 1 new, 1 gone, 1 still there, 1 could not be seen this time.")


def test_a_page_read_in_part_stays_so_when_its_words_are_forgotten() -> None:
    part = replace(OPEN, warnings=("The posts were not read.",))
    kept = without_words(check(0, part))
    assert not kept.views[0].whole
    post = finding("LOC-01", "Bramley", field="posts")
    assert compare(check(0, OPEN, found=(post,)), kept)[0].kind == "not_seen"


def test_why_the_number_is_higher_is_said_by_account_and_without_blame() -> None:
    quiet = check(0, OPEN, view(STRIDE, Outcome.LOGIN_WALL))
    added = Account("ladder", "asha-kapoor", "https://ladder.example/in/asha-kapoor")
    run = finding("LOC-05", "Larkfield loop", STRIDE, field="posts")
    job = finding("WRK-05", "Sandbeck Council", added)
    now = check(1, OPEN, view(STRIDE), view(added), found=(PHONE, run, job), before=(quiet,))
    assert [one.reason for one in now.rise] == [RiseReason.NEW_ACCOUNT, RiseReason.SEEN_NOW, RiseReason.NEW]
    told = why_higher_words(now, lambda platform: NAMES.get(platform, "Ladder"))
    assert "Ladder · asha-kapoor" in told[1]
    assert "We could see Stride · asha this time" in told[2]
    assert told[3].startswith("1 thing is new")
    assert not any(":" in line for line in told[1:])


def test_nothing_is_explained_when_nothing_rose() -> None:
    first = check(0, OPEN, found=(PHONE,))
    assert check(1, OPEN, before=(first,)).rise == ()
    assert why_higher_words(first) == ()


def test_every_kind_and_reason_has_its_words() -> None:
    change = compare(check(0, OPEN), check(1, OPEN, found=(PHONE,)))[0]
    changes = tuple(replace(change, kind=one) for one in ChangeKind)
    told = replace(check(1, OPEN, found=(PHONE,)), changes=changes)
    assert len(in_sentences(told)) == len(ChangeKind)
    assert len(by_kind(told)) == len(ChangeKind)
    assert all("asha.k" in line for _, lines in by_kind(told) for line in lines)


def test_an_account_is_called_what_people_call_it() -> None:
    assert account_name(STRIDE, lambda _: "Stride") == "Stride · asha"
    assert key_name("frendli:asha.k", lambda _: "Frendli", [FRENDLI]) == "Frendli · asha.k"
    mixed = Account("frendli", "Asha.K", "https://frendli.example/Asha.K")
    assert key_name("frendli:asha.k", lambda _: "Frendli", [mixed]) == "Frendli · Asha.K"
    assert key_name("strider:mags") == "Strider · mags"
    assert account_name(replace(STRIDE, page="runs/7"), lambda _: "Stride") == "Stride · asha (runs/7)"


def test_lines_that_read_the_same_say_how_often_so_that_they_add_up() -> None:
    change = compare(check(0, OPEN), check(1, OPEN, found=(PHONE,)))[0]
    told = check(1, OPEN, found=(PHONE,))
    [(_, [line])] = by_kind(replace(told, changes=(change,)))
    [(_, lines)] = by_kind(replace(told, changes=(change,) * 3))
    assert lines == (f"{line}, 3 times",)
