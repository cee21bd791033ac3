"""`privacy-check reflect`: the private cards. It asks, takes no answer, and writes nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from privacy_check.cli.options import PACK, take_pack
from privacy_check.cli.output import put
from privacy_check.cli.program import app


@app.command(help="usage.command.reflect")
def reflect(
    pack: Path | None = PACK,
    card: str | None = typer.Option(None, "--card", metavar="ID", help="usage.option.card"),
) -> None:
    """Cards to think with, for you alone. Nothing is scored, kept or sent."""
    take_pack(pack)
    from privacy_check.reflection import cards

    wanted = (cards.card(card),) if card else cards.cards()
    if card is None and sys.stdin.isatty() and sys.stdout.isatty():
        _one_by_one()
        return
    from privacy_check.sentences import say

    put(say("reflect.private"))
    for each in wanted:
        shown = cards.worded(each)
        put(f"\n{shown.title} ({each.id})")
        for label, text in cards.rows(shown):
            put(f"  {label}: {text}" if label else f"  {text}")


def _one_by_one() -> None:
    from tui.dialogue import Back, Dialogue, Left
    from tui.plain_reflect import reflect as in_lines

    try:
        in_lines(Dialogue(input, print, input))
    except (Left, Back, EOFError):
        return
