"""Whether a number or code stands for itself, or is part of a longer code, a path, a file's name or a decimal.

People glue what they write: "Mob-07700 900123", "tel.01632 960123", "call/text/07700900123", "M07700 900123".
A sign or a word beside a number does not make it another number; what the word says does, and so do figures
and letters mixed in the piece next to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from privacy_check.model import EntityType
from privacy_check.text.announced import announces_other, announces_own
from privacy_check.text.cues import late, word_set
from privacy_check.text.vocabulary import first_names

_CHUNK = 80
_PIECES = late(r"[^\W_]+")
_SIGNS_ALONE = late(r"[^\w/#]*\Z")
_HOST_PATH = late(r"://|\Awww\.|\A\.{0,2}/\w|\A~/|\A[a-z]:\\|\A[^\w@]{0,2}[\w-]{1,40}(?:\.[\w-]{1,40}){1,5}/")
_MAIL = late(r"\w@\w")
_QUERY = late(r"[?&]\w{1,30}=\Z")
_FILE = late(
    r"[\w@()-]{0,40}\.(?:jpe?g|png|gif|webp|heic|heif|avif|svg|bmp|tiff?|raw|psd|ico|mp[34]|m4[av]|mov|avi|mkv|wav"
    r"|pdf|docx?|xlsx?|pptx?|csv|txt"
    r"|json|xml|html?|css|js|zip|gz|tar|tgz|rar|7z|apk|exe|dmg|iso|log|bak|sql|db|eml|ics|vcf|py|sh)(?![a-z0-9])"
)
_ANOTHER = late(r"0[0-9]{10}|0[0-9]{2,4}[ -][0-9]")
_MONEY = late(r"[£$€][0-9]{1,3},\Z|(?<![0-9])0,\Z")
_HEX = late(r"[a-f]+\Z")
_GUID = late(r"(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])")
# An hour, a price in pence, a postcode: figures beside which a number may stand.
_SAID = late(r"(?<![^\W_])(?:24/7|[0-9]{1,2}(?:am|pm|hrs?|p)|(?:[a-z]{1,2}[0-9][0-9a-z]?)?[0-9][a-z]{2})\W+\Z")
_PARTED = late(r"[0-9][\s().-]{1,3}[0-9]|[0-9a-z]\s[0-9a-z]")
_PLACES = word_set("uk gb eng sco wal ni")
_AFTER = word_set(
    "call calls ring text texts txt msg message whatsapp tel mob mobile cell phone ph fax home work office "
    "ext only any ask for or and pls plz please thanks thx ta ty to if when before after anytime always now "
    "xo xox hun love cheers day eve daily evenings leave no"
)
_UNITS = word_set("kg km mm cm ml mb gb kb tb hz ghz mhz kwh px pt rpm mph st nd rd th ms sec secs hrs yrs bn")
_CODE_LETTERS = 5
_VOWELS = frozenset("aeiou")
_CODE_GOES_ON = late(r"[_-]\w|\.\d|/(?![a-z]{1,2}[0-9]{1,2}[a-z]?(?!\w))\w")
_CODE_BEFORE = late(r"(?:\w[_-]|(?<![a-z][0-9])(?<![a-z][0-9][0-9])(?<=\w)/|#)\Z")
_HALF = 4
_NATIONAL = 10


@dataclass(frozen=True, slots=True)
class Piece:
    """What is asked about: its kind, and where it stands in a text and its lower case, in folded offsets.

    `sure` where the shape alone says what it is, so that an unknown word beside it does not matter.
    """

    kind: EntityType
    text: str
    lower: str
    start: int
    end: int
    sure: bool

    @property
    def parted(self) -> bool:
        """True when it is written in groups, as people do and machines do not."""
        return _PARTED.search(self.lower, self.start, self.end) is not None


def in_something_longer(piece: Piece) -> bool:
    """True when what stands directly before or behind makes it part of something longer."""
    if piece.kind is EntityType.POSTCODE and piece.end - piece.start <= _HALF:
        return bool(
            _CODE_GOES_ON.match(piece.lower, piece.end)
            or _CODE_BEFORE.search(piece.lower, max(0, piece.start - 4), piece.start)
        )
    return not (_opens(piece) and _closes(piece))


def _opens(piece: Piece) -> bool:
    lower, start = piece.lower, piece.start
    if not start:
        return True
    glue = lower[start - 1]
    if glue.isspace():
        return True
    chunk = _chunk_before(lower, start)
    if glue.isalnum():
        return _opens_after_letters(piece, chunk)
    if glue in "£$€@%#\\":
        return (glue == "#" and announces_own(piece.kind, _last(chunk))) or (
            glue == "@" and piece.parted and piece.sure
        )
    if glue in ".," and chunk[-2:-1].isdigit():
        return glue == "," and "." not in chunk and len(_first_group(piece)) > 3 and not _MONEY.search(chunk)
    if glue not in "-_/=:~|.,&+*":
        return True
    if (glue not in "|,*" and _in_path(piece, chunk)) or (glue == "-" and _in_guid(lower, start, piece.end)):
        return False
    return _opens_after_sign(piece, chunk, glue)


def _opens_after_sign(piece: Piece, chunk: str, glue: str) -> bool:
    if _SIGNS_ALONE.match(chunk):
        return True
    word = _last(chunk)
    if announces_own(piece.kind, word):
        return True
    if not word:
        return piece.parted
    if announces_other(word):
        return False
    if glue in ",|*&+":
        return True
    if any(c.isdigit() for c in word):
        # "07700 900123/01632 960123": one number after another.
        another = word.isdigit() and len(word) >= _NATIONAL and (word[0] == "0" or "+" in chunk)
        said = piece.sure and _SAID.search(chunk) is not None
        return piece.kind is EntityType.PHONE and (piece.parted or another or said)
    if _is_code(piece, word):
        return piece.parted and piece.kind is EntityType.PHONE and piece.sure
    if glue in "_=" and not any(announces_own(piece.kind, w) for w in _PIECES.findall(chunk)):
        return piece.parted and piece.sure
    return piece.sure or (piece.parted and piece.kind is not EntityType.PHONE)


def _opens_after_letters(piece: Piece, chunk: str) -> bool:
    """Letters run into it: a label ("tel07700"), a word that is no code's, or small letters before capitals."""
    word = _last(chunk)
    if any(c.isdigit() for c in word) or _in_path(piece, chunk):
        return False
    if announces_own(piece.kind, word):
        return len(word) > 2 or chunk == word or not chunk[: -len(word)][-1:].isalnum()
    if announces_other(word) or not piece.sure:
        return False
    if piece.kind is not EntityType.PHONE:
        return piece.text[piece.start - 1].islower() and piece.text[piece.start].isupper()
    if _is_code(piece, word) or _HEX.match(word) or _wild_case(piece.text[piece.start - len(word) : piece.start]):
        return False
    return len(word) > 2


