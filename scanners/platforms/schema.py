"""What a platform's TOML file may say, with errors a maintainer can read."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

Confidence = Literal["high", "medium", "low"]
MarkerKind = Literal["status", "final_url", "redirect", "title", "body", "json", "meta", "css", "script", "header"]
FieldSource = Literal["jsonld", "meta", "json", "css", "title", "url", "microformat"]


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from None
    return pattern


Pattern = Annotated[str, AfterValidator(_compiles)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Marker(_Strict):
    """A sign on a page. `status` takes a number; `final_url`, `redirect`, `body`, `script` take a substring;
    `title` a regular expression searched in <title>; `meta` `property=regex`; `css` a selector;
    `json` a `dotted.path=regex` in any embedded or served JSON (a bare path: it is there);
    `header` `name=regex`. `with_status` and `also` narrow it."""

    kind: MarkerKind
    value: str
    as_of: str = ""
    with_status: tuple[int, ...] = ()
    also: str = ""
    note: str = ""


class Markers(_Strict):
    """Signs per outcome, each dated."""

    visible: tuple[Marker, ...] = ()
    private: tuple[Marker, ...] = ()
    not_found: tuple[Marker, ...] = ()
    suspended: tuple[Marker, ...] = ()
    login_wall: tuple[Marker, ...] = ()
    consent_wall: tuple[Marker, ...] = ()
    challenge: tuple[Marker, ...] = ()
    rate_limited: tuple[Marker, ...] = ()
    blocked: tuple[Marker, ...] = ()
    not_profile: tuple[Marker, ...] = ()


class FieldRule(_Strict):
    """Where one field lives. `at`: a meta name, a JSON-LD or JSON path (a dotted suffix of the path, `*` for
    any list item), or a CSS selector; `take` keeps group 1 of a regular expression; `attr` an attribute (css);
    `owner` names a sibling key whose value must be the account's handle (json), so that the viewer's or a
    neighbour's data is never taken for the profile's."""

    source: FieldSource
    at: str
    take: Pattern | None = None
    attr: str = ""
    owner: str = ""
    many: bool = False
    confidence: float = 0.9
    as_of: str = ""


class Address(_Strict):
    """What a link to a profile looks like. `hosts` may start with `*.`; `paths` are regular expressions on
    path plus query with a named group `handle`; `host_handle` is one on the host, for handles in the host."""

    template: str
    hosts: tuple[str, ...]
    paths: tuple[Pattern, ...] = ()
    host_handle: Pattern | None = None
    not_profiles: tuple[str, ...] = ()
    handle: Pattern = r"^[^\s/?#]{1,100}$"
    case_sensitive: bool = False
    any_host: bool = False
    media_hosts: tuple[str, ...] = ()
    notes: str = ""


class Endpoint(_Strict):
    """A documented public API answer: a second source beside the browser view."""

    url: str
    returns: str = ""
    works_when: str = ""
    as_of: str = ""
    public_api: bool = True


class Links(_Strict):
    """The platform's own pages."""

    settings: str = ""
    help: str = ""
    impersonation: str = ""
    data_download: str = ""
    delete_account: str = ""
    low_confidence: tuple[str, ...] = ()


class Examples(_Strict):
    """Organisations only: for `platforms --verify`."""

    public: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


class Platform(_Strict):
    """One platform as its file describes it."""

    id: str
    name: str
    category: str
    as_of: str
    verified_on: date | None = None
    self_check_mode: Literal["browser", "endpoint_then_browser", "ask"] = "browser"
    confidence: dict[str, Confidence] = Field(default_factory=dict)
    address: Address
    public_view: str = ""
    markers: Markers = Markers()
    fields: dict[str, tuple[FieldRule, ...]] = Field(default_factory=dict)
    endpoints: tuple[Endpoint, ...] = ()
    exposes: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    links: Links = Links()
    examples: Examples = Examples()
    sources: tuple[str, ...] = ()
