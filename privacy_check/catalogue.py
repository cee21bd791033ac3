"""What is known about rules, scenarios, remedies and words: the data files of `privacy_check/data`, read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from privacy_check.errors import PrivacyCheckError
from privacy_check.model import Audience, Lens, Nature, Outcome, Severity
from privacy_check.prose import in_words
from privacy_check.sentences import language, say, translated
from privacy_check.tables import table, tables

GENERIC = "generic"
PHONE = "phone"
COMPUTER = "computer"
MOST_STEPS = 5
NOT_SCORED = "none"
SETTINGS_FIRST = "Open Settings, then "


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding. `sensitivity` 0..1; `how` says who can notice it: automatic, hint, question, file.

    `dimension` is find, reach, defraud, pretend, others, private, or none; then `treated_as` says why it is not
    scored. `hides` names the fields its remedy hides as well. `a_choice` is nothing to mend, only to decide. Rules
    of reflection are questions for the person alone and never become findings.
    """

    id: str
    title: str
    nature: Nature
    dimension: str
    how: tuple[str, ...]
    audiences: tuple[Audience, ...]
    sensitivity: float
    severity: Severity
    minutes: int
    guidance_ref: str
    why: str
    question: str
    cannot_fix: str = ""
    treated_as: str = ""
    comes_first: str = ""
    key_question: bool = False
    hides: tuple[str, ...] = ()
    a_choice: bool = False
    remedy_id: str = ""

    @property
    def scored(self) -> bool:
        """True when it enters the exposure range."""
        return self.dimension != NOT_SCORED

    @property
    def reflection(self) -> bool:
        """True for conduct topics: never detected, scored, kept or exported."""
        return self.treated_as == "reflection"


@dataclass(frozen=True, slots=True)
class Path:
    """One way a scenario opens: all of `all`, one of `any` (if given), `k` of `of` (if given)."""

    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    k: int = 0
    of: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id the path names, once, in order."""
        return tuple(dict.fromkeys((*self.all, *self.any, *self.of)))


@dataclass(frozen=True, slots=True)
class ScenarioText:
    """A scenario in words, with its paths; `level` is do_today or empty; `opt_in` needs the person's wish."""

    id: str
    name: str
    title: str
    sentence_open: str
    sentence_one_step: str
    sentence_closed: str
    sentence_cannot_tell: str
    level: str = ""
    opt_in: bool = False
    paths: tuple[Path, ...] = ()

    def sentence(self, status: str) -> str:
        """The sentence for a status: open, one_step_away, closed or cannot_tell."""
        return {
            "open": self.sentence_open,
            "one_step_away": self.sentence_one_step,
            "closed": self.sentence_closed,
            "cannot_tell": self.sentence_cannot_tell,
        }[str(status)]


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do about a rule; `platform` is empty for general steps; `after` says who sees it then.

    `steps` hold on every device; `phone` and `computer` are the same walk where it is known to differ there.
    `device` is phone or computer where the setting is found on that one only. `source` says where it was read.
    """

    id: str
    rules: tuple[str, ...]
    title: str
    steps: tuple[str, ...]
    url: str
    minutes: int
    checked_on: date | None
    verified_live: bool
    confidence: str
    after: str
    platform: str = ""
    source: str = ""
    device: str = ""
    phone: tuple[str, ...] = ()
    computer: tuple[str, ...] = ()

    def on(self, device: str) -> Remedy:
        """The remedy with the steps of that device, phone or computer; as it is where none are known apart."""
        steps = {PHONE: self.phone, COMPUTER: self.computer}.get(device) or self.steps
        return replace(self, steps=steps)

    @property
    def on_either(self) -> tuple[str, ...]:
        """The steps for somebody whose device is not known: both ways to the settings first, where they differ."""
        if not self.phone or self.phone[1:] != self.computer[1:] or self.phone == self.computer:
            return self.steps
        return (say("common.on_either", phone=self.phone[0], computer=self.computer[0]), *self.phone[1:])


@dataclass(frozen=True, slots=True)
class HelpContact:
    """Someone to call: for which need, where it holds, and when the line was last looked at.

    `contact` is the whole line in words; `phone`, `text`, `email` and `web` are its parts, ready for a link, and
    `silent` says how to ask for help without speaking. `copies` is True for who helps when an account is copied.
    """

    need: str
    name: str
    contact: str
    note: str
    checked_on: date
    nations: tuple[str, ...] = ()
    verified_live: bool = False
    phone: str = ""
    text: str = ""
    email: str = ""
    web: str = ""
    silent: str = ""
    source: str = ""
    copies: bool = False


@dataclass(frozen=True)
class _Remedies:
    by_id: Mapping[str, Remedy] = field(default_factory=dict)
    by_rule: Mapping[tuple[str, str], tuple[Remedy, ...]] = field(default_factory=dict)


def rule(rule_id: str) -> Rule:
    """The rule of that id. Raises PrivacyCheckError for an id nobody knows."""
    try:
        return _rules(language())[rule_id]
    except KeyError:
        raise PrivacyCheckError(say("errors.catalogue.no_rule", rule_id=rule_id)) from None


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the taxonomy."""
    return tuple(_rules(language()).values())


