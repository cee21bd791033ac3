"""Finds and loads the platform files, and reads pasted links with them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from privacy_check.errors import PrivacyCheckError, UsageError
from privacy_check.model import Account, LinkReading
from privacy_check.sentences import say
from scanners.platforms import several
from scanners.platforms.index import GENERIC, PlatformIndex
from scanners.platforms.links import NoHandle, make_account
from scanners.platforms.schema import Platform

__all__ = ["GENERIC", "Registry", "load_platforms", "read_platform"]

HERE = Path(__file__).parent


class Registry(PlatformIndex):
    """The described platforms, and what a pasted text means among them."""

    def recognise(self, text: str) -> LinkReading:
        """What one pasted link or `platform:handle` turned out to be. Never raises."""
        return several.read_one(self, text)

    def recognise_all(self, text: str) -> tuple[LinkReading, ...]:
        """Every link of a pasted text, in order, each once; one reading at least. Never raises."""
        return several.read_all(self, text)

    def account_for(self, platform: str | Platform, handle: str) -> Account:
        """The account of a handle, with its canonical address. Raises UsageError for an unknown name."""
        known = self.by_name(platform) if isinstance(platform, str) else platform
        if known is None:
            raise UsageError(say("links.file.no_platform", platform=platform), say("links.file.see_list"))
        made = make_account(known, handle)
        if isinstance(made, NoHandle):
            raise UsageError(made.why, made.hint)
        return made


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
                    say("links.file.taken", folder=folder, platform=platform.id), say("links.file.choose_id")
                )
            platforms[platform.id] = platform
    return Registry(platforms.values())


def _read_folder(folder: Path) -> list[Platform]:
    if not folder.is_dir():
        raise PrivacyCheckError(say("links.file.no_folder", folder=folder), say("links.file.give_folder"))
    return [read_platform(path) for path in sorted(folder.glob("*.toml"))]


def read_platform(path: Path) -> Platform:
    """One platform file. Raises PrivacyCheckError naming file, key and reason."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise PrivacyCheckError(say("links.file.unreadable", path=path, error=error)) from None
    except tomllib.TOMLDecodeError as error:
        raise PrivacyCheckError(
            say("links.file.not_toml", path=path, error=error), say("links.file.correct_line")
        ) from None
    platform = _checked(path, data)
    if platform.id != path.stem:
        raise PrivacyCheckError(say("links.file.other_name", path=path, platform=platform.id, name=path.name))
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
            say("links.file.wrong", path=path, key=key, reason=reason, more=more), say("links.file.see_docs")
        ) from None
