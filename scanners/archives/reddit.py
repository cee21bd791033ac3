"""Reddit's archive: about forty flat CSV files."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from scanners.archives.gather import Gather
from scanners.archives.importing import Importer
from scanners.archives.mending import fold, pick, said
from scanners.archives.records import rows
from scanners.archives.source import Archive

Row = dict[str, str]
_GONE = frozenset(["[deleted]", "[removed]"])


def read(archive: Archive, gather: Gather) -> None:
    """Reads every file by its name; the short forms of posts and comments only where the long ones are missing."""
    stems = {entry.stem for entry in archive.entries if entry.kind == "csv"}
    for entry in archive.entries:
        if entry.kind != "csv":
            continue
        stem = entry.stem
        if stem.endswith("_headers"):
            stem = stem.removesuffix("_headers")
            if stem in stems:
                continue
        reader = _READERS.get(stem)
        if reader is not None:
            for row in rows(archive, entry):
                reader(gather, row, entry.name)
        elif stem == "friends":
            gather.count("friends", sum(1 for row in rows(archive, entry) if any(row.values())), entry.name)


def _subreddit(kind: str) -> Callable[[Gather, Row, str], None]:
    def note(gather: Gather, row: Row, source: str) -> None:
        name = said(pick(row, "subreddit", "display_name", "name")).removeprefix("/").removeprefix("r/")
        if name and not name.startswith("u_"):
            gather.group(name, kind, f"https://www.reddit.com/r/{quote(name)}/")

    return note


def _post(gather: Gather, row: Row, source: str) -> None:
    parts = [said(pick(row, name)) for name in ("title", "body")]
    words = "\n".join(part for part in parts if part and part not in _GONE)
    gather.post(words, _address(pick(row, "permalink")), pick(row, "date"))


def _comment(gather: Gather, row: Row, source: str) -> None:
    words = said(pick(row, "body"))
    gather.post("" if words in _GONE else words, _address(pick(row, "permalink", "link")), pick(row, "date"))


def _address(link: object) -> str:
    path = said(link)
    return f"https://www.reddit.com{path}" if path.startswith("/") else path


def _statistic(gather: Gather, row: Row, source: str) -> None:
    name, value = fold(said(pick(row, "statistic"))), pick(row, "value")
    known = {
        "accountname": "handle", "username": "handle", "name": "handle", "emailaddress": "email", "email": "email",
        "registrationdate": "joined", "accountcreated": "joined", "createdat": "joined", "createddate": "joined",
        "accountcreationdate": "joined",
    }  # fmt: skip
    if name in known:
        gather.fact(known[name], value, source)


def _fact(fact: str, *columns: str, before: str = "") -> Callable[[Gather, Row, str], None]:
    def note(gather: Gather, row: Row, source: str) -> None:
        value = said(pick(row, *columns))
        gather.fact(fact, f"{before}{value}" if value else "", source)

    return note


def _ip(gather: Gather, row: Row, source: str) -> None:
    gather.fact("ip", pick(row, "ip"), source)


_READERS: dict[str, Callable[[Gather, Row, str], None]] = {
    "subscribed_subreddits": _subreddit("subreddit"),
    "moderated_subreddits": _subreddit("subreddit moderator"),
    "approved_submitter_subreddits": _subreddit("subreddit"),
    "posts": _post,
    "comments": _comment,
    "statistics": _statistic,
    "linked_phone_number": _fact("phone", "phone_number", "phone", "linked_phone_number"),
    "linked_identities": _fact("linked_accounts", "issuer_id"),
    "twitter": _fact("linked_accounts", "username", before="x: "),
    "birthdate": _fact("birthday", "birthdate"),
    "account_gender": _fact("gender", "account_gender", "gender"),
    "ip_logs": _ip,
    "multireddits": _fact("custom_feeds", "display_name"),
}

IMPORTER = Importer(
    platform="reddit",
    paths=(
        r"(?:^|/)subscribed_subreddits\.csv$",
        r"(?:^|/)(?:moderated|approved_submitter)_subreddits\.csv$",
        r"(?:^|/)(?:post|comment)_votes\.csv$",
        r"(?:^|/)(?:post|comment)s_headers\.csv$|(?:^|/)post_headers\.csv$",
        r"(?:^|/)checkfile\.csv$",
        r"(?:^|/)(?:saved|hidden)_(?:posts|comments)\.csv$",
        r"(?:^|/)(?:linked_identities|sensitive_ads_preferences|account_gender|multireddits)\.csv$",
    ),
    heads=(rb"^(?:\xef\xbb\xbf)?id,permalink,date,ip,subreddit", rb"^(?:\xef\xbb\xbf)?\"?subreddit\"?\r?\n"),
    read=read,
    identity=r"(?:^|/)statistics\.csv$",
)
