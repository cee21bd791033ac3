"""Names on other networks and messengers, and links that open a private chat.

Finds: a network's name or short form followed by a handle; Discord tags; links to a profile or chat (t.me,
snapchat.com/add, m.me and the like); "twitch as name".
Misses: bare @mentions, hashtags, the name of a network alone.
Why: it is a private way to reach you, and it ties accounts together that you may want apart.
Fix: remove it, or keep a separate name for accounts that should stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded
from privacy_check.text.wordlist import words

FINDS = (
    ("psn: xX_Reaper88_Xx | steam reaper_uk", "xX_Reaper88_Xx"),
    ("psn: xX_Reaper88_Xx | steam reaper_uk", "reaper_uk"),
    ("disc: reaper#4471", "reaper#4471"),
    ("telegram: t.me/gazza_fixes", "t.me/gazza_fixes"),
    ("🎮 ttv/pixelpam_uk", "pixelpam_uk"),
    ("add me on snap sophie.b99", "sophie.b99"),
    ("my insta is @jane.makes", "@jane.makes"),
    ("snapchat.com/add/kai_w", "snapchat.com/add/kai_w"),
)
MISSES = (
    "thanks @jane_doe and @example",
    "Not affiliated w/ @LeedsCC_News",
    "follow us on twitter and instagram for updates",
    "switched from steam to epic games",
    "posted on insta yesterday",
    "discord server is down",
)

_LABELS = (
    "psn|playstation|xbox(?:\\slive)?|gamer\\s?tag|gt|steam|disc|discord|twitch|ttv|yt|youtube|insta|ig|instagram|snap|snapchat|sc|tiktok|tik\\stok"
    "|tt|twitter|fb|facebook|telegram|tele|tg|kik|wechat|weixin|line(?:\\sid)?|signal|skype|threads|bluesky|bsky|mastodon|reddit"
    "|github|gitlab|venmo|cash\\s?app|paypal|monzo|vinted|depop|etsy|ebay|strava|spotify|soundcloud|bandcamp|epic(?:\\sgames)?"
    "|fortnite|roblox|minecraft|mc|origin|ea(?:\\sid)?|riot(?:\\sid)?|battle\\.?net|bnet|switch(?:\\sfc)?|friend\\scode|pinterest|tumblr|linkedin"
    "|onlyfans|viber|bereal|vsco|letterboxd|goodreads|lastfm|duolingo|peloton|zwift|threema|matrix|icq|aim|msn|zoom|username|user\\sname|user(?:\\sid)?"
    "|handle|socials?|@\\severywhere"
)
_NAME = r"[a-z0-9_](?:[\w.\-]{0,38}[a-z0-9_])?(?:\#[0-9]{3,5})?"
_LABELLED = re.compile(
    rf"(?<![\w@#/.])(?P<label>{_LABELS})(?:\s(?:name|id|handle|user(?:name)?|tag|code|is|me))?"
    rf"(?P<mark>\s?(?:[:=|>/~]|->|-|–|is|is:|as|👉|➡️?|→)\s?|\s)(?P<at>@\s?)?(?P<name>{_NAME})(?![\w@])"
)
_AS = re.compile(
    rf"(?<![\w@])(?:{_LABELS})\s(?:as|under|@|handle is|name is|username is"
    rf"|called)\s(?P<at>@\s?)?(?P<name>{_NAME})(?![\w@])"
)
_DISCORD = re.compile(r"(?<![\w#@/])[\w.]{2,32}\#[0-9]{4}(?![\w])")
_LINK = re.compile(
    r"(?:https?://)?(?:www\.|m\.)?(?:t\.me/(?!\+?[0-9]{7})(?:joinchat/|\+)?|telegram\.me/|snapchat\.com/(?:add"
    r"|@)/?|m\.me/|signal\.(?:me|group)/\#(?:eu|p)?/?"
    r"|line\.me/(?:ti/p|r)/~?|kik\.me/|discord\.(?:gg|com/users)/|discordapp\.com/users/|instagram\.com/(?!p/"
    r"|reel|explore|stories|accounts)"
    r"|tiktok\.com/@|(?:twitter|x)\.com/(?!search|hashtag|home|i/|intent|share)|facebook\.com/(?!groups|events"
    r"|share|watch|pages/|sharer|photo|story|help)"
    r"|fb\.me/|threads\.(?:net|com)/@|bsky\.app/profile/|reddit\.com/u(?:ser)?/|twitch\.tv/(?!videos|directory)"
    r"|ngl\.link/|tellonym\.me/|youtube\.com/@"
    r"|onlyfans\.com/|steamcommunity\.com/id/|psnprofiles\.com/|live:|skype:|venmo\.com/(?:u/)?|paypal\.me/"
    r"|monzo\.me/|cash\.app/\$|wechat://|weixin://|viber://add\?number="
    r"|last\.fm/user/|open\.spotify\.com/user/|strava\.com/athletes/|linkedin\.com/in/|github\.com/"
    r"|vinted\.co\.uk/member/)"
    r"[a-z0-9_][\w.\-@#]{1,62}(?![\w/](?<!/))"
)
_SWITCH = re.compile(r"(?<![\w-])sw-[0-9]{4}-[0-9]{4}-[0-9]{4}(?![\w-])")
# Words that follow a network's name without being anybody's name on it.
_ORDINARY = words(
    "me us my the a an and or is are was will be at on in to for of by with it its it's this that there here "
    "down up off out now not no yes "
    "link links new check see soon same page pages account accounts profile profiles video videos story stories "
    "post posts live stream streams "
    "channel channels follow follower followers following user users name handle id game games gaming server "
    "servers group groups chat chats "
    "message messages dm dms code app apps below above bio tag tags add added adds if you your all everywhere "
    "tbc n/a na none coming today tonight "
    "tomorrow yesterday please pls reels feed too also first then only just still again fan fans junkie addict "
    "famous sensation manager marketing "
    "support help search list deck sale gift card cards controller console one series x s boot mop train engine "
    "ads ad shorts music premium tv "
    "prime team partner affiliate mod mods from about when where what who how why time times over ball bank "
    "up-to-date based back free big "
    "private public real trouble gang friends friend family photos photo pics pic reporter presenter content "
    "creator creators"
)
_LOOSE = words(
    "line tele mc tt gt sc ea aim switch user handle social socials signal matrix origin threads snap steam "
    "zoom disc tg ig yt fb"
)


class Handle(BaseDetector):
    """Names on other networks and messengers."""

    name = "handle"
    entity_types = (EntityType.HANDLE,)
    triggers = Triggers(
        words=frozenset(
            w
            for w in re.sub(r"\(\?:[^)]*\)\??|\\s\??|\\\.\??", " ", _LABELS).replace("|", " ").split()
            if w.isalpha() and len(w) > 1
        )
        | words("gamertag xbox live tiktok tik everywhere me gg sw"),
        parts=("#", ".me/", ".com/", ".gg/", ".net/", ".app/", ".tv/", "://", "live:"),
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        for shape in (_LABELLED, _AS):
            for hit in shape.finditer(lower):
                found = _labelled(hit)
                if found:
                    yield found
        if "#" in lower:
            for hit in _DISCORD.finditer(lower):
                if not hit.group().split("#")[0].isdigit():
                    yield Match(EntityType.HANDLE, *hit.span(), 0.8, "a Discord name", "PI-05")
        if "/" in lower or ":" in lower:
            for hit in _LINK.finditer(lower):
                yield Match(EntityType.HANDLE, *hit.span(), 0.85, "a link that opens a profile or a chat", "PI-05")
        if "sw-" in lower:
            for hit in _SWITCH.finditer(lower):
                yield Match(EntityType.HANDLE, *hit.span(), 0.85, "a friend code", "PI-05")


def _labelled(hit: re.Match[str]) -> Match | None:
    name, at = hit["name"], hit["at"]
    label = hit.groupdict().get("label") or ""
    mark = (hit.groupdict().get("mark") or " as ").strip()
    if name in _ORDINARY or name.replace(".", "").isdigit() or len(name) < 3:
        return None
    odd = bool(re.search(r"[0-9_#]|[a-z][.][a-z]", name)) and not re.search(
        r"\.(?:com|org|net|uk|me|tv|gg|ly)\Z", name
    )
    if mark in ("", "-", "–", "|") and not (odd or at):
        return None
    if mark in ("is", "as") and not (odd or at or label not in _LOOSE):
        return None
    if re.fullmatch(r"v?[0-9]+(?:st|nd|rd|th|k|m|am|pm|gb|min|mins|years?|yrs|[.][0-9]+)?", name):
        return None
    if (
        mark == "/"
        and not (odd or at)
        and label not in ("ttv", "twitch", "ig", "insta", "yt", "psn", "tiktok", "discord")
    ):
        return None
    start = hit.start("at") if at else hit.start("name")
    return Match(
        EntityType.HANDLE,
        start,
        hit.end("name"),
        0.85 if odd or at else 0.7,
        "your name on another network",
        "PI-05",
    )


DETECTOR = Handle()
