"""Every test runs offline, with an own home, and without this machine's settings."""

from __future__ import annotations

import ipaddress
import os
import signal
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyrage
import pytest
from hypothesis import HealthCheck, settings

from privacy_check import employer_pack
from tests.age_files import locked

# Playwright's own browsers lie in the real home folder; tests still move HOME.
_BROWSERS = Path.home() / ".cache" / "ms-playwright"
if _BROWSERS.exists():
    os.environ.setdefault("PLAYWRIGHT_BROWSERS_PATH", str(_BROWSERS))

# A test may press Ctrl-C. Where the run was started in the background a shell has it ignored, here and in every
# program that is started from here.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Made-up input comes slowly on a busy machine; that says nothing of what is tested with it.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class FrozenClock:
    """A clock that stands still unless it is moved."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


LOOPBACK = "PRIVACY_CHECK_ALLOW_LOOPBACK"


@pytest.fixture(autouse=True)
def nothing_left_by_another() -> Iterator[None]:
    """No test speaks in the words of an employer that another one named, or may look where another one might."""
    allowed = os.environ.get(LOOPBACK)
    yield
    employer_pack.use(None)
    if allowed is None:
        os.environ.pop(LOOPBACK, None)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything the tool keeps goes to a folder of the test's own."""
    home = tmp_path / "privacy-check-home"
    monkeypatch.setenv("PRIVACY_CHECK_HOME", str(home))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NO_COLOR", "1")
    return home


@pytest.fixture(autouse=True, scope="session")
def quick_keys() -> Iterator[Callable[[bytes, str], bytes]]:
    """Vaults made in tests open at once; gives the real way to lock, which takes a second by design."""
    slowly = pyrage.passphrase.encrypt
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pyrage.passphrase, "encrypt", locked)
        yield slowly


def _is_loopback(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a socket file
    host = str(address[0])
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to anywhere but this machine fails the test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if not _is_loopback(address):
            raise AssertionError(f"a test tried to reach {address!r}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
