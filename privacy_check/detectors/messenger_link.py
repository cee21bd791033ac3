"""Links that open a private chat or a personal profile.

Finds: chat links (t.me, m.me, snapchat.com/add, signal.me, line.me, kik.me, discord.gg ...), payment names
(paypal.me, venmo), links to a personal profile on a network.
Misses: links to posts, videos, groups and searches.
Why: a stranger, a pupil or a parent can write to you in private with one tap.
Fix: remove the link, or make it one for work only.
"""

from __future__ import annotations

from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import late
from privacy_check.text.fold import Folded

FINDS = (
    ("telegram: t.me/gazza_fixes", "t.me/gazza_fixes"),
    ("snapchat.com/add/kai_w", "snapchat.com/add/kai_w"),
    ("https://m.me/carlas.cakes for orders", "https://m.me/carlas.cakes"),
    ("find me: instagram.com/pots.by.pia", "instagram.com/pots.by.pia"),
    ("skype: live:marta.k", "live:marta.k"),
)
MISSES = (
    "https://www.instagram.com/p/Cx123abc/",
    "watch https://www.youtube.com/watch?v=abc123",
    "https://x.com/search?q=cats",
    "twitter.com/hashtag/leeds",
)

_CHATS = (
    r"t(?:elegram)?\.me/(?!share|s/|\+?[0-9]{7})(?:joinchat/|\+)?", r"snapchat\.com/(?:add/|@)", r"m\.me/",
    r"messenger\.com/t/", r"signal\.(?:me|group)/\#(?:eu|p)?/?", r"line\.me/(?:ti/p|r)/~?", r"kik\.me/",
    r"discord\.gg/", r"discord(?:app)?\.com/(?:users|invite)/", r"chat\.whatsapp\.com/", r"wa\.me/(?:message|qr)/",
    r"threema\.id/", r"matrix\.to/\#/", r"wire\.com/", r"session\.org/", r"ngl\.link/", r"tellonym\.me/",
    r"curiouscat\.live/", r"join\.skype\.com/",
)  # fmt: skip
_PROFILES = (
    r"instagram\.com/(?!p/|reel|explore|stories|accounts|tv/)", r"tiktok\.com/@", r"threads\.(?:net|com)/@",
    r"(?:twitter|x)\.com/(?!search|hashtag|home|i/|intent|share|explore|settings|login)",
    r"facebook\.com/(?!groups|events|share|watch|pages|photo|story|help|hashtag|marketplace|permalink|login)",
    r"fb\.(?:me|com)/(?!groups|events|watch)", r"bsky\.app/profile/", r"reddit\.com/u(?:ser)?/", r"youtube\.com/@",
    r"twitch\.tv/(?!videos|directory|p/)", r"steamcommunity\.com/id/", r"psnprofiles\.com/(?!trophies|guides)",
    r"onlyfans\.com/", r"linkedin\.com/in/", r"github\.com/(?=[\w-]+(?![\w/-]))", r"vinted\.co\.uk/member/",
    r"depop\.com/(?!products)", r"strava\.com/athletes/", r"open\.spotify\.com/user/", r"last\.fm/user/",
    r"venmo\.com/(?:u/)?", r"paypal\.me/", r"monzo\.me/", r"revolut\.me/", r"cash\.app/\$",
)  # fmt: skip
_LINK = late(
    rf"(?<![\w.@-])(?:https?://)?(?:www\."
    rf"|m\.)?(?:{'|'.join((*_CHATS, *_PROFILES))})[a-z0-9_][\w.\-@#]{{1,60}}(?<![.-])"
    r"|(?<![\w:])(?:live:|skype:(?!\s)|viber://\w{1,10}\?number=|weixin://dl/chat\?|xmpp:"
    r"|matrix:u/)[a-z0-9_][\w.:@-]{2,60}"
)


class MessengerLink(BaseDetector):
    """Links that open a private chat or a personal profile."""

    name = "messenger_link"
    entity_types = (EntityType.HANDLE,)
    triggers = Triggers(
        parts=(
            *(".me/", ".com/", ".gg/", ".net/", ".app/", ".tv/", ".link/", ".live/", ".id/", ".to/", ".group/"),
            *(".co.uk/member", ".fm/", ".org/", "live:", "skype:", "viber://", "weixin://", "xmpp:", "matrix:u/"),
        )
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        for hit in _LINK.finditer(folded.lower):
            yield Match(EntityType.HANDLE, *hit.span(), 0.85, "a link that opens a chat or a profile", "PI-05")


DETECTOR = MessengerLink()
