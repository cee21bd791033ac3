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

from privacy_check.cli import app
from privacy_check.cli.options import ABOUT, FAIL_ON, JSON, REVEAL, about_from, level
from privacy_check.cli.output import code_for, put, put_json, say
from privacy_check.errors import UnreadableInput, UsageError
from privacy_check.sentences import say as sentence

if TYPE_CHECKING:
    from privacy_check.model import Finding
    from privacy_check.subject import AboutMe

MOST_BYTES = 50_000_000
NOT_READ = "Give a file, or - and pipe the words in."


@app.command()
def text(
    file: str = typer.Argument("-", metavar="[FILE|-]", help="A text file, or - for what is piped in."),
    jsonl: bool = typer.Option(False, "--jsonl", help='Lines of {"id","text"} in, {"id","findings"} out.'),
    about: Path | None = ABOUT,
    as_json: bool = JSON,
    reveal: bool = REVEAL,
    three: bool = typer.Option(
        False, "--three-readers", help="Then ask: a parent, a young person, your employer. Only you can answer."
    ),
    fail_on: str | None = FAIL_ON,
) -> None:
    """Check words before you post them. A bio, a post, an e-mail signature: anything people will read."""
    if jsonl and as_json:
        raise UsageError("--jsonl and --json do not go together.", "Choose one of them.")
    if three and (jsonl or as_json):
        raise UsageError(sentence("reflect.three.not_json"), sentence("reflect.three.leave_one"))
    limit = level(fail_on)
    subject = about_from(about)
    from privacy_check.detectors.engine import find

    if jsonl:
        worst = _stream(file, subject, reveal)
        raise typer.Exit(code_for(worst, limit))
    words = _read_text(file)
    findings = find(words, about=subject, field="text")
    if not jsonl and file.endswith((".jsonl", ".ndjson")):
        say("This looks like a file of many posts. With --jsonl each line is answered on its own.")
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
    from privacy_check.detectors.engine import find
    from privacy_check.serialise import findings_line

    worst: dict[str, Finding] = {}
    write, flush, encode = sys.stdout.write, sys.stdout.flush, json.JSONEncoder().encode
    for number, raw in enumerate(_lines(file), 1):
        if not raw.strip():
            continue
        row = _row(raw, number)
        findings = find(row["text"], about=about, field="text")
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
            f"Line {number} is not JSON.",
            'Each line looks like {"id": "1", "text": "..."}. Earlier lines were answered.',
        ) from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise UnreadableInput(
            f"Line {number} lacks an id or a text.", 'Each line looks like {"id": "1", "text": "..."}.'
        )
    if isinstance(row["id"], float) and not math.isfinite(row["id"]):
        raise UnreadableInput(f"The id in line {number} is too large a number.", "Put it in quotes.")
    return row


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number in JSON")


def _lines(file: str) -> Iterator[bytes]:
    if file == "-":
        yield from sys.stdin.buffer
        return
    with _open(file) as stream:
        yield from stream


def _read_text(file: str) -> str:
    if file == "-":
        if sys.stdin.isatty():
            say("Type or paste the words. End with Ctrl-D (Windows: Ctrl-Z, then Enter).")
        raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        with _open(file) as stream:
            raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise UnreadableInput("That is more than 50 MB of words.", "Split it, or use --jsonl.")
    if b"\0" in raw and not raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableInput(
            "These are not words: it looks like a picture, a document or a program.",
            "Copy the words out of it, and save them as plain text.",
        )
    # Windows programs save "Unicode text" as UTF-16.
    return raw.decode("utf-16" if b"\0" in raw else "utf-8-sig", "replace")


def _open(file: str) -> BinaryIO:
    try:
        return Path(file).expanduser().open("rb")
    except OSError as error:
        if len(file.split()) > 2:
            raise UnreadableInput(
                "There is no such file.", 'To check words, pipe them in: echo "..." | privacy-check text -'
            ) from None
        reason = "is not there" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
        raise UnreadableInput(f"{file} {reason}.", NOT_READ) from None


def _tell_person(words: str, findings: list[Finding], reveal: bool) -> None:
    from privacy_check.cli.words_told import told

    if not words.strip():
        put("There were no words to check.")
        return
    if not findings:
        put("Nothing found that needs a second look. That is not a promise: read it once as a stranger would.")
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
