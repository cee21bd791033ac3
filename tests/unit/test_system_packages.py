"""What a Linux system lacks, and the package that brings it."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from privacy_check.errors import NoBrowser
from scanners import browsers_here, system_packages
from scanners.browser import launch
from scanners.egress import Ledger
from scanners.system_packages import by_hand, may_install, missing_libraries, package_of


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libatomic.so.1", "libatomic1"),
        ("libstdc++.so.6", "libstdc++6"),
        ("libgcc_s.so.1", "libgcc-s1"),
        ("libglib-2.0.so.0", "libglib-2.0-0"),
        ("libX11.so.6", "libx11-6"),
        ("libnss3.so", "libnss3"),
    ],
)
def test_a_library_names_its_package(library: str, package: str) -> None:
    assert package_of(library) == package


LISTING = """\tlinux-vdso.so.1 (0x00007f8dc6d07000)
\tlibatomic.so.1 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f8dc661e000)
\tlibgcc_s.so.1 => not found
\tlibatomic.so.1 => not found
"""


def test_the_loader_is_asked_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "node"
    program.touch()
    asked: list[str] = []

    def run(words: list[str], *, env: dict[str, str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(env["LD_TRACE_LOADED_OBJECTS"])
        return subprocess.CompletedProcess(words, 0, stdout=LISTING)

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_packages.subprocess, "run", run)

    assert missing_libraries(program) == ("libatomic.so.1", "libgcc_s.so.1")
    assert asked == ["1"]


def test_a_program_that_has_all_it_needs_lacks_nothing() -> None:
    assert missing_libraries(Path(sys.executable)) == ()


def test_a_program_that_is_not_there_lacks_nothing(tmp_path: Path) -> None:
    assert missing_libraries(tmp_path / "none") == ()


def test_the_command_to_type_fits_the_person_and_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")

    assert by_hand(["libatomic1"]) == "sudo apt-get install -y --no-install-recommends libatomic1"
    assert not may_install()
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert by_hand(["libatomic1"]).startswith("apt-get")
    assert may_install()
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert (by_hand(["libatomic1"]), may_install()) == ("", False)


async def test_a_driver_that_cannot_start_says_what_the_system_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "node"
    broken.write_text("#!/bin/sh\nexit 127\n", "utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("PLAYWRIGHT_NODEJS_PATH", str(broken))
    choice = browsers_here.BrowserChoice("any", path="/x")

    with pytest.raises(NoBrowser, match="did not start"):
        await launch(Ledger(), choices=[choice]).__aenter__()

    monkeypatch.setattr(browsers_here, "missing_libraries", lambda program: ("libatomic.so.1",))
    with pytest.raises(NoBrowser, match=r"this system lacks libatomic\.so\.1") as caught:
        await launch(Ledger(), choices=[choice]).__aenter__()
    assert "libatomic1" in caught.value.hint or "packages" in caught.value.hint
    assert browsers_here.driver_trouble() is not None


def test_it_needs_nothing_that_is_not_part_of_python() -> None:
    tree = ast.parse(Path(system_packages.__file__).read_text("utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names
