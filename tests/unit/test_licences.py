"""What is handed out may be handed out: no GPL, no AGPL, no library whose licence nobody can name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.licences import DEV_LOCK, LOCK, Library, libraries, main, refused


@pytest.mark.parametrize("lock", [LOCK, DEV_LOCK])
def test_every_locked_library_may_be_used(lock: str) -> None:
    found = list(libraries(lock))
    assert len(found) > 30
    assert refused(found) == []


@pytest.mark.parametrize(
    ("licence", "fine"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("GNU Affero General Public License v3", False),
        ("AGPL-3.0-or-later", False),
        ("GNU General Public License v2 (GPLv2)", False),
        ("MIT AND GPL-2.0-only", False),
        ("GPL-2.0-only OR MIT", True),
        ("LGPL-2.1-only", True),
        ("GNU Lesser General Public License v3 (LGPLv3)", True),
        ("unknown", False),
    ],
)
def test_what_is_refused(licence: str, fine: bool) -> None:
    assert bool(refused([Library("x", "1", licence, ())])) is not fine


def test_the_list_of_parts_is_a_cyclonedx_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sbom.json"
    assert main(["--sbom", str(path)]) == 0
    document = json.loads(path.read_text("utf-8"))
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    names = {each["name"] for each in document["components"]}
    assert {"textual", "playwright", "pyrage"} <= names
    references = [each["bom-ref"] for each in document["components"]]
    assert len(references) == len(set(references))
    assert all(each["licenses"][0]["license"]["name"] for each in document["components"])
    assert "textual" in capsys.readouterr().out
