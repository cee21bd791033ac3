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
from privacy_check.text.networks import FIRST_WORDS, LABEL, ORDINARY, invented, made_up
from privacy_check.text.sayings import listed, piece, saying
from privacy_check.text.wordlist import words

FINDS = (
    ("my gamertag's Major Biscuit, hi", "Major Biscuit"),
    ("old account is gone, im @otis.draws now", "@otis.draws"),
    ("add me on discord im fernwhisper and bring snacks", "fernwhisper"),
    ("my vinted name is rummagerita", "rummagerita"),
    ("search potterpenny on insta", "potterpenny"),
    ("also i'm tallulahdraws on insta", "tallulahdraws"),
    ("my twitch is benplaysbad", "benplaysbad"),
    ("yt channel: FixItFelicity", "FixItFelicity"),
    ("I'm on twitch as well, rolf_burns_toast, say hi", "rolf_burns_toast"),
    ("chat's broken, add me on discord instead, ronanthemoose", "ronanthemoose"),
    ("follow my art acc @inkbysol", "@inkbysol"),
    ("old account got hacked, new one is @lottie.h.new", "@lottie.h.new"),
    ("walk ins sat, dm @inkbysoph_ for slots", "@inkbysoph_"),
    ("new spam acc because my aunts found this one 👀 @notmolly.twice", "@notmolly.twice"),
)
MISSES = (
    "add me on discord im bored",
    "my gamertag's embarrassing",
    "im @work till six",
    "my insta name is so cringe",
    "search furniture on ebay",
    "follow friends on instagram",
    "I'm procrastinating on youtube",
    "my insta is embarrassing",
    "youtube channel is growing",
    "DM @asda to complain",
    "great reel on insta by leeds_bakers today",
    "add me on insta, promise I'm nice",
    "new one is @the_o2 on friday",
)

_ONE_WORD = r"(?P<name>[a-z0-9_](?:[\w.\-]{0,38}[a-z0-9_])?)(?![\w@])"
# Players give themselves names of several words, with capitals.
_PLAYER = piece("handle_in_prose.player")
_NAMED = piece("handle_in_prose.named", LABEL=LABEL, ONE_WORD=_ONE_WORD)
_ON_NETWORK = rf"(?:user ?name|name|handle|called|known as)\son\s{LABEL}(?:'s|\sis|\s?[:=])\s@?{_ONE_WORD}"
_ADD_ME = piece("handle_in_prose.add_me", LABEL=LABEL, ONE_WORD=_ONE_WORD)
_SEARCH = (
    rf"(?:search|look(?:ing)? up|look for|find|add|follow|sub(?:scribe)? to)\s(?:for\s)?@?{_ONE_WORD}\son\s{LABEL}"
)
_I_AM_AT = saying("handle_in_prose.i_am_at", LABEL=LABEL)
_ACCOUNT = late(
    rf"(?<![a-z])(?:{LABEL}|accounts?|acc|hacked|locked out|new (?:page|profile)|handle|follow|username)(?![a-z])"
)
# "Insta > this app, @rubymay" at the very end, with nobody thanked or named beside it.
_LAST = late(
    rf"(?<![a-z]){LABEL}(?P<between>[^@\n]{{1,24}}?)(?P<name>@[a-z0-9_](?:[\w.\-]{{0,38}}[a-z0-9_])?)\W{{0,4}}\Z"
)
_NEW_ACCOUNT = saying("handle_in_prose.new_account")
_OTHERS = late(
    r"(?<![a-z])(?:by|from|cc|thanks|thank|ft|feat|with|w|love|via|to|and|x|see|watch|shout ?out|credit|photo|pic"
    r"|hey|hi|on|for|at|of)(?![a-z])|[:/|]|\w/"
)
_OTHERS_PAGE = late(
    r"(?<![a-z])(?:by|from|thanks|thank|ft|feat|with|via|credit|photo|pic|follow|called|someone)(?![a-z])"
)
_OWN_ACCOUNT = Cue(
    words("account acc page profile channel alt finsta spam main backup insta tiktok twitter youtube"),
    (
        r"(?:(?:alt|finsta|spam|backup)(?:\saccount|\sacc)?\s(?=@)|(?:account|acc|page|profile|channel"
        r"|alt|finsta|spam|main|backup|insta|tiktok|twitter|youtube)(?:\s(?:account|acc|page|channel"
        r"|now))?(?:\s(?:is|at)|'s|\s?[:=>]"
        r"|\s->)\s(?:now\s)?)(?P<name>@[a-z0-9_](?:[\w.\-]{0,38}[a-z0-9_])?)(?![\w@])"
    ),
    0.8,
    0,
    80,
)
_WORD_AFTER = r"(?=\s?(?:\Z|[^\w\s'-]|\n|(?:btw|if|and|or|x|xx|on|give|come|feel|dm|now|too)(?![a-z])))"
# "I'm tallulahdraws on insta", "my twitch is benplaysbad", "yt channel: FixItFelicity", "add me on psn, Gazza_9T".
_AM_ON = Cue(
    words("i im we it"),
    rf"(?:i'm|im|i am|we're|it's)\s(?P<name>[a-z0-9_](?:[\w.\-]{{2,38}}[a-z0-9_]))\son\s{LABEL}",
    0.7,
    0,
    80,
)
_MINE_IS = Cue(
    words("my her his our their mi"),
    rf"(?:my|mi|her|his|our|their)\s(?:{LABEL})\s(?:is"
    rf"|=)\s(?P<name>[a-z0-9_](?:[\w.\-]{{2,38}}[a-z0-9_])){_WORD_AFTER}",
    0.7,
    0,
    80,
)
_SHOP_IS = Cue(
    FIRST_WORDS,
    rf"(?:{LABEL})\s(?:channel|page|shop|store|profile|account|acc)\s?(?:[:=>-]|is"
    rf"|->)\s?(?P<name>[a-z0-9_](?:[\w.\-]{{2,38}}[a-z0-9_])){_WORD_AFTER}",
    0.7,
    0,
    80,
)
_ADD_COMMA = Cue(
    words("add find follow get"),
    rf"(?:add|find|follow|get)\sme\son\s{LABEL}(?:\s(?:instead|now|too|an all|as well|then|please|pls))?,\s"
    rf"(?P<name>[a-z0-9_](?:[\w.\-]{{2,38}}[a-z0-9_])){_WORD_AFTER}",
    0.7,
    0,
    80,
)
# "On insta it's dex_grows_leeks", "I'm on twitch an all, brumdad_plays": nobody's word has such a line in it.
_UNDERLINED = Cue(
    FIRST_WORDS,
    rf"{LABEL}(?P<between>[^@.!?\n|]{{1,24}}?)[\s,:(]"
    rf"(?P<name>[a-z](?:[a-z0-9.]*_[a-z0-9.]*)+(?<![.])){_WORD_AFTER}",
    0.65,
    0,
    80,
)
_AT_NAME = r"(?P<name>@[a-z0-9_](?:[\w.\-]{2,38}[a-z0-9_])?)(?![\w@])"
_MY_PAGE = Cue(
    words("my our"),
    rf"(?:my|our)\s(?:[\w'-]+\s){{0,2}}(?:acc|account|page|profile|channel|shop|insta)\s{_AT_NAME}",
    0.75,
    0,
    90,
)
_NOW_AT = Cue(words("new this"), rf"(?:new one|this)\s?(?:is|=|:)\s(?:me\s)?(?:now\s)?{_AT_NAME}", 0.75, 0, 80)
_BOOK = Cue(words("dm message msg"), rf"(?:dm|message|msg)\s{_AT_NAME}", 0.65, 0, 60)
_TRADE = saying("handle_in_prose.trade")
_PLACES = words(
    "@work @home @uni @school @college @gym @pub @church @mum's @mums @hospital @office @airport @station @nan's "
    "@yours @mine @town @party @festival @asda @tesco @aldi @lidl @ikea @greggs"
)
_LOOKED_FOR = 9
_CAPITAL_INSIDE = late(r"[A-Z](?=[a-z])")
_MY = late(r"(?<![a-z])(?:my|mi|me|our)\s(?:\w+\s){0,2}\Z")
_MINE = late(r"(?<![a-z])(?:my|me|mi|our|the|new|old|his|her)\s(?:\w+\s)?\Z")


