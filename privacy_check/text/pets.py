"""Names of somebody's own animals, read from what ties the name to an animal.

Two things make a pet's name: a word that can be a name, and a tie. A strong tie ("our whippet ...", "answers to
...", "dog mum to ...") carries any capitalised name; a weak one (a walk, the vet, a picture of a dog) only a
name that
people or animals really have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.text.cues import Cue, cue, late, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.runs import capitalised, run_end
from privacy_check.text.sayings import cue_of, listed, piece, saying
from privacy_check.text.vocabulary import NEVER_NAMES, first_names, pet_names, places

_KINDS = (
    "dogs? doggo pups? puppy puppies cats? kitten kitty rabbit bunny hamster goldfish fish "
    "tortoise pony horse parrot budgie cockatiel cockatoo macaw canary parakeet gecko chinchilla "
    "hedgehog hen chicken duck goat donkey gerbil rat lizard snake ferret greyhound whippet "
    "lurcher spaniel cocker springer labrador lab retriever poodle cockapoo cavapoo labradoodle "
    "terrier staffy staffie collie dachshund pug bulldog frenchie boxer beagle husky corgi westie "
    "gsd chihuahua schnauzer alsatian tabby ragdoll bengal siamese tomcat moggy moggie furbaby "
    "mutt pooch hound rottweiler rottie doberman dalmatian newfoundland malamute samoyed vizsla "
    "weimaraner pointer setter mongrel cockerpoo sprocker jackapoo maltese pomeranian shiba akita "
    "whippets ponies foal mare gelding cob budgies iguana axolotl terrapin turtle python degu rats "
    "guinea-pig lovebird pigeon rooster cockerel alpaca pet sphynx hens chickens ducks goats "
    "donkeys horses hamsters rabbits kittens gerbils tortoises parrots ferrets greyhounds spaniels "
    "labs terriers"
)
_PHRASES = piece("pets.phrases")
ANIMAL = rf"(?:{_PHRASES}|{'|'.join(_KINDS.replace('-', '[- ]').split())})(?![\w-])"
_KIND_WORDS = re.sub(r"[^a-z ]", "", _KINDS.replace("s?", "").replace("-", " ")) + " dogs pups cats tom"
# Words that stand in the names of animals, and those of which every such name holds one: "great" and "dane".
ANIMAL_WORDS = (
    f"{_KIND_WORDS} guinea sausage jack german shih fur african border maine king bearded great "
    "french saint st ginger"
)
TELLING_WORDS = f"{_KIND_WORDS} fur russell shepherd tzu grey coon charles dragon dane bernard"
_CALLED = piece("pets.called")
# "Our whippet Gladys", "lost Staffie called Peanut", "my budgie, Colin".
_OWNED = cue(
    ANIMAL_WORDS,
    r"(?<![\w'])(?:my|our|me|mi|his|her|first|new|two|three|four|five|family|rescue|lost|missing"
    r"|found|beloved|childhood|late|adopted|[a-z]+'s)(?: (?!and\b|or\b|is\b|was\b"
    rf"|the\b)[\w'-]+){{0,3}}? (?P<kind>{ANIMAL})(?: cross| mix)?{_CALLED}? ?",
    0.85,
    before=60,
    after=50,
    also=TELLING_WORDS,
)
_CALLED_SO = cue(
    ANIMAL_WORDS,
    rf"(?<![\w'-])(?:(?:the|a|an|and|two|three|this|with) )?(?:[\w-]+ )?{ANIMAL}(?:'s|,? (?:is |was "
    "|are |were )?)(?: ?called| ?named|,? by the name of|,? (?:formerly |also |now )?known as) ",
    0.8,
    before=26,
    after=50,
    also=TELLING_WORDS,
)
_THE = cue(
    ANIMAL_WORDS,
    rf"(?<![\w'-])(?:the|and|with|pet) {ANIMAL}(?:, | \(|: | )",
    0.7,
    before=8,
    after=30,
    also=TELLING_WORDS,
)
_OUR_RESCUE = cue("rescue", r"(?<![a-z])(?:my|our)(?: \w+)? rescue ", 0.8, before=20, after=10)
_LABEL = cue(
    ANIMAL_WORDS,
    rf"(?:^|[|,.!?;\n] ?){ANIMAL}(?:'s name)?(?:s?:| =| -)? ",
    0.75,
    before=4,
    after=40,
    also=TELLING_WORDS,
)
_PARENT = cue_of("pets.parent")
_ANSWERS = cue_of("pets.answers")
_HIS_NAME = cue_of("pets.his_name")
_FAREWELL = cue_of("pets.farewell")
# An animal told off where a post about it ends: "the dog has eaten the remote. You're lucky you're cute, Biscuit".
_TOLD_OFF = cue_of("pets.told_off")
_ENDS_POST = late(r"[^\w]*(?:x+[^\w]*)?$")
_ANIMAL_DOES = saying("pets.animal_does", ANIMAL=ANIMAL)
# Only what has four legs is taken for a walk in the rain; a child is walked home or to school.
_WALKED = cue_of("pets.walked")
_AFTERWARDS = cue(
    ANIMAL_WORDS,
    r"(?<![\w'@#])(?P<name>[^\W\d_][\w'-]+(?: [^\W\d_][\w'-]+)?)(?:,? (?:the|my|our)| is (?:an?|the"
    rf"|my|our)) (?P<kind>(?:[\w-]+ ){{0,2}}?{ANIMAL})(?! (?:walker|fancier|lover|groomer|trainer"
    "|sitter|owner|breeder|whisperer|person|food|rescue|charity|show|park|racing|meat|soup|burger"
    "|hair)s?(?![a-z]))",
    0.75,
    before=70,
    after=30,
    also=TELLING_WORDS,
)
_DESCRIBED = cue(
    ANIMAL_WORDS,
    rf"(?<![\w'@#])(?P<name>[^\W\d_][\w'-]+) \((?:[\w'-]+ ){{0,2}}?(?P<kind>{ANIMAL})[,;] ",
    0.8,
    before=36,
    after=14,
    also=TELLING_WORDS,
)
_GONE = cue_of("pets.gone")
_LOST = cue_of("pets.lost")
_ACTS = saying("pets.acts")
_OF_A_PET = saying("pets.of_a_pet")
_BESIDE_PICTURE = late(r"(?P<name>[^\W\d_][\w'-]+)(?: is \d+| \d+)?[.!]? ?[\U0001f400-\U0001f43f]")
_PICTURE = saying("pets.picture")
_SCENE_WORDS = word_set(
    ANIMAL_WORDS
    + (
        " gotcha vet vets walkies paws pawprint woof meow purr litter kennel tail barking chipped "
        "whiskers groomer groomers rspca kittens crufts pupcake tricks kennels cattery moulting "
        "neutered spayed"
    )
    + " treats zoomies wag microchipped poo postman squirrel squirrels"
) - word_set(
    "great african border king jack st saint french german fur maine bearded rescue ginger cob tom "
    "pointer setter pet"
)
_SCENE = saying("pets.scene", ANIMAL=ANIMAL)
# Sentences about nobody's pet in particular, races, and animals of screen and story.
_NOBODYS = saying("pets.nobodys")
FICTION = word_set(
    "scooby garfield snoopy lassie gromit dougal bluey bingo peppa hedwig toto gnasher santa's "
    "brian nala's mufasa bambi dumbo thumper's paddington larry bagpuss kermit mickey donald goofy "
    "pluto dobby sonic toad rupert roland shergar sootys felix's"
) | word_set("hello kitty")
_NOT_PETS = listed("pets.not_pets")
_VERBS = listed("pets.verbs")
_TITLE = saying("pets.title")
_NEXT = late(r"(?:, and | and | & |, | \+ )[\"']?")
_STREET = late(r"(?:[A-Z][\w'.-]+ ){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Close|Hill|Park|Way)\b")

Pet = tuple[int, int, float]


def pets_in(folded: Folded) -> Iterator[Pet]:
    """Pets' names: folded start, end and confidence; the same name may come more than once."""
    for start, end, sure in _candidates(folded):
        if not _NOBODYS.search(folded.lower, max(0, start - 70), end + 60):
            yield start, end, sure


