"""The linear dialogue's pages after the look: results and what lies behind them, the words check, help."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from privacy_check.assessment.how_much_seen import how_much_seen, nothing_to_change
from privacy_check.assessment.own_paths import OwnPath, text_of, why_no_number
from privacy_check.errors import PrivacyCheckError
from privacy_check.model import Assessment, ScenarioStatus
from privacy_check.pictures import Look, in_words
from privacy_check.sentences import say
from tui import copies as copy_words
from tui import supposing, telling
from tui.contacts import all_contacts, contact_sentence
from tui.dialogue import Back, Dialogue
from tui.journey import Journey
from tui.plain_findings import choose_one, finding, findings, open_step, path_choice, tell_path
from tui.plain_reflect import reflect
from tui.plain_ways import questions
from tui.reporting import default_folder, forms, save
from tui.summary import Summary, summarise
from tui.wording import told_words


def results(journey: Journey, talk: Dialogue) -> None:
    """What was found, then where to go from there; enter leads to the report."""
    told = False
    while (assessment := journey.assessment) is not None:
        summary = summarise(assessment, journey.toolkit.platform_name, journey.previous, watched=journey.safer)
        talk.heading(say("app.results.heading"))
        if not told:
            _tell_summary(summary, talk)
        told = True
        first, later = ([path_choice(path) for path in paths] for paths in summary.paths_around)
        choices = first + [
            (
                f"top-{number}",
                say("plain.pages.open", title=top.title, where=top.where, minutes=telling.minutes(top.minutes)),
            )
            for number, top in enumerate(summary.top, 1)
        ]
        choices += [
            *later,
            ("findings", say("app.findings.heading")),
            ("groups", say("app.groups.heading")),
            ("copies", say("plain.pages.possible_copies", copies=summary.copies)),
            ("private", say("plain.pages.private_hidden", private_topics=summary.private_topics)),
            ("whatif", say("plain.pages.whatif")),
            ("plan", say("plain.pages.plan")),
            ("questions", say("app.lens.questions")),
            ("requests", say("plain.pages.requests")),
            ("drawn", say("app.drawn.heading")),
            *([] if journey.safer else [("report", say("app.report.heading"))]),
            ("reflect", f"{say('reflect.heading')}: {say('reflect.menu')}"),
            ("contacts", say("report.help.heading")),
            ("again", say("plain.pages.again")),
        ]
        chosen = talk.choose(say("plain.plain.what_next"), choices)
        if not chosen:
            return
        if chosen == "again":
            told = False
            continue
        try:
            if chosen.startswith("top-"):
                open_step(summary.top[int(chosen.removeprefix("top-")) - 1].step, journey, talk)
            elif chosen.startswith("path-"):
                tell_path(text_of(OwnPath(chosen.removeprefix("path-"))), talk)
            else:
                _PAGES[chosen](journey, talk)
        except Back:
            continue


def _tell_summary(summary: Summary, talk: Dialogue) -> None:
    talk.say(*summary.good[:2])
    if summary.top:
        talk.say(say("plain.pages.first", top=len(summary.top), minutes=telling.minutes(summary.minutes)))
    else:
        talk.say(nothing_to_change(summary.seen))
    for number, top in enumerate(summary.top, 1):
        talk.say(
            say(
                "plain.pages.first_thing",
                number=number,
                title=top.title,
                where=top.where,
                minutes=telling.minutes(top.minutes),
            )
        )
        if top.closes:
            talk.say(say("doing.if_fixed", count=len(top.closes), step=number, named=", ".join(top.closes)))
    if summary.still_open:
        talk.say(say("doing.still_open", count=len(summary.still_open), named=", ".join(summary.still_open)))
    for scenario in summary.scenarios:
        if scenario.status in (ScenarioStatus.OPEN, ScenarioStatus.ONE_STEP_AWAY):
            title = telling.scenario_title(scenario.id)
            takes = telling.closing_words(scenario)
            talk.say(
                say(
                    "plain.pages.scenario",
                    title=title,
                    status_words=telling.status_words(scenario.status),
                    takes=takes,
                )
            )
    if summary.changes:
        talk.say(summary.changes, *summary.why_higher)
    exposure = telling.exposure_sentence(summary.exposure, summary.before)
    if exposure:
        talk.say(exposure)
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
    talk.say(say("plain.pages.smaller", counted=say("common.smaller_things", count=len(summary.smaller))))


def groups(journey: Journey, talk: Dialogue) -> None:
    """Groups; the private ones are named only when asked for."""
    reveal = False
    while journey.assessment is not None:
        talk.heading(say("app.groups.heading"), say("app.groups.lead"))
        found = telling.groups(journey.assessment)
        for account, group in found:
            told = telling.tell_group(group, reveal=reveal)
            place = telling.where(account, journey.toolkit.platform_name)
            talk.say(f"{told.name}. {place}. {told.could_conclude}")
            steps = telling.group_steps(group, account)
            talk.say(*(say("plain.pages.step", number=number, step=step) for number, step in enumerate(steps, 1)))
        if not found:
            talk.say(say("app.groups.none"))
            return
        words = say("plain.pages.hide_private_names") if reveal else say("plain.pages.say_private_names")
        if not talk.choose(say("plain.plain.what_next"), [("reveal", words)]):
            return
        reveal = not reveal


def private(journey: Journey, talk: Dialogue) -> None:
    """Private topics; generic until the person asks for them."""
    talk.heading(say("app.private.heading"), say("plain.pages.private_lead"))
    found = telling.private_findings(journey.assessment) if journey.assessment else []
    talk.say(say("plain.pages.private_seen", counted=say("common.private_topics", count=len(found))))
    if not found or not talk.sure(say("plain.pages.private_reveal")):
        return
    chosen = choose_one(found, journey, talk)
    if chosen:
        finding(journey, talk, chosen)


def copies(journey: Journey, talk: Dialogue) -> None:
    """Possible copies: both sides in sentences, then four answers."""
    assessment = journey.assessment
    if assessment is None or not assessment.candidates:
        talk.heading(say("app.copies.heading"))
        talk.say(say("app.copies.none"))
        return
    for at, candidate in enumerate(assessment.candidates):
        talk.heading(say("plain.pages.possible_copy", number=at + 1, candidates=len(assessment.candidates)))
        talk.say(copy_words.verdict_words(candidate) + ".")
        for label, yours, theirs in copy_words.side_by_side(candidate, assessment, journey.toolkit.platform_name):
            talk.say(
                say(
                    "plain.pages.side_by_side",
                    label=label,
                    yours=yours or say("plain.pages.not_known"),
                    theirs=theirs or say("plain.pages.not_known"),
                )
            )
        talk.say(*copy_words.reasons(candidate))
        answer = talk.choose(say("plain.pages.copy_what"), copy_words.answers())
        if answer:
            journey.answer(at, answer)
        if answer == "copy":
            tell_path(text_of(OwnPath.COPY), talk)


def what_if(journey: Journey, talk: Dialogue) -> None:
    """Takes pieces away in thought; nothing real changes."""
    gone: set[str] = set()
    while (assessment := journey.assessment) is not None:
        talk.heading(say("app.whatif.heading"), say("plain.pages.whatif_lead"))
        supposed = supposing.suppose(assessment, gone, watched=journey.safer)
        for title, status, was, takes in supposed.scenarios:
            talk.say(f"{title}: {status}{f', was {was}' if was != status else ''}. {takes}")
        exposure = telling.exposure_words(supposed.exposure, supposed.now if gone else None)
        talk.say(f"{exposure}." if exposure else why_no_number(assessment, watched=journey.safer))
        choices = [
            (rule_id, _piece(rule_id, assessment, journey, gone)) for rule_id in supposing.pieces(assessment)
        ]
        chosen = talk.choose(say("plain.pages.which_piece"), choices)
        if not chosen:
            return
        gone ^= {chosen}


def _piece(rule_id: str, assessment: Assessment, journey: Journey, gone: set[str]) -> str:
    words = telling.piece_words(rule_id, assessment, journey.toolkit.platform_name)
    return say("plain.pages.taken_away", words=words) if rule_id in gone else words


def plan(journey: Journey, talk: Dialogue) -> None:
    """The plan; choosing a step opens its finding."""
    while (assessment := journey.assessment) is not None:
        talk.heading(say("app.plan.heading"), say("app.plan.lead"))
        choices = []
        for at, step in enumerate(assessment.plan):
            place = telling.step_place(step, journey.toolkit.platform_name)
            words = f"{telling.rule_title(step.rule_id)}. {place}. {telling.minutes(step.minutes)}."
            choices.append((str(at), words))
        if not choices:
            talk.say(nothing_to_change(how_much_seen(assessment)))
        if assessment.next_check:
            talk.say(say("report.next.when", day=f"{assessment.next_check:%d %B %Y}"))
        chosen = talk.choose(say("plain.pages.open_one"), choices)
        if not chosen:
            return
        open_step(assessment.plan[int(chosen)], journey, talk)


def report(journey: Journey, talk: Dialogue) -> None:
    """Saves a report and says where it is."""
    talk.heading(say("app.report.heading"), say("plain.pages.report_lead"))
    if journey.safer:
        talk.say(say("paths.watched.no_report"))
        return
    folder = talk.ask(say("plain.pages.which_folder", default_folder=default_folder())) or str(default_folder())
    form = talk.choose(say("plain.pages.which_form"), forms()) or "html"
    reveal = talk.sure(say("plain.pages.report_reveal"))
    try:
        written = save(journey, Path(folder).expanduser(), [form], reveal)
    except PrivacyCheckError as error:
        talk.say(error.message, error.hint)
        return
    talk.say("Saved:", *(str(path) for path in written))


def requests(journey: Journey, talk: Dialogue) -> None:
    """Every request, one per line."""
    talk.heading(say("app.requests.heading"), say("app.requests.lead"))
    for record in journey.requests():
        state = "made" if record.allowed else "refused"
        talk.say(f"{record.at:%H:%M:%S}, {state}: {record.method} {record.url}. {record.what_for}")


def drawn(journey: Journey, talk: Dialogue) -> None:
    """The report's pictures in words."""
    talk.heading(say("app.drawn.heading"))
    if journey.assessment is not None:
        for part in in_words(journey.assessment, Look(platform_name=journey.toolkit.platform_name)):
            talk.say(part.heading, *part.lines)


