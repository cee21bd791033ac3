"""Forgotten accounts: what a site's answer comes to, over a loopback server with one path per kind of answer."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from privacy_check.forgotten import SiteAnswer, SiteFacts, SiteWish, Topic
from privacy_check.model import Outcome
from privacy_check.sentences import say
from scanners.resolving import ELSEWHERE, NOT_WEB, PRIVATE
from scanners.sites import site_run
from scanners.sites.asking import AT_ONCE, Asking
from scanners.sites.own_list import own_sites, with_own_facts
from tests.unit.sites_served import ANSWERS, KNOWN, RAW, Served, sites_served

FOUND = ("there", "packed", "moved", "chunked")
EXPECTED = {
    "absent": Outcome.NOT_FOUND,
    "yes_to_all": Outcome.ERROR,
    "login_page": Outcome.LOGIN_WALL,
    "login_form": Outcome.LOGIN_WALL,
    "login_with_name": Outcome.LOGIN_WALL,
    "to_login": Outcome.LOGIN_WALL,
    "challenge": Outcome.CHALLENGE,
    "challenge_403": Outcome.CHALLENGE,
    "challenge_404": Outcome.CHALLENGE,
    "challenge_with_words": Outcome.CHALLENGE,
    "limited": Outcome.RATE_LIMITED,
    "limited_with_words": Outcome.RATE_LIMITED,
    "limited_as_missing": Outcome.RATE_LIMITED,
    "down": Outcome.RATE_LIMITED,
    "unauthorised": Outcome.LOGIN_WALL,
    "forbidden": Outcome.BLOCKED,
    "odd_999": Outcome.CHALLENGE,
    **dict.fromkeys(FOUND, Outcome.VISIBLE),
}
KINDS = (*ANSWERS, *RAW, "chunked")


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with pytest.MonkeyPatch.context() as patch, sites_served() as sites:
        patch.setenv("PRIVACY_CHECK_ALLOW_LOOPBACK", "1")
        yield sites


def run_over(wish: SiteWish, deadline: float = 20.0) -> tuple[Asking, dict[str, SiteAnswer]]:
    async def collect() -> dict[str, SiteAnswer]:
        return {answer.account.platform: answer async for answer in run.events()}

    run = site_run(wish)
    run.deadline = deadline
    return run, asyncio.run(collect())


@pytest.fixture(scope="module")
def told(served: Served, tmp_path_factory: pytest.TempPathFactory) -> tuple[Asking, dict[str, SiteAnswer]]:
    """Every kind at once."""
    rows = [served.site("no_tls", uri_check=f"https://127.0.0.1:{served.port}/no_tls/{{account}}")]
    kinds = [kind for kind in KINDS if kind != "no_tls"]
    path = served.file(tmp_path_factory.mktemp("list"), *kinds, rows=rows)
    return run_over(SiteWish((KNOWN,), path))


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_sites_own_evidence_makes_an_account_or_its_absence(
    kind: str, told: tuple[Asking, dict[str, SiteAnswer]]
) -> None:
    answer = told[1][kind]
    assert answer.outcome is EXPECTED.get(kind, Outcome.ERROR), answer.evidence
    assert answer.evidence
    assert all(answer.evidence)


def test_a_site_that_says_yes_to_a_made_up_name_is_distrusted(
    served: Served, told: tuple[Asking, dict[str, SiteAnswer]]
) -> None:
    assert "made-up name" in told[1]["yes_to_all"].evidence[0]
    names = served.names("there")
    assert names.count(KNOWN) <= 2  # one more by the site that sends its visitors there
    assert any(name != KNOWN for name in names)


def test_every_request_is_in_the_ledger_and_private_places_are_never_asked(
    served: Served, told: tuple[Asking, dict[str, SiteAnswer]]
) -> None:
    records = told[0].requests()
    refused = {record.account.split(":")[0]: record.reason for record in records if not record.allowed}
    assert refused == {
        "to_private": say(PRIVATE),
        "to_metadata": say(PRIVATE),
        "to_elsewhere": say(ELSEWHERE),
        "to_nothing": say(NOT_WEB),
    }
    assert {record.method for record in records} == {"GET"}
    made = sorted(record.url.split(str(served.port))[1] for record in records if record.allowed)
    assert set(served.asked) <= set(made)
    assert not any(path.startswith("/login?") for path in served.asked)


def test_a_site_that_does_not_answer_in_time_could_not_be_seen(served: Served, tmp_path: Path) -> None:
    _, answers = run_over(SiteWish((KNOWN,), served.file(tmp_path, "slow")), deadline=0.1)
    assert answers["slow"].outcome is Outcome.ERROR
    assert "longer than" in answers["slow"].evidence[0]


def test_loopback_is_refused_without_leave(
    served: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = served.file(tmp_path, "there")
    before = len(served.asked)
    monkeypatch.delenv("PRIVACY_CHECK_ALLOW_LOOPBACK")
    run, answers = run_over(SiteWish((KNOWN,), path))
    assert answers["there"].outcome is Outcome.ERROR
    assert say(PRIVATE) in answers["there"].evidence[0]
    assert len(served.asked) == before
    assert [record.allowed for record in run.requests()] == [False]


def test_what_is_known_is_not_asked_again(served: Served, tmp_path: Path) -> None:
    path = served.file(tmp_path, "absent", "broken")
    _, first = run_over(SiteWish((KNOWN,), path))
    known = {f"{name}\x1f{KNOWN}": answer for name, answer in first.items() if answer.outcome.conclusive}
    served.asked.clear()
    _, second = run_over(SiteWish((KNOWN,), path, known=known))
    assert f"/broken/{KNOWN}" in served.asked
    assert all(path.startswith("/broken/") for path in served.asked)
    assert second["absent"].outcome is Outcome.NOT_FOUND


def test_topics_are_left_alone_and_counted_unless_asked_for(served: Served, tmp_path: Path) -> None:
    rows = [
        served.site("there", name=cat, cat=cat) for cat in ("xx NSFW xx", "dating", "health", "political", "art")
    ]
    path = served.file(tmp_path, rows=rows)
    run, answers = run_over(SiteWish((KNOWN,), path))
    assert set(answers) == {"art"}
    assert dict(run.about.left_alone) == dict.fromkeys(Topic, 1)
    _, more = run_over(SiteWish((KNOWN,), path, topics=frozenset({Topic.DATING})))
    assert set(more) == {"art", "dating"}


@pytest.mark.parametrize(
    "entry",
    [
        {"post_body": '{"name":"{account}"}'},
        {"headers": {"Authorization": "Bearer x"}},
        {"headers": {"cookie": "a=b"}},
        {"uri_check": "ftp://127.0.0.1/{account}"},
        {"uri_check": "http://127.0.0.1/nobody"},
        {"uri_check": "http://[::1/{account}"},
        {"valid": False},
    ],
)
def test_entries_that_cannot_be_asked_by_a_plain_view_are_refused_with_the_reason(
    served: Served, tmp_path: Path, entry: dict[str, object]
) -> None:
    served.asked.clear()
    _, answers = run_over(SiteWish((KNOWN,), served.file(tmp_path, rows=[served.site("there", **entry)])))
    assert answers["there"].outcome is Outcome.ERROR
    assert answers["there"].evidence
    assert served.asked == []


def test_the_words_of_a_list_are_met_with_the_handle_in_them_and_without_odd_letters(
    served: Served, tmp_path: Path
) -> None:
    rows = [
        served.site("there", name="named", e_string="Profile of {account}"),
        served.site("there", name="no sign", e_string=""),
        served.site("absent", name="no words", m_string=""),
        served.site("there", name="stripped", strip_bad_char="+"),
        served.site("there", name="odd", e_code="x", m_code=None, e_string=7, known=3, cat=[], headers=[]),
        served.site("there", name="stripped"),
    ]
    _, answers = run_over(SiteWish((f"{KNOWN}+",), served.file(tmp_path, rows=rows[3:4])))
    assert answers["stripped"].outcome is Outcome.VISIBLE
    assert answers["stripped"].account.handle == KNOWN
    _, answers = run_over(SiteWish((KNOWN,), served.file(tmp_path, rows=rows)))
    assert answers["named"].outcome is Outcome.VISIBLE
    assert answers["no sign"].outcome is Outcome.ERROR
    assert answers["no words"].outcome is Outcome.NOT_FOUND
    assert answers["odd"].outcome is Outcome.ERROR
    assert answers["stripped (2)"].outcome is Outcome.VISIBLE


def test_the_built_in_list_says_of_each_site_what_it_must() -> None:
    own = [site for site in own_sites() if not site.platform]
    assert len(own) >= 80
    assert len({site.facts.id for site in own_sites()}) == len(own_sites())
    for site in own:
        facts = site.facts
        assert facts.as_of, facts.id
        assert facts.confidence in ("high", "medium", "low"), facts.id
        assert facts.difficulty in ("easy", "medium", "hard", "impossible"), facts.id
        assert facts.worth, facts.id
        assert facts.delete_url or facts.delete_how, facts.id
        if site.refusal:
            assert facts.by_hand.startswith("https://"), facts.id
        else:
            assert "{account}" in site.ask, facts.id
            assert site.ask.startswith("https://"), facts.id
            assert site.there.text, facts.id
            assert site.missing.text or site.missing.status == 404, facts.id
    askable = [site for site in own_sites() if not site.refusal]
    assert len(askable) >= 80


def test_the_own_list_tells_how_to_leave_a_site_of_another_list() -> None:
    facts = SiteFacts("Ravelry here", "Ravelry here", "crafts")
    told = with_own_facts(facts, "https://ravelry.com/people/{account}")
    assert (told.id, told.category) == ("Ravelry here", "crafts")
    assert told.delete_how
    assert told.worth
    assert with_own_facts(facts, "https://example.org/{account}") is facts
    assert with_own_facts(facts, "https://{account}.wordpress.com/").delete_url


def test_of_a_long_list_only_a_yes_and_the_last_sites_cost_a_second_request(
    served: Served, tmp_path: Path
) -> None:
    rows = [
        served.site("there", name="first"),
        *(served.site("absent", name=f"s{n}") for n in range(AT_ONCE + 20)),
    ]
    run, answers = run_over(SiteWish((KNOWN,), served.file(tmp_path, rows=rows)))
    assert answers["first"].outcome is Outcome.VISIBLE
    assert {answer.outcome for name, answer in answers.items() if name != "first"} == {Outcome.NOT_FOUND}
    made_up = [record for record in run.requests() if not record.url.endswith(KNOWN)]
    assert len(made_up) == AT_ONCE + 1
