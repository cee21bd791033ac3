"""The words without which no rule of a kind can fire, derived from its patterns: no text without one is read."""

from __future__ import annotations

from privacy_check.text.patterns import parse, rarest
from privacy_check.text.rules import rules_of

_DIGITS = 2  # a pattern of numbers alone asks for a text with so many figures


def triggers_of(kind: str, needs: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...], int]:
    """Words, beginnings and the number of digits of which a text must hold one for rules of `kind` to be tried.

    Where the rules are weighed, those that `needs` names, one of which must fire, are looked for.
    """
    words: set[str] = set()
    starts: set[str] = set()
    digits = 0
    for rule in rules_of(kind):
        if needs and rule.id not in needs:
            continue
        for pattern in rule.when:
            found = rarest(parse(pattern))
            # What a pattern of shapes cannot say, what must stand beside it does.
            told = [found] if found else [rarest(parse(beside)) for beside in rule.beside]
            if not told or None in told:
                digits = _DIGITS
            for each in filter(None, told):
                words |= each[0]
                starts |= each[1]
    return frozenset(words), tuple(sorted(starts)), digits
