"""Scores the page readers on a folder of saved pages with a MANIFEST.jsonl beside them.

`python tests/pages_report.py FOLDER [-v]`. A manifest line:
`{"file", "url", "kind", "outcomes": [...], "expected": {field: value or list of values}}`.
An empty `outcomes` list means the page must not be read as a profile, and must be known for another kind.
Prints one line a page and the totals.
"""

from __future__ import annotations

import json
import re
import sys
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from privacy_check.errors import PrivacyCheckError
from privacy_check.model import Outcome, PageKind, ProfileView
from scanners.extract import read

CONCLUSIVE = {Outcome.VISIBLE, Outcome.PARTIAL, Outcome.PRIVATE, Outcome.NOT_FOUND}


@dataclass
class Score:
    """Running totals."""

    pages: int = 0
    outcomes_right: int = 0
    fields_expected: int = 0
    fields_found: int = 0
    names_given: int = 0
    names_right: int = 0
    dangerous: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The totals in words."""
        yield f"outcomes right      {self.outcomes_right}/{self.pages}"
        yield f"fields recalled     {self.fields_found}/{self.fields_expected}"
        yield f"display names right {self.names_right}/{self.names_given}"
        yield f"walls called seen   {len(self.dangerous)} {' '.join(self.dangerous)}"


def normal(value: object) -> str:
    """A value for comparing: folded, single spaces, no scheme, no www, no closing slash."""
    text = " ".join(unicodedata.normalize("NFKC", str(value)).casefold().split())
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", text).rstrip("/").lstrip("@")


def wanted_values(value: Any) -> list[str]:
    """Every value a manifest entry accepts or asks for."""
    if isinstance(value, dict):
        return [normal(part) for part in value.values()]
    return [normal(item) for item in value] if isinstance(value, list) else [normal(value)]


def recalled(name: str, value: Any, view: ProfileView) -> bool:
    """True when the expected value was read (a bio may stand inside a longer one)."""
    texts = [normal(item.text) for item in view.all(name)]
    if name == "website":
        texts += [normal(item.text) for item in view.all("links")]
    joined = " ".join(texts)
    for wanted in wanted_values(value):
        if name in ("bio", "location") and (
            wanted in joined or any(t and t in wanted and len(t) > 0.9 * len(wanted) for t in texts)
        ):
            continue
        if wanted in texts or any(name == "website" and t.split("?")[0].rstrip("/") == wanted for t in texts):
            continue
        if name == "handle" and any(t.endswith(wanted) or wanted.endswith("/" + t) for t in texts):
            continue
        return False
    return True


def score_page(row: dict[str, Any], view: ProfileView, score: Score) -> None:
    """Adds one page to the totals."""
    score.pages += 1
    allowed = set(row["outcomes"])
    told_apart = view.outcome not in CONCLUSIVE and view.kind is not PageKind.PROFILE
    right = view.outcome.value in allowed if allowed else told_apart
    score.outcomes_right += right
    if not right:
        score.notes.append(
            f"{row['file']}: {view.outcome.value} of a {view.kind.value}, not {sorted(allowed)}: {view.evidence}"
        )
    if view.outcome in CONCLUSIVE and not allowed & {"VISIBLE", "PARTIAL", "PRIVATE", "NOT_FOUND"}:
        score.dangerous.append(row["file"])
    for name, value in row.get("expected", {}).items():
        score.fields_expected += 1
        if recalled(name, value, view):
            score.fields_found += 1
        else:
            score.notes.append(
                f"{row['file']}: {name} {[f.text[:80] for f in view.all(name)]} not {str(value)[:80]!r}"
            )
    shown = view.first("display_name")
    if shown and "display_name" in row.get("expected", {}):
        score.names_given += 1
        score.names_right += normal(shown.text) == normal(row["expected"]["display_name"])
    elif shown:
        score.notes.append(f"{row['file']}: name read though none is expected: {shown.text!r}")


def rows_of(folder: Path) -> list[dict[str, Any]]:
    """Lines of the manifest whose file is a page (recordings of requests are none)."""
    lines = (folder / "MANIFEST.jsonl").read_text("utf-8").splitlines()
    return [row for row in map(json.loads, lines) if not row["file"].endswith(".har.json")]


def run(folder: Path) -> Score:
    """Reads every page of the manifest."""
    score = Score()
    for row in rows_of(folder):
        html = (folder / row["file"]).read_text("utf-8", errors="replace")
        started = time.process_time()
        try:
            view = read(html, row["url"])
        except PrivacyCheckError as error:
            score.notes.append(f"{row['file']}: {error}")
            continue
        spent = (time.process_time() - started) * 1000
        print(f"{row['file']:44} {view.outcome.value:13} {spent:6.0f} ms {len(html) / 1000:7.0f} kB")
        if "-v" in sys.argv:
            for item in view.fields:
                print(f"      {item.name:13} {item.text[:90]!r}  <- {item.source}")
            for sentence in view.evidence:
                print("      .", sentence)
        score_page(row, view, score)
    return score


if __name__ == "__main__":
    result = run(Path(sys.argv[1]))
    print("\n".join(result.notes))
    print("\n".join(result.lines()))
