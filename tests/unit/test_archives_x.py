"""X's archive in its four layouts, and one that somebody wrote again in another way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.archives_made import everything, facts, joined, made, one, ytd

ACCOUNT = [
    {
        "account": {
            "email": "zoe@example.org",
            "createdVia": "web",
            "username": "zoemaple",
            "accountId": "1",
            "createdAt": "2010-05-06T07:08:09.000Z",
            "accountDisplayName": "Zoé",
        }
    }
]
PROFILE = [
    {"profile": {"description": {"bio": "Prof à Leeds", "website": "https://t.co/abc", "location": "Leeds"}}}
]
TWEETS = [
    {
        "id_str": "11",
        "full_text": "Été au jardin",
        "created_at": "Wed Oct 10 20:19:24 +0000 2018",
        "coordinates": {"type": "Point", "coordinates": ["-1.5", "53.8"]},
    },
    {"id_str": "12", "full_text": "RT @pat_private: their words", "created_at": "Wed Oct 10 20:19:24 +0000 2018"},
]


def modern(root: str = "data/", tweets: str = "tweets", wrapped: bool = True) -> dict[str, Any]:
    """An archive of 2019 or later; before 2020 a post stood without its wrapper."""
    posts = [{"tweet": post} for post in TWEETS] if wrapped else TWEETS
    return {
        f"{root}account.js": ytd("account", ACCOUNT),
        f"{root}profile.js": ytd("profile", PROFILE),
        f"{root}{tweets}.js": ytd("tweet", posts),
        f"{root}ageinfo.js": ytd(
            "ageinfo", [{"ageMeta": {"ageInfo": {"age": ["42"], "birthDate": "1984-03-02"}}}]
        ),
        f"{root}phone-number.js": ytd("phone_number", [{"device": {"phoneNumber": "+447700900123"}}]),
        f"{root}screen-name-change.js": ytd(
            "screen_name_change",
            [
                {
                    "screenNameChange": {
                        "accountId": "1",
                        "screenNameChange": {"changedFrom": "zoe_old", "changedTo": "zoemaple"},
                    }
                }
            ],
        ),
        f"{root}lists-member.js": ytd(
            "lists_member", [{"userListInfo": {"url": "https://twitter.com/pat/lists/medical-things"}}]
        ),
        f"{root}connected-application.js": ytd(
            "connected_application",
            [{"connectedApplication": {"name": "Example Poster", "organization": {"name": "x"}}}],
        ),
        f"{root}personalization.js": ytd(
            "personalization",
            [
                {
                    "p13nData": {
                        "demographics": {
                            "languages": [{"language": "French", "isDisabled": False}],
                            "genderInfo": {"gender": "female"},
                        },
                        "interests": {
                            "interests": [
                                {"name": "Beekeeping", "isDisabled": False},
                                {"name": "Refused", "isDisabled": True},
                            ],
                            "audienceAndAdvertisers": {
                                "advertisers": ["@example_ads"],
                                "lookalikeAdvertisers": [],
                            },
                            "shows": [],
                        },
                        "locationHistory": [],
                        "inferredAgeInfo": {"age": ["13-54"], "birthDate": ""},
                    }
                }
            ],
        ),
        f"{root}follower.js": ytd(
            "follower", [{"follower": {"accountId": "2"}}, {"follower": {"accountId": "3"}}]
        ),
        f"{root}direct-messages.js": ytd(
            "direct_messages", [{"dmConversation": {"messages": [{"text": "pat_private"}]}}]
        ),
        f"{root}like.js": ytd("like", [{"like": {"fullText": "words of pat_private"}}]),
        f"{root}deleted-tweets.js": ytd("deleted_tweets", [{"tweet": {"id_str": "9", "full_text": "taken back"}}]),
    }


GRAILBIRD = {
    "data/js/user_details.js": "var user_details =  "
    '{"screen_name": "zoemaple", "location": "Leeds", "full_name": "Zoé", '
    '"bio": "Prof à Leeds", "id": "1", "created_at": "2010-05-06 07:08:09 +0000"}',
    "data/js/tweet_index.js": "var tweet_index =  []",
    "data/js/tweets/2012_01.js": "Grailbird.data.tweets_2012_01 = \n "
    + json.dumps([{"id_str": "11", "text": "Été au jardin", "created_at": "2012-01-10 20:19:24 +0000"}]),
}


@pytest.mark.parametrize(
    "members",
    [
        modern(),
        modern("", "tweet", wrapped=False),
        modern("data/", "tweet"),
        modern("twitter-2022/data/", "tweets-part0"),
    ],
    ids=["2022", "2018", "2020", "wrapped"],
)
def test_every_layout_gives_the_same(tmp_path: Path, members: dict[str, Any]) -> None:
    view = one(made(tmp_path, members))
    assert (view.account.platform, view.account.handle) == ("x", "zoemaple")
    assert (facts(view, "bio"), facts(view, "email")) == (["Prof à Leeds"], ["zoe@example.org"])
    assert (facts(view, "birthday"), facts(view, "joined")) == (["1984-03-02"], ["2010-05-06"])
    assert (facts(view, "phone"), facts(view, "former_names")) == (["+447700900123"], ["zoe_old"])
    assert (facts(view, "apps"), facts(view, "ad_interests")) == (["Example Poster"], ["Beekeeping"])
    assert facts(view, "followers") == ["2"]
    assert joined(view) == {"medical-things"}
    (post,) = view.posts
    assert (post.text, post.url) == ("Été au jardin", "https://x.com/zoemaple/status/11")
    assert (post.at, post.place) == ("2018-10-10T20:19:24Z", "53.8, -1.5")
    for never in ("pat_private", "their words", "taken back", "Refused"):
        assert never not in everything(view), never


def test_the_archive_before_2018(tmp_path: Path) -> None:
    view = one(made(tmp_path, GRAILBIRD))
    assert (view.account.handle, facts(view, "location")) == ("zoemaple", ["Leeds"])
    assert [(post.text, post.at[:10]) for post in view.posts] == [("Été au jardin", "2012-01-10")]


def test_a_file_written_again_in_another_way_is_told_and_read_as_far_as_it_goes(tmp_path: Path) -> None:
    members = {
        **modern(),
        "data/account.js": "window.YTD.account.part0 = [ "
        '{ account: { email: "zoe@example.org", username: "zoemaple", }, }, ]',
        "data/profile.js": "window.YTD.profile.part0 = [ {{{ ",
    }
    view = one(made(tmp_path, members))
    assert facts(view, "email") == ["zoe@example.org"]
    assert "profile.js is damaged. What could be read of it was used." in view.warnings
