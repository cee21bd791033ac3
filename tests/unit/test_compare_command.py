"""`compare` on odd documents: a sentence or a result, never a crash."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

import privacy_check.cli.commands  # noqa: F401 - adds the commands to the program
from privacy_check.cli.program import app
from privacy_check.errors import UnreadableInput
from privacy_check.serialise import schema

ME = {"platform": "frendli", "handle": "ruth.dale", "display_name": "Ruth Dale"}


def run(folder: Path, *lines: str) -> dict[str, list[dict[str, object]]]:
    (folder / "me.json").write_text(json.dumps(ME), "utf-8")
    (folder / "others.jsonl").write_text("\n".join(lines), "utf-8")
    done = CliRunner().invoke(
        app, ["compare", str(folder / "me.json"), str(folder / "others.jsonl"), "--json"], catch_exceptions=False
    )
    found: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return found


def test_a_sign_that_ends_a_line_elsewhere_does_not_end_a_profile(tmp_path: Path) -> None:
    bio = "Weaves baskets\u2028and teaches\u0085others"
    lines = [json.dumps({**ME, "bio": bio}, ensure_ascii=False), "", json.dumps({"handle": "other"})]
    assert [item["index"] for item in run(tmp_path, *lines)["candidates"]] in ([0, 1], [1, 0])


def test_numbers_where_lists_belong_are_left_out(tmp_path: Path) -> None:
    line = json.dumps({**ME, "links": 5, "mutual_links": 7, "followers": [], "avatar": {"a": 1}})
    assert run(tmp_path, line)["candidates"][0]["verdict"]


@pytest.mark.parametrize("line", ["[" * 100_000, '{"bio":' * 50_000, "nonsense", "[1]", "5"])
def test_what_is_no_profile_is_refused_with_a_sentence(line: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as refused:
        run(tmp_path, line)
    assert "Line 1 of" in refused.value.message


def test_one_bad_line_among_good_ones_is_told_and_left_out(tmp_path: Path) -> None:
    good = json.dumps(ME)
    assert [item["index"] for item in run(tmp_path, good, '{"handle": ', good)["candidates"]] == [0, 2]


def test_a_number_nothing_could_count_is_no_reason_to_refuse_the_rest(tmp_path: Path) -> None:
    assert run(tmp_path, '{"handle": "ruth.dale", "followers": ' + "9" * 9_000 + "}")["candidates"][0]["verdict"]


def test_the_document_is_of_the_shape_the_schema_tells(tmp_path: Path) -> None:
    found = run(tmp_path, json.dumps(ME), json.dumps({"handle": "other"}), "{}")
    jsonschema.validate(found, schema())
    assert [set(each) for each in found["candidates"]] == [{"index", "verdict", "score", "reasons"}] * 3


def test_a_folder_is_called_one(tmp_path: Path) -> None:
    (tmp_path / "me.json").write_text(json.dumps(ME), "utf-8")
    with pytest.raises(UnreadableInput, match="is a folder"):
        CliRunner().invoke(app, ["compare", str(tmp_path / "me.json"), str(tmp_path)], catch_exceptions=False)
