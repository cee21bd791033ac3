"""Groups the person is seen in, and what each membership lets someone conclude; private ones are dots until asked.

A membership is private when its name may tell something private, by its category or by a finding about it, and
when the group itself is closed to strangers. A group that a finding is about never reads as telling nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from privacy_check import catalogue
from privacy_check.account_names import NameOf
from privacy_check.assessment.how_much_seen import Seen, how_much_seen, nothing_to_change
from privacy_check.journey.presenters import private
from privacy_check.model import Account, Assessment, Finding, Group, Sensitive
from privacy_check.sentences import say

_CLOSED = ("private", "closed", "secret")


@dataclass(frozen=True, slots=True)
class GroupView:
    """What is said about one membership; `name` is dots and `could_conclude` generic until revealed."""

    id: str
    name: str
    place: str
    could_conclude: str
    seen: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupsView:
    """Every membership that was seen, or `none`: a sentence that never calls unseen groups absent."""

    groups: tuple[GroupView, ...]
    none: str
    any_private: bool


def groups_view(assessment: Assessment, name_of: NameOf, *, reveal: bool) -> GroupsView:
    """What the page of the groups says."""
    found = [(view.account, group) for view in assessment.views for group in view.groups if group.name]
    about = [_finding_about(group, account, assessment) for account, group in found]
    return GroupsView(
        tuple(
            _told(f"g{at}", group, account, finding, name_of(account.platform), reveal=reveal)
            for at, ((account, group), finding) in enumerate(zip(found, about, strict=True))
        ),
        "" if found else _none(assessment),
        any(is_private(group, finding) for (_, group), finding in zip(found, about, strict=True)),
    )


def is_private(group: Group, about: Finding | None = None) -> bool:
    """True for a membership whose name stays dots until it is asked for."""
    told = (group.category or "").startswith("GRP-S") or (about is not None and private(about))
    return told or group.visibility.casefold() in _CLOSED


def _finding_about(group: Group, account: Account, assessment: Assessment) -> Finding | None:
    """The finding that speaks of this membership; a private topic before others, as it decides what is shown."""
    name = group.name.casefold()
    found = [
        item
        for item in assessment.findings
        if item.account is not None
        and item.account.key == account.key
        and item.field == "groups"
        and (value := item.value.reveal().casefold())
        and (value in name or name in value)
    ]
    return next((item for item in found if private(item)), next(iter(found), None))


def _told(
    key: str, group: Group, account: Account, finding: Finding | None, place: str, *, reveal: bool
) -> GroupView:
    rule_id = group.category or (finding.rule_id if finding else "")
    known = catalogue.known(rule_id)
    hidden = is_private(group, finding) and not reveal
    if hidden:
        told = say("app.telling.private_group")
    elif known:
        told = catalogue.rule(rule_id).why
    else:
        told = finding.explanation if finding else say("app.telling.tells_little")
    found = catalogue.remedies(rule_id, account.platform) if known else ()
    return GroupView(
        key,
        Sensitive(group.name).masked() if hidden else group.name,
        place,
        told,
        say("app.telling.membership", visibility=group.visibility)
        if group.visibility
        else say("app.telling.membership_unknown"),
        tuple(found[0].steps) if found else (),
    )


def _none(assessment: Assessment) -> str:
    """What stands where no group was seen: that is never the same as being in none."""
    seen = how_much_seen(assessment)
    if seen.amount is Seen.NOTHING:
        return nothing_to_change(seen)
    return say("journey.none.groups")
