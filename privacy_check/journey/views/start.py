"""The pages before anything is looked at: welcome, invented people, consent, keeping, going on, the safer way."""

from __future__ import annotations

from dataclasses import dataclass

from privacy_check.journey.accounts import asked_enough
from privacy_check.journey.presenters import outcome_words
from privacy_check.journey.sitting import Journey
from privacy_check.journey.terminal_text import first_sentence
from privacy_check.journey.views.base import Offer, View
from privacy_check.sentences import lines, say


def welcome(journey: Journey) -> View:
    """Where everybody begins."""
    offers = [Offer("own", say("app.welcome.own"), say("app.welcome.own_time"))]
    if journey.tour is not None:
        offers.append(Offer("tour", say("app.welcome.people"), say("app.welcome.people_time")))
        offers.append(Offer("staff_tour", say("tour.offer.staff"), say("tour.offer.staff_time")))
        if journey.people:
            offers.append(Offer("people", say("tour.offer.people"), say("tour.offer.people_time")))
    elif journey.people:
        offers.append(Offer("people", say("app.welcome.people"), say("app.welcome.people_time")))
    if journey.kept_before and not journey.safer:
        offers.append(Offer("last", say("app.welcome.last"), say("app.welcome.last_how")))
    offers += [
        Offer("words", say("app.welcome.words")),
        *([Offer("photos", say("album.offer"))] if journey.toolkit.tell_pictures else []),
        Offer("reflect", say("reflect.heading"), say("reflect.menu")),
        Offer("contacts", say("report.help.heading")),
        Offer("safer", f"{say('app.welcome.watched')} {say('app.safer.heading')}", listed=False),
        Offer("leave", say("plain.plain.leave"), listed=False),
    ]
    return View(lines("app.welcome.promises"), tuple(offers))


def people(journey: Journey) -> View:
    """The invented people, each with the first sentence of their story."""
    return View(
        offers=tuple(
            Offer(person.id, person.name, first_sentence(person.story), choice="go_on", subject=person.id)
            for person in journey.people
        )
    )


def consent() -> View:
    """The statement that nothing is looked at without, and a way out for someone who is made to do this."""
    return View(
        lines("app.consent.points"),
        (
            Offer("yes", say("app.consent.yes", statement=say("errors.ownership.statement"))),
            Offer("no", say("app.consent.no")),
            Offer("wipe", say("app.consent.close")),
        ),
    )


@dataclass(frozen=True, slots=True)
class KeepView(View):
    """`made` is True where a vault stands already, so that its passphrase is asked for."""

    made: bool = False


def keep(journey: Journey) -> KeepView:
    """Keep behind a passphrase, or keep nothing."""
    made = journey.kept_before
    offers = [Offer("nothing", say("app.keep.nothing"))]
    if not made:
        offers.append(Offer("keep", say("quick.keep"), choice="stay"))
    if made:
        offers.append(Offer("forgot", say("app.keep.forgot")))
    return KeepView((say("app.keep.old" if made else "app.keep.new"),), tuple(offers), made)


@dataclass(frozen=True, slots=True)
class ResumeView(View):
    """`accounts` are (platform, handle, what the look came to by then)."""

    accounts: tuple[tuple[str, str, str], ...] = ()


def resume(journey: Journey) -> ResumeView:
    """What had been seen when the check was cut short: a look that failed is not called seen."""
    offers = (Offer("go", say("app.resume.go")), Offer("new", say("app.resume.new")))
    unfinished = journey.unfinished
    if unfinished is None:
        return ResumeView(offers=offers)
    views = {view.account.key: view for view in unfinished.views}
    rows = []
    for account in unfinished.accounts:
        view = views.get(account.key)
        if view is None:
            told = say("app.resume.not_yet")
        elif view.outcome.conclusive:
            told = say("journey.resume.seen", state=outcome_words(view)[0])
        else:
            state, reason = outcome_words(view)
            again = say("journey.resume.again" if not asked_enough(view) else "journey.resume.another_way")
            told = f"{state}{f': {reason}' if reason else ''}. {again}"
        rows.append((journey.toolkit.platform_name(account.platform), account.handle, told))
    return ResumeView(offers=offers, accounts=tuple(rows))


def safer(journey: Journey) -> View:
    """The safer way: what to do next, and what to think of."""
    offers = [
        Offer("leave", say("paths.watched.plain_leave"), choice="leave_at_once"),
        Offer("look", say("paths.watched.look")),
        Offer("contacts", say("app.safer.more_help")),
    ]
    if journey.kept_before:
        offers.append(Offer("wipe", say("paths.watched.wipe"), choice="stay"))
    if journey.safer:
        offers.append(Offer("leave_look_only", say("quick.leave_look_only"), choice="stay"))
    offers.append(Offer("back", say("app.safer.back")))
    return View(lines("paths.watched.steps"), tuple(offers))
