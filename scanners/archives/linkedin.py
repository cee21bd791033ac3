"""LinkedIn's archive: flat CSV files, some with a note above the header, some with columns of the same name."""

from __future__ import annotations

import re
from collections.abc import Callable

from privacy_check.model import SeenBy
from scanners.archives.gather import Gather
from scanners.archives.importing import Importer
from scanners.archives.mending import fold, pick, said
from scanners.archives.records import rows, table
from scanners.archives.source import Archive, Entry

Row = dict[str, str]
_NAME = re.compile(r"[_ ]?\d*$")
_URLS = re.compile(r"https?://[^\s\],]+")
_FIGURES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2,4})\b")
_BRACKETS = re.compile(r"\[([^\]]+)\]")
_COUNTED = {
    "connections": "friends", "contacts": "contacts_uploaded", "importedcontacts": "contacts_uploaded",
}  # fmt: skip


def read(archive: Archive, gather: Gather) -> None:
    """Reads every file by its own name, whatever folder it stands in."""
    counts: dict[str, int] = {}
    for entry in archive.entries:
        if entry.kind != "csv":
            continue
        stem = fold(_NAME.sub("", entry.stem))
        if stem in _COUNTED:
            name = _COUNTED[stem]
            counts[name] = counts.get(name, 0) + sum(1 for row in rows(archive, entry) if _counts(row))
        elif "adtargeting" in stem:
            _targeting(archive, entry, gather)
        else:
            reader = next((reader for start, reader in _READERS.items() if stem.startswith(start)), None)
            if reader is not None:
                for row in rows(archive, entry):
                    reader(gather, row, entry.name)
    for name, number in counts.items():
        gather.count(name, number, "archive")


def _counts(row: Row) -> bool:
    return any(row.values()) and "unfollow" not in row.get("Status", "").casefold()


def _profile(gather: Gather, row: Row, source: str) -> None:
    name = " ".join(filter(None, (said(pick(row, "First Name")), said(pick(row, "Last Name")))))
    gather.fact("display_name", name, source)
    for column, fact in (
        ("Maiden Name", "former_names"), ("Address", "address"), ("Birth Date", "birthday"), ("Summary", "bio"),
        ("Headline", "headline"), ("Industry", "industry"), ("Zip Code", "postcode"), ("Geo Location", "location"),
    ):  # fmt: skip
        gather.fact(fact, pick(row, column), source)
    gather.fact("website", _URLS.findall(said(pick(row, "Websites"))), source)
    for column, service in (("Twitter Handles", "x"), ("Instant Messengers", "")):
        listed = _BRACKETS.findall(said(pick(row, column))) or [said(pick(row, column))]
        for account in (part.strip() for whole in listed for part in whole.split(",")):
            gather.fact("linked_accounts", f"{service}: {account}" if service and account else account, source)


def _email(gather: Gather, row: Row, source: str) -> None:
    gather.fact("email", pick(row, "Email Address", "Email"), source)


def _phone(gather: Gather, row: Row, source: str) -> None:
    number = said(pick(row, "Number", "Phone Number", "Phone_Number"))
    gather.fact("phone", number if len(re.sub(r"\D", "", number)) > 5 else "", source)


def _registered(gather: Gather, row: Row, source: str) -> None:
    gather.fact("joined", _us_date(said(pick(row, "Registered At"))), source)
    gather.fact("ip", pick(row, "Registration Ip"), source)


def _us_date(written: str) -> str:
    """LinkedIn writes dates in figures month first, with two figures for the year, in every language."""
    found = _FIGURES.match(written)
    if found is None:
        return written
    month, day, year = (int(part) for part in found.groups())
    return f"{year + 2000 if year < 100 else year}-{month:02}-{day:02}" if month <= 12 else written


def _position(gather: Gather, row: Row, source: str) -> None:
    gather.fact("employer", pick(row, "Company Name"), source)
    gather.fact("job_title", pick(row, "Title"), source)
    gather.fact("places", pick(row, "Location"), source)


def _education(gather: Gather, row: Row, source: str) -> None:
    gather.fact("education", pick(row, "School Name"), source)


def _volunteering(gather: Gather, row: Row, source: str) -> None:
    gather.fact("volunteering", pick(row, "Company Name", "Organization"), source)


def _named(fact: str, *columns: str) -> Callable[[Gather, Row, str], None]:
    def note(gather: Gather, row: Row, source: str) -> None:
        gather.fact(fact, pick(row, *columns), source)

    return note


def _member_of(kind: str, *columns: str) -> Callable[[Gather, Row, str], None]:
    def note(gather: Gather, row: Row, source: str) -> None:
        gather.group(pick(row, *columns), kind, pick(row, "URL", "Url", "Group URL", "External Url"))

    return note


def _hashtag(gather: Gather, row: Row, source: str) -> None:
    tag = said(pick(row, "HashTag", "Hashtag", "Hashtag Name", "Name"))
    if tag and "unfollow" not in said(pick(row, "State", "Status")).casefold():
        gather.group(f"#{tag.lstrip('#')}", "hashtag")


