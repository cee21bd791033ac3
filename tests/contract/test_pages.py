"""Invented pages in the shapes sites use: what is read from them, and what a look at them comes to."""

from __future__ import annotations

import os
import re
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from privacy_check.model import Account, Capture, Lens, Outcome
from scanners.extract import extract, read
from scanners.extract.reader import recognise
from scanners.outcome import OutcomeReading, classify
from scanners.platforms.registry import load_platforms
from tests.pages_report import Score, recalled, rows_of, score_page

FIXTURES = Path(__file__).parents[1] / "fixtures" / "pages"
SOMEONE = "https://circle.example.org/jun_alder"
REGISTRY = load_platforms()
SEEN = (Outcome.VISIBLE, Outcome.PARTIAL)


def pages(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((FIXTURES / f"{name}.toml").read_text("utf-8"))["page"]
    return rows


def look(html: str, url: str, status: int | None, **more: Any) -> OutcomeReading:
    """The verdict on one answer."""
    platform, account = recognise(url, REGISTRY)
    capture = Capture(
        account, Lens.PUBLIC, Outcome.ERROR, more.pop("final_url", url), status, html, datetime.now(UTC), **more
    )
    return classify(capture, platform)


@pytest.mark.parametrize("row", [*pages("profiles"), *pages("sites")], ids=lambda row: row["name"])
def test_profile_pages_are_seen_and_read(row: dict[str, Any]) -> None:
    view = read(row["html"], row["url"])
    assert view.outcome in SEEN, view.evidence
    missed = {name: (value, [f.text for f in view.all(name)]) for name, value in row["expected"].items()
              if not recalled(name, value, view)}  # fmt: skip
    assert not missed
    assert all(field.source for field in view.fields)
    assert view.evidence


@pytest.mark.parametrize("row", pages("profiles"), ids=lambda row: row["name"])
def test_extract_reads_what_read_reads(row: dict[str, Any]) -> None:
    platform, account = recognise(row["url"], REGISTRY)
    capture = Capture(
        account, Lens.PUBLIC, Outcome.VISIBLE, row["url"], 200, row["html"], datetime(2026, 1, 1, tzinfo=UTC)
    )
    ours = {(f.name, f.item, f.text) for f in extract(capture, platform).fields}
    assert ours == {(f.name, f.item, f.text) for f in read(row["html"], row["url"]).fields}


WALLS = [(row, status) for row in pages("walls") for status in row["statuses"]]
SAVED_WALLS = [row for row in pages("walls") if not row.get("only_status")]


@pytest.mark.parametrize(("row", "status"), WALLS, ids=lambda x: x["name"] if isinstance(x, dict) else str(x))
def test_walls_are_known_by_their_answer(row: dict[str, Any], status: int) -> None:
    assert look(row["html"], row.get("url", SOMEONE), status).outcome == row["outcome"]


@pytest.mark.parametrize("row", SAVED_WALLS, ids=lambda row: row["name"])
def test_walls_are_known_without_a_status(row: dict[str, Any]) -> None:
    view = read(row["html"], row.get("url", SOMEONE))
    assert view.outcome == row["outcome"]
    assert not view.fields, "a wall says nothing about the account"


@pytest.mark.parametrize("row", SAVED_WALLS, ids=lambda row: row["name"])
def test_walls_are_known_on_sites_nobody_described(row: dict[str, Any]) -> None:
    assert not read(row["html"], SOMEONE).outcome.conclusive


@pytest.mark.parametrize("row", pages("absent"), ids=lambda row: row["name"])
def test_absent_private_and_other_pages(row: dict[str, Any]) -> None:
    reading = look(row["html"], row.get("url", SOMEONE), row.get("status"))
    assert reading.outcome == row["outcome"], reading.evidence
    assert all(sentence.endswith(".") for sentence in reading.evidence)


@pytest.mark.parametrize("row", pages("sites_walls"), ids=lambda row: row["name"])
def test_walls_of_many_sites_say_nothing_of_the_account(row: dict[str, Any]) -> None:
    view = read(row["html"], row["url"])
    assert view.outcome in row["outcomes"], view.evidence
    assert not view.outcome.conclusive
    assert not view.fields


@pytest.mark.parametrize("row", pages("sites_others"), ids=lambda row: row["name"])
def test_other_pages_of_many_sites(row: dict[str, Any]) -> None:
    view = read(row["html"], row["url"])
    assert view.outcome in row["outcomes"], view.evidence


def test_a_move_to_a_login_address_is_a_wall() -> None:
    reading = look(
        "<title>Circle</title>", SOMEONE, 200, final_url="https://circle.example.org/login?next=/jun_alder"
    )
    assert reading.outcome is Outcome.LOGIN_WALL


@pytest.mark.parametrize(
    "final",
    [
        "https://accounts.signin.example.net/",
        "https://login.example.net/authorize?client=circle",
        "https://circle.example.org/login?user=jun_alder",
        "https://circle.example.org/login_required/jun_alder",
    ],
)
@pytest.mark.parametrize("html", ["", "<title>Circle</title><p>One moment"])
def test_a_move_to_a_sign_in_address_is_a_wall_even_without_a_page(final: str, html: str) -> None:
    assert look(html, SOMEONE, None, final_url=final).outcome is Outcome.LOGIN_WALL


def test_a_profile_that_lives_on_a_host_for_accounts_is_no_wall() -> None:
    url = "https://accounts.example.org/users/davo_reads"
    assert look(pages("profiles")[2]["html"], url, 200).outcome in SEEN


def test_every_sentence_of_evidence_is_plain() -> None:
    rows = [
        row
        for name in ("profiles", "sites", "walls", "absent", "sites_walls", "sites_others")
        for row in pages(name)
    ]
    said = {sentence for row in rows for sentence in read(row["html"], row.get("url", SOMEONE)).evidence}
    assert len(said) > 30
    for sentence in said:
        assert re.fullmatch(r"[A-Z][^_]{10,118}\.", sentence), sentence
        assert ", says" not in sentence, sentence


def test_a_private_account_is_told_in_one_clause() -> None:
    html = """<title>Jun Alder (@jun_alder) | Circle</title>
<h1>Jun Alder</h1><p>@jun_alder</p><p>This account is private</p>"""
    assert read(html, SOMEONE).evidence[0] == "The page itself says that the account is private."


def test_a_card_that_only_bids_to_sign_in_is_partly_seen() -> None:
    card = """<title>Jun Alder | Circle</title><meta property="og:type" content="profile">
<meta property="og:title" content="Jun Alder">
<meta property="og:url" content="https://circle.example.org/jun_alder">"""
    for words in (
        "See more on Circle",
        "See more of Jun Alder on Circle",
        "Mehr von Jun Alder auf Circle anzeigen",
    ):
        view = read(f"{card}<h1>{words}</h1><a>Log in</a>", SOMEONE)
        assert view.outcome is Outcome.PARTIAL, words
        assert [item.text for item in view.all("display_name")] == ["Jun Alder"]
    assert (
        read(f"{card}<h1>Jun Alder</h1><p>See more of Jun Alder on Circle</p>", SOMEONE).outcome is Outcome.VISIBLE
    )


def test_a_page_that_draws_itself_from_whole_data_is_seen() -> None:
    row = next(row for row in pages("profiles") if row["name"] == "instagram data block of 2026")
    assert read(row["html"], row["url"]).outcome is Outcome.VISIBLE


def test_a_list_of_friends_is_carried_name_by_name_beside_its_count() -> None:
    page = """<title>Jun Alder (@jun_alder) | Circle</title><h1>Jun Alder</h1><p>@jun_alder</p><p>3 friends</p>
<section><h2>Friends</h2><ul><li><img>Mo Larch</li><li>Jo Elder</li><li>Sam Rowan</li></ul></section>"""
    assert [item.text for item in read(page, SOMEONE).all("friends")] == ["3", "Mo Larch", "Jo Elder", "Sam Rowan"]


def test_retry_after_is_a_limit() -> None:
    assert look("<p>Later", SOMEONE, 503, headers={"Retry-After": "60"}).outcome is Outcome.RATE_LIMITED


def test_an_old_bookmark_with_login_in_its_address_is_no_wall() -> None:
    row = pages("profiles")[2]
    html = row["html"].replace("davo_reads", "login_fan")
    assert read(html, "https://books.example.org/u/login_fan").outcome in SEEN


def test_a_profile_answered_with_404_is_a_contradiction() -> None:
    row = pages("profiles")[2]
    reading = look(row["html"], row["url"], 404)
    assert reading.outcome is Outcome.PARTIAL
    assert any("404" in sentence for sentence in reading.evidence)


def test_private_words_without_the_account_prove_nothing() -> None:
    html = "<title>Circle</title><h2>This account is private</h2>"
    assert read(html, SOMEONE).outcome is Outcome.ERROR


def test_a_captcha_widget_beside_a_profile_is_no_wall() -> None:
    row = pages("profiles")[9]
    html = row["html"] + '<form><div class="g-recaptcha" data-sitekey="x"></div></form>'
    assert read(html, row["url"]).outcome is Outcome.VISIBLE


def test_nothing_of_the_viewer_or_the_site_is_read() -> None:
    for row in pages("profiles"):
        view = read(row["html"], row["url"])
        said = " ".join(field.text for field in view.fields)
        for stranger in ("Viewer Person", "Some One", "Other Body", "Other Writer", "The home of readers"):
            assert stranger not in said, (row["name"], stranger)


def test_contact_details_that_are_only_in_the_data_say_so() -> None:
    html = (
        '<title>Cole Rye (@colerye)</title><script type="application/json">{"user":{"username":"colerye",'
        '"full_name":"Cole Rye","biography":"hi","business_email":"cole@example.org","follower_count":2}}</script>'
        "<h1>Cole Rye</h1>"
    )
    view = read(html, "https://circle.example.org/colerye")
    email = view.first("email")
    assert email is not None
    assert email.text == "cole@example.org"
    assert not email.on_screen
    assert view.first("bio").on_screen  # type: ignore[union-attr]


def test_contact_details_in_linked_data_are_not_on_screen_unless_shown() -> None:
    data = '{"@type":"Person","name":"Cole Rye","email":"cole@example.org","telephone":"07700 900123"}'
    script = f'<script type="application/ld+json">{data}</script>'
    html = f"<title>Cole Rye</title>{script}<h1>Cole Rye</h1><p>07700 900123</p>"
    view = read(html, "https://circle.example.org/colerye")
    assert {item.name: item.on_screen for item in view.fields if item.name in ("email", "phone")} == {
        "email": False,
        "phone": True,
    }


def test_a_wall_capture_is_never_read() -> None:
    row = pages("profiles")[0]
    account = Account("generic", "quill_tam", row["url"])
    capture = Capture(
        account, Lens.PUBLIC, Outcome.LOGIN_WALL, row["url"], 200, row["html"], datetime(2026, 1, 1, tzinfo=UTC)
    )
    assert extract(capture).fields == ()


GIVEN = os.environ.get("PRIVACY_CHECK_PAGES", "")

if GIVEN:

    @pytest.mark.parametrize("row", rows_of(Path(GIVEN)), ids=lambda row: row["file"])
    def test_given_pages(row: dict[str, Any]) -> None:
        """Pages of a folder of one's own (PRIVACY_CHECK_PAGES) with a MANIFEST.jsonl: outcome and fields."""
        score = Score()
        score_page(row, read((Path(GIVEN) / row["file"]).read_text("utf-8", errors="replace"), row["url"]), score)
        assert not score.notes
