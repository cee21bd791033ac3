"""Whether the words around a told name make it the told person, somebody else or an everyday word."""

from __future__ import annotations

import re
from collections.abc import Set

from privacy_check.text.fold import Folded
from privacy_check.text.sayings import listed, piece
from privacy_check.text.vocabulary import NEVER_NAMES, first_names, places

_ANOTHERS_SAID = piece("known_scene.anothers")
_NO_PERSON_SAID = piece("known_scene.no_person")
_AT_WORK_SAID = piece("known_scene.at_work")

_EVERYDAY = listed("known_scene.everyday")
_FOLLOWING = re.compile(r"[ -]((?:Mc|Mac|O'|D')?[A-Z][a-z]+(?:[A-Z][a-z]+)?)")
_PARTICLE = re.compile(r" (?:de|van|von|al|bin|le|la|du|di|ap|der|den|del|della|dos|da|el) (?:[a-z]{1,3} )?[A-Z]")
# "Carys from Love Island", "Rhys off Gogglebox"; not "picked up Carys from Lower Heaton".
_FAMED = re.compile(
    r" (?:off (?:the )?[A-Z]|from [A-Z]\w+ [A-Z]|(?:from|off|on) (?:the (?:telly|tv|news|radio|band)"
    r"|telly|tv)(?![a-z]))"
)
_FETCHED = re.compile(
    r"(?<![a-z])(?:pick\w*|collect\w*|fetch\w*|dropp?\w*|get|getting|got|took|take|taking)(?![a-z])"
)
_ANOTHERS = re.compile(rf"(?<![a-z])(?:{_ANOTHERS_SAID})(?: (?:is|was))? $")
_NO_PERSON = re.compile(
    rf"(?<![a-z])(?:{_NO_PERSON_SAID})(?:'s|,| is| was)?(?: (?:called|named|name is|sequel))? $"
)
_OWNER = re.compile(r"(?<!\w)([A-Z][a-z]{2,})'s $")
_AT_WORK = re.compile(rf",? (?:{_AT_WORK_SAID})(?![a-z])")
_PRECEDING = re.compile(r"([A-Z][a-z]+)[ -]$")
_WORK_OF_ART = re.compile(
    "(?:reading|watching|watched|read|listening to|rewatching|novel|book|film|song|musical|opera"
    "|play|album|episode) $"
)
_AUTHOR = re.compile(
    r" (?:by [A-Z]|the (?:film|movie|musical|book|novel|singer|actor|actress|footballer|author|band) )"
)
_TITLE = re.compile(r"(?<![a-z])(?:mr|mrs|ms|sir|dr|lord|lady|saint|st|prof|sgt|capt)\.? $")
# Pairs of fame, and titles that begin with a name.
_PAIRS = re.compile(
    "(?:tom (?:and|&) jerry|ben (?:and|&) jerry|jack (?:and|&) jill|ant (?:and|&) dec|bert (?:and"
    "|&) ernie|will (?:and|&) grace|thelma (?:and|&) louise|romeo (?:and|&) juliet|bonnie (?:and"
    "|&) clyde|adam (?:and|&) eve|harry (?:and|&) (?:meghan|sally)|william (?:and|&) kate"
    "|charles (?:and|&) (?:camilla|diana)|richard (?:and|&) judy|rick (?:and|&) morty|sonny (?:and"
    "|&) cher|simon (?:and|&) garfunkel|alice in (?:wonderland|chains)|peter (?:and the wolf"
    "|and jane)|lilo (?:and|&) stitch|billy (?:no mates|goat|bunter)|jack (?:and the beanstalk"
    "|the ripper|frost|and jones|o'lantern|russell|daniels?)|bob the builder|thomas the tank"
    "|dora the explorer|charlie and the chocolate|matilda the musical|george of the jungle"
    "|harry potter|joe bloggs|jane doe|john doe|heidi|rosie and jim|emma by)(?![a-z])"
)
_PLACE = re.compile(
    "(?<![a-z])(?:in|near|via|isle of|village of|island of|town of|loch|glen|port|mount|lake|river"
    "|ben|cape|st|saint|storm|hurricane|through|outside|(?:north|south|east|west|miles"
    "|outskirts) (?:of|from)|(?:road|train|bus|ferry|boat|drive|drove|driving|back road) to) $"
)
_BUSINESS = re.compile(
    "'?s (?:is (?:the best|a|my (?:favou?rite|local)|open|closed|shut|on (?:the|high))|cafe|bar"
    "|chippy|kitchen|salon|bakery|barbers?|pizza|diner|bistro|on the high|do(?:es)? the best"
    "|takeaway|kebabs?|tandoori|(?:and|&|or)(?! (?:mine|my|me|his|her|our|i))|please|gin|tonic"
    "|on ice|for (?:lunch|brunch|breakfast)|vintage|law)(?![a-z])"
)
_QUESTION = re.compile(r" (?:you|i|we|it|he|she|they|the|this|that|there|my|your|be|someone|anyone|ever|not)\b")
_TRAVEL = re.compile(r"(?:flights?|fly|flying|trip|travel\w*|holiday|visit\w*|moved|in|from)(?: to| in| from)? $")
_BEFORE = re.compile(
    "(?<![a-z])(?:my|our|little|wee|with|and|love|miss|loves?|baby|husband|wife|hubby|son|daughter"
    "|partner|boy|girl|&|of|proud of|for|thanks|thank you|happy birthday|hbd|dear|mr|birthday"
    r"|the kids|me,?|me \+|\+|hi|hey|hello|oi|poor|bless|tell|told|ask|asked|hug|kissed"
    "|congratulations|congrats|well done|night night|goodnight|me n|picking up|collecting|collect"
    "|dropped|dropping|married|marrying|mummy's|daddy's) ?$"
)
_DOES = piece("known_scene.does")
_AFTER = re.compile(
    f"(?:'s)?,? ?(?:is|can|{_DOES}|looks?|did|does|and i|and me|& i|& me|come|stop|put|get|please"
    r"|x\b|xx|[❤\U0001f300-\U0001faff])(?![a-z])"
)
_SENTENCE = re.compile(r"(?:^|[.!?\n:] ?|, |\" ?)$")
_DOING = re.compile(
    rf" (?:has |had |just |finally |also |already |then |is |was )*(?:{_DOES}|is|can|did|does)(?![a-z])"
)


