"""Copies for other eyes: nothing of the person stands in them, in any format."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from privacy_check.assessment.assemble import assess
from privacy_check.errors import UsageError
from privacy_check.model import (
    Account,
    Assessment,
    Candidate,
    Change,
    ChangeKind,
    EntityType,
    Field,
    Group,
    Lens,
    Link,
    Nature,
    Outcome,
    Picture,
    Post,
    ProfileView,
    Reason,
    Rise,
    RiseReason,
    SeenBy,
    Verdict,
)
from reports.document import CopyFor, Options, build
from reports.formats import html, md, txt
from reports.write import write_report
from tests.conftest import NOON
from tests.unit.assessments import FOUR, finding, request

MARK = "zebrafinch"
HOME = Account("frendli", f"{MARK}.one", f"https://frendli.example/{MARK}")
SECOND = Account("frendli", f"{MARK}.two", f"https://frendli.example/{MARK}2")


def telling() -> Assessment:
    """A check in which every word that came from a page or the person bears a mark."""
    seen = ProfileView(
        HOME,
        Lens.PUBLIC,
        Outcome.PARTIAL,
        fields=(Field("bio", MARK, MARK), Field("posts", MARK, MARK), Field("groups", MARK, MARK)),
        groups=(Group(MARK, f"https://{MARK}.example", category="GRP-S3"),),
        links=(Link(f"https://{MARK}.example"),),
        posts=(Post(MARK, f"https://frendli.example/{MARK}/1", MARK, MARK),),
        pictures=(Picture(f"https://{MARK}.example/a.png", caption=MARK),),
        warnings=(f"{MARK} was not read.",),
        evidence=(MARK,),
        seen_by=SeenBy.PUBLIC,
    )
    hidden = replace(seen, account=SECOND, outcome=Outcome.PRIVATE, warnings=())
    findings = (
        finding("PI-03", MARK, HOME, explanation=MARK),
        finding("LOC-01", MARK, HOME, entity_type=EntityType.LOCATION, field="posts"),
        finding("LOC-01", MARK, SECOND, entity_type=EntityType.LOCATION, field=MARK),
        finding("GRP-L1", MARK, HOME, entity_type=EntityType.GROUP, field="groups"),
        finding("GRP-H1", MARK, HOME, entity_type=EntityType.GROUP, field="groups"),
        finding("GRP-S3", MARK, HOME, nature=Nature.REVEALS_SENSITIVE, field="groups"),
        finding("PHO-11", MARK, HOME, entity_type=EntityType.PICTURE),
        finding("IMP-02", MARK, HOME, nature=Nature.IMPERSONATION, field="candidate"),
    )
    check = assess(
        (seen, hidden),
        findings=findings,
        requests=(request(f"{MARK}.example"),),
        candidates=(
            Candidate({"platform": "frendli", "handle": MARK}, Verdict.LIKELY_COPY, 0.9, (Reason("bio", MARK),)),
        ),
        started_at=NOON,
        finished_at=NOON,
        not_checked=(f"strider:{MARK}",),
    )
    came = Rise(RiseReason.NEW_ACCOUNT, (f"frendli:{MARK}",))
    return replace(check, changes=(Change("x", "PI-03", ChangeKind.GONE, MARK),), rise=(came,))


def written(form: ModuleType, assessment: Assessment, copy_for: CopyFor) -> str:
    stream = io.BytesIO()
    form.write(build(assessment, Options(copy_for=copy_for, person=MARK)), stream)
    return stream.getvalue().decode()


@pytest.mark.parametrize("form", [html, md, txt])
@pytest.mark.parametrize("copy_for", [CopyFor.REDACTED, CopyFor.CLEAN])
def test_no_word_of_the_person_stands_in_a_copy_for_others(form: ModuleType, copy_for: CopyFor) -> None:
    words = written(form, telling(), copy_for).replace("\\", "")
    assert MARK not in words
    for private in ("banned", "intimate picture of", "private topic", "A group"):
        assert private not in words.split("Who can help")[0].split("WHO CAN HELP")[0]


def test_a_redacted_copy_still_says_what_to_do_and_where() -> None:
    report = build(telling(), Options(copy_for=CopyFor.REDACTED))
    assert report.fixes
    assert all(card.steps for card in report.fixes)
    assert {section.name for section in report.accounts} == {"frendli · account 1", "frendli · account 2"}
    assert not report.exposure
    assert not report.ledger


def test_a_clean_copy_is_the_same_for_everybody() -> None:
    kinds = {
        written(txt, replace(check(), finished_at=NOON, started_at=NOON), CopyFor.CLEAN) for check in FOUR.values()
    }
    assert len(kinds) == 1
    assert "frendli" not in kinds.pop()


@pytest.mark.parametrize("name", FOUR)
@pytest.mark.parametrize("copy_for", [CopyFor.REDACTED, CopyFor.CLEAN])
def test_every_check_can_be_copied_for_others(name: str, copy_for: CopyFor, tmp_path: Path) -> None:
    files = write_report(FOUR[name](), tmp_path, ("html", "md", "txt"), Options(copy_for=copy_for))
    assert len(files) == 3
    assert not any(path.stem == "privacy-report" for path in files)


@pytest.mark.parametrize(("formats", "reveal"), [(("json",), False), (("html",), True)])
def test_a_copy_that_would_hold_more_is_refused_before_anything_is_written(
    formats: tuple[str, ...], reveal: bool, tmp_path: Path
) -> None:
    with pytest.raises(UsageError):
        write_report(telling(), tmp_path / "out", formats, Options(reveal=reveal, copy_for=CopyFor.REDACTED))
    assert not (tmp_path / "out").exists()
