"""`demo --serve`: a trainer gets addresses that answer, until they stop it."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

from privacy_check.cli import main


@pytest.mark.parametrize("whose", ["program", "pack"])
def test_the_printed_addresses_answer_until_it_is_stopped(
    whose: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: dict[str, int] = {}

    def look_around() -> None:
        for url in re.findall(r"http://\S+", capsys.readouterr().out):
            host, _, path = url.removeprefix("http://").partition("/")
            here = f"http://127.0.0.1:{host.rpartition(':')[2]}/"
            seen[here + path] = httpx.get(here + path, headers={"Host": host}).status_code

    monkeypatch.setattr("privacy_check.cli.serve._until_stopped", look_around)
    asked = ["--persona", "amara"]
    if whose == "pack":
        assert main(["persona", "new", str(tmp_path)]) == 0
        asked = ["--pack", str(tmp_path), "--persona", "sam"]
    assert main(["demo", "--serve", *asked]) == 0
    assert len(seen) >= 3
    assert set(seen.values()) == {200}
    with pytest.raises(httpx.ConnectError):
        httpx.get(next(iter(seen)))
