"""What a sitting is started with: invented people, a store behind a passphrase, what was said before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from privacy_check.model import Account, Assessment
from privacy_check.ports import Store, Toolkit
from privacy_check.subject import AboutMe

if TYPE_CHECKING:
    from privacy_check.training.tour import Audience, Tour


class InventedPerson(Protocol):
    """Somebody of the pretend network, as `cli` hands them in. Nothing here is a real person."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def story(self) -> str: ...

    @property
    def accounts(self) -> Sequence[Account]: ...

    @property
    def about(self) -> AboutMe | None: ...

    @property
    def suspects(self) -> Sequence[Account]: ...


class Keeper(Store, Protocol):
    """A store behind a passphrase: what `privacy_check.vault.Vault` offers."""

    @property
    def exists(self) -> bool: ...

    @property
    def locked(self) -> bool: ...

    def create(self, passphrase: str) -> None: ...

    def unlock(self, passphrase: str) -> None: ...

    def history(self) -> list[Assessment]: ...

    def keep_about(self, about: AboutMe) -> None: ...

    def about(self) -> AboutMe | None: ...


Pretend = Callable[[], AbstractAsyncContextManager[Toolkit]]


class OpenTour(Protocol):
    """Opens the tour for a first-time user, or for a manager. Raises NoBrowser."""

    def __call__(self, audience: Audience) -> AbstractAsyncContextManager[Tour]: ...


@dataclass(frozen=True)
class Start:
    """What the command line already said: About me, links to put on the list, the secret that makes the codes.

    `tour` opens the tour for a first-time user or for a manager, None where there is none.
    `keep_secret` writes that secret down; it is asked to when a look begins that is kept.
    """

    about: AboutMe | None = field(default=None, repr=False)
    links: Sequence[str] = ()
    secret: bytes = field(default=b"", repr=False)
    keep_secret: Callable[[], None] = field(default=lambda: None, repr=False)
    tour: OpenTour | None = None


NOTHING_SAID = Start()
