"""What was looked at: accounts, captures, and the profile read from them, whatever the source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from privacy_check.model.vocabulary import Lens, Outcome, Ownership, PageKind, SeenBy, Whose


@dataclass(frozen=True, slots=True)
class Account:
    """One account the person says is theirs: platform id, handle, address.

    `page` is empty for the profile; for another page of the account, such as a post, it is the path that tells
    the two apart.
    """

    platform: str
    handle: str
    url: str
    ownership: Ownership = Ownership.STATED
    page: str = ""

    @property
    def key(self) -> str:
        """`platform:handle`, lower case: the same account however it was typed; a page of it is one of its own."""
        name = f"{self.platform}:{self.handle}"
        return (f"{name}/{self.page}" if self.page else name).lower()


@dataclass(frozen=True, slots=True)
class LinkReading:
    """What a pasted link or `platform:handle` turned out to be; `refusal` and `hint` are sentences.

    `kind` says what the link leads to, as far as the link tells; `hint` then may name the profile behind a post.
    `link` is the piece of the text that was read, where the text held several.
    """

    account: Account | None = None
    platform_name: str = ""
    refusal: str = ""
    hint: str = ""
    ways: tuple[Lens, ...] = ()
    ask_only: bool = False
    kind: PageKind = PageKind.PROFILE
    link: str = ""


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """One request that left (or was refused), as the ledger keeps it; `at` is UTC.

    A POST that reads says which `operation` it asked for, and the `size` of what was sent with it in bytes.
    """

    method: str
    url: str
    host: str
    purpose: str
    at: datetime
    account: str = ""
    status: int | None = None
    allowed: bool = True
    reason: str = ""
    operation: str = ""
    size: int = 0

    @property
    def what_for(self) -> str:
        """In words: why it was refused, which operation it read and what was sent with it, or its purpose."""
        if self.operation and self.allowed:
            return f"to read: {self.operation}, {self.size} bytes"
        return self.purpose or self.reason


@dataclass(frozen=True, slots=True)
class Capture:
    """One look at one account, before anything is concluded; `html` may also hold JSON of a public API.

    `unfinished` is True when the page was still loading as it was read. `missing` says in plain sentences which
    of the page's own requests for data were refused or failed: with any, no absence can be believed unless the
    server itself said so. `missing_status` is the status such a request was answered with, `hindered` says what
    else could have made it write that nobody is there, `served` is the page as the server sent it (None: not
    known, or not kept). `reading` is the page as whoever judged it parsed it, so that the next reader need not;
    it is never kept, shown or compared.
    """

    account: Account
    lens: Lens
    outcome: Outcome
    final_url: str
    status: int | None
    html: str
    captured_at: datetime
    requests: tuple[RequestRecord, ...] = ()
    evidence: tuple[str, ...] = ()
    redirects: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str = "text/html"
    seen_by: SeenBy = SeenBy.UNKNOWN
    note: str = ""
    kind: PageKind = PageKind.PROFILE
    unfinished: bool = False
    missing: tuple[str, ...] = ()
    missing_status: int | None = None
    hindered: tuple[str, ...] = ()
    served: str | None = None
    reading: object = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a profile says, where it was read (`source`), and who can see it; confidence 0..1.

    A name may stand several times (`links`, `posts`, `groups`); `item` counts them from 0.
    `on_screen` is False for what sits only in the page's data and is not drawn. `whose` words they are decides
    how they are judged: another person's are never told as the owner's, the site's own never judged.
    """

    name: str
    text: str
    source: str
    confidence: float = 0.9
    seen_by: SeenBy = SeenBy.UNKNOWN
    item: int = 0
    on_screen: bool = True
    whose: Whose = Whose.OWNER


@dataclass(frozen=True, slots=True)
class Group:
    """A group, page, server or event the profile shows membership of; `category` is a GRP id or None."""

    name: str
    url: str = ""
    kind: str = ""
    visibility: str = ""
    lens: Lens = Lens.PUBLIC
    category: str | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Link:
    """A link the profile shows; `rel` as in the page (`me`, `nofollow` ...)."""

    url: str
    text: str = ""
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One post or activity the profile shows; `at` as the page wrote it; `seen_by` where known of it alone."""

    text: str
    url: str = ""
    at: str = ""
    place: str = ""
    seen_by: SeenBy = SeenBy.UNKNOWN


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture the profile shows; `role` is avatar, cover or photo. The image itself is not kept."""

    url: str
    role: str = "photo"
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """A site where the person may have an account they forgot; `source` is `logins` or `mailbox`."""

    domain: str
    source: str


@dataclass(frozen=True, slots=True)
class ProfileView:
    """What one lens shows of one account, read and tidied; `warnings` say which parts were not read.

    `seen_at` is when the look was made (UTC; None: not known); `seen_on` its day, where it was taken over from an
    earlier check and not made again.
    """

    account: Account
    lens: Lens
    outcome: Outcome
    fields: tuple[Field, ...] = ()
    groups: tuple[Group, ...] = ()
    links: tuple[Link, ...] = ()
    posts: tuple[Post, ...] = ()
    pictures: tuple[Picture, ...] = ()
    warnings: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    seen_by: SeenBy = SeenBy.UNKNOWN
    kind: PageKind = PageKind.PROFILE
    unfinished: bool = False
    seen_on: date | None = None
    seen_at: datetime | None = None

    @property
    def partly_read(self) -> bool:
        """True when the look says something about the account, and yet a part of the page was not read.

        An account the site itself calls private, closed or missing shows strangers its head at most: all of it
        was read where a name stood there, however long the page went on loading.
        """
        if not self.outcome.conclusive or (self.outcome.absent and self._head_read):
            return False
        return self.outcome is Outcome.PARTIAL or self.unfinished or bool(self.warnings)

    @property
    def may_show_more(self) -> bool:
        """True when more may stand on the account than was read: what nobody read is never clean."""
        return not self.outcome.conclusive or self.partly_read

    @property
    def _head_read(self) -> bool:
        """True when all is known that strangers see of an account that is not open to them."""
        more_unread = len(self.warnings) > self.unfinished
        return self.outcome is not Outcome.PRIVATE or (not more_unread and self.first("display_name") is not None)

    @property
    def whole(self) -> bool:
        """True when the page was open and all of it was read: only then is what does not stand here not there."""
        return self.outcome is Outcome.VISIBLE and not self.partly_read

    def first(self, name: str) -> Field | None:
        """The first field of that name, or None."""
        return next((f for f in self.fields if f.name == name), None)

    def all(self, name: str) -> tuple[Field, ...]:
        """Every field of that name, in page order."""
        return tuple(f for f in self.fields if f.name == name)
