"""Whether the words around a told name make it the told person, somebody else or an everyday word."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Set

from privacy_check.text.cues import word_set
from privacy_check.text.fold import Folded
from privacy_check.text.vocabulary import NEVER_NAMES, first_names, places

_EVERYDAY = word_set(
    "biscuit ginger mittens pepper smokey smoky shadow pumpkin honey sunny lucky patch socks oreo cookie sooty snowy spot fluffy tiger bear toffee treacle pickle pickles "
    "marmite crumpet muffin pudding bramble bracken coco cocoa mango peanut waffles waffle noodle nacho bean beans buttons button bandit scout ziggy storm misty dusty rusty rocky "
    "duke prince princess king queen lady missy boots tinker tiger tigger whiskey whisky brandy guinness bailey baileys pasty chip chips nugget sausage bacon turbo rocket comet star "
    "luna moon sky jet hunter fudge caramel maple olive basil sage rosie poppy daisy lily heather ivy willow hazel holly bella blue red snow misty cloud teddy sherry cider port rum gin "
    "mali chad jordan kenya cuba sydney dakota asia china israel america alexandria london paris haggis scone crumble custard trifle tofu sushi samosa pakora chapati dumpling pierogi paella "
    "clementine satsuma apple berry cherry plum peaches pebble pebbles flint ember ash ashes thunder lightning breeze bluebell blossom clover fern moss acorn conker hobnob kitkat twix wispa bounty smartie"
)
_FOLLOWING = re.compile(r"[ -]((?:Mc|Mac|O'|D')?[A-Z][a-z]+(?:[A-Z][a-z]+)?)")
_PARTICLE = re.compile(r" (?:de|van|von|al|bin|le|la|du|di|ap|der|den|del|della|dos|da|el) (?:[a-z]{1,3} )?[A-Z]")
_PRECEDING = re.compile(r"([A-Z][a-z]+)[ -]$")
_WORK_OF_ART = re.compile(
    r"(?:reading|watching|watched|read|listening to|rewatching|novel|book|film|song|musical|opera|play|album|episode) $"
)
_AUTHOR = re.compile(
    r" (?:by [A-Z]|the (?:film|movie|musical|book|novel|singer|actor|actress|footballer|author|band) )"
)
_TITLE = re.compile(r"(?<![a-z])(?:mr|mrs|ms|sir|dr|lord|lady|saint|st|prof|sgt|capt)\.? $")
# Pairs of fame, and titles that begin with a name.
_PAIRS = re.compile(
    r"(?:tom (?:and|&) jerry|ben (?:and|&) jerry|jack (?:and|&) jill|ant (?:and|&) dec|bert (?:and|&) ernie|will (?:and|&) grace|thelma (?:and|&) louise|romeo (?:and|&) juliet|bonnie (?:and|&) clyde|adam (?:and|&) eve|harry (?:and|&) (?:meghan|sally)|"
    r"william (?:and|&) kate|charles (?:and|&) (?:camilla|diana)|richard (?:and|&) judy|rick (?:and|&) morty|sonny (?:and|&) cher|simon (?:and|&) garfunkel|alice in (?:wonderland|chains)|peter (?:and the wolf|and jane)|lilo (?:and|&) stitch|billy (?:no mates|goat|bunter)|"
    r"jack (?:and the beanstalk|the ripper|frost|and jones|o'lantern|russell|daniels?)|bob the builder|thomas the tank|dora the explorer|charlie and the chocolate|matilda the musical|george of the jungle|harry potter|joe bloggs|jane doe|john doe|heidi|rosie and jim|emma by)(?![a-z])"
)
_PLACE = re.compile(
    r"(?<![a-z])(?:in|near|via|isle of|village of|island of|town of|loch|glen|port|mount|lake|river|ben|cape|st|saint|storm|hurricane|through|outside|(?:north|south|east|west|miles|outskirts) (?:of|from)|(?:road|train|bus|ferry|boat|drive|drove|driving|back road) to) $"
)
_BUSINESS = re.compile(
    r"'?s (?:is (?:the best|a|my (?:favou?rite|local)|open|closed|shut|on (?:the|high))|cafe|bar|chippy|kitchen|salon|bakery|barbers?|pizza|diner|bistro|on the high|do(?:es)? the best|takeaway|kebabs?|tandoori|(?:and|&|or)(?! (?:mine|my|me|his|her|our|i))|please|gin|tonic|on ice|for (?:lunch|brunch|breakfast)|vintage|law)(?![a-z])"
)
_QUESTION = re.compile(r" (?:you|i|we|it|he|she|they|the|this|that|there|my|your|be|someone|anyone|ever|not)\b")
_TRAVEL = re.compile(r"(?:flights?|fly|flying|trip|travel\w*|holiday|visit\w*|moved|in|from)(?: to| in| from)? $")
_BEFORE = re.compile(
    r"(?<![a-z])(?:my|our|little|wee|with|and|love|miss|loves?|baby|husband|wife|hubby|son|daughter|partner|boy|girl|&|of|proud of|for|thanks|thank you|happy birthday|hbd|dear|mr|birthday|the kids|me,?|me \+|\+|hi|hey|hello|oi|poor|bless|tell|told|ask|asked|hug|kissed|congratulations|congrats|well done|night night|goodnight|me n|picking up|collecting|collect|dropped|dropping|married|marrying|mummy's|daddy's) ?$"
)
_DOES = (
    r"(?:has|had|was|lost|made|makes|making|cooked|cooks|burnt|got|gets|turns?|turned|loves?|loved|says?|said|scored|starts?|started|took|takes|won|wins|passed|ate|eats|thinks|thought|wants|wanted|drew|draws|learned|learnt|broke|fell|slept|sleeps|woke|"
    r"drove|drives|looked|came|comes|went|goes|needs|needed|hates|hated|discovered|forgot|forgets|refuses|refused|asked|asks|decided|decides|finally|just|told|tells|called|calls|calling|wrote|writes|built|builds|found|finds|fixed|fixes|snores|snored|insists|insisted|"
    r"keeps|kept|bought|buys|brought|brings|gave|gives|left|leaves|met|meets|put|puts|ran|runs|sang|sings|sat|saw|sees|set|sold|spent|stole|swam|swims|thinks|threw|wears|wore|will not|won't|wont|can't|cant|cannot|doesn't|doesnt|didn't|didnt|isn't|isnt|wasn't|"
    r"laughed|laughs|cried|cries|screamed|screams|painted|paints|plays|played|baked|bakes|picked|picks|dropped|drops|spilled|spilt|tried|tries|painted|helped|helps|joined|joins|moved|moves|announced|named|hid|hides|knows|knew|reckons|claims|walked|walks|jumped|jumps|stopped|stops|lives|lived)"
)
_AFTER = re.compile(
    rf"(?:'s)?,? ?(?:is|can|{_DOES}|looks?|did|does|and i|and me|& i|& me|come|stop|put|get|please|x\b|xx|[❤\U0001f300-\U0001faff])(?![a-z])"
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
    if _WORK_OF_ART.search(lower, max(0, start - 20), start) or _AUTHOR.match(text, end):
        return True
    if _PAIRS.match(lower, start):
        return True
    if _TITLE.search(lower, max(0, start - 8), start):
        return True
    owned = lower[end : end + 2] == "'s"
    return bool(_BUSINESS.match(lower, end) or (not owned and _PLACE.search(lower, max(0, start - 16), start)))


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
