"""`setup`, `doctor`, `platforms` and `schema`: this computer, and what the tool knows."""

from __future__ import annotations

import sys

import typer

from privacy_check.cli.output import put, put_json, say
from privacy_check.cli.program import app
from privacy_check.sentences import say as words


@app.command(help="usage.command.setup")
def setup(
    yes: bool = typer.Option(False, "--yes", help="usage.option.install"),
) -> None:
    """Find a browser on this computer, or install one."""
    from scanners.setup import ensure_browser

    def ask(question: str) -> bool:
        return sys.stdin.isatty() and typer.confirm(question, default=True, err=True)

    choice = ensure_browser(yes=yes, say=say, ask=ask)
    put(words("commands.machine.ready", name=choice.name))


@app.command(help="usage.command.doctor")
def doctor(as_json: bool = typer.Option(False, "--json", help="usage.option.json")) -> None:
    """Say what works here, and how to mend what does not."""
    from scanners.doctor import examine

    checks = examine()
    if as_json:
        rows = [{"name": c.name, "ok": c.ok, "sentence": c.sentence, "mend": c.mend} for c in checks]
        put_json({"format": 1, "checks": rows})
    else:
        for check in checks:
            put(f"{'ok  ' if check.ok else 'look'}  {check.name}: {check.sentence}")
            if not check.ok and check.mend:
                put(f"      {words('commands.machine.mend', mend=check.mend)}")


@app.command(help="usage.command.platforms")
def platforms(
    as_json: bool = typer.Option(False, "--json", help="usage.option.json"),
    verify: bool = typer.Option(False, "--verify", help="usage.option.verify"),
) -> None:
    """List the platforms it knows, and when each was verified."""
    from privacy_check.cli.platforms import show_platforms, verify_platforms

    if verify:
        raise typer.Exit(verify_platforms())
    show_platforms(as_json=as_json)


@app.command(help="usage.command.schema")
def schema() -> None:
    """Print the JSON Schema of what --json prints."""
    from privacy_check.serialise import schema as output_schema

    put_json(output_schema())
