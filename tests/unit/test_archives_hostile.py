"""Archives that are damaged, locked, strange or made to do harm: a sentence, no traceback, nothing left."""

from __future__ import annotations

import io
import json
import random
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest

from privacy_check.cli import main
from privacy_check.errors import NothingSeen, PrivacyCheckError, UnreadableInput
from scanners.archives import bounds, read
from scanners.archives.pictures import read_pictures
from tests.unit import photo_files
from tests.unit.archives_made import everything, facts, joined, made, one, unpacked, ytd
from tests.unit.test_archives_facebook import ERAS
from tests.unit.test_archives_instagram import labelled
from tests.unit.test_archives_others import LINKEDIN, tiktok
from tests.unit.test_archives_x import modern

GOOD = modern()


def with_entry(folder: Path, name: str, body: bytes | str, attributes: int = 0) -> Path:
    """A good archive with one more entry."""
    path = made(folder, GOOD)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = attributes
        archive.writestr(info, body)
    return path


def good(path: Path, sentence: str = "") -> None:
    """The rest was read, and what was left out is said."""
    view = one(path)
    assert view.account.handle == "zoemaple"
    assert facts(view, "email") == ["zoe@example.org"]
    assert sentence in " ".join(view.warnings), view.warnings
    if sentence:
        assert view.partly_read


@pytest.mark.parametrize(
    "name", ["../../etc/data/account.js", "/data/account.js", "C:\\data\\account.js", "data/../../x.js"]
)
def test_names_that_lead_outside_are_left_out(tmp_path: Path, name: str) -> None:
    other = ytd("account", [{"account": {"email": "evil@example.org", "username": "evil"}}])
    before = sorted(tmp_path.parent.rglob("*"))
    path = with_entry(tmp_path, name, other)
    good(path, "point outside")
    assert [file for file in sorted(tmp_path.parent.rglob("*")) if file != path] == before


def test_a_link_in_a_zip_is_left_out(tmp_path: Path) -> None:
    good(with_entry(tmp_path, "data/profile2.js", "/etc/passwd", (stat.S_IFLNK | 0o777) << 16), "only links")


def test_a_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.js"
    secret.write_text(ytd("account", [{"account": {"email": "secret@example.org"}}]))
    folder = unpacked(tmp_path, GOOD)
    (folder / "data" / "email-address-change.js").symlink_to(secret)
    good(folder, "only links")
    assert "secret@" not in everything(one(folder))


def test_an_entry_made_to_burst_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scanners.archives.zips.RATIO_FROM", 1 << 16)
    good(with_entry(tmp_path, "data/tweets-part1.js", b"\0" * (1 << 20)), "grow too much")


def test_a_zip_whose_entries_overlap_is_refused(tmp_path: Path) -> None:
    raw = bytearray(made(tmp_path, {f"data/{n}.js": "x" * 500 for n in range(5)}).read_bytes())
    at, first = 0, None
    while (at := raw.find(b"PK\x01\x02", at)) >= 0:
        offset = raw[at + 42 : at + 46]
        first = first or offset
        raw[at + 42 : at + 46] = first
        at += 4
    path = tmp_path / "overlap.zip"
    path.write_bytes(raw)
    with pytest.raises(UnreadableInput, match="built to burst"):
        read([path])


def test_a_locked_zip_says_what_to_do(tmp_path: Path) -> None:
    raw = bytearray(made(tmp_path, GOOD).read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = 0
        while (at := raw.find(mark, at)) >= 0:
            raw[at + flags] |= 1
            at += 4
    path = tmp_path / "locked.zip"
    path.write_bytes(raw)
    with pytest.raises(UnreadableInput, match="locked with a password"):
        read([path])


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.95])
def test_a_download_that_stopped_is_refused(tmp_path: Path, kept: float) -> None:
    raw = made(tmp_path, GOOD).read_bytes()
    path = tmp_path / "half.zip"
    path.write_bytes(raw[: int(len(raw) * kept)])
    with pytest.raises(UnreadableInput, match="damaged"):
        read([path])


