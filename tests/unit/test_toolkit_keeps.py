"""Whether a run leaves the key of the ownership codes behind."""

from __future__ import annotations

import pytest

from privacy_check.cli.toolkit import build_toolkit, keep_secret
from privacy_check.model import Account
from privacy_check.ownership import Gate
from privacy_check.places import home

ACCOUNT = Account("frendli", "asha.k", "https://frendli.example/asha.k")


def test_tools_write_no_key_and_a_kept_one_is_read_again() -> None:
    first = build_toolkit()
    assert not home().exists()
    assert not first.codes_last
    keep_secret(first.secret)
    assert build_toolkit().secret == first.secret
    assert build_toolkit().codes_last
    assert build_toolkit(kept=False).secret != first.secret


@pytest.mark.parametrize("last", [False, True])
def test_a_code_is_only_shown_where_the_next_run_knows_it(last: bool) -> None:
    gate = Gate(stated=True, secret=b"x", codes_last=last)
    told = " ".join(way.sentence for way in gate.how_to_prove(ACCOUNT))
    assert (gate.code_for(ACCOUNT) in told) is last
    assert ("--keep" in told) is not last
