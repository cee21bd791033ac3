"""How the pieces join: accounts, the facts on them, the doors they open, and what the first steps cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from privacy_check import catalogue
from privacy_check.account_names import account_name as named
from privacy_check.assessment import answers
from privacy_check.assessment.how_much_seen import Seen
from privacy_check.assessment.pieces import pieces_of
from privacy_check.assessment.scenarios import known_rules
from privacy_check.model import Account, Assessment, Finding
from privacy_check.pictures.doors import Doors, Open
from privacy_check.pictures.nouns import AccountNode, Change, Cut, DoorNode, FactNode, Joins, Look
from privacy_check.sentences import say
from privacy_check.text.sanitise import one_line
from privacy_check.wording import listed

MOST_DOORS = 6
MOST_FACTS = 6
MOST_ACCOUNTS = 6
LONGEST_NAME = 60
# Not letters, so that they are never taken for an account.
ANSWERS, FURTHER, SEVERAL = "*", "+", "="
_OF_NO_ACCOUNT = {SEVERAL: "pictures.several_accounts", ANSWERS: "pictures.your_answers"}


def joins(assessment: Assessment, doors: Doors, look: Look) -> Joins:
    """The picture of what joins; a sentence in its place where no door is open."""
    if not doors.open:
        return Joins(quiet=_quiet(doors), cuts=cuts(doors))
    drawn = doors.open[:MOST_DOORS]
    by_rule = _by_rule(assessment)
    facts = _facts(drawn, by_rule)
    letters = _letters(facts[:MOST_FACTS], by_rule, look)
    return Joins(
        accounts=letters.nodes,
        facts=tuple(_fact(rule, drawn, by_rule[rule], doors, letters) for rule in facts[:MOST_FACTS]),
        doors=door_nodes(drawn, bool(doors.steps)),
        cuts=cuts(doors),
        notes=_notes(len(facts) - MOST_FACTS, len(doors.open) - len(drawn)),
    )


def change(doors: Doors) -> Change:
    """The doors now and after the first steps."""
    name = "pictures.cannot_tell_more" if doors.open else "pictures.cannot_tell"
    notes = (say(name, count=doors.cannot_tell),) if doors.cannot_tell else ()
    if not doors.open:
        return Change(quiet=_quiet(doors), notes=notes, steps=len(doors.steps))
    stay = sum(not door.closed_by for door in doors.open)
    after = say("pictures.doors_after", count=stay) if stay else say("pictures.doors_after_none")
    after = after if doors.steps else _no_fixes(doors)
    more = _notes(0, len(doors.open) - MOST_DOORS)
    return Change(
        doors=door_nodes(doors.open[:MOST_DOORS], bool(doors.steps)),
        steps=len(doors.steps),
        sentences=(say("pictures.doors_now", count=len(doors.open)), after),
        notes=(*more, *notes),
    )


def cuts(doors: Doors) -> tuple[Cut, ...]:
    """The first steps in words."""
    return tuple(
        Cut(number, catalogue.rule(step.rule_id).title, say("common.minutes", count=step.minutes))
        for number, step in enumerate(doors.steps, 1)
    )


def door_nodes(doors: Sequence[Open], fixes: bool) -> tuple[DoorNode, ...]:
    """The doors numbered from 1, in words; without `fixes` nothing is said of afterwards."""
    return tuple(
        DoorNode(
            number,
            catalogue.scenario(door.id).title,
            _after(door) if fixes else say("pictures.open_word"),
            door.closed_by,
            door.first,
            door.id,
        )
        for number, door in enumerate(doors, 1)
    )


def fixes_words(steps: Sequence[int]) -> str:
    """The fixes of these numbers: fix 1, fixes 1 and 2."""
    if len(steps) == 1:
        return say("pictures.fix", number=steps[0])
    return say("pictures.fixes", numbers=listed(steps))


def _after(door: Open) -> str:
    if not door.closed_by:
        return say("pictures.door_stays")
    return say("pictures.door_closes", fixes=fixes_words(door.closed_by))


def _no_fixes(doors: Doors) -> str:
    return say("pictures.no_fixes" if doors.seen.may_say_closed else "pictures.too_little")


def account_name(account: Account, look: Look) -> str:
    """The platform and the user name, on one line and never long."""
    return one_line(named(account, look.platform_name), LONGEST_NAME) or say("pictures.no_name")


def _quiet(doors: Doors) -> str:
    if doors.seen.amount is Seen.NOTHING:
        return say("pictures.nothing_seen")
    whole = doors.seen.amount is Seen.ALL and not doors.cannot_tell
    return say("pictures.no_door" if whole else "pictures.no_door_in_part")


def _by_rule(assessment: Assessment) -> dict[str, list[Finding]]:
    """The findings that a scenario counts, by rule."""
    found: dict[str, list[Finding]] = {}
    for item in assessment.findings:
        if known_rules(pieces_of([item])).there:
            found.setdefault(item.rule_id, []).append(item)
    return found


def _facts(doors: Iterable[Open], by_rule: Collection[str]) -> list[str]:
    """The rules behind the doors: enough to have one for each door, then those that open most."""
    by_door = [[piece for piece in door.pieces if piece in by_rule] for door in doors]
    count = Counter(piece for pieces in by_door for piece in pieces)
    order = sorted(count, key=lambda rule: -count[rule])
    chosen: dict[str, None] = {}
    for pieces in by_door:
        if pieces and not chosen.keys() & set(pieces):
            chosen[min(pieces, key=order.index)] = None
    return list(dict.fromkeys((*chosen, *order)))


@dataclass(frozen=True, slots=True)
class _Letters:
    """The nodes of the accounts, and the node where each stands: those beyond the last letter share one."""

    nodes: tuple[AccountNode, ...]
    by_key: Mapping[str, str]

    def of(self, found: Iterable[Finding]) -> tuple[str, ...]:
        """The nodes these findings stand on, each once."""
        return tuple(dict.fromkeys(self.by_key.get(key, key) for key in map(_stands_on, found)))


def _stands_on(item: Finding) -> str:
    """The key of an account; else what the person told stands on their answers, the rest on several accounts."""
    if item.account is not None:
        return item.account.key
    return ANSWERS if item.field == answers.FIELD else SEVERAL


def _letters(facts: Iterable[str], by_rule: Mapping[str, Sequence[Finding]], look: Look) -> _Letters:
    found = [item for rule in facts for item in by_rule[rule]]
    accounts = {item.account.key: item.account for item in found if item.account is not None}
    others = [mark for mark in _OF_NO_ACCOUNT if mark in {_stands_on(item) for item in found}]
    room = MOST_ACCOUNTS - len(others)
    room -= len(accounts) > room
    by_key = {key: chr(ord("A") + at) if at < room else FURTHER for at, key in enumerate(accounts)}
    nodes = [
        AccountNode(by_key[key], account_name(account, look)) for key, account in list(accounts.items())[:room]
    ]
    if len(accounts) > room:
        nodes.append(AccountNode(FURTHER, say("pictures.further_accounts", count=len(accounts) - room)))
    nodes += [AccountNode(mark, say(_OF_NO_ACCOUNT[mark])) for mark in others]
    return _Letters(tuple(nodes), by_key)


def _fact(
    rule: str,
    doors: Sequence[Open],
    found: Sequence[Finding],
    all_doors: Doors,
    letters: _Letters,
) -> FactNode:
    prints = {item.fingerprint for item in found}
    gone = [prints.intersection(step.fingerprints) for step in all_doors.steps]
    return FactNode(
        words=catalogue.rule(rule).title,
        accounts=letters.of(found),
        doors=tuple(number for number, door in enumerate(doors, 1) if rule in door.pieces),
        steps=tuple(number for number, cut in enumerate(gone, 1) if cut),
        gone=prints == set().union(*gone),
        rule=rule,
    )


def _notes(facts: int, doors: int) -> tuple[str, ...]:
    notes = [say("pictures.more_facts", count=facts)] if facts > 0 else []
    notes += [say("pictures.more_doors", count=doors)] if doors > 0 else []
    return tuple(notes)
