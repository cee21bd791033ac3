"""What a sentence is about when it is about nobody here: a game, a star, the news, an advert, a dream, a venue.

A sentence in which the writer speaks of "I", "my" or "our" is the writer's own, but for games and dreams.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from privacy_check.text.cues import late, word_set
from privacy_check.text.figures import FIGURE_WORDS, FIGURES, GAMES, INVENTED_HOME_WORDS, INVENTED_HOMES
from privacy_check.text.organisations import NOT_A_ROAD
from privacy_check.text.sayings import listed, piece, saying
from privacy_check.text.vocabulary import MONTH, first_names


class Scene(Enum):
    """What a sentence tells of, where it is not the writer's own life."""

    FICTION = auto()
    HISTORY = auto()
    STAR = auto()
    THIRD = auto()
    NEWS = auto()
    SCHOOL_NEWS = auto()
    ADVERT = auto()
    TIMETABLE = auto()
    VENUE = auto()
    EVENT = auto()
    QUIZ = auto()


_LONGEST = 200
_STOP = late(r"[.!?](?=[\s\"')]|\Z)|[\n|\u2022\u2026]")
_TOKENS = late(r"[a-z]+(?:'[a-z]+)?|&")
_ABBREVIATION = late(r"(?<![a-z])(?:st|mr|mrs|ms|dr|est|rd|ave|no|approx|vs|prof|rev|sr|jr)\Z")
_SELF = listed("scenes.self")
_SELF_ALONE = word_set("i i'm im i've ive i'll i'd my me mine mine's myself mi")
_KIN = listed("scenes.kin")
_GAME_WORDS = frozenset(word for game in GAMES for word in game.split())
_REAL = word_set("irl actual actually really")


@dataclass(frozen=True, slots=True)
class _Sign:
    """How a scene is known: `words`, one of which must stand in the sentence, then `shape`.

    `own` are the words of a first person that make the sentence the writer's own after all.
    """

    scene: Scene
    words: frozenset[str]
    shape: re.Pattern[str]
    own: frozenset[str] = _SELF


