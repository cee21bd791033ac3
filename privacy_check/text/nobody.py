"""Which kinds of finding are nobody's where a sentence tells of a story, a star, the news, an advert or a wish."""

from __future__ import annotations

from privacy_check.model import EntityType
from privacy_check.text.scenes import (
    Scene,
    a_day_remembered,
    denied,
    in_invented_home,
    only_dreamt,
    told,
)
from privacy_check.text.titles import in_a_title

_T = EntityType
_WHERE = frozenset({_T.ADDRESS, _T.LOCATION, _T.POSTCODE})
_AGES = frozenset({_T.AGE, _T.BIRTH_DATE, _T.BIRTH_YEAR, _T.PROFILE})
LIFE = (
    _WHERE
    | _AGES
    | {
        _T.EMPLOYER,
        _T.SCHOOL,
        _T.FAMILY_NAME,
        _T.SECURITY_ANSWER,
        _T.ABSENCE,
        _T.ROUTINE,
        _T.JOB_TITLE,
    }
)
_SCENES: dict[Scene, frozenset[EntityType]] = {
    Scene.FICTION: LIFE,
    Scene.HISTORY: LIFE - {_T.ABSENCE, _T.ROUTINE},
    Scene.STAR: LIFE - {_T.JOB_TITLE},
    Scene.THIRD: _AGES | {_T.LOCATION, _T.SCHOOL, _T.SECURITY_ANSWER, _T.FAMILY_NAME},
    Scene.NEWS: LIFE,
    Scene.SCHOOL_NEWS: frozenset({_T.SCHOOL, _T.ADDRESS}),
    Scene.ADVERT: _WHERE | {_T.EMPLOYER, _T.SCHOOL, _T.JOB_TITLE, _T.ROUTINE},
    Scene.TIMETABLE: frozenset({_T.ROUTINE}),
    Scene.VENUE: _WHERE,
    Scene.EVENT: _WHERE | {_T.ROUTINE, _T.EMPLOYER},
    Scene.QUIZ: LIFE,
}
_TITLED = LIFE - _WHERE - {_T.ABSENCE, _T.ROUTINE} | {_T.LOCATION}
_DREAMT = _WHERE | {_T.ABSENCE, _T.EMPLOYER, _T.ROUTINE, _T.SCHOOL}


def of_nobody(kind: EntityType, lower: str, text: str, start: int, end: int) -> bool:
    """True when `start`..`end` of folded text is a fact about nobody here, though it has the shape of one."""
    if any(kind in _SCENES[scene] for scene in told(lower, text, start, end)):
        return True
    if kind in _WHERE and in_invented_home(lower, start, end):
        return True
    if kind in _DREAMT and only_dreamt(lower, start, end):
        return True
    if kind in _TITLED and in_a_title(text, lower, start, end):
        return True
    return denied(lower, start, end) or (kind is _T.LOCATION and a_day_remembered(lower, start, end))
