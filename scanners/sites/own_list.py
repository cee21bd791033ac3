"""The built-in list: sites people in the UK use, and platforms of the catalogue that tell by a plain page."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from privacy_check.forgotten import SiteFacts, Topic
from privacy_check.sentences import translated
from scanners.resolving import host_of
from scanners.sites.site import GAP, Sign, Site

CATALOGUE = "catalogue.toml"


@cache
def own_sites() -> tuple[Site, ...]:
    """Every site of the list, those of the catalogue last; by file, then as they stand there."""
    return (*(site for _, table in _tables() for site in _sites(table)), *_of_catalogue())


def dated() -> str:
    """The newest day on which a part of the list was written down."""
    return max(str(table["as_of"]) for _, table in _tables())


def with_own_facts(facts: SiteFacts, url: str) -> SiteFacts:
    """What another list says of a site, with what the built-in one knows of leaving it."""
    known = _by_host().get(_host(url))
    if known is None or facts.delete_url or facts.delete_how:
        return facts
    return replace(known, id=facts.id, name=facts.name, category=facts.category, topic=facts.topic)


@cache
def _by_host() -> Mapping[str, SiteFacts]:
    return {_host(site.ask): site.facts for _, table in _tables() for site in _sites(table)}


def _host(url: str) -> str:
    """The host of a site as the same site has it elsewhere: without `www.`, nor the handle before it."""
    return host_of(url.replace(f"{GAP}.", "")).removeprefix("www.")


@cache
def _tables() -> tuple[tuple[str, Mapping[str, Any]], ...]:
    folder = files("scanners") / "sites" / "list"
    named = sorted((file.name, file) for file in folder.iterdir() if file.name.endswith(".toml"))
    return tuple((name, tomllib.loads(file.read_text("utf-8"))) for name, file in named if name != CATALOGUE)


def _sites(table: Mapping[str, Any]) -> Iterator[Site]:
    for row in table["site"]:
        look = row.get("look", "")
        yield Site(
            facts=SiteFacts(
                id=row["id"],
                name=row["name"],
                category=table["category"],
                topic=Topic(row["topic"]) if "topic" in row else None,
                delete_url=row.get("delete", ""),
                delete_how=translated(row.get("delete_how", "")),
                difficulty=row["difficulty"],
                worth=translated(table["worth"][row["worth"]]),
                by_hand=look,
                confidence=row["confidence"],
                as_of=str(row.get("as_of", table["as_of"])),
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
    for name in tomllib.loads((files("scanners") / "sites" / "list" / CATALOGUE).read_text("utf-8"))["platforms"]:
        table = tomllib.loads((files("scanners") / "platforms" / f"{name}.toml").read_text("utf-8"))
        address = table["address"]
        yield Site(
            facts=SiteFacts(
                id=name,
                name=table["name"],
                category=table["category"],
                delete_url=table.get("links", {}).get("delete_account", ""),
                confidence=table.get("confidence", {}).get("markers", ""),
                as_of=table["as_of"],
                verified_on=table.get("verified_on"),
            ),
            ask=address["template"].replace("{handle}", GAP),
            handle=address.get("handle", ""),
            platform=name,
        )