def _candidates(folded: Folded) -> Iterator[Pet]:
    text, lower = folded.text, folded.lower
    for tie in (_OWNED, _CALLED_SO, _PARENT, _OUR_RESCUE):
        for m in tie.finditer(folded):
            if tie is _OWNED and _in_a_title(text, m):
                continue
            yield from _list(text, lower, m.end(), tie.confidence, listed=tie is _CALLED_SO and _called_bare(m[0]))
    for tie in (_THE, _LABEL):
        for m in tie.finditer(folded):
            if tie is _LABEL or text[m.start() : m.end()].islower():
                yield from _list(text, lower, m.end(), tie.confidence, listed=m[0].rstrip()[-1].isalnum())
    for m in _AFTERWARDS.finditer(folded):
        yield from _said_after(text, m, _AFTERWARDS)
    for m in _DESCRIBED.finditer(folded):
        yield from _said_after(text, m, _DESCRIBED)
    for m in _LOST.finditer(folded):
        yield from _list(text, lower, m.start("name"), _LOST.confidence)
    for m in (*_WALKED.finditer(folded), *_GONE.finditer(folded)):
        if lower[m.start("name") : m.end("name")] in pet_names():
            yield from _list(text, lower, m.start("name"), _WALKED.confidence, listed=True)
    pictures = not text.isascii() and _PICTURE.search(text) is not None
    if pictures or not _SCENE_WORDS.isdisjoint(folded.words) or not _ANSWERS.words.isdisjoint(folded.words):
        yield from _in_a_scene(folded, pictures)


