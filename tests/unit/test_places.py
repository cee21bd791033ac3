"""The tool's own folder: the person's alone, and never somebody else's folder turned upside down."""

from __future__ import annotations

import stat
from pathlib import Path

from privacy_check.places import home, own_folder, own_things


def mode(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode)


def test_a_new_folder_is_the_persons_alone(own_home: Path) -> None:
    assert own_folder(home()) == own_home
    assert mode(own_home) == 0o700


def test_our_own_folder_that_was_opened_up_is_closed_again(own_home: Path) -> None:
    (own_home / "vault").mkdir(parents=True)
    own_home.chmod(0o755)
    own_folder(home())
    assert mode(own_home) == 0o700


def test_a_folder_with_other_files_keeps_its_rights(own_home: Path) -> None:
    own_home.mkdir()
    own_home.chmod(0o755)
    (own_home / "holiday.jpg").write_bytes(b"x")
    own_folder(home())
    assert mode(own_home) == 0o755
    assert own_things() == []
