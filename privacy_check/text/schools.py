"""What names of schools and universities look like, with and without capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.text.cues import cue, late, word_set
from privacy_check.text.fold import Folded
from privacy_check.text.kin import RULES
from privacy_check.text.runs import capitalised, run_end
from privacy_check.text.sayings import cue_of, listed, piece
from privacy_check.text.vocabulary import DAY_WORDS, first_names, place_at

_SUFFIX = piece("schools.suffix")
_KIND_WORDS = (
    "primary junior juniors infant infants nursery middle lower upper secondary high grammar "
    "comprehensive special prep preparatory first boys girls academy jni sixth comp college school "
    "schools university uni preschool pre playgroup kindergarten montessori poly polytechnic met "
    "boy girl"
)
_WORD = r"(?:St\.|(?:[A-Z]\.)+|[^\W\d_][\w'&-]*|&)"
_NAMED = cue_of("schools.named", KIND_WORDS=_KIND_WORDS, SUFFIX=_SUFFIX, WORD=_WORD)
_OF = cue_of("schools.of")
_WELSH = cue_of("schools.welsh")
# Names of estates and villages end so, and schools are called after them; "local", "private" and "art" do not.
_NAME_LIKE = piece("schools.name_like")
_SMALL = cue_of("schools.small", KIND_WORDS=_KIND_WORDS, NAME_LIKE=_NAME_LIKE)
EMPTY = listed("schools.empty")
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
        joiner = _JOINER.match(lower, last)
        begin = m.start() if m.start() >= last or joiner is None else joiner.end()
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
    "aberdeen,aberystwyth,bangor,bath,bath "
    "spa,birmingham,bournemouth,bradford,brighton,bristol,brunel,cambridge,canterbury,cardiff,chest"
    "er,chichester,coventry,derby,de montfort,dundee,durham,east anglia,edge "
    "hill,edinburgh,abertay,aston,cranfield,city,queen margaret,robert gordon,napier,edinburgh "
    "napier,glasgow caley,glasgow caledonian,caledonian,uws,bolton,cumbria,suffolk,buckingham,bucks"
    ",solent,hertford,anglia ruskin,aru,lsbu,uel,ual,open uni,leeds trinity,birmingham "
    "city,bcu,canterbury christ church,bishop grosseteste,wrexham,glyndwr,trinity saint "
    "david,uwtsd,royal agricultural,rada,rncm,lamda,central saint martins,st "
    "george's,birkbeck,lipa,harper,st "
    "john's,magdalen,essex,exeter,falmouth,glasgow,gloucestershire,goldsmiths,greenwich,harper "
    "adams,heriot watt,heriot-watt,hertfordshire,huddersfield,hull,imperial,keele,kent,king's,kings"
    ",kingston,lancaster,leeds,leeds beckett,leicester,lincoln,liverpool,liverpool "
    "hope,ljmu,loughborough,lse,manchester,manchester "
    "met,mmu,middlesex,newcastle,northampton,northumbria,nottingham,nottingham trent,ntu,open "
    "university,oxford,oxford brookes,plymouth,portsmouth,queen "
    "mary,queen's,queens,reading,roehampton,royal holloway,salford,sheffield,sheffield "
    "hallam,hallam,soas,southampton,st andrews,st "
    "mary's,staffs,stirling,strathclyde,sunderland,surrey,sussex,swansea,teesside,trinity,ucl,uclan"
    ",uea,ulster,uwe,warwick,west london,westminster,winchester,wolverhampton,worcester,york,york "
    "st john",
    ",",
)
_UNI_STARTS = " ".join(sorted({re.split(r"[ '-]", name)[0] for name in _UNI_NAMES}))
_LEADS_TO = r"(?<!\w)(?:at|from|to|@|of|for|uni:|university:|studied:|\(|\U0001f393) ?$"
_UNI = cue(_UNI_STARTS, r"[a-z]+(?:[ '-][a-z]+){0,2}")
_LEAD = late(_LEADS_TO)


def universities(folded: Folded) -> Iterator[tuple[int, int]]:
    """Places of universities called by name alone after "at", "from", "to", "@" or a mortarboard: "place at
    Warwick".
    """
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
