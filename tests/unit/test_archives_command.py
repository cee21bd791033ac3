"""`privacy-check archive`: the document, the posts to open, the steps to ask, and the hints of own files."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest

from privacy_check.assessment.own_posts import posts_of, views_by_account
from privacy_check.cli import main
from privacy_check.cli.archive import Telling
from privacy_check.cli.toolkit import build_toolkit
from privacy_check.errors import UnreadableInput
from privacy_check.model import Account, Lens, Ownership
from scanners.archives.asking import guide, guided
from scanners.archives.importing import importers
from scanners.archives.logins import site_of
from scanners.archives.reading import is_archive, read_one
from scanners.platforms.registry import load_platforms
from tests.reading import grade
from tests.unit.archives_made import made, ytd
from tests.unit.test_archives_facebook import ERAS
from tests.unit.test_archives_x import modern

PHONE = "07700 900123"


def tweets(*texts: str) -> dict[str, Any]:
    """An archive with these posts, numbered from 1."""
    posts = [
        {"tweet": {"id_str": str(number), "full_text": text, "created_at": "Wed Oct 10 20:19:24 +0000 2018"}}
        for number, text in enumerate(texts, 1)
    ]
    return {**modern(), "data/tweets.js": ytd("tweets", posts)}


def document(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What was printed, as JSON."""
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_document_is_the_common_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = made(tmp_path, {**ERAS["2024"]})
    assert main(["archive", str(path), "--json", "--reveal"]) == 0
    found = document(capsys)
    (account,) = found["accounts"]
    assert (account["platform"], account["handle"], account["lens"]) == ("facebook", "zoe.mapleby", "ARCHIVE")
    assert account["ownership"] == "PROVED"
    assert {group["name"] for group in account["groups"] if group["kind"].startswith("group")} == {
        "Garden Club",
        "Tenants",
    }
    assert found["requests"] == []
    assert found["hints"] == []


def test_values_are_masked_until_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = made(tmp_path, tweets(f"Ring me on {PHONE}"))
    assert main(["archive", str(path), "--json"]) == 0
    printed = capsys.readouterr().out
    for secret in (PHONE, "zoe@example.org", "medical-things", "/status/1"):
        assert secret not in printed


def test_every_post_a_finding_stands_in_can_be_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = made(tmp_path, tweets(f"Ring me on {PHONE}", "Nothing here", f"New job, same number: {PHONE}!"))
    assert main(["archive", str(path), "--json", "--reveal"]) == 0
    phones = [
        item
        for item in document(capsys)["findings"]
        if item["field"] == "posts" and item["entity_type"] == "phone"
    ]
    assert len(phones) == 1
    assert {post["url"] for post in phones[0]["posts"]} == {f"https://x.com/zoemaple/status/{n}" for n in (1, 3)}
    assert {post["at"][:10] for post in phones[0]["posts"]} == {"2018-10-10"}


def test_in_words_the_posts_are_listed_with_a_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = made(tmp_path, tweets(f"Ring me on {PHONE}"))
    assert main(["archive", str(path), "--reveal"]) == 0
    printed = capsys.readouterr().out
    assert "1 post of yours to look at again:" in printed
    assert "https://x.com/zoemaple/status/1" in printed
    assert main(["archive", str(path), "--fail-on", "good_to_know"]) == 1


def test_findings_elsewhere_name_no_post() -> None:
    assert views_by_account([]) == {}
    from tests.unit.findings import finding

    assert posts_of(finding("PI-03"), {}) == ()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([], 2, "which archive"),
        (["nowhere.zip"], 2, "is not there"),
        (["--how", "myspacebook"], 2, "no steps"),
        (["--remind", "x.ics"], 2, "goes with --how"),
    ],
)
def test_what_does_not_fit_is_said(
    arguments: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["archive", *arguments]) == code
    assert words in capsys.readouterr().err


