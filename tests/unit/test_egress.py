"""What may leave: hosts of the account's platform, addresses of the open internet, everything in the ledger."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from privacy_check.model import Account
from privacy_check.sentences import say
from scanners.egress import (
    ELSEWHERE,
    NO_SUCH_NAME,
    NOT_WEB,
    OTHER_PORT,
    PRIVATE,
    AllowList,
    Ledger,
    Refused,
    clean_url,
    host_of,
    resolve,
)
from scanners.platforms.schema import Address, Endpoint, Platform

PICTURES = Platform(
    id="pictures",
    name="Pictures",
    category="social",
    as_of="2026-11",
    address=Address(
        template="https://www.pictures.example/{handle}/",
        hosts=("www.pictures.example", "*.pictures-blog.example"),
        media_hosts=("cdn.pictures-media.example",),
    ),
    endpoints=(Endpoint(url="https://api.pictures-data.example/users/{handle}"),),
)
ROBIN = Account("pictures", "robin", "https://www.pictures.example/robin/")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://www.pictures.example/robin/", ""),
        ("https://pictures.example/", ""),
        ("http://www.pictures.example/", ""),
        ("https://static.pictures.example/app.js", ""),
        ("https://robin.pictures-blog.example/", ""),
        ("https://cdn.pictures-media.example/x.js", ""),
        ("https://api.pictures-data.example/users/robin", ""),
        ("https://WWW.Pictures.Example./robin/", ""),
        ("https://www.pictures.example:8443/", say(OTHER_PORT)),
        ("https://pictures.example.evil.test/", say(ELSEWHERE)),
        ("https://evilpictures.example/", say(ELSEWHERE)),
        ("https://www.pictures.example@evil.test/", say(ELSEWHERE)),
        ("https://metrics.example/collect", say(ELSEWHERE)),
        ("http://10.1.2.3/", say(PRIVATE)),
        ("http://127.0.0.1/", say(PRIVATE)),
        ("http://localhost:8000/", say(PRIVATE)),
        ("http://robin.localhost/", say(PRIVATE)),
        ("http://[::1]/", say(PRIVATE)),
        ("http://[::ffff:192.168.0.1]/", say(PRIVATE)),
        ("http://[64:ff9b::a00:1]/", say(PRIVATE)),
        ("http://169.254.169.254/latest/", say(PRIVATE)),
        ("http://100.64.0.1/", say(PRIVATE)),
        ("http://0x7f.0.0.1/", say(PRIVATE)),
        ("http://2130706433/", say(PRIVATE)),
        ("http://0/", say(PRIVATE)),
        ("http://224.0.0.1/", say(PRIVATE)),
        ("https://8.8.8.8/", say(ELSEWHERE)),
        ("file:///etc/passwd", say(NOT_WEB)),
        ("ftp://www.pictures.example/", say(NOT_WEB)),
        ("javascript:alert(1)", say(NOT_WEB)),
        ("https://", say(NOT_WEB)),
        ("https://www.pictures.example:99999/", say(NOT_WEB)),
        ("http://[not-an-address/", say(NOT_WEB)),
    ],
)
def test_only_the_platforms_own_places_are_allowed(url: str, reason: str) -> None:
    assert AllowList.for_account(ROBIN, PICTURES).refusal(url) == reason


def test_an_account_of_no_platform_may_talk_to_its_own_host_alone() -> None:
    allow = AllowList.for_account(Account("generic", "robin", "https://robin.example.org/about"))

    assert allow.refusal("https://www.robin.example.org/") == ""
    assert allow.refusal("https://cdn.robin.example.org/") == say(ELSEWHERE)
    assert allow.refusal("https://example.org/") == say(ELSEWHERE)


def test_admitted_loopback_is_this_port_of_this_host_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")
    allow = AllowList.for_account(Account("generic", "robin", "http://127.0.0.1:8001/robin"))

    assert allow.refusal("http://127.0.0.1:8001/style.css") == ""
    assert allow.refusal("http://127.0.0.1:8002/") == say(OTHER_PORT)
    assert allow.refusal("http://127.0.0.1/") == say(OTHER_PORT)
    assert allow.refusal("http://localhost:8001/") == say(ELSEWHERE)
    assert allow.refusal("http://192.168.0.1:8001/") == say(PRIVATE)


@pytest.mark.parametrize("value", ["", "0", "yes", "true"])
def test_only_a_one_admits_loopback(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", value)

    assert AllowList.for_hosts(["127.0.0.1:80"]).refusal("http://127.0.0.1/") == say(PRIVATE)


def test_hosts_of_the_pretend_network_are_reached_at_the_accounts_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")
    demo = PICTURES.model_copy(
        update={"address": Address(template="", hosts=("chirp.localhost",), media_hosts=("media.localhost",))}
    )
    allow = AllowList.for_account(Account("chirp", "robin", "http://chirp.localhost:8001/robin"), demo)

    assert allow.refusal("http://media.localhost:8001/app.js") == ""
    assert allow.refusal("http://media.localhost:8002/app.js") == say(OTHER_PORT)
    assert allow.refusal("http://other.localhost:8001/") == say(ELSEWHERE)


def test_an_open_window_still_keeps_out_of_private_networks() -> None:
    window = AllowList(anywhere=True)

    assert window.refusal("https://sign-in.example/") == ""
    assert window.refusal("http://192.168.0.1/") == say(PRIVATE)
    assert window.refusal("http://localhost/") == say(PRIVATE)


@given(st.text(max_size=60))
def test_no_address_breaks_the_decision(text: str) -> None:
    for url in (text, f"http://{text}", f"https://{text}:80/"):
        reason = AllowList.for_account(ROBIN, PICTURES).refusal(url)
        assert reason == "" or reason.endswith(".")
        assert isinstance(clean_url(url), str)
        assert isinstance(host_of(url), str)


@given(st.ip_addresses())
@example(ipaddress.ip_address("2002:100::"))
@example(ipaddress.ip_address("2002:7f00:1::"))
@example(ipaddress.ip_address("::ffff:10.0.0.1"))
def test_a_private_address_is_refused_however_it_is_dressed(address: Any) -> None:
    host = f"[{address}]" if address.version == 6 else str(address)
    reason = AllowList.for_hosts([host]).refusal(f"http://{host}/")

    if not address.is_global or getattr(address, "sixtofour", None):
        assert reason == say(PRIVATE)


async def found(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> tuple[str, ...]:
    async def lookup(*_: object, **__: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in addresses]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", lookup, raising=False)
    return await resolve("garden.example", 443)


async def test_a_name_is_resolved_to_open_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    assert await found(monkeypatch, "93.184.215.14", "93.184.215.14", "93.184.215.15") == (
        "93.184.215.14",
        "93.184.215.15",
    )


@pytest.mark.parametrize("address", ["10.0.0.1", "127.0.0.1", "169.254.1.1", "fe80::1%eth0", "fd00::1", "0.0.0.0"])
async def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    with pytest.raises(Refused) as caught:
        await found(monkeypatch, "93.184.215.14", address)
    assert caught.value.reason == say(PRIVATE)


async def test_an_unknown_name_is_told_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    async def lookup(*_: object, **__: object) -> list[Any]:
        raise socket.gaierror

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", lookup, raising=False)
    with pytest.raises(Refused) as caught:
        await resolve("nowhere.example", 443)
    assert caught.value.reason == say(NO_SUCH_NAME)


async def test_names_of_this_machine_are_never_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")

    assert await resolve("robin.localhost", 80) == ("127.0.0.1", "::1")

    monkeypatch.delenv("PRIVACY_CHECK_ALLOW_LOOPBACK")
    with pytest.raises(Refused):
        await resolve("robin.localhost", 80)


def test_the_ledger_keeps_everything_in_order_and_clean() -> None:
    ledger = Ledger()
    number = ledger.made(
        "GET", "https://me:secret@pictures.example/robin?x=1#top", "the page itself", "pictures:robin"
    )
    ledger.refused("POST", "https://metrics.example/c", "data for the page", "pictures:robin", say(ELSEWHERE))
    ledger.made("GET", "https://other.example/", "the page itself", "other:robin")
    ledger.answered(number, 200)

    first, second, third = ledger.records()
    assert (first.url, first.host, first.status, first.allowed) == (
        "https://pictures.example/robin?x=1",
        "pictures.example",
        200,
        True,
    )
    assert (second.allowed, second.reason, second.status) == (False, say(ELSEWHERE), None)
    assert ledger.records("other:robin") == (third,)


def test_the_ledger_counts_right_from_many_threads() -> None:
    ledger = Ledger()

    def note(number: int) -> None:
        ledger.answered(ledger.made("GET", f"https://pictures.example/{number}", "", ""), number)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(note, range(200, 600)))

    assert sorted(record.url.rsplit("/", 1)[1] for record in ledger.records()) == [str(n) for n in range(200, 600)]
    assert all(record.url.endswith(str(record.status)) for record in ledger.records())


def test_a_very_long_address_is_cut() -> None:
    assert len(clean_url("https://pictures.example/" + "a" * 9000)) == 2000
    assert len(clean_url("data:text/html," + "a" * 9000)) == 80