_MEDIA = r"(?:novel|book|film|movie|episode|story|series|musical|panto|play|comic|script|sequel|fanfic)"
_VENUE = (
    "(?<![a-z])(?:(?:village |church |town |parish |memorial |scout |methodist |community "
    "|army )?hall|church|chapel|cathedral|minster|museum|library|gallery|(?:community |health "
    "|leisure |civic |children's |family |medical )centre|meeting house|legion|(?:barber|charity"
    "|farm|coffee) ?shop|barbers|salon|recreation ground|the rec|(?:town|market) (?:square|place)"
    "|(?:fire|police) station|recycling centre|(?:costume|bike|van|tool) hire|corn exchange"
    "|scout hut|theatre|food ?bank|polling station|st [a-z]+'s,|hospice|pavilion|club ?house"
    "|hub)(?![a-z])"
) + NOT_A_ROAD
_OPEN_TO_ALL = piece("scenes.open_to_all")
_VENUE_WORDS = listed("scenes.venue_words")
_AT_HOME = _SELF | word_set("live lives living parcel collect collection collected selling house flat home rent")
_HOURS = piece("scenes.hours")
_PAPER = piece("scenes.paper")
_SIGNS = (
    _Sign(
        Scene.FICTION,
        _GAME_WORDS | word_set("sim sims d&d dnd character villager avatar half d paladin wizard"),
        late(
            (
                r"\A\W{0,3}(?:(?:so|and|meanwhile|update|today|tonight|ok|okay|also|but|well|currently|living"
                "|playing|back)[,:]? ){0,2}(?:in|on|over in) (?:my |the )?"
            )
            + (
                rf"(?:{'|'.join(sorted(GAMES))})(?![a-z])|(?<![a-z])my (?:\w+ )?(?:sims?|character|villager"
                "|avatar|half-?(?:orc|elf)|paladin|wizard|tiefling|bard|rogue|druid)(?:'s)? (?:is|was|has|just"
                "|got|lives?|called|named|works|married|turned|went)(?![a-z])|(?<![a-z])(?:d ?& ?d"
                "|dnd)(?: campaign| night| tonight| session)?[,:]"
            )
        ),
        _REAL,
    ),
    _Sign(
        Scene.FICTION,
        _GAME_WORDS,
        late(
            "(?<![a-z])(?:married|marrying|moved|living|live|lives|bought|built|romanced|named|turned"
            "|adopted)(?![a-z])(?:(?! and | but "
            f"|[,;] ).){{0,40}}(?<![a-z])in (?:{'|'.join(sorted(GAMES))})(?![a-z])|(?<![a-z])(?:married"
            f"|marrying|romanced) [^.]{{1,30}} in (?:{'|'.join(sorted(GAMES))})(?![a-z])"
        ),
        _REAL | _KIN,
    ),
    # A game that is named at once, and what lives in one: "stardew year 3", "my villager Marina".
    _Sign(
        Scene.FICTION,
        _GAME_WORDS | word_set("villager sim"),
        late(
            rf"\A\W{{0,3}}(?:{'|'.join(sorted(GAMES))})(?: valley| crossing)?[,:]? (?:year|day|season|spring"
            "|summer|fall|winter|save|run|update|world|night|stream|farm)(?![a-z])"
            r"|(?<![a-z])my (?:\w+ )?(?:villager|sim) [a-z]+"
        ),
        _REAL,
    ),
    # Somebody with a surname whom one is fond of is on a screen.
    _Sign(
        Scene.STAR,
        word_set("favourite fave favorite"),
        late(
            r"\A\W{0,3}(?:(?:wee|big|dear|poor|old|wor) )?(?!(?:mr|mrs|miss|ms|dr|sir|my"
            "|our) )[a-z]+ (?:mc)?[a-z'-]+ (?:is|was) my (?:absolute |all time |total )?fav(?:ou?rite"
            "|e)(?! (?:[a-z]+ )?(?:sister|brother|aunt|uncle|cousin|nan|gran|teacher|pet|dog|cat|person"
            "|human))"
        ),
        _KIN | word_set("our"),
    ),
    _Sign(
        Scene.THIRD,
        word_set("nobody no everyone"),
        late(
            r"\A\W{0,3}(?:nobody|no ?-?one|everyone)(?: \w+){0,3} (?:born|was|is|called|named|under|over"
            "|aged)(?![a-z])"
        ),
    ),
    _Sign(
        Scene.FICTION,
        word_set(
            "novel book film movie episode story series musical play comic script sequel fanfic reading panto"
        ),
        late(
            "(?<![a-z])(?:in|of|finished|watched|start of|end of) (?:the|that|this|his"
            rf"|her) {_MEDIA}(?!\s(?:club|shop|group|fair|festival|store|week|area|group|centre"
            "|park))(?![a-z])|(?<![a-z])(?:reading|watching) (?:the (?:bit|part|one|scene|episode)"
            "|where)(?![a-z])|(?<![a-z])fanfic(?![a-z])"
        ),
    ),
    _Sign(
        Scene.HISTORY,
        frozenset(),
        late(
            rf"(?<![a-z])(?:in|since|circa|c\.|died|{MONTH},?|autumn of|spring of|summer of|winter of"
            r"|year) 1[0-8]\d\d(?![\d:.,-]|\s?(?:hrs|hours|calories|words))|\(1[0-8]\d\d\s?[-–]"
            "|(?<![a-z])(?:on this day|blue plaque|in the (?:first|second|great) (?:world )?war)(?![a-z])"
        ),
    ),
    _Sign(
        Scene.NEWS,
        word_set(
            "bomb headline sinkhole crews leak cut jobs plans homes parents breaking told local says say "
            "said reports reported reporting according inquest arrested charged rescued residents strike "
            "firefighters police inquest bbc driver man woman boy girl teenager pupils schools shut piece "
            "gran pensioner mother father mum dad news evacuated"
        ),
        late(
            r"\A\W{0,3}(?:breaking(?: news)?\s?:|inquest|pupils at|residents (?:of|in)|two arrested"
            "|parents at|sinkhole|plans in for|man arrested|strike at|fire at)(?![a-z])"
            f"|(?<![a-z]){_PAPER}(?:'s)?(?: news| page| live)? (?:says?|said|reports?|reported|reckons?"
            "|has a piece|hears|heard|are reporting)(?![a-z])|(?<![a-z])(?:according to|news say|(?:has"
            "|have|had|was|were|been) (?:arrested|charged|jailed|rescued|evacuated|fined|sentenced)"
            "|firefighters|fire crews|gas leak|power cuts? (?:hits?|leaves?|left|affects?)|sinkhole"
            "|jobs to go|plans (?:in|submitted|approved) for|homes on|found safe|bomb squad"
            "|(?:reported|printed|featured) in (?:the|today's|this week's)"
            "|headline of the day|told (?:the )?(?:bbc|itv|sky|sun|mirror|mail|guardian|[a-z]+ (?:echo"
            r"|gazette|post|live|news)))(?![a-z])|\A\W{0,3}local (?:man|woman|pensioner),? "
            r"|\A\W{0,3}(?:bbc|itv|sky news|\w+ live)\s?:|(?<![a-z])(?:schools|homes|flats"
            "|shops) (?:in [a-z]+ )?(?:are |were |have been |remain )?(?:shut|closed|evacuated|to close|hit"
            "|cut off)(?![a-z])"
        ),
        _SELF | _KIN | {"here"},
    ),
    _Sign(
        Scene.NEWS,
        word_set(
            "man woman boy girl teenager teen gran pensioner driver mother father mum dad couple student "
            "pupil toddler"
        ),
        late(
            "(?<![a-z])(?:man|woman|boy|girl|teenager|teen|gran|pensioner|driver|mother|father|mum|dad"
            r"|couple|student|pupil|toddler),? (?:aged )?\d{1,2},(?: (?:from|of) [\w' -]{2,24})? (?:was"
            "|is|has|had|who|wins?|won|found|stuck|trapped|missing|hurt|dies|died|jailed|rescued|hits?"
            "|loses|lost|says?|said|gets|tells?|told)(?![a-z])|(?<![a-z])(?:woman|man|boy|girl|teenager"
            "|teen|pensioner|driver|mother|father|mum|dad|grandmother|grandfather|gran)(?: of (?:one|two"
            r"|three|four|five|six|seven|\d))?,? (?:aged )?\d{1,2}, (?:from|of) [\w'-]{2,24} [a-z]+(?:ed"
            "|s)(?![a-z])"
        ),
    ),
    # Running prose of papers: "Mr. Hale taught law at ...", and what he is heard to say of himself.
    _Sign(Scene.NEWS, word_set("mr mrs ms dr"), late(r"(?<=\w )(?:mr|mrs|ms|dr)\. [a-z]+"), _SELF | _KIN),
    _Sign(
        Scene.NEWS,
        word_set("overheard said explained protested replied"),
        late(
            r", (?:he|she|(?:his|her) (?:[\w-]+ )?[\w-]+)(?: was)? (?:overheard|explained|protested|replied"
            "|said)(?! (?:i|my|we)(?![a-z]))"
        ),
        word_set("my our"),
    ),
    _Sign(
        Scene.SCHOOL_NEWS,
        word_set(
            "raised results ofsted closures closed bans banned merging merge admissions oversubscribed "
            "appointed evening day furious exam league named top open shut lose wins won says "
            "oversubscribed pupils awarded requires petition built made sang visited planted wrote met put"
        ),
        late(
            "(?<![a-z])(?:raised £|exam results|results are|ofsted says?|ofsted said|closures"
            "|closed (?:today|tomorrow|due|until|because|for)|shut (?:today|tomorrow|by|due|because)"
            "|merging|admissions|oversubscribed|head appointed|open (?:evening|day|morning)|furious"
            "|league tables?|came top|school of the year|bans?|banned|to close|to lose|petition"
            r"|(?<=year [1-9] at )(?:\w+ ){1,4}(?:built|made|sang|visited|planted|wrote|won|met|put on)"
            "|pupils (?:walk|have|are|were)|named (?:best|top|school)|won (?:the|an) (?:award|county"
            "|national))(?![a-z])"
        ),
        _SELF | _KIN,
    ),
    _Sign(
        Scene.ADVERT,
        word_set(
            "vacancy vacancies hiring apply recruiting wanted needed required salary cv cvs ph annum hour "
            "job join deadline closing permanent hours experience provided fixed maternity shifts sought "
            "email ask"
        ),
        late(
            "(?<![a-z])(?:vacanc(?:y|ies)|(?:we're|we are|now|is|are) (?:hiring|recruiting)|apply (?:by"
            "|within|online|at|to|now|via|before|today|in)|closing date|maternity cover, starts?"
            "|fixed term, clos[a-z]+|shifts available|sought|email (?:your )?cv|, ask for [a-z]+|(?:send"
            r"|email|drop) (?:your |us a |a )?cvs?|cvs? to the|join our team|\A\W{0,3}join the team"
            r"|come and (?:work|join)|per annum|\A\W{0,3}job\s?:|(?:required|needed) (?:for|at|from|in"
            "|asap)|hours a week, apply|no experience|(?:driver|cook|cleaner|chef|staff|assistant|teacher"
            "|nurse|junior|barista|baristas|person|apprentice|porter|carer|carers|manager|supervisor"
            "|receptionist|labourer|ta|(?:saturday|paper) (?:boy|girl|lad)) (?:wanted|needed"
            "|required))(?![a-z])"
        ),
        _SELF_ALONE | _KIN | word_set("babysitter nanny childminder sitter tutor"),
    ),
    _Sign(
        Scene.TIMETABLE,
        word_set(
            "opens open shuts shut closes close does do comes come goes go leaves runs run is are starts "
            "start rings gets has serves"
        ),
        saying("scenes.service"),
        _SELF_ALONE,
    ),
    _Sign(
        Scene.VENUE,
        _VENUE_WORDS,
        late(rf"(?=.*{_VENUE}).*{_HOURS}"),
        _AT_HOME,
    ),
    _Sign(
        Scene.EVENT,
        _VENUE_WORDS,
        late(rf"(?=.*{_VENUE}).*{_OPEN_TO_ALL}"),
        _AT_HOME,
    ),
    _Sign(
        Scene.QUIZ,
        word_set("quiz true crossword trivia question round which name answer clue guess"),
        late(
            r"\A\W{0,3}(?:(?:pub |kids |family |music )?quiz(?: (?:question|night"
            r"|answer))?(?: \d+)?(?:\s?:| answer)|trivia|crossword|question \d|round (?:one|two|three|four"
            r"|\d)|which (?:\w+ ){0,3}(?:was|is|went|lives?|did|grew|played))(?![a-z])"
            r"|(?<![a-z])(?:true or false|guess the (?:year|film|song|band)|crossword clue|\w+ letters\W*\Z"
            "|fact or fiction|fun fact)(?![a-z])"
        ),
    ),
)

