"""Which kind of file it is, by its first bytes: a name can say anything."""

from __future__ import annotations

UNKNOWN = "unknown"
FILMS = frozenset({"mp4", "mov"})
ENDINGS = {
    "jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "png": (".png", ".apng"),
    "webp": (".webp",),
    "gif": (".gif",),
    "tiff": (".tif", ".tiff", ".dng"),
    "heic": (".heic", ".heif", ".hif"),
    "avif": (".avif",),
    "mp4": (".mp4", ".m4v", ".3gp", ".3g2"),
    "mov": (".mov", ".qt"),
}
"""The endings of names, the usual one first."""
HEAD = 64
"""So many first bytes are enough to tell."""

_HEIC = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1"})
_AVIF = frozenset({b"avif", b"avis"})
_FIRST_BOXES = frozenset({b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})


def kind_of(head: bytes) -> str:
    """jpeg, png, webp, gif, tiff, heic, avif, mp4, mov or unknown."""
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "webp"
    if head.startswith((b"II*\0", b"MM\0*")):
        return "tiff"
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    return "mov" if head[4:8] in _FIRST_BOXES else UNKNOWN


def _by_brand(head: bytes) -> str:
    size = min(int.from_bytes(head[:4], "big"), len(head))
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, size - 3, 4))]
    if _AVIF.intersection(brands) and brands[0] in _AVIF | _HEIC:
        return "avif"
    if brands[0] in _HEIC:
        return "heic"
    return "mov" if brands[0] == b"qt  " else "mp4"


def named_as(name: str) -> str:
    """The kind a file's name claims to be; unknown for any other name."""
    lower = name.lower()
    return next((kind for kind, endings in ENDINGS.items() if lower.endswith(endings)), UNKNOWN)
