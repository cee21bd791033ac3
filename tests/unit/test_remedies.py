"""Every finding has steps for the thing itself, on this platform and device, in plain words, with a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from privacy_check import catalogue
from privacy_check.catalogue import Remedy
from scanners.platforms.registry import load_platforms
from tests.reading import grade

PLATFORMS = tuple(platform.id for platform in load_platforms().platforms)
# What must be done about the things of a family: one of these verbs stands in the title or the steps.
VERBS = {
    "GRP": r"leave|hide|hand",
    "PHO": r"delete|crop|blur|replace|swap|choose|remove|take .* down|tag|archive|limit|photo|picture",
    "LOC": r"delete|remove|empty|clear|crop|take|hide|limit|edit|turn off|switch|leave out|close|set|archive",
    "PI": r"remove|delete|hide|clear|take|edit|crop|change|trim|turn|revoke|limit|leave|set",
    "REL": r"edit|delete|hide|set|limit|crop|take",
    "HND": r"change|choose .* name|unlink|disconnect|remove|different|take|switch|clear|keep your name|revoke",
    "NET": r"hide|set|remove|turn off|switch|limit|choose|make|leave",
    "VIS": r"private|set|switch|turn|hide|limit|delete|archive|remove|unlist|open|choose|make|object|close",
    "WRK": r"delete|edit|crop|remove|limit|set|take|use|clear|switch|change",
    "FIN": r"private|remove|set|delete|close|take|change|turn off|clear|replace|edit",
    "CRD": r"change|turn on|delete|hide|use|clear|set",
    "ACC": r"delete|close|sign out|replace|remove|give|make|set",
    "IMP": r"save|tell|report|leave|look|mark",
    "CNT": r"tell|use|write|turn off|remove|do not accept",
    "GAM": r"set|change|choose|limit|remove|sit|delete|switch|turn off|clear",
    "EXT": r"ask|write|note|save|send|look",
    "CON": r"think",
}
# The first thing to do about these is to the thing itself, never to something near it.
ITSELF = {
    "GRP-C1": (r"social worker|fostering service", r"leave|hide"),
    "LOC-10": (r"social worker",),
    "PHO-04": (r"social worker",),
    "WRK-01": (r"ask someone first", r"union", r"helpline", r"manager"),
    "HND-01": (r"user ?name",),
    "HND-02": (r"user name",),
    "PHO-10": (r"picture|photo",),
    "NET-01": (r"friends|list|follow|connections|profile",),
    "IMP-01": (r"report",),
}
LOOKED_UP_BY_NUMBER = ("facebook", "instagram", "x", "telegram", "")


def everything() -> Iterator[tuple[str, Remedy]]:
    for rule in catalogue.rules():
        for platform in ("", *PLATFORMS):
            yield from ((rule.id, item) for item in catalogue.remedies(rule.id, platform))


ALL = {remedy.id: remedy for _, remedy in everything()}
PAIRS = sorted({(rule_id, remedy.id) for rule_id, remedy in everything()})


@pytest.mark.parametrize("family", sorted(VERBS))
def test_a_remedy_does_what_its_family_needs(family: str) -> None:
    for rule_id, remedy_id in PAIRS:
        if rule_id.split("-")[0] == family:
            said = " ".join((ALL[remedy_id].title, *ALL[remedy_id].steps)).lower()
            assert re.search(VERBS[family], said), (rule_id, remedy_id)


def test_the_first_step_is_about_the_thing_itself() -> None:
    for rule_id, wanted in ITSELF.items():
        for platform in ("", *PLATFORMS):
            first = catalogue.remedies(rule_id, platform)[0]
            said = " ".join((first.title, *first.steps)).lower()
            assert all(re.search(pattern, said) for pattern in wanted), (rule_id, first.id)


def test_saying_no_to_ai_is_never_the_answer_to_posts_that_all_can_read() -> None:
    for platform in ("", *PLATFORMS):
        first = catalogue.remedies("VIS-03", platform)[0]
        assert "VIS-09" not in first.rules, platform


def test_a_number_goes_together_with_being_found_by_it() -> None:
    for platform in LOOKED_UP_BY_NUMBER:
        said = " ".join(catalogue.remedies("PI-03", platform)[0].steps).lower()
        assert re.search(r"remove|nobody|take the number", said), platform
        assert re.search(r"find|look-up|suggestions|discoverability", said), platform


def test_no_group_is_answered_with_a_picture() -> None:
    for rule_id, remedy_id in PAIRS:
        if rule_id.startswith("GRP"):
            assert not re.search(r"picture|photo", " ".join(ALL[remedy_id].steps)), remedy_id


def test_a_remedy_really_serves_the_rules_it_is_found_by() -> None:
    for rule_id, remedy in everything():
        assert rule_id in remedy.rules


def test_every_remedy_says_where_it_was_read_and_when() -> None:
    for remedy in ALL.values():
        assert len(remedy.source) > 10, remedy.id
        assert isinstance(remedy.checked_on, date), remedy.id
        assert remedy.verified_live is False, remedy.id


@pytest.mark.parametrize(
    "remedy_id",
    [
        "facebook-ai-training", "instagram-ai-training", "linkedin-ai-training", "x-ai-training",
        "instagram-search-engines", "generic/people-finders", "generic/open-register", "generic/companies-house",
        "generic/archived-copies", "generic/refresh-google", "generic/refresh-bing", "generic/deepfake-photos",
        "generic/data-brokers",
    ],
)  # fmt: skip
def test_new_ways_out_have_a_link_and_a_source(remedy_id: str) -> None:
    remedy = catalogue.remedy(remedy_id)
    assert remedy.url.startswith("https://")
    assert re.search(r"https://|StellarSand", remedy.source)
    assert remedy.checked_on == date(2026, 11, 30)


@pytest.mark.parametrize("remedy", ALL.values(), ids=list(ALL))
def test_steps_are_few_and_easy_to_read(remedy: Remedy) -> None:
    for steps in filter(None, (remedy.steps, remedy.phone, remedy.computer)):
        assert 2 <= len(steps) <= 5
        assert grade(" ".join((f"{remedy.title}.", *steps, remedy.after))) <= 7.0


def test_two_remedies_of_a_platform_are_never_the_same_walk() -> None:
    walks = [(remedy.platform, remedy.steps) for remedy in ALL.values()]
    assert len(set(walks)) == len(walks)


def test_a_visit_counts_once_however_many_findings_it_settles() -> None:
    about = catalogue.remedy("facebook-about-details")
    friends = catalogue.remedy("facebook-friends-list")
    assert catalogue.minutes_together([about, friends, about]) == about.minutes + friends.minutes


def test_a_rule_takes_as_long_as_its_main_general_remedy() -> None:
    for rule in catalogue.rules():
        assert rule.minutes == catalogue.remedy(rule.remedy_id).minutes
        assert "minutes" not in catalogue.data("taxonomy.toml")[rule.id]


def test_steps_follow_the_device() -> None:
    plain = catalogue.remedies("VIS-01", "x")[0]
    phone = catalogue.remedies("VIS-01", "x", "phone")[0]
    computer = catalogue.remedies("VIS-01", "x", "computer")[0]
    assert phone.steps == plain.phone != computer.steps == plain.computer
    assert phone.steps[0].startswith("Tap ")
    assert computer.steps[0].startswith("Click ")
    assert phone.steps[1:] == computer.steps[1:]


@pytest.mark.parametrize("device", ["", "phone", "computer"])
def test_platform_and_device_come_first_and_general_steps_last(device: str) -> None:
    for rule in catalogue.rules():
        for platform in PLATFORMS:
            found = catalogue.remedies(rule.id, platform, device)
            order = [(not item.platform, bool(device and item.device not in ("", device))) for item in found]
            assert order == sorted(order)
            assert not found[-1].platform
