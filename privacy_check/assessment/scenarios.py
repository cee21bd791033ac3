"""What several visible pieces together let someone do: open, one step away, closed, or cannot tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from privacy_check import catalogue
from privacy_check.assessment.pieces import Given, Piece, pieces_of, rules_perhaps_there
from privacy_check.catalogue import Path, ScenarioText
from privacy_check.model import Scenario, ScenarioStatus

Rules = frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """The rule ids that are there, and those nobody could check."""

    there: Rules
    unknown: Rules = frozenset()

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
    wider = Known(known.there, known.unknown | left)
    wanted = (text for text in catalogue.scenarios() if private_topics or not text.opt_in)
    return [_not_falsely_closed(_weigh(text, known), text, wider) for text in wanted]


def _not_falsely_closed(scenario: Scenario, text: ScenarioText, wider: Known) -> Scenario:
    if scenario.status is not ScenarioStatus.CLOSED or not is_open(text.id, wider.at_worst):
        return scenario
    return _cannot_tell(text, wider)


def known_rules(pieces: Iterable[Piece]) -> Known:
    """A rule is there when any finding of it counts, on whichever account; unknown when all of them are."""
    enough = catalogue.data("weights.toml")["formula"]["scenario_from"]
    there: set[str] = set()
    unknown: set[str] = set()
    for piece in pieces:
        if not piece.confirmed:
            continue
        if piece.counts_unseen or (piece.visibility is not None and piece.visibility >= enough):
            there.add(piece.rule_id)
        elif piece.visibility is None:
            unknown.add(piece.rule_id)
    return Known(frozenset(there), frozenset(unknown - there))


def is_open(scenario_id: str, rules: Rules) -> bool:
    """True when the scenario is open with exactly these rules there."""
    return any(_lacking(path, rules) == 0 for path in catalogue.scenario(scenario_id).paths)


@cache
def vocabulary(scenario_id: str) -> tuple[str, ...]:
    """Every rule id that can play a part in the scenario, also through nested ones."""
    return _rules_of(path_id for path in catalogue.scenario(scenario_id).paths for path_id in path.ids)


def _rules_of(ids: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in ids:
        found.update(dict.fromkeys(vocabulary(name) if _nested(name) else (name,)))
    return tuple(found)


def _nested(name: str) -> bool:
    return name.startswith("SC-")


def _there(name: str, rules: Rules) -> bool:
    return is_open(name, rules) if _nested(name) else name in rules


def _lacking(path: Path, rules: Rules) -> int:
    """How many pieces the path lacks; a nested scenario is one piece."""
    lacking = sum(not _there(name, rules) for name in path.all)
    if path.any:
        lacking += not any(_there(name, rules) for name in path.any)
    if path.k:
        lacking += max(0, path.k - sum(_there(name, rules) for name in path.of))
    return lacking


def _weigh(text: ScenarioText, known: Known) -> Scenario:
    if is_open(text.id, known.there):
        return _open(text, known.there)
    if is_open(text.id, known.at_worst):
        return _cannot_tell(text, known)
    near = [path for path in text.paths if _lacking(path, known.there) == 1 and _held(path, known.there)]
    if near:
        return _one_step(text, near, known.there)
    return Scenario(text.id, ScenarioStatus.CLOSED)


def _open(text: ScenarioText, there: Rules) -> Scenario:
    pieces = _pieces(text, there, lambda path: _lacking(path, there) == 0)
    closes = [piece for piece in pieces if not is_open(text.id, there - {piece})]
    breaks = [piece for piece in pieces if _breaks_a_path(text, piece, there)]
    return Scenario(text.id, ScenarioStatus.OPEN, pieces, _cheapest(closes or breaks or pieces))


def _cannot_tell(text: ScenarioText, known: Known) -> Scenario:
    worst = known.at_worst
    pieces = _pieces(text, worst, lambda path: _lacking(path, worst) == 0)
    closes = [piece for piece in pieces if not is_open(text.id, worst - {piece})]
    breaks = [piece for piece in pieces if _breaks_a_path(text, piece, worst)]
    return Scenario(
        text.id,
        ScenarioStatus.CANNOT_TELL,
        tuple(piece for piece in pieces if piece in known.there),
        _cheapest(closes or breaks or pieces),
        tuple(piece for piece in pieces if piece in known.unknown),
    )


def _one_step(text: ScenarioText, near: list[Path], there: Rules) -> Scenario:
    nearest = max(near, key=lambda path: len(_held(path, there)))
    pieces = _held(nearest, there)
    missing = tuple(
        name for name in _rules_of(nearest.ids) if name not in there and _lacking(nearest, there | {name}) == 0
    )
    away = [piece for piece in pieces if _lacking(nearest, there - {piece}) > 1]
    return Scenario(text.id, ScenarioStatus.ONE_STEP_AWAY, pieces, _cheapest(away or pieces), missing)


def _breaks_a_path(text: ScenarioText, piece: str, rules: Rules) -> bool:
    return any(_lacking(path, rules) == 0 and _lacking(path, rules - {piece}) > 0 for path in text.paths)


def _pieces(text: ScenarioText, rules: Rules, holds: Callable[[Path], bool]) -> tuple[str, ...]:
    found = (piece for path in text.paths if holds(path) for piece in _held(path, rules))
    return tuple(dict.fromkeys(found))


def _held(path: Path, rules: Rules) -> tuple[str, ...]:
    """The rule ids of the path that are there; an open nested scenario stands for its own pieces."""
    return tuple(dict.fromkeys(_held_ids(path, rules)))


def _held_ids(path: Path, rules: Rules) -> Iterator[str]:
    for name in path.ids:
        if not _there(name, rules):
            continue
        if _nested(name):
            yield from _pieces(catalogue.scenario(name), rules, lambda inner: _lacking(inner, rules) == 0)
        else:
            yield name


def _cheapest(pieces: Iterable[str]) -> str | None:
    return min(pieces, key=lambda piece: (catalogue.rule(piece).minutes, piece), default=None)
