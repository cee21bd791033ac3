"""The page of forgotten accounts: what will be asked, then what was found and what can be done about each."""

from __future__ import annotations

from dataclasses import dataclass

from privacy_check import sites_told
from privacy_check.forgotten import SiteAnswer, Topic
from privacy_check.journey import forgetting
from privacy_check.journey.flow import GO_ON
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views.base import Offer
from privacy_check.model import Outcome
from privacy_check.sentences import say

TOPIC = "topic-"


@dataclass(frozen=True, slots=True)
class FoundSite:
    """One site with an account of that handle, and what is said of it."""

    id: str
    name: str
    handle: str
    told: tuple[str, ...]
    answer: SiteAnswer


@dataclass(frozen=True, slots=True)
class ForgottenView:
    """`found` each with its sentences; `says` what there is to say of all of them."""

    found: tuple[FoundSite, ...]
    says: tuple[str, ...]


def before(topics: frozenset[Topic]) -> tuple[Offer, ...]:
    """What may be chosen before sites are asked: kinds of site that are left alone otherwise, and to begin."""
    return (
        *(
            Offer(
                f"{TOPIC}{topic}",
                say("forgotten.topic", topic=say(f"accounts.topic.{topic}")),
                say("paths.situation.yes") if topic in topics else "",
            )
            for topic in Topic
        ),
        Offer(GO_ON, say("forgotten.ask"), strong=True),
    )


def forgotten(journey: Journey) -> ForgottenView:
    """What the sites answered so far. What could not be seen is never told as absent."""
    answers = list(journey.sites.values())
    found = forgetting.found(journey)
    missing = sum(answer.outcome is Outcome.NOT_FOUND for answer in answers)
    unseen = [answer for answer in answers if not answer.outcome.conclusive]
    says = [say("accounts.told.found", count=len(found)), say("accounts.told.namesake")] if found else []
    if missing and not found:
        says.append(say("accounts.told.found_none"))
    if missing:
        says.append(say("accounts.told.missing", count=missing))
    if unseen:
        says += [say("accounts.told.unseen", count=len(unseen)), *map(str.strip, sites_told.reasons(unseen))]
    domains = sorted({hint.domain for hint in journey.accounts.hints})
    if domains:
        says += [say("accounts.told.hints", count=len(domains)), ", ".join(domains)]
    if answers:
        says.append(say("accounts.told.limit"))
    return ForgottenView(
        tuple(
            FoundSite(f"s{at}", answer.site.name, answer.account.handle, tuple(sites_told.about(answer)), answer)
            for at, answer in enumerate(found)
        ),
        tuple(says),
    )
