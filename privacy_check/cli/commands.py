"""All commands, loaded when a command line has any word in it, and the running of one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import typer
from typer.models import CommandInfo

from privacy_check.cli.completion import completion_asked
from privacy_check.cli.program import app

# The order is the order of --help: what people come for first.
_MODULES = (
    "look",
    "words",
    "archive",
    "photo",
    "reflect",
    "copies",
    "lookalikes",
    "accounts",
    "keep",
    "reminders",
    "letter",
    "campaign",
    "train",
    "rules",
    "machine",
)


def _load_commands() -> None:
    """Each module adds its commands to `app`; what they need is imported when a command runs."""
    loaded = [import_module(f"privacy_check.cli.{name}").__name__ for name in _MODULES]

    def place(command: CommandInfo) -> int:
        module = getattr(command.callback, "__module__", "")
        return loaded.index(module) if module in loaded else len(loaded)

    # One of them may have been loaded before the others.
    app.registered_commands.sort(key=place)


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