def _share(gather: Gather, row: Row, source: str) -> None:
    visibility = said(pick(row, "Visibility")).upper()
    circle = {"MEMBER_NETWORK": SeenBy.MEMBERS, "PUBLIC": SeenBy.MEMBERS, "ANYONE": SeenBy.MEMBERS}.get(visibility)
    if visibility in ("CONNECTIONS", "CONNECTIONS_ONLY"):
        circle = SeenBy.FRIENDS
    words = re.sub(r'"\s*\n\s*"', "\n", said(pick(row, "ShareCommentary")))
    gather.post(words, pick(row, "ShareLink"), pick(row, "Date"), seen_by=circle or SeenBy.UNKNOWN)


def _comment(gather: Gather, row: Row, source: str) -> None:
    gather.post(pick(row, "Message", "Comment"), pick(row, "Link"), pick(row, "Date"))


def _recommendation(gather: Gather, row: Row, source: str) -> None:
    gather.post(pick(row, "Text"), at=pick(row, "Creation Date"))


def _guess(gather: Gather, row: Row, source: str) -> None:
    kind, guess = said(pick(row, "Type of inference", "Category")), said(pick(row, "Inference"))
    gather.fact("ad_interests", f"{kind}: {guess}" if kind and guess else guess, source)


def _login(gather: Gather, row: Row, source: str) -> None:
    gather.fact("ip", pick(row, "IP Address"), source)


def _answer(gather: Gather, row: Row, source: str) -> None:
    """Answers kept for job applications: only those that are a number or an address to reach the owner by."""
    question, answer = fold(said(pick(row, "Question"))), said(pick(row, "Answer"))
    if "phone" in question and len(re.sub(r"\D", "", answer)) > 6:
        gather.fact("phone", answer, source)
    elif "email" in question and "@" in answer:
        gather.fact("email", answer, source)


def _application(gather: Gather, row: Row, source: str) -> None:
    gather.fact("email", pick(row, "Contact Email"), source)
    gather.fact("phone", pick(row, "Contact Phone Number"), source)


def _followed(gather: Gather, row: Row, source: str) -> None:
    if _counts(row):
        gather.fact("follows", pick(row, "FullName", "Full Name"), source)


def _targeting(archive: Archive, entry: Entry, gather: Gather) -> None:
    """What advertisers choose by; columns of one name are read all, and groups stand in one of them."""
    found = table(archive, entry)
    names = [fold(name) for name in next(found, [])]
    for row in found:
        for name, cell in zip(names, row, strict=False):
            values = [value.strip() for value in cell.split(";") if value.strip()]
            if name == "membergroups":
                for value in values:
                    gather.group(value)
            elif name in ("memberinterests", "membertraits", "interests"):
                gather.fact("ad_interests", values, entry.name)


_READERS: dict[str, Callable[[Gather, Row, str], None]] = {
    "emailaddresses": _email,
    "phonenumbers": _phone,
    "whatsappphonenumbers": _phone,
    "registration": _registered,
    "positions": _position,
    "education": _education,
    "volunteering": _volunteering,
    "languages": _named("languages", "Name"),
    "causesyoucareabout": _named("causes", "Supported Cause", "Cause"),
    "companyfollows": _member_of("page", "Organization"),
    "organizations": _member_of("organisation", "Name"),
    "groups": _member_of("group", "Group Name", "Name"),
    "hashtagfollows": _hashtag,
    "events": _member_of("event", "Event Name", "Name"),
    "shares": _share,
    "comments": _comment,
    "recommendationsgiven": _recommendation,
    "inferencesaboutyou": _guess,
    "logins": _login,
    "jobapplicantsavedanswers": _answer,
    "jobapplications": _application,
    "memberfollows": _followed,
    "profilesummary": _named("bio", "Profile Summary"),
    "profile": _profile,
}

IMPORTER = Importer(
    platform="linkedin",
    paths=(
        r"(?:^|/)email addresses\.csv$",
        r"(?:^|/)ad_targeting\.csv$",
        r"(?:^|/)connections\.csv$",
        r"(?:^|/)positions\.csv$",
        r"(?:^|/)(?:company follows|member_follows)\.csv$",
        r"(?:^|/)(?:registration|phonenumbers)\.csv$",
        r"(?:^|/)(?:endorsement|recommendations)_?\w*\.csv$",
        r"linkedindataexport",
    ),
    heads=(
        rb"First Name,Last Name,Maiden Name",
        rb"Email Address,Confirmed,Primary",
        rb"Date,ShareLink,ShareCommentary",
        rb"First Name,Last Name,(?:URL,)?Email Address,Company",
        rb"Member Groups|Company Name,Title,Description,Location,Started On",
        rb"Organization,Followed On",
    ),
    read=read,
    identity=r"(?:^|/)profile\.csv$",
)
