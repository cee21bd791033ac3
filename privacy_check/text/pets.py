"""Names of somebody's own animals, read from what ties the name to an animal.

Two things make a pet's name: a word that can be a name, and a tie. A strong tie ("our whippet ...", "answers to ...",
"dog mum to ...") carries any capitalised name; a weak one (a walk, the vet, a picture of a dog) only a name that
people or animals really have.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.text.cues import Cue, cue, late, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.runs import capitalised, run_end
from privacy_check.text.vocabulary import NEVER_NAMES, first_names, pet_names, places

_KINDS = (
    "dogs? doggo pups? puppy puppies cats? kitten kitty rabbit bunny hamster goldfish fish tortoise pony horse parrot "
    "budgie cockatiel cockatoo macaw canary parakeet gecko chinchilla hedgehog hen chicken duck goat donkey gerbil rat "
    "lizard snake ferret greyhound whippet lurcher spaniel cocker springer labrador lab retriever poodle cockapoo "
    "cavapoo labradoodle terrier staffy staffie collie dachshund pug bulldog frenchie boxer beagle husky corgi westie "
    "gsd chihuahua schnauzer alsatian tabby ragdoll bengal siamese tomcat moggy moggie furbaby mutt pooch hound "
    "rottweiler rottie doberman dalmatian newfoundland malamute samoyed vizsla weimaraner pointer setter mongrel "
    "cockerpoo sprocker jackapoo maltese pomeranian shiba akita whippets ponies foal mare gelding cob budgies iguana "
    "axolotl terrapin turtle python degu rats guinea-pig lovebird pigeon rooster cockerel alpaca pet sphynx hens chickens ducks goats donkeys horses hamsters rabbits kittens gerbils tortoises parrots ferrets greyhounds spaniels labs terriers"
)
_PHRASES = (
    r"guinea pigs?|sausage dog|jack russell|german shepherd|shih tzu|fur bab(?:y|ies)|african grey|border collie|maine coon"
    r"|king charles|bearded dragon|great dane|french bulldog|saint bernard|st bernard|ginger tom|tom cat"
)
ANIMAL = rf"(?:{_PHRASES}|{'|'.join(_KINDS.replace('-', '[- ]').split())})(?![\w-])"
_KIND_WORDS = re.sub(r"[^a-z ]", "", _KINDS.replace("s?", "").replace("-", " ")) + " dogs pups cats tom"
# Words that stand in the names of animals, and those of which every such name holds one: "great" and "dane".
ANIMAL_WORDS = f"{_KIND_WORDS} guinea sausage jack german shih fur african border maine king bearded great french saint st ginger"
TELLING_WORDS = f"{_KIND_WORDS} fur russell shepherd tzu grey coon charles dragon dane bernard"
_CALLED = r"(?:,? (?:is |was |are |were )?(?:called|named|by the name of|known as|name of|name is|name's|names)|'s (?:called|named|name is|name's)| is| was|,|:| \(| -)"
# "Our whippet Gladys", "lost Staffie called Peanut", "my budgie, Colin".
_OWNED = cue(
    ANIMAL_WORDS,
    rf"(?<![\w'])(?:my|our|me|mi|his|her|first|new|two|three|four|five|family|rescue|lost|missing|found|beloved|childhood|late|adopted|[a-z]+'s)"
    rf"(?: (?!and\b|or\b|is\b|was\b|the\b)[\w'-]+){{0,3}}? (?P<kind>{ANIMAL})(?: cross| mix)?{_CALLED}? ?",
    0.85,
    before=60,
    after=50,
    also=TELLING_WORDS,
)
_CALLED_SO = cue(
    ANIMAL_WORDS,
    rf"(?<![\w'-])(?:(?:the|a|an|and|two|three|this|with) )?(?:[\w-]+ )?{ANIMAL}(?:'s|,? (?:is |was |are |were )?)(?: ?called| ?named|,? by the name of|,? (?:formerly |also |now )?known as) ",
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
_PARENT = cue(
    "dog cat fur pup bunny pet plant owned guardian staff servant slave mum mom mam dad parent mother father mama owner",
    r"(?:(?:dog|cat|fur|pup|puppy|bunny|rabbit|horse|pet|plant and cat)[ -]?(?:mum|mom|mam|mama|mummy|dad|daddy|lady|parent|owner|slave|servant|guardian|nanny)(?:,? (?:to|of|2))?(?: (?:two|three|my|the|our|\d))*[: (,-]+"
    r"|(?:mother|father|mama|mum|mom|mam|dad|parent|guardian|owner|slave|servant|staff) (?:of|to)(?: \w+)? (?:cats|dogs|pups|kittens|rabbits|guinea pigs),? "
    r"|owned by (?:an? |two |three |\d |my )?(?:\w+ )?(?:cats?|dogs?|spaniels?|terriers?|labs?|rabbits?)[ ,:(]+)",
    0.85,
    after=60,
)
_ANSWERS = cue(
    "answers answer goes responds", r"(?:answers? to|goes by|responds to)(?: the name(?: of)?)? [\"']?", 0.85
)
_HIS_NAME = cue(
    "his her its name she he",
    r"(?:(?:she|he)(?:'s| is) (?:called|named)|(?:(?:his|her|its) )?name(?:'s| is|s)) [\"']?",
    0.75,
)
_FAREWELL = cue(
    "gotcha goodbye rip r sleep rest goodnight cuddles snuggles belly treats hello meet welcome say walkies walking walked walk groomer groomers took taking feeding feed sitter vet vets adopted happy thanks good update everyone everybody walker minder anyone anybody",
    r"(?:gotcha day(?: for)?|happy gotcha day|said? goodbye to|goodbye(?: to)?|r\.?i\.?p\.?|sleep tight|rest easy|goodnight|cuddles with|snuggles with|belly rubs for|treats for|say (?:hello|hi|hiya|hey|howdy) to|(?:everyone |everybody )?meet|welcome home"
    r"|walkies with|walk(?:ed|ing)?(?: with)?|took|taking|feed(?:ing)?|(?:dog|cat|pet)?[- ]?(?:sitter|walker|minder|groomer) (?:needed |wanted )?for|(?:anyone|anybody) seen|vets? (?:with|rang,?|says?|visit for)|adopted|happy birthday|good (?:girl|boy|lad)(?: our|\?)|thanks|update:)"
    r",? (?:to |our |my |the |little |sweet |baby |beautiful |gorgeous |old |girl,? |boy,? |lad,? |man,? |best |mate |rescue |new |dear |darling |faithful |friend |pup |puppy |dog |cat )*[\"']?",
    0.7,
    after=70,
)
# An animal told off where a post about it ends: "the dog has eaten the remote. You're lucky you're cute, Biscuit".
_TOLD_OFF = cue(
    "you're youre your ur you u never behave pack hate cheers thanks sort why",
    r"(?:(?:you're|youre|your|ur|you are|u r|u are|you|u) (?:so |very |bloody |dead |just )?lucky (?:(?:you're|youre|your|ur|you are|u r|i|we) )?(?:so |are so )?(?:cute|cuddly|fluffy|gorgeous|pretty|funny|love (?:you|u|ya))|never change|behave|pack it in|hate (?:you|u|ya)|(?:cheers|thanks) for (?:that|nothing|the \w+)|sort it out|(?:you|u|ya|you're an?|ur an?) (?:absolute |total |little |fat |daft |greedy )*(?:menace|muppet|monster|beast|weirdo|idiot|pig|sod|toerag|doughnut|numpty|plonker|terror|diva)|why (?:are|r) (?:you|u) like this),? ",
    0.7,
)
_ENDS_POST = late(r"[^\w]*(?:x+[^\w]*)?$")
_ANIMAL_DOES = late(
    rf"(?:(?:^|[.!?\n] ?)(?:(?:new|wee|little|daft|stupid|bloody) )?|(?<![a-z])(?:the|my|our|me|oor|wor|ma|this|new) (?:[a-z-]+ )?){ANIMAL}(?:'s)? (?!cafes?|shows?|friendly|litter|food|heels?|groom\w+|walkers?|lovers?|people|videos?|memes?|parks?|treats?|or|and the|on the (?:telly|tv))[a-z']"
)
# Only what has four legs is taken for a walk in the rain; a child is walked home or to school.
_WALKED = cue(
    "walking walked walk walkies",
    r"(?:walking|walked|walk|walkies with)(?: (?:my|our|little|old))* (?P<name>[^\W\d_][\w-]+)(?= (?:at|in|before|after|again|twice|round|along|through|while|because|this|every|for)(?![a-z])|[.,!?]|$)",
    0.65,
)
_AFTERWARDS = cue(
    ANIMAL_WORDS,
    rf"(?<![\w'@#])(?P<name>[^\W\d_][\w'-]+(?: [^\W\d_][\w'-]+)?)(?:,? (?:the|my|our)| is (?:an?|the|my|our)) (?P<kind>(?:[\w-]+ ){{0,2}}?{ANIMAL})(?! (?:walker|fancier|lover|groomer|trainer|sitter|owner|breeder|whisperer|person|food|rescue|charity|show|park|racing|meat|soup|burger|hair)s?(?![a-z]))",
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
_GONE = cue(
    "missing",
    r"(?P<name>[^\W\d_][\w-]+)(?: is| has gone| has been| went| gone|'s gone)? missing (?:from|since)(?!\w)",
    0.75,
    before=30,
    after=16,
)
_LOST = cue(
    "lost missing found stolen",
    r"(?:lost|missing|found|stolen)(?![a-z])[^\n]{0,90}?[\"'](?P<name>[^\W\d_][\w -]{1,18})[\"']",
    0.8,
)
_ACTS = late(
    r"(?P<name>[^\W\d_][\w'-]+)(?:'s)?,? (?:(?:has |have |had |just |is |was |also |been |finally |only |did |aka )*)(?:at the vets?|to the (?:vets?|groomers?)|chipped|neutered|spayed|moulting|(?:ate|eaten|chewed|weed|stole|stolen|buried|rolled|barked|purr\w*|scratched|fetched) (?!out)|off (?:his|her) lead"
    r"|her first|his first|had (?:her|his)|turn(?:s|ed) (?:one|two|three|four|five|six|seven|eight|nine|ten|\d)|(?:is|was|looks?|did|has|had|got|goes|went|loves?|hates?|likes?|says?|thinks?|wants?|needs?|sleeps?|snores?|knows?|discovered|aka|met|found|would|will|won't|doesn't)(?!\w))"
)
_OF_A_PET = late(
    r"(?P<name>[^\W\d_][\w-]{2,12})'s (?:had|got|been|done|having|getting|first|in|at|is|new|favourite|bed|tail|paws?|walk|walkies|birthday|gotcha day|lead|collar|kennel|litter)(?!\w)"
)
_BESIDE_PICTURE = late(r"(?P<name>[^\W\d_][\w'-]+)(?: is \d+| \d+)?[.!]? ?[\U0001f400-\U0001f43f]")
_PICTURE = late(
    "[\U0001f408\U0001f415\U0001f429\U0001f431\U0001f436\U0001f43e\U0001f439\U0001f430\U0001f407\U0001f40e\U0001f434\U0001f422\U0001f426\U0001f99c\U0001f9ae\U0001f437]"
)
_SCENE_WORDS = word_set(
    ANIMAL_WORDS
    + " gotcha vet vets walkies paws pawprint woof meow purr litter kennel tail barking chipped whiskers groomer groomers rspca kittens crufts pupcake tricks kennels cattery moulting neutered spayed"
    + " treats zoomies wag microchipped poo postman squirrel squirrels"
) - word_set(
    "great african border king jack st saint french german fur maine bearded rescue ginger cob tom pointer setter pet"
)
_SCENE = late(
    rf"[\U0001f400-\U0001f43f]|(?<![\w'])(?:{ANIMAL}(?! (?:heels?|cafes?|shows?|friendly)(?![a-z]))|(?:vet|vets(?! (?:say|warn)))(?! nurse)|gotcha|walkies|paws|pawprint|woof|meow|purr|litter tray|kennels?|tail|barking|(?:micro)?chipped|whiskers|groomers?|rspca|crufts|pupcake|kittens|moulting|neutered|spayed|zoomies|agility|squirrels?)(?![\w'])"
)
# Sentences about nobody's pet in particular, races, and animals of screen and story.
_NOBODYS = late(
    r"(?<![a-z])(?:who (?:names?|calls?|on earth)|(?:name|names|calls?) (?:a|an|their|your) |never trust|imagine|what kind of|people who|someone (?:who|called|named)|if i (?:had|ever|get)|win a|giveaway|plush\w*|winner|odds|jockey|grand national|stakes|the 1?\d\.\d\d|telly|off the (?:telly|tv|ad|film|insurance)|from the (?:telly|tv|ad|film|insurance|advert)|cartoon|sitcom|film|movie|musical|episode|prime ministers?|downing|pub quiz|quiz:|called after)(?![a-z])"
)
FICTION = word_set(
    "scooby garfield snoopy lassie gromit dougal bluey bingo peppa hedwig toto gnasher santa's brian nala's mufasa bambi dumbo thumper's paddington larry bagpuss kermit mickey donald goofy pluto dobby sonic toad rupert roland shergar sootys felix's"
) | word_set("hello kitty")
_NOT_PETS = word_set(
    "bar shop supper & chips fingers cakes wellington van sitter rescue sanctuary stevens club and breed show walker walkers hotel kennels day mum dad lady person people queen king sir prince princess lord saint general stand park "
    "police crime reception officer trust home homes food fest world news hole general's insurance vet vets bed toy toys tv fm live nation street road fields dogs cats cat dog christmas easter halloween mondays mine hers theirs yours one two anyone everyone nobody spotify alexa siri"
)
_VERBS = word_set(
    "take takes walk walks feed fed bring brings brought let lets put love loves hug pet train adopt call get gets buy bought see saw meet met save find found miss watch watches hold give gave stroke wash bathe "
    "keep kept think thought has had said told need want ask like likes left leave teach taught someone who follow tell made make"
)
_TITLE = late(
    r"(?:mr|mrs|miss|ms|sir|lord|lady|princess|prince|captain|professor|chairman|doctor|dr|queen|king|major|admiral|colonel|duke|duchess|count|baron) [^\W\d_]"
)
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


_OF_THE_VET = late(
    r"(?<![\w'])(?:vets?(?! (?:say|warn|nurse))|groomers?|chipped|pupcake|puppy|pup|kennels?|jabs|crufts|gotcha)(?![\w'])"
)


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
