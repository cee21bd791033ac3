"""What a page asked for and did not get: kept with its reason, and told apart from what never brings words."""

from __future__ import annotations

import pytest

from privacy_check.sentences import say
from scanners.egress import PRIVATE, AllowList, Ledger
from scanners.intercept import Watch
from scanners.lost import BAD_ANSWER, MOST_LOST, UNKNOWN_MESSAGE, kind_of, only_measures
from scanners.platforms.registry import load_platforms

DATA = "https://api.pictures.example/robin"


@pytest.fixture
def watch() -> Watch:
    return Watch("pictures:robin", AllowList(), Ledger())


@pytest.mark.parametrize(
    ("resource", "host", "kind"),
    [
        ("Fetch", "api.pictures.example", "data"),
        ("XHR", "elsewhere.example", "data"),
        ("EventSource", "pictures.example", "data"),
        ("XHR", "region1.google-analytics.com", "perhaps"),
        ("Fetch", "google-analytics.com.evil.test", "data"),
        ("Script", "pictures.example", "script"),
        ("Image", "pictures.example", "other"),
        ("Ping", "pictures.example", "other"),
        ("Document", "pictures.example", "other"),
    ],
)
def test_what_could_have_brought_words_is_told_by_type_and_host(resource: str, host: str, kind: str) -> None:
    assert kind_of(resource, host) == kind


def test_no_platform_gets_its_words_from_a_host_that_only_counts() -> None:
    for platform in load_platforms().platforms:
        address = platform.address
        for host in (*address.hosts, *address.data_hosts, *address.media_hosts):
            assert not only_measures(host.removeprefix("*.")), (platform.id, host)


def test_an_error_and_a_broken_answer_to_a_data_call_are_missing_data(watch: Watch) -> None:
    for resource in ("Fetch", "Fetch", "Image"):
        watch.leaves("GET", DATA, "data for the page", resource)

    watch.answered(DATA, 200)
    watch.failed(DATA)
    watch.answered(DATA, 503)
    watch.failed(DATA)

    assert watch.missing() == ("api.pictures.example sent no answer when the page asked it for data.",)
    assert [(lost.kind, lost.status) for lost in watch.lost] == [("data", None), ("other", 503)]
    assert watch.lost[0].at <= watch.lost[1].at


def test_what_the_relay_stopped_is_missing_too(watch: Watch) -> None:
    watch.leaves("GET", DATA, "data for the page", "XHR")

    watch.door_refused("api.pictures.example", 443, say(PRIVATE))

    assert len(watch.missing()) == 1
    assert [record.allowed for record in watch.ledger.records()] == [False]


def test_each_reason_is_told_once_and_no_page_can_fill_the_memory(watch: Watch) -> None:
    for _ in range(MOST_LOST + 10):
        watch.lose(DATA, BAD_ANSWER, "other", 403)
    for _ in range(MOST_LOST + 10):
        watch.lose(DATA, UNKNOWN_MESSAGE, "data")

    assert len(watch.lost) == 2 * MOST_LOST
    assert len(watch.missing()) == 1


@pytest.mark.parametrize(
    "told", [None, "x", [], ["WebSocket"], ["WebSocket", 1], [["WebSocket"], "ws://x"], {"a": 1}]
)
def test_a_page_may_say_anything_about_its_sockets(watch: Watch, told: object) -> None:
    watch.way_refused(told)

    assert watch.lost == []


def test_sockets_and_helpers_are_missed_and_calls_are_not(watch: Watch) -> None:
    for named in ("WebSocket", "Worker", "RTCPeerConnection"):
        watch.way_refused([named, "wss://live.pictures.example/" + "x" * 5000])

    assert watch.missing() == (
        "The page wanted an open line to live.pictures.example, which was not let through.",
        "The page wanted a helper program to run beside it, which was not let through.",
    )
    assert all(len(lost.url) <= 2000 for lost in watch.lost)
