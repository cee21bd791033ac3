"""Paths of their own: whom to tell first, what is not offered, and where no number stands."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from privacy_check.assessment.assemble import assess
from privacy_check.assessment.own_paths import (
    OwnPath,
    may_keep,
    may_show_number,
    path_of,
    paths_of,
    text_of,
    why_no_number,
)
from privacy_check.model import Assessment, Candidate, Finding, Mark, Verdict
from privacy_check.serialise import document
from reports.document import Options, build
from tests.unit.findings import INSTAGRAM, finding, view

NOW = datetime(2026, 11, 30, 19, 0, tzinfo=UTC)


def check(*findings: Finding, candidates: tuple[Candidate, ...] = ()) -> Assessment:
    return assess((view(),), findings=findings, requests=(), started_at=NOW, candidates=candidates)


@pytest.mark.parametrize(
    ("found", "path"),
    [
        ([finding("PHO-04")], OwnPath.PROTECTED_CHILD),
        ([finding("LOC-10")], OwnPath.PROTECTED_CHILD),
        ([finding("GRP-C1"), finding("PI-06")], OwnPath.PROTECTED_CHILD),
        ([finding("GRP-C1")], OwnPath.PROTECTED_CHILD),
        ([finding("WRK-01")], OwnPath.CASE_POST),
        ([finding("WRK-07")], OwnPath.CASE_POST),
        ([finding("IMP-01")], OwnPath.COPY),
        ([finding("PI-03")], None),
        ([finding("REL-05")], None),
    ],
)
def test_the_path_of_a_finding(found: list[Finding], path: OwnPath | None) -> None:
    told = check(*found)
    assert path_of(found[0], told) is path
    assert (path in paths_of(told)) is (path is not None)
    assert may_keep(found[0], told) is (path is not OwnPath.PROTECTED_CHILD)


def test_the_home_beside_a_protected_child_is_an_ordinary_fix() -> None:
    told = check(finding("GRP-C1"), finding("PI-06"))
    assert path_of(told.findings[0] if told.findings[0].rule_id == "PI-06" else told.findings[1], told) is None


def test_no_number_stands_beside_a_protected_child_or_for_somebody_watched() -> None:
    child, other = check(finding("PHO-04")), check(finding("PI-03"))
    assert not may_show_number(child)
    assert why_no_number(child)
    assert may_show_number(other)
    assert why_no_number(other) == ""
    assert not may_show_number(other, watched=True)
    assert why_no_number(other, watched=True)
    assert document(child)["score"] is None
    assert document(other)["score"] is not None
    assert build(child).exposure == why_no_number(child)
    assert build(other, Options(watched=True)).exposure == why_no_number(other, watched=True)


def test_what_is_done_or_a_hint_leads_nowhere() -> None:
    assert paths_of(check(finding("WRK-01", mark=Mark.FIXED), finding("LOC-10", confidence=0.5))) == ()


def test_a_candidate_that_looks_like_a_copy_leads_to_its_path() -> None:
    candidate = Candidate({"platform": "x", "handle": "ada"}, Verdict.LIKELY_COPY, 0.9)
    assert paths_of(check(candidates=(candidate,))) == (OwnPath.COPY,)


def test_each_path_names_the_people_to_ask_and_what_it_must() -> None:
    child, watched, copy, case = (text_of(path) for path in OwnPath)
    assert "social worker" in child.steps[0]
    assert "DSL" in child.steps[0]
    assert any("share nothing more" in step for step in child.steps)
    assert ("National Stalking Helpline", "0808 802 0300") in watched.help
    assert any("48 hours" in step for step in copy.steps)
    assert any("Nobody can promise" in step for step in copy.steps)
    names = [name for name, _ in case.help]
    assert names[0] == "Your manager"
    assert any("union" in name for name in names)
    assert any("Helpline" in name for name in names)
    assert case.steps[0].startswith("Ask someone first")


def test_a_path_hangs_on_no_account() -> None:
    assert path_of(finding("IMP-01", None), check(finding("PI-03", INSTAGRAM))) is OwnPath.COPY
