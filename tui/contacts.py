"""Who can help: everyone, and those for somebody who may be watched or threatened."""

from __future__ import annotations

from privacy_check import catalogue
from privacy_check.assessment import own_paths
from privacy_check.catalogue import HelpContact


def all_contacts() -> list[HelpContact]:
    """Every contact, most urgent first."""
    return list(catalogue.help_contacts())


def safety_contacts() -> list[HelpContact]:
    """Those for danger now, stalking and abuse at home."""
    return list(own_paths.contacts(own_paths.OwnPath.WATCHED))


def contact_sentence(contact: HelpContact) -> str:
    """One contact as one line."""
    return f"{contact.need}: {contact.name}, {contact.contact}. {contact.note}".strip()
