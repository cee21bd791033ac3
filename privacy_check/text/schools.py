"""What names of schools and universities look like, with and without capitals."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.text.cues import cue, late, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.kin import RULES
from privacy_check.text.runs import capitalised, run_end
from privacy_check.text.vocabulary import DAY_WORDS, first_names, place_at

_SUFFIX = (
    r"(?:(?:catholic |c of e |cofe |ce |rc |church of england |c\.e\. |r\.c\. |community |junior |infant |junior and infant |j & i |j&i |roman catholic |church |county |voluntary |free |first )*"
    r"(?:primary|junior|infants?'?|nursery|middle|lower|upper|secondary|high|grammar|comprehensive|special|prep(?:aratory)?|first|boys'?|girls'?) (?:and nursery |& nursery )?school"
    r"|(?:primary|infants?|juniors?|j&i|jni) academy|(?:catholic |c of e |cofe |ce |rc |church of england |community )*(?:primary|juniors?|infants?|nursery|secondary|grammar|academy|comprehensive|prep)"
    r"|sixth form(?: college)?|6th form(?: college)?|high|upper|comp|college|school|schools|university|uni|preschool|pre-school|playgroup|day nursery|kindergarten|montessori|poly|polytechnic|met)"
)
_KIND_WORDS = (
    "primary junior juniors infant infants nursery middle lower upper secondary high grammar comprehensive special prep preparatory first boys girls academy jni sixth "
    "comp college school schools university uni preschool pre playgroup kindergarten montessori poly polytechnic met boy girl"
)
_WORD = r"(?:St\.|(?:[A-Z]\.)+|[^\W\d_][\w'&-]*|&)"
_NAMED = cue(
    _KIND_WORDS,
    rf"(?<![\w@#-])(?P<name>{_WORD}(?: {_WORD}){{0,4}}?) (?P<kind>(?i:{_SUFFIX}))(?![\w-])(?! (?:street|road|lane|rd|wycombe|peak|court|green|park|hill|heels?|tea|speed|five|time|life|awards?|challenge|musical|run|holidays?|drive|close|avenue|barnet|tide|press|score|of (?:hard|life)|hip)(?!\w))",
    before=60,
    after=50,
    cased=True,
    need=r"(?:[A-Z][\w'.&-]*|of|and|&) $",
)
_OF = cue(
    "university uni college academy", r"(?<![\w@#])(?:university|uni|college|academy) of (?:the )?(?=[^\W\d_])"
)
_WELSH = cue(
    "ysgol coleg cylch meithrinfa bunscoil gaelscoil scoil naiscoil",
    r"(?<!\w)(?:ysgol(?: gynradd| gyfun| uwchradd)?|coleg|cylch meithrin|meithrinfa|bunscoil|gaelscoil|scoil|naíscoil|naiscoil)(?: yr?)? (?=[^\W\d_])",
)
# Names of estates and villages end so, and schools are called after them; "local", "private" and "art" do not.
_NAME_LIKE = r"(?:side|field|croft|bank|ton|ham|wood|ley|dale|hill|park|brook|bridge|stead|worth|cliffe?|ford|burn|mead|view|lea|leas|moor|ridge|bury|land|lands|chester|by|gate|hurst|shaw|thorpe|bourne|combe|don|well|wick|hall|grange|lodge|oaks?|church)"
_SMALL = cue(
    _KIND_WORDS,
    rf"(?<![\w@#-])(?:at|to|from|for|attends?|attended|left|joined) (?P<name>(?:(?:saint|st\.?|our lady|holy|sacred) [a-z'-]+(?: [a-z'-]+)?|(?:[a-z'-]+ )??[a-z'-]{{1,14}}{_NAME_LIKE})) (?P<kind>(?:catholic |c of e |rc |ce |community |junior |infant )*(?:primary|juniors?|infants?|high|secondary|grammar|academy|comp|comprehensive|college|nursery|preschool|pre-school|uni|university)(?: school| academy)?)(?![\w-])",
    before=44,
    after=24,
)
EMPTY = word_set(
    "spare lost found selling wanted anyone size cheap navy black green red blue if it's alumni alumnus alumna graduate student pupil headteacher lecturer studying studied deputy the a an my our your his her their this that local old new any every first big secondary primary junior infant high middle sunday summer night driving medical law art drama dance film music cookery "
    "ballet private public state boarding special catholic free at in to from of for and is was back after before no not love ex former went teacher day year years reception nursery school university "
    "british royal premier league open young happy good great best better whole last next same another all most both i i'm we he she it off too so very finished left started starting starts "
    "in plant garden fruit forest tree rock clown spin dog puppy ski surf swim riding beauty barber hard only really local sixth form football tennis well riding said say says aim aiming so jump knee meal grand national tech apple sky mac game exam khan umbrella super super-"
    "kids kid parents year's teaching supply teachers uni's"
)
_KINDS_SMALL = (
    "uni",
    "nursery",
    "preschool",
    "playgroup",
    "sixth form",
    "school",
    "high school",
    "primary school",
)
# With these alone a capitalised word before may be anything ("Sky High", "Meal Prep").
_SHOUTED = word_set("prep high upper comp met poly first lower middle")


_WENT = late(r"(?<!\w)(?:went(?: to)?|goes(?: to)?|go to|attended|left|at) $")
_JOINER = late(r"(?:,? and | & |, | then | / )?")


def named(folded: Folded) -> Iterator[tuple[int, int]]:
    """Places of names that say their kind: "St Wilfrid's Primary", "University of Hull", "Ysgol Bro Dinefwr"."""
    text, lower = folded.text, folded.lower
    last = 0
    for m in _NAMED.finditer(folded):
        # "Harris Academy Bromley and Queen Mary University": a town belongs to the name before it.
        begin = m.start() if m.start() >= last else last + len(_JOINER.match(lower, last)[0])  # type: ignore[index]
        start = _name_start(text, lower, begin, m.end("name")) if begin < m.end("name") else None
        if start is None:
            continue
        kind = m["kind"]
        plain = kind.casefold()
        if plain.startswith("school") and lower[start : m.end("name")].removesuffix("'s") in first_names():
            continue
        if not (kind[0].isupper() or plain in _KINDS_SMALL):
            continue
        if (
            plain in ("met", "poly", "upper", "comp")
            and place_at(lower, start) is None
            and not (plain == "comp" and _WENT.search(lower, max(0, start - 12), start))
        ):
            continue
        if plain in _SHOUTED and text[start : m.end()].isupper() and not text.isupper():
            continue
        if plain == "school" and kind[0].islower() and place_at(lower, start) is not None:
            continue
        last = _kind_end(lower, m.end())
        yield start, last
    for pattern in (_OF, _WELSH):
        for m in pattern.finditer(folded):
            end = run_end(text, m.end(), 4)
            if end > m.end() and capitalised(text, m.start()):
                yield m.start(), end


def small(folded: Folded) -> Iterator[tuple[int, int]]:
    """Places of names written without capitals: "st marys primary", "parkside juniors"."""
    for m in _SMALL.finditer(folded):
        first = m["name"].split()[0]
        if first not in EMPTY and not capitalised(folded.text, m.start("name")):
            yield m.start("name"), m.end("kind")


def _kind_end(lower: str, end: int) -> int:
    """Takes in what follows the kind: a town ("Harris Academy Bromley"), a further word ("High School")."""
    more = re.match(r" (?:school|academy|of [a-z]+|sixth form)\b", lower[end:])
    if more:
        return end + more.end()
    if lower[end : end + 1] == " ":
        place = place_at(lower, end + 1)
        if place:
            return place[0]
    return end


def _name_start(text: str, lower: str, start: int, end: int) -> int | None:
    """Where the proper name begins; None when the words before the kind are no name."""
    words = list(re.finditer(r"[^\W_][\w'.&-]*|&", text[start:end]))
    first: int | None = None
    for word in reversed(words):
        plain = word[0].casefold()
        small = (
            plain in ("of", "and", "the", "&", "on", "in", "le", "vi", "st", "for") and not word[0][0].isupper()
        )
        if word[0][0].isupper() and (
            plain not in EMPTY
            or (plain in ("the", "king", "queen", "royal", "holy", "british") and first is not None)
        ):
            first = start + word.start()
        elif (
            (small and first is not None)
            or (
                word[0][0].isupper()
                and plain
                in (
                    "tree",
                    "forest",
                    "sunday",
                    "garden",
                    "first",
                    "open",
                    "sixth",
                    "high",
                    "middle",
                    "fruit",
                )
            )
            or plain in ("catholic", "community", "church", "c", "e", "rc", "ce", "cofe")
            or (
                word[0][0].isupper()
                and plain in ("primary", "junior", "infant", "free", "special", "high")
                and first is None
            )
        ):
            continue
        else:
            break
    if first is None:
        return None
    name = lower[first:end]
    head = name.split()[0]
    if text.isupper() and (name.count(" ") > 1 or head in RULES):
        return None
    if lower.endswith("new ", 0, first):
        return None
    return None if head in DAY_WORDS or name in EMPTY else first


_UNI_NAMES = word_set(
    "aberdeen,aberystwyth,bangor,bath,bath spa,birmingham,bournemouth,bradford,brighton,bristol,brunel,cambridge,canterbury,cardiff,chester,chichester,coventry,derby,de montfort,dundee,durham,east anglia,edge hill,edinburgh,"
    "abertay,aston,cranfield,city,queen margaret,robert gordon,napier,edinburgh napier,glasgow caley,glasgow caledonian,caledonian,uws,bolton,cumbria,suffolk,buckingham,bucks,solent,hertford,anglia ruskin,aru,lsbu,uel,ual,open uni,leeds trinity,birmingham city,bcu,canterbury christ church,bishop grosseteste,wrexham,glyndwr,trinity saint david,uwtsd,royal agricultural,rada,rncm,lamda,central saint martins,st george's,birkbeck,lipa,harper,st john's,magdalen,essex,exeter,falmouth,glasgow,gloucestershire,goldsmiths,greenwich,harper adams,heriot watt,heriot-watt,hertfordshire,huddersfield,hull,imperial,keele,kent,king's,kings,kingston,lancaster,leeds,leeds beckett,leicester,"
    "lincoln,liverpool,liverpool hope,ljmu,loughborough,lse,manchester,manchester met,mmu,middlesex,newcastle,northampton,northumbria,nottingham,nottingham trent,ntu,open university,oxford,oxford brookes,plymouth,portsmouth,"
    "queen mary,queen's,queens,reading,roehampton,royal holloway,salford,sheffield,sheffield hallam,hallam,soas,southampton,st andrews,st mary's,staffs,stirling,strathclyde,sunderland,surrey,sussex,swansea,teesside,trinity,"
    "ucl,uclan,uea,ulster,uwe,warwick,west london,westminster,winchester,wolverhampton,worcester,york,york st john",
    ",",
)
_UNI_STARTS = " ".join(sorted({re.split(r"[ '-]", name)[0] for name in _UNI_NAMES}))
_LEADS_TO = r"(?<!\w)(?:at|from|to|@|of|for|uni:|university:|studied:|\(|\U0001f393) ?$"
_UNI = cue(_UNI_STARTS, r"[a-z]+(?:[ '-][a-z]+){0,2}")
_LEAD = late(_LEADS_TO)


def universities(folded: Folded) -> Iterator[tuple[int, int]]:
    """Places of universities called by name alone after "at", "from", "to", "@" or a mortarboard: "place at Warwick"."""
    text, lower = folded.text, folded.lower
    for m in _UNI.finditer(folded):
        if not capitalised(text, m.start()) or not _LEAD.search(lower, max(0, m.start() - 12), m.start()):
            continue
        words = m[0].split(" ")
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            if name in _UNI_NAMES:
                yield m.start(), m.start() + len(name)
                break


def is_university(name: str) -> bool:
    """True for the lower-case name of a university."""
    return name in _UNI_NAMES
