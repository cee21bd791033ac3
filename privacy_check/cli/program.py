"""The program as typer reads it: its own options. Each module of commands adds its own to `app`."""

from __future__ import annotations

from pathlib import Path

import typer

from privacy_check import __version__
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
