"""`compare`: look-alike verdicts over profiles already in hand. No request is made."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer

from privacy_check.cli.output import put, put_json, warn
from privacy_check.cli.program import app
from privacy_check.errors import UnreadableInput
from privacy_check.sentences import say

MOST_BYTES = 200_000_000
MOST_TOLD = 5
LONGEST_NUMBER = 100  # digits


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
    found = _others(_read(candidates), candidates)
    others = [Profile.from_mapping(raw) for _, raw in found]
    verdicts = weigh(own, others)
    ordered = sorted(range(len(verdicts)), key=lambda index: order_of_worry(verdicts[index]))
    if as_json:
        rows = [
            {
                "index": found[index][0],
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
        handle = others[index].handle or say("commands.copies.no_handle")
        put(f"{handle}: {catalogue.words('verdict', verdicts[index].verdict.value)}")
        for reason in verdicts[index].reasons:
            put(f"  {reason.detail}")


def _read(path: Path) -> str:
    try:
        with path.expanduser().open("rb") as file:
            # A device never ends: no more is read than a list of profiles can be.
            raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            reason = say("commands.copies.too_large", most=MOST_BYTES // 1_000_000)
        else:
            return raw.decode("utf-8-sig")
    except FileNotFoundError:
        reason = say("commands.copies.not_there")
    except IsADirectoryError:
        reason = say("commands.copies.folder")
    except (OSError, ValueError):
        reason = say("commands.copies.not_text")
    raise UnreadableInput(f"{path} {reason}.", say("commands.start.check_name"))


def _others(text: str, path: Path) -> list[tuple[int, Mapping[str, Any]]]:
    """The profiles of a file with their places among its lines; a line that holds none is told and left out.

    Raises UnreadableInput when no line holds one.
    """
    # Only a line feed ends a line of JSON: a bio may hold other signs that end a line elsewhere.
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    found: list[tuple[int, Mapping[str, Any]]] = []
    refused: list[UnreadableInput] = []
    for index, (number, line) in enumerate(lines):
        try:
            found.append((index, _profile(line, path, number)))
        except UnreadableInput as error:
            refused.append(error)
    if refused and not found:
        raise refused[0]
    for one in refused[:MOST_TOLD]:
        warn(say("commands.copies.left_out", message=one.message))
    if len(refused) > MOST_TOLD:
        warn(say("commands.copies.more_left_out", count=len(refused) - MOST_TOLD))
    return found


def _profile(text: str, path: Path, line: int | None = None) -> Mapping[str, Any]:
    where = say("commands.copies.line", line=line, path=path) if line else str(path)
    try:
        raw = json.loads(text, parse_int=_number)
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


def _number(digits: str) -> int | float:
    """A number of any length: one that nothing could count is no reason to refuse the rest."""
    return int(digits) if len(digits) < LONGEST_NUMBER else math.inf
