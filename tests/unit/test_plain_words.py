"""Every sentence a person reads is easy to read: in the rooms and in the data files, lists included."""

from __future__ import annotations

import re

from tests.messages import said
from tests.reading import grade

HARDEST = 7.0
FEWEST = 6  # the grade of fewer words says nothing: one long name makes it
LONGEST = 25
# Words that stand on the sites' own buttons, or in the names of offices and laws, and cannot be said otherwise.
NAMES = frozenset(
    [
        "accounts",
        "activities",
        "activity",
        "advanced",
        "aggregated",
        "audience",
        "commissioner",
        "content",
        "contributions",
        "curate",
        "customize",
        "direct",
        "discoverability",
        "domestic",
        "followers",
        "foundation",
        "generative",
        "helpline",
        "improvement",
        "information",
        "insurance",
        "interests",
        "internet",
        "intimate",
        "legitimate",
        "library",
        "moderation",
        "national",
        "nobody",
        "objection",
        "outdated",
        "permissions",
        "personal",
        "personalization",
        "preferences",
        "privacy",
        "privacy-check",
        "processing",
        "professional",
        "registration",
        "restrictions",
        "security",
        "settings",
        "tagging",
        "transactions",
        "usage",
        "visibility",
        "youtube",
    ]
)


def bare(text: str) -> str:
    """The text with a short word in place of every gap and every name."""
    filled = re.sub(r"\{\w+\}", "it", text.replace("{{", "").replace("}}", ""))
    return re.sub(r"[A-Za-z][A-Za-z-]*", lambda word: "it" if word[0].lower() in NAMES else word[0], filled)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon ends one, and a command to type is none."""
    parts = re.split(r"(?<=[.!?:])\s+", text)
    return [part for part in parts if len(part.split()) >= FEWEST and " --" not in part]


def test_every_sentence_is_easy_to_read() -> None:
    shown = [(place, part) for place, text in said() for part in sentences(text)]
    hard = [f"{grade(bare(part)):.1f} {place}: {part}" for place, part in shown if grade(bare(part)) > HARDEST]
    assert len(shown) > 2500
    assert hard == []


def test_every_sentence_is_short() -> None:
    long = [(place, part) for place, text in said() for part in sentences(text) if len(part.split()) > LONGEST]
    assert long == []


def test_one_word_is_spelled_one_way() -> None:
    assert [(place, text) for place, text in said() if re.search(r"\be-mails?\b", text, re.IGNORECASE)] == []


def test_the_names_that_count_as_short_are_all_needed() -> None:
    text = " ".join(text.lower() for _, text in said())
    assert {name for name in NAMES if not re.search(rf"\b{name}\b", text)} == set()
