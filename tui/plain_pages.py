"""The linear dialogue's other pages: results, groups, copies, the report, requests, proving, words, help."""

from __future__ import annotations

from pathlib import Path

from privacy_check.assessment.how_much_seen import nothing_to_change
from privacy_check.errors import PrivacyCheckError
from privacy_check.journey import comparing, presenters
from privacy_check.journey.flow import PageId, Place
from privacy_check.journey.reporting import default_folder, forms, save
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views import copies as copy_words
from privacy_check.journey.views import look
from privacy_check.journey.views import results as view
from privacy_check.journey.views.base import Offer
from privacy_check.journey.views.contacts import all_contacts, contact_sentence
from privacy_check.journey.views.picture import strangers
from privacy_check.journey.views.words import checked
from privacy_check.model import Candidate, ScenarioStatus
from privacy_check.pictures import Look, in_words
from privacy_check.sentences import say
from tui.dialogue import BACK, Dialogue, Went, went

AGAIN_OFFER, SHEET = "again", "sheet"
MOST_CARDS = 12


def results(journey: Journey, talk: Dialogue, *, told: bool) -> Went | None:
    """What was found, then where to go from there; enter takes the first line. None to say it all again."""
    summary = view.summarise(journey)
    if summary is None:
        return BACK
    talk.heading(say("app.results.heading"))
    if told:
        talk.say(summary.so_far)
    else:
        _tell(journey, summary, talk)
    offers = (*view.results(journey, summary), Offer(AGAIN_OFFER, say("plain.pages.again")))
    offer = talk.offer(say("plain.plain.what_next"), offers, enter=offers[0].id)
    return None if offer is None or offer.id == AGAIN_OFFER else went(offer)


def _tell(journey: Journey, summary: view.Summary, talk: Dialogue) -> None:
    talk.say(*summary.good[:2])
    told = strangers(journey, MOST_CARDS)
    talk.say(f"{say('picture.strangers.heading')}:" if told else "", *told)
    _tell_first(summary, talk)
    if summary.still_open:
        talk.say(say("doing.still_open", count=len(summary.still_open), named=", ".join(summary.still_open)))
    for scenario in summary.scenarios:
        if scenario.status in (ScenarioStatus.OPEN, ScenarioStatus.ONE_STEP_AWAY):
            status = presenters.status_words(scenario.status)
            title, takes = presenters.scenario_title(scenario.id), presenters.closing_words(scenario)
            talk.say(say("plain.pages.scenario", title=title, status_words=status, takes=takes))
    if summary.changes:
        talk.say(summary.changes, *summary.why_higher)
    exposure = presenters.exposure_sentence(summary.exposure, summary.before)
    if exposure:
        talk.say(exposure, summary.meaning)
    elif summary.top or summary.paths:
        talk.say(summary.no_number)
    if summary.names_question and not summary.seen.names_in_doubt:
        talk.say(summary.names_question)
    talk.say(*summary.not_looked_at)
    if summary.could_not_see:
        talk.say(say("app.results.unseen", accounts=", ".join(summary.could_not_see)))
    if summary.partly_read:
        part = say("app.results.in_part", accounts=", ".join(summary.partly_read))
        talk.say(f"{part} {say('plain.pages.more_there')}")
    if summary.not_checked:
        talk.say(say("plain.pages.not_checked", names=", ".join(summary.not_checked)))
    if summary.smaller:
        talk.say(say("plain.pages.smaller", counted=say("common.smaller_things", count=len(summary.smaller))))


def _tell_first(summary: view.Summary, talk: Dialogue) -> None:
    if not summary.top:
        talk.say(nothing_to_change(summary.seen))
    elif summary.minutes:
        talk.say(say("plain.pages.first", top=len(summary.top), minutes=presenters.minutes(summary.minutes)))
    for number, top in enumerate(summary.top, 1):
        minutes = presenters.minutes(top.minutes)
        name = "plain.pages.first_thing"
        talk.say(say(name, number=number, title=top.title, where=top.where, minutes=minutes))
        if top.done:
            talk.say(say("report.account.you_said", what=say("journey.done")))
        elif top.closes:
            talk.say(say("doing.if_fixed", count=len(top.closes), step=number, named=", ".join(top.closes)))
    talk.say(summary.so_far)


