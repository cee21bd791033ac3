"""Findings put together by cause: one step for what mends them, with every visit it takes.

Rules that share a settings page of an account are mended by one visit and become one cause. Child safety is never
put together with anything else, and never counts as done because an account is hidden.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from privacy_check import catalogue
from privacy_check.assessment.pieces import COUNTS_UNSEEN, private_topic
from privacy_check.assessment.visits import WHOLE_ACCOUNT, Spot, inside_links, remedy_for
from privacy_check.model import Account, Finding, Mark, Severity, Visit

# A joke page or a namesake is to be left alone.
LEAVE_ALONE = ("IMP-04", "IMP-06")
STILL_TO_DO = (Mark.OPEN, Mark.ASKED, Mark.COULD_NOT)
Spots = Mapping[Spot, Sequence[Finding]]


class Kind(IntEnum):
    """How pressing a cause is, before its worth is weighed."""

    CHILD = 0
    HARM = 1
    TODAY = 2
    REST = 3


@dataclass(frozen=True, slots=True)
class Cause:
    """What one step mends: `findings` are its own, `along` goes when all `visits` are made as well.

    It is `waiting` when all of it was asked of others, or given up on.
    """

    rules: tuple[str, ...]
    findings: tuple[Finding, ...]
    along: tuple[Finding, ...]
    visits: tuple[Visit, ...]
    kind: Kind
    waiting: bool

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """What goes when all visits are made."""
        return tuple(dict.fromkeys(item.fingerprint for item in (*self.findings, *self.along)))

    @property
    def minutes(self) -> int:
        """The time of all visits."""
        return sum(visit.minutes for visit in self.visits)

    @property
    def severity(self) -> Severity:
        """The most pressing of its findings."""
        return max((item.severity for item in self.findings), key=lambda item: item.rank)

    @property
    def a_choice(self) -> bool:
        """True when nothing is wrong with it."""
        return catalogue.rule(self.rules[0]).a_choice

    @property
    def platforms(self) -> frozenset[str]:
        """The platforms it is mended on."""
        return frozenset(visit.account.platform for visit in self.visits if visit.account)


def causes(
    findings: Sequence[Finding],
    *,
    opens: Collection[str] = (),
    kept: Collection[str] = (),
    private_topics: bool = False,
    locked: Collection[str] = (),
) -> list[Cause]:
    """Every cause worth a step. `opens` are the rules that open a scenario about a child or a client, `kept` those
    that no hiding of an account takes away; `locked` the keys of accounts that strangers cannot open."""
    spots = _spots(item for item in findings if _to_be_done(item, private_topics, locked))
    hosts = {**_inside_links(spots, opens), **_closed_with_the_account(spots, opens)}
    visited = {
        (key, _remedy_id(rule_id, found))
        for (rule_id, key), found in spots.items()
        if not catalogue.rule(rule_id).a_choice
    }
    own = {
        spot: found for spot, found in spots.items() if spot not in hosts and not _on_the_way(spot, found, visited)
    }
    made = []
    for rules in _joined(own, opens):
        with_it = {spot: found for spot, found in spots.items() if hosts.get(spot) in rules}
        mine = {spot: found for spot, found in own.items() if spot[0] in rules}
        covered = tuple(_covered(mine, findings, {*opens, *kept}))
        made.append(_cause(mine, with_it, covered, opens))
    return made


def _on_the_way(spot: Spot, found: Sequence[Finding], visited: Collection[tuple[str, str]]) -> bool:
    """True for what is only a choice and stands on a page that is opened anyway: it needs no step of its own."""
    rule_id, key = spot
    choice = catalogue.rule(rule_id).a_choice and not private_topic(rule_id)
    return choice and (key, _remedy_id(rule_id, found)) in visited


def apart(cause: Cause, opens: Collection[str] = ()) -> Iterator[tuple[Cause, Cause]]:
    """Each account of a cause that closes whole accounts, with the other accounts: each is decided for itself.

    Empty for every other cause, and for one account.
    """
    keys = dict.fromkeys(visit.account.key for visit in cause.visits if visit.account)
    if cause.rules[0] != WHOLE_ACCOUNT or len(keys) < 2:
        return
    for key in keys:
        yield _only_on(cause, {key}, opens), _only_on(cause, keys.keys() - {key}, opens)


def _only_on(cause: Cause, keys: Collection[str], opens: Collection[str]) -> Cause:
    findings, along = (
        tuple(item for item in found if item.account and item.account.key in keys)
        for found in (cause.findings, cause.along)
    )
    there = {item.rule_id for item in (*findings, *along)}
    rules = tuple(rule_id for rule_id in cause.rules if rule_id in there)
    return Cause(
        rules=rules,
        findings=findings,
        along=along,
        visits=tuple(visit for visit in cause.visits if visit.account and visit.account.key in keys),
        kind=_kind(rules, findings, along, opens),
        waiting=_waiting(findings),
    )


def child_piece(rule_id: str, opens: Collection[str]) -> bool:
    """True for what can lead to a child or a client: it has to come down and is not done by hiding."""
    return rule_id in opens or catalogue.rule(rule_id).comes_first == "child_safety"


def _to_be_done(item: Finding, private_topics: bool, locked: Collection[str]) -> bool:
    if item.mark not in STILL_TO_DO or not item.confirmed or item.rule_id in LEAVE_ALONE:
        return False
    if private_topic(item.rule_id) and not private_topics:
        return False
    if item.rule_id.startswith(COUNTS_UNSEEN):
        return True
    shut = item.account is not None and item.account.key in locked
    if shut and (item.visibility is None or catalogue.rule(item.rule_id).hides):
        return False
    enough = catalogue.data("weights.toml")["formula"]["scenario_from"]
    return item.visibility is None or item.visibility >= enough


def _spots(findings: Iterable[Finding]) -> Spots:
    """Findings by rule and account; those that wait for somebody only where nothing of the rule is open."""
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for item in findings:
        by_rule[item.rule_id].append(item)
    spots: dict[Spot, list[Finding]] = defaultdict(list)
    for rule_id, found in by_rule.items():
        ready = [item for item in found if item.mark is Mark.OPEN]
        for item in ready or found:
            spots[(rule_id, item.account.key if item.account else "")].append(item)
    return spots


def _closed_with_the_account(spots: Spots, opens: Collection[str]) -> dict[Spot, str]:
    """What needs no steps of its own, because closing the whole account is the same switch or does it as well."""
    switches = {
        key: _remedy_id(rule_id, found) for (rule_id, key), found in spots.items() if rule_id == WHOLE_ACCOUNT
    }
    hidden = set(catalogue.rule(WHOLE_ACCOUNT).hides)
    taken = {}
    for (rule_id, key), found in spots.items():
        if (
            rule_id == WHOLE_ACCOUNT
            or key not in switches
            or _class(rule_id, opens) != _class(WHOLE_ACCOUNT, opens)
        ):
            continue
        hides = set(catalogue.rule(rule_id).hides)
        if _remedy_id(rule_id, found) == switches[key] or (hides and hides < hidden):
            taken[(rule_id, key)] = WHOLE_ACCOUNT
    return taken


def _inside_links(spots: Spots, opens: Collection[str]) -> dict[Spot, str]:
    worded = {spot: [(item.field, item.value.reveal()) for item in found] for spot, found in spots.items()}
    return inside_links(worded, lambda one, other: _class(one, opens) == _class(other, opens))


def _class(rule_id: str, opens: Collection[str]) -> tuple[str, bool, bool]:
    """Rules of different classes are never one cause; every child-safety rule is a class of its own."""
    rule = catalogue.rule(rule_id)
    return rule_id if child_piece(rule_id, opens) else rule.comes_first, rule.a_choice, private_topic(rule_id)


def _joined(spots: Spots, opens: Collection[str]) -> list[frozenset[str]]:
    """Rules that become one cause, because some visit mends them together."""
    groups = {rule_id: frozenset({rule_id}) for rule_id, _ in spots}
    for (one, key), found in spots.items():
        for (other, where), others in spots.items():
            near = key == where or not key or not where
            alike = _class(one, opens) == _class(other, opens) and _waiting(found) == _waiting(others)
            if one < other and near and alike and _remedy_id(one, found) == _remedy_id(other, others):
                together = groups[one] | groups[other]
                groups.update(dict.fromkeys(together, together))
    return list(dict.fromkeys(groups.values()))


def _cause(own: Spots, with_it: Spots, covered: Sequence[Finding], opens: Collection[str]) -> Cause:
    findings = tuple(item for found in own.values() for item in found)
    more = tuple(item for found in with_it.values() for item in found)
    rules = sorted({rule_id for rule_id, _ in own}, key=lambda rule_id: _headline(rule_id, findings))
    return Cause(
        rules=tuple(dict.fromkeys((*rules, *sorted({rule_id for rule_id, _ in with_it})))),
        findings=findings,
        along=(*more, *covered),
        visits=tuple(_visits(own, rules[0])),
        kind=_kind(rules, findings, (*more, *covered), opens),
        waiting=_waiting(findings),
    )


def _headline(rule_id: str, findings: Sequence[Finding]) -> tuple[bool, int, float, str]:
    """The switch for the whole account names its cause; else the most pressing rule does."""
    rank = max(item.severity.rank for item in findings if item.rule_id == rule_id)
    return rule_id != WHOLE_ACCOUNT, -rank, -catalogue.rule(rule_id).sensitivity, rule_id


def _kind(rules: Sequence[str], own: Sequence[Finding], along: Sequence[Finding], opens: Collection[str]) -> Kind:
    if any(child_piece(rule_id, opens) for rule_id in rules):
        return Kind.CHILD
    if any(catalogue.rule(rule_id).comes_first for rule_id in rules):
        return Kind.HARM
    # Closing the whole account takes what is urgent on it out of strangers' sight, mostly in two minutes.
    counted = (*own, *along) if WHOLE_ACCOUNT in rules else own
    return Kind.TODAY if any(item.severity is Severity.DO_TODAY for item in counted) else Kind.REST


def _covered(own: Spots, everything: Sequence[Finding], kept: Collection[str]) -> Iterator[Finding]:
    """What is hidden as well; child safety never is, because it has to come down."""
    hides = {(key, field) for rule_id, key in own if key for field in catalogue.rule(rule_id).hides}
    for item in everything:
        on = item.account.key if item.account else ""
        if (on, item.field) in hides and not (catalogue.rule(item.rule_id).comes_first or item.rule_id in kept):
            yield item


def _visits(own: Spots, headline: str) -> Iterator[Visit]:
    """One visit per account and remedy; what mends the headline comes first, then what mends most."""
    grouped: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for spot, found in own.items():
        grouped[(spot[1], _remedy_id(spot[0], found))].append(spot)
    on_accounts = {remedy_id for key, remedy_id in grouped if key}

    def order(one: tuple[tuple[str, str], list[Spot]]) -> tuple[bool, int, tuple[str, str]]:
        return all(rule_id != headline for rule_id, _ in one[1]), -sum(len(own[spot]) for spot in one[1]), one[0]

    for (key, remedy_id), spots in sorted(grouped.items(), key=order):
        # What belongs to no account is mended on the accounts, where the same steps are followed there.
        if key or remedy_id not in on_accounts:
            yield Visit(own[spots[0]][0].account, remedy_id, catalogue.remedy(remedy_id).minutes)


def _remedy_id(rule_id: str, found: Sequence[Finding]) -> str:
    account: Account | None = found[0].account
    return remedy_for(rule_id, account.platform if account else None).id


def _waiting(findings: Sequence[Finding]) -> bool:
    return all(item.mark is not Mark.OPEN for item in findings)
