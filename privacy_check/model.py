"""The nouns of privacy-check: frozen values that every other module speaks in."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from privacy_check import __version__

FORMAT = 1
TOOL_VERSION = __version__


class Ownership(StrEnum):
    """How far an account is known to belong to the person."""

    STATED = "STATED"
    PROVED = "PROVED"
    CONTRADICTED = "CONTRADICTED"


class Lens(StrEnum):
    """Whose eyes a view was seen through."""

    PUBLIC = "PUBLIC"
    MEMBER = "MEMBER"
    SAVED_PAGE = "SAVED_PAGE"
    ARCHIVE = "ARCHIVE"
    TYPED = "TYPED"


class Outcome(StrEnum):
    """What a look at an account came to; only the first five say something about the account."""

    VISIBLE = "VISIBLE"
    PARTIAL = "PARTIAL"
    PRIVATE = "PRIVATE"
    NOT_FOUND = "NOT_FOUND"
    SUSPENDED = "SUSPENDED"
    LOGIN_WALL = "LOGIN_WALL"
    CONSENT_WALL = "CONSENT_WALL"
    CHALLENGE = "CHALLENGE"
    RATE_LIMITED = "RATE_LIMITED"
    BLOCKED = "BLOCKED"
    ERROR = "ERROR"

    @property
    def seen(self) -> bool:
        """True when something of the profile itself was seen."""
        return self in (Outcome.VISIBLE, Outcome.PARTIAL)

    @property
    def conclusive(self) -> bool:
        """True when the look says something about the account; False means "could not see"."""
        return self in (
            Outcome.VISIBLE,
            Outcome.PARTIAL,
            Outcome.PRIVATE,
            Outcome.NOT_FOUND,
            Outcome.SUSPENDED,
        )


class SeenBy(StrEnum):
    """The widest circle that can see something.

    Numbers of `visibility`: the visibility ladder of the scoring model in docs/scoring.md.
    """

    ONLY_ME = "only_me"
    NAMED_PEOPLE = "named_people"
    FRIENDS = "friends"
    FRIENDS_OF_FRIENDS = "friends_of_friends"
    MEMBERS = "members"
    PUBLIC = "public"
    INDEXED = "indexed"
    UNKNOWN = "unknown"

    @property
    def visibility(self) -> float | None:
        """0 (only me) to 1 (public and in search engines); None when it could not be checked."""
        return _LADDER[self]


_LADDER: Mapping[SeenBy, float | None] = {
    SeenBy.ONLY_ME: 0.0,
    SeenBy.NAMED_PEOPLE: 0.1,
    SeenBy.FRIENDS: 0.25,
    SeenBy.FRIENDS_OF_FRIENDS: 0.5,
    SeenBy.MEMBERS: 0.8,
    SeenBy.PUBLIC: 0.9,
    SeenBy.INDEXED: 1.0,
    SeenBy.UNKNOWN: None,
}


class Audience(StrEnum):
    """Who might make use of an exposed piece."""

    STRANGERS = "strangers"
    FAMILIES = "parents_and_families"
    YOUNG_PEOPLE = "young_people"
    EMPLOYER = "employer"
    COLLEAGUES = "colleagues"
    FRAUDSTERS = "fraudsters"
    PRESS = "press"
    HOSTILE = "someone_hostile"


class Nature(StrEnum):
    """What kind of thing a finding is; it decides tone and scoring."""

    EXPOSURE = "exposure"
    REVEALS_SENSITIVE = "reveals_sensitive"
    THIRD_PARTY = "third_party"
    BOUNDARY = "boundary"
    SECURITY = "security"
    IMPERSONATION = "impersonation"


class Severity(StrEnum):
    """How soon a finding deserves a look, in words."""

    DO_TODAY = "do_today"
    FIX_SOON = "fix_soon"
    WORTH_A_LOOK = "worth_a_look"
    GOOD_TO_KNOW = "good_to_know"

    @property
    def rank(self) -> int:
        """0 for the least pressing, 3 for the most."""
        return list(reversed(Severity)).index(self)


class Mark(StrEnum):
    """What the person decided about a finding; kept across checks by fingerprint."""

    OPEN = "OPEN"
    FIXED = "FIXED"
    KEEP = "KEEP"
    NOT_ME = "NOT_ME"


class EntityType(StrEnum):
    """Kinds of personal information that can be read off text or a profile."""

    PHONE = "phone"
    EMAIL = "email"
    POSTCODE = "postcode"
    ADDRESS = "address"
    BIRTH_DATE = "birth_date"
    BIRTH_YEAR = "birth_year"
    AGE = "age"
    NINO = "nino"
    NHS_NUMBER = "nhs_number"
    PASSPORT = "passport"
    DRIVING_LICENCE = "driving_licence"
    VEHICLE_REGISTRATION = "vehicle_registration"
    IBAN = "iban"
    CARD = "card"
    BANK_ACCOUNT = "bank_account"
    HANDLE = "handle"
    GPS = "gps"
    LOCATION = "location"
    EMPLOYER = "employer"
    JOB_TITLE = "job_title"
    SCHOOL = "school"
    FAMILY_NAME = "family_name"
    SECURITY_ANSWER = "security_answer"
    ABSENCE = "absence"
    ROUTINE = "routine"
    URL = "url"
    IP = "ip"
    # What is seen on a profile rather than in its words.
    GROUP = "group"
    PICTURE = "picture"
    PROFILE = "profile"


class ScenarioStatus(StrEnum):
    """Whether the pieces of a scenario are all there."""

    OPEN = "open"
    ONE_STEP_AWAY = "one_step_away"
    CLOSED = "closed"
    CANNOT_TELL = "cannot_tell"


class Verdict(StrEnum):
    """What a look-alike candidate most likely is."""

    LIKELY_COPY = "likely_copy"
    POSSIBLE_COPY = "possible_copy"
    CANNOT_TELL = "cannot_tell"
    NAMESAKE = "namesake"
    FAN_OR_PARODY = "fan_or_parody"
    OWN = "own"
    UNRELATED = "unrelated"


class Sensitive:
    """A value that never shows itself: `repr`, `str` and formatting print dots; call `reveal()` to read it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The value in clear."""
        return self._value

    def masked(self) -> str:
        """Dots in place of letters and digits, word lengths hidden: `••••• ••••`."""
        words = self._value.split()
        return " ".join("•" * min(max(len(word), 2), 5) for word in words[:4]) or "••"

    def __repr__(self) -> str:
        return f"Sensitive({self.masked()!r})"

    def __str__(self) -> str:
        return self.masked()

    def __format__(self, spec: str) -> str:
        return format(self.masked(), spec)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sensitive) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> object:
        """Lets vault records hold the value in clear; nothing else serialises a Sensitive."""
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(
            lambda raw: raw if isinstance(raw, cls) else cls(str(raw)),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value.reveal()),
        )

    def __reduce__(self) -> tuple[type[Sensitive], tuple[str]]:
        return (Sensitive, (self._value,))


@dataclass(frozen=True, slots=True)
class Account:
    """One account the person says is theirs: platform id, handle, address."""

    platform: str
    handle: str
    url: str
    ownership: Ownership = Ownership.STATED

    @property
    def key(self) -> str:
        """`platform:handle`, lower case: the same account however it was typed."""
        return f"{self.platform}:{self.handle}".lower()


@dataclass(frozen=True, slots=True)
class LinkReading:
    """What a pasted link or `platform:handle` turned out to be; `refusal` and `hint` are sentences."""

    account: Account | None = None
    platform_name: str = ""
    refusal: str = ""
    hint: str = ""
    ways: tuple[Lens, ...] = ()
    ask_only: bool = False


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """One request that left (or was refused), as the ledger keeps it; `at` is UTC."""

    method: str
    url: str
    host: str
    purpose: str
    at: datetime
    account: str = ""
    status: int | None = None
    allowed: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Capture:
    """One look at one account, before anything is concluded; `html` may also hold JSON of a public API."""

    account: Account
    lens: Lens
    outcome: Outcome
    final_url: str
    status: int | None
    html: str
    captured_at: datetime
    requests: tuple[RequestRecord, ...] = ()
    evidence: tuple[str, ...] = ()
    redirects: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str = "text/html"
    seen_by: SeenBy = SeenBy.UNKNOWN
    note: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a profile says, where it was read (`source`), and who can see it; confidence 0..1.

    A name may stand several times (`links`, `posts`, `groups`); `item` counts them from 0.
    `on_screen` is False for what sits only in the page's data and is not drawn.
    """

    name: str
    text: str
    source: str
    confidence: float = 0.9
    seen_by: SeenBy = SeenBy.UNKNOWN
    item: int = 0
    on_screen: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """A group, page, server or event the profile shows membership of; `category` is a GRP id or None."""

    name: str
    url: str = ""
    kind: str = ""
    visibility: str = ""
    lens: Lens = Lens.PUBLIC
    category: str | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """A link the profile shows; `rel` as in the page (`me`, `nofollow` ...)."""

    url: str
    text: str = ""
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One post or activity the profile shows; `at` as the page wrote it."""

    text: str
    url: str = ""
    at: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture the profile shows; `role` is avatar, cover or photo. The image itself is not kept."""

    url: str
    role: str = "photo"
    caption: str = ""


