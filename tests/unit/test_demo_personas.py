"""The invented people: complete, invented throughout, and expecting only what their own pages hold."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from privacy_check import catalogue
from privacy_check.assessment.judge import judge_view
from privacy_check.cli.bench import somebody
from privacy_check.errors import UsageError
from privacy_check.lookalikes.pictures import same_picture
from privacy_check.model import Group, Lens, Nature, Outcome, ProfileView, SeenBy, Severity, Verdict
from privacy_check.subject import AboutMe
from privacy_check.training.plan import steps
from scanners.demo import Persona, drawings, persona, personas
from scanners.demo.persona import Behaviour, Content, PretendAccount
from scanners.demo.places import registry, sites

PEOPLE = personas()
EVERY_PAGE = [page for person in PEOPLE for page in person.every_page]

# Ranges that Ofcom keeps free for drama.
_DRAMA = re.compile(r"07700 ?900\d{3}|44 ?7700 ?900\d{3}|0113 ?496 ?0\d{3}|0114 ?496 ?0\d{3}|029 ?2018 ?0\d{3}")
_NUMBER = re.compile(r"(?<!\d)\+?(?:44|0)[\d ]{8,13}\d(?!\d)")

each_person = pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.id)


def words_of(page: PretendAccount) -> str:
    """Everything that stands on a page, hidden groups left out."""
    content = page.content
    shown = content.model_copy(
        update={"groups": tuple(group for group in content.groups if group.kind == "public")}
    )
    return plain(f"{page.handle} {shown.model_dump_json()}")


def plain(text: str) -> str:
    return text.replace('\\"', '"').casefold()


def hidden_words(person: Persona) -> str:
    names = [group.name for page in person.pages for group in page.content.groups if group.kind != "public"]
    return plain(" ".join(names))


def test_there_are_at_least_twelve_people_each_under_an_own_letter() -> None:
    letters = [person.letter for person in PEOPLE]

    assert len(PEOPLE) >= 12
    assert letters == sorted(set(letters))
    assert set("ABCDEFGHIJKL") <= set(letters)


def test_a_forgotten_account_bears_a_name_the_person_still_uses_and_some_have_one() -> None:
    assert sum(bool(person.forgotten) for person in PEOPLE) >= 3
    for person in PEOPLE:
        assert {page.handle for page in person.forgotten} <= set(person.handles)
        assert not {page.key for page in person.forgotten} & {page.key for page in person.pages}


def test_a_trainer_is_told_what_else_can_be_shown_of_somebody() -> None:
    assert any("accounts --persona carol" in words for words in somebody(persona("carol")).more)
    assert any("lookalikes --persona farah" in words for words in somebody(persona("farah")).more)
    assert somebody(persona("bilal")).more == ()
    stage = next(step for step in steps(40, somebody(persona("carol")), []) if step.part == "person")
    assert set(somebody(persona("carol")).more) <= set(stage.notes)


def test_a_person_is_found_by_id_letter_and_name() -> None:
    assert persona("farah") is persona("F") is persona("Farah Siddiqui")


def test_an_unknown_person_is_refused_with_the_known_names() -> None:
    with pytest.raises(UsageError) as refused:
        persona("nobody")

    assert "amara" in refused.value.hint


@each_person
def test_a_person_has_a_story_and_readable_about_me(person: Persona) -> None:
    assert len(person.story.split()) > 50
    assert person.teaches
    assert AboutMe.from_mapping(person.about).names == (person.name,)
    assert 1 <= len(person.pages) <= 12


@each_person
def test_every_own_account_has_an_expected_outcome(person: Persona) -> None:
    assert {key.lower() for key in person.expect.outcomes} == {page.key for page in person.pages}


@each_person
def test_every_account_is_recognised_from_its_own_link(person: Persona, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")

    for account in (*person.accounts(8123), *person.suspects(8123)):
        assert registry().recognise(account.url).account == account
        assert ":8123/" in account.url


@each_person
def test_expected_findings_name_known_rules_and_words_that_stand_on_the_page(person: Persona) -> None:
    pages = {page.key: page for page in person.pages}
    everywhere = " ".join(words_of(page) for page in person.every_page)

    for wanted in person.expect.findings:
        assert catalogue.known(wanted.rule_id), wanted
        assert not wanted.account or wanted.account.lower() in pages, wanted
        alone = wanted.account and not wanted.rule_id.startswith("IMP-")
        words = words_of(pages[wanted.account.lower()]) if alone else everywhere
        assert plain(wanted.contains) in words, wanted


@each_person
def test_traps_stand_on_a_page_and_say_why_they_are_nothing(person: Persona) -> None:
    everywhere = " ".join(words_of(page) for page in person.every_page)

    for trap in person.expect.not_findings:
        assert catalogue.known(trap.rule_id), trap
        assert trap.reason.endswith("."), trap
        assert plain(trap.contains) in f"{everywhere} {hidden_words(person)}", trap
        found = [item for item in person.expect.findings if item.rule_id == trap.rule_id]
        assert trap.contains or not found, trap


@each_person
def test_expected_scenarios_candidates_and_photos_exist(person: Persona) -> None:
    alike = {page.key for page in person.look_alikes}
    pages = {page.key: page for page in person.pages}

    for key in person.expect.scenarios:
        assert catalogue.scenario(key)
    assert {wanted.account.lower() for wanted in person.expect.candidates} == alike
    for wanted in person.expect.photos:
        assert pages[wanted.account].content.photos[wanted.photo].gps is not None


@each_person
def test_numbers_and_addresses_are_of_the_kinds_kept_for_fiction(person: Persona) -> None:
    text = person.model_dump_json()

    for number in _NUMBER.findall(text):
        assert _DRAMA.search(number), number
    for mail in re.findall(r"[\w.]+@[\w.-]+\.\w+", text):
        assert mail.endswith("@example.org"), mail
    for host, rest in re.findall(r"https?://([^/\"\s]+)/?([^\"\s]*)", text):
        free = host.endswith((".example.org", ".localhost"))
        assert free or (host == "wa.me" and _DRAMA.fullmatch(rest)), host


def test_every_outcome_and_every_behaviour_stands_somewhere() -> None:
    outcomes = {outcome for person in PEOPLE for one in person.expect.outcomes.values() for outcome in one}

    assert outcomes == set(Outcome)
    assert {page.behaviour for page in EVERY_PAGE} == set(Behaviour.__args__)


def test_every_platform_has_somebody_on_it_and_knows_its_own_words() -> None:
    assert {page.platform for page in EVERY_PAGE} == set(sites())
    assert len(sites()) >= 9
    for key, site in sites().items():
        platform = registry().by_id(key)
        assert platform is not None
        assert platform.name == site["name"]
        for notice, markers in (
            ("missing", platform.markers.not_found),
            ("suspended", platform.markers.suspended),
        ):
            said = " ".join(site["notices"][notice].values())
            assert any(marker.value in said for marker in markers), (key, notice)


def test_two_people_have_copies_and_two_have_namesakes_or_fans() -> None:
    verdicts = [verdict for person in PEOPLE for item in person.expect.candidates for verdict in item.verdict]

    assert verdicts.count(Verdict.LIKELY_COPY) >= 2
    assert verdicts.count(Verdict.NAMESAKE) >= 2
    assert Verdict.FAN_OR_PARODY in verdicts


@pytest.mark.parametrize("change", ["mirrored", "faded"])
def test_a_copied_picture_is_still_the_same_picture(change: str) -> None:
    for person in PEOPLE:
        own = person.pages[0].content.avatar
        if own.motif != "blank":
            copied = own.model_copy(update={"change": change})
            assert same_picture(drawings.avatar(own), drawings.avatar(copied)).same, (person.id, change)


def test_pictures_of_different_people_are_different() -> None:
    drawn = {page.content.avatar.motif: page.content.avatar for page in EVERY_PAGE}
    pictures = [drawings.avatar(each) for motif, each in drawn.items() if motif != "blank"]

    for place, picture in enumerate(pictures):
        for other in pictures[place + 1 :]:
            assert not same_picture(picture, other).same


def test_the_survivor_takes_the_safer_way_alone() -> None:
    assert [person.id for person in PEOPLE if person.safer_way] == ["hannah"]


SWAPS = (
    {"Gurdwara Langar": "Church Hall", "Education Support Staff Union": "Classroom Workers Union"},
    {"Gurdwara Langar": "Mosque Kitchen", "Education Support Staff Union": "Office Workers Union"},
    {"Gurdwara Langar": "Temple Kitchen", "Education Support Staff Union": "Caretakers Union"},
)


@pytest.mark.parametrize("swap", SWAPS, ids=["church", "mosque", "temple"])
def test_swapping_a_faith_or_a_union_for_another_changes_nothing(swap: dict[str, str]) -> None:
    content = persona("gurpreet").pages[0].content

    before, after = told(content, {}), told(content, swap)

    assert before == after
    private = [told for told in before if told[0].startswith("GRP-S")]
    # The names also give the town, which is asked about and no private topic.
    assert {rule for rule, *_ in before} == {"GRP-S3", "GRP-S6", "LOC-01"}
    assert all(nature is Nature.REVEALS_SENSITIVE for _, nature, *_ in private)
    assert all(severity.rank <= Severity.WORTH_A_LOOK.rank for _, _, severity, *_ in before)


def told(content: Content, swap: dict[str, str]) -> list[tuple[object, ...]]:
    """What is told about the private groups of a profile, without their names."""
    groups = []
    for group in content.groups:
        name = group.name
        for old, new in swap.items():
            name = name.replace(old, new)
        if group.kind == "public":
            groups.append(Group(name))
    account = persona("gurpreet").accounts(1)[0]
    view = ProfileView(account, Lens.PUBLIC, Outcome.VISIBLE, groups=tuple(groups), seen_by=SeenBy.PUBLIC)
    found = [replace(item, value=type(item.value)("")) for item in judge_view(view)]
    return [
        (item.rule_id, item.nature, item.severity, item.explanation, item.audiences, item.remedy_ids)
        for item in sorted(found, key=lambda item: item.rule_id)
    ]
