"""Told names of partner, children and pets, and maiden names: words that may also be everyday words."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from privacy_check.detectors.base import Match, Whose
from privacy_check.detectors.known.base import flexible, words_of
from privacy_check.model import EntityType
from privacy_check.text.cues import word_set
from privacy_check.text.fold import Folded
from privacy_check.text.vocabulary import NEVER_NAMES, first_names, places

PARTNER = "your partner's name"
CHILD = "your child's name"
PET = "your pet's name"
MAIDEN = "your mother's maiden name"
FORMER = "your former name"

_EVERYDAY = word_set(
    "biscuit ginger mittens pepper smokey smoky shadow pumpkin honey sunny lucky patch socks oreo cookie sooty snowy spot fluffy tiger bear toffee treacle pickle pickles "
    "marmite crumpet muffin pudding bramble bracken coco cocoa mango peanut waffles waffle noodle nacho bean beans buttons button bandit scout ziggy storm misty dusty rusty rocky "
    "duke prince princess king queen lady missy boots tinker tiger tigger whiskey whisky brandy guinness bailey baileys pasty chip chips nugget sausage bacon turbo rocket comet star "
    "luna moon sky jet hunter fudge caramel maple olive basil sage rosie poppy daisy lily heather ivy willow hazel holly bella blue red snow misty cloud teddy "
    "mali chad jordan kenya cuba sydney dakota asia china israel america alexandria london paris"
)
_PET_SCENE = re.compile(
    r"(?<![a-z])(?:dogs?|cats?|pup|puppy|kitten|walkies|walk(?:s|ed|ing)?|fed|feed(?:s|ing)?|vets?|paws?|pillow|bark\w*|meow\w*|purr\w*|tail|fetch|cuddl\w+|belly|fur\w*|groom\w*|treats?|lead|basket|"
    r"litter|hamster|rabbit|bunny|pet|zoomies|woof|snor\w+|kennels?|pony|horse|stable|budgie|goldfish|rescue|adopted|ate|chew\w*|snuggl\w+|stroke|collar)(?![a-z])|[\U0001f400-\U0001f43f\U0001f98a-\U0001f9ae]"
)
_PET_SURE = re.compile(
    r"(?<![a-z])(?:dogs?|cats?|pup|puppy|kitten|walkies|walk|vets?|paws?|woof|meow|bark\w*|kennels?|hamster|rabbit|pony|collar|groom\w*|fur\w*)(?![a-z])|[\U0001f400-\U0001f43f]"
)
_FAMILY_SCENE = re.compile(
    r"(?<![a-z])(?:family|reunion|clan|n[ée]e|maiden|auntie|aunty|aunt|uncle|mum'?s?|mother'?s?|nan|grandad|gran|grandma|grandparents?|cousins?|side|wedding|relatives|tree|born|surname|name|do|lot|crew|girls|sisters|brothers)(?![a-z])"
)
_BEFORE = re.compile(
    r"(?<![a-z])(?:my|our|little|wee|with|and|love|miss|loves?|baby|husband|wife|hubby|son|daughter|partner|boy|girl|&|of|proud of|for|thanks|happy birthday|hbd|dear|mr|birthday|the kids|me,?|me \+) ?$"
)
_AFTER = re.compile(
    r"(?:'s)?,? ?(?:is|has|had|was|lost|made|cooked|cooks|burnt|got|gets|turns?|turned|loves?|loved|can|said|says|scored|starts?|started|took|takes|won|passed|ate|thinks|wants|drew|learned|learnt|broke|fell|slept|woke|"
    r"drove|looks?|looked|came|went|did|does|needs|hates|and i|& i|and me|x\b|xx|[❤\U0001f300-\U0001faff])"
)
_WORK_OF_ART = re.compile(
    r"(?:reading|watching|watched|read|listening to|rewatching|novel|book|film|song|musical|opera|play) $"
)
_AUTHOR = re.compile(r" (?:by [A-Z]|the (?:film|movie|musical|book|novel) )")
_QUESTION = re.compile(r" (?:you|i|we|it|he|she|they|the|this|that|there|my|your|be|someone|anyone|ever|not)\b")
_TRAVEL = re.compile(r"(?:flights?|fly|flying|trip|travel\w*|holiday|visit\w*|moved|in|from)(?: to| in| from)? $")


@dataclass(frozen=True)
class Told:
    """One told name. `words` lower case; `second` are words that may follow as a surname; `scene` gates plain words."""

    words: tuple[str, ...]
    entity_type: EntityType
    rule_id: str
    fact: str
    whose: Whose
    second: frozenset[str]
    pet: bool = False

    @property
    def first(self) -> str:
        """The first word."""
        return self.words[0]

    @property
    def joined(self) -> str:
        """All words run together."""
        return "".join(self.words).replace("'", "")

    @property
    def plain(self) -> bool:
        """True when the first word is also an everyday word, or a place, or a brand."""
        known = first_names()
        word = self.first
        return (
            word in _EVERYDAY or known.get(word, False) or word in NEVER_NAMES or word in places() or len(word) < 3
        )


class Names:
    """The told names of one person."""

    def __init__(self, told: list[Told], own: frozenset[str]) -> None:
        self._told = [(name, *_patterns(name)) for name in told if name.words]
        self._own = own
        self._by_letters = {name.joined: name for name in told if len(name.joined) >= 4}

    def matches(self, folded: Folded) -> Iterator[Match]:
        """Whole names, first names where the words fit, hashtags, spaced letters."""
        lower = folded.lower
        for name, whole, first, tag in self._told:
            if name.first[:3] not in lower and name.words[-1][:3] not in lower:
                yield from self._short(folded, name)
                continue
            taken: list[tuple[int, int]] = []
            for hit in whole.finditer(lower):
                if _TITLE_THEN_MORE.match(folded.text, hit.start()):
                    continue
                if len(name.words) > 1 or self._fits(folded, name, hit.start(), hit.end()):
                    taken.append(hit.span())
                    yield _match(name, *hit.span(), 0.9)
            for hit in tag.finditer(lower):
                taken.append(hit.span())
                yield _match(name, *hit.span(), 0.85)
            for hit in first.finditer(lower) if first is not None else ():
                if not any(s < hit.end() and hit.start() < e for s, e in taken) and self._fits(
                    folded, name, *hit.span()
                ):
                    yield _match(name, *hit.span(), 0.75)
            yield from self._short(folded, name)
        if self._by_letters:
            yield from self._spaced(lower)

    @staticmethod
    def _short(folded: Folded, name: Told) -> Iterator[Match]:
        """A pet form of a told child's or partner's name: "wee Stru", "little Naya"; and digits for letters."""
        if name.fact in (CHILD, PARTNER) and len(name.first) > 4:
            for hit in _PET_FORM.finditer(folded.lower):
                place = "v" if hit["v"] else "w"
                if folded.text[hit.start(place)].isupper() and _pet_form_of(hit[place], name.first):
                    yield _match(name, *hit.span(place), 0.6)
        if folded.digits and len(name.joined) > 4:
            for hit in _WITH_DIGITS.finditer(folded.lower):
                if _plain_letters(hit[0]) == name.joined:
                    yield _match(name, *hit.span(), 0.75)

    def _spaced(self, lower: str) -> Iterator[Match]:
        for hit in _SPACED.finditer(lower):
            name = self._by_letters.get(re.sub(r"[^a-z]", "", hit[0]))
            if name:
                yield _match(name, hit.start(), hit.end(), 0.8)

    def _fits(self, folded: Folded, name: Told, start: int, end: int) -> bool:
        """True when the words around make it this name: capital letter, no stranger's surname, a scene for plain words."""
        text, lower = folded.text, folded.lower
        written = text[start:end]
        if name.entity_type is EntityType.SECURITY_ANSWER and not name.pet:
            as_told = lower[start:end].replace("'", "") == name.joined
            return (as_told and not name.plain) or bool(_FAMILY_SCENE.search(lower, max(0, start - 40), end + 40))
        scene = name.pet and _PET_SCENE.search(lower, max(0, start - 30), min(len(lower), end + 30))
        shouted = written.isupper() and text[max(0, start - 12) : end + 12].isupper()
        if not written[0].isupper() or (written.isupper() and len(written) > 2 and not shouted):
            return bool(scene) and not name.plain and bool(_PET_SURE.search(lower, max(0, start - 30), end + 30))
        follow = re.match(r"[ -]([A-Z][a-z]+)", text[end:])
        if follow and follow[1].casefold() not in name.second and follow[1].casefold() not in NEVER_NAMES:
            return False
        before = re.search(r"([A-Z][a-z]+) $", text[max(0, start - 20) : start])
        if before and first_names().get(before[1].casefold()) is False and before[1].casefold() not in self._own:
            return False
        if _WORK_OF_ART.search(lower, max(0, start - 20), start) or _AUTHOR.match(text, end):
            return False
        if not name.plain:
            return True
        return bool(scene) if name.pet else self._person(lower, start, end)

    @staticmethod
    def _person(lower: str, start: int, end: int) -> bool:
        head = lower[max(0, start - 20) : start]
        if _TRAVEL.search(head) or _QUESTION.match(lower, end):
            return False
        return bool(_BEFORE.search(head) or _AFTER.match(lower, end))


