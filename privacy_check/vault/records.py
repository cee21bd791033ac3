"""The records of a vault, each an age file of its own: how one is written, read, named, and forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

from privacy_check.model import Account, Assessment, Finding, Group, Mark, Post, ProfileView, Sensitive
from privacy_check.sentences import has, say
from privacy_check.wording import spoken_day

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Begun:
    """A check that began: of which accounts, and when."""

    accounts: tuple[Account, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Decided:
    """What the person decided about one finding; records of earlier versions have the time in their name alone."""

    fingerprint: str
    mark: Mark
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person decided about memberships in one go, by fingerprint; an empty word takes a decision back."""

    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reported:
    """A page a sheet was written about: its address, the day, and what the site said once the person told."""

    url: str
    on: date
    answer: str = ""


class Damaged(Exception):
    """A record that cannot be read."""


def sealed(record: object, recipient: Any) -> bytes:
    """The record as an age file."""
    import pyrage
    from pydantic import TypeAdapter

    return bytes(pyrage.encrypt(TypeAdapter(type(record)).dump_json(record), [recipient]))


def unsealed(path: Path, record: type[T], identity: Any) -> T:
    """The record in an age file. Raises Damaged."""
    import pyrage
    from pydantic import TypeAdapter, ValidationError

    try:
        opened = pyrage.decrypt(path.read_bytes(), [identity])
        return TypeAdapter(record).validate_json(opened)
    except (OSError, pyrage.DecryptError, ValidationError) as error:
        raise Damaged(path.name) from error


def opens(path: Path, identity: Any) -> bool:
    """True when the record was locked for this identity."""
    import pyrage

    try:
        pyrage.decrypt(path.read_bytes(), [identity])
    except (OSError, pyrage.DecryptError):
        return False
    return True


def trouble_with(name: str, *, made_up_for: bool) -> str:
    """What a damaged record means for the person, and the next step; `made_up_for` when another one has it all."""
    kind = name.partition("-")[0]
    if made_up_for:
        kind = "made_up_for"
    entry = f"vault.damaged.{kind}" if has(f"vault.damaged.{kind}") else "vault.damaged.other"
    at = written_at(Path(name))
    day = spoken_day(at) if at else say("vault.damaged.no_day")
    return say(entry, name=name, day=day)


def without_words(assessment: Assessment) -> Assessment:
    """The same check with ids, dates and states only: no field text, no value, no picture address."""
    views = tuple(_wordless_view(view) for view in assessment.views)
    return replace(
        assessment,
        views=views,
        findings=tuple(_wordless(finding) for finding in assessment.findings),
        candidates=(),
        requests=(),
    )


def without_decisions(assessment: Assessment) -> Assessment:
    """The same check as the looks left it: decisions are kept once, each as a record of its own."""
    bare = tuple(replace(item, mark=Mark.OPEN, marked_at=None) for item in assessment.findings)
    return replace(assessment, findings=bare)


def expiry_in(path: Path) -> date:
    """The day in the name of the snippets; a name without one counts as long past."""
    return _day(path, part=2)


def written_on(path: Path) -> date:
    """The day a record was written; a name without one counts as long past."""
    return _day(path, part=1)


def written_at(path: Path) -> datetime | None:
    """The time in a record's name (UTC), to the second where it has no more; None where there is none."""
    stamp = next((part for part in path.name.split("-") if len(part) > 8 and part[8] == "T"), "")
    for form in ("%Y%m%dT%H%M%S%f", "%Y%m%dT%H%M%S"):
        try:
            return datetime.strptime(stamp, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None


def _wordless_view(view: ProfileView) -> ProfileView:
    """Whether groups and posts stood there, and all was read: without that, more would be said than was seen."""
    return ProfileView(
        view.account,
        view.lens,
        view.outcome,
        groups=(Group(""),) if view.groups or view.first("groups") else (),
        posts=(Post(""),) if view.posts or view.first("posts") else (),
        seen_by=view.seen_by,
        kind=view.kind,
        unfinished=view.partly_read,
        seen_on=view.seen_on,
        seen_at=view.seen_at,
    )


def _wordless(finding: Finding) -> Finding:
    return replace(finding, value=Sensitive(""), explanation="", span=None, kept_fingerprint=finding.fingerprint)


def _day(path: Path, part: int) -> date:
    try:
        return datetime.strptime(path.name.split("-")[part][:8], "%Y%m%d").replace(tzinfo=UTC).date()
    except (IndexError, ValueError):
        return date(1970, 1, 1)
