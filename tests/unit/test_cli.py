"""Bad input gets one clear sentence, the next step, the right exit code, and never a traceback."""

from __future__ import annotations

import errno
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from privacy_check.cli import main

PAGE = """<!doctype html><title>Asha Kapoor (@asha.k)</title>
<meta property="og:type" content="profile"><meta property="og:title" content="Asha Kapoor (@asha.k)">
<meta property="og:url" content="https://asha.example/">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "ProfilePage",
"mainEntity": {"@type": "Person", "name": "Asha Kapoor", "alternateName": "asha.k",
"description": "Ring me on 07700 900123, evenings. Mum to Leo."}}</script>
<h1>Asha Kapoor</h1><p class="bio">Ring me on 07700 900123, evenings. Mum to Leo.</p>"""


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "asha.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nonsense"], 2, "nonsense"),
        (["check"], 2, "No account was named"),
        (["check", "instagram:some.one"], 2, "--mine"),
        (["check", "Jane Smith", "--mine"], 2, "name"),
        (["check", "jane@example.org", "--mine"], 2, "mail"),
        (["check", "http://127.0.0.1:8000/", "--mine"], 2, ""),
        (["check", "http://192.168.1.1/", "--mine"], 2, ""),
        (["check", "file:///etc/passwd", "--mine"], 2, ""),
        (["check", *[f"instagram:own.{n}" for n in range(13)], "--mine"], 2, "12"),
        (["check", " ".join(f"instagram:own.{n}" for n in range(13)), "--mine"], 2, "12"),
        (["check", "https://www.facebook.com/profile.php?id=1000\n12345678901", "--mine"], 2, "not clear where"),
        (["check", "https://www.facebook.com/profile.php?id=1000", "12345678901", "--mine"], 2, "not clear where"),
        (["check", "https://robin.app.link/abc", "--mine"], 2, "opens an app"),
        (["check", "instagram:own.one", "--mine", "--about", "missing.toml"], 2, "missing.toml"),
        (["check", "instagram:own.one", "--mine", "--fail-on", "terrible"], 2, "terrible"),
        (["page", "missing.html"], 2, "missing.html"),
        (["page", "a.html", "b.html", "--url", "https://example.org"], 2, "--url"),
        (["text", "missing.txt"], 2, "missing.txt"),
        (["text", "-", "--jsonl", "--json"], 2, "--jsonl"),
        (["compare", "missing.json", "missing.jsonl"], 2, "missing.json"),
        (["report"], 2, "No check has been kept"),
        (["report", "--format", "docx"], 2, "docx"),
        (["demo", "--persona", "carol", "--format", "pdf"], 2, "Add --report DIR."),
        (["history"], 2, "No check has been kept"),
        (["demo", "--persona", "nobody"], 2, "nobody"),
    ],
)
def test_bad_input_is_a_sentence_and_a_code(
    arguments: list[str],
    code: int,
    words: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert main(arguments) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) >= 2, "a sentence and the next step"


