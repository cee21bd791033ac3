"""Posts that may be about a case: a client, pupil, patient or family met at work, and what happened to them.

Finds: "one of our lads" beside a shift and a court, "a family on my caseload ... taken into care", "one of my
pupils disclosed", "our placement had contact with birth mum".
Misses: one's own children, colleagues and bosses, news and television, work without a person, thanks to clients.
Why: people who know the family may recognise it, even without names.
Fix: take the post down and talk to your manager.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose
from privacy_check.model import EntityType
from privacy_check.text.cues import Cues, cue, late
from privacy_check.text.fold import Folded
from privacy_check.text.quotation import of_another

FINDS = (
    ("Late shift, then two hours in A&E with one of our lads. He is in court on Thursday.", "one of our lads"),
    ("one of my pupils disclosed something awful today, safeguarding form done", "one of my pupils"),
    ("removed three kids from a mum on my caseload tonight, heartbroken", "a mum on my caseload"),
    ("our foster placement came back from contact with birth mum in bits", "our foster placement"),
)
MISSES = (
    "one of our lads scored a hat trick, off to the pub",
    "Head office could not run a bath. There, I said it.",
    "one of my students sent me a lovely card",
    "two hours in A&E with our youngest, he is fine",
    "my clients are the best, thank you for a great year",
    "court shoes are back in fashion",
)

_WHO_AT_WORK = (
    r"(?:pupils?|students?|clients?|patients?|service users?|residents?|tenants?|cases?|families|young people|young person|"
    r"care leavers?|learners?|offenders?|prisoners?|foster (?:kids?|children|child))"
)
_WHO_LOOSE = r"(?:lads|girls|boys|kids|children|teens|teenagers|mums|dads|year \d{1,2}s?)"
_CASES = Cues(
    cue("one two some", rf"(?:one|two|some) of (?:our|my) (?P<who>{_WHO_AT_WORK}|{_WHO_LOOSE})(?!\w)", 0.5),
    cue(
        "a the this another",
        r"(?:a|the|this|another) (?:mum|mam|dad|mother|father|parent|family|child|kid|boy|girl|lad|baby|young person|toddler|"
        r"teenager|woman|man|couple)(?: \w+)? (?:on my caseload|i (?:work with|support|visited|am working with|'m working with)|on my ward|in my class|"
        r"in our care|we look after at work|i had to remove|we had to remove)(?!\w)",
        0.5,
    ),
    cue(
        "our my the",
        r"(?:our|my|the) (?:foster )?(?:placement|foster (?:child|son|daughter|boy|girl|baby|lad|little one))(?!\w)",
        0.5,
    ),
)
_WORK = late(
    r"(?<!\w)(?:shifts?|on call|on duty|at work|caseload|my ward|the unit|the office|placement|supervision|safeguarding|disclos\w+|case conference|"
    r"home visit|visit today|section 47|child protection|lac review|strategy meeting|probation|the home|sleep[- ]in|handover|tutor group|my class|contact)(?!\w)"
)
_HAPPENED = late(
    r"(?<!\w)(?:a&e|court|custody|police|arrested|missing|ran away|absconded|safeguarding|disclos\w+|abus\w+|neglect\w*|self[- ]harm\w*|overdos\w+|"
    r"section(?:ed| 47| 20)|taken into care|removed|removal|birth (?:mum|mam|mother|dad|father|family|parents)|contact|excluded|restrain\w+|kicked off|"
    r"assault\w*|bruis\w+|detained|child protection|case conference|remand\w*|evicted|suicid\w+|detox|relapsed)(?!\w)"
)
_REACH = 160


class WorkDetail(BaseDetector):
    """Hints that a post is about somebody met at work."""

    name = "work_detail"
    entity_types = (EntityType.PROFILE,)
    triggers = Triggers(
        words=frozenset(
            (
                *(
                    "caseload",
                    "placement",
                    "pupils",
                    "pupil",
                    "clients",
                    "client",
                    "patients",
                    "patient",
                    "residents",
                ),
                *(
                    "resident",
                    "tenants",
                    "tenant",
                    "lads",
                    "foster",
                    "families",
                    "learners",
                    "users",
                    "remove",
                    "ward",
                ),
                *(
                    "students",
                    "student",
                    "support",
                    "visited",
                    "care",
                    "leavers",
                    "people",
                    "class",
                    "girls",
                    "boys",
                ),
            )
        )
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        """At most one match: the words for the person, where work and what happened stand close by."""
        lower = folded.lower
        for _, found in _CASES.finditer(folded):
            begin, end = max(0, found.start() - _REACH), found.end() + _REACH
            at_work = _WORK.search(lower, begin, end) or re.search(_WHO_AT_WORK, found[0])
            if not at_work or not _HAPPENED.search(lower, begin, end):
                continue
            if of_another(lower, found.start(), found.end()):
                continue
            yield Match(
                EntityType.PROFILE, found.start(), found.end(), 0.6, "words about somebody you met at work", "WRK-01",
                Whose.OTHER,
            )  # fmt: skip
            return


DETECTOR = WorkDetail()
