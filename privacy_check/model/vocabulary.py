"""The words with one meaning each: what an account, a look, a finding or a verdict can be."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


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


class PageKind(StrEnum):
    """What a page of one's own is, whatever could be seen of it."""

    PROFILE = "profile"
    POST = "post"
    GROUP = "group"
    ORGANISATION = "organisation"
    LIST = "list"
    OTHER = "other"


class Whose(StrEnum):
    """Whose words a part of a page holds: its owner's, another person's, or the site's own."""

    OWNER = "owner"
    OTHER = "other"
    SITE = "site"


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
    def absent(self) -> bool:
        """True when the look says that there is nothing to see for a stranger: never said without a whole page."""
        return self in (Outcome.NOT_FOUND, Outcome.PRIVATE, Outcome.SUSPENDED)

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
    ASKED = "ASKED"
    COULD_NOT = "COULD_NOT"


class ChangeKind(StrEnum):
    """How one finding stands against the earlier checks.

    Away for a reason that was seen: `REMOVED` (its place was read again without it), `HIDDEN` (the account or the
    part is closed to strangers now), `NOT_FOUND` (the account is not there any more). `NOT_SEEN` and
    `NOT_LOOKED_AT` say nothing about it: the look failed, or there was none. `CAME_BACK` was away, or marked as
    done, and is there. `GONE` stands only in records of earlier versions: one of the first three.
    """

    NEW = "new"
    CAME_BACK = "came_back"
    REMOVED = "removed"
    HIDDEN = "hidden"
    NOT_FOUND = "not_found"
    GONE = "gone"
    STILL = "still"
    NOT_SEEN = "not_seen"
    NOT_LOOKED_AT = "not_looked_at"

    @property
    def away(self) -> bool:
        """True when strangers see it no more, and that was seen."""
        return self in (ChangeKind.REMOVED, ChangeKind.HIDDEN, ChangeKind.NOT_FOUND, ChangeKind.GONE)


class RiseReason(StrEnum):
    """Why the exposure, or the number of things found, may be higher than last time."""

    NEW_ACCOUNT = "new_account"
    SEEN_NOW = "seen_now"
    READ_WHOLE = "read_whole"
    NOT_SEEN_NOW = "not_seen_now"
    READ_IN_PART = "read_in_part"
    CAME_BACK = "came_back"
    NEW = "new"
    QUESTIONS = "questions"
    RULES = "rules"


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

    @property
    def may_be_copy(self) -> bool:
        """True for what is likely or possibly a copy."""
        return self in (Verdict.LIKELY_COPY, Verdict.POSSIBLE_COPY)
