"""What people expect of a command line: completion, a schema that holds, and what to do first at the end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from privacy_check.cli import main
from privacy_check.cli.completion import SHELLS
from privacy_check.cli.ending import tell_ending, tell_fixes
from privacy_check.serialise import document
from reports.document import Options, build
from tests.unit.assessments import FOUR, full
from tests.unit.test_cli import PAGE

HEAVY = {"textual", "rich", "playwright", "httpx", "bs4", "jinja2", "lxml", "PIL", "icalendar", "phonenumbers"}


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_is_written_for_every_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--show-completion", shell]) == 0
    out = capsys.readouterr().out
    assert "privacy-check" in out
    assert "_PRIVACY_CHECK_COMPLETE" in out


def test_a_shell_nobody_knows_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--show-completion", "abacus"]) == 2
    assert "Name one of bash, zsh, fish" in capsys.readouterr().err


def test_completion_is_installed_where_the_shell_looks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--install-completion", "bash"]) == 0
    assert (tmp_path / ".bash_completions" / "privacy-check.sh").exists()
    assert "next terminal" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "offered"), [("privacy-check ch", "check"), ("privacy-check check --ag", "--again")]
)
def test_words_are_finished_without_loading_what_a_check_needs(typed: str, offered: str) -> None:
    program = (
        "import sys; sys.argv[:] = ['privacy-check']\n"
        "from privacy_check.start import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('loaded', *{name.partition('.')[0] for name in sys.modules})"
    )
    asked = {"_PRIVACY_CHECK_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={**os.environ, **asked}
    )
    *words, loaded = done.stdout.splitlines()
    assert offered in words
    assert not HEAVY & set(loaded.split())


def test_the_schema_says_what_it_is_and_every_document_keeps_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].startswith("urn:")
    Draft202012Validator.check_schema(schema)
    rule = Draft202012Validator(schema)
    for build_one in FOUR.values():
        for reveal in (False, True):
            rule.validate(json.loads(json.dumps(document(build_one(), reveal=reveal))))
    (tmp_path / "asha.html").write_text(PAGE, encoding="utf-8")
    assert main(["page", str(tmp_path / "asha.html"), "--json"]) == 0
    rule.validate(json.loads(capsys.readouterr().out))
    broken = document(full())
    del broken["findings"][0]["rule_id"]
    assert not rule.is_valid(json.loads(json.dumps(broken)))


def test_the_last_lines_are_the_first_fixes_and_where_the_report_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    report = build(full(), Options())
    tell_ending(full(), report, files=[tmp_path / "privacy-report.html"])
    lines = capsys.readouterr().err.splitlines()
    assert lines[-1] == f"The report is here: {tmp_path / 'privacy-report.html'}"
    titles = [lines.index(f"  {number}. {card.title}") for number, card in enumerate(report.fixes[:3], 1)]
    assert len(titles) == 3
    assert titles == sorted(titles)
    assert all(visit.where in lines[titles[at] + 1] for at in range(3) for visit in report.fixes[at].visits)
    last = lines[titles[2] :]
    assert all(any(step.split()[0] in line for line in last) for step in report.fixes[2].steps)
    assert all(len(line) < 80 for line in lines[titles[0] :] if str(tmp_path) not in line)


def test_steps_that_differ_from_site_to_site_are_told_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    card = build(full(), Options()).fixes[0]
    one = replace(card.visits[0], names=("Frendli · asha.k",), steps=("Open Settings.", "Take it off."))
    two = replace(one, names=("Strider · asha",), steps=("Hide the map.",))
    tell_fixes([replace(card, visits=(one, two))])
    told = [line.strip() for line in capsys.readouterr().err.splitlines()]
    assert told[told.index("On Frendli · asha.k") :] == [
        "On Frendli · asha.k",
        "1) Open Settings.",
        "2) Take it off.",
        "On Strider · asha",
        "1) Hide the map.",
    ]


def test_a_saved_page_ends_with_its_fixes_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "asha.html").write_text(PAGE, encoding="utf-8")
    assert main(["page", str(tmp_path / "asha.html"), "--report", str(tmp_path / "out")]) == 0
    err = capsys.readouterr().err.strip().splitlines()
    assert err[-1].endswith("privacy-report.html")
    assert any(line.startswith("  1. ") for line in err)
    assert main(["page", str(tmp_path / "asha.html"), "--quiet", "--report", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().err == ""
