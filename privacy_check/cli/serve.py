"""`demo --serve`: the pretend network for a trainer's own browser, until Ctrl-C."""

from __future__ import annotations

import sys
import threading

from privacy_check.cli.output import put, say
from privacy_check.sentences import say as words


def serve_pretend_network(name: str | None) -> None:
    """Runs the pretend network and prints its addresses; returns when the person stops it."""
    from scanners.demo import PretendNetwork, persona, personas

    chosen = (persona(name),) if name else personas()
    with PretendNetwork() as network:
        put(words("commands.serve.running", url=network.url))
        for person in chosen:
            put(f"\n{person.name}, {person.role}")
            for account in person.accounts(network.port):
                put(f"  {account.url}")
        put("")
        sys.stdout.flush()
        say(words("commands.serve.open"), words("commands.serve.ending"))
        _until_stopped()
    say(words("commands.serve.stopped"))


def _until_stopped() -> None:
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        return