def _closes(piece: Piece) -> bool:
    lower, end = piece.lower, piece.end
    sign = lower[end : end + 1]
    if not sign or sign.isspace():
        return True
    if _FILE.match(lower, end):
        return False
    if sign.isalnum():
        return _closes_before_letters(piece)
    if sign == "." and lower[end + 1 : end + 2].isdigit():
        return _ANOTHER.match(lower, end + 1) is not None
    if sign not in "_-/=":
        return True
    word = _PIECES.match(lower, end + 1)
    if word is None:
        return True
    if word[0].isdigit() and sign in "-/":
        return piece.kind is EntityType.PHONE and (
            piece.parted or sign == "/" or _ANOTHER.match(lower, end + 1) is not None
        )
    if sign == "-" and not piece.parted and _HEX.match(word[0]) and word[0] not in first_names():
        return False
    if any(c.isdigit() for c in word[0]):
        return piece.kind is EntityType.PHONE and piece.parted
    if sign == "_" and word[0] not in _AFTER:
        return piece.parted and piece.sure
    after = piece.text[word.start() : word.end()]
    if piece.kind is not EntityType.PHONE:
        return not (after.isupper() and len(after) <= 3 and word[0] not in _PLACES)
    return True


def _closes_before_letters(piece: Piece) -> bool:
    lower, end = piece.lower, piece.end
    word = _PIECES.match(lower, end)
    after = word[0] if word else ""
    if not after or any(c.isdigit() for c in after):
        return False
    if piece.text[end - 1].isalpha():
        return piece.text[end - 1].isupper() and piece.text[end].islower()
    labels_next = len(after) == 1 and lower[end + 1 : end + 2] in (":", "=")
    if not after.strip("x") or after in _AFTER or after in first_names() or labels_next:
        return True
    if len(after) < 3 or after in _UNITS or _HEX.match(after):
        return False
    return not (piece.text[end : end + len(after)].isupper() and len(after) < _CODE_LETTERS)


def _chunk_before(lower: str, start: int) -> str:
    """What stands before `start` without a space between."""
    begin = max(0, start - _CHUNK)
    at = start
    while at > begin and not lower[at - 1].isspace():
        at -= 1
    return lower[at:start]


def _last(chunk: str) -> str:
    found = _PIECES.findall(chunk)
    return found[-1] if found else ""


def _first_group(piece: Piece) -> str:
    found = _PIECES.search(piece.lower, piece.start)
    return found[0] if found else ""


def _is_code(piece: Piece, word: str) -> bool:
    """True for a few capitals that are no word, name or country: "GBX", "PKTR"."""
    if word in first_names():
        return False
    if (
        len(word) >= _CODE_LETTERS
        or word in _PLACES
        or (len(word) == _CODE_LETTERS - 1 and not _VOWELS.isdisjoint(word))
    ):
        return False
    place = piece.lower.rfind(word, 0, piece.start)
    return piece.text[place : place + len(word)].isupper()


def _wild_case(written: str) -> bool:
    """True for "xYzQ": capitals inside a word, as in random letters."""
    return not (written.islower() or written.isupper() or written.istitle())


def _in_path(piece: Piece, chunk: str) -> bool:
    if _QUERY.search(chunk):
        return not announces_own(piece.kind, _last(chunk))
    if not piece.parted and _HOST_PATH.search(chunk) and not _MAIL.search(chunk):
        return True
    # Steps on both sides and nothing that says what it is: "media/07700900123/large".
    steps = (
        chunk.endswith("/")
        and not piece.parted
        and (piece.lower[piece.end : piece.end + 1] == "/" or len(_last(chunk)) < 3)
    )
    return steps and not any(
        len(word) > 1 and (announces_own(piece.kind, word) or word in first_names())
        for word in _PIECES.findall(chunk)
    )


def _in_guid(lower: str, start: int, end: int) -> bool:
    return _GUID.search(lower, max(0, start - 36), end + 36) is not None
