"""Whether the answers to a page's own questions brought it anything: an error sent with status 200 does not."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

from privacy_check.sentences import say
from scanners.driver import failures
from scanners.egress import AllowList, host_of
from scanners.lost import only_measures
from scanners.reading import Posted, is_aside
from scanners.telling import (
    NOBODY,
    NOTHING_TOLD,
    Told,
    about_the_visitor,
    in_trouble,
    tells_closed,
    tells_nobody,
    words_of_nobody,
    words_of_trouble,
)

Worth = Literal["nobody", "closed", "words", "nothing", "bare", "unknown"]
"""`nobody`: it says that nobody is there; `closed`: that an account shows itself to some only; `words`: another
whole answer; `nothing`: an error or no words; `bare`: meant empty; `unknown`: not to be read."""

TELLING = frozenset({"nobody", "closed"})
WHOLE = TELLING | {"words"}

MOST_ANSWERS = 40
LARGEST_ANSWER = 1024 * 1024
SECONDS = 2.0
DEEPEST = 3

_GUARD = re.compile(r"^(?:\)\]\}'?,?|for\s*\(;;\);|while\s*\(1\);|/\*-secure-)\s*")
_MARKUP = re.compile(r"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(
    r"<(?:script|style)\b.{0,100000}?</(?:script|style)\s*>|<[^>]{0,2000}>", re.IGNORECASE | re.DOTALL
)
_FAILED = frozenset({"error", "err", "fail", "failed", "failure", "fatal", "denied", "blocked"})
_LEFT = ("x-ratelimit-remaining", "x-rate-limit-remaining", "ratelimit-remaining")
_ERRORS = frozenset({"error", "errors", "err", "exception", "fault"})
_WENT_WELL = frozenset({"success", "succeeded", "ok"})
_CODES = frozenset({"status", "code", "statuscode", "status_code", "errorcode", "error_code", "errno"})
_HOW = _CODES | {"result", "type", "outcome", "state"}


@dataclass(frozen=True)
class Answers:
    """What the answers to a page's questions were worth: whether any brought words, or said that nobody is there.

    `without` says in sentences which brought none.
    """

    any_words: bool = False
    told: Told = NOTHING_TOLD
    without: tuple[str, ...] = ()


async def weigh_answers(responses: list[Any], allow: AllowList, drawn: str) -> Answers:
    """Reads what the page was answered; `drawn` is the page as it stands. Hosts that only measure do not count."""
    asked = [each for each in responses if _counts(each, allow)][-MOST_ANSWERS:]
    worths = await asyncio.gather(*(_worth(each, drawn) for each in asked))
    without = {"nothing": "looking.without.answer", "unknown": "looking.without.unknown_answer"}
    if not WHOLE & set(worths):
        without["bare"] = "looking.without.answer"
    told = [
        say(without[worth], host=host_of(response.url))
        for response, worth in zip(asked, worths, strict=True)
        if worth in without
    ]
    said = Told(bool(TELLING & set(worths)), "closed" in worths)
    return Answers(bool(WHOLE & set(worths)), said, tuple(dict.fromkeys(told)))


def _counts(response: Any, allow: AllowList) -> bool:
    url = response.url
    return not only_measures(host_of(url)) and not is_aside(allow.reads, Posted(url, {}, None))


async def _worth(response: Any, drawn: str) -> Worth:
    if response.status in (204, 205):
        return "bare"
    if response.status == 202 or _at_its_limit(response.headers):
        return "nothing"
    with suppress(TimeoutError, *failures()):
        async with asyncio.timeout(SECONDS):
            body = await response.body()
            media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            wanted = "json" in response.request.headers.get("accept", "")
            found = worth(body[:LARGEST_ANSWER], media_type, drawn, wanted_json=wanted)
            return "words" if found in TELLING and about_the_visitor(response.url) else found
    return "unknown"


def _at_its_limit(headers: Mapping[str, str]) -> bool:
    """True for an answer that says that no more will be answered for a while."""
    return "retry-after" in headers or any(headers.get(name) == "0" for name in _LEFT)


def worth(body: bytes, media_type: str, drawn: str, *, wanted_json: bool = False) -> Worth:
    """What an answer with a good status is worth to the page that stands as `drawn`."""
    text = _GUARD.sub("", body.decode("utf-8", "replace").lstrip("\ufeff").strip())
    if not text:
        return "nothing"
    if text[0] in "{[" or "json" in media_type or wanted_json:
        try:
            values = [json.loads(line) for line in ([text] if len(body) < LARGEST_ANSWER else [])]
        except (ValueError, RecursionError):
            values = list(_by_line(text))
        if values:
            return _worth_of(values)
        if text[0] in "{[" and len(body) >= LARGEST_ANSWER:
            return "words"
        return "nothing"
    if media_type in ("text/html", "application/xhtml+xml") or _MARKUP.match(text):
        return "closed" if _is_drawn(text, drawn) else "nothing"
    if words_of_nobody(text):
        return "nobody"
    return "nothing" if words_of_trouble(text) else "words"


def _worth_of(values: list[Any]) -> Worth:
    if any(_is_error(value) for value in values):
        return "nothing"
    said = " ".join(words for value in values for words in _words(value))
    if not NOBODY.search(said) and any(in_trouble(value) for value in values):
        return "nothing"
    if any(tells_closed(value) for value in values):
        return "closed"
    return "nobody" if any(tells_nobody(value) for value in values) else "words"


def _by_line(text: str) -> Iterator[Any]:
    """The values of an answer that comes in lines; none when any line is something else."""
    values = []
    for line in text.splitlines()[:1000]:
        if line.strip():
            try:
                values.append(json.loads(line))
            except (ValueError, RecursionError):
                return
    yield from values


def _is_drawn(markup: str, drawn: str) -> bool:
    """True when the page shows the words of markup that it was sent: then that was what it asked for."""
    parts = [" ".join(part.split()) for part in _TAG.split(markup)]
    shown = " ".join(drawn.split())
    words = [part for part in parts if len(part) > 3][:12]
    return bool(words) and sum(part in shown for part in words) * 2 > len(words)


def _is_error(value: Any, depth: int = 0) -> bool:
    if value == {}:
        return depth == 0
    if isinstance(value, list):
        return depth < DEEPEST and any(_is_error(item, depth + 1) for item in value[:20])
    if not isinstance(value, dict):
        return False
    found = [inner for key, inner in value.items() if _tells(str(key).casefold(), inner)]
    if found:
        texts = " ".join(_words(value))
        return not NOBODY.search(texts)
    return depth < DEEPEST and any(_is_error(inner, depth + 1) for inner in list(value.values())[:50])


def _tells(key: str, inner: Any) -> bool:
    """True for a member that says that something went wrong."""
    if key in _ERRORS:
        return inner not in (None, False, "", 0, "0", [], {}) and str(inner).casefold() not in ("none", "ok")
    if key in _WENT_WELL:
        return str(inner).casefold() in ("false", "0", "no")
    if isinstance(inner, str):
        return key in _HOW and (inner.casefold() in _FAILED or bool(re.fullmatch(r"-\d+|[45]\d\d", inner)))
    return key in _CODES and isinstance(inner, int) and (inner < 0 or 400 <= inner < 600)


def _words(value: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        yield value[:300]
    elif depth <= DEEPEST and isinstance(value, (list, dict)):
        for inner in list(value.values() if isinstance(value, dict) else value)[:20]:
            yield from _words(inner, depth + 1)
