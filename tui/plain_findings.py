"""The linear dialogue's findings: the lists, one with its steps, the plan, and what if."""

from __future__ import annotations

from collections.abc import Sequence

from privacy_check.assessment.own_paths import OwnPath, PathText, text_of, why_no_number
from privacy_check.errors import PrivacyCheckError
from privacy_check.journey import presenters, what_if
from privacy_check.journey.flow import PageId, Place
from privacy_check.journey.overlay import words_of
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views import findings as lists
from privacy_check.journey.views import plan as plans
from privacy_check.journey.views.finding import Doing, Told, choices_of, tell
from privacy_check.model import Finding, Mark, Nature
from privacy_check.sentences import say
from tui.dialogue import AGAIN, BACK, Dialogue, Went

_MARKS = {"done": Mark.FIXED, "keep": Mark.KEEP, "notme": Mark.NOT_ME}
UNDO = "undo"


def findings(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Every finding but the private ones; choosing one opens it."""
    sought = lists.EVERYTHING
    while True:
        view = lists.findings(journey, sought)
        talk.heading(say("app.findings.heading"), view.told)
        talk.say(view.nothing)
        everything = sought == lists.EVERYTHING
        more = [("seek", say("seeking.seek")), ("only", say("seeking.only"))] if everything else []
        more = more if view.lines else []
        more += [] if everything else [("all", say("seeking.all"))]
        chosen = _open_one(view, journey, talk, more)
        if chosen.choice == "seek":
            sought = lists.Sought(words=talk.ask(say("seeking.what")))
        elif chosen.choice == "only":
            sought = lists.Sought(only_open=True)
        elif chosen.choice == "all":
            sought = lists.EVERYTHING
        else:
            return chosen


def private(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Private topics; generic until the person asks for them."""
    talk.heading(say("app.private.heading"), say("plain.pages.private_lead"))
    view = lists.private_topics(journey, reveal=True)
    if not view.lines:
        talk.say(view.nothing)
        return BACK
    talk.say(say("plain.pages.private_seen", counted=say("common.private_topics", count=len(view.lines))))
    if not talk.sure(say("plain.pages.private_reveal")):
        return BACK
    return _open_one(view, journey, talk)


def _open_one(
    view: lists.FindingsView, journey: Journey, talk: Dialogue, more: Sequence[tuple[str, str]] = ()
) -> Went:
    choices = [(line.fingerprint, _line(line)) for line in view.lines]
    choices += [(UNDO, say("plain.pages.undo"))] if journey.decisions.can_undo else []
    choices += more
    chosen = talk.choose(say("plain.pages.open_one"), choices)
    if chosen == UNDO:
        undo(journey, talk)
        return AGAIN
    if chosen in dict(more):
        return Went(chosen)
    return Went(PageId.FINDING, chosen, view.prints) if chosen else BACK


def _line(line: lists.FindingLine) -> str:
    level = f"{line.level}: " if line.level else ""
    decided = f" {say('report.account.you_said', what=line.decided)}" if line.decided else ""
    return f"{level}{line.title}. {line.place}.{decided} {line.again}".rstrip()


def undo(journey: Journey, talk: Dialogue) -> None:
    """Takes the last mark back."""
    talk.say(say("journey.undone" if journey.undo() else "journey.nothing_to_undo"))


def finding(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """One finding; its words are said only when asked for."""
    reveal, told_all = False, False
    while (item := journey.finding(place.subject)) is not None and journey.assessment is not None:
        told = tell(item, journey.assessment, journey.toolkit.platform_name, reveal=reveal)
        if not told_all:
            _tell(told, journey, talk, reveal=reveal)
        told_all = True
        offers = choices_of(item, journey, reveal=reveal, among=place.among)
        offer = talk.offer(say("plain.plain.what_next"), offers)
        if offer is None:
            return BACK
        if offer.id == "reveal":
            reveal, told_all = not reveal, False
        elif offer.id in _MARKS:
            _mark(item, _MARKS[offer.id], journey, talk)
        elif offer.id == UNDO:
            undo(journey, talk)
        elif offer.id == "next":
            return Went(PageId.FINDING, offer.subject, place.among)
        elif offer.id == "plan":
            journey.decisions.plan(place.subject, talk.ask(say("plain.pages.if_then_line")))
        elif offer.id == "readers":
            if words_of(item, journey.assessment)[0]:
                return Went(PageId.READERS, place.subject)
            private_topic = item.nature is Nature.REVEALS_SENSITIVE
            talk.say(say("reflect.three.private" if private_topic else "reflect.three.no_words"))
        else:
            open_address(offer.subject, journey, talk)
    talk.say(say("app.finding.gone"))
    return BACK


def _mark(item: Finding, mark: Mark, journey: Journey, talk: Dialogue) -> None:
    try:
        journey.mark(item, mark)
    except PrivacyCheckError as error:
        talk.say(error.message, error.hint)
    now = journey.finding(item.fingerprint)
    if now is not None:
        talk.say(say("report.account.you_said", what=presenters.mark_words(now.mark)))


def _tell(told: Told, journey: Journey, talk: Dialogue, *, reveal: bool) -> None:
    talk.heading(f"{told.title}. {told.level}")
    talk.say(say("plain.pages.seen", what=told.value if reveal else say("plain.pages.hidden"), place=told.place))
    talk.say(say("report.account.who_sees", who=told.by_whom), f"{say('report.first.why')}: {told.why}")
    talk.say(*(say("plain.pages.with", sentence=sentence) for sentence in told.together[:3]), told.certain)
    if journey.safer:
        talk.say(say("paths.watched.no_change"))
    if told.path is not None:
        tell_path(told.path, talk)
    for at, doing in enumerate(told.doing):
        first = say("doing.with_advice") if told.path else ""
        _tell_doing(doing, say("doing.another_way", title=doing.title) if at else first, talk)
    if told.cannot_fix:
        talk.say(say("plain.pages.note", cannot_fix=told.cannot_fix))
    talk.say(say("plain.pages.guidance", guidance=told.guidance))
    talk.say(told.standing)


def own_path(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """A path of its own."""
    text = text_of(OwnPath(place.subject))
    talk.heading(text.title)
    tell_path(text, talk)
    return BACK


def tell_path(path: PathText, talk: Dialogue) -> None:
    """Says whom to ask first, then the steps."""
    talk.say(f"{path.title}. {path.lead}")
    talk.say(
        *(say("plain.pages.ask_first", ask=say("doing.ask_first"), name=name, how=how) for name, how in path.help)
    )
    talk.steps(path.steps)


def _tell_doing(doing: Doing, heading: str, talk: Dialogue) -> None:
    talk.say(f"{heading}." if heading else "")
    talk.steps(doing.steps)
    talk.say(f"{say('report.about_minutes', count=doing.minutes)} {doing.checked}".rstrip())
    if doing.after:
        talk.say(say("plain.pages.after", after=doing.after))


def open_address(url: str, journey: Journey, talk: Dialogue) -> None:
    """Opens a settings page in the everyday browser, or says its address where nothing may be opened."""
    if not url:
        talk.say(f"{say('app.finding.no_address')} {say('app.finding.no_address_hint')}")
    elif journey.safer or not journey.toolkit.open_link(url):
        talk.say(say("app.finding.address", url=url))
    else:
        talk.say(say("app.finding.opened"))


def plan(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """The plan; choosing a step opens its finding."""
    view = plans.plan(journey)
    talk.heading(say("app.plan.heading"), say("app.plan.lead"))
    talk.say(view.nothing, view.so_far, view.again)
    choices = [(line.id, _step_line(line)) for line in view.lines]
    choices += [("tick", say("plain.pages.tick"))] if view.lines else []
    choices += [(UNDO, say("plain.pages.undo"))] if journey.decisions.can_undo else []
    chosen = talk.choose(say("plain.pages.open_one"), choices)
    if not chosen:
        return BACK
    if chosen == UNDO:
        undo(journey, talk)
    elif chosen == "tick":
        _tick(view, journey, talk)
    else:
        line = next(line for line in view.lines if line.id == chosen)
        if line.prints:
            return Went(PageId.FINDING, line.prints[0], view.prints)
    return AGAIN


def _tick(view: plans.PlanView, journey: Journey, talk: Dialogue) -> None:
    chosen = talk.choose(say("plain.pages.which_step"), [(line.id, _step_line(line)) for line in view.lines])
    for line in view.lines:
        if line.id == chosen:
            try:
                journey.step_done(line.step)
            except PrivacyCheckError as error:
                talk.say(error.message, error.hint)


def _step_line(line: plans.PlanLine) -> str:
    done = f" {say('report.account.you_said', what=say('journey.done'))}" if line.done else ""
    return f"{line.title}. {line.place}. {line.minutes}.{done}"


def what_if_page(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Takes pieces away in thought; nothing real changes."""
    gone: set[str] = set()
    while (assessment := journey.assessment) is not None:
        talk.heading(say("app.whatif.heading"), say("plain.pages.whatif_lead"))
        supposed = what_if.suppose(assessment, gone, watched=journey.safer)
        for title, status, was, takes in supposed.scenarios:
            talk.say(f"{title}: {status}{say('app.whatif.was', was=was) if was != status else ''}. {takes}")
        talk.say(what_if.nothing(assessment, supposed))
        exposure = presenters.exposure_words(supposed.exposure, supposed.now if gone else None)
        if exposure:
            talk.say(f"{exposure}. {presenters.exposure_meaning()}")
        else:
            talk.say(why_no_number(assessment, watched=journey.safer))
        name_of = journey.toolkit.platform_name
        choices = []
        for rule_id in what_if.pieces(assessment):
            words = presenters.piece_words(rule_id, assessment, name_of)
            choices.append((rule_id, say("plain.pages.taken_away", words=words) if rule_id in gone else words))
        choices += [("reset", say("plain.pages.put_back"))] if gone else []
        chosen = talk.choose(say("plain.pages.which_piece"), choices)
        if not chosen:
            return BACK
        gone = set() if chosen == "reset" else gone ^ {chosen}
    return BACK
