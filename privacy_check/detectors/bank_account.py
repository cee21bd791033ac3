"""Bank accounts: sort codes and account numbers.

Finds: a sort code beside an eight-figure account number; either one after its own name.
Misses: ranges of dates, counts, company numbers.
Why: with a name it is enough for fake direct debits and convincing calls "from the bank".
Fix: delete it; give it in private.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import cue, late
from privacy_check.text.fold import Folded

FINDS = (
    ("deposit to 09-01-27 31926819 by friday", "09-01-27"),
    ("deposit to 09-01-27 31926819 by friday", "31926819"),
    ("sort code 20 00 00", "20 00 00"),
    ("acc no: 55779911 thanks", "55779911"),
)
MISSES = (
    "data from 20-10-24 to 31-10-24, 31926819 rows",
    "company number 31926819",
    "account of 12345678 readers",
)

_PAIR = late(
    r"(?P<sort>[0-9](?<![\w./-].)[0-9](?:[-\s./–][0-9]{2}[-\s./–][0-9]{2}|[0-9]{4}))"
    r"(?P<between>[\s,;/|:&+()-]{0,3}(?:(?:and|with|a/?c|acct?|account)?\W{0,2}(?:number|num|no)?\W{0,3}))"
    r"(?P<account>[0-9]{8}|[0-9]{4}\s[0-9]{4})(?![\w]|[-./][0-9])"
)
_REVERSED = late(
    r"(?P<account>[0-9](?<![\w./-].)[0-9]{7})(?P<between>[\s,;/|:&+()-]{1,3}(?:sort\s?code|sc|s/c)?\W{0,3})"
    r"(?P<sort>[0-9]{2}-[0-9]{2}-[0-9]{2})(?![\w]|[-./][0-9])"
)
_SORT = cue(
    "sort sortcode s",
    r"(?:sort\s?code|sort|s/c)(?:\s(?:is|no|number))?[\W_]{0,3}(?P<n>[0-9]{2}[-\s./]?[0-9]{2}[-\s./]?[0-9]{2})"
    r"(?![0-9]|[-./][0-9])",
)
_ACCOUNT = cue(
    "account acct acc a",
    r"(?:acc(?:oun)?t|acc|a/c)(?:\s?(?:is|no|num|number|numb|#))*[\W_]{0,3}(?P<n>[0-9]{8}|[0-9]{4}\s[0-9]{4})"
    r"(?![\w]|[-./][0-9])",
)
_MONEY = late(
    r"(?<![a-z])(?:sort|a/?c|acct?|account|bank(?:ing)?|bacs|pay(?:ment|ing|able)?|paid|deposit|transfer|send"
    r"|details"
    r"|monzo|starling|barclays|natwest|lloyds|hsbc|santander|halifax|nationwide|tsb|revolut|owe|rent|fees?|subs"
    r"|kitty"
    r"|money|donat\w+|refund|wages|whip ?round|chip in|collection|contribut\w*)(?![a-z])|[💷💸🏦£]"
)
_COUNTED = late(
    r"\s(?:rows|people|users|records|lines|views|steps|items|entries|points|followers|readers|votes)(?![a-z])"
)


class BankAccount(BaseDetector):
    """Sort codes and account numbers."""

    name = "bank_account"
    entity_types = (EntityType.BANK_ACCOUNT,)
    triggers = Triggers(digits=6)

    def match(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        for shape in (_PAIR, _REVERSED):
            for hit in shape.finditer(lower):
                if _COUNTED.match(lower, hit.end()):
                    continue
                says = bool(_MONEY.search(lower, max(0, hit.start() - 60), min(len(lower), hit.end() + 40)))
                dashed = hit["sort"].count("-") == 2
                if says or (dashed and not hit["between"].strip(" ,/|")):
                    # Both together are one account: half of it is of no use to anybody.
                    yield _found(hit, 0, "a sort code and an account number", 0.9 if says else 0.7)
        for hit in _SORT.finditer(folded):
            yield _found(hit, "n", "a sort code", 0.8)
        for hit in _ACCOUNT.finditer(folded):
            if not _COUNTED.match(lower, hit.end()):
                yield _found(hit, "n", "a bank account number", 0.8)


def _found(hit: re.Match[str], group: str | int, why: str, sure: float) -> Match:
    return Match(EntityType.BANK_ACCOUNT, *hit.span(group), sure, why, "FIN-04")


DETECTOR = BankAccount()
