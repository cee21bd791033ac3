"""The projector's page in a real browser, and a whole session that leaves nothing behind."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from privacy_check.cli import main
from privacy_check.model import ScenarioStatus
from privacy_check.training.nouns import Door, Fact, Room
from scanners.browser import launch
from scanners.egress import AllowList, Ledger
from scanners.projecting.projector import Projector
from scanners.relay import Relay
from tests.browser.site import Site

pytestmark = pytest.mark.browser

OPEN = Door("SC-01", "Finding your home", ScenarioStatus.OPEN, ScenarioStatus.OPEN, lit=True)
ROOM = Room(
    kind="walk",
    place="3 of 13",
    heading="<img src=x onerror=alert(1)>",
    lead="A lead.",
    person="Robin Vale, nurse",
    facts=(Fact("PI-06", "An address", "Tern Row", "Strider", fresh=True),),
    doors=(OPEN,),
)


@asynccontextmanager
async def opened_browser(*hosts: str) -> AsyncIterator[Any]:
    """An ordinary context: nothing is held back in it but hosts other than these."""
    async with (
        launch(Ledger(), guarded=False) as running,
        Relay(AllowList.for_hosts(hosts), lambda *_: None) as relay,
    ):
        context = await running.browser.new_context(proxy={"server": relay.url, "bypass": "<-loopback>"})
        yield context
        await context.close()


async def text(page: Any) -> str:
    return str(await page.inner_text("body"))


async def test_the_room_follows_the_desk_and_nobody_else_reads_along(site: Site) -> None:
    with Projector() as wall:
        wall.show(ROOM)
        hosts = (f"127.0.0.1:{wall.port}", f"127.0.0.1:{site.port}")
        async with opened_browser(*hosts) as context:
            page = await context.new_page()
            asked: list[str] = []
            page.on("request", lambda request: asked.append(request.url))
            await page.goto(wall.address)
            await page.wait_for_selector("body[data-shown]")
            assert "Tern Row" in await text(page)
            assert "<img src=x" in await text(page), "hostile words are shown as words"
            closed = replace(OPEN, now=ScenarioStatus.CLOSED)
            wall.show(replace(ROOM, kind="change", heading="After", doors=(closed,), fixed=("A fix",)))
            await page.wait_for_selector(".door.closed-now")
            assert "open → closed" in " ".join((await text(page)).split())
            await page.reload()
            await page.wait_for_selector(".door.closed-now")
            assert all(url.startswith(wall.address) for url in asked if not url.startswith("blob:"))

            second = await context.new_page()
            await second.goto(wall.address)
            await second.wait_for_selector("body.ended")
            assert "Finding your home" not in await text(second)
            assert wall.notices()

            stolen = await _read_from_elsewhere(context, site, wall.address)
            assert stolen == {"fetch": "refused", "frame": "refused"}

            wall.close()
            await page.wait_for_selector("body.ended")
            assert "Finding your home" not in await text(page)


async def _read_from_elsewhere(context: Any, site: Site, address: str) -> dict[str, str]:
    """What a page of another origin gets when it knows the very address."""
    evil = site.put("/evil", "<title>Neighbour</title><h1>Neighbour</h1>")
    page = await context.new_page()
    await page.goto(evil)
    result: dict[str, str] = await page.evaluate(
        """async (address) => {
          const told = {};
          try { told.fetch = (await fetch(address + 'seat')).ok ? 'read' : 'refused'; }
          catch (error) { told.fetch = 'refused'; }
          const frame = document.createElement('iframe');
          const loaded = new Promise((resolve) => { frame.onload = resolve; setTimeout(resolve, 500); });
          frame.src = address;
          document.body.append(frame);
          await loaded;
          const inside = () => frame.contentDocument && frame.contentDocument.querySelector('#room');
          try { told.frame = inside() ? 'read' : 'refused'; } catch (error) { told.frame = 'refused'; }
          return told;
        }""",
        address,
    )
    await page.close()
    return result


def files_below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_whole_session_leaves_only_what_was_saved_on_purpose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("work", "temp"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    words: Iterator[str] = iter([*[""] * 9, "1", "u", "1", "s", "q"])
    monkeypatch.setattr(builtins, "input", lambda prompt="": next(words))

    assert main(["train", "--plain"]) == 0

    told = capsys.readouterr().out
    assert "Not open any more: Knowing your children and their school" in told
    assert "Taken back." in told
    left = files_below(tmp_path)
    assert left == {"work/training-10-fix.png"}
    assert (tmp_path / "work" / "training-10-fix.png").read_bytes().startswith(b"\x89PNG")


PAPERS = ("plan", "speaker-notes", "exercise-sheets", "answer-key", "fix-cards", "helpline-card")


def test_the_papers_of_a_session_stand_on_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "papers"
    assert main(["train", "--export", str(folder), "--minutes", "40"]) == 0
    for name in PAPERS:
        page = (folder / f"{name}.html").read_text(encoding="utf-8")
        assert 'http-equiv="Content-Security-Policy"' in page
        assert 'src="http' not in page
        assert (folder / f"{name}.pdf").read_bytes().startswith(b"%PDF-")
    deck = (folder / "deck.html").read_text(encoding="utf-8")
    assert deck.count('class="slide') >= 12
    assert 'src="http' not in deck
    assert "one step away" in deck, "the fixes were really made"
    assert "40:00" in (folder / "plan.html").read_text(encoding="utf-8")
    assert "999" in (folder / "helpline-card.html").read_text(encoding="utf-8")
    assert main(["page", str(folder / "practice" / "page.html"), "--json"]) == 0
    assert '"platform": "frendli"' in capsys.readouterr().out
    assert main(["photo", str(folder / "practice" / "picture.jpg"), "--json"]) == 0
    assert '"lat"' in capsys.readouterr().out
    assert main(["text", str(folder / "practice" / "post.txt"), "--json"]) == 0
    assert "absence" in capsys.readouterr().out
    assert main(["train", "--export", str(folder)]) == 2, "two sessions do not mix in one folder"
