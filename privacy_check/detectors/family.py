"""Names of partners, children, parents and other relatives.

Finds: a name beside a relation word ("my husband Graham", "mum to Isla & Rory", "our Lottie starts reception"), a tagged
partner ("married to @...") and names in what only families write (a first tooth, a birth, a new uniform).
Misses: relations without a name, celebrities and their children, titles of films, greetings.
Why: a name and a relation are a second way to reach a person, and half of many security answers.
Fix: leave relatives' names out, or tell the post to a smaller circle.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose
from privacy_check.model import EntityType
from privacy_check.text.cues import cue, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.kin import ADJECTIVES, ANY_KIN, KIN_WORDS, PARTNERS, PHRASES, RULES
from privacy_check.text.runs import capitalised, is_bio, name_at, names_from
from privacy_check.text.speech import someone_elses
from privacy_check.text.vocabulary import NEVER_NAMES, first_names

FINDS = (
    ("my husband Graham has put the shelf up", "Graham"),
    ("proud mum to Isla and Rory", "Isla"),
    ("so proud of our Kayleigh, first in her class", "Kayleigh"),
    ("married to @lena.bakes since forever", "@lena.bakes"),
    ("Theo started nursery today, I cried", "Theo"),
)
MISSES = (
    "my husband thinks he can sing",
    "David Beckham's son Brooklyn is in the papers",
    "mum's the word",
    "proud of Marcus Rashford tonight",
    "my dad joke of the day",
)

_OWNED = cue(
    "my me mi our the his her a to of with new",
    rf"(my|me|mi|our|the|his|her|a|to|to be|of|with|new) {ADJECTIVES}({ANY_KIN})(?:'?s(?= name is))?(?![\w'])",
)
_BARE = cue(KIN_WORDS, rf"(?<![\w'@#.-])({ANY_KIN})(?=[ ,:(])")
_LINK = re.compile(
    r"(?:s? name is| is called| called| named| is|,|:| -| \(|\.\.\.)? ?[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f]*\s?"
)
_TO = cue(
    "mammy mamgu tadcu nain taid mum mam mom mummy mommy mama mother dad daddy papa father parent step stepmum stepdad nan nana nanna nanny gran granny grandma grandad grandpa grandparent auntie aunty aunt uncle wife wifey husband hubby sister brother godmother boy girl fiance fiancé fiancee fiancée partner girlfriend boyfriend guardian carer twin",
    r"(?:mammy|mamgu|tadcu|nain|taid|mum|mam|mom|mummy|mommy|mama|mother|dad|daddy|papa|father|parent|step-?(?:mum|dad)|nan|nana|nanna|nanny|gran|granny|grandma|grandad|grandpa|"
    r"grandparent|auntie|aunty|aunt|uncle|wife|wifey|husband|hubby|sister|brother|godmother|boy mum|girl mum|fianc[eé]e?|partner|girlfriend|boyfriend|"
    r"guardian|carer|twin)"
    r"(?: of| to|:| 2)(?: (?:two|three|four|five|six|\d|my|our|the|one|beautiful|gorgeous|lovely|little|girls|boys|kids|twins|amazing|wonderful|best)){0,4}[ ,:(-]*",
)
_COUNT_MUM = cue(
    "mum mam mom mummy dad boy girl parent nan grandma grandad",
    r"(?:mum|mam|mom|mummy|dad|boy mum|girl mum|parent|nan|grandma|grandad)(?: of| to)? ?(?:x ?\d|\d|two|three|four)\W*",
)
_MARRIED = cue(
    "married engaged hitched wed wedded relationship taken loved",
    r"(?:married|engaged|hitched|wedded|wed|in a relationship|relationship|taken|loved) (?:(?:to|2|with|by) )?(?:(?:my|me|the|this|one|beautiful|gorgeous|man|woman|lovely|amazing|best friend|wonderful) ?){0,4}",
)
_LOVE_YOU = cue(
    "to for love mr mrs i date anniversary valentine this marry marrying said my years yrs",
    r"(?:(?:to|for) my (?:mr|mrs)|love (?:you|u|ya)(?: (?:always|forever|loads|so much|to bits|millions|lots))?|(?:mrs?|i) love|date night with|anniversary|valentine|"
    r"this one|marry(?:ing)?|said yes to|my rock|years with|yrs with)[ ,:]+",
)
_BIRTHDAY = cue(
    "happy hbd",
    r"(?:happy|hbd) (?:\w{0,8} )?(?:birthday|bday|b-day|birthdayy*)? ?(?:to )?(?:(?:my|our|the|this|beautiful|gorgeous|little|wonderful|one|baby|boy|girl|man|amazing|"
    r"big|not|so|lovely|only|best|ever|most|handsome|darling|lady) ){1,6}",
)
_WELCOME = cue(
    "welcome meet introducing name we named baby",
    r"(?:welcome to the (?:world|family)|meet|introducing|name is|we've called (?:him|her)|named (?:him|her)|baby) (?:our |my |the |baby |little |new )*",
)
_LITTLE = cue(
    "our little wee baby bless",
    r"(?:our|little|wee|baby|bless) (?:little |baby |wee )?(?=[^\W\d_])",
)
_PROUD = cue(
    "proud",
    r"proud (?:of|mum|mummy|dad|daddy)(?: (?:my|our|little|this|of|you|boy|girl|one|clever|brave|big|gorgeous|amazing|moment|for))*[ ,:]+",
)
_GROWS = cue(
    "came off lost start starts started starting born turn turns turned arrived took said first passed smashed aced got is now age aged smashing loved has",
    r"(?<![\w'@#.])([^\W\d_][\w'-]{1,15}),? (?:(?:has |just |finally |officially |is |was |all )*)"
    r"(?:lost (?:a|his|her|another|the) (?:\w+ )?tooth|start(?:s|ed|ing)? (?:at )?(?:nursery|reception|school|secondary|big school|primary|year \w+|playgroup|preschool|uni|in year)"
    r"|born (?:at \d|on|in (?:\d|the (?:early|small|car|back)|hospital|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|this|today|yesterday|weighing|\d)|turn(?:s|ed)? (?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b|has arrived|arrived (?:at|on|safely|today)"
    r"|took (?:his|her) first|said (?:his|her) first|first day (?:at|of|in)|(?:passed|smashed|aced) (?:his|her)|got (?:his|her) (?:a-?levels|gcses|results|badge)"
    r"|(?:is|now) (?:\w+ )?(?:potty|teething|crawling|walking)|age[d]? \d{1,2}\b|\(\d{1,2}\)|came (?:first|second|third|last|1st|2nd|3rd)|is off to (?:uni|university|college|[a-z]+ uni|nursery|big school|cubs|brownies)|smashing it at|loved (?:his|her) first"
    r"|is (?:one|two|three|four|five|six|seven|eight|nine|ten|\d) (?:today|tomorrow|already|now))",
    0.75,
    before=34,
    after=60,
    need=r"[A-Z][\w'-]{1,15}(?:'s)?,? (?:(?:has|just|finally|officially|is|was|all) )*$",
)
_DAY_WORDS = word_set(
    "first last uniform school nursery parents parent nativity sports prom photo reception preschool year dropped drop pick picked picking collecting cuddles snuggles bath bedtime graduation graduated "
    "christening baptism birthday boots"
)
_EXAMS = re.compile(
    r"(?<!\w)(?:a[- ]?levels?|gcses?|sats|results|reception|big school|nursery|fallen asleep|asleep)(?!\w)"
)
_CHILD_BESIDE = (
    cue(
        "results levels level gcse gcses sats",
        r"(?:(?:a[- ]?level|gcse|sats|exam) results?|a[- ]?levels|gcses)[:! ]+(?P<name>[^\W\d_][\w-]+)(?= (?:a\b|a\*|b\b|got|\d|passed|smashed|all|with|has))",
        0.7,
    ),
    cue(
        "got took said won scored passed starts started lost hasn has is",
        r"(?<![\w'@#])(?P<name>[^\W\d_][\w-]{1,15})(?:'s)? (?:(?:has |just |finally |all )*)(?:got (?:all )?(?:his|her|their|all \d|straight|into|in to) ?\w*|took (?:her|his|their) first|hasn't (?:even )?packed|'?s? ?(?:has|got) (?:come home|been sick|chickenpox|nits|a temperature|tonsillitis|hand foot)|still (?:allergic|asleep)|is allergic|said yes(?!\w))",
        0.66,
        before=20,
        after=40,
        need=r"[A-Z][\w-]{1,15}(?:'s)? (?:(?:has|just|finally|still|is|hasn't|even|all) )*$",
    ),
    cue(
        "picked picking dropped dropping collected collecting fetched took taking",
        r"(?:picked|picking|dropped|dropping|collected|collecting|fetched|took|taking) (?P<name>[^\W\d_][\w-]+) (?:up|off|from|to (?:school|nursery|football|swimming|ballet|the (?:park|doctors?|dentist|vets?)))(?!\w)",
        0.66,
    ),
    cue(
        "with",
        r"(?:swimming|swim|lessons?|park|school|nursery|tea|beach|baking|crafts|soft play|cinema|cuddles|walk|bath|trampolining|ballet|gymnastics|football)(?: \w+){0,4}? with (?P<name>[^\W\d_][\w-]+)(?=[ ,.!]|$)(?! (?:united|rovers|city|the ))",
        0.62,
        before=60,
        after=24,
    ),
    cue(
        "today tomorrow",
        r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|sixteen|eighteen|twenty[- ]one) today[!. ][^\n]{0,50}?(?:my|our) (?:(?:gorgeous|beautiful|little|big|clever|lovely|amazing|baby|boy|girl|wee|darling|handsome) ){0,3}(?P<name>[^\W\d_][\w-]+)",
        0.7,
        before=14,
        after=90,
    ),
    cue(
        "day",
        r"first day (?:at|of|in|back)[^.!?\n]{0,30}? for (?:my|our) (?:(?:little|big|clever|wee|baby) )?(?P<name>[^\W\d_][\w-]+)",
        0.75,
        before=8,
        after=70,
    ),
    cue(
        "baby courtesy",
        r"(?:courtesy of|thanks to|from|with) (?:baby|little|wee) (?P<name>[^\W\d_][\w-]+)",
        0.7,
        before=24,
        after=30,
    ),
    cue("big little baby", r"(?:big|little|baby) (?:sister|brother) (?P<name>[^\W\d_][\w-]+)", 0.75),
    cue(
        "father fathers mother mothers",
        r"first (?:father|mother)'?s'? day for (?P<name>[^\W\d_][\w-]+)",
        0.7,
        before=6,
        after=40,
    ),
)
_RIP = cue(
    "rip miss lost late remembering heaven",
    rf"(?:rip|r\.i\.p\.?|miss(?:ing)?|lost|remembering|rest (?:easy|in peace)|sleep tight)(?: (?:to|you|my|our|me|dear|darling|lovely|beautiful|wonderful|late|amazing)){{0,4}} (?P<kin>{ANY_KIN})[, ]+(?P<name>[^\W\d_][\w'-]+)",
    0.75,
    after=80,
)
_KIN_TITLE = cue(
    "auntie aunty aunt uncle nana nanna nanny granny grandad gran nan nain taid mamgu cousin",
    r"(?P<kin>auntie|aunty|aunt|uncle|nana|nanna|nanny|granny|grandad|gran|nan|nain|taid|mamgu|cousin) (?P<name>[^\W\d_][\w-]+)(?!\w)",
    0.7,
)
_FIRST_DAY = re.compile(
    r"(?:first day|last day|uniform|school run|back to school|nursery|parents'? evening|nativity|sports day|prom|school photo|reception|preschool|year \d{1,2}|dropped|drop off|"
    r"pick(?:ed|ing)? up|collecting|cuddles|snuggles|bath time|bedtime|graduation|graduated|christening|baptism|first birthday|football boots)"
)
_MEANT = re.compile(r"(?:with|for|from|off|by|to|my|and|,|:|-|\.|!|\||\)|^|\?|'s|\"|at) ?$")
_IS_KIN = cue(
    "my our",
    rf"(?<![\w'@])([^\W\d_][\w'-]+) (?:is|was|and|,) (?:my|our) (?:(?:\w+ ){{0,2}})(?P<kin>{'|'.join(map(re.escape, sorted(RULES, key=len, reverse=True)))})(?!\w)",
    before=26,
    after=40,
    need=r"[A-Z][^.!?]{1,14}(?:is|was|and|,) $",
)
_AND_I = cue(
    "married engaged marrying anniversary wedding wed moved moving bought buying expecting pregnant honeymoon",
    r"(?<![\w'@])([^\W\d_][\w'-]+) (?:and|&) (?:i|me)\b[^.!?\n]{0,20}?(?:married|engaged|marrying|anniversary|wedding|wed|mov(?:ed|ing)|b(?:ought|uying)|expecting|pregnant|honeymoon)",
    before=50,
    after=20,
)
_WITH_CHILD = cue(
    "he she his her tantrum nits nap bath bedtime homework nappy potty",
    r"(?:with|for|from|of|and|off|at|by) ([^\W\d_][\w'-]+)(?:,|\.|!)? (?:he|she)(?:'s|'d| has| is| was| had) (?:\w+ ){0,3}(?:fallen|school|nursery|teeth|tooth|trampoline|asleep|poorly|sick|vomit|birthday|year|old|grown|big|cried|scored|won|passed|lost|started|nap|bed|bath|potty|temperature|chickenpox|nits)",
    before=40,
    after=70,
)
_MUMMY_OF = cue(
    "mummy daddy mama mammy nanny nana nanna grandma grandad mum dad",
    r"(?<![\w'@])([^\W\d_][\w-]+)'s (?:mummy|daddy|mama|mammy|nanny|nana|nanna|grandma|grandad|(?:mum|dad)(?=[ ,|&.!]*(?:$|\||\n|[^\x00-\x7f])))(?!\w)",
    before=24,
    after=14,
)
_TEACHER_OF = cue(
    "teacher nursery school class coach childminder homework birthday party team tutor key",
    r"(?<![\w'@])([^\W\d_][\w-]+)'s (?:teacher|nursery|school|class teacher|football coach|childminder|homework|class assembly|school play|key worker|key person|tutor|head of year|\d{1,2}(?:st|nd|rd|th) birthday)(?!\w)",
    before=24,
    after=20,
)
_BREED = re.compile(
    r"(?:jack russell|king charles|st bernard|border (?:collie|terrier)|german shepherd|great dane|bichon|yorkshire terrier)"
)
_TITLE_GOES_ON = re.compile(r"[A-Z][a-z]+ (?:[A-Z]|of the)")
_MY = cue("my", r"my (?=[^\W\d_]{3,})")
_LOVED = re.compile(
    r"(?:^|[|•·,/\n]|[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f])\s*([A-Z][a-z]+) ?[\u2764\U0001f48d\U0001f495-\U0001f49f\U0001f5a4]"
)
_POSSESSED = re.compile(r"(?:[^\W\d_]'s|s'|\bking's|queen's) (?:\w+ ){0,1}$")
_GOODS = word_set("birthday christmas day")


class Family(BaseDetector):
    """Names of relatives and partners."""

    name = "family"
    entity_types = (EntityType.FAMILY_NAME,)
    triggers = Triggers(
        words=frozenset(re.findall(r"[^\W\d_]+", " ".join(RULES)))
        | word_set(
            "half soulmate me mi results level levels gcse gcses with got packed wedded rip missing courtesy mothers fathers today allergic took said lost remembering love our little married engaged birthday bday hbd proud meet introducing welcome marry marrying anniversary "
            "turns turned started starts born tooth uniform nursery nativity cuddles arrived mummy mommy daddy mrs hubs date vows age aged "
            "reception nanna teacher childminder coach tutor my trampoline homework tantrum potty nits wedding expecting pregnant buying moved bought he she school collecting graduation christening wee bless day year smashing passed crime prom parents parent photo snuggles bath bedtime baptism boots dropped drop picking picked pick results valentine"
        ),
        parts=("\U0001f48d", "\u2764", "\U0001f495", "\U0001f499"),
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """One match per name."""
        text = folded.text
        for start, end, rule, confidence, why in _all(folded):
            if someone_elses(folded.lower, start, end) or text[start:end].casefold() in _NOT_NAMES:
                continue
            if text[start] != "@" and _full_name_of_a_stranger(text, end, confidence):
                continue
            whose = Whose.CHILD if rule == "REL-03" else Whose.FAMILY
            yield Match(EntityType.FAMILY_NAME, start, end, confidence, why, rule, whose)


_NOT_NAMES = word_set("isa kane bowie nature lord octopus")
_FAMED = word_set(
    "bob tom mary kevin buck monty sam ben bulgaria pat harry sid albert bryn vernon fester phil scar"
)
Found = tuple[int, int, str, float, str]


def _all(folded: Folded) -> Iterator[Found]:
    yield from _beside_kin(folded)
    yield from _lists(folded)
    yield from _partners(folded)
    yield from _children(folded)
    yield from _scenes(folded)


def _scenes(folded: Folded) -> Iterator[Found]:
    """Names in what is only said of one's own: exam results, "swimming with Poppy", "RIP Grandad Ken"."""
    text, lower = folded.text, folded.lower
    for pattern in _CHILD_BESIDE:
        for m in pattern.finditer(folded):
            start = m.start("name")
            end = name_at(text, start)
            if (
                end is None
                or not _known(text, start)
                or not capitalised(text, start)
                or _capital_word_before(text, start)
            ):
                continue
            yield start, _with_second_name(text, end), "REL-03", pattern.confidence, "a child's name"
    for m in _RIP.finditer(folded):
        start = m.start("name")
        if capitalised(text, start) and _known(text, start):
            end = _with_surname(text, m.end("name"))
            yield start, end, RULES.get(m["kin"], "REL-02"), 0.85, "a relative's name"
    for m in _KIN_TITLE.finditer(folded):
        start = m.start("name")
        end = name_at(text, start)
        if (
            end
            and capitalised(text, start)
            and _known(text, start)
            and lower[start:end] not in _FAMED
            and not _SURNAME.match(text, end)
            and not _POSSESSED.search(lower, max(0, m.start() - 14), m.start())
        ):
            yield m.start() if capitalised(text, m.start()) else start, end, "REL-02", 0.66, "a relative's name"


