"""What a platform's TOML file may say, with errors a maintainer can read."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

Confidence = Literal["high", "medium", "low"]
MarkerKind = Literal[
    "status",
    "final_url",
    "redirect",
    "title",
    "heading",
    "text",
    "body",
    "json",
    "meta",
    "css",
    "script",
    "header",
]
FieldSource = Literal["jsonld", "meta", "json", "css", "title", "url", "microformat"]
OtherPageKind = Literal[
    "article",
    "company",
    "event",
    "feed",
    "files",
    "front",
    "group",
    "help",
    "invite",
    "list",
    "listing",
    "login",
    "message",
    "music",
    "own",
    "phone",
    "photo",
    "post",
    "search",
    "settings",
    "short",
    "story",
    "tracker",
    "video",
]


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
    """A sign on a page, and how `value` is read for each kind.

    status      a number: the HTTP status of the answer.
    final_url   a substring of the address where the look ended.
    redirect    a substring of any address the look was sent to on its way.
    title       a regular expression, case ignored, searched in <title>.
    heading     the same in any <h1>, <h2> or <h3>.
    text        a substring of the visible words; case and the shape of apostrophes are ignored.
    body        a substring of the page's source; the shape of apostrophes (&#39; \\' ’) is ignored.
    script      a substring of the page's inline scripts.
    meta        `name=regex` (`og:type=^profile$`): <meta> by property, name or itemprop. A bare name: it is there.
    css         a selector that matches at least one element.
    json        `dotted.path=regex` in any embedded, served or JSON-LD document; the path may start at any depth,
                `*` stands for any list item. A bare path: it is there, not empty. `true`/`false` are lower case.
    header      `name=regex` in the answer's headers.

    `{handle}` in a value stands for the account's handle. `with_status` limits the sign to these statuses (a saved
    page has none, and then only signs without it count); `also` is a substring of the source that must be there
    too; `thin` lets it count only when the page shows few words. `note` names what the sign is, for the evidence.
    Walls are judged before everything else; `visible`, `private`, `not_found` are believed only without a wall,
    and `visible` only when a name, a handle or words of the profile were read too.
    """

    kind: MarkerKind
    value: str
    as_of: str = ""
    with_status: tuple[int, ...] = ()
    also: str = ""
    thin: bool = False
    note: str = ""


class Markers(_Strict):
    """Signs per outcome, each dated. `not_profile`: a repository, one post, a search, the platform's own page;
    `post`: one post of this account, whose author may be read as a partly seen profile; `notes` say why an
    outcome can never be told there."""

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
    post: tuple[Marker, ...] = ()
    notes: str = ""


class FieldRule(_Strict):
    """Where one field lives; rules of a field are tried in order, and the first that answers wins.

    `at`, by `source`:
    meta         the property, name or itemprop of a <meta>.
    title        unused: the words of <title>.
    url          unused: the address of the profile.
    css          a selector; the words of the first match, or its attribute `attr` (`href` is made absolute and
                 unwrapped of redirectors; `tail`: the loose text behind the element).
    json         the end of a dotted path in any embedded or served JSON (`user.full_name` is found at any depth);
                 `*` stands for any list item or any key.
    jsonld       the same inside JSON-LD, where a first part with a capital letter is a type (`Person.name`).
    microformat  a property of the page's h-card (`p-name`, `u-url`, or old `fn`, `note`).

    `take` keeps group 1 of a regular expression (no match: the rule does not answer). `owner` names a key beside
    the last one of the path whose value must be the account's handle, so that the viewer's or a neighbour's data
    is never taken for the profile's. `many` keeps every match, as items. An address that is a list of objects is
    read by their `url`, `href`, `value` or `name`. HTML in values is turned into words, counts into digits.
    `place` and `when` say where a post keeps its place and its time: a selector inside the post (or the box around
    it), or a key beside the last one of a `json` path.
    """

    source: FieldSource
    at: str
    take: Pattern | None = None
    attr: str = ""
    owner: str = ""
    many: bool = False
    place: str = ""
    when: str = ""
    confidence: float = 0.9
    as_of: str = ""


class OtherPage(_Strict):
    """A page of the platform that is no profile.

    `path` is like Address.paths, with a group `handle` where the owner's handle stands in the link, so that the
    profile can be proposed; `hint` says more than the kind can.
    """

    path: Pattern
    what: OtherPageKind
    hint: str = ""


class OtherForm(_Strict):
    """Another canonical address, for handles that `when` matches; its named groups may stand in `template`."""

    when: Pattern
    template: str


class Address(_Strict):
    """What a link to a profile looks like.

    hosts           may start with `*.`; `not_hosts` are the platform's hosts without profiles.
    paths           regular expressions with a group `handle` that match the whole path (percent-decoded, without a
                    trailing slash), or the start of path plus query when they hold `\\?`.
    host_handle     one on the host, for handles in the host.
    not_profiles    first path segments that never are a handle; `other_pages` name more of them.
    other_forms     other canonical addresses; `template` serves the rest. Its fields are `handle` and the named
                    groups of the pattern.
    handle          the rule a handle keeps, in words in `handle_rule`; `lower_case`: the platform writes them so.
    bare_suffix     completes a handle typed without a dot.
    host_in_handle  hosts that become part of the handle (`name@host`); `any_host`: every host does.
    app_links       what an app or a QR code gives in place of a web address.
    media_hosts     where its pictures, styles and scripts come from.
    data_hosts      where its pages fetch their words from, beyond `hosts`; each of the three lists may be asked.
    """

    template: str
    hosts: tuple[str, ...]
    paths: tuple[Pattern, ...] = ()
    host_handle: Pattern | None = None
    not_profiles: tuple[str, ...] = ()
    other_pages: tuple[OtherPage, ...] = ()
    other_forms: tuple[OtherForm, ...] = ()
    app_links: tuple[Pattern, ...] = ()
    handle: Pattern = r"^[^\s/?#]{1,100}$"
    handle_rule: str = ""
    bare_suffix: str = ""
    host_in_handle: tuple[str, ...] = ()
    not_hosts: tuple[str, ...] = ()
    lower_case: bool = False
    case_sensitive: bool = False
    any_host: bool = False
    media_hosts: tuple[str, ...] = ()
    data_hosts: tuple[str, ...] = ()
    notes: str = ""


class ReadRequest(_Strict):
    """A POST by which the platform's own page fetches words. Only what is listed here is ever sent.

    host        exact, or `*.` for one label; it must be a host of the platform.
    paths       exact, the last slash optional; `*` stands for one segment. What follows `?` does not count.
    what        `words`, or `token`: a key the page needs before it may ask, which may have no body.
    operations  the names that read; every operation of a batch must be one. Never a hash or a number of a stored
                query: they change within weeks.
    named_in    where the site names the operation:
                friendly_name   `fb_api_req_friendly_name` in the body and the header `X-FB-Friendly-Name`, alike;
                operation_name  `operationName` in the JSON body, in each entry of a list;
                query           `q` in the address.
    json_keys   each entry of the JSON body has one of these keys.
    without     text that must not stand anywhere in the body, case ignored.
    note        why the path alone is enough: nothing is ever written there. Needed where no sign is given.
    as_of       the month of the newest evidence; empty when it has no date.
    """

    host: str
    paths: tuple[str, ...] = Field(min_length=1)
    what: Literal["words", "token"] = "words"
    operations: tuple[str, ...] = ()
    named_in: Literal["", "friendly_name", "operation_name", "query"] = ""
    json_keys: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    note: str = ""
    as_of: str = ""
    confidence: Confidence

    @model_validator(mode="after")
    def _says_what_makes_it_a_read(self) -> Self:
        if bool(self.operations) != bool(self.named_in):
            raise ValueError("operations and named_in belong together")
        if any("mutation" in name.lower() for name in self.operations):
            raise ValueError("a mutation writes, and is never a read")
        if not (self.operations or self.json_keys or self.note):
            raise ValueError(
                "say by operations or json_keys what makes it a read, or in note why the path is enough"
            )
        if not all(re.fullmatch(r"/(?:\*|[^*]*)(?:/(?:\*|[^*]*))*", path) for path in self.paths):
            raise ValueError("a path is exact: it starts with /, and * stands for a whole segment")
        if not re.fullmatch(r"(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+", self.host):
            raise ValueError("a host is exact, lower case, or *. for one label")
        return self


class Reads(_Strict):
    """How the platform's pages fetch their words by POST; without it a platform posts nothing.

    `asides` are what pages there post without ever getting words for it (counting, error reports), as `/path` on
    any host or `host/path`; `*` stands for anything inside one segment, at the end for all segments that follow.
    `aside_operations` are the same by name, for paths where reads and writes are mixed; `*` stands for anything.
    They are refused like everything else, but nothing on the page is missing for it.
    """

    requests: tuple[ReadRequest, ...] = ()
    asides: tuple[str, ...] = ()
    aside_operations: tuple[str, ...] = ()


class Endpoint(_Strict):
    """A documented public API answer: a second source beside the browser view.

    `url` takes `{handle}` and the named groups of the handle pattern; `for_handles` limits it to matching handles.
    """

    url: str
    for_handles: Pattern = ""
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


class Regions(_Strict):
    """Whose words the parts of a page hold, as CSS selectors; they decide before all else.

    owner    the person's own parts, also inside others'.
    others   other people's words: comments, suggestions, reviews.
    site     the site's own: menus, support lines, legal lines, adverts.
    """

    owner: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    site: tuple[str, ...] = ()


class Examples(_Strict):
    """Organisations only: for `platforms --verify`."""

    public: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


class Platform(_Strict):
    """One platform as its file describes it; `archive`: its "download your data" archive can be read here."""

    id: str
    name: str
    also_called: tuple[str, ...] = ()
    category: str
    as_of: str
    verified_on: date | None = None
    self_check_mode: Literal["browser", "endpoint_then_browser", "ask"] = "browser"
    archive: bool = False
    confidence: dict[str, Confidence] = Field(default_factory=dict)
    address: Address
    public_view: str = ""
    markers: Markers = Markers()
    fields: dict[str, tuple[FieldRule, ...]] = Field(default_factory=dict)
    regions: Regions = Regions()
    endpoints: tuple[Endpoint, ...] = ()
    reads: Reads = Reads()
    exposes: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    links: Links = Links()
    examples: Examples = Examples()
    sources: tuple[str, ...] = ()
