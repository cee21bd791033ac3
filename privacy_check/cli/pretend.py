"""The whole check on invented people and a pretend network, in a real browser; nothing is kept."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from privacy_check.cli.output import put, put_json, say, say_saved
from privacy_check.cli.pretend_place import admit_loopback, platform_files
from privacy_check.cli.toolkit import Tools, build_toolkit, build_tools
from privacy_check.errors import Interrupted
from privacy_check.model import (
    FORMAT,
    TOOL_VERSION,
    Account,
    Assessment,
    Candidate,
    Capture,
    Lens,
    ProfileView,
    RequestRecord,
)
from privacy_check.ports import Collector
from privacy_check.sentences import say as words
from privacy_check.subject import AboutMe

if TYPE_CHECKING:
    from privacy_check.cli.pretend_world import PretendWorld
    from privacy_check.selfcheck import Event
    from scanners.demo import Persona

AT_ONCE = 3
"""Invented people looked at side by side; the pages in the browser at once are limited by the look itself."""


@dataclass(frozen=True)
class Saving:
    """Where the reports of a demo go (None: nowhere), in which formats, and whether in clear."""

    folder: Path | None = None
    formats: tuple[str, ...] = ()
    reveal: bool = True


@dataclass(frozen=True)
class Known:
    """Views of pages that have not changed since, and the look-alikes where none of all pages has (else None)."""

    views: tuple[ProfileView, ...] = ()
    candidates: tuple[Candidate, ...] | None = None


NOTHING_KNOWN = Known()


@dataclass(frozen=True)
class _Shared:
    """A collector that many checks use while somebody else keeps its browser open."""

    inner: Collector
    keys: frozenset[str]
    lens: Lens = field(default=Lens.PUBLIC)

    async def __aenter__(self) -> _Shared:
        return self

    async def __aexit__(self, *exc: object) -> None:
        return None

    async def collect(self, account: Account, progress: Callable[[str], None]) -> Capture:
        """One look, through the shared browser."""
        return await self.inner.collect(account, progress)

    def requests(self) -> Sequence[RequestRecord]:
        """The requests made for these accounts alone."""
        return [record for record in self.inner.requests() if record.account in self.keys]


def run_demo(name: str | None, saving: Saving, world: PretendWorld, *, as_json: bool, show_browser: bool) -> int:
    """Checks one invented person of that world or all, tells and saves what was found. Returns the exit code.

    Raises Interrupted when it was stopped, after telling of those who were done.
    """
    chosen = world.chosen(name)
    admit_loopback()
    say(words("commands.pretend.lead"), "")
    done: dict[str, Assessment] = {}
    stopped = False
    try:
        asyncio.run(_check_all(chosen, world, show_browser, done))
    except KeyboardInterrupt:
        if not done:
            raise
        stopped = True
        say(words("commands.pretend.stopping"))
    results = [(person, done[person.id]) for person in chosen if person.id in done]
    if as_json:
        put_json(_document(results))
    else:
        _tell(results, saving.reveal, alone=name is not None)
    sys.stdout.flush()
    _tell_shortfalls(results)
    alone = name is not None
    files = _save(results, saving, saving.folder, alone=alone) if saving.folder is not None else []
    if alone:
        _tell_alone(*results[0], saving.reveal, files)
    elif files:
        say("", words("commands.ending.saved_all", count=len(results), path=files[0]))
    if stopped:
        raise Interrupted(words("commands.pretend.stopped"), words("commands.pretend.stopped_hint"))
    return 0


async def _check_all(
    chosen: Sequence[Persona], world: PretendWorld, show_browser: bool, done: dict[str, Assessment]
) -> None:
    from privacy_check.cli.progress import Progress

    tools = build_tools(show_browser=show_browser, platforms=platform_files(), kept=False)
    progress = Progress(sum(len(person.pages) for person in chosen))
    room = asyncio.Semaphore(AT_ONCE)
    async with world.network as network, tools.public_view() as browser:

        async def check(person: Persona) -> None:
            async with room:
                tell = partial(progress.tell, toolkit=tools.toolkit, who=person.name)
                done[person.id] = await check_person(person, network.port, tools, browser, tell)

        await asyncio.gather(*map(check, chosen))


async def check_person(
    person: Persona,
    port: int,
    tools: Tools,
    browser: Collector,
    tell: Callable[[Event], None] = lambda event: None,
    known: Known = NOTHING_KNOWN,
) -> Assessment:
    """A check of one invented person, through a browser that is open already; `tell` hears how far it is.

    What is `known` from the check before is not looked at again.
    """
    from privacy_check.assessment import answers
    from privacy_check.ownership import Gate
    from privacy_check.selfcheck import Finished, Look, SelfCheck

    accounts, suspects = person.accounts(port), person.suspects(port)
    keys = frozenset(account.key for account in (*accounts, *suspects))
    toolkit = replace(tools.toolkit, collectors={Lens.PUBLIC: lambda: _Shared(browser, keys)})
    run = SelfCheck(
        looks=[Look(account) for account in accounts],
        toolkit=toolkit,
        gate=Gate(stated=True, exempt=True),
        about=AboutMe.from_mapping(person.about),
        suspects=suspects if known.candidates is None else (),
        known=known.views,
        not_checked=answers.not_checked(person.answers),
        answers=answers.findings(person.answers),
    )
    run.candidates = known.candidates or ()
    async for event in run.events():
        if isinstance(event, Finished):
            return event.assessment
        tell(event)
    return run.conclude()


def _document(results: Sequence[tuple[Persona, Assessment]]) -> dict[str, Any]:
    """One document over everybody: each row names its persona, and `personas` holds each person's own document."""
    from privacy_check.serialise import document
    from scanners.demo import held_to

    whole: dict[str, Any] = {
        "format": FORMAT,
        "tool": {"name": "privacy-check", "version": TOOL_VERSION},
        **{
            key: []
            for key in ("accounts", "findings", "scenarios", "plan", "requests", "candidates", "not_checked")
        },
        "score": None,
        "personas": [],
    }
    for person, assessment in results:
        # Nobody who may be watched is shown a number.
        one = document(replace(assessment, score=None) if person.safer_way else assessment, reveal=True)
        whole["tool"] = one["tool"]
        for key in ("accounts", "findings", "scenarios", "plan", "requests", "candidates"):
            whole[key] += [{**row, "persona": person.id} for row in one[key]]
        whole["not_checked"] += one["not_checked"]
        whole["score"] = _wider(whole["score"], one["score"])
        shortfalls = [{"kind": miss.kind, "sentence": miss.sentence} for miss in held_to(person, assessment)]
        whole["personas"].append(
            {"id": person.id, "name": person.name, "role": person.role, "shortfalls": shortfalls, **one}
        )
    return whole


