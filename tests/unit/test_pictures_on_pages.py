"""Pictures on own pages: which a page shows, and what the site left in their files, only when the person asks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from privacy_check.assessment.judge import judge_pictures
from privacy_check.model import Account, Lens, Outcome, Picture, ProfileView, SeenBy
from scanners.extract import read
from scanners.photos.on_pages import look_into
from tests.unit import photo_files as made

OWN = Account("fotofolk", "asha", "https://fotofolk.example/people/asha")
PAGE = """<title>Asha</title><header><img src="/logo.png"></header><main>
<img class="u-photo" src="/me.jpg" width="96" height="96"><h1>Asha</h1>
<figure><a href="/full/1.JPG"><img src="/small/1.jpg" alt="Beans"></a></figure>
<figure><a href="/post/2"><img data-src="/2.webp"></a></figure>
<img src="/dot.gif" width="1" height="1"><img src="data:image/png;base64,AAAA"><img class="emoji" src="/smile.png">
</main><aside><img src="/advert.jpg"></aside>"""


def shown(html: str) -> list[str]:
    view = read(html, "https://example.org/people/asha")
    return [picture.url for picture in view.pictures if picture.role == "photo"]


def test_the_page_s_own_pictures_are_taken_and_the_file_behind_a_small_one() -> None:
    found = shown(PAGE)
    assert "https://example.org/full/1.JPG" in found
    assert "https://example.org/2.webp" in found
    assert not any(word in url for url in found for word in ("logo", "small", "dot", "smile", "advert", "data:"))


def test_a_page_of_thousands_of_pictures_is_bounded() -> None:
    html = "<title>A</title><main>" + "".join(f'<img src="/{n}.jpg">' for n in range(5000)) + "</main>"
    assert len(shown(html)) <= 24


def view(*urls: str) -> ProfileView:
    pictures = tuple(Picture(url) for url in urls)
    return ProfileView(OWN, Lens.PUBLIC, Outcome.VISIBLE, pictures=pictures, seen_by=SeenBy.PUBLIC)


async def looked(files: dict[str, bytes | None]) -> Any:
    async def fetch(account: Account, url: str) -> bytes | None:
        assert account == OWN
        return files[url]

    return await look_into(view(*files), fetch)


async def test_a_place_left_in_a_file_is_found_with_its_name_and_its_picture() -> None:
    base = "https://fotofolk.example/"
    result = await looked(
        {
            f"{base}plain.jpg": made.jpeg(exif=made.exif(place=None), comment=b""),
            f"{base}garden.jpg": made.jpeg(exif=made.exif()),
        }
    )
    [place] = [item for item in judge_pictures(view(), result.findings) if item.rule_id == "LOC-03"]
    assert place.item == 1
    assert "Marsden" in place.value.reveal()
    assert place.account == OWN
    assert place.seen_by is SeenBy.PUBLIC
    assert result.warnings == ()


@pytest.mark.parametrize("data", [None, b"", b"<html>no picture</html>"])
async def test_what_could_not_be_looked_into_is_said(data: bytes | None) -> None:
    result = await looked({"https://fotofolk.example/gone.jpg": data})
    assert result.count == 0
    assert len(result.warnings) == 1
    told = replace(view("https://fotofolk.example/gone.jpg"), warnings=result.warnings)
    assert not told.whole
