"""What an account at a game service shows: when and how long somebody plays, and who can talk to them there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from privacy_check.assessment.noticing import DIRECT, HINT, kinds, noticed, seen_by
from privacy_check.model import EntityType, Field, Finding, Outcome, ProfileView, Whose
from privacy_check.sentences import say

_TEXTS = ("page_text", "bio", "posts")
# As Steam, Xbox, PlayStation, Roblox and Discord write it.
_LENGTH = r"\d[\d,.]* ?(?:hrs?|hours?|h|mins?|minutes)\.?"
_PLAYED = re.compile(
    rf"(?<![\w.,]){_LENGTH} (?:on record|played|of play ?time|past 2 weeks|last (?:2|two) weeks)"
    rf"|(?:total |weekly )?play ?time:? {_LENGTH}|hours played:? \d[\d,.]*"
    r"|last (?:played|online|seen)(?: on|:)? \w[\w ,:]{2,30}|currently (?:in-game|playing)"
    r"|troph(?:y|ies) (?:earned|unlocked)|achievements? unlocked",
    re.IGNORECASE,
)


def games(view: ProfileView) -> Iterator[Finding]:
    """GAM-03 for playing times that can be read; GAM-02 as a question, as no page says who may talk to whom."""
    if view.account.platform not in kinds("platforms", "gaming") or view.outcome is not Outcome.VISIBLE:
        return
    told = _times(view)
    if told is not None:
        field, words = told
        found = noticed(view, "GAM-03", EntityType.ROUTINE, words, field.name, DIRECT)
        yield replace(found, item=field.item, seen_by=seen_by(view, field))
    elif view.posts:
        yield noticed(view, "GAM-03", EntityType.ROUTINE, "activity", "posts", HINT)
    asked = noticed(view, "GAM-02", EntityType.PROFILE, say("handles.games.talk"), "handle", HINT)
    yield replace(asked, explanation=say("handles.games.why"))


def _times(view: ProfileView) -> tuple[Field, str] | None:
    for field in (field for name in _TEXTS for field in view.all(name)):
        found = _PLAYED.search(field.text) if field.whose is Whose.OWNER else None
        if found:
            return field, found[0]
    return None
