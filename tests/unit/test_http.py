"""Fetching without a browser: the same rules, the same ledger."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
import pytest_asyncio

from privacy_check.model import Account, Outcome
from privacy_check.sentences import say
from scanners.egress import ELSEWHERE, OTHER_PORT, PRIVATE, AllowList, Ledger, Refused
from scanners.http import USER_AGENT, HttpClient, Unreachable, picture_fetcher
from scanners.platforms.schema import Address, Endpoint, Platform
from tests.browser.site import Site


@pytest.fixture(autouse=True)
def loopback_admitted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as started:
        yield started


@pytest_asyncio.fixture
async def client() -> AsyncIterator[HttpClient]:
    async with HttpClient(Ledger()) as started:
        yield started


def allow(site: Site) -> AllowList:
    return AllowList.for_hosts([f"127.0.0.1:{site.port}", f"robin.localhost:{site.port}"])


async def test_an_answer_comes_home_whole(site: Site, client: HttpClient) -> None:
    url = site.put("/data", '{"name": "Rôbin"}', media_type="application/json; charset=utf-8")

    answer = await client.get(url, allow(site), purpose="data", account="pictures:robin")

    assert (answer.status, answer.text, answer.media_type) == (200, '{"name": "Rôbin"}', "application/json")
    assert site.hits[0].headers["user-agent"] == USER_AGENT
    (record,) = client.ledger.records()
    assert (record.url, record.status, record.purpose, record.account) == (url, 200, "data", "pictures:robin")


async def test_the_host_is_told_though_the_checked_address_is_dialled(site: Site, client: HttpClient) -> None:
    site.put("/", "here")

    answer = await client.get(site.url("/", "robin.localhost"), allow(site), purpose="data")

    assert (answer.body, site.hits[0].headers["host"]) == (b"here", f"robin.localhost:{site.port}")


async def test_redirects_are_followed_within_the_list(site: Site, client: HttpClient) -> None:
    there = site.put("/there", "arrived")
    url = site.put("/", "", status=302, headers={"Location": "/there", "Set-Cookie": "a=b"})

    answer = await client.get(url, allow(site), purpose="data")

    assert (answer.url, answer.body, answer.redirects) == (there, b"arrived", (url,))
    assert "cookie" not in site.hits[1].headers


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://10.0.0.1/", say(PRIVATE)),
        ("http://127.0.0.1:9/", say(OTHER_PORT)),
        ("https://metrics.example/", say(ELSEWHERE)),
    ],
)
async def test_redirects_out_of_the_list_are_refused(
    site: Site, client: HttpClient, address: str, reason: str
) -> None:
    url = site.put("/", "", status=302, headers={"Location": address})

    with pytest.raises(Refused) as caught:
        await client.get(url, allow(site), purpose="data")

    assert caught.value.reason == reason
    assert [(record.url, record.allowed) for record in client.ledger.records()] == [(url, True), (address, False)]


async def test_a_circle_of_redirects_ends(site: Site, client: HttpClient) -> None:
    url = site.put("/", "", status=302, headers={"Location": "/"})

    with pytest.raises(Unreachable, match="circle"):
        await client.get(url, allow(site), purpose="data")
    assert len(site.hits) == 6


async def test_an_answer_that_is_too_large_is_dropped(site: Site, client: HttpClient) -> None:
    with pytest.raises(Unreachable, match="too large"):
        await client.get(site.put("/", b"a" * 2000), allow(site), purpose="data", largest=1000)


async def test_a_name_that_leads_home_is_refused(client: HttpClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRIVACY_CHECK_ALLOW_LOOPBACK")

    async def lookup(*_: object, **__: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80))]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", lookup, raising=False)
    with pytest.raises(Refused):
        await client.get("http://garden.example/", AllowList.for_hosts(["garden.example"]), purpose="data")

    assert [(record.allowed, record.reason) for record in client.ledger.records()] == [(False, say(PRIVATE))]


async def test_a_site_that_is_not_there_is_a_sentence(client: HttpClient) -> None:
    with Site() as gone:
        url, list_ = gone.url(), allow(gone)
    with pytest.raises(Unreachable, match="could not be reached"):
        await client.get(url, list_, purpose="data")


async def test_a_picture_comes_from_the_platforms_hosts_only(site: Site) -> None:
    ledger = Ledger()
    fetch = picture_fetcher(lambda _: None, ledger)
    mine = Account("generic", "robin", site.url("/robin"))
    site.put("/me.jpg", b"\xff\xd8picture", media_type="image/jpeg")

    assert await fetch(mine, "/me.jpg") == b"\xff\xd8picture"
    assert await fetch(mine, "/gone.jpg") is None
    assert await fetch(mine, "https://metrics.example/me.jpg") is None
    assert await fetch(mine, "data:image/png;base64,AAAA") is None
    assert [record.allowed for record in ledger.records()] == [True, True, False]


async def test_a_public_data_address_is_the_second_source(site: Site) -> None:
    from scanners.browser import RunningBrowser
    from scanners.outcome import OutcomeReading
    from scanners.public_view import SECOND_SOURCE, PublicView

    platform = Platform(
        id="demo",
        name="Demo",
        category="social",
        as_of="2026-11",
        self_check_mode="endpoint_then_browser",
        address=Address(template="", hosts=("127.0.0.1",)),
        endpoints=(Endpoint(url=site.url("/users/{handle}")),),
    )
    site.put("/users/r%C3%B4bin", '{"name": "Robin"}', media_type="application/json")
    wall = OutcomeReading(Outcome.LOGIN_WALL, ("The site asks to sign in first.",))
    seen = OutcomeReading(Outcome.VISIBLE, ("Your name is shown.",))
    view = PublicView(lambda _: platform, classify=lambda capture, _: seen if "Robin" in capture.html else wall)

    async def no_browser() -> RunningBrowser:
        raise TimeoutError

    view._running = no_browser  # type: ignore[method-assign]
    capture = await view.collect(Account("demo", "rôbin", site.url("/rôbin")), lambda _: None)

    assert (capture.outcome, capture.note, capture.media_type) == (
        Outcome.VISIBLE,
        say(SECOND_SOURCE),
        "application/json",
    )
    assert site.asked() == ["GET /users/r%C3%B4bin"]

    site.pages.clear()
    capture = await view.collect(Account("demo", "rôbin", site.url("/rôbin")), lambda _: None)
    assert (capture.outcome, capture.note) == (Outcome.LOGIN_WALL, "")
