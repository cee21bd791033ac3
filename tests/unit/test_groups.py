"""What the name of a group lets someone conclude: precise, the same for every trait, silent when unsure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_check import catalogue
from privacy_check.groups import GroupReading, classify

NAMES = Path(__file__).parents[1] / "fixtures" / "groups" / "names.tsv"


def labelled() -> Iterator[tuple[str, str | None]]:
    for line in NAMES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            category, name = line.split("\t")
            yield name, None if category == "-" else category


def test_names_are_read_precisely() -> None:
    rows = list(labelled())
    told = [(name, wanted, classify(name).category) for name, wanted in rows]
    flagged = [row for row in told if row[2] is not None]
    wrong = [row for row in flagged if row[1] != row[2]]
    wanted = [row for row in told if row[1] is not None]
    found = [row for row in wanted if row[1] == row[2]]
    assert len(rows) > 350
    assert 1 - len(wrong) / len(flagged) >= 0.97, wrong
    assert len(found) / len(wanted) >= 0.95, [row for row in wanted if row not in found]


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("Running for Parkinson's", "GRP-S1"),
        ("RUNNING FOR PARKINSON’S", "GRP-S1"),
        ("Church Street residents", "GRP-L1"),
        ("Mosque Lane residents", "GRP-L1"),
        ("Temple Newsam Running Club", "GRP-L3"),
        ("St Joseph's Catholic Primary PTA", "GRP-L2"),
        ("ParentsOfParklandsPrimary", "GRP-L2"),
        ("Gamblers Anonymous Leeds", "GRP-S1"),
        ("Côr Meibion Treorci", "GRP-L3"),
        ("Rhieni Ysgol Gymraeg Bro Morgannwg", "GRP-L2"),
        ("Labour ward mums", None),
        ("Union Jack quilters", None),
        ("Sing in Unison", None),
        ("Pride and Prejudice readers", None),
        ("Trans Pennine Trail", None),
        ("Foster the People fans", None),
        ("Adopt a greyhound Yorkshire", None),
        ("Cancer and Capricorn horoscopes", None),
        ("Ford Escort owners", None),
        ("", None),
        ("   ", None),
    ],
)
def test_traps(name: str, category: str | None) -> None:
    assert classify(name).category == category


FAMILIES = {
    "faith": (
        ("Church", "Mosque", "Hindu Temple", "Synagogue", "Gurdwara", "Humanists", "Quakers", "Atheists"),
        ("Leeds {}", "{} of Leeds", "{} community group"),
    ),
    "party": (
        ("Labour Party", "Conservative Party", "Liberal Democrats", "Green Party", "Reform UK", "SNP"),
        ("Leeds {}", "{} members", "{} supporters", "Friends of {}"),
    ),
    "union": (
        ("UNISON", "Unite the Union", "GMB", "NEU", "NASUWT", "UCU", "RMT", "PCS", "BASW", "Social Workers Union"),
        ("Leeds {}", "{} members", "{} branch", "{} reps"),
    ),
    "orientation": (
        ("Gay", "Lesbian", "Bisexual", "Queer", "Trans", "Asexual", "LGBT+"),
        ("Leeds {} network", "{} support group", "{} community"),
    ),
    "health": (
        ("Diabetes", "Cancer", "Autism", "ADHD", "Epilepsy", "MS", "Depression", "HIV"),
        ("{} support", "Leeds {} group", "Living with {}"),
    ),
    "origin": (
        ("Polish", "Nigerian", "Pakistani", "Irish", "Somali", "Chinese", "Jamaican", "Black"),
        ("{} community", "{} women's network", "{} families"),
    ),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_swapping_one_trait_for_another_changes_no_weight_and_no_word(family: str) -> None:
    traits, templates = FAMILIES[family]
    for template in templates:
        told = [classify(template.format(trait)) for trait in traits]
        assert all((reading.category or "").startswith("GRP-S") for reading in told), (template, told)
        assert len({reading.confidence for reading in told}) == 1
        rules = [catalogue.rule(str(reading.category)) for reading in told]
        assert len({(rule.title, rule.why, rule.question, rule.sensitivity, rule.severity) for rule in rules}) == 1


def test_no_name_is_ever_read_as_hateful_or_banned() -> None:
    assert "GRP-H1" not in {row["id"] for row in catalogue.data("groups.toml")["category"]}


def test_every_category_is_a_rule() -> None:
    categories = [row["id"] for row in catalogue.data("groups.toml")["category"]]
    assert len(categories) == len(set(categories)) == 25
    assert all(catalogue.known(name) for name in categories)


def test_the_platform_speaks_only_where_the_name_does_not() -> None:
    assert classify("Oak and Ash", platform="nextdoor").category == "GRP-L1"
    assert classify("Breakfast Bunch", platform="strava").category == "GRP-L3"
    assert classify("Leeds LGBT+ Hub", platform="strava").category == "GRP-S2"
    assert classify("Breakfast Bunch", platform="facebook") == GroupReading(None)


@given(st.text(max_size=400))
def test_any_text_is_read_without_complaint(name: str) -> None:
    told = classify(name)
    assert (told.category is None) == (told.confidence == 0.0)
    assert 0 <= told.confidence <= 1


def test_the_vocabulary_is_written_the_way_names_are_folded() -> None:
    """A phrase with a capital, an accent or an apostrophe could never match."""
    vocabulary = catalogue.data("groups.toml")
    texts = [*vocabulary["lists"].values(), vocabulary["masks"]["phrases"]]
    texts += [row.get(key, "") for row in vocabulary["category"] for key in ("strong", "weak", "never")]
    for text in texts:
        for phrase in text.split(","):
            assert set(phrase.strip()) <= set("abcdefghijklmnopqrstuvwxyz0123456789 *~?{}_\n"), phrase
