"""What a profile gives away: from its words, its parts, its groups, and from all accounts together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from privacy_check import catalogue, groups
from privacy_check.assessment.games import games
from privacy_check.assessment.names import full_name, name_in_handle
from privacy_check.assessment.noticing import HINT, completed, noticed, seen_by
from privacy_check.assessment.others_words import said_of_the_owner
from privacy_check.assessment.shown import shown_on
from privacy_check.assessment.user_names import (
    facts_in_handle,
    gamer_tags,
    linked_pseudonyms,
    same_handle,
    shared_handles,
    there,
)
from privacy_check.detectors.engine import find
from privacy_check.model import EntityType, Field, Finding, Group, Lens, Nature, ProfileView, SeenBy, Whose
from privacy_check.ownership import shown_name
from privacy_check.sentences import say
from privacy_check.subject import AboutMe
from privacy_check.text.name_letters import plain

# Parts of a profile that are free words. Posts and captions are read beside these.
FREE_WORDS = (
    "bio",
    "location",
    "website",
    "links",
    "posts",
    "photos",
    "education",
    "job_title",
    "address",
)
_ADDRESSES = ("links", "website")
_LINES = frozenset(["employer", "job_title", "education", "location", "address"])

_DIGITS = frozenset(
    [
        EntityType.PHONE,
        EntityType.CARD,
        EntityType.BANK_ACCOUNT,
        EntityType.NHS_NUMBER,
        EntityType.IBAN,
        EntityType.NINO,
        EntityType.POSTCODE,
        EntityType.VEHICLE_REGISTRATION,
    ]
)
_IDENTIFYING = frozenset(["PI-03", "PI-04", "PI-06", "PI-07", "PI-11", "PI-12", "WRK-05"])
_BY_WORDS = frozenset(["LOC-01", "WRK-05", "PI-09", "PI-06"])
_NARROW = {
    "public": SeenBy.MEMBERS,
    "open": SeenBy.MEMBERS,
    "private": SeenBy.NAMED_PEOPLE,
    "closed": SeenBy.NAMED_PEOPLE,
    "hidden": SeenBy.NAMED_PEOPLE,
    "secret": SeenBy.NAMED_PEOPLE,
}


def judge_view(view: ProfileView, about: AboutMe | None = None) -> list[Finding]:
    """Every finding of one view, each once; none from an account that could not be seen."""
    if not there(view):
        return []
    known = (
        *_said(view, about),
        *shown_on(view, about),
        *facts_in_handle(view, about),
        *_groups(view),
        *games(view),
    )
    # What stands in a known place is told from there, also where the rest of the page repeats it.
    found = [*known, *_said_elsewhere(view, about)]
    found = [item for item in found if _wanted(item)]
    tied = _linkability(view, found, about)
    return _each_once(replace(completed(item), linkability=tied) for item in found)


def judge_pictures(view: ProfileView, found: Iterable[Finding], others: Sequence[Finding] = ()) -> list[Finding]:
    """What the files of a page's pictures hold, placed on its account; as tied to the person as the `others`."""
    tied = max((item.linkability for item in others), default=_linkability(view, (), None))
    placed = (replace(item, account=view.account, seen_by=seen_by(view), lens=view.lens) for item in found)
    return _each_once(replace(completed(item), linkability=tied) for item in placed if _wanted(item))


def judge_together(
    views: Sequence[ProfileView], findings: Sequence[Finding], about: AboutMe | None = None
) -> list[Finding]:
    """All findings: those given, their accounts' ties corrected, and those that only several accounts show."""
    found = (*same_handle(views, about), *gamer_tags(views, about), *linked_pseudonyms(views, about))
    tied = _tied_by_handle(views, about)
    corrected = [_with_tie(item, tied) for item in (*findings, *found)]
    return list({item.fingerprint: item for item in reversed(corrected)}.values())[::-1]


def _wanted(item: Finding) -> bool:
    return catalogue.known(item.rule_id) and not catalogue.rule(item.rule_id).reflection


def _said(view: ProfileView, about: AboutMe | None) -> Iterator[Finding]:
    """What the free words in known places give away, placed on the account."""
    for field in _texts(view):
        for item in find(field.text, about=about, field=field.name):
            if field.name in _ADDRESSES and item.entity_type is EntityType.HANDLE:
                continue  # where a link leads says more than the user name in it
            yield _placed(item, view, field)


def _said_elsewhere(view: ProfileView, about: AboutMe | None) -> Iterator[Finding]:
    """What the rest of the page gives away: the owner's words, and what others say there of the owner."""
    for field in view.all("page_text"):
        if field.whose is Whose.OWNER:
            found: Iterable[Finding] = find(field.text, about=about, field=field.name)
        else:
            found = said_of_the_owner(view, field, about) if field.whose is Whose.OTHER else ()
        yield from (_placed(item, view, field) for item in found if not _own_handle(item, view))


def _own_handle(item: Finding, view: ProfileView) -> bool:
    """True for a user name that is the account's own or a part of it: a page repeats it wherever it can."""
    if item.entity_type is not EntityType.HANDLE:
        return False
    said, own = (re.sub(r"[\W_]+", "", name.casefold()) for name in (item.value.reveal(), view.account.handle))
    return said in own or own in said


def _placed(item: Finding, view: ProfileView, field: Field) -> Finding:
    return replace(item, account=view.account, item=field.item, seen_by=seen_by(view, field), lens=view.lens)


