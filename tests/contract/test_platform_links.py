"""Every platform: the links people paste lead to it and to no other, and its other pages are refused kindly."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from privacy_check.errors import UsageError
from privacy_check.model import PageKind
from scanners.platforms.links import match
from scanners.platforms.pasted import take_apart
from scanners.platforms.registry import load_platforms

LINKS = tomllib.loads((Path(__file__).parents[1] / "fixtures/platforms/links.toml").read_text("utf-8"))
REGISTRY = load_platforms()
IDS = [platform.id for platform in REGISTRY.platforms]


def cases(key: str) -> list[tuple[str, str]]:
    return [(platform, link) for platform, entry in LINKS.items() for link in entry.get(key, ())]


def test_every_platform_has_links_of_its_own() -> None:
    assert sorted(LINKS) == sorted(IDS)
    others = [len(entry["never"]) + len(entry.get("pages", ())) for entry in LINKS.values()]
    assert all(len(set(entry["forms"])) >= 4 for entry in LINKS.values())
    assert min(others) >= 3


@pytest.mark.parametrize(("platform", "link"), cases("forms"))
def test_forms_of_a_link_mean_one_account(platform: str, link: str) -> None:
    wanted = REGISTRY.account_for(platform, LINKS[platform]["handle"])
    reading = REGISTRY.recognise(link)
    assert reading.account == wanted, reading.refusal
    assert reading.refusal == ""
    assert reading.platform_name == REGISTRY.by_id(platform).name  # type: ignore[union-attr]
    assert reading.ways


@pytest.mark.parametrize(("platform", "link"), cases("never"))
def test_other_pages_are_refused_in_a_sentence(platform: str, link: str) -> None:
    reading = REGISTRY.recognise(link)
    assert reading.account is None
    assert reading.refusal.endswith(".")
    assert reading.hint
    assert reading.refusal[0].isupper()


@pytest.mark.parametrize(("platform", "link"), cases("pages"))
def test_posts_groups_and_other_pages_are_looked_at_where_they_stand(platform: str, link: str) -> None:
    reading = REGISTRY.recognise(link)
    assert reading.account is not None, reading.refusal
    assert (reading.account.platform, reading.refusal) == (platform, "")
    assert reading.kind is not PageKind.PROFILE
    assert REGISTRY.by_url(reading.account.url) is REGISTRY.by_id(platform)
    assert REGISTRY.recognise(reading.account.url).account == reading.account
    assert "not a profile" in reading.hint


@pytest.mark.parametrize(("platform", "link"), cases("proposes"))
def test_a_page_that_names_its_owner_proposes_the_profile_behind_it(platform: str, link: str) -> None:
    wanted = REGISTRY.account_for(platform, LINKS[platform]["handle"])
    reading = REGISTRY.recognise(link)
    assert wanted.url in reading.hint
    assert reading.account is not None
    assert reading.account.handle == wanted.handle
    assert reading.account.key != wanted.key
    assert reading.account.url not in ("", wanted.url)
    assert reading.kind is not PageKind.PROFILE


@pytest.mark.parametrize("platform", IDS)
def test_canonical_address_leads_back(platform: str) -> None:
    account = REGISTRY.account_for(platform, LINKS[platform]["handle"])
    assert REGISTRY.by_url(account.url) is REGISTRY.by_id(platform)
    for spelling in (
        account.url,
        f"<{account.url}>",
        f"({account.url}).",
        f'"{account.url}"',
        f"[my page]({account.url})",
        f"  {account.url}  ",
        account.url + ("&" if "?" in account.url else "?") + "utm_source=share&fbclid=abc",
        account.url.replace("https://", "HTTPS://", 1),
        account.url.removeprefix("https://"),
        account.url.replace("https://", "http://", 1),
        f"Find me here: {account.url}",
    ):
        reading = REGISTRY.recognise(spelling)
        assert reading.account == account, (spelling, reading.refusal)


@pytest.mark.parametrize("platform", IDS)
def test_no_two_platforms_claim_a_link(platform: str) -> None:
    account = REGISTRY.account_for(platform, LINKS[platform]["handle"])
    address = take_apart(account.url)
    assert address is not None
    own = set(REGISTRY.by_id(platform).address.hosts)  # type: ignore[union-attr]
    for other in REGISTRY.platforms:
        if other.id == platform:
            continue
        assert not own & set(other.address.hosts)
        if other.address.any_host and address.host not in other.address.not_hosts:
            claimed = any(match(pattern, address) for pattern in other.address.paths)
            assert not claimed or REGISTRY.by_host(address.host) is REGISTRY.by_id(platform)


@pytest.mark.parametrize("platform", IDS)
@pytest.mark.parametrize(
    "page", ["", "/", "/login", "/search?q=robin", "/settings", "/help", "/privacy", "/about", "/terms"]
)
def test_pages_every_site_has_are_no_profiles(platform: str, page: str) -> None:
    host = next(h for h in REGISTRY.by_id(platform).address.hosts if not h.startswith("*."))  # type: ignore[union-attr]
    reading = REGISTRY.recognise(f"https://{host}{page}")
    assert reading.account is None, reading
    assert reading.refusal


@pytest.mark.parametrize("platform", IDS)
def test_nonsense_handles_are_refused(platform: str) -> None:
    for nonsense in ("", "a b c d e f g h i j k l m n", "../../etc", "x" * 300, "<script>", "na\nme\x00"):
        with pytest.raises(UsageError) as caught:
            REGISTRY.account_for(platform, nonsense)
        assert caught.value.message
