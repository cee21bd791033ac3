"""The linear dialogue's findings: the list, one with its steps, those of a plan's step, and paths of their own."""

from __future__ import annotations

from collections.abc import Iterable

from privacy_check import catalogue
from privacy_check.assessment.how_much_seen import how_much_seen, nothing_to_change
from privacy_check.assessment.own_paths import OwnPath, PathText, may_keep, text_of
from privacy_check.model import Assessment, Finding, Mark, Nature, PlanStep
from privacy_check.sentences import say
from tui import telling
from tui.dialogue import Dialogue
from tui.journey import Journey
from tui.overlay import words_of
from tui.plain_reflect import three_readers

_MARKS = {"done": Mark.FIXED, "keep": Mark.KEEP, "notme": Mark.NOT_ME}


def findings(journey: Journey, talk: Dialogue) -> None:
    """Every finding but the private ones; choosing one opens it."""
    while journey.assessment is not None:
        found = telling.everyday(journey.assessment)
        talk.heading(
            say("app.findings.heading"), "" if found else nothing_to_change(how_much_seen(journey.assessment))
        )
        chosen = choose_one(found, journey, talk)
        if not chosen:
            return
        finding(journey, talk, chosen)


def choose_one(found: Iterable[Finding], journey: Journey, talk: Dialogue) -> str:
    """Which of these to open, by its fingerprint; empty for none."""
    return talk.choose(say("plain.pages.open_one"), [(item.fingerprint, _line(item, journey)) for item in found])


def _line(item: Finding, journey: Journey) -> str:
    decided = (
        "" if item.mark is Mark.OPEN else f" {say('report.account.you_said', what=telling.mark_words(item.mark))}"
    )
    level = catalogue.words("severity", item.severity)
    place = telling.where(item.account, journey.toolkit.platform_name)
    return f"{level}: {telling.rule_title(item.rule_id)}. {place}.{decided}"


def finding(journey: Journey, talk: Dialogue, fingerprint: str) -> None:
    """One finding; its words are said only when asked for."""
    reveal = False
    while (item := journey.finding(fingerprint)) is not None and journey.assessment is not None:
        told = telling.tell(item, journey.assessment, journey.toolkit.platform_name, reveal=reveal)
        talk.heading(f"{told.title}. {told.level}")
        talk.say(
            say("plain.pages.seen", what=told.value if reveal else say("plain.pages.hidden"), place=told.place)
        )
        talk.say(say("report.account.who_sees", who=told.by_whom), f"{say('report.first.why')}: {told.why}")
        talk.say(
            *(say("plain.pages.with", sentence=sentence) for sentence in told.together[:3]),
            *([told.certain] if told.certain else []),
        )
        if journey.safer:
            talk.say(say("paths.watched.no_change"))
        if told.path is not None:
            tell_path(told.path, talk)
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
            talk.say(say("plain.pages.note", cannot_fix=told.cannot_fix))
        talk.say(say("plain.pages.guidance", guidance=told.guidance))
        if told.mark is not Mark.OPEN:
            talk.say(say("report.account.you_said", what=telling.mark_words(told.mark)))
        chosen = talk.choose(
            say("plain.plain.what_next"),
            [
                ("reveal", say("plain.pages.hide_words") if reveal else say("plain.pages.say_words_seen")),
                ("show", say("plain.pages.show_me_page")),
                ("setting", say("plain.pages.open_setting")),
                ("done", say("report.first.done")),
                *([("keep", say("plain.pages.keep_as"))] if may_keep(item, journey.assessment) else []),
                ("notme", say("plain.pages.not_me")),
                ("plan", say("plain.pages.if_then")),
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
            journey.plans[fingerprint] = talk.ask(say("plain.pages.if_then_line"))
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


def open_step(step: PlanStep, journey: Journey, talk: Dialogue) -> None:
    """The findings of one step: opened at once where there is one, chosen where there are several."""
    prints = telling.prints_of([step], journey.assessment) if journey.assessment else []
    found = [item for fingerprint in prints if (item := journey.finding(fingerprint)) is not None]
    if not found:
        return
    chosen = choose_one(found, journey, talk) if len(found) > 1 else found[0].fingerprint
    if chosen:
        finding(journey, talk, chosen)


def path_choice(path: OwnPath) -> tuple[str, str]:
    """A path as a choice: its key and its words."""
    return f"path-{path}", say("doing.path", title=text_of(path).title)


def tell_path(path: PathText, talk: Dialogue) -> None:
    """Says whom to ask first, then the steps."""
    talk.say(f"{path.title}. {path.lead}")
    talk.say(*(f"{say('doing.ask_first')}: {name}. {how}." for name, how in path.help))
    talk.say(*(say("plain.pages.step", number=number, step=step) for number, step in enumerate(path.steps, 1)))


def _tell_doing(doing: telling.Doing, heading: str, talk: Dialogue) -> None:
    talk.say(f"{heading}." if heading else "")
    talk.say(*(say("plain.pages.step", number=number, step=step) for number, step in enumerate(doing.steps, 1)))
    talk.say(f"{say('report.about_minutes', count=doing.minutes)} {doing.checked}".rstrip())
    if doing.after:
        talk.say(say("plain.pages.after", after=doing.after))


def _open(url: str, journey: Journey, talk: Dialogue) -> None:
    if not url:
        talk.say(f"{say('app.finding.no_address')} {say('app.finding.no_address_hint')}")
    elif journey.safer or not journey.toolkit.open_link(url):
        talk.say(say("app.finding.address", url=url))
    else:
        talk.say(say("app.finding.opened"))
