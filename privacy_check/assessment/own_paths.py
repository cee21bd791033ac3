"""Findings that are no ordinary fix: whom to tell first, what to do, and what is not offered for them.

Four of them go another way than "change this setting": a child who must not be found, somebody who may be watched,
a copy of the person, and a post about a case.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from privacy_check import catalogue
from privacy_check.assessment import how_much_seen as how_much_seen_words
from privacy_check.assessment.how_much_seen import how_much_seen
from privacy_check.catalogue import HelpContact
from privacy_check.helplines import helplines
from privacy_check.model import Assessment, Finding, Mark, Nature, Scenario, ScenarioStatus
from privacy_check.sentences import lines, say

CHILD_SCENARIO = "SC-10"
# Pieces that speak of a child who must not be found; the others of that scenario only help to find a home.
_OF_THE_CHILD = frozenset({"PHO-04", "LOC-10", "GRP-C1"})
_OF_A_CASE = frozenset({"WRK-01", "WRK-07"})


class OwnPath(StrEnum):
    """A path of its own, by the name its sentences have."""

    PROTECTED_CHILD = "protected_child"
    WATCHED = "watched"
    COPY = "copy"
    CASE_POST = "case_post"


# Whom to call: words of the need they stand with in the help list.
_HELP = {
    OwnPath.PROTECTED_CHILD: ("danger now", "child in your care", "child or a colleague", "using a child"),
    OwnPath.WATCHED: ("danger now", "watches you", "frightens you"),
    OwnPath.COPY: ("fake profile", "said no to your report", "Fraud"),
    OwnPath.CASE_POST: ("Your job", "fake profile"),
}
# The steps about a copy stand in reports too, under a name of their own.
_STEPS = {OwnPath.COPY: "copies.steps"}


@dataclass(frozen=True, slots=True)
class PathText:
    """What is said on one path: `help` comes before the steps, as (name, how to reach them)."""

    path: OwnPath
    title: str
    lead: str
    steps: tuple[str, ...]
    help: tuple[tuple[str, str], ...]


def text_of(path: OwnPath) -> PathText:
    """The sentences of a path, the people to ask among them."""
    return PathText(
        path=path,
        title=say(f"paths.{path}.title"),
        lead=say(f"paths.{path}.lead"),
        steps=lines(_STEPS.get(path, f"paths.{path}.steps")),
        help=(*_manager(path), *((contact.name, contact.contact) for contact in contacts(path))),
    )


def contacts(path: OwnPath) -> tuple[HelpContact, ...]:
    """The helplines that know about this, most urgent first."""
    found = helplines()
    return tuple(item for item in found if any(word in item.need for word in _HELP[path]))


def path_of(finding: Finding, assessment: Assessment) -> OwnPath | None:
    """The path a finding belongs to; None for everything that is an ordinary fix."""
    if finding.nature is Nature.IMPERSONATION:
        return OwnPath.COPY
    if finding.rule_id in _OF_A_CASE:
        return OwnPath.CASE_POST
    if finding.rule_id not in _OF_THE_CHILD:
        return None
    first = catalogue.rule(finding.rule_id).comes_first == "child_safety"
    return OwnPath.PROTECTED_CHILD if first or _child_scenario(assessment.scenarios) else None


def paths_of(assessment: Assessment) -> tuple[OwnPath, ...]:
    """Every path that this check leads to, the most pressing first; nobody is told here that they are watched."""
    there = {path_of(item, assessment) for item in assessment.findings if _counts(item)}
    if _child_scenario(assessment.scenarios):
        there.add(OwnPath.PROTECTED_CHILD)
    if any(item.verdict.may_be_copy for item in assessment.candidates):
        there.add(OwnPath.COPY)
    return tuple(path for path in OwnPath if path in there)


def may_keep(finding: Finding, assessment: Assessment) -> bool:
    """False where "keep it as it is" is not the person's alone to say: for a child who must not be found."""
    return path_of(finding, assessment) is not OwnPath.PROTECTED_CHILD


def may_show_number(assessment: Assessment, *, watched: bool = False) -> bool:
    """True when a range may be shown: enough was seen, no protected child is at stake, and nobody is watched."""
    child = OwnPath.PROTECTED_CHILD in paths_of(assessment)
    return not watched and not child and how_much_seen(assessment).may_show_number


def why_no_number(assessment: Assessment, *, watched: bool = False) -> str:
    """What stands where the number would be; empty where one may be shown."""
    if watched:
        return say("paths.watched.no_number")
    if OwnPath.PROTECTED_CHILD in paths_of(assessment):
        return say("paths.no_number_child")
    return how_much_seen_words.why_no_number(how_much_seen(assessment))


def _child_scenario(scenarios: Iterable[Scenario]) -> bool:
    return any(item.id == CHILD_SCENARIO and item.status is ScenarioStatus.OPEN for item in scenarios)


def _counts(finding: Finding) -> bool:
    return finding.confirmed and finding.mark not in (Mark.FIXED, Mark.NOT_ME)


def _manager(path: OwnPath) -> tuple[tuple[str, str], ...]:
    """A post about a case: the manager is one of several people to ask, not the only one."""
    return ((say("paths.manager"), say("paths.manager_how")),) if path is OwnPath.CASE_POST else ()
