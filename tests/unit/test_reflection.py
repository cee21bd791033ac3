"""The reflection cards: whole, plain, kind, private, and in the words of an employer pack."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from privacy_check import employer_pack
from privacy_check.cli import main
from privacy_check.errors import UsageError
from privacy_check.reflection import cards
from privacy_check.reflection.readers import laid_over, readers
from privacy_check.sentences import everything
from tests.reading import grade
from tests.tui.test_hostile import EVIL, FORBIDDEN
from tests.unit.test_catalogue import SHAMING

GRADE = 7.0
HARD = re.compile(
    r"\byou only\b|\byou must\b|\byou have to\b|\bwrong of you\b|\bbreak(?:s|ing)? policy\b", re.IGNORECASE
)


def _worded() -> list[cards.WordedCard]:
    return [cards.worded(card, pack) for pack in employer_pack.all_shipped() for card in cards.cards()]


def _texts(shown: cards.WordedCard) -> list[str]:
    return [*shown.asks, shown.why, *shown.good, shown.next]


def test_every_topic_of_the_guidance_has_its_cards_and_every_card_its_own_name() -> None:
    assert [topic.id for topic in cards.topics()] == [
        *("aims", "contact", "looking_up", "pictures", "keeping_safe", "conduct")
    ]
    ids = [card.id for card in cards.cards()]
    assert len(ids) == len(set(ids)) >= 40


@pytest.mark.parametrize("card", cards.cards(), ids=lambda card: card.id)
def test_a_card_asks_says_why_says_what_good_looks_like_and_names_a_next_step(card: cards.Card) -> None:
    assert all(question.rstrip("0123456789 .").endswith("?") or "?" in question for question in card.asks)
    assert card.asks
    assert card.why
    assert card.good
    assert card.next
    gaps = employer_pack.current().gaps()
    for text in (card.title, *card.asks, card.why, *card.good, card.next):
        assert {gap for _, gap, _, _ in string.Formatter().parse(text) if gap} <= set(gaps)


@pytest.mark.parametrize("shown", _worded(), ids=lambda shown: shown.card.id)
def test_a_card_is_easy_to_read_and_never_judges(shown: cards.WordedCard) -> None:
    texts = _texts(shown)
    assert grade(" ".join(texts)) <= GRADE
    for text in texts:
        assert "{" not in text
        assert text[0].isupper() or not text[0].isalpha()
        assert not SHAMING.search(text)
        assert not HARD.search(text)
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            assert len(sentence.split()) <= 20, sentence


def test_the_sentences_around_the_cards_are_as_easy() -> None:
    said = [text for name, text in everything().items() if name.startswith("reflect.") and isinstance(text, str)]
    texts = [text.replace("{", "").replace("}", "") for text in said if len(text.split()) >= 5]
    assert texts
    assert all(not SHAMING.search(text) for text in texts)
    assert grade(" ".join(texts)) <= GRADE


def test_the_next_step_speaks_in_the_packs_own_words() -> None:
    card = cards.card("the_exception")
    generic, leeds = (cards.worded(card, pack) for pack in employer_pack.all_shipped())
    assert "Mosaic" in " ".join(leeds.good)
    assert "Activity Decision" in leeds.next
    assert "Mosaic" not in " ".join(_texts(generic))
    assert leeds.policy is not None
    assert generic.policy is None
    assert "2.1" in generic.cites


def test_a_concern_about_ones_own_case_names_a_union_before_a_manager() -> None:
    asked = cards.worded(cards.card("both_sides")).first
    assert asked[0] == employer_pack.current().contact("union").sentence


def test_an_unknown_card_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="There is no card of that name") as caught:
        cards.card("nothing")
    assert "work_devices" in caught.value.hint


def test_the_three_readers_ask_and_have_no_place_for_an_answer() -> None:
    assert [reader.id for reader in readers()] == ["parent", "young_person", "employer"]
    for reader in readers():
        assert reader.asks.endswith("?")
        assert not {"answer", "verdict", "score"} & set(type(reader).__slots__)
    assert not {"answer", "verdict", "score"} & set(cards.Card.__slots__)
    assert not FORBIDDEN - {"\n"} & set(laid_over(EVIL))


def test_the_command_prints_every_card_where_nobody_can_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reflect"]) == 0
    said = capsys.readouterr().out
    for card in cards.cards():
        assert f"({card.id})" in said
    assert "nothing kept" in said


def test_the_command_prints_one_card_in_a_packs_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = tmp_path / "pack.toml"
    pack.write_text('format = 1\nname = "x"\n[records]\nsystem = "Case\\u001b[31mbook"\n', encoding="utf-8")
    assert main(["reflect", "--pack", str(pack), "--card", "every-message"]) == 0
    said = capsys.readouterr().out
    assert "Casebook" in said
    assert "\x1b" not in said
    assert said.count("Ask yourself:") == 1
    assert main(["--pack", str(pack), "reflect", "--card", "every_message"]) == 0
    assert "Casebook" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["reflect", "--pack"], ["--pack"]])
def test_a_pack_that_is_none_ends_with_2_and_a_sentence(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "pack.toml"
    pack.write_text("format = 1\nname = \n", encoding="utf-8")
    assert main([*arguments, str(pack), *(["reflect"] if arguments == ["--pack"] else [])]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "pack.toml cannot be read at line 2" in said.err
    assert main([*arguments, str(tmp_path / "none.toml"), *(["reflect"] if arguments == ["--pack"] else [])]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_text_asks_as_three_readers_and_answers_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    post = tmp_path / "post.txt"
    post.write_text("What a day. Glad it is Friday.", encoding="utf-8")
    assert main(["text", str(post), "--three-readers"]) == 0
    said = capsys.readouterr().out
    assert said.count("Would you be happy for") == 3
    assert main(["text", str(post), "--three-readers", "--json"]) == 2
    assert "does not go with" in capsys.readouterr().err
