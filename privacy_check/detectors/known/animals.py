"""Told pets' names, which are often everyday words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.detectors.base import Whose
from privacy_check.detectors.known.base import Check, Form, flexible, needle_of, words_of
from privacy_check.detectors.known.scene import everyday, somebody_else, written_as_name
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded
from privacy_check.text.vocabulary import first_names

PET = "your pet's name"

_PET_SCENE = re.compile(
    "(?<![a-z])(?:dogs?|doggo|cats?|pup|puppy|kitten|walkies|walk(?:s|ed|ing)?|fed|feed(?:s|ing)?"
    r"|vets?|paws?|pillow|bark\w*|meow\w*|purr\w*|tail|fetch|cuddl\w+|belly|fur\w*|groom\w*|treats?"
    r"|lead|leash|basket|litter|hamster|rabbit|bunny|pet|zoomies|woof|snor\w+|kennels?|cattery|pony"
    r"|horse|stable|budgie|goldfish|tortoise|rescue|adopted|ate|chew\w*|snuggl\w+|stroke|collar"
    r"|whiskers|muddy|squirrels?|postman|microchip\w*|worming|fleas?|muzzle|agility|gotcha|lab"
    "|labrador|spaniel|collie|terrier|whippet|greyhound|poodle|cockapoo|tabby|moggy)(?![a-z])"
    r"|[\U0001f400-\U0001f43f\U0001f98a-\U0001f9ae]"
)
_PET_SURE = re.compile(
    r"(?<![a-z])(?:dogs?|doggo|cats?|pup|puppy|kitten|walkies|walk|vets?|paws?|woof|meow|bark\w*"
    r"|kennels?|cattery|hamster|rabbit|pony|collar|groom\w*|fur\w*)(?![a-z])|[\U0001f400-\U0001f43f]"
)
# What animals do and drinks, spices and biscuits do not.
_ACTS = re.compile(
    "(?: has| had|'s| just| is| was| keeps| kept| also| finally| once| won't stop| never stops"
    "| loves| hates| likes| refuses to| wants to| tried to| decided to| managed to| been| gone and"
    "| went and| already)* (?:ate|eaten|eat(?:s|ing)?|caught|catch(?:es|ing)?|roll(?:s|ed|ing)"
    "|chas(?:e|es|ed|ing)|brought|bring(?:s|ing)?|stole|stolen|steal(?:s|ing)?|bark(?:s|ed|ing)|bit"
    "|bites|biting|chew(?:s|ed|ing)|dug|digs|digging|dragg(?:ed|ing)|escap(?:ed|es|ing)|fetch(?:es"
    "|ed|ing)|growl(?:s|ed|ing)|jump(?:s|ed|ing)|lick(?:s|ed|ing)|lying|laid|limp(?:s|ed|ing)"
    "|knock(?:s|ed|ing)|met|nick(?:ed|s)|pinch(?:ed|es)|pee(?:s|d|ing)|weed on|poo(?:ed|s|ing)"
    "|purr(?:s|ed|ing)|ran|runs|running|scratch(?:es|ed|ing)|shred(?:s|ded|ding)|sick(?: on| in"
    "| all)|sat|sits|sitting|sleep(?:s|ing)|slept|asleep|snor(?:es|ed|ing)|sniff(?:s|ed|ing)"
    "|star(?:es|ed|ing) at|swam|swims|swimming|sulk(?:s|ed|ing)|terrified|scared|thinks|tripp(?:ed"
    "|ing)|wag(?:s|ged|ging)|woke|wakes|waking|whin(?:es|ed|ing)|meow(?:s|ed|ing)|hid|hides|hiding"
    "|hunt(?:s|ed|ing)|yawn(?:s|ed|ing)|destroyed|destroys|destroying|demolished|ripped|unwrapped"
    r"|head-?butt\w*|pounc\w+|curl(?:ed|ing)|stretch(?:ed|ing)|cuddl\w+|snuggl\w+|refused|refuses"
    r"|wants (?:out|in|her|his|walk\w*|feeding|fed|a)|needs (?:a walk|the vet|her|his|walking"
    "|feeding|a bath|a haircut|an op)|got (?:out|stuck|into|her|his|loose|bitten|stung|spayed"
    r"|neutered|wet)|went for|turn(?:s|ed) (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
    "|found (?:a|the|her|his|my)|followed|follows|lost (?:her|his|a)|wee'?d|vomited|puked|farted"
    "|farts|judg(?:es|ing)|supervis(?:es|ing)|guard(?:s|ing)|(?:her|his) (?:first|dinner|breakfast"
    "|tea|favourite|lead|bed)|at the vets?)(?![a-z])"
)
_HERS = re.compile(r"(?<![a-z])(?:her|his|he|she|him)(?![a-z])")
_BEFORE = re.compile(
    "(?<![a-z])(?:my|our|with|wi|wiv|walking|walk|walked|feed|feeding|fed|good (?:boy|girl)|poor"
    "|cuddles with|bless|miss(?:ing)?|love|stroking|bath(?:ing|ed)?|happy birthday|happy gotcha day"
    "|rip|meet|call(?:ed|s)|named|answer(?:s|ing) to|and|taking|took|take) $"
)
_DRINKS = re.compile(
    r"(?<![a-z])(?:pints?|glass|bottle|packet|bag|cup|mug|slice|bowl|recipe|sauce|drink\w*|drank|pub"
    "|shot|dram|ordered|bar|half|cans?|tin|crate|on tap|tray|plate|wearing|zero|diet|buy|shop"
    "|popping to|queue)(?![a-z])"
)

_PLACED = re.compile(r"(?<![a-z])(?:at|in|from|to|of|salt and|salt &|or|the|an?) $")
_ANSWERS = re.compile(r"(?<![a-z])(?:answer\w* to|go(?:es)? by|come when you call) $")
_TITLE_OF = re.compile(" of (?:the )?[A-Z]")


def pet_forms(name: str) -> Iterator[Form]:
    """The name, in tags and accounts, with figures for letters and letter by letter."""
    words = words_of(name)
    if not words:
        return
    bare = "".join(words).replace("'", "")
    said, needles = flexible(words, r"[\s._-]{0,3}"), (needle_of(words[0]),)
    also_a_word = len(words) == 1 and everyday(words[0])
    many = len(words) > 1
    check = None if many else _is_pet(also_a_word)
    yield _form(rf"(?<![\w#@-]){said}(?=\W|$|_)(?!-\w)", needles, 0.85, check)
    if len(bare) > 3:
        loose = r"[._-]?".join(re.escape(word.replace("'", "")) for word in words)
        yield _form(
            "[#@](?:our|my|the|meet|goodboy|good|happybirthday|love|rip|princess|king|queen|sir|lady|mister"
            f"|mr|miss|misses|itsme)?[._-]?{loose}(?:[._-]?(?:the|of|is|s|and|in|on|dog|cat|pup|pony|puppy"
            "|boy|girl|loves|turns|bear|boo|eats|goes|sleeps|doodle|gram|life"
            r"|adventures?)\w{0,24}(?:[._]\w{1,16}){0,3}|[._-]?\d{0,4})(?!\w)",
            needles,
            0.8,
            None if not also_a_word else _tag_of_pet,
        )

    if len(words) == 1 and len(bare) > 4:
        stems = "|".join(re.escape(bare[:n]) for n in range(len(bare) - 1, 2, -1))
        yield _form(
            rf"(?<![\w#@'-])(?:{stems})(?:[a-z]?(?:s|y|ie|ies|ster|kins|o))?(?!\w|-\w)",
            needles,
            0.55,
            _pet_form_of(bare),
        )


def _pet_form_of(bare: str) -> Check:
    """ "Cloots" for Clootie: written as a name, no word of its own, doing what animals do."""

    def check(folded: Folded, start: int, end: int) -> bool:
        lower = folded.lower
        said = lower[start:end]
        if (
            said.startswith(bare)
            or not written_as_name(folded, start, end)
            or everyday(said)
            or said in first_names()
        ):
            return False
        if _ACTS.match(lower, end) and len(said) > 3 and not somebody_else(folded, start, end, frozenset()):
            return True
        sure = _PET_SURE.search(lower, max(0, start - 30), end + 30)
        return bool(sure) and bool(_ACTS.match(lower, end) or _BEFORE.search(lower, max(0, start - 30), start))

    return check


def _form(pattern: str, needles: tuple[str, ...], confidence: float, check: Check | None = None) -> Form:
    return Form(
        re.compile(pattern),
        needles,
        EntityType.SECURITY_ANSWER,
        "REL-08",
        PET,
        "a name you told us",
        confidence,
        check,
        Whose.FAMILY,
    )


def _is_pet(also_a_word: bool) -> Check:
    def check(folded: Folded, start: int, end: int) -> bool:
        lower = folded.lower
        begin, stop = max(0, start - 30), min(len(lower), end + 30)
        if not written_as_name(folded, start, end):
            return not also_a_word and bool(_PET_SURE.search(lower, begin, stop))
        if somebody_else(folded, start, end, frozenset()):
            return False
        if not also_a_word:
            return True
        if _DRINKS.search(lower, max(0, start - 24), start) or _TITLE_OF.match(folded.text, end):
            return False
        if _ANSWERS.search(lower, max(0, start - 16), start):
            return True
        if _PLACED.search(lower, max(0, start - 10), start):
            # "Came home to Duke asleep on his bed", but not "at the Duke".
            return bool(_ACTS.match(lower, end)) and lower[max(0, start - 4) : start] != "the "
        if _PET_SCENE.search(lower, begin, stop) or _ACTS.match(lower, end):
            return True
        return bool(_BEFORE.search(lower, begin, start) and _HERS.search(lower, end, end + 40))

    return check


def _tag_of_pet(folded: Folded, start: int, end: int) -> bool:
    said = folded.lower[start:end]
    return bool(re.search(r"the|of_|dog|cat|pup|pony|boy|girl", said) or _PET_SCENE.search(folded.lower))
