"""What a profile that looks like the person's most likely is, with the reasons in plain sentences.

Two independent signs are needed for "looks like a copy", one of them the picture or the bio: a name or a handle
alone is what every namesake has. An account that may be the person's own is asked about, not accused.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from privacy_check import catalogue
from privacy_check.lookalikes.handles import similarity
from privacy_check.lookalikes.profile import Profile
from privacy_check.lookalikes.signs import Signs, observe
from privacy_check.model import (
    Account,
    Candidate,
    EntityType,
    Finding,
    Nature,
    Outcome,
    ProfileView,
    Reason,
    SeenBy,
    Sensitive,
    Severity,
    Verdict,
)
from privacy_check.sentences import say
from privacy_check.tables import table

LIKELY, POSSIBLE = 0.6, 0.12
"""Scores from which a page that has the signs for it is called a likely and a possible copy."""
_ORDER = list(Verdict)
_OWN = ("mutual", "mine_names_it")
_ABOUT = ("fan", "parody", "criticism")
_OTHER_LIFE = ("bio_other", "place_elsewhere", "earlier", "picture_other")
_ESTABLISHED = ("many_followers", "many_posts")


def compare(me: Profile, candidates: Sequence[Profile]) -> list[Candidate]:
    """A verdict for each candidate, in the order given; see `worrying_first`."""
    return [_verdict(me, other) for other in candidates]


def order_of_worry(candidate: Candidate) -> tuple[int, float]:
    """Sorts candidates most worrying first."""
    return _ORDER.index(candidate.verdict), -candidate.score


@dataclass(frozen=True, slots=True)
class Compared:
    """One page beside the own page it is nearest to (None when nothing could be compared)."""

    candidate: Candidate
    theirs: ProfileView
    mine: ProfileView | None = None


def compare_views(
    own: Sequence[ProfileView], others: Sequence[ProfileView], pictures: Mapping[str, bytes]
) -> tuple[Compared, ...]:
    """Each other page against all of the person's own, most worrying first; unseen ones cannot be told."""
    mine = [(view, Profile.from_view(view, pictures.get(view.account.key))) for view in own if view.outcome.seen]
    here = frozenset(profile.platform for _, profile in mine)
    found = []
    for view in others:
        other = Profile.from_view(view, pictures.get(view.account.key))
        if not _shows_something(view) or not mine:
            gone = view.outcome in (Outcome.NOT_FOUND, Outcome.SUSPENDED)
            reason = Reason("page", say(f"lookalikes.page.{'gone' if gone else 'unseen'}"))
            unseen = Candidate(_kept(other, view.account.url), Verdict.CANNOT_TELL, 0.0, (reason,))
            found.append(Compared(unseen, view))
            continue
        verdicts = [(own_view, _verdict(me, other, here)) for own_view, me in mine]
        # One page of mine that knows it is enough to call it mine.
        own_ones = [pair for pair in verdicts if pair[1].verdict is Verdict.OWN]
        nearest, best = own_ones[0] if own_ones else min(verdicts, key=lambda pair: order_of_worry(pair[1]))
        found.append(Compared(replace(best, profile=_kept(other, view.account.url)), view, nearest))
    return tuple(sorted(found, key=lambda item: order_of_worry(item.candidate)))


def _shows_something(view: ProfileView) -> bool:
    """True for a page that can be compared; a locked one shows at least its name and picture."""
    return view.outcome.seen or (view.outcome is Outcome.PRIVATE and view.first("display_name") is not None)


def impersonation_findings(candidates: Sequence[Candidate], own: Sequence[ProfileView]) -> tuple[Finding, ...]:
    """IMP findings for possible copies. They have a status of their own and never enter the score."""
    findings = []
    for item in candidates:
        if not item.verdict.may_be_copy:
            continue
        elements = {reason.element for reason in item.reasons}
        rule_id = "IMP-02" if elements & {"picture", "bio"} else "IMP-01"
        rule = catalogue.rule(rule_id)
        platform, handle = str(item.profile["platform"]), str(item.profile["handle"])
        findings.append(
            Finding(
                rule_id=rule_id,
                entity_type=EntityType.PROFILE,
                nature=Nature.IMPERSONATION,
                severity=Severity.DO_TODAY if item.verdict is Verdict.LIKELY_COPY else Severity.WORTH_A_LOOK,
                confidence=0.9 if item.verdict is Verdict.LIKELY_COPY else 0.5,
                field="candidate",
                value=Sensitive(f"{platform}:{handle}"),
                explanation=" ".join(reason.detail for reason in item.reasons),
                account=_nearest(platform, handle, own),
                seen_by=SeenBy.PUBLIC,
                audiences=rule.audiences,
            )
        )
    return tuple(findings)


