"""`demo --serve`: the pretend network for a trainer's own browser, until Ctrl-C."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from privacy_check.cli.output import put, say
from privacy_check.sentences import lines
from privacy_check.sentences import say as words

if TYPE_CHECKING:
    from pathlib import Path

    from scanners.demo import Cast, PretendNetwork


def serve_pretend_network(name: str | None, pack: Path | None = None) -> None:
    """Runs the pretend network and prints its addresses; returns when the person stops it."""
    from privacy_check.cli.pretend_world import PretendWorld

    world = PretendWorld(pack)
    chosen = world.chosen(name)
    with _network(world.cast) as network:
        put(words("commands.serve.running", url=network.url))
        for person in chosen:
            put(f"\n{person.name}, {person.role}")
            for account in person.accounts(network.port):
                put(f"  {account.url}")
        put("")
        sys.stdout.flush()
        say(words("commands.serve.open"))
        addresses = " ".join(account.url for account in chosen[0].accounts(network.port))
        say("", words("commands.serve.practise"), *lines("commands.serve.commands", addresses=addresses))
        say("", words("commands.serve.ending"))
        _until_stopped()
    say(words("commands.serve.stopped"))


def _network(cast: Cast) -> PretendNetwork:
    """The network at its usual port, so that a printed sheet can name it; at another one where that is taken."""
    from scanners.demo import PretendNetwork
    from scanners.demo.places import USUAL_PORT

    try:
        return PretendNetwork(USUAL_PORT, cast).start()
    except OSError:
        return PretendNetwork(cast=cast)


def _until_stopped() -> None:
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        return
