"""docs/guidance-map.md, made from the data: which card, check or refusal answers to each line of the guidance.

python -m tests.guidance_map            says whether the page is as the data would have it
python -m tests.guidance_map --write    writes it
"""

from __future__ import annotations

import sys
from pathlib import Path

from privacy_check import catalogue
from privacy_check.reflection import cards, guidance

PAGE = Path(__file__).parent.parent / "docs" / "guidance-map.md"
HEAD = """# The guidance, line by line

The [Leeds online safety guidance]({source})
(E-Safety, chapter 1.9.1) has numbered sections 1 to 3.2. This page says what of privacy-check answers to
each line of them: a *card* to think with (`privacy-check reflect --card ID`), a *check* (a rule of the
taxonomy), or a *refusal* (what the tool will not do, and where the code keeps to it). The number is the
guidance's own, the letter is ours. The words on the left say what a line is about; the guidance itself is
read on its own page.

Rules that stand first cite the line themselves; the others serve it too. This page is made by
`python -m tests.guidance_map --write` from `privacy_check/data/guidance.toml`, `taxonomy.toml` and
`reflection/*.toml`, and a test fails while it differs from them.

| Section | About | Cards | Checks | Refused |
|---|---|---|---|---|
"""


def page() -> str:
    """The whole page as the data would have it."""
    rows = (_row(section) for section in guidance.sections())
    return HEAD.format(source=guidance.source()) + "".join(rows)


def _row(section: guidance.Section) -> str:
    titles = "; ".join(f"{cards.card(card_id).title} (`{card_id}`)" for card_id in section.cards)
    kept_by = ", ".join(f"`{place}`" for place in section.kept_by)
    refused = f"{section.refused} Kept by {kept_by}." if section.refused else ""
    cells = (section.ref, section.about, _worded(titles), ", ".join(section.checks), refused)
    return f"| {' | '.join(cells)} |\n".replace("|  |", "| |").replace("|  |", "| |")


def _worded(text: str) -> str:
    """Titles that name a gap are worded with the pack everybody has."""
    from privacy_check.employer_pack import shipped

    return cards.filled(text, shipped("generic").gaps())


def main() -> int:
    """Writes the page, or says whether it is right; 1 when it is not."""
    if "--write" in sys.argv[1:]:
        PAGE.write_text(page(), encoding="utf-8")
        print(f"{PAGE.name}: {len(guidance.sections())} lines, {len(catalogue.rules())} rules.")
        return 0
    right = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page()
    print("As it should be." if right else "Not as the data would have it: run with --write.")
    return 0 if right else 1


if __name__ == "__main__":
    raise SystemExit(main())
