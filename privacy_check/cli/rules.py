"""`privacy-check rules`: which readable rules there are, and which of them fire on a text."""

from __future__ import annotations

import typer

from privacy_check.cli.output import put
from privacy_check.cli.program import app
from privacy_check.errors import UsageError
from privacy_check.sentences import say


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
    from privacy_check.text.weighing import verdict, weighed

    said = fold(text).text
    fired, near = explained(kind, said), nearly(kind, said)
    why = {rule.id: rule.why for rule in rules_of(kind)}
    for name, words in fired.items():
        put("  " + say("rules.fired", rule=name, words=" ".join(words.split()), why=why[name]))
    for name, missing in near.items():
        put("  " + say("rules.nearly", rule=name, missing=missing))
    if not fired:
        put("  " + say("rules.none"))
    if weighed(kind):
        total = verdict(kind, said)
        put("  " + say("rules.weighs" if total > 0 else "rules.weighs_too_little", sum=f"{total:+.1f}"))