def _in_a_title(text: str, m: re.Match[str]) -> bool:
    """True for "missing from Rabbit Proof Fence": a capital on the animal, and nobody who says "our"."""
    return text[m.start("kind")].isupper() and not m[0].startswith(("my", "our")) and not text[: m.end()].isupper()


_WEAK = ("walk", "took", "tak", "feed", "thank", "happy birthday", "welcome")
_ROYAL = late(r"(?:queen|king|prince|princess|sir|dame|lord|lady|pope) ")


def _called_bare(words: str) -> bool:
    return not re.match(r"(?:the|a|an|and|two|three|this|with) ", words)


def _in_a_scene(folded: Folded, pictures: bool) -> Iterator[Pet]:
    text, lower = folded.text, folded.lower
    for m in _ANSWERS.finditer(folded):
        if pictures or _seen(lower, m.start()) or re.search(r"(?<![a-z])(?:lost|missing|found|stolen)", lower):
            yield from _list(text, lower, m.end(), _ANSWERS.confidence)
    if not pictures and not _SCENE.search(lower):
        return
    for tie in (_HIS_NAME, _FAREWELL):
        for m in tie.finditer(folded):
            if _seen(lower, m.start()):
                weak = m[0].startswith(_WEAK)
                if (royal := _ROYAL.match(lower, m.end())) and _listed_word(lower, royal.end()):
                    continue
                yield from _list(text, lower, m.end(), tie.confidence, listed=weak)
    if len(text) > 280:
        return
    yield from _told_off(folded)
    for shape in (_ACTS, _OF_A_PET):
        for m in shape.finditer(lower):
            of_pets_only = first_names().get(m["name"]) is not False and m["name"] in pet_names()
            if pictures or of_pets_only or _OF_THE_VET.search(lower):
                yield from _alone(text, lower, m)
    for m in _BESIDE_PICTURE.finditer(lower) if pictures else ():
        yield from _alone(text, lower, m)