@dataclass(frozen=True, slots=True)
class ProfileView:
    """What one lens shows of one account, read and tidied."""

    account: Account
    lens: Lens
    outcome: Outcome
    fields: tuple[Field, ...] = ()
    groups: tuple[Group, ...] = ()
    links: tuple[Link, ...] = ()
    posts: tuple[Post, ...] = ()
    pictures: tuple[Picture, ...] = ()
    warnings: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    seen_by: SeenBy = SeenBy.UNKNOWN

    def first(self, name: str) -> Field | None:
        """The first field of that name, or None."""
        return next((f for f in self.fields if f.name == name), None)

    def all(self, name: str) -> tuple[Field, ...]:
        """Every field of that name, in page order."""
        return tuple(f for f in self.fields if f.name == name)


@dataclass(frozen=True, slots=True)
class Span:
    """`start`/`end` in code points of the original text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One exposed thing, which explains itself.

    `confidence` 0..1 (user-confirmed 1, direct evidence .9, hint .5); `span` points into the original text of
    `field` (its `item`-th occurrence); `fact` names the About-me fact it matches, never its value;
    `linkability` 0..1 is how surely the account is tied to the person.
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
    fact: str = ""
    linkability: float = 1.0
    kept_fingerprint: str = ""

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


@dataclass(frozen=True, slots=True)
class Scenario:
    """Whether the pieces that are visible together let something happen.

    `pieces` are the rule ids present on the nearest path, `missing` those still lacking (one step away) or
    unknown (cannot tell); `cheapest_piece` is the rule id that is quickest to remove.
    """

    id: str
    status: ScenarioStatus
    pieces: tuple[str, ...] = ()
    cheapest_piece: str | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """Exposure 0..100 as a range: `low` counts what was not checked as hidden, `high` as exposed."""

    low: float
    high: float
    dimensions: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    contributions: Mapping[str, float] = field(default_factory=dict)
    not_checked: tuple[str, ...] = ()
    rules_version: str = ""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One thing to do: which rule, on which account, how many minutes, and what closes when it is done."""

    rule_id: str
    account: Account | None
    minutes: int
    remedy_id: str
    fingerprints: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    gain: float = 0.0


@dataclass(frozen=True, slots=True)
class Change:
    """How one finding stands against the last check: new, gone, still, or not_seen (could not be looked at)."""

    fingerprint: str
    rule_id: str
    kind: str
    account: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything of one check; times are UTC."""

    started_at: datetime
    finished_at: datetime | None = None
    views: tuple[ProfileView, ...] = ()
    findings: tuple[Finding, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    score: Score | None = None
    plan: tuple[PlanStep, ...] = ()
    requests: tuple[RequestRecord, ...] = ()
    changes: tuple[Change, ...] = ()
    not_checked: tuple[str, ...] = ()
    format: int = FORMAT
    tool_version: str = TOOL_VERSION
    rules_version: str = ""
    id: str = ""
    next_check: date | None = None
