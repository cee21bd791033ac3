"""Archives of chats, music, sport and games, one of each shape they come in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.archives_made import everything, facts, joined, made, one

# Discord, Snapchat, Strava, Spotify, Telegram, Steam --------------------------------------------------------

SERVER, CHANNEL = "111111111111111111", "222222222222222222"


@pytest.mark.parametrize("folders", [("account", "servers", "messages"), ("Compte", "Serveurs", "Messages")])
@pytest.mark.parametrize("as_json", [True, False])
def test_discord_in_any_language(tmp_path: Path, folders: tuple[str, str, str], as_json: bool) -> None:
    account, servers, messages = folders
    said = [{"ID": 5, "Timestamp": "2021-02-03 04:05:06", "Contents": "hello all", "Attachments": ""}]
    table = "ID,Timestamp,Contents,Attachments\n5,2021-02-03 04:05:06.123000+00:00,hello all,\n"
    members = {
        f"{account}/user.json": {
            "id": "9",
            "username": "zoemaple",
            "discriminator": "0",
            "email": "zoe@example.org",
            "phone": "+447700900123",
            "connections": [{"type": "steam", "name": "zoe_plays"}],
            "relationships": [{"user": {"username": "pat_private"}}],
        },
        f"{servers}/index.json": {SERVER: "Bee Builders"},
        f"{servers}/{SERVER}/guild.json": {"id": SERVER, "name": "Bee Builders"},
        f"{messages}/index.json": {
            CHANNEL: "general in Bee Builders",
            "333333333333333333": "Direct Message with pat_private#1",
        },
        f"{messages}/c{CHANNEL}/channel.json": {
            "id": CHANNEL,
            "type": 0,
            "guild": {"id": SERVER, "name": "Bee Builders"},
        },
        f"{messages}/c{CHANNEL}/messages.{'json' if as_json else 'csv'}": json.dumps(said) if as_json else table,
        f"{messages}/c333333333333333333/channel.json": {
            "id": "333333333333333333",
            "type": 1,
            "recipients": ["1"],
        },
        f"{messages}/c333333333333333333/messages.json": [{"ID": 1, "Contents": "whispered"}],
        "activity/analytics/events-2021-00000-of-00001.json": '{"event_type":"x"}\n{"event_type":"y"}\n',
    }
    view = one(made(tmp_path, members, inside="package/"))
    assert (view.account.platform, view.account.handle) == ("discord", "zoemaple")
    assert facts(view, "linked_accounts") == ["steam: zoe_plays"]
    assert joined(view) == {"Bee Builders"}
    assert [(post.text, post.url) for post in view.posts] == [
        ("hello all", f"https://discord.com/channels/{SERVER}/{CHANNEL}/5")
    ]
    assert "pat_private" not in everything(view)
    assert "whispered" not in everything(view)


def test_snapchat(tmp_path: Path) -> None:
    members = {
        "json/account.json": {
            "Basic Information": {
                "Username": "zoemaple",
                "Name": "Zoé",
                "Creation Date": "2015-01-02 03:04:05 UTC",
                "Registration IP": "192.0.2.7",
                "Country": "GB",
            },
            "Login History": [],
        },
        "json/account_history.json": {
            "Mobile Number Change": [{"Date": "2016", "Mobile Number": "+447700900123"}]
        },
        "json/friends.json": {"Friends": [{"Username": "pat_private"}], "Friend Requests Sent": []},
        "json/location_history.json": {
            "Home, School & Work": {"inferredHome": "lat 51.507 ± 20 meters, long -0.128 ± 20 meters"}
        },
        "json/chat_history.json": {
            "0f0f0f0f-1111-2222-3333-444444444444": [{"Conversation Title": "Choir Leeds", "From": "pat_private"}],
            "pat_private": [{"From": "pat_private"}],
        },
        "json/user_profile.json": {"Interest Categories": ["Beekeeping"]},
        "memories/a.jpg": b"\xff\xd8",
    }
    view = one(made(tmp_path, members))
    assert (view.account.platform, view.account.handle) == ("snapchat", "zoemaple")
    assert facts(view, "places") == ["GB", "51.507, -0.128"]
    assert facts(view, "phone") == ["+447700900123"]
    assert joined(view) == {"Choir Leeds"}
    assert "pat_private" not in everything(view)


def test_strava_reads_activities_by_place(tmp_path: Path) -> None:
    members = {
        "profile.csv": "Athlete ID,Email Address,First Name,Last Name,Sex,Description,City,State,"
        "Country\n1,zoe@example.org,Zoé,Mapleby,F,,Leeds,,UK\n",
        "activities.csv": "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,"
        "Elapsed Time,Elapsed Time\n"
        '7,"Jan 2, 2020, 3:04:05 AM",Run from home,Run,Round the school,60,61\n',
        "clubs.csv": "Club ID,Club Name\n3,Leeds Harriers\n",
        "activities/7.gpx": "<gpx/>",
        "followers.csv": "Follower ID\n5\n6\n",
    }
    view = one(made(tmp_path, members))
    assert (view.account.platform, facts(view, "location")) == ("strava", ["Leeds, UK"])
    assert joined(view) == {"Leeds Harriers"}
    assert [(post.text, post.url, post.at) for post in view.posts] == [
        ("Run from home\nRound the school", "https://www.strava.com/activities/7", "2020-01-02T03:04:05")
    ]
    assert facts(view, "followers") == ["2"]


def test_spotify(tmp_path: Path) -> None:
    members = {
        "Userdata.json": {
            "username": "zoemaple",
            "email": "zoe@example.org",
            "country": "GB",
            "createdFromFacebook": False,
            "facebookUid": None,
            "birthdate": "1984-03-02",
            "gender": "female",
            "postalCode": "LS1 1AA",
            "creationTime": "2012-01-02",
        },
        "Identity.json": {"displayName": "Zoé", "firstName": None, "lastName": None},
        "Playlist1.json": {
            "playlists": [
                {"name": "School run", "lastModifiedDate": "2020-01-02", "items": [], "numberOfFollowers": 0}
            ]
        },
        "Inferences.json": {"inferences": ["Beekeepers"]},
        "StreamingHistory_music_0.json": [{"artistName": "x", "msPlayed": 1}],
    }
    view = one(made(tmp_path, members, inside="Spotify Account Data/"))
    assert (view.account.platform, facts(view, "birthday")) == ("spotify", ["1984-03-02"])
    assert (facts(view, "display_name"), facts(view, "ad_interests")) == (["Zoé"], ["Beekeepers"])
    assert [post.text for post in view.posts] == ["School run"]


def test_telegram(tmp_path: Path) -> None:
    chats = [
        {
            "name": "Choir Leeds",
            "type": "private_supergroup",
            "id": 1,
            "messages": [
                {
                    "id": 1,
                    "type": "message",
                    "date": "2021-02-03T04:05:06",
                    "from": "Zoé",
                    "from_id": "user9",
                    "text": ["see ", {"type": "link", "text": "this"}],
                },
                {
                    "id": 2,
                    "type": "message",
                    "date": "2021-02-03T04:05:06",
                    "from": "Pat",
                    "from_id": "user8",
                    "text": "pat_private",
                },
            ],
        },
        {
            "name": "Pat Private",
            "type": "personal_chat",
            "id": 2,
            "messages": [{"id": 3, "type": "message", "from_id": "user9", "text": "whispered"}],
        },
    ]
    members = {
        "result.json": {
            "about": "Telegram",
            "personal_information": {
                "user_id": 9,
                "first_name": "Zoé",
                "last_name": "",
                "phone_number": "+447700900123",
                "username": "@zoemaple",
                "bio": "Hi",
            },
            "contacts": {"list": [{"first_name": "Pat"}]},
            "chats": {"about": "x", "list": chats},
            "left_chats": {"list": [{"name": "Old Haunt", "type": "private_group", "messages": []}]},
        }
    }
    view = one(made(tmp_path, members))
    assert (view.account.platform, view.account.handle) == ("telegram", "zoemaple")
    assert [(group.name, group.visibility) for group in view.groups] == [("Choir Leeds", "private")]
    assert [post.text for post in view.posts] == ["see this"]
    assert facts(view, "contacts_uploaded") == ["1"]
    for never in ("Pat", "pat_private", "whispered", "Old Haunt"):
        assert never not in everything(view), never


def test_pages_of_steam(tmp_path: Path) -> None:
    page = tmp_path / "account.html"
    page.write_text(
        "<html><head><title>Steam Support - Account Data</title></head><body><table><tr><td>Email "
        "Address</td><td>zoe@example.org</td></tr>"
        '</table><a href="https://steamcommunity.com/groups/beebuilders">Bee Builders</a></body></html>'
    )
    view = one(page)
    assert (view.account.platform, facts(view, "email"), joined(view)) == (
        "steam",
        ["zoe@example.org"],
        {"Bee Builders"},
    )
