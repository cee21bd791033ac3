"""Searches the person makes themself: a link to the site's own search, and to pages that look for a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from privacy_check import catalogue
from privacy_check.lookalikes.guesses import commonest
from privacy_check.model import ProfileView

BY_NAME, BY_PICTURE = "by_name", "by_picture"


@dataclass(frozen=True, slots=True)
class Search:
    """One search: its kind, a platform id or a name, the link, and the same without the words looked for."""

    kind: str
    name: str
    link: str
    bare: str


def searches(own: Sequence[ProfileView], words: str) -> tuple[Search, ...]:
    """The searches for these words (the name the person shows), on their own sites first. Nothing is opened."""
    table = catalogue.written("copy_searches.toml")
    mine = [view.account.platform for view in own]
    order = list(dict.fromkeys((*mine, *commonest())))
    links = {row["platform"]: row["link"] for row in table["name_search"]}
    by_name = [
        Search(BY_NAME, place, links[place].format(words=quote(words)), links[place].format(words=""))
        for place in order
        if words and place in links
    ]
    by_picture = [Search(BY_PICTURE, row["name"], row["link"], row["link"]) for row in table["picture_search"]]
    return (*by_name, *by_picture)
