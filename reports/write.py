"""Report files: where they go, written whole or not at all, readable by this person alone."""

from __future__ import annotations

import errno
import io
import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from privacy_check.errors import PrivacyCheckError, UsageError
from privacy_check.files import why_not, write_private
from privacy_check.model import Assessment, Nature, ProfileView
from privacy_check.sentences import say
from privacy_check.serialise import document as json_document
from reports.document import CopyFor, Options, ReportDocument, build
from reports.formats import html, md, txt
from reports.formats.ics import calendar
from reports.reminders import of_check
from reports.rest_on_paper import all_on_paper, rest_on_paper

Printer = Callable[[bytes], bytes]

FORMATS = ("html", "pdf", "md", "txt", "json", "ics")
USUAL = ("html", "txt", "json")
USUAL_FOR_OTHERS = ("html", "txt")
DEFAULT_NAME = "privacy-report"
# A phone shows the name of a calendar file to whoever looks over a shoulder.
CALENDAR_NAME = "look-again.ics"
NAMES = {
    CopyFor.OWN: DEFAULT_NAME,
    CopyFor.REDACTED: f"{DEFAULT_NAME}-to-share",
    CopyFor.CLEAN: "privacy-tips",
}
MOST_COPIES = 10_000
ANOTHER = "another-person"
MOST_READ = 50_000_000
PRIVATE_GROUPS = "GRP-S"


def write_report(
    assessment: Assessment,
    folder: Path,
    formats: Sequence[str] = USUAL,
    options: Options | None = None,
    printer: Printer | None = None,
) -> list[Path]:
    """Writes the report in each format and returns the files; `printer` makes a PDF of an HTML page.

    Raises PrivacyCheckError with the next step; nothing half-written stays.
    """
    options = options or Options()
    check_formats(formats)
    check_copy(formats, options.copy_for, reveal=options.reveal)
    check_place(folder)
    wording = build(assessment, options)
    contents = {}
    for name in dict.fromkeys(formats):
        if name == "ics":
            contents[CALENDAR_NAME] = _calendar(assessment, wording, options)
        elif name == "json":
            contents[f"{DEFAULT_NAME}.json"] = _json(assessment, options)
        else:
            contents[f"{NAMES[options.copy_for]}.{name}"] = _worded(name, wording, printer)
    if printer is not None and _needs_whole_list(formats, wording):
        contents[f"{NAMES[options.copy_for]}-whole-list.pdf"] = _whole_list(wording, printer)
    return save(_own_folder(folder, assessment), contents)


def _own_folder(folder: Path, assessment: Assessment) -> Path:
    """The folder, or one in it where another person's report may stand in it already.

    Two reports may be two people's when no account is in both; a report without its JSON tells nothing.
    """
    mine = {f"{view.account.platform}:{view.account.handle}".lower() for view in assessment.views}
    for number in range(1, MOST_COPIES):
        place = folder.expanduser() if number == 1 else folder.expanduser() / f"{ANOTHER}-{number}"
        others = [keys for keys in map(_accounts_in, place.glob(f"{DEFAULT_NAME}*.json")) if keys]
        if not mine or not others or any(keys & mine for keys in others):
            return place
    raise _cannot_save(folder, say("errors.write.too_many"))


def _accounts_in(path: Path) -> frozenset[str]:
    """The accounts of a report that was saved; none where it cannot be read."""
    try:
        if path.stat().st_size > MOST_READ:
            return frozenset()
        found = json.loads(path.read_bytes())["accounts"]
        return frozenset(f"{one['platform']}:{one['handle']}".lower() for one in found)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return frozenset()


def _calendar(assessment: Assessment, wording: ReportDocument, options: Options) -> bytes:
    reminders = of_check(assessment, options.secret, fixes=bool(wording.fixes))
    return calendar(reminders, assessment.finished_at or assessment.started_at)


def _json(assessment: Assessment, options: Options) -> bytes:
    told = without_private_topics(replace(assessment, score=None) if options.watched else assessment)
    data = json_document(told, reveal=options.reveal)
    return json.dumps(data, ensure_ascii=False, indent=2).encode("utf-8", "replace")


def without_private_topics(assessment: Assessment) -> Assessment:
    """The check as it may stand in a file that could be passed on: beliefs, health and the like are left out."""
    private = {item.fingerprint for item in assessment.findings if item.nature is Nature.REVEALS_SENSITIVE}
    rules = {item.rule_id for item in assessment.findings if item.nature is Nature.REVEALS_SENSITIVE}
    return replace(
        assessment,
        views=tuple(_without_topics(view) for view in assessment.views),
        findings=tuple(item for item in assessment.findings if item.fingerprint not in private),
        plan=tuple(
            replace(step, fingerprints=tuple(name for name in step.fingerprints if name not in private))
            for step in assessment.plan
            if rules.isdisjoint((step.rule_id, *step.rules))
        ),
    )


