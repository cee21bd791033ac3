"""How much of a person's accounts was really seen, and so what may be said of them at all.

One account counts 1 when strangers' view of it is known to its end (a page read whole, or a private account whose
head was read), one half when its page was read in part, and 0 when it could not be seen, was not looked at, or "is
not there": a name typed wrongly looks just the same. An account the site has closed counts for nobody. Then

    NOTHING  no account counts anything: walls, missing pages, or no account at all
    LITTLE   less than half of what there could be to see was seen
    PARTLY   half of it or more, but not all
    ALL      every account counts in full, and none was left out

Only with PARTLY or ALL is there a number, a word of praise, or anything called closed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from privacy_check import catalogue
from privacy_check.model import Account, Assessment, Lens, Outcome, PageKind, ProfileView
from privacy_check.sentences import say

NameOf = Callable[[str], str]
HALF = 0.5
_MOST_NAMED = 4


class Seen(StrEnum):
    """How much was seen, in four steps; the module's own words say where each begins."""

    NOTHING = "nothing"
    LITTLE = "little"
    PARTLY = "partly"
    ALL = "all"


class Part(StrEnum):
    """A part of an account that has to be looked at for itself."""

    PHOTOS = "photos"
    GROUPS = "groups"
    POSTS = "posts"


@dataclass(frozen=True, slots=True)
class NotLookedAt:
    """One part that nobody looked at, and on which accounts."""

    part: Part
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class HowMuchSeen:
    """What was seen of how many accounts; `left` counts accounts that were named and never looked at.

    `seen` are those of which something is known, `missing` those the sites do not know, and `handed_in` those of
    which something was seen, but never as a stranger sees it.
    """

    amount: Seen
    looked: int = 0
    left: int = 0
    seen: int = 0
    missing: tuple[Account, ...] = ()
    not_looked_at: tuple[NotLookedAt, ...] = ()
    handed_in: tuple[Account, ...] = ()

    @property
    def enough(self) -> bool:
        """True when enough was seen to say anything of the whole."""
        return self.amount in (Seen.PARTLY, Seen.ALL)

    @property
    def may_show_number(self) -> bool:
        """True when a range from 0 to 100 means something."""
        return self.enough

    @property
    def may_say_closed(self) -> bool:
        """True when a scenario may be told as closed."""
        return self.enough

    @property
    def may_praise(self) -> bool:
        """True when what does not stand on the pages may be called good."""
        return self.enough

    @property
    def names_in_doubt(self) -> bool:
        """True when nothing was seen and the sites say that accounts are not there: a slip in typing is likely."""
        return self.amount is Seen.NOTHING and bool(self.missing)


def how_much_seen(assessment: Assessment) -> HowMuchSeen:
    """The state every report, screen and command asks before it says anything."""
    return of_views(assessment.views, assessment.not_checked)


def of_views(views: Sequence[ProfileView], not_checked: Iterable[str] = ()) -> HowMuchSeen:
    """The same from views; `not_checked` names what was left out, as an Assessment does."""
    keys = {key for view in views for key in (view.account.key, _owner(view))}
    names = {name.lower() for name in not_checked if ":" in name and not catalogue.known(name)}
    left = len(names - keys)
    weights = [_weight(view) for view in views if view.outcome is not Outcome.SUSPENDED]
    possible, known = len(weights) + left, sum(weights)
    return HowMuchSeen(
        amount=_amount(known, possible),
        looked=len(views),
        left=left,
        seen=sum(weight > 0 for weight in weights),
        missing=tuple(view.account for view in views if view.outcome is Outcome.NOT_FOUND),
        not_looked_at=tuple(_not_looked_at(views)),
        handed_in=tuple(_handed_in(views)),
    )


