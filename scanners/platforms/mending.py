"""Puts a link together again that mail or a narrow window broke, or leaves it open where that is a guess.

Nothing here knows a platform: `mend` joins what can only be one link, and gives what may be one as a `Break`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scanners.platforms.pasted import LONGEST, looks_like_host

# A link at the end of a line, as far as it came; a name of the form site:name may be cut as well.
_HOST = r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/"
_AT_END = re.compile(rf"(?:https?:|www\.|{_HOST})[^\s<>\"]*$", re.IGNORECASE)
_QUOTE_MARKS = re.compile(r"^[ \t]*(?:>[ \t]?)+(?=\S|$)", re.MULTILINE)
_IN_BRACKETS = re.compile(r"<(\s*https?:[^<>]{1,2000})>|(\]\(\s*https?:[^()<>]{1,2000}\))", re.IGNORECASE)
_SOFT_BREAK = re.compile(r"=[ \t]*\n")
_OWN_EQUALS = re.compile(r"[?&;][^\s=&?;/]+=[ \t]*\n")
_SOFT_HYPHEN = re.compile("\u00ad(?:[ \t]*\n[ \t]*)?")
# An address cannot end so: a sign that something follows, half of an escape, a host without its ending.
_OPEN_END = re.compile(r"(?:[?&=#%]|%[0-9a-f]|https?:/{0,2}|//(?:www\.)?[\w-]+|^www\.[\w-]*)$", re.IGNORECASE)
_SCHEME_ALONE = re.compile(r"https?:/{0,2}", re.IGNORECASE)
_IS_LINK = re.compile(r"https?:|www\.", re.IGNORECASE)
_STARTS_ANEW = re.compile(
    r"(?:https?:|www\.|@|[-*•·+]|\d{1,2}[.)](?!\w)|[A-Za-z][\w.]{0,20}:(?!/)|(?:[\w-]+\.)+(?:com|org|net|me|tv|app|uk|co|io|ee|gg)(?:/|$))",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"^[\w.~:/?#@!$&'*+,;=%-]+$")
_TELLING = re.compile(r"[/?=&%]|\.php\b|\.html?\b")
# Digits, a space, more digits: a number in an address that was cut by a narrow window.
_DIGITS_APART = re.compile(
    rf"((?:https?:|www\.|{_HOST})[^\s<>\"]{{0,2000}}\d)[ \t]{{1,20}}(\d{{2,30}})(?![\w/-])", re.IGNORECASE
)
_CUT_SHORT = re.compile(
    r"(?:https?://|www\.|[\w-]{1,63}\.[a-z]{2,20}/)[^\s<>\"]*?[^\s<>\".…](?:…|\.\.\.)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Break:
    """A link that may go on behind a break: `first` as far as it surely goes, `joined` if it does go on."""

    first: str
    joined: str


def mend(text: str) -> tuple[str, tuple[Break, ...]]:
    """The text with its links whole, and the breaks that could be meant either way, in order."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _SOFT_HYPHEN.sub("", text)
    text = _without_soft_breaks(text)
    if "\n" in text:
        text = _QUOTE_MARKS.sub("", text)
        text = _IN_BRACKETS.sub(lambda found: re.sub(r"\s*\n\s*", "", found.group(0)), text)
    lines, breaks = [""], []
    for number, line in enumerate(text.split("\n")):
        joined = _joined(lines[-1], line) if number else line
        if joined is not None:
            lines[-1] = joined
            continue
        breaks += _perhaps(lines[-1], line)
        lines.append(line)
    whole = "\n".join(lines)
    breaks += [Break(found[1], found[1] + found[2]) for found in _DIGITS_APART.finditer(whole)]
    return whole, tuple(breaks)


def cut_short(text: str) -> bool:
    """True for a link that ends in dots, as lists show a long one: where it leads is not there to be read."""
    return bool(_CUT_SHORT.search(text))


def _without_soft_breaks(text: str) -> str:
    """Mail writes "=" at the end of a line that goes on, and "=3D" for the sign itself."""
    if not _SOFT_BREAK.search(text):
        return text
    encoded = re.search(r"=3D|=[0-9A-F]{2}=[0-9A-F]{2}", text) is not None
    if not encoded and _OWN_EQUALS.search(text):
        return text
    text = _SOFT_BREAK.sub("", text)
    return text.replace("=3D", "=") if encoded else text


def _joined(before: str, line: str) -> str | None:
    """The two as one line where they can only be one link; None otherwise."""
    link, head = _parts(before, line)
    if not link or not head:
        return None
    if _SCHEME_ALONE.fullmatch(link) or (_OPEN_END.search(link) and not _IS_LINK.match(head)):
        return _together(before, line)
    if _STARTS_ANEW.match(head) or looks_like_host(head):
        return None
    return _together(before, line) if _TELLING.search(head) else None


def _together(before: str, line: str) -> str:
    return before.rstrip() + line.lstrip()


def _perhaps(before: str, line: str) -> list[Break]:
    """A break behind which a lone small word or number stands: the rest of the link, or a word of its own."""
    link, head = _parts(before, line)
    if not link or not head or _STARTS_ANEW.match(head) or line.strip() != head:
        return []
    alone = head.rstrip(".,;:!?")
    if not re.fullmatch(r"[a-z0-9_.-]+", alone):
        return []
    return [Break(link, link + alone)]


def _parts(before: str, line: str) -> tuple[str, str]:
    """The link at the end of a line and the first word of the next; empty where there is none."""
    link = _AT_END.search(before[-LONGEST:].rstrip())
    words = line.split()
    if link is None or not words or not _CONTINUES.match(words[0]):
        return "", ""
    return link.group(0), words[0]
