"""Numbers, codes and addresses run into a word or a sign, and names of children however they are written."""

from __future__ import annotations

import json
from typing import Any

import pytest

from privacy_check.detectors.engine import find
from privacy_check.model import EntityType
from privacy_check.text.announced import OTHER_NUMBERS, announces_other, announces_own
from privacy_check.text.fold import fold
from privacy_check.text.not_mail import is_no_mailbox
from privacy_check.text.plain_names import Announced, is_everyday, names_listed
from tests import accuracy


def _texts(half: str) -> list[dict[str, Any]]:
    path = accuracy.CORPORA / f"edges_{half}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("half", ["tuning", "kept"])
def test_what_is_run_together_is_found_and_look_alikes_are_not(half: str) -> None:
    result = accuracy.score(_texts(half), accuracy.ours)
    assert result.together(accuracy.STRUCTURED).recall >= 0.95
    assert result.together(accuracy.STRUCTURED).precision >= 0.98
    assert result.kinds["family_name"].recall >= 0.9
    assert result.kinds["family_name"].precision >= 0.95
    assert result.traps_hit == result.clean_flagged == 0


def test_the_two_halves_never_meet_and_labels_point_at_what_they_say() -> None:
    halves = {half: _texts(half) for half in ("tuning", "kept")}
    assert not {row["text"] for row in halves["tuning"]} & {row["text"] for row in halves["kept"]}
    for row in halves["kept"]:
        for label in (*row["spans"], *row["traps"]):
            assert row["text"][label["start"] : label["end"]] == label["value"], row["id"]


def _found(text: str, kind: EntityType) -> list[str]:
    return [text[f.span.start : f.span.end] for f in find(text) if f.span and f.entity_type is kind]


@pytest.mark.parametrize(
    "glue", ["-", "–", "—", "/", ":", "=", ".", "|", "•", "~", "*", ">", "📞", "(", '"', ":-", "..", ""]
)
@pytest.mark.parametrize("number", ["07700 900801", "07700900801", "+44 7700 900801", "01632 960801"])
def test_a_sign_after_a_label_hides_no_telephone(glue: str, number: str) -> None:
    assert _found(f"Mob{glue}{number}", EntityType.PHONE) == [number]


@pytest.mark.parametrize(
    "after",
    [
        "x",
        "xx",
        "-Kit",
        "/text only",
        "call me",
        "ring first",
        ".",
        "…",
        "(eves)",
        "|York",
        "📞",
        "hun",
        "Kit",
        ":",
    ],
)
def test_what_follows_hides_no_telephone(after: str) -> None:
    assert _found(f"on 07700900802{after}", EntityType.PHONE) == ["07700900802"]


@pytest.mark.parametrize("word", sorted(OTHER_NUMBERS - {"quote", "booking", "bookings", "contact"}))
@pytest.mark.parametrize("glue", ["-", "/", "_"])
def test_a_word_for_another_number_is_believed(word: str, glue: str) -> None:
    if not announces_own(EntityType.PHONE, word):
        assert _found(f"{word}{glue}07700900803", EntityType.PHONE) == []


