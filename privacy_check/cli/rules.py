"""`privacy-check rules`: which readable rules there are, and which of them fire on a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from privacy_check.cli.output import put
from privacy_check.cli.program import app
from privacy_check.errors import UsageError
from privacy_check.sentences import say

if TYPE_CHECKING:
    from privacy_check.text.fold import Folded


@app.command(help="usage.command.rules")
def rules(
    explain: str | None = typer.Option(None, "--explain", metavar="TEXT", help="usage.option.explain"),
    kind: str | None = typer.Argument(None, metavar="[KIND]", help="usage.option.rules_kind"),
) -> None:
    """The rules that read words, and which of them fire on a text."""
    from privacy_check.text import rules as language

    kinds = language.kinds()
    if kind is not None and kind not in kinds:
        raise UsageError(say("rules.no_such_kind", kind=kind), say("rules.kinds", kinds=", ".join(kinds)))
    for each in (kind,) if kind else kinds:
        put(say("rules.of_kind", kind=each, count=len(language.rules_of(each))))
        if explain is None:
            for rule in language.rules_of(each):
                put(f"  {rule.id}: {rule.why}")
        else:
            _explain(each, explain)


def _explain(kind: str, text: str) -> None:
    from privacy_check.text.fold import fold
    from privacy_check.text.rules import explained, nearly, rules_of
    from privacy_check.text.weighing import heaviest_words, verdict, weighed

    folded = fold(text)
    said = folded.text
    fired, near = explained(kind, said), nearly(kind, said)
    why = {rule.id: rule.why for rule in rules_of(kind)}
    for name, there in fired.items():
        put("  " + say("rules.fired", rule=name, words=" ".join(there.split()), why=why[name]))
    for name, missing in near.items():
        put("  " + say("rules.nearly", rule=name, missing=missing))
    if not fired:
        put("  " + say("rules.none"))
    if weighed(kind):
        words = heaviest_words(kind, folded.words)
        if words:
            put("  " + say("rules.words_that_count", words=", ".join(words)))
        total, told = verdict(kind, said), _told(kind, folded)
        name = "rules.weighs_too_little" if not told else "rules.weighs" if total > 0 else "rules.said_plainly"
        put("  " + say(name, sum=f"{total:+.1f}"))


def _told(kind: str, folded: Folded) -> bool:
    """True when the detector of a kind finds something in the text."""
    from privacy_check.detectors.engine import all_detectors

    return any(any(each.match(folded)) for each in all_detectors() if getattr(each, "kind", "") == kind)