def _beside_kin(folded: Folded) -> Iterator[Found]:
    if _BARE.words.isdisjoint(folded.words):
        return
    text, lower = folded.text, folded.lower
    for m in _OWNED.finditer(folded):
        if (
            m[1] in ("the", "his", "her", "a")
            and m[2] not in PARTNERS
            and m[2] not in ("twins", "boy", "girl", "kids")
        ):
            continue
        if _POSSESSED.search(lower, max(0, m.start() - 14), m.start()) or (m[1] == "me" and m[2] not in RULES):
            continue
        yield from _named_after(text, lower, m.end(), m[2], 0.85)
    for m in _BARE.finditer(folded):
        if _POSSESSED.search(lower, max(0, m.start() - 14), m.start()) or not _MEANT.search(
            lower, max(0, m.start() - 6), m.start()
        ):
            continue
        if m[1] in (
            "boy",
            "girl",
            "child",
            "kid",
            "lad",
            "mother",
            "father",
            "mama",
            "papa",
            "babies",
            "kids",
            "lads",
        ):
            continue
        yield from _named_after(text, lower, m.end(), m[1], 0.7)


def _named_after(text: str, lower: str, at: int, kin: str, confidence: float) -> Iterator[Found]:
    link = _LINK.match(text, at)
    begin = link.end() if link else at
    if link and link[0].strip() in (",", ".", "...", "is", "-", ":") and not _known(text, begin):
        return
    rule = RULES.get(kin) or dict(PHRASES)[kin]
    if _BREED.match(lower, begin) or (not _known(text, begin) and _TITLE_GOES_ON.match(text, begin)):
        return
    for start, end in names_from(text, begin):
        yield start, _with_surname(text, end), rule, confidence, f"a name after “{kin}”"


