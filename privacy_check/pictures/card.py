"""As a stranger sees you: each account as a card, with numbers on what findings point at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from privacy_check import catalogue
from privacy_check.assessment.marks import decision_words
from privacy_check.assessment.pieces import private_topic
from privacy_check.model import (
    Assessment,
    Finding,
    Lens,
    Mark,
    Nature,
    Outcome,
    Ownership,
    PlanStep,
    ProfileView,
    Whose,
)
from privacy_check.pictures.doors import private
from privacy_check.pictures.joins import account_name
from privacy_check.pictures.line import Curtain, bits, place, value_bit
from privacy_check.pictures.nouns import Bit, CardLine, Look, Pin, PinKind, ProfileCard
from privacy_check.sentences import say
from privacy_check.text.sanitise import one_line

# Drawn whether or not anything points at them; the rest only where something does. Then the order of a profile.
SHOWN = ("display_name", "bio", "job_title", "employer", "education", "location", "birthday")
USUAL = ("display_name", "handle", "avatar", *SHOWN[1:])
VALUES = frozenset(["handle", "avatar", "groups", "friends"])
SHORT = frozenset(["posts", "photos", "pictures", "page_text", "others_words"])
MOST_CARDS = 12
MOST_LINES = 8
MOST_PINS = 6
MOST_OF_A_KIND = 2
LONGEST_LABEL = 24


@dataclass(frozen=True, slots=True)
class _Kind:
    """Findings of one rule on one account that one fix takes away, or none: one number, however many they are."""

    findings: tuple[Finding, ...]
    step: int

    @property
    def order(self) -> tuple[bool, int, bool]:
        first = self.findings[0]
        return (not self.step, -first.severity.rank, not first.confirmed)


def cards(
    assessment: Assessment, steps: Sequence[PlanStep], look: Look
) -> tuple[tuple[ProfileCard, ...], tuple[str, ...]]:
    """A card for each account, and what is to be said of all of them."""
    drawn = tuple(_card(view, assessment, steps, look) for view in assessment.views[:MOST_CARDS])
    if not drawn:
        return (), (say("pictures.no_accounts"),)
    notes = [] if look.reveal else [say("pictures.hidden_note")]
    notes += [say("pictures.private_note")]
    more = len(assessment.views) - len(drawn)
    notes += [say("pictures.more_accounts", count=more)] if more else []
    return drawn, tuple(notes)


def _card(view: ProfileView, assessment: Assessment, steps: Sequence[PlanStep], look: Look) -> ProfileCard:
    mine = [
        item for item in assessment.findings if item.account is not None and item.account.key == view.account.key
    ]
    named = [item for item in mine if _drawn(item)]
    kinds = sorted(_kinds(named, steps), key=lambda kind: kind.order)
    lines = _lines(view, kinds[:MOST_PINS], Curtain(look.reveal, _private_names(view, mine)))
    drawn, order = _renumbered(_most_telling(lines))
    pins = tuple(_pin(number, kinds[at - 1]) for at, number in order.items())
    stopped = view.account.ownership is Ownership.CONTRADICTED
    return ProfileCard(
        title=account_name(view.account, look),
        state=catalogue.words("ownership", view.account.ownership.value)
        if stopped
        else catalogue.outcome_words(view.outcome, view.lens),
        seen=(view.outcome.seen or view.outcome is Outcome.PRIVATE) and not stopped,
        lines=drawn,
        pins=pins,
        notes=tuple(_notes(view, len(kinds) - len(pins), len(lines) - len(drawn), stopped)),
    )


def _drawn(item: Finding) -> bool:
    """True for what stands on the person's own page and may be named."""
    own = item.mark is not Mark.NOT_ME and item.nature is not Nature.IMPERSONATION
    return own and not private(item)


def _private_names(view: ProfileView, mine: Sequence[Finding]) -> frozenset[str]:
    said = [item.value.reveal() for item in mine if private(item)]
    said += [group.name for group in view.groups if group.category and private_topic(group.category)]
    return frozenset(" ".join(text.casefold().split()) for text in said if text.strip())


def _kinds(named: Sequence[Finding], steps: Sequence[PlanStep]) -> list[_Kind]:
    found: dict[tuple[str, bool, Mark, int], list[Finding]] = {}
    for item in named:
        found.setdefault((item.rule_id, item.confirmed, item.mark, _step(item, steps)), []).append(item)
    return [_Kind(tuple(items), step) for (*_, step), items in found.items()]


def _step(item: Finding, steps: Sequence[PlanStep]) -> int:
    """The number of the first fix that takes this very finding away; 0 for none."""
    return next((number for number, step in enumerate(steps, 1) if item.fingerprint in step.fingerprints), 0)


