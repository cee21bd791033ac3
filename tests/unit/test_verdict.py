"""A likely copy needs two signs, one of them the picture or the bio; a namesake is left alone."""

from __future__ import annotations

import io
from dataclasses import replace
from unittest import mock

import pytest
from PIL import Image, ImageDraw, ImageOps

from privacy_check.lookalikes.pictures import PictureMatch
from privacy_check.lookalikes.profile import Profile
from privacy_check.lookalikes.verdict import (
    compare,
    compare_views,
    impersonation_findings,
    order_of_worry,
)
from privacy_check.model import Account, Field, Lens, Nature, Outcome, ProfileView, Verdict

BIO = "Residential worker, dog person, bad at baking. Leeds born and bred."


def avatar(hue: int, mirror: bool = False) -> bytes:
    image = Image.new("RGB", (160, 160), (hue, 120, 200 - hue // 2))
    draw = ImageDraw.Draw(image)
    draw.ellipse((20, 30 + hue // 4, 110, 120), fill=(240, 200, hue))
    draw.rectangle((90, 10, 150, 60 + hue // 3), fill=(30, hue, 90))
    stream = io.BytesIO()
    (ImageOps.mirror(image) if mirror else image).save(stream, "PNG")
    return stream.getvalue()


ME = Profile.from_mapping(
    {
        "platform": "frendli",
        "handle": "tomasz.w",
        "display_name": "Tomasz Wilk",
        "bio": BIO,
        "location": "Leeds",
        "joined": "2016-04-01",
        "avatar": avatar(40),
    }
)


def verdict(**changes: object) -> tuple[Verdict, set[str]]:
    profile = {"platform": "frendli", "handle": "t0masz_w", "display_name": "Tomasz Wilk", **changes}
    found = compare(ME, [Profile.from_mapping(profile)])[0]
    return found.verdict, {reason.element for reason in found.reasons}


def test_a_mirrored_picture_and_a_look_alike_handle_are_a_likely_copy() -> None:
    kind, elements = verdict(avatar=avatar(40, mirror=True), joined="2025-09-01")
    assert kind is Verdict.LIKELY_COPY
    assert {"picture", "handle", "name", "joined"} <= elements


def test_a_copied_bio_counts_like_a_picture() -> None:
    assert verdict(bio=BIO)[0] is Verdict.LIKELY_COPY


@pytest.mark.parametrize(
    "life",
    [
        {"bio": "Accountant in Cardiff. Rugby, cycling, three cats and a canoe.", "location": "Cardiff"},
        {"handle": "wilk.t", "location": "Gdansk", "joined": "2011-01-01"},
    ],
)
def test_someone_with_the_same_name_and_another_life_is_a_namesake(life: dict[str, object]) -> None:
    assert verdict(**life)[0] is Verdict.NAMESAKE


def test_a_name_and_a_handle_alone_are_never_a_likely_copy() -> None:
    assert verdict()[0] is Verdict.POSSIBLE_COPY


def test_a_joke_page_that_says_so_is_not_a_copy() -> None:
    assert verdict(avatar=avatar(40), bio="Parody of a very tired residential worker")[0] is Verdict.FAN_OR_PARODY


def test_a_page_that_links_both_ways_is_the_persons_own() -> None:
    assert verdict(avatar=avatar(40), mutual_links=["https://tomasz.example"])[0] is Verdict.OWN


def test_a_stranger_has_nothing_to_do_with_it() -> None:
    kind, _ = verdict(handle="leeds_runner", display_name="Grace Okoro", avatar=avatar(180))
    assert kind is Verdict.UNRELATED


def test_odd_values_are_left_out_and_nothing_fails() -> None:
    odd = Profile.from_mapping({"handle": 7, "joined": "soon", "followers": "many", "links": None, "avatar": 3})
    assert odd == Profile()
    assert compare(ME, [odd])[0].verdict is Verdict.CANNOT_TELL


def test_the_most_worrying_comes_first() -> None:
    copies = compare(
        ME,
        [
            Profile.from_mapping({"handle": "someone"}),
            Profile.from_mapping({"handle": "tomasz_w", "display_name": "Tomasz Wilk", "bio": BIO}),
        ],
    )
    assert [item.verdict for item in sorted(copies, key=order_of_worry)] == [
        Verdict.LIKELY_COPY,
        Verdict.UNRELATED,
    ]


def view(handle: str, outcome: Outcome = Outcome.VISIBLE, **fields: str) -> ProfileView:
    account = Account("frendli", handle, f"https://frendli.example/{handle}")
    return ProfileView(
        account, Lens.PUBLIC, outcome, tuple(Field(name, text, "test") for name, text in fields.items())
    )


def test_a_copy_becomes_a_finding_of_its_own_kind_that_keeps_only_where_it_is() -> None:
    own = (view("tomasz.w", display_name="Tomasz Wilk", bio=BIO),)
    copies = compare_views(own, (view("t0masz.w", display_name="Tomasz Wilk", bio=BIO),), {})
    finding = impersonation_findings([item.candidate for item in copies], own)[0]
    assert finding.rule_id == "IMP-02"
    assert finding.nature is Nature.IMPERSONATION
    assert finding.account == own[0].account
    assert set(copies[0].candidate.profile) == {"platform", "handle", "url"}


def test_a_page_that_could_not_be_seen_cannot_be_told() -> None:
    own = (view("tomasz.w", display_name="Tomasz Wilk"),)
    hidden = compare_views(own, (view("t0masz.w", Outcome.LOGIN_WALL),), {})[0].candidate
    assert hidden.verdict is Verdict.CANNOT_TELL
    assert impersonation_findings([hidden], own) == ()


@pytest.mark.parametrize(
    "page",
    [
        {"platform": "chatterly", "handle": "tomasz.w", "avatar": avatar(40), "bio": BIO},
        {
            "platform": "chatterly",
            "handle": "otters77",
            "avatar": avatar(40),
            "links": ["https://wilk.example.org/"],
        },
        {"handle": "otters77", "avatar": avatar(40), "joined": "2012-02-01"},
        {"handle": "otters77", "avatar": avatar(40), "followers": 900, "posts": 400},
    ],
)
def test_what_may_be_an_account_of_ones_own_is_asked_about_not_accused(page: dict[str, object]) -> None:
    me = Profile.from_mapping(
        {
            "platform": "frendli",
            "handle": "tomasz.w",
            "display_name": "Tomasz Wilk",
            "bio": BIO,
            "joined": "2016-04-01",
            "avatar": avatar(40),
            "followers": 200,
            "links": ["https://wilk.example.org"],
        }
    )
    found = compare(me, [Profile.from_mapping({"platform": "frendli", "display_name": "Tomasz Wilk", **page})])[0]
    assert found.verdict in (Verdict.POSSIBLE_COPY, Verdict.CANNOT_TELL)
    assert "question" in {reason.element for reason in found.reasons}


def test_a_page_my_own_page_links_to_is_mine() -> None:
    me = Profile(
        platform="frendli", handle="tomasz.w", display_name="Tomasz", links=("https://chatterly.example/tw",)
    )
    other = Profile(platform="chatterly", handle="tw", display_name="Tomasz Wilk")
    assert compare(me, [other])[0].verdict is Verdict.OWN


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ({"bio": "Fan page for Tomasz Wilk, not affiliated"}, Verdict.FAN_OR_PARODY),
        ({"display_name": "Not Tomasz Wilk"}, Verdict.FAN_OR_PARODY),
        ({"bio": "The truth about Tomasz Wilk and his lies"}, Verdict.FAN_OR_PARODY),
        ({"handle": "tomasz.w_fans"}, Verdict.FAN_OR_PARODY),
        ({"bio": "Fan page. Inbox me to earn weekly"}, Verdict.POSSIBLE_COPY),
        ({"bio": "Leeds United fan, satire lover, supporter of small shops"}, Verdict.POSSIBLE_COPY),
    ],
)
def test_only_a_page_that_says_it_is_no_copy_is_taken_at_its_word(page: dict[str, object], kind: Verdict) -> None:
    found = verdict(**{"avatar": avatar(40), "handle": "wilk_t", **page})[0]
    assert (found is Verdict.FAN_OR_PARODY) == (kind is Verdict.FAN_OR_PARODY)


def test_a_disguise_never_speaks_against_a_copy() -> None:
    plain = compare(
        ME, [Profile.from_mapping({"platform": "frendli", "display_name": "Tomasz Wilk", "bio": BIO})]
    )[0]
    hidden = compare(
        ME, [Profile.from_mapping({"platform": "frendli", "display_name": "Tоmаsz Wilk", "bio": BIO})]
    )[0]
    assert hidden.verdict is plain.verdict is Verdict.LIKELY_COPY
    assert hidden.score >= plain.score


def test_the_same_place_by_another_name_is_no_other_life() -> None:
    assert verdict(location="leeds, west yorkshire 🇬🇧")[0] is Verdict.POSSIBLE_COPY
    assert (
        verdict(location="Cardiff", bio="Accountant, rugby, cycling, canoes and three cats")[0] is Verdict.NAMESAKE
    )


@pytest.mark.parametrize(
    "odd",
    [
        {"links": 5, "mutual_links": {"a": 1}, "bio": ["x"], "display_name": 3, "followers": "1e999", "posts": -4},
        {"followers": float("nan"), "joined": 2019, "avatar": "no\0file", "handle": "@" * 5000},
        {"display_name": "\u202e\u200b" * 50, "bio": "\u2028" * 3000, "location": "\ud800", "handle": "x" * 9000},
    ],
)
def test_values_of_any_kind_are_borne(odd: dict[str, object]) -> None:
    assert compare(ME, [Profile.from_mapping(odd)])[0].verdict in Verdict
    assert compare(Profile.from_mapping(odd), [ME])[0].verdict in Verdict


def test_a_bio_that_only_repeats_other_lines_tells_of_no_other_life() -> None:
    own = (view("tomasz.w", display_name="Tomasz Wilk", bio=BIO),)
    bare = view("wilk77", display_name="Tomasz Wilk", bio="Joined 2026-10-30", joined="2026-10-30")
    [found] = compare_views(own, (bare,), {})
    assert "bio" not in {reason.element for reason in found.candidate.reasons}


def test_a_shared_place_of_work_speaks_for_a_copy_though_the_picture_is_another() -> None:
    me = Profile("tiktok", "tomasz.w", "Tomasz Wilk", avatar=b"1", employer="Bramble House")
    other = replace(me, platform="linkedin", handle="tomasz-wilk-1")
    with mock.patch("privacy_check.lookalikes.signs.same_picture", return_value=PictureMatch(False, 0.0)):
        [found] = compare(me, [other])
        [namesake] = compare(me, [replace(other, employer="")])
    assert found.verdict is Verdict.POSSIBLE_COPY
    assert namesake.verdict is Verdict.NAMESAKE
