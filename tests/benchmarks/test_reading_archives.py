"""Reading a large archive costs few steps a post: counted, not timed, so that a busy machine changes nothing.

The time itself, against plain `zipfile` and `json`, is measured by `python -m tests.benchmarks.archives`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from scanners.archives.importing import importers
from scanners.platforms.registry import load_platforms
from tests.benchmarks.archives import make, ours

MOST_A_POST = 60  # calls of functions, where reading takes 1.4 to 1.7 times what plain json does
MEGABYTES = 1


def counted(action: Callable[[], object]) -> int:
    """How many functions, of Python and of C, are called while the action runs."""
    calls = 0

    def note(_: FrameType, event: str, __: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        action()
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("whole", [8 << 20, 1 << 16], ids=["held as a whole", "item by item"])
def test_a_post_of_an_archive_is_read_in_few_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: int
) -> None:
    small, large = tmp_path / "small.zip", tmp_path / "large.zip"
    make(small, MEGABYTES)
    make(large, 2 * MEGABYTES)
    importers()
    load_platforms()
    monkeypatch.setattr("scanners.archives.records.WHOLE", whole)
    ours(small)  # what is loaded and made ready once does not count
    posts = [ours(path) for path in (small, large)]
    steps = [counted(lambda path=path: ours(path)) for path in (small, large)]  # type: ignore[misc]
    assert posts[1] > 1.5 * posts[0]
    a_post = (steps[1] - steps[0]) / (posts[1] - posts[0])
    assert a_post <= MOST_A_POST, a_post
