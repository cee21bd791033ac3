"""Lays out the papers of a session as self-contained web pages; whoever calls prints those that are handed out."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from privacy_check import catalogue
from privacy_check.account_names import NameOf
from privacy_check.model import ScenarioStatus
from privacy_check.pictures import Look, pictures
from privacy_check.training.nouns import Door, PagePicture
from privacy_check.training.papers import Papers
from privacy_check.training.plan import stop_lead, stop_lines
from reports.contacts import help_line
from reports.drawn_joins import drawn_joins
from reports.templates import admitted, html_environment

PAPERS = ("plan", "speaker-notes", "exercise-sheets", "answer-key", "fix-cards", "helpline-card")
DECK = "deck"


def laid_out(papers: Papers, name_of: NameOf) -> Mapping[str, bytes]:
    """Every paper and the deck by name, each a whole web page."""
    joins = _joins(papers, name_of)
    css, css_hash = admitted("report.css", "pictures.css", "training/papers.css")
    pages = {
        name: _environment()
        .get_template(f"training/{name}.html")
        .render(papers=papers, style=css, style_hash=css_hash, joins=joins)
        for name in PAPERS
    }
    css, css_hash = admitted("training/deck.css")
    program, program_hash = admitted("training/deck.js")
    pages[DECK] = (
        _environment()
        .get_template("training/deck.html")
        .render(papers=papers, style=css, style_hash=css_hash, script=program, script_hash=program_hash)
    )
    return {name: page.encode("utf-8", "replace") for name, page in pages.items()}


def _joins(papers: Papers, name_of: NameOf) -> Markup:
    """How the pieces join, drawn as in a report; empty where nothing joins."""
    found = pictures(papers.first, Look(reveal=True, platform_name=name_of)).joins
    return Markup("") if found.quiet else drawn_joins(found, "joins", "")


@cache
def _environment() -> Environment:
    environment = html_environment().overlay()
    words: dict[str, Callable[..., object]] = {
        "data_uri": _data_uri,
        "door_words": _door_words,
        "stop_lead": stop_lead,
        "stop_lines": stop_lines,
        "help_lines": lambda: [help_line(contact) for contact in catalogue.help_contacts()],
        "scenario_title": lambda key: catalogue.scenario(key).title,
        "status_words": lambda status: catalogue.words("scenario_status", ScenarioStatus(status).value),
    }
    environment.globals = {**environment.globals, **words}
    return environment


def _data_uri(page: PagePicture) -> Markup:
    # Not cut to the length of a scanned text: it is our own picture.
    body = base64.b64encode(page.image).decode()
    return Markup("data:{};base64,{}").format(page.media_type, Markup(body))  # noqa: S704 - base64 letters only


def _door_words(door: Door) -> str:
    return catalogue.words("scenario_status", door.now.value)
