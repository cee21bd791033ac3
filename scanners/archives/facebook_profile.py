"""The profile of a Facebook archive: what the page of the person says, and what the account is made of."""

from __future__ import annotations

from typing import Any

from scanners.archives.gather import Gather
from scanners.archives.mending import birthday, pick, said

# Members that stand for one fact as they are, or for the names in a list.
_PLAIN = {
    "username": "handle",
    "registration_timestamp": "joined",
    "languages": "languages",
    "interested_in": "interested_in",
    "about_me": "bio",
    "intro_bio": "bio",
    "bio": "bio",
    "current_city": "location",
    "hometown": "hometown",
    "favorite_quotes": "quotes",
    "nicknames": "nickname",
    "address": "address",
    "screen_names": "linked_accounts",
}


def read_profile(profile: Any, gather: Gather, source: str) -> None:
    """Reads a profile of any year; what it does not hold is no fault."""
    if not isinstance(profile, dict):
        return
    name = pick(profile, "name", "full_name")
    gather.fact("display_name", pick(name, "full_name", "name") if isinstance(name, dict) else name, source)
    for key, fact in _PLAIN.items():
        gather.fact(fact, _names(pick(profile, key)), source)
    gather.url = said(pick(profile, "profile_uri", "uri")) or gather.url
    emails = pick(profile, "emails")
    if isinstance(emails, dict):
        for key in ("emails", "previous_emails", "pending_emails", "ad_account_emails"):
            gather.fact("email", _names(pick(emails, key)), source)
    else:
        gather.fact("email", _names(emails), source)
    gather.fact("phone", _phones(pick(profile, "phone_numbers", "phones")), source)
    gather.fact("birthday", birthday(pick(profile, "birthday") or ""), source)
    gender = pick(profile, "gender")
    gather.fact(
        "gender", pick(gender, "gender_option", "custom_genders") if isinstance(gender, dict) else gender, source
    )
    gather.fact("former_names", _names(pick(profile, "previous_names")), source)
    gather.fact("former_names", _names(pick(profile, "other_names")), source)
    gather.fact("website", _names(pick(profile, "websites")), source)
    for group in pick(profile, "groups") or ():
        gather.group(_names(group))
    _private_life(profile, gather, source)
    _work_and_school(profile, gather, source)


def _private_life(profile: dict[str, Any], gather: Gather, source: str) -> None:
    """What is sensitive by itself, as its own kind of fact."""
    relationship = pick(profile, "relationship")
    if isinstance(relationship, dict):
        gather.fact("relationship", relationship.get("status"), source)
        gather.fact("family", _names(relationship.get("partner")), source)
    else:
        gather.fact("relationship", relationship, source)
    gather.fact("family", _names(pick(profile, "family_members")), source)
    for key, fact in (("political_view", "politics"), ("religious_view", "religion")):
        view = pick(profile, key)
        gather.fact(fact, _names(view), source)
        gather.fact(fact, pick(view, "description"), source)
    blood = pick(profile, "blood_info")
    donor = said(pick(blood, "blood_donor_status"))
    gather.fact("health", "" if donor.upper() == "UNREGISTERED" else donor, source)


def _work_and_school(profile: dict[str, Any], gather: Gather, source: str) -> None:
    for job in pick(profile, "work_experiences", "work") or ():
        gather.fact("employer", pick(job, "employer", "name") if isinstance(job, dict) else job, source)
        gather.fact("job_title", pick(job, "title", "position"), source)
        gather.fact("places", _names(pick(job, "location")), source)
    for school in pick(profile, "education_experiences", "education") or ():
        gather.fact("education", pick(school, "name", "school") if isinstance(school, dict) else school, source)


def _names(value: Any) -> Any:
    """The words of a value, of its `name` or `address`, or those of each element."""
    if isinstance(value, list):
        return [_names(one) for one in value]
    if isinstance(value, dict):
        parts = [said(pick(value, key)) for key in ("street", "city", "region", "zipcode", "country")]
        return pick(value, "name", "address", "service_name") or ", ".join(filter(None, parts))
    return value


def _phones(value: Any) -> list[str]:
    numbers = value if isinstance(value, list) else [value]
    return [said(pick(one, "phone_number", "number") if isinstance(one, dict) else one) for one in numbers]
