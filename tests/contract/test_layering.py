"""What the import contracts cannot say: who may name the browser library, and how little a text check loads."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("privacy_check", "scanners", "reports", "tui")
MAY_NAME_PLAYWRIGHT = {
    "scanners/browser.py",
    "scanners/browsers_here.py",
    "scanners/driver.py",
    "scanners/guided.py",
    "reports/formats/pdf.py",
}
HEAVY = (
    "textual",
    "rich",
    "playwright",
    "httpx",
    "bs4",
    "jinja2",
    "pydantic",
    "PIL",
    "scanners",
    "reports",
    "tui",
)


def imports_of(path: Path) -> list[tuple[str, int]]:
    """Every module a file imports, with the column: 0 is at the top of the file."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.col_offset) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.module, node.col_offset))
    return found


def test_only_the_browser_modules_name_playwright_and_only_when_used() -> None:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            named = [column for name, column in imports_of(path) if name.split(".")[0] == "playwright"]
            if named:
                assert path.relative_to(ROOT).as_posix() in MAY_NAME_PLAYWRIGHT, path
                assert 0 not in named, f"{path} loads the browser library before it is used"


def test_checking_words_loads_no_screen_browser_or_network_library() -> None:
    code = (
        "import sys; from privacy_check.detectors.engine import find; assert find('ring 07700 900123');"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
