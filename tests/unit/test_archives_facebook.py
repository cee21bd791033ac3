"""Facebook's archive in every layout it had, in English, French and Italian, as JSON and as pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.unit.archives_made import broken_letters, everything, facts, joined, made, one, unpacked

PROFILE = {
    "name": {"full_name": "Zoé Mapleby", "first_name": "Zoé", "last_name": "Mapleby"},
    "emails": {"emails": ["zoe@example.org"], "previous_emails": ["old.zoe@example.org"], "pending_emails": []},
    "birthday": {"year": 1984, "month": 3, "day": 2},
    "gender": {"gender_option": "FEMALE", "pronoun": "FEMALE"},
    "previous_names": [{"name": "Zoé Ashdown", "timestamp": 1200000000}],
    "other_names": [{"name": "Zed", "type": "nickname", "timestamp": 0}],
    "current_city": {"name": "Forlì", "timestamp": 1},
    "hometown": {"name": "Besançon"},
    "relationship": {"status": "Married", "partner": "Sam Mapleby"},
    "family_members": [{"name": "Ida Ashdown", "relation": "Mother"}],
    "education_experiences": [{"name": "Lycée Exemple", "graduated": True}],
    "work_experiences": [{"employer": "Example Primary School", "title": "Teacher", "location": "Leeds"}],
    "languages": [{"name": "French"}, {"name": "English"}],
    "political_view": {"name": "Green"},
    "religious_view": {"name": "Quaker"},
    "websites": [{"address": "https://zoe.example.org"}],
    "phone_numbers": [{"phone_type": "Mobile", "phone_number": "+447700900123", "verified": True}],
    "username": "zoe.mapleby",
    "registration_timestamp": 1199145600,
    "profile_uri": "https://www.facebook.com/zoe.mapleby",
}
LOG = [
    {"timestamp": 1500000000, "title": "You became a member of Garden Club.", "data": [{"name": "Garden Club"}]},
    {"timestamp": 1500000100, "title": "You became a member of Old Haunt.", "data": [{"name": "Old Haunt"}]},
    {
        "timestamp": 1600000000,
        "title": "You stopped being a member of Old Haunt.",
        "data": [{"name": "Old Haunt"}],
    },
]
COMMENT = {
    "timestamp": 1550000000,
    "title": "Zoé Mapleby replied to a comment.",
    "data": [
        {"comment": {"timestamp": 1550000000, "comment": "See you at the allotment", "author": "Zoé Mapleby"}}
    ],
}
OTHERS_COMMENT = {"timestamp": 1, "data": [{"comment": {"comment": "Nosy words", "author": "Someone Else"}}]}
POST = {
    "timestamp": 1520000000,
    "title": "Zoé Mapleby was at Café Example.",
    "data": [{"post": "Déjeuner au soleil"}],
    "attachments": [{"data": [{"place": {"name": "Café Example", "address": "1 High Street, Leeds"}}]}],
}
EVENTS = {
    "events_joined": [{"name": "Summer Fair", "start_timestamp": 1}],
    "events_declined": [{"name": "Dull Evening"}],
    "events_interested": [{"name": "Book Night"}],
}


def era(root: str, version: str, **folders: str) -> dict[str, Any]:
    """The same things as one era laid them out."""
    groups, profile = folders.get("groups", "groups"), folders.get("profile", "profile_information")
    return {
        f"{profile}/profile_information.json": {f"profile{version}": PROFILE},
        f"{root}{groups}/your_group_membership_activity.json": {f"groups_joined{version}": LOG},
        f"{root}{groups}/your_groups.json": {f"groups_admined{version}": [{"name": "Tenants", "timestamp": 1}]},
        f"{root}{groups}/groups_you_ve_visited.json": {f"groups_visited{version}": [{"name": "Only Visited"}]},
        f"{root}pages/pages_you've_liked.json": {
            f"page_likes{version}": [{"name": "Example Radio", "url": "https://example.org/radio", "timestamp": 1}]
        },
        f"{root}comments_and_reactions/comments.json": {f"comments{version}": [COMMENT, OTHERS_COMMENT]},
        f"{root}posts/your_posts_1.json": [POST],
        f"{root}events/your_event_responses.json": {f"event_responses{version}": EVENTS},
        f"{root}friends/friends.json": {f"friends{version}": [{"name": "Pat Private", "timestamp": 1}] * 3},
        f"{root}messages/inbox/pat_1/message_1.json": {"participants": [{"name": "Pat Private"}], "messages": []},
        "ads_information/ads_interests.json": {f"topics{version}": ["Beekeeping"]},
        "apps_and_websites_off_of_facebook/apps_and_websites.json": {
            f"installed_apps{version}": [
                {"name": "Example Game", "category": "active"},
                {"name": "Gone Game", "removed_timestamp": 1},
            ]
        },
    }


OLD = {
    **{key: value for key, value in era("", "").items() if "groups/your_group_m" not in key},
    "groups/your_group_membership_activity.json": {
        "groups_joined": [{**line, "attachments": [{"data": line["data"]}], "data": []} for line in LOG]
    },
    "about_you/your_address_books.json": {
        "address_book": {
            "address_book": [{"name": "Pat Private", "details": [{"contact_point": "+447700900999"}]}]
        }
    },
}
ERAS = {
    "2019": OLD,
    "2021": era("", "_v2"),
    "2022": era("your_activity_across_facebook/", "_v2"),
    "2024": era("your_facebook_activity/", "_v2", profile="personal_information/profile_information"),
    "nested": era("personal_information/profile_information/your_facebook_activity/", "_v2"),
    "renamed": {f"dossier/{key.replace('groups/', 'groupes/')}": value for key, value in era("x/", "_v2").items()},
}


@pytest.mark.parametrize("name", ERAS)
def test_every_layout_gives_the_same_facts_and_groups(tmp_path: Path, name: str) -> None:
    view = one(made(tmp_path, broken_letters(ERAS[name])))
    assert view.account.platform == "facebook"
    assert view.account.handle == "zoe.mapleby"
    assert facts(view, "display_name") == ["Zoé Mapleby"]
    assert facts(view, "email") == ["zoe@example.org", "old.zoe@example.org"]
    assert facts(view, "phone") == ["+447700900123"]
    assert facts(view, "birthday") == ["1984-03-02"]
    assert facts(view, "joined") == ["2008-01-01"]
    assert facts(view, "former_names") == ["Zoé Ashdown", "Zed"]
    assert facts(view, "location") == ["Forlì"]
    assert facts(view, "employer") == ["Example Primary School"]
    assert facts(view, "religion") == ["Quaker"]
    assert facts(view, "apps") == ["Example Game"]
    assert facts(view, "ad_interests") == ["Beekeeping"]
    assert facts(view, "friends") == ["3"]
    assert joined(view, "group") == {"Garden Club", "Tenants"}
    assert joined(view, "page") == {"Example Radio"}
    assert joined(view, "event") == {"Summer Fair", "Book Night"}
    assert next(group.kind for group in view.groups if group.name == "Tenants") == "group admin"
    said = {post.text: post for post in view.posts}
    assert set(said) == {"Déjeuner au soleil", "See you at the allotment"}
    assert said["Déjeuner au soleil"].place == "Café Example, 1 High Street, Leeds"
    assert said["Déjeuner au soleil"].at == "2018-03-02T14:13:20Z"
    for never in ("Pat Private", "Nosy words", "Old Haunt", "Dull Evening", "Only Visited", "Gone Game", "900999"):
        assert never not in everything(view), never


@pytest.mark.parametrize(
    ("became", "stopped"),
    [
        ("Vous êtes devenu membre de {}.", "Vous n’êtes plus membre de {}."),
        ("Vous êtes devenue membre de {}.", "Vous avez cessé d’être membre de {}."),
        ("Sei diventato membro di {}.", "Non sei più membro di {}."),
        ("Sei diventata membro di {}.", "Hai smesso di essere membro di {}."),
        ("You became a member of {}.", "You left {}."),
    ],
)
@pytest.mark.parametrize("structured", [True, False])
def test_the_last_line_about_a_group_decides_in_any_language(
    tmp_path: Path, became: str, stopped: str, structured: bool
) -> None:
    lines = [
        (3, stopped, "Le Cercle"),
        (1, became, "Le Cercle"),
        (2, became, "L’Atelier d’été"),
        (1, stopped, "Radio"),
    ]
    lines.append((5, became, "Radio"))
    log = [
        {"timestamp": 1500000000 + at, "title": title.format(name)}
        | ({"data": [{"name": name}]} if structured else {})
        for at, title, name in lines
    ]
    members = {
        "personal_information/profile_information/profile_information.json": {"profile_v2": PROFILE},
        "your_facebook_activity/groups/your_group_membership_activity.json": {"groups_joined_v2": log},
    }
    assert joined(one(made(tmp_path, broken_letters(members)))) == {"L’Atelier d’été", "Radio"}


def test_labels_of_the_newest_shape_are_read_in_any_language(tmp_path: Path) -> None:
    members = {
        "personal_information/profile_information/profile_information.json": {"profile_v2": PROFILE},
        "your_facebook_activity/posts/check-ins.json": [
            {
                "timestamp": 1700000000,
                "fbid": "1",
                "label_values": [
                    {
                        "label": "Lieu",
                        "ent_field_name": "Place",
                        "title": "Lieu",
                        "dict": [
                            {"label": "Nom", "value": "Piscine Exemple"},
                            {"label": "Coordonnées", "value": "(48.1 , 2.2)"},
                        ],
                    },
                ],
            }
        ],
        "ads_information/advertisers_using_your_activity_or_information.json": {
            "label_values": [{"label": "Annonceurs", "vec": [{"value": "Vendeur Exemple"}]}]
        },
    }
    view = one(made(tmp_path, broken_letters(members)))
    assert [post.place for post in view.posts] == ["Piscine Exemple"]
    assert facts(view, "advertisers") == ["Vendeur Exemple"]


BOX = (
    '<section class="_a6-g"><h2>{title}</h2><div '
    'class="_2pin"><div>{words}</div></div><footer>{link}</footer></section>'
)
DATE = '<a href="https://www.facebook.com/p/{n}"><div class="_a72d">Nov 08, 2015 4:19:54 am</div></a>'


def box(title: str, words: str = "", number: int = 1) -> str:
    """One record of a page."""
    return BOX.format(title=title, words=words, link=DATE.format(n=number))


def page(*parts: str) -> str:
    """A page of today's archive."""
    return f"<html><head><title>x</title></head><body><main>{''.join(parts)}</main></body></html>"


