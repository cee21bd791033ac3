"""Stopping a check: what was seen is kept and told, the code is 130, and an end from outside is like Ctrl-C."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from privacy_check.cli import main
from privacy_check.cli.options import ReportWanted
from privacy_check.cli.process import end_like_ctrl_c
from privacy_check.model import Account, Capture, LinkReading, Outcome
from tests.unit.test_selfcheck import FakeCollector, account, toolkit


class Interrupted(FakeCollector):
    """Somebody presses Ctrl-C while the account called "stop" is looked at."""

    async def collect(self, account: Account, progress: Callable[[str], None]) -> Capture:
        if account.handle == "stop":
            signal.raise_signal(signal.SIGINT)
            await asyncio.Event().wait()
        return await super().collect(account, progress)


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> FakeCollector:
    return use(Interrupted({"walled": Outcome.LOGIN_WALL}), monkeypatch)


def use(collector: FakeCollector, monkeypatch: pytest.MonkeyPatch) -> FakeCollector:
    """Every command looks with this collector from now on."""
    tools = replace(toolkit(collector), recognise=lambda text: LinkReading(account(text), "Frendli"))
    monkeypatch.setattr("privacy_check.cli.toolkit.build_toolkit", lambda **_: tools)
    return collector


def test_stopped_before_anything_was_seen(collector: FakeCollector, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "stop", "--mine"]) == 130
    out, err = capsys.readouterr()
    assert out == ""
    assert "Stopped." in err
    assert collector.closed


def test_stopped_half_way_keeps_what_was_seen(
    collector: FakeCollector, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("privacy_check.selfcheck.AT_ONCE", 1)
    assert main(["check", "asha", "stop", "later", "--mine", "--json"]) == 130
    out, err = capsys.readouterr()
    document = json.loads(out)
    assert [row["handle"] for row in document["accounts"]] == ["asha"]
    assert {"frendli:stop", "frendli:later"} <= set(document["not_checked"])
    assert "Stopped before the end." in err
    assert collector.closed


def test_an_account_not_reached_is_named_and_never_safe(
    collector: FakeCollector, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("privacy_check.selfcheck.AT_ONCE", 1)
    assert main(["check", "asha", "stop", "--mine"]) == 130
    unseen = capsys.readouterr().out.split("WHAT WE COULD NOT SEE")[1]
    assert "frendli · stop: not looked at yet." in unseen


def test_the_next_way_to_look_is_told_where_nothing_was_seen(
    collector: FakeCollector, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "walled", "--mine"]) == 3
    out, err = capsys.readouterr()
    for told in (out, err):
        assert "privacy-check check https://frendli.example/walled --mine --window" in told
        assert "privacy-check page FILE --url https://frendli.example/walled" in told


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("ctrl_c", [signal.default_int_handler, signal.SIG_IGN])
def test_an_end_from_outside_is_like_ctrl_c(name: str, ctrl_c: object) -> None:
    number = getattr(signal, name)
    before = {each: signal.getsignal(each) for each in (number, signal.SIGINT)}
    signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, ctrl_c)  # type: ignore[arg-type]  # one of the two values it takes
    try:
        end_like_ctrl_c()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(number)
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def test_a_report_of_a_stopped_check_is_saved(
    collector: FakeCollector, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("privacy_check.selfcheck.AT_ONCE", 1)
    saved: list[ReportWanted] = []
    monkeypatch.setattr("privacy_check.cli.look.finish", lambda *_, report, **__: saved.append(report))
    assert main(["check", "asha", "stop", "--mine", "--report", str(tmp_path / "out")]) == 130
    assert saved == [ReportWanted(tmp_path / "out")]
