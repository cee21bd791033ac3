"""The templates: self-contained, autoescaped, without any remote reference."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from privacy_check.sentences import language, lines, say
from privacy_check.text.sanitise import sanitise
from reports.paper import short
from reports.parts import PLACES_ON_A_CARD

FOLDER = Path(__file__).parent
LONGEST = 2000
# The language tag of the words: English ones are British.
TAGS = {"en": "en-GB"}
MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~$&^!]|:(?=//)|@(?=\w)|^[-+=]|(?<=^\d)[.)])")


def language_tag() -> str:
    """The language of the words as a web page declares it."""
    return TAGS.get(language(), language())


_WORDS = {"say": say, "lines": lines, "language_tag": language_tag, "most_places": PLACES_ON_A_CARD}


def clean(value: object) -> object:
    """Every value a template prints: text without escapes or control characters, and never megabytes."""
    return sanitise(value, limit=LONGEST) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def html_environment() -> Environment:
    """Escapes everything, whatever a template is called."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=clean,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(_WORDS)
    environment.filters["short"] = short
    return environment


@cache
def text_environment() -> Environment:
    """For plain text, where there is nothing to escape but control characters."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=False,  # noqa: S701 - plain text has no markup; `clean` takes control characters out
        undefined=StrictUndefined,
        finalize=clean,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(_WORDS)
    return environment


def clean_markdown(value: object) -> object:
    """Every value the Markdown prints: on one line, with each sign that could mean something escaped."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return MARKDOWN_SIGNS.sub(r"\\\1", " ".join(sanitise(value, limit=LONGEST).split()))


@cache
def markdown_environment() -> Environment:
    """For Markdown: scanned text can make no link, picture, heading or tag."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=False,  # noqa: S701 - `clean_markdown` escapes every value
        undefined=StrictUndefined,
        finalize=clean_markdown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(_WORDS)
    return environment


@cache
def style() -> tuple[Markup, Markup]:
    """The style sheet, and the hash that lets the page's own policy admit it and nothing else."""
    return admitted("report.css", "pictures.css")


@cache
def kit_style() -> tuple[Markup, Markup]:
    """The style sheet of papers to hand out, and its hash."""
    return admitted("kit/kit.css")


@cache
def script() -> tuple[Markup, Markup]:
    """The program that keeps ticks, and its hash: it asks for nothing, and the page is whole without it."""
    return admitted("report.js")


@cache
def admitted(*names: str) -> tuple[Markup, Markup]:
    """Files of this folder as one text, and the hash that lets a page's own policy admit it and nothing else."""
    text = "".join((FOLDER / name).read_text(encoding="utf-8") for name in names)
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), Markup(f"'sha256-{digest}'")  # noqa: S704 - our own file, not scanned text
