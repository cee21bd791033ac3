"""Where a person lives, comes from or spends their days: town, neighbourhood, village.

Finds: "live in ...", "moved to ...", "from ...", "... born and bred", a pin emoji, and a known town alone in a bio.
Misses: places visited, in the news, in films or in names of teams and dishes; "I live in hope".
Why: a town narrows a search, and a neighbourhood with a street finds the house.
Fix: give a region or nothing.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import Cues, cue, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.runs import capitalised, is_bio, pieces, run_end
from privacy_check.text.vocabulary import DAY_WORDS, NEVER_NAMES, first_names, place_at, place_words

FINDS = (
    ("live in Chapel Allerton now", "Chapel Allerton"),
    ("born and bred in Little Snoring", "Little Snoring"),
    ("mum of two | Harrogate | tea", "Harrogate"),
    ("I'm from Oswestry, yes it's in England", "Oswestry"),
    ("Wolverhampton born, accent intact", "Wolverhampton"),
)
MISSES = (
    "I live in hope",
    "the film is set in Paris and it shows",
    "lovely meal at the Bristol on Friday",
    "from Monday we have new bins",
    "Leeds United till I die",
)

_STEP = r"(?:now|here|just|happily|over|back|up|down|out|still|currently|right|proudly|a bit|somewhere|deep|way|far|all)"
_ALSO = r"(?:buddy|buddies|mate|mates|friends?|partners?|flatshare|flatmates?|house ?share|house ?mates?|room|rooms|date|dates|group|club|band|job|work|place|babysitter|childminder|dog walker|cleaner|plumber|builder|electrician|tutor|bubble|mums|folk|people)"
_CUES = Cues(
    cue("offered offering given allocated", r"(?:they've |council (?:have |has )?|they )?(?:offered|offering|given|allocated)(?: (?:me|us|her|him|a flat in|a place in|a house in|a council flat in))* ", 0.66, before=16, after=50),
    cue("got", r"got a (?:council |housing )?(?:place|flat|house) in ", 0.67),
    cue("came arrived landed settled moved emigrated pitched", r"(?:i |we |my (?:mum|dad|parents|family) )?(?:came|arrived|landed|pitched up)(?: (?:over|here|up|down|back|all the way))*(?: from [a-z][a-z' ]{2,18}?,?)? (?:to|in|at)(?: (?:sunny|rainy))? ", 0.67, before=24, after=40),
    cue("now these", r"(?:now|these days)(?: living| based| settled| happily)? in ", 0.67),
    cue("buddy buddies mate mates friends partners partner flatshare flatmates flatmate housemates share room group club band job place mums babysitter childminder cleaner plumber", rf"{_ALSO} in(?: or)?(?: (?:around|near))? ", 0.67),
    cue("my our", r"(?:my|our) (?:home ?town|home city|home village),? ", 0.67),
    cue("any", r"any (?:good|decent|cheap|nice|reliable) \w+(?: \w+){0,2} in ", 0.67),
    cue("new", r"(?:i'm |im |we're |we are |i am )?new (?:to|in) ", 0.67, before=8, after=30),
    cue("house home studio shed garage kitchen salon", r"(?:my|our)(?: own)? (?:house|home|studio|shed|garage|kitchen|salon|home studio) ?\(", 0.67, before=12, after=20),
    cue("geordie scouser scouse mancunian manc brummie cockney yorkshireman yorkshirewoman welshman welshwoman scotsman scot irishman irishwoman northerner southerner londoner glaswegian mackem taff dubliner expat exiled", r"(?:geordie|scouser|scouse|mancunian|manc|brummie|cockney|yorkshire(?:man|woman)|welsh(?:man|woman)|scotsman|scot|irish(?:man|woman)|northerner|southerner|londoner|glaswegian|mackem|taff|dubliner|expat|exiled)(?: (?:exiled|living|lost|stuck|now|hiding|based|exile))* in ", 0.7),
    cue("we're were im i'm we i", r"(?:we're|we are|i'm|im|i am) (?:(?:back|up|down|over|out|still|now|here) )*in ", 0.6),
    cue("stay stayin staying livin living up down out over", r"(?:stayin'?|livin'?|i stay|we stay) (?:(?:up|down|over|out|back) )*in |(?:^|[.!?] )(?:up|down|out|over) in ", 0.67, before=4, after=40),
    cue("terrace semi bungalow flat maisonette cottage detached", r"(?:our|ours is|mine is|my)[^.!?\n]{0,24}? (?:terrace|semi|bungalow|flat|maisonette|cottage|detached) in ", 0.7, before=36, after=40),
    cue("this", r"this is (?=[^.!?\n]{3,20},? (?:my|our) (?:home|town|village|city|manor|end|ends))", 0.66),
    cue("live lives living lived reside resides residing settled rent renting bought own dwelling exiled", rf"(?:live|lives|living|lived|reside|resides|residing|settled|rent|renting|bought(?: a (?:house|flat))?|own a (?:house|flat)|dwelling|exiled)(?: {_STEP}| on a \w+| in a \w+| alone| with \w+(?: \w+)?)* (?:in|near|round|around|outside|just outside|by|nr)(?: (?:sunny|rainy|beautiful|lovely|the middle of|good old|old|sleepy|leafy))* ", 0.8),
    cue("move moved moves moving relocate relocated relocating emigrate emigrated migrated", rf"(?:move|moved|moves|moving|relocat(?:e|ed|ing)|emigrat(?:ed|ing)|migrated)(?: {_STEP}| house| home| flat| in with \w+(?: and \w+)?| in)*(?: from [^.!?\n]{{1,20}}?)? (?:to|in|into)(?: (?:sunny|rainy|beautiful|lovely|the middle of|good old|sleepy|leafy))* ", 0.75),
    cue("based located situated", rf"(?:based|located|situated)(?: {_STEP})* (?:in|near|around|out of|just outside|between|@)? ?", 0.75),
    cue("grew raised brought was born", rf"(?:grew up|raised|brought up|was born|born)(?: {_STEP})*(?: (?:and|&|n|'n'|\+) (?:bred|raised|born|brought up|grew up|live|living|still live))?(?: {_STEP})* (?:in|near|around) ", 0.75),
    cue("from", r"(?<![\w'])(?:i'm|im|i am|we're|we are|originally|hail|hails|hailing|all the way|come|comes|family (?:is|are)|lad|lass|girl|boy|woman|bloke|northerner|mum|dad|man)(?: originally| proudly| both)? from ", 0.75, before=30, after=6),
    cue("home hometown house flat place village street manor neighbourhood estate gaff apartment room bungalow cottage digs garden balcony local pub", r"(?:home(?:town)?|house|flat|place|village|street|manor|neighbourhood|estate|gaff|apartment|room|bungalow|cottage|digs|garden|balcony|home life|local|pub) (?:is in|is|=|in|here in|near|back in|down in|up in|over in|will always be|was)(?: now| still| always)? ", 0.6),
    cue("back home here been up down over stuck lockdown life weekend night mum mam dad parents nan fam family", r"(?:back|back home|home|here|been|home again|up here|down here|over here|stuck|lockdown|life|weekend at home|night in|mum|mam|dad|parents|nan|fam|family)(?: home)? in ", 0.6),
    cue("moved moving relocated swapped commute commuting", r"(?:moved|moving|relocated|swapped|commut(?:e|ing))(?: \w+){0,2}? from ", 0.7),
    cue("area", r"(?:in|around|near|from|round) the (?P<place>[a-z][a-z' -]{2,24}?) area(?!\w)", 0.7, before=34, after=8),
    cue("village town hometown city estate", r"(?:our|my|the) (?:little |lovely |home ?|tiny |wee )?(?:village|town|hometown|city|estate) ?(?:,|\(|is|:|of|called)+ ?", 0.7, before=20, after=14),
    cue("whole spent all", r"(?:spent|lived) (?:my|our|his|her) (?:whole|entire) (?:life|childhood) in |all my life in ", 0.75),
    cue("ended washed", r"(?:ended|washed) up (?:living )?(?:in|near|back in) ", 0.7),
    cue("leave leaving escape quit", r"(?:leave|leaving|escape|quit) (?:sunny |rainy |lovely )?", 0.56),
    cue("collect collection pick pickup sofa", r"(?:collect(?:ion)?|pick ?up|collection only)(?: only)?(?:,| from| in|:)? ", 0.66),
    cue("hello goodbye bye swapped left leaving traded miss missing back representing repping welcome", r"(?:hello|goodbye|bye bye|swapped|left|leaving|traded|miss(?:ing)?|back to|back at|representing|repping|welcome to) ", 0.55),
    cue("anyone anybody who people folk folks mums parents neighbours someone", r"(?:anyone|anybody|who|people|folk|folks|mums|parents|neighbours|someone)(?: else)?(?: here)? (?:in|round|around|near|from|over in|up) ", 0.65),
    cue("hunting stay got bit part end side", r"(?<![\w'])(?:house|flat|home|property) hunting (?:in|around|near) |(?<![\w'])(?:i|we) stay in |(?<![\w'])got back to |(?<![\w'])(?:our|my|the) (?:bit|part|end|side) of ", 0.65, before=24, after=40),
    cue("sunset sunrise snow snowing raining power just", r"(?:sunset (?:from|over)|sunrise over|snow(?:ing)?(?: here)? in|raining(?: here)? in|power cut in|just got home to)[^.!?\n,]{0,25}?,? (?:in |here in )?", 0.55),
)  # fmt: skip
_LEAD_WORDS = word_set(
    "from originally via hometown home currently live lives location loc based living made raised ex formerly then now near nr north outside sunny rainy"
)
_PIECE_LEAD = re.compile(
    r"(?:^|[|.•·,] ?)(?:from|originally(?: from)?:?|via|hometown:?|home town:?|currently(?: in)?:?|lives? in:?|location:?|loc:|based:|living in|made in|raised in|ex|formerly|then|now|via|near|nr|north|outside|sunny|rainy)(?: sunny| rainy)? "
)
_PIN = re.compile(
    r"[\U0001f4cd\U0001f4cc\U0001f3e0\U0001f3e1\U0001f5fa\ufe0f]+ ?(?:in |from |currently |based in )?"
)
_KNOWN_ONLY = 0.66
_AFTER = cue(
    "born bred based raised lass lad girl boy native resident local exile mum mam dad woman man through bloke gal grown til till living dweller life homeowner folk folks people peeps mums dads parents expat",
    r"(?<=[ -])(?:born(?: (?:and|&|n|'n') (?:bred|raised))?|bred|based|raised|lass|lad|girl|boy|native|resident|local|exile|mum|mam|dad|woman|man|through and through|bloke|gal|grown|til i die|till i die|born\b|living|dweller|life|homeowner|folks?|people|peeps|mums|dads|parents|expat|living the dream)\b(?: (?:and|&|n) (?:bred|raised|proud))?",
)
_SWAP = re.compile(
    r"(?: (?:for|to|->|>|via|and|&|by way of|-) |[ ]?(?:->|➡️?|→|✈️?|/) ?|, (?:now |currently |then |but (?:now )?|lives? in |living in |via )?)(?:in )?"
)
_PLACES_OF_NOTE = word_set(
    "uk britain the hell heaven bed love england's paradise peace limbo denial lockdown town reality fear hope harmony sin silence tears bits pieces zoom teams hospital prison"
)
_VISIT = re.compile(
    r"(?<!\w)(?:film|movie|set in|series|book|airport|flights?|castle|gig|concert|festival|new street|station|conference|united|city fc|rovers|marathon|museum)(?!\w)"
)
_NOT_PLACE_AFTER = re.compile(
    r" (?:united|city(?! (?:centre|council))|town fc|rovers|rangers|fc|wanderers|athletic|albion|utd|council|police|castle|airport|marathon|festival|university|uni|college|hospital|road|street|lane|avenue|close|drive|"
    r"arena|rhinos|pudding|cheese|accent|terrier|times|post|news|met|royal|infirmary|academy|high|grammar|primary|school|children's|fire|ambulance|nhs|housing|bake|sausage|pasty|tart|wanderers|general|cathedral|station|gazette|evening)\b"
)


_TAIL_WORDS = word_set("home come town city live grew")
_TOO_COMMON = word_set(
    "is in on and to of back own was up down over night weekend life place who people home here been my the part end side got bit"
)
_TAIL = re.compile(
    r" is (?:now )?(?:home|my home|where (?:i|we) (?:live|grew up|call home)|my (?:home )?(?:town|city))(?: now| these days)?|,? here (?:we|i) come"
)


class Location(BaseDetector):
    """Towns and neighbourhoods a person is tied to."""

    name = "location"
    entity_types = (EntityType.LOCATION,)
    triggers = Triggers(
        words=place_words()
        | _CUES.words - _TOO_COMMON
        | word_set(
            "live lives living lived based moved moving move relocated relocating raised grew born originally hometown residing from stay home hail settled "
            "emigrated exiled location renting swapped"
        ),
        parts=("📍", "🏡", "🏠"),
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match per place."""
        taken: list[tuple[int, int]] = []
        for start, end, confidence, why in (
            *_cued(folded),
            *_followed(folded),
            *_told_after(folded),
            *_bio(folded),
            *_addressed(folded),
        ):
            if any(start < e and s < end for s, e in taken):
                continue
            taken.append((start, end))
            yield Match(EntityType.LOCATION, start, end, confidence, why, "LOC-01")