def known(rule_id: str) -> bool:
    """True when there is such a rule."""
    return rule_id in _rules(language())


def key_questions() -> tuple[str, ...]:
    """Ids of the few rules that only an answer can settle and that are worth asking in every check."""
    return tuple(item.id for item in rules() if item.key_question)


def scenario(scenario_id: str) -> ScenarioText:
    """The scenario of that id. Raises PrivacyCheckError for an id nobody knows."""
    try:
        return _scenarios(language())[scenario_id]
    except KeyError:
        raise PrivacyCheckError(say("errors.catalogue.no_scenario", scenario_id=scenario_id)) from None


def scenarios() -> tuple[ScenarioText, ...]:
    """Every scenario, in order."""
    return tuple(_scenarios(language()).values())


def remedies(rule_id: str, platform: str | None = None, device: str = "") -> tuple[Remedy, ...]:
    """What to do about a rule: steps of that platform, those for that device first, then the general ones."""
    found = _remedies(language()).by_rule
    own = found.get((rule_id, platform), ()) if platform and platform != GENERIC else ()
    here = sorted(own, key=lambda item: bool(device and item.device not in ("", device)))
    return tuple(item.on(device) for item in (*here, *found.get((rule_id, ""), ())))


def minutes_together(chosen: Iterable[Remedy]) -> int:
    """Minutes for several remedies on one account: one visit settles every rule it serves, so it counts once."""
    return sum({item.id: item.minutes for item in chosen}.values())


def remedy(remedy_id: str) -> Remedy:
    """The remedy of that id. Raises PrivacyCheckError for an id nobody knows."""
    try:
        return _remedies(language()).by_id[remedy_id]
    except KeyError:
        raise PrivacyCheckError(say("errors.catalogue.no_remedy", remedy_id=remedy_id)) from None


def help_contacts(nation: str = "") -> tuple[HelpContact, ...]:
    """Who to call, most urgent need first; with a nation, only lines that hold there, its own before UK ones."""
    found = tuple(HelpContact(**{**row, "nations": tuple(row["nations"])}) for row in data("help.toml")["contact"])
    if not nation:
        return found
    needs = list(dict.fromkeys(item.need for item in found))
    there = (item for item in found if nation in item.nations)
    return tuple(sorted(there, key=lambda item: (needs.index(item.need), len(item.nations))))


def words(kind: str, key: str) -> str:
    """The words for a fixed term, as in `words("outcome", Outcome.PRIVATE)`; else the key itself."""
    table = data("words.toml").get(kind, {})
    return str(table.get(str(key), str(key).replace("_", " ")))


def outcome_words(outcome: Outcome, lens: Lens) -> str:
    """How a look ended, in two or three words; what anyone sees is only told of a stranger's look."""
    return str(data("words.toml")["seen_as"].get(lens, {}).get(outcome) or words("outcome", outcome))


def outcome_sentence(outcome: Outcome, lens: Lens) -> str:
    """The same as a sentence or two."""
    said = data("words.toml")["seen_as_sentence"].get(lens, {}).get(outcome)
    return str(said or words("outcome_sentence", outcome))


def rules_version() -> str:
    """The version of rules, scenarios and weights together: numbers of two versions are not compared."""
    parts = (data(name)["version"] for name in ("taxonomy.toml", "scenarios.toml", "weights.toml"))
    return "/".join(dict.fromkeys(str(part) for part in parts))


def data(name: str) -> dict[str, Any]:
    """One data file as plain values, in the language asked for, read once; callers do not change it."""
    return _told(name, language())


@cache
def _told(name: str, _: str) -> dict[str, Any]:
    told: dict[str, Any] = in_words(name, written(name), translated)
    return told


