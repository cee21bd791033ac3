"""What people run first, from end to end: is a browser there, what works here, and the tour."""

from __future__ import annotations

import io

import pytest

from privacy_check.cli import main

pytestmark = pytest.mark.browser

FIRST = {("setup", "--yes"): "Ready", ("doctor",): "ok", ("demo", "--tour", "person"): "Quinn"}


@pytest.mark.parametrize("words", FIRST)
def test_it_ends_well_and_says_what_was_found(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n" * 20))
    assert main(list(words)) == 0
    assert FIRST[words] in capsys.readouterr().out
