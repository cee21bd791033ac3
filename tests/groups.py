"""How well the names of groups are read: `python -m tests.groups [--write docs/groups.md]`.

Names are invented and labelled by hand; one half was written after the rules and is the one to go by.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from privacy_check.groups import classify

FOLDER = Path(__file__).parent / "fixtures" / "groups"
NOTHING = "-"
BEGIN, END = "<!-- table -->", "<!-- end of table -->"
SETS = (
    ("to tune by, first", "names.tsv"),
    ("to tune by, in the ways sites write names", "names_tuning.tsv"),
    ("to report on", "names_reporting.tsv"),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """`f1` by category, and of how many harmless names how many were left alone."""

    names: int
    f1: dict[str, float]
    alone: int
    harmless: int

    @property
    def macro(self) -> float:
        """The mean over all categories, each as weighty as the others."""
        return sum(self.f1.values()) / len(self.f1)


def labelled(file: str) -> Iterator[tuple[str, str]]:
    """Names with their category, `-` for none."""
    for line in (FOLDER / file).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            category, name = line.split("\t")
            yield name, category


def measured(file: str) -> Measured:
    """The scores over one file."""
    rows = [(category, classify(name).category or NOTHING) for name, category in labelled(file)]
    right = Counter(wanted for wanted, told in rows if wanted == told)
    told, wanted = Counter(told for _, told in rows), Counter(wanted for wanted, _ in rows)
    kinds = sorted((told.keys() | wanted.keys()) - {NOTHING})
    f1 = {kind: 2 * right[kind] / (told[kind] + wanted[kind]) for kind in kinds}
    return Measured(len(rows), f1, right[NOTHING], wanted[NOTHING])


def table() -> str:
    """The page's table."""
    lines = ["| names | number | macro-F1 | harmless left alone |", "|---|---:|---:|---:|"]
    lines += [row(what, measured(file)) for what, file in SETS]
    return "\n".join(lines)


def row(what: str, found: Measured) -> str:
    """One line of the table."""
    return f"| {what} | {found.names} | {found.macro:.3f} | {found.alone} of {found.harmless} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table, or writes it into the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path, metavar="FILE")
    chosen = parser.parse_args(arguments)
    made = table()
    if chosen.write is None:
        print(made)
        return 0
    page = chosen.write.read_text("utf-8")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    chosen.write.write_text(f"{before}{BEGIN}\n{made}\n{END}{after}", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
