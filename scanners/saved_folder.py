"""The folder a browser puts beside a page it saves whole: the frames in it are parts of the page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from scanners.charset import decode
from scanners.saved_files import MAX_FRAMES, SAVED_FROM, Frame, sources, with_frames

LARGEST_FRAME = 8_000_000
LARGEST_FOLDER = 40_000_000
DEEPEST = 2
_PAGES = (".html", ".htm", ".xhtml", ".xht", "")


def with_saved_frames(page: str, file: Path, address: str) -> str:
    """The page with the frames that its own folder holds. Nothing outside that folder is ever opened."""
    left = [LARGEST_FOLDER]
    return _filled(page, file, address or _saved_from(page), left, 0)


def _filled(page: str, file: Path, address: str, left: list[int], depth: int) -> str:
    frames: dict[str, Frame] = {}
    for told in sources(page):
        path = _in_folder(told, file, depth)
        if path is None or len(frames) >= MAX_FRAMES:
            continue
        text = _text(path, left)
        if text is not None:
            inner = _filled(text, path, address, left, depth + 1) if depth + 1 < DEEPEST else text
            frames[told] = Frame(_saved_from(text), inner)
    return with_frames(page, frames, address)


def _in_folder(told: str, file: Path, depth: int) -> Path | None:
    """The file a frame of a saved page names, if it lies in the page's folder: `name_files`, `name-Dateien`.

    A frame in that folder may name what lies beside itself.
    """
    try:
        if urlsplit(told).scheme or told.startswith(("/", "\\")):
            return None
        wanted = Path(unquote(urlsplit(told).path))
        home = file.parent.resolve()
        path = (home / wanted).resolve()
        inside = path.relative_to(home).parts
    except (ValueError, OSError, RuntimeError):
        return None
    if len(inside) < 1 or path.suffix.lower() not in _PAGES or path == file.resolve():
        return None
    if depth:
        return path
    folder = inside[0]
    own = folder.startswith(file.stem) and folder[len(file.stem) : len(file.stem) + 1] in ("_", "-", ".")
    return path if own and len(inside) > 1 else None


def _text(path: Path, left: list[int]) -> str | None:
    try:
        size = path.stat().st_size
        if not path.is_file() or size > min(LARGEST_FRAME, left[0]):
            return None
        left[0] -= size
        raw = path.read_bytes()
    except OSError:
        return None
    return decode(raw) if b"<" in raw else None


def _saved_from(text: str) -> str:
    """Where a browser says that it took a page from; empty without a word of it."""
    found = SAVED_FROM.search(text[:4_000])
    return found[1] if found and found[1].startswith("http") else ""
