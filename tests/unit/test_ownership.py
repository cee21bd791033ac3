"""Only the person's own accounts: statement, cap, contradiction, and the three proofs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from privacy_check.errors import NotYours
from privacy_check.model import Account, Field, Lens, Link, Outcome, Ownership, ProfileView
from privacy_check.ownership import Gate, ProofKind, contradicts
from privacy_check.subject import AboutMe

ACCOUNT = Account("frendli", "asha.k", "https://frendli.example/asha.k")
ABOUT = AboutMe.from_mapping(
    {
        "names": ["Asha Kapoor-Bell"],
        "former_names": ["Asha Kapoor"],
        "nicknames": ["Ash"],
        "own_businesses": ["Bell Cakes"],
    }
)
GATE = Gate(stated=True, secret=b"only for tests")


def view(name: str, *, bio: str = "", links: tuple[Link, ...] = (), account: Account = ACCOUNT) -> ProfileView:
    fields = (Field("display_name", name, "test"), Field("bio", bio, "test"))
    return ProfileView(account, Lens.PUBLIC, Outcome.VISIBLE, fields=fields, links=links)


def test_nothing_is_looked_at_without_the_statement() -> None:
    with pytest.raises(NotYours) as refused:
        Gate(stated=False).admit([ACCOUNT])
    assert "--mine" in refused.value.hint


def test_the_same_account_counts_once_and_thirteen_are_too_many() -> None:
    same = replace(ACCOUNT, handle="Asha.K")
    assert len(GATE.admit([ACCOUNT, same])) == 1
    many = [replace(ACCOUNT, handle=f"asha{number}") for number in range(13)]
    assert len(GATE.admit(many[:12])) == 12
    with pytest.raises(NotYours):
        GATE.admit(many)


@pytest.mark.parametrize(
    "shown",
    [
        "Asha Kapoor-Bell",
        "ASHA KAPOOR",
        "Ash K.",
        "Ms Asha B",
        "Äsha Kapoor",
        "asha",
        "sunny_days",
        "",
        "🌻🌻",
        "Bell Cakes",
    ],
)
def test_a_name_that_may_be_hers_goes_on(shown: str) -> None:
    assert not contradicts(shown, ABOUT)
    assert GATE.rule(view(shown), ABOUT).ownership is Ownership.STATED


@pytest.mark.parametrize(
    "shown",
    ["Sarah Jones", "Dr Martin O'Neill", "Мария Иванова", "Jo Ashworth-Lee", "Dev Kapoor", "Sarah K. Bell"],
)
def test_another_persons_name_stops_the_account(shown: str) -> None:
    assert contradicts(shown, ABOUT)
    assert GATE.rule(view(shown), ABOUT).ownership is Ownership.CONTRADICTED


def test_without_a_name_given_nothing_can_contradict() -> None:
    assert not contradicts("Sarah Jones", AboutMe())


def test_the_code_in_the_bio_proves_the_account_and_only_that_one() -> None:
    code = GATE.code_for(ACCOUNT)
    assert GATE.rule(view("Sarah Jones", bio=f"hello {code.upper()} bye"), ABOUT).ownership is Ownership.PROVED
    other = replace(ACCOUNT, handle="someone.else")
    assert GATE.rule(view("Sarah Jones", bio=code, account=other), ABOUT).ownership is Ownership.CONTRADICTED
    assert Gate(True, b"another computer").code_for(ACCOUNT) != code


def test_without_a_secret_no_code_proves_anything() -> None:
    bare = Gate(stated=True)
    assert bare.rule(view("Sarah Jones", bio=bare.code_for(ACCOUNT)), ABOUT).ownership is Ownership.CONTRADICTED


def test_links_in_both_directions_prove_it_and_one_does_not() -> None:
    site = Account("generic", "asha.example", "https://www.asha.example/")
    page = view("Asha", account=site, links=(Link(ACCOUNT.url, rel="me noopener"),))
    back = view("Sarah Jones", links=(Link("https://asha.example"),))
    assert GATE.rule(back, ABOUT, [page]).ownership is Ownership.PROVED
    assert GATE.rule(view("Sarah Jones"), ABOUT, [page]).ownership is Ownership.CONTRADICTED
    silent = replace(page, links=(Link(ACCOUNT.url),))
    assert GATE.rule(back, ABOUT, [silent]).ownership is Ownership.CONTRADICTED


def test_the_accounts_own_archive_is_proof_and_a_saved_page_is_not() -> None:
    archive = replace(view("Sarah Jones"), lens=Lens.ARCHIVE)
    assert GATE.rule(archive, ABOUT).ownership is Ownership.PROVED
    saved = replace(view("Sarah Jones"), lens=Lens.SAVED_PAGE)
    assert GATE.rule(saved, ABOUT).ownership is Ownership.CONTRADICTED


def test_only_proofs_that_can_be_given_here_are_offered() -> None:
    ways = GATE.how_to_prove(ACCOUNT)
    assert [(way.kind, way.shows) for way in ways] == [(ProofKind.LINK_BACK, False), (ProofKind.CODE, True)]
    assert "rel=me" in ways[0].sentence
    assert not any("archive" in way.sentence for way in ways)
    assert GATE.code_for(ACCOUNT) in ways[-1].sentence
    assert "watching" in ways[-1].sentence
