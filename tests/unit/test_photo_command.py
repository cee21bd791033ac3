"""`privacy-check photo` as a person and as a program use it."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from privacy_check.cli import main
from scanners.demo import drawings
from scanners.demo.persona import Persona, personas
from scanners.photos.read import read_photo
from tests.unit import photo_files as made

KEYS = ["path", "kind", "place", "taken", "device", "thumbnail", "also", "findings", "clean", "problem"]


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str | Path, code: int = 0) -> list[dict[str, Any]]:
    assert main(["photo", *map(str, arguments), "--json"]) == code
    document = json.loads(capsys.readouterr().out)
    assert list(document) == ["format", "photos"]
    assert document["format"] == 1
    photos: list[dict[str, Any]] = document["photos"]
    assert all(list(part) == KEYS for part in photos)
    return photos


def test_the_document_of_one_picture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "garden.jpg"
    path.write_bytes(made.jpeg())
    (part,) = as_json(capsys, path, "--clean", tmp_path / "out")
    assert part["path"] == str(path)
    assert part["place"]["name"].startswith("Marsden")
    assert part["place"]["lat"] == pytest.approx(53.6003)
    assert part["taken"] == "2026-08-30T14:05:00"
    assert part["device"] == {
        "make": "Pretend",
        "model": "Pocket Camera",
        "serial": made.SERIAL,
        "owner": made.OWNER,
    }
    assert part["thumbnail"] == "none"
    assert part["problem"] is None
    assert part["clean"] == {"path": str(tmp_path / "out" / "photo-1.jpg"), "left": []}
    assert {(item["rule_id"], item["field"]) for item in part["findings"]} >= {
        ("LOC-03", "photos"),
        ("PI-01", "photos"),
        ("HND-04", "photos"),
    }
    again = as_json(capsys, tmp_path / "out")[0]
    assert (again["place"], again["taken"], again["also"], again["findings"]) == (None, None, [], [])


def test_before_and_after_are_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "garden.jpg"
    path.write_bytes(made.jpeg())
    assert main(["photo", str(path), "--clean", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    for words in (
        "Where: Marsden",
        "Pocket Camera",
        made.OWNER,
        "nothing of this is left",
        "number plate",
        "smaller",
    ):
        assert words in said


def test_a_copy_that_is_not_clean_is_never_called_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "garden.jpg"
    path.write_bytes(made.jpeg())
    monkeypatch.setitem(__import__("scanners.photos.clean", fromlist=["x"])._STRIP, "jpeg", lambda data: data)
    monkeypatch.setattr("scanners.photos.swept.holds", lambda data, before: False)
    (part,) = as_json(capsys, path, "--clean", tmp_path / "out")
    assert any("Marsden" in text for text in part["clean"]["left"])
    assert main(["photo", str(path), "--clean", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "nothing of this is left" not in said
    assert "Do not share it" in said


def test_words_inside_are_judged_as_any_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(made.png())
    (part,) = as_json(capsys, path)
    phone = next(item for item in part["findings"] if item["rule_id"] == "PI-03")
    assert phone["value"] == "07700 900263"


@pytest.mark.parametrize(
    ("name", "also"),
    [
        ("Emma first day.jpg", "The file name may hold a name: Emma"),
        ("marsden-garden.jpg", "The file name may hold a place: marsden"),
        ("IMG_20260830_140500.jpg", "The file name holds a date"),
        ("garden.png", "The name says PNG, and the file is JPEG"),
    ],
)
def test_the_file_name_is_judged_too(
    name: str, also: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(made.jpeg(exif=b""))
    (part,) = as_json(capsys, tmp_path / name)
    assert part["also"] == [also]
    assert part["kind"] == "jpeg"


def test_a_plain_file_name_says_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("IMG_1234.jpg", "DSC00017.jpg", "beach holiday.jpg", "photo-1.jpg"):
        (tmp_path / name).write_bytes(made.jpeg(exif=b""))
    assert [(part["also"], part["findings"]) for part in as_json(capsys, tmp_path)] == [([], [])] * 4


def test_exit_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, empty, missing = tmp_path / "a.jpg", tmp_path / "b.jpg", tmp_path / "c.jpg"
    good.write_bytes(made.jpeg())
    empty.write_bytes(b"")
    assert as_json(capsys, good, empty)[1]["problem"] == "This file is empty."
    assert as_json(capsys, empty, code=2)[0]["kind"] == "unknown"
    assert [part["problem"] for part in as_json(capsys, good, missing, code=2)] == [None, "There is no such file."]
    (tmp_path / "none").mkdir()
    assert as_json(capsys, tmp_path / "none", code=3) == []
    assert main(["photo", str(good), "--fail-on", "fix_soon"]) == 1
    assert main(["photo", str(good), "--clean", str(empty)]) == 2
    assert main(["photo"]) == 2


@pytest.mark.skipif(os.name != "posix", reason="pipes and links are made differently elsewhere")
def test_a_full_disk_loses_copies_and_no_facts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(number: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for name in ("garden.jpg", "street.jpg"):
        (tmp_path / name).write_bytes(made.jpeg())
    monkeypatch.setattr("scanners.photos.clean.os.fsync", full)
    parts = as_json(capsys, tmp_path, "--clean", tmp_path / "out", code=2)
    assert [part["clean"] for part in parts] == [None, None]
    assert all("the disk is full" in part["problem"] and part["place"] for part in parts)
    assert not list((tmp_path / "out").iterdir())


def test_the_document_is_whole_also_when_it_is_stopped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(part: object) -> object:
        raise KeyboardInterrupt

    (tmp_path / "garden.jpg").write_bytes(made.jpeg())
    monkeypatch.setattr("privacy_check.cli.photo.as_part", stop)
    assert as_json(capsys, tmp_path, code=130) == []


def test_links_pipes_and_folders_that_lead_in_circles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "album"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "a.jpg").write_bytes(made.jpeg())
    (folder / "notes.txt").write_text("not a picture")
    (folder / "circle").symlink_to(folder)
    (folder / "elsewhere.jpg").symlink_to("/etc/hostname")
    os.mkfifo(folder / "pipe.jpg")
    parts = {Path(part["path"]).name: part["problem"] for part in as_json(capsys, folder)}
    assert parts == {"a.jpg": None, "elsewhere.jpg": "This is a link to another file. It was not followed."}
    assert as_json(capsys, folder / "pipe.jpg", code=2)[0]["problem"] == "This is no ordinary file."


def test_the_folder_of_copies_is_not_cleaned_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.jpg").write_bytes(made.jpeg())
    for _ in range(2):
        assert len(as_json(capsys, tmp_path, "--clean", tmp_path / "clean")) == 1
    assert sorted(path.name for path in (tmp_path / "clean").iterdir()) == ["photo-1.jpg", "photo-2.jpg"]


@pytest.mark.parametrize("person", personas(), ids=lambda person: person.id)
def test_pictures_of_the_pretend_network_tell_their_place_where_the_story_says_so(person: Persona) -> None:
    telling = set()
    for page in person.pages:
        for number, picture in enumerate(page.content.photos):
            place = read_photo(drawings.photo(picture, page.handle)).place
            if place is not None:
                assert picture.gps is not None
                assert place.latitude == pytest.approx(picture.gps[0], abs=1e-4)
                telling.add((f"{page.platform}:{page.handle}", number))
    assert telling == {(wanted.account, wanted.photo) for wanted in person.expect.photos}
