"""National Insurance numbers.

Finds: two letters, six figures and a letter A to D, in any spacing; without the last letter only after "NI".
Misses: product codes, prefixes HMRC never gives out.
Why: it is a key to tax, benefits and credit in your name.
Fix: delete it; if it was public, tell HMRC.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded
from privacy_check.text.wordlist import words

FINDS = (
    ("my NI number is AB 12 34 56 C", "AB 12 34 56 C"),
    ("payslip says jk987654a", "jk987654a"),
    ("NI: QQ 12 34 56", "QQ 12 34 56"),
)
MISSES = ("product code AB123456", "GB 12 34 56 C", "flight JK 98 at 7")

_NINO = re.compile(
    r"(?P<prefix>[abceghj-prstw-zq](?<![a-z0-9].)[abceghj-nprstw-zq])(?P<n>(?:[\s.-]{0,2}[0-9o]{2}){3}"
    r"|[\s.-]{0,2}[0-9o]{3}[\s.-]"
    r"[0-9o]{3})(?:[\s.-]{0,2}(?P<suffix>[a-d]))?(?![a-z0-9])"
)
_NEVER = words("bg gb kn nk nt tn zz")
_SAYS_NI = re.compile(r"(?<![a-z])(?:ni|nino|n\.i|national ins\w*|insurance)(?![a-z])")


class Nino(BaseDetector):
    """National Insurance numbers."""

    name = "nino"
    entity_types = (EntityType.NINO,)
    triggers = Triggers(digits=4)

    def match(self, folded: Folded) -> Iterable[Match]:
        for hit in _NINO.finditer(folded.lower):
            if hit["prefix"] in _NEVER or sum(c.isdigit() for c in hit["n"]) < 4:
                continue
            says = bool(_SAYS_NI.search(folded.lower, max(0, hit.start() - 40), hit.start()))
            if hit["suffix"] or says:
                sure = 0.97 if says else 0.85
                yield Match(EntityType.NINO, *hit.span(), sure, "a National Insurance number", "PI-07")


DETECTOR = Nino()
