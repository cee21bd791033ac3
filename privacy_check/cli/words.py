"""`privacy-check text`: check words before posting them."""

from __future__ import annotations

import codecs
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from privacy_check.cli.options import ABOUT, FAIL_ON, JSON, REVEAL, about_from, level
from privacy_check.cli.output import code_for, put, put_json, say
from privacy_check.cli.program import app
from privacy_check.errors import UnreadableInput, UsageError
from privacy_check.sentences import say as sentence

if TYPE_CHECKING:
    from privacy_check.model import Finding
    from privacy_check.subject import AboutMe

MOST_BYTES = 50_000_000


@app.command(help="usage.command.text")
def text(
    file: str = typer.Argument("-", metavar="[FILE|-]", help="usage.option.words"),
    jsonl: bool = typer.Option(False, "--jsonl", help="usage.option.jsonl"),
    about: Path | None = ABOUT,
    as_json: bool = JSON,
    reveal: bool = REVEAL,
    three: bool = typer.Option(False, "--three-readers", help="usage.option.three_readers"),
    fail_on: str | None = FAIL_ON,
) -> None:
    """Check words before you post them. A bio, a post, an email signature: anything people will read."""
    if jsonl and as_json:
        raise UsageError(sentence("commands.words.one_form"), sentence("commands.words.one_form_hint"))
    if three and (jsonl or as_json):
        raise UsageError(sentence("reflect.three.not_json"), sentence("reflect.three.leave_one"))
    limit = level(fail_on)
    subject = about_from(about)
    from privacy_check.detectors.engine import find_all

    if jsonl:
        worst = _stream(file, subject, reveal)
        raise typer.Exit(code_for(worst, limit))
    words = _read_text(file)
    findings = find_all(words, about=subject, field="text")
    if not jsonl and file.endswith((".jsonl", ".ndjson")):
        say(sentence("commands.words.many_posts"))
    if as_json:
        from privacy_check.model import FORMAT, TOOL_VERSION
        from privacy_check.serialise import finding_part

        put_json(
            {
                "format": FORMAT,
                "tool": {"name": "privacy-check", "version": TOOL_VERSION},
                "findings": [finding_part(item, reveal=reveal) for item in findings],
            }
        )
    else:
        _tell_person(words, findings, reveal)
        if three:
            _ask_as_three_readers()
    raise typer.Exit(code_for(findings, limit))


def _stream(file: str, about: AboutMe | None, reveal: bool) -> list[Finding]:
    """Answers line by line, in order, keeping only one finding per severity for the exit code."""
    from privacy_check.detectors.engine import find_all
    from privacy_check.serialise import findings_line

    worst: dict[str, Finding] = {}
    write, flush, encode = sys.stdout.write, sys.stdout.flush, json.JSONEncoder().encode
    for number, raw in enumerate(_lines(file), 1):
        if not raw.strip():
            continue
        row = _row(raw, number)
        findings = find_all(row["text"], about=about, field="text")
        worst.update({item.severity.value: item for item in findings if item.confirmed})
        write(encode(findings_line(row["id"], findings, reveal=reveal)) + "\n")
        # Whoever feeds lines one by one waits for each answer.
        flush()
    return list(worst.values())


def _row(raw: bytes, number: int) -> dict[str, str]:
    try:
        row = json.loads(raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise UnreadableInput(
            sentence("commands.words.not_json", number=number),
            sentence("commands.words.shape_earlier"),
        ) from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise UnreadableInput(
            sentence("commands.words.lacks", number=number),
            sentence("commands.words.shape"),
        )
    if isinstance(row["id"], float) and not math.isfinite(row["id"]):
        raise UnreadableInput(
            sentence("commands.words.large_id", number=number), sentence("commands.words.large_id_hint")
        )
    return row


def _no_number(name: str) -> float:
    raise ValueError(sentence("commands.words.no_number", name=name))


def _lines(file: str) -> Iterator[bytes]:
    if file == "-":
        yield from sys.stdin.buffer
        return
    with _open(file) as stream:
        yield from stream


def _read_text(file: str) -> str:
    if file == "-":
        if sys.stdin.isatty():
            say(sentence("commands.words.type"))
        raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        with _open(file) as stream:
            raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise UnreadableInput(sentence("commands.words.too_large"), sentence("commands.words.too_large_hint"))
    if b"\0" in raw and not raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableInput(
            sentence("commands.words.no_words"),
            sentence("commands.words.no_words_hint"),
        )
    # Windows programs save "Unicode text" as UTF-16.
    return raw.decode("utf-16" if b"\0" in raw else "utf-8-sig", "replace")


def _open(file: str) -> BinaryIO:
    try:
        return Path(file).expanduser().open("rb")
    except OSError as error:
        if len(file.split()) > 2:
            raise UnreadableInput(
                sentence("commands.words.no_file"), sentence("commands.words.no_file_hint")
            ) from None
        reason = (
            sentence("commands.copies.not_there")
            if isinstance(error, FileNotFoundError)
            else sentence("commands.words.cannot_read", strerror=error.strerror)
        )
        raise UnreadableInput(f"{file} {reason}.", sentence("commands.words.not_read")) from None


def _tell_person(words: str, findings: list[Finding], reveal: bool) -> None:
    from privacy_check.cli.words_told import told

    if not words.strip():
        put(sentence("commands.words.empty"))
        return
    if not findings:
        put(sentence("commands.words.nothing"))
        return
    for line in told(words, findings, reveal):
        put(line)


def _ask_as_three_readers() -> None:
    """Questions only, over the words just checked; there is nowhere to answer."""
    from privacy_check.reflection.readers import readers

    put(f"\n{sentence('reflect.three.heading')}. {sentence('reflect.three.asks')}")
    for reader in readers():
        put(f"  {reader.name}: {reader.asks} {reader.think}")
    put(sentence("reflect.three.open_end"))
