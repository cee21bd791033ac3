"""Postal addresses as lists of sold houses, delivery notes and letterheads write them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from privacy_check.detectors.engine import find
from privacy_check.model import EntityType

_HOMES = (
    ("14, church dene", "leeds", "ls16 4dh"),
    ("flat 2, 14, station road", "walkley, sheffield", "s6 5ab"),
    ("the old rectory, mill lane", "beverley", "hu17 8zz"),
    ("12a chestnut spinney", "norwich", "nr4 7tj"),
    ("14-16 alma street", "york", "yo10 3ab"),
    ("rose cottage", "thorpe, norwich", "nr7 0aa"),
    ("83 lloyd george avenue", "cardiff", "cf10 4be"),
    ("apartment 22, harbour point, quay street", "bristol", "bs1 4rw"),
)
_STYLES: tuple[Callable[[str], str], ...] = (str.upper, str.title, str.lower)


def _texts(text: str, kind: EntityType) -> list[str]:
    return [text[f.span.start : f.span.end] for f in find(text) if f.entity_type is kind]


@pytest.mark.parametrize("style", _STYLES)
@pytest.mark.parametrize(("home", "town", "code"), _HOMES)
@pytest.mark.parametrize("gap", [", ", "\n"])
def test_a_line_of_an_address_is_found(
    style: Callable[[str], str], home: str, town: str, code: str, gap: str
) -> None:
    if gap == "\n" and style is str.lower:
        gap = ", "
    code = code if style is str.lower else code.upper()
    text = style(home) + gap + style(town) + gap + code
    assert _texts(text, EntityType.POSTCODE) == [code]
    covered = sum(map(len, _texts(text, EntityType.ADDRESS)))
    assert covered >= len(home) / 2


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Kelda, Walkley, Sheffield, S16 5AB", "Kelda"),
        ("88 broadway nottingham ng16 4dh", "88 broadway"),
        ("2/1 140 Byres Road, Glasgow, G12 8XX", "140 Byres Road"),
        ("Plot 9 Skylark Rise, Bicester, OX26 1AB", "9 Skylark Rise"),
        ("we're at 4 Highfield if anyone fancies a brew", "4 Highfield"),
        ("Speeding on Maes-y-Ffynnon is out of hand, my two play there", "Maes-y-Ffynnon"),
        ("im at the corner house on Penrhos Road, knock for cake", "Penrhos Road"),
    ],
)
def test_homes_of_other_shapes_are_found(text: str, home: str) -> None:
    assert any(home in found for found in _texts(text, EntityType.ADDRESS))


@pytest.mark.parametrize(
    "text",
    [
        "a 120 gb remote drive for my pictures",
        "8 Crazy Nights comes close, but not quite",
        "Jo Smith, Leeds, LS16 2AB",
        "Visit us at 12 Market Place for fresh bread",
        "sofa, good condition, leeds, ls16 2ab",
        "my 1990 Chevy Drive train went",
        "grew up on Disney's 1950 Treasure Island",
        "The charity game is on 2/17 at Merlo Field",
    ],
)
def test_what_only_looks_like_an_address_is_left_alone(text: str) -> None:
    assert _texts(text, EntityType.ADDRESS) == []


@pytest.mark.parametrize(
    "text", ["Studio: {}", "Mugs and bowls\nStudio\n{}\nOpen Sat", "My workshop at {}", "Studio - {}, Leeds"]
)
def test_the_line_below_a_workplace_of_ones_own_is_an_address(text: str) -> None:
    assert _texts(text.format("9 Dove Street"), EntityType.ADDRESS) == ["9 Dove Street"]


@pytest.mark.parametrize("text", ["The studio has moved to {}", "Library, {}", "Police were at the studio, {}"])
def test_an_address_of_a_house_for_everybody_stays_quiet(text: str) -> None:
    assert _texts(text.format("9 Dove Street"), EntityType.ADDRESS) == []
