"""No escape, control or direction mark survives, whatever is thrown at it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_check.text.sanitise import one_line, sanitise

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
NASTY = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(
            ["\x1b[31m", "\x1b]0;title\x07", "\x1b]8;;http://x\x1b\\", "\x9b2J", "\x1b", "\x1bP", "\u202e", "\r\n"]
        ),
        st.characters(codec=None, min_codepoint=0, max_codepoint=0xA0),
    ),
    max_size=30,
).map("".join)


@given(NASTY, st.integers(0, 300))
def test_nothing_forbidden_survives_and_the_limit_holds(text: str, limit: int) -> None:
    clean = sanitise(text, limit)
    assert not FORBIDDEN.search(clean)
    assert len(clean) <= limit


@given(NASTY)
def test_twice_is_once(text: str) -> None:
    assert sanitise(sanitise(text)) == sanitise(text)


@given(NASTY)
def test_one_line_is_one_line(text: str) -> None:
    assert "\n" not in one_line(text)
    assert len(one_line(text)) <= 200


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain words, café, 東京 🌻", "plain words, café, 東京 🌻"),
        ("a\x1b[1;31mred\x1b[0m b", "ared b"),
        ("\x1b]0;owned\x07title", "title"),
        ("\x1b]8;;http://203.0.113.9\x1b\\click\x1b]8;;\x1b\\", "click"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("exe\u202egnp", "exegnp"),
        ("family 👨‍👩‍👧", "family 👨‍👩‍👧"),
    ],
)
def test_what_a_person_reads(raw: str, shown: str) -> None:
    assert sanitise(raw) == shown


def test_megabytes_are_cut() -> None:
    assert len(sanitise("x" * 50_000_000)) == 100_000
