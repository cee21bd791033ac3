"""Quoted people, offices' lines and venues are not the writer's; the writer's own stay found."""

from __future__ import annotations

import pytest

from privacy_check.detectors import engine
from privacy_check.model import EntityType
from privacy_check.text.quotation import of_another


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("my neighbour says: 'I was born 4 May 1939'. What a man", True),
        ('Old Mr Dunn told me over the wall: "I was born 4 May 1939 and I\'m fine"', True),
        ('"I was born 4 May 1939," said the lady on the bus', True),
        ("gran: 'I was born 4 May 1939'", True),
        ('I always say "I was born 4 May 1939" and they laugh', False),
        ("I was born 4 May 1939, so 'vintage' they said", False),
        ('"you were born 4 May 1939" said the form to me', False),
        ("my motto: 'born 4 May 1939'", False),
        ('"born 4 May 1939" - my gran, every year', True),
        ("overheard on the bus: 'born 4 May 1939, me'", True),
        ("they keep playing 'born 4 May 1939' on the radio", True),
        ('"Born 4 May 1939" came on and we all danced', True),
        ("we sang 'happy birthday', born 4 May 1939 and still loud", False),
    ],
)
def test_whose_words_a_date_is_in(text: str, wanted: bool) -> None:
    start = text.index("4 May 1939")
    assert of_another(text.lower(), start, start + len("4 May 1939")) is wanted


@pytest.mark.parametrize(
    "text",
    [
        "ring the school office on 0114 496 0222 to report absence",
        "the council's line is 029 2018 0555, they answer",
        "hall bookings 0115 496 0821 ask for Jean",
        "I help people find a home. Office line for the public: 029 2018 0555.",
        "the hall rents out at 0113 496 0555, ask for the caretaker",
        'a lad shouted "my number\'s 07700 900808" from a van',
    ],
)
def test_other_peoples_numbers_are_left_alone(text: str) -> None:
    assert not [found for found in engine.find(text) if found.entity_type is EntityType.PHONE]


@pytest.mark.parametrize(
    "text",
    [
        "plumber, no job too small, call 07700 900442",
        "bookings for my salon on 07700 900118",
        "ring me at the shop on 0114 496 0099, i'm always there",
        "my work mob for the school trip: 07700 900119",
    ],
)
def test_a_persons_own_number_is_found_whatever_the_place(text: str) -> None:
    assert [found for found in engine.find(text) if found.entity_type is EntityType.PHONE]


@pytest.mark.parametrize(
    ("text", "homes"),
    [
        ("gig at the Brickworks, 40 Canal Road, M4 6JW, fiver on the door", 0),
        ("the new dentist is at Unit 3, Park Way, NG9 2QB", 0),
        ("house warming saturday, BN2 4PQ, bring mugs", 1),
        ("garage sale Sunday, 19 Larch Drive, WF2 9TL", 1),
    ],
)
def test_a_postcode_counts_where_somebody_lives(text: str, homes: int) -> None:
    assert len([found for found in engine.find(text) if found.entity_type is EntityType.POSTCODE]) == homes
