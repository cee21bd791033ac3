"""Names on other networks that are told in a sentence.

Finds: "my gamertag's Sgt Crumpet", "im @amina.reads now", "add me on discord im mothwitch", "my vinted name is",
"search jamjarjoan on facebook".
Misses: "add me on discord im bored", mentions of other people and of organisations.
Why: it is a private way to reach you, and it ties accounts together that you may want apart.
Fix: remove it, or keep a separate name for accounts that should stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import Cue, late
from privacy_check.text.fold import Folded
from privacy_check.text.networks import FIRST_WORDS, LABEL, ORDINARY, invented
from privacy_check.text.wordlist import words

FINDS = (
    ("my gamertag's Major Biscuit, hi", "Major Biscuit"),
    ("old account is gone, im @otis.draws now", "@otis.draws"),
    ("add me on discord im fernwhisper and bring snacks", "fernwhisper"),
    ("my vinted name is rummagerita", "rummagerita"),
    ("search potterpenny on insta", "potterpenny"),
    ("new spam acc because my aunts found this one 👀 @notmolly.twice", "@notmolly.twice"),
)
MISSES = (
    "add me on discord im bored",
    "my gamertag's embarrassing",
    "im @work till six",
    "my insta name is so cringe",
    "search furniture on ebay",
    "follow friends on instagram",
)

_ONE_WORD = r"(?P<name>[a-z0-9_](?:[\w.\-]{0,38}[a-z0-9_])?)(?![\w@])"
# Players give themselves names of several words, with capitals.
_PLAYER = (
    r"(?i:(?:gamer\s?tag|(?:psn|xbox|xbox live|steam|switch|riot|epic|fortnite|minecraft|roblox|origin|ea"
    r"|battle\.?net"
    r"|playstation|ps[345])\s(?:name|id|username|user|tag|gamertag|gt|handle))(?:'s|s)?(?:\s(?:is|was|called)"
    r"|\s?[:=-])?\s)"
    r"[\"']?(?P<name>[A-Z][\w']{1,18}(?:\s[A-Z0-9][\w']{0,18}){0,2})(?![\w'])"
)
_NAMED = (
    rf"(?:{LABEL})(?:\s(?:name|user ?name|handle|tag|id|account|acc))(?:'s|\sis|\s?[:=]|s)?\s{_ONE_WORD}"
    rf"|(?:{LABEL})'s\s(?P<short>[a-z0-9_](?:[\w.\-]{{0,38}}[a-z0-9_])?)(?![\w@])"
)
_ON_NETWORK = rf"(?:user ?name|name|handle|called|known as)\son\s{LABEL}(?:'s|\sis|\s?[:=])\s@?{_ONE_WORD}"
_ADD_ME = (
    rf"(?:add|find|follow|catch|dm|message|hmu|get|reach|hit)\s(?:me\s)?(?:up\s)?on\s{LABEL}"
    rf"[\s,.:;\u2013-]{{1,3}}(?:cos\s|and\s|as\s)?(?:i'm|im|i am|it's|its|name'?s?(?:\sis)?|under)\s@?{_ONE_WORD}"
)
_SEARCH = (
    rf"(?:search|look(?:ing)? up|look for|find|add|follow|sub(?:scribe)? to)\s(?:for\s)?@?{_ONE_WORD}\son\s{LABEL}"
)
_I_AM_AT = late(
    r"(?P<i>i'm|im|i am|as|it's|its)\s(?P<name>@[a-z0-9_](?:[\w.\-]{0,38}[a-z0-9_])?)(?![\w@])"
    rf"(?P<now>\s(?:now|instead|btw|from now|on here|everywhere|(?:over\s)?on\s{LABEL})"
    r"(?!\s(?:said|says|put|points|pointed|reported|wrote|noted|has)))?"
)
_ACCOUNT = late(
    rf"(?<![a-z])(?:{LABEL}|accounts?|acc|hacked|locked out|new (?:page|profile)|handle|follow|username)(?![a-z])"
)
# "Insta > this app, @rubymay" at the very end, with nobody thanked or named beside it.
_LAST = late(
    rf"(?<![a-z]){LABEL}(?P<between>[^@\n]{{1,24}}?)(?P<name>@[a-z0-9_](?:[\w.\-]{{0,38}}[a-z0-9_])?)\W{{0,4}}\Z"
)
_NEW_ACCOUNT = late(
    r"(?<![a-z])(?:new|spam|alt|backup|second|private|finsta|main|other)\s(?:(?:spam|alt|art|private|main)\s)?"
    r"(?:acc|account|insta|page|profile)(?![a-z])(?P<between>[^@\n]{1,60}?)"
    r"(?P<name>@[a-z0-9_](?:[\w.\-]{0,38}[a-z0-9_])?)\W{0,4}\Z"
)
_OTHERS = late(
    r"(?<![a-z])(?:by|from|cc|thanks|thank|ft|feat|with|w|love|via|to|and|x|see|watch|shout ?out|credit|photo|pic"
    r"|hey|hi|on|for|at|of)(?![a-z])|[:/|]|\w/"
)
_OWN_ACCOUNT = Cue(
    words("account acc page profile channel alt finsta spam main backup insta tiktok twitter youtube"),
    (
        r"(?:(?:alt|finsta|spam|backup)(?:\saccount|\sacc)?\s(?=@)|(?:account|acc|page|profile|channel|alt|finsta|spam|main|backup|insta|tiktok|twitter|youtube)"
        r"(?:\s(?:account|acc|page|channel|now))?(?:\s(?:is|at)|'s|\s?[:=>]|\s->)\s(?:now\s)?)"
        r"(?P<name>@[a-z0-9_](?:[\w.\-]{0,38}[a-z0-9_])?)(?![\w@])"
    ),
    0.8,
    0,
    80,
)
_PLACES = words(
    "@work @home @uni @school @college @gym @pub @church @mum's @mums @hospital @office @airport @station @nan's "
    "@yours @mine @town @party @festival @asda @tesco @aldi @lidl @ikea @greggs"
)
_LOOKED_FOR = 9
_MY = late(r"(?<![a-z])(?:my|mi|me|our)\s(?:\w+\s){0,2}\Z")
_MINE = late(r"(?<![a-z])(?:my|me|mi|our|the|new|old|his|her)\s(?:\w+\s)?\Z")


class HandleInProse(BaseDetector):
    """Names on other networks that are told in a sentence."""

    name = "handle_in_prose"
    entity_types = (EntityType.HANDLE,)
    triggers = Triggers(words=FIRST_WORDS | _OWN_ACCOUNT.words, parts=("im @", "'m @", "am @", "as @", "s @"))

    def match(self, folded: Folded) -> Iterable[Match]:
        for hit in _PLAYERS.finditer(folded):
            if hit["name"].split()[0].lower() not in ORDINARY:
                yield _found(hit, "name", 0.75)
        for hit in _NAMES.finditer(folded):
            group = "name" if hit["name"] else "short"
            called = group == "name" or _MINE.search(folded.lower, max(0, hit.start() - 20), hit.start())
            if called and _a_name(hit[group], bare=group == "short"):
                yield _found(hit, group, 0.7)
        for cue, bare in ((_NAMES_ON, False), (_ADDS, True), (_SEARCHES, True)):
            for hit in cue.finditer(folded):
                # An everyday word of eight letters is more often looked for than a person is.
                if _a_name(hit["name"], bare=bare) and not (cue is _SEARCHES and len(hit["name"]) < _LOOKED_FOR):
                    yield _found(hit, "name", 0.65)
        if "@" in folded.lower:
            for hit in _I_AM_AT.finditer(folded.lower):
                if _own_at(hit, folded.lower):
                    yield _found(hit, "name", 0.8)
            for hit in _OWN_ACCOUNT.finditer(folded):
                if not hit.start() or _MY.search(folded.lower, max(0, hit.start() - 30), hit.start()):
                    yield _found(hit, "name", 0.8)
            last = _LAST.search(folded.lower, max(0, len(folded.lower) - 90))
            last = last or _NEW_ACCOUNT.search(folded.lower, max(0, len(folded.lower) - 130))
            if last and not _OTHERS.search(last["between"]):
                yield _found(last, "name", 0.6)


def _a_name(name: str, *, bare: bool) -> bool:
    """True for a word that is somebody's name on a network; `bare`: nothing but its look says so."""
    if len(name) < 4 or name in ORDINARY or name.isdigit():
        return False
    return invented(name) if bare else not name.endswith(("ing", "ed", "ly"))


