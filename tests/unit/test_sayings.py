"""Patterns and lists kept as data: each can be read, no list stands twice, none is left that no code asks for."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from privacy_check.tables import tables
from privacy_check.text import sayings
from privacy_check.text.fold import fold

ROOT = Path(__file__).parents[2]
FILES = tables("privacy_check", "lexicon", "sayings")
LISTS = [f"{file}.{key}" for file, rows in FILES.items() for key, row in rows.items() if "words" in row]
LONGEST = 115


@pytest.mark.parametrize("file", FILES)
def test_every_table_is_asked_for(file: str) -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "privacy_check").rglob("*.py"))
    named = "".join((ROOT / "privacy_check" / "lexicon" / "sayings" / f"{file}.toml").read_text("utf-8"))
    silent = [key for key in FILES[file] if f'"{file}.{key}"' not in code and f"%{key}%" not in named]
    assert silent == []


def test_no_list_holds_a_word_twice_and_no_list_stands_twice() -> None:
    twice = {name: [w for w, n in Counter(sayings.phrases(name)).items() if n > 1] for name in LISTS}
    assert {name: words for name, words in twice.items() if words} == {}
    held = {name: sayings.listed(name) for name in LISTS}
    assert [(one, other) for one, other in combinations(LISTS, 2) if held[one] == held[other]] == []


def test_no_line_of_patterns_or_of_code_is_too_long() -> None:
    folders = ("privacy_check/lexicon", "privacy_check/rules", "privacy_check/detectors", "privacy_check/text")
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".toml"}]
    long = [path.name for path in paths for line in path.read_text("utf-8").splitlines() if len(line) > LONGEST]
    assert long == []


def test_pieces_and_lists_take_their_places(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: dict[str, Any] = {
        "fruit": {"words": "apple, pear"},
        "eats": {"says": "\n(?:eats|ate) %WHAT%\n|%fruit% pie\n"},
        "near": [{"near": "eats ate", "says": "eats (?:%fruit%)", "confidence": 0.7, "before": 4}],
    }
    monkeypatch.setattr(sayings, "table", lambda *_path: rows)
    sayings.phrases.cache_clear()
    assert sayings.listed("x.fruit") == {"apple", "pear"}
    assert sayings.piece("x.eats", WHAT="toast") == "(?:eats|ate) toast|apple|pear pie"
    assert sayings.saying("x.eats", WHAT="toast").search("she ate toast")
    (one,) = sayings.several("x.near")
    assert (one.confidence, one.before, one.words) == (0.7, 4, frozenset({"eats", "ate"}))
    assert [m[0] for _cue, m in sayings.together("x.near").finditer(fold("he eats pear"))] == ["eats pear"]
    sayings.phrases.cache_clear()


def test_a_pattern_that_wants_a_piece_says_which() -> None:
    with pytest.raises(KeyError, match="GROWN"):
        sayings.saying("age.first_said")
    assert not re.search(r"%[a-z]\w*%", sayings.piece("age.bio_age"))