_TITLE_THEN_MORE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? [A-Z][\w'-]+ [A-Z][a-z]")
_PET_ENDING = re.compile(r"(?:ie|y|ey|i|o|s|a)$")
_PET_FORM = re.compile(
    r"(?<![a-z])(?:wee|little|baby|my|our|love|bless|with|mummy's|for) (?:wee |little )?(?P<v>[a-z]{3,12})(?![a-z])|(?:^|[.!?] )(?P<w>[a-z]{4,12})(?= (?:is|has|was|made|scored|lost) )"
)
_WITH_DIGITS = re.compile(r"(?<![\w.@])(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9@$]{5,24}(?!\w)")
_DIGIT_LETTERS = str.maketrans("013457@$8", "oleastasb")


def _pet_form_of(said: str, name: str) -> bool:
    """True for "stru" and "naya" of Struan and Inaya, and for "dougie" of Dougal."""
    if said == name or said in NEVER_NAMES:
        return False
    if name.startswith(said) or (len(said) > 3 and name.endswith(said)):
        return True
    stem = _PET_ENDING.sub("", said)
    return len(stem) > 2 and stem != said and name.startswith(stem)


def _plain_letters(word: str) -> str:
    return word.translate(_DIGIT_LETTERS)


_LOOSE = r"[\s._-]{0,3}"
_SPACED = re.compile(r"(?<![a-z])[a-z](?:[\s.*_-]{1,2}[a-z](?![a-z])){3,24}")


def _match(name: Told, start: int, end: int, confidence: float) -> Match:
    return Match(
        name.entity_type, start, end, confidence, "a name you told us", name.rule_id, name.whose, name.fact
    )


def _patterns(name: Told) -> tuple[re.Pattern[str], re.Pattern[str] | None, re.Pattern[str]]:
    words = list(name.words)
    if len(words) > 1:
        whole = rf"(?<![\w#@]){flexible(words, _LOOSE)}(?!\w)"
    else:
        many = r"(?:e?s)?" if name.fact in (MAIDEN, FORMER) else ""
        whole = rf"(?<![\w#@-]){re.escape(words[0])}{many}(?=\W|$|_)(?!-\w)"
    if len(words) > 1:
        turned = rf"{re.escape(words[-1])}, ?{flexible(words[:-1])}"
        initial = rf"{words[0][0]}\.? ?{re.escape(words[-1])}"
        whole = rf"(?:{whole}|(?<![\w#@]){turned}(?!\w)"
        titled = rf"(?:mr|mrs|ms|miss|mx|dr)\.? {re.escape(words[-1])}"
        whole += rf"|(?<![\w#@.])(?:{initial}|{titled})(?!\w))" if name.fact == PARTNER else ")"
    first = (
        rf"(?<![\w#@.-]){re.escape(words[0])}(?!\w|-\w)"
        if len(words) > 1 and name.fact in (PARTNER, CHILD)
        else None
    )
    team = (
        rf"|#\w{{0,12}}(?:team|happybirthday|birthday){re.escape(words[0])}(?!\w)"
        if len(words[0]) > 3 and len(words) > 1
        else ""
    )
    tail = r"\w{0,24}" if len(name.joined) >= 4 else r"(?:is|turns|s|and|birthday)\w{0,20}"
    tag = rf"#{re.escape(name.joined)}{tail}|#\w{{0,16}}(?:my|our|birthday|happybirthday|team|love|for|baby){re.escape(name.joined)}(?!\w){team}"
    if name.fact in (MAIDEN, FORMER):
        tag = rf"[@#](?:[a-z]+[._-])?{re.escape(name.joined)}(?:family|clan|s|girl)?(?:[._-]?\w{{0,10}})?(?![a-z])"
    return re.compile(whole), re.compile(first) if first else None, re.compile(tag)


def told(
    names: tuple[str, ...], kind: EntityType, rule: str, fact: str, whose: Whose, own: frozenset[str]
) -> list[Told]:
    """Told values of several names of one fact."""
    found = []
    for name in names:
        words = tuple(words_of(name))
        if words:
            found.append(Told(words, kind, rule, fact, whose, own | frozenset(words[1:]), fact == PET))
    return found