def _own_at(hit: re.Match[str], lower: str) -> bool:
    if hit["name"] in _PLACES or len(hit["name"]) < 4:
        return False
    said = bool(_ACCOUNT.search(lower, max(0, hit.start() - 70), hit.start()))
    if hit["i"] in ("it's", "its"):
        return said
    if hit["i"] == "as":
        return bool(hit["now"]) and " on " in hit["now"]
    return bool(hit["now"]) or said


def _found(hit: re.Match[str], group: str, sure: float) -> Match:
    return Match(EntityType.HANDLE, *hit.span(group), sure, "your name on another network", "PI-05")


_GAMES = words(
    "gamertag gamertags gamer psn xbox steam switch riot epic fortnite minecraft roblox origin ea battle "
    "battlenet playstation ps"
)
_PLAYERS = Cue(_GAMES, _PLAYER, 0.75, 0, 80, cased=True)
_NAMES = Cue(FIRST_WORDS, _NAMED, 0.7, 0, 80)
_NAMES_ON = Cue(words("name username user handle called known"), _ON_NETWORK, 0.65, 0, 80)
_ADDS = Cue(words("add find follow catch dm message hmu get reach hit"), _ADD_ME, 0.65, 0, 90)
_SEARCHES = Cue(words("search look looking find add follow sub subscribe"), _SEARCH, 0.65, 0, 80)

DETECTOR = HandleInProse()
