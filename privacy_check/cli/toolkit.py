"""The toolkit: scanners and reports behind the ports, for screens and commands alike."""

from __future__ import annotations

import secrets
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from privacy_check.errors import UnreadableInput
from privacy_check.files import write_private
from privacy_check.model import Account, Assessment, Capture, Lens, ProfileView
from privacy_check.places import home, own_folder
from privacy_check.ports import Collector, Toolkit

if TYPE_CHECKING:
    from scanners.platforms.registry import Registry

SECRET_BYTES = 32


def build_toolkit(*, show_browser: bool = False, platforms: Path | None = None) -> Toolkit:
    """The tools of one run. `platforms` names a second folder of platform files (the pretend network's)."""
    from scanners.extract import extract
    from scanners.platforms.registry import load_platforms

    registry = load_platforms(platforms)

    def read(capture: Capture) -> ProfileView:
        return extract(capture, registry.by_id(capture.account.platform))

    def name_of(platform: str) -> str:
        known = registry.by_id(platform)
        return known.name if known else platform

    return Toolkit(
        recognise=registry.recognise,
        collectors=_collectors(registry, show_browser),
        extract=read,
        write_report=_reporter(name_of, _steps_from(registry)),
        open_link=webbrowser.open,
        steps_by_hand=_steps_from(registry),
        platform_name=name_of,
        fetch_picture=_fetcher(registry),
        read_saved=_saved_reader(read),
    )


def code_secret() -> bytes:
    """The secret that makes this computer's ownership codes, made once; a new one when it cannot be kept."""
    path = home() / "code.key"
    try:
        return path.read_bytes()
    except OSError:
        fresh = secrets.token_bytes(SECRET_BYTES)
    try:
        own_folder(home())
        write_private(path, fresh)
    except Exception:  # noqa: BLE001, S110 - nothing may be kept here: the code then holds for this run alone
        pass
    return fresh


def _collectors(registry: Registry, show_browser: bool) -> Mapping[Lens, Callable[[], Collector]]:
    def public() -> Collector:
        from scanners.public_view import PublicView

        return PublicView(registry.by_id, headed=show_browser)

    return {Lens.PUBLIC: public}


def _steps_from(registry: Registry) -> Callable[[Account], tuple[str, ...]]:
    def steps(account: Account) -> tuple[str, ...]:
        known = registry.by_id(account.platform)
        if known is None:
            return ()
        return known.ask if known.self_check_mode == "ask" else known.by_hand

    return steps


def _reporter(
    name_of: Callable[[str], str], by_hand: Callable[[Account], tuple[str, ...]]
) -> Callable[[Assessment, Path, Sequence[str], bool], list[Path]]:
    def write(assessment: Assessment, folder: Path, formats: Sequence[str], reveal: bool) -> list[Path]:
        from reports.document import Options
        from reports.write import write_report

        return write_report(assessment, folder, formats, Options(reveal, name_of, by_hand))

    return write


def _fetcher(registry: Registry) -> None:
    return None


def _saved_reader(read: Callable[[Capture], ProfileView]) -> Callable[[Account, Path], ProfileView]:
    def saved(account: Account, path: Path) -> ProfileView:
        from scanners.saved_page import load

        capture = load(path, account.url)
        if capture.account.key != account.key:
            raise UnreadableInput(
                "This saved page is of another account.", "Save the page of the account you chose, and try again."
            )
        return read(capture)

    return saved
