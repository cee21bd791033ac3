"""Game services: playing times that can be read, and who can talk to a player, which no page says."""

from __future__ import annotations

import pytest

from privacy_check.assessment.games import games
from privacy_check.model import Account, Field, Lens, Outcome, ProfileView, Whose


def view(
    text: str, platform: str = "steam", outcome: Outcome = Outcome.VISIBLE, whose: Whose = Whose.OWNER
) -> ProfileView:
    account = Account(platform, "moonlit", "https://example.org/moonlit")
    return ProfileView(account, Lens.PUBLIC, outcome, (Field("page_text", text, "page", whose=whose),))


@pytest.mark.parametrize(
    "text",
    [
        "412 hrs on record",
        "32.5 hours past 2 weeks",
        "Last online: 3 hours ago",
        "Currently In-Game",
        "Trophies earned this week",
        "Hours played: 1,204",
    ],
)
def test_playing_times_are_found(text: str) -> None:
    found = {item.rule_id: item for item in games(view(text))}
    assert found["GAM-03"].confirmed
    assert found["GAM-03"].value.reveal() in text


def test_who_can_talk_to_a_player_is_a_question() -> None:
    [found] = games(view("Level 12"))
    assert found.rule_id == "GAM-02"
    assert not found.confirmed


@pytest.mark.parametrize(
    "shown",
    [
        view("412 hrs on record", platform="facebook"),
        view("412 hrs on record", outcome=Outcome.LOGIN_WALL),
    ],
)
def test_nothing_is_said_of_other_sites_or_of_what_was_not_seen(shown: ProfileView) -> None:
    assert list(games(shown)) == []


def test_another_person_s_times_are_not_the_owner_s() -> None:
    assert [item.rule_id for item in games(view("412 hrs on record", whose=Whose.OTHER))] == ["GAM-02"]
