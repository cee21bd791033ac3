"""Who can help: everyone, and those for somebody who may be watched or threatened."""

from __future__ import annotations

from privacy_check import catalogue, employer_pack
from privacy_check.assessment import own_paths
from privacy_check.catalogue import HelpContact
from privacy_check.helplines import helplines
from privacy_check.sentences import say


def all_contacts() -> list[HelpContact]:
    """Every contact, most urgent first; those at work come last, as the employer pack in use names them."""
    return [*helplines(), *_at_work()]


def safety_contacts() -> list[HelpContact]:
    """The first line for danger now, stalking and abuse at home: few enough for one small screen."""
    firsts: dict[str, HelpContact] = {}
    for contact in own_paths.contacts(own_paths.OwnPath.WATCHED):
        firsts.setdefault(contact.need, contact)
    return list(firsts.values())


def _at_work() -> list[HelpContact]:
    """Whom to ask first at one's own work; nothing more than the general line without a pack of one's own."""
    pack = employer_pack.current()
    if pack.id == employer_pack.GENERIC:
        return []
    known = catalogue.help_contacts()[0].checked_on
    return [
        HelpContact(
            need=say(f"reflect.at_work.{about}"),
            name=pack.name,
            contact="; ".join(contact.sentence for contact in pack.first(about)),
            note=say("reflect.at_work.in_order"),
            checked_on=pack.guidance.checked_on or known,
        )
        for about in ("child", "colleague", "self")
    ]


def contact_sentence(contact: HelpContact) -> str:
    """One contact as one line."""
    return f"{contact.need}: {contact.name}, {contact.contact}. {contact.note}".strip()
