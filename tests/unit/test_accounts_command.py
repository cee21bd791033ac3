"""`privacy-check accounts`: who may be asked for, what is said of the answers, and the document."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from privacy_check.cli import main
from privacy_check.cli.accounts_ahead import begin, plain, taken_up
from privacy_check.forgotten import SiteWish
from privacy_check.ports import SiteRun
from privacy_check.serialise import schema
from scanners.sites import site_run
from tests.reading import grade
from tests.unit.sites_served import KNOWN, Served, sites_served

LIST = ("there", "absent", "yes_to_all", "to_login", "limited", "broken")


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with pytest.MonkeyPatch.context() as patch, sites_served() as sites:
        patch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")
        yield sites


@pytest.fixture
def listed(served: Served, tmp_path: Path) -> Path:
    served.asked.clear()
    return served.file(tmp_path, *LIST, rows=[served.site("there", name="late", cat="dating")])


def accounts(*arguments: str | Path) -> int:
    return main(["accounts", *map(str, arguments)])


def test_the_document_has_one_entry_for_each_site_and_every_request(
    listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (listed.read_bytes(), listed.stat().st_mtime_ns)
    assert accounts(KNOWN, "--mine", "--sites", listed, "--json") == 0
    out, err = capsys.readouterr()
    document = json.loads(out)
    jsonschema.validate(document, schema())
    outcomes = {part["platform"]: part["outcome"] for part in document["accounts"]}
    assert outcomes == {
        "there": "VISIBLE",
        "absent": "NOT_FOUND",
        "yes_to_all": "ERROR",
        "to_login": "LOGIN_WALL",
        "limited": "RATE_LIMITED",
        "broken": "ERROR",
    }
    assert all(part["evidence"] and part["handle"] == KNOWN for part in document["accounts"])
    assert len(document["requests"]) == 2 * len(LIST)  # a made-up name for each, too
    assert document["sites"]["licence"].startswith("CC BY-SA 4.0")
    assert document["sites"]["left_alone"] == {"dating": 1}
    assert "CC BY-SA 4.0" in err
    assert "6 sites" in err
    assert (listed.read_bytes(), listed.stat().st_mtime_ns) == before


def test_found_comes_first_and_what_could_not_be_seen_never_reads_as_nothing(
    listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert accounts(KNOWN, "--mine", "--sites", listed) == 0
    out = capsys.readouterr().out
    order = [
        "is it yours?",
        "there: rowan.mapleby",
        "nobody has that name",
        "4 sites could not be seen",
        "--also dating",
    ]
    assert [out.index(words) for words in order] == sorted(out.index(words) for words in order)
    assert "That does not mean there is no account" in out
    assert "made-up name" in out
    assert "asked too often" in out
    assert not any(words in out for words in ("no other accounts", "all clear", "safe"))


def test_nothing_seen_ends_with_three_and_says_so(
    served: Served, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = served.file(tmp_path, "broken", "to_login")
    assert accounts(KNOWN, "--mine", "--sites", path) == 3
    out = capsys.readouterr().out
    assert "2 sites could not be seen" in out
    assert "No account" not in out


def test_only_what_could_not_be_seen_is_asked_again(
    served: Served, listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accounts(KNOWN, "--mine", "--sites", listed, "--json")
    earlier = tmp_path / "earlier.json"
    earlier.write_text(capsys.readouterr().out, "utf-8")
    served.asked.clear()
    assert accounts("--again", earlier, "--mine", "--sites", listed, "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert {path.split("/")[1] for path in served.asked} == {"yes_to_all", "to_login", "limited", "broken"}
    assert {part["platform"] for part in document["accounts"] if part["seen_on"]} == {"there", "absent"}
    assert len(document["accounts"]) == len(LIST)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "No handle"),
        (("rowan@example.org", "--mine"), "not a handle"),
        (("Rowan Mapleby", "--mine"), "not a handle"),
        (("07700900123", "--mine"), "phone number"),
        (("https://example.org/rowan", "--mine"), "not a handle"),
        (("../../etc", "--mine"), "not a handle"),
        (("...", "--mine"), "not a handle"),
        (("a" * 65, "--mine"), "not a handle"),
        (("a\nb", "--mine"), "not a handle"),
        (("a1", "a2", "a3", "a4", "a5", "a6", "--mine"), "At most 5"),
        (("rowan", "--mine", "--also", "gossip"), "no kind of site"),
    ],
)
def test_only_own_handles_are_asked_for(
    served: Served, listed: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    assert accounts(*arguments, "--sites", listed) == 2
    out, err = capsys.readouterr()
    assert words in err
    assert not out
    assert served.asked == []


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("said", "code", "told"), [("n\n", 2, "Only your own"), ("y\n", 0, "yours")])
def test_at_a_terminal_the_person_is_asked_whether_the_names_are_theirs(
    served: Served,
    listed: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    said: str,
    code: int,
    told: str,
) -> None:
    monkeypatch.setattr("sys.stdin", _Terminal(said))
    assert accounts(KNOWN, "--sites", listed) == code
    assert told in capsys.readouterr().err
    assert bool(served.asked) is (code == 0)


def test_where_nobody_can_be_asked_naming_them_is_the_statement_and_is_said_back(
    listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert accounts(KNOWN, "--sites", listed) == 0
    assert f"You say that these are: {KNOWN}." in capsys.readouterr().err


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"sites": []}',
        b'{"sites": [1, null]}',
        b'{"sites": {"a": 1}}',
        b"\xff\xfe\x00",
        b"[" * 99999,
    ],
)
def test_a_file_that_is_no_list_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    path = tmp_path / "list.json"
    path.write_bytes(content)
    for option in ("--sites", "--again"):
        assert accounts(KNOWN, "--mine", option, path) == 2
        assert str(path) in capsys.readouterr().err
    assert accounts(KNOWN, "--mine", "--sites", tmp_path / "none.json") == 2
    assert accounts(KNOWN, "--mine", "--sites", tmp_path) == 2


def test_entries_of_a_list_that_cannot_be_read_are_counted(
    served: Served, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows: list[Any] = [served.site("there"), {"name": "no address"}, {"name": 5}, None, "words"]
    assert accounts(KNOWN, "--sites", served.file(tmp_path, rows=rows), "--json") == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["sites"]["unread"] == 4
    assert "4 entries of the list could not be read" in err


def test_hostile_names_of_a_list_reach_no_terminal(
    served: Served, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [served.site("there", name="\x1b[31mred\x07\u202e", e_string="Profile of")]
    assert accounts(KNOWN, "--mine", "--sites", served.file(tmp_path, rows=rows)) == 0
    out, err = capsys.readouterr()
    assert not any(letter in out + err for letter in "\x1b\x07\u202e")


def test_hints_of_own_files_stand_beside_and_letters_are_drafts(
    listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logins = tmp_path / "logins.csv"
    logins.write_text("name,url,username,password\nx,https://www.example.org/login,rowan,secret\n", "utf-8")
    letters = tmp_path / "letters"
    assert accounts(KNOWN, "--mine", "--sites", listed, "--hints", logins, "--letters", letters) == 0
    out = capsys.readouterr().out
    assert "example.org" in out
    assert "secret" not in out
    written = list(letters.rglob("letter.txt"))
    assert len(written) == 1
    assert KNOWN in written[0].read_text("utf-8")
    assert "Nothing was sent" in out


def test_invented_people_have_forgotten_accounts_to_practise_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")
    assert accounts("--persona", "carol", "--json") == 0
    written = json.loads(capsys.readouterr().out)
    outcomes = {(row["platform"], row["handle"]): row["outcome"] for row in written["accounts"]}
    assert outcomes["swapsies", "carol_ashworth"] == outcomes["chirrup", "carol_ashworth"] == "VISIBLE"
    assert outcomes["loopa", "carol_ashworth"] == "CHALLENGE"
    assert outcomes["questline", "carol_ashworth"] == "NOT_FOUND"
    assert all(row["site"]["delete_how"] for row in written["accounts"] if row["outcome"] == "VISIBLE")
    assert all(".localhost" in request["url"] for request in written["requests"])


def test_a_list_of_real_sites_is_not_asked_for_somebody_invented(
    listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert accounts("--persona", "carol", "--sites", listed) == 2
    assert "pretend sites only" in capsys.readouterr().err


def test_the_words_are_plain() -> None:
    from privacy_check import sentences
    from scanners.sites.own_list import own_sites

    said = [text for name, text in sentences.everything().items() if name.startswith("accounts.")]
    texts = [text if isinstance(text, str) else text["other"] for text in said]
    texts += [text for site in own_sites() for text in (site.facts.worth, site.facts.delete_how) if text]
    long = [text for text in texts if len(text.split()) > 8]
    assert sum(grade(text) for text in long) / len(long) <= 7


@pytest.mark.parametrize(
    ("words", "is_plain"),
    [
        (("accounts", "rowan", "--mine"), True),
        (("accounts", "rowan", "mapleby", "--mine", "--sites", "list.json", "--json", "-q"), True),
        (("accounts", "rowan"), True),
        (("accounts", "--mine"), False),
        (("accounts", "rowan", "--mine", "--also", "dating"), False),
        (("accounts", "rowan", "--mine", "--sites=list.json"), False),
        (("accounts", "rowan", "--mine", "--sites"), False),
        (("accounts", "rowan@example.org", "--mine"), False),
        (("check", "rowan", "--mine"), False),
    ],
)
def test_only_the_plainest_form_is_begun_ahead(words: tuple[str, ...], is_plain: bool) -> None:
    assert (plain(words) is not None) is is_plain


def test_a_run_that_began_ahead_is_taken_up_once_and_tells_the_same(listed: Path, served: Served) -> None:
    async def told(run: SiteRun) -> set[tuple[str, str]]:
        return {(answer.account.platform, answer.outcome) async for answer in run.events()}

    begin(("accounts", KNOWN, "--mine", "--sites", str(listed)))
    wish = SiteWish((KNOWN,), listed)
    run = taken_up(wish)
    assert run is not None
    assert taken_up(wish) is None
    assert asyncio.run(told(run)) == asyncio.run(told(site_run(wish)))
    assert run.total == len(LIST)


def test_a_run_begins_ahead_with_the_standard_input_closed(listed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    begin(("accounts", KNOWN, "--sites", str(listed)))
    assert taken_up(SiteWish((KNOWN,), listed)) is not None