def _wider(so_far: dict[str, Any] | None, one: dict[str, Any] | None) -> dict[str, Any] | None:
    """The range over everybody: from the lowest to the highest, so that it holds for each."""
    if so_far is None or one is None:
        return so_far or one
    dimensions = {
        key: [min(so_far["dimensions"][key][0], low), max(so_far["dimensions"][key][1], high)]
        for key, (low, high) in one["dimensions"].items()
    }
    return {
        "low": min(so_far["low"], one["low"]),
        "high": max(so_far["high"], one["high"]),
        "dimensions": dimensions,
    }


def _tell(results: Sequence[tuple[Persona, Assessment]], reveal: bool, *, alone: bool) -> None:
    from reports.document import build
    from reports.formats.txt import render

    for person, assessment in results:
        report = build(assessment, _options(person, reveal))
        if alone:
            put(render(report))
            continue
        put(f"\n{person.name}, {person.role}")
        put(f"  {report.headline}")
        for card in report.fixes:
            minutes = words("common.minutes", count=card.minutes)
            put(f"  {words('commands.pretend.about', heading=card.heading, counted=minutes)}")
        for line in (*report.not_seen, *_copies(report)):
            put(f"  {line}")
        if report.not_seen:
            put(f"  {words('commands.pretend.not_hidden')}")


def _tell_alone(person: Persona, assessment: Assessment, reveal: bool, files: Sequence[Path]) -> None:
    from privacy_check.cli.ending import tell_ending
    from reports.document import build

    tell_ending(assessment, build(assessment, _options(person, reveal)), files=files)


def _tell_shortfalls(results: Sequence[tuple[Persona, Assessment]]) -> None:
    """Where this version sees these people otherwise than their stories say: told, never hidden."""
    from scanners.demo import held_to

    misses = [miss.sentence for person, assessment in results for miss in held_to(person, assessment)]
    if misses:
        say("", words("commands.pretend.shortfalls"))
        say(*(f"  {sentence}" for sentence in misses))


def _copies(report: Any) -> list[str]:
    return [f"{copy.address}: {copy.verdict}." for copy in report.copies]


def _save(
    results: Sequence[tuple[Persona, Assessment]], saving: Saving, folder: Path, *, alone: bool
) -> list[Path]:
    """Saves each report, and for several people a page that leads to them; the file to open comes first."""
    from privacy_check.cli.printing import print_pdf
    from reports.document import build
    from reports.gallery import Entry, write_gallery
    from reports.write import holds_report, write_report

    entries = []
    for person, assessment in results:
        options = _options(person, saving.reveal)
        # The folder may hold somebody's report already: two people never share one.
        place = folder if alone and not holds_report(folder) else folder / person.id
        files = write_report(assessment, place, saving.formats, options, print_pdf)
        if alone:
            say_saved(files)
            return files
        headline = build(assessment, options).headline
        entries.append(Entry(person.name, person.role, person.story, headline, f"{person.id}/{files[0].name}"))
    return [write_gallery(folder, entries)]


def _options(person: Persona, reveal: bool) -> Any:
    from reports.document import Options

    toolkit = build_toolkit(platforms=platform_files(), kept=False)
    return Options(
        reveal=reveal,
        platform_name=toolkit.platform_name,
        by_hand=toolkit.steps_by_hand,
        person=words("commands.pretend.invented", name=person.name),
        watched=person.safer_way,
    )
