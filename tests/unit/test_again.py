"""Looking again: only where something was open or unseen; the rest stands as it was, with its day."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from privacy_check.again import look_again
from privacy_check.cli import main
from privacy_check.cli.keeping import NAMED
from privacy_check.model import Account, Assessment, Lens, LinkReading, Mark, Outcome
from privacy_check.selfcheck import Look, SelfCheck
from privacy_check.vault import Vault, without_words
from tests.conftest import NOON
from tests.unit.assessments import FRENDLI, STRIDE, WALLED, finding, full, view
from tests.unit.test_selfcheck import GATE, FakeCollector, account, run, toolkit
from tests.unit.test_stopping import use

PASSPHRASE = "three random words"
SETTLED = finding("PI-01", "Asha Kapoor", STRIDE, mark=Mark.KEEP)


def unknown(text: str) -> LinkReading:
    return LinkReading()


def known(text: str) -> LinkReading:
    platform, _, handle = text.partition(":")
    return LinkReading(Account(platform, handle, f"https://{platform}.example/{handle}"))


def last(*findings: object, **changes: object) -> Assessment:
    base = Assessment(NOON, views=(view(FRENDLI), view(STRIDE), view(WALLED, Outcome.LOGIN_WALL)))
    return replace(base, findings=findings, **changes)  # type: ignore[arg-type]  # named parts


def test_only_what_was_open_or_unseen_is_looked_at() -> None:
    again = look_again(
        last(finding("PI-03", "07700 900123"), SETTLED, not_checked=("murmur:asha", "CRD-02")), known
    )
    assert [one.key for one in again.accounts] == [FRENDLI.key, WALLED.key, "murmur:asha"]
    assert again.not_checked == ("CRD-02",)
    partly = last(SETTLED, views=(replace(view(STRIDE), warnings=("The posts were not read.",)),))
    assert [one.key for one in look_again(partly, unknown).accounts] == [STRIDE.key]
    done = last(finding("PI-03", "07700 900123", STRIDE, mark=Mark.FIXED), views=(view(STRIDE),))
    assert [one.key for one in look_again(done, unknown).accounts] == [STRIDE.key]
    assert look_again(last(SETTLED, views=(view(STRIDE),)), unknown).accounts == ()


def test_a_page_that_was_handed_in_has_to_be_handed_in_again() -> None:
    saved = replace(view(STRIDE), lens=Lens.SAVED_PAGE)
    again = look_again(last(finding("PI-03", "07700 900123", STRIDE), views=(saved,)), unknown)
    assert (again.accounts, again.by_hand) == ((), (STRIDE,))


@pytest.mark.parametrize("forgotten", [False, True])
async def test_what_is_not_looked_at_stands_with_its_day(forgotten: bool) -> None:
    before = full()
    before = without_words(before) if forgotten else before
    again = look_again(before, unknown)
    looked = {WALLED.key}
    check = SelfCheck(
        [Look(WALLED)],
        toolkit(FakeCollector()),
        GATE,
        previous=before,
        carried=again.taken_over(looked),
        not_checked=again.not_checked,
    )
    _, now = await run(check)
    days = {item.account.key: item.seen_on for item in now.findings if item.account}
    assert days[FRENDLI.key] == days[STRIDE.key] == NOON.date()
    assert {one.account.key: one.seen_on for one in now.views} == {
        WALLED.key: None,
        FRENDLI.key: NOON.date(),
        STRIDE.key: NOON.date(),
    }
    kinds = {change.fingerprint: change.kind for change in now.changes}
    assert {kinds[item.fingerprint] for item in before.findings} == {"not_looked_at"}
    assert not any(kind.away for kind in kinds.values())


async def test_a_second_time_keeps_the_first_day() -> None:
    first = last(SETTLED)
    carried = look_again(first, unknown).taken_over({WALLED.key})
    older = replace(carried.findings[0], seen_on=NOON.date().replace(day=1))
    second = look_again(last(older), unknown).taken_over({WALLED.key})
    assert second.findings[0].seen_on == NOON.date().replace(day=1)


def keep(monkeypatch: pytest.MonkeyPatch, *handles: str) -> FakeCollector:
    """A kept check of these accounts; what is looked at from now on is noted afresh."""
    monkeypatch.setenv(NAMED, PASSPHRASE)
    collector = use(FakeCollector({"walled": Outcome.LOGIN_WALL, "shut": Outcome.PRIVATE}), monkeypatch)
    main(["check", *handles, "--mine", "--keep", "--quiet"])
    collector.looked.clear()
    return collector


def kept_checks() -> int:
    return len(list(Vault().folder.glob("summary-*")))


def test_the_command_looks_only_there_and_keeps_the_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    collector = keep(monkeypatch, "walled", "shut")
    collector.answers["walled"] = Outcome.VISIBLE
    capsys.readouterr()
    assert main(["check", "--again", "--json"]) == 0
    out, err = capsys.readouterr()
    assert collector.looked == ["walled"]
    rows = {row["handle"]: row["seen_on"] for row in json.loads(out)["accounts"]}
    assert rows["walled"] is None
    assert rows["shut"] is not None
    assert "1 account is taken over as it was" in err
    assert kept_checks() == 2


def test_with_nothing_left_open_nothing_is_looked_at_and_nothing_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    collector = keep(monkeypatch, "shut")
    capsys.readouterr()
    assert main(["check", "--again"]) == 0
    assert "nothing to look at again" in capsys.readouterr().out
    assert collector.looked == []
    assert kept_checks() == 1


def test_links_and_again_do_not_go_together(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", account("asha").url, "--again"]) == 2
    assert "Leave the links out" in capsys.readouterr().err
    assert main(["check", "--again"]) == 2
    assert "No check has been kept" in capsys.readouterr().err
