"""Looking for copies: from one's own accounts alone, politely, and going on where a search was cut short."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest

from privacy_check.lookalikes.guesses import guesses
from privacy_check.lookalikes.search import AT_ONCE, ENOUGH, Asked, CopySearch
from privacy_check.lookalikes.sheets import sheets
from privacy_check.lookalikes.tried import Tried
from privacy_check.lookalikes.where_to_look import searches
from privacy_check.model import (
    Account,
    Capture,
    Field,
    Lens,
    LinkReading,
    Outcome,
    ProfileView,
    RequestRecord,
    Verdict,
)
from privacy_check.ports import Toolkit

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
BIO = "Night nurse who keeps ferrets, restores clocks and sings bass in the Otley choir"


def account(handle: str, platform: str = "frendli") -> Account:
    return Account(platform, handle, f"https://{platform}.example.org/{handle}")


def view(handle: str, name: str = "", bio: str = "", platform: str = "frendli") -> ProfileView:
    fields = [Field("display_name", name, "title", 1.0)] if name else []
    fields += [Field("bio", bio, "meta", 1.0)] if bio else []
    return ProfileView(account(handle, platform), Lens.PUBLIC, Outcome.VISIBLE, tuple(fields))


ME = view("ruth.dale", "Ruth Dale", BIO)


def recognise(text: str) -> LinkReading:
    platform, _, handle = text.partition(":")
    return LinkReading(account(handle, platform))


class Network:
    """A pretend internet: what stands at which account; everything else is not there."""

    lens = Lens.PUBLIC

    def __init__(self, there: Mapping[str, ProfileView | Outcome | Exception], stop_after: int = 0) -> None:
        self.there, self.asked, self.stop_after = there, list[str](), stop_after

    async def __aenter__(self) -> Network:
        return self

    async def __aexit__(self, *exc: object) -> None:
        return None

    async def collect(self, account: Account, progress: Callable[[str], None]) -> Capture:
        if self.stop_after and len(self.asked) >= self.stop_after:
            raise asyncio.CancelledError
        self.asked.append(account.key)
        found = self.there.get(account.key, Outcome.NOT_FOUND)
        if isinstance(found, Exception):
            raise found
        outcome = found if isinstance(found, Outcome) else found.outcome
        return Capture(account, Lens.PUBLIC, outcome, account.url, 200, "<p>a page</p>", NOW)

    def requests(self) -> Sequence[RequestRecord]:
        return ()

    def read(self, capture: Capture) -> ProfileView:
        found = self.there.get(capture.account.key)
        return (
            found if isinstance(found, ProfileView) else ProfileView(capture.account, Lens.PUBLIC, capture.outcome)
        )


def searched(network: Network, *links: Account, most: int = 0, tried: Tried | None = None) -> CopySearch:
    toolkit = Toolkit(recognise, {}, network.read, lambda *given: [], lambda link: True)
    guess = partial(guesses, recognise=recognise, most=most, places=["chirrup"])
    search = CopySearch(toolkit, links, guess, tried or Tried())
    asyncio.run(search.run(network, (ME,), lambda event: None))
    return search


def verdicts(search: CopySearch) -> dict[str, Verdict]:
    return {item.theirs.account.key: item.candidate.verdict for item in search.compared}


def test_guesses_come_from_own_handles_alone_and_never_name_an_own_account() -> None:
    found = guesses((ME,), recognise, 80, ["chirrup", "loopa"])
    keys = [guess.account.key for guess in found]
    assert len(keys) == len(set(keys)) == 80
    assert "frendli:ruth.dale" not in keys
    assert {"chirrup:ruth.dale", "loopa:ruth.dale"} <= set(keys[:10])
    assert sum(key.startswith("frendli:") for key in keys) > 40


@pytest.mark.parametrize(
    ("url", "varied"),
    [
        ("https://pages.example.org/u/ruthdale", True),
        ("https://pages.example.org/@rd77", True),
        ("https://pages.example.org/ruthdale", True),
        ("https://pages.example.org/contact", False),
        ("https://ruthdale.example.org/", False),
    ],
)
def test_an_address_nobody_described_is_varied_only_where_it_ends_in_a_name(url: str, varied: bool) -> None:
    own = ProfileView(
        Account("generic", url.removeprefix("https://"), url),
        Lens.PUBLIC,
        Outcome.VISIBLE,
        (Field("display_name", "Ruth Dale", "title", 1.0),),
    )
    found = guesses((own,), lambda text: LinkReading(Account("generic", text, text)), 5, [])
    assert bool(found) is varied
    assert all(guess.account.url.startswith("https://pages.example.org/") for guess in found)


def test_a_copy_is_found_and_one_that_is_not_there_is_no_candidate() -> None:
    network = Network({"frendli:ruth_dale": view("ruth_dale", "Ruth Dale", BIO)})
    found = searched(network, account("gone"), most=30)
    assert verdicts(found)["frendli:ruth_dale"] is Verdict.LIKELY_COPY
    assert found.absent == len(network.asked) - 1
    assert [item.account.handle for item in found.not_seen] == ["gone"]


def test_what_could_not_be_seen_is_never_left_out() -> None:
    network = Network({"frendli:wall": Outcome.LOGIN_WALL, "frendli:broken": RuntimeError("a fault")})
    found = searched(network, account("wall"), account("broken"))
    assert {item.account.handle for item in found.not_seen} == {"wall", "broken"}
    assert set(verdicts(found).values()) == {Verdict.CANNOT_TELL}


def test_a_site_that_does_not_answer_is_left_alone() -> None:
    everywhere = {guess.account.key: Outcome.CHALLENGE for guess in guesses((ME,), recognise, 60, ["chirrup"])}
    found = searched(Network(everywhere), most=60)
    asked = [item for item in found.not_seen if item.asked]
    # Looks that were under way already end; no further one begins.
    assert len(asked) < 4 * ENOUGH
    assert len(found.not_seen) == 60
    assert found.compared == ()


def test_a_search_that_was_cut_short_goes_on_and_tells_nobody_what_it_asked(tmp_path: Path) -> None:
    file = tmp_path / "copies.progress"

    def tried() -> Tried:
        kept = Tried(file, b"secret")
        kept.take_up([ME.account], date(2026, 11, 30))
        return kept

    first = Network({}, stop_after=12)
    with pytest.raises(asyncio.CancelledError):
        searched(first, most=30, tried=tried())
    assert "ruth" not in file.read_text("ascii")
    second = Network({})
    memory = tried()
    searched(second, most=30, tried=memory)
    # A look that was under way as it was cut short is made again.
    assert 30 <= len(first.asked) + len(second.asked) < 30 + AT_ONCE
    memory.forget()
    assert not file.exists()


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"20261129-other\nabc\n"])
def test_a_progress_file_of_another_day_or_no_sense_is_begun_anew(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "copies.progress"
    file.write_bytes(content)
    assert Tried(file, b"secret").take_up([ME.account], date(2026, 11, 30)) == 0
    assert Tried(tmp_path / "no" / "folder", b"secret").take_up([ME.account], date(2026, 11, 30)) == 0


def test_sheets_are_written_for_copies_and_hold_no_other_peoples_words(tmp_path: Path) -> None:
    copy = view("ruth_dale", "Ruth Dale", BIO)
    copy = ProfileView(
        copy.account, copy.lens, copy.outcome, (*copy.fields, Field("friends", "Another Person", "list", 1.0))
    )
    network = Network({"frendli:ruth_dale": copy, "frendli:r.dale": view("r.dale", "Rob Dalton", "Sells tyres")})
    written = sheets(searched(network, most=40), tmp_path, NOW)
    assert written.links == ("https://frendli.example.org/ruth_dale",)
    whole = "".join(path.read_text("utf-8") for path in written.files)
    assert "The words of your bio stand there too" in whole
    assert "0344 381 4772" in whole
    assert "Another Person" not in whole


def test_progress_counts_every_look() -> None:
    events: list[Asked] = []
    network = Network({})
    toolkit = Toolkit(recognise, {}, network.read, lambda *given: [], lambda link: True)
    search = CopySearch(toolkit, [account("one"), account("two")])
    asyncio.run(search.run(network, (ME,), events.append))
    assert [(event.number, event.total) for event in events] == [(1, 2), (2, 2)]


def test_searches_are_links_for_the_person_with_the_name_quoted() -> None:
    found = searches((view("ruth.dale", platform="x"),), "Ruth Dale & Co")
    by_name = [one for one in found if one.kind == "by_name"]
    assert by_name[0].name == "x"
    assert "Ruth%20Dale%20%26%20Co" in by_name[0].link
    assert "Ruth" not in by_name[0].bare
    assert {one.name for one in searches((), "") if one.kind == "by_name"} == set()