def _nearest(platform: str, handle: str, own: Sequence[ProfileView]) -> Account | None:
    accounts = [view.account for view in own]
    if not accounts:
        return None
    return max(accounts, key=lambda item: (item.platform == platform, similarity(item.handle, handle)))


def _verdict(me: Profile, other: Profile, here: frozenset[str] = frozenset()) -> Candidate:
    if other.says_nothing or me.says_nothing:
        return Candidate(_kept(other), Verdict.CANNOT_TELL, 0.0, (Reason("page", say("lookalikes.page.nothing")),))
    signs = observe(me, other, here)
    verdict = _decide(signs)
    score = 0.01 if verdict is Verdict.OWN else round(score_of(signs.names), 3)
    reasons = tuple(signs.reasons)
    if verdict in (Verdict.CANNOT_TELL, Verdict.POSSIBLE_COPY) and _may_be_mine(signs):
        reasons += (Reason("question", say("lookalikes.question.yours")),)
    return Candidate(_kept(other), verdict, score, reasons)


def score_of(names: set[str]) -> float:
    """How often a page with these signs is a copy, 0..1."""
    start, weight = _weights()
    return 1 / (1 + math.exp(-(start + sum(weight.get(name, 0.0) for name in sorted(names)))))


def _decide(signs: Signs) -> Verdict:
    if signs.names & set(_OWN):
        return Verdict.OWN
    if signs.names & set(_ABOUT) and (signs.copied or signs.alike) and "money" not in signs:
        return Verdict.FAN_OR_PARODY
    if not signs.copied and not signs.alike:
        return Verdict.UNRELATED
    elements = len(signs.copied) + len(signs.alike)
    score = score_of(signs.names)
    if signs.copied and elements >= 2:
        return Verdict.LIKELY_COPY if _is_likely(signs, score) else _doubtful(signs, score)
    if signs.copied:
        return Verdict.POSSIBLE_COPY if "name_other" not in signs or "pretends" in signs else Verdict.CANNOT_TELL
    if signs.alike == {"name", "handle"}:
        return _name_and_handle(signs)
    if "name" in signs.alike:
        return Verdict.POSSIBLE_COPY if "hidden" in signs and not _against(signs) else _namesake(signs)
    return Verdict.UNRELATED if "name_other" in signs else Verdict.CANNOT_TELL


def _is_likely(signs: Signs, score: float) -> bool:
    """Name and picture or bio are what an own second account has too: only more than that is called a copy."""
    if "earlier" in signs or score < LIKELY or _may_be_mine(signs):
        return False
    return "pretends" in signs or "same_platform" in signs or "bio" in signs.copied


def _may_be_mine(signs: Signs) -> bool:
    """True for what one's own other account would look like, and no sign of pretence."""
    if not (signs.copied or {"name", "handle"} <= signs.alike) or "pretends" in signs:
        return False
    if signs.names & {"earlier", "shared_link", "names_mine"}:
        return True
    # On another site everybody takes their own picture, name and words along.
    if "other_platform" in signs:
        return True
    return bool(signs.names & set(_ESTABLISHED)) or ("bio" not in signs.copied and "handle" not in signs.alike)


def _doubtful(signs: Signs, score: float) -> Verdict:
    if "earlier" in signs and "pretends" not in signs:
        return Verdict.CANNOT_TELL
    return Verdict.POSSIBLE_COPY if score >= POSSIBLE or "pretends" in signs else Verdict.CANNOT_TELL


def _name_and_handle(signs: Signs) -> Verdict:
    against = _against(signs)
    if against > 1 or (against and "pretends" not in signs):
        return Verdict.NAMESAKE
    return Verdict.POSSIBLE_COPY


def _against(signs: Signs) -> int:
    """How many things speak of another life."""
    # Nobody shares a name and a place of work by chance: then another picture tells of no other life.
    other_life = set(_OTHER_LIFE) - ({"picture_other"} if "same_work" in signs else set())
    return len(signs.names & other_life)


def _namesake(signs: Signs) -> Verdict:
    return Verdict.NAMESAKE if _against(signs) or "bio_little" in signs else Verdict.CANNOT_TELL


def _kept(profile: Profile, url: str = "") -> dict[str, object]:
    """All that is kept of a candidate: where it is."""
    kept: dict[str, object] = {"platform": profile.platform, "handle": profile.handle}
    if url:
        kept["url"] = url
    return kept


@cache
def _weights() -> tuple[float, dict[str, float]]:
    raw = table("privacy_check", "data", "copy_signs.toml")
    return float(raw["start"]), {name: float(weight) for name, weight in raw["weight"].items()}
