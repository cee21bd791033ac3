"""The pages that lie behind the results, each loaded when it is opened."""

from __future__ import annotations

from importlib import import_module

from tui.widgets.page import Page

_PAGES = {
    "findings": "Findings",
    "groups": "Groups",
    "copies": "Copies",
    "private": "Private",
    "whatif": "WhatIf",
    "plan": "Plan",
    "questions": "Questions",
    "report": "Report",
    "reflect": "Reflect",
    "drawn": "Drawn",
}


def page(name: str) -> Page:
    """A new page of that name."""
    made: Page = getattr(import_module(f"tui.screens.{name}"), _PAGES[name])()
    return made
