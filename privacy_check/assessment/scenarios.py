"""What several visible pieces together let someone do: open, one step away, closed, or cannot tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from privacy_check import catalogue
from privacy_check.assessment.closing import closing_set, minutes
from privacy_check.assessment.grammar import Rules, held, is_open, lacking, pieces, rules_of, vocabulary
from privacy_check.assessment.pieces import Given, Piece, of_one_kind, pieces_of, rules_perhaps_there
from privacy_check.assessment.visits import Shown, Spot, Worded, inside_links
from privacy_check.catalogue import Path, ScenarioText
from privacy_check.model import PlanStep, Scenario, ScenarioStatus

__all__ = [
    "Known",
    "evaluate",
    "is_open",
    "known_rules",
    "open_ids",
    "still_open",
    "told_of_private_topics",
    "vocabulary",
]


@dataclass(frozen=True, slots=True)
class Known:
    """The rule ids that are there, those nobody could check, and the accounts that show what is there."""

    there: Rules
    unknown: Rules = frozenset()
    shown: Shown = field(default_factory=Shown)

    @property
    def at_worst(self) -> Rules:
        """What would be there if everything unknown were."""
        return self.there | self.unknown


def evaluate(
    findings: Iterable[Given], *, not_checked: Iterable[str] = (), private_topics: bool = False
) -> list[Scenario]:
    """Every scenario in order, for findings or mappings with `rule_id`, `visibility` and `account`.

    `visibility` is a number on the ladder (0 only me .. 1 public and indexed), None when it could not be checked.
    `not_checked` holds rule ids or accounts nobody could look at: they close no scenario. Scenarios about private
    topics are only weighed when `private_topics` is true.
    """
    known = known_rules(pieces_of(findings))
    left = frozenset(rules_perhaps_there(not_checked)) - known.there
    wider = replace(known, unknown=known.unknown | left)
    return [_not_falsely_closed(_weigh(text, known), text, wider) for text in _wanted(private_topics)]


def open_ids(findings: Iterable[Given], *, private_topics: bool = False) -> tuple[str, ...]:
    """The ids of the scenarios that are open with these findings, in order."""
    there = known_rules(pieces_of(findings)).there
    return tuple(text.id for text in _wanted(private_topics) if is_open(text.id, there))


def told_of_private_topics(scenarios: Iterable[Scenario]) -> bool:
    """True where the scenarios about private topics were asked for: one of them is among these."""
    private = {text.id for text in catalogue.scenarios() if text.opt_in}
    return any(item.id in private for item in scenarios)


def still_open(
    findings: Iterable[Given],
    steps: Iterable[PlanStep],
    *,
    among: Collection[str] | None = None,
    private_topics: bool = False,
) -> list[Scenario]:
    """The scenarios that stay open once these steps are done, each with what would then close it.

    `among` holds the ids of the scenarios that were told of; without it all of them count.
    """
    gone = {print_ for step in steps for print_ in step.fingerprints}
    left = tuple(piece for piece in pieces_of(findings) if piece.key not in gone)
    told = evaluate(left, private_topics=private_topics)
    return [item for item in told if item.status is ScenarioStatus.OPEN and (among is None or item.id in among)]


def _wanted(private_topics: bool) -> list[ScenarioText]:
    return [text for text in catalogue.scenarios() if private_topics or not text.opt_in]


def _not_falsely_closed(scenario: Scenario, text: ScenarioText, wider: Known) -> Scenario:
    if scenario.status is not ScenarioStatus.CLOSED or not is_open(text.id, wider.at_worst):
        return scenario
    return _cannot_tell(text, wider)


def known_rules(pieces: Iterable[Piece]) -> Known:
    """A rule is there when any finding of it counts, on whichever account; unknown when all of them are."""
    enough = catalogue.data("weights.toml")["formula"]["scenario_from"]
    shown: dict[str, dict[str, None]] = {}
    worded: dict[Spot, list[Worded]] = defaultdict(list)
    unknown: set[str] = set()
    for piece in pieces:
        if not piece.confirmed:
            continue
        if piece.counts_unseen or (piece.visibility is not None and piece.visibility >= enough):
            shown.setdefault(piece.rule_id, {})[piece.account] = None
            worded[(piece.rule_id, piece.account)].append(piece.stands_in)
        elif piece.visibility is None:
            unknown.add(piece.rule_id)
    there = frozenset(shown)
    accounts = {rule_id: tuple(keys) for rule_id, keys in shown.items()}
    return Known(there, frozenset(unknown - there), Shown(accounts, inside_links(worded, of_one_kind)))


def _weigh(text: ScenarioText, known: Known) -> Scenario:
    """One step away is said before cannot tell: the piece that is there can be dealt with today."""
    if is_open(text.id, known.there):
        return _open(text, known)
    near = [path for path in text.paths if lacking(path, known.there) == 1 and held(path, known.there)]
    if near:
        return _one_step(text, near, known)
    if is_open(text.id, known.at_worst):
        return _cannot_tell(text, known)
    return Scenario(text.id, ScenarioStatus.CLOSED)


def _open(text: ScenarioText, known: Known) -> Scenario:
    closing = closing_set(text.id, known.there, known.shown)
    return Scenario(
        text.id,
        ScenarioStatus.OPEN,
        pieces(text.id, known.there),
        _quickest(closing, known),
        closing_set=closing,
        minutes=minutes(closing, known.shown),
    )


def _cannot_tell(text: ScenarioText, known: Known) -> Scenario:
    worst = known.at_worst
    on_path = pieces(text.id, worst)
    return Scenario(
        text.id,
        ScenarioStatus.CANNOT_TELL,
        tuple(piece for piece in on_path if piece in known.there),
        missing=tuple(piece for piece in on_path if piece in known.unknown),
    )


def _one_step(text: ScenarioText, near: list[Path], known: Known) -> Scenario:
    there = known.there
    nearest = max(near, key=lambda path: len(held(path, there)))
    on_path = held(nearest, there)
    missing = tuple(
        name for name in rules_of(nearest.ids) if name not in there and lacking(nearest, there | {name}) == 0
    )
    away = [piece for piece in on_path if lacking(nearest, there - {piece}) > 1]
    return Scenario(text.id, ScenarioStatus.ONE_STEP_AWAY, on_path, _quickest(away or on_path, known), missing)


def _quickest(rules: Iterable[str], known: Known) -> str | None:
    """The piece that takes the least time on all accounts together."""
    return min(rules, key=lambda rule_id: (minutes([rule_id], known.shown), rule_id), default=None)
