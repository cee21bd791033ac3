"""Every command the documentation names is one the program has, with options it takes; the cheap ones are run."""

from __future__ import annotations

import importlib.util
import io
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from privacy_check.cli import app, main
from scanners.demo import persona, personas
from scanners.demo.packs import EXAMPLE
from scanners.demo.practice import practice_files

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PROGRAM = re.compile(r"^(?:[A-Z_]+=\S+ )?(?:\.venv[/\\]\w+[/\\])?privacy-check(?= |$)")
# They come to an end by themselves, with no browser and no internet; and how they end where nothing is kept.
ALONE = {
    r"(?:platforms|schema|reflect|--version)$|receipt |campaign count |rules --explain|remind|text |wipe$": 0,
    r"persona |page practice|photo practice|reflect --|archive --how": 0,
    r"changes$|report$|check --again|lookalikes$|letter LINK": 2,
}
# The others need a browser, a window or the internet. They are run by these, on a network that is only pretended.
ELSEWHERE = {
    r"demo --serve": "unit/test_demo_serve.py",
    r"demo --tour|doctor|setup": "browser/test_first_commands.py",
    r"(?:demo.* )?--app|$|--plain|--pack": "tui/test_plain.py",
    r"demo": "unit/test_cli.py",
    r"check |page": "unit/test_cli.py",
    r"archive": "unit/test_archives_command.py",
    r"photo": "unit/test_photo_command.py",
    r"accounts": "unit/test_accounts_command.py",
    r"lookalikes": "unit/test_lookalikes_command.py",
    r"train": "browser/test_training.py",
    r"campaign new": "unit/test_campaign_kit.py",
    r"platforms --verify": "unit/test_verify.py",
}


def fenced(text: str) -> Iterator[str]:
    """The lines of every block of code, without the words that explain them behind two blanks."""
    inside = False
    for line in text.splitlines():
        if line.lstrip().startswith("```"):
            inside = not inside
        elif inside or line.startswith("    "):
            yield re.split(r"\s{2,}", line.strip())[0]


def commands() -> list[str]:
    """Every command of this program in a block of code or in `quotes`, each once, without the program's name."""
    found: dict[str, None] = {}
    for page in PAGES:
        text = page.read_text("utf-8")
        quoted = re.findall(r"`(privacy-check [^`\n]+)`", text)
        for line in (*fenced(text), *quoted):
            if PROGRAM.match(line):
                found[PROGRAM.sub("", line).strip()] = None
    return list(found)


def parsed(words: list[str]) -> None:
    """Reads the words as the program would, and does nothing. Raises what the program would say."""
    group: Any = typer.main.get_command(app)
    context = group.make_context("privacy-check", list(words), resilient_parsing=False)
    while words and hasattr(group, "resolve_command"):
        rest = [*context._protected_args, *context.args] if hasattr(context, "_protected_args") else context.args
        if not rest:
            return
        name, group, rest = group.resolve_command(context, rest)
        context = group.make_context(name, list(rest), parent=context)
        words = list(rest)


def test_there_are_commands_to_look_at() -> None:
    assert len(commands()) > 40


@pytest.mark.parametrize("line", [line for line in commands() if line not in ("--help", "--version")])
def test_the_program_takes_every_command_the_pages_name(line: str) -> None:
    words = [word for word in shlex.split(line.replace("\\", "/")) if word not in ("...", "…")]
    if "[" in line or (len(words) == 1 and not line.startswith("-")):
        # A command is meant as such: that it is there.
        assert words[0] in typer.main.get_command(app).commands  # type: ignore[attr-defined]
    else:
        parsed([re.sub(r"\.\.\.$", "", word) for word in words])


def code_of(line: str) -> int | None:
    """How a command ends that can be run here; None for the others."""
    return next((code for pattern, code in ALONE.items() if re.match(pattern, line)), None)


@pytest.fixture
def practice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with what the pages speak of: a box, invented people, an employer's pack, files to practise on."""
    monkeypatch.chdir(tmp_path)
    for name in ("box", "FOLDER"):
        (tmp_path / name).mkdir()
    pages = (ROOT / "docs" / "employer-pack.md").read_text("utf-8")
    (tmp_path / "pack.toml").write_text(pages.split("```toml\n")[1].split("```")[0], "utf-8")
    (tmp_path / "FOLDER" / EXAMPLE.name).write_bytes(EXAMPLE.text())
    (tmp_path / "practice").mkdir()
    for name, content in practice_files(persona("quinn"), personas(), "A post.").contents.items():
        (tmp_path / "practice" / name).write_bytes(content)


@pytest.mark.parametrize("line", [line for line in commands() if code_of(line) is not None])
def test_those_that_need_no_browser_run(line: str, practice: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    words = ["work_devices" if word == "ID" else word for word in shlex.split(line)]
    if line.startswith("persona new"):
        words[-1] = "NEW"
    assert main(words) == code_of(line)


@pytest.mark.parametrize("line", [line for line in commands() if code_of(line) is None])
def test_the_others_are_run_by_tests_of_their_own(line: str) -> None:
    file = next(file for pattern, file in ELSEWHERE.items() if re.match(pattern, line))
    first = line.split()[0] if line else "--plain"
    wanted = "--plain" if first.startswith("-") or "--app" in line else first
    assert f'"{wanted}"' in (ROOT / "tests" / file).read_text("utf-8")


def test_every_module_the_pages_run_is_there() -> None:
    texts = "\n".join(page.read_text("utf-8") for page in PAGES)
    named = set(re.findall(r"python3? -m (tests[\w.]+)", texts))
    assert named >= {"tests.site", "tests.screenshots", "tests.licences", "tests.installed"}
    assert [name for name in named if importlib.util.find_spec(name) is None] == []
    assert [
        path
        for path in re.findall(r"packaging[/\\][\w.-]+", texts)
        if not (ROOT / path.replace("\\", "/")).exists()
    ] == []


def listed(nav: Any) -> Iterator[str]:
    """Every page of a table of contents."""
    for value in nav if isinstance(nav, list) else nav.values():
        yield from [value] if isinstance(value, str) else listed(value)


def test_the_site_lists_every_page_once() -> None:
    nav = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]["nav"]
    here = sorted(path.relative_to(ROOT / "docs").as_posix() for path in PAGES[1:])
    assert sorted(listed(nav)) == here


def test_every_page_and_picture_a_page_leads_to_is_there() -> None:
    missing = [
        f"{page.name}: {target}"
        for page in PAGES
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
        if not re.match(r"[a-z]+:", target) and not (page.parent / target).exists()
    ]
    assert missing == []


def test_pictures_load_nothing_from_elsewhere() -> None:
    pictures = list((ROOT / "docs" / "pictures").glob("*.svg"))
    assert len(pictures) > 5
    for picture in pictures:
        assert not re.search(r"@font-face|@import|(?:href|src)\s*=|url\((?!#)", picture.read_text("utf-8")), (
            picture
        )