def _told_off(folded: Folded) -> Iterator[Pet]:
    text, lower = folded.text, folded.lower
    for m in _TOLD_OFF.finditer(folded):
        end = _name(text, lower, m.end())
        if end is None or not _ENDS_POST.match(lower, end) or not _ANIMAL_DOES.search(lower, 0, m.start()):
            continue
        word = lower[m.end() : end]
        kindly = m[0].startswith(("behave", "pack")) or "lucky" in m[0]
        listed = word in pet_names() or first_names().get(word) is False
        if listed or (kindly and not (word in FICTION or word in places() or " " in word)):
            yield m.end(), end, _TOLD_OFF.confidence


def _listed_word(lower: str, start: int) -> bool:
    word = re.compile(r"[\w-]+").match(lower, start)
    return word is not None and word[0] in first_names()


_OF_THE_VET = saying("pets.of_the_vet")


def _seen(lower: str, at: int) -> bool:
    return _SCENE.search(lower, max(0, at - 110), at + 130) is not None


def _alone(text: str, lower: str, m: re.Match[str]) -> Iterator[Pet]:
    """A name that people or animals have, at the head of its sentence or after a small word."""
    start = m.start("name")
    end = _name(text, lower, start)
    if (
        end is None
        or not _listed(lower, start, end)
        or _capital_before(text, start)
        or lower[start:end] in FICTION
    ):
        return
    yield start, end, 0.65


def _said_after(text: str, m: re.Match[str], tie: Cue) -> Iterator[Pet]:
    """ "Reggie the sausage dog": the name comes first, the animal stands in small letters."""
    lower = m.string
    start = m.start("name")
    if not text[m.start("kind") : m.end("kind")].islower() and not text.isupper():
        return
    if m["kind"].split()[0] in ("a", "most", "best", "only", "same", "biggest", "smallest"):
        return
    for at in (start, start + m["name"].find(" ") + 1):
        end = _name(text, lower, at)
        if lower[at:end] in FICTION or _does(lower, at, end):
            continue
        if end == m.end("name") and not _capital_before(text, at):
            yield at, end, tie.confidence
            return


def _does(lower: str, start: int, end: int | None) -> bool:
    """True for "Take the dog" and "Walked our dog", where the capital only opens a sentence."""
    word = lower[start:end]
    return word in _VERBS or (word not in pet_names() and word.endswith(("ed", "ing", "ot", "as")))


def _capital_before(text: str, start: int) -> bool:
    before = re.search(r"([A-Z][\w'.]*) $", text[max(0, start - 20) : start])
    return before is not None and before[1].casefold() not in NEVER_NAMES


def _list(text: str, lower: str, at: int, sure: float, *, listed: bool = False) -> Iterator[Pet]:
    for _ in range(4):
        end = _name(text, lower, at)
        if end is None or (listed and (not _listed(lower, at, end) or lower[at:end] in FICTION)):
            return
        yield at, end, sure
        gap = _NEXT.match(text, end)
        if gap is None:
            return
        at, listed = gap.end(), listed or not gap[0].strip().startswith(("and", "&"))


def _listed(lower: str, start: int, end: int) -> bool:
    word = lower[start:end]
    return word in pet_names() or (first_names().get(word) is False and word not in places())


def _name(text: str, lower: str, at: int) -> int | None:
    """End of a capitalised name of one word, or of two where the first is a title or the second a name too."""
    if not capitalised(text, at) or _STREET.match(text, at):
        return None
    titled = _TITLE.match(lower, at)
    most = 2 if titled else 2 if not text.isupper() else 1
    end = run_end(text, at, most)
    if lower.endswith("'s", at, end):
        end -= 2
    words = lower[at:end].split()
    if not words or end - at < 2 or any(letter.isdigit() for letter in words[0]):
        return None
    if text[at:end].isupper() and lower[at:end] not in pet_names():
        return None
    head = words[0].removesuffix("'s")
    if not titled and (head in NEVER_NAMES or head in _NOT_PETS):
        return None
    return None if words[-1] in _NOT_PETS else end