_BASED = re.compile(r"(?<!\w)(?:based|born|live|living|from|home|mum|dad)(?!\w)")
_IN_THE_NEWS = re.compile(
    r"(?<!\w)(?:police (?:are|say|have|said|were)|arrested|charged with|court heard|storm hits|body found)(?!\w)"
)
_IF_ONLY = re.compile(
    r"(?<!\w)(?:i'd|we'd|would|if i|if we|one day|lottery|wish|dream\w*|imagine|could|should|spiritually|emotionally|mentally|want to|wanna|never)(?!\w)"
)
_JUST_VISITING = re.compile(
    rf"(?<!\w)(?:holiday|hols|weekend|tonight|today|tomorrow|for the|gig|pub|hospital|queue|traffic|airport|hotel|trip|visit\w*|til|till|until|for a|court|meeting|final|away|match|game|training|{'|'.join(sorted(DAY_WORDS))})(?!\w)"
)
_SERVES = re.compile(
    r"(?<!\w)(?:man with|covering|deliver\w*|clearance|call ?outs?|free quotes|quotes|removals|doors|tickets|gig|live at|arrested)(?!\w)"
)
Found = tuple[int, int, float, str]


def _place(text: str, lower: str, at: int, listed_only: bool) -> int | None:
    """End of a place at `at`: a listed one in any case, else a run of capitalised words."""
    listed = place_at(lower, at)
    if listed is not None and lower[at : listed[0]] not in DAY_WORDS:
        end, ambiguous = listed
        if capitalised(text, at) or not ambiguous:
            if _NOT_PLACE_AFTER.match(lower, end):
                return None
            longer = run_end(text, at, 4)
            return max(end, longer) if capitalised(text, at) and not listed_only and longer - end < 20 else end
    if listed_only or not capitalised(text, at):
        return None
    end = run_end(text, at, 4)
    first = re.match(r"[\w'-]+", lower[at:end])
    if first is None or first[0] in DAY_WORDS or first[0] in _PLACES_OF_NOTE or end - at < 3:
        return None
    if (
        (first[0] in first_names() and place_at(lower, at) is None)
        or _NOT_PLACE_AFTER.search(" " + lower[at:end])
        or lower[end : end + 2] == "'s"
    ):
        return None
    if _NOT_PLACE_AFTER.match(lower, end):
        return None
    if text[at:end].isupper() and end - at < 4:
        return None
    return end


