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
from privacy_check.errors import PrivacyCheckError
from privacy_check.places import home

INTERRUPTED = 130

app = typer.Typer(
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="See what strangers see of your own online accounts, on your own machine.",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"privacy-check {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    plain: bool = typer.Option(False, "--plain", help="The same as a plain dialogue, for screen readers."),
    pack: Path | None = typer.Option(
        None, "--pack", metavar="FILE", help="Your employer's names and rules: see docs/employer-pack.md."
    ),
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Say the version."),
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
    import privacy_check.cli.photo  # isort: split
    import privacy_check.cli.reflect  # isort: split
    import privacy_check.cli.copies  # isort: split
    import privacy_check.cli.keep  # isort: split
    import privacy_check.cli.later  # isort: split
    import privacy_check.cli.letter  # isort: split
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
            return _tell(_sentence(str(error.format_message())), "See privacy-check --help.", 2)
        if os.environ.get("PRIVACY_CHECK_DEBUG"):
            raise
        where = f"Something in privacy-check itself went wrong ({type(error).__name__})."
        return _tell(where, "Your files are as they were. Run privacy-check doctor, then try again.", 2)


def _stopped() -> int:
    return _tell("Stopped.", "What was kept before is still there.", INTERRUPTED)


def _about_machine(error: OSError) -> tuple[str, str]:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "The disk is full.", "Make some room and try again; nothing half-written was left."
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM) and _own(error.filename):
        return (
            f"The tool's own folder {home()} cannot be written to.",
            "Name another one in front of the command: PRIVACY_CHECK_HOME=FOLDER privacy-check ...",
        )
    name = f" ({error.filename})" if error.filename else ""
    return f"The computer said no: {error.strerror or 'no reason given'}{name}.", "Check the name and try again."


def _own(filename: object) -> bool:
    return isinstance(filename, str) and Path(filename).is_relative_to(home())


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _tell(message: str, hint: str, code: int) -> int:
    warn(message, *([hint] if hint else []))
    return code