def test_damaged_bytes_of_one_file_leave_the_others(tmp_path: Path) -> None:
    path = made(
        tmp_path,
        {**GOOD, "data/zzz/note-tweet.js": ytd("note_tweet", [{"noteTweet": {"core": {"text": "x" * 999}}}])},
    )
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("data/zzz/note-tweet.js")
    raw = bytearray(path.read_bytes())
    start = info.header_offset + 30 + len(info.filename)
    raw[start : start + info.compress_size] = b"\xff" * info.compress_size
    path.write_bytes(raw)
    good(path, "note-tweet.js is damaged")


@pytest.mark.parametrize(
    "body", ["", "{", "[1, 2", "null", '"x"', "nonsense", "[" * 100_000, "\0\0\0", b"\xff\xfe\x00"]
)
def test_broken_json_leaves_the_other_files(tmp_path: Path, body: str | bytes) -> None:
    good(made(tmp_path, {**GOOD, "data/note-tweet.js": body, "data/ageinfo.js": GOOD["data/ageinfo.js"]}))


def test_the_same_name_twice_is_said(tmp_path: Path) -> None:
    path = with_entry(tmp_path, "data/verified.js", ytd("verified", []))
    with pytest.warns(UserWarning, match="Duplicate name"):
        _again(path)
    good(path, "twice")


def _again(path: Path) -> Path:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("data/verified.js", ytd("verified", []))
    return path


def test_a_zip_inside_a_zip_is_looked_into_once(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        for name, body in GOOD.items():
            archive.writestr(name, body)
        archive.writestr("deeper.zip", b"PK")
    good(made(tmp_path, {"part.zip": inner.getvalue()}), "zip inside a zip")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "empty"),
        (b"7z\xbc\xaf\x27\x1c1234", "packed"),
        (b"\x89PNG\0\0\0\0", "no"),
        (b"just words", "not an archive"),
    ],
)
def test_what_is_no_archive_is_refused_with_the_next_step(tmp_path: Path, body: bytes, words: str) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(body)
    with pytest.raises(PrivacyCheckError) as refused:
        read([path])
    assert words in refused.value.message
    assert refused.value.hint


def test_a_missing_file_and_an_empty_zip_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="not there"):
        read([tmp_path / "none.zip"])
    with pytest.raises(UnreadableInput, match="not an archive"):
        read([made(tmp_path, {})])


def test_an_archive_in_which_nothing_can_be_read_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NothingSeen):
        read(
            [
                made(
                    tmp_path,
                    {
                        "data/account.js": "window.YTD.account.part0 = [",
                        "data/tweets.js": "window.YTD.tweets.part0 = [",
                    },
                )
            ]
        )


def test_too_many_entries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scanners.archives.zips.MOST_ENTRIES", 5)
    with pytest.raises(UnreadableInput, match="more than"):
        read([made(tmp_path, GOOD)])


def test_no_escape_of_an_archive_reaches_a_value(tmp_path: Path) -> None:
    members = {
        **GOOD,
        "data/profile.js": ytd("profile", [{"profile": {"description": {"bio": "a\x1b[31mb\u202ec\x07"}}}]),
    }
    assert facts(one(made(tmp_path, members)), "bio") == ["abc"]


def test_large_files_are_read_item_by_item_to_the_same_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for members in (GOOD, ERAS["2024"], ERAS["2019"], labelled("fr"), {"user_data.json": tiktok(False)}):
        path = made(tmp_path, members)
        whole = one(path)
        with monkeypatch.context() as patch:
            patch.setattr("scanners.archives.records.WHOLE", 0)
            patch.setattr("scanners.archives.bounds.BLOCK", 64)
            streamed = one(path)
        assert set(streamed.groups) == set(whole.groups)
        assert {post.text for post in streamed.posts} == {post.text for post in whole.posts}


STRANGE: tuple[Any, ...] = (
    None,
    0,
    -1.5,
    True,
    "",
    "x",
    [],
    {},
    [None],
    {"x": {"y": []}},
    [[["a"]]],
    {"name": 3},
    10**30,
    "\ud800",
)


def shaken(value: Any, dice: random.Random) -> Any:
    """The same value with some members replaced by what nobody would expect there."""
    if dice.random() < 0.08:
        return dice.choice(STRANGE)
    if isinstance(value, list):
        return [shaken(one, dice) for one in value]
    if isinstance(value, dict):
        return {key: shaken(one, dice) for key, one in value.items()}
    return value


