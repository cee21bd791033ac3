"""Archives: kinds of layout that only some years, languages or services have."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scanners.archives.membership import Memberships
from tests.unit.archives_made import broken_letters, everything, facts, joined, made, one, ytd

AT = 1_650_000_000
PROFILE = {"profile_v2": {"name": {"full_name": "Élodie Marchetti"}}}
WHO = "profile_information/profile_information.json"


def facebook(folder: Path, **members: Any) -> Path:
    """A Facebook archive with these files beside the profile."""
    named = {name.replace("__", "/") + ".json": body for name, body in members.items()}
    return made(folder, broken_letters({WHO: PROFILE, **named}))


def log(*lines: tuple[int, str, str]) -> dict[str, Any]:
    """A log of memberships: when, the words, the group."""
    return {
        "groups_joined_v2": [
            {"timestamp": AT + at, "title": words.format(name), "data": [{"name": name}]}
            for at, words, name in lines
        ]
    }


@pytest.mark.parametrize(
    ("became", "stopped"),
    [
        ("Vous êtes devenue membre de {}.", "Vous avez arrêté d’être membre de {}."),
        ("Ora fai parte del gruppo {}.", "Hai interrotto l'iscrizione a {}."),
        ("Csatlakoztál ehhez: {}.", "Kiléptél innen: {}."),  # a language nobody wrote down
    ],
)
def test_leaving_is_known_by_its_words_or_by_its_place_in_the_log(
    tmp_path: Path, became: str, stopped: str
) -> None:
    lines = [(1, became, "Vélo"), (2, stopped, "Vélo"), (3, became, "Café"), (4, stopped, "Radio")]
    path = facebook(tmp_path, groups__your_group_membership_activity=log(*lines))
    assert joined(one(path)) == {"Café"}


def test_to_become_an_administrator_is_no_leaving() -> None:
    lines = Memberships()
    lines.line("Choir", "2020", "You became a member of Choir.")
    lines.line("Choir", "2021", "You became an admin of Choir.")
    assert list(lines.still()) == ["Choir"]


def test_questions_answered_on_the_way_in_are_a_membership_only_where_there_is_no_log(tmp_path: Path) -> None:
    answers = {
        "group_membership_questions_answers_v2": {"group_answers": [{"group_name": "Book Club", "answers": []}]}
    }
    named = "groups__your_answers_to_membership_questions"
    assert joined(one(facebook(tmp_path, **{named: answers}))) == {"Book Club"}
    beside = {named: answers, "groups__your_group_membership_activity": log((1, "You joined {}.", "Choir"))}
    assert joined(one(facebook(tmp_path, **beside))) == {"Choir"}


def test_what_facebook_holds_in_small_files_is_found(tmp_path: Path) -> None:
    place = {"name": "Casa", "address": "Via Prova 3", "coordinate": {"latitude": 44.4, "longitude": 11.3}}
    view = one(
        facebook(
            tmp_path,
            your_places__places={"your_places_v2": [place]},
            security__used_ip_addresses={"used_ip_address_v2": ["192.0.2.77"]},
            about_you__friend_peer_group={"friend_peer_group": "Established Adult Life"},
            following__followed_pages={
                "pages_followed": [{"timestamp": 1, "attachments": [{"data": [{"name": "BBC"}]}], "title": "x"}]
            },
            ads__other_categories_used_to_reach_you={
                "label_values": [{"label": "Name", "vec": [{"value": "Travellers"}]}]
            },
            posts__edits_you_made_to_posts=[{"timestamp": 1, "data": [{"text": "At teh mill"}], "title": "x"}],
            off__your_activity_off_meta_technologies=[
                {"timestamp": 1, "title": "x", "label_values": [{"label": "Name", "value": "boots.com"}]}
            ],
        )
    )
    assert facts(view, "places") == ["Casa, Via Prova 3"]
    assert facts(view, "ip") == ["192.0.2.77"]
    assert {"Established Adult Life", "Travellers"} <= set(facts(view, "ad_interests"))
    assert facts(view, "activity_elsewhere") == ["boots.com"]
    assert joined(view, "page") == {"BBC"}
    assert "teh mill" not in everything(view)


def test_an_event_that_was_declined_is_none(tmp_path: Path) -> None:
    events = [
        {
            "timestamp": 1,
            "label_values": [{"label": "Name", "value": name}, {"label": "Response", "value": answer}],
        }
        for name, answer in (("Fair", "Going"), ("Opera", "Declined"))
    ]
    view = one(facebook(tmp_path, events__your_event_responses=events))
    assert joined(view, "event") == {"Fair"}


OLD = (
    '<html><head><title>Profile</title></head><body><div class="nav"><ul><li><a href="html/wall.htm">Wall</a></li>'
    '<li><a href="html/friends.htm">Friends</a></li></ul></div><div class="contents"><h1>Nadia '
    "Okafor</h1>{}</div></body></html>"
)


def test_the_menu_of_an_old_page_is_no_part_of_its_lists(tmp_path: Path) -> None:
    members = {
        "index.htm": OLD.format(
            "<table><tr><th>Employment</th><td>Hull "
            "Council</td></tr><tr><th>Phones</th><td>Mobile: +44 7700 "
            "900321</td></tr></table>"
        ),
        "html/events.htm": OLD.format('<ul><li>Wool Fest<p class="meta">2 June 2012<br>Attending</p></li></ul>'),
        "html/ads.htm": OLD.format(
            "<h2>Topics</h2><ul><li>Wool</li></ul><h2>Advertisers</h2><ul><li>Shop</li></ul>"
        ),
        "html/apps.htm": OLD.format("<ul><li>Bejeweled</li></ul>"),
    }
    view = one(made(tmp_path, members))
    assert joined(view) == {"Wool Fest"}
    assert facts(view, "ad_interests") == ["Wool"]
    assert facts(view, "advertisers") == ["Shop"]
    assert facts(view, "apps") == ["Bejeweled"]
    assert facts(view, "phone") == ["+44 7700 900321"]
    assert facts(view, "employer") == ["Hull Council"]


PAGE = '<html><head><title>Facebook</title></head><body><div class="_a706">{}</div></body></html>'


def box(*pieces: str) -> str:
    """A box of today's pages."""
    return f'<div class="_a6-g uiBoxWhite">{"".join(f"<div>{piece}</div>" for piece in pieces)}</div>'


