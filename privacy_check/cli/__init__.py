"""The one place that knows everybody: builds the toolkit, holds thin commands, decides exit codes."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from privacy_check import __version__
from privacy_check.cli.completion import completion_asked
from privacy_check.cli.output import be_quiet, warn
from privacy_check.cli.process import end_like_ctrl_c, ready_streams, silence_stdout
from privacy_check.cli.usage import SpokenGroup
from privacy_check.errors import PrivacyCheckError
from privacy_check.places import home
from privacy_check.sentences import say

INTERRUPTED = 130

app = typer.Typer(
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    cls=SpokenGroup,
    help="usage.program",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"privacy-check {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    plain: bool = typer.Option(False, "--plain", help="usage.option.plain"),
    pack: Path | None = typer.Option(None, "--pack", metavar="FILE", help="usage.option.pack"),
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="usage.option.version"
    ),
) -> None:
    """Opens the app when no command is named."""
    if pack is not None:
        from privacy_check.cli.options import take_pack

        take_pack(pack)
    if context.invoked_subcommand is None:
        from privacy_check.cli.screens import open_app

        raise typer.Exit(open_app(plain=plain))


def _load_commands() -> None:
    """Each module adds its commands to `app`; what they need is imported when a command runs."""
    # The order is the order of --help: what people come for first.
    import privacy_check.cli.look  # isort: split
    import privacy_check.cli.words  # isort: split
    import privacy_check.cli.archive  # isort: split
    import privacy_check.cli.photo  # isort: split
    import privacy_check.cli.reflect  # isort: split
    import privacy_check.cli.copies  # isort: split
    import privacy_check.cli.keep  # isort: split
    import privacy_check.cli.later  # isort: split
    import privacy_check.cli.letter  # isort: split
    import privacy_check.cli.train  # isort: split
    import privacy_check.cli.machine  # noqa: F401


_load_commands()


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; a person only ever reads sentences."""
    ready_streams()
    be_quiet(False)
    end_like_ctrl_c()
    try:
        if completion_asked(sys.argv[1:] if arguments is None else arguments):
            return 0
        code = app(list(arguments) if arguments is not None else None, standalone_mode=False)
        sys.stdout.flush()
        return _stopped() if code == INTERRUPTED else code if isinstance(code, int) else 0
    except PrivacyCheckError as error:
        return _tell(error.message, error.hint, error.exit_code)
    except typer.Exit as stop:
        return stop.exit_code
    except (typer.Abort, KeyboardInterrupt):
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
    return say("commands.start.computer_said_no", what=error.strerror or say("common.no_reason"), name=name), say(
        "commands.start.check_name"
    )


def _own(filename: object) -> bool:
    return isinstance(filename, str) and Path(filename).is_relative_to(home())


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _tell(message: str, hint: str, code: int) -> int:
    """Says what there is to say, nothing where it was said already."""
    warn(*filter(None, (message, hint)))
    return code
