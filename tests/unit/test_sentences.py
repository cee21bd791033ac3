"""The sentences people read: found by name, filled, and ready for another language."""

from __future__ import annotations

import ast
import re
import string
from functools import cache
from pathlib import Path

import pytest

from privacy_check.sentences import LANGUAGE, PSEUDO, everything, lines, say

ROOT = Path(__file__).parents[2]


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


def test_every_entry_is_said_somewhere() -> None:
    """By its name in code or on a page; a gap in a name stands for one word, as in `f"paths.{path}.title"`."""
    names, made = set[str](), set[str]()
    for tree in _trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                names.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                made.add("".join(_part(part) for part in node.values))
    for page in (path for path in (ROOT / "reports" / "templates").rglob("*") if path.is_file()):
        names.update(re.findall(r"""["']([\w.]+)["']""", page.read_text("utf-8")))
    patterns = [re.compile(text) for text in made if re.match(r"\w+\\\.", text)]
    unsaid = [
        name for name in everything() if name not in names and not any(one.fullmatch(name) for one in patterns)
    ]
    assert unsaid == []


def _part(value: ast.expr) -> str:
    return re.escape(str(value.value)) if isinstance(value, ast.Constant) else r"[\w -]+"


def _says(value: ast.expr | None) -> bool:
    calls = (node.func for node in ast.walk(value) if isinstance(node, ast.Call)) if value else ()
    return any(isinstance(func, ast.Name) and func.id in ("say", "lines") for func in calls)
