"""The pages on the accounts and the look: the list, how each is looked at, the questions, proving, requests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from privacy_check.account_names import account_name
from privacy_check.assessment import answers
from privacy_check.journey.accounts import Entry
from privacy_check.journey.flow import GO_ON, Turn
from privacy_check.journey.presenters import lens_words, offered_way, outcome_words, way_words
from privacy_check.journey.sitting import Journey
from privacy_check.journey.views.base import Offer, View
from privacy_check.model import Lens, RequestRecord, SeenBy
from privacy_check.sentences import lines, say

FILES = (Lens.SAVED_PAGE, Lens.ARCHIVE)
PICTURES, GROUPS = "pictures", "groups"


@dataclass(frozen=True, slots=True)
class ListedAccount:
    """One line of the account list: `way` is how it will be looked at, or why it will not."""

    key: str
    platform: str
    handle: str
    mine: bool
    way: str


@dataclass(frozen=True, slots=True)
class AccountsView(View):
    """The list, and what stands over it."""

    accounts: tuple[ListedAccount, ...] = ()
    number: str = ""


def accounts(journey: Journey) -> AccountsView:
    """The account list."""
    entries, copies = journey.accounts.entries, len(journey.accounts.suspects)
    seen = f" {say('app.accounts.noted', copies=copies)}" if copies else ""
    return AccountsView(
        offers=(
            *([Offer("archives", say("importing.offer"))] if journey.toolkit.read_archives else []),
            Offer("suspects", say("app.accounts.seen_account_may_copy", seen=seen)),
            Offer(GO_ON, say("paths.situation.done")),
        ),
        accounts=tuple(_listed(entry) for entry in entries),
        number=say("app.accounts.on_list", number=len(journey.accounts.mine))
        if entries
        else say("app.accounts.nothing_list_yet"),
    )


def _listed(entry: Entry) -> ListedAccount:
    way = say("app.accounts.asked_about") if entry.ask_only else way_words(entry.lens)
    if not entry.mine:
        way = say("app.accounts.not_yours_left_alone")
    return ListedAccount(entry.key, entry.platform, entry.account.handle, entry.mine, way)


def look_options(journey: Journey) -> View:
    """How each account will be looked at, the questions, and the start."""
    offers = [
        Offer(entry.key, entry.name, _how(entry, journey), choice="account", subject=entry.key)
        for entry in journey.accounts.mine
    ]
    said = len(journey.decisions.replies)
    asked = say("app.lens.questions_answered", said=said) if said else say("app.lens.questions")
    looks = sum(look.account.key not in _begun(journey) for look in journey.looks)
    nothing = "app.lens.all_looked" if journey.looks else "app.lens.no_looks"
    return View(
        (say("app.lens.looks", looks=looks) if looks else say(nothing),),
        (
            *offers,
            Offer("questions", asked),
            *_pictures(journey),
            Offer("start", say("app.lens.start_looking"), choice=GO_ON, strong=True),
        ),
    )


def _pictures(journey: Journey) -> tuple[Offer, ...]:
    """Asking for the files of the pictures on own pages too; of somebody invented they are looked into anyway."""
    if journey.toolkit.read_pictures is None or journey.invented is not None:
        return ()
    on = journey.toolkit.look_into_pictures
    return (Offer(PICTURES, say("album.on_pages_asked" if on else "album.on_pages"), choice=Turn.STAY),)


def _begun(journey: Journey) -> set[str]:
    return {view.account.key for view in journey.begun_views}


def _how(entry: Entry, journey: Journey) -> str:
    if entry.view is not None:
        return say("app.lens.read_already", lens_words=lens_words(entry.view.lens))
    begun = next((view for view in journey.begun_views if view.account.key == entry.key), None)
    if begun is not None and begun.outcome.conclusive:
        return say("app.lens.seen_already")
    if begun is not None:
        state, reason = outcome_words(begun)
        return say("journey.look.wall", state=state, reason=reason)
    if entry.lens is None and entry.ask_only:
        return say("app.lens.by_hand")
    return way_words(entry.lens)


@dataclass(frozen=True, slots=True)
class LookOptionView(View):
    """The ways of one account; `seen_by` are the answers to who can see what was typed."""

    name: str = ""
    seen_by: tuple[Offer, ...] = ()


def look_option(entry: Entry) -> LookOptionView:
    """Every way there is to look at one account, typing what one sees among them."""
    ways = [*entry.ways, *([Lens.TYPED] if Lens.TYPED not in entry.ways else [])]
    offers = [Offer(lens.value, offered_way(lens), choice="back") for lens in ways]
    offers.insert(len(offers) - 1, Offer(GROUPS, say("reviewing.typed"), choice="back"))
    names = {SeenBy.PUBLIC: "take_public", SeenBy.MEMBERS: "take_members", SeenBy.FRIENDS: "take_friends"}
    return LookOptionView(
        offers=(*offers, Offer("skip", say("app.ways.leave_out"), choice="back")),
        name=entry.name,
        seen_by=tuple(Offer(by.value, say(f"app.ways.{name}")) for by, name in names.items()),
    )


def steps_for(entry: Entry, lens: Lens, journey: Journey) -> tuple[str, ...]:
    """What to do for a way that needs the person's hands; empty for one that does not."""
    if lens not in (*FILES, Lens.TYPED):
        return ()
    if lens is Lens.SAVED_PAGE:
        return lines("walls.save_steps", address=entry.account.url)
    toolkit = journey.toolkit
    return (toolkit.archive_steps if lens is Lens.ARCHIVE else toolkit.steps_by_hand)(entry.account)


def opens_archives(journey: Journey, lens: Lens | None) -> bool:
    """True for a way that has a page of its own: archives, where they can be read with their progress told."""
    return lens is Lens.ARCHIVE and journey.toolkit.read_archives is not None


@dataclass(frozen=True, slots=True)
class Question:
    """A question no page can settle, and what was answered, empty while nothing was."""

    rule_id: str
    words: str
    said: str


def questions(journey: Journey) -> tuple[Question, ...]:
    """The few questions, in order."""
    said = journey.decisions.replies
    return tuple(Question(rule_id, words, said.get(rule_id, "")) for rule_id, words in answers.questions())


@dataclass(frozen=True, slots=True)
class ToProve:
    """An account that was stopped, why, and the ways to show that it is the person's own."""

    name: str
    sentence: str
    ways: tuple[str, ...]


def prove(journey: Journey) -> tuple[ToProve, ...]:
    """The accounts that were stopped; on the safer way nothing is offered that others could see."""
    return tuple(
        ToProve(
            account_name(stopped.account, journey.toolkit.platform_name),
            stopped.sentence,
            tuple(way.sentence for way in stopped.ways if not (journey.safer and way.shows)),
        )
        for stopped in journey.stopped.values()
    )


@dataclass(frozen=True, slots=True)
class RequestsView:
    """Every request in order, and how many were made and refused."""

    records: tuple[RequestRecord, ...]
    count: str


def requests(journey: Journey) -> RequestsView:
    """The ledger."""
    records: Sequence[RequestRecord] = journey.requests()
    made = sum(record.allowed for record in records)
    return RequestsView(tuple(records), say("app.requests.made", made=made, number=len(records) - made))
