"""What is said about a possible copy: both sides in rows, the reasons, four answers, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher

from privacy_check import catalogue
from privacy_check.account_names import NameOf
from privacy_check.model import Assessment, Candidate, ProfileView
from privacy_check.sentences import say

ANSWERS = ("mine", "namesake", "fan", "copy")
_BIO_WORDS = 5
_ALWAYS = ("display_name", "handle")
_ROWS = ("display_name", "handle", "bio", "joined", "followers", "location", "avatar", "url")


def answers() -> list[tuple[str, str]]:
    """What may be said of a possible copy: an id and its words."""
    return [(answer, say(f"app.copies.{answer}")) for answer in ANSWERS]


def verdict_words(candidate: Candidate) -> str:
    """What it most likely is, in words that leave room for doubt."""
    return catalogue.words("verdict", candidate.verdict)


def reasons(candidate: Candidate) -> list[str]:
    """What was noticed, one sentence each."""
    return [reason.detail for reason in candidate.reasons]


def side_by_side(candidate: Candidate, assessment: Assessment, name_of: NameOf) -> list[tuple[str, str, str]]:
    """Rows of (what, yours, theirs); what is not known of theirs is left out."""
    theirs = candidate.profile
    view = own_view(candidate, assessment)
    mine = _mine(view)
    platform = str(theirs.get("platform", ""))
    rows = [
        (
            say("report.first.where"),
            name_of(view.account.platform) if view else "",
            name_of(platform) if platform else "",
        )
    ]
    for key in _ROWS:
        label = say(f"app.copies.row.{key}")
        yours, other = mine.get(key, ""), str(theirs.get(key) or "")
        if key == "avatar":
            yours, other = (say("app.copies.has_picture") if text else "" for text in (yours, other))
        if key == "bio":
            yours, other = (_first_words(text) for text in (yours, other))
        if key == "handle" and yours and other:
            other = marked(yours, other)
        if other or (key in _ALWAYS and yours):
            rows.append((label, yours[:120], other[:120]))
    return rows


def _first_words(text: str) -> str:
    """Enough of a bio to compare, not all that stands in it."""
    words = text.split()
    return " ".join(words[:_BIO_WORDS]) + (" ..." if len(words) > _BIO_WORDS else "")


def marked(yours: str, theirs: str) -> str:
    """Their handle with every letter that differs from yours in square brackets."""
    parts: list[str] = []
    for what, _, _, start, end in SequenceMatcher(None, yours.casefold(), theirs.casefold()).get_opcodes():
        piece = theirs[start:end]
        if piece:
            parts.append(piece if what == "equal" else f"[{piece}]")
    return "".join(parts)


def own_view(candidate: Candidate, assessment: Assessment) -> ProfileView | None:
    """The person's own page to hold beside it: on the same platform when there is one."""
    seen = [view for view in assessment.views if view.outcome.seen]
    same = [view for view in seen if view.account.platform == candidate.profile.get("platform")]
    return next(iter((*same, *seen)), None)


def _mine(view: ProfileView | None) -> Mapping[str, str]:
    if view is None:
        return {}
    found = {key: field.text for key in _ROWS if (field := view.first(key)) is not None}
    return {"handle": view.account.handle, "url": view.account.url, **found}
