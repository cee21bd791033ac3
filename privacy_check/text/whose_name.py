"""Whose name a name is: one's own people's, or that of a star, a brand, a title or a stranger."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.text.cues import late, word_set
from privacy_check.text.family_sayings import LINK
from privacy_check.text.fold import Folded
from privacy_check.text.runs import capitalised, name_at
from privacy_check.text.sayings import listed, saying
from privacy_check.text.vocabulary import NEVER_NAMES, first_names

# People of public life and brands go by a first name too.
_FAMOUS = saying("whose_name.famous")
_PUBLIC_LIFE = saying("whose_name.public_life")
_GOODS = saying("whose_name.goods")
# "Ben & Jerry's", "Ella's Kitchen".
_TWO_ON_A_LABEL = saying("whose_name.two_on_a_label")
_FLOWERS = word_set(
    "rose heather poppy daisy lily violet iris jasmine ivy holly olive fern hazel basil rosemary willow"
)
_IN_THE_GARDEN = listed("whose_name.in_the_garden")
_NO_NAMES = word_set("isa wullie kane bowie sir bride dragons nature lord octopus")
_TITLED = late(
    r"(?:Uncle|Aunt|Aunty|Auntie|Mother|Father|Brother|Sister|Grandpa|Grandad|Grandma|Granny|Nanny"
    r"|[A-Z]\w+'s [a-z]+) \Z"
)
NAMES_OF_FICTION = listed("whose_name.names_of_fiction")
_HOME = word_set(
    "i i'm im my me mi our we us ours please thanks love miss missing happy birthday x xx xxx rip "
    "hospital poorly bless"
)
FIRST_PERSON = word_set("i i'm im me my mi mine our we us")
# Words of kinship that also name a boy band, a nun, a printer or a partner in a firm.
_LOOSE = listed("whose_name.loose")
# "The boy Jones", "children, please": said of anybody's.
ANY_CHILD = word_set("boy girl child kid lad mother father mama papa babies kids lads")
OF_ANYBODY = word_set("mother father sister brother wife husband partner twin guardian carer")
SURNAME = late(r" ([A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?!\w)")


def of_public_life(folded: Folded, start: int, end: int) -> bool:
    """True for a star, a brand or a product that goes by a first name: "our Kylie, national treasure"."""
    lower = folded.lower
    if lower[start:end] in _NO_NAMES or _FAMOUS.match(lower, start) or _GOODS.match(lower, end):
        return True
    if first_names().get(lower[start:end]) and lower.startswith(" of ", end) and lower.endswith("our ", 0, start):
        return True
    if _TWO_ON_A_LABEL.match(folded.text, end) or (
        lower[start:end] in _FLOWERS and not _IN_THE_GARDEN.isdisjoint(folded.words)
    ):
        return True
    if lower.startswith(("mary", "joseph", "gabriel"), start) and "nativity" in folded.words:
        return True
    return _PUBLIC_LIFE.search(lower, end, end + 40) is not None


def of_a_stranger(folded: Folded, start: int, end: int) -> bool:
    """True for a name of public life or of a story, or behind a title with a capital: "Mother Teresa"."""
    if of_public_life(folded, start, end) or folded.lower[start:end] in NAMES_OF_FICTION:
        return True
    return _TITLED.search(folded.text, max(0, start - 24), start) is not None


def said_at_home(folded: Folded, start: int) -> bool:
    """True where "Auntie Jean" is said in the family: a first person stands by, or she is spoken to."""
    return not _HOME.isdisjoint(folded.words) or start == 0 or not folded.text[start].isupper()


def a_title(text: str, start: int, end: int) -> bool:
    """True for "Twin Peaks", "Girls Aloud", "Sister Wendy": capitals on both words, or no name anybody bears."""
    word = text[start:end]
    link = LINK.match(text, end)
    at = link.end() if link else end
    if not capitalised(text, at):
        return word[:1].isupper() and word.casefold() in ("ma", "da")
    if word.isupper() and not text[at : at + 3].isupper():
        return True
    beside = link is None or not link[0].strip(" ")
    if not word[0].isupper() or not beside:
        return word.casefold() in _LOOSE and not known_name(text, at)
    titled = word in ("Sister", "Brother", "Father", "Mother", "Dame", "Son")
    return titled or not known_name(text, at) or text[at:].startswith(("Greg", "Joe"))


def known_name(text: str, start: int) -> bool:
    """True when a listed first name (or @handle) stands at `start`."""
    end = name_at(text, start)
    return end is not None and (
        text[start] == "@"
        or text[start:end].casefold() in first_names()
        or ("-" in text[start:end] and text[start:end].split("-")[0].casefold() in first_names())
    )


def with_second_name(text: str, end: int) -> int:
    """Takes in a second forename ("Ottilie Grace"), never a surname."""
    follow = SURNAME.match(text, end)
    return follow.end() if follow and follow[1].casefold() in first_names() else end


def with_surname(text: str, end: int) -> int:
    """Takes in whatever name follows ("Ottilie Grace", "Cyril Atherton"), where a word of kinship ties it."""
    follow = SURNAME.match(text, end)
    return follow.end() if follow and follow[1].casefold() not in NEVER_NAMES else end


def spoken_of_ours(text: str, start: int, at: int) -> bool:
    """True for "our Lottie" and "baby Idris", not for "a smart little indie" or "Little Nicky" in a sentence."""
    if not capitalised(text, at):
        return text[start : start + 3].casefold() in ("our", "oor", "wor")
    opens = start == 0 or text[:start].rstrip()[-1:] in ".!?\n:"
    return opens or not text[start].isupper() or text[start:at].isupper()


def capital_word_before(text: str, start: int) -> bool:
    """True when another name stands right before."""
    word = re.search(r"([A-Za-z'.]+) $", text[max(0, start - 20) : start])
    return bool(word) and word[1][0].isupper() and word[1].casefold() not in NEVER_NAMES  # type: ignore[index]


def name_of_a_stranger(text: str, end: int, confidence: float) -> bool:
    """True when a weakly tied name goes on as a surname: a celebrity or a character."""
    follow = SURNAME.match(text, end)
    if follow is None or confidence >= 0.8:
        return False
    return follow[1].casefold() not in NEVER_NAMES and follow[1].casefold() not in first_names()


def of_an_animal(lower: str, start: int, end: int) -> bool:
    """True for "dog mum to": what is named next has four legs."""
    around = lower[max(0, start - 8) : end + 10]
    return any(beast in around for beast in ("dog", "cat ", "cats", " of cat", "fur", "pup", "🐶", "🐱"))


def family_words(lower: str) -> bool:
    """True when the text speaks of a birth or a family at all."""
    return any(
        word in lower
        for word in ("baby", "born", "world", "family", "lb", "mum", "son", "daughter", "arriv", "wee one")
    )


def in_school_words(folded: Folded) -> Iterator[tuple[int, int, str, float, str]]:
    """A listed first name in a short text about a first day, a uniform, a school play."""
    text, lower = folded.text, folded.lower
    known = first_names()
    for m in re.finditer(r"(?<![\w'@#])([A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?=('s)?(?:[ ,.!:)]|$))", text):
        word = m[1].casefold()
        if known.get(word) is not False or word in NEVER_NAMES:
            continue
        before, after = lower[max(0, m.start() - 14) : m.start()], text[m.end() :]
        if re.search(
            "(?:mrs?|miss|ms|dr|sir|st|saint|king|queen|prince|princess|dame|lord|lady|the|'s|at|in|said"
            "|says|asked|replied) $",
            before,
        ):
            continue
        if (
            before.endswith(" ")
            and text[m.start() - 2 : m.start() - 1].isalpha()
            and capital_word_before(text, m.start())
        ):
            continue
        if re.match(r" (?:[A-Z]|was the best|taught|college|school|street|road)", after) and not re.match(
            r" (?:I|Year)\b", after
        ):
            continue
        yield m.start(1), m.end(1), "REL-03", 0.6, "a first name beside school or baby words"


FULL_NAME_BEFORE = late(r"([A-Z][\w'-]+) [A-Z][\w'-]+,? \(?$")


def written_about(text: str, start: int) -> bool:
    """True for "Kate Middleton, née ...": a full name in running text is somebody people write about."""
    named = FULL_NAME_BEFORE.search(text, max(0, start - 40), start)
    return (
        named is not None
        and text[start - 1] == " "
        and text[start - 2] != "("
        and len(text) > start + 18
        and _VERB_NEXT.search(text, start) is not None
    )


_VERB_NEXT = late(r"[\w-]+ [A-Z][\w-]+,? (?:was|is|has|had|will|made|won|said|wore)\b")
