"""One name in many writings: accents, look-alikes, order, titles, scripts; and other people's names."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_check.lookalikes.names import Likeness, same_name

SAME = [
    ("Zoë Hartigan", "Zoe Hartigan"),
    ("Nuala O'Dwyer", "Nuala O Dwyer"),
    ("Nuala O'Dwyer", "Nuala O’Dwyer"),
    ("Ruth Dale-Penrose", "Ruth Dale Penrose"),
    ("Mair ferch Iolo", "Mair Iolo"),
    ("Ian McAllister", "Ian MacAllister"),
    ("Jörg Weiß", "Joerg Weiss"),
    ("Ömer Yıldız", "Omer Yildiz"),
    ("Ruth Dale", "DALE, Ruth"),
    ("Ruth Dale", "Dr. Ruth Dale, MBE"),
    ("Ruth Dale", "Miss Ruth Dale (she/her) 🌻"),
    ("Ruth Dale", "The Real Ruth Dale"),
    ("Ruth Dale", "Ruth Dale | new account"),
    ("Ruth Dale", "ᴿᵘᵗʰ ᴰᵃˡᵉ"),
    ("Ruth Dale", "🅡🅤🅣🅗 🅓🅐🅛🅔"),
    ("Ruth Dale", "R u t h D a l e"),
    ("田中 花子", "田中花子"),
    ("田中花子", "花子 田中"),
    ("山田さくら", "山田サクラ"),
    ("박서연", "박 서연"),
    ("مُحَمَّد نُور", "محمد نور"),
    ("دָוִד".replace("د", "ד"), "דוד"),
    ("Όλγα Νικολάου", "ΟΛΓΑ ΝΙΚΟΛΑΟΥ"),
    ("Фёдор Лаптев", "Федор Лаптев"),
    ("Trần Thị Mai", "Tran Thi Mai"),
    ("Aɓubakar Ɗanladi", "Abubakar Danladi"),
    ("Ruth Dale", "Ɍuʈɦ Ɗaɭe"),
]


@pytest.mark.parametrize(("mine", "theirs"), SAME)
def test_a_name_written_otherwise_is_the_same_name(mine: str, theirs: str) -> None:
    assert same_name(mine, theirs).likeness is Likeness.SAME
    assert same_name(theirs, mine).likeness is Likeness.SAME


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Robert Dale", "Bob Dale"),
        ("Ruth Ellen Dale", "Ruth Dale"),
        ("Ruth Dale", "R. Dale"),
        ("Ruth Dale-Penrose", "Ruth Dale"),
        ("Олег Лаптев", "Oleg Laptev"),
    ],
)
def test_a_short_form_may_be_the_same_name(mine: str, theirs: str) -> None:
    assert same_name(mine, theirs).likeness is Likeness.VARIANT


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Ruth Dale", "Rhys Dale"),
        ("Ruth Dale", "Ruth Gale"),
        ("田中花子", "田中花枝"),
        ("박서연", "박서준"),
        ("محمد نور", "محمد نادر"),
        ("अनीता वर्मा", "अनिल वर्मा"),
        ("Олег Лаптев", "Олег Лапин"),
        ("がま 太郎", "かま 太郎"),
    ],
)
def test_another_persons_name_is_another_name(mine: str, theirs: str) -> None:
    assert same_name(mine, theirs).likeness is Likeness.OTHER


@pytest.mark.parametrize(
    "disguise", ["Ruth Dаle", "Rutһ Dale", "Ru\u200bth Dale", "𝐑𝐮𝐭𝐡 𝐃𝐚𝐥𝐞", "Ruth Da1e", "Ruth DaIe"]
)
def test_a_disguise_is_seen_through_and_told(disguise: str) -> None:
    match = same_name("Ruth Dale", disguise)
    assert match.alike
    assert match.disguised


@pytest.mark.parametrize("plain", ["Ruth Dale 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "RUTH DALE", "Ruth Dale ❤️", "Dale Ruth"])
def test_ornaments_are_no_disguise(plain: str) -> None:
    assert same_name("Ruth Dale", plain).disguised is False


def test_a_first_name_alone_is_only_a_part() -> None:
    assert same_name("Ruth Dale", "Ruth").likeness is Likeness.PART


@pytest.mark.parametrize("nothing", ["", "🌻🌻", "123", "\u200b"])
def test_a_name_without_a_letter_compares_with_nothing(nothing: str) -> None:
    assert same_name("Ruth Dale", nothing).likeness is Likeness.UNKNOWN


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_can_be_compared_both_ways_in_any_normal_form(one: str, other: str) -> None:
    assert same_name(one, other).likeness is same_name(other, one).likeness
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFC", one))
    assert same_name(unicodedata.normalize("NFC", one), other).likeness is same_name(decomposed, other).likeness
