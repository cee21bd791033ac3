"""Answers to the questions banks and sites ask: pets, maiden names, first car, school, street, teacher.

Finds: "our dog Bramble", "first pet? a goldfish named Jaws", "née ...", "my mother was a ... before she married",
"the street I grew up on", "my first car was a ...", and the answers given in chain quizzes.
Misses: pets without a name, "first car to cross the line", quizzes that only ask.
Why: these facts reset passwords. A quiz collects several of them at once.
Fix: take them out, and keep invented answers in a password manager.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose
from privacy_check.model import EntityType
from privacy_check.text.cues import cue, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.runs import capitalised, run_end
from privacy_check.text.speech import someone_elses
from privacy_check.text.vocabulary import NEVER_NAMES, first_names

FINDS = (
    ("cuddles with our dog Bramble", "Bramble"),
    ("née Blenkinsop, don't ask", "Blenkinsop"),
    ("My first car was a Nissan Micra", "Nissan Micra"),
    ("grew up on Poplar Avenue", "Poplar Avenue"),
    ("lost cat, answers to Smokey", "Smokey"),
    ("our cockatiel Kiki bit me", "Kiki"),
    ("first love: Karen Doyle", "Karen Doyle"),
    ("me nan's maiden names Entwistle", "Entwistle"),
)
MISSES = (
    "my dog is fine, thank you",
    "The first car to cross the line was a Ferrari",
    "first pet hate: loud chewers",
    "our street party was rained off",
    "the cat's away so the mice will play",
    "Scooby the dog from the telly",
    "Miss Trunchbull was the best teacher",
    "Dave's Fish Bar",
)

_ANIMAL = (
    r"(?:dogs?|doggo|pups?|puppy|puppies|cats?|kitten|kitty|rabbit|bunny|hamster|goldfish|fish|guinea pigs?|tortoise|pony|horse|parrot|budgie|cockatiel|cockatoo|macaw|canary|parakeet|gecko|chinchilla|hedgehog|hen|chicken|duck|goat|donkey|gerbil|"
    r"rat|lizard|snake|ferret|greyhound|whippet|lurcher|spaniel|cocker|springer|labrador|lab|retriever|poodle|cockapoo|cavapoo|labradoodle|terrier|"
    r"staffy|staffie|collie|dachshund|sausage dog|pug|bulldog|frenchie|boxer|beagle|husky|corgi|westie|jack russell|german shepherd|gsd|chihuahua|"
    r"schnauzer|shih tzu|alsatian|tabby|ragdoll|bengal|siamese|tomcat|moggy|moggie|furbaby|fur baby|pet|mutt|pooch|hound)"
)
_ANIMAL_WORDS = (
    "dog dogs doggo pup pups puppy puppies cat cats kitten kitty rabbit bunny hamster goldfish fish guinea tortoise pony horse parrot budgie cockatiel cockatoo macaw canary parakeet gecko chinchilla hedgehog hen chicken duck goat donkey gerbil rat lizard snake ferret greyhound whippet lurcher "
    "spaniel cocker springer labrador lab retriever poodle cockapoo cavapoo labradoodle terrier staffy staffie collie dachshund sausage pug bulldog frenchie boxer beagle husky corgi westie jack "
    "german gsd chihuahua schnauzer shih alsatian tabby ragdoll bengal siamese tomcat moggy moggie furbaby fur pet mutt pooch hound"
)
_OF_OURS = cue(
    _ANIMAL_WORDS,
    rf"(?<![\w'])(?:my|our|the|first|this|a|new|family|rescue|lost|missing|found|old|beloved|childhood|and|\w+'s)(?: [\w'-]+){{0,3}}? {_ANIMAL}"
    r"(?: is| was|'s)?(?:,? (?:called|named|name of|name is|names)|,|:| \()? ?",
    0.85,
    before=60,
    after=50,
)
_ANIMAL_NAME = cue(_ANIMAL_WORDS, rf"(?<![\w'-]){_ANIMAL}(?:,? (?:called|named|by the name of)|:) ", 0.85)
_ANIMAL_BARE = cue(
    _ANIMAL_WORDS,
    rf"(?:^|[|,.!?] ?|[\U0001f400-\U0001f43f] ?|\b(?:with|and|walk|walking|feed|love|miss) (?:the |my |our )?)(?:pet )?{_ANIMAL} ",
    0.7,
    before=24,
    after=30,
)
_PET_CUES = cue(
    "gotcha his her goodbye answers answer say mother mum mom dad father owner parent mama this hello everyone feed feeding walkies walk walked walking dog cat fur pup bunny pet plant r rip sleep goodnight meet cuddles snuggles belly treats vet vets called named",
    r"(?:gotcha day for|(?:his|her) name(?:'s| is)|said goodbye to|goodbye(?: to)?|answers? to(?: the name(?: of)?)?|walkies with|walk(?:ed|ing)? (?:with )?|(?:fur )?(?:dog|cat|fur|pup|bunny|pet|plant and cat) ?(?:mum|mom|mam|dad|daddy|mummy|lady|man|parent|owner|slave|servant)"
    r"(?: to| of|:)?|r\.?i\.?p\.?|sleep tight|goodnight|meet|cuddles with|snuggles with|belly rubs for|treats for|vets? with|called|named|say (?:hello|hi) to|(?:mother|mum|mom|dad|father|owner|parent|mama) (?:of|to)(?: \w+)? (?:cats|dogs|pups|kittens)|this is|hello|everyone meet|feed|feeding) ?(?:to |our |my |the |little |sweet |baby |beautiful |old |gorgeous |girl |boy |lad |man |best )*",
    0.7,
)
_PET_AFTER = cue(
    _ANIMAL_WORDS,
    rf"(?<![\w'@#])([^\W\d_][\w'-]+(?: [A-Z][\w'-]+)?),? (?:the|my|our|a|is (?:a|the|my|our)) (?:\w+ ){{0,2}}?{_ANIMAL}(?![\w'])",
    0.75,
    before=60,
    after=30,
)
_SCENE_WORDS = frozenset(
    (
        _ANIMAL_WORDS
        + " gotcha vet vets walkies paws pawprint woof meow purr collar litter kennel tail barking chipped whiskers fetch groomer groomers rescue rspca kittens"
    ).split()
)
_PET_PICTURE = re.compile("[\U0001f400-\U0001f43f]")
_PET_SCENE = re.compile(
    rf"[\U0001f400-\U0001f43f]|(?<![\w'])(?:{_ANIMAL}|cat|cats|puppy|kitten|pup|vet|vets|gotcha|walkies|paws|pawprint|woof|meow|purr|fur|collar|litter tray|kennel|"
    r"tail|barking|chipped|whiskers|fetch|groomers?|rescue|rspca|hamster|bunny|rabbit|kittens?|puppies|pooch)(?![\w'])"
)
_PET_EMOJI_NAME = re.compile(r"([^\W\d_][\w'-]+) ?[\U0001f400-\U0001f43f]")

_MAIDEN = (
    cue(
        "née nee maiden formerly birth used",
        r"(?:n[ée]e:?|maiden name(?:'s|s| is| was|:| =|,)?(?: is| was)?(?: an?)?|formerly|birth surname(?: is| was|:)?|used to be an?) (?=[^\W\d_])",
    ),
    cue(
        "i mother mum mam mom nan nana nanny gran grandma grandmother",
        r"(?:i|mother|mum|mam|mom|nan|nana|nanny|gran|grandma|grandmother)(?:'s side)?(?: of the family)? (?:was|is|were|are) (?:born )?(?:all )?(?:an?|the) (?=[^\W\d_])",
    ),
    cue("mum mother", r"(?:mum|mother)'s name (?:was|before)(?: she)?(?: married)?(?: was)? "),
)
_BEFORE_WED = re.compile(
    r"(?:before|until|till|til) (?:she |they |her |i |we )?(?:got |was )?(?:married|marrying|wed|the wedding|dad|marriage|wedding)|maiden|n[ée]e|by birth|side"
)
_GREW_UP = cue(
    "street road house avenue home grew raised was brought born childhood first lived living",
    r"(?:(?:lived|living) (?:on|at|in)(?= [^.!?\n]{4,30} (?:as a (?:kid|child|boy|girl|bairn|teenager)|when i was|growing up|till i was|until i was))|(?:street|road|house|avenue|home)(?: (?:that |where |which )?(?:i|we|you|me))? (?:grew up|lived|were raised|was raised|was born)(?: (?:in|on|at))?(?: as a (?:kid|child))?(?: (?:was|is))?(?: on| in)?"
    r"|(?:grew up|was raised|raised|brought up|born) (?:on|just off|off|at(?: the (?:top|bottom|end) of)?)(?! a)|childhood (?:street|road|home|address)(?: (?:was|is))?(?: on)?|first (?:street|road|home|house|address)(?: (?:was|is))?(?: on)?)"
    r"(?:\s?[:=?,>-]+)? (?:(?:number |no\.? ?)?\d{1,4}[a-z]? )?",
)
_STREET = re.compile(
    r"(?:[A-Z][\w'.-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Close|Drive|Lane|Ln|Grove|Crescent|Terrace|Place|Way|Gardens|Court|Hill|Row|Walk|Mews|Square|Park|View|Rise|Green)\b"
)
_QUESTIONS = cue(
    "st first childhood fave favourite favorite best old primary infant junior maths english reception birthplace birth place city town born pet pets mother mothers mum mums football team maternal memorable middle school honeymoon where what",
    r"(?:(?:first|1st|st|childhood|fave|favou?rite|best|old|primary|infant|junior|maths|english|reception)(?: ever| primary| infant| childhood)? "
    r"(?:pet|dog|cat|car|motor|wheels|school|street|job|crush|love|teacher|best friend|best mate|best pal|friend|pal|mate|concert|gig|boyfriend|girlfriend|kiss|snog|album|record|single|book|film|movie|band|song|football team|sports team|team|hamster|house)"
    r"|best (?:mate|friend|pal) (?:growing up|as a kid|at school|at primary)|where were you born|what was your first \w+|birth ?place|place of birth|city of birth|town of birth|born at|pet'?s? name|mother'?s? maiden name|mum'?s maiden name|(?:football )?team(?: i support)?|maternal grandmother|memorable (?:word|place|name)|"
    r"middle name|school mascot|honeymoon)(?: (?:name|growing up|at (?:school|primary)|ever|in school|i ever had|we had|i had))*"
    r"(?P<link>, (?:an?|the|called|named)|,? (?:was|is|were|has to be|had to be|was called|is called|called|named|at)(?: (?:a|an|the|me|my|mum's|dad's|nan's|grandad's|at|called|named|old|for|always|and always will be|my|our|hamster|goldfish|dog|cat|rabbit|"
    r"budgie|beige|red|blue|white|black|battered|green|silver|little|probably|in|yellow|with)\b){0,4}|\s?[:=?]+(?: a:)?(?: (?:an?|the|old|hamster|goldfish|dog|cat|rabbit|budgie|called|named|beige|red|blue|white|my|our|probably)\b){0,4}| )\s?",
)
_POSSESSIVE_PET = re.compile(
    r"(?<![\w'@#])([^\W\d_][\w-]{2,12})'s (?:had|got|been|done|having|getting|first|in|at|is|new|favourite|bed|tail|paws?|walk|walkies|birthday|gotcha day)(?!\w)"
)
_FIRST_WHEELS = cue(
    "learned learnt passed drove driving",
    r"(?:learn(?:ed|t) to drive|passed my (?:driving )?test|drove (?:to school|around|about)|driving lessons)(?: back then| in \d{4})? (?:in|around in) (?:an?|my|mum's|dad's|nan's|grandad's|the|our) (?:(?:old|red|blue|white|beige|green|battered|knackered|ancient) )*",
)
_BEST_TEACHER = cue(
    "mr mrs miss ms",
    r"(?<!\w)((?:mr|mrs|miss|ms) [^\W\d_][\w'-]+)(?:,? (?:in )?(?:year \d{1,2}|[a-z]+)?),? (?:(?:was|is|were),? ?)?(?:(?:still|always|easily|honestly|by far|hands down) )?(?:the best|best|my (?:fave|favou?rite)|(?:the )?most inspiring|a brilliant) teacher",
)
_QUIZ = cue(
    "name names title titles know questions quiz jobs bet copy pet pets street",
    r"(?:(?:porn ?star|porn|stripper|drag|drag queen|elf|royal|rock ?star|rock band|rapper|star wars|superhero|spy|hobbit|pirate|band|villain|soap(?: opera)?|stage|wrestler|wizard|witch|dj|detective|mafia|gangster|cowboy|celebrity|posh|"
    r"christmas|fairy|unicorn|hogwarts|romance novel|pen|reality tv)(?: \w+)? (?:name|title)s?|get to know (?:me|you)|name (?:game|generator)|20 questions|about me quiz|first ten jobs|first 10 jobs|bet no ?one can|"
    r"copy and paste|your (?:first )?pet'?s? name|first pet ?(?:\+|and|&|plus)|first street|name (?:is|=) your)",
    before=40,
    after=40,
)
_QUIZ_PARTS = re.compile(
    r"(?:first pet|pet'?s? name|pet|first (?:street|road)|(?:street|road)(?: name)?(?: (?:you|i|we) (?:grew up|live[d]?)(?: on| in)?)|mum'?s maiden name|mother'?s maiden name|maiden name|first car|"
    r"grandad'?s(?: first)? name|gran(?:dma)?'?s(?: first)? name|nan'?s(?: first)? name|first school|first teacher|favou?rite (?:teacher|colour|food)|last thing you ate|birth town|home ?town)"
)
_QUIZ_SAID = re.compile(
    r"(?:i'm|im|i am|mine(?:'s| is| was| would be)?|makes me|that makes me|i'd be|= ?|-+> ?|=> ?|->|: |hello|call me|\.\.\. ?|⇒ ?|→ ?)\s?(?:lord |lady |sir |dame |princess |prince |dj |mc |captain |the |duke of |count |miss |king |queen )*"
)
_PART_VALUE = re.compile(
    r"(?:first pet|pet(?:'s name)?|street|road|maiden name|car|school|teacher)(?: (?:you|i|we) (?:grew up|lived) (?:on|in))?(?: (?:was|is|called|named)|:| \()? "
)
_FIRST_JOB = cue(
    "first",
    r"first (?:ever )?job(?: ever)? (?:was|:|=)?(?: (?:at|in|for|with|a|an|the|paper|round|saturday|job|on|washing|pots|glass|collecting))* ?",
)

_FICTION = word_set(
    "scooby garfield snoopy lassie gromit dougal bluey bingo peppa hedwig fluffy fang toto gnasher snowball santa's brian simba nala's mufasa bambi dumbo thumper's paddington trunchbull honey's snape dumbledore mcgonagall bouquet bucket"
)
_NOT_PETS = word_set(
    "bar shop supper & chips fingers cakes wellington van sitter rescue sanctuary stevens club and breed show walker walkers hotel kennels day mum dad lady person people"
)
_MODEL = re.compile(r"(?: (?:\d\.\d|[A-Z][A-Za-z]+|[A-Z]{1,3}\d?|GTi?|\d{3,4}))+")
_TITLES = word_set("lord lady sir dame princess prince duke duchess king queen count countess dj mc captain")
_VERBS = word_set(
    "take takes walk walks feed fed bring brings brought let lets put love loves hug pet train adopt call get gets buy bought see saw meet met save find found miss watch watches hold give gave stroke wash bathe "
    "keep kept think thought has had said told need want ask like likes left leave teach taught someone who"
)
_TEAM = cue(
    "supported supporting support followed following",
    r"(?:i've |i )?(?:support(?:ed|ing)?|follow(?:ed|ing)?) (?=(?:[a-z]+ ){1,3}?(?:since|all my life|from birth|for (?:\d+|thirty|forty|twenty) years|as a kid|through thick))",
)
_CARS = word_set(
    "ford vauxhall nissan renault fiat peugeot citroen volkswagen vw mini austin rover toyota honda mazda seat skoda audi bmw "
    "mercedes volvo saab kia hyundai suzuki morris hillman triumph datsun lada reliant metro fiesta escort corsa nova micra "
    "clio punto polo golf astra cavalier yaris ka panda"
)


class SecurityAnswer(BaseDetector):
    """What resets a password: pets, maiden names and other firsts."""

    name = "security_answer"
    entity_types = (EntityType.SECURITY_ANSWER,)
    triggers = Triggers(
        words=frozenset(_ANIMAL_WORDS.split())
        | word_set(
            "née nee maiden first 1st teacher favourite fave grew raised mother mum mam mom nan gran grandma childhood birthplace birth pet pets walkies answers rip jabs supported supporting followed following learned learnt drove passed say hello inspiring "
            "cockatiel cockatoo macaw canary gotcha goodbye used lived love wheels kiss mate growing st quiz name star drag elf royal cuddles team support meow woof paws vet vets formerly street walked walking brought meet miss memorable snuggles reception"
        ),
        parts=("🐶", "🐱", "🐾", "🐕", "🐈", "🐩", "🐰", "🐹"),
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match per answer."""
        seen: set[int] = set()
        for start, end, rule, confidence, why in _all(folded):
            if start not in seen and end - start > 1 and not someone_elses(folded.lower, start, end):
                seen.add(start)
                whose = Whose.FAMILY if rule == "REL-08" else Whose.WRITER
                yield Match(EntityType.SECURITY_ANSWER, start, end, confidence, why, rule, whose)


