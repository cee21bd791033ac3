"""What `--help` says: the code names the sentences, and they are read only when a command is looked up."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup

from privacy_check.model import Severity
from privacy_check.sentences import say

LEVELS = ", ".join(severity.value for severity in Severity)
_ROOM = "usage."


class SpokenGroup(TyperGroup):
    """The commands, whose help and whose options' help are names of sentences until somebody wants them."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """That command with its help in words."""
        return _spoken(super().get_command(ctx, cmd_name))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help of the whole program, in words."""
        _spoken(self)
        super().format_help(ctx, formatter)


def _spoken(command: Any) -> Any:
    for part in (command, *command.params) if command is not None else ():
        named = getattr(part, "help", None)
        if isinstance(named, str) and named.startswith(_ROOM):
            part.help = say(named, levels=LEVELS)
    return command
