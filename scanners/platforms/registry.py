"""Finds and loads the platform files, and answers which platform a link belongs to."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from privacy_check.errors import PrivacyCheckError, UsageError
from privacy_check.model import Account, LinkReading
from scanners.platforms import recognise
from scanners.platforms.links import NoHandle, make_account, match
from scanners.platforms.pasted import WebAddress, take_apart
from scanners.platforms.schema import Platform

HERE = Path(__file__).parent
GENERIC = "generic"


class Registry:
    """Every described platform, in the order of their names; `generic` stands apart and takes the rest."""

    def __init__(self, platforms: Iterable[Platform]) -> None:
        every = {platform.id: platform for platform in platforms}
        self._every = every
        self.generic: Platform | None = every.get(GENERIC)
        self.platforms: tuple[Platform, ...] = tuple(
            sorted((p for p in every.values() if p.id != GENERIC), key=lambda p: p.name.lower())
        )
        self._hosts = {host: p for p in self.platforms for host in _all_hosts(p)}
        self._names = {_squeeze(n): p for p in every.values() for n in (p.id, p.name, *p.also_called)}

    def __iter__(self) -> Iterable[Platform]:
        return iter(self.platforms)

    def __len__(self) -> int:
        return len(self.platforms)

    def by_id(self, platform_id: str) -> Platform | None:
        """The platform of that id, `generic` included; None when there is none."""
        return self._every.get(platform_id)

    def by_name(self, name: str) -> Platform | None:
        """The platform people call that: "insta", "Facebook", "x"; None when nobody does."""
        return self._names.get(_squeeze(name))

    def by_host(self, host: str) -> Platform | None:
        """The platform a tidied host belongs to; None when nobody described it."""
        if host in self._hosts:
            return self._hosts[host]
        labels = host.split(".")
        for start in range(1, len(labels) - 1):
            if found := self._hosts.get("*." + ".".join(labels[start:])):
                return found
        return None

    def by_url(self, url: str) -> Platform | None:
        """The platform whose page that address is; None when nobody described it."""
        address = take_apart(url)
        return self.by_address(address) if address else None

    def by_address(self, address: WebAddress) -> Platform | None:
        """Like `by_url`, for an address already taken apart."""
        if found := self.by_host(address.host):
            return found
        for platform in self.platforms:
            where = platform.address
            if not where.any_host or address.host in where.not_hosts:
                continue
            if any(match(pattern, address) for pattern in where.paths):
                return platform
        return None

    def recognise(self, text: str) -> LinkReading:
        """What a pasted link or `platform:handle` turned out to be. Never raises."""
        return recognise.read(self, text)

    def account_for(self, platform: str | Platform, handle: str) -> Account:
        """The account of a handle, with its canonical address. Raises UsageError for an unknown name."""
        known = self.by_name(platform) if isinstance(platform, str) else platform
        if known is None:
            raise UsageError(f'No platform is called "{platform}".', "See `privacy-check platforms` for the list.")
        made = make_account(known, handle)
        if isinstance(made, NoHandle):
            raise UsageError(made.why, made.hint)
        return made


def _all_hosts(platform: Platform) -> tuple[str, ...]:
    # Its hosts without profiles are its own too, unless it takes any host, when they are somebody else's.
    where = platform.address
    return where.hosts if where.any_host else where.hosts + where.not_hosts


def _squeeze(name: str) -> str:
    return "".join(ch for ch in name.lower() if ch.isalnum() or ch in "+")


def load_platforms(folder: Path | str | None = None) -> Registry:
    """Every platform of this folder and, when given, of a second one.

    Raises PrivacyCheckError naming file, key and reason for a file that does not fit the schema.
    """
    return _load(None if folder is None else Path(folder).resolve())


@lru_cache(maxsize=8)
def _load(folder: Path | None) -> Registry:
    platforms = {platform.id: platform for platform in _read_folder(HERE)}
    if folder is not None and folder != HERE:
        for platform in _read_folder(folder):
            if platform.id in platforms:
                raise PrivacyCheckError(
                    f'{folder}: id: another platform is already called "{platform.id}".', "Choose another id."
                )
            platforms[platform.id] = platform
    return Registry(platforms.values())


def _read_folder(folder: Path) -> list[Platform]:
    if not folder.is_dir():
        raise PrivacyCheckError(f"{folder} is not a folder of platform files.", "Give a folder with .toml files.")
    return [read_platform(path) for path in sorted(folder.glob("*.toml"))]


def read_platform(path: Path) -> Platform:
    """One platform file. Raises PrivacyCheckError naming file, key and reason."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise PrivacyCheckError(f"{path}: cannot be read: {error}.") from None
    except tomllib.TOMLDecodeError as error:
        raise PrivacyCheckError(f"{path}: not TOML: {error}.", "Correct the line it names.") from None
    platform = _checked(path, data)
    if platform.id != path.stem:
        raise PrivacyCheckError(f'{path}: id: is "{platform.id}", but the file is called {path.name}.')
    return platform


def _checked(path: Path, data: Mapping[str, object]) -> Platform:
    try:
        return Platform.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        reason = first["msg"].removeprefix("Value error, ")
        more = f" ({error.error_count() - 1} more)" if error.error_count() > 1 else ""
        raise PrivacyCheckError(
            f"{path}: {key}: {reason}{more}.", "docs/adding-a-platform.md says what may stand there."
        ) from None
