"""What a profile gives away, and to whom; nothing from an account that could not be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from privacy_check import catalogue
from privacy_check.assessment.judge import judge_together, judge_view
from privacy_check.assessment.names import full_name
from privacy_check.assessment.shown import link_kind
from privacy_check.model import (
    Account,
    EntityType,
    Field,
    Group,
    Lens,
    Link,
    Nature,
    Outcome,
    Picture,
    Post,
    ProfileView,
    SeenBy,
    Severity,
)
from tests.unit.findings import ADA, FACEBOOK, INSTAGRAM, STRAVA, only, rules, view


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if not outcome.conclusive])
def test_an_account_that_could_not_be_seen_has_no_findings(outcome: Outcome) -> None:
    walled = view(INSTAGRAM, ("bio", "ring 07700 900123"), ("display_name", "Ada Birch"), outcome=outcome)
    assert judge_view(walled, ADA) == []


def test_an_account_that_is_not_there_has_no_findings() -> None:
    assert judge_view(view(outcome=Outcome.NOT_FOUND), ADA) == []


def test_words_are_placed_on_the_account() -> None:
    bio = "Tea, hills, cake. Ring me on 07700 900123 🎂"
    found = only(judge_view(view(INSTAGRAM, ("bio", bio))), "PI-03")
    assert found.account == INSTAGRAM
    assert found.field == "bio"
    assert found.seen_by is SeenBy.PUBLIC
    assert found.span is not None
    assert bio[found.span.start : found.span.end] == "07700 900123"
    assert found.remedy_ids
    assert found.audiences


@pytest.mark.parametrize(
    ("name", "text", "rule_id", "entity_type"),
    [
        ("display_name", "Ada Birch", "PI-01", EntityType.PROFILE),
        ("location", "Otterby, West Yorkshire", "LOC-01", EntityType.LOCATION),
        ("employer", "Wharfedale Council", "WRK-05", EntityType.EMPLOYER),
        ("job_title", "Family support worker", "WRK-05", EntityType.JOB_TITLE),
        ("education", "Otterby Grammar, 1999 to 2006", "PI-09", EntityType.SCHOOL),
        ("email", "ada@example.org", "PI-04", EntityType.EMAIL),
        ("phone", "+44 7700 900123", "PI-03", EntityType.PHONE),
        ("birthday", "9 April 1988", "PI-02", EntityType.BIRTH_DATE),
        ("birthday", "1988-04-09", "PI-02", EntityType.BIRTH_DATE),
        ("birthday", "9 April", "PI-02b", EntityType.BIRTH_DATE),
        ("birthday", "1988", "PI-08", EntityType.BIRTH_YEAR),
        ("friends", "Mo Larch, Jo Elder, Sam Rowan", "NET-01", EntityType.PROFILE),
        ("bio", "cakes to order, DM me", "NET-07", EntityType.PROFILE),
        ("links", "https://wa.me/447700900123", "PI-05", EntityType.URL),
        ("website", "https://linktr.ee/adabirch", "PI-05", EntityType.URL),
        ("links", "paypal.me/adabirch", "FIN-01", EntityType.URL),
        ("links", "https://www.justgiving.com/fundraising/ada-runs", "FIN-02", EntityType.URL),
    ],
)
def test_parts_of_a_profile(name: str, text: str, rule_id: str, entity_type: EntityType) -> None:
    found = [item for item in judge_view(view(FACEBOOK, (name, text))) if item.rule_id == rule_id]
    assert any(item.entity_type is entity_type and item.confirmed for item in found)


@pytest.mark.parametrize(
    ("name", "text", "rule_id"),
    [
        ("display_name", "The Cake Shed", "PI-01"),
        ("display_name", "ada 🌿", "PI-01"),
        ("display_name", "Otterby Running Club", "PI-01"),
        ("location", "UK", "LOC-01"),
        ("location", "🌍", "LOC-01"),
        ("location", "Planet Earth", "LOC-01"),
        ("friends", "312", "NET-01"),
        ("friends", "1.2K friends", "NET-01"),
        ("birthday", "", "PI-02"),
        ("bio", "she slid down the hill", "NET-07"),
        ("links", "https://paypal.me", "FIN-01"),
        ("links", "https://example.org/about", "PI-05"),
    ],
)
def test_near_misses(name: str, text: str, rule_id: str) -> None:
    assert rule_id not in rules(judge_view(view(FACEBOOK, (name, text))))


def test_names_given_decide_what_a_full_name_is() -> None:
    assert full_name("Ada Birch", ADA) > 0.9
    assert full_name("Ms Ada Jane Birch (she/her)", ADA) > 0.9
    assert full_name("ADA BIRCH", ADA) > 0.9
    assert full_name("Ada B", ADA) == 0
    assert full_name("Rowan Elder", ADA) == 0
    assert full_name("Zoë O’Neill-Smith", None) > 0.5
    assert full_name("Otterby Bakes Ltd", None) == 0


def test_the_same_piece_said_twice_is_one_finding() -> None:
    told = judge_view(
        view(
            FACEBOOK,
            ("bio", "Family support worker at Wharfedale Council. 07700 900123"),
            ("employer", "Wharfedale Council"),
            ("phone", "+44 7700 900 123"),
        ),
        ADA,
    )
    assert only(told, "PI-03").field == "bio"
    employers = [item for item in told if item.entity_type is EntityType.EMPLOYER]
    assert len(employers) == 1
    assert employers[0].confidence >= 0.9


@pytest.mark.parametrize(
    ("line", "full", "post"),
    [
        ("employer", "Wharfedale Council Children's Services", "I work for Wharfedale Council and love it."),
        ("employer", "Wharfedale Council", "I work for Wharfedale Council and love it."),
        ("location", "Otterby, Wharfedale", "I live in Otterby and always will."),
    ],
)
def test_what_a_line_of_the_profile_says_is_told_from_there_also_where_a_post_names_it_in_fewer_words(
    line: str, full: str, post: str
) -> None:
    page = ProfileView(
        FACEBOOK, Lens.PUBLIC, Outcome.VISIBLE, fields=(Field(line, full, "test"),), posts=(Post(post),)
    )
    told = [item for item in judge_view(page) if item.field == line]
    assert [item.value.reveal() for item in told] == [full]


def test_posts_and_places() -> None:
    posts = tuple(Post("morning all", place="Otterby Moor") for _ in range(3))
    told = judge_view(ProfileView(FACEBOOK, Lens.PUBLIC, Outcome.VISIBLE, posts=posts))
    assert {"VIS-01", "VIS-03", "LOC-04", "LOC-08"} <= rules(told)
    runs = judge_view(ProfileView(STRAVA, Lens.PUBLIC, Outcome.VISIBLE, posts=posts[:1]))
    assert "LOC-05" in rules(runs)
    assert "LOC-04" not in rules(runs)
    vague = judge_view(ProfileView(STRAVA, Lens.PUBLIC, Outcome.VISIBLE, posts=(Post("Morning run"),)))
    assert not only(vague, "LOC-05").confirmed


def test_a_website_is_not_asked_to_be_private() -> None:
    site = Account("generic", "ada.example.org", "https://ada.example.org")
    told = judge_view(ProfileView(site, Lens.PUBLIC, Outcome.VISIBLE, posts=(Post("hello"),)))
    assert "VIS-01" not in rules(told)


def test_each_post_keeps_its_place_in_the_list() -> None:
    posts = (Post("hello"), Post("ring 07700 900123"))
    found = only(judge_view(ProfileView(FACEBOOK, Lens.PUBLIC, Outcome.VISIBLE, posts=posts)), "PI-03")
    assert (found.field, found.item) == ("posts", 1)


def test_a_picture_is_only_ever_a_question() -> None:
    told = judge_view(view(INSTAGRAM, ("avatar", "https://cdn.example.org/a.jpg")))
    assert not only(told, "PHO-10").confirmed
    pictured = ProfileView(INSTAGRAM, Lens.PUBLIC, Outcome.VISIBLE, pictures=(Picture("x", role="avatar"),))
    assert not only(judge_view(pictured), "PHO-10").confirmed


@pytest.mark.parametrize("lens", [Lens.MEMBER, Lens.ARCHIVE])
@pytest.mark.parametrize("said", list(SeenBy))
def test_own_eyes_never_prove_public(lens: Lens, said: SeenBy) -> None:
    shown = ProfileView(
        FACEBOOK,
        lens,
        Outcome.VISIBLE,
        fields=(Field("phone", "07700 900123", "test", seen_by=said), Field("bio", "ring 07700 900456", "test")),
        groups=(Group("Leeds Humanists", lens=lens, visibility="public"),),
        posts=(Post("hello"),),
        seen_by=said,
    )
    told = judge_view(shown)
    assert told
    assert not {item.seen_by for item in told} & {SeenBy.PUBLIC, SeenBy.INDEXED}
    assert not {"VIS-01", "VIS-03"} & rules(told)


def test_a_saved_page_of_unknown_eyes_stays_unknown() -> None:
    told = judge_view(view(FACEBOOK, ("phone", "07700 900123"), lens=Lens.SAVED_PAGE))
    assert only(told, "PI-03").visibility is None


def test_a_field_knows_better_than_the_view() -> None:
    shown = ProfileView(
        FACEBOOK,
        Lens.PUBLIC,
        Outcome.VISIBLE,
        fields=(Field("phone", "07700 900123", "test", seen_by=SeenBy.INDEXED),),
    )
    assert only(judge_view(shown), "PI-03").seen_by is SeenBy.INDEXED


def test_groups() -> None:
    groups = (
        Group("Leeds Humanists"),
        Group("Parents of Larch Lane Primary"),
        Group("Star Wars collectors"),
        Group("Otterby Gala", kind="event"),
        Group("Fell lovers", kind="group, admin"),
    )
    told = judge_view(ProfileView(FACEBOOK, Lens.PUBLIC, Outcome.VISIBLE, groups=groups))
    found = {item.rule_id: item for item in told}
    assert {item.rule_id for item in told if item.confirmed} == {"GRP-S3", "GRP-L2", "GRP-E1", "GRP-A1"}
    assert found["GRP-S3"].nature is Nature.REVEALS_SENSITIVE
    assert found["GRP-S3"].severity is Severity.WORTH_A_LOOK
    assert "humanist" not in found["GRP-S3"].explanation.casefold()


def test_who_sees_a_membership_depends_on_the_group() -> None:
    groups = (Group("Leeds Humanists", visibility="private group", lens=Lens.MEMBER),)
    told = judge_view(ProfileView(FACEBOOK, Lens.MEMBER, Outcome.VISIBLE, groups=groups))
    assert only(told, "GRP-S3").visibility == 0.1
    public = (replace(groups[0], visibility="Public group"),)
    told = judge_view(ProfileView(FACEBOOK, Lens.MEMBER, Outcome.VISIBLE, groups=public))
    assert only(told, "GRP-S3").seen_by is SeenBy.MEMBERS


TRAITS = [
    "Leeds Humanists",
    "Leeds Grand Mosque",
    "UNISON Leeds",
    "Labour Party Leeds",
    "Leeds LGBT+ Hub",
    "ADHD UK",
]


def test_swapping_one_trait_for_another_changes_no_word_of_a_finding() -> None:
    told = []
    for name in TRAITS:
        shown = ProfileView(FACEBOOK, Lens.PUBLIC, Outcome.VISIBLE, groups=(Group(name),))
        (found,) = (item for item in judge_view(shown) if item.confirmed)
        told.append(replace(found, rule_id="GRP-S", value=found.value.__class__("x")))
    assert len({repr(item) for item in told}) == 1


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://wa.me/447700900123", "messenger"),
        ("http://www.wa.me/447700900123?text=hi", "messenger"),
        ("https://api.whatsapp.com/send?phone=447700900123", "messenger"),
        ("t.me/ada", "messenger"),
        ("https://matrix.to/#/@ada:example.org", "messenger"),
        ("https://snapchat.com/add/ada", "messenger"),
        ("https://snapchat.com/discover", None),
        ("https://notpaypal.me/ada", None),
        ("https://www.paypal.com/paypalme/ada", "payment"),
        ("https://www.paypal.com/uk/home", None),
        ("https://www.strava.com/athletes/12345", "fitness"),
        ("https://example.org", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_links_are_known_by_their_place(url: str, kind: str | None) -> None:
    assert link_kind(url) == kind


def test_a_link_to_a_page_of_ones_own_is_no_chat_link() -> None:
    about = replace(ADA, handles=("moonlit_badger94",))
    own = view(FACEBOOK, ("links", "https://games.example.org/id/moonlit_badger94"))
    assert "PI-05" not in rules(judge_view(own, about))


def test_a_payment_page_speaks_by_being_there() -> None:
    told = judge_view(
        view(Account("venmo", "ada-birch", "https://venmo.com/u/ada-birch"), ("display_name", "Ada"))
    )
    assert only(told, "FIN-01").confirmed
    shop = ProfileView(
        Account("vinted", "ada", "https://www.vinted.co.uk/member/1"),
        Lens.PUBLIC,
        Outcome.VISIBLE,
        posts=(Post("coat, hardly worn"),),
    )
    assert not only(judge_view(shop), "FIN-03").confirmed


def test_hostile_profiles_are_ordinary() -> None:
    nasty = "\u202e[red]\x1b[2J" + "A" * 5000 + "\ud800\x00"
    shown = ProfileView(
        Account("x", nasty[:80], "http://["),
        Lens.PUBLIC,
        Outcome.VISIBLE,
        fields=tuple(
            Field(name, nasty, "test") for name in ("display_name", "bio", "location", "birthday", "links")
        ),
        groups=(Group(nasty, kind=nasty, visibility=nasty),),
        links=(Link(nasty),),
        posts=(Post(nasty, place=nasty),),
        pictures=(Picture(nasty, caption=nasty),),
    )
    for item in judge_together((shown,), judge_view(shown, ADA), ADA):
        assert catalogue.known(item.rule_id)


def test_conduct_is_never_a_finding() -> None:
    shown = view(FACEBOOK, ("bio", "hate my boss, drunk again, useless council, stupid kids"))
    assert not any(item.rule_id.startswith("CON-") for item in judge_view(shown, ADA))
