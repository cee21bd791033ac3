"""The private cards and the three readers in lines. There is nothing to answer, so nothing can be kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from privacy_check import employer_pack
from privacy_check.errors import PrivacyCheckError
from privacy_check.journey.flow import PageId
from privacy_check.reflection.cards import Card, rows, topics, worded
from privacy_check.reflection.readers import laid_over, readers
from privacy_check.sentences import say
from tui.dialogue import BACK, Dialogue, Went


def topics_page(talk: Dialogue) -> Went:
    """The topics, and what else there is to think with; enter goes back."""
    talk.heading(say("reflect.heading"), say("reflect.private"))
    choices = [(topic.id, topic.title) for topic in topics()]
    choices.append((PageId.READERS.value, say("reflect.readers")))
    choices.append((PageId.PACK.value, say("reflect.speaks_for", name=employer_pack.current().name)))
    chosen = talk.choose(say("reflect.which_topic"), choices)
    if not chosen:
        return BACK
    return Went(chosen) if chosen in (PageId.READERS, PageId.PACK) else Went(PageId.CARD, chosen)


def reflect(talk: Dialogue) -> None:
    """The topics by themselves, as `privacy-check reflect` shows them."""
    while (chosen := topics_page(talk)) != BACK:
        if chosen.choice == PageId.READERS:
            three_readers(talk)
        elif chosen.choice == PageId.PACK:
            whose(talk)
        else:
            cards(talk, chosen.subject)


def cards(talk: Dialogue, topic_id: str) -> None:
    """The cards from that topic on."""
    at = [topic.id for topic in topics()].index(topic_id)
    walk(talk, [card for topic in topics()[at:] for card in topic.cards])


def walk(talk: Dialogue, cards: Sequence[Card]) -> None:
    """One card at a time; what is typed between them only says where to go."""
    skipped = ""
    talk.heading(say("reflect.heading"), say("reflect.nothing_to_type"))
    for card in cards:
        if card.topic == skipped:
            continue
        tell(talk, card)
        word = talk.ask(say("reflect.plain_keys")).casefold()
        if word in ("x", "stop"):
            return
        skipped = card.topic if word in ("s", "skip") else ""
    talk.say(say("reflect.ending"))


def tell(talk: Dialogue, card: Card) -> None:
    """One card in lines."""
    shown = worded(card)
    talk.heading(shown.title)
    talk.say(*(f"{label}: {text}" if label else text for label, text in rows(shown)))


def three_readers(talk: Dialogue, words: str = "") -> None:
    """The three questions over some words, asked one by one; nothing that is typed to them is taken."""
    talk.heading(say("reflect.three.heading"), say("reflect.three.asks"))
    if not words:
        talk.say(say("reflect.three.plain_words"))
        words = "\n".join(talk.several(say("plain.pages.words")))
    for reader in readers():
        if words:
            talk.say(f"\u201c{laid_over(words)}\u201d")
        talk.say(f"{reader.name}: {reader.asks} {reader.think}")
        talk.ask(say("reflect.three.plain_think"))
    talk.say(say("reflect.three.open_end"))


def whose(talk: Dialogue) -> None:
    talk.heading(say("reflect.whose.heading"), say("reflect.whose.lead"))
    choices = [(pack.id, pack.name) for pack in employer_pack.all_shipped()]
    chosen = talk.choose(say("reflect.whose.which"), [*choices, ("file", say("reflect.whose.another"))])
    if not chosen:
        return
    try:
        pack = (
            employer_pack.load(Path(talk.ask(say("reflect.whose.type_path"))))
            if chosen == "file"
            else employer_pack.shipped(chosen)
        )
    except PrivacyCheckError as error:
        talk.say(error.message, error.hint)
        return
    employer_pack.use(pack)
    talk.say(say("reflect.whose.taken", name=pack.name))
