"""What a person reads after checking words: each thing once, every place quoted, nothing in clear unasked."""

from __future__ import annotations

import pytest

from privacy_check.cli.words_told import MOST_PLACES, told
from privacy_check.detectors.engine import find


def lines_about(words: str, *, reveal: bool = False) -> list[str]:
    return list(told(words, find(words), reveal))


def test_two_children_are_one_thing_with_two_places() -> None:
    lines = lines_about("Mum to Ella and Tom..", reveal=True)
    assert lines[0] == "2 things to look at before you post."
    assert sum("children is named" in line for line in lines) == 1
    assert "  Mum to [Ella] and Tom.." in lines
    assert "  Mum to Ella and [Tom].." in lines


def test_every_found_word_is_dots_in_every_quote() -> None:
    words = "Mum to Ella and Tom.\nRing me on 07700 900123"
    shown = "\n".join(lines_about(words))
    assert "Line 2: Ring me on [••••• •••••]" in shown
    assert not any(secret in shown for secret in ("Ella", "Tom", "900123", "07700"))
    assert "Add --reveal" in shown


def test_a_long_line_is_cut_between_words() -> None:
    words = f"{'pleasant weather ' * 30}ring me on 07700 900123 {'pleasant weather ' * 30}"
    quote = next(line for line in lines_about(words, reveal=True) if "07700" in line)
    assert quote.startswith("  … ")
    assert quote.endswith("[07700 900123] pleasant weather pleasant …")
    assert len(quote) < 90


def test_many_places_are_counted_not_listed() -> None:
    words = "\n".join(f"ring me on 07700 9001{n:02d} any day" for n in range(MOST_PLACES + 5))
    lines = lines_about(words)
    assert sum(line.startswith("  Line ") for line in lines) == MOST_PLACES
    assert "  and in 5 more places" in lines


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_lines_fit_the_terminal(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    explained = [
        line for line in lines_about("Mum to Ella. Ring me on 07700 900123") if line.startswith("  We saw")
    ]
    assert explained
    assert all(len(line) < min(int(columns), 89) for line in explained)


def test_names_and_numbers_beside_a_finding_are_hidden_with_it() -> None:
    shown = "\n".join(lines_about("Ring me on 07700 900123, or Zebedee on extension 4471"))
    assert "07700" not in shown
    assert "4471" not in shown
    assert "Zebedee" not in shown
    assert "or ••••• on extension" in shown
