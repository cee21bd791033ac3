"""From files to views: parts put together, the platform told by what is inside, everything read once."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from privacy_check.errors import NothingSeen, PrivacyCheckError, UnreadableInput
from privacy_check.model import Account, Hint, ProfileView
from privacy_check.sentences import say
from scanners.archives import logins, mailbox
from scanners.archives.bounds import MOST_STRANGE
from scanners.archives.gather import Gather
from scanners.archives.importing import CHATS, Importer, importers, listed, recognised
from scanners.archives.source import Archive, Meter, Part, open_part
from scanners.archives.zips import shown
from scanners.platforms.registry import Registry, load_platforms

Progress = Callable[[int, int], None]


@dataclass
class _Set:
    """Parts of one account's archive."""

    importer: Importer
    parts: list[Part] = field(default_factory=list)
    beside: list[Importer] = field(default_factory=list)

    @property
    def has_identity(self) -> bool:
        """True when one of the parts says whose archive it is."""
        return any(_identity(self.importer, part) for part in self.parts)


def read(
    paths: Sequence[Path],
    *,
    progress: Progress | None = None,
    owner_names: Sequence[str] = (),
    registry: Registry | None = None,
) -> list[ProfileView]:
    """The accounts in archives, parts of one archive put together, in the order given.

    `progress(done, total)` is called with bytes; `owner_names` tell whose messages of a chat are the owner's.
    Raises UnreadableInput for what is missing, damaged, locked, hostile or no archive, and NothingSeen when an
    archive was known and yet nothing in it could be read.
    """
    return read_with_hints(paths, progress=progress, owner_names=owner_names, registry=registry)[0]


def read_with_hints(
    paths: Sequence[Path],
    *,
    progress: Progress | None = None,
    owner_names: Sequence[str] = (),
    registry: Registry | None = None,
) -> tuple[list[ProfileView], list[Hint]]:
    """As `read`, and the sites that lists of logins and mailboxes among the files name."""
    known = registry or load_platforms()
    parts = [open_part(Path(path).expanduser()) for path in paths]
    hints, others = _hints(parts, progress)
    sets = _together(others, known)
    meter = Meter(progress, sum(_to_read(one) for one in sets))
    views: list[ProfileView] = []
    for one in sets:
        views += _views(one, meter, tuple(owner_names), known)
    if not views and not hints:
        raise NothingSeen(say("archive.refused.nothing"), say("archive.refused.again"))
    return views, hints


def is_archive(path: Path) -> bool:
    """True for what only an archive can be: a zip, a folder, or a file that one of the platforms writes."""
    file = Path(path).expanduser()
    if file.is_dir() or zipfile.is_zipfile(file):
        return True
    try:
        return bool(recognised(open_part(file).entries))
    except (PrivacyCheckError, OSError):
        return False


def read_one(path: Path, account: Account, registry: Registry) -> ProfileView:
    """The view of one chosen account from its archive. Raises UnreadableInput when it is of another account."""
    views = [view for view in read([path], registry=registry) if view.account.platform == account.platform]
    for view in views:
        named = view.account.handle.casefold() == account.handle.casefold()
        if named or not any(field.name == "handle" for field in view.fields):
            return replace(view, account=replace(account, ownership=view.account.ownership))
    raise UnreadableInput(say("archive.refused.other"), say("archive.refused.other_hint"))


def _hints(parts: Sequence[Part], progress: Progress | None) -> tuple[list[Hint], list[Part]]:
    """The sites of logins and mailboxes, and the parts that are neither."""
    hints: list[Hint] = []
    others: list[Part] = []
    for part in parts:
        archive = Archive(part.entries, meter=Meter(progress, sum(entry.size for entry in part.entries)))
        entry = part.entries[0] if len(part.entries) == 1 else None
        if entry is not None and mailbox.is_mailbox(entry):
            hints += [Hint(site, "mailbox") for site in mailbox.sites(archive, entry)]
        elif entry is not None and logins.is_logins(archive, entry):
            hints += [Hint(site, "logins") for site in logins.sites(archive, entry)]
        else:
            others.append(part)
    return hints, others


