"""Strava's archive: CSV files; columns of activities are read by their place, as their names repeat."""

from __future__ import annotations

from collections.abc import Callable

from scanners.archives.gather import Gather
from scanners.archives.importing import Importer
from scanners.archives.mending import fold, pick, said
from scanners.archives.records import rows, table
from scanners.archives.source import Archive, Entry

Row = dict[str, str]
_NAME, _TEXT = 2, 4


def read(archive: Archive, gather: Gather) -> None:
    """Reads each file by its name."""
    for entry in archive.entries:
        if entry.kind != "csv":
            continue
        stem = fold(entry.stem)
        if stem == "activities":
            _activities(archive, entry, gather)
        elif stem in ("followers", "following", "contacts"):
            name = "contacts_uploaded" if stem == "contacts" else stem
            gather.count(name, sum(1 for row in rows(archive, entry) if any(row.values())), entry.name)
        elif stem in _READERS:
            for row in rows(archive, entry):
                _READERS[stem](gather, row, entry.name)


def _activities(archive: Archive, entry: Entry, gather: Gather) -> None:
    """Each activity's name and description: number, date, name, kind, description, in every language."""
    found = table(archive, entry)
    next(found, None)
    for row in found:
        if len(row) > _NAME:
            words = [said(cell) for cell in (row[_NAME], row[_TEXT] if len(row) > _TEXT else "")]
            link = f"https://www.strava.com/activities/{row[0]}" if row[0].isdigit() else ""
            gather.post("\n".join(filter(None, words)), link, row[1])


def _profile(gather: Gather, row: Row, source: str) -> None:
    first, last = (
        said(pick(row, *names)) for names in (("First Name", "Prénom", "Nome"), ("Last Name", "Nom", "Cognome"))
    )
    gather.fact("display_name", f"{first} {last}".strip(), source)
    gather.fact("email", pick(row, "Email Address", "Email", "E-mail"), source)
    gather.fact("gender", pick(row, "Sex", "Gender"), source)
    gather.fact("bio", pick(row, "Description", "Bio"), source)
    town = [said(pick(row, key)) for key in ("City", "State", "Country")]
    gather.fact("location", ", ".join(filter(None, town)), source)
    gather.fact("birthday", pick(row, "Birthday", "Date of Birth"), source)


def _club(gather: Gather, row: Row, source: str) -> None:
    kind = (
        "club admin" if "admin" in said(pick(row, "Membership", "Role", "Status", "Admin")).casefold() else "club"
    )
    gather.group(pick(row, "Club Name", "Name", "Club"), kind, pick(row, "URL", "Club URL"))


def _app(gather: Gather, row: Row, source: str) -> None:
    gather.fact("apps", pick(row, "App Name", "Name", "Application"), source)


def _zone(gather: Gather, row: Row, source: str) -> None:
    """The middle of a privacy zone is nearly always the home."""
    place = pick(row, "Address", "Location") or ", ".join(
        filter(None, (said(pick(row, key)) for key in ("Latitude", "Longitude")))
    )
    gather.fact("places", place, source)


def _login(gather: Gather, row: Row, source: str) -> None:
    gather.fact("ip", pick(row, "IP Address", "Ip", "Login Source IP"), source)


_READERS: dict[str, Callable[[Gather, Row, str], None]] = {
    "profile": _profile,
    "clubs": _club,
    "memberships": _club,
    "connectedapps": _app,
    "privacyzones": _zone,
    "logins": _login,
}

IMPORTER = Importer(
    platform="strava",
    paths=(
        r"(?:^|/)activities\.csv$",
        r"(?:^|/)(?:bikes|shoes|segments|starred_segments|routes|privacy_zones|kudos|starred_routes)\.csv$",
        r"(?:^|/)(?:clubs|memberships|connected_apps|email_preferences|general_preferences)\.csv$",
        r"(?:^|/)activities/\d+\.",
    ),
    heads=(rb"Activity ID,Activity Date,Activity Name",),
    read=read,
    identity=r"(?:^|/)profile\.csv$",
)
