"""JSON-LD: contacts, addresses and family that a page declares, and scripts that are no strict JSON."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from privacy_check.assessment.judge import judge_view
from privacy_check.model import ProfileView
from scanners.extract import read
from scanners.extract.linked_data import MAX_MENDED_CHARS, from_linked_data

URL = "https://circle.example.org/orlafennick"
ORLA: dict[str, Any] = {"@type": "Person", "name": "Orla Fennick", "description": "Keeps bees"}


def page(*scripts: object) -> str:
    texts = (script if isinstance(script, str) else json.dumps(script) for script in scripts)
    blocks = "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)
    return f"<title>Orla Fennick</title>{blocks}<h1>Orla Fennick</h1>"


def view(*scripts: object) -> ProfileView:
    return read(page(*scripts), URL)


def told(shown: ProfileView) -> set[tuple[str, str]]:
    return {(str(item.entity_type.value), item.value.reveal()) for item in judge_view(shown)}


def words(shown: ProfileView, name: str) -> list[str]:
    return [field.text for field in shown.all(name)]


def test_a_postal_address_is_an_address_and_a_town() -> None:
    shown = view(
        ORLA
        | {
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "31 Kiln Bank",
                "addressLocality": "Settle",
                "postalCode": "BD24 9XX",
                "addressCountry": {"@type": "Country", "name": "UK"},
            }
        }
    )
    assert words(shown, "address") == ["31 Kiln Bank, Settle, BD24 9XX"]
    assert words(shown, "location") == ["Settle, UK"]
    assert {("address", "31 Kiln Bank, Settle"), ("postcode", "BD24 9XX")} <= told(shown)
    assert not any(field.on_screen for field in shown.all("address"))


def test_a_street_no_detector_knows_is_still_told_as_the_address_the_page_declares() -> None:
    shown = view(ORLA | {"address": {"streetAddress": "Tŷ Newydd", "addressLocality": "Bala"}})
    assert ("address", "Tŷ Newydd, Bala") in told(shown)


@pytest.mark.parametrize(
    ("address", "field"),
    [("4 Mill Garth, Otley LS21 9XX", "address"), ("Otley, Yorkshire", "location")],
)
def test_an_address_in_one_piece(address: str, field: str) -> None:
    assert words(view(ORLA | {"address": address}), field) == [address]


def test_a_postcode_without_a_street_is_a_postcode() -> None:
    shown = view(ORLA | {"address": {"@type": "PostalAddress", "postalCode": "LS21 9XX"}})
    assert not shown.all("address")
    assert ("postcode", "LS21 9XX") in told(shown)


def test_contacts_a_step_away_from_the_person() -> None:
    shown = view(
        {
            "@graph": [
                ORLA | {"@id": "#o", "contactPoint": [{"@id": "#c"}, {"email": "mailto:orla@example.org"}]},
                {"@id": "#c", "@type": "ContactPoint", "telephone": ["tel:+441632960801", "07700 900801"]},
            ]
        }
    )
    assert words(shown, "phone") == ["+441632960801", "07700 900801"]
    assert words(shown, "email") == ["orla@example.org"]
    assert {("phone", "07700 900801"), ("email", "orla@example.org")} <= told(shown)


def test_home_coordinates() -> None:
    geo = {"@type": "GeoCoordinates", "latitude": 54.07214, "longitude": "-2.27751"}
    assert ("gps", "54.07214, -2.27751") in told(view(ORLA | {"homeLocation": {"@type": "Place", "geo": geo}}))
    nowhere = {"latitude": "north", "longitude": 1}
    assert not view(ORLA | {"homeLocation": {"geo": nowhere}}).all("page_text")


def test_family_and_place_of_birth_are_read_in_words() -> None:
    shown = view(
        ORLA
        | {
            "children": [{"@type": "Person", "name": "Ivy"}, "Noah"],
            "spouse": {"@type": "Person", "name": "Cal Fennick", "telephone": "07700 900802"},
            "birthPlace": {"@type": "Place", "name": "Whitby"},
        }
    )
    found = told(shown)
    assert {("family_name", "Ivy"), ("family_name", "Noah"), ("family_name", "Cal Fennick")} <= found
    assert ("security_answer", "Whitby") in found
    assert not shown.all("phone"), "the number is the husband's"


NODE = '{"@type":"Person","name":"Orla Fennick","telephone":"07700 900803"}'
QUOTED = NODE.replace('"', "'")
BROKEN = {
    "line comment": f"// us\n{NODE[:-1]} // mine\n}}",
    "block comment": f"/* us */{NODE.replace(',', ', /* x */')}",
    "trailing commas": NODE.replace('"07700 900803"', '["07700 900803",],'),
    "mark": f"\ufeff{NODE}",
    "line ends": NODE.replace("{", '{"description":"one\ntwo\ttabs",'),
    "two objects": f'{{"@type":"WebSite","name":"Circle"}}\n{NODE}',
    "two broken objects": f"{{'@type':'WebSite'}}\n{QUOTED}",
    "single quotes": QUOTED,
    "bare keys": NODE.replace('"name"', "name").replace('"telephone"', "telephone"),
    "entities": NODE.replace('"', "&quot;"),
    "cdata": f"//<![CDATA[\n{NODE}\n//]]>",
    "html comment": f"<!--\n{NODE}\n-->",
    "cut short": NODE[:-1] + ',"address":{"streetAddress":"1',
    "semicolon": f"{NODE};",
    "missing comma": NODE.replace(",", "\n"),
    "quotes in words": NODE.replace("{", '{"description":"says "hi" a lot",'),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_broken_scripts_are_mended(kind: str) -> None:
    shown = view(BROKEN[kind])
    assert words(shown, "phone") == ["07700 900803"]
    assert words(shown, "display_name") == ["Orla Fennick"]


def test_words_in_a_strict_script_are_never_changed() -> None:
    odd = {"name": "a // b /* c */ 'd', &quot;", "list": [1, "x,]"]}
    assert [found.value for found in from_linked_data([json.dumps(odd)])] == [odd]


@pytest.mark.parametrize(
    "script",
    ["[" * 50_000, '{"a":' * 50_000, "{'a':" * 11_000, '{"a":"' + 'x"' * 28_000, "/*" * 28_000, "{a " * 19_000,
     '{"a":1,}' * 7_000, "&quot;" * 9_900, "'" * 59_000, "\\" * 59_000],
)  # fmt: skip
def test_hostile_scripts_cost_little(script: str) -> None:
    started = time.process_time()
    assert isinstance(from_linked_data([script] * 20), list)
    assert time.process_time() - started < 6


def test_only_so_much_of_a_page_is_mended() -> None:
    broken = "{'name':'" + "x" * (MAX_MENDED_CHARS // 2) + "'}"
    assert len(from_linked_data([broken] * 5)) == 1


@pytest.mark.parametrize(
    "node",
    [
        {"@type": "schema:Person", "schema:name": "Orla Fennick", "schema:telephone": {"@value": "07700 900804"}},
        {"@type": ["https://schema.org/Person"], "http://schema.org/name": [{"@value": "Orla Fennick"}],
         "http://schema.org/telephone": [{"@value": "07700 900804"}]},
    ],
)  # fmt: skip
def test_other_spellings_of_the_vocabulary(node: dict[str, Any]) -> None:
    assert words(view(node), "phone") == ["07700 900804"]
