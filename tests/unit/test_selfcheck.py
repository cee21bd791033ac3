"""The run: one account that breaks never stops the rest, and leaving early keeps what was seen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from privacy_check.errors import NoBrowser, NotYours, PrivacyCheckError, VaultError
from privacy_check.model import (
    Account,
    Assessment,
    Capture,
    Field,
    Lens,
    Link,
    LinkReading,
    Outcome,
    Ownership,
    Picture,
    ProfileView,
    RequestRecord,
    Verdict,
)
from privacy_check.ownership import Gate
from privacy_check.ports import Collector, PicturesRead, Readiness, Toolkit
from privacy_check.selfcheck import Event, Failed, Finished, Look, Seen, SelfCheck, Started, Stopped
from privacy_check.subject import AboutMe
from tests.conftest import NOON
from tests.unit.findings import finding

ABOUT = AboutMe.from_mapping({"names": ["Asha Kapoor"]})
GATE = Gate(stated=True, secret=b"test")
BIO = "Baker, runner, and always late. Tea first, questions later."


def account(handle: str) -> Account:
    return Account("frendli", handle, f"https://frendli.example/{handle}")


@dataclass
class FakeCollector:
    """Answers from a table: an outcome, or an error to raise. `hold` keeps a look waiting."""

    answers: dict[str, Outcome | Exception] = field(default_factory=dict)
    hold: asyncio.Event | None = None
    lens: Lens = Lens.PUBLIC
    looked: list[str] = field(default_factory=list)
    closed: bool = False
    most_at_once: int = 0
    now: int = 0

    async def __aenter__(self) -> Collector:
        return self

    async def __aexit__(self, *exc: object) -> None:
        self.closed = True

    async def collect(self, account: Account, progress: Callable[[str], None]) -> Capture:
        self.looked.append(account.handle)
        self.now += 1
        self.most_at_once = max(self.most_at_once, self.now)
        try:
            progress("opening the page")
            await asyncio.sleep(0)
            answer = self.answers.get(account.handle, Outcome.VISIBLE)
            if isinstance(answer, Exception):
                raise answer
            if self.hold is not None and account.handle != "first":
                await self.hold.wait()
            return Capture(account, self.lens, answer, account.url, 200, "", NOON)
        finally:
            self.now -= 1

    def requests(self) -> Sequence[RequestRecord]:
        return [
            RequestRecord("GET", f"https://frendli.example/{h}", "frendli.example", "look", NOON)
            for h in self.looked
        ]


def toolkit(collector: FakeCollector, names: dict[str, str] | None = None) -> Toolkit:
    def extract(capture: Capture) -> ProfileView:
        name = (names or {}).get(capture.account.handle, "Asha Kapoor")
        fields = (Field("display_name", name, "test"), Field("bio", BIO, "test"))
        return ProfileView(
            capture.account, capture.lens, capture.outcome, fields=fields if capture.outcome.seen else ()
        )

    def nothing_written(assessment: Assessment, folder: Path, formats: Sequence[str], reveal: bool) -> list[Path]:
        return []

    return Toolkit(
        recognise=lambda text: LinkReading(),
        collectors={Lens.PUBLIC: lambda: collector},
        extract=extract,
        write_report=nothing_written,
        open_link=lambda url: False,
    )


async def run(check: SelfCheck) -> tuple[list[Event], Assessment]:
    events = [event async for event in check.events()]
    assert isinstance(events[-1], Finished)
    return events, events[-1].assessment


async def test_a_check_sees_every_account_and_closes_what_it_opened() -> None:
    collector = FakeCollector()
    looks = [Look(account(f"asha{n}")) for n in range(7)]
    events, assessment = await run(SelfCheck(looks, toolkit(collector), GATE, about=ABOUT))
    assert {view.account.handle for view in assessment.views} == {f"asha{n}" for n in range(7)}
    assert sum(isinstance(event, Started) for event in events) == 7
    assert len(assessment.requests) == 7
    assert collector.closed
    assert collector.most_at_once <= 4


@pytest.mark.parametrize(
    "error", [PrivacyCheckError("The page broke.", "Try later."), RuntimeError("07700 900123")]
)
async def test_one_that_breaks_never_stops_the_rest_and_is_not_safe(error: Exception) -> None:
    collector = FakeCollector({"bad": error})
    events, assessment = await run(
        SelfCheck([Look(account("bad")), Look(account("good"))], toolkit(collector), GATE, about=ABOUT)
    )
    outcomes = {view.account.handle: view.outcome for view in assessment.views}
    assert outcomes == {"bad": Outcome.ERROR, "good": Outcome.VISIBLE}
    failed = next(event for event in events if isinstance(event, Failed))
    assert "900123" not in failed.sentence
    assert "frendli:bad" in assessment.not_checked


async def test_another_name_stops_that_account_and_leaves_nothing_of_it() -> None:
    collector = FakeCollector()
    check = SelfCheck(
        [Look(account("mine")), Look(account("hers"))],
        toolkit(collector, {"hers": "Sarah Jones"}),
        GATE,
        about=ABOUT,
    )
    events, assessment = await run(check)
    stopped = next(event for event in events if isinstance(event, Stopped))
    assert stopped.account.ownership is Ownership.CONTRADICTED
    assert GATE.code_for(account("hers")) in " ".join(way.sentence for way in stopped.ways)
    view = next(view for view in assessment.views if view.account.handle == "hers")
    assert view.fields == ()
    assert not view.outcome.conclusive
    assert {item.account.handle for item in assessment.findings if item.account} <= {"mine"}


async def test_leaving_early_keeps_what_was_seen_and_resuming_does_not_look_again() -> None:
    collector = FakeCollector(hold=asyncio.Event())
    looks = [Look(account("first")), Look(account("second"))]
    check = SelfCheck(looks, toolkit(collector), GATE, about=ABOUT)
    events = check.events()
    async for event in events:
        if isinstance(event, Seen):
            break
    await events.aclose()
    assert collector.closed
    half = check.conclude()
    assert [view.account.handle for view in half.views] == ["first"]
    assert "frendli:second" in half.not_checked
    assert half.requests

    again = FakeCollector()
    _, whole = await run(SelfCheck(looks, toolkit(again), GATE, about=ABOUT, known=half.views))
    assert again.looked == ["second"]
    assert {view.account.handle for view in whole.views} == {"first", "second"}
    handles = [item.account.handle for item in whole.findings if item.account]
    assert "first" in handles, "what was seen before is still judged"


async def test_nothing_is_opened_without_the_statement() -> None:
    collector = FakeCollector()
    with pytest.raises(NotYours):
        SelfCheck([Look(account("asha"))], toolkit(collector), replace(GATE, stated=False))
    assert collector.looked == []


async def test_no_browser_is_said_once_and_for_all() -> None:
    class NoneHere(FakeCollector):
        async def __aenter__(self) -> Collector:
            raise NoBrowser("No browser was found.", "Run privacy-check setup.")

    with pytest.raises(NoBrowser):
        await run(SelfCheck([Look(account("asha"))], toolkit(NoneHere()), GATE))


async def test_a_suspect_is_compared_and_never_judged() -> None:
    collector = FakeCollector()
    check = SelfCheck(
        [Look(account("asha.k"))], toolkit(collector), GATE, about=ABOUT, suspects=[account("asha_k")]
    )
    _, assessment = await run(check)
    assert [item.verdict for item in assessment.candidates] == [Verdict.LIKELY_COPY]
    assert {view.account.handle for view in assessment.views} == {"asha.k"}
    copies = [item for item in assessment.findings if item.rule_id.startswith("IMP")]
    assert [item.account.handle for item in copies if item.account] == ["asha.k"]


async def test_a_vault_that_cannot_be_written_loses_nothing_that_was_seen() -> None:
    class FullDisk:
        def keep_view(self, view: ProfileView) -> None:
            raise VaultError("The disk is full.", "Make some room.")

    tools = replace(toolkit(FakeCollector()), store=FullDisk())  # type: ignore[arg-type]  # only this part is used
    check = SelfCheck([Look(account("asha"))], tools, GATE, about=ABOUT)
    _, assessment = await run(check)
    assert [view.outcome for view in assessment.views] == [Outcome.VISIBLE]
    assert check.not_kept is not None


async def test_a_window_is_read_when_the_person_says_so() -> None:
    readiness = Readiness()
    mine, other = account("asha"), account("second")
    waiting = asyncio.create_task(readiness.wait(mine))
    await asyncio.sleep(0)
    assert readiness.waiting == {mine.key}
    readiness.tell(other)
    await asyncio.sleep(0)
    assert not waiting.done()
    readiness.tell(mine)
    await asyncio.wait_for(waiting, 5)
    assert readiness.waiting == set()


async def test_links_both_ways_prove_an_account_whichever_page_is_seen_first() -> None:
    site = Account("generic", "asha.example", "https://asha.example/")
    hers = account("hers")

    def extract(capture: Capture) -> ProfileView:
        name = "Sarah Jones" if capture.account == hers else "Asha Kapoor"
        links = (Link(site.url),) if capture.account == hers else (Link(hers.url, rel="me"),)
        fields = (Field("display_name", name, "test"), Field("bio", BIO, "test"))
        return ProfileView(capture.account, capture.lens, capture.outcome, fields=fields, links=links)

    tools = replace(toolkit(FakeCollector()), extract=extract)
    for order in ([hers, site], [site, hers]):
        _, assessment = await run(SelfCheck([Look(item) for item in order], tools, GATE, about=ABOUT))
        view = next(view for view in assessment.views if view.account.handle == "hers")
        assert view.account.ownership is Ownership.PROVED
        assert view.fields


@pytest.mark.parametrize("asked", [False, True])
async def test_pictures_are_looked_into_only_when_the_person_asks(asked: bool) -> None:
    looked: list[str] = []

    async def read_pictures(view: ProfileView) -> PicturesRead:
        looked.append(view.account.handle)
        return PicturesRead(warnings=("One could not be fetched.",))

    tools = toolkit(FakeCollector())
    shown = tools.extract

    def extract(capture: Capture) -> ProfileView:
        return replace(shown(capture), pictures=(Picture("https://frendli.example/1.jpg"),))

    tools = replace(tools, extract=extract, read_pictures=read_pictures, look_into_pictures=asked)
    check = SelfCheck([Look(account("asha"))], tools, GATE, ABOUT)
    await run(check)
    assert looked == (["asha"] if asked else [])
    assert bool(check.views["frendli:asha"].warnings) is asked


async def test_a_check_taken_up_again_looks_into_the_pictures_of_what_was_read_before() -> None:
    async def read_pictures(view: ProfileView) -> PicturesRead:
        if view.account.handle == "gone":
            raise RuntimeError("the site is gone")
        return PicturesRead(found)

    shown = (Picture("https://frendli.example/1.jpg"),)
    found = (finding("LOC-03", account("asha"), value="Otterby"),)
    names = ("asha", "gone")
    known = [ProfileView(account(name), Lens.PUBLIC, Outcome.VISIBLE, pictures=shown) for name in names]
    tools = replace(toolkit(FakeCollector()), read_pictures=read_pictures, look_into_pictures=True)
    check = SelfCheck([Look(account(name)) for name in names], tools, GATE, ABOUT, known=known)
    await run(check)
    assert check.views["frendli:gone"].warnings
    assert [item.rule_id for item in check.findings] == ["LOC-03"]