Found = tuple[int, int, str, float, str]


def _all(folded: Folded) -> Iterator[Found]:
    yield from _quiz(folded)
    yield from _questions(folded)
    yield from _firsts(folded)
    yield from _maiden(folded)
    yield from _childhood(folded)
    yield from _pets(folded)


def _value(text: str, lower: str, at: int, most: int = 3) -> int | None:
    """End of a capitalised answer of up to `most` words at `at`."""
    if not capitalised(text, at):
        return None
    end = run_end(text, at, most)
    word = re.match(r"[\w'-]+", lower[at:end])
    if word is None or word[0].removesuffix("'s") in NEVER_NAMES - {"mr", "mrs", "miss", "ms", "tesco", "amazon"}:
        return None
    if any(letter.isdigit() for letter in lower[at:end].split()[0]):
        return None
    return end - 2 if lower.endswith("'s", at, end) else end


def _pet_name(text: str, lower: str, at: int) -> int | None:
    end = _value(text, lower, at, 2)
    if end is None or (text[at:end].isupper() and text.isupper()) or _STREET.match(text, at):
        return None
    first = lower[at:end].split()[0]
    return None if first in _FICTION or first in _NOT_PETS else end


def _pets(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for pattern in (_OF_OURS, _ANIMAL_NAME, _ANIMAL_BARE):
        for m in pattern.finditer(folded):
            for start, end in _pet_list(text, lower, m.end()):
                yield start, end, "REL-08", pattern.confidence, "a pet's name"
    pictures = not text.isascii() and _PET_PICTURE.search(text)
    if not pictures and _SCENE_WORDS.isdisjoint(folded.words):
        return
    for m in _PET_CUES.finditer(folded):
        if not _PET_SCENE.search(lower, max(0, m.start() - 100), m.end() + 100):
            continue
        for start, end in _pet_list(text, lower, m.end()):
            yield start, end, "REL-08", 0.7, "a pet's name"
    for m in _PET_AFTER.finditer(folded):
        stop = _pet_name(text, lower, m.start(1))
        if (
            stop
            and _stands_alone(text, m.start(1))
            and m[1] not in _VERBS
            and not m[1].endswith(("ed", "ing", "ot", "as"))
        ):
            yield m.start(1), min(stop, m.end(1)), "REL-08", 0.75, "a pet's name"
    for m in (
        _POSSESSIVE_PET.finditer(lower) if pictures or "vet" in folded.words or "jabs" in folded.words else ()
    ):
        if _pet_name(text, lower, m.start(1)) and _stands_alone(text, m.start(1)) and m[1] not in NEVER_NAMES:
            yield m.start(1), m.end(1), "REL-08", 0.6, "a pet's name"
    for m in _PET_EMOJI_NAME.finditer(lower) if pictures else ():
        stop = _pet_name(text, lower, m.start(1))
        if stop and _stands_alone(text, m.start(1)) and m[1] not in NEVER_NAMES:
            yield m.start(1), min(stop, m.end(1)), "REL-08", 0.6, "a pet's name"


def _stands_alone(text: str, start: int) -> bool:
    before = re.search(r"([A-Z][\w'.]*) $", text[max(0, start - 20) : start])
    return before is None or before[1].casefold() in NEVER_NAMES


def _pet_list(text: str, lower: str, at: int) -> Iterator[tuple[int, int]]:
    for _ in range(4):
        end = _pet_name(text, lower, at)
        if end is None:
            return
        yield at, end
        gap = re.compile(r"(?:, | and | & |, and )").match(text, end)
        if gap is None:
            return
        at = gap.end()


def _maiden(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in (found for pattern in _MAIDEN for found in pattern.finditer(folded)):
        end = _value(text, lower, m.end(), 2)
        if end is None:
            continue
        clear = m[0].lstrip().startswith(("n", "maiden", "birth")) and not m[0].startswith("nan")
        if m[0].startswith("used"):
            clear = False
        if clear or _BEFORE_WED.search(lower, end, end + 50):
            yield m.end(), end, "CRD-03", 0.9, "a maiden name"


def _childhood(folded: Folded) -> Iterator[Found]:
    text = folded.text
    for m in _GREW_UP.finditer(folded):
        street = _STREET.match(text, m.end())
        if street:
            yield street.start(), street.end(), "CRD-03", 0.85, "the street of a childhood"


def _questions(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in _QUESTIONS.finditer(folded):
        at = m.end()
        plain = not m["link"].strip()
        end = _value(text, lower, at)
        if end is not None and re.search(r"car|motor|wheels", m[0]):
            model = _MODEL.match(text, end)
            end = model.end() if model else end
        if end is None:
            word = re.match(r"[a-z]+", lower[at:])
            if word and word[0] in _CARS and re.search(r"car|motor", m[0]):
                yield at, re.compile(r"[a-z]+(?: [a-z0-9]+)?").match(lower, at).end(), "CRD-03", 0.8, "a first car"  # type: ignore[union-attr]
            continue
        if plain and not re.search(r"pet|dog|cat|teacher|school|car$|car ", m[0]):
            continue
        if "job" in m[0] or (m[0].startswith("team") and ":" not in m["link"] and "?" not in m["link"]):
            continue
        yield at, end, "CRD-03", 0.65 if plain else 0.85, "an answer to a security question"


def _firsts(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in _BEST_TEACHER.finditer(folded):
        start = m.start(1)
        if capitalised(text, start) and lower[start : m.end(1)].split()[-1] not in _FICTION:
            yield start, m.end(1), "CRD-03", 0.8, "a favourite teacher"
    for m in _FIRST_WHEELS.finditer(folded):
        end = _value(text, lower, m.end())
        if end:
            yield m.end(), end, "CRD-03", 0.75, "a first car"
    for m in _TEAM.finditer(folded):
        end = _value(text, lower, m.end())
        if end:
            yield m.end(), end, "CRD-03", 0.7, "a favourite team"
    for m in _FIRST_JOB.finditer(folded):
        end = _value(text, lower, m.end())
        if end:
            yield m.end(), end, "CRD-03", 0.7, "a first job"


def _quiz(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    quiz = next(_QUIZ.finditer(folded), None)
    if quiz is None:
        return
    parts = list(_QUIZ_PARTS.finditer(lower))
    if not parts and "know" not in quiz[0] and "jobs" not in quiz[0]:
        return
    answered = False
    for m in _PART_VALUE.finditer(lower):
        end = _value(text, lower, m.end(), 3)
        if end:
            answered = True
            street = _STREET.match(text, m.end())
            yield m.end(), street.end() if street else end, "CRD-04", 0.85, "an answer in a chain quiz"
    if answered:
        return
    last = parts[-1].end() if parts else quiz.end()
    for m in _QUIZ_SAID.finditer(lower, quiz.end()):
        if m.end() < last:
            continue
        yield from _quiz_words(text, lower, m.end())
        return
    loose = re.compile(r"[^\w]*").match(text, last)
    if loose and capitalised(text, loose.end()) and loose[0].strip():
        yield from _quiz_words(text, lower, loose.end())


def _quiz_words(text: str, lower: str, at: int) -> Iterator[Found]:
    """Each capitalised word of a quiz name is one answer; a street of two words stays whole."""
    while capitalised(text, at):
        street = _STREET.match(text, at)
        one = re.compile(r"[\w'-]+").match(text, at)
        if one is None or one[0].casefold() == "i":
            return
        if one[0].casefold() in _TITLES:
            at = one.end() + 1
            continue
        if street and text[at : street.end()].count(" ") > 1 and one[0].casefold() in first_names():
            street = None
        end = street.end() if street else one.end()
        yield at, end, "CRD-04", 0.8, "an answer in a chain quiz"
        gap = re.compile(r" (?:of |the |von |de )?").match(text, end)
        if gap is None:
            return
        at = gap.end()


DETECTOR = SecurityAnswer()
