"""The commands, as typer reads them: loaded when a command line has any word in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from privacy_check import __version__
from privacy_check.cli.completion import completion_asked
from privacy_check.cli.usage import SpokenGroup

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
    import privacy_check.cli.machine  # noqa: F401


def run(words: Sequence[str]) -> int:
    """Runs the command that the words name, and returns its exit code. Raises what the command raises."""
    if completion_asked(words):
        return 0
    try:
        code = app(list(words), standalone_mode=False)
    except typer.Exit as stop:
        return stop.exit_code
    except typer.Abort:
        raise KeyboardInterrupt from None
    return code if isinstance(code, int) else 0


_load_commands()
