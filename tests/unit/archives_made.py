"""Archives made for tests: small zips and folders in the shape of each service's, of invented people."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from privacy_check.model import ProfileView
from scanners.archives import read


def made(folder: Path, members: Mapping[str, Any], name: str = "archive.zip", *, inside: str = "") -> Path:
    """A zip of these members; what is no text becomes JSON; `inside` is a folder that wraps them all."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, body in members.items():
            archive.writestr(f"{inside}{member}", body if isinstance(body, str | bytes) else json.dumps(body))
    return path


def unpacked(folder: Path, members: Mapping[str, Any]) -> Path:
    """The same as a folder."""
    for member, body in members.items():
        path = folder / "unpacked" / member
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(body, bytes):
            path.write_bytes(body)
        else:
            path.write_text(body if isinstance(body, str) else json.dumps(body), encoding="utf-8")
    return folder / "unpacked"


def broken_letters(value: Any) -> Any:
    """What Facebook and Instagram write: the bytes of UTF-8 as letters of Latin-1, in keys and values."""
    if isinstance(value, str):
        return value.encode().decode("latin-1")
    if isinstance(value, list):
        return [broken_letters(one) for one in value]
    if isinstance(value, dict):
        return {broken_letters(key): broken_letters(one) for key, one in value.items()}
    return value


def ytd(name: str, records: Any) -> str:
    """A file of X's archive."""
    return f"window.YTD.{name}.part0 = {json.dumps(records, ensure_ascii=False)}"


def one(path: Path, **more: Any) -> ProfileView:
    """The only account in an archive."""
    (view,) = read([path], **more)
    return view


def facts(view: ProfileView, name: str) -> list[str]:
    """The values of one name."""
    return [field.text for field in view.all(name)]


def joined(view: ProfileView, kind: str = "") -> set[str]:
    """The names of the groups whose kind begins so."""
    return {group.name for group in view.groups if group.kind.startswith(kind)}


def everything(view: ProfileView) -> str:
    """All that was collected, as one text: what must not be there can be looked for."""
    parts = [field.text for field in view.fields] + [group.name for group in view.groups]
    return "\n".join([*parts, *(f"{post.text} {post.url} {post.place}" for post in view.posts)])