def _lines(view: ProfileView, kinds: Sequence[_Kind], curtain: Curtain) -> list[CardLine]:
    """Every line, each finding's number being the place of its kind, counted from 1."""
    if not view.outcome.conclusive:
        return []
    by_field: dict[str, list[tuple[Finding, int]]] = {}
    for number, kind in enumerate(kinds, 1):
        for item in kind.findings:
            by_field.setdefault(item.field, []).append((item, number))
    rest = sorted(name for name in by_field if name not in USUAL)
    return [line for name in (*USUAL, *rest) for line in _field(view, name, by_field.get(name, []), curtain)]


def _field(
    view: ProfileView, name: str, pointed: Sequence[tuple[Finding, int]], curtain: Curtain
) -> Iterator[CardLine]:
    part = one_line(name, LONGEST_LABEL)
    label = one_line(catalogue.words("field", name), LONGEST_LABEL)
    placed: set[int] = set()
    drawn = 0
    for item, text in _texts(view, name).items():
        here = [(one, number) for one, number in pointed if one.item == item and place(text, one)]
        if (here or name in SHOWN) and drawn < MOST_OF_A_KIND:
            drawn += 1
            placed.update(number for _, number in here)
            yield CardLine(part, label, bits(text, here, curtain, short=name in SHORT))
    values: dict[str, list[tuple[Finding, int]]] = {}
    for finding, number in pointed:
        if number not in placed:
            values.setdefault(finding.value.reveal(), []).append((finding, number))
    if values:
        yield CardLine(part, label, tuple(_value(pairs, curtain) for pairs in list(values.values())[:MOST_PINS]))


def _value(pairs: Sequence[tuple[Finding, int]], curtain: Curtain) -> Bit:
    """What findings point at that stands in no text of the card: a group, a picture, or words not kept."""
    finding = pairs[0][0]
    pins = tuple(dict.fromkeys(number for _, number in pairs))
    # A user name stands over the card already, so it is never hidden.
    return value_bit(finding, pins, finding.field == "handle" or curtain.opens(finding.value.reveal()))


def _texts(view: ProfileView, name: str) -> dict[int, str]:
    """The words of a field by their place; user names, pictures and groups are told by what was found of them."""
    if name in VALUES:
        return {}
    found = {field.item: field.text for field in reversed(view.all(name)) if field.whose is Whose.OWNER}
    if name == "posts":
        found |= {at: post.text for at, post in enumerate(view.posts) if post.text.strip()}
    return {item: text for item, text in sorted(found.items()) if text.strip()}


def _most_telling(lines: Sequence[CardLine]) -> tuple[CardLine, ...]:
    """Not more lines than a card holds: those something points at, then the others."""
    pointed = [line for line in lines if any(bit.pins for bit in line.bits)]
    chosen = [*pointed, *(line for line in lines if line not in pointed)][:MOST_LINES]
    return tuple(line for line in lines if line in chosen)


def _renumbered(lines: Sequence[CardLine]) -> tuple[tuple[CardLine, ...], dict[int, int]]:
    """The lines with their numbers running from 1 down the card, and which number was which."""
    order: dict[int, int] = {}
    for line in lines:
        for bit in line.bits:
            for pin in bit.pins:
                order.setdefault(pin, len(order) + 1)
    return tuple(
        replace(line, bits=tuple(replace(bit, pins=tuple(order[pin] for pin in bit.pins)) for bit in line.bits))
        for line in lines
    ), order


def _pin(number: int, kind: _Kind) -> Pin:
    first = kind.findings[0]
    what = catalogue.rule(first.rule_id).title
    if first.mark is not Mark.OPEN:
        state = decision_words(first)
        return Pin(number, say("pictures.pin_kept", what=what, state=state), PinKind.SETTLED)
    if not first.confirmed:
        return Pin(
            number, say("pictures.pin_question", what=catalogue.rule(first.rule_id).question), PinKind.QUESTION
        )
    if kind.step:
        return Pin(number, say("pictures.pin_first", step=kind.step, what=what), PinKind.FIRST)
    return Pin(number, say("pictures.pin", what=what))


def _notes(view: ProfileView, more_pins: int, more_lines: int, stopped: bool) -> Iterator[str]:
    if stopped:
        yield one_line(" ".join(view.evidence[:1]))
        return
    if view.outcome is not Outcome.VISIBLE or view.lens is not Lens.PUBLIC:
        yield catalogue.outcome_sentence(view.outcome, view.lens)
    if view.partly_read and view.outcome is not Outcome.PARTIAL:
        yield say("pictures.part_note")
    if more_pins:
        yield say("pictures.more_pins", count=more_pins)
    elif more_lines:
        yield say("pictures.more_lines", count=more_lines)
