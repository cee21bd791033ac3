"""Which sites said that they were asked too often, and until when they are left alone whatever is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from privacy_check.model import ProfileView
from privacy_check.next_look import held_until


@dataclass
class Patience:
    """By platform: a site counts the looks of this computer, not those at one account."""

    _until: dict[str, datetime] = field(default_factory=dict)

    def note(self, views: Iterable[ProfileView]) -> None:
        """Remembers the sites among these looks that were asked too often."""
        for view in views:
            until = held_until(view)
            if until is not None:
                platform = view.account.platform
                self._until[platform] = max(until, self._until.get(platform, until))

    def until(self, platform: str, now: datetime) -> datetime | None:
        """Until when a platform is left alone; None when it is not."""
        until = self._until.get(platform)
        return until if until is not None and until > now else None
