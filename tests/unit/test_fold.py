"""Offsets always lead back to the original, whatever the text holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_check.text.fold import fold, skeleton

ODD = st.sampled_from(
    [
        "7️⃣",
        "🔟",
        "ﬁ",
        "\u200b",
        "\u202e",
        "&#64;",
        "&amp;",
        "%40",
        "½",
        "İ",
        "е",
        "０",
        "𝟘",
        "👩‍👧",
        "e\u0301",
        "\ud800",
        "\r\n",
    ]
)
TEXTS = st.lists(st.one_of(st.text(max_size=12), ODD), max_size=25).map("".join)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("plain ASCII stays", "plain ASCII stays"),
        ("０７７００", "07700"),
        ("0️⃣7️⃣", "07"),
        ("①②", "12"),
        ("𝐣𝐚𝐧𝐞", "jane"),
        ("jаnе", "jane"),
        ("a\u200bb\u2060c", "abc"),
        ("jane&#64;example&period;org", "jane@example.org"),
        ("tel%3A%2B44", "tel:+44"),
        ("it’s – “so”", 'it\'s - "so"'),
        ("café", "café"),
        ("&unknown; 100%", "&unknown; 100%"),
    ],
)
def test_what_disguises_become(raw: str, folded: str) -> None:
    assert fold(raw).text == folded


@given(TEXTS)
def test_lower_case_is_as_long_as_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.lower) == len(folded.text)


@given(TEXTS, st.data())
def test_spans_lie_in_the_original_in_order(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    span = folded.span(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    # The characters behind a folded stretch fold to at least that stretch.
    assert folded.text[start:end] in fold(text[span.start : span.end]).text


@given(TEXTS, st.data())
def test_a_part_points_to_the_same_place(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    part = folded.part(start, end)
    assert part.text == folded.text[start:end]
    assert part.span(0, end - start) == folded.span(start, end)


@given(st.text(max_size=40))
def test_every_word_is_where_it_is_said_to_be(text: str) -> None:
    folded = fold(text)
    assert set(folded.starts) == folded.words
    for word, places in folded.starts.items():
        for place in places:
            assert folded.lower.startswith(word, place)


def test_look_alikes_share_a_skeleton() -> None:
    assert skeleton("ＪаNe") == skeleton("jane")
    assert skeleton("jane") != skeleton("june")


def test_terminal_escapes_hide_nothing() -> None:
    coloured = "ring \x1b[31m07700\x1b[1;32m 900123\x1b[0m now"
    folded = fold(coloured)
    assert folded.text == "ring 07700 900123 now"
    start = folded.text.index("07700")
    span = folded.span(start, start + len("07700 900123"))
    assert coloured[span.start : span.end] == "07700\x1b[1;32m 900123"
    assert "07700 900123" in fold("\x1b]0;a title that never ends 07700 900123").text


def test_dark_letters_are_letters() -> None:
    assert fold("🅾️77 🅰🅑").text == "O77 AB"


def test_marks_of_a_page_that_show_nothing_hide_nothing() -> None:
    assert fold("077<b></b>00 9<!-- no -->00<wbr>123 <b>now</b> I <3 it").text == "07700 900123 <b>now</b> I <3 it"
