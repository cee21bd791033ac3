"""Other tools over the same texts, where they are installed; none of them is a dependency.

`python -m tests.benchmarks.peers`, run by an interpreter that has them, measures them and keeps the numbers in
`peers.json` beside this file; `python -m tests.accuracy --write docs/accuracy.md` sets them beside this project's.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.metadata
import json
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.accuracy import STRUCTURED, Finder, Place, importable, load, ours, score
from tests.benchmarks.speed import bare, texts_per_second

KEPT = Path(__file__).with_name("peers.json")
HALVES = {"reporting": "Our own reporting texts", "unseen": "Texts by other authors"}

_PRESIDIO = {
    "PHONE_NUMBER": "phone",
    "EMAIL_ADDRESS": "email",
    "CREDIT_CARD": "card",
    "IBAN_CODE": "iban",
    "IP_ADDRESS": "ip",
    "UK_NHS": "nhs_number",
    "UK_NINO": "nino",
    "UK_POSTCODE": "postcode",
    "UK_PASSPORT": "passport",
    "UK_DRIVING_LICENCE": "driving_licence",
    "UK_VEHICLE_REGISTRATION": "vehicle_registration",
    "DATE_TIME": "birth_date",
}
_SCRUBADUB = {
    "phone": "phone",
    "email": "email",
    "credit_card": "card",
    "national_insurance_number": "nino",
    "postalcode": "postcode",
    "drivers_licence": "driving_licence",
    "vehicle_licence_plate": "vehicle_registration",
    "twitter": "handle",
    "date_of_birth": "birth_date",
}
_COMMONREGEX = {"phones": "phone", "emails": "email", "credit_cards": "card", "ips": "ip", "dates": "birth_date"}


_UK = ("UkDrivingLicence", "UkNino", "UkPassport", "UkPostcode", "UkVehicleRegistration")


def _presidio(*added: str) -> Finder | None:
    """Presidio with its default recognisers and those `added`, on a blank tokeniser and no language model."""
    module, spacy = importable("presidio_analyzer"), importable("spacy")
    if module is None or spacy is None:
        return None
    engine = importlib.import_module("presidio_analyzer.nlp_engine").SpacyNlpEngine()
    engine.nlp = {"en": spacy.blank("en")}
    analyzer = module.AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])
    recognizers = importlib.import_module("presidio_analyzer.predefined_recognizers")
    for name in added:
        analyzer.registry.add_recognizer(getattr(recognizers, f"{name}Recognizer")())

    def find(text: str) -> list[Place]:
        found = analyzer.analyze(text=text, language="en")
        return [(r.start, r.end, _PRESIDIO[r.entity_type]) for r in found if r.entity_type in _PRESIDIO]

    return find


def _scrubadub() -> Finder | None:
    module = importable("scrubadub")
    if module is None:
        return None
    scrubber = module.Scrubber(locale="en_GB")

    def find(text: str) -> list[Place]:
        return [(f.beg, f.end, _SCRUBADUB[f.type]) for f in scrubber.iter_filth(text) if f.type in _SCRUBADUB]

    return find


def _commonregex() -> Finder | None:
    module = importable("commonregex")
    if module is None:
        return None

    def find(text: str) -> list[Place]:
        parsed = module.CommonRegex(text)
        places = []
        for name, kind in _COMMONREGEX.items():
            for value in getattr(parsed, name):
                at = text.find(value.strip())
                if at >= 0:
                    places.append((at, at + len(value.strip()), kind))
        return places

    return find


# The name in the table, the package whose version counts, and how its finder is made.
TOOLS: tuple[tuple[str, str, Callable[[], Finder | None]], ...] = (
    ("Presidio", "presidio-analyzer", _presidio),
    ("Presidio with its UK recognisers", "presidio-analyzer", lambda: _presidio(*_UK)),
    ("scrubadub, en_GB", "scrubadub", _scrubadub),
    ("commonregex", "commonregex", _commonregex),
)


def rows_for_all(half: str) -> list[dict[str, Any]]:
    """Labelled texts in which mobile numbers are ones that could be given out.

    The texts hold numbers kept free for drama, which tools that check the plan of numbers rightly refuse.
    """
    return [{**row, "text": re.sub(r"7700([ -]?)900", r"7400\g<1>123", row["text"])} for row in load(half)]


def measure() -> dict[str, dict[str, Any]]:
    """For every half and tool that is installed here, what it scored, how fast it was, and on which texts."""
    measured: dict[str, dict[str, Any]] = {}
    for half in HALVES:
        rows = rows_for_all(half)
        tools = {}
        for name, package, build in TOOLS:
            finder = build()
            if finder is not None:
                tools[name] = {"version": importlib.metadata.version(package), **_scored(rows, finder)}
        measured[half] = {"texts": _fingerprint(rows), "tools": tools}
    return measured


def tables() -> str:
    """A Markdown table for each half: this project as it is now, then each tool as it was measured."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    return "\n\n".join(f"{title}:\n\n{_table(half, kept[half])}" for half, title in HALVES.items())


def _table(half: str, kept: dict[str, Any]) -> str:
    rows = rows_for_all(half)
    lines = [
        "| tool | precision | recall | F1 | traps hit | clean texts | work |",
        "|---|---:|---:|---:|---:|---:|---:|",
        _row("**privacy-check**", _scored(rows, ours)),
    ]
    # Numbers of another set of texts must not pass for numbers of this one.
    earlier = "" if kept["texts"] == _fingerprint(rows) else ", on an earlier set of texts"
    return "\n".join([*lines, *measured_rows(kept["tools"], earlier)])


def measured_rows(tools: dict[str, dict[str, Any]], remark: str = "") -> list[str]:
    """The rows of tools as they were measured."""
    return [_row(f"{name}, {tool['version']}{remark}", tool) for name, tool in tools.items()]


def _fingerprint(rows: Sequence[dict[str, Any]]) -> str:
    return hashlib.sha256("\n".join(row["text"] for row in rows).encode()).hexdigest()[:16]


def _scored(rows: Sequence[dict[str, Any]], finder: Finder) -> dict[str, Any]:
    result = score(rows, lambda text: [place for place in finder(text) if place[2] in STRUCTURED])
    count = result.together(STRUCTURED)
    texts = [row["text"] for row in rows]
    return {
        "precision": round(count.precision, 3),
        "recall": round(count.recall, 3),
        "f1": round(count.f1, 3),
        "traps": [result.traps_hit, result.traps],
        "clean": [result.clean_flagged, result.clean],
        "work": round(texts_per_second(bare, texts) / texts_per_second(finder, texts), 1),
    }


def _row(name: str, scored: dict[str, Any]) -> str:
    hit, traps = scored["traps"]
    flagged, clean = scored["clean"]
    return (
        f"| {name} | {scored['precision']:.3f} | {scored['recall']:.3f} | {scored['f1']:.3f} "
        f"| {hit} of {traps} | {flagged} of {clean} | {scored['work']:.1f} |"
    )


def main() -> int:
    """Measures the tools installed here and keeps their numbers; at least one must be installed."""
    measured = measure()
    if not measured["reporting"]["tools"]:
        print("None of the other tools is installed for this interpreter; nothing was changed.", file=sys.stderr)
        return 1
    KEPT.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")
    print(f"Kept the numbers of {', '.join(measured['reporting']['tools'])} in {KEPT.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
