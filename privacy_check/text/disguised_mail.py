"""Email addresses written so that programs should not see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.text.cues import late
from privacy_check.text.fold import Folded
from privacy_check.text.spoken import NUMBER_WORDS
from privacy_check.text.wordlist import words

Place = tuple[int, int, float]

_SPACE = r"(?:\s|<[!/a-z][^<>]{0,40}>)"
_OPEN, _CLOSE = r"[\[({<*_~|/\"'\-【《「«]{1,3}", r"[\])}>*_~|/\"'\-】》」»]{1,3}"
_AT = late(
    rf"{_SPACE}{{0,3}}{_OPEN}\s{{0,2}}(?P<wrapped>at(?:[\s-](?:sign|symbol))?|@|ät|æt|arroba"
    rf"|a)\s{{0,2}}{_CLOSE}{_SPACE}{{0,3}}|(?P<comma>,?){_SPACE}{{1,3}}(?P<word>at(?:\s(?:sign|symbol"
    rf"|the\srate(?:\sof)?))?|arroba|where),?{_SPACE}{{1,3}}"
    f"|(?P<sign>{_SPACE}{{0,3}}@{{1,3}}{_SPACE}{{0,3}})"
)
_DOT = late(
    rf"(?P<worded>{_SPACE}{{0,3}}{_OPEN}\s{{0,2}}(?:dot|d0t|punkt|punto|point|period|dt"
    rf"|\.)\s{{0,2}}{_CLOSE}{_SPACE}{{0,3}}"
    rf"|{_SPACE}{{1,3}}(?:dot|d0t|dom|dt|punkt|punto|point|period|full\sstop){_SPACE}{{1,3}}|;)"
    r"|(?P<bare>\s?\.\s?)|(?P<none>\s)"
)
_WRAPPED_A = late(r"[\[({<]\s?a\s?[\])}>]")
# Without something that could be the dot of a host name there is no address.
_HOSTLIKE = late(
    r"[.;\s(\[{<*_/\"'-](?:(?<=[a-z0-9][.;])[a-z]|(?<=[a-z0-9][^;])[\s(\[{<*_/.\"'-]{0,2}"
    r"(?:dot|d0t|dt|dom|punkt|punto|point|period|stop|com|edu|ac|co|net)(?![a-z])|(?<=\[)\.\])"
)
# "@jane see you there": a name after which nothing can be the dot of a host.
_MENTION = late(
    r"@[a-z0-9]+(?=[:,!?']|\Z|\s(?!(?:dot|d0t|dom|dt|punkt|punto|point|com|co|uk|net)(?![a-z]))[a-z]{1,20}[\s,!?]"
    r"(?!edu|ac\s|[a-z]{2,40}\s(?:edu|ac\s)))"
)
_SIGNS = late("@|_at_")
_LABEL = late(r"[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?(?:\s(?:dash|hyphen)\s[a-z0-9]{1,40}){0,2}")
_ROOMY = late(r"[a-z0-9]{1,20}(?:\s[a-z0-9]{1,20}){1,2}(?=\sdot\s)")
_SPELLED = late(r"[a-z](?:\s[a-z]){1,12}(?![\w.])")
_LONGEST_CAMPUS = 140
_SPACED_CAMPUS = late(r"[a-z0-9-]{2,40}(?:\s[a-z0-9-]{2,40}){0,2}\s(?:edu|ac\suk)(?![\w.])")
_HOST_ENDS = words(
    "com org net edu gov mil info biz name io uk ie eu ca au nz de fr es nl se dk pl jp br ac tv app dev scot "
    "wales london xyz online club email example test pt cz gr ru cn mx za fi ch coop museum sch nhs police"
)
_ALSO_WORDS = words("co me us it in be at no to so is am my site pro ai")
_MAILBOXES = words(
    "gmail googlemail hotmail outlook yahoo ymail icloud live msn aol proton protonmail pm btinternet "
    "virginmedia talktalk sky ntlworld blueyonder fastmail gmx mail tiscali zoho tutanota hey rocketmail"
)
_NOT_A_NAME = words(
    "meet look looking find us me is are was be being available visit shop buy order click more read see "
    "register apply live online here book details up out available check only work works worked working start "
    "starts stay staying stop arrive back home lunch dinner shout laugh sat based it them him her you he she "
    "they we i all now open free good great sale tickets"
)
# What happens at a faculty, and who or what is found there.
_AT_CAMPUS = words(
    "server apache nginx talk talks lecture lectures lecturer slides paper papers hosted student students phd "
    "prof professor staff fellow reader seminar workshop course courses details info website webpage homepage "
    "page site project projects group lab labs department school team study studying studied studies degree "
    "degrees teach teaching taught research job jobs post posts list lists code data source notes archive "
    "faculty members people login account email more seen held given run running class classes exam exams "
    "event events term year library campus am was were friend friends brother sister son daughter daddy mum "
    "life still once back up to"
)
_SHORT_NAME = 12
_DOTTED = late(r"[a-z0-9][._][a-z0-9]")
_GOES_ON = late(r"(?<![a-z])(?:more|further|the|our|your|this|these|latest|all|some|any)\s\Z")
_PIECE = late(r"[\w.+'-]+")
_JOINS = words("dot underscore under score full stop dash hyphen minus plus period punkt point d0t . _ -")
_SAYS_MAIL = late(
    r"(?<![a-z])(?:e-?mails?|mail|contact|write|address|reach|inbox|paypal|send|bookings?)(?![a-z])|[📧✉📩📨]"
)
_FOLLOWED = late(
    r"(?<![\w.])[\w][\w.+-]{0,40}\s{0,2}\(?\s?followed by\s{1,2}"
    r"[\"'(]{0,2}@[a-z0-9](?:[a-z0-9-]{0,40}\.){1,4}[a-z]{2,10}[\"']?"
)
_SCRIPT = late(
    r"obfuscate\(\s?['\"][a-z0-9.-]{3,60}['\"]\s?,\s?['\"][\w.+-]{1,60}['\"]\s?\)"
    r"|['\"][\w.+-]{1,40}['\"]\s?\+\s?['\"]@['\"]\s?\+\s?['\"][a-z0-9.-]{3,60}['\"]"
    r"|(?:user|name|login)\w{0,8}\s?=\s?['\"][\w.+-]{1,40}['\"][\s;,]{1,4}(?:(?:var|let|const)\s)?"
    r"\w{1,12}\s?=\s?['\"][a-z0-9.-]{1,40}\.[a-z]{2,10}['\"]"
)
_MIRRORED = late(
    r"(?<![\w@.])(?:moc|gro|ten|ude|vog|ofni|oi|ei|ku\.(?:oc|ca|gro|vog|em)|ku|ed"
    r"|rf)\.[\w.-]{1,60}@[\w.+-]{1,64}(?![\w@])"
)
_HYPHENS = late(r"(?<![\w-])(?:\w-){2,40}@-?(?:[\w.]-){3,60}\w(?![\w-])")
_DASHED = late(r"(?<![\w-])[a-z0-9_]+(?:-dot-[a-z0-9_]+){0,3}-at-[a-z0-9]+(?:-dot-[a-z0-9]+){1,4}(?![\w-])")
_LETTERS = late(r"(?<!\S)(?:[\w.+-] ){2,40}@(?: [a-z0-9.-]){4,60}(?!\S)")

_RARE = (
    (("moc.", "gro.", "ten.", "ude.", "vog.", "ofni.", "oi.", "ei.", "ku.", "ed.", "rf."), _MIRRORED),
    (("-@",), _HYPHENS),
    ((" @ ",), _LETTERS),
    (("-dot-",), _DASHED),
    (("followed by",), _FOLLOWED),
    (("obfuscate", "'@'", '"@"'), _SCRIPT),
)
_ANY_RARE = late("|".join(re.escape(sign) for signs, _ in _RARE for sign in signs))


def disguised(folded: Folded) -> Iterator[Place]:
    """Start, end and confidence (0..1) of each disguised address in folded text."""
    lower = folded.lower
    signed = "@" in lower
    for signs, shape in _RARE if _ANY_RARE.search(lower) else ():
        if (signed or shape in (_SCRIPT, _DASHED)) and any(sign in lower for sign in signs):
            yield from ((*hit.span(), 0.9) for hit in shape.finditer(lower))
    if not signed and not _HOSTLIKE.search(lower):
        return
    done = -1
    for anchor in sorted(_anchors(folded, signed)):
        if _MENTION.match(lower, anchor):
            continue
        at = _AT.search(lower, max(done, anchor - 8, 0), anchor + 14) if anchor >= done else None
        if at:
            done = at.end()
            place = _around(at, lower)
            if place:
                yield place


def _anchors(folded: Folded, signed: bool) -> Iterator[int]:
    """Where an "at" stands, in words or as a sign."""
    for word in ("at", "arroba", "where", "ät", "æt"):
        if word in folded.words:
            yield from folded.starts[word]
    if "a" in folded.words and _WRAPPED_A.search(folded.lower):
        yield from folded.starts["a"]
    if signed or "_at_" in folded.lower:
        yield from (hit.start() for hit in _SIGNS.finditer(folded.lower))


def _around(at: re.Match[str], lower: str) -> Place | None:
    roomy = at["word"] is not None and " dot " in lower[at.end() : at.end() + 50]
    host = _host(lower, at.end(), False) or (_host(lower, at.end(), True) if roomy else None)
    start = _local(lower, at.start()) if host else None
    if host is None or start is None:
        return None
    end, worded, spaced, root = host
    name = lower[start : at.start()]
    says_mail = bool(_SAYS_MAIL.search(lower, max(0, start - 40), start))
    if " " in root and " " not in name and (not says_mail or name in _NOT_A_NAME):
        return None
    if at["sign"] is not None:
        return _signed(at, name, (start, end), worded or spaced, says_mail)
    if at["comma"] and not worded:
        return None
    if at["wrapped"]:
        return None if at["wrapped"] == "a" and name in _NOT_A_NAME else (start, end, 0.9)
    if name in _NOT_A_NAME and not (says_mail and worded):
        return None
    if not says_mail and _GOES_ON.search(lower, max(0, start - 12), start):
        return None
    if at["word"] == "at" and not spaced and _campus(name, lower[at.end() : end], lower[end : end + 6]):
        return start, end, 0.7
    if worded or root in _MAILBOXES or says_mail or any(c in name for c in "._0123456789"):
        return start, end, 0.85 if worded else 0.75
    return None


def _signed(at: re.Match[str], name: str, place: tuple[int, int], dressed: bool, says_mail: bool) -> Place | None:
    """An address round a real @: only when something else hid it from the plain reading."""
    sign = at.group()
    before, _, after = sign.partition("@")
    if not before and not after and not dressed:
        # "jane dot doe@example.org": the plain reading sees the last word only.
        return (*place, 0.9) if " " in name or ")" in name else None
    lone = before.isspace() and not after and "\n" not in before
    if lone and not dressed and not (says_mail and _DOTTED.search(name)):
        return None
    if before and (name in _NOT_A_NAME or name.replace(".", "").isdigit()):
        return None
    return (*place, 0.8)


def _campus(name: str, host: str, after: str) -> bool:
    """True for "dlwh at cs.example.edu": a short word nobody else would write before a faculty's host name."""
    return (
        host.count(".") >= 2
        and (host.endswith(".edu") or host.endswith(".ac.uk"))
        and len(name) <= _SHORT_NAME
        and name not in _AT_CAMPUS
        and not after.startswith(" port")
    )


