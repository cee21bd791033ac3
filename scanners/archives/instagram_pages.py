"""The pages of HTML of an Instagram archive."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from scanners.archives.gather import Gather
from scanners.archives.mending import fold, moment, truth
from scanners.archives.pages import boxes, labelled_rows, parsed
from scanners.archives.source import Archive, Entry
from scanners.archives.words import meaning


@dataclass(frozen=True, slots=True)
class _Box:
    """One box of a page: what its file is called, the pieces of words in it, and where it leads."""

    stem: str
    source: str
    words: list[str]
    link: str


def read_page(archive: Archive, entry: Entry, gather: Gather, counts: dict[str, int]) -> None:
    """Reads one page by the name of its file; people are counted in `counts`."""
    page = parsed(archive, entry)
    if page is None:
        return
    stem = re.sub(r"[_ ]?\d*$", "", entry.stem)
    if re.search(r"personal_information|professional_information|^profile", stem):
        for name, values in labelled_rows(page):
            if name == "private":
                gather.private = truth(values[0])
            elif name != "phone" or re.search(r"\d{5}", re.sub(r"\D", "", values[0])):
                gather.fact(name, values[:1], entry.name)
        return
    for words, link in boxes(page):
        if words:
            _record(gather, counts, _Box(stem, entry.name, words, link))


def _record(gather: Gather, counts: dict[str, int], box: _Box) -> None:
    """One box of a page: told by the file's name, like the records of JSON."""
    stem, words, link = box.stem, box.words, box.link
    date = words[-1] if len(words) > 1 and moment(words[-1])[:4].isdigit() else ""
    known = meaning("instagram")
    values = {known[fold(a)]: b for a, b in pairwise(words) if fold(a) in known}
    if stem.startswith("following") and "hashtag" not in stem:
        gather.fact("follows", words[0], box.source)
    elif "hashtag" in stem:
        gather.group(f"#{words[0].lstrip('#')}", "hashtag")
    elif "comments" in stem:
        gather.post(values.get("comment", ""), link, moment(date or values.get("time")))
    elif re.search(r"^(?:posts|stories|reels|archived)", stem):
        gather.post(words[0] if words[0] != date else "", link, moment(date))
    elif re.search(r"your_topics|ads_interests", stem):
        gather.fact("ad_interests", words[-1], box.source)
    elif "based_in" in stem:
        gather.fact("places", values.get("town") or words[-1], box.source)
    elif "advertisers" in stem:
        gather.fact("advertisers", words[0], box.source)
    elif stem.startswith("followers"):
        counts["followers"] = counts.get("followers", 0) + 1
    elif "contacts" in stem:
        counts["contacts_uploaded"] = counts.get("contacts_uploaded", 0) + 1
