"""Names on other networks, games and messengers.

Finds: a network's name or short form followed by a handle, also several networks at once; "twitch as name";
Discord tags, friend codes, fediverse names; a network's emoji followed by a handle.
Misses: bare @mentions, hashtags, photo credits, the name of a network alone.
Why: it is a private way to reach you, and it ties accounts together that you may want apart.
Fix: remove it, or keep a separate name for accounts that should stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import Cue, cue, late
from privacy_check.text.fold import Folded
from privacy_check.text.networks import FIRST_WORDS, LABEL, NETWORKS, ORDINARY, SHORT, VAGUE, invented
from privacy_check.text.sayings import cue_of

FINDS = (
    ("psn: xX_Reaper88_Xx | steam reaper_uk", "xX_Reaper88_Xx"),
    ("psn: xX_Reaper88_Xx | steam reaper_uk", "reaper_uk"),
    ("disc: reaper#4471", "reaper#4471"),
    ("🎮 ttv/pixelpam_uk", "pixelpam_uk"),
    ("add me on snap sophie.b99", "sophie.b99"),
    ("my insta is @jane.makes", "@jane.makes"),
    ("insta/tiktok: @noodle.the.cat", "@noodle.the.cat"),
    ("👻 @jessx99", "@jessx99"),
    ("xbox TheRealMavis · no mic", "TheRealMavis"),
    ("add me on snap beth.xo please", "beth.xo"),
    ("riot: crumb#EUW1", "crumb#EUW1"),
    ("find me on @nightshift_nan if bored", "@nightshift_nan"),
    ("grumbles live at nan.grumbles on threads", "nan.grumbles"),
)
MISSES = (
    "thanks @jane_doe and @example",
    "Not affiliated w/ @LeedsCC_News",
    "follow us on twitter and instagram for updates",
    "switched from steam to epic games",
    "posted on insta yesterday",
    "discord server is down",
    "signal: weak",
    "Twitter 2.5yrs and Facebook 5yrs",
    "YouTube: http://example.org/clip",
    "switched from GitHub to GitLab, and YouTube to TikTok",
    "I am on steam all day",
    "📸 @some_photographer",
)

_NAME = r"(?P<at>@\s?)?(?P<name>[a-z0-9_](?:[\w.\-]{0,38}[a-z0-9_])?(?:\#[0-9]{3,5})?)(?![\w@]|://)"
_PICTURES = "[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_LABELLED = Cue(
    FIRST_WORDS,
    (
        rf"(?<![\w@#/.:`\[-])(?P<label>{LABEL})(?:\s?[/&+,]\s?{LABEL}){{0,4}}"
        r"(?:'s|s')?(?:\s(?:name|id|handle|user(?:name)?|tag|code|ign|gamertag|is|me)(?:'s)?)?"
        rf"(?P<mark>[ \t]?(?:[:=>~,]|->|{_PICTURES}{{1,3}})[ \t]?|[-_.|(\[]{{1,2}}(?=@)"
        rf"|[ \t](?:--?>?|is:?|as)[ \t]|/|[ \t]){_NAME}"
    ),
    0.0,
    0,
    120,
)
_AS = Cue(
    FIRST_WORDS,
    (rf"(?<![\w@])(?P<label>{LABEL})\s(?P<mark>as|under|@|handle is|name is|username is|called)\s{_NAME}"),
    0.0,
    0,
    120,
)
_MYSELF = late(r"(?<![a-z])(?:same|find me|i'm|im|i am|me|play|playing|streaming|stream)\s(?:over\s)?(?:on\s)?\Z")
_PICTURED = late(rf"[👻🐦🎮🎵🕹]\s{{0,2}}(?P<mark>:?)\s?(?=@){_NAME}")
_ON = cue("me i im my", rf"(?:me|i'm|im|i am|my)\s(?:\w{{1,8}}\s){{0,2}}(?P<mark>)(?=@){_NAME}\son\s{LABEL}")
# Discord's four figures, longer ones of other games, and the regions of Riot's.
_TAG = late(r"\#(?:[0-9]{4,8}|(?:euw|eune|euno|na|kr|uk|oce|jp|tr)[0-9]{0,2})(?!\w)")
_TAGGED = late(r"(?<![\w#@/&.])[a-z_.][\w.]{1,31}\Z")
# A pattern that begins with plain letters is found fastest, so what must not stand before comes after them.
_FRIEND_CODE = late(r"sw-(?<![\w-]sw-)[0-9]{4}-[0-9]{4}-[0-9]{4}(?![\w-])")
_FEDIVERSE = late(r"@(?<![\w@]@)[\w.-]{2,30}@(?:[\w-]{1,40}\.){1,3}[a-z]{2,12}(?!\w)")
_ODD = late(r"[0-9_#]|[a-z][.][a-z]")
# Without a sign before it: an underscore, a tag, or letters enough beside the figures ("vr2" is a product).
_UNMISTAKABLE = late(r"[_#]|(?=.{6,})[a-z]{3}.*[0-9]|(?=.{6,})[0-9].*[a-z]{3}|\A(?=.{6,}\Z).*[a-z][.][a-z]")
# A plain word is a name only where nothing goes on after it: "twitch: bogwitch |", not "Facebook: a new look".
_STANDS_ALONE = late(rf"\s?(?:\Z|[^\w\s'-]|\n|(?:and|or|x|{LABEL})(?![a-z]))")
_SEPARATORS = ("", "|", "•", "·", "/", "\n", "~", ",")
_HOST = late(r"\.(?:com|org|net|uk|me|tv|gg|ly|gov|ee)\Z")
_COUNTED = late(
    r"v?[0-9]+(?:st|nd|rd|th|k|m|am|pm|gb|mb|min|mins|h|hrs|years?|yrs|s|[.][0-9]+(?:yrs|years?|k|m|x)?)?\Z"
)
# Capitals inside a word: nobody writes an everyday word so.
_CAMEL = late(r"(?=.{6,}\Z)[A-Z]?[a-z]+[A-Z][\w-]*\Z|(?=.{6,}\Z)[A-Z][\w]+-[A-Z]{2,3}\Z")
_ODD_ON = cue_of("handle.odd_on", LABEL=LABEL)
_REACHED = cue_of("handle.reached")
_I_AM = cue_of("handle.i_am")


class Handle(BaseDetector):
    """Names on other networks, games and messengers."""

    name = "handle"
    entity_types = (EntityType.HANDLE,)
    triggers = Triggers(words=FIRST_WORDS | {"sw"}, parts=("#", "👻", "🐦", "🎮", "🎵", "🕹", "@"))

    def match(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        for shape in (_LABELLED, _AS):
            for hit in shape.finditer(folded):
                if _is_a_name(hit, folded):
                    yield _found(hit)
        for shape in (_ODD_ON, _I_AM) if "_" in lower or "." in lower else ():
            yield from map(_found, shape.finditer(folded))
        if "@" in lower:
            yield from map(_found, _PICTURED.finditer(lower))
            for shape in (_ON, _REACHED):
                yield from map(_found, shape.finditer(folded))
            for hit in _FEDIVERSE.finditer(lower):
                yield Match(EntityType.HANDLE, *hit.span(), 0.85, "your name on another network", "PI-05")
        for hit in _FRIEND_CODE.finditer(lower):
            yield Match(EntityType.HANDLE, *hit.span(), 0.85, "a friend code", "PI-05")
        if "#" in lower:
            for tag in _TAG.finditer(lower):
                name = _TAGGED.search(lower, max(0, tag.start() - 33), tag.start())
                if name:
                    yield Match(EntityType.HANDLE, name.start(), tag.end(), 0.8, "a Discord name", "PI-05")


def _is_a_name(hit: re.Match[str], folded: Folded) -> bool:
    lower = folded.lower
    name, at, mark = hit["name"], hit["at"], hit["mark"].strip()
    label = hit["label"]
    if name in ORDINARY or len(name) < 3 or _COUNTED.match(name) or name.replace(".", "").isdigit():
        return False
    if not at and _HOST.search(name):
        return False
    camel = bool(_CAMEL.match(folded.text, hit.start("name"), hit.end("name"))) and name not in NETWORKS
    if camel and _STANDS_ALONE.match(lower, hit.end()):
        return True
    odd = bool(at or _ODD.search(name))
    if mark == ",":
        mine = lower[max(0, hit.start() - 4) : hit.start()].endswith("my ")
        return mine and not at and bool(_UNMISTAKABLE.search(name))
    if mark == "as" and label not in VAGUE and _MYSELF.search(lower, max(0, hit.start() - 25), hit.start()):
        return True
    if not at and mark == "" and not _UNMISTAKABLE.search(name):
        return label not in VAGUE and invented(name) and _alone_in_its_piece(hit, lower)
    if not odd and not _STANDS_ALONE.match(lower, hit.end()):
        return mark in (":", "=", "->") and label not in VAGUE and len(name) > 8 and invented(name)
    if mark in ("", "-", "|", "is", "as") or label in VAGUE:
        return odd
    return label in SHORT if mark == "/" else True


def _alone_in_its_piece(hit: re.Match[str], lower: str) -> bool:
    """True for "| ravelry purlygates |": a network and one name between separators."""
    before = lower[: hit.start()].rstrip()[-1:]
    after = lower[hit.end() :].lstrip()[:1]
    parted = before in _SEPARATORS and after in _SEPARATORS
    return parted and bool(before or after)


def _found(hit: re.Match[str]) -> Match:
    start = hit.start("at") if hit["at"] else hit.start("name")
    sure = 0.85 if hit["at"] or _ODD.search(hit["name"]) else 0.7
    return Match(EntityType.HANDLE, start, hit.end("name"), sure, "your name on another network", "PI-05")


DETECTOR = Handle()
