"""Packs of invented people: what is taken, and a sentence for everything that is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from privacy_check.cli import main
from privacy_check.errors import UnreadableInput
from scanners.demo.packs import EXAMPLE, MOST_BYTES, load_pack, read_pack
from scanners.demo.persona import PERSONAS

GOOD = EXAMPLE.text().decode()


def put(folder: Path, *changes: tuple[str, str], name: str = "sam.toml") -> Path:
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def sentences(folder: Path) -> str:
    return "\n".join(item.sentence for item in read_pack(folder).refusals)


def test_the_example_is_taken_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "pack"
    assert main(["persona", "new", str(folder)]) == 0
    assert main(["persona", "check", str(folder)]) == 0
    assert "1 person" in capsys.readouterr().out
    assert load_pack(folder)[0].name == "Sam Everdale"
    assert main(["persona", "new", str(folder)]) == 2, "nobody's work is written over"


def test_the_people_of_the_program_pass_the_same_check() -> None:
    pack = read_pack(PERSONAS)
    assert pack.refusals == ()
    assert len(pack.people) >= 17


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("07700 900321", "07911 123456", "07911 123456"),
        ("07700 900321", "+44 7911 123456", "+44 7911 123456"),
        ("Won the raffle", "Ring 020 7123 4567. Won the raffle", "020 7123 4567"),
        ("Won the raffle", "Ring +1 415 555 2671. Won the raffle", "415 555 2671"),
        ("sam.everdale@example.org", "sam@gmail.com", "gmail.com"),
        ("Won the raffle", "See https://badgers.co.uk/x. Won the raffle", "badgers.co.uk"),
        ("Won the raffle", "See bit.ly/x. Won the raffle", "bit.ly"),
        ("LS98 4QT", "LS1 3AB", "LS1 3AB"),
        ("Won the raffle", "We live at SW1A 2AA. Won the raffle", "SW1A 2AA"),
        ("Won the raffle", "Party at 10 Downing Street! Won the raffle", "10 Downing Street"),
        ("9 Finch Row, Otley, LS98 4QT", "9 Finch Row, Otley", "9 Finch Row"),
        ('name = "Sam Everdale"\nrole', 'name = "Keir Starmer"\nrole', "Keir Starmer"),
        ('employers = ["Wharfeside Youth Service"]', 'employers = ["Leeds City Council"]', "Leeds City Council"),
        ('name = "Sam Everdale"\nrole', 'name = "<b>Sam</b>"\nrole', "<b>Sam</b>"),
        ("Won the raffle", "My NI number is AB 12 34 56 C. Won the raffle", "National Insurance"),
        ("Won the raffle", "Card 4111 1111 1111 1111. Won the raffle", "card number"),
        ('platform = "strider"', 'platform = "facebook"', "facebook"),
        ('handle = "sam-everdale"', 'handle = "../../x"', "../../x"),
        ('id = "sam"', 'id = "../sam"', "../sam"),
        ("Table tennis", "\\u202eTable tennis", "cannot be seen"),
        ('motif = "badger"', 'motif = "a real face"', "a real face"),
        ('names = ["Sam Everdale"]', "names = 3", "names"),
        ("safer_way = false", "safer_way = false\nshoe_size = 9", "shoe_size"),
    ],
)
def test_what_could_be_real_or_does_not_fit_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in sentences(put(tmp_path, (old, new)))


@pytest.mark.parametrize(
    "number", ["07700 900000", "01632 960999", "0113 496 0123", "+44 7700 900321", "020 7946 0018"]
)
def test_numbers_kept_for_drama_are_taken(tmp_path: Path, number: str) -> None:
    assert sentences(put(tmp_path, ("07700 900321", number))) == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"id = [", "no TOML"),
        (b"\xff\xfe\x00", "no text"),
        (b"a = " + b"[" * 6000 + b"]" * 6000, "nested"),
        (b"#" * (MOST_BYTES + 1), "larger"),
        (b"", "missing"),
    ],
)
def test_files_that_are_no_person_are_told_apart(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "x.toml").write_bytes(content)
    assert said in sentences(tmp_path)


def test_links_that_lead_out_or_round_and_things_that_are_no_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.toml"
    secret.write_text(GOOD, encoding="utf-8")
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "out.toml").symlink_to(secret)
    (pack / "loop.toml").symlink_to(pack / "loop.toml")
    (pack / "folder.toml").mkdir()
    os.mkfifo(pack / "pipe.toml")
    read = read_pack(pack)
    assert read.people == ()
    assert {item.file for item in read.refusals} == {"out.toml", "loop.toml", "folder.toml", "pipe.toml"}


def test_the_same_account_twice_is_refused(tmp_path: Path) -> None:
    put(tmp_path)
    put(tmp_path, ('id = "sam"', 'id = "kim"'), name="kim.toml")
    assert "twice" in sentences(tmp_path)


def test_the_commands_end_with_2_and_a_session_takes_no_such_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, ("07700 900321", "07911 123456"))
    assert main(["persona", "check", str(tmp_path)]) == 2
    assert "sam.toml: “07911 123456”" in capsys.readouterr().out
    assert main(["train", "--pack", str(tmp_path), "--export", str(tmp_path / "out")]) == 2
    assert "07911 123456" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    for folder in (tmp_path / "nowhere", tmp_path / "sam.toml"):
        assert main(["persona", "check", str(folder)]) == 2
    with pytest.raises(UnreadableInput):
        load_pack(tmp_path)
