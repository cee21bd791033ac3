"""The other services' archives, one of each shape they come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from privacy_check.model import SeenBy
from tests.unit.archives_made import everything, facts, joined, made, one

# LinkedIn ---------------------------------------------------------------------------------------------------

LINKEDIN = {
    "Profile.csv": "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip "
    "Code,Geo Location,"
    "Twitter Handles,Websites,Instant Messengers\n"
    'Zoé,Mapleby,Ashdown,"12 Example Road, Leeds",Mar 2,Teacher at Example Primary,I teach.,Education,'
    'LS1 1AA,"Leeds, England",'
    "[zoemaple],[PORTFOLIO:https://zoe.example.org],\n",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\nzoe@example.org,Yes,Yes,1/2/20\n",
    "PhoneNumbers.csv": "Extension,Number,Type\n,+447700900123,Mobile\n,,\n,+447700900123,Mobile\n",
    "Registration.csv": "Registered At,Registration Ip,Subscription Types\n5/6/10 7:08 AM,192.0.2.7,\n",
    "Connections.csv": 'Notes:\n"When exporting, some are missing."\n\nFirst Name,Last Name,URL,Email '
    "Address,Company,Position,Connected On\n"
    "Pat,Private,https://x.example.org,pat@example.org,Acme,Boss,01 Jan 2020\n",
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\nExample Primary,"
    "Teacher,,Leeds,Jan 2015,\n",
    "Ad_Targeting.csv": "Member Age,Company Names,Company Names,Job Titles,Job Titles,Member Groups,"
    "Member Interests\n"
    "35-54,A,B,C,D,Teachers of Leeds; Quiet Beekeepers,Gardening; Tea\n",
    "Company Follows.csv": "Organization,Followed On\nExample Union,Mon Jan 01 00:00:00 UTC 2020\n",
    "Member_Follows.csv": "Date,Status,FullName\n2020,Active,Star Speaker\n2020,Unfollow,Gone Speaker\n",
    "Shares.csv": "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
    "2020-01-02 03:04:05,https://www.linkedin.com/feed/update/1,Proud of my class,,,MEMBER_NETWORK\n",
    "messages.csv": "CONVERSATION ID,FROM,TO,CONTENT\n1,Pat Private,Zoé,secret\n",
    "ImportedContacts.csv": "Source,FirstName,LastName,Emails,PhoneNumbers\nMOBILE_CONTACTS,Pat,Private,"
    ",+447700900999\n",
    "Jobs/Job Applicant Saved Answers.csv": "Question,Answer\nPhone number,07700 900124\nExpected salary,50000\n",
    "Inferences_about_you.csv": "Category,Type of inference,Description,Inference\nWork,Industry,desc,Education\n",
}


@pytest.mark.parametrize("inside", ["", "Complete_LinkedInDataExport_11-30-2026/"])
def test_linkedin(tmp_path: Path, inside: str) -> None:
    view = one(made(tmp_path, LINKEDIN, inside=inside))
    assert view.account.platform == "linkedin"
    assert (facts(view, "display_name"), facts(view, "former_names")) == (["Zoé Mapleby"], ["Ashdown"])
    assert facts(view, "phone") == ["+447700900123", "07700 900124"]
    assert facts(view, "address") == ["12 Example Road, Leeds"]
    assert facts(view, "website") == ["https://zoe.example.org"]
    assert facts(view, "linked_accounts") == ["x: zoemaple"]
    assert facts(view, "employer") == ["Example Primary"]
    assert facts(view, "friends") == ["1"]
    assert facts(view, "follows") == ["Star Speaker"]
    assert joined(view, "group") == {"Teachers of Leeds", "Quiet Beekeepers"}
    assert joined(view, "page") == {"Example Union"}
    assert facts(view, "ad_interests")[:2] == ["Gardening", "Tea"]
    (post,) = view.posts
    assert (post.text, post.url) == ("Proud of my class", "https://www.linkedin.com/feed/update/1")
    assert post.seen_by is SeenBy.MEMBERS
    for never in ("Pat", "secret", "50000", "900999"):
        assert never not in everything(view), never


# TikTok -----------------------------------------------------------------------------------------------------


def tiktok(new: bool) -> dict[str, object]:
    """The one file, as it was to 2023 and as it is since."""
    profile = {
        "userName": "zoemaple",
        "bioDescription": "None",
        "birthDate": "10-Aug-2002",
        "emailAddress": "zoe@example.org",
        "telephoneNumber": "+447700900123",
        "PlatformInfo": [{"Name": "Zoé Mapleby", "Platform": "Google", "Description": "N/A"}],
    }
    following = [{"Date": "2022-01-02 03:04:05", "UserName": "example_radio"}]
    if new:
        return {
            "Profile And Settings": {
                "Profile Info": {"ProfileMap": profile},
                "Following": {"Following": [{"date": "2022", "userName": "example_radio"}]},
                "Follower": {"FansList": [{"date": "2022", "userName": "pat_private"}]},
                "Settings": {"SettingsMap": {"Private Account": "Enabled"}},
            },
            "Your Activity": {
                "Watch History": {"VideoList": [{"date": "2022", "link": "https://x.example.org/1"}]}
            },
            "Comment": {
                "Comments": {"CommentsList": [{"date": "2022-05-06 07:08:09", "comment": "So good", "url": ""}]}
            },
            "Direct Message": {"Chat History": {"ChatHistory": {"pat_private": [{"Content": "secret"}]}}},
        }
    return {
        "Profile": {"Profile Information": {"ProfileMap": profile}},
        "Activity": {
            "Following List": {"Following": following},
            "Follower List": {"FansList": [{"Date": "2022", "UserName": "pat_private"}]},
            "Login History": {"LoginHistoryList": [{"Date": "2022", "IP": "192.0.2.7", "DeviceModel": "Phone X"}]},
        },
        "App Settings": {"Settings": {"SettingsMap": {"Private Account": "Enabled"}}},
        "Comment": {"Comments": {"CommentsList": [{"Date": "2022-05-06 07:08:09", "Comment": "So good"}]}},
        "Tiktok Shopping": {"Saved Address Information": {"SavedAddress": "None"}},
        "Direct Messages": {"Chat History": {"ChatHistory": {"Chat with pat_private:": [{"Content": "secret"}]}}},
    }


@pytest.mark.parametrize("new", [False, True])
def test_tiktok(tmp_path: Path, new: bool) -> None:
    view = one(made(tmp_path, {"user_data_tiktok.json" if new else "user_data.json": tiktok(new)}))
    assert (view.account.platform, view.account.handle) == ("tiktok", "zoemaple")
    assert facts(view, "birthday") == ["2002-08-10"]
    assert facts(view, "linked_accounts") == ["Google: Zoé Mapleby"]
    assert (facts(view, "bio"), facts(view, "address")) == ([], [])
    assert (facts(view, "follows"), facts(view, "followers")) == (["example_radio"], ["1"])
    assert [(post.text, post.at, post.seen_by) for post in view.posts] == [
        ("So good", "2022-05-06T07:08:09", SeenBy.FRIENDS)
    ]
    assert "pat_private" not in everything(view)


def test_tiktok_as_text_files(tmp_path: Path) -> None:
    members = {
        "TikTok/Profile and settings/Profile Information.txt": "Username: zoemaple\nEmail address: "
        "zoe@example.org\nBio: N/A\n",
        "TikTok/Profile and settings/Following.txt": "Date: 2022-01-02 03:04:05\nUsername: "
        "example_radio\n\nDate: 2022-01-03\nUsername: two\n",
        "TikTok/Comment/Comments.txt": "Date: 2022-05-06 07:08:09\nComment: So good\n",
        "TikTok/Your Activity/Watch History.txt": "Date: 2022\nLink: https://x.example.org\n",
    }
    view = one(made(tmp_path, members))
    assert (view.account.handle, facts(view, "email")) == ("zoemaple", ["zoe@example.org"])
    assert facts(view, "follows") == ["example_radio", "two"]
    assert [post.text for post in view.posts] == ["So good"]


# Reddit -----------------------------------------------------------------------------------------------------


def test_reddit(tmp_path: Path) -> None:
    members = {
        "subscribed_subreddits.csv": "\ufeffsubreddit\nBeekeeping\nAskUK\n",
        "moderated_subreddits.csv": "subreddit\nBeekeeping\n",
        "statistics.csv": "statistic,value\naccount name,zoemaple\nemail address,zoe@example.org\n",
        "linked_phone_number.csv": "phone_number\n+447700900123\n",
        "birthdate.csv": "birthdate,verified_birthdate,verification_state,verification_method\n1984-03-02,,,\n",
        "twitter.csv": "username\nzoemaple\n",
        "posts.csv": "id,permalink,date,ip,subreddit,gildings,title,url,body\na,/r/AskUK/comments/a/,"
        '2020-01-02 03:04:05 UTC,,AskUK,0,My garden,,"Bees, at last"\n',
        "post_headers.csv": "id,permalink,date,ip,subreddit,gildings,title,url\na,/r/AskUK/comments/a/,"
        "2020,,AskUK,0,My garden,\n",
        "comments.csv": "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\nb,"
        "https://www.reddit.com/r/AskUK/comments/a/b/,2020-01-02,,AskUK,0,,,[deleted],\n",
        "post_votes.csv": "id,permalink,direction\nx,/r/RiskyPlace/comments/x/,up\n",
        "ip_logs.csv": "date,ip\nregistration ip,192.0.2.7\n",
        "friends.csv": "username,note\npat_private,\n",
        "checkfile.csv": "filename,sha256\n",
    }
    view = one(made(tmp_path, members, inside="export_zoe/"))
    assert (view.account.platform, view.account.handle) == ("reddit", "zoemaple")
    assert {(group.name, group.kind) for group in view.groups} == {
        ("Beekeeping", "subreddit moderator"),
        ("AskUK", "subreddit"),
    }
    assert facts(view, "birthday") == ["1984-03-02"]
    assert facts(view, "linked_accounts") == ["x: zoemaple"]
    assert [(post.text, post.url) for post in view.posts] == [
        ("My garden\nBees, at last", "https://www.reddit.com/r/AskUK/comments/a/")
    ]
    for never in ("RiskyPlace", "pat_private", "[deleted]"):
        assert never not in everything(view), never


# Google Takeout ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("profile", "subscriptions", "comments", "header"),
    [
        (
            "Profile/Profile.json",
            "YouTube and YouTube Music/subscriptions/subscriptions.csv",
            "YouTube and YouTube Music/comments/comments.csv",
            "Channel Id,Channel Url,Channel Title",
        ),
        (
            "Profil/Profil.json",
            "YouTube et YouTube Music/abonnements/abonnements.csv",
            "YouTube et YouTube Music/commentaires/commentaires.csv",
            "ID de la chaîne,URL de la chaîne,Titre de la chaîne",
        ),
        (
            "Profilo/Profilo.json",
            "YouTube e YouTube\xa0Music/iscrizioni/iscrizioni.csv",
            "YouTube e YouTube\xa0Music/commenti/commenti.csv",
            "ID canale,URL del canale,Titolo canale",
        ),
    ],
)
def test_google_takeout(tmp_path: Path, profile: str, subscriptions: str, comments: str, header: str) -> None:
    person = {
        "name": {"givenName": "Zoé", "familyName": "Mapleby", "formattedName": "Zoé Mapleby"},
        "displayName": "Zoé Mapleby",
        "emails": [{"value": "zoe@example.org"}],
        "birthday": "1984-03-02",
        "gender": {"type": "female"},
    }
    members = {
        f"Takeout/{profile}": person,
        f"Takeout/{subscriptions}": f"{header}\nUC1,http://www.youtube.com/channel/UC1,Beekeeping Today\n",
        f"Takeout/{comments}": "Comment ID,Channel ID,Comment create timestamp,Price,Video ID,Comment text\n"
        "UgxAAAAAAAAAAAAAAAA4AaABAg,UCme,2021-02-03T04:05:06.123Z,0,abcdefghijk,"
        '"{""text"":""Lovely bees ""},{""text"":""indeed""}"\n',
        "Takeout/Google Account/zoe.SubscriberInfo.html": "<html><body><ul><li><b>Google Account "
        "ID:</b> 123</li><li><b>e-Mail:</b> zoe@example.org</li>"
        "<li><b>Created on:</b> 2009/08/07-06:05:04 UTC</li><li><b>Recovery SMS:</b> +447700900123 "
        "[GB]</li></ul></body></html>",
        "Takeout/My Activity/Search/MyActivity.json": [
            {"header": "Search", "title": "Searched for secret illness"}
        ],
        "Takeout/Location History/Semantic Location History/2019/2019_MAY.json": {
            "timelineObjects": [
                {
                    "placeVisit": {
                        "location": {
                            "name": "Home",
                            "address": "12 Example Road\nLeeds",
                            "semanticType": "TYPE_HOME",
                        }
                    }
                },
                *[{"placeVisit": {"location": {"name": "Example Church", "address": "Leeds"}}}] * 3,
                {"placeVisit": {"location": {"name": "Once Only", "address": "York"}}},
            ]
        },
        "Takeout/Maps (your places)/Reviews.json": {
            "features": [
                {
                    "properties": {
                        "review_text_published": "Nice cakes",
                        "five_star_rating_published": 5,
                        "google_maps_url": "https://maps.example.org/1",
                        "date": "2020-01-02T03:04:05Z",
                        "location": {"name": "Café Example", "address": "Leeds"},
                    }
                }
            ]
        },
    }
    view = one(made(tmp_path, members))
    assert view.account.platform == "youtube"
    assert (facts(view, "display_name"), facts(view, "email")) == (["Zoé Mapleby"], ["zoe@example.org"])
    assert (facts(view, "joined"), facts(view, "phone")) == (["2009-08-07"], ["+447700900123"])
    assert joined(view) == {"Beekeeping Today"}
    assert facts(view, "places") == ["Home, 12 Example Road, Leeds", "Example Church, Leeds"]
    assert {(post.text, post.url) for post in view.posts} == {
        ("Lovely bees indeed", "https://www.youtube.com/watch?v=abcdefghijk&lc=UgxAAAAAAAAAAAAAAAA4AaABAg"),
        ("Nice cakes", "https://maps.example.org/1"),
    }
    assert "illness" not in everything(view)