def everyday(word: str) -> bool:
    """True when a name is also an everyday word, a place or a brand."""
    return (
        word in _EVERYDAY
        or first_names().get(word, False)
        or word in NEVER_NAMES
        or word in places()
        or len(word) < 3
    )


def somebody_else(folded: Folded, start: int, end: int, own: Set[str]) -> bool:
    """True when another surname or first name stands beside the name, or it is a place, a book or a shop."""
    text, lower = folded.text, folded.lower
    follow = _FOLLOWING.match(text, end)
    if follow and _is_name(follow[1].casefold(), own):
        return True
    if _PARTICLE.match(text, end):
        return True
    before = _PRECEDING.search(text, max(0, start - 20), start)
    if before and first_names().get(before[1].casefold()) is False and before[1].casefold() not in own:
        return True
    if _FAMED.match(text, end) and not _FETCHED.search(lower, max(0, start - 24), start):
        return True
    if _WORK_OF_ART.search(lower, max(0, start - 20), start) or _AUTHOR.match(text, end):
        return True
    if _PAIRS.match(lower, start):
        return True
    if _TITLE.search(lower, max(0, start - 8), start):
        return True
    owned = lower[end : end + 2] == "'s"
    return bool(_BUSINESS.match(lower, end) or (not owned and _PLACE.search(lower, max(0, start - 16), start)))


def namesake(folded: Folded, start: int, end: int) -> bool:
    """True when the words make the name that of a friend, a neighbour, a colleague or some other person."""
    lower = folded.lower
    if _ANOTHERS.search(lower, max(0, start - 30), start) or _NO_PERSON.search(lower, max(0, start - 30), start):
        return True
    owner = _OWNER.search(folded.text, max(0, start - 20), start)
    if owner and owner[1].casefold() not in NEVER_NAMES:
        return True
    return bool(_AT_WORK.match(lower, end)) and not _FETCHED.search(lower, max(0, start - 40), start)


def _is_name(word: str, own: Set[str]) -> bool:
    return word not in own and word not in NEVER_NAMES and word.replace("'", "") not in own


def written_as_name(folded: Folded, start: int, end: int) -> bool:
    """True for a capital letter, and for capitals where everything around is in capitals."""
    text = folded.text
    written = text[start:end]
    if not written[0].isupper():
        return False
    return not (written.isupper() and len(written) > 2) or text[max(0, start - 12) : end + 12].isupper()


def after_other_capital(folded: Folded, start: int) -> bool:
    """True when a word with a capital stands right before, as in a title: "Fierce Grace"."""
    before = re.search(r"([A-Z][a-z]+)'?s? $", folded.text[max(0, start - 20) : start])
    return before is not None and before[1].casefold() not in NEVER_NAMES and not _BEFORE.search(before[0].lower())


def does_something(folded: Folded, start: int, end: int) -> bool:
    """True when the name opens a sentence and goes on with a verb."""
    return bool(_SENTENCE.search(folded.lower, max(0, start - 3), start) and _DOING.match(folded.lower, end))


def is_person(folded: Folded, start: int, end: int) -> bool:
    """True when words of family stand before a word that is also an everyday one, or it does what people do."""
    lower = folded.lower
    head = lower[max(0, start - 20) : start]
    if _TRAVEL.search(head) or _QUESTION.match(lower, end):
        return False
    return bool(_BEFORE.search(head) or _AFTER.match(lower, end))