def written(name: str) -> dict[str, Any]:
    """One data file as it was written, in English."""
    return table("privacy_check", "data", *name.split("/"))


@cache
def _rules(_: str) -> dict[str, Rule]:
    tables = data("taxonomy.toml")
    return {key: _rule(key, row) for key, row in tables.items() if isinstance(row, dict)}


def _rule(rule_id: str, row: Mapping[str, Any]) -> Rule:
    general = _remedies(language()).by_rule[(rule_id, "")][0]
    reflection = row["nature"] == "reflection"
    return Rule(
        id=rule_id,
        title=row["title"],
        nature=Nature.EXPOSURE if reflection else Nature(row["nature"]),
        dimension=row["dimension"],
        how=tuple(row["how"]),
        audiences=tuple(map(Audience, row["audiences"])),
        sensitivity=float(row["sensitivity"]),
        severity=Severity(row["severity"]),
        minutes=general.minutes,
        guidance_ref=row["guidance"],
        why=row["why"],
        question=row["question"],
        cannot_fix=row.get("cannot_fix", ""),
        treated_as=row.get("treated_as", ""),
        comes_first=row.get("comes_first", ""),
        key_question=row.get("key_question", False),
        hides=tuple(row.get("hides", ())),
        a_choice=row.get("a_choice", False),
        remedy_id=general.id,
    )


@cache
def _scenarios(_: str) -> dict[str, ScenarioText]:
    tables = data("scenarios.toml")
    return {key: _scenario(key, row) for key, row in tables.items() if isinstance(row, dict)}


def _scenario(scenario_id: str, row: Mapping[str, Any]) -> ScenarioText:
    rest = {key: value for key, value in row.items() if key != "paths"}
    return ScenarioText(id=scenario_id, paths=tuple(map(_path, row["paths"])), **rest)


def _path(row: Mapping[str, Any]) -> Path:
    return Path(
        all=tuple(row.get("all", ())),
        any=tuple(row.get("any", ())),
        k=int(row.get("k", 0)),
        of=tuple(row.get("of", ())),
    )


@cache
def _remedies(_: str) -> _Remedies:
    by_id: dict[str, Remedy] = {}
    by_rule: dict[tuple[str, str], tuple[Remedy, ...]] = {}
    for found in map(_in_words, _all_remedies()):
        by_id[found.id] = found
        for rule_id in found.rules:
            key = (rule_id, found.platform)
            by_rule[key] = (*by_rule.get(key, ()), found)
    return _Remedies(by_id, by_rule)


def _all_remedies() -> Iterable[Remedy]:
    for platform, told in tables("privacy_check", "data", "remedies").items():
        for row in told.get("remedy", []):
            yield _remedy(row, "" if platform == GENERIC else platform, told)


def _remedy(row: Mapping[str, Any], platform: str, table: Mapping[str, Any]) -> Remedy:
    steps = tuple(row["steps"])
    way_in = table.get("way_in", {})
    return Remedy(
        id=row["id"],
        rules=tuple(row["rules"]),
        title=row["title"],
        steps=steps,
        url=row.get("url", ""),
        minutes=int(row["minutes"]),
        checked_on=row.get("checked_on"),
        verified_live=bool(row.get("verified_live", False)),
        confidence=row.get("confidence", "low"),
        after=row.get("after", ""),
        platform=platform,
        source=row.get("source", table.get("source", "")),
        device=row.get("device", ""),
        phone=tuple(row.get("steps_phone", ())) or _walked(way_in.get(PHONE, ""), steps),
        computer=tuple(row.get("steps_computer", ())) or _walked(way_in.get(COMPUTER, ""), steps),
    )


def _in_words(remedy: Remedy) -> Remedy:
    """The remedy in the language asked for; done last, as the way to the settings is found in English."""
    return replace(
        remedy,
        title=translated(remedy.title),
        after=translated(remedy.after),
        steps=tuple(map(translated, remedy.steps)),
        phone=tuple(map(translated, remedy.phone)),
        computer=tuple(map(translated, remedy.computer)),
    )


def _walked(way_in: str, steps: tuple[str, ...]) -> tuple[str, ...]:
    """The steps with the way to the settings of that device in front, where they begin in the settings."""
    inside = steps[0].removeprefix(SETTINGS_FIRST)
    if not way_in or inside == steps[0] or len(steps) == MOST_STEPS:
        return ()
    return (way_in, f"Choose {inside}", *steps[1:])
