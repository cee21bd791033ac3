"""Whom to call, as it fits the employer pack in use: the lines of its nation before those of the others."""

from __future__ import annotations

from privacy_check import catalogue
from privacy_check.catalogue import HelpContact

_NATIONS = {
    "england": "England",
    "scotland": "Scotland",
    "wales": "Wales",
    "northern_ireland": "Northern Ireland",
}


def helplines() -> tuple[HelpContact, ...]:
    """Every line, most urgent need first, and within a need those that hold in the nation of the pack in use.

    None is left out: people work for an employer of one nation and live in another.
    """
    from privacy_check import employer_pack

    found = catalogue.help_contacts()
    nation = _NATIONS.get(employer_pack.current().nation)
    if nation is None:
        return found
    needs = list(dict.fromkeys(item.need for item in found))
    return tuple(sorted(found, key=lambda item: (needs.index(item.need), nation not in item.nations)))
