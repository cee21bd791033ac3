"""An app whose crash shows nothing of the person."""

from __future__ import annotations

from rich.text import Text
from textual.app import App

from privacy_check.sentences import lines


class CalmCrash(App[None]):
    """What the app, the trainer's desk and the tour have in common."""

    def _handle_exception(self, error: Exception) -> None:
        """Ends the app without printing the values a crash would otherwise show.

        Textual's own handler prints local variables, which hold the person's facts.
        """
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        if not self._exit_renderables:
            self.panic(Text("\n".join(lines("app.app.crashed"))))
