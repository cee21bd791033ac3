"""The linear dialogue's pages after the look: results and what lies behind them, the words check, help."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from privacy_check import catalogue
from privacy_check.assessment.how_much_seen import how_much_seen, nothing_to_change
from privacy_check.assessment.own_paths import OwnPath, PathText, may_keep, text_of, why_no_number
from privacy_check.errors import PrivacyCheckError
from privacy_check.model import Assessment, Finding, Mark, Nature, PlanStep, ScenarioStatus
from privacy_check.sentences import say
from tui import copies as copy_words
from tui import supposing, telling
from tui.contacts import all_contacts, contact_sentence
from tui.dialogue import Back, Dialogue
from tui.journey import Journey
from tui.overlay import words_of
from tui.plain_reflect import reflect, three_readers
from tui.plain_ways import questions
from tui.reporting import FORMS, default_folder, save
from tui.summary import Summary, summarise
from tui.wording import told_words
from tui.words import NO_COPIES, NOTHING_NOTICED

_MARKS = {"done": Mark.FIXED, "keep": Mark.KEEP, "notme": Mark.NOT_ME}


def results(journey: Journey, talk: Dialogue) -> None:
    """What was found, then where to go from there; enter leads to the report."""
    told = False
    while (assessment := journey.assessment) is not None:
        summary = summarise(assessment, journey.toolkit.platform_name, journey.previous, watched=journey.safer)
        talk.heading("What we found")
        if not told:
            _tell_summary(summary, talk)
        told = True
        first, later = ([_path(path) for path in paths] for paths in summary.paths_around)
        choices = first + [
            (f"top-{number}", f"Open: {top.title}, {top.where}, {telling.minutes(top.minutes)}")
            for number, top in enumerate(summary.top, 1)
        ]
        choices += [
            *later,
            ("findings", "All findings"),
            ("groups", "Groups"),
            ("copies", f"Possible copies of you, {summary.copies}"),
            ("private", f"Private topics, {summary.private_topics}, hidden until you open them"),
            ("whatif", "What if something was taken away"),
            ("plan", "The plan"),
            ("questions", "A few questions no page can answer"),
            ("requests", "Every request that was made"),
            *([] if journey.safer else [("report", "Save a report")]),
            ("reflect", f"{say('reflect.heading')}: {say('reflect.menu')}"),
            ("contacts", "Who can help"),
            ("again", "Say what was found again"),
        ]
        chosen = talk.choose("What next?", choices)
        if not chosen:
            return
        if chosen == "again":
            told = False
            continue
        try:
            if chosen.startswith("top-"):
                _step(summary.top[int(chosen.removeprefix("top-")) - 1].step, journey, talk)
            elif chosen.startswith("path-"):
                _tell_path(text_of(OwnPath(chosen.removeprefix("path-"))), talk)
            else:
                _PAGES[chosen](journey, talk)
        except Back:
            continue


def _tell_summary(summary: Summary, talk: Dialogue) -> None:
    talk.say(*summary.good[:2])
    if summary.top:
        talk.say(f"Fix these first: {len(summary.top)}, about {telling.minutes(summary.minutes)} together.")
    else:
        talk.say(nothing_to_change(summary.seen))
    for number, top in enumerate(summary.top, 1):
        talk.say(f"First thing number {number}: {top.title}. {top.where}. {telling.minutes(top.minutes)}.")
        if top.closes:
            talk.say(say("doing.if_fixed", count=len(top.closes), step=number, named=", ".join(top.closes)))
    if summary.still_open:
        talk.say(say("doing.still_open", count=len(summary.still_open), named=", ".join(summary.still_open)))
    for scenario in summary.scenarios:
        if scenario.status in (ScenarioStatus.OPEN, ScenarioStatus.ONE_STEP_AWAY):
            title = telling.scenario_title(scenario.id)
            takes = telling.closing_words(scenario)
            talk.say(f"What someone could do: {title}. {telling.status_words(scenario.status)}. {takes}")
    if summary.changes:
        talk.say(summary.changes, *summary.why_higher)
    exposure = telling.exposure_words(summary.exposure, summary.before)
    if exposure:
        talk.say(f"{exposure}. What was not checked makes the range wider.")
    elif summary.top or summary.paths:
        talk.say(summary.no_number)
    if summary.names_question and not summary.seen.names_in_doubt:
        talk.say(summary.names_question)
    talk.say(*summary.not_looked_at)
    if summary.could_not_see:
        talk.say(f"Could not see: {', '.join(summary.could_not_see)}. That does not mean hidden.")
    if summary.partly_read:
        talk.say(f"Read only in part: {', '.join(summary.partly_read)}. More may stand there.")
    if summary.not_checked:
        talk.say(f"Not checked: {', '.join(summary.not_checked)}.")
    talk.say(f"{telling.count(len(summary.smaller), 'smaller thing', 'smaller things')} beside these.")


def findings(journey: Journey, talk: Dialogue) -> None:
    """Every finding but the private ones; choosing one opens it."""
    while journey.assessment is not None:
        found = telling.everyday(journey.assessment)
        talk.heading("All findings", "" if found else nothing_to_change(how_much_seen(journey.assessment)))
        chosen = talk.choose("Open one?", [(item.fingerprint, _line(item, journey)) for item in found])
        if not chosen:
            return
        finding(journey, talk, chosen)


def _line(item: Finding, journey: Journey) -> str:
    decided = "" if item.mark is Mark.OPEN else f" You said: {telling.mark_words(item.mark)}."
    level = catalogue.words("severity", item.severity)
    place = telling.where(item.account, journey.toolkit.platform_name)
    return f"{level}: {telling.rule_title(item.rule_id)}. {place}.{decided}"


def finding(journey: Journey, talk: Dialogue, fingerprint: str) -> None:
    """One finding; its words are said only when asked for."""
    reveal = False
    while (item := journey.finding(fingerprint)) is not None and journey.assessment is not None:
        told = telling.tell(item, journey.assessment, journey.toolkit.platform_name, reveal=reveal)
        talk.heading(f"{told.title}. {told.level}")
        talk.say(f"Seen: {told.value if reveal else 'hidden until you ask'}. {told.place}.")
        talk.say(f"By whom: {told.by_whom}.", f"Why: {told.why}")
        talk.say(
            *(f"With: {sentence}." for sentence in told.together[:3]), *([told.certain] if told.certain else [])
        )
        if journey.safer:
            talk.say(say("paths.watched.no_change"))
        if told.path is not None:
            _tell_path(told.path, talk)
        for at, doing in enumerate(told.doing):
            heading = (
                say("doing.another_way", title=doing.title)
                if at
                else say("doing.with_advice")
                if told.path
                else ""
            )
            _tell_doing(doing, heading, talk)
        if told.cannot_fix:
            talk.say(f"Note: {told.cannot_fix}")
        talk.say(f"Guidance: {told.guidance}.")
        if told.mark is not Mark.OPEN:
            talk.say(f"You said: {telling.mark_words(told.mark)}.")
        chosen = talk.choose(
            "What next?",
            [
                ("reveal", "Hide the words" if reveal else "Say the words that were seen"),
                ("show", "Show me the page"),
                ("setting", "Open the setting"),
                ("done", "Done"),
                *([("keep", "Keep as is")] if may_keep(item, journey.assessment) else []),
                ("notme", "Not me"),
                ("plan", "Write when I will do it: if, then"),
                ("readers", say("reflect.three.heading")),
            ],
        )
        if not chosen:
            return
        if chosen == "reveal":
            reveal = not reveal
        elif chosen in _MARKS:
            journey.mark(item, _MARKS[chosen])
        elif chosen == "plan":
            journey.plans[fingerprint] = talk.ask("If I sit down with tea tonight, then I will:")
        elif chosen == "readers":
            _three_readers(item, journey.assessment, talk, reveal=reveal)
        else:
            url = item.account.url if chosen == "show" and item.account else ""
            setting = next((doing.url for doing in told.doing if doing.url), "") if chosen == "setting" else ""
            _open(url or setting, journey, talk)


def _three_readers(item: Finding, assessment: Assessment, talk: Dialogue, *, reveal: bool) -> None:
    words, hidden = words_of(item, assessment)
    if words:
        three_readers(talk, words if reveal else hidden)
    else:
        private = item.nature is Nature.REVEALS_SENSITIVE
        talk.say(say("reflect.three.private" if private else "reflect.three.no_words"))


def _step(step: PlanStep, journey: Journey, talk: Dialogue) -> None:
    """The findings of one step: opened at once where there is one, chosen where there are several."""
    prints = telling.prints_of([step], journey.assessment) if journey.assessment else []
    found = [item for fingerprint in prints if (item := journey.finding(fingerprint)) is not None]
    if len(found) > 1:
        chosen = talk.choose("Open one?", [(item.fingerprint, _line(item, journey)) for item in found])
    else:
        chosen = found[0].fingerprint if found else ""
    if chosen:
        finding(journey, talk, chosen)


def _path(path: OwnPath) -> tuple[str, str]:
    return f"path-{path}", say("doing.path", title=text_of(path).title)


def _tell_path(path: PathText, talk: Dialogue) -> None:
    talk.say(f"{path.title}. {path.lead}")
    talk.say(*(f"{say('doing.ask_first')}: {name}. {how}." for name, how in path.help))
    talk.say(*(f"Step {number}: {step}" for number, step in enumerate(path.steps, 1)))


def _tell_doing(doing: telling.Doing, heading: str, talk: Dialogue) -> None:
    talk.say(f"{heading}." if heading else "")
    talk.say(*(f"Step {number}: {step}" for number, step in enumerate(doing.steps, 1)))
    checked = f" Steps checked {doing.checked_on:%d %B %Y}." if doing.checked_on else ""
    talk.say(f"About {telling.minutes(doing.minutes)}.{checked}")
    if doing.after:
        talk.say(f"After that: {doing.after}")


def _open(url: str, journey: Journey, talk: Dialogue) -> None:
    if not url:
        talk.say("There is no address for this one. Follow the steps above.")
    elif journey.safer or not journey.toolkit.open_link(url):
        talk.say(f"The address is {url}")
    else:
        talk.say("Opened in your everyday browser.")


def groups(journey: Journey, talk: Dialogue) -> None:
    """Groups; the private ones are named only when asked for."""
    reveal = False
    while journey.assessment is not None:
        talk.heading("Groups", "What someone who sees this could conclude. Only you can decide if that is fine.")
        found = telling.groups(journey.assessment)
        for account, group in found:
            told = telling.tell_group(group, reveal=reveal)
            place = telling.where(account, journey.toolkit.platform_name)
            talk.say(f"{told.name}. {place}. {told.could_conclude}")
            steps = telling.group_steps(group, account)
            talk.say(*(f"Step {number}: {step}" for number, step in enumerate(steps, 1)))
        if not found:
            talk.say("No groups were seen.")
            return
        words = "Hide the private names" if reveal else "Say the private names"
        if not talk.choose("What next?", [("reveal", words)]):
            return
        reveal = not reveal


def private(journey: Journey, talk: Dialogue) -> None:
    """Private topics; generic until the person asks for them."""
    talk.heading("Private topics", "There is nothing wrong with any of them.")
    found = telling.private_findings(journey.assessment) if journey.assessment else []
    talk.say(f"{telling.count(len(found), 'private topic', 'private topics')} seen.")
    if not found or not talk.sure("Say what they are? Look around first if someone can hear or see this."):
        return
    chosen = talk.choose("Open one?", [(item.fingerprint, _line(item, journey)) for item in found])
    if chosen:
        finding(journey, talk, chosen)


def copies(journey: Journey, talk: Dialogue) -> None:
    """Possible copies: both sides in sentences, then four answers."""
    assessment = journey.assessment
    if assessment is None or not assessment.candidates:
        talk.heading("Possible copies")
        talk.say(NO_COPIES)
        return
    for at, candidate in enumerate(assessment.candidates):
        talk.heading(f"Possible copy {at + 1} of {len(assessment.candidates)}")
        talk.say(copy_words.verdict_words(candidate) + ".")
        for label, yours, theirs in copy_words.side_by_side(candidate, assessment, journey.toolkit.platform_name):
            talk.say(f"{label}. Yours: {yours or 'not known'}. Theirs: {theirs or 'not known'}.")
        talk.say(*copy_words.reasons(candidate))
        answer = talk.choose("What is it?", list(copy_words.ANSWERS))
        if answer:
            journey.answer(at, answer)
        if answer == "copy":
            _tell_path(text_of(OwnPath.COPY), talk)


def what_if(journey: Journey, talk: Dialogue) -> None:
    """Takes pieces away in thought; nothing real changes."""
    gone: set[str] = set()
    while (assessment := journey.assessment) is not None:
        talk.heading("What if", "Choose a piece to take it away, only here. Nothing real changes.")
        supposed = supposing.suppose(assessment, gone, watched=journey.safer)
        for title, status, was, takes in supposed.scenarios:
            talk.say(f"{title}: {status}{f', was {was}' if was != status else ''}. {takes}")
        exposure = telling.exposure_words(supposed.exposure, supposed.now if gone else None)
        talk.say(f"{exposure}." if exposure else why_no_number(assessment, watched=journey.safer))
        choices = [
            (rule_id, _piece(rule_id, assessment, journey, gone)) for rule_id in supposing.pieces(assessment)
        ]
        chosen = talk.choose("Which piece?", choices)
        if not chosen:
            return
        gone ^= {chosen}


def _piece(rule_id: str, assessment: Assessment, journey: Journey, gone: set[str]) -> str:
    words = telling.piece_words(rule_id, assessment, journey.toolkit.platform_name)
    return f"{words}, taken away" if rule_id in gone else words


def plan(journey: Journey, talk: Dialogue) -> None:
    """The plan; choosing a step opens its finding."""
    while (assessment := journey.assessment) is not None:
        talk.heading("Plan", "Three are plenty for one evening. The rest can wait for another day.")
        choices = []
        for at, step in enumerate(assessment.plan):
            place = telling.step_place(step, journey.toolkit.platform_name)
            words = f"{telling.rule_title(step.rule_id)}. {place}. {telling.minutes(step.minutes)}."
            choices.append((str(at), words))
        if not choices:
            talk.say(nothing_to_change(how_much_seen(assessment)))
        if assessment.next_check:
            talk.say(f"Look again around {assessment.next_check:%d %B %Y}.")
        chosen = talk.choose("Open one?", choices)
        if not chosen:
            return
        _step(assessment.plan[int(chosen)], journey, talk)


def report(journey: Journey, talk: Dialogue) -> None:
    """Saves a report and says where it is."""
    talk.heading("Save a report", "E-mail and cloud backups copy it, so choose a folder that is yours.")
    if journey.safer:
        talk.say(say("paths.watched.no_report"))
        return
    folder = talk.ask(f"Which folder? Enter for {default_folder()}:") or str(default_folder())
    form = talk.choose("As what? Enter for a page to read.", list(FORMS.items())) or "html"
    reveal = talk.sure("Show the words that were seen? Otherwise they stay hidden.")
    try:
        written = save(journey, Path(folder).expanduser(), [form], reveal)
    except PrivacyCheckError as error:
        talk.say(error.message, error.hint)
        return
    talk.say("Saved:", *(str(path) for path in written))


def requests(journey: Journey, talk: Dialogue) -> None:
    """Every request, one per line."""
    talk.heading("Requests", "Only reading, only the sites of your accounts. Nothing about you is in any of them.")
    for record in journey.requests():
        state = "made" if record.allowed else "refused"
        talk.say(f"{record.at:%H:%M:%S}, {state}: {record.method} {record.url}. {record.what_for}")


def contacts(talk: Dialogue) -> None:
    """Who can help, most urgent first."""
    talk.heading("Who can help", "You can ask before you are sure. If there is danger now, call 999.")
    talk.say(*(contact_sentence(contact) for contact in all_contacts()))


def words(journey: Journey, talk: Dialogue) -> None:
    """Checks words before they are posted; nothing typed here is kept."""
    from privacy_check.detectors.engine import find

    talk.heading("Check some words", "Type or paste a post, a bio or a signature. An empty line ends it.")
    lines: list[str] = []
    while line := talk.ask("Words:"):
        lines.append(line)
    if not lines:
        return
    found = find("\n".join(lines), about=journey.about)
    if not found:
        talk.say(NOTHING_NOTICED)
        return
    reveal = talk.sure(f"{telling.count(len(found), 'thing', 'things')} noticed. Say the words themselves?")
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
    "report": report,
    "reflect": lambda journey, talk: reflect(talk),
    "contacts": lambda journey, talk: contacts(talk),
}
