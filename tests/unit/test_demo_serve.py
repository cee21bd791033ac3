"""`demo --serve`: a trainer gets addresses that answer, until they stop it."""

from __future__ import annotations

import re

import httpx
import pytest

from privacy_check.cli import main


def test_the_printed_addresses_answer_until_it_is_stopped(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, int] = {}

    def look_around() -> None:
        for url in re.findall(r"http://\S+", capsys.readouterr().out):
            host, _, path = url.removeprefix("http://").partition("/")
            here = f"http://127.0.0.1:{host.rpartition(':')[2]}/"
            seen[here + path] = httpx.get(here + path, headers={"Host": host}).status_code

    monkeypatch.setattr("privacy_check.cli.serve._until_stopped", look_around)
    assert main(["demo", "--serve", "--persona", "amara"]) == 0
    assert len(seen) >= 4
    assert set(seen.values()) == {200}
    with pytest.raises(httpx.ConnectError):
        httpx.get(next(iter(seen)))
