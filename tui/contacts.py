"""Who can help: everyone, and those for somebody who may be watched or threatened."""

from __future__ import annotations

from privacy_check import catalogue
from privacy_check.catalogue import HelpContact

_SAFETY = ("danger now", "watches you", "frightens you")


def all_contacts() -> list[HelpContact]:
    """Every contact, most urgent first."""
    return list(catalogue.help_contacts())


def safety_contacts() -> list[HelpContact]:
    """The first line for danger now, stalking and abuse at home: few enough for one small screen."""
    firsts: dict[str, HelpContact] = {}
    for contact in filter(_about_safety, all_contacts()):
        firsts.setdefault(contact.need, contact)
    return list(firsts.values())


def _about_safety(contact: HelpContact) -> bool:
    return any(word in contact.need.casefold() for word in _SAFETY)


def contact_sentence(contact: HelpContact) -> str:
    """One contact as one line."""
    return f"{contact.need}: {contact.name}, {contact.contact}. {contact.note}".strip()
