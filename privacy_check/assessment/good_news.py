"""What is already good, in sentences: only what was really seen to be so, and nothing when little was seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from privacy_check.assessment.how_much_seen import how_much_seen
from privacy_check.model import Assessment, ChangeKind, Lens, Mark, Outcome, ProfileView
from privacy_check.sentences import say

# What is looked for: its name in the sentences, the rules that would tell it, the parts of a page that would.
_LOOKED_FOR = (
    ("birthday", {"PI-02", "PI-02b"}, ("birthday",)),
    ("phone", {"PI-03"}, ("phone",)),
    ("address", {"PI-06"}, ()),
    ("friends", {"NET-01"}, ("friends",)),
    ("employer", {"WRK-05"}, ("employer", "job_title")),
)


def good_news(assessment: Assessment, name_of: Callable[[str], str] = str) -> tuple[str, ...]:
    """What is already good, most telling first; `name_of` a platform's id."""
    news: list[str] = []
    if how_much_seen(assessment).may_praise:
        public = [view for view in assessment.views if view.lens is Lens.PUBLIC]
        news += [
            say("seen.good.private", handle=view.account.handle, platform=name_of(view.account.platform))
            for view in public
            if view.outcome is Outcome.PRIVATE
        ]
        news += _not_shown(assessment, [view for view in public if view.outcome.seen], name_of)
        # An account that was not there may have been typed wrongly: no praise for that.
        gone = sum(change.kind.away and change.kind is not ChangeKind.NOT_FOUND for change in assessment.changes)
        news += [say("seen.good.gone", count=gone)] if gone else []
    done = sum(item.mark is Mark.FIXED for item in assessment.findings)
    return (*news, *([say("seen.good.done", count=done)] if done else []))


def _not_shown(assessment: Assessment, opened: Sequence[ProfileView], name_of: Callable[[str], str]) -> list[str]:
    """What does not stand on the pages that were read to their end; of the others nothing is said."""
    pages = [view for view in opened if view.whole]
    found = {item.rule_id for item in assessment.findings}
    words = [
        say(f"seen.good.{name}")
        for name, rules, parts in _LOOKED_FOR
        if not found & rules and not _shows(pages, *parts)
    ]
    if not pages or not words:
        return []
    if len(pages) < len(opened):
        where = say(
            "seen.good.on_these", count=len(pages), named=_listed([name_of(v.account.platform) for v in pages])
        )
    else:
        where = say("seen.good.everywhere", count=len(pages))
    return [say("seen.good.not_shown", what=_listed(words), where=where)]


def _shows(pages: Iterable[ProfileView], *names: str) -> bool:
    return any(view.first(name) is not None for view in pages for name in names)


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else say("seen.good.both", first=", ".join(words[:-1]), last=words[-1])