def _texts(view: ProfileView) -> list[Field]:
    fields = [field for name in FREE_WORDS for field in view.all(name) if field.whose is Whose.OWNER]
    fields += [
        Field("posts", post.text, "post", seen_by=post.seen_by, item=index)
        for index, post in enumerate(view.posts)
    ]
    fields += [Field("photos", shot.caption, "caption", item=index) for index, shot in enumerate(view.pictures)]
    unique = {(field.name, field.text): field for field in reversed(fields) if field.text.strip()}
    return list(unique.values())[::-1]


def _groups(view: ProfileView) -> Iterator[Finding]:
    for group in view.groups:
        reading = groups.classify(group.name, platform=view.account.platform)
        if reading.category is not None:
            yield _membership(view, group, reading.category, reading.confidence)
            yield from _given_by_name(view, group, reading)
        kind = group.kind.casefold()
        if "event" in kind and reading.category != "GRP-E1":
            yield _membership(view, group, "GRP-E1", 0.9)
        if re.search(r"admin|moderator|owner", kind):
            yield _membership(view, group, "GRP-A1", 0.9)


_GIVEN = {
    "area": ("LOC-01", EntityType.LOCATION),
    "time": ("LOC-08", EntityType.ROUTINE),
    "employer": ("WRK-05", EntityType.EMPLOYER),
    "school": ("REL-05", EntityType.SCHOOL),
}


def _given_by_name(view: ProfileView, group: Group, reading: groups.GroupReading) -> Iterator[Finding]:
    """What the name itself says, as a question: nobody need live where their group is."""
    for fact in groups.given(group.name, reading):
        rule_id, kind = _GIVEN[fact.what]
        found = noticed(view, rule_id, kind, fact.words, "groups", HINT)
        told = say(f"groups.given.{fact.what}", words=fact.words)
        yield replace(found, seen_by=_group_seen_by(view, group), explanation=told)


def _membership(view: ProfileView, group: Group, rule_id: str, confidence: float) -> Finding:
    found = noticed(view, rule_id, EntityType.GROUP, group.name, "groups", confidence)
    return replace(found, seen_by=_group_seen_by(view, group))


def _group_seen_by(view: ProfileView, group: Group) -> SeenBy:
    """On a stranger's page the membership is plainly seen; else the group's own kind decides."""
    if view.lens is Lens.PUBLIC and group.lens is Lens.PUBLIC:
        return seen_by(view)
    words = re.findall(r"[a-z]+", group.visibility.casefold())
    return next((_NARROW[word] for word in words if word in _NARROW), seen_by(view))


def _linkability(view: ProfileView, found: Iterable[Finding], about: AboutMe | None) -> float:
    """How surely the account is tied to the person: only a pseudonym that nothing else gives away is isolated."""
    ties = catalogue.data("weights.toml")["linkability"]
    name = shown_name(view)
    tied = any(item.rule_id in _IDENTIFYING and item.confirmed for item in found)
    named = not name or full_name(name, about) or tied or name_in_handle(view.account.handle, about)
    return float(ties["named"] if named else ties["isolated"])


def _tied_by_handle(views: Sequence[ProfileView], about: AboutMe | None) -> dict[str, float]:
    """Accounts tied to the person by a user name they share with another account."""
    tie = float(catalogue.data("weights.toml")["linkability"]["reused_handle"])
    return {view.account.key: tie for owners in shared_handles(views).values() for view in owners}


def _with_tie(item: Finding, tied: dict[str, float]) -> Finding:
    if item.account is None or item.account.key not in tied:
        return item
    return replace(item, linkability=max(item.linkability, tied[item.account.key]))


def _each_once(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for the same piece said twice on an account: where it is plainest, as sure as the surest."""
    kept: dict[tuple[str, str], Finding] = {}
    named: dict[tuple[str, EntityType], list[str]] = defaultdict(list)
    for item in findings:
        core = _core(item)
        if item.rule_id in _BY_WORDS:
            core = _same_words(core, named[(item.rule_id, item.entity_type)])
        earlier = kept.get((item.rule_id, core), item)
        best = item if _weight(item) > _weight(earlier) else earlier
        if earlier.nature is not item.nature and Nature.THIRD_PARTY in (earlier.nature, item.nature):
            # What the person says is told as theirs, whoever else says it too.
            best = item if earlier.nature is Nature.THIRD_PARTY else earlier
        kept[(item.rule_id, core)] = replace(best, confidence=max(item.confidence, earlier.confidence))
    return list(kept.values())


def _same_words(core: str, named: list[str]) -> str:
    """The earlier wording of the same place, school or employer: one named in fewer words is the same one."""
    words = set(core.split())
    for other in named:
        others = set(other.split())
        if words and others and (words <= others or others <= words):
            return other
    named.append(core)
    return core


def _core(item: Finding) -> str:
    """The value as it is compared: digits of a number with the country code folded, else words."""
    value = plain(item.value.reveal())
    if item.entity_type in _DIGITS:
        core = re.sub(r"[^a-z0-9]", "", value)
        return re.sub(r"^(?:0044|44)0?(?=\d{9,10}$)", "0", core) if item.entity_type is EntityType.PHONE else core
    return " ".join(re.findall(r"\w+", value))


def _weight(item: Finding) -> tuple[bool, float, bool]:
    """More people see it, then: it stands in a line of the profile, not among other words."""
    visibility = item.visibility
    return item.confirmed, -1.0 if visibility is None else visibility, item.field in _LINES
