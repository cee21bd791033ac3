"""A clean copy of a picture or film beside it, proved by reading it again; the original is only ever read."""

from __future__ import annotations

import io
import os
import secrets
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from PIL import Image, ImageOps, ImageSequence

from privacy_check.errors import PrivacyCheckError
from privacy_check.sentences import say
from scanners.photos import film, heif, icc, swept
from scanners.photos.blank import apply
from scanners.photos.clues import PhotoReading
from scanners.photos.gif import strip_gif
from scanners.photos.jpeg import strip_jpeg
from scanners.photos.kinds import ENDINGS, FILMS
from scanners.photos.pixels import TooBig, opened
from scanners.photos.png import strip_png
from scanners.photos.read import BROKEN, MOST_BYTES, open_plain, read_photo_file
from scanners.photos.webp import strip_webp

MOST_PAGES = 200
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_IN_PLACE = {**dict.fromkeys(FILMS, film.blanks), "heic": heif.blanks, "avif": heif.blanks}
_STRIP = {"jpeg": strip_jpeg, "png": strip_png, "webp": strip_webp, "gif": strip_gif}
_SAVE: dict[str, dict[str, Any]] = {
    "jpeg": {"format": "JPEG", "quality": 95, "subsampling": 0, "optimize": True},
    "png": {"format": "PNG"},
    "webp": {"format": "WEBP", "quality": 95, "method": 4},
}


@dataclass(frozen=True, slots=True)
class CleanCopy:
    """The copy, and what a second reading of it still found (empty when clean)."""

    path: Path
    left: tuple[str, ...]


class CleanFolder:
    """The folder the copies go to; their names are counted on, and say nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._last = 0

    def copy(self, original: Path, before: PhotoReading) -> CleanCopy:
        """Writes a copy without metadata, and reads it again.

        Raises PrivacyCheckError with a sentence where no copy can be made, and OSError for the disk.
        """
        ending = ENDINGS[before.kind][0]
        try:
            with self._new_file("film" if before.kind in FILMS else "photo", ending) as (file, path):
                _write(original, before, file)
        except TooBig:
            raise PrivacyCheckError(say("photos.problem.too_many_points")) from None
        except BROKEN:
            raise PrivacyCheckError(say("photos.problem.no_copy")) from None
        except OSError as error:
            if error.errno:
                raise
            raise PrivacyCheckError(say("photos.problem.no_copy")) from None
        after = read_photo_file(path)
        return CleanCopy(path, after.left if after.readable else (*after.left, after.problem or ""))

    @contextmanager
    def _new_file(self, stem: str, ending: str) -> Iterator[tuple[BinaryIO, Path]]:
        """A new file, readable by this person alone, there only once it is whole; nothing is replaced."""
        path = self._free_name(stem, ending)
        temporary = self.folder / f".{path.name}.{secrets.token_hex(4)}"
        try:
            with os.fdopen(os.open(temporary, _FLAGS, 0o600), "w+b") as file:
                yield file, path
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            path.unlink(missing_ok=True)
            raise

    def _free_name(self, stem: str, ending: str) -> Path:
        """The next name nobody has, taken at once by an empty file of ours."""
        while True:
            self._last += 1
            path = self.folder / f"{stem}-{self._last}{ending}"
            try:
                os.close(os.open(path, _FLAGS, 0o600))
            except FileExistsError:
                continue
            return path


def _write(original: Path, before: PhotoReading, copy: BinaryIO) -> None:
    with open_plain(original) as source, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if before.kind in _IN_PLACE:
            shutil.copyfileobj(source, copy, 1_000_000)
            apply(list(_IN_PLACE[before.kind](source)), copy)
            apply(list(swept.blanks(copy, before)), copy)
            if not swept.clean(copy):
                raise ValueError("a block of metadata that no table leads to")
        else:
            data = source.read(MOST_BYTES)
            cleaned = (_points(data, before.kind) if before.problem else None) or _cleaned(data, before)
            if swept.holds(cleaned, before):
                # What a broken block led into the picture's own data goes with them: only the points are kept.
                cleaned = _redrawn(data, before.kind)
                if swept.holds(cleaned, before):
                    raise ValueError("metadata among the points")
            copy.write(cleaned)


def _cleaned(data: bytes, before: PhotoReading) -> bytes:
    if before.kind == "tiff":
        return _tiff(data)
    if before.orientation != 1 and before.kind in _SAVE:
        return _STRIP[before.kind](_turned(data, before.kind))
    return _STRIP[before.kind](data)


def _turned(data: bytes, kind: str) -> bytes:
    """The picture with its points turned as the file said it is to be shown."""
    image = opened(data)
    profile = image.info.get("icc_profile")
    turned = ImageOps.exif_transpose(image)
    out = io.BytesIO()
    _bare(turned).save(out, icc_profile=profile, **_SAVE[kind])
    return out.getvalue()


def _points(data: bytes, kind: str) -> bytes | None:
    """A damaged picture's points saved anew, where they can be read: its parts may not be what they seem."""
    try:
        return _redrawn(data, kind)
    except (*BROKEN, OSError, TooBig):
        return None


def _redrawn(data: bytes, kind: str) -> bytes:
    """The points alone, saved anew; all frames of a GIF."""
    image = opened(data)
    out = io.BytesIO()
    if kind != "gif":
        _bare(ImageOps.exif_transpose(image)).save(out, **_SAVE.get(kind, {"format": "TIFF"}))
        return out.getvalue()
    frames = [
        frame.convert("RGBA") for frame, _ in zip(ImageSequence.Iterator(image), range(MOST_PAGES), strict=False)
    ]
    frames[0].save(out, format="GIF", save_all=True, append_images=frames[1:], comment=b"")
    return out.getvalue()


def _tiff(data: bytes) -> bytes:
    image = opened(data)
    pages = []
    for page, _ in zip(ImageSequence.Iterator(image), range(MOST_PAGES), strict=False):
        pages.append(_bare(ImageOps.exif_transpose(page)))
    out = io.BytesIO()
    packed = "group4" if pages[0].mode == "1" else "tiff_adobe_deflate"
    more: dict[str, Any] = {"save_all": True, "append_images": pages[1:]} if len(pages) > 1 else {}
    profile = icc.bare(image.info.get("icc_profile") or b"")
    if any(profile):
        more["icc_profile"] = profile
    pages[0].save(out, format="TIFF", compression=packed, **more)
    return out.getvalue()


def _bare(image: Image.Image) -> Image.Image:
    """The points alone, without anything a program would write along."""
    bare = Image.frombytes(image.mode, image.size, image.tobytes())
    if image.mode in ("P", "PA") and image.palette is not None:
        bare.putpalette(image.palette.palette, image.palette.mode)
        if "transparency" in image.info:
            bare.info["transparency"] = image.info["transparency"]
    return bare
