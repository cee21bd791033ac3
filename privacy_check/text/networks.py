"""Names of networks, games and messengers, and how a name on one of them differs from an everyday word."""

from __future__ import annotations

import re

from privacy_check.text.cues import late
from privacy_check.text.vocabulary import first_names
from privacy_check.text.wordlist import words

_NETWORKS = (
    "instagram insta ig snapchat snap sc tiktok tt twitter facebook fb youtube yt twitch ttv telegram tg tele "
    "discord disc reddit kik wechat weixin skype threads bluesky bsky mastodon github gitlab venmo cashapp paypal "
    "monzo vinted depop etsy ebay strava spotify soundcloud bandcamp pinterest tumblr linkedin onlyfans "
    "viber bereal "
    "vsco letterboxd goodreads ravelry storygraph wattpad ao3 deviantart artstation behance dribbble flickr "
    "patreon "
    "kofi untappd mixcloud trakt lichess pixelfed substack quora grindr bumble tinder hinge poshmark folksy "
    "lastfm duolingo peloton zwift threema signal matrix icq aim msn zoom line"
)
_GAMES = (
    "psn ps3 ps4 ps5 playstation xbox gamertag gamertags gt steam epic fortnite roblox minecraft mc origin "
    "ea riot "
    "battlenet battletag bnet switch"
)
_GENERAL = "username user handle socials social"
_SPACED = (
    "tik tok", "xbox live", "xbox gt", "gamer tag", "epic games", "cash app", "friend code", "user name",
    "switch fc", "line id", "ea id", "riot id", "battle.net", "blue sky", "everywhere", "all socials", "steam id",
    "chess.com", "truth social",
)  # fmt: skip
# Names of networks that are everyday words or letters need an @ or a handle's odd letters after them.
VAGUE = words(
    "hinge quora ps3 ps4 ps5 line signal matrix origin threads switch zoom user social socials aim mc tele tt "
    "handle ea epic riot msn"
)
SHORT = words("ttv twitch ig insta yt psn tiktok snap xbox")
NETWORKS = frozenset((*_NETWORKS.split(), *_GAMES.split()))
_NAMES = sorted((*_NETWORKS.split(), *_GAMES.split(), *_GENERAL.split(), *_SPACED), key=len, reverse=True)
LABEL = "(?:" + "|".join(re.escape(name).replace(r"\ ", r"\s") for name in _NAMES) + ")(?![a-z])"
FIRST_WORDS = frozenset(re.split("[^a-z]", name)[0] for name in _NAMES)

# Words that follow a network's name without being anybody's name on it.
ORDINARY = words(
    "me us my the a an and or is are was will be at on in to for of by with it its this that there here down "
    "up off out now not no yes link links new check see soon same page pages account accounts profile "
    "profiles video videos story stories post posts live stream streams channel channels follow follower "
    "followers following user users name handle id game games gaming server servers group groups chat chats "
    "message messages dm dms code app apps below above bio tag tags add added adds if you your all everywhere "
    "tbc n/a na none coming today tonight tomorrow yesterday please pls reels feed too also first then only "
    "just still again fan fans junkie addict famous sensation manager marketing support help search list deck "
    "sale gift card cards controller console one series boot mop train engine ads ad shorts music premium tv "
    "prime team partner affiliate mod mods from about when where what who how why time times over ball bank "
    "based back free big private public real trouble gang friends friend family photo photos pics pic "
    "reporter presenter content creator creators nope closed contact learn social weak lost dead gone deleted "
    "hacked pending loading ask instagram insta snapchat snap tiktok twitter facebook youtube twitch telegram "
    "discord dance dances filter filters hour call calls meeting meetings sellers seller shop store listing "
    "order orders parcel notifications drama hype last couple"
)
# Nor are these, which say how somebody is.
ORDINARY |= words(
    "bored lonely always usually never sometimes online free awake ready desperate begging new old bad good great "
    "pretty really very too quite mostly still not only just sure sorry serious friendly lovely gone cringe "
    "stupid "
    "taken weird rubbish embarrassing different changing boring long short silly unchanged same private public "
    "dead here there back trying looking playing called literally actually honestly basically in on at up "
    "down off "
    "a an the so my your his her their our mad sad happy glad fun funny nice quick slow broke broken tired "
    "ill sick "
    "well fine alright busy away out nearly almost about all both being getting going having doing making taking"
)

_ODD = late(r"[0-9_#]|[a-z][.-][a-z]")
_LIKE_A_WORD = late(
    r"(?:ing|(?<!e)ed|ly|tion|tions|ment|ments|ness|ally|phy|ers|ity|ities|ies|thing|able|ible|ence|ance"
    r"|ances|ture|tures"
    r"|ous|ive|ful|less|ical|ship|ism|ists?|ians?|sion|sions|ology|where|body|self|selves|ation|als?)\Z"
)
_LONG = 8


def invented(name: str) -> bool:
    """True when a lower-case word looks made up: figures, underscores, or two words run into one."""
    return bool(_ODD.search(name)) or (
        len(name) >= _LONG and name not in ORDINARY and not _LIKE_A_WORD.search(name)
    )


_JOINED_FROM = 3
_REST = 3
# Endings of long everyday words that say how something is.
_DESCRIBES = late(r"(?:ent|ant|ic|y|ate|some|like|wide|proof|less|most|ever)\Z")
_LONG_ENOUGH = 10


def joined_name(name: str) -> bool:
    """True for a first name run into other letters: "benplaysbad", "rewornbyjo"."""
    if len(name) < _LONG or name in ORDINARY or _LIKE_A_WORD.search(name):
        return False
    names = first_names()
    sizes = range(_JOINED_FROM, min(len(name) - _REST, 9) + 1)
    return any(names.get(name[:size]) is False or names.get(name[-size:]) is False for size in sizes)


def made_up(name: str) -> bool:
    """True for what hardly is a word, whatever the sentence: a handle's odd letters, or a name run into others."""
    if _ODD.search(name) or joined_name(name):
        return True
    return len(name) >= _LONG_ENOUGH and invented(name) and not _DESCRIBES.search(name)
