"""About me: what is read, what is refused, and that no value shows itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_check.errors import UnreadableInput
from privacy_check.subject import WORK, AboutMe, Child, Situation

FULL = """
names = ["Morwenna Tregear"]
birth_date = 1984-02-29
phones = "07700 900461"
partner = "Idris Vaughan"
pets = ["Pasty", "Pasty", ""]

[[children]]
name = "Kitto"
birth_date = "07/05/2016"
school = "Trelawny Primary"
"""


def test_reads_every_shape_a_person_may_write() -> None:
    about = AboutMe.from_text(FULL)
    assert about.names == ("Morwenna Tregear",)
    assert about.birth_date == date(1984, 2, 29)
    assert about.phones == ("07700 900461",)
    assert about.partner == "Idris Vaughan"
    assert about.pets == ("Pasty",)
    assert about.children == (Child("Kitto", date(2016, 5, 7), "Trelawny Primary"),)
    assert not about.empty


def test_the_situation_stands_beside_the_facts_and_comes_back_the_same() -> None:
    about = AboutMe.from_text('work = "Social work"\nfosters = true\ncareful_of_someone = "no"\n')
    assert about.situation == Situation(work="social_work", fosters=True)
    assert not about.empty
    assert AboutMe.from_text(about.to_toml()) == about
    for work in WORK:
        everything = AboutMe(situation=Situation(work, True, True, True))
        assert AboutMe.from_text(everything.to_toml()) == everything
        assert work not in repr(everything)
    assert not AboutMe.from_text("fosters = false").situation


def test_nothing_told_is_empty() -> None:
    assert AboutMe().empty
    assert AboutMe.from_text("").empty


def test_children_may_be_plain_names() -> None:
    assert AboutMe.from_mapping({"children": ["Kitto", {"name": "Jory"}]}).children == (
        Child("Kitto"),
        Child("Jory"),
    )


def test_repr_never_shows_a_value() -> None:
    about = AboutMe.from_text(FULL)
    shown = f"{about!r} {about!s} {about.children!r}"
    for value in ("Morwenna", "1984", "900461", "Idris", "Pasty", "Kitto", "2016", "Trelawny"):
        assert value not in shown
    assert "names=1" in shown


@pytest.mark.parametrize(
    ("text", "says", "hint"),
    [
        ('phone = ["07700 900461"]', "“phone”", "phones"),
        ('dob = "1984-02-29"', "“dob”", "birth_date"),
        ('birth_date = "soon 900461"', "birth_date", "year-month-day"),
        ("phones = [7700900461]", "phones", "quotes"),
        ("partner = 900461", "partner", "quotes"),
        ('names = ["A"]\nphones = [07700 900461', "line 2", "phones"),
        ('[[children]]\nnane = "900461"', "“nane”", "name"),
        ("children = 900461", "children", "list"),
        ('work = "Office of 900461"', "work", "employers"),
        ('fosters = "900461"', "fosters", "true"),
        ("own_children = 900461", "own_children", "true"),
        ("situation = 900461", "“situation”", "parts"),
    ],
)
def test_refusals_name_the_place_and_never_the_value(text: str, says: str, hint: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        AboutMe.from_text(text)
    assert says in caught.value.message
    assert hint in str(caught.value)
    assert "900461" not in str(caught.value)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        AboutMe.load(tmp_path / "nobody.toml")


def test_a_file_that_is_not_text_is_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "me.toml"
    file.write_bytes(b"\xff\xfe\x00names")
    with pytest.raises(UnreadableInput, match="not plain text"):
        AboutMe.load(file)


LIVED = st.dates(date(1900, 1, 1), date(2020, 1, 1))


@given(
    st.builds(
        AboutMe,
        names=st.lists(st.text(min_size=1, max_size=30), max_size=3).map(tuple),
        birth_date=st.none() | LIVED,
        partner=st.text(max_size=30),
        children=st.lists(st.builds(Child, st.text(min_size=1, max_size=20), st.none() | LIVED), max_size=2).map(
            tuple
        ),
    )
)
def test_writing_and_reading_back_gives_the_same(about: AboutMe) -> None:
    once = AboutMe.from_text(about.to_toml())
    assert AboutMe.from_text(once.to_toml()) == once
    assert once.birth_date == about.birth_date


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"birth_date": "2087-03-14"}, "birth_date"),
        ({"birth_date": "1066-10-14"}, "birth_date"),
        ({"phones": ["hello"]}, "phones"),
        ({"emails": ["jo at home"]}, "emails"),
    ],
)
def test_facts_that_cannot_be_are_refused_by_name(given: dict[str, object], named: str) -> None:
    with pytest.raises(UnreadableInput, match=named):
        AboutMe.from_mapping(given)
