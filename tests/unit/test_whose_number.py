"""A number that the words say is another's, a swindler's or out of use is not told as the writer's."""

from __future__ import annotations

import pytest

from privacy_check.detectors.engine import find

NOT_THE_WRITERS = (
    "it's tansy.holloway@example.com for the minutes, NOT hall.keys@example.org",
    "the landlord needs my NI so its JG 12 13 16 A, dont use QQ 12 34 56 C",
    "text 07700 900123 rather than 07700 900124",
    "ring 07700 900123, 07700 900124 is the wrong number",
    "that scam email says send your date of birth to barrister@example.net",
    "“Your parcel is held, call 07700 900111 to confirm” aye right",
    "for the record the committee phone is 01632 960880",
    "off the telly, 01632 960222, I still know it by heart",
    "if you smell gas ring 01632 960999",
)
THE_WRITERS = (
    ("don't ring 07700 900123 after nine, I'm up at five", "07700 900123"),
    ("some scammer cloned me, my real number is 07700 900123", "07700 900123"),
    ("to whoever keyed DE68 VXN: it's a company car", "DE68 VXN"),
    ("“ring me on 07700 900123”, I told him, and you know what, he did", "07700 900123"),
    ("for a quote 07700 900123, ask for Bee", "07700 900123"),
    ("plumber, no job too small, call 07700 900442", "07700 900442"),
)
NUMBERS = {"phone", "email", "nino", "vehicle_registration"}


def _found(text: str) -> list[str]:
    return [text[f.span.start : f.span.end] for f in find(text) if f.span and f.entity_type in NUMBERS]


@pytest.mark.parametrize("text", NOT_THE_WRITERS)
def test_what_the_words_give_to_another_is_not_told_as_the_writers(text: str) -> None:
    wrong = ("hall.keys", "QQ 12", "900124", "barrister", "900111", "960880", "960222", "960999")
    assert not [said for said in _found(text) if said.startswith(wrong) or said.endswith(wrong)]


@pytest.mark.parametrize(("text", "told"), THE_WRITERS)
def test_what_is_the_writers_stays(text: str, told: str) -> None:
    assert told in _found(text)