def test_nothing_to_read_ends_with_three(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = {"data/account.js": "window.YTD.account.part0 = []", "data/tweets.js": "window.YTD.tweets.part0 = []"}
    assert main(["archive", str(made(tmp_path, empty))]) == 3
    assert "Nothing in this archive" in capsys.readouterr().err


def test_archives_of_several_services_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [made(tmp_path, ERAS["2021"], "a.zip"), made(tmp_path, modern(), "b.zip")]
    assert main(["archive", *map(str, paths), "--json"]) == 0
    assert [account["platform"] for account in document(capsys)["accounts"]] == ["facebook", "x"]


def test_two_accounts_on_one_service_stay_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = {**modern(), "data/account.js": ytd("account", [{"account": {"username": "other_me"}}])}
    paths = [made(tmp_path, modern(), "a.zip"), made(tmp_path, other, "b.zip")]
    assert main(["archive", *map(str, paths), "--json"]) == 0
    assert [account["handle"] for account in document(capsys)["accounts"]] == ["zoemaple", "other_me"]


# How to ask -------------------------------------------------------------------------------------------------


def test_every_service_that_can_be_read_has_steps_to_ask_for_it() -> None:
    assert {importer.platform for importer in importers()} == set(guided())
    for platform in guided():
        found = guide(platform, load_platforms())
        assert found is not None
        assert found.days > 0
        assert 2 <= len(found.steps) <= 5
        assert all(len(step.split()) <= 25 for step in found.steps)
        assert grade(" ".join((*found.steps, found.takes))) <= 7, platform


def test_the_calendar_entry_names_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "remind.ics"
    assert main(["archive", "--how", "insta", "--remind", str(path)]) == 0
    assert "Accounts Centre" in capsys.readouterr().out
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert str(event["summary"]) == "See whether your download is ready"
    assert b"nstagram" not in path.read_bytes()
    assert event["dtstart"].dt > datetime(2020, 1, 1, tzinfo=UTC).date()


# Progress ---------------------------------------------------------------------------------------------------


def test_how_long_it_still_takes_is_said_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    seconds = iter([1.0, 2.0, 12.0, 13.0, 95.0])
    telling = Telling(clock=lambda: next(seconds))
    for done in (0, 1, 5, 6, 90):
        telling.told(done, 100)
    assert capsys.readouterr().err.splitlines() == [
        "  Reading: 5 percent. About 3 minutes left.",
        "  Reading: 90 percent. Less than a minute left.",
    ]


# One chosen account, as the app reads it --------------------------------------------------------------------


def test_the_archive_of_the_chosen_account_is_taken_and_no_other(tmp_path: Path) -> None:
    registry = load_platforms()
    path = made(tmp_path, modern())
    view = read_one(path, Account("x", "ZoeMaple", "https://x.com/ZoeMaple"), registry)
    assert (view.lens, view.account.handle, view.account.ownership) == (Lens.ARCHIVE, "ZoeMaple", Ownership.PROVED)
    for account in (Account("x", "somebody", ""), Account("facebook", "zoemaple", "")):
        with pytest.raises(UnreadableInput, match="another account"):
            read_one(path, account, registry)


def test_the_door_of_the_app_takes_archives(tmp_path: Path) -> None:
    toolkit = build_toolkit(kept=False)
    account = Account("x", "zoemaple", "https://x.com/zoemaple")
    assert toolkit.read_saved is not None
    view = toolkit.read_saved(account, made(tmp_path, modern()))
    assert (view.lens, len(view.posts)) == (Lens.ARCHIVE, 1)
    assert len(toolkit.archive_steps(account)) > 2
    assert toolkit.archive_steps(Account("letterboxd", "zoe", "")) == ()


def test_a_saved_page_is_no_archive(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<title>Robin</title><h1>Robin</h1>")
    assert not is_archive(page)
    assert not is_archive(tmp_path / "missing.html")
    assert is_archive(made(tmp_path, modern()))


# Own sources ------------------------------------------------------------------------------------------------

SECRET = "hunter2-secret"
LOGINS = {
    "chrome": f"name,url,username,password,note\nx,https://www.example.org/login,zoe,{SECRET},n\n,"
    f"android://abc@com.example.app/,zoe,{SECRET},\n",
    "firefox": f'"url","username","password","httpRealm"\n"https://accounts.example.org","zoe","{SECRET}",""\n',
    "bitwarden": f"folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,"
    f'login_password,login_totp\n,,login,x,,,0,"https://example.org,'
    f'https://shop.example.co.uk",zoe,{SECRET},\n',
    "1password": f"Title,Url,Username,Password,OTPAuth\nx,https://example.org,zoe,{SECRET},\n",
    "lastpass": f"url,username,password,totp,extra,name,grouping,fav\nhttps://example.org,zoe,{SECRET},,,x,,0\n",
    "safari": f"Title,URL,Username,Password,Notes,OTPAuth\nx,https://example.org/,zoe,{SECRET},,\n",
    "keepass": f'"Account","Login Name","Password","Web Site","Comments"\n"x","zoe","{SECRET}",'
    f'"http://example.org",""\n',
}


@pytest.mark.parametrize("kind", LOGINS)
def test_of_a_list_of_logins_only_the_sites_are_kept(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "logins.csv"
    path.write_text(LOGINS[kind])
    assert main(["archive", str(path), "--json", "--reveal"]) == 0
    printed = capsys.readouterr()
    domains = [hint["domain"] for hint in json.loads(printed.out)["hints"]]
    assert domains == (["example.co.uk", "example.org"] if kind == "bitwarden" else ["example.org"])
    assert SECRET not in printed.out + printed.err
    assert "zoe" not in printed.out


def test_of_a_mailbox_only_who_welcomed_the_person_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letters = (
        ("Shop <hello@mail.example.org>", "Welcome to the shop"),
        ("x@news.example.net", "=?utf-8?q?Confirmez_votre_adresse_=C3=A9lectronique?="),
        ("Pat <pat.private@gmail.com>", "Welcome to my party"),
        ("a@offers.example.com", "Half price"),
    )
    path = tmp_path / "mail.mbox"
    path.write_text(
        "".join(
            f"From x@example.org Mon Jan 1 00:00:00 2020\nFrom: {sender}\nSubject: {subject}\n\nFrom: "
            f"fake@body.example.info\nSubject: welcome to\n\n"
            for sender, subject in letters
        )
    )
    assert main(["archive", str(path)]) == 0
    printed = capsys.readouterr().out
    assert "2 sites where you may have an account:" in printed
    assert ("example.org" in printed, "example.net" in printed) == (True, True)
    for never in ("gmail", "example.com", "body.example", "party"):
        assert never not in printed


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://login.bank.example.co.uk/x", "example.co.uk"),
        ("http://192.0.2.1/", ""),
        ("http://localhost:80", ""),
        ("router.local", ""),
        ("ftp://example.org", ""),
        ("example.org", "example.org"),
        ("http://[bad", ""),
    ],
)
def test_the_site_of_an_address(address: str, site: str) -> None:
    assert site_of(address) == site