def _cued(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m, confidence in _leads(folded):
        at = m.start("place") if "place" in m.re.groupindex else m.end()
        while lower.startswith(("the ", "a "), at) and place_at(lower, at) is None:
            at += lower.index(" ", at) - at + 1
            if at - m.end() > 6:
                break
        end = _place(text, lower, at, confidence < _KNOWN_ONLY or at > m.end())
        if (
            end is None
            or (confidence < 0.6 and _VISIT.search(lower))
            or _somebody_else(text, m.start())
            or _IN_THE_NEWS.search(lower)
            or _IF_ONLY.search(lower, max(0, m.start() - 40), m.start() + 12)
        ):
            continue
        if m[0].endswith("in ") and confidence == 0.6 and _JUST_VISITING.search(lower):
            continue
        yield at, end, max(confidence, 0.6), "a place you say you live in or come from"
        swap = _SWAP.match(lower, end)
        if swap and swap.end() > end:
            second = _place(text, lower, swap.end(), True)
            if second:
                yield swap.end(), second, 0.65, "a second place name"


def _full_name(text: str, start: int) -> bool:
    """True when the word at `start` follows a listed first name: a surname, not a place."""
    first = re.search(r"([A-Z][a-z]+) $", text[max(0, start - 16) : start])
    return bool(first) and first[1].casefold() in first_names()  # type: ignore[index]


def _somebody_else(text: str, start: int) -> bool:
    """True when a capitalised name stands right before: it is that person's home, not the writer's."""
    named = re.search(r"([A-Z][\w'-]+) (?:was |is |who |has |who's )?$", text[max(0, start - 24) : start])
    return bool(named) and named[1].casefold() not in NEVER_NAMES and place_at(named[1].casefold(), 0) is None  # type: ignore[index]


def _leads(folded: Folded) -> Iterator[tuple[re.Match[str], float]]:
    """Words that a place may follow, and how sure they make it."""
    for pattern, m in _CUES.finditer(folded):
        yield m, pattern.confidence
    lower = folded.lower
    if len(lower) <= 300 and not _LEAD_WORDS.isdisjoint(folded.words):
        for m in _PIECE_LEAD.finditer(lower):
            yield m, 0.6
    if not folded.text.isascii():
        for m in _PIN.finditer(lower):
            yield m, 0.75 if "\U0001f4cd" in m[0] else 0.6


def _followed(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    """“Bristol born & bred”, “Wakefield lass”: the place and the words that tie the writer to it."""
    for m in _AFTER.finditer(folded):
        tie = m.start() - 1
        head = re.search(r"(?:[^\W\d_][\w'-]*[ -]){0,3}[^\W\d_][\w'-]*$", text[max(0, tie - 40) : max(tie, 0)])
        if head is None:
            continue
        begin = tie - len(head[0])
        for word in re.finditer(r"[^\W\d_][\w'-]*", text[begin:tie]):
            start = begin + word.start()
            listed = place_at(lower, start)
            if listed and listed[0] == tie and (capitalised(text, start) or not listed[1]):
                yield start, m.end(), 0.8, "a place you belong to"
                break
            ends = re.match(r"\s*(?:[|.,!•\n]|$|in\b|[^\x00-\x7f])", lower[m.end() :])
            unknown = "bred" in m[0] or m[0].strip(" -") in ("born", "based", "born and raised")
            if (
                unknown
                and ends
                and not _full_name(text, start)
                and word[0].casefold() not in first_names()
                and capitalised(text, start)
                and run_end(text, start) == tie
                and word[0].casefold() not in DAY_WORDS | {"new", "still", "first", "i", "natural", "home", "not"}
            ):
                yield start, m.end(), 0.6, "a place you belong to"
                break


def _told_after(folded: Folded) -> Iterator[Found]:
    """“Sheffield is home now”, “Chelmsford here we come”."""
    if folded.words.isdisjoint(_TAIL_WORDS):
        return
    text, lower = folded.text, folded.lower
    for m in _TAIL.finditer(lower):
        for word in re.finditer(r"[^\W\d_][\w'-]*", text[max(0, m.start() - 26) : m.start()]):
            start = max(0, m.start() - 26) + word.start()
            listed = place_at(lower, start)
            if listed and listed[0] == m.start() and capitalised(text, start):
                yield start, listed[0], 0.75, "a place you belong to"
                break


def _bio(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    if _SERVES.search(lower) and not _BASED.search(lower):
        return
    if not is_bio(text):
        yield from _last_piece(folded)
        return
    for start, end in pieces(text):
        listed = place_at(lower, start)
        if listed is None:
            last = re.search(r"(?:in|near|from|of) (?=[a-z' -]+$)", lower[start:end]) if end - start < 60 else None
            inner = place_at(lower, start + last.end()) if last else None
            if last and inner and inner[0] == end and capitalised(text, start + last.end()):
                yield start + last.end(), end, 0.65, "a place name"
            continue
        if end - start > 40:
            continue
        stop, ambiguous = listed
        if not capitalised(text, start) and (ambiguous or len(pieces(text)) < 3):
            continue
        rest = lower[stop:end].strip(" .'")
        if rest in (
            "",
            "uk",
            "england",
            "scotland",
            "wales",
            "now",
            "area",
            "ish",
            "way",
            "lass",
            "lad",
            "baby",
            "in the holidays",
            "at weekends",
            "mostly",
            "for now",
            "these days",
        ) or re.fullmatch(r"(?:&|and|/|->|>|via|to|➡) ?[\w' -]+", rest):
            yield start, stop, 0.6 if ambiguous else 0.7, "a place name"
            second = re.match(r" ?(?:&|and|/|->|>|via|to|➡) ?", lower[stop:end])
            if second:
                more = place_at(lower, stop + second.end())
                if more:
                    yield stop + second.end(), more[0], 0.65, "a second place name"


_SELF = re.compile(
    r"(?<!\w)(?:my|our|we|we're|i|i'm|home|mum|mam|mummy|dad|teacher|nurse|worker|mentor|officer|carer|assistant|tutor|midwife|paramedic|engineer|driver|wife|husband)(?!\w)"
)


def _last_piece(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    """A known town set apart at the end of a short text about the writer."""
    if len(text) > 160 or _VISIT.search(lower) or not _SELF.search(lower):
        return
    found = pieces(text)
    if len(found) < 2:
        return
    start, end = found[-1]
    listed = place_at(lower, start)
    if (
        listed
        and listed[0] == end
        and not listed[1]
        and capitalised(text, start)
        and not text[start:end].isupper()
        and not (_SERVES.search(lower) and not _BASED.search(lower))
    ):
        yield start, end, 0.6, "a place name"


_STREET_LAST = re.compile(
    r"(?:road|street|lane|avenue|drive|close|way|place|court|square|terrace|gardens|hill|park|estate|centre)$"
)
_STREET_COMMA = cue(
    "street st road rd avenue ave close drive lane ln grove crescent terrace place way gardens court mews square parade row walk hill view rise island house cottage farm",
    r"[a-z]+, ",
)


def _addressed(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    """The town after a house and street: "27 Osborne Road, Jesmond"."""
    for m in _STREET_COMMA.finditer(folded):
        if not re.search(
            r"(?:\d|flat|cottage|house|farm)[^.!?\n|]{2,45}$", lower[max(0, m.start() - 50) : m.start() + 1]
        ):
            continue
        listed = place_at(lower, m.end())
        if listed and text[m.end() : listed[0]].isupper():
            continue
        if (
            listed
            and (capitalised(text, m.end()) or not listed[1])
            and not re.match(r" (?:road|street|lane|avenue)", lower[listed[0] :])
        ):
            yield m.end(), listed[0], 0.75, "the town of an address"
        elif capitalised(text, m.end()):
            end = run_end(text, m.end(), 3)
            if (
                not text[m.end() : end].isupper()
                and lower[m.end() : end] not in DAY_WORDS
                and not _STREET_LAST.search(lower, m.end(), end)
                and re.match(r"\s*(?:[.,!?;|]|$|\(|-)", lower[end:])
            ):
                yield m.end(), end, 0.6, "the town of an address"


DETECTOR = Location()
