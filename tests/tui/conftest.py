"""Screens are tested in colour, with every sign they can draw, and with nothing that blinks or slides."""

from __future__ import annotations

import pytest
from pytest_textual_snapshot import SVGImageExtension
from textual.widgets import Input, TextArea

# The plugin names its files .raw with newer syrupy; as .svg any browser shows them.
SVGImageExtension.file_extension = "svg"


@pytest.fixture(autouse=True)
def still_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same picture on every machine."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("PRIVACY_CHECK_ASCII", "0")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setattr(Input.cursor_blink, "_default", False)
    monkeypatch.setattr(TextArea.cursor_blink, "_default", False)
