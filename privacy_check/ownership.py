"""Who may be looked at: the person's own accounts, by statement, within a cap, stopped by a contradicting name.

A page whose public name contradicts About me stops that account until one of three proofs is there: a short code
in the bio, a link back from a page of the person's own, or the account's own data archive.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlsplit

from privacy_check.errors import NotYours
from privacy_check.model import Account, Lens, Ownership, PageKind, ProfileView
from privacy_check.sentences import say
from privacy_check.subject import AboutMe
from privacy_check.text.name_letters import plain

MOST_ACCOUNTS = 12
NAMES_ITS_OWNER = (PageKind.PROFILE, PageKind.POST)
"""Kinds of page whose name is a person's; a group, an organisation or a list has a name of its own."""

_TITLES = frozenset(
    ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "rev", "the", "official", "and", "of", "at"]
)
# Everyday short forms that do not simply start the long name.
_SHORT_FORMS: Mapping[str, tuple[str, ...]] = {
    "bob": ("robert",), "rob": ("robert",), "bill": ("william",), "will": ("william",), "liam": ("william",),
    "dick": ("richard",), "rick": ("richard",), "ted": ("edward", "theodore"), "ned": ("edward",),
    "jack": ("john",),
    "peggy": ("margaret",), "meg": ("margaret",), "maggie": ("margaret",), "liz": ("elizabeth",),
    "beth": ("elizabeth",), "betty": ("elizabeth",), "lizzie": ("elizabeth",), "kate": ("catherine", "katherine"),
    "katie": ("catherine", "katherine"), "kit": ("christopher", "katherine"), "tony": ("anthony",),
    "jim": ("james",), "jamie": ("james",), "harry": ("henry", "harold"), "sally": ("sarah",),
    "tom": ("thomas",),
    "mike": ("michael",), "mick": ("michael",), "becky": ("rebecca",), "debs": ("deborah",),
    "sandy": ("alexander",),
    "lexi": ("alexandra",), "sasha": ("alexander", "alexandra"), "molly": ("mary",), "polly": ("mary",),
    "nell": ("eleanor", "helen"), "nellie": ("eleanor", "helen"), "annie": ("anne", "anna"),
    "di": ("diana", "diane"),
    "jo": ("joanne", "joanna", "josephine", "joseph"), "al": ("alan", "albert", "alexander"), "ed": ("edward",),
}  # fmt: skip
_CODE_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


class ProofKind(StrEnum):
    """How an account can be shown to be the person's own."""

    LINK_BACK = "link_back"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class ProofWay:
    """One way to show it: its kind, and the sentence a person reads."""

    kind: ProofKind
    sentence: str

    @property
    def shows(self) -> bool:
        """True when anyone who looks at the account can see it being done."""
        return self.kind is ProofKind.CODE


