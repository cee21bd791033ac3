"""One fix at a time: what it is, why, its steps, what a second look showed, and how far along one is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from privacy_check import catalogue
from privacy_check.assessment import own_paths
from privacy_check.journey.flow import GO_ON
from privacy_check.journey.presenters import minutes, rule_title, scenario_title, step_place
from privacy_check.journey.sitting import Journey
from privacy_check.journey.steps import Stands, how_it_stands, steps_in_order
from privacy_check.journey.views.base import Offer
from privacy_check.journey.views.finding import Doing, doing_of
from privacy_check.journey.views.plan import so_far
from privacy_check.model import Assessment, Finding, Mark, Nature, PlanStep, ScenarioStatus
from privacy_check.sentences import say
from privacy_check.wording import spoken_day

MARKS = {"done": Mark.FIXED, "asked": Mark.ASKED, "could_not": Mark.COULD_NOT}


@dataclass(frozen=True, slots=True)
class DoNowView:
    """The fix at hand: `stands` is what was decided of it with its day, `keys` the accounts a look would be at.

    `url` is the page where it can be changed, or where it was seen; empty where there is none. `step` is None
    when there is nothing to do.
    """

    step: PlanStep | None
    title: str = ""
    place: str = ""
    why: str = ""
    doing: Doing | None = None
    url: str = ""
    stands: str = ""
    so_far: str = ""
    next: str = ""
    keys: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()


def do_now(journey: Journey, subject: str) -> DoNowView:
    """The fix named after that rule, or the first one that is open."""
    steps = steps_in_order(journey.assessment, journey.decisions)
    wanted = subject or next(iter(journey.state.to_do), "")
    step = next((step for step, _ in steps if step.rule_id == wanted), None)
    if step is None or journey.assessment is None:
        return DoNowView(None)
    found = [item for item in map(journey.finding, step.fingerprints) if item is not None]
    first = steps_in_order(journey.assessment, journey.decisions, first=True)
    among = first if any(one.rule_id == wanted for one, _ in first) else steps
    left = [one for one, stands in among if stands is Stands.OPEN and one.rule_id != wanted]
    doing = next(iter(doing_of(step.rule_id, step.account)), None)
    address = step.account.url if step.account else ""
    return DoNowView(
        step,
        rule_title(step.rule_id),
        step_place(step, journey.toolkit.platform_name),
        catalogue.rule(step.rule_id).why,
        doing,
        (doing.url if doing else "") or address,
        _stands(step, found, journey),
        so_far(sum(stands is Stands.DONE for _, stands in among), len(among)),
        say("do_now.next", minutes=minutes(left[0].minutes)) if left else "",
        _keys(step, found),
        _offers(journey, step, found, bool(left)),
    )


def _keys(step: PlanStep, found: Sequence[Finding]) -> tuple[str, ...]:
    """The accounts a look would be at; none for a copy, which stands on somebody else's account."""
    if any(item.nature is Nature.IMPERSONATION for item in found):
        return ()
    on = [account.key for account in step.accounts] or [item.account.key for item in found if item.account]
    return tuple(dict.fromkeys(on))


def _stands(step: PlanStep, found: Sequence[Finding], journey: Journey) -> str:
    assessment = journey.assessment
    if assessment is None:
        return ""
    stands = how_it_stands(step, assessment, journey.decisions)
    days = [item.marked_at for item in found if item.marked_at is not None]
    if stands is Stands.OPEN:
        return ""
    if not days:
        return say("do_now.gone_now")
    name = {Stands.ASKED: "asked_on", Stands.COULD_NOT: "could_not_on"}.get(stands, "done_on")
    return say(f"do_now.{name}", day=spoken_day(max(days)))


def _offers(journey: Journey, step: PlanStep, found: Sequence[Finding], more: bool) -> tuple[Offer, ...]:
    looks = any(_can_look(key, journey) for key in _keys(step, found))
    offers = [
        Offer("open", say("plain.pages.open_setting")),
        Offer("done", say("do_now.done_look" if looks else "do_now.done_only")),
        Offer("asked", say("do_now.asked")),
        Offer("could_not", say("do_now.could_not")),
        Offer("slot", say("do_now.slot")),
    ]
    if journey.decisions.can_undo:
        offers.append(Offer("undo", say("plain.pages.undo")))
    last = Offer("next", say("do_now.go_next" if more else "plain.pages.plan"), choice=GO_ON)
    return (*offers, last)


def _can_look(key: str, journey: Journey) -> bool:
    view = journey.view_of(key)
    return view is not None and view.lens in journey.toolkit.collectors


def mark(journey: Journey, view: DoNowView, how: str) -> None:
    """Marks every finding of the fix as done, asked or tried; one press, which one undo takes back."""
    if view.step is not None:
        journey.step_marked(view.step, MARKS[how])


@dataclass(frozen=True, slots=True)
class Row:
    """One thing before and after a second look."""

    what: str
    before: str
    now: str


def before_and_after(
    before: Assessment, journey: Journey, step: PlanStep, looked: Collection[str]
) -> tuple[Row, ...]:
    """What of the fix is still seen on the accounts that were `looked` at, which doors closed, and the number."""
    now = journey.assessment
    if now is None:
        return ()
    was = [item for item in before.findings if item.fingerprint in step.fingerprints]
    kinds: dict[str, list[Finding]] = {}
    for item in was:
        kinds.setdefault(item.rule_id, []).append(item)
    rows = [
        Row(rule_title(rule_id), say("do_now.seen_before"), _seen_now(items, looked, now))
        for rule_id, items in kinds.items()
    ]
    stood = {item.id: item.status for item in before.scenarios}
    rows += [
        Row(scenario_title(item.id), _status(stood[item.id]), _status(item.status))
        for item in now.scenarios
        if item.id in stood and stood[item.id] is not item.status
    ]
    rows += _number(before, now, watched=journey.safer)
    return tuple(rows)


def _seen_now(items: Sequence[Finding], looked: Collection[str], now: Assessment) -> str:
    if not any(item.account is not None and item.account.key in looked for item in items):
        return say("do_now.your_word")
    here = {item.fingerprint for item in now.findings}
    if any(item.fingerprint in here for item in items):
        return say("do_now.still")
    keys = {item.account.key for item in items if item.account is not None}
    in_part = any(view.account.key in keys and view.partly_read for view in now.views)
    return say("do_now.gone_in_part" if in_part else "do_now.gone")


def _status(status: ScenarioStatus) -> str:
    return catalogue.words("scenario_status", status)


def _number(before: Assessment, now: Assessment, *, watched: bool) -> list[Row]:
    if not all(own_paths.may_show_number(one, watched=watched) for one in (before, now)):
        return []
    if before.score is None or now.score is None or before.score == now.score:
        return []
    old, new = before.score.whole, now.score.whole
    return [Row(say("do_now.number"), _of_hundred(*old), _of_hundred(*new))] if old != new else []


def _of_hundred(low: int, high: int) -> str:
    return say("do_now.of_hundred" if low == high else "do_now.of_hundred_range", low=low, high=high)
