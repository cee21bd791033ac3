"""What typed answers mean."""

from __future__ import annotations

import pytest

from privacy_check.assessment import answers
from privacy_check.journey.replies import reply_to_question, yes_or_no


@pytest.mark.parametrize(
    "text", ["y", "Yes", "yes please", "yes, please!", "ok", "OK.", "yep", "sure", "of course"]
)
def test_everyday_words_for_yes(text: str) -> None:
    assert yes_or_no(text) is True


@pytest.mark.parametrize("text", ["n", "No", "no thanks", "nope", "don’t", "please don't"])
def test_everyday_words_for_no(text: str) -> None:
    assert yes_or_no(text) is False


@pytest.mark.parametrize("text", ["", "maybe", "3", "yes and no", "not sure", "eyes", "instagram:ok"])
def test_what_is_neither(text: str) -> None:
    assert yes_or_no(text) is None


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("yes please", answers.YES),
        ("nope", answers.NO),
        ("I am", None),
        ("Not sure", answers.UNSURE),
        ("don't know", answers.UNSURE),
    ],
)
def test_replies_to_the_few_questions(text: str, reply: str | None) -> None:
    assert reply_to_question(text) == reply