def _loosened(body: Any) -> tuple[str, Any]:
    if isinstance(body, str) and " = " in body[:60]:
        before, _, rest = body.partition(" = ")
        return f"{before} = ", json.loads(rest)
    return "", body


@pytest.mark.parametrize("seed", range(60))
def test_no_shape_of_a_value_is_a_traceback(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    kinds = [
        GOOD,
        ERAS["2024"],
        ERAS["2019"],
        labelled("it", "personal_information/"),
        {"user_data.json": tiktok(True)},
    ]
    members = {}
    for name, body in kinds[seed % len(kinds)].items():
        before, value = _loosened(body)
        value = shaken(value, dice)
        members[name] = f"{before}{json.dumps(value)}"
    try:
        views = read([made(tmp_path, members)])
    except PrivacyCheckError:
        return
    assert all("None" not in joined(view) for view in views)


@pytest.mark.parametrize("seed", range(10))
def test_no_shape_of_a_table_is_a_traceback(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    members = {}
    for name, body in LINKEDIN.items():
        letters = list(body)
        for _ in range(len(letters) // 20):
            letters[dice.randrange(len(letters))] = dice.choice(['"', ",", "\n", "\0", "é", ""])
        members[name] = "".join(letters)
    try:
        read([made(tmp_path, members)])
    except PrivacyCheckError:
        return


def test_bounds_are_those_that_are_written_down() -> None:
    assert bounds.WHOLE <= 16 << 20
    assert bounds.LARGEST_ITEM <= 16 << 20


def test_of_more_posts_than_can_be_looked_through_the_newest_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scanners.archives.gather.MOST_POSTS", 10)
    years = [*range(2000, 2020), *range(1970, 2000)]
    posts = [
        {"tweet": {"id_str": str(n), "full_text": f"post {n}", "created_at": f"{n}-01-02 03:04:05"}} for n in years
    ]
    view = one(made(tmp_path, {**GOOD, "data/tweets.js": ytd("tweets", posts)}))
    assert {post.text for post in view.posts} == {f"post {n}" for n in range(2010, 2020)}
    assert "Only your newest 10 posts were looked through. Older ones may show more." in view.warnings
    assert view.partly_read


def test_pictures_are_looked_into_only_when_asked_and_never_those_of_private_talks(tmp_path: Path) -> None:
    garden = photo_files.jpeg(exif=photo_files.exif())
    path = made(
        tmp_path,
        {
            "personal_information/profile_information/profile_information.json": {"profile_v2": {"username": "z"}},
            "your_facebook_activity/posts/media/1.jpg": garden,
            "your_facebook_activity/posts/media/2.JPG": garden,
            "your_facebook_activity/posts/media/3.png": b"\x89PNG broken",
            "your_facebook_activity/messages/inbox/a/photos/4.jpg": garden,
        },
    )
    result = read_pictures([path])
    [place] = [item for item in result.findings if item.rule_id == "LOC-03"]
    assert "Marsden" in place.value.reveal()
    assert "2 pictures" in place.value.reveal()
    assert result.count == 2
    assert len(result.warnings) == 1


def test_a_zip_that_is_part_of_nothing_is_called_none(tmp_path: Path) -> None:
    mine = made(tmp_path, GOOD, "archive-1.zip")
    part = made(tmp_path, {"data/tweets_media/a.txt": "x"}, "second.zip")
    holiday = made(tmp_path, {"notes.txt": "hello", "budget.csv": "a,b\n1,2\n"}, "holiday.zip")
    assert read([mine, part])
    with pytest.raises(UnreadableInput, match=r"holiday\.zip is not an archive"):
        read([mine, part, holiday])


def test_no_escape_in_a_name_reaches_a_sentence(tmp_path: Path) -> None:
    members = {**next(iter(ERAS.values())), "posts/\x1b[31mred\x1b[0m.json": "{"}
    view = one(made(tmp_path, members))
    assert view.warnings
    assert "\x1b" not in "".join(view.warnings)


def test_an_empty_name_is_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("archive", "photo", "page"):
        assert main([command, ""]) == 2
        assert "empty" in capsys.readouterr().err