@dataclass(frozen=True, slots=True)
class Gate:
    """The decision who may be looked at: `stated` is the person's own statement; `secret` makes the codes.

    `codes_last` is False where a code shown now would be another one in the next run, so that it proves nothing.
    `exempt` is for the invented people of the pretend network alone.
    """

    stated: bool
    secret: bytes = b""
    codes_last: bool = True
    exempt: bool = False

    def admit(self, accounts: Iterable[Account]) -> list[Account]:
        """The accounts that may be looked at, each once. Raises NotYours without a statement or over the cap."""
        unique = list({account.key: account for account in accounts}.values())
        if not self.stated:
            raise NotYours(
                say("errors.ownership.only_yours"),
                say("errors.ownership.only_yours_hint"),
            )
        if len(unique) > MOST_ACCOUNTS:
            raise NotYours(
                say("commands.look.too_many", accounts=len(unique), most_accounts=MOST_ACCOUNTS),
                say("commands.look.too_many_hint"),
            )
        return unique

    def code_for(self, account: Account) -> str:
        """The short code that proves this account when it stands in its bio; the same every time here."""
        digest = hmac.new(self.secret, account.key.encode(), hashlib.sha256).digest()
        return "pc-" + "".join(_CODE_ALPHABET[byte % len(_CODE_ALPHABET)] for byte in digest[:8])

    def rule(self, view: ProfileView, about: AboutMe | None, own_pages: Sequence[ProfileView] = ()) -> Account:
        """The account with its ownership decided from what the page says."""
        account = view.account
        if self.exempt or account.ownership is Ownership.PROVED or view.lens is Lens.ARCHIVE:
            return account if self.exempt else replace(account, ownership=Ownership.PROVED)
        if self._code_stands_in_bio(view) or any(links_back(page, view) for page in own_pages):
            return replace(account, ownership=Ownership.PROVED)
        if about is not None and view.kind in NAMES_ITS_OWNER and contradicts(shown_name(view), about):
            return replace(account, ownership=Ownership.CONTRADICTED)
        return account

    def how_to_prove(self, account: Account) -> tuple[ProofWay, ...]:
        """The ways to show an account is the person's that can be given here, quietest first."""
        return (
            ProofWay(
                ProofKind.LINK_BACK,
                say("errors.ownership.prove_link"),
            ),
            ProofWay(
                ProofKind.CODE,
                say("errors.ownership.prove_code", code_for=self.code_for(account))
                if self.codes_last
                else say("errors.ownership.prove_kept"),
            ),
        )

    def _code_stands_in_bio(self, view: ProfileView) -> bool:
        if not self.secret:
            return False
        code = self.code_for(view.account)
        return any(code in field.text.casefold() for field in view.all("bio"))


def shown_name(view: ProfileView) -> str:
    """The name the page shows, or an empty string."""
    name = view.first("display_name")
    return name.text if name else ""


def contradicts(name: str, about: AboutMe) -> bool:
    """True when a page shows a person's full name whose first name is none the person gave.

    One word alone (a nickname, a brand) contradicts nothing; neither does a name given as a business or handle.
    A surname that matches is not enough: relatives share it. A surname that differs is no contradiction: many
    people show "Priya Bakes".
    """
    names = [text for text in (*about.names, *about.former_names) if _words(text)]
    given = [_words(text) for text in names]
    nicknames = [word for text in about.nicknames for word in _words(text)]
    shown = _words(name)
    if not (given or nicknames) or len(shown) < 2 or len(name.split()) < 2:
        return False
    first_names = {word for text in names for word in _all_but_surname(text)} | set(nicknames)
    if first_names & set(shown) or any(_same_name(shown[0], other) for other in first_names):
        return False
    if _initial_and_surname(shown, given):
        return False
    return not any(_overlaps(shown, _words(text)) for text in (*about.own_businesses, *about.handles))


def links_back(page: ProfileView, view: ProfileView) -> bool:
    """True when the person's own page names the account with rel=me and the account's page links to that page."""
    mine = _address(page.account.url)
    account = _address(view.account.url)
    there = any("me" in link.rel.split() and _address(link.url) == account for link in page.links)
    back = any(_address(link.url) == mine for link in view.links)
    return bool(account) and there and back


def _all_but_surname(name: str) -> list[str]:
    parts = name.split()
    return _words(" ".join(parts[:-1])) or _words(name)


def _initial_and_surname(shown: Sequence[str], given: Sequence[Sequence[str]]) -> bool:
    initials = {word for word in shown if len(word) == 1}
    return any(words[0][0] in initials and words[-1] in shown for words in given)


def _overlaps(shown: Sequence[str], other: Sequence[str]) -> bool:
    return "".join(other) == "".join(shown) or (bool(other) and len(set(other) & set(shown)) >= min(2, len(other)))


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", plain(text)) if word not in _TITLES]


def _same_name(word: str, other: str) -> bool:
    """The same first name, or one a short form of the other ("Sam", "Samantha"; "Bob", "Robert")."""
    if word == other:
        return True
    shorter, longer = sorted((word, other), key=len)
    return (len(shorter) >= 3 and longer.startswith(shorter)) or longer in _SHORT_FORMS.get(shorter, ())


def _address(url: str) -> str:
    parts = urlsplit(url if "//" in url else f"https://{url}")
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}".casefold() if host else ""
