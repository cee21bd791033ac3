"""Told number plates: whole in any spacing or read out, and by the half that somebody gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacy_check.detectors.known.base import Check, Form, near, plain, spelled, spelled_out, twins
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import piece

VEHICLE = "your number plate"

_PLATE = r"(?:(?:number ?)?plates?|reg(?:gie|istration)?(?: number| no\.?)?|licen[cs]e plate)"
_CAR = re.compile(
    f"(?<![a-z])(?:{_PLATE}|car|van|motor|motorbike|bike|estate|hatchback|hatch|saloon|suv|4x4|mini"
    "|fiesta|corsa|golf|polo|clio|astra|focus|micra|jazz|yaris|skoda|ford|bmw|audi|vw|kia"
    r"|the (?:\w+ )?one|mine|parked|clamped|dvla|mot)(?![a-z])"
)
_STARTS = piece("known_plates.starts")
_ENDS = piece("known_plates.ends")
_MASK = r"(?:[*•✱?x_#·]{2,4}|\.{3}|…)"


def vehicle_forms(told: str) -> Iterator[Form]:
    """The plate with any spacing, letters for figures and figures for letters; its first or second half called
    so.
    """
    bare = re.sub(r"[\W_]", "", plain(told))
    if len(bare) < 4:
        return
    parts = halves(bare)
    written = re.compile(r"[\s.-]{0,3}".join(map(twins, parts)))
    loose = re.compile(r"[\s.-]{0,2}".join(map(re.escape, bare)))

    def whole(folded: Folded, start: int, end: int) -> bool:
        said = folded.lower[start:end]
        apart = len(bare) > 5 and folded.text[start:end].isupper() and loose.fullmatch(said)
        return bool(apart or written.fullmatch(said)) or spelled_out(said)

    any_gap = f"{written.pattern}|{loose.pattern}|{spelled(bare)}"
    yield _form(rf"(?<![a-z0-9])(?:{any_gap})(?![a-z0-9])", (), whole, 0.95)
    starred = r"[\s.-]{0,2}".join(f"[{re.escape(sign)}*•✱?]" for sign in bare)
    yield _form(rf"(?<![a-z0-9*]){starred}(?![a-z0-9*])", ("*", "•", "✱", "?"), _mostly_shown, 0.7)
    if len(parts) == 2 and min(map(len, parts)) > 1:
        yield from _half_forms(parts)


def _half_forms(parts: list[str]) -> Iterator[Form]:
    """One half of the plate, where the words say what it is."""
    first, last = (re.escape(part) for part in parts)
    if len(first) > 2:
        yield _form(
            rf"(?<![a-z]){_STARTS}(?P<v>{first})(?![a-z0-9]|[ -]?[a-z]{{3}}(?![a-z]))", (parts[0],), _of_a_car, 0.7
        )
        yield _form(
            rf"(?<![a-z0-9-])(?P<v>{first})(?![a-z0-9-]|[ -]?\d)",
            (parts[0],),
            _capitals_by_car,
            0.55,
        )
        yield _form(rf"(?<![a-z0-9])(?P<v>{first}[ -]?(?:{last[0]}{last[1]}?)?{_MASK})", (parts[0],), None, 0.7)
        yield _form(
            rf"(?<![a-z0-9])(?P<v>{first})(?= (?:plate|reg|number ?plate|something|blah)(?![a-z]))",
            (parts[0],),
            _capitals,
            0.65,
        )
        yield _form(
            rf"{_PLATE}(?:'s| is|:)? (?P<v>{first})(?![a-z0-9]|[ -]?[a-z0-9]{{2,4}}(?![a-z0-9]))",
            (parts[0],),
            _capitals,
            0.65,
        )
    if len(last) > 2:
        yield _form(rf"(?<![a-z0-9-])(?<!\d )(?P<v>{last})(?![a-z0-9-])", (parts[1],), _capitals_by_car, 0.55)
        yield _form(rf"(?<![a-z]){_ENDS}(?P<v>{last})(?![a-z0-9])", (parts[1],), _capitals_or_car, 0.7)
        yield _form(
            rf"(?<![a-z0-9])(?P<v>(?:[a-z]{{2}})?{_MASK}[ -]?{last})(?![a-z0-9])", (parts[1],), _capitals, 0.7
        )
        yield _form(
            rf"(?<![a-z0-9])(?<![a-z]\d\d )(?P<v>{last})(?= (?:at|on) the end|,? (?:is|are) the last (?:three"
            "|bit|half|letters))",
            (parts[1],),
            _capitals,
            0.65,
        )
    age = re.fullmatch(r"[a-z]{2}(\d\d)", parts[0])
    if age:
        yield _form(rf"(?<![\w£.:-])(?P<v>{age[1]}[ -]?(?:plate|reg))(?![a-z])", (age[1],), None, 0.6)


def halves(bare: str) -> list[str]:
    """The two parts in which a plate is read, or the plate whole."""
    if re.fullmatch(r"[a-z]{2}\d\d[a-z]{3}", bare):
        return [bare[:4], bare[4:]]
    prefix = re.fullmatch(r"([a-z]\d{1,3})([a-z]{2,3})", bare)
    if prefix:
        return [prefix[1], prefix[2]]
    dateless = re.fullmatch(r"([a-z]{1,3})(\d{1,4}[a-z]?)|(\d{1,4})([a-z]{1,3})", bare)
    return [part for part in dateless.groups() if part] if dateless else [bare]


def _form(pattern: str, needles: tuple[str, ...], check: Check | None, confidence: float) -> Form:
    return Form(
        re.compile(pattern),
        needles,
        EntityType.VEHICLE_REGISTRATION,
        "PI-11",
        VEHICLE,
        "a number plate you told us" if confidence > 0.9 else "part of a number plate you told us",
        confidence,
        check,
    )


def _capitals(folded: Folded, start: int, end: int) -> bool:
    return folded.text[start:end].isupper()


def _of_a_car(folded: Folded, start: int, end: int) -> bool:
    return _capitals(folded, start, end) or bool(_CAR.search(folded.lower, max(0, start - 40), end + 40))


def _mostly_shown(folded: Folded, start: int, end: int) -> bool:
    """One to three signs of a plate are hidden, and the others are in capitals."""
    said = re.sub(r"[\s.-]", "", folded.text[start:end])
    hidden = len(re.findall("[*•✱?]", said))
    return 0 < hidden < 4 and said == said.upper() and said[-1] != "?"


def _capitals_by_car(folded: Folded, start: int, end: int) -> bool:
    """Letters that are no word of their own beside a car or a plate, in a text that is not all in capitals."""
    around = folded.text[max(0, start - 20) : end + 20]
    if re.match(r"[ -]?[A-Z]{2,3}(?![A-Za-z])", folded.text[end : end + 5]):
        return False
    return _capitals(folded, start, end) and not around.isupper() and near(folded, start, end, _CAR, 30)


def _capitals_or_car(folded: Folded, start: int, end: int) -> bool:
    if _capitals(folded, start, end) and "letters" in folded.lower[max(0, start - 24) : start]:
        return True
    by_car = bool(_CAR.search(folded.lower, max(0, start - 40), end + 40))
    return by_car and (_capitals(folded, start, end) or bool(re.search(_PLATE, folded.lower)))
