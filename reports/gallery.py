"""A page that leads to several reports: used for the invented people, never for a person's own checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.templates import html_environment, style
from reports.write import save


@dataclass(frozen=True, slots=True)
class Entry:
    """One report: whose it is, what it begins with, and where it lies beside the page."""

    name: str
    role: str
    story: str
    headline: str
    file: str


def write_gallery(folder: Path, entries: Sequence[Entry]) -> Path:
    """Writes `index.html` into a folder and returns it. Raises PrivacyCheckError when it cannot be saved."""
    css, digest = style()
    page = html_environment().get_template("gallery.html").render(entries=entries, style=css, style_hash=digest)
    return save(folder, {"index.html": page.encode("utf-8", "replace")})[0]
