"""People whose pictures are hard to draw: very much of everything, and words that no line can hold."""

from __future__ import annotations

from functools import cache

from privacy_check import catalogue
from privacy_check.assessment.assemble import assess
from privacy_check.assessment.pieces import private_topic
from privacy_check.assessment.scenarios import vocabulary
from privacy_check.model import Account, Assessment, Field, Group, Lens, Outcome, Post, ProfileView, SeenBy
from tests.conftest import NOON
from tests.unit.assessments import FOUR
from tests.unit.findings import finding

FAITH = "Larkfield Methodist Walkers"


def busy() -> Assessment:
    """More accounts, doors and facts than any picture holds, each fact on two accounts."""
    accounts = [Account("frendli", f"asha.kapoor.{at}", f"https://frendli.example/{at}") for at in range(14)]
    rules = dict.fromkeys(rule for door in catalogue.scenarios() for rule in vocabulary(door.id))
    found = [
        finding(rule, accounts[(at + turn) % len(accounts)], value=f"a fact of kind {rule}")
        for at, rule in enumerate(rules)
        for turn in range(2)
        if not private_topic(rule)
    ]
    views = [_view(account) for account in accounts]
    return assess(views, findings=found, requests=(), started_at=NOON, finished_at=NOON)


def unbreakable() -> Assessment:
    """Names and words without a single blank, in wide letters, in letters that join, and in signs."""
    words = ("W" * 300, "漢" * 300, "👩‍👩‍👧" * 100, "ﷺ" * 60, "a\u0301" * 300)
    accounts = [Account("frendli", word, f"https://frendli.example/{at}") for at, word in enumerate(words)]
    views = [
        _view(account, Field("bio", word, "test"), Field("display_name", word, "test"))
        for account, word in zip(accounts, words, strict=True)
    ]
    found = [
        finding(rule, account, value=account.handle, field="bio")
        for account in accounts
        for rule in ("PI-03", "PI-01", "LOC-01", "WRK-05")
    ]
    return assess(views, findings=found, requests=(), started_at=NOON, finished_at=NOON)


def private() -> Assessment:
    """Something private in a group, in a bio and in a post, beside things that may be named."""
    account = Account("frendli", "asha.k", "https://frendli.example/asha.k")
    bio = f"Proud of the {FAITH}. Ring me on 07700 900123."
    view = ProfileView(
        account,
        Lens.PUBLIC,
        Outcome.VISIBLE,
        fields=(Field("bio", bio, "test"), Field("groups", FAITH, "test")),
        groups=(Group(FAITH, category="GRP-S3"),),
        posts=(Post(f"Lovely day with {FAITH} in Bramley."),),
        seen_by=SeenBy.PUBLIC,
    )
    found = [
        finding("GRP-S3", account, value=FAITH, field="groups"),
        finding("PI-03", account, value="07700 900123"),
        finding("LOC-01", account, value="Bramley", field="posts"),
    ]
    return assess((view,), findings=found, requests=(), started_at=NOON, finished_at=NOON)


def _view(account: Account, *fields: Field) -> ProfileView:
    return ProfileView(account, Lens.PUBLIC, Outcome.VISIBLE, fields=fields, seen_by=SeenBy.PUBLIC)


# Made once: nothing of them can be changed.
HARD = {
    name: cache(make)
    for name, make in {**FOUR, "busy": busy, "unbreakable": unbreakable, "private": private}.items()
}