def _host(lower: str, begin: int, roomy: bool) -> tuple[int, bool, bool, str] | None:
    """End of the longest host name from `begin`, whether its dots were words, or spaces, and its first label.

    `roomy`: the name before it was spelled out, so the host may be spoken in two or three words as well.
    """
    near = lower[begin : begin + _LONGEST_CAMPUS]
    campus = _SPACED_CAMPUS.match(near) if "edu" in near or "ac" in near else None
    if campus:
        return begin + campus.end(), True, True, campus.group().split()[0]
    label = (_ROOMY.match(lower, begin) if roomy else None) or _LABEL.match(lower, begin)
    if not label:
        return None
    root, at = label.group(), label.end()
    if " " in root and root.replace(" ", "") in _MAILBOXES:
        root = root.replace(" ", "")
    best: tuple[int, bool, bool, str] | None = None
    worded = spaced = False
    for _ in range(5):
        dot = _DOT.match(lower, at)
        label = _label(dot, lower) if dot else None
        if dot is None or label is None:
            break
        name = label.group().replace(" ", "")
        if dot["none"] and not (root in _MAILBOXES and name in ("com", "co", "uk", "net")):
            break
        worded = worded or dot["worded"] is not None or dot["none"] is not None
        spaced = spaced or dot.group() not in (".", ";")
        bare = dot.group() == "."
        at = label.end()
        if name in _HOST_ENDS or (name in _ALSO_WORDS and (bare or name == "co" or root in _MAILBOXES)):
            best = (at, worded, spaced, root)
        elif dot["none"] is None and bare and best is None and len(name) < 2:
            break
    return best


