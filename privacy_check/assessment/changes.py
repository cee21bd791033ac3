"""This check against the last: what is new, gone, still there, or could not be seen this time."""

from __future__ import annotations

from collections.abc import Iterable

from privacy_check import catalogue
from privacy_check.model import Assessment, Change, Finding, Lens, Nature, Outcome, ProfileView

NEW, GONE, STILL, NOT_SEEN = "new", "gone", "still", "not_seen"

# A private, missing or closed account shows strangers nothing of what stood there before.
_SHUT = (Outcome.PRIVATE, Outcome.NOT_FOUND, Outcome.SUSPENDED)
# Of these one may have been read, and the one that mattered not.
_IN_MANY_PLACES = frozenset({"page_text", "posts", "photos", "links", "groups", "friends"})
_OWN_EYES = (Lens.MEMBER, Lens.ARCHIVE, Lens.TYPED)


def compare(old: Assessment, new: Assessment) -> tuple[Change, ...]:
    """One change per finding of either check, by fingerprint: new ones first, then gone, still, not seen.

    A finding is only gone when its place was looked at again, the same way, and it was not there.
    """
    before = {item.fingerprint: item for item in old.findings}
    now = {item.fingerprint: item for item in new.findings}
    changes = [_change(item, STILL if key in before else NEW) for key, item in now.items()]
    missing = (item for key, item in before.items() if key not in now)
    changes += [_change(item, GONE if _looked_again(item, old, new) else NOT_SEEN) for item in missing]
    order = (NEW, GONE, STILL, NOT_SEEN)
    return tuple(sorted(changes, key=lambda change: order.index(change.kind)))


def _change(item: Finding, kind: str) -> Change:
    return Change(item.fingerprint, item.rule_id, kind, item.account.key if item.account else "")


def _looked_again(item: Finding, old: Assessment, new: Assessment) -> bool:
    if item.rule_id in new.not_checked:
        return False
    if item.nature is Nature.IMPERSONATION:
        return bool(new.candidates)
    if item.account is None:
        return _everything_seen(item, old, new)
    view = _view_of(item.account.key, new.views)
    if view is None or not _same_eyes(_view_of(item.account.key, old.views), view):
        return False
    if view.outcome in _SHUT:
        return view.outcome is not Outcome.PRIVATE or view.first(item.field) is None
    if view.outcome.seen and not view.whole:
        return item.field not in _IN_MANY_PLACES and view.first(item.field) is not None
    return view.whole


def _everything_seen(item: Finding, old: Assessment, new: Assessment) -> bool:
    """For what belongs to no single account: an answer must be asked for again, the rest needs every account."""
    if catalogue.rule(item.rule_id).how == ("question",):
        return any(view.lens is Lens.TYPED for view in new.views)
    seen = {view.account.key for view in new.views if view.whole or view.outcome in _SHUT}
    return all(view.account.key in seen for view in old.views)


def _view_of(key: str, views: Iterable[ProfileView]) -> ProfileView | None:
    return next((view for view in views if view.account.key == key), None)


def _same_eyes(old: ProfileView | None, new: ProfileView) -> bool:
    """False when the person saw it with their own eyes before and a stranger's look came after."""
    return old is None or (old.lens in _OWN_EYES) == (new.lens in _OWN_EYES)
