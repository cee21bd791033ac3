"""The sentences people read: found by name, filled, and ready for another language."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from privacy_check.sentences import LANGUAGE, PSEUDO, everything, lines, say

ROOT = Path(__file__).parents[2]
FEWEST = 4  # words from which a text with a full stop at its end is a sentence somebody reads
LOGGED = frozenset(("debug", "info", "warning", "error", "exception"))
# Files whose sentences are looked for in a person's own words, or run where no other module is there yet.
NOT_TOLD = (
    "privacy_check/detectors/",
    "privacy_check/text/",
    "scanners/system_packages.py",
)
# Nobody reads it: it is put through the detectors once, so that they are ready.
READ_BY_NOBODY = frozenset(["I am Robin and I live in a town."])


@cache
def _trees() -> dict[Path, ast.Module]:
    """Every module of the program, read once."""
    paths = (
        path for room in ("privacy_check", "reports", "scanners", "tui") for path in (ROOT / room).rglob("*.py")
    )
    return {path: ast.parse(path.read_text("utf-8")) for path in paths}


def _texts() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, entry in everything().items():
        texts = entry.values() if isinstance(entry, dict) else [entry] if isinstance(entry, str) else entry
        found += [(name, text) for text in texts]
    return found


def test_a_number_chooses_the_words() -> None:
    assert (say("common.minutes", count=1), say("common.minutes", count=3)) == ("1 minute", "3 minutes")


def test_an_unknown_name_is_a_fault() -> None:
    with pytest.raises(KeyError):
        say("common.nobody_wrote_this")


def test_every_entry_is_text_with_named_gaps() -> None:
    for name, text in _texts():
        gaps = [gap for _, gap, _, _ in string.Formatter().parse(text) if gap is not None]
        assert text, name
        assert text.strip() == text, name
        assert all(gap.isidentifier() for gap in gaps), name


def test_another_language_reaches_every_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE, PSEUDO)
    assert say("common.minutes", count=2) == "[2 mínútés]"
    for name, entry in everything().items():
        if isinstance(entry, list) and not any("{" in text for text in entry):
            assert all(text.startswith("[") for text in lines(name)), name


def test_no_sentence_is_said_while_a_module_is_loaded() -> None:
    """What is said then stays in the language of that moment, whatever language is asked for later."""
    early = []
    for path, tree in _trees().items():
        bodies = [tree.body, *(node.body for node in ast.walk(tree) if isinstance(node, ast.ClassDef))]
        early += [
            f"{path.relative_to(ROOT)}:{line.lineno}"
            for line in (line for body in bodies for line in body)
            if isinstance(line, ast.Assign | ast.AnnAssign) and _says(line.value)
        ]
    assert early == []


def test_every_sentence_stands_in_a_room() -> None:
    """What code says itself stays English, is spelled twice, and is never read for how hard it is."""
    in_code = [
        f"{path.relative_to(ROOT).as_posix()}:{line}: {text}"
        for path, tree in _trees().items()
        if not path.relative_to(ROOT).as_posix().startswith(NOT_TOLD)
        for line, text in _sentences_in(tree)
        if text not in READ_BY_NOBODY
    ]
    assert in_code == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('raise UsageError("That file is not there.")', ["That file is not there."]),
        ('told = f"{name} is not ({reason})."', ["{} is not ({})."]),
        ('TOLD = {1: ("One of them is " "open to all.")}', ["One of them is open to all."]),
        ('def told():\n    """What a docstring says is for us."""', []),
        ('assert made, "This cannot be so here."', []),
        ('logger.debug("This is for the log.")', []),
        ('re.compile(r"(?:the|a) \\w+ of it.")', []),
        ('say("looking.site.slow")', []),
    ],
)
def test_a_sentence_in_code_is_seen(code: str, found: list[str]) -> None:
    assert [text for _, text in _sentences_in(ast.parse(code))] == found


def test_every_entry_is_said_somewhere() -> None:
    """By its name in code or on a page; a gap in a name stands for one word, as in `f"paths.{path}.title"`."""
    names, made = set[str](), set[str]()
    for tree in _trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                names.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                made.add("".join(_part(part) for part in node.values))
    for page in (ROOT / "reports" / "templates").rglob("*.[hjmt]*"):
        names.update(re.findall(r"""["']([\w.]+)["']""", page.read_text("utf-8")))
    patterns = [re.compile(text) for text in made if re.match(r"\w+\\\.", text)]
    unsaid = [
        name for name in everything() if name not in names and not any(one.fullmatch(name) for one in patterns)
    ]
    assert unsaid == []


def _sentences_in(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Each sentence written into code for a person, with its line; a gap of an f-string reads `{}`."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Assert) or _is_docstring(node) or _is_logged(node):
            continue
        text = _text(node)
        words = text.split()
        if len(words) >= FEWEST and words[-1].endswith(".") and "\\" not in text and "(?" not in text:
            yield getattr(node, "lineno", 0), text
        if not isinstance(node, ast.JoinedStr):
            yield from _sentences_in(node)
        else:
            yield from (found for value in node.values if not _text(value) for found in _sentences_in(value))


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(value) or "{}" for value in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_logged(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in LOGGED
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in ("logger", "logging")
    )


def _part(value: ast.expr) -> str:
    return re.escape(str(value.value)) if isinstance(value, ast.Constant) else r"[\w -]+"


def _says(value: ast.expr | None) -> bool:
    calls = (node.func for node in ast.walk(value) if isinstance(node, ast.Call)) if value else ()
    return any(isinstance(func, ast.Name) and func.id in ("say", "lines") for func in calls)
