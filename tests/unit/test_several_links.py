"""Pastes with several links, and links that a line break, a mail program or a list cut in two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanners.platforms.registry import load_platforms

REGISTRY = load_platforms()
LONG_ID = "facebook:100012345678901"


def keys(text: str) -> list[str]:
    return [reading.account.key if reading.account else "" for reading in REGISTRY.recognise_all(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("https://www.instagram.com/robin\nhttps://x.com/robin", ["instagram:robin", "x:robin"]),
        ("https://www.instagram.com/robin,https://x.com/robin", ["instagram:robin", "x:robin"]),
        ("https://www.instagram.com/robin https://x.com/robin", ["instagram:robin", "x:robin"]),
        ("https://www.instagram.com/robin and https://x.com/robin", ["instagram:robin", "x:robin"]),
        ("https://www.instagram.com/robin; x.com/robin", ["instagram:robin", "x:robin"]),
        ("https://www.instagram.com/robinhttps://x.com/robin", ["instagram:robin", "x:robin"]),
        ("instagram:robin, x:robin and linktr.ee/robin", ["instagram:robin", "x:robin", "linktree:robin"]),
        ("Instagram: robin_hg\nTwitter: @robin", ["instagram:robin_hg", "x:robin"]),
        ("- https://x.com/robin\n- https://t.me/robin_h", ["x:robin", "telegram:robin_h"]),
        ("1. x.com/robin\n2. @robin@mastodon.social", ["x:robin", "mastodon:robin@mastodon.social"]),
        ("[me](https://x.com/robin), [there](<https://t.me/robin_h>)", ["x:robin", "telegram:robin_h"]),
        (
            "See https://x.com/robin, which is mine (and <https://www.instagram.com/robin?igsh=1>).",
            ["x:robin", "instagram:robin"],
        ),
        ("instagram:robin instagram.com/Robin/?utm_source=x x:robin", ["instagram:robin", "x:robin"]),
        ("https://x.com/robin\n\nRobin Hargreave\nLeeds", ["x:robin"]),
        ("https://x.com/robin is my page\nand this is another line", ["x:robin"]),
    ],
)
def test_every_link_of_a_paste_is_taken_once(text: str, wanted: list[str]) -> None:
    assert keys(text) == wanted


def test_a_refused_link_is_told_while_the_others_are_taken() -> None:
    text = "https://x.com/robin https://bit.ly/3abc robin@example.org https://t.me/robin_h"
    readings = REGISTRY.recognise_all(text)
    assert [bool(reading.account) for reading in readings] == [True, False, False, True]
    assert [reading.link for reading in readings if reading.refusal] == [
        "https://bit.ly/3abc",
        "robin@example.org",
    ]
    assert all(reading.refusal.endswith(".") for reading in readings if not reading.account)


@pytest.mark.parametrize(
    "text",
    [
        "https://www.facebook.com/pro\nfile.php?id=100012345678901",
        "https://www.facebook.com/profile.php?\nid=100012345678901",
        "https://www.facebook.com/profile.php?id=\r\n100012345678901",
        "https://www.facebook.com/profile.php\n?id=100012345678901",
        "https://www.face\nbook.com/profile.php?id=100012345678901",
        "https://\nwww.facebook.com/profile.php?id=100012345678901",
        "https://www.facebook.com/pro=\nfile.php?id=100012345678901",
        "https://www.facebook.com/profile.php?id=3D1000=\n12345678901",
        "> see https://www.facebook.com/pro\n> file.php?id=100012345678901",
        ">> https://www.facebook.com/profile.php?id=\n>> 100012345678901",
        "<https://www.facebook.com/profile.php?id=1000\n12345678901>",
        "[me](https://www.facebook.com/profile.php?id=1000\n12345678901)",
        "https://www.facebook.com/pro\u00ad\nfile.php?id=100012345678901",
        "https://www.facebook.com/pro\u00adfile.php?id=100012345678901&__tn__=x",
    ],
)
def test_a_link_that_can_only_go_on_is_joined(text: str) -> None:
    assert keys(text) == [LONG_ID]
    assert REGISTRY.recognise(text).account == REGISTRY.account_for("facebook", "100012345678901")


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("https://www.facebook.com/profile.php?id=1000\n12345678901", "profile.php?id=100012345678901"),
        ("https://www.facebook.com/profile.php?id=1000 12345678901", "profile.php?id=100012345678901"),
        ("https://www.instagram.com/rob\nin_hargreave", "/robin_hargreave"),
        ("https://www.linkedin.com/in/robin-\nhargreave", "/in/robin-hargreave"),
        ("https://x.com/robin\n_hg", "/robin_hg"),
    ],
)
def test_a_link_that_may_go_on_is_asked_about_and_never_taken_for_somebody_else(text: str, joined: str) -> None:
    for reading in (*REGISTRY.recognise_all(text), REGISTRY.recognise(text)):
        assert reading.account is None
        assert joined in reading.hint


@pytest.mark.parametrize(
    "text",
    [
        "https://www.facebook.com/profile.php?id=10001234…",
        "https://www.instagram.com/robin_har...",
        "instagram.com/robin_har…",
        "x.com/robin https://www.linkedin.com/in/robin-har…",
    ],
)
def test_a_link_cut_short_by_dots_is_never_read_as_it_stands(text: str) -> None:
    last = REGISTRY.recognise_all(text)[-1]
    assert last.account is None
    assert "cut short" in last.refusal


def test_words_behind_a_link_do_not_make_it_doubtful() -> None:
    for rest in ("\nThanks", "\nRobin Hargreave", "\nis my page", " 3 times", "\n\nrobin", " and more", "..\nBye"):
        assert keys("https://www.instagram.com/robin" + rest) == ["instagram:robin"], rest


def test_a_paste_without_end_is_refused_in_a_sentence() -> None:
    for text in ("x" * 100_000, "\n".join(f"x.com/robin{n}" for n in range(300)), "a b\n" * 3000):
        (reading,) = REGISTRY.recognise_all(text)
        assert reading.account is None
        assert reading.refusal.endswith(".")


@given(st.text(alphabet="htps:/w.facebook com?id=10\n>…<=&,;@[]()\u00ad", max_size=120))
def test_no_paste_ever_raises(text: str) -> None:
    readings = REGISTRY.recognise_all(text)
    assert readings
    assert all((reading.account is None) == bool(reading.refusal) for reading in readings)
