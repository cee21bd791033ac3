"""The app and its plain twin, opened with the toolkit."""

from __future__ import annotations

import sys
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from privacy_check.cli.output import say
from privacy_check.errors import Interrupted, UsageError
from privacy_check.sentences import say as words

if TYPE_CHECKING:
    from pathlib import Path

    from privacy_check.cli.pretend_world import PretendWorld
    from privacy_check.training.tour import Audience, Tour


def open_app(*, plain: bool) -> int:
    """Opens the app, or the plain dialogue where one was asked for or the terminal can draw nothing."""
    from privacy_check.cli.pretend_world import PretendWorld
    from privacy_check.cli.toolkit import build_toolkit, keep_secret
    from privacy_check.vault import Vault

    if plain or not _can_draw():
        return _plain(PretendWorld(), persona=None)
    from privacy_check.journey.ports import Start
    from tui.app import make_app

    toolkit = build_toolkit()
    start = Start(secret=toolkit.secret, keep_secret=lambda: keep_secret(toolkit.secret), tour=_tour)
    world = PretendWorld()
    app = make_app(toolkit, vault=Vault(), people=world.people(), pretend=world.pretend, start=start)
    app.run()
    return app.return_code or 0


def open_demo(persona: str | None, pack: Path | None = None) -> int:
    """Opens the app on invented people, those of the program or of a pack."""
    from privacy_check.cli.pretend_world import PretendWorld
    from privacy_check.cli.toolkit import build_toolkit

    world = PretendWorld(pack)
    known = world.people()
    if persona is not None and persona not in {person.id for person in known}:
        names = ", ".join(person.id for person in known)
        raise UsageError(
            words("commands.screens.nobody", persona=persona),
            words("commands.screens.choose_one", names=names),
        )
    if not _can_draw():
        return _plain(world, persona=persona or "")
    from tui.app import make_app

    app = make_app(build_toolkit(kept=False), people=known, pretend=world.pretend, persona=persona or "")
    app.run()
    return app.return_code or 0


def _plain(world: PretendWorld, *, persona: str | None) -> int:
    """The plain dialogue; with a `persona`, `` for the list of them, on invented people."""
    from privacy_check.cli.toolkit import build_toolkit, keep_secret
    from privacy_check.journey.ports import Start
    from privacy_check.vault import Vault
    from tui.plain import run_plain

    demo = persona is not None
    toolkit = build_toolkit(kept=not demo)
    code = run_plain(
        toolkit,
        vault=None if demo else Vault(),
        people=world.people(),
        pretend=world.pretend,
        persona=persona,
        start=Start(secret=toolkit.secret, keep_secret=lambda: keep_secret(toolkit.secret), tour=_tour),
    )
    if code == Interrupted.exit_code:
        raise Interrupted("")  # The dialogue has said so itself.
    return code


def _tour(audience: Audience) -> AbstractAsyncContextManager[Tour]:
    from privacy_check.cli.tour import opened_tour

    return opened_tour(audience)


def _can_draw() -> bool:
    if sys.stdin.isatty() and sys.stdout.isatty():
        return True
    say(words("commands.screens.plain"))
    return False