class HandleInProse(BaseDetector):
    """Names on other networks that are told in a sentence."""

    name = "handle_in_prose"
    entity_types = (EntityType.HANDLE,)
    triggers = Triggers(
        words=FIRST_WORDS | _OWN_ACCOUNT.words | _BOOK.words, parts=("im @", "'m @", "am @", "as @", "s @")
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        yield from _told(folded)
        for cue in (_AM_ON, _MINE_IS, _SHOP_IS, _ADD_COMMA):
            for hit in cue.finditer(folded):
                camel = _CAPITAL_INSIDE.search(folded.text, hit.start("name") + 1, hit.end("name"))
                if camel or made_up(hit["name"]):
                    yield _found(hit, "name", 0.7)
        if "_" in folded.lower:
            for hit in _UNDERLINED.finditer(folded):
                if not _OTHERS_PAGE.search(hit["between"]):
                    yield _found(hit, "name", _UNDERLINED.confidence)
        if "@" in folded.lower:
            yield from _at_names(folded)


def _told(folded: Folded) -> Iterable[Match]:
    """Names of players, names called so, and names to add or to look for."""
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


def _at_names(folded: Folded) -> Iterable[Match]:
    """Names with their sign: own pages, new accounts; "dm @x" only where somebody takes orders."""
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
    for hit in _MY_PAGE.finditer(folded):
        yield _found(hit, "name", 0.75)
    for hit in _NOW_AT.finditer(folded):
        if _ACCOUNT.search(folded.lower, max(0, hit.start() - 70), hit.start()):
            yield _found(hit, "name", 0.75)
    for hit in _BOOK.finditer(folded):
        if _TRADE.search(folded.lower) and hit["name"] not in _PLACES:
            yield _found(hit, "name", 0.65)


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


_GAMES = listed("handle_in_prose.games")
_PLAYERS = Cue(_GAMES, _PLAYER, 0.75, 0, 80, cased=True)
_NAMES = Cue(FIRST_WORDS, _NAMED, 0.7, 0, 80)
_NAMES_ON = Cue(words("name username user handle called known"), _ON_NETWORK, 0.65, 0, 80)
_ADDS = Cue(words("add find follow catch dm message hmu get reach hit"), _ADD_ME, 0.65, 0, 90)
_SEARCHES = Cue(words("search look looking find add follow sub subscribe"), _SEARCH, 0.65, 0, 80)

DETECTOR = HandleInProse()