def _label(dot: re.Match[str], lower: str) -> re.Match[str] | None:
    """The part of a host name behind a dot; behind a dot in words it may be spelled ("dot c o dot u k")."""
    spelled = _SPELLED.match(lower, dot.end()) if dot["worded"] else None
    if spelled and spelled.group().replace(" ", "") in _HOST_ENDS | _ALSO_WORDS:
        return spelled
    return _LABEL.match(lower, dot.end())


def _local(lower: str, end: int) -> int | None:
    """Start of the name that stands before `end`: one word, or words joined by "dot", "underscore" or spelling."""
    pieces = list(_PIECE.finditer(lower, max(0, end - 90), end))
    if not pieces or lower[pieces[-1].end() : end].strip(" )]}>*\"'"):
        return None
    index = len(pieces) - 1
    if pieces[index].group() in _JOINS or not re.search("[a-z0-9]", pieces[index].group()):
        return None
    while index:
        before = pieces[index - 1]
        gap = lower[before.end() : pieces[index].start()]
        if gap.strip(" ()[]{}<>*_~|"):
            break
        if before.group() in _JOINS:
            step = index - 2
            if step >= 0 and pieces[step].group() in ("under", "full"):
                step -= 1
            if step < 0:
                break
            index = step
        elif _spelled(pieces[index].group()) and (_spelled(before.group()) or _counts(pieces[index].group())):
            if _ends_the_spelling(pieces, index - 1) or before.group() in ("email", "address", "it's", "and"):
                break
            index -= 1
        else:
            break
    first = pieces[index]
    return first.start() + (len(first.group()) - len(first.group().lstrip(".-'+")))


def _ends_the_spelling(pieces: list[re.Match[str]], index: int) -> bool:
    """True for a word that belongs to the sentence; "i" counts as a letter where letters stand before it too."""
    word = pieces[index].group()
    if len(word) == 1 and index and (_spelled(pieces[index - 1].group()) or pieces[index - 1].group() in _JOINS):
        return False
    return word in _NOT_A_NAME


def _spelled(piece: str) -> bool:
    return len(piece) == 1 or piece in NUMBER_WORDS or piece.isdigit()


def _counts(piece: str) -> bool:
    return piece in NUMBER_WORDS or piece.isdigit()
