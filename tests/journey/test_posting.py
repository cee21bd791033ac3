"""Words before they are posted: most urgent first, lit up in place without colour, said with less where simple."""

from __future__ import annotations

import pytest

from privacy_check.detectors.engine import find
from privacy_check.journey.views.words import checked

TEXT = "We fly to Spain on Saturday 12 December. Call me on 07700 900123 or a@example.org."


def test_most_urgent_first_and_every_number_stands_in_the_words() -> None:
    found = find(TEXT)
    shown = checked(TEXT, found, reveal=True)
    ranks = {item.value.reveal(): item.severity.rank for item in found}
    order = [next(rank for value, rank in ranks.items() if value in told.sentence) for told in shown.told]
    assert order == sorted(order, reverse=True)
    assert all(f"[{told.number}: " in shown.in_brackets for told in shown.told)
    assert "".join(piece.text for piece in shown.pieces) == TEXT
    assert shown.in_brackets.count("[") == shown.in_brackets.count("]")


@pytest.mark.parametrize(
    ("text", "less"),
    [
        (TEXT, "We fly to Spain next week. Call me."),
        ("Call me on 07700 900123", "Call me"),
        ("I live at 14 Elm Road, LS1 4AB.", "I live in this area."),
    ],
)
def test_a_simple_other_wording_is_suggested_and_gives_less_away(text: str, less: str) -> None:
    assert checked(text, find(text), reveal=False).instead == less
    assert len(find(less)) < len(find(text))


def test_words_about_somebody_met_at_work_get_no_other_wording_but_a_sentence() -> None:
    text = "Late shift, then two hours in A&E with one of our lads. He is in court on Thursday."
    found = find(text)
    assert any(item.rule_id.startswith("WRK-") for item in found)
    shown = checked(text, found, reveal=False)
    assert not shown.instead
    assert "manager" in shown.why_not


def test_without_anything_noticed_nothing_is_said() -> None:
    shown = checked("Lovely weather.", (), reveal=True)
    assert (shown.told, shown.instead, shown.why_not) == ((), "", "")
