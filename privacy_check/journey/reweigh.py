"""A check weighed anew after an answer to one of the few questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from privacy_check.assessment import answers
from privacy_check.assessment.reweigh import weighed_again
from privacy_check.model import Assessment
from privacy_check.subject import AboutMe


def answered_anew(old: Assessment, about: AboutMe | None, replies: Mapping[str, str]) -> Assessment:
    """The same check with these answers to the few questions in place of those given before."""
    asked = {question for question, _ in answers.questions()}
    left = tuple(item for item in old.not_checked if item not in asked)
    seen = tuple(item for item in old.findings if item.field != answers.FIELD)
    return weighed_again(
        replace(old, findings=(*seen, *answers.findings(replies))),
        about,
        not_checked=(*left, *answers.not_checked(replies)),
    )
