"""Before and after of a page: a room sees the part that changed."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from privacy_check.training.compared import compared
from privacy_check.training.nouns import PagePicture

SIZE = (200, 600)


def picture(name: str, *posts: int) -> PagePicture:
    """A page with a dark post at each of these heights."""
    image = Image.new("RGB", SIZE, "white")
    for top in posts:
        ImageDraw.Draw(image).rectangle((20, top, 180, top + 20), fill="black")
    written = BytesIO()
    image.save(written, "JPEG")
    return PagePicture(name, "Frendli", "x", written.getvalue())


def darkest(page: PagePicture) -> int:
    low, _ = Image.open(BytesIO(page.image)).convert("L").getextrema()
    return int(low)


def test_a_change_far_down_is_brought_into_the_picture() -> None:
    was, now = compared(picture("a", 500), picture("b"))
    assert Image.open(BytesIO(was.image)).size == Image.open(BytesIO(now.image)).size == (200, 230)
    assert darkest(was) < 60
    assert darkest(now) > 200
    assert was.name != now.name


def test_what_cannot_be_read_or_is_short_stays_as_it_is() -> None:
    broken = PagePicture("a", "Frendli", "x", b"no picture")
    assert compared(broken, broken) == (broken, broken)
    same = compared(picture("a", 10), picture("b", 10))
    assert darkest(same[0]) < 60, "two pages alike are shown from the top"
