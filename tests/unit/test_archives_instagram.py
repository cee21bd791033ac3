"""Instagram's archive: flat files, labels in the account's language, the nested shape, pages; Threads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from privacy_check.model import SeenBy
from scanners.archives import read
from tests.unit.archives_made import broken_letters, everything, facts, joined, made, one

LABELS = {
    "en": (
        "Email",
        "Phone Number",
        "Phone Confirmed",
        "Username",
        "Name",
        "Bio",
        "Gender",
        "Date of birth",
        "Private Account",
    ),
    "fr": (
        "Adresse e-mail",
        "Numéro de téléphone",
        "Numéro de téléphone confirmé",
        "Nom d’utilisateur",
        "Nom",
        "Bio",
        "Genre",
        "Date de naissance",
        "Compte privé",
    ),
    "it": (
        "Indirizzo e-mail",
        "Numero di telefono",
        "Phone Confirmed",
        "Nome utente",
        "Nome",
        "Biografia",
        "Genere",
        "Data di nascita",
        "Account privato",
    ),
}
VALUES = (
    "zoe@example.org",
    "+447700900123",
    "True",
    "zoe.maple",
    "Zoé Mapleby",
    "Thé & città",
    "female",
    "1984-03-02",
    "False",
)
COMMENT = {
    "en": ("Comment", "Media Owner", "Time"),
    "fr": ("Commentaire", "Propriétaire du contenu multimédia", "Heure"),
    "it": ("Commento", "Proprietario del contenuto multimediale", "Ora"),
}
TOWN = {"en": "City Name", "fr": "Nom de la ville", "it": "Nome della città"}


def mapped(**labels: Any) -> dict[str, Any]:
    """A record of labelled values."""
    return {
        "title": "",
        "string_map_data": {k: {"href": "", "value": v, "timestamp": 0} for k, v in labels.items()},
    }


CONNECTIONS: dict[str, Any] = {
    "connections/followers_and_following/following.json": {
        "relationships_following": [
            {
                "title": "",
                "string_list_data": [{"href": "https://x.example.org", "value": "example_radio", "timestamp": 1}],
            },
            {"title": "other_radio", "string_list_data": [{"href": "https://x.example.org", "timestamp": 1}]},
        ]
    },
    "connections/followers_and_following/followers_1.json": [{"string_list_data": [{"value": "pat_private"}]}] * 2,
    "connections/followers_and_following/following_hashtags.json": {
        "relationships_following_hashtags": [{"string_list_data": [{"value": "wildswimming"}]}]
    },
    "connections/contacts/synced_contacts.json": {
        "contacts_contact_info": [mapped(**{"First Name": "Pat", "Contact Information": "+447700900999"})]
    },
}
"""Whom the account follows, who follows it, and the contacts it was given: alike in every language."""


def labelled(language: str, root: str = "", content: str = "content") -> dict[str, Any]:
    """The layouts of 2021 and of 2023, in one language."""
    text, owner, time = COMMENT[language]
    about = f"{root}information_about_you" if root else "information_about_you"
    return {
        f"{root}{'personal_information' if root else 'account_information'}/personal_information.json": {
            "profile_user": [mapped(**dict(zip(LABELS[language], VALUES, strict=True)))]
        },
        f"{about}/account_based_in.json": {
            "inferred_data_primary_location": [mapped(**{TOWN[language]: "Forlì"})]
        },
        **CONNECTIONS,
        f"your_instagram_activity/{content}/posts_1.json": [
            {"media": [{"uri": "a.jpg", "creation_timestamp": 1600000000, "title": "Été à la mer"}]}
        ],
        "your_instagram_activity/comments/post_comments_1.json": [
            {
                "string_map_data": {
                    text: {"value": "Trop beau"},
                    owner: {"value": "pat_private"},
                    time: {"timestamp": 1600000100},
                }
            }
        ],
        "your_instagram_activity/likes/liked_posts.json": {"likes_media_likes": [{"title": "pat_private"}]},
        "your_topics/your_topics.json": {"topics_your_topics": [mapped(Name="Beekeeping")]},
        "information_about_you/autofill_information.json": {
            "ig_autofill_data": {
                "tel": "+447700900456",
                "street_address": "12 Example Road",
                "postal_code": "LS1 1AA",
                "email": "None",
            }
        },
        "login_and_account_creation/signup_information.json": {
            "account_history_registration_info": [
                {
                    "string_map_data": {
                        time: {"value": "", "timestamp": 1300000000},
                        "IP Address": {"value": "192.0.2.7"},
                    }
                }
            ]
        },
    }


@pytest.mark.parametrize("language", LABELS)
@pytest.mark.parametrize("root", ["", "personal_information/"])
def test_labels_of_every_language_mean_the_same(tmp_path: Path, language: str, root: str) -> None:
    view = one(made(tmp_path, broken_letters(labelled(language, root)), inside="instagram-zoe/"))
    assert (view.account.platform, view.account.handle) == ("instagram", "zoe.maple")
    got = {
        name: facts(view, name)
        for name in ("display_name", "bio", "birthday", "gender", "places", "joined", "ad_interests")
    }
    assert got == {
        "display_name": ["Zoé Mapleby"],
        "bio": ["Thé & città"],
        "birthday": ["1984-03-02"],
        "gender": ["female"],
        "places": ["Forlì"],
        "joined": ["2011-03-13"],
        "ad_interests": ["Beekeeping"],
    }
    assert facts(view, "phone") == ["+447700900123", "+447700900456"]
    assert facts(view, "email") == ["zoe@example.org"]
    assert facts(view, "address") == ["12 Example Road, LS1 1AA"]
    assert facts(view, "follows") == ["example_radio", "other_radio"]
    assert (facts(view, "followers"), facts(view, "contacts_uploaded")) == (["2"], ["1"])
    assert joined(view) == {"#wildswimming"}
    assert {(post.text, post.at) for post in view.posts} == {
        ("Été à la mer", "2020-09-13T12:26:40Z"),
        ("Trop beau", "2020-09-13T12:28:20Z"),
    }
    for never in ("pat_private", "900999", "None", "True"):
        assert never not in everything(view), never


def test_the_flat_files_of_the_first_years(tmp_path: Path) -> None:
    members = {
        "profile.json": {
            "username": "zoe.maple",
            "name": "Zoé Mapleby",
            "email": "zoe@example.org",
            "biography": "Thé",
            "date_of_birth": "1984-03-02",
            "private_account": True,
            "date_joined": "2012-04-05T06:07:08",
        },
        "connections.json": {
            "following": {"example_radio": "2019-01-01T00:00:00"},
            "followers": {"pat_private": "2019-01-01"},
        },
        "comments.json": {"media_comments": [["2019-02-03T04:05:06", "Trop beau", "pat_private"]]},
        "media.json": {
            "photos": [{"caption": "Été", "taken_at": "2018-01-02T03:04:05", "location": "Leeds", "path": "a.jpg"}]
        },
        "likes.json": {"media_likes": [["2019-01-01", "pat_private"]]},
        "account_history.json": {"registration_info": {"registration_username": "zoe", "ip_address": "192.0.2.7"}},
    }
    view = one(made(tmp_path, members))
    assert view.account.handle == "zoe.maple"
    assert facts(view, "joined") == ["2012-04-05"]
    assert facts(view, "follows") == ["example_radio"]
    assert {(post.text, post.place) for post in view.posts} == {("Trop beau", ""), ("Été", "Leeds")}
    assert {post.seen_by for post in view.posts} == {SeenBy.FRIENDS}
    assert "pat_private" not in everything(view)


def test_the_nested_shape_of_today(tmp_path: Path) -> None:
    members = {
        **labelled("fr", "personal_information/"),
        "personal_information/information_about_you/profile_based_in.json": [
            {"label_values": [{"dict": [{"dict": [{"label": "Ville", "value": "Besançon"}], "title": "Lieu"}]}]}
        ],
    }
    assert facts(one(made(tmp_path, broken_letters(members))), "places") == ["Forlì", "Besançon"]


def test_an_open_account_says_nothing_of_who_sees_the_mail_address(tmp_path: Path) -> None:
    view = one(made(tmp_path, broken_letters(labelled("en"))))
    assert {field.seen_by for field in view.all("email")} == {SeenBy.UNKNOWN}
    assert {field.seen_by for field in view.all("ad_interests")} == {SeenBy.ONLY_ME}


def test_pages_instead_of_json(tmp_path: Path) -> None:
    rows = "".join(
        f'<tr><td colspan="2" class="_2pin _a6_q">{label}<div><div>{value}</div></div></td></tr>'
        for label, value in zip(LABELS["fr"], VALUES, strict=True)
    )
    follow = (
        '<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder"><a '
        'href="https://www.instagram.com/r">example_radio</a><div>déc. 01, 2020 1:00 am</div></div>'
    )
    members = {
        "personal_information/personal_information"
        "/personal_information.html": f"<main><table>{rows}</table></main>",
        "connections/followers_and_following/following.html": f"<main>{follow}</main>",
    }
    view = one(made(tmp_path, members))
    assert facts(view, "display_name") == ["Zoé Mapleby"]
    assert facts(view, "email") == ["zoe@example.org"]
    assert facts(view, "follows") == ["example_radio"]


def test_threads_inside_the_archive_is_an_account_of_its_own(tmp_path: Path) -> None:
    members = {
        **labelled("en"),
        "your_instagram_activity/threads/threads_and_replies.json": {
            "text_post_app_text_posts": [
                {"media": [{"title": "A thread of mine", "creation_timestamp": 1700000000}]}
            ]
        },
    }
    instagram, threads = read([made(tmp_path, broken_letters(members))])
    assert (threads.account.platform, threads.account.handle) == ("threads", "zoe.maple")
    assert [post.text for post in threads.posts] == ["A thread of mine"]
    assert "A thread of mine" not in everything(instagram)
