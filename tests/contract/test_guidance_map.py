"""Each numbered line of the online safety guidance stands in a card, a check or a refusal."""

from __future__ import annotations

from importlib import import_module

import pytest

from privacy_check import catalogue
from privacy_check.reflection import cards, guidance
from tests.guidance_map import PAGE, page

# How many lines each numbered section of the guidance has, counted by reading it.
LINES = {"1": 8, "2.1": 11, "2.2": 4, "2.3": 3, "2.4": 5, "2.5": 3, "3.1": 15, "3.2": 8}
REFS = [f"{number}-{chr(ord('a') + at)}" for number, count in LINES.items() for at in range(count)]
# A card alone would not do for these: they ask that something is not looked at, not judged, or not kept.
MUST_BE_REFUSED = {"2.2-b", "3.2-c", "3.2-e", "3.2-f", "3.2-g", "3.2-h"}


def test_every_line_of_the_guidance_is_there_once_and_in_order() -> None:
    assert [section.ref for section in guidance.sections()] == REFS


@pytest.mark.parametrize("section", guidance.sections(), ids=lambda section: section.ref)
def test_every_line_is_answered_by_something_that_exists(section: guidance.Section) -> None:
    assert section.about
    assert section.cards or section.checks or section.refused
    assert len(section.checks) == len(set(section.checks))
    assert all(catalogue.known(rule_id) for rule_id in section.checks)
    assert bool(section.refused) == bool(section.kept_by)
    for place in section.kept_by:
        module, name = place.split(":")
        assert hasattr(import_module(module), name), place


def test_what_must_not_be_done_is_refused_in_words_and_in_code() -> None:
    refused = {section.ref for section in guidance.sections() if section.refused}
    assert refused >= MUST_BE_REFUSED


def test_every_rule_and_card_cites_lines_that_are_in_the_map() -> None:
    for rule in catalogue.rules():
        assert rule.guidance_ref in REFS, rule.id
    for card in cards.cards():
        assert card.refs, card.id
        assert set(card.refs) <= set(REFS), card.id


def test_every_rule_is_a_check_of_the_line_it_cites() -> None:
    checks = {section.ref: section.checks for section in guidance.sections()}
    for rule in catalogue.rules():
        assert rule.id in checks[rule.guidance_ref]


def test_rules_of_reflection_and_of_work_practice_are_asked_on_a_card() -> None:
    asked = {rule_id for card in cards.cards() for rule_id in card.rules}
    assert asked <= {rule.id for rule in catalogue.rules()}
    for rule in catalogue.rules():
        if rule.reflection or rule.treated_as == "work_practice":
            assert rule.id in asked, rule.id


def test_the_page_says_what_the_data_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tests.guidance_map --write"
