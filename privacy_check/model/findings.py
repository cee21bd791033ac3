"""What was found: exposed things that explain themselves, and profiles that may be copies."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from privacy_check.model.sensitive import Sensitive
from privacy_check.model.views import Account
from privacy_check.model.vocabulary import Audience, EntityType, Lens, Mark, Nature, SeenBy, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Span:
    """`start`/`end` in code points of the original text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marked:
    """What the person decided about a finding, and when (UTC)."""

    mark: Mark
    at: datetime


@dataclass(frozen=True, slots=True)
class Finding:
    """One exposed thing, which explains itself.

    `confidence` 0..1 (user-confirmed 1, direct evidence .9, hint .5); `span` points into the original text of
    `field` (its `item`-th occurrence); `fact` names the About-me fact it matches, never its value;
    `linkability` 0..1 is how surely the account is tied to the person; `lens` says whose eyes saw it (None: it is
    no part of a page). `seen_on` is the day it was last seen, where it was taken over from an earlier check
    without another look. `marked_at` is when `mark` was decided; `done_before` when the person had marked as done
    what was then seen again, and so is open.
    """

    rule_id: str
    entity_type: EntityType
    nature: Nature
    severity: Severity
    confidence: float
    field: str
    value: Sensitive
    explanation: str
    account: Account | None = None
    span: Span | None = None
    item: int = 0
    seen_by: SeenBy = SeenBy.UNKNOWN
    audiences: tuple[Audience, ...] = ()
    remedy_ids: tuple[str, ...] = ()
    mark: Mark = Mark.OPEN
    marked_at: datetime | None = None
    done_before: datetime | None = None
    fact: str = ""
    linkability: float = 1.0
    kept_fingerprint: str = ""
    lens: Lens | None = None
    seen_on: date | None = None

    @property
    def visibility(self) -> float | None:
        """The number on the visibility ladder; None when it could not be checked."""
        return self.seen_by.visibility

    @property
    def confirmed(self) -> bool:
        """False for a hint, which is asked as a question and never enters the headline."""
        return self.confidence > 0.5

    @property
    def fingerprint(self) -> str:
        """The same finding in the next check has the same fingerprint: rule, account, field and value.

        `kept_fingerprint` stands in for it once the value has been forgotten.
        """
        if self.kept_fingerprint:
            return self.kept_fingerprint
        account = self.account.key if self.account else ""
        value = " ".join(self.value.reveal().casefold().split())
        text = "\x1f".join((self.rule_id, account, self.field, value))
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class Reason:
    """One plain sentence for a look-alike verdict: which element, and what was noticed."""

    element: str
    detail: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A profile that may be a copy of the person's; `score` 0..1, most worrying first."""

    profile: Mapping[str, object]
    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...] = ()
