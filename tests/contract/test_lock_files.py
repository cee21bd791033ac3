"""The lock files hold exact versions of everything pyproject.toml asks for, and nothing of one machine."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
BUILDING = PROJECT["build-system"]["requires"]
RUNNING = PROJECT["project"]["dependencies"]
DEVELOPING = PROJECT["project"]["optional-dependencies"]["dev"]
RENEW = "run `python3 bootstrap.py lock`"

LOCKS = {"requirements.lock": [*BUILDING, *RUNNING], "requirements-dev.lock": [*BUILDING, *RUNNING, *DEVELOPING]}

Locked = Mapping[str, frozenset[Version]]


def entries(name: str) -> list[str]:
    """Each locked library with its hashes, as one line."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def locked(name: str) -> Locked:
    """The exact versions of each library; more than one where Pythons or systems differ."""
    found: dict[str, set[Version]] = {}
    for line in entries(name):
        library, version = re.match(r"([\w.-]+)==(\S+)", line).groups()  # type: ignore[union-attr]
        found.setdefault(canonicalize_name(library), set()).add(Version(version))
    return {library: frozenset(versions) for library, versions in found.items()}


def outside(asked: Iterable[str], versions: Locked) -> list[str]:
    """What is asked for and not locked, or locked outside the range that is asked for."""
    requirements = [Requirement(each) for each in asked]
    return [
        str(each)
        for each in requirements
        if not (here := versions.get(canonicalize_name(each.name)))
        or not all(each.specifier.contains(version, prereleases=True) for version in here)
    ]


@pytest.mark.parametrize("name", LOCKS)
def test_everything_asked_for_is_locked_inside_its_range(name: str) -> None:
    assert outside(LOCKS[name], locked(name)) == [], RENEW


def test_a_library_that_is_missing_or_out_of_range_is_noticed() -> None:
    versions = {"httpx": frozenset({Version("0.28.1")}), "idna": frozenset({Version("3.3"), Version("3.20")})}

    assert outside(["HTTPX>=0.28", "idna>=3.4", "lxml"], versions) == ["idna>=3.4", "lxml"]


@pytest.mark.parametrize("name", LOCKS)
def test_every_version_is_exact_and_hashed(name: str) -> None:
    for line in entries(name):
        assert re.match(r"[\w.-]+==[\w.+!-]+( ; [^\\]+?)?( +--hash=sha256:[0-9a-f]{64})+$", line), line[:80]


@pytest.mark.parametrize("name", LOCKS)
def test_nothing_of_one_machine_is_in_it(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")

    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links| @ |^-", text, re.MULTILINE)
    assert "python3 bootstrap.py lock" in text


def test_what_is_tested_is_what_people_get() -> None:
    whole = locked("requirements-dev.lock")

    assert {library: whole.get(library) for library in locked("requirements.lock")} == locked("requirements.lock")
