"""Handles that read alike, and the variants a copy would use."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_check.lookalikes.handle_words import words_of_handle
from privacy_check.lookalikes.handles import HandleLikeness, compare_handles, similarity, skeleton, variants
from tests.lookalikes.attacks import CLASSES, attack_handle


@pytest.mark.parametrize(
    "copy", ["jane_doe", "jan3.d0e", "jаne.doe", "JaneDoe", "jane.d\u200boe", "ｊａｎｅ.doe", "j@ne.doe"]
)
def test_a_copy_that_fools_the_eye_reads_the_same(copy: str) -> None:
    assert similarity("jane.doe", copy) == 1.0


@pytest.mark.parametrize("near", ["jane.doe1", "janedoee", "real_jane_doe", "jane.deo", "janedo"])
def test_a_copy_that_differs_by_a_little_is_alike(near: str) -> None:
    assert similarity("jane.doe", near) >= 0.8


@pytest.mark.parametrize("other", ["mark99", "leeds_runner", "xx", "kofi.mensah"])
def test_a_strangers_handle_is_not(other: str) -> None:
    assert similarity("jane.doe", other) < 0.6


@given(st.text(max_size=40), st.text(max_size=40))
def test_similarity_is_a_share_and_the_same_both_ways(a: str, b: str) -> None:
    assert 0.0 <= similarity(a, b) <= 1.0
    assert similarity(a, b) == similarity(b, a)


@given(st.from_regex(r"[a-z][a-z0-9._]{2,15}", fullmatch=True), st.integers(0, 60))
def test_variants_are_unique_others_and_within_the_limit(handle: str, limit: int) -> None:
    found = [variant.handle.casefold() for variant in variants(handle, limit)]
    assert len(found) == len(set(found)) <= limit
    assert handle not in found


def test_the_first_variants_are_the_ones_nobody_notices() -> None:
    first = [variant.handle for variant in variants("jo.bloggs", 12)]
    assert "jo_bloggs" in first
    assert "jobloggs" in first
    assert all(variant.change for variant in variants("jo.bloggs", 12))


def test_pairs_of_letters_that_draw_one_letter_join() -> None:
    assert skeleton("kofi.rnensah") == skeleton("kofi.mensah")


@pytest.mark.parametrize(
    ("theirs", "likeness"),
    [
        ("jane.doe", HandleLikeness.SAME),
        ("JaneDoe", HandleLikeness.DOTS),
        ("jаne.doe", HandleLikeness.DRAWN),
        ("real_jane.doe", HandleLikeness.AROUND),
        ("jane.deo", HandleLikeness.ALIKE),
        ("leeds_runner", HandleLikeness.OTHER),
        ("", HandleLikeness.UNKNOWN),
    ],
)
def test_how_a_handle_reads_beside_mine_has_a_name(theirs: str, likeness: HandleLikeness) -> None:
    assert compare_handles("jane.doe", theirs).likeness is likeness


def test_the_one_exchanged_letter_is_named() -> None:
    assert compare_handles("jane.doe", "jane.d0e").swap == ("o", "0")
    assert compare_handles("kofi.mensah", "kofi.rnensah").swap == ("m", "rn")


@pytest.mark.parametrize(
    "copy",
    ["doe.jane", "j.doe", "jane.doe.uk", "realjane.doe", "janedoe1", "jane.cloe", "jane.doe_backup", "jan3.doe"],
)
def test_usual_copies_are_among_the_first_variants(copy: str) -> None:
    assert copy in {variant.handle for variant in variants("jane.doe", 300)}


@pytest.mark.parametrize(
    ("handle", "copy"),
    [
        ("thomasmurray", "thmsmrry"),  # no vowels
        ("samuelshaw", "s4mu3lsh4w"),  # two letters as digits
        ("i.bailey", "xi.baileyx"),
        ("samuelshaw", "samuelshawww"),
        ("ygriffiths", "y_griffiths"),  # an initial that runs on
        ("nicholasdale32", "dale32nicholas"),
        ("mr_palmer", "mr_palmer2026"),
        ("christopher.harris", "charris"),
    ],
)
def test_a_kind_of_copy_is_both_listed_and_read_as_alike(handle: str, copy: str) -> None:
    assert copy in {variant.handle for variant in variants(handle, 300)}
    assert similarity(handle, copy) > 0.8


def test_a_name_within_a_name_parts_no_handle() -> None:
    assert words_of_handle("bennett17.mohammed") == ("bennett", "17", "mohammed")
    assert words_of_handle("christopher.harris") == ("christopher", "harris")
    assert words_of_handle("misspatel") == ("miss", "patel")
    assert words_of_handle("mohammedpatel") == ("mohammed", "patel")


def test_most_attacks_by_other_rules_are_among_the_first_variants() -> None:
    chance = random.Random(5)
    handles = ["meganhall", "owen.price", "t_hartigan", "aisha.khan84", "patelpriya"]
    attacks = [
        (handle, attack_handle(handle, chance, kind)) for handle in handles for kind in CLASSES for _ in "123"
    ]
    first = {handle: {variant.handle for variant in variants(handle, 300)} for handle in handles}
    assert sum(attack in first[handle] for handle, attack in attacks) / len(attacks) >= 0.7
