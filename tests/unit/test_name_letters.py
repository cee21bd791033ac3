"""Names with accents and the handles people make of them."""

from __future__ import annotations

import unicodedata

import pytest

from privacy_check.text.name_letters import letters, plain, same_spelling, spellings


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("Käthe Größl", "kaethegroessl"), ("Käthe Größl", "kathe.grossl"), ("Åse Jønsson", "asejoensson"),
        ("Åse Jønsson", "aase-jonsson"), ("Łucja Żółtek", "lucjazoltek"), ("Þorbjörg Æsa", "thorbjorgaesa"),
        ("Đorđe Čolić", "djordjecolic"), ("Đorđe Čolić", "dordecolic"), ("Íñigo Muñoz", "inigo_munoz"),
        ("Gwŷn ap Siôn", "gwynapsion"), ("Muireann Ní Éalaí", "muireannniealai"), ("Noël Citroën", "noelcitroen"),
        ("O'Malley-Óg", "omalleyog"), ("Ștefan Țurcanu", "stefanturcanu"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_found_in_its_handle(name: str, handle: str, form: str) -> None:
    given = unicodedata.normalize(form, name)  # type: ignore[arg-type]
    assert same_spelling(given, handle)


def test_other_names_stay_apart() -> None:
    assert not same_spelling("Manuel Baum", "manulbaum")
    assert not same_spelling("Käthe Größl", "kathegross")
    assert not same_spelling("", "")
    assert not same_spelling("🙂", "🙂")


def test_a_name_of_many_such_letters_has_few_spellings() -> None:
    assert len(spellings("äöüøåðđ" * 50)) <= 16


def test_plain_letters() -> None:
    assert plain("Straße ŁÓDŹ") == "strasse lodz"
    assert letters("D’Ærø, 2") == "daero2"
