"""What a search that was cut short had already asked in vain, so that the next one goes on from there.

Only sums of account names are kept, made with this computer's own key: the file tells nobody which they were.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from privacy_check.files import write_private
from privacy_check.model import Account

NAME = "copies.progress"


@dataclass
class Tried:
    """The accounts that were not there; without a `file` they are remembered for this run alone."""

    file: Path | None = None
    secret: bytes = field(default=b"", repr=False)
    _sums: set[str] = field(default_factory=set, init=False)

    def take_up(self, own: Iterable[Account], today: date) -> int:
        """Reads what an unfinished search for the same person noted that day; returns how many it were."""
        head = f"{today:%Y%m%d}-{self._sum(' '.join(sorted(account.key for account in own)))}"
        if self.file is None:
            return 0
        try:
            lines = self.file.read_text("ascii").splitlines()
        except (OSError, UnicodeDecodeError):
            lines = []
        if lines[:1] == [head]:
            self._sums = {line for line in lines[1:] if len(line) == len(self._sum(""))}
            return len(self._sums)
        try:
            write_private(self.file, f"{head}\n".encode())
        except OSError:
            # Without the file a search that is cut short begins anew: no reason to stop this one.
            self.file = None
        return 0

    def knows(self, account: Account) -> bool:
        """True for an account that was asked for in vain."""
        return self._sum(account.key) in self._sums

    def note(self, account: Account) -> None:
        """Remembers an account that is not there."""
        self._sums.add(self._sum(account.key))
        if self.file is not None:
            try:
                with self.file.open("a", encoding="ascii") as stream:
                    stream.write(f"{self._sum(account.key)}\n")
            except OSError:
                self.file = None

    def forget(self) -> None:
        """Removes the file once a search is over."""
        if self.file is not None:
            self.file.unlink(missing_ok=True)

    def _sum(self, text: str) -> str:
        return hmac.new(self.secret, text.encode(), hashlib.sha256).hexdigest()[:32]
