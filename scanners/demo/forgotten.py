"""Forgotten accounts on the pretend network: its platforms are asked for a handle, as real sites are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from privacy_check.forgotten import ListFacts, SiteFacts, SiteWish
from privacy_check.sentences import say
from privacy_check.tables import table
from scanners.demo.places import address_of, sites
from scanners.demo.places import registry as platforms
from scanners.ledger import Ledger
from scanners.sites.asking import Asking
from scanners.sites.site import GAP, Sign, Site


def pretend_run(wish: SiteWish, port: int, ledger: Ledger | None = None) -> Asking:
    """A run over the pretend platforms of the network on that port. A list in a file is not read."""
    asked = tuple(pretend_sites(port))
    about = ListFacts(say("accounts.said.practice"), "MIT", str(_listed()["as_of"]), len(asked), own=True)
    return Asking(about, asked, wish, ledger or Ledger())


def pretend_sites(port: int) -> Iterator[Site]:
    """Every pretend platform that can be asked by one plain page."""
    listed = _listed()
    for name, row in listed["site"].items():
        known, speaks = platforms().by_id(name), sites()[name]
        assert known is not None
        yield Site(
            facts=SiteFacts(
                id=name,
                name=known.name,
                category=known.category,
                delete_how=row["delete_how"],
                difficulty=row["difficulty"],
                worth=listed["worth"][row["worth"]],
                confidence="high",
                as_of=str(listed["as_of"]),
                verified_on=listed["as_of"],
            ),
            ask=address_of(name, GAP, port).replace(quote(GAP), GAP),
            there=Sign(200, row["there"]),
            missing=Sign(speaks["missing"], speaks["notices"]["missing"]["heading"]),
            handle=known.address.handle,
        )


def _listed() -> dict[str, Any]:
    return table("scanners", "demo", "asked_sites.toml")
