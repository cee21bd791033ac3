"""The catalogue is complete, plain and kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from privacy_check import catalogue
from privacy_check.errors import PrivacyCheckError
from privacy_check.model import (
    Audience,
    EntityType,
    Lens,
    Mark,
    Nature,
    Outcome,
    Ownership,
    PageKind,
    ScenarioStatus,
    SeenBy,
    Severity,
    Verdict,
)
from tests.reading import grade

DIMENSIONS = {"find", "reach", "defraud", "pretend", "others", "private", "none"}
SHAMING = re.compile(
    r"\b(?:shame\w*|inappropriate\w*|overshar\w+|careless\w*|reckless\w*|stupid\w*|foolish\w*|unprofessional\w*|"
    r"naive|high risk|risk score|violat\w+|breach\w*|misconduct|guilty|fault of yours|"
    r"you should have|you failed|bad habit)\b",
    re.IGNORECASE,
)


def test_every_family_of_rules_is_there() -> None:
    ids = {rule.id for rule in catalogue.rules()}
    families = {
        *("PI", "REL", "LOC", "CRD", "ACC", "VIS", "NET", "HND", "GRP"),
        *("GAM", "PHO", "FIN", "CNT", "WRK", "CON", "IMP", "EXT"),
    }
    assert {rule_id.split("-")[0] for rule_id in ids} == families
    assert len(ids) == 147
    assert {f"GRP-S{number}" for number in range(1, 11)} <= ids


@pytest.mark.parametrize("rule", catalogue.rules(), ids=lambda rule: rule.id)
def test_every_rule_can_be_explained_asked_and_acted_on(rule: catalogue.Rule) -> None:
    assert rule.title
    assert rule.why
    assert rule.question.endswith("?")
    assert rule.dimension in DIMENSIONS
    assert rule.minutes > 0
    assert 0 < rule.sensitivity <= 0.9
    assert rule.guidance_ref
    assert set(rule.how) <= {"automatic", "hint", "question", "file"}
    assert rule.scored == (not rule.treated_as)
    steps = catalogue.remedies(rule.id)
    assert steps
    assert steps[0].id == rule.remedy_id
    assert all(2 <= len(item.steps) <= 5 for item in steps)


def test_private_topics_never_stand_above_worth_a_look() -> None:
    for rule in catalogue.rules():
        if rule.nature is Nature.REVEALS_SENSITIVE:
            assert rule.severity in (Severity.WORTH_A_LOOK, Severity.GOOD_TO_KNOW)


def test_private_group_topics_differ_in_nothing_but_their_id() -> None:
    rules = [catalogue.rule(f"GRP-S{number}") for number in range(1, 11)]
    as_one = {repr(rule).replace(rule.id, "GRP-S") for rule in rules}
    assert len(as_one) == 1
    assert len({tuple(item.id for item in catalogue.remedies(rule.id)) for rule in rules}) == 1


def test_conduct_is_reflection_only() -> None:
    for rule in catalogue.rules():
        if rule.id.startswith("CON-"):
            assert rule.reflection
            assert not rule.scored
            assert "automatic" not in rule.how


def test_steps_of_a_platform_come_before_general_ones() -> None:
    for rule in catalogue.rules():
        for platform in ("facebook", "instagram"):
            found = catalogue.remedies(rule.id, platform)
            assert [bool(item.platform) for item in found] == sorted(
                (bool(i.platform) for i in found), reverse=True
            )
            assert found[-1].platform == ""


def test_every_remedy_is_for_rules_that_exist() -> None:
    for rule in catalogue.rules():
        for found in catalogue.remedies(rule.id):
            assert catalogue.remedy(found.id) == found
            assert all(catalogue.known(rule_id) for rule_id in found.rules)
            assert found.minutes > 0
            assert found.checked_on is not None
            assert found.after


def test_every_scenario_names_pieces_that_exist() -> None:
    ids = [item.id for item in catalogue.scenarios()]
    assert ids == [f"SC-{number:02d}" for number in range(1, 18)]
    for item in catalogue.scenarios():
        assert item.paths
        for path in item.paths:
            assert all(name in ids or catalogue.known(name) for name in path.ids)
            assert not any(name.startswith("CON-") for name in path.ids)
            assert bool(path.k) == bool(path.of)
            assert path.k <= len(path.of)
        for status in ScenarioStatus:
            assert item.sentence(status)
    assert [item.id for item in catalogue.scenarios() if item.opt_in] == ["SC-14"]
    assert {item.id for item in catalogue.scenarios() if item.level == "do_today"} == {"SC-10", "SC-12"}


@pytest.mark.parametrize(
    ("kind", "terms"),
    [
        ("outcome", Outcome),
        ("outcome_sentence", Outcome),
        ("seen_by", SeenBy),
        ("severity", Severity),
        ("severity_sentence", Severity),
        ("audience", Audience),
        ("lens", Lens),
        ("page_kind", [kind for kind in PageKind if kind is not PageKind.PROFILE]),
        ("ownership", Ownership),
        ("nature", Nature),
        ("mark", Mark),
        ("verdict", Verdict),
        ("scenario_status", ScenarioStatus),
        ("entity", EntityType),
        ("dimension", ("find", "reach", "defraud", "pretend", "others", "private")),
        ("dimension_low", ("find", "reach", "defraud", "pretend", "others", "private")),
        ("dimension_some", ("find", "reach", "defraud", "pretend", "others", "private")),
        ("dimension_high", ("find", "reach", "defraud", "pretend", "others", "private")),
        ("dimension_unknown", ("find", "reach", "defraud", "pretend", "others", "private")),
    ],
)
def test_every_fixed_term_has_words(kind: str, terms: object) -> None:
    table = catalogue.data("words.toml")[kind]
    assert set(table) == {str(term) for term in terms} | (set(table) & {"none"})  # type: ignore[attr-defined]
    assert all(text.strip() for text in table.values())


def test_could_not_see_never_reads_as_safe() -> None:
    for outcome in Outcome:
        said = catalogue.words("outcome", outcome)
        assert ("could not see" in said) == (not outcome.conclusive)
        if not outcome.conclusive:
            assert "does not mean your page is hidden" in catalogue.words("outcome_sentence", outcome)


@pytest.mark.parametrize("lens", [lens for lens in Lens if lens is not Lens.PUBLIC])
def test_only_a_strangers_look_says_what_anyone_sees(lens: Lens) -> None:
    for outcome in (Outcome.VISIBLE, Outcome.PARTIAL):
        said = f"{catalogue.outcome_words(outcome, lens)} {catalogue.outcome_sentence(outcome, lens)}"
        assert not re.search("any ?one", said, re.IGNORECASE)
        assert catalogue.outcome_sentence(outcome, Lens.PUBLIC).startswith("Anyone can")
    for outcome in Outcome:
        if not outcome.conclusive:
            assert "does not mean your page is hidden" in catalogue.outcome_sentence(outcome, lens)


def test_unknown_ids_are_refused_in_a_sentence() -> None:
    for ask in (catalogue.rule, catalogue.scenario, catalogue.remedy):
        with pytest.raises(PrivacyCheckError, match="There is no"):
            ask("XX-99")
    assert catalogue.words("outcome", "SOMETHING_NEW") == "SOMETHING NEW"


def test_help_is_there_for_the_worst_cases_and_dated() -> None:
    contacts = catalogue.help_contacts()
    text = " ".join(f"{item.need} {item.name} {item.contact}" for item in contacts)
    for wanted in (
        "999",
        "101",
        "0344 381 4772",
        "0300 123 2040",
        "0345 6000 459",
        "0808 802 0300",
        "0808 2000 247",
    ):
        assert wanted in text
    assert "Action Fraud" not in {item.name for item in contacts}
    scotland = [item for item in contacts if item.nations == ("Scotland",)]
    assert any("Fraud" in item.need for item in scotland)
    assert all(item.checked_on and item.source and not item.verified_live for item in contacts)


def test_a_line_to_call_can_be_tapped() -> None:
    contacts = catalogue.help_contacts()
    for item in contacts:
        assert all(part in item.contact for part in (item.phone, item.email))
        assert re.fullmatch(r"[\d ]*", item.phone)
        assert re.fullmatch(r"[\d ]*", item.text)
        assert not item.web or item.web.startswith("https://")
        assert bool(re.search(r"\d{3}", item.contact)) == bool(item.phone or item.text)
    first = contacts[0]
    assert (first.phone, "press 55" in first.note) == ("999", True)
    assert any(item.text == "999" for item in contacts)


def test_lines_of_the_own_nation_come_before_those_for_everybody() -> None:
    needs = list(dict.fromkeys(item.need for item in catalogue.help_contacts()))
    for nation in ("England", "Wales", "Scotland", "Northern Ireland"):
        there = catalogue.help_contacts(nation)
        assert all(nation in item.nations for item in there)
        assert [needs.index(item.need) for item in there] == sorted(needs.index(item.need) for item in there)
        for need in needs:
            sizes = [len(item.nations) for item in there if item.need == need]
            assert sizes
            assert sizes == sorted(sizes)


def _sentences() -> Iterator[tuple[str, str]]:
    for rule in catalogue.rules():
        yield f"{rule.id} why", rule.why
        yield f"{rule.id} question", rule.question
        yield f"{rule.id} title", f"{rule.title}."
        if rule.cannot_fix:
            yield f"{rule.id} cannot_fix", rule.cannot_fix
        for remedy in catalogue.remedies(rule.id):
            yield remedy.id, " ".join(remedy.steps)
            yield f"{remedy.id} after", remedy.after
    for item in catalogue.scenarios():
        yield item.id, " ".join(item.sentence(status) for status in ScenarioStatus)
    for contact in catalogue.help_contacts():
        yield contact.name, f"{contact.need}. {contact.note} {contact.silent}"
    for kind in ("outcome_sentence", "severity_sentence", "dimension_low", "dimension_some", "dimension_high"):
        for key, text in catalogue.data("words.toml")[kind].items():
            yield f"{kind} {key}", text


def test_words_are_easy_to_read() -> None:
    texts = dict(_sentences())
    grades = {key: grade(text) for key, text in texts.items() if len(text.split()) >= 5}
    assert sum(grades.values()) / len(grades) <= 6.5
    assert grade(" ".join(texts.values())) <= 6.5


def test_sentences_are_short() -> None:
    for key, text in _sentences():
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            assert len(sentence.split()) <= 25, f"{key}: {sentence}"


def test_nothing_blames_the_reader() -> None:
    for key, text in _sentences():
        assert not SHAMING.search(text), f"{key}: {text}"
