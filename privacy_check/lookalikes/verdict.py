"""What a profile that looks like the person's most likely is, with the reasons in plain sentences.

Two independent signs are needed for "looks like a copy", one of them the picture or the bio: a name or a handle
alone is what every namesake has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from privacy_check import catalogue
from privacy_check.lookalikes.handles import similarity, skeleton
from privacy_check.lookalikes.pictures import same_picture
from privacy_check.model import (
    Account,
    Candidate,
    EntityType,
    Finding,
    Nature,
    ProfileView,
    Reason,
    SeenBy,
    Sensitive,
    Severity,
    Verdict,
)
from privacy_check.sentences import say

COPIED_BIO = 85
SAME_NAME = 88
ALIKE_HANDLE = 0.84
_PARODY = re.compile(
    r"\b(parody|fan\s?(page|account|club)|tribute|not (the )?real|unofficial|satire|spoof|supporters?)\b", re.I
)
_ORDER = list(Verdict)


@dataclass(frozen=True, slots=True)
class Profile:
    """One side of a comparison; anything may be missing."""

    platform: str = ""
    handle: str = ""
    display_name: str = ""
    bio: str = ""
    location: str = ""
    links: tuple[str, ...] = ()
    avatar: Path | bytes | None = None
    joined: date | None = None
    followers: int | None = None
    following: int | None = None
    posts: int | None = None
    mutual_links: tuple[str, ...] = ()

    @classmethod
    def from_mapping(cls, raw: Mapping[str, Any]) -> Profile:
        """Reads one profile object; unknown keys and odd values are left out."""
        avatar = raw.get("avatar")
        return cls(
            platform=_text(raw.get("platform")),
            handle=_text(raw.get("handle")).lstrip("@"),
            display_name=_text(raw.get("display_name")),
            bio=_text(raw.get("bio")),
            location=_text(raw.get("location")),
            links=tuple(map(_text, raw.get("links") or ())),
            avatar=avatar if isinstance(avatar, bytes) else Path(avatar) if isinstance(avatar, str) else None,
            joined=_date(raw.get("joined")),
            followers=_number(raw.get("followers")),
            following=_number(raw.get("following")),
            posts=_number(raw.get("posts")),
            mutual_links=tuple(map(_text, raw.get("mutual_links") or ())),
        )

    @classmethod
    def from_view(cls, view: ProfileView, avatar: bytes | None = None) -> Profile:
        """Reads one side off a view; `avatar` is the picture itself, when it was fetched."""

        def first(name: str) -> str:
            found = view.first(name)
            return found.text if found else ""

        return cls(
            platform=view.account.platform,
            handle=view.account.handle,
            display_name=first("display_name"),
            bio=first("bio"),
            location=first("location"),
            links=tuple(link.url for link in view.links),
            avatar=avatar,
            joined=_date(first("joined")),
            followers=_number(first("followers")),
            following=_number(first("following")),
            posts=len(view.posts) or None,
        )


@dataclass
class _Weighing:
    reasons: list[Reason] = field(default_factory=list)
    copied: set[str] = field(default_factory=set)
    alike: set[str] = field(default_factory=set)
    against: int = 0

    def say(self, element: str, detail: str) -> None:
        self.reasons.append(Reason(element, detail))


def compare(me: Profile, candidates: Sequence[Profile]) -> list[Candidate]:
    """A verdict for each candidate, in the order given; see `worrying_first`."""
    return [_verdict(me, other) for other in candidates]


def order_of_worry(candidate: Candidate) -> tuple[int, float]:
    """Sorts candidates most worrying first."""
    return _ORDER.index(candidate.verdict), -candidate.score


def worrying_first(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Most worrying first."""
    return sorted(candidates, key=order_of_worry)


def compare_views(
    own: Sequence[ProfileView], others: Sequence[ProfileView], pictures: Mapping[str, bytes]
) -> tuple[Candidate, ...]:
    """Each other view against the person's nearest own account; unseen ones cannot be told."""
    mine = [Profile.from_view(view, pictures.get(view.account.key)) for view in own if view.outcome.seen]
    found = []
    for view in others:
        other = Profile.from_view(view, pictures.get(view.account.key))
        if not view.outcome.seen or not mine:
            reason = Reason("page", say("copies.verdict.unseen"))
            found.append(Candidate(_kept(other, view.account.url), Verdict.CANNOT_TELL, 0.0, (reason,)))
            continue
        verdicts = [_verdict(me, other) for me in mine]
        best = worrying_first(verdicts)[0]
        found.append(replace(best, profile=_kept(other, view.account.url)))
    return tuple(worrying_first(found))


def impersonation_findings(candidates: Sequence[Candidate], own: Sequence[ProfileView]) -> tuple[Finding, ...]:
    """IMP findings for possible copies. They have a status of their own and never enter the score."""
    findings = []
    for item in candidates:
        if item.verdict not in (Verdict.LIKELY_COPY, Verdict.POSSIBLE_COPY):
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


