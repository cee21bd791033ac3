"""Why the number may be higher than last time, though nobody did anything wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from privacy_check import catalogue
from privacy_check.model import Assessment, Change, ChangeKind, ProfileView, Rise, RiseReason


def why_higher(old: Assessment, new: Assessment, changes: Sequence[Change]) -> tuple[Rise, ...]:
    """The reasons that hold, most telling first; none when neither the number nor the things found went up."""
    if not _went_up(old, new):
        return ()
    before = {view.account.key: view for view in old.views}
    now = {view.account.key: view for view in new.views if view.seen_on is None}
    new_things = [change for change in changes if change.kind is ChangeKind.NEW]
    with_new = {change.account for change in new_things}
    added = [key for key in now if key not in before and not _was_left(key, old)]
    seen_now = [key for key, view in now.items() if key not in added and _seen_only_now(before.get(key), view)]
    whole = [key for key, view in now.items() if key in before and before[key].partly_read and view.whole]
    explained = {*added, *seen_now, *whole}
    found = (
        Rise(RiseReason.NEW_ACCOUNT, tuple(added)),
        Rise(RiseReason.SEEN_NOW, tuple(seen_now)),
        Rise(RiseReason.READ_WHOLE, tuple(key for key in whole if key in with_new)),
        Rise(RiseReason.CAME_BACK, count=sum(change.kind is ChangeKind.CAME_BACK for change in changes)),
        Rise(RiseReason.NEW, count=sum(change.account not in explained for change in new_things)),
        Rise(RiseReason.NOT_SEEN_NOW, _lost_sight_of(before, now)),
        Rise(RiseReason.READ_IN_PART, _read_in_part_now(before, now)),
        Rise(RiseReason.QUESTIONS, count=len(_questions(new) - _questions(old))),
        Rise(RiseReason.RULES, count=int(bool(old.rules_version) and old.rules_version != new.rules_version)),
    )
    return tuple(one for one in found if one.accounts or one.count)


def _went_up(old: Assessment, new: Assessment) -> bool:
    if old.score is not None and new.score is not None:
        lower, higher = (
            old.score.whole,
            new.score.whole,
        )
        if higher[0] > lower[0] or higher[1] > lower[1]:
            return True
    return len(new.findings) > len(old.findings)


def _seen_only_now(before: ProfileView | None, now: ProfileView) -> bool:
    return now.outcome.conclusive and (before is None or not before.outcome.conclusive)


def _lost_sight_of(before: Mapping[str, ProfileView], now: Mapping[str, ProfileView]) -> tuple[str, ...]:
    """What widens the range: an account that could be seen and now cannot."""
    return tuple(
        key
        for key, view in now.items()
        if key in before and before[key].outcome.conclusive and not view.outcome.conclusive
    )


def _read_in_part_now(before: Mapping[str, ProfileView], now: Mapping[str, ProfileView]) -> tuple[str, ...]:
    """What widens it as well: an account that was known to its end and of which a part was not read now."""
    in_part = (key for key, view in now.items() if view.outcome.conclusive and view.may_show_more)
    return tuple(key for key in in_part if key in before and not before[key].may_show_more)


def _was_left(key: str, old: Assessment) -> bool:
    return key in {item.lower() for item in old.not_checked}


def _questions(check: Assessment) -> set[str]:
    return set(_known(check.not_checked))


def _known(ids: Iterable[str]) -> Iterable[str]:
    return (item for item in ids if catalogue.known(item))
