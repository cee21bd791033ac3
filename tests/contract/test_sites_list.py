"""The built-in list of sites: every entry's signs are told apart, and private topics wait to be asked for."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from privacy_check.forgotten import ListFacts, SiteWish, Topic
from privacy_check.model import Outcome
from scanners.sites import site_run
from scanners.sites.asking import Asking
from scanners.sites.catalogue import by_its_signs
from scanners.sites.own_list import own_sites
from scanners.sites.site import GAP, Sign, Site, filled
from scanners.sites.wire import Reply, Wire

ASKED = [site for site in own_sites() if not site.refusal and not site.platform]
NAME = "rowan123"
FIXTURES = Path(__file__).parents[1] / "fixtures" / "platforms"


class Pretend(Wire):
    """Answers for one site as its entry says: the name is there, and nobody else."""

    def __init__(self, site: Site, name: str) -> None:
        super().__init__()
        self.yes, self.site, self.name = filled(site.ask, name), site, name

    async def get(self, url: str, headers: Mapping[str, str]) -> Reply:
        sign, name = (self.site.there, self.name) if url == self.yes else (self.site.missing, "nobody")
        return Reply(sign.status, {}, page(sign, name))


def page(sign: Sign, name: str) -> bytes:
    return f"<title>A page</title><p>Some words. {sign.text.replace(GAP, name)}</p>".encode()


@pytest.mark.parametrize("site", ASKED, ids=lambda site: site.facts.id)
def test_the_signs_of_a_site_tell_yes_from_no(site: Site) -> None:
    async def told(name: str) -> Outcome:
        facts = ListFacts("", "", "", 1, own=True)
        run = Asking(facts, [site], SiteWish((name,)), _wire=Pretend(site, NAME))
        (outcome,) = [answer.outcome async for answer in run.events()]
        return outcome

    assert asyncio.run(told(NAME)) is Outcome.VISIBLE
    assert asyncio.run(told("nobody45")) is Outcome.NOT_FOUND


def test_private_topics_are_asked_only_by_name() -> None:
    quiet = site_run(SiteWish((NAME,)))
    assert {site.facts.topic for site in quiet.sites} == {None}
    assert set(quiet.about.left_alone) == set(Topic)
    everything = site_run(SiteWish((NAME,), topics=frozenset(Topic)))
    assert len(everything.sites) == len(own_sites())


@pytest.mark.parametrize(
    ("case", "outcome"), [("visible", Outcome.VISIBLE), ("not_found", Outcome.NOT_FOUND), ("wall", None)]
)
def test_platforms_of_the_catalogue_are_judged_by_their_own_signs(case: str, outcome: Outcome | None) -> None:
    site = next(site for site in own_sites() if site.platform == "letterboxd")
    folder = FIXTURES / "letterboxd"
    found = sorted(
        path for path in folder.iterdir() if case in path.name or (case == "wall" and "chall" in path.name)
    )
    assert found, sorted(path.name for path in folder.iterdir())
    meta = tomllib.loads((found[0] / "meta.toml").read_text("utf-8"))
    reply = Reply(meta.get("status", 200), {}, (found[0] / "page.html").read_bytes())
    told = by_its_signs(site, meta.get("handle", NAME), reply, [meta["url"]])
    if outcome is None:
        assert not told.outcome.conclusive
    else:
        assert told.outcome is outcome
    assert told.evidence
