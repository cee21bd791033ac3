"""An organisation's address under its name is no home; a home beside it still is."""

from __future__ import annotations

import pytest

from privacy_check.detectors.engine import find


def kinds(text: str) -> set[str]:
    return {item.entity_type.value for item in find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Jo Bloggs\nTeacher and SENCO, St Mary's C of E Primary School\nChurch Lane, Halifax, HX1 2AB",
        "Sam Carter\nSocial Worker, Children's Services\nTown Hall Square, Leeds LS1 1UR",
        "Kind regards\nHarbour Housing Ltd\n4 Quay Street, Truro, TR1 2AA",
        "Ward 6, Infirmary Hospital,\n12 Royal Road, Bath, BA1 3NG",
    ],
)
def test_the_address_of_an_organisation_is_nobodys_home(text: str) -> None:
    assert not kinds(text) & {"address", "postcode"}


@pytest.mark.parametrize(
    "text",
    [
        "The Old School, Mill Lane, Otley, LS21 3AB",
        "I work for the council, but my home is 4 Quay Street, Truro, TR1 2AA",
        "Jo Bloggs\n12 School Lane, Halifax, HX1 2AB",
    ],
)
def test_a_home_is_still_a_home(text: str) -> None:
    assert kinds(text) >= {"address", "postcode"}


def test_a_landline_to_order_from_a_shop_is_the_shops() -> None:
    assert "phone" not in kinds("Best lemon buns in town: Mill Lane Bakery, order on 0113 496 0123.")
    assert "phone" in kinds("Cakes from my kitchen, order on 0113 496 0123")
    assert "phone" in kinds("Sam's bakery, order on 07700 900123")
