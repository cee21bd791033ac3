"""Shell completion: the script with which a shell finishes words, shown or installed."""

from __future__ import annotations

from collections.abc import Sequence

from privacy_check.cli.output import put
from privacy_check.errors import UsageError
from privacy_check.sentences import say

PROGRAM = "privacy-check"
VARIABLE = "_PRIVACY_CHECK_COMPLETE"
SHOW, INSTALL = "--show-completion", "--install-completion"
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def completion_asked(arguments: Sequence[str]) -> bool:
    """True when the command line is about completion and was answered. Raises UsageError naming the shells."""
    if not arguments or arguments[0] not in (SHOW, INSTALL):
        return False
    shell = arguments[1].lower() if len(arguments) > 1 else _this_shell()
    if shell not in SHELLS:
        named = say("commands.completion.unknown", shell=shell) if shell else say("commands.completion.which")
        raise UsageError(named, say("commands.completion.hint", names=", ".join(SHELLS), option=arguments[0]))
    from typer._completion_shared import get_completion_script, install

    if arguments[0] == SHOW:
        put(get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=shell))
    else:
        _, path = install(shell=shell, prog_name=PROGRAM, complete_var=VARIABLE)
        put(say("commands.completion.done", shell=shell, path=path))
    return True


def _this_shell() -> str:
    import shellingham

    try:
        return str(shellingham.detect_shell()[0])
    except (shellingham.ShellDetectionFailure, NotImplementedError, OSError):
        return ""