def nothing_to_change(seen: HowMuchSeen) -> str:
    """What stands where no step is left to do: never that all is well when it was not all seen."""
    if seen.names_in_doubt:
        return names_question(seen)
    if seen.amount is Seen.NOTHING:
        return say("seen.nothing" if seen.looked else "seen.no_account")
    if seen.amount is Seen.LITTLE:
        return say("seen.little")
    if seen.amount is Seen.PARTLY or seen.not_looked_at:
        return say("seen.no_step_in_part")
    return say("seen.no_step")


def names_question(seen: HowMuchSeen) -> str:
    """Whether the names were typed right, for accounts the sites do not know; empty when there are none."""
    return say("seen.names_right", count=len(seen.missing)) if seen.missing else ""


def why_no_number(seen: HowMuchSeen) -> str:
    """What stands where the number would be; empty when a number may be shown."""
    return "" if seen.may_show_number else say("seen.no_number")


def not_looked_at_words(seen: HowMuchSeen, name_of: NameOf = str) -> tuple[str, ...]:
    """One sentence for each part that nobody looked at; `name_of` names a platform by its id."""
    parts = [(f"seen.part_{item.part}", item.accounts) for item in seen.not_looked_at]
    if seen.handed_in:
        parts.append(("seen.no_strangers_look", seen.handed_in))
    return tuple(
        say(name, where=_named([name_of(account.platform) for account in accounts])) for name, accounts in parts
    )


def parts_in_short(seen: HowMuchSeen) -> str:
    """The same in one line, without the sites: `Not looked at: photos, some groups.`; empty when all was."""
    words = [
        say(f"seen.{'all' if len(item.accounts) >= seen.seen else 'some'}.{item.part}")
        for item in seen.not_looked_at
    ]
    return say("seen.parts", parts=", ".join(words)) if words else ""


def _weight(view: ProfileView) -> float:
    if view.whole or (view.outcome is Outcome.PRIVATE and not view.partly_read):
        return 1.0
    return HALF if view.outcome.seen or view.outcome is Outcome.PRIVATE else 0.0


def _amount(known: float, possible: int) -> Seen:
    if not known:
        return Seen.NOTHING
    if known < possible * HALF:
        return Seen.LITTLE
    return Seen.ALL if known == possible else Seen.PARTLY


def _not_looked_at(views: Sequence[ProfileView]) -> Iterable[NotLookedAt]:
    """The parts no page of an account showed. What stands in a picture is looked at by nobody: only words are."""
    there = [view for view in views if view.outcome.seen]
    for part in Part:
        looked = {_owner(view) for view in there if _shows(view, part)}
        accounts = {_owner(view): view.account for view in there if _owner(view) not in looked}
        if accounts:
            yield NotLookedAt(part, tuple(accounts.values()))


def _handed_in(views: Sequence[ProfileView]) -> Iterable[Account]:
    """The accounts of which no look was a stranger's: whom else they are open to, none of the looks can tell."""
    strangers = {_owner(view) for view in views if view.lens is Lens.PUBLIC and view.outcome.conclusive}
    handed_in = {
        _owner(view): view.account for view in views if view.outcome.seen and view.lens is not Lens.PUBLIC
    }
    return (account for owner, account in handed_in.items() if owner not in strangers)


def _shows(view: ProfileView, part: Part) -> bool:
    if part is Part.PHOTOS:
        return False
    if part is Part.GROUPS:
        return bool(view.groups) or view.kind is PageKind.GROUP or view.first("groups") is not None
    return bool(view.posts) or view.kind is PageKind.POST or view.first("posts") is not None


def _owner(view: ProfileView) -> str:
    """The account a page belongs to: a post and a profile of one name are the same account."""
    return f"{view.account.platform}:{view.account.handle}".lower()


def _named(names: Iterable[str]) -> str:
    unique = list(dict.fromkeys(names))
    shown = unique if len(unique) <= _MOST_NAMED else unique[: _MOST_NAMED - 1]
    more = len(unique) - len(shown)
    return " + ".join([*shown, *([say("seen.more", count=more)] if more else [])])
