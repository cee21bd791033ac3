"""What a person reads never decides what the program does: kinds and classes do."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("privacy_check", "scanners", "reports", "tui")
READ_BY_PEOPLE = {"message", "hint", "sentence", "refusal", "evidence", "explanation", "warnings"}


def read_by_people(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in READ_BY_PEOPLE


def deciding(tree: ast.AST) -> list[int]:
    """Lines where a sentence is searched or compared with words written into the code."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            words = any(
                isinstance(side, ast.Constant) and isinstance(side.value, str) and side.value for side in sides
            )
            if words and any(read_by_people(side) for side in sides):
                found.append(node.lineno)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            searched = node.func.attr in ("startswith", "endswith", "find", "index", "count")
            if searched and read_by_people(node.func.value):
                found.append(node.lineno)
    return found


def test_no_sentence_decides() -> None:
    sniffing = {
        f"{path.relative_to(ROOT)}:{line}"
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        for line in deciding(ast.parse(path.read_text("utf-8")))
    }
    assert sniffing == set()


def test_what_is_looked_for_is_seen() -> None:
    for line in ('"no" in error.message', 'error.hint == "x"', 'view.sentence.startswith("The")'):
        assert deciding(ast.parse(line)) == [1]
    assert deciding(ast.parse('error.message or "x"; "a" in text')) == []
