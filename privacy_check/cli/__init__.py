"""The one place that knows everybody: builds the toolkit, holds thin commands, decides exit codes."""

from __future__ import annotations

import sys

if sys.argv[1:2] == ["accounts"]:
    # Before anything else is loaded: a hundred sites answer in the time that takes.
    from privacy_check.cli.accounts_ahead import begin

    begin(sys.argv[1:])

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from privacy_check.cli.completion import VARIABLE
from privacy_check.cli.output import be_quiet, warn
from privacy_check.cli.process import end_like_ctrl_c, ready_streams, silence_stdout
from privacy_check.errors import PrivacyCheckError, UsageError
from privacy_check.files import why_not
from privacy_check.places import home
from privacy_check.sentences import say

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; a person only ever reads sentences."""
    ready_streams()
    be_quiet(False)
    end_like_ctrl_c()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        # The app needs nothing of what reads a command line, and people wait for it.
        code = _run(words) if words or VARIABLE in os.environ else _open_app()
        sys.stdout.flush()
        return _stopped() if code == INTERRUPTED else code
    except PrivacyCheckError as error:
        return _tell(error.message, error.hint, error.exit_code)
    except KeyboardInterrupt:
        return _stopped()
    except BrokenPipeError:
        return silence_stdout()
    except SystemExit as stop:
        # Typer ends the program itself when the reader of our output left.
        if isinstance(stop.__context__, BrokenPipeError):
            return silence_stdout()
        raise
    except OSError as error:
        return _tell(*_about_machine(error), 2)
    except Exception as error:
        # Typer brings its own copy of click or uses the one installed: its usage errors are known by their method.
        if hasattr(error, "format_message"):
            return _tell(_sentence(str(error.format_message())), say("commands.start.see_help"), 2)
        if os.environ.get("PRIVACY_CHECK_DEBUG"):
            raise
        where = say("commands.start.broken", name=type(error).__name__)
        return _tell(where, say("commands.start.broken_hint"), 2)


def __getattr__(name: str) -> Any:
    """`app`, the commands as typer knows them, which take a while to load."""
    if name == "app":
        import privacy_check.cli.commands  # noqa: F401 - what is asked for has all commands
        from privacy_check.cli.program import app

        return app
    raise AttributeError(name)


def _run(words: Sequence[str]) -> int:
    if not all(word.strip() for word in words):
        # An empty name would be taken for the folder one stands in, which nobody meant.
        raise UsageError(say("commands.options.empty"), say("commands.options.empty_hint"))
    from privacy_check.cli.ahead import begun

    with begun(words):
        from privacy_check.cli.commands import run

        return run(words)


def _open_app() -> int:
    from privacy_check.cli.screens import open_app

    return open_app(plain=False)


def _stopped() -> int:
    return _tell(say("commands.start.stopped"), say("commands.start.stopped_hint"), INTERRUPTED)


def _about_machine(error: OSError) -> tuple[str, str]:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return say("commands.start.disk_full"), say("commands.start.disk_full_hint")
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM) and _own(error.filename):
        return (
            say("commands.start.own_folder", home=home()),
            say("commands.start.own_folder_hint"),
        )
    name = f" ({error.filename})" if error.filename else ""
    return say("commands.start.computer_said_no", what=why_not(error), name=name), say("commands.start.check_name")


def _own(filename: object) -> bool:
    return isinstance(filename, str) and Path(filename).is_relative_to(home())


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _tell(message: str, hint: str, code: int) -> int:
    """Says what there is to say, nothing where it was said already."""
    warn(*filter(None, (message, hint)))
    return code
