"""`compare`: look-alike verdicts over profiles already in hand. No request is made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer

from privacy_check.cli.output import put, put_json
from privacy_check.cli.program import app
from privacy_check.errors import UnreadableInput
from privacy_check.sentences import say


@app.command(help="usage.command.compare")
def compare(
    me: Path = typer.Argument(..., metavar="ME.json", help="usage.option.own_profile"),
    candidates: Path = typer.Argument(..., metavar="CANDIDATES.jsonl", help="usage.option.candidates"),
    as_json: bool = typer.Option(False, "--json", help="usage.option.json"),
) -> None:
    """Say which profiles may be copies of yours, and why. No request is made."""
    from privacy_check import catalogue
    from privacy_check.lookalikes.profile import Profile
    from privacy_check.lookalikes.verdict import compare as weigh
    from privacy_check.lookalikes.verdict import order_of_worry

    own = Profile.from_mapping(_profile(_read(me), me))
    # Only a line feed ends a line of JSON: a bio may hold other signs that end a line elsewhere.
    lines = [(number, line) for number, line in enumerate(_read(candidates).split("\n"), 1) if line.strip()]
    others = [Profile.from_mapping(_profile(line, candidates, number)) for number, line in lines]
    verdicts = weigh(own, others)
    ordered = sorted(range(len(verdicts)), key=lambda index: order_of_worry(verdicts[index]))
    if as_json:
        rows = [
            {
                "index": index,
                "verdict": verdicts[index].verdict.value,
                "score": verdicts[index].score,
                "reasons": [{"element": r.element, "detail": r.detail} for r in verdicts[index].reasons],
            }
            for index in ordered
        ]
        put_json({"candidates": rows})
        return
    if not others:
        put(say("commands.copies.none"))
    for index in ordered:
        found = verdicts[index]
        handle = others[index].handle or say("commands.copies.no_handle")
        put(f"{handle}: {catalogue.words('verdict', found.verdict.value)}")
        for reason in found.reasons:
            put(f"  {reason.detail}")


def _read(path: Path) -> str:
    try:
        return path.expanduser().read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = (
            say("commands.copies.not_there")
            if isinstance(error, FileNotFoundError)
            else say("commands.copies.not_text")
        )
        raise UnreadableInput(f"{path} {reason}.", say("commands.start.check_name")) from None


def _profile(text: str, path: Path, line: int | None = None) -> Mapping[str, Any]:
    where = say("commands.copies.line", line=line, path=path) if line else str(path)
    try:
        raw = json.loads(text)
    except RecursionError:
        raise UnreadableInput(say("commands.copies.endless", where=where), say("commands.copies.shape")) from None
    except ValueError:
        raise UnreadableInput(say("commands.copies.not_json", where=where), say("commands.copies.shape")) from None
    if not isinstance(raw, dict):
        raise UnreadableInput(say("commands.copies.not_profile", where=where), say("commands.copies.shape"))
    avatar = raw.get("avatar")
    if isinstance(avatar, str) and avatar and not Path(avatar).is_absolute():
        raw["avatar"] = str(path.expanduser().parent / avatar)
    return raw
