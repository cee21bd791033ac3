"""A bio that was taken is known in any script; a few words that everybody uses are nothing."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_check.lookalikes.bios import Taken, is_disguised, taken

MINE = "Night nurse who keeps ferrets, restores clocks and sings bass in the Otley choir"


@pytest.mark.parametrize(
    "copy",
    [
        MINE,
        MINE.replace(" ", "\N{NO-BREAK SPACE}"),
        MINE.upper() + " 🌙🌙",
        MINE.replace("a", "а").replace("o", "о"),
        "".join(chr(0x1D5BA + ord(c) - 97) if "a" <= c <= "z" else c for c in MINE),
        MINE.replace(" keeps", "\u2028keeps"),
        "Restores clocks and sings bass in the Otley choir. Night nurse who keeps ferrets",
    ],
)
def test_the_whole_bio_is_known_however_it_is_written(copy: str) -> None:
    assert taken(MINE, copy) is Taken.WHOLE


def test_look_alike_letters_in_a_bio_are_told() -> None:
    assert is_disguised(MINE, MINE.replace("a", "а").replace("o", "о").replace("e", "е"))
    assert not is_disguised(MINE, MINE)


@pytest.mark.parametrize(
    "text",
    [
        "Werkt 's nachts als verpleegster, houdt fretten en repareert oude klokken",
        "夜勤の看護師です。古い時計を直すことと、合唱団で歌うことが好きです。",
        "ممرضة ليلية تحب إصلاح الساعات القديمة وتغني في جوقة المدينة",
        "พยาบาลกะดึก ชอบซ่อมนาฬิกาเก่าและร้องเพลงในคณะประสานเสียง",
        "रात की नर्स, पुरानी घड़ियाँ ठीक करती हूँ और गाना गाती हूँ",
    ],
)
def test_a_bio_in_another_language_is_known_too(text: str) -> None:
    assert taken(text, text) is Taken.WHOLE
    assert taken(text, MINE) in (Taken.NOTHING, Taken.UNKNOWN)


def test_most_of_a_bio_is_a_part_taken() -> None:
    assert taken(MINE, "Keeps ferrets, restores clocks and sings bass. Looking for new friends here") is Taken.PART


@pytest.mark.parametrize(
    "few", ["proud mum of three", "night nurse", "she sings in the choir and", "keeps", "夜勤の看護師です。"]
)
def test_a_few_common_words_are_no_copy(few: str) -> None:
    mine = f"Proud mum of three girls. {MINE} 夜勤の看護師です。古い時計が好きです。"
    assert taken(mine, few) not in (Taken.WHOLE, Taken.PART)


def test_the_same_short_commonplace_is_no_copy() -> None:
    assert taken("Proud mum, dog lover", "Proud mum, dog lover") not in (Taken.WHOLE, Taken.PART)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert taken(one, other) in Taken


@pytest.mark.parametrize("one", ["的", "a b "])
def test_a_bio_of_one_thing_over_and_over_is_compared_at_once(one: str) -> None:
    began = time.process_time()
    taken(one * 700, f"x {one * 650}")
    assert time.process_time() - began < 0.5


def test_a_short_bio_that_stands_whole_in_mine_is_no_copy_and_speaks_against_none() -> None:
    mine = "Support worker in Hull. Loves sea swimming, two cats and baking bread"
    assert taken(mine, "Support worker. Loves sea swimming") is Taken.WITHIN
    assert taken(mine, "Support worker. Golf, rugby, real ale and motorbikes") in (Taken.LITTLE, Taken.NOTHING)
