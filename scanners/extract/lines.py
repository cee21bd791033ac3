"""The visible words of a page line by line: labels beside their values, links with the contact they lead to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from scanners.extract.boxes import HEADINGS, Box, Tree, tokens
from scanners.extract.contacts import contact_in

MAX_LINE = 4_000
_TAIL = 24  # pieces of a line that are looked back at
_NEAR = 12  # boxes around a label that are looked at
_PAIR_PARTS = 5  # two boxes and the spaces around them
_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em",
     "font", "i", "img", "input", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "ruby", "rb", "rt", "s",
     "samp", "slot", "small", "span", "strike", "strong", "sub", "sup", "textarea", "time", "tt", "u", "var",
     "wbr")
)  # fmt: skip
_LABELS = frozenset(("b", "strong", "label", "dt", "th", "em", "i"))
_CALLED = frozenset(
    ("label", "title", "key", "name", "field", "term", "caption", "heading", "icon", "lbl", "property", "question")
)
_NO_PAIRS = frozenset(
    ("body", "main", "article", "table", "tbody", "thead", "tfoot", "ul", "ol", "dl", "header", "footer", "nav")
)
_FACT = re.compile(r"@|(?:\d\D?){5}")
_NO_LABEL = re.compile(r"[.!?]$|\d{4,}|@|://")
_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|avif|heic)$|^(?:img|dsc|image|photo|screenshot)[\s_-]?\d*$", re.IGNORECASE
)
_PICTURE = re.compile(
    r"\b(?:avatar|logo|icon|profile (?:picture|photo|image)|(?:picture|photo|image) of)\b", re.IGNORECASE
)
_LEADING = frozenset(("data-href", "data-url", "data-link", "onclick"))
_CALLS = re.compile(r"\b(?:tel|sms|mailto|whatsapp|https?):[^\s'\"`<>)]{3,300}", re.IGNORECASE)
_TYPED = frozenset(("", "text", "tel", "email", "url", "search", "number", "button", "submit", "reset", "date"))


@dataclass(slots=True)
class Line:
    """One line of words, the box it stands in, and whether a break above it starts something new."""

    text: str
    box: Box
    heading: bool = False
    frozen: bool = False


class Lines:
    """Walks a tree once and gathers its lines, in page order."""

    def __init__(self, tree: Tree) -> None:
        self.lines: list[Line] = []
        self._run: list[str] = []
        self._run_box: Box | None = None
        self._heading = 0
        if tree.boxes:
            self._walk(tree.boxes[0])

    def _walk(self, root: Box) -> None:
        stack: list[tuple[Box, int, int]] = [(root, 0, 0)]
        while stack:
            box, index, since = stack.pop()
            contents = box.contents
            entered = False
            while index < len(contents):
                part = contents[index]
                index += 1
                if isinstance(part, str):
                    self._add(part, box)
                    continue
                if self._run and part.tag in _INLINE:
                    self._between(box, contents, index - 1)
                if self._open(part):
                    stack.append((box, index, since))
                    stack.append((part, 0, len(self.lines)))
                    entered = True
                    break
            if not entered:
                self._close(box, since)
        self._flush()

    def _open(self, box: Box) -> bool:
        """Begins a box; False when there is nothing inside to walk."""
        tag = box.tag
        if tag not in _INLINE:
            if self._run:
                self._flush()
            if box.contents and tag in HEADINGS:
                self._heading += 1
        elif tag == "img":
            self._add(_alternative(box), box)
        elif tag in ("input", "textarea") and box.attribute("type").casefold() in _TYPED:
            self._add(f" {box.attribute('value')} ", box)
        return bool(box.contents) or tag == "a"

    def _close(self, box: Box, since: int) -> None:
        tag = box.tag
        if tag == "a":
            self._link(box, box.attribute("href"))
        elif box.attributes and not _LEADING.isdisjoint(box.attributes):
            self._link(box, _leads_to(box))
        if tag in _INLINE:
            return
        if self._run:
            self._flush()
        if tag in HEADINGS:
            self._heading -= 1
        elif tag == "tr":
            cells = sum(1 for cell in box.boxes() if cell.first)
            # A row of a table that lays out the page holds whole parts of it: those stay apart.
            if len(self.lines) - since <= cells:
                self._join(since, box, ": " if cells == 2 else ", ")
        elif tag == "dd":
            self._under_its_label()
        elif len(self.lines) - since == 2 and _is_pair(box):
            first, second = self.lines[since:]
            if (
                not (first.heading or second.heading or first.frozen)
                and is_label(first.text)
                and len(second.text) <= 300
            ):
                self._join(since, box, ": ")

    def _link(self, box: Box, href: str) -> None:
        """The contact behind a link or a button, where its words do not say it."""
        contact = contact_in(href) if href else ""
        if not box.first:
            named = box.attribute("aria-label") or box.attribute("title")
            if named and (contact or len(named.split()) > 1):
                self._add(f" {named} ", box)
        if not contact:
            return
        said = self._tail()
        above = self.lines[-1].text if self.lines and not said.strip() else ""
        if _core(contact) not in _core(said) + _core(above):
            before = said.rstrip()
            self._add((": " if before and before[-1] not in ":,;" else " ") + contact + " ", box)

    def _add(self, text: str, box: Box) -> None:
        if box.tag == "pre" and "\n" in text:
            for line in text.split("\n"):
                self._add(line, box)
                self._flush()
        elif self._run_box is not None:
            self._run.append(text)
        elif text and not text.isspace():
            # White space before the first word of a line is not drawn.
            self._run_box = box
            self._run.append(text)

    def _between(self, box: Box, contents: list[Box | str], index: int) -> None:
        """A mark between two inline boxes that touch: a label and its value are no one word."""
        part = contents[index]
        if not isinstance(part, Box) or part.tag in ("wbr", "img"):
            return
        before = contents[index - 1] if index else ""
        if isinstance(before, str) and not before.strip() and index > 1:
            before = contents[index - 2]
        if isinstance(before, str) or not part.first:
            return
        said = self._tail().strip()
        last, follows = said[-1:], part.first[:1]
        two = len(contents) <= _PAIR_PARTS and not self._heading and len(box.boxes()) == 2
        if two and not follows.islower() and _labels(before) and is_label(said):
            self._run.append(" " if last in ":：" else ": ")
        elif part.tag == before.tag in ("a", "button") or _touch(last, follows):
            self._run.append(" ")

    def _tail(self) -> str:
        """The last words of the line so far."""
        return "".join(self._run[-_TAIL:])[-MAX_LINE:]

    def _flush(self) -> None:
        """Ends the line."""
        if self._run_box is not None:
            words = " ".join("".join(self._run).split())[:MAX_LINE]
            self.lines.append(Line(words, self._run_box, self._heading > 0))
            self._run = []
            self._run_box = None

    def _join(self, since: int, box: Box, mark: str) -> None:
        """Several lines become one."""
        parts = self.lines[since:]
        if len(parts) < 2 or sum(len(part.text) for part in parts) > MAX_LINE:
            return
        text = parts[0].text
        for part in parts[1:]:
            text += (" " if text.endswith((":", "：")) else mark) + part.text
        self.lines[since:] = [Line(text, parts[-1].box, frozen=True)]

    def _under_its_label(self) -> None:
        """A value of a definition list behind its label."""
        if len(self.lines) < 2:
            return
        label = self.lines[-2]
        around = next((up for up in islice(label.box.up(), _NEAR) if up.tag in ("dt", "dl")), None)
        if around is not None and around.tag == "dt" and not label.frozen:
            self._join(len(self.lines) - 2, label.box, ": ")


def _leads_to(box: Box) -> str:
    """The contact to which a button's data or its script leads."""
    data = next((found for name in ("data-href", "data-url", "data-link") if (found := box.attribute(name))), "")
    script = _CALLS.search(box.attribute("onclick")[:2_000])
    return data or (script[0] if script else "")