def _together(parts: Sequence[Part], registry: Registry) -> list[_Set]:
    """Parts of the same archive together. Raises UnreadableInput for what is part of none."""
    sets: list[_Set] = []
    unknown: list[Part] = []
    for part in parts:
        found = recognised(part.entries)
        if not found:
            unknown.append(part)
            continue
        main, beside = found[0], found[1:]
        mine = next((one for one in sets if one.importer is main and not _another(one, main, part)), None)
        if mine is None:
            mine = _Set(main)
            sets.append(mine)
        mine.parts.append(part)
        mine.beside += [importer for importer in beside if importer not in mine.beside]
    strangers: list[Part] = []
    for part in unknown:
        home = next((one for one in sets if _belongs(part, one)), None)
        if home is None:
            strangers.append(part)
        else:
            home.parts.append(part)
    if strangers:
        names = sorted({registry_name(importer.platform, registry) for importer in importers()})
        hint = say("archive.refused.unknown_hint", platforms=", ".join(names))
        raise UnreadableInput(say("archive.refused.unknown", name=shown(strangers[0].name)), hint)
    return sets


def _belongs(part: Part, one: _Set) -> bool:
    """True for a part that only an archive's other parts tell: of one platform's sign, one folder, one name."""
    if one.importer.score(listed(part.entries), ()) or _tops(part) & {
        top for other in one.parts for top in _tops(other)
    }:
        return True
    return _unnumbered(part.name) in {_unnumbered(other.name) for other in one.parts}


def _tops(part: Part) -> set[str]:
    """The folders that stand outermost, media's among them."""
    paths = (entry.path for entry in (*part.entries, *part.pictures))
    return {path.partition("/")[0].casefold() for path in paths if "/" in path}


def _unnumbered(name: str) -> str:
    """A file's name without the number of the part."""
    return re.sub(r"[\d ()_-]+", "", name.rpartition(".")[0].casefold())


def _another(one: _Set, importer: Importer, part: Part) -> bool:
    return one.has_identity and _identity(importer, part)


def _identity(importer: Importer, part: Part) -> bool:
    pattern = re.compile(importer.identity or r"^\b$")
    return any(pattern.search(entry.path.casefold()) for entry in part.entries)


def _to_read(one: _Set) -> int:
    """About how many bytes will be read: private chats, which can be most of an archive, are not."""
    entries = (entry for part in one.parts for entry in part.entries)
    return sum(entry.size for entry in entries if not CHATS.search(f"/{entry.path.casefold()}"))


def _views(one: _Set, meter: Meter, owner_names: tuple[str, ...], registry: Registry) -> list[ProfileView]:
    archive = Archive(
        entries=tuple(entry for part in one.parts for entry in part.entries),
        names=tuple(shown(part.name) for part in one.parts),
        warnings=list(dict.fromkeys(sentence for part in one.parts for sentence in part.warnings)),
        meter=meter,
        owner_names=owner_names,
    )
    views = []
    for importer in (one.importer, *one.beside):
        gather = _gathered(importer, archive)
        if not gather.empty:
            views.append(gather.view(_account_maker(importer.platform, registry), archive.names, archive.warnings))
    return views


def _gathered(importer: Importer, archive: Archive) -> Gather:
    """What one importer finds; a file of a shape nobody foresaw is left out, and the rest is read once more."""
    for _ in range(MOST_STRANGE):
        gather = Gather(importer.platform)
        try:
            importer.read(archive, gather)
        except (TypeError, ValueError, AttributeError, KeyError, IndexError, RecursionError, OverflowError):
            archive.leave_out()
        else:
            return gather
    return Gather(importer.platform)


def _account_maker(platform: str, registry: Registry) -> Callable[[str, str], Account]:
    def make(handle: str, url: str) -> Account:
        bare = handle.lstrip("@")
        try:
            account = registry.account_for(platform, bare)
        except PrivacyCheckError:
            return Account(platform, bare or say("archive.account.unnamed"), url)
        return Account(platform, account.handle, url or account.url)

    return make


def registry_name(platform: str, registry: Registry) -> str:
    """What people call the platform."""
    known = registry.by_id(platform)
    return known.name if known else platform