def test_posts_on_a_page_that_also_holds_check_ins_are_posts(tmp_path: Path) -> None:
    members = {
        "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.html": PAGE.format(
            box("Nadia updated her status.", "House empty!", "May 04, 2021 3:12:11 pm")
        ),
        "connections/friends/your_friends.html": PAGE.format(
            box("Sam", "May 04, 2021") + box("Joy", "May 05, 2021")
        ),
        "personal_information/profile_information/profile_information.html": PAGE.format(
            "<table><tr><td>Name<div>Nadia Okafor</div></td></tr></table>"
        ),
    }
    view = one(made(tmp_path, members))
    assert [post.text for post in view.posts] == ["House empty!"]
    assert facts(view, "friends") == ["2"]  # a box that fits two patterns is one


def test_every_address_on_googles_page_of_the_account_is_the_owners(tmp_path: Path) -> None:
    lines = (
        "Adresse e-mail : alex@example.org",
        "E-mail de secours : back@example.org",
        "SMS : +447700900901 [GB]",
    )
    page = "".join(f"<li>{line}</li>" for line in lines)
    table = "<table><tr><th>Horodatage</th><th>IP</th></tr><tr><td>2022</td><td>192.0.2.99</td></tr></table>"
    members = {
        "Takeout/Compte Google/alex.SubscriberInfo.html": f"<ul>{page}</ul>{table}",
        "Takeout/YouTube et YouTube Music/chaînes/chaîne.csv": "ID de la chaîne,Titre de la chaîne "
        "(original),Visibilité\r\nUCx,alexplays,Public\r\n",
        "Takeout/archive_browser.html": "<html></html>",
    }
    view = one(made(tmp_path, members))
    assert facts(view, "email") == ["alex@example.org", "back@example.org"]
    assert facts(view, "phone") == ["+447700900901"]
    assert facts(view, "ip") == ["192.0.2.99"]
    assert facts(view, "display_name") == ["alexplays"]


def labelled(**values: str) -> dict[str, Any]:
    """Instagram's record of labels."""
    return {"string_map_data": {label.replace("_", " "): {"value": value} for label, value in values.items()}}