@pytest.mark.parametrize(
    "text",
    [
        "0.07700900804",
        "3,07700900804.55",
        "£0.07700900804",
        "v4.07700900804",
        "a3c907700900804",
        "07700900804fe12ab",
        "1b9c2d3e-0770-4a5b-9c8d-447700900804",
        "https://example.org/07700900804",
        "example.org/c/07700900804/b",
        "/srv/07700900804",
        "?page=07700900804",
        "IMG_07700900804.jpg",
        "07700900804-small.webp",
        "QZX-07700900804",
        "07700900804GB",
    ],
)
def test_a_part_of_something_longer_is_no_telephone(text: str) -> None:
    assert _found(text, EntityType.PHONE) == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Skipton/BD23 9ZT", EntityType.POSTCODE, "BD23 9ZT"),
        ("SkiptonBD23 9ZT", EntityType.POSTCODE, "BD23 9ZT"),
        ("BD23 9ZT-back door", EntityType.POSTCODE, "BD23 9ZT"),
        ("plate=AB12CDE", EntityType.VEHICLE_REGISTRATION, "AB12CDE"),
        ("my car regAB12CDE", EntityType.VEHICLE_REGISTRATION, "AB12CDE"),
        ("NIQQ123456C", EntityType.NINO, "QQ123456C"),
        ("nhs943 476 5919", EntityType.NHS_NUMBER, "943 476 5919"),
        ("visa-4111111111111111", EntityType.CARD, "4111111111111111"),
        ("passport/533380006", EntityType.PASSPORT, "533380006"),
        ("ibanGB29NWBK60161331926819", EntityType.IBAN, "GB29NWBK60161331926819"),
        ("sort_20-00-00", EntityType.BANK_ACCOUNT, "20-00-00"),
        ("dob03/11/1986", EntityType.BIRTH_DATE, "03/11/1986"),
        ("Email-jane@example.org", EntityType.EMAIL, "jane@example.org"),
        ("insta-@jane.makes", EntityType.HANDLE, "@jane.makes"),
    ],
)
def test_codes_are_read_beside_a_word(text: str, kind: EntityType, value: str) -> None:
    assert _found(text, kind) == [value]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("part-BD23 9ZT", EntityType.POSTCODE),
        ("QZX-BD23 9ZT", EntityType.POSTCODE),
        ("sku/AB12CDE", EntityType.VEHICLE_REGISTRATION),
        ("token_QQ123456C", EntityType.NINO),
        ("order-4111111111111111", EntityType.CARD),
    ],
)
def test_codes_of_things_are_left_alone(text: str, kind: EntityType) -> None:
    assert _found(text, kind) == []


@pytest.mark.parametrize(
    "text",
    [
        "logo@2x.png",
        "git@example.org:a/b.git",
        "ssh://bea@example.org/a",
        "ssh bea@example.org",
        "pkg@1.2.3",
        "a@b.js",
    ],
)
def test_files_packages_and_logins_are_no_mailboxes(text: str) -> None:
    assert _found(text, EntityType.EMAIL) == []
    at = text.index("@")
    host = text[at + 1 :].split(":")[0].split("/")[0]
    local = text[:at].rsplit("/", 1)[-1].rsplit(" ", 1)[-1]
    assert is_no_mailbox(text, local, at + 1, at + 1 + len(host))


def test_labels_run_together_are_still_labels() -> None:
    assert announces_own(EntityType.PHONE, "mymobile")
    assert not announces_own(EntityType.PHONE, "ordernumber")
    assert announces_other("orderno")


@pytest.mark.parametrize("word", ["teacher", "teachers", "sleeping", "loved", "worries", "quickly"])
def test_everyday_words_are_known_in_every_form(word: str) -> None:
    assert is_everyday(word)


def _names(text: str, announced: Announced) -> list[str]:
    folded = fold(text)
    return [text[start:end] for start, end in names_listed(folded.text, folded.lower, 0, announced)]


@pytest.mark.parametrize(
    ("text", "announced", "names"),
    [
        ("kester is six", Announced.ONE, ["kester"]),
        ("KESTER, 6,", Announced.ONE, ["KESTER"]),
        ("kester and orrin are off", Announced.SEVERAL, ["kester", "orrin"]),
        ("Kester & Orrin", Announced.SEVERAL, ["Kester", "Orrin"]),
        ("isla and jack had tea", Announced.SEVERAL, ["isla", "jack"]),
        ("kester", Announced.ANY, ["kester"]),
        ("coach was kind", Announced.SEVERAL, []),
        ("kester kicks", Announced.ONE, []),
        ("SLEEPS AND EATS", Announced.SEVERAL, []),
        ("Isla and Teacher", Announced.ANY, ["Isla"]),
        ("Isla, Leeds", Announced.ANY, ["Isla"]),
        ("spaniels", Announced.ANY, []),
    ],
)
def test_names_in_a_row_and_in_small_letters(text: str, announced: Announced, names: list[str]) -> None:
    assert _names(text, announced) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Isla 7 💗 Rory 4", ["Isla", "Rory"]),
        ("Kids: Kester 9, Orrin 6", ["Kester", "Orrin"]),
        ("Kids: eat free on Mondays", []),
        ("Isla 7, Rory 4, what a lot of goals", []),
        ("Luke 2, Mark 4 and other verses: one verse a day", []),
    ],
)
def test_children_in_a_row_with_their_ages(text: str, names: list[str]) -> None:
    assert _found(text, EntityType.FAMILY_NAME) == names
