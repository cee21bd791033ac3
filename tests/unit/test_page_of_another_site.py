"""A saved page handed in for an account is refused when it tells that it stood on another site."""

from __future__ import annotations

from pathlib import Path

import pytest

from privacy_check.cli.toolkit import build_toolkit
from privacy_check.errors import UnreadableInput

PAGE = '<html><head><meta property="og:url" content="{url}"></head><body><h1>Nell</h1></body></html>'


@pytest.mark.parametrize(
    ("url", "taken"),
    [
        ("https://www.facebook.com/nell.synthetic", False),
        ("https://www.instagram.com/nell.synthetic/", True),
        ("https://archive.example.org/kept/nell", True),
        ("", True),
    ],
)
def test_a_page_of_another_described_site_is_not_taken(url: str, taken: bool, tmp_path: Path) -> None:
    toolkit = build_toolkit(kept=False)
    account = toolkit.recognise("instagram:nell.synthetic").account
    assert account is not None
    assert toolkit.read_saved is not None
    saved = tmp_path / "page.html"
    saved.write_text(PAGE.format(url=url), encoding="utf-8")
    if taken:
        assert toolkit.read_saved(account, saved).account.key == account.key
    else:
        with pytest.raises(UnreadableInput, match="another account"):
            toolkit.read_saved(account, saved)
