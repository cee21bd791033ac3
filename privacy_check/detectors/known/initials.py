"""Told partners and children by their initials: "A's mum", "little Z", "hubby D", "R.P.", "F passed his test"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from privacy_check.detectors.known.base import Check, Form
from privacy_check.detectors.known.people import CHILD, LICENCE, Person, form, titled
from privacy_check.detectors.known.scene import does_something
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import piece

_CHILD_IS = (
    "wee",
    "big",
    "eldest,",
    "youngest,",
    "little",
    "lil",
    "baby",
    "babi",
    "mini",
    "our",
    "bubba",
    "toddler",
    "eldest",
    "youngest",
    "newborn",
    "my",
    "lad",
    "lass",
    "son",
    "daughter",
    "big boy",
    "big girl",
)
_PARTNER_IS = (
    "hubby",
    "husband",
    "wife",
    "wifey",
    "partner",
    "boyfriend",
    "girlfriend",
    "fiance",
    "fiancee",
    "half",
    "bf",
    "gf",
)
_PARENT = piece("known_people.parent")
_DOES = piece("known_scene.does")
_ACTS = rf"(?:has|had|{_DOES}|[a-z]{{3,}}ed)(?![a-z])"


def initial_forms(who: Person) -> Iterator[Form]:
    """Every form of one person's initial; none for "I", which is the writer."""
    one = who.given[0][0] if who.given else "i"
    if one == "i":
        return
    if who.fact == CHILD:
        pattern = rf"(?<![\w'.-]){one}(?:'s|s') {_PARENT}(?![a-z])"
        yield form(who, pattern, (f"{one}'s ", f"{one}s' "), 0.6, _starts_capital)
        turns = (
            rf"(?<![\w'.-]){one} (?:turns|turned|is) (?:\d{{1,2}}(?![\d%:.])|one|two|three|four|five|six"
            r"|seven|eight|nine|ten)(?=\s?(?:$|[.,!?])| (?:today|tomorrow|now|on|next|this|already|soon|and"
            "|in)(?![a-z]))"
        )
        yield form(who, turns, (f"{one} turn", f"{one} is"), 0.55, _starts_capital)
    else:
        couple = rf"(?<![a-z])(?:me (?:and|&|\+|n) {one}|{one} (?:and|&|\+) (?:me|i))(?![\w.'&-]| ?& ?[a-z])"
        yield form(
            who,
            couple,
            (
                f"me and {one}",
                f"me & {one}",
                f"me + {one}",
                f"me n {one}",
                f"{one} and ",
                f"{one} & ",
                f"{one} + ",
            ),
            0.55,
            _one_capital(one),
        )
        if who.family:
            titled = rf"(?<![a-z])(?:mr|mrs|ms|mx) {who.family[-1][0]}(?![\w.'-]|'s)"
            yield form(who, titled, ("mr ", "mrs ", "ms ", "mx "), 0.5, _titled_initial)
    yield from _dotted(who)
    yield form(who, rf"(?<![\w'.&-]){one} {_ACTS}", (f"{one} ",), 0.5, _acts_alone)
    yield form(who, rf"(?<![a-z])my {one}(?= {_ACTS})", (f"my {one} ",), 0.5, _ends_capital)
    called = _CHILD_IS if who.fact == CHILD else _PARTNER_IS
    pattern = rf"(?<![a-z])(?P<v>(?:{'|'.join(called)}) {one})(?![\w.'-])"
    yield form(who, pattern, tuple(f"{word} {one}" for word in called), 0.55, _ends_capital)


def sibling_forms(children: Sequence[Person]) -> Iterator[Form]:
    """ "F and C are home": the initials of two children together."""
    ones = sorted({child.given[0][0] for child in children if child.given})
    pairs = [(a, b) for a in ones for b in ones if a != b]
    for who in [child for child in children if child.given][:1] if pairs else ():
        said = "|".join(rf"{a} (?:and|&|\+|n) {b}" for a, b in pairs)
        yield form(who, rf"(?<![\w'.&-])(?:{said})(?![\w'.&-])(?! apply)", (), 0.5, _both_capitals)


def _both_capitals(folded: Folded, start: int, end: int) -> bool:
    return folded.text[start].isupper() and folded.text[end - 1].isupper()


def _dotted(who: Person) -> Iterator[Form]:
    """ "R.P. has shrunk my cardigan": the initials of the given name and of a surname of the family."""
    families = {name[0] for name in who.own if name}
    if families:
        pattern = rf"(?<![\w.@-]){who.given[0][0]}\.\s?(?:{'|'.join(sorted(families))})\.(?!\w|\s?[a-z]\.)"
        yield form(who, pattern, (f"{who.given[0][0]}.",), 0.55, _initials_alone)


def _initials_alone(folded: Folded, start: int, end: int) -> bool:
    """Not "R.P. McMurphy", "Dr R.P.", or how somebody speaks."""
    before, after = folded.text[max(0, start - 20) : start], folded.text[end : end + 12]
    spoken = re.search(r"(?<![a-z])(?:received|pronunciation|accent|speaks?|english)(?![a-z])", folded.lower)
    return folded.text[start].isupper() and not (
        spoken or re.match(r" [A-Z][a-z]", after) or re.search(r"[A-Z][a-z]+\.? $", before)
    )


def _acts_alone(folded: Folded, start: int, end: int) -> bool:
    """A letter that opens a sentence and does what people do: "F passed his test"."""
    return folded.text[start].isupper() and does_something(folded, start, start + 1)


def _starts_capital(folded: Folded, start: int, end: int) -> bool:
    return folded.text[start].isupper()


def _titled_initial(folded: Folded, start: int, end: int) -> bool:
    """ "Mr R" but not "Mr R Kemp"."""
    return _ends_capital(folded, start, end) and titled(folded, start, end)


def _one_capital(one: str) -> Check:
    """The initial is written as one, in a text that is not all in capitals."""

    def check(folded: Folded, start: int, end: int) -> bool:
        words = folded.text[start:end].split()
        return one.upper() in (words[0], words[-1]) and not folded.text[start:end].isupper()

    return check


def _ends_capital(folded: Folded, start: int, end: int) -> bool:
    if folded.lower.startswith("big ", start) and folded.lower[max(0, start - 4) : start] == "the ":
        return False  # "the big C" is an illness
    return (
        folded.text[end - 1].isupper()
        and not folded.text[start:end].isupper()
        and not LICENCE.match(folded.text, end)
    )
