"""Starting feels quick: what the first page does not need is loaded later."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("playwright", "httpx", "bs4", "jinja2", "scanners", "reports")


@pytest.mark.parametrize(
    ("module", "never"),
    [
        (
            "tui.app",
            ("playwright", "httpx", "bs4", "jinja2", "privacy_check.detectors.engine", "scanners", "reports"),
        ),
        ("tui.plain", ("textual", "rich", "playwright", "httpx", "bs4", "jinja2", "scanners", "reports")),
    ],
)
def test_starting_loads_only_what_the_first_page_needs(module: str, never: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print(*[name for name in {never!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