def test_pages_of_today_are_read_like_the_json(tmp_path: Path) -> None:
    rows = "".join(
        f'<tr><td colspan="2" class="_2pin _a6_q">{label}<div>{value}</div></td></tr>'
        for label, value in (
            ("Nom", "Zoé Mapleby"),
            ("Adresse e-mail", "zoe@example.org"),
            ("Date de naissance", "2 mars 1984"),
            ("Ville actuelle", "Forlì"),
            ("Numéros de téléphone", "+447700900123"),
            ("Marque", "Nothing known"),
        )
    )
    root = "your_facebook_activity"
    members = {
        "personal_information/profile_information/profile_information.html": page(f"<table>{rows}</table>"),
        f"{root}/groups/your_group_membership_activity.html": page(
            box("Vous êtes devenu membre de Jardin."), box("Vous n’êtes plus membre de Ancien.", number=2)
        ),
        f"{root}/pages/pages_you_ve_liked.html": page(box("Radio Exemple")),
        f"{root}/comments_and_reactions/comments.html": page(box("Zoé a commenté.", "Bravo à tous", 7)),
        f"{root}/comments_and_reactions/likes_and_reactions_1.html": page(
            box("Zoé aime la photo de Pat Private.")
        ),
    }
    view = one(made(tmp_path, members))
    assert facts(view, "display_name") == ["Zoé Mapleby"]
    assert facts(view, "email") == ["zoe@example.org"]
    assert facts(view, "birthday") == ["1984-03-02"]
    assert facts(view, "phone") == ["+447700900123"]
    assert joined(view, "group") == {"Jardin"}
    assert joined(view, "page") == {"Radio Exemple"}
    assert [(post.text, post.url, post.at) for post in view.posts] == [
        ("Bravo à tous", "https://www.facebook.com/p/7", "2015-11-08T04:19:54")
    ]
    assert "Pat Private" not in everything(view)


