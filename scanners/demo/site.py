"""What the pretend network answers: a host and a path in, a status and a page out. Knows no sockets."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scanners.demo import drawings
from scanners.demo.asked import Answer, fetched
from scanners.demo.cast import Cast
from scanners.demo.facts import facts, worded
from scanners.demo.persona import Behaviour
from scanners.demo.places import host_of, sites, template_of

HERE = Path(__file__).parent
# Nothing on a pretend page can reach another machine, even if a template were changed by mistake.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "frame-ancestors 'self'",
        "form-action 'none'",
        "base-uri 'none'",
    )
)

_STATIC = {
    "style.css": "text/css; charset=utf-8",
    "app.js": "text/javascript; charset=utf-8",
    "draw.js": "text/javascript; charset=utf-8",
}


# The status and the notice of every behaviour that shows a notice in place of a profile.
_NOTICES: dict[Behaviour, tuple[int, str]] = {
    "gone": (200, "missing"),
    "suspended": (200, "suspended"),
    "too_many": (429, "too_many"),
    "robot": (200, "robot"),
    "robot_403": (403, "robot"),
}


def answer(host: str, target: str, port: int, cast: Cast) -> Answer:
    """The answer to a GET of `target` (path and query) at `host`; anything unknown is a plain 404."""
    path = unquote(urlsplit(target).path)
    label = host.lower().split(":")[0].removesuffix(".localhost")
    if label in sites():
        return _platform_page(label, path, port, cast)
    if label in ("localhost", "127.0.0.1"):
        return _index_page(path, port, cast)
    return _nothing()


def _index_page(path: str, port: int, cast: Cast) -> Answer:
    if path == "/":
        fronts = [(key, site, host_of(key, port)) for key, site in sites().items()]
        return _page("index.html", people=cast.people, fronts=fronts, port=port)
    if path == "/style.css":
        return _static("index", "style.css")
    faces = {f"/face/{person.id}.png": person.pages[0].content.avatar for person in cast.people}
    return Answer(200, drawings.avatar(faces[path]), "image/png") if path in faces else _nothing()


def _platform_page(platform: str, path: str, port: int, cast: Cast) -> Answer:
    name = path.lstrip("/")
    if name in _STATIC:
        shared = sites()[platform].get("style", platform)
        return _static(platform if name == "app.js" else shared, name)
    if name == "icon.svg":
        return Answer(200, _icon(platform), "image/svg+xml")
    if name.startswith("media/"):
        return _media(platform, name.removeprefix("media/"), cast)
    if name == "":
        return _page(f"{platform}/front.html", "front.html", platform=platform)
    if name in ("login", "consent"):
        return _page(f"{name}.html", platform=platform)
    if (given := fetched(platform, name, port, cast)) is not None:
        return given
    if platform == "framelet" and (inside := re.fullmatch(r"inside/([^/]+)", name)):
        return _profile((platform, inside[1]), port, cast, "inside")
    handle = _handle_in(platform, path)
    return _profile((platform, handle), port, cast) if handle else _nothing()


@cache
def _path_pattern(platform: str) -> re.Pattern[str]:
    pattern = re.escape(urlsplit(template_of(platform)).path).replace(r"\{handle\}", r"(?P<handle>[^/]{1,60})")
    return re.compile(pattern.removesuffix("/") + "/?")


def _handle_in(platform: str, path: str) -> str:
    found = _path_pattern(platform).fullmatch(path)
    return found["handle"] if found else ""


def _profile(at: tuple[str, str], port: int, cast: Cast, part: str = "profile") -> Answer:
    platform, handle = at
    page = cast.page(platform, handle)
    site = sites()[platform]
    if page is None or page.behaviour == "missing":
        status = site["missing"] if page is None else 404
        return _notice(platform, "missing", status, handle)
    if page.behaviour == "login":
        return Answer(302, b"", headers={"Location": "/login"})
    if page.behaviour == "consent":
        return Answer(302, b"", headers={"Location": "/consent"})
    if page.behaviour in _NOTICES:
        status, notice = _NOTICES[page.behaviour]
        return _notice(platform, notice, status, handle)
    if page.behaviour in ("refused", "forbidden", "broken"):
        return _bare(page.behaviour)
    return _page(f"{platform}/{part}.html", platform=platform, **facts(page, port))


def _notice(platform: str, notice: str, status: int, handle: str) -> Answer:
    words = {key: worded(text, handle, handle) for key, text in sites()[platform]["notices"][notice].items()}
    return _page("notice.html", platform=platform, status=status, kind=notice, notice=words)


def _media(platform: str, name: str, cast: Cast) -> Answer:
    if found := re.fullmatch(r"(avatar|cover)/([^/]+)\.(?:png|jpg)", name):
        page = cast.page(platform, found[2])
        if page is not None and found[1] == "avatar":
            return Answer(200, drawings.avatar(page.content.avatar), "image/png")
        if page is not None:
            return Answer(200, drawings.cover(page.handle), "image/jpeg")
    if found := re.fullmatch(r"photo/([^/]+)/(\d{1,2})\.jpg", name):
        page = cast.page(platform, found[1])
        number = int(found[2])
        if page is not None and page.behaviour in ("open", "dialog") and number < len(page.content.photos):
            return Answer(200, drawings.photo(page.content.photos[number], page.handle), "image/jpeg")
    return _nothing()


def _icon(platform: str) -> bytes:
    site = sites()[platform]
    text = f'<text x="16" y="23" font-size="20" text-anchor="middle" fill="#fff">{site["name"][0]}</text>'
    tile = f'<rect width="32" height="32" rx="9" fill="{site["colour"]}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{tile}{text}</svg>'.encode()


def _static(folder: str, name: str) -> Answer:
    path = HERE / "styles" / folder / name
    if not path.is_file():
        return _nothing()
    return Answer(200, path.read_bytes(), _STATIC[name])


def _nothing() -> Answer:
    return Answer(404, b"<!doctype html><title>Not found</title><p>There is nothing at this address.</p>")


def _bare(behaviour: Behaviour) -> Answer:
    status, words = {
        "refused": (999, "Request denied"),
        "forbidden": (403, "Forbidden"),
        "broken": (500, "Something went wrong on our side"),
    }[behaviour]
    return Answer(status, f"<!doctype html><title>{words}</title><h1>{words}</h1>".encode())


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(HERE / "templates")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _page(*names: str, platform: str = "", status: int = 200, **more: Any) -> Answer:
    template = _templates().select_template(list(names))
    site = sites().get(platform, {})
    words = template.render(platform=platform, site=site, **more)
    return Answer(status, words.encode(), headers={"Content-Security-Policy": POLICY})
