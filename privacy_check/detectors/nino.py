"""National Insurance numbers.

Finds: two letters, six figures and a letter A to D, in any spacing; without the last letter only after "NI".
Misses: product codes, prefixes HMRC never gives out.
Why: it is a key to tax, benefits and credit in your name.
Fix: delete it; if it was public, tell HMRC.
"""

from __future__ import annotations

from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import late
from privacy_check.text.fold import Folded
from privacy_check.text.wordlist import words

FINDS = (
    ("my NI number is AB 12 34 56 C", "AB 12 34 56 C"),
    ("payslip says jk987654a", "jk987654a"),
    ("NI: QQ 12 34 56", "QQ 12 34 56"),
    ("national insurance? Y K 1 2 1 2 1 2 D", "Y K 1 2 1 2 1 2 D"),
)
MISSES = ("product code AB123456", "GB 12 34 56 C", "flight JK 98 at 7")

# From the figures, which are rarer than letters, and then back to the two letters.
_FIGURES = late(
    r"[0-9](?:[0-9o](?:[\s.-]{0,2}[0-9o]{2}){2}"
    r"|[0-9o]{2}[\s.-][0-9o]{3})(?:[\s.-]{0,2}(?P<suffix>[a-d]))?(?![0-9])"
)
_LETTER_BY_LETTER = late(r"(?<![\w.])[a-z][ .-][a-z](?:[ .-][0-9]){6}(?:[ .-][a-d])?(?!\w)")
_PREFIX = late(r"(?<![0-9])(?P<letters>[abceghj-prstw-zq][abceghj-nprstw-zq])[\s.-]{0,2}\Z")
_NEVER = words("bg gb kn nk nt tn zz")
_SAYS_NI = late(r"(?<![a-z])(?:ni|nino|n\.i|national ins\w*|insurance)(?![a-z])")


class Nino(BaseDetector):
    """National Insurance numbers."""

    name = "nino"
    entity_types = (EntityType.NINO,)
    triggers = Triggers(digits=4)

    def match(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        for hit in _FIGURES.finditer(lower):
            prefix = _PREFIX.search(lower, max(0, hit.start() - 5), hit.start())
            if prefix is None or prefix["letters"] in _NEVER or sum(map(str.isdigit, hit.group())) < 4:
                continue
            says = bool(_SAYS_NI.search(lower, max(0, prefix.start() - 40), prefix.start()))
            if hit["suffix"] or says:
                sure = 0.97 if says else 0.85
                yield Match(
                    EntityType.NINO, prefix.start(), hit.end(), sure, "a National Insurance number", "PI-07"
                )
        for hit in _LETTER_BY_LETTER.finditer(lower) if folded.digits >= 6 else ():
            if _SAYS_NI.search(lower, max(0, hit.start() - 40), hit.start()):
                yield Match(EntityType.NINO, *hit.span(), 0.9, "a National Insurance number", "PI-07")


DETECTOR = Nino()
