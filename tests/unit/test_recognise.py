"""What people paste: read it, or say in one kind sentence why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_check.model import Lens
from scanners.platforms.registry import load_platforms

REGISTRY = load_platforms()


def test_bare_names_are_not_looked_up() -> None:
    for name in ("Jane Smith", "Jane  Q. Smith", "Dr Jane Smith, Leeds", "jane smith", "Li Wei", "Smith, Jane"):
        reading = REGISTRY.recognise(name)
        assert reading.account is None
        assert "by name" in reading.refusal, name
        assert "instagram:yourname" in reading.hint


@pytest.mark.parametrize(
    "text",
    [
        "jane@example.com", "mailto:jane@example.com?subject=x", "JANE.SMITH@EXAMPLE.CO.UK", "+44 7700 900123",
        "07700 900123", "(020) 7946-0123", "tel:+447700900123", "0113 496 0123", "instagram:jane@example.com",
        "@jane@gmail.com", "jane@gmail.com", "sms:07700900123",
    ],
)  # fmt: skip
def test_contact_details_are_never_searched(text: str) -> None:
    reading = REGISTRY.recognise(text)
    assert reading.account is None
    assert reading.refusal == "This tool never searches by email or phone."
    assert reading.hint


@pytest.mark.parametrize(
    "text",
    [
        "http://127.0.0.1/", "http://localhost:8000/jane", "http://127.1/", "http://2130706433/", "http://0x7f000001/",
        "http://0177.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://192.168.0.10/admin",
        "http://10.0.0.1", "https://172.16.3.4/", "http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/",
        "http://[fd00::1]/", "http://0.0.0.0/", "http://100.64.0.1/", "http://router.local/", "http://intranet/jane",
        "http://nas.lan/", "http://demo.localhost:8123/jane", "https://8.8.8.8/jane", "http://printer/",
        "ftp://example.org/jane", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,hello",
        "gopher://example.org/", "chrome://settings", "about:blank", "https://example.onion/jane",
        "https://www.instagram.com@evil.example/jane", "https://example.org:8443/jane",
    ],
)  # fmt: skip
def test_addresses_that_must_not_be_looked_at(text: str) -> None:
    reading = REGISTRY.recognise(text)
    assert reading.account is None, reading
    assert reading.refusal.endswith(".")
    assert reading.refusal.count(". ") == 0
    assert reading.hint


def test_loopback_is_admitted_for_the_demo_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")
    reading = REGISTRY.recognise("http://pretend.localhost:8123/robin")
    assert reading.account is not None
    assert reading.account.url == "http://pretend.localhost:8123/robin"
    assert REGISTRY.recognise("http://127.0.0.1:8123/robin").account is not None
    assert REGISTRY.recognise("http://192.168.0.10/robin").account is None
    assert REGISTRY.recognise("http://169.254.169.254/").account is None


@pytest.mark.parametrize(
    "link",
    [
        "https://bit.ly/3abc", "tinyurl.com/abc", "https://lnkd.in/abc", "vm.tiktok.com/ZM1/", "https://fb.me/robin",
        "https://ig.me/robin", "https://t.co/abc", "https://pin.it/abc", "https://redd.it/abc", "https://amzn.to/abc",
        "https://spotify.link/abc", "https://fb.watch/abc/", "https://lnk.to/robin", "https://g.co/abc",
    ],
)  # fmt: skip
def test_short_links_are_opened_by_the_person(link: str) -> None:
    reading = REGISTRY.recognise(link)
    assert "shortened" in reading.refusal
    assert "paste the address where it ends" in reading.hint


@pytest.mark.parametrize(
    "link",
    [
        "https://robin.app.link/abc", "https://instagram.app.link/@robin", "insta.app.link/robin",
        "https://robin.page.link/abc", "https://brand.onelink.me/abcd/robin", "https://robin.smart.link/abc",
        "https://robin.lnk.to/song", "https://robin-alternate.app.link/?user=robin", "https://x.app.goo.gl/abc",
    ],
)  # fmt: skip
def test_app_links_are_opened_by_the_person_and_name_nobody(link: str) -> None:
    reading = REGISTRY.recognise(link)
    assert reading.account is None
    assert reading.refusal.endswith("it does not show where it goes.")
    assert "paste the address where it ends" in reading.hint


def test_settings_page_of_linkedin_is_explained() -> None:
    reading = REGISTRY.recognise(
        "https://www.linkedin.com/public-profile/settings?trk=d_flagship3_profile_self_view"
    )
    assert reading.account is None
    assert "settings page" in reading.refusal
    assert "linkedin.com/in/" in reading.hint


def test_undescribed_sites_become_generic() -> None:
    reading = REGISTRY.recognise("https://www.Robin-Hargreave.example.org/about/?utm_source=x&id=3#top")
    assert reading.account is not None
    assert reading.account.platform == "generic"
    assert reading.account.handle == "robin-hargreave.example.org/about?id=3"
    assert reading.account.url == "https://www.robin-hargreave.example.org/about?id=3"
    assert Lens.PUBLIC in reading.ways
    assert REGISTRY.recognise("http://example.org/robin").account.url == "http://example.org/robin"  # type: ignore[union-attr]
    typed = REGISTRY.recognise("generic:example.org/robin").account
    assert typed is not None
    assert typed.key == "generic:example.org/robin"


def test_international_host_names_become_punycode() -> None:
    account = REGISTRY.recognise("https://bücher.example/robin").account
    assert account is not None
    assert account.url == "https://xn--bcher-kva.example/robin"
    assert REGISTRY.recognise("https://xn--bcher-kva.example/robin").account == account


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("https://münchen-strick.example/über", "https://xn--mnchen-strick-wob.example/%C3%BCber"),
        ("https://xn--mnchen-strick-wob.example/%C3%BCber", "https://xn--mnchen-strick-wob.example/%C3%BCber"),
        ("https://strick.example/@jürgen", "https://strick.example/@j%C3%BCrgen"),
        ("https://strick.example/@j%C3%BCrgen", "https://strick.example/@j%C3%BCrgen"),
        ("https://strick.example/ко‮т‏", "https://strick.example/%D0%BA%D0%BE%D1%82"),
        ("https://strick.example/نا‌ها", "https://strick.example/%D9%86%D8%A7%E2%80%8C%D9%87%D8%A7"),
        ("https://strick.example/M%FCller", "https://strick.example/M%FCller"),
        ("https://strick.example/a%2Fb?q=1", "https://strick.example/a%2Fb?q=1"),
        ("https://strick.example/100%", "https://strick.example/100%25"),
        ("https://i❤.example/robin", "https://xn--i-7iq.example/robin"),
        ("ｈｔｔｐｓ：／／ｘ．ｃｏｍ／robin", "https://x.com/robin"),
        ("https://x。com/robin", "https://x.com/robin"),
        ("@robin@münchen.example", "https://xn--mnchen-3ya.example/@robin"),
        ("https://münchen.example/@robin", "https://xn--mnchen-3ya.example/@robin"),
        ("https://bsky.app/profile/zoë.example.org", "https://bsky.app/profile/xn--zo-ija.example.org"),
        (
            "https://bsky.app/profile/zo%C3%AB.example.org/post/3k",
            "https://bsky.app/profile/xn--zo-ija.example.org/post/3k",
        ),
        ("bluesky:zoë.example.org", "https://bsky.app/profile/xn--zo-ija.example.org"),
    ],
)
def test_letters_of_every_alphabet_keep_their_place(link: str, url: str) -> None:
    account = REGISTRY.recognise(link).account
    assert account is not None
    assert account.url == url
    assert REGISTRY.recognise(url).account == account


@pytest.mark.parametrize(
    "link", ["https://www.fаcebook.com/robin", "https://instаgram.com/robin", "https://х.com/robin"]
)
def test_look_alike_hosts_are_named(link: str) -> None:
    reading = REGISTRY.recognise(link)
    assert reading.account is None
    assert "another alphabet" in reading.refusal


def test_a_name_alone_asks_for_the_site() -> None:
    for text in ("@robin.hargreave", "robin_hargreave", "robin.hargreave", "robinhargreave1987"):
        reading = REGISTRY.recognise(text)
        assert reading.account is None
        assert "which site" in reading.refusal
        assert "instagram:" in reading.hint


def test_site_alone_asks_for_the_name() -> None:
    reading = REGISTRY.recognise("Instagram")
    assert reading.account is None
    assert reading.hint == "Type instagram:yourname."


def test_unknown_site_is_said_so() -> None:
    reading = REGISTRY.recognise("friendster: robin")
    assert reading.account is None
    assert "friendster" in reading.refusal


def test_several_links_at_once_are_refused() -> None:
    two = "https://www.instagram.com/robin https://x.com/robin"
    assert "more than one" in REGISTRY.recognise(two).refusal
    same = "https://www.instagram.com/robin/ (https://www.instagram.com/robin?igsh=1)"
    assert REGISTRY.recognise(same).account == REGISTRY.account_for("instagram", "robin")


def test_share_texts_are_understood() -> None:
    text = 'Check out my profile! "Robin" 😀\nhttps://www.instagram.com/robin_hargreave?igsh=MTk1 \u202e'
    assert REGISTRY.recognise(text).account == REGISTRY.account_for("instagram", "robin_hargreave")
    assert REGISTRY.recognise("my insta is instagram.com/robin_hargreave ok").account is not None


def test_copies_and_search_pages_are_refused() -> None:
    for link in (
        "https://web.archive.org/web/2020/https://x.com/robin", "https://www.google.com/search?q=robin+hargreave",
        "https://duckduckgo.com/?q=robin", "https://archive.ph/abc", "https://x-com.translate.goog/robin",
    ):  # fmt: skip
        assert REGISTRY.recognise(link).account is None, link


def test_ask_only_platforms_are_marked() -> None:
    asked = {p.id for p in REGISTRY.platforms if REGISTRY.recognise(f"{p.id}:{_any_handle(p.id)}").ask_only}
    assert asked == {"discord", "nextdoor", "whatsapp", "xbox", "playstation"}
    reading = REGISTRY.recognise("whatsapp:me")
    assert Lens.PUBLIC not in reading.ways
    assert Lens.TYPED in reading.ways
    assert Lens.ARCHIVE in REGISTRY.recognise("instagram:robin").ways
    assert Lens.ARCHIVE not in REGISTRY.recognise("letterboxd:robin").ways


def _any_handle(platform: str) -> str:
    special = {
        "whatsapp": "me",
        "mastodon": "robin@mastodon.social",
        "vinted": "123-robin",
        "stackoverflow": "123",
    }
    return special.get(platform, "robinhg")


def test_channel_ids_and_legacy_names_have_their_own_address() -> None:
    channel = "UC" + "aB3-_" * 4 + "xy"
    for text, url in {
        f"https://www.youtube.com/channel/{channel}/videos": f"https://www.youtube.com/channel/{channel}",
        "https://www.youtube.com/user/robinhg": "https://www.youtube.com/user/robinhg",
        "https://www.youtube.com/c/RobinHG/about": "https://www.youtube.com/c/RobinHG",
        "https://m.facebook.com/profile.php?v=info&id=100012345678901": "https://www.facebook.com/profile.php?id=100012345678901",
        "https://www.facebook.com/people/Robin-Hargreave/100012345678901/": "https://www.facebook.com/profile.php?id=100012345678901",
        "https://steamcommunity.com/profiles/76561198000000000": "https://steamcommunity.com/profiles/76561198000000000/",
        "https://www.goodreads.com/user/show/123456-robin-hg": "https://www.goodreads.com/user/show/123456",
        "https://vk.com/id12345": "https://vk.com/id12345",
        "https://www.patreon.com/user?u=12345": "https://www.patreon.com/user?u=12345",
        "https://www.flickr.com/photos/12345678@N01/": "https://www.flickr.com/people/12345678@N01/",
        "https://math.stackexchange.com/users/77/robin": "https://math.stackexchange.com/users/77",
        "https://robinhg.substack.com/archive": "https://robinhg.substack.com/",
        "https://www.ebay.co.uk/str/robinshop": "https://www.ebay.com/str/robinshop",
        "https://www.roblox.com/user.aspx?username=robin_hg": "https://www.roblox.com/user.aspx?username=robin_hg",
        "@robin@social.example.org": "https://social.example.org/@robin",
        "https://social.example.org/@robin": "https://social.example.org/@robin",
    }.items():
        account = REGISTRY.recognise(text).account
        assert account is not None, text
        assert account.url == url
        assert REGISTRY.recognise(url).account == account


@pytest.mark.parametrize(
    ("text", "platform", "handle"),
    [
        ("@robin_hg instagram", "instagram", "robin_hg"), ("Robin's insta: robin_hg", "instagram", "robin_hg"),
        ("Insta - robin_hg", "instagram", "robin_hg"), ("instagram – @robin_hg", "instagram", "robin_hg"),
        ("robin_hg (TikTok)", "tiktok", "robin_hg"), ("robin_hg on Snapchat", "snapchat", "robin_hg"),
        ("facebook/robin.hg", "facebook", "robin.hg"), ("htttps://x.com/robin_hg", "x", "robin_hg"),
        ("acct:robin@mastodon.social", "mastodon", "robin@mastodon.social"),
        ("FB robin.hg", "facebook", "robin.hg"), ("@robin_hg@threads.net", "threads", "robin_hg"),
        ("@robin@bsky.social", "bluesky", "robin"), ("@robin@x.com", "x", "robin"),
        ("https://twitter.com/i/user/12345", "x", "i/user/12345"),
        ("https://www.facebook.com/Robin-Hargreave-100012345678901/", "facebook", "100012345678901"),
        ("https://www.linkedin.com/in/jos%C3%A9-garc%C3%ADa/", "linkedin", "josé-garcía"),
        ("intent://instagram.com/robin_hg#Intent;package=com.instagram.android;end", "instagram", "robin_hg"),
    ],
)  # fmt: skip
def test_the_many_ways_to_say_it(text: str, platform: str, handle: str) -> None:
    assert REGISTRY.recognise(text).account == REGISTRY.account_for(platform, handle)


def test_a_page_for_signing_in_proposes_the_profile_it_hides() -> None:
    reading = REGISTRY.recognise("https://www.tumblr.com/login_required/robin-hargreave")
    assert reading.account is None
    assert "https://www.tumblr.com/robin-hargreave" in reading.hint


def test_posts_on_a_host_of_ones_own_propose_it() -> None:
    assert "https://robinhg.substack.com/" in REGISTRY.recognise("https://robinhg.substack.com/p/a-post").hint
    assert (
        "https://medium.com/@robinhg" in REGISTRY.recognise("https://robinhg.medium.com/a-day-1a2b3c4d5e6f").hint
    )


def test_mirrors_and_phone_links_are_refused() -> None:
    for link in ("https://nitter.net/robin", "https://imginn.com/robin", "https://signal.me/#p/+447700900123"):
        assert REGISTRY.recognise(link).account is None


@given(st.text(max_size=200))
def test_no_text_ever_raises(text: str) -> None:
    reading = REGISTRY.recognise(text)
    assert (reading.account is None) == bool(reading.refusal)


@given(
    st.sampled_from(
        ["https://www.instagram.com/", "https://x.com/", "http://", "platform:", "@", "facebook.com/", "https://["]
    ),
    st.text(max_size=60),
)
def test_no_link_ever_raises(start: str, rest: str) -> None:
    reading = REGISTRY.recognise(start + rest)
    assert (reading.account is None) == bool(reading.refusal)
    if reading.account is not None:
        assert reading.account.url.startswith(("https://", "http://"))
        assert not set(reading.account.url) & set(' <>"\n\t\x00')


@pytest.mark.parametrize(
    ("pasted", "handle"),
    [
        ("https://x.com/jun_", "jun_"),
        ("https://x.com/__jun__", "__jun__"),
        ("https://www.reddit.com/user/quietmoss_", "quietmoss_"),
        ("_https://x.com/jun_", "jun"),
        ("see __https://x.com/jun__ please", "jun"),
        ("*https://x.com/jun_*", "jun_"),
    ],
)
def test_an_underline_at_the_end_of_a_name_is_part_of_it(pasted: str, handle: str) -> None:
    account = REGISTRY.recognise(pasted).account
    assert account is not None
    assert account.handle == handle
