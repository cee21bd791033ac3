"""The three pictures: what they say, what they never say, and that drawing and words say the same."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

import reports
from privacy_check.assessment.answers import FIELD
from privacy_check.assessment.scenarios import evaluate
from privacy_check.model import Account, Assessment, Field, Mark, Outcome, PlanStep, ScenarioStatus, Span
from privacy_check.pictures import Look, cards_told, change_told, joins_told, pictures
from privacy_check.pictures.doors import first_steps
from privacy_check.pictures.fit import cells, wrapped
from privacy_check.pictures.nouns import BitKind, Pictures, PinKind, ProfileCard
from reports.document import Options, build
from reports.formats import md, txt
from reports.pictures import drawn
from reports.svg import WIDTH
from tests.unit.assessments import FRENDLI, NUMBER, STRIDE, finding, full, partial, view
from tests.unit.drawn_people import HARD, private
from tests.unit.test_report import ESCAPES, written

LOOKS = [Look(), Look(reveal=True)]
SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)


def svgs(assessment: Assessment, *, reveal: bool = False) -> list[str]:
    found = drawn(assessment, Options(reveal=reveal))
    return [svg for picture in found.values() for svg in SVG.findall(picture.svg)]


def everything(assessment: Assessment, *, reveal: bool = False) -> str:
    """All that is drawn and all that is told in its place."""
    found = drawn(assessment, Options(reveal=reveal))
    return "\n".join(f"{picture.svg}\n" + "\n".join(picture.twin) for picture in found.values())


def told(found: Pictures, width: int, *, framed: bool = False) -> list[str]:
    cards = cards_told(found, width, framed=framed)
    return [*cards, *joins_told(found.joins, width), *change_told(found.change, width)]


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("reveal", [False, True])
def test_a_drawing_is_whole_self_contained_and_has_a_name(name: str, reveal: bool) -> None:
    for svg in svgs(HARD[name](), reveal=reveal):
        root = Xml.fromstring(svg)
        assert root.get("role") == "img"
        title, desc = root[0], root[1]
        assert (title.tag, desc.tag) == ("title", "desc")
        assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
        assert title.text
        assert desc.text
        tags = {element.tag for element in root.iter()}
        assert tags <= {"svg", "title", "desc", "text", "rect", "circle", "path"}
        attributes = {key for element in root.iter() for key in element.keys()}  # noqa: SIM118 - of an element
        assert not {key for key in attributes if key.startswith("on") or key in ("style", "href", "src")}
        assert not ESCAPES.search(svg.replace("\n", ""))
        assert len(svg) < 60_000


@pytest.mark.parametrize("name", HARD)
def test_no_type_is_smaller_than_thirteen_units_on_a_sheet_as_wide_as_a_phone(name: str) -> None:
    for svg in svgs(HARD[name]()):
        assert svg.startswith('<svg class="drawn" viewBox="0 0 360 ')
        assert all(float(size) >= 13 for size in re.findall(r'font-size="([\d.]+)"', svg))
    assert WIDTH == 360


@pytest.mark.parametrize("reveal", [False, True])
def test_private_topics_are_in_no_picture_and_nothing_says_where_they_stand(reveal: bool) -> None:
    words = everything(private(), reveal=reveal)
    for secret in ("Methodist", "Walkers", "Larkfield", "belief", "faith"):
        assert secret not in words
    [card] = pictures(private(), Look(reveal=reveal)).cards
    assert [pin.words for pin in card.pins] == [
        pin.words for pin in pictures(_without_private(), Look(reveal=reveal)).cards[0].pins
    ]
    assert ("07700 900123" in words) is reveal, "what may be named is drawn all the same"


def _without_private() -> Assessment:
    whole = private()
    return replace(whole, findings=tuple(item for item in whole.findings if not item.rule_id.startswith("GRP-S")))


def test_values_are_hidden_until_somebody_asks() -> None:
    assert NUMBER not in everything(full())
    assert "Bramley" not in everything(full())
    assert NUMBER in everything(full(), reveal=True)


def test_what_a_finding_points_at_stands_in_its_line_in_words_or_in_clear() -> None:
    bio = f"Ring {NUMBER} for dahlias"
    seen = view(FRENDLI, Outcome.VISIBLE, Field("bio", bio, "test"))
    number = finding("PI-03", NUMBER, span=Span(5, 5 + len(NUMBER)))
    assessment = replace(full(), views=(seen,), findings=(number,), plan=())
    hidden, shown = (
        next(line.bits for line in pictures(assessment, look).cards[0].lines if line.name == "bio")
        for look in LOOKS
    )
    assert [(bit.kind, bit.pins) for bit in hidden] == [
        (BitKind.DOTS, ()),
        (BitKind.ABOUT, (1,)),
        (BitKind.DOTS, ()),
    ]
    assert hidden[1].text == "a phone number"
    assert [(bit.text, bit.pins) for bit in shown] == [("Ring", ()), (NUMBER, (1,)), ("for dahlias", ())]


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("look", LOOKS)
def test_every_number_on_a_card_has_its_words_and_stands_somewhere(name: str, look: Look) -> None:
    for card in pictures(HARD[name](), look).cards:
        pointing = [pin for line in card.lines for bit in line.bits for pin in bit.pins]
        assert sorted(set(pointing)) == [pin.number for pin in card.pins] == list(range(1, len(card.pins) + 1))
        assert all(pin.words for pin in card.pins)


def test_kinds_of_numbers_are_told_apart_in_words_as_well() -> None:
    items = (
        finding("PI-03", NUMBER),
        finding("WRK-05", "Sandbeck Council", confidence=0.5),
        finding("LOC-01", "Bramley", field="location", mark=Mark.KEEP),
    )
    plan = tuple(step for step in full().plan if step.rule_id == "PI-03")
    [card] = pictures(replace(full(), views=full().views[:1], not_checked=(), findings=items, plan=plan)).cards
    by_kind = {pin.kind: pin.words for pin in card.pins}
    assert by_kind[PinKind.FIRST].startswith("Fix 1: ")
    assert by_kind[PinKind.QUESTION].startswith("A question: ")
    assert "kept as it is" in by_kind[PinKind.SETTLED]


def test_a_number_names_the_fix_that_takes_that_very_finding_away() -> None:
    in_bio = finding("WRK-05", "social worker", span=Span(0, 13))
    in_post = finding("WRK-05", "Sandbeck Council", field="posts", span=Span(9, 25))
    seen = view(FRENDLI, Outcome.VISIBLE, Field("bio", "social worker", "test"))
    plan = (
        PlanStep("VIS-01", FRENDLI, 4, "", (in_post.fingerprint,), first=True),
        PlanStep("WRK-05", FRENDLI, 2, "", (in_bio.fingerprint, in_post.fingerprint), first=True),
    )
    whole = replace(full(), views=(seen,), not_checked=(), findings=(in_bio, in_post), plan=plan)
    [card] = pictures(whole, Look(reveal=True)).cards
    fixes = {pin.number: pin.words.split(":")[0] for pin in card.pins}
    said = {bit.text: [fixes[pin] for pin in bit.pins] for line in card.lines for bit in line.bits if bit.pins}
    assert said == {"social worker": ["Fix 2"], "Sandbeck Council": ["Fix 1"]}


def test_what_is_not_the_persons_own_or_not_them_gets_no_number() -> None:
    items = (finding("PI-03", NUMBER, mark=Mark.NOT_ME),)
    [card] = pictures(replace(full(), views=full().views[:1], findings=items)).cards
    assert card.pins == ()


@pytest.mark.parametrize("outcome", [item for item in Outcome if not item.seen and item is not Outcome.PRIVATE])
def test_an_account_that_was_not_seen_is_drawn_as_not_seen(outcome: Outcome) -> None:
    secret = finding("PI-03", NUMBER)
    assessment = replace(full(), views=(view(FRENDLI, outcome),), findings=(secret,))
    [card] = pictures(assessment).cards
    assert not card.seen
    assert card.notes
    [drawing] = (svg for svg in svgs(assessment) if "card-1" in svg)
    assert ">?<" in drawing
    if not outcome.conclusive:
        assert "does not mean" in " ".join(card.notes)
        assert card.pins == ()


def test_with_nothing_seen_nothing_is_called_open_or_closed() -> None:
    found = pictures(partial())
    assert found.joins.doors == found.change.doors == ()
    assert "does not mean it is hidden" in found.joins.quiet
    words = everything(partial())
    assert not re.search(r"\bclose|no door|stays open", words, re.IGNORECASE)


def test_with_little_seen_nothing_is_said_to_close() -> None:
    walls = [view(Account("ladder", f"a{at}", ""), Outcome.LOGIN_WALL) for at in range(5)]
    found = pictures(replace(full(), views=(*full().views[:1], *walls)))
    assert found.change.doors
    assert found.change.steps == 0
    assert not any(door.closes for door in found.change.doors)
    assert "Too little was seen" in " ".join(found.change.sentences)


@pytest.mark.parametrize("name", HARD)
def test_a_door_closes_with_the_fewest_fixes_that_close_it_and_with_no_others(name: str) -> None:
    assessment = HARD[name]()
    found = pictures(assessment)
    titles = {door.words: door for door in found.change.doors}
    from privacy_check import catalogue

    steps = first_steps(assessment)
    for scenario in assessment.scenarios:
        door = titles.get(catalogue.scenario(scenario.id).title)
        if door is None:
            continue
        closing = [
            numbers
            for size in range(1, len(steps) + 1)
            for numbers in combinations(range(1, len(steps) + 1), size)
            if scenario.id not in _open_after(assessment, numbers)
        ]
        assert door.closed_by == (closing[0] if closing else ())


def _open_after(assessment: Assessment, numbers: tuple[int, ...]) -> set[str]:
    gone = {key for number in numbers for key in first_steps(assessment)[number - 1].fingerprints}
    left = [item for item in assessment.findings if item.fingerprint not in gone]
    return {item.id for item in evaluate(left) if item.status is ScenarioStatus.OPEN}


@pytest.mark.parametrize("name", HARD)
def test_what_stays_open_is_what_the_first_page_says_stays_open(name: str) -> None:
    document, found = build(HARD[name]()), pictures(HARD[name]())
    drawn_doors = {door.words: door.closes for door in found.change.doors}
    if found.change.steps:
        staying = {words for words, closes in drawn_doors.items() if not closes}
        assert staying == set(document.stays_open) & drawn_doors.keys()


def test_facts_doors_and_accounts_hang_together() -> None:
    for make in HARD.values():
        joins = pictures(make()).joins
        letters = {node.letter for node in joins.accounts}
        numbers = {door.number for door in joins.doors}
        for fact in joins.facts:
            assert set(fact.accounts) <= letters
            assert fact.accounts
            assert set(fact.doors) <= numbers
            assert fact.doors
        assert {number for fact in joins.facts for number in fact.doors} == numbers


def test_a_child_who_needs_protecting_comes_first_and_says_so() -> None:
    group = finding("GRP-C1", "Larkfield Foster Carers", field="groups")
    home = finding("LOC-01", "Bramley", STRIDE, field="location"), finding("LOC-05", "loop", STRIDE)
    assessment = replace(full(), findings=(*full().findings, group, *home))
    from privacy_check.assessment.assemble import assess

    whole = assess(full().views[:2], findings=assessment.findings, requests=(), started_at=full().started_at)
    first = pictures(whole).joins.doors[0]
    assert first.first
    assert "child" in first.words
    assert "Start here." in "\n".join(joins_told(pictures(whole).joins, 76))


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("width", [24, 38, 76])
@pytest.mark.parametrize("framed", [False, True])
def test_the_words_fit_their_width_and_are_plain_characters(name: str, width: int, framed: bool) -> None:
    for line in told(pictures(HARD[name](), Look(reveal=True)), width, framed=framed):
        assert cells(line) <= max(width, 28)
        assert not ESCAPES.search(line)
        assert "\n" not in line


@pytest.mark.parametrize("name", HARD)
def test_words_and_drawing_say_the_same(name: str) -> None:
    assessment = HARD[name]()
    found = pictures(assessment)
    words = " ".join(told(found, 100_000))
    shapes = " ".join(svgs(assessment))
    for card in found.cards:
        for pin in card.pins:
            assert pin.words in words
            assert _in_drawing(pin.words, shapes), pin.words
    for door in (*found.joins.doors, *found.change.doors):
        assert door.words in words
        assert door.after in words
        assert _in_drawing(door.words, shapes)
        assert _in_drawing(door.after, shapes)


def _in_drawing(words: str, shapes: str) -> bool:
    """Every word of it is drawn; it may be broken over several lines."""
    text = " ".join(re.findall(r">([^<]*)</text>", shapes)).replace("&#x27;", "'")
    return all(word in text for word in words.split())


def test_colour_is_never_the_only_sign() -> None:
    css = (Path(reports.__file__).parent / "templates" / "pictures.css").read_text()
    for dashed in ("unseen", "asked", "cut"):
        assert re.search(rf"\.{dashed} {{[^}}]*stroke-dasharray", css), dashed
    [change] = (svg for svg in svgs(full()) if 'id="change-t"' in svg)
    assert ">open<" in change
    assert ">closed<" in change


def test_the_text_reports_tell_each_picture_under_its_heading() -> None:
    document = build(full())
    for heading in ("As a stranger sees you", "How the pieces join", "Before and after"):
        assert heading.upper() in txt.render(document)
        assert f"## {heading}" in written(md, document)
    for picture in document.pictures.values():
        assert all(line in txt.render(document) for line in picture.twin)


def test_a_picture_of_many_accounts_says_what_it_leaves_out() -> None:
    found = pictures(HARD["busy"]())
    assert len(found.cards) == 12
    assert "2 more accounts are not drawn here." in found.card_notes
    assert any(node.letter == "+" for node in found.joins.accounts)
    assert any("more doors are open" in note for note in found.joins.notes)
    assert any("more facts help too" in note for note in found.joins.notes)


def test_what_only_the_person_told_hangs_on_their_answers() -> None:
    from privacy_check.assessment.assemble import assess

    answers = [finding(rule, "yes", None, field=FIELD) for rule in ("CRD-02", "CRD-01")]
    whole = assess(full().views[:1], findings=answers, requests=(), started_at=full().started_at)
    joins = pictures(whole).joins
    assert [(node.letter, node.name) for node in joins.accounts] == [("*", "what you told us")]
    assert all(fact.accounts == ("*",) for fact in joins.facts)


def test_what_was_seen_across_accounts_is_not_called_something_the_person_told() -> None:
    from privacy_check.assessment.assemble import assess

    found = [finding(rule, "asha.k", None, field="handle") for rule in ("CRD-02", "CRD-01")]
    whole = assess(full().views[:2], findings=found, requests=(), started_at=full().started_at)
    joins = pictures(whole).joins
    assert [(node.letter, node.name) for node in joins.accounts] == [("=", "several of your accounts")]
    assert all(fact.accounts == ("=",) for fact in joins.facts)


def test_a_long_word_is_broken_and_a_long_text_cut() -> None:
    assert wrapped("abcdefgh ij", 4) == ["abcd", "efgh", "ij"]
    assert wrapped("one two three four", 9, most=1) == ["one two…"]
    assert wrapped("", 9) == [""]


def test_a_card_of_words_no_longer_kept_still_has_its_numbers() -> None:
    """After some weeks the vault keeps what was found and no longer the words."""
    bare = replace(full().views[0], fields=(), groups=(), posts=())
    card: ProfileCard = pictures(replace(full(), views=(bare,))).cards[0]
    assert card.pins
