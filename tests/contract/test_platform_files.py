"""Every platform file: complete, dated, honest about what cannot be told, and readable errors for a bad one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from privacy_check.errors import PrivacyCheckError
from privacy_check.model import Outcome
from scanners.platforms.links import compiled
from scanners.platforms.registry import HERE, load_platforms
from scanners.platforms.schema import Marker, Platform

REGISTRY = load_platforms()
OUTCOMES = tuple(outcome.value.lower() for outcome in Outcome if outcome not in (Outcome.PARTIAL, Outcome.ERROR))
FIELDS = {
    "display_name", "handle", "bio", "location", "website", "links", "avatar", "joined", "followers", "following",
    "employer", "job_title", "education", "email", "phone", "birthday", "groups", "posts", "photos", "friends",
}  # fmt: skip
# Copies of profiles kept by others: the person's own page is looked at, or nothing.
NEVER_ASKED = (
    "imginn", "picuki", "twitchtracker", "vxtwitter", "fxtwitter", "nitter", "psnprofiles",
    "xboxgamertag", "stats.fm",
    "username_available", "username-attempt", "email_available", "signup", "register", "reset", "forgot",
)  # fmt: skip
# Nothing in the structure of these pages is known to say it.
ENGLISH_ONLY = {("gitlab", "private")}
DATED = re.compile(r"^20\d\d(?:-(?:0[1-9]|1[0-2]))?$")

every = pytest.mark.parametrize("platform", REGISTRY.platforms, ids=lambda platform: platform.id)


def signs(platform: Platform) -> list[tuple[str, Marker]]:
    return [(outcome, marker) for outcome in OUTCOMES for marker in getattr(platform.markers, outcome)]


def test_all_are_there_and_generic_takes_the_rest() -> None:
    assert len(REGISTRY) >= 51
    assert len({platform.id for platform in REGISTRY.platforms}) == len(REGISTRY)
    assert REGISTRY.by_id("generic") is not None
    assert "generic" not in {platform.id for platform in REGISTRY.platforms}
    assert REGISTRY.by_id("friendster") is None
    assert load_platforms() is REGISTRY


def test_no_two_platforms_share_a_name() -> None:
    for platform in REGISTRY.platforms:
        for name in (platform.id, platform.name, *platform.also_called):
            assert REGISTRY.by_name(name) is platform, name


@every
def test_facts_are_dated(platform: Platform) -> None:
    assert DATED.match(platform.as_of)
    for outcome, marker in signs(platform):
        assert DATED.match(marker.as_of), (outcome, marker.value)
    for rules in platform.fields.values():
        assert all(DATED.match(rule.as_of) for rule in rules)
    assert all(DATED.match(endpoint.as_of) for endpoint in platform.endpoints)
    assert platform.verified_on is None or platform.verified_on <= date(2030, 1, 1)


@every
def test_positive_signs_exist_or_it_is_said_why_not(platform: Platform) -> None:
    if platform.self_check_mode == "ask":
        assert platform.markers.notes
        assert 3 <= len(platform.ask) <= 6
        assert all(question.endswith("?") for question in platform.ask)
        return
    assert platform.markers.visible
    assert platform.fields
    if not platform.markers.not_found:
        assert "missing" in platform.markers.notes
    assert platform.markers.rate_limited or platform.markers.challenge or platform.markers.blocked


@every
def test_seeing_never_hangs_on_english_alone(platform: Platform) -> None:
    for outcome in ("visible", "not_found", "private"):
        found: tuple[Marker, ...] = getattr(platform.markers, outcome)
        if found and (platform.id, outcome) not in ENGLISH_ONLY:
            assert any(marker.kind not in ("text", "heading") for marker in found), outcome


@every
def test_traps_of_look_alike_pages(platform: Platform) -> None:
    for outcome, marker in signs(platform):
        if marker.kind == "status":
            wanted = {"404": "not_found", "410": "not_found", "429": "rate_limited"}.get(marker.value)
            assert wanted in (None, outcome)
            assert outcome not in ("visible", "private")
        if outcome in ("visible", "not_found", "private") and marker.kind == "final_url":
            assert "/login?" not in marker.value
    if platform.id in ("facebook", "threads"):
        assert not platform.markers.not_found


@every
def test_words_for_people_are_plain(platform: Platform) -> None:
    assert 2 <= len(platform.by_hand) <= 5
    for text in (platform.public_view, *platform.by_hand, *platform.ask):
        assert text
        for sentence in re.split(r"(?<=[.:;?])\s", text):
            assert len(sentence.split()) <= 25, sentence
        assert not re.search(r"inappropriate|overshar|high risk|dangerous", text, re.IGNORECASE)
    assert platform.exposes


@every
def test_fields_and_patterns_are_sound(platform: Platform) -> None:
    assert set(platform.fields) <= FIELDS
    for pattern in platform.address.paths:
        assert "handle" in compiled(pattern).groupindex
        assert pattern.startswith("^")
    if platform.address.host_handle:
        assert "handle" in compiled(platform.address.host_handle).groupindex
    for outcome, marker in signs(platform):
        if marker.kind in ("title", "heading"):
            re.compile(marker.value)
        if marker.kind in ("json", "meta", "header") and "=" in marker.value:
            re.compile(marker.value.partition("=")[2].replace("{handle}", "x"))
        if marker.kind == "status":
            assert marker.value.isdigit(), outcome


@every
def test_only_the_platform_itself_is_asked(platform: Platform) -> None:
    text = " ".join(
        [platform.address.template, *(e.url for e in platform.endpoints), *platform.address.media_hosts]
    )
    assert not [word for word in NEVER_ASKED if word in text.lower()]
    for endpoint in platform.endpoints:
        assert endpoint.url.startswith("https://")
    own = set(platform.address.hosts)
    host = urlsplit(platform.address.template.replace("{host}", "mastodon.social")).hostname
    assert host in own or any(h.startswith("*.") and str(host).endswith(h[1:]) for h in own)
    if platform.self_check_mode == "ask":
        assert not platform.endpoints
        assert not platform.examples.public


@every
def test_links_to_settings_and_deletion_are_web_addresses(platform: Platform) -> None:
    for name in ("settings", "help", "impersonation", "data_download", "delete_account"):
        link: str = getattr(platform.links, name)
        assert not link or link.startswith(("https://", "http://")), name
    assert set(platform.links.low_confidence) <= set(type(platform.links).model_fields)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('category = "photo"', ""), "category"),
        (("also_called", "also_caled"), "also_caled"),
        (("[address]", '[address]\nhandle = "["\n[address.x]'), "address.handle"),
        (('kind = "json"', 'kind = "jsn"'), "kind"),
        (('id = "instagram"', 'id = "insta"'), "id"),
        (("[address]", "[address"), "not TOML"),
    ],
)
def test_a_bad_file_is_named_with_key_and_reason(change: tuple[str, str], says: str, tmp_path: Path) -> None:
    text = (HERE / "instagram.toml").read_text("utf-8")
    if "handle" in says:
        text = re.sub(r"^handle = .*\n", 'handle = "["\n', text, flags=re.MULTILINE, count=1)
    else:
        assert change[0] in text
        text = text.replace(*change)
    (tmp_path / "instagram.toml").write_text(text, "utf-8")
    with pytest.raises(PrivacyCheckError) as caught:
        load_platforms(tmp_path)
    assert "instagram.toml" in caught.value.message
    assert says in caught.value.message


def test_a_second_folder_is_added_and_may_not_reuse_an_id(tmp_path: Path) -> None:
    text = (HERE / "letterboxd.toml").read_text("utf-8")
    renamed = text.replace('id = "letterboxd"', 'id = "pretend"').replace("letterboxd.com", "pretend.example")
    renamed = renamed.replace('name = "Letterboxd"', 'name = "Pretend"').replace("also_called", "#")
    (tmp_path / "pretend.toml").write_text(renamed, "utf-8")
    both = load_platforms(tmp_path)
    assert len(both) == len(REGISTRY) + 1
    account = both.recognise("https://pretend.example/robin_hg/").account
    assert account is not None
    assert account.platform == "pretend"
    assert both.recognise("instagram:robin").account is not None
    (tmp_path / "letterboxd.toml").write_text(text, "utf-8")
    with pytest.raises(PrivacyCheckError, match="letterboxd"):
        load_platforms(_copy(tmp_path))


def _copy(folder: Path) -> Path:
    """The same files under another name, because loaded folders are kept."""
    other = folder.parent / f"{folder.name}-again"
    other.mkdir()
    for path in folder.iterdir():
        (other / path.name).write_text(path.read_text("utf-8"), "utf-8")
    return other


def test_a_missing_folder_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(PrivacyCheckError, match="not a folder"):
        load_platforms(tmp_path / "nowhere")


def test_the_example_of_the_guide_works(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "docs/adding-a-platform.md").read_text("utf-8")
    example = guide.partition("```toml\n")[2].partition("```")[0]
    (tmp_path / "birdsite.toml").write_text(example, "utf-8")
    registry = load_platforms(tmp_path)
    account = registry.recognise("https://m.birdsite.example/@robin_hg/media?utm_source=share").account
    assert account == registry.account_for("birdsite", "robin_hg")
    assert "a post on Birdsite" in registry.recognise("https://birdsite.example/@robin_hg/post/12").hint
