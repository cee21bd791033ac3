"""Other tools over the same texts, where they are installed; none of them is a dependency."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tests.accuracy import STRUCTURED, Finder, Place, importable, ours, score

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


def _presidio() -> Finder | None:
    module = importable("presidio_analyzer")
    if module is None:
        return None
    analyzer = module.AnalyzerEngine()

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


TOOLS: dict[str, Callable[[], Finder | None]] = {
    "Presidio": _presidio,
    "scrubadub": _scrubadub,
    "commonregex": _commonregex,
}


def table(rows: Sequence[dict[str, Any]]) -> str:
    """Markdown rows: this project, then each tool, or that it is not installed here."""
    lines = ["| tool | precision | recall | F1 | traps hit | clean texts |", "|---|---:|---:|---:|---:|---:|"]
    lines.append(_row("privacy-check", rows, ours))
    for name, build in TOOLS.items():
        finder = build()
        lines.append(f"| {name} | not installed here | | | | |" if finder is None else _row(name, rows, finder))
    return "\n".join(lines)


def _row(name: str, rows: Sequence[dict[str, Any]], finder: Finder) -> str:
    result = score(rows, lambda text: [place for place in finder(text) if place[2] in STRUCTURED])
    count = result.together(STRUCTURED)
    return (
        f"| {name} | {count.precision:.3f} | {count.recall:.3f} | {count.f1:.3f} "
        f"| {result.traps_hit} of {result.traps} | {result.clean_flagged} of {result.clean} |"
    )