def copies(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Possible copies: both sides in sentences, then four answers."""
    assessment = journey.assessment
    if assessment is None or not assessment.candidates:
        talk.heading(say("app.copies.heading"))
        talk.say(say("journey.none.copies"))
        return BACK
    begin = int(place.subject or 0)
    for at, candidate in enumerate(assessment.candidates[begin:], begin):
        talk.heading(say("plain.pages.possible_copy", number=at + 1, candidates=len(assessment.candidates)))
        talk.say(copy_words.verdict_words(candidate) + ".")
        for label, yours, theirs in copy_words.side_by_side(candidate, assessment, journey.toolkit.platform_name):
            unknown = say("plain.pages.not_known")
            told = say("plain.pages.side_by_side", label=label, yours=yours or unknown, theirs=theirs or unknown)
            talk.say(told)
        talk.say(*copy_words.reasons(candidate))
        answer = _answered(journey, candidate, talk, last=at + 1 == len(assessment.candidates))
        if answer:
            journey.answer(at, answer)
        if answer == "mine" and comparing.claim(journey, candidate):
            talk.say(say("beside.claimed"))
        if answer == "copy":
            return Went(PageId.OWN_PATH, "copy")
    return BACK


def _answered(journey: Journey, candidate: Candidate, talk: Dialogue, *, last: bool) -> str:
    """What the person says the page is, empty for enter alone; a sheet may be written first."""
    answers = copy_words.answers()
    if not journey.safer:
        answers.append((SHEET, say("beside.plain_sheet")))
    for number, (_, words) in enumerate(answers, 1):
        talk.say(f"{number}. {words}")
    prompt = say(
        "plain.dialogue.number_or_back" if last else "plain.dialogue.number_or_next",
        question=say("plain.pages.copy_what"),
    )
    while (answer := talk.pick(prompt, [key for key, _ in answers])) == SHEET:
        talk.say(say("beside.written", path=comparing.write(journey, candidate, default_folder())[0]))
    return answer


def report(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Saves a report and says where it is; what was found stays when that fails."""
    talk.heading(say("app.report.heading"), say("plain.pages.report_lead"))
    folder = talk.ask(say("plain.pages.which_folder", default_folder=default_folder())) or str(default_folder())
    for number, (_, words) in enumerate(forms(), 1):
        talk.say(f"{number}. {words}")
    form = talk.pick(say("plain.pages.which_form"), [form for form, _ in forms()], enter=forms()[0][0])
    reveal = talk.sure(say("plain.pages.report_reveal"))
    try:
        written = save(journey, Path(folder).expanduser(), [form], reveal)
    except PrivacyCheckError as error:
        talk.say(error.message, error.hint, say("journey.still_here"))
        return BACK
    talk.say(say("plain.pages.saved"), *(str(path) for path in written))
    return BACK


def requests(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Every request, one per line."""
    talk.heading(say("app.requests.heading"), say("app.requests.lead"))
    shown = look.requests(journey)
    for record in shown.records:
        state = "made" if record.allowed else "refused"
        talk.say(f"{record.at:%H:%M:%S}, {state}: {record.method} {record.url}. {record.what_for}")
    talk.say(shown.count)
    return BACK


def prove(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """The ways to show that a stopped account is the person's own."""
    talk.heading(say("app.prove.heading"))
    for shown in look.prove(journey):
        talk.say(f"{shown.name}. {shown.sentence}", say("plain.plain.ways_to_prove"), *shown.ways)
    talk.say(say("app.prove.your_name"))
    return BACK


def drawn(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """The report's pictures in words."""
    talk.heading(say("app.drawn.heading"))
    if journey.assessment is not None:
        for part in in_words(journey.assessment, Look(platform_name=journey.toolkit.platform_name)):
            talk.say(part.heading, *part.lines)
    return BACK


def contacts(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Who can help, most urgent first."""
    talk.heading(say("report.help.heading"), say("app.contacts.lead"))
    talk.say(*(contact_sentence(contact) for contact in all_contacts()))
    return BACK


def words(journey: Journey, talk: Dialogue, place: Place) -> Went:
    """Checks words before they are posted; nothing typed here is kept."""
    from privacy_check.detectors.engine import find

    talk.heading(say("app.words.heading"), say("plain.pages.words_lead"))
    lines = list(talk.several(say("plain.pages.words")))
    if not lines:
        return BACK
    found = find("\n".join(lines), about=journey.about)
    if not found:
        talk.say(say("app.words.nothing_noticed"))
        return BACK
    reveal = talk.sure(say("plain.pages.words_reveal", counted=say("common.things", count=len(found))))
    shown = checked("\n".join(lines), found, reveal=reveal)
    talk.say(*(f"{told.number}. {told.what}: {told.sentence}" for told in shown.told))
    if reveal:
        talk.say(say("posting.lit"), *shown.in_brackets.splitlines())
    talk.say(say("posting.suggested") if shown.instead else "", *shown.instead.splitlines(), shown.why_not)
    return BACK