def _known(text: str, start: int) -> bool:
    """True when a listed first name (or @handle) stands at `start`."""
    end = name_at(text, start)
    return end is not None and (
        text[start] == "@" or text[start:end].casefold() in first_names() or "-" in text[start:end]
    )


def _with_second_name(text: str, end: int) -> int:
    """Takes in a second forename ("Ottilie Grace"), never a surname."""
    follow = _SURNAME.match(text, end)
    return follow.end() if follow and follow[1].casefold() in first_names() else end


def _with_surname(text: str, end: int) -> int:
    """Takes in whatever name follows ("Ottilie Grace", "Cyril Atherton"), where a word of kinship ties it."""
    follow = _SURNAME.match(text, end)
    return follow.end() if follow and follow[1].casefold() not in NEVER_NAMES else end


def _lists(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for pattern in (_TO, _COUNT_MUM):
        for m in pattern.finditer(folded):
            head = m[0].split()[0].strip(":,")
            rule = "REL-03"
            if head in (
                "wife",
                "wifey",
                "husband",
                "hubby",
                "partner",
                "girlfriend",
                "boyfriend",
            ) or head.startswith("fianc"):
                rule = "REL-01"
            elif head in ("sister", "brother", "auntie", "aunty", "aunt", "uncle", "twin"):
                rule = "REL-02"
            begin = m.end()
            while begin < len(text) and not (text[begin].isalnum() or text[begin] == "@"):
                begin += 1
            if (
                begin - m.end() > 4
                or set(text[m.end() : begin]) & set(".!?|\n")
                or set(m[0][-3:]) & set(".!?|\n")
                or _animal(lower, m.start(), m.end())
            ):
                continue
            if not _known(text, begin) and text[m.end() - 1 : m.end()] in ".!":
                continue
            for start, end in names_from(text, begin):
                yield start, end, rule, 0.85, f"a name after “{head} to”"


def _animal(lower: str, start: int, end: int) -> bool:
    around = lower[max(0, start - 8) : end + 10]
    return any(beast in around for beast in ("dog", "cat ", "cats", " of cat", "fur", "pup", "🐶", "🐱"))


def _partners(folded: Folded) -> Iterator[Found]:
    text = folded.text
    for pattern, rule in (
        (_IS_KIN, ""),
        (_AND_I, "REL-01"),
        (_WITH_CHILD, "REL-03"),
        (_TEACHER_OF, "REL-03"),
        (_MUMMY_OF, "REL-03"),
    ):
        for m in pattern.finditer(folded):
            end = name_at(text, m.start(1))
            if end and capitalised(text, m.start(1)) and _known(text, m.start(1)):
                yield m.start(1), min(end, m.end(1)), rule or RULES[m["kin"]], 0.7, "a relative's name"
    for m in _MARRIED.finditer(folded):
        if _known(text, m.end()) or (re.search(r" (?:to|with|by) ", m[0]) and capitalised(text, m.end())):
            end = name_at(text, m.end())
            if end:
                yield m.end(), end, "REL-01", 0.85, "a name after “married to”"
    for m in _LOVE_YOU.finditer(folded):
        end = name_at(text, m.end())
        if end and _known(text, m.end()):
            yield m.end(), end, "REL-01", 0.65, "a loved one's name"


def _children(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in _MY.finditer(folded):
        end = name_at(text, m.end())
        plain = end is None or first_names().get(text[m.end() : end].casefold()) is not False
        if end and not plain and capitalised(text, m.end()) and not _SURNAME.match(text, end):
            yield m.end(), end, "REL-03", 0.6, "the name of someone close to you"
    if not text.isascii() and is_bio(text):
        for m in _LOVED.finditer(text):
            if m[1].casefold() in first_names():
                yield m.start(1), m.end(1), "REL-01", 0.65, "a loved one's name"
    for pattern, confidence in ((_BIRTHDAY, 0.7), (_LITTLE, 0.65), (_PROUD, 0.65), (_WELCOME, 0.6)):
        for m in pattern.finditer(folded):
            end = name_at(text, m.end())
            if end and pattern is _LITTLE and _full_name_of_a_stranger(text, end, 0.6):
                continue
            if end is None or not _known(text, m.end()) or text[m.end()] == "@" or _BREED.match(lower, m.end()):
                continue
            if pattern is _WELCOME and not _family_words(lower):
                continue
            yield m.end(), _with_second_name(text, end), "REL-03", confidence, "a child's name"
    yield from _growing(folded)


def _growing(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    for m in _GROWS.finditer(folded):
        end = name_at(text, m.start(1))
        if end is None or not _known(text, m.start(1)) or not capitalised(text, m.start(1)):
            continue
        if _capital_word_before(text, m.start(1)):
            continue
        end = min(end, m.end(1))
        yield m.start(1), end, "REL-03", 0.75, "a child's name"
    if len(text) < 200 and not _DAY_WORDS.isdisjoint(folded.words) and _FIRST_DAY.search(lower):
        yield from _in_school_words(folded)


def _in_school_words(folded: Folded) -> Iterator[Found]:
    text, lower = folded.text, folded.lower
    """A listed first name in a short text about a first day, a uniform, a school play."""
    known = first_names()
    for m in re.finditer(r"(?<![\w'@#])([A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?=('s)?(?:[ ,.!:)]|$))", text):
        word = m[1].casefold()
        if known.get(word) is not False or word in NEVER_NAMES:
            continue
        before, after = lower[max(0, m.start() - 14) : m.start()], text[m.end() :]
        if re.search(
            r"(?:mrs?|miss|ms|dr|sir|st|saint|king|queen|prince|princess|dame|lord|lady|the|'s|at|in) $", before
        ):
            continue
        if (
            before.endswith(" ")
            and text[m.start() - 2 : m.start() - 1].isalpha()
            and _capital_word_before(text, m.start())
        ):
            continue
        if re.match(r" (?:[A-Z]|was the best|taught|college|school|street|road)", after) and not re.match(
            r" (?:I|Year)\b", after
        ):
            continue
        yield m.start(1), m.end(1), "REL-03", 0.6, "a first name beside school or baby words"


def _capital_word_before(text: str, start: int) -> bool:
    word = re.search(r"([A-Za-z'.]+) $", text[max(0, start - 20) : start])
    return bool(word) and word[1][0].isupper() and word[1].casefold() not in NEVER_NAMES  # type: ignore[index]


def _family_words(lower: str) -> bool:
    return any(
        word in lower
        for word in ("baby", "born", "world", "family", "lb", "mum", "son", "daughter", "arriv", "wee one")
    )


_SURNAME = re.compile(r" ([A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?!\w)")


def _full_name_of_a_stranger(text: str, end: int, confidence: float) -> bool:
    """True when a weakly tied name goes on as a surname: a celebrity or a character."""
    follow = _SURNAME.match(text, end)
    if follow is None or confidence >= 0.8:
        return False
    return follow[1].casefold() not in NEVER_NAMES and follow[1].casefold() not in first_names()


DETECTOR = Family()
