"""What went wrong, made fit for a person."""

from __future__ import annotations

from privacy_check.errors import PrivacyCheckError
from privacy_check.sentences import say


def readable(error: BaseException) -> PrivacyCheckError:
    """An error a person can read: the one inside when there is one, else a sentence without any value."""
    if isinstance(error, PrivacyCheckError):
        return error
    if isinstance(error, BaseExceptionGroup):
        inner = [readable(item) for item in error.exceptions]
        return inner[0]
    return PrivacyCheckError(
        say("app.trouble.looking", name=type(error).__name__),
        say("app.trouble.looking_hint"),
    )