def _verdict(me: Profile, other: Profile) -> Candidate:
    weighing = _Weighing()
    if _is_linked(me, other):
        weighing.say("links", say("copies.verdict.linked"))
        return Candidate(_kept(other), Verdict.OWN, 0.0, tuple(weighing.reasons))
    _weigh_handle(me, other, weighing)
    _weigh_name(me, other, weighing)
    _weigh_bio(me, other, weighing)
    _weigh_picture(me, other, weighing)
    _weigh_age(me, other, weighing)
    _weigh_life(me, other, weighing)
    score = min(1.0, 0.35 * len(weighing.copied) + 0.18 * len(weighing.alike) - 0.15 * weighing.against)
    if _PARODY.search(f"{other.display_name} {other.bio}"):
        weighing.say("bio", say("copies.verdict.fan"))
        return Candidate(_kept(other), Verdict.FAN_OR_PARODY, max(score, 0.0), tuple(weighing.reasons))
    return Candidate(_kept(other), _decide(weighing), round(max(score, 0.0), 3), tuple(weighing.reasons))


def _decide(weighing: _Weighing) -> Verdict:
    signs = len(weighing.copied) + len(weighing.alike)
    if weighing.copied and signs >= 2:
        return Verdict.LIKELY_COPY if weighing.against < 2 else Verdict.POSSIBLE_COPY
    if weighing.copied:
        return Verdict.POSSIBLE_COPY
    if {"name", "handle"} <= weighing.alike:
        return Verdict.NAMESAKE if weighing.against else Verdict.POSSIBLE_COPY
    if weighing.alike:
        return Verdict.NAMESAKE if weighing.against or "name" in weighing.alike else Verdict.CANNOT_TELL
    return Verdict.UNRELATED


def _is_linked(me: Profile, other: Profile) -> bool:
    return bool(other.mutual_links)


def _weigh_handle(me: Profile, other: Profile, weighing: _Weighing) -> None:
    if not me.handle or not other.handle:
        return
    if skeleton(me.handle) == skeleton(other.handle):
        weighing.alike.add("handle")
        same = me.handle.casefold() == other.handle.casefold()
        weighing.say(
            "handle",
            say("copies.verdict.handle") if same else say("copies.verdict.handle_reads"),
        )
    elif similarity(me.handle, other.handle) >= ALIKE_HANDLE:
        weighing.alike.add("handle")
        weighing.say("handle", say("copies.verdict.handle_near"))


def _weigh_name(me: Profile, other: Profile, weighing: _Weighing) -> None:
    if (
        me.display_name
        and other.display_name
        and fuzz.token_sort_ratio(me.display_name.casefold(), other.display_name.casefold()) >= SAME_NAME
    ):
        weighing.alike.add("name")
        weighing.say("name", say("copies.verdict.name"))


def _weigh_bio(me: Profile, other: Profile, weighing: _Weighing) -> None:
    if len(me.bio.split()) < 4 or len(other.bio.split()) < 4:
        return
    likeness = fuzz.token_set_ratio(me.bio.casefold(), other.bio.casefold())
    if likeness >= COPIED_BIO:
        weighing.copied.add("bio")
        weighing.say("bio", say("copies.verdict.bio"))
    elif likeness < 45:
        weighing.against += 1
        weighing.say("bio", say("copies.verdict.other_life"))


def _weigh_picture(me: Profile, other: Profile, weighing: _Weighing) -> None:
    if me.avatar is None or other.avatar is None:
        return
    match = same_picture(me.avatar, other.avatar)
    if match.same:
        weighing.copied.add("picture")
        weighing.say("picture", match.why)


def _weigh_age(me: Profile, other: Profile, weighing: _Weighing) -> None:
    if not (me.joined and other.joined):
        return
    years = (other.joined - me.joined).days / 365.25
    if years >= 0.25 and (weighing.copied or weighing.alike):
        when = (
            say("copies.verdict.less_than_year")
            if years < 1
            else say("copies.verdict.about", years=say("common.years", count=round(years)))
        )
        weighing.say("joined", say("copies.verdict.after", when=when))
    elif years <= -0.25:
        weighing.against += 1
        weighing.say("joined", say("copies.verdict.before"))


def _weigh_life(me: Profile, other: Profile, weighing: _Weighing) -> None:
    if (
        me.location
        and other.location
        and fuzz.token_set_ratio(me.location.casefold(), other.location.casefold()) < 50
    ):
        weighing.against += 1
        weighing.say("location", say("copies.verdict.place"))


def _kept(profile: Profile, url: str = "") -> dict[str, object]:
    """All that is kept of a candidate: where it is."""
    kept: dict[str, object] = {"platform": profile.platform, "handle": profile.handle}
    if url:
        kept["url"] = url
    return kept


def _text(raw: object) -> str:
    return raw if isinstance(raw, str) else ""


def _number(raw: object) -> int | None:
    try:
        return int(str(raw).replace(",", "")) if raw not in (None, "") else None
    except ValueError:
        return None


def _date(raw: object) -> date | None:
    if isinstance(raw, date):
        return raw
    try:
        return date.fromisoformat(str(raw)[:10])
    except ValueError:
        return None
