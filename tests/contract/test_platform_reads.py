"""What platform files list under [reads]: POSTs that read, on the platform's own hosts, each told from a write."""

from __future__ import annotations

import re

import pytest

from privacy_check.model import Account
from scanners.egress import AllowList
from scanners.platforms.registry import load_platforms
from scanners.platforms.schema import Platform, ReadRequest

REGISTRY = load_platforms()
LISTED = [(platform, request) for platform in REGISTRY.platforms for request in platform.reads.requests]
# On these paths reads and writes are mixed, so that only a name (or the words of the query) tells them apart.
MIXED = re.compile(r"graphql|gql|/api/graph|/ajax|batch_execute")
# Keys that only signed-in people have, and ways to tell the site about the visitor.
NEVER_SENT = ("consent", "login", "signup", "register", "integrity", "fingerprint", "report", "track", "log_event")

every = pytest.mark.parametrize(
    ("platform", "request_"), LISTED, ids=[f"{platform.id}{request.paths[0]}" for platform, request in LISTED]
)


def test_the_platforms_that_need_it_have_it() -> None:
    with_words = {platform.id for platform, request in LISTED if request.what == "words"}

    assert with_words >= {"facebook", "instagram", "threads", "youtube", "twitch", "roblox", "quora"}


def test_a_site_of_no_described_platform_reads_with_get_alone() -> None:
    generic = REGISTRY.by_id("generic")

    assert generic is not None
    assert generic.reads.requests == ()


@every
def test_a_reading_post_goes_to_the_platform_itself(platform: Platform, request_: ReadRequest) -> None:
    own = Account(platform.id, "robin", f"https://{platform.address.hosts[0].removeprefix('*.')}/robin")
    host = request_.host.replace("*", "any")

    assert AllowList.for_account(own, platform).refusal(f"https://{host}{request_.paths[0]}") == ""
    named = {*platform.address.hosts, *platform.address.data_hosts}
    assert any(host == known.removeprefix("*.") or host.endswith(known.removeprefix("*")) for known in named)


@every
def test_a_reading_post_is_told_from_a_writing_one(platform: Platform, request_: ReadRequest) -> None:
    for path in request_.paths:
        assert "*" not in path
        assert not any(word in path.lower() for word in NEVER_SENT)
        if MIXED.search(path):
            assert request_.operations or request_.without
    for name in request_.operations:
        assert re.fullmatch(r"[A-Za-z]\w+", name)
        assert not re.search(r"mutation|create|update|delete|login|signup|seen|follow", name, re.IGNORECASE)
        assert not re.fullmatch(r"[0-9a-f]{16,}|\d+", name)


@every
def test_a_reading_post_is_dated_unless_nobody_is_sure(platform: Platform, request_: ReadRequest) -> None:
    assert re.fullmatch(r"20\d\d-(?:0[1-9]|1[0-2])", request_.as_of) or (
        request_.as_of == "" and request_.confidence != "high"
    )


@pytest.mark.parametrize("platform", REGISTRY.platforms, ids=lambda platform: platform.id)
def test_what_is_counted_as_bringing_no_words_is_no_listed_read(platform: Platform) -> None:
    reads = {path for request in platform.reads.requests for path in request.paths}

    assert not reads & {f"/{aside.partition('/')[2]}" for aside in platform.reads.asides}
