"""Builds the documentation site into `site/` and looks through it: `python -m tests.site`.

Every link inside leads to a page and a heading that are there, every picture is there, and nothing is loaded from
another computer. Ends with 1 and a list otherwise. Needs the `docs` extra.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
# What a browser fetches by itself when a page is opened.
FETCHED = {"img": "src", "script": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src"}
FETCHED_LINKS = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload"}


class Page(HTMLParser):
    """What a page links to, what it fetches, and the places in it that can be linked to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.places: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.places.add(named.get("id", ""))
        if tag == "a" and "href" in named:
            self.links.append(named["href"])
        if tag in FETCHED and FETCHED[tag] in named:
            self.fetched.append(named[FETCHED[tag]])
        if tag == "link" and FETCHED_LINKS & set(named.get("rel", "").split()):
            self.fetched.append(named.get("href", ""))


def read(path: Path) -> Page:
    """The page of a file."""
    page = Page()
    page.feed(path.read_text("utf-8"))
    return page


def faults(site: Path) -> Iterator[str]:
    """What is wrong in a built site, a line each."""
    pages = {path: read(path) for path in sorted(site.rglob("*.html")) if path.name != "404.html"}
    for path, page in pages.items():
        here = path.relative_to(site)
        for target in page.fetched:
            if urlsplit(target).netloc or target.startswith("//"):
                yield f"{here} fetches {target}"
            elif not target.startswith("data:") and not _file(path, target, site).is_file():
                yield f"{here} lacks {target}"
        for target in page.links:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            file = _file(path, target, site) if parts.path else path
            if file not in pages:
                yield f"{here} links to {target}, which is not there"
            elif parts.fragment and unquote(parts.fragment) not in pages[file].places:
                yield f"{here} links to {target}, and there is no such heading"
    for path in site.rglob("*.css"):
        for target in re.findall(r"url\(\s*['\"]?(https?:)?//[^)]*", path.read_text("utf-8")):
            yield f"{path.relative_to(site)} fetches {target}"


def _file(page: Path, target: str, site: Path) -> Path:
    path = unquote(urlsplit(target).path)
    found = (site / path.lstrip("/")) if path.startswith("/") else (page.parent / path)
    found = found.resolve()
    return found / "index.html" if found.is_dir() else found


def main() -> int:
    """Builds and looks."""
    subprocess.run([sys.executable, "-m", "zensical", "build", "--strict", "--clean"], check=True, cwd=ROOT)
    found = list(faults(SITE.resolve()))
    print(*found, sep="\n")
    print(f"{len(list(SITE.rglob('*.html')))} pages, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
