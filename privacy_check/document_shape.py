"""The shape of the JSON document that other programs rely on."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from privacy_check.model import FORMAT, TOOL_VERSION


class _Part(BaseModel):
    model_config = ConfigDict(extra="allow")


class ToolPart(_Part):
    """Which tool wrote the document, by which rules."""

    name: str = "privacy-check"
    version: str = TOOL_VERSION
    rules: str = ""


class FieldPart(_Part):
    """One thing a profile says."""

    name: str
    value: str | int
    source: str
    confidence: float = Field(ge=0, le=1)
    seen_by: str
    on_screen: bool
    whose: str


class GroupPart(_Part):
    """One membership the profile shows."""

    name: str
    url: str
    category: str | None
    visibility: str
    kind: str


class AccountPart(_Part):
    """One account through one lens; `seen_on` is the day of an earlier look that was not made again."""

    platform: str
    handle: str
    url: str
    lens: str
    outcome: str
    evidence: list[str]
    fields: list[FieldPart]
    groups: list[GroupPart]
    links: list[str]
    ownership: str
    seen_by: str
    warnings: list[str]
    kind: str
    unfinished: bool
    seen_on: str | None


class PostPart(_Part):
    """One own post a finding stands in; `item` counts the account's posts from 0."""

    item: int
    url: str
    at: str


class FindingPart(_Part):
    """One exposed thing; `start`/`end` are code points of the original field text, null where it is no text.

    `marked_on` is the day of `mark`; `done_before` the day it was marked as done, where it was seen again since.
    """

    rule_id: str
    entity_type: str
    nature: str
    severity: str
    confidence: float = Field(ge=0, le=1)
    account: str | None
    field: str
    start: int | None
    end: int | None
    value: str
    explanation: str
    audiences: list[str]
    remedies: list[str]
    item: int
    seen_by: str
    visibility: float | None
    fingerprint: str
    mark: str
    marked_on: str | None
    done_before: str | None
    fact: str
    seen_on: str | None
    posts: list[PostPart]


class ScenarioPart(_Part):
    """What pieces together make possible."""

    id: str
    status: str
    pieces: list[str]
    missing: list[str]
    cheapest_piece: str | None
    closing_set: list[str]
    minutes: int


class ScorePart(_Part):
    """Exposure 0..100 as a range."""

    low: float
    high: float
    dimensions: dict[str, list[float]]


class VisitPart(_Part):
    """One trip to the settings of one account, or to none in particular."""

    account: str | None
    remedy: str
    minutes: int


class PlanPart(_Part):
    """One cause to mend, on every account that shows it; `first` marks the up to three to begin with."""

    rule_id: str
    account: str | None
    accounts: list[str]
    minutes: int
    remedy: str
    closes: list[str]
    fingerprints: list[str]
    rules: list[str]
    visits: list[VisitPart]
    comes_first: str
    first: bool


class RequestPart(_Part):
    """One request made or refused."""

    method: str
    url: str
    host: str
    purpose: str
    at: str
    account: str
    status: int | None
    allowed: bool
    reason: str
    operation: str = ""
    size: int = 0


class CandidatePart(_Part):
    """A possible copy. `compare` writes no more than the first four: its candidates are lines of a file.

    A check adds where it stands, its `platform` and `handle`. `lookalikes` adds `index` too (the order it was
    looked at), its `url` and `outcome`, the `change` of a guessed handle in words, and the own page it is `like`.
    """

    index: int | None = None
    verdict: str
    score: float
    reasons: list[dict[str, str]]
    platform: str = ""
    handle: str = ""
    url: str | None = None
    outcome: str | None = None
    change: str | None = None
    like: str | None = None


class HintPart(_Part):
    """A site that a list of logins or a mailbox names (`source`: `logins` or `mailbox`); written by `archive`."""

    domain: str
    source: str


class NotSeenPart(_Part):
    """A place a copy could be that could not be seen; `asked` is False where its site was left alone."""

    url: str
    outcome: str
    reason: str
    asked: bool


class SearchPart(_Part):
    """A search the person can make themself: `by_name` on a site, or `by_picture`."""

    name: str
    kind: str
    url: str


class CheckDocument(_Part):
    """What `--json` prints: one check."""

    format: int = FORMAT
    tool: ToolPart = ToolPart()
    accounts: list[AccountPart] = []
    findings: list[FindingPart] = []
    scenarios: list[ScenarioPart] = []
    score: ScorePart | None = None
    plan: list[PlanPart] = []
    requests: list[RequestPart] = []
    candidates: list[CandidatePart] = []
    not_checked: list[str] = []
    hints: list[HintPart] = []
    could_not_see: list[NotSeenPart] = []
    absent: int = 0
    searches: list[SearchPart] = []
