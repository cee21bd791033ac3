"""Whether a run leaves the key of the ownership codes behind."""

from __future__ import annotations

import pytest

from privacy_check.cli.toolkit import build_toolkit
from privacy_check.places import home


@pytest.mark.parametrize("kept", [True, False])
def test_only_a_real_check_leaves_its_key(kept: bool) -> None:
    first, second = build_toolkit(kept=kept), build_toolkit(kept=kept)
    assert (home() / "code.key").exists() is kept
    assert (first.secret == second.secret) is kept
