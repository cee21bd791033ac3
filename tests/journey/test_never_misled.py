"""Nothing seen is nothing praised, private names are dots, and looking at a page changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from privacy_check.journey import what_if
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views import findings, plan, results
from privacy_check.journey.views.groups import groups_view, told
from privacy_check.model import Assessment, Group, Outcome, ProfileView
from tests.tui import stage

PRAISE = ("Good:", "closed", "asks for a change", "No groups", "None were seen", "hidden:")


def unseen() -> Assessment:
    view = ProfileView(stage.LINKEDIN, stage.Lens.PUBLIC, Outcome.LOGIN_WALL)
    return stage.assessment([], (), (view,))


def told_of(journey: Journey) -> list[str]:
    """What stands on every page of a check that has nothing to list."""
    assert journey.assessment is not None
    summary = results.summarise(journey)
    assert summary is not None
    supposed = what_if.suppose(journey.assessment, ())
    return [
        " ".join((*summary.good, *summary.still_open, summary.meaning, *map(str, supposed.scenarios))),
        what_if.nothing(journey.assessment, supposed),
        plan.plan(journey).nothing,
        findings.findings(journey).nothing,
        findings.private_topics(journey, reveal=False).nothing,
        groups_view(journey.assessment, str, reveal=False).none,
    ]


def test_nothing_seen_is_nothing_praised_on_any_page() -> None:
    journey = Journey(stage.toolkit())
    journey.finish(unseen())
    told = told_of(journey)
    assert not [text for text in told for word in PRAISE if word in text]
    assert all("could be seen" in text for text in told[1:])


def test_taking_a_piece_away_closes_nothing_where_too_little_was_seen() -> None:
    little = (stage.VIEWS[stage.FACEBOOK.key], stage.VIEWS[stage.LINKEDIN.key])
    check = stage.assessment(views=little)
    supposed = what_if.suppose(check, what_if.pieces(check))
    assert supposed.scenarios
    assert "closed" not in {status for _, status, _, _ in supposed.scenarios}


def test_what_if_with_nothing_taken_away_says_what_the_check_says() -> None:
    check = stage.assessment()
    assert all(status == was for _, status, was, _ in what_if.suppose(check, ()).scenarios)


@pytest.mark.parametrize("group", [
    Group("Quiet Waters Recovery", category="GRP-S1"),
    Group("Quiet Waters Recovery", visibility="private"),
    Group("Quiet Waters Recovery"),
])  # fmt: skip
def test_private_group_names_are_dots_until_asked(group: Group) -> None:
    view = replace(stage.VIEWS[stage.FACEBOOK.key], groups=(group,))
    check = stage.assessment(views=(view,))
    [hidden] = groups_view(check, str, reveal=False).groups
    [shown] = groups_view(check, str, reveal=True).groups
    assert "Quiet" not in hidden.name + hidden.could_conclude
    assert "•" in hidden.name
    assert shown.name == group.name


def test_no_group_that_a_finding_is_about_tells_nothing() -> None:
    view = replace(stage.VIEWS[stage.FACEBOOK.key], groups=(Group("Parents of Fellgate School"), Group("Crochet")))
    shown = groups_view(stage.assessment(views=(view,)), str, reveal=True)
    about, harmless = (" ".join(told(shown, card)) for card in shown.groups)
    assert "tells much" not in about
    assert "tells much" in harmless


def test_opening_pages_and_coming_back_changes_no_results() -> None:
    journey = Journey(stage.toolkit())
    journey.finish(stage.assessment())
    before, offers = results.summarise(journey), None
    assert before is not None
    offers = results.results(journey, before)
    told_of(journey)
    after = results.summarise(journey)
    assert after == before
    assert results.results(journey, before) == offers
    assert before.copies == 1
    assert before.meaning
