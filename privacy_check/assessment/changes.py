"""This check against those before: what is new or came back, was removed or hidden, or could not be seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from privacy_check import catalogue
from privacy_check.model import (
    Assessment,
    Change,
    ChangeKind,
    Finding,
    Lens,
    Mark,
    Nature,
    Outcome,
    ProfileView,
    Verdict,
)

ORDER = (
    ChangeKind.CAME_BACK,
    ChangeKind.NEW,
    ChangeKind.REMOVED,
    ChangeKind.HIDDEN,
    ChangeKind.NOT_FOUND,
    ChangeKind.GONE,
    ChangeKind.STILL,
    ChangeKind.NOT_LOOKED_AT,
    ChangeKind.NOT_SEEN,
)
"""The order in which changes are told."""

# Of these one may have been read, and the one that mattered not.
_IN_MANY_PLACES = frozenset({"page_text", "posts", "photos", "links", "groups", "friends"})
# What a private account keeps to itself; the rest of its page strangers may still read.
_BEHIND_THE_LOCK = frozenset({"posts", "photos", "groups", "friends", "followers", "following"})
# Nobody takes these away one by one: where they are missing, the whole part was closed.
_CLOSED_AS_ONE = frozenset({"friends", "followers", "following"})
_OWN_EYES = (Lens.MEMBER, Lens.ARCHIVE, Lens.TYPED)
_OPEN = 0.5


@dataclass(frozen=True, slots=True)
class _Known:
    """What earlier checks know of one finding: as it was last seen, and whether it was away after that.

    `accounts` are the keys of all that were in that check.
    """

    item: Finding
    view: ProfileView | None
    open: bool
    ever_open: bool
    accounts: frozenset[str]
    away: bool = False


def compare(old: Assessment, new: Assessment, earlier: Sequence[Assessment] = ()) -> tuple[Change, ...]:
    """One change per finding of the new check or of those before, by fingerprint, in `ORDER`.

    `earlier` are the checks before `old`, oldest first: they tell what came back, and what could not be seen in
    `old` either. Nothing is away unless its place was looked at again, the same way, and it was not there.
    """
    known = _remembered((*earlier, old))
    now = {item.fingerprint: item for item in new.findings}
    changes = [_change(item, _kind_of_seen(item, known.get(key))) for key, item in now.items()]
    missing = (was for key, was in known.items() if key not in now and not was.away)
    changes += [_change(was.item, _kind_of_missing(was, new)) for was in missing]
    return tuple(sorted(changes, key=lambda change: ORDER.index(change.kind)))


def _remembered(checks: Sequence[Assessment]) -> dict[str, _Known]:
    known: dict[str, _Known] = {}
    for check in checks:
        found = {item.fingerprint: item for item in check.findings}
        accounts = frozenset(view.account.key for view in check.views)
        said = {change.fingerprint: change.kind for change in check.changes}
        for key, was in known.items():
            if key not in found and not was.away:
                kind = said.get(key) or _kind_of_missing(was, check)
                known[key] = replace(was, away=kind.away, open=was.open and not kind.away)
        for key, item in found.items():
            before = known.get(key)
            view = _view_of(item.account.key, check.views) if item.account else None
            shown = _shown(item)
            ever = shown or (before is not None and before.ever_open)
            known[key] = _Known(item, view, shown, ever, accounts)
    return known


def _change(item: Finding, kind: ChangeKind) -> Change:
    return Change(item.fingerprint, item.rule_id, kind, item.account.key if item.account else "")


def _kind_of_seen(item: Finding, was: _Known | None) -> ChangeKind:
    if item.seen_on is not None:
        return ChangeKind.NOT_LOOKED_AT
    if was is None:
        return ChangeKind.NEW
    if was.away or (was.item.mark is Mark.FIXED and item.mark is not Mark.FIXED):
        return ChangeKind.CAME_BACK
    if _shown(item) and not was.open:
        return ChangeKind.CAME_BACK if was.ever_open else ChangeKind.NEW
    return ChangeKind.HIDDEN if was.open and not _shown(item) else ChangeKind.STILL


def _shown(item: Finding) -> bool:
    """False for what is known to be seen by few; what nobody could check counts as shown."""
    return item.visibility is None or item.visibility >= _OPEN


def _kind_of_missing(was: _Known, new: Assessment) -> ChangeKind:
    item = was.item
    if item.rule_id in new.not_checked:
        return ChangeKind.NOT_SEEN
    if item.nature is Nature.IMPERSONATION:
        return ChangeKind.REMOVED if _compared_again(item, new) else ChangeKind.NOT_SEEN
    if item.account is None:
        return ChangeKind.REMOVED if _everything_seen(was, new) else ChangeKind.NOT_SEEN
    view = _view_of(item.account.key, new.views)
    if view is None or view.seen_on is not None or not _same_eyes(was.view, view):
        return ChangeKind.NOT_SEEN
    if view.outcome in (Outcome.NOT_FOUND, Outcome.SUSPENDED):
        return ChangeKind.NOT_FOUND
    if view.outcome is Outcome.PRIVATE:
        return _kind_behind_the_lock(item, view)
    if view.whole:
        return ChangeKind.HIDDEN if _part_is_closed(item, was.view, view) else ChangeKind.REMOVED
    return ChangeKind.REMOVED if _place_was_read(item, view) else ChangeKind.NOT_SEEN


def _kind_behind_the_lock(item: Finding, view: ProfileView) -> ChangeKind:
    if _place_was_read(item, view):
        return ChangeKind.REMOVED
    if item.field in _BEHIND_THE_LOCK or not (view.partly_read or view.first(item.field)):
        return ChangeKind.HIDDEN
    return ChangeKind.NOT_SEEN


def _place_was_read(item: Finding, view: ProfileView) -> bool:
    """True when the look got to the one place where it stood, whatever else was not read."""
    read = view.outcome.seen or view.outcome is Outcome.PRIVATE
    return read and item.field not in _IN_MANY_PLACES and view.first(item.field) is not None


def _part_is_closed(item: Finding, old: ProfileView | None, new: ProfileView) -> bool:
    """True when the whole part of the page is missing, not the one thing in it."""
    if _many(new, item.field):
        return False
    several = old is not None and _many(old, item.field) > 1
    return item.field in _CLOSED_AS_ONE or (several and item.field in _BEHIND_THE_LOCK)


def _many(view: ProfileView, part: str) -> int:
    kept = {"groups": view.groups, "posts": view.posts}.get(part, ())
    return max(len(view.all(part)), len(kept))


def _compared_again(item: Finding, new: Assessment) -> bool:
    """True when that very profile was compared again, and its page could be seen."""
    profiles = {
        f"{one.profile.get('platform', '')}:{one.profile.get('handle', '')}".casefold(): one.verdict
        for one in new.candidates
    }
    return profiles.get(item.value.reveal().casefold(), Verdict.CANNOT_TELL) is not Verdict.CANNOT_TELL


def _everything_seen(was: _Known, new: Assessment) -> bool:
    """For what belongs to no single account: an answer must be asked for again, the rest needs every account."""
    if catalogue.rule(was.item.rule_id).how == ("question",):
        return any(view.lens is Lens.TYPED for view in new.views)
    shut = (Outcome.PRIVATE, Outcome.NOT_FOUND, Outcome.SUSPENDED)
    seen = {
        view.account.key for view in new.views if view.seen_on is None and (view.whole or view.outcome in shut)
    }
    return was.accounts <= seen


def _view_of(key: str, views: Iterable[ProfileView]) -> ProfileView | None:
    return next((view for view in views if view.account.key == key), None)


def _same_eyes(old: ProfileView | None, new: ProfileView) -> bool:
    """False when the person saw it with their own eyes before and a stranger's look came after."""
    return old is None or (old.lens in _OWN_EYES) == (new.lens in _OWN_EYES)
