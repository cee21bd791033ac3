"""`demo --serve`: the pretend network for a trainer's own browser, until Ctrl-C."""

from __future__ import annotations

import sys
import threading

from privacy_check.cli.output import put, say


def serve_pretend_network(name: str | None) -> None:
    """Runs the pretend network and prints its addresses; returns when the person stops it."""
    from scanners.demo import PretendNetwork, persona, personas

    chosen = (persona(name),) if name else personas()
    with PretendNetwork() as network:
        put(f"The pretend network is running: {network.url}")
        for person in chosen:
            put(f"\n{person.name}, {person.role}")
            for account in person.accounts(network.port):
                put(f"  {account.url}")
        put("")
        sys.stdout.flush()
        say("Open these in Chrome, Edge or Firefox on this computer. Nobody here is real.", "Ctrl-C stops it.")
        _until_stopped()
    say("The pretend network has stopped.")


def _until_stopped() -> None:
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        return