def contacts(talk: Dialogue) -> None:
    """Who can help, most urgent first."""
    talk.heading(say("report.help.heading"), say("app.contacts.lead"))
    talk.say(*(contact_sentence(contact) for contact in all_contacts()))


def words(journey: Journey, talk: Dialogue) -> None:
    """Checks words before they are posted; nothing typed here is kept."""
    from privacy_check.detectors.engine import find

    talk.heading(say("app.words.heading"), say("plain.pages.words_lead"))
    lines: list[str] = []
    while line := talk.ask("Words:"):
        lines.append(line)
    if not lines:
        return
    found = find("\n".join(lines), about=journey.about)
    if not found:
        talk.say(say("app.words.nothing_noticed"))
        return
    reveal = talk.sure(say("plain.pages.words_reveal", counted=say("common.things", count=len(found))))
    talk.say(*(f"{told.what}: {told.sentence}" for told in told_words(found, reveal=reveal)))


_PAGES: dict[str, Callable[[Journey, Dialogue], None]] = {
    "findings": findings,
    "groups": groups,
    "copies": copies,
    "private": private,
    "whatif": what_if,
    "plan": plan,
    "questions": questions,
    "requests": requests,
    "drawn": drawn,
    "report": report,
    "reflect": lambda journey, talk: reflect(talk),
    "contacts": lambda journey, talk: contacts(talk),
}