def test_the_few_pages_of_the_first_years_are_read(tmp_path: Path) -> None:
    members = {
        "index.htm": "<html><head><title>Zoé Mapleby - Profile</title></head><body><h1>Zoé Mapleby</h1><table>"
        "<tr><th>Emails</th><td><ul><li>zoe@example.org</li><li>old.zoe@example.org</li></ul></td></tr>"
        "<tr><th>Address</th><td>12 Example Road, Leeds</td></tr>"
        "<tr><th>Phones</th><td>+447700900123</td></tr><tr><th>Birthday</th><td>2 March 1984</td></tr>"
        "<tr><th>Relationship Status</th><td>Married</td></tr>"
        "<tr><th>Groups</th><td><ul><li>Garden Club</li><li>Choir Leeds</li></ul></td></tr></table></body></html>",
        "html/timeline.htm": '<div class="contents"><p><div class="meta">Tuesday, 4 May 2010 at 10:00 UTC+01</div>'
        'Zoé Mapleby updated her status.<div class="comment">Rain again</div></p>'
        '<p><div class="meta">Tuesday, 4 May 2010 at 11:00 UTC+01</div>Pat Private wrote on your timeline.'
        '<div class="comment">Secret of Pat</div></p></div>',
        "html/friends.htm": "<ul><li>Pat Private</li></ul>",
        "messages/1.html": "<p>Pat Private</p>",
    }
    view = one(made(tmp_path, members, inside="facebook-zoe/"))
    assert facts(view, "email") == ["zoe@example.org", "old.zoe@example.org"]
    assert facts(view, "address") == ["12 Example Road, Leeds"]
    assert facts(view, "birthday") == ["1984-03-02"]
    assert facts(view, "relationship") == ["Married"]
    assert joined(view) == {"Garden Club", "Choir Leeds"}
    assert [post.text for post in view.posts] == ["Rain again"]
    assert "Pat" not in everything(view)


def test_an_unpacked_folder_and_parts_are_one_archive(tmp_path: Path) -> None:
    from scanners.archives import read

    members = era("your_facebook_activity/", "_v2")
    first = made(tmp_path, {key: value for key, value in members.items() if "group" not in key}, "facebook-1.zip")
    second = made(tmp_path, {key: value for key, value in members.items() if "group" in key}, "facebook-2.zip")
    (together,) = read([first, second])
    assert together.fields == one(unpacked(tmp_path, members)).fields
    assert joined(together, "group") == {"Garden Club", "Tenants"}
