"""Job titles of people who work with the public: social workers, teachers, carers, officers, nurses, police.

Finds: a title of the writer's own ("Year 4 teacher", "I'm a foster carer", "PC with ...").
Misses: titles of other people, of characters, and thanks to a profession.
Why: a title with a town or an employer is enough to be found by a pupil, a parent or a client.
Fix: leave the job off personal accounts. Foster carers in particular are asked not to say so.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import cue, late
from privacy_check.text.fold import Folded
from privacy_check.text.runs import is_bio, pieces

FINDS = (
    ("Social worker @ Kirklees Council", "Social worker"),
    ("I'm a foster carer and proud", "foster carer"),
    ("Year 4 teacher | mostly tea", "Year 4 teacher"),
)
MISSES = (
    "my daughter's teacher is lovely",
    "thank you to every nurse tonight",
    "the police officer was kind",
)

_CORE = (
    r"social worker|foster (?:carer|mum|mam|dad|parent|family)|(?:early years |primary |secondary |supply |maths|english|science|art|music|pe|sen|year \d{1,2}|reception|nursery|infant|deputy head|assistant head|head) ?teacher|teacher(?: of [a-z]+)?|"
    r"headteacher|head of year(?: \d{1,2})?|teaching assistant|hlta|senco|learning mentor|lecturer|school governor|governor|nursery nurse|childminder|nanny|family support worker|support worker|youth worker|residential (?:care )?worker|"
    r"care (?:worker|assistant)|carer|independent reviewing officer|team manager|advanced practitioner|practice (?:lead|manager|educator)|approved mental health professional|amhp|asye|social work student|student social worker|"
    r"(?:housing|council|benefits|planning|enforcement|licensing|probation|prison|police|democratic services|environmental health|education welfare|attendance|safeguarding|communications|comms|revenues|tax|parks|trading standards|youth justice) officer|"
    r"councillor|cllr|police (?:constable|sergeant|inspector)|pcso|pc|detective|firefighter|paramedic|midwife|health visitor|(?:staff |student |school |district |community |mental health |paediatric |ward |veterinary )?nurse|ward sister|"
    r"doctor|gp|junior doctor|physio(?:therapist)?|occupational therapist|speech (?:and|&) language therapist|psychologist|counsellor|play therapist|safeguarding lead|designated safeguarding lead|dsl|lado|solicitor|barrister|magistrate|"
    r"librarian|civil servant|caretaker|school cook|dinner lady|crossing warden|bus driver|hgv driver|postie"
)
_TITLE = rf"(?:(?:senior|lead|head|principal|chief|deputy|assistant|qualified|newly qualified|trainee|student|retired|locum|agency|registered|specialist|children's|adults?'?|community) ){{0,2}}(?:{_CORE})"
_TITLE_WORDS = (
    "worker carer teacher headteacher assistant hlta senco mentor lecturer nurse officer midwife paramedic firefighter police pcso pc detective councillor cllr practitioner physio physiotherapist therapist "
    "psychologist counsellor solicitor barrister librarian caretaker driver postie governor childminder nanny foster manager dsl lado amhp visitor doctor gp magistrate servant student lead"
)
_SAID = cue(
    "i im being as work works working job training became life new role now qualified",
    rf"(?<![\w'])(?:i'm|i am|im|being|as|work(?:s|ing)? as|job as|i'm now|qualified as|training (?:to be|as)|became|life as|new job:?|role as|now)(?: (?:a|an|the|your|just a|proudly a))? (?P<title>{_TITLE})(?!s?\w)",
)
_BEFORE_WORK = cue(
    _TITLE_WORDS,
    rf"(?<![\w'])(?P<title>{_TITLE})(?= ?(?:at|@|with|for|in|,|\||based) )(?!s?\w)",
    before=60,
    after=40,
)
_PIECE_START = late(r"(?:^|[|.,•!?\n-])\s{0,2}$")
_WHOLE = late(
    rf"(?:(?:ex|retired|full time|part time|proud|mum|dad|tired|passionate|experienced|your local|by day|she/her|he/him)\W{{0,2}})?(?P<title>{_TITLE})(?!s?\w)"
)


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
