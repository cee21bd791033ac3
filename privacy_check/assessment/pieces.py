"""A finding as scenarios and score see it, whether it came as a Finding or as a plain mapping."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from privacy_check import catalogue
from privacy_check.model import Account, Finding, Mark, Nature, SeenBy, Sensitive

# What someone does, or a sign-in that is weak, counts whether or not anyone can see it.
COUNTS_UNSEEN = ("IMP-", "CNT-", "CRD-", "ACC-")


@dataclass(frozen=True, slots=True)
class Piece:
    """`visibility` is a number on the ladder, None when it could not be checked; `key` names the finding.

    `stands_in` is the field of the page and the value in clear, where they are known.
    """

    rule_id: str
    visibility: float | None
    confidence: float
    linkability: float
    account: str
    key: str
    set_aside: bool = False
    stands_in: tuple[str, str] = field(default=("", ""), repr=False)

    @property
    def confirmed(self) -> bool:
        """False for a hint nobody has answered, and for what the person fixed or said is not theirs."""
        return self.confidence > 0.5 and not self.set_aside

    @property
    def counts_unseen(self) -> bool:
        """True when it counts as soon as it is confirmed."""
        return self.rule_id.startswith(COUNTS_UNSEEN)


Given = Finding | Mapping[str, object] | Piece


def pieces_of(findings: Iterable[Given]) -> tuple[Piece, ...]:
    """The findings as pieces; rules of reflection are left out, whoever hands them in."""
    read = (_read(item, index) for index, item in enumerate(findings))
    return tuple(piece for piece in read if not _reflection(piece.rule_id))


def _reflection(rule_id: str) -> bool:
    return catalogue.known(rule_id) and catalogue.rule(rule_id).reflection


def _read(item: Given, index: int) -> Piece:
    if isinstance(item, Piece):
        return item
    if isinstance(item, Finding):
        return Piece(
            rule_id=item.rule_id,
            visibility=item.visibility,
            confidence=item.confidence,
            linkability=item.linkability,
            account=item.account.key if item.account else "",
            key=item.fingerprint,
            set_aside=item.mark in (Mark.FIXED, Mark.NOT_ME),
            stands_in=(item.field, item.value.reveal()),
        )
    rule_id = str(item["rule_id"])
    account = _account(item.get("account"))
    return Piece(
        rule_id=rule_id,
        visibility=_visibility(item),
        confidence=_confidence(item),
        linkability=_number(item.get("linkability"), 1.0),
        account=account,
        key=str(item.get("fingerprint") or f"{rule_id}|{account}|{index}"),
        set_aside=str(item.get("mark", "")) in (Mark.FIXED, Mark.NOT_ME),
        stands_in=(str(item.get("field") or ""), _words(item.get("value"))),
    )


def _words(value: object) -> str:
    return value.reveal() if isinstance(value, Sensitive) else str(value or "")


def _confidence(item: Mapping[str, object]) -> float:
    if item.get("confirmed") is False:
        return 0.5
    return _number(item.get("confidence"), catalogue.data("weights.toml")["formula"]["default_confidence"])


def _account(value: object) -> str:
    if isinstance(value, Account):
        return value.key
    if isinstance(value, Mapping):
        return f"{value.get('platform', '')}:{value.get('handle', '')}".lower()
    return str(value or "")


def _visibility(item: Mapping[str, object]) -> float | None:
    value = item.get("visibility")
    if value is None and "seen_by" in item:
        return SeenBy(str(item["seen_by"])).visibility
    # What is no number on the ladder says nothing, and what says nothing is not hidden.
    number = _number(value, math.nan)
    return None if math.isnan(number) else min(1.0, max(0.0, number))


def _number(value: object, default: float) -> float:
    return float(value) if isinstance(value, int | float) else default


def private_topic(rule_id: str) -> bool:
    """True for rules that tell people something private: kept off every page the person did not ask for."""
    return catalogue.known(rule_id) and catalogue.rule(rule_id).nature is Nature.REVEALS_SENSITIVE


def of_one_kind(one: str, other: str) -> bool:
    """True for two rules that one step may mend: alike in what comes first, is a choice, or is private."""
    first, second = (_kind(name) for name in (one, other))
    return first is not None and first == second


def _kind(rule_id: str) -> tuple[str, bool, bool] | None:
    if not catalogue.known(rule_id):
        return None
    rule = catalogue.rule(rule_id)
    return rule.comes_first, rule.a_choice, private_topic(rule_id)


def rules_left_out(not_checked: Iterable[str]) -> tuple[str, ...]:
    """The rule ids behind what was not checked, for the range: an account is what profiles usually show."""
    usual: list[str] = catalogue.data("weights.toml")["unseen_account"]["rules"]
    return _behind(not_checked, usual)


def rules_perhaps_there(not_checked: Iterable[str]) -> tuple[str, ...]:
    """The same for scenarios: an account nobody could see may show anything that can be read off a page."""
    readable = [rule.id for rule in catalogue.rules() if not {"automatic", "hint"}.isdisjoint(rule.how)]
    return _behind(not_checked, readable)


def _behind(not_checked: Iterable[str], for_an_account: Iterable[str]) -> tuple[str, ...]:
    in_words = catalogue.data("weights.toml")["not_checked"]
    found: list[str] = []
    for name in not_checked:
        found += [name] if catalogue.known(name) else in_words.get(name, for_an_account)
    return tuple(dict.fromkeys(found))
