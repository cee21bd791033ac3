"""The pictures of the documentation can be drawn: each way there leads to a page, and the picture stands alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screenshots import FOLDER, SHOTS, drawn


@pytest.mark.parametrize("name", SHOTS)
async def test_each_picture_is_drawn_and_stands_alone(name: str) -> None:
    picture = await drawn(SHOTS[name])
    assert picture.startswith("<svg")
    assert "font-face" not in picture
    assert "textualize" not in picture


def test_every_picture_that_is_there_can_be_drawn_anew() -> None:
    assert {path.stem for path in Path(FOLDER).glob("*.svg")} == set(SHOTS)
