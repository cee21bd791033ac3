"""Shell completion: the script with which a shell finishes words, shown or installed."""

from __future__ import annotations

from collections.abc import Sequence

from privacy_check.cli.output import put
from privacy_check.errors import UsageError

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
        named = f"“{shell}” is no shell known here." if shell else "It is not clear which shell you use."
        raise UsageError(named, f"Name one of {', '.join(SHELLS)}: privacy-check {arguments[0]} bash")
    from typer._completion_shared import get_completion_script, install

    if arguments[0] == SHOW:
        put(get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=shell))
    else:
        _, path = install(shell=shell, prog_name=PROGRAM, complete_var=VARIABLE)
        put(f"Completion for {shell} is in {path}. It works in the next terminal you open.")
    return True


def _this_shell() -> str:
    import shellingham

    try:
        return str(shellingham.detect_shell()[0])
    except (shellingham.ShellDetectionFailure, NotImplementedError, OSError):
        return ""
