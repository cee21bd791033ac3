"""Practice: the ordinary commands on the pretend network, which lives on this computer and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from privacy_check.errors import UsageError
from privacy_check.sentences import say

HEAD_BYTES = 100_000
_ADDRESS = re.compile(rb"https?://([a-z]{3,20}\.localhost)[:/]", re.IGNORECASE)


def pretend_platforms(links: Sequence[str], *, keep: bool = False) -> Path | None:
    """The folder of the pretend sites when every link leads to one of them, which this process may then look at.

    None for links to anywhere else. Raises UsageError where an invented person would be kept as the person's own.
    """
    if not links or not all(map(_is_pretend, links)):
        return None
    if keep:
        raise UsageError(say("commands.practice.not_kept"), say("commands.practice.not_kept_hint"))
    from privacy_check.cli.pretend_place import admit_loopback, platform_files

    admit_loopback()
    return platform_files()


def pretend_pages(files: Sequence[Path], url: str | None) -> Path | None:
    """The same for saved pages: when each was saved from a pretend site, or `url` names one."""
    if url is not None:
        return pretend_platforms([url])
    hosts = [_saved_from(path) for path in files]
    return pretend_platforms([f"http://{host}/" for host in hosts]) if all(hosts) else None


def _is_pretend(link: str) -> bool:
    try:
        host = (urlsplit(link if "//" in link else f"http://{link}").hostname or "").lower()
    except ValueError:
        return False
    if not host.endswith(".localhost"):
        return False
    from scanners.demo.places import sites

    return host.removesuffix(".localhost") in sites()


def _saved_from(path: Path) -> str:
    try:
        with path.open("rb") as file:
            found = _ADDRESS.search(file.read(HEAD_BYTES))
    except OSError:
        return ""
    return found[1].decode().lower() if found else ""
