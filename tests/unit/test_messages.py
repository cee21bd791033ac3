"""What translators get is what the program says, and a language that is there reaches the data files too."""

from __future__ import annotations

from pathlib import Path

import pytest

from privacy_check import catalogue, sentences
from privacy_check.reflection.cards import cards
from privacy_check.sentences import LANGUAGE, PSEUDO, say
from tests.messages import TEMPLATE, compiled, messages, place, read, written


def test_the_template_is_up_to_date() -> None:
    assert TEMPLATE.read_text("utf-8") == written(), "python -m tests.messages --write"


def test_welsh_has_every_text_and_keeps_what_is_translated() -> None:
    file = place("cy")
    assert file.read_text("utf-8") == written("cy", read(file)), "python -m tests.messages --write"
    assert read(file)["Welcome"] == ["Croeso"]


def test_each_text_is_there_once() -> None:
    texts = [message.text for message in messages()]
    assert len(texts) == len(set(texts))
    assert all(text.strip() for text in texts)


def test_a_compiled_language_is_spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"{count} minute": ["{count} munud", "{count} funud", "{count} munud", "{count} munud"]}
    rule = catalogue.rules()[0]
    known[rule.title] = ["Enw"]
    file = tmp_path / "cy" / "LC_MESSAGES" / "privacy-check.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(compiled(known, "cy"))
    monkeypatch.setattr(sentences, "LOCALE", tmp_path)
    monkeypatch.setenv(LANGUAGE, "cy")
    sentences.forget_languages()
    try:
        assert say("common.minutes", count=2) == "2 funud"
        assert say("common.things", count=2) == "2 things"
        assert catalogue.rule(rule.id).title == "Enw"
        assert catalogue.rule(rule.id).why == rule.why
    finally:
        sentences.forget_languages()


def test_another_language_reaches_rules_scenarios_remedies_terms_cards_and_helplines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(LANGUAGE, PSEUDO)
    rule, scenario = catalogue.rules()[0], catalogue.scenarios()[0]
    remedy = catalogue.remedies(rule.id)[0]
    told = (rule.title, rule.why, rule.question, scenario.title, scenario.sentence("open"), remedy.title)
    told += (
        *remedy.steps,
        catalogue.words("outcome", "PRIVATE"),
        cards()[0].why,
        catalogue.help_contacts()[0].note,
    )
    assert [text for text in told if not (text.startswith("[") and text.endswith("]"))] == []
