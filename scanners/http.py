"""The one place where an HTTP client is configured: only GET, only allowed hosts, only checked addresses."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import TracebackType
from urllib.parse import urljoin

import httpcore
import httpx

from privacy_check import __version__
from privacy_check.model import Account
from privacy_check.sentences import say
from scanners.egress import AllowList, Ledger, Refused, host_of
from scanners.platforms.schema import Platform
from scanners.proxies import ProxyTrouble
from scanners.transport import CheckedTransport

USER_AGENT = f"privacy-check/{__version__}"
TIMEOUT = httpx.Timeout(15, connect=10)
LARGEST = 8 * 1024 * 1024
LARGEST_PICTURE = 5 * 1024 * 1024
MOST_REDIRECTS = 5


class Unreachable(Exception):
    """An address gave no usable answer; `reason` is a plain sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site answered; `redirects` are the addresses that led to `url`."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    redirects: tuple[str, ...] = ()

    @property
    def media_type(self) -> str:
        """Such as `application/json`; empty when the site does not say."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def text(self) -> str:
        """The body as text, with replacement characters where it is none."""
        return self.body.decode("utf-8", "replace")


class HttpClient:
    """Fetches single addresses without a browser. Entered once (`async with`); every request is in the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._client = httpx.AsyncClient(
            transport=CheckedTransport(),
            timeout=TIMEOUT,
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate"},
            follow_redirects=False,
            trust_env=False,
        )

    async def __aenter__(self) -> HttpClient:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        await self._client.aclose()

    async def get(
        self, url: str, allow: AllowList, *, purpose: str, account: str = "", largest: int = LARGEST
    ) -> Answer:
        """Fetches an address, following redirects within the allow-list; `largest` in bytes.

        Raises Refused for an address that may not be asked, Unreachable when no usable answer comes.
        """
        redirects: list[str] = []
        while True:
            answer = await self._ask(url, allow, purpose, account, largest)
            target = answer.headers.get("location", "")
            if not 300 <= answer.status < 400 or not target:
                return Answer(url, answer.status, answer.headers, answer.body, tuple(redirects))
            redirects.append(url)
            if len(redirects) > MOST_REDIRECTS:
                raise Unreachable(say("looking.site.circle"))
            self._client.cookies.clear()
            url = urljoin(url, target)

    async def _ask(self, url: str, allow: AllowList, purpose: str, account: str, largest: int) -> Answer:
        if reason := allow.refusal(url):
            self.ledger.refused("GET", url, purpose, account, reason)
            raise Refused(reason)
        number = self.ledger.made("GET", url, purpose, account)
        try:
            async with self._client.stream("GET", url) as response:
                self.ledger.answered(number, response.status_code)
                body = bytearray()
                async for chunk in response.aiter_bytes():
                    body += chunk
                    if len(body) > largest:
                        raise Unreachable(say("looking.site.too_large"))
                headers = {name.lower(): value for name, value in response.headers.items()}
                return Answer(url, response.status_code, headers, bytes(body))
        except Refused as refused:
            self.ledger.stopped(number, refused.reason)
            raise
        except ProxyTrouble as trouble:
            self.ledger.blame(trouble)
            raise Unreachable(str(trouble)) from None
        except httpcore.TimeoutException:
            raise Unreachable(say("looking.site.slow")) from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, httpx.InvalidURL):
            raise Unreachable(say("looking.site.unreachable")) from None


def picture_fetcher(
    platform_of: Callable[[str], Platform | None], ledger: Ledger
) -> Callable[[Account, str], Awaitable[bytes | None]]:
    """A function that gets an avatar of an account from the platform's own hosts; None when it cannot be had."""

    async def fetch(account: Account, url: str) -> bytes | None:
        async with pictures_fetched(platform_of, ledger) as get:
            return await get(account, url)

    return fetch


@asynccontextmanager
async def pictures_fetched(
    platform_of: Callable[[str], Platform | None], ledger: Ledger
) -> AsyncIterator[Callable[[Account, str], Awaitable[bytes | None]]]:
    """As `picture_fetcher`, for several pictures over one client, which is dear to make."""
    async with HttpClient(ledger) as client:

        async def get(account: Account, url: str) -> bytes | None:
            allow = AllowList.for_account(account, platform_of(account.platform))
            address = urljoin(account.url, url)
            if not host_of(address):
                return None
            try:
                answer = await client.get(
                    address, allow, purpose="picture", account=account.key, largest=LARGEST_PICTURE
                )
            except (Refused, Unreachable):
                return None
            return answer.body if answer.status == 200 else None

        yield get
