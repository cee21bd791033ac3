"""The review of a person's groups, without a screen: what each card says, marking many, taking back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from privacy_check import catalogue
from privacy_check.groups.classify import PRIVATE_TOPICS, GroupReading
from privacy_check.groups.given import Given, given
from privacy_check.model import Account, Group, Lens, ProfileView
from privacy_check.sentences import say


class Choice(StrEnum):
    """What a person decides about a membership; leaving is never the only way."""

    HIDE = "hide"
    CHANGE = "change"
    LEAVE = "leave"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class GroupCard:
    """One membership as the review tells it.

    `asked_first` is the question that comes before any other: who can see it. `visibility` says what is known of
    that. `name` is dots for a private topic until it is asked for. `could_conclude` is empty where the name says
    nothing, and then `given` is empty too. `ambiguous` cards ask instead of telling.
    """

    key: str
    account: Account
    group: Group
    name: str
    private: bool
    asked_first: str
    visibility: str
    could_conclude: str
    by_whom: tuple[str, ...]
    given: tuple[Given, ...]
    ambiguous: bool
    steps: tuple[str, ...]
    choices: tuple[Choice, ...] = tuple(Choice)

    @property
    def fingerprint(self) -> str:
        """The same membership in the next check has the same fingerprint; the name cannot be read from it."""
        return fingerprint(self.account, self.group)


@dataclass(frozen=True, slots=True)
class Review:
    """All memberships and what was decided so far; every change gives a new review, `undone` the one before."""

    cards: tuple[GroupCard, ...]
    decided: Mapping[str, Choice] = field(default_factory=dict)
    before: Review | None = None

    def marked(self, keys: Iterable[str], choice: Choice) -> Review:
        """The review after one decision on any number of memberships; unknown keys are left out."""
        known = {card.key for card in self.cards}
        more = {key: choice for key in keys if key in known}
        return replace(self, decided={**self.decided, **more}, before=self) if more else self

    def undone(self) -> Review:
        """The review before the last decision; itself when there was none."""
        return self.before or self

    @property
    def telling(self) -> tuple[GroupCard, ...]:
        """Cards that say something, first; nothing is said of the others but that their names tell nothing."""
        return tuple(card for card in self.cards if card.could_conclude)

    @property
    def left(self) -> tuple[GroupCard, ...]:
        """Telling cards without a decision."""
        return tuple(card for card in self.telling if card.key not in self.decided)


def fingerprint(account: Account, group: Group) -> str:
    """What a decision about a membership is kept by: the account and the name of the group, never in clear."""
    text = "\x1f".join(("membership", account.key, " ".join(group.name.casefold().split())))
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def review(views: Sequence[ProfileView], *, reveal: bool = False) -> Review:
    """The review of every membership that the views show, the telling ones first, then by name."""
    cards = [
        _card(view, number, group, reveal=reveal)
        for view in views
        for number, group in enumerate(view.groups)
        if group.name
    ]
    return Review(tuple(sorted(cards, key=lambda card: (not card.could_conclude, card.ambiguous))))


def _card(view: ProfileView, number: int, group: Group, *, reveal: bool) -> GroupCard:
    known = group.category is not None and catalogue.known(group.category)
    rule = catalogue.rule(group.category) if known and group.category else None
    private = (group.category or "").startswith(PRIVATE_TOPICS)
    hidden = private and not reveal
    facts = given(group.name, GroupReading(group.category, group.confidence)) if not hidden else ()
    remedies = catalogue.remedies(group.category, view.account.platform) if known and group.category else ()
    return GroupCard(
        key=f"{view.account.key}/{number}",
        account=view.account,
        group=group,
        name=say("groups.hidden_name") if hidden else group.name,
        private=private,
        asked_first=say("groups.who_sees"),
        visibility=_visibility(view, group),
        could_conclude=rule.why if rule else "",
        by_whom=tuple(catalogue.words("audience", who) for who in rule.audiences) if rule else (),
        given=facts,
        ambiguous=rule is not None and group.confidence <= 0.5,
        steps=tuple(remedies[0].steps) if remedies else (),
    )


def _visibility(view: ProfileView, group: Group) -> str:
    if view.lens is Lens.PUBLIC and group.lens is Lens.PUBLIC:
        return say("groups.seen_by_anyone")
    kind = group.visibility.casefold()
    if any(word in kind for word in ("public", "open")):
        return say("groups.public_group")
    if any(word in kind for word in ("private", "closed", "hidden", "secret")):
        return say("groups.private_group")
    return say("groups.not_known")
