"""Job titles of people who work with the public: social workers, teachers, carers, officers, nurses, police.

Finds: a title of the writer's own ("Year 4 teacher", "I'm a foster carer", "PC with ...").
Misses: titles of other people, of characters, and thanks to a profession.
Why: a title with a town or an employer is enough to be found by a pupil, a parent or a client.
Fix: leave the job off personal accounts. Foster carers in particular are asked not to say so.
"""

from __future__ import annotations

from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import late
from privacy_check.text.fold import Folded
from privacy_check.text.runs import is_bio, pieces
from privacy_check.text.sayings import cue_of, piece, saying

FINDS = (
    ("Social worker @ Kirklees Council", "Social worker"),
    ("I'm a foster carer and proud", "foster carer"),
    ("Year 4 teacher | mostly tea", "Year 4 teacher"),
)
MISSES = (
    "my daughter's teacher is lovely",
    "thank you to every nurse tonight",
    "the police officer was kind",
    "Nurse came, did my bloods, went",
)

_CORE = piece("job_title.core")
_TITLE = piece("job_title.title", CORE=_CORE)
_TITLE_WORDS = (
    "worker carer teacher headteacher assistant hlta senco mentor lecturer nurse officer midwife "
    "paramedic firefighter police pcso pc detective councillor cllr practitioner physio "
    "physiotherapist therapist psychologist counsellor solicitor barrister librarian caretaker "
    "driver postie governor childminder nanny foster manager dsl lado amhp visitor doctor gp "
    "magistrate servant student lead"
)
_SAID = cue_of("job_title.said", TITLE=_TITLE)
_BEFORE_WORK = cue_of("job_title.before_work", TITLE=_TITLE, TITLE_WORDS=_TITLE_WORDS)
_PIECE_START = late(r"(?:^|[|.,•!?\n-])\s{0,2}$")
_WHOLE = saying("job_title.whole", TITLE=_TITLE)


class JobTitle(BaseDetector):
    """The writer's own job."""

    name = "job_title"
    entity_types = (EntityType.JOB_TITLE,)
    triggers = Triggers(words=frozenset(_TITLE_WORDS.split()))

    def match(self, folded: Folded) -> Iterable[Match]:
        """Titles after "I'm a", at the start of a text before "at", and in the pieces of a bio."""
        text, lower = folded.text, folded.lower
        seen: set[int] = set()
        found = [(m.start("title"), m.end("title"), 0.8) for m in _SAID.finditer(folded)]
        found += [
            (m.start("title"), m.end("title"), 0.65)
            for m in _BEFORE_WORK.finditer(folded)
            if _PIECE_START.search(lower, max(0, m.start() - 4), m.start())
        ]
        if is_bio(text):
            for start, end in pieces(text):
                m = _WHOLE.match(lower, start, end)
                if m:
                    found.append((m.start("title"), m.end("title"), 0.7))
        for start, end, confidence in found:
            if start not in seen:
                seen.add(start)
                yield Match(EntityType.JOB_TITLE, start, end, confidence, "your job title", "WRK-05")


DETECTOR = JobTitle()
