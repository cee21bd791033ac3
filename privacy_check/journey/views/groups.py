"""The review of the groups a person is seen in: who can see each, what could be concluded, and what to do.

A membership is private when its name may tell something private, by its category or by a finding about it, and
when the group itself is closed to strangers. A group that a finding is about never reads as telling nothing.
Reading it takes time proportional to the memberships; moving, searching and marking in it do not read it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from privacy_check.account_names import NameOf
from privacy_check.assessment.how_much_seen import Seen, how_much_seen, nothing_to_change
from privacy_check.errors import VaultError
from privacy_check.groups.review import Choice, GroupCard, Review, review
from privacy_check.journey.presenters import private
from privacy_check.journey.sitting import Journey
from privacy_check.model import Assessment, Finding, Sensitive
from privacy_check.sentences import say
from privacy_check.text.name_letters import plain

_CLOSED = ("private", "closed", "secret")


@dataclass(frozen=True, slots=True)
class GroupsView:
    """Every membership that was seen, or `none`: a sentence that never calls unseen groups absent.

    `found_by` holds, by key, what a search is held against.
    """

    review: Review
    none: str
    any_private: bool
    found_by: Mapping[str, str]
    name_of: NameOf

    @property
    def groups(self) -> tuple[GroupCard, ...]:
        """Every card, those that tell something first."""
        return self.review.cards

    def search(self, words: str) -> tuple[GroupCard, ...]:
        """Cards that hold all the words; every card for none. A name that is hidden is found all the same."""
        wanted = plain(words).split()
        return tuple(card for card in self.groups if all(word in self.found_by[card.key] for word in wanted))


def groups_view(assessment: Assessment, name_of: NameOf, *, reveal: bool) -> GroupsView:
    """What the page of the groups says."""
    shown = review(assessment.views, reveal=reveal)
    about = _by_account(assessment)
    cards = tuple(_card(card, _finding_about(card, about), reveal=reveal) for card in shown.cards)
    ordered = tuple(sorted(cards, key=lambda card: (not card.could_conclude, card.ambiguous)))
    return GroupsView(
        replace(shown, cards=ordered),
        "" if cards else _none(assessment),
        any(card.private for card in cards),
        {card.key: _searched(card, name_of) for card in ordered},
        name_of,
    )


def taken_up(journey: Journey, *, reveal: bool) -> GroupsView | None:
    """The review of the check at hand with what was decided in this sitting; None before there is a check."""
    if journey.assessment is None:
        return None
    view = groups_view(journey.assessment, journey.toolkit.platform_name, reveal=reveal)
    kept = journey.decisions.memberships
    if kept is None:
        kept = Review(view.groups, _decided_before(journey, view.groups))
    return replace(view, review=replace(kept, cards=view.groups))


def _decided_before(journey: Journey, cards: Iterable[GroupCard]) -> dict[str, Choice]:
    """What was decided in earlier checks about memberships that are seen again."""
    known = journey.store.choices() if journey.store is not None else {}
    found = {card.key: known.get(card.fingerprint, "") for card in cards}
    return {key: Choice(choice) for key, choice in found.items() if choice in tuple(Choice)}


def decide(journey: Journey, view: GroupsView, keys: Iterable[str], choice: Choice) -> GroupsView:
    """The view after one decision on any number of memberships; where checks are kept, the next one knows it."""
    return _kept(journey, view, view.review.marked(keys, choice))


def undo(journey: Journey, view: GroupsView) -> GroupsView | None:
    """The view before the last decision; None when there was none."""
    before = view.review.undone()
    return None if before is view.review else _kept(journey, view, before)


def _kept(journey: Journey, view: GroupsView, decided: Review) -> GroupsView:
    now = replace(decided, cards=view.groups)
    before = view.review.decided
    journey.decisions.memberships = now
    changed = {
        card.fingerprint: str(now.decided.get(card.key, ""))
        for card in now.cards
        if now.decided.get(card.key) != before.get(card.key)
    }
    if journey.store is not None and changed:
        try:
            journey.store.choose(changed)
        except VaultError as error:
            journey.not_kept = error  # what was decided still holds to the end of the sitting
    return replace(view, review=now)


def counted(view: GroupsView, shown: int) -> str:
    """How many there are, how many are left to look at, and how many are shown."""
    every, left = len(view.groups), len(view.review.left)
    parts = [say("reviewing.count", count=every), say("reviewing.left", count=left)]
    if shown != every:
        parts.append(say("reviewing.shown", count=shown))
    return " ".join(parts)


def told(view: GroupsView, card: GroupCard) -> tuple[str, ...]:
    """What is said of one membership, in order: who can see it, what could be concluded, by whom, what to do."""
    sentences = [f"{card.asked_first} {card.visibility}"]
    if card.ambiguous and card.could_conclude:
        sentences.append(say("reviewing.ambiguous"))
    sentences.append(card.could_conclude or say("app.telling.tells_little"))
    if card.by_whom:
        sentences.append(say("reviewing.by_whom", who=", ".join(card.by_whom)))
    sentences += [say(f"groups.given.{part.what}", words=part.words) for part in card.given]
    choice = view.review.decided.get(card.key)
    if choice is not None:
        sentences.append(say(f"reviewing.decided.{choice}"))
    return tuple(sentences)


def choices() -> tuple[tuple[Choice, str], ...]:
    """What may be decided, with its words."""
    return tuple((choice, say(f"reviewing.choice.{choice}")) for choice in Choice)


def mark_words(view: GroupsView, card: GroupCard) -> str:
    """One word for what was decided, empty while nothing was."""
    choice = view.review.decided.get(card.key)
    return say(f"reviewing.mark.{choice}") if choice is not None else ""


def _card(card: GroupCard, about: Finding | None, *, reveal: bool) -> GroupCard:
    """The card with what a finding about the membership adds, and with nothing that gives a hidden name away."""
    closed = card.group.visibility.casefold() in _CLOSED
    secret = card.private or closed or (about is not None and private(about))
    if secret and not reveal:
        return replace(
            card,
            name=Sensitive(card.group.name).masked(),
            private=True,
            could_conclude=say("app.telling.private_group"),
            by_whom=(),
            given=(),
            ambiguous=False,
            steps=(),
        )
    concluded = card.could_conclude or (about.explanation if about else "")
    return replace(card, name=card.group.name, private=secret, could_conclude=concluded)


def _by_account(assessment: Assessment) -> Mapping[str, list[tuple[str, Finding]]]:
    """The findings about groups by account, the private topics before others, as they decide what is shown."""
    found: dict[str, list[tuple[str, Finding]]] = {}
    for item in sorted(assessment.findings, key=lambda item: not private(item)):
        value = item.value.reveal().casefold()
        if item.account is not None and item.field == "groups" and value:
            found.setdefault(item.account.key, []).append((value, item))
    return found


def _finding_about(card: GroupCard, found: Mapping[str, list[tuple[str, Finding]]]) -> Finding | None:
    name = card.group.name.casefold()
    about = found.get(card.account.key, ())
    return next((item for value, item in about if value in name or name in value), None)


def _searched(card: GroupCard, name_of: NameOf) -> str:
    where = f"{card.account.platform} {name_of(card.account.platform)} {card.account.handle}"
    return plain(f"{card.group.name} {where} {card.could_conclude}")


def _none(assessment: Assessment) -> str:
    """What stands where no group was seen: that is never the same as being in none."""
    seen = how_much_seen(assessment)
    if seen.amount is Seen.NOTHING:
        return nothing_to_change(seen)
    return say("journey.none.groups")
