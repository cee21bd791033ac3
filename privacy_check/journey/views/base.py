"""What every view is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing a person may choose on a page.

    `choice`, `subject` and `among` are what the flow is told (`choice` is the id unless said otherwise); `aside`
    stands beside the words; an offer that is not `listed` is a key in the app and a line in the plain dialogue.
    """

    id: str
    words: str
    aside: str = ""
    choice: str = ""
    subject: str = ""
    among: tuple[str, ...] = ()
    listed: bool = True
    strong: bool = False

    @property
    def leads(self) -> str:
        """The choice the flow is told."""
        return self.choice or self.id

    @property
    def in_a_line(self) -> str:
        """The words with what stands beside them."""
        return f"{self.words}, {self.aside}" if self.aside else self.words


@dataclass(frozen=True, slots=True)
class View:
    """A page that says some sentences and offers some choices."""

    says: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()

    @property
    def listed(self) -> tuple[Offer, ...]:
        """The offers that stand as lines."""
        return tuple(offer for offer in self.offers if offer.listed)


def chosen(offers: Iterable[Offer], offer_id: str | None) -> Offer | None:
    """The offer of that id."""
    return next((offer for offer in offers if offer.id == offer_id), None)
