"""Numbers and mail addresses as people dictate them."""

from __future__ import annotations

import random

import pytest

from privacy_check.detectors.engine import find
from privacy_check.model import EntityType

_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _say(digits: str, nought: str, doubles: bool) -> list[str]:
    said: list[str] = []
    at = 0
    while at < len(digits):
        word = nought if digits[at] == "0" else _ONES[int(digits[at])]
        if doubles and digits[at : at + 3] == digits[at] * 3:
            said += ["triple", word]
            at += 3
        elif doubles and digits[at : at + 2] == digits[at] * 2:
            said += ["double", word]
            at += 2
        else:
            said.append(word)
            at += 1
    return said


def _dictated(digits: str, groups: tuple[int, ...], nought: str, doubles: bool, pause: str) -> str:
    parts, at = [], 0
    for size in groups:
        parts.append(" ".join(_say(digits[at : at + size], nought, doubles)))
        at += size
    return pause.join(parts)


def _found(text: str, kind: EntityType) -> list[str]:
    return [text[f.span.start : f.span.end] for f in find(text) if f.entity_type is kind]


@pytest.mark.parametrize("nought", ["oh", "zero", "o", "nought"])
@pytest.mark.parametrize("doubles", [True, False])
@pytest.mark.parametrize("pause", [" ", ", ", " ... ", " uh ", ". ", " um "])
def test_a_dictated_number_is_found_whole(nought: str, doubles: bool, pause: str) -> None:
    chance = random.Random(f"{nought}{doubles}{pause}")
    for kind, digits, groups in (
        (EntityType.PHONE, f"07700900{chance.randrange(1000):03}", (5, 3, 3)),
        (EntityType.PHONE, f"0113496{chance.randrange(1000):04}", (4, 3, 4)),
        (EntityType.CARD, "5555555555554444", (4, 4, 4, 4)),
        (EntityType.CARD, "378282246310005", (4, 6, 5)),
    ):
        said = _dictated(digits, groups, nought, doubles, pause)
        text = f"right so the card or number is {said} have you got that"
        assert _found(text, kind) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "i counted one two three four five six seven eight nine ten sheep",
        "ten nine eight seven six five four three two one lift off",
        "lottery numbers were four eight fifteen sixteen twenty three and forty two",
        "it was three nil then four two then five two at half time",
        "one two three four i declare a thumb war",
    ],
)
def test_counting_and_scores_are_no_number(text: str) -> None:
    assert _found(text, EntityType.PHONE) == []
    assert _found(text, EntityType.CARD) == []


@pytest.mark.parametrize(
    "said",
    [
        "jane dot doe at example dot co dot uk",
        "jane underscore doe ninety two at g mail dot com",
        "j a n e dot d o e at the rate example dot org",
        "jane hyphen doe at sign example dot c o dot u k",
        "jane full stop doe at hot mail dot com",
        "t i m i at example period org",
    ],
)
def test_a_dictated_address_is_found(said: str) -> None:
    found = _found(f"okay so my email is {said} thanks bye", EntityType.EMAIL)
    assert len(found) == 1
    assert found[0] in said
    assert len(found[0]) >= len(said) / 2