def test_what_instagram_believes_and_what_was_typed_into_forms_is_found(tmp_path: Path) -> None:
    members = {
        "account_information/personal_information.json": {
            "profile_user": [labelled(**{"Nom dâutilisateur": "rosa"})]
        },
        "login_and_account_creation/signup_information.json": {
            "account_history_registration_info": [labelled(Username="rosie")]
        },
        "information_about_you/possible_phone_numbers.json": {
            "inferred_data_inferred_phone_numbers": [{"string_list_data": [{"value": "+447700900299"}]}]
        },
        "autofill_information/autofill.json": {"ig_autofill_data": {"phone_number": "+447700900223"}},
        "information_about_you/profile_based_in.json": {
            "label_values": [{"dict": [{"label": "Town/city name", "value": "Leeds"}]}]
        },
        "ads_and_topics/posts_viewed.json": [
            {"timestamp": 1, "label_values": [{"label": "Author", "value": "stranger"}]}
        ],
    }
    view = one(made(tmp_path, members))
    assert facts(view, "handle") == ["rosa"]
    assert facts(view, "former_names") == ["rosie"]
    assert facts(view, "phone") == ["+447700900299", "+447700900223"]
    assert facts(view, "places") == ["Leeds"]
    assert "stranger" not in everything(view)


def test_words_of_x_are_read_without_the_marks_of_pages(tmp_path: Path) -> None:
    members = {
        "data/account.js": ytd("account", [{"account": {"username": "sam"}}]),
        "data/tweets.js": ytd("tweets", [{"tweet": {"id_str": "1", "full_text": "Kids &amp; me &lt;3"}}]),
        "data/profile.js": ytd("profile", [{"profile": {"description": {"bio": "R&amp;D"}}}]),
    }
    view = one(made(tmp_path, members))
    assert [post.text for post in view.posts] == ["Kids & me <3"]
    assert facts(view, "bio") == ["R&D"]


def test_linkedin_writes_the_month_first(tmp_path: Path) -> None:
    members = {
        "Profile.csv": 'First Name,Last Name,Maiden Name,Twitter Handles\r\nPriya,Nair,,"[one,two]"\r\n',
        "Registration.csv": 'Registered At,Registration Ip\r\n"3/4/12, 5:06 PM",192.0.2.33\r\n',
        "Email Addresses.csv": "Email Address,Confirmed,Primary\r\npriya@example.org,Yes,Yes\r\n",
    }
    view = one(made(tmp_path, members))
    assert facts(view, "joined") == ["2012-03-04"]
    assert facts(view, "linked_accounts") == ["x: one", "x: two"]


def test_tiktok_names_many_in_one_text_and_what_was_deleted_is_gone(tmp_path: Path) -> None:
    data = {
        "Profile And Settings": {"Profile Info": {"ProfileMap": {"userName": "dawn"}}},
        "Ads and data": {
            "Ads Based On Data Received From Partners": {"DataPartnerList": "Ocado", "AdvertiserList": "Gym, Shop"}
        },
        "Post": {"Recently Deleted Posts": {"PostList": [{"Title": "gone"}]}},
    }
    view = one(made(tmp_path, {"user_data_tiktok.json": json.dumps(data)}))
    assert facts(view, "advertisers") == ["Ocado", "Gym", "Shop"]
    assert "gone" not in everything(view)


def test_a_first_name_is_enough_where_only_one_person_in_a_chat_bears_it(tmp_path: Path) -> None:
    chat = (
        '01/03/23, 18:02 - Ugo ha creato il gruppo "Mamme"\n01/03/23, 18:03 - Anna Neri: '
        "gita\n01/03/23, 18:03 - Bea: ciao\n01/03/23, 18:03 - Ugo: ok\n"
    )
    view = one(made(tmp_path, {"_chat.txt": chat}), owner_names=("Anna",))
    assert [post.text for post in view.posts] == ["gita"]


def test_a_place_that_bears_a_label_is_found_and_a_switch_that_is_off_says_nothing(tmp_path: Path) -> None:
    home = {"geometry": {}, "properties": {"address": "12 Sample Terrace", "name": "Home"}}
    members = {
        "Takeout/Maps/My labelled places/Labelled places.json": {"type": "FeatureCollection", "features": [home]},
        "Takeout/archive_browser.html": "<html></html>",
    }
    assert facts(one(made(tmp_path, members)), "places") == ["Home, 12 Sample Terrace"]
    profile = {"profile_v2": {"name": {"full_name": "Ada"}, "blood_info": {"blood_donor_status": "UNREGISTERED"}}}
    view = one(made(tmp_path, {WHO: profile, "groups/your_groups.json": {"groups_admined_v2": []}}, "b.zip"))
    assert facts(view, "health") == []
