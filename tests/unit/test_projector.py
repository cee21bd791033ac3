"""The projector's page answers its own window alone, and nobody once the desk has closed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection

import httpx
import pytest

from privacy_check.model import ScenarioStatus
from privacy_check.training.nouns import Door, Fact, PagePicture, Room
from scanners.projecting import projector as projecting
from scanners.projecting.projector import GONE_SECONDS, Projector

PICTURE = PagePicture("p1", "Frendli", "http://frendli.localhost", b"\xff\xd8picture")
ROOM = Room(
    kind="walk",
    place="3 of 13",
    heading="Finding <b>your</b> home",
    lead="A lead.",
    person="Robin Vale, nurse",
    facts=(Fact("PI-06", "An address", "Tern Row\x1b[31m", "Strider", fresh=True),),
    doors=(Door("SC-01", "Finding your home", ScenarioStatus.OPEN, ScenarioStatus.OPEN, lit=True),),
    pages=(PICTURE,),
)


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> Iterator[Projector]:
    monkeypatch.setattr(projecting, "WAIT_SECONDS", 0.05)
    now = [0.0]
    with Projector(clock=lambda: now[0]) as made:
        made.show(ROOM)
        made.now = now  # type: ignore[attr-defined]
        yield made


def get(wall: Projector, name: str = "", **headers: str) -> httpx.Response:
    sent = {key.replace("_", "-"): value for key, value in headers.items()}
    return httpx.get(f"{wall.address}{name}", headers=sent)


def seated(wall: Projector) -> str:
    return get(wall, "seat").text


def test_the_window_that_opened_it_sees_the_room_as_words(wall: Projector) -> None:
    seat = seated(wall)
    told = get(wall, "now", X_Seat=seat).json()
    assert told["heading"] == "Finding <b>your</b> home", "words are data, and the page puts them in as text"
    assert "\x1b" not in json.dumps(told, ensure_ascii=False)
    assert told["doors"][0]["now_words"] == "open"
    picture = get(wall, "picture/p1", X_Seat=seat)
    assert (picture.content, picture.headers["content-type"]) == (PICTURE.image, "image/jpeg")


def test_it_is_told_when_the_room_changes(wall: Projector) -> None:
    seat = seated(wall)
    number = get(wall, "now", X_Seat=seat).json()["number"]
    wall.show(ROOM)
    assert get(wall, "now", X_Seat=seat, X_After=str(number)).json()["number"] == number + 1


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "localhost"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_origin_gets_nothing(wall: Projector, headers: dict[str, str]) -> None:
    for name in ("", "seat", "now", "projector.js"):
        answer = httpx.get(f"{wall.address}{name}", headers=headers)
        assert answer.status_code == 403
        assert "Robin" not in answer.text


def test_two_hosts_are_none(wall: Projector) -> None:
    own, evil = ("Host", f"127.0.0.1:{wall.port}"), ("Host", "evil.example")
    for pair in ([own, evil], [evil, own]):
        asking = HTTPConnection("127.0.0.1", wall.port)
        asking.putrequest("GET", f"/{wall.address.split('/')[3]}/", skip_host=True)
        for name, value in pair:
            asking.putheader(name, value)
        asking.endheaders()
        assert asking.getresponse().status == 403
        asking.close()


@pytest.mark.parametrize("path", ["", "wrong/", "wrong/now", "../", "%2e%2e/", "state"])
def test_a_wrong_word_gets_nothing(wall: Projector, path: str) -> None:
    answer = httpx.get(f"http://127.0.0.1:{wall.port}/{path}")
    assert answer.status_code == 404
    assert "Robin" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(wall: Projector, method: str) -> None:
    assert httpx.request(method, wall.address).status_code == 501


def test_a_second_window_is_refused_and_the_trainer_told(wall: Projector) -> None:
    first = seated(wall)
    second = get(wall, "seat")
    assert second.status_code == 409
    assert get(wall, "now", X_Seat="guess").status_code == 409
    assert get(wall, "now").status_code == 409
    assert len(wall.notices()) == 1
    assert wall.notices() == []
    assert get(wall, "seat", X_Seat=first).text == first, "a reload keeps its seat"


def test_a_seat_nobody_uses_is_free_again(wall: Projector) -> None:
    first = seated(wall)
    wall.now[0] = GONE_SECONDS + 1  # type: ignore[attr-defined]
    assert get(wall, "seat").text not in ("", first)


def test_a_new_address_ends_the_old_one(wall: Projector) -> None:
    seat, old = seated(wall), wall.address
    assert wall.renew() != old
    assert httpx.get(f"{old}now", headers={"X-Seat": seat}).status_code == 404
    assert get(wall, "now", X_Seat=seat).status_code == 409
    assert get(wall, "seat").status_code == 200


def test_a_closed_desk_leaves_nothing(wall: Projector) -> None:
    address = wall.address
    wall.close()
    assert wall.address == ""
    with pytest.raises(httpx.ConnectError):
        httpx.get(address)


def test_the_page_asks_nobody_else_for_anything(wall: Projector) -> None:
    page = get(wall)
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cross-origin-resource-policy"] == "same-origin"
    for name in ("", "projector.js", "projector.css"):
        text = get(wall, name).text
        assert "http://" not in text
        assert "https://" not in text
        assert "innerHTML" not in text
    assert "Robin" not in page.text, "nothing of the session stands in the page before it has a seat"


def test_every_secret_is_another_one_each_time() -> None:
    with Projector() as one, Projector() as other:
        words = {one.address.split("/")[3], other.address.split("/")[3], one.renew().split("/")[3]}
        assert len(words) == 3
        assert all(len(word) >= 20 for word in words)
