"""`train` and `persona`: a session on the pretend network, its papers, and invented people of one's own."""

from __future__ import annotations

import asyncio
import sys
import webbrowser
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from privacy_check.cli.output import put, warn
from privacy_check.cli.output import say as tell
from privacy_check.cli.program import app
from privacy_check.cli.usage import SpokenGroup
from privacy_check.errors import PrivacyCheckError, UsageError
from privacy_check.sentences import say as words

if TYPE_CHECKING:
    from privacy_check.cli.bench import PretendBench
    from privacy_check.training.nouns import Room
    from privacy_check.training.running import Running
    from scanners.demo import Persona
    from scanners.projecting.projector import Projector

USUAL_PERSON = "quinn"
WALL = (1280, 720)


@app.command(help="usage.command.train")
def train(
    persona: str | None = typer.Option(None, "--persona", metavar="ID", help="usage.option.train_persona"),
    minutes: int = typer.Option(20, "--minutes", metavar="20|40|60", help="usage.option.minutes"),
    pack: Path | None = typer.Option(None, "--pack", metavar="DIR", help="usage.option.train_pack"),
    export: Path | None = typer.Option(None, "--export", metavar="DIR", help="usage.option.train_export"),
    plain: bool = typer.Option(False, "--plain", help="usage.option.plain"),
    pictures: Path | None = typer.Option(None, "--pictures", metavar="DIR", help="usage.option.train_pictures"),
    no_window: bool = typer.Option(False, "--no-window", help="usage.option.no_window"),
) -> None:
    """A training session on invented people, with a page for the projector. Nothing is kept."""
    from privacy_check.cli.pretend_world import people_of
    from privacy_check.training.plan import minutes_of

    minutes_of(minutes)
    people = people_of(pack)
    person = chosen(persona, people, pack)
    if export is not None:
        from privacy_check.cli.training_papers import export_papers

        export_papers(person, people, minutes, export, pack)
        return
    if pictures is not None:
        from reports.write import check_place

        check_place(pictures)
    stage = _Stage(person, people, minutes, pictures)
    if plain or not (sys.stdin.isatty() and sys.stdout.isatty()):
        from tui.training.plain import run_plain_desk

        asyncio.run(run_plain_desk(stage.opened(), input, _line))
        return
    from tui.training.desk import Desk

    desk = Desk(stage.opened, open_at_once=not no_window)
    desk.run()
    if desk.trouble is not None:
        raise desk.trouble
    if desk.return_code:
        raise typer.Exit(desk.return_code)
    tell(words("training.desk.ended"))


def chosen(name: str | None, people: Sequence[Persona], pack: Path | None) -> Persona:
    """The person asked for, or the one to start with. Raises UsageError for a name nobody has."""
    from scanners.demo import Cast

    if name is None and pack is not None:
        return people[0]
    return Cast(people).person(name or USUAL_PERSON)


class _Stage:
    """Opens what a session needs, and closes all of it again."""

    def __init__(self, person: Persona, people: Sequence[Persona], minutes: int, pictures: Path | None) -> None:
        self.person, self.people, self.minutes, self.pictures = person, people, minutes, pictures

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Running]:
        """The session after its first look, with the wall. Raises NoBrowser."""
        from privacy_check.cli.bench import bench, somebody
        from privacy_check.training.running import Running
        from privacy_check.training.session import Session
        from scanners.projecting.projector import Projector

        with Projector() as wall, Projector() as easel:
            async with bench(self.person, self.people, [f"127.0.0.1:{easel.port}"]) as found:
                first = await found.check()
                session = Session(
                    somebody(self.person), self.minutes, found, first, await found.pictures(), found.name_of
                )

                async def save(room: Room, name: str) -> Path:
                    return await self._save(found, easel, room, name)

                yield Running(
                    session,
                    wall,
                    open_window=_open_window,
                    save_picture=save,
                    pictures_wanted=self.pictures is not None,
                )

    async def _save(self, found: PretendBench, easel: Projector, room: Room, name: str) -> Path:
        """What the room sees, drawn by a browser without a window from a wall of its own."""
        from reports.write import save

        easel.renew()
        easel.show(room)
        taker = found.camera
        image = await taker.png(easel.address, WALL, "body[data-shown]") if taker is not None else None
        if image is None:
            raise PrivacyCheckError(words("training.desk.not_saved"), words("training.desk.not_saved_hint"))
        return save(self.pictures or Path.cwd(), {f"training-{name}.png": image})[0]


def _open_window(address: str) -> bool:
    from scanners.browsers_here import has_display

    return has_display() and webbrowser.open(address)


def _line(text: str) -> None:
    from privacy_check.cli.output import put

    put(text or " ")
    sys.stdout.flush()


persona_app = typer.Typer(
    no_args_is_help=True, cls=SpokenGroup, rich_markup_mode=None, help="usage.command.persona"
)
app.add_typer(persona_app, name="persona")


@persona_app.command("new", help="usage.command.persona_new")
def persona_new(folder: Path = typer.Argument(..., metavar="DIR", help="usage.option.persona_folder")) -> None:
    """Writes an example of an invented person to fill in."""
    from reports.write import save
    from scanners.demo.packs import EXAMPLE

    target = folder.expanduser() / EXAMPLE.name
    if target.exists() or target.is_symlink():
        raise UsageError(words("persona.there_already", path=target), words("persona.there_already_hint"))
    written = save(folder, {EXAMPLE.name: EXAMPLE.text()})
    put(words("persona.made", path=written[0], folder=folder))


@persona_app.command("check", help="usage.command.persona_check")
def persona_check(folder: Path = typer.Argument(..., metavar="DIR", help="usage.option.persona_folder")) -> None:
    """Says whether everything in a folder of invented people is invented."""
    from scanners.demo.packs import read_pack

    pack = read_pack(folder)
    for refusal in pack.refusals:
        put(words("persona.line", file=refusal.file, sentence=refusal.sentence))
    if pack.refusals:
        warn(words("persona.not_good", count=len(pack.refusals)))
        raise typer.Exit(2)
    put(words("persona.good", count=len(pack.people)))
    put(words("persona.good_names", names=", ".join(person.name for person in pack.people)))
    tell(words("persona.show", folder=folder))