def _touch(last: str, follows: str) -> bool:
    """True for letters and digits of two boxes that are no one word, as in `Phone07700`."""
    return (last.isalnum() or last in ":：") and follows.isalnum() and not (last.islower() and follows.islower())


def is_label(text: str) -> bool:
    """True for a few words, or a sign, that can stand before a value."""
    return 0 < len(text) <= 40 and len(text.split()) <= 5 and not _NO_LABEL.search(text)


def _is_pair(box: Box) -> bool:
    """True for a box of exactly two boxes that can be a label and its value."""
    if box.tag in _NO_PAIRS:
        return False
    inner = [part for part in box.contents if not isinstance(part, str) or part.strip()]
    boxes = [part for part in inner if isinstance(part, Box) and (part.first or part.tag in ("input", "textarea"))]
    if len(boxes) != 2 or len(inner) != 2:
        return False
    label, value = boxes
    if label.tag != "p" or value.tag != "p":
        return True
    return (
        label.first.endswith((":", "："))
        or not tokens(label).isdisjoint(_CALLED)
        or bool(_FACT.search(value.first))
    )


def _labels(box: Box) -> bool:
    """True for an element made for labels, or called one."""
    return box.tag in _LABELS or box.tag == "span" or bool(tokens(box) & _CALLED)


def _alternative(box: Box) -> str:
    """The alternative text of a picture, where it says more than what kind of picture it is."""
    alt = " ".join(box.attribute("alt").split())
    if len(alt) == 1 or (alt and not any(char.isalnum() for char in alt)):
        return f"{alt} "
    telling = len(alt.split()) > 2 or any(char.isdigit() or char == "@" for char in alt)
    if not telling or _FILE.search(alt) or (_PICTURE.search(alt) and not re.search(r"\d{5}|@", alt)):
        return ""
    return f" {alt} "


def _core(text: str) -> str:
    """Letters and digits, for comparing; a number without the code of its country."""
    core = "".join(char for char in text.casefold() if char.isalnum())
    return (
        core[2:]
        if core.startswith("44") and core.isdigit()
        else core.removeprefix("0")
        if core.isdigit()
        else core
    )
