"""One page, parsed and read once: what the verdict on a look and the extraction of a profile share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from privacy_check.model import Capture, Field, PageKind, Post
from scanners.extract.kinds import kind_of
from scanners.extract.merge import read_all
from scanners.extract.page import Page
from scanners.extract.posts import read_posts
from scanners.extract.target import Target
from scanners.platforms.schema import Platform


@dataclass(frozen=True, eq=False)
class ReadPage:
    """A parsed page and the account it should show; every reading is made when first asked for, then kept."""

    page: Page
    target: Target

    @cached_property
    def found(self) -> dict[str, list[Field]]:
        """What each reader found, by reader, strongest first."""
        return read_all(self.page, self.target)

    @cached_property
    def posts(self) -> dict[str, Post]:
        """Posts with place or time, by their words."""
        return read_posts(self.page, self.target)

    @cached_property
    def addressed(self) -> PageKind | None:
        """What the address says the page is; None when only the page itself can tell."""
        return kind_of(self.target)


def of_capture(capture: Capture, platform: Platform | None) -> ReadPage:
    """The page of a capture: the one it carries since it was judged, else (from disk, say) parsed here."""
    url = capture.account.url or capture.final_url
    carried = capture.reading
    if isinstance(carried, ReadPage) and carried.page.given == capture.html and carried.target.url == url:
        return carried
    return ReadPage(Page(capture.html, url), Target(capture.account, url, platform))
