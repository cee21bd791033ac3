"""Employer packs: one TOML, read with sentences for what is wrong, and with nothing raw let through."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from privacy_check import employer_pack, employer_pack_file
from privacy_check.assessment import own_paths
from privacy_check.employer_pack import Role
from privacy_check.errors import UnreadableInput
from privacy_check.helplines import helplines
from tests.tui.test_hostile import EVIL, FORBIDDEN

GOOD = """format = 1
name = "Aire Valley Trust"
nation = "wales"

[employer]
names = ["Aire Valley Trust", "AVT"]
called = "the trust"

[records]
system = "Casebook"
entry = "a line in Casebook"

[consent]
age = 14

[[contact]]
role = "manager"
called = "your team manager"
how = "01632 960123"

[[policy]]
about = "messages"
title = "Texting well"
url = "https://intranet.example.org/texting"
checked_on = 2026-11-02
"""


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "pack.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_pack_gives_its_own_words_and_generic_ones_for_what_it_leaves_out(tmp_path: Path) -> None:
    pack = employer_pack.load(written(tmp_path, GOOD))
    assert pack.gaps()["system"] == "Casebook"
    assert pack.gaps()["age"] == "from about 14"
    assert pack.gaps()["sign_off"] == employer_pack.shipped("generic").sign_off
    assert pack.contact(Role.MANAGER).sentence == "your team manager: 01632 960123"
    assert pack.contact("union") == employer_pack.shipped("generic").contact("union")
    policy = pack.policy("messages")
    assert policy is not None
    assert policy.url == "https://intranet.example.org/texting"
    assert pack.policy("pictures") is None


def test_the_generic_pack_is_in_use_until_another_is_taken(tmp_path: Path) -> None:
    assert employer_pack.current().id == "generic"
    employer_pack.use(employer_pack.load(written(tmp_path, GOOD)))
    assert employer_pack.current().employer == "the trust"
    employer_pack.use(None)
    assert employer_pack.current().id == "generic"


@pytest.mark.parametrize("pack", employer_pack.all_shipped(), ids=lambda pack: pack.id)
def test_a_shipped_pack_names_everybody_to_ask_and_a_union_beside_the_manager(
    pack: employer_pack.EmployerPack,
) -> None:
    assert {contact.role for contact in pack.contacts} == set(Role)
    assert all(pack.gaps().values())
    for about in ("child", "colleague", "self", "post"):
        assert pack.first(about)
    assert Role.UNION in {contact.role for contact in pack.first("post")}
    assert pack.first("self")[0].role is Role.UNION
    assert all(policy.checked_on for policy in pack.policies)


def test_the_generic_pack_asserts_no_consent_age_and_names_no_system() -> None:
    pack = employer_pack.shipped("generic")
    assert pack.consent_age is None
    assert pack.employer_names == ()
    assert pack.policies == ()


def test_names_of_one_employers_systems_stand_in_its_pack_alone() -> None:
    leeds = employer_pack.shipped("leeds")
    names = {leeds.system, "Activity Decision", "CSWS", *leeds.employer_names}
    root = Path(str(files("privacy_check"))).parent
    for folder in ("privacy_check", "tui", "reports"):
        for path in (root / folder).rglob("*"):
            if path.suffix in {".py", ".toml", ".html", ".md", ".txt"} and path.name != "leeds.toml":
                text = path.read_text(encoding="utf-8")
                found = {name for name in names if name in text}
                allowed = {"Leeds City Council"} if "data" in path.parts and path.suffix == ".txt" else set()
                assert found <= allowed, path


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("format = 1\nname = ", ["line 2"]),
        (GOOD.replace('"wales"', '"mars"'), ["nation", "line 3", "england"]),
        (GOOD.replace("age = 14", "age = 40"), ["consent.age", "line 14", "5 to 18"]),
        (GOOD.replace("age = 14", 'age = "14"'), ["consent.age", "line 14"]),
        (GOOD.replace("system =", "systm ="), ["records.systm", "line 10", "system, entry"]),
        (GOOD.replace('"manager"', '"boss"'), ["contact.role", "line 17", "manager, dsl"]),
        (GOOD.replace("https://intranet.example.org/texting", "javascript:alert(1)"), ["policy.url", "line 24"]),
        (GOOD.replace('name = "Aire Valley Trust"\n', ""), ["lacks the part name"]),
        (GOOD.replace("format = 1", "format = 9"), ["format", "line 1"]),
        (GOOD.replace("01632 960123", "javascript:alert(1)"), ["contact.how", "line 19", "mailto:"]),
        (GOOD.replace("01632 960123", "Ask here: JavaScript : alert(1)"), ["contact.how"]),
        (GOOD.replace("01632 960123", "http://example.org/ask"), ["contact.how"]),
        (GOOD.replace("01632 960123", "data:text/html,x"), ["contact.how"]),
        (b"\xff\xfe\x00n", ["not plain text"]),
        ("x = " + "[" * 5000, ["pack.toml cannot be read"]),
        (b"#" * 200_000, ["too large"]),
    ],
)
def test_a_bad_pack_is_one_sentence_naming_where_and_a_next_step(
    text: str | bytes, words: list[str], tmp_path: Path
) -> None:
    with pytest.raises(UnreadableInput) as caught:
        employer_pack.load(written(tmp_path, text))
    said = str(caught.value)
    assert all(word in said for word in words), said
    assert caught.value.hint
    assert "\n" not in said
    assert len(said) < 400


@pytest.mark.parametrize(
    "how",
    [
        "01632 960123",
        "Phone: 01632 960123, 9:00 to 17:00",
        "mailto:lado@example.org",
        "tel:+441632960123",
        "https://example.org:8443/ask?at=12:30",
    ],
)
def test_a_number_an_address_or_a_safe_link_says_how_to_reach_somebody(how: str, tmp_path: Path) -> None:
    pack = employer_pack.load(written(tmp_path, GOOD.replace("01632 960123", how)))
    assert pack.contact("manager").how == how


def test_what_is_wrong_is_never_repeated_back(tmp_path: Path) -> None:
    for text in (GOOD.replace('"wales"', '"secret-word"'), GOOD.replace("age = 14", 'age = "secret-word"')):
        with pytest.raises(UnreadableInput) as caught:
            employer_pack.load(written(tmp_path, text))
        assert "secret-word" not in str(caught.value)


@given(words=st.text(max_size=200) | st.just(EVIL))
def test_hostile_words_of_a_pack_come_out_as_one_clean_line(words: str) -> None:
    escaped = "".join(f"\\U{ord(letter):08x}" for letter in words if not 0xD800 <= ord(letter) < 0xE000)
    contact = f'[{{role = "hr", called = "{escaped}"}}]'
    text = f'format = 1\nname = "x"\nrecords.system = "{escaped}"\ncontact = {contact}\n'
    try:
        pack = employer_pack.read(text.encode(), "pack.toml", "own")
    except UnreadableInput:
        event("refused")
        return
    for shown in (pack.system, pack.contact("hr").sentence):
        assert not FORBIDDEN & set(shown)
        assert 0 < len(shown) <= employer_pack_file.LONGEST


def test_the_lines_of_the_employers_nation_come_first_and_none_is_lost() -> None:
    """Somebody who works in Scotland is first told of the lines there, on the card and in the report alike."""
    everyone = helplines()
    employer_pack.use(employer_pack.read(GOOD.replace("wales", "scotland").encode(), "ours.toml", "ours"))
    try:
        there = helplines()
        watched = own_paths.contacts(own_paths.OwnPath.WATCHED)
    finally:
        employer_pack.use(None)
    assert set(there) == set(everyone)
    assert [item.need for item in there] == [item.need for item in everyone]
    for need in {item.need for item in there}:
        first = next(item for item in there if item.need == need)
        assert "Scotland" in first.nations or not any(
            "Scotland" in item.nations for item in there if item.need == need
        )
    assert next(item.nations for item in watched if "former partner" in item.need) == ("Scotland",)
