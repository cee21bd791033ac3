"""Forgotten accounts: a person's own handles over the built-in list of sites, or one they supply."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from privacy_check.forgotten import ListFacts, SiteWish, Topic
from scanners.ledger import Ledger
from scanners.sites.asking import Asking
from scanners.sites.site import Site

__all__ = ["site_run"]


def site_run(wish: SiteWish, ledger: Ledger | None = None) -> Asking:
    """A run over the list the wish names. Raises UnreadableInput for a file that is no such list."""
    if wish.sites is None:
        from scanners.sites.own_list import dated, own_sites

        sites, licence, day, name, unread = own_sites(), "MIT", dated(), "", 0
    else:
        from scanners.sites.whatsmyname import read

        found = read(wish.sites)
        sites, licence, day, name = found.sites, found.licence, found.dated, wish.sites.name
        unread = found.unread
    wanted, left_alone = _wanted(sites, wish.topics)
    about = ListFacts(name, licence, day, len(wanted), wish.sites is None, left_alone, unread)
    return Asking(about, wanted, wish, ledger or Ledger())


def _wanted(sites: Sequence[Site], topics: frozenset[Topic]) -> tuple[tuple[Site, ...], dict[Topic, int]]:
    """The sites to be asked, and how many of each topic are left alone."""
    wanted = tuple(site for site in sites if site.facts.topic is None or site.facts.topic in topics)
    left = Counter(site.facts.topic for site in sites if site.facts.topic and site.facts.topic not in topics)
    return wanted, {topic: left[topic] for topic in Topic if left[topic]}