def _without_topics(view: ProfileView) -> ProfileView:
    groups = tuple(group for group in view.groups if not (group.category or "").startswith(PRIVATE_GROUPS))
    fields = tuple(field for field in view.fields if field.name != "groups")
    return replace(view, groups=groups, fields=fields)


def _needs_whole_list(formats: Sequence[str], wording: ReportDocument) -> bool:
    """True where a PDF leaves lines out for want of room."""
    return "pdf" in formats and not all_on_paper(wording, rest_on_paper(wording))


def _whole_list(wording: ReportDocument, printer: Printer) -> bytes:
    stream = io.BytesIO()
    html.write_whole_list(wording, stream)
    return printer(stream.getvalue())


def _worded(name: str, wording: ReportDocument, printer: Printer | None) -> bytes:
    stream = io.BytesIO()
    if name == "pdf":
        if printer is None:
            raise UsageError(say("errors.write.no_printer"), say("errors.write.print_html"))
        html.write(wording, stream)
        return printer(stream.getvalue())
    {"html": html, "md": md, "txt": txt}[name].write(wording, stream)
    return stream.getvalue()


def save(folder: Path, contents: dict[str, bytes]) -> list[Path]:
    """Writes files into a folder (made if needed, 0700), beside what is there and never over it.

    Where a name is taken, all of them get the same next number. Raises PrivacyCheckError; then neither a part of
    them nor an empty folder stays.
    """
    folder = folder.expanduser()
    new = not _exists(folder)
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name, content in _free(folder, contents).items():
            path = folder / name
            write_private(path, content)
            written.append(path)
    except OSError as error:
        _take_back(written, folder if new else None)
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise _cannot_save(folder, say("errors.write.disk_full") if full else why_not(error)) from None
    return written


def _take_back(written: Sequence[Path], made: Path | None) -> None:
    """Removes what was saved before the rest could not be, and the folder made for it."""
    with suppress(OSError):
        for path in written:
            path.unlink(missing_ok=True)
        if made is not None:
            made.rmdir()


def _free(folder: Path, contents: dict[str, bytes]) -> dict[str, bytes]:
    """The files under names that nothing in the folder bears yet."""
    for number in range(1, MOST_COPIES):
        named = {_numbered(name, number): content for name, content in contents.items()}
        if not any((folder / name).exists() for name in named):
            return named
    raise _cannot_save(folder, say("errors.write.too_many"))


def _numbered(name: str, number: int) -> str:
    path = Path(name)
    return name if number == 1 else f"{path.stem}-{number}{path.suffix}"


def holds_report(folder: Path) -> bool:
    """True when a report was saved in this folder before: whoever's it is, another person's goes elsewhere."""
    return any(_exists(folder.expanduser() / f"{DEFAULT_NAME}.{name}") for name in FORMATS)


def check_copy(formats: Sequence[str], copy_for: CopyFor, *, reveal: bool) -> None:
    """Raises UsageError for a copy for others that would hold more than it may."""
    if copy_for is CopyFor.OWN:
        return
    if reveal:
        raise UsageError(say("report.others.never_in_clear"), say("report.others.never_in_clear_hint"))
    if "json" in formats:
        raise UsageError(say("report.others.no_programs"), say("report.others.no_programs_hint"))
    if "ics" in formats:
        raise UsageError(say("report.others.no_calendar"), say("report.others.no_programs_hint"))


def check_formats(formats: Sequence[str]) -> None:
    """Raises UsageError for a format nobody writes."""
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        named = say("errors.write.no_format", name=unknown[0]) if unknown else say("errors.write.none_named")
        raise UsageError(named, say("errors.write.use", formats=", ".join(FORMATS)))


def check_place(folder: Path) -> None:
    """Raises PrivacyCheckError when a report could not be saved here; makes nothing yet."""
    folder = folder.expanduser()
    there = next((path for path in (folder, *folder.absolute().parents) if _exists(path)), folder)
    if not there.is_dir():
        raise _cannot_save(folder, say("errors.write.is_file", there=there))
    if not os.access(there, os.W_OK | os.X_OK):
        raise _cannot_save(folder, say("errors.write.read_only", there=there))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _cannot_save(folder: Path, reason: str) -> PrivacyCheckError:
    return PrivacyCheckError(
        say("errors.write.not_saved", folder=folder, reason=reason),
        say("errors.write.not_saved_hint"),
    )