def test_a_saved_page_is_read_without_any_request(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["page", str(saved), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["requests"] == []
    assert document["accounts"][0]["lens"] == "SAVED_PAGE"
    assert "900123" not in json.dumps(document)
    assert main(["page", str(saved), "--json", "--reveal"]) == 0
    document = json.loads(capsys.readouterr().out)
    phones = [item for item in document["findings"] if item["entity_type"] == "phone"]
    assert [item["value"] for item in phones] == ["07700 900123"]
    bio = next(f["value"] for f in document["accounts"][0]["fields"] if f["name"] == phones[0]["field"])
    assert bio[phones[0]["start"] : phones[0]["end"]] == "07700 900123"


def test_a_page_of_someone_else_is_stopped_by_about_me(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    about = tmp_path / "about.toml"
    about.write_text('names = ["Martin Holroyd"]\n')
    assert main(["page", str(saved), "--json", "--reveal", "--about", str(about)]) == 3
    out, err = capsys.readouterr()
    document = json.loads(out)
    assert document["findings"] == []
    assert document["accounts"][0]["fields"] == []
    assert "not one you gave" in err


def test_fail_on_says_so_in_the_code(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["page", str(saved), "--fail-on", "fix_soon"]) == 1
    assert main(["page", str(saved), "--fail-on", "do_today"]) in (0, 1)
    capsys.readouterr()


def test_a_report_is_saved_beside_the_result(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["page", str(saved), "--report", str(tmp_path / "out")]) == 0
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".html", ".txt", ".json"}
    assert "900123" not in capsys.readouterr().out


def test_text_streams_lines_in_order_and_stops_at_a_bad_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [{"id": str(n), "text": f"call 07700 90012{n}"} for n in range(5)]
    raw = "\n".join(map(json.dumps, lines)).encode() + b"\nnot json\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert main(["text", "-", "--jsonl", "--reveal"]) == 2
    out, err = capsys.readouterr()
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["id"] for answer in answers] == ["0", "1", "2", "3", "4"]
    assert answers[3]["findings"][0]["value"] == "07700 900123"
    assert "Line 6" in err


def test_text_masks_by_default(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "bio.txt"
    path.write_text("Ring 07700 900123", encoding="utf-8")
    for extra in ([], ["--json"]):
        assert main(["text", str(path), *extra]) == 0
        assert "900123" not in capsys.readouterr().out
    assert main(["text", str(path), "--reveal"]) == 0
    assert "07700 900123" in capsys.readouterr().out


def test_the_schema_admits_what_is_printed(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert set(schema["properties"]) >= {"format", "tool", "accounts", "findings", "scenarios", "score", "plan"}


def test_wipe_removes_everything_and_asks_first(
    own_home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_home / "vault").mkdir(parents=True)
    (own_home / "vault" / "x.age").write_bytes(b"x")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert main(["wipe"]) == 2
    assert own_home.exists()
    assert main(["wipe", "--yes"]) == 0
    assert not own_home.exists()
    assert main(["wipe", "--yes"]) == 0
    assert "nothing to remove" in capsys.readouterr().out


def test_wipe_leaves_other_peoples_files_alone(own_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("vault/x.age", "browser/r-1/profile", "holiday.jpg", "letters/one.txt"):
        (own_home / name).parent.mkdir(parents=True, exist_ok=True)
        (own_home / name).write_bytes(b"x")
    (own_home / "code.key").write_bytes(b"x")
    (own_home / ".code.key.0badcafe").write_bytes(b"half written")
    assert main(["wipe", "--yes"]) == 0
    left = {str(path.relative_to(own_home)) for path in own_home.rglob("*") if path.is_file()}
    assert left == {"holiday.jpg", "letters/one.txt"}
    capsys.readouterr()


def test_an_error_inside_shows_no_values(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("07700 900123")

    monkeypatch.setattr("privacy_check.cli.words._read_text", broken)
    assert main(["text", "-"]) == 2
    err = capsys.readouterr().err
    assert "RuntimeError" in err
    assert "900123" not in err
    assert "Traceback" not in err


def test_the_console_script_is_there_and_says_its_version() -> None:
    script = Path(sys.executable).with_name("privacy-check")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("privacy-check ")


ESCAPES = "\x1b[31m\x1b]0;owned\x07\x9b1m\u202e"


def test_no_escape_of_a_file_or_its_name_reaches_the_terminal(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "me.json").write_text(json.dumps({"handle": "asha.k"}))
    (tmp_path / "others.jsonl").write_text(json.dumps({"handle": f"asha{ESCAPES}k"}))
    assert main(["compare", str(tmp_path / "me.json"), str(tmp_path / "others.jsonl")]) == 0
    assert main(["text", f"missing{ESCAPES}.txt"]) == 2
    out, err = capsys.readouterr()
    assert "ashak" in out
    assert "missing.txt" in err
    assert not any(sign in out + err for sign in "\x1b\x07\x9b\u202e")


def test_letters_a_terminal_lacks_are_marks_and_never_an_error(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments in (["platforms"], ["page", str(saved)], ["page", str(saved), "--json", "--reveal"]):
        ascii_only = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
        monkeypatch.setattr("sys.stdout", ascii_only)
        assert main(arguments) == 0
        ascii_only.seek(0)
        written = ascii_only.read()
        assert written
        if "--json" in arguments:
            assert json.loads(written)["accounts"][0]["fields"]


@pytest.mark.parametrize("closed", ["stdin", "stdout", "stderr"])
def test_a_closed_stream_is_no_error(closed: str, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"sys.{closed}", None)
    assert main(["page", str(saved)]) == 0
    assert main(["text", "missing.txt"]) == 2
    getattr(sys, closed).close()


def test_a_reader_that_leaves_early_ends_nothing_badly(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"id": "1", "text": "Ring 07700 900123"}\n' * 2000)
    script = Path(sys.executable).with_name("privacy-check")
    with subprocess.Popen(
        [script, "text", "--jsonl", lines], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        told = running.stderr.read()
    assert running.returncode == 0
    assert told == b""


def test_what_is_no_text_is_not_searched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "photo").write_bytes(b"\x89PNG\x00\x00a@b.co 07700 900123")
    assert main(["text", str(tmp_path / "photo")]) == 2
    assert "These are not words" in capsys.readouterr().err
    (tmp_path / "notepad.txt").write_bytes("Ring 07700 900123".encode("utf-16"))
    assert main(["text", str(tmp_path / "notepad.txt"), "--reveal"]) == 0
    assert "07700 900123" in capsys.readouterr().out


def test_empty_words_are_neither_safe_nor_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    assert main(["text", str(tmp_path / "empty.txt")]) == 0
    assert capsys.readouterr().out == "There were no words to check.\n"


@pytest.mark.parametrize("command", ["check", "page", "demo", "report"])
def test_a_report_folder_that_is_a_file_is_refused_before_anything_is_looked_at(
    command: str, saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = {
        "check": ["check", "instagram:own.one", "--mine", "--report", str(saved)],
        "page": ["page", str(saved), "--report", str(saved)],
        "demo": ["demo", "--report", str(saved / "deeper")],
        "report": ["report", "--output", str(saved)],
    }
    assert main(words[command]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "is a file, not a folder" in err


def test_the_address_of_a_saved_page_has_to_be_one(saved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["page", str(saved), "--url", "nonsense"]) == 2
    assert "nonsense" in capsys.readouterr().err
    assert main(["page", str(saved), "--url", "asha.example/about"]) == 0


def test_the_tools_own_folder_that_cannot_be_written_names_the_way_out(
    own_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(own_home / "browser"))

    monkeypatch.setattr("privacy_check.cli.words._read_text", refused)
    assert main(["text", "-"]) == 2
    assert "PRIVACY_CHECK_HOME=" in capsys.readouterr().err


def test_help_names_what_people_come_for_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    listed = capsys.readouterr().out.split("Commands:")[1].strip().splitlines()
    assert [line.split()[0] for line in listed[:4]] == ["check", "page", "demo", "text"]
    assert not [line for line in listed if line.endswith("...")]


@pytest.mark.parametrize("line", ['{"id": NaN, "text": "x"}', '{"id": 1e400, "text": "x"}', "[" * 6000])
def test_a_line_that_would_break_the_answer_is_refused(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "posts.jsonl"
    path.write_text(f'{{"id": 1, "text": "ring 07700 900123"}}\n{line}\n')
    assert main(["text", str(path), "--jsonl"]) == 2
    out, err = capsys.readouterr()
    assert json.loads(out)["id"] == 1
    assert "2" in err
    assert "Error" not in err


def test_words_given_in_place_of_a_file_are_not_repeated(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", "I live at 14 Larch Terrace"]) == 2
    out, err = capsys.readouterr()
    assert "Larch" not in out + err
    assert "privacy-check text -" in err


def test_an_end_while_the_program_is_still_being_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from privacy_check import cli, start

    def ended() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "main", ended)
    assert start.main() == 130


def test_several_links_in_one_argument_are_taken_and_a_refused_one_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from privacy_check.cli.look import recognised
    from privacy_check.cli.toolkit import build_toolkit

    words = ["x.com/robin, https://bit.ly/3abc and instagram:robin", "x:Robin", "https://x.com/robin/status/12"]
    accounts = recognised(words, build_toolkit(kept=False))
    assert [account.key for account in accounts] == ["x:robin", "instagram:robin", "x:robin/robin/status/12"]
    told = capsys.readouterr().err
    assert "Left out: https://bit.ly/3abc" in told
    assert "shortened link" in told
    assert "That is a post on X, not a profile." in told