# Said before a fact that has not come about.
_WISH = piece("scenes.wish")
_MAY_WISH = late(r"what if|if |my head|imagin|wish|would|suppose|preten|body |one |could|should|i'd|can i|dream")
_DREAM_WORDS = late(_WISH)
_DREAM = late(
    _WISH
    + (
        "(?:(?!(?<![a-z])(?:but|i'm|i am|im|we're|anyway|however|currently)(?![a-z])|,(?! (?:i'd|we'd"
        r"|i would|we would|would|who|could|i could))).)*\Z"
    )
)
_DENIED = saying("scenes.denied")
_NOT_AWAY = saying("scenes.not_away")
_SUBJECT = saying("scenes.subject")
_ROYAL = re.compile(
    r"\W{0,3}(?:King|Queen|Prince|Princess) (?P<first>[A-Z][a-z]+)(?:'s \w+)? (?:turned|turns|was"
    r"|is|has|had|lived|died|took)(?!\w)"
)
_HAPPY = saying("scenes.happy")
_BY_YEAR = late(rf",? (?:[0-9]{{1,2}}(?:st|nd|rd|th)? )?{MONTH},? (?:1[89]\d\d)(?!\d)")


@lru_cache(maxsize=8)
def sentence(lower: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around `start`..`end` begins and ends, at most 200 characters away."""
    begin = max(0, start - _LONGEST)
    for stop in _STOP.finditer(lower, begin, start):
        if stop[0] != "." or not _ABBREVIATION.search(lower, max(0, stop.start() - 8), stop.start()):
            begin = stop.end()
    after = _STOP.search(lower, end, end + _LONGEST)
    return begin, after.end() if after else min(len(lower), end + _LONGEST)


def told(lower: str, text: str, start: int, end: int) -> frozenset[Scene]:
    """The scenes of the sentence in which `start`..`end` of folded text stands."""
    begin, last = sentence(lower, start, end)
    found = scenes(lower[begin:last])
    if _of_a_third(text[begin:last], end - begin):
        found |= {Scene.THIRD}
    if _of_a_figure(lower[begin:last], start - begin, end - begin):
        found |= {Scene.STAR}
    return found


def in_invented_home(lower: str, start: int, end: int) -> bool:
    """True for the addresses of fiction that everybody knows: "4 Privet Drive", "221B Baker Street"."""
    begin, last = sentence(lower, start, end)
    words = _words(lower[begin:last])
    if INVENTED_HOME_WORDS.isdisjoint(words) or not _SELF.isdisjoint(words):
        return False
    return INVENTED_HOMES.search(lower, begin, last) is not None


def only_dreamt(lower: str, start: int, end: int) -> bool:
    """True when words of a wish or of a game of thought stand before, in the same sentence."""
    begin, _last = sentence(lower, start, end)
    if _MAY_WISH.search(lower, begin, end) is None:
        return False
    # The match may itself begin with the words of the wish.
    return bool(_DREAM.search(lower, begin, start) or _DREAM_WORDS.match(lower, start, end))


def denied(lower: str, start: int, end: int) -> bool:
    """True when the words right before, or the first words, say that it is not so: "I don't live in Hull"."""
    return bool(_DENIED.search(lower, max(0, start - 60), start) or _NOT_AWAY.match(lower, start, end))


def a_day_remembered(lower: str, start: int, end: int) -> bool:
    """True for a place named with a day long ago, as people write who remember a disaster."""
    begin, _last = sentence(lower, start, end)
    return not lower[begin:start].strip() and bool(_BY_YEAR.match(lower, end))


@lru_cache(maxsize=8)
def _words(said: str) -> frozenset[str]:
    return frozenset(_TOKENS.findall(said))


@lru_cache(maxsize=64)
def scenes(said: str) -> frozenset[Scene]:
    """The scenes of one lower-case sentence."""
    words = _words(said)
    found = {
        sign.scene
        for sign in _SIGNS
        if (not sign.words or not sign.words.isdisjoint(words))
        and sign.own.isdisjoint(words)
        and sign.shape.search(said)
        and (sign.scene is not Scene.HISTORY or _SELF.isdisjoint(words))
    }
    return frozenset(found)


def _of_a_figure(said: str, start: int, end: int) -> bool:
    """True when somebody everybody knows is in a sentence without "I", and is not the match itself."""
    words = _words(said)
    if FIGURE_WORDS.isdisjoint(words):
        return False
    if _HAPPY.search(said):
        return False
    return any(
        (found.end() <= start or found.start() >= end)
        and not _by_oneself(said[:end] if found.start() < 8 else said)
        and not said.endswith(("same birthday as ", "just like ", " as "), 0, found.start())
        for found in FIGURES.finditer(said)
    )


def _by_oneself(said: str) -> bool:
    return not _SELF.isdisjoint(_TOKENS.findall(said))


def _of_a_third(said: str, end: int) -> bool:
    """True when a person with forename and surname, or a king, is what a sentence is about up to `end`."""
    found = _SUBJECT.match(said) or _ROYAL.match(said)
    if found is None:
        return False
    lower = said.lower()
    if _by_oneself(lower[:end]) or _HAPPY.search(lower):
        return False
    return "first" not in found.groupdict() or found["first"].lower() in first_names() or found.re is _ROYAL
