"""No words of the program's own stand in the code: in the made-up language every one of them is drawn out."""

from __future__ import annotations

import re

import pytest

from privacy_check.employer_pack import current
from privacy_check.sentences import LANGUAGE, PSEUDO
from reports.document import build
from reports.formats import txt
from tests.tui import stage
from tests.tui.driving import open_page, sitting
from tests.unit.assessments import full

TALL = (120, 70)
BEHIND = (
    "results",
    "findings",
    "groups",
    "copies",
    "private",
    "what_if",
    "plan",
    "questions",
    "report",
    "reflect",
    "drawn",
)
# What is the same in every language: the tool and its commands, keys, sites, and the day and month of a date.
SAME = frozenset(("privacy-check", "html", "txt", "json", "enter", "space", "tab", "esc", "ctrl", "up", "down"))
SAME_NAMES = frozenset(("Instagram", "Facebook", "Strava", "LinkedIn", "November", "May", "December", "June"))
# What the people of the stage and of the assessments say and are called.
THEIRS = """
    asha asha-kapoor kapoor stride frendli ladder example ads check mine window page file url https in com www FILE
    It stands your bio The same picture sign-in form stood front
"""


def left_as_they_were(text: str, *known: str) -> set[str]:
    """The words with a vowel that was not drawn out, but for names."""
    words = set(re.findall(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ-]*", re.sub(r" /\S+", "", text)))
    plain = {word for word in words if len(word) > 1 and re.search(r"[aeiouAEIOU]", word)}
    return plain - SAME - SAME_NAMES - set(known)


@pytest.fixture(autouse=True)
def _drawn_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE, PSEUDO)


async def test_the_first_page() -> None:
    async with sitting(size=TALL) as driver:
        assert left_as_they_were(driver.text) == set()
        await driver.press("question_mark")
        assert left_as_they_were(driver.text) == set()


@pytest.mark.parametrize("name", BEHIND)
async def test_the_pages_behind_the_results(name: str) -> None:
    async with sitting(size=TALL) as driver:
        await open_page(driver, name)
        assert left_as_they_were(driver.text, *stage_words()) == set()


async def test_one_finding() -> None:
    async with sitting(size=TALL) as driver:
        await open_page(driver, "findings")
        await driver.press("enter")
        assert driver.page == "FindingPage"
        assert left_as_they_were(driver.text, *stage_words()) == set()


def test_a_report_as_text() -> None:
    assert left_as_they_were(txt.render(build(full())), *THEIRS.split()) == set()


def stage_words() -> set[str]:
    """The words of the pages of the stage's person, of the copy of them, and of the employer pack in use."""
    assessment = stage.assessment()
    told = [field.text for view in assessment.views for field in view.fields]
    told += [f"{group.name} {group.visibility}" for view in assessment.views for group in view.groups]
    told += [reason.detail for candidate in assessment.candidates for reason in candidate.reasons]
    told += [str(value) for candidate in assessment.candidates for value in candidate.profile.values()]
    told += [view.account.handle for view in assessment.views]
    told += [current().name, "nel"]
    return set(re.findall(r"[A-Za-z-]+", " ".join(told)))
