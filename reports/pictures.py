"""The pictures of a check as inline SVG, each with the same in words for those who read or listen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from privacy_check.model import Assessment
from privacy_check.pictures import Look, Pictures, cards_told, change_told, joins_told, pictures
from privacy_check.pictures.told import UNBROKEN
from privacy_check.sentences import say
from reports.drawn_card import drawn_card
from reports.drawn_change import drawn_change
from reports.drawn_joins import drawn_joins
from reports.parts import Drawing, Options


def drawn(assessment: Assessment, options: Options) -> Mapping[str, Drawing]:
    """The pictures by name, in the order they are shown; without an account there is none."""
    if not assessment.views:
        return {}
    found = pictures(assessment, Look(options.reveal, options.platform_name))
    return {"profiles": _profiles(found), "joined": _joined(found), "before_after": _before_after(found)}


def _profiles(found: Pictures) -> Drawing:
    drawings = (drawn_card(card, f"card-{number}") for number, card in enumerate(found.cards, 1))
    return Drawing(
        svg=_figure(say("pictures.strangers_about"), drawings, found.card_notes),
        twin=tuple(filter(None, cards_told(found, UNBROKEN))),
    )


def _joined(found: Pictures) -> Drawing:
    joins = found.joins
    if joins.quiet:
        return Drawing(svg=_figure("", (), (joins.quiet,)), twin=(joins.quiet,))
    twin = tuple(line.strip() for line in joins_told(joins, UNBROKEN) if line)
    drawing = drawn_joins(joins, "join", " ".join(twin))
    return Drawing(svg=_figure(say("pictures.joins_about"), (drawing,), joins.notes), twin=twin)


def _before_after(found: Pictures) -> Drawing:
    change = found.change
    told = change_told(change, UNBROKEN)
    if not change.doors:
        return Drawing(svg=_figure("", (), (change.quiet, *change.notes)), twin=told)
    about = say("pictures.change_about", count=change.steps) if change.steps else ""
    return Drawing(svg=_figure(about, (drawn_change(change, "change", " ".join(told)),), change.notes), twin=told)


def _figure(about: str, drawings: Iterable[Markup], notes: Iterable[str]) -> Markup:
    """What stands over the drawings, the drawings, and what is to be said beneath them."""
    over = Markup("<p>{}</p>").format(about) if about else Markup("")
    under = Markup("").join(Markup('<p class="soft">{}</p>').format(note) for note in notes)
    drawn_ones = Markup("").join(drawings)
    body = Markup('<div class="drawings">{}</div>').format(drawn_ones) if drawn_ones else Markup("")
    return over + body + under
