"""The lists of findings: all but the private topics and the copies, and the private topics by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from privacy_check import catalogue
from privacy_check.assessment.how_much_seen import Seen, how_much_seen, nothing_to_change
from privacy_check.assessment.marks import standing
from privacy_check.assessment.who_sees import who_sees
from privacy_check.journey.presenters import (
    everyday,
    field_words,
    mark_words,
    private_findings,
    rule_title,
    where,
)
from privacy_check.journey.sitting import Journey
from privacy_check.model import Finding, Mark
from privacy_check.sentences import say


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One line of a list: `decided` is what the person said of it, `again` that it came back after that.

    `cause` is the title of all lines that have the same cause, with how many; `first` marks the first one.
    """

    fingerprint: str
    title: str
    level: str
    place: str
    field: str
    seen: str
    decided: str
    again: str = ""
    cause: str = ""
    first: bool = True


@dataclass(frozen=True, slots=True)
class FindingsView:
    """The lines, what stands where there are none, and how many of all are shown where some are left out."""

    lines: tuple[FindingLine, ...]
    nothing: str
    told: str = ""

    @property
    def prints(self) -> tuple[str, ...]:
        """What one can step through from here."""
        return tuple(line.fingerprint for line in self.lines)


@dataclass(frozen=True, slots=True)
class Sought:
    """What a list is narrowed to: lines with all of these words, and those without a decision."""

    words: str = ""
    only_open: bool = False

    def fits(self, line: FindingLine) -> bool:
        """True for a line that is not left out."""
        if self.only_open and line.decided:
            return False
        text = " ".join((line.title, line.level, line.place, line.field, line.seen, line.decided, line.again))
        return all(word in text.casefold() for word in self.words.casefold().split())


EVERYTHING = Sought()


def findings(journey: Journey, sought: Sought = EVERYTHING) -> FindingsView:
    """Most pressing first and by cause, in the order the check was opened with: a mark moves nothing."""
    assessment = journey.assessment
    if assessment is None:
        return FindingsView((), "")
    lines = _lines(everyday(assessment, journey.decisions.settled), journey)
    if not lines:
        return FindingsView((), nothing_to_change(how_much_seen(assessment)))
    shown = _by_cause([line for line in lines if sought.fits(line)])
    told = say("seeking.shown", shown=len(shown), all=len(lines)) if sought != EVERYTHING else ""
    return FindingsView(shown, "" if shown else say("seeking.none"), told)


def _by_cause(lines: Sequence[FindingLine]) -> tuple[FindingLine, ...]:
    """The lines of one cause beneath each other, at the place of the first of them."""
    causes: dict[str, list[FindingLine]] = {}
    for line in lines:
        causes.setdefault(line.title, []).append(line)
    return tuple(
        replace(line, cause=say("seeking.cause", count=len(same), title=title), first=not at)
        for title, same in causes.items()
        for at, line in enumerate(same)
    )


def private_topics(journey: Journey, *, reveal: bool) -> FindingsView:
    """The private topics, numbered and unnamed until revealed."""
    assessment = journey.assessment
    if assessment is None:
        return FindingsView((), "")
    lines = []
    for number, line in enumerate(_lines(private_findings(assessment), journey), 1):
        title = line.title if reveal else say("app.private.private_topic", number=number)
        lines.append(FindingLine(line.fingerprint, title, "", line.place, "", line.seen, line.decided, line.again))
    seen = how_much_seen(assessment)
    nothing = nothing_to_change(seen) if seen.amount is Seen.NOTHING else say("journey.none.private")
    return FindingsView(tuple(lines), "" if lines else nothing)


def _lines(found: Sequence[Finding], journey: Journey) -> tuple[FindingLine, ...]:
    return tuple(
        FindingLine(
            item.fingerprint,
            rule_title(item.rule_id),
            catalogue.words("severity", item.severity),
            where(item.account, journey.toolkit.platform_name),
            field_words(item.field),
            who_sees(item),
            "" if item.mark is Mark.OPEN else mark_words(item.mark),
            standing(item) if item.mark is Mark.OPEN else "",
        )
        for item in found
    )
