"""Steam gives no archive, but pages of account data that can be saved: those are read."""

from __future__ import annotations

from scanners.archives.gather import Gather
from scanners.archives.importing import Importer
from scanners.archives.pages import labelled_rows, parsed
from scanners.archives.source import Archive


def read(archive: Archive, gather: Gather) -> None:
    """Rows of account pages, and the groups such a page leads to."""
    for entry in archive.entries:
        if entry.kind != "html" or (page := parsed(archive, entry)) is None:
            continue
        for name, values in labelled_rows(page):
            if name in (
                "email",
                "phone",
                "display_name",
                "location",
                "joined",
                "former_names",
                "handle",
                "address",
            ):
                gather.fact(name, values[:1], entry.name)
        for link in page.css("a[href*='steamcommunity.com/groups/']"):
            gather.group(link.text(strip=True), "group", link.attributes.get("href"))


IMPORTER = Importer(
    platform="steam",
    paths=(),
    heads=(rb"(?s)help\.steampowered\.com/[\w-]*/?accountdata|<title>[^<]*Steam[^<]*(?:Account|Data|Groups)",),
    read=read,
)
