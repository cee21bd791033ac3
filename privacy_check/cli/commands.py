"""All commands, loaded when a command line has any word in it, and the running of one."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from privacy_check.cli.completion import completion_asked
from privacy_check.cli.program import app


def _load_commands() -> None:
    """Each module adds its commands to `app`; what they need is imported when a command runs."""
    # The order is the order of --help: what people come for first.
    import privacy_check.cli.look  # isort: split
    import privacy_check.cli.words  # isort: split
    import privacy_check.cli.archive  # isort: split
    import privacy_check.cli.photo  # isort: split
    import privacy_check.cli.reflect  # isort: split
    import privacy_check.cli.copies  # isort: split
    import privacy_check.cli.lookalikes  # isort: split
    import privacy_check.cli.accounts  # isort: split
    import privacy_check.cli.keep  # isort: split
    import privacy_check.cli.reminders  # isort: split
    import privacy_check.cli.letter  # isort: split
    import privacy_check.cli.campaign  # isort: split
    import privacy_check.cli.train  # isort: split
    import privacy_check.cli.rules  # isort: split
    import privacy_check.cli.machine  # noqa: F401


def run(words: Sequence[str]) -> int:
    """Runs the command that the words name, and returns its exit code. Raises what the command raises."""
    if completion_asked(words):
        return 0
    try:
        if list(words[:1]) == ["accounts"]:
            from privacy_check.cli.accounts import plainly

            # What is plain needs no library to read it.
            if plainly(words):
                return 0
        code = app(list(words), standalone_mode=False)
    except typer.Exit as stop:
        return stop.exit_code
    except typer.Abort:
        raise KeyboardInterrupt from None
    return code if isinstance(code, int) else 0


if sys.argv[1:2] == ["accounts"]:
    # A site answers in the time the other commands take to load.
    import privacy_check.cli.accounts  # noqa: F401
else:
    _load_commands()
