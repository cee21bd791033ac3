"""The built-in list: sites people in the UK use, and platforms of the catalogue that tell by a plain page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from privacy_check.forgotten import SiteFacts, Topic
from privacy_check.sentences import translated
from privacy_check.tables import table, tables
from scanners.resolving import host_of
from scanners.sites.site import GAP, Sign, Site

CATALOGUE = "catalogue"


@cache
def own_sites() -> tuple[Site, ...]:
    """Every site of the list, those of the catalogue last; by file, then as they stand there."""
    return (*(site for each in _tables() for site in _sites(each)), *_of_catalogue())


def dated() -> str:
    """The newest day on which a part of the list was written down."""
    return max(str(each["as_of"]) for each in _tables())


def with_own_facts(facts: SiteFacts, url: str) -> SiteFacts:
    """What another list says of a site, with what the built-in one knows of leaving it."""
    known = _by_host().get(_host(url))
    if known is None or facts.delete_url or facts.delete_how:
        return facts
    return replace(known, id=facts.id, name=facts.name, category=facts.category, topic=facts.topic)


@cache
def _by_host() -> Mapping[str, SiteFacts]:
    return {_host(site.ask): site.facts for each in _tables() for site in _sites(each)}


def _host(url: str) -> str:
    """The host of a site as the same site has it elsewhere: without `www.`, nor the handle before it."""
    return host_of(url.replace(f"{GAP}.", "")).removeprefix("www.")


@cache
def _tables() -> tuple[Mapping[str, Any], ...]:
    return tuple(rows for name, rows in tables("scanners", "sites", "list").items() if name != CATALOGUE)


def _sites(told: Mapping[str, Any]) -> Iterator[Site]:
    for row in told["site"]:
        look = row.get("look", "")
        yield Site(
            facts=SiteFacts(
                id=row["id"],
                name=row["name"],
                category=told["category"],
                topic=Topic(row["topic"]) if "topic" in row else None,
                delete_url=row.get("delete", ""),
                delete_how=translated(row.get("delete_how", "")),
                difficulty=row["difficulty"],
                worth=translated(told["worth"][row["worth"]]),
                by_hand=look,
                confidence=row["confidence"],
                as_of=str(row.get("as_of", told["as_of"])),
                verified_on=row.get("verified_on"),
            ),
            ask=row.get("ask", look),
            show=row.get("show", ""),
            there=Sign(200, row.get("there", "")),
            missing=Sign(row.get("missing_status", 404), row.get("missing", "")),
            handle=row.get("handle", ""),
            refusal=f"accounts.why.{row['how']}" if "how" in row else "",
        )


def _of_catalogue() -> Iterator[Site]:
    for name in tables("scanners", "sites", "list")[CATALOGUE]["platforms"]:
        told = table("scanners", "platforms", f"{name}.toml")
        address = told["address"]
        yield Site(
            facts=SiteFacts(
                id=name,
                name=told["name"],
                category=told["category"],
                delete_url=told.get("links", {}).get("delete_account", ""),
                confidence=told.get("confidence", {}).get("markers", ""),
                as_of=told["as_of"],
                verified_on=told.get("verified_on"),
            ),
            ask=address["template"].replace("{handle}", GAP),
            handle=address.get("handle", ""),
            platform=name,
        )
