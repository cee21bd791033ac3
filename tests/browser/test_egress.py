"""What a page tries and may not do: everything that leaves the browser is a GET to the account's own platform."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from privacy_check.model import Outcome
from privacy_check.sentences import say
from scanners.egress import ELSEWHERE, OTHER_PORT, PRIVATE
from scanners.intercept import AHEAD, INSIDE, NOT_GET, NOT_NEEDED
from scanners.platforms.schema import Address, Platform
from scanners.public_view import PublicView
from tests.browser.conftest import account, all_watched, ignore, plain, refusals
from tests.browser.site import Site

pytestmark = pytest.mark.browser


@pytest_asyncio.fixture
async def view() -> AsyncIterator[PublicView]:
    """A browser for each test: what is looked at here is the whole list of what it asked for."""
    async with PublicView(lambda _: None, classify=plain) as started:
        yield started


@pytest.mark.parametrize(
    "address",
    ["http://10.0.0.1/", "http://192.168.1.1/admin", "http://169.254.169.254/latest/", "http://[fd00::1]/"],
)
async def test_a_redirect_into_a_private_network_is_not_followed(
    site: Site, view: PublicView, address: str
) -> None:
    capture = await view.collect(account(site.put("/", "", status=302, headers={"Location": address})), ignore)

    assert capture.outcome is Outcome.BLOCKED
    assert say(PRIVATE) in capture.evidence[0]
    assert capture.redirects == (site.url("/"), address)
    assert [(record.url, record.reason) for record in capture.requests if not record.allowed] == [
        (address, say(PRIVATE))
    ]


@pytest.mark.parametrize(
    "address", ["http://192.168.1.1/", "http://0x7f.1/", "file:///etc/passwd", "ftp://a.example/"]
)
async def test_an_address_that_may_not_be_asked_is_never_opened(
    view: PublicView, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PRIVACY_CHECK_ALLOW_LOOPBACK")

    capture = await view.collect(account(address), ignore)

    assert capture.outcome is Outcome.BLOCKED
    assert [record.allowed for record in view.requests()] == [False]


async def test_loopback_is_not_looked_at_unless_it_is_admitted(
    site: Site, view: PublicView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PRIVACY_CHECK_ALLOW_LOOPBACK")

    for host in ("127.0.0.1", "localhost", "robin.localhost", "[::1]"):
        capture = await view.collect(account(site.url("/", host)), ignore)
        assert capture.outcome is Outcome.BLOCKED

    assert site.hits == []


async def test_a_name_that_leads_into_this_machine_gets_nowhere(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PRIVACY_CHECK_ALLOW_LOOPBACK")

    async def lookup(*_: object, **__: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", site.port))]

    async with PublicView(lambda _: None, classify=plain) as view:
        monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", lookup, raising=False)
        capture = await view.collect(account(f"http://garden.example.org:{site.port}/"), ignore)

    assert capture.outcome is Outcome.BLOCKED
    assert say(PRIVATE) in capture.evidence[0]
    assert site.hits == []


async def test_other_hosts_and_ports_are_refused_and_written_down(
    site: Site, other_site: Site, view: PublicView
) -> None:
    other = other_site.url
    code = f"""fetch('{other("/data")}').catch(() => 0);
      fetch('{site.url("/data", "localhost")}').catch(() => 0);
      new Image().src = '{other("/pixel")}';
      document.body.insertAdjacentHTML('beforeend', '<iframe src="{other("/frame")}"></iframe>');
      document.head.append(Object.assign(document.createElement('script'), {{src: '{other("/tracker.js")}'}}));
      document.head.append(Object.assign(document.createElement('link'),
        {{rel: 'stylesheet', href: '{other("/style.css")}'}}));"""

    capture = await view.collect(account(site.script("/", code)), ignore)

    assert capture.outcome is Outcome.VISIBLE
    assert other_site.hits == []
    assert site.asked() == ["GET /"]
    reasons = refusals(capture)
    assert {"data", "pixel", "frame", "tracker.js", "style.css"} <= reasons.keys()
    assert set(reasons.values()) <= {say(ELSEWHERE), say(OTHER_PORT)}


async def test_a_redirect_of_a_script_is_checked_as_well(site: Site, other_site: Site, view: PublicView) -> None:
    site.put("/moved", "", status=302, headers={"Location": other_site.url("/there")})

    capture = await view.collect(account(site.script("/", "fetch('/moved').catch(() => 0)")), ignore)

    assert other_site.hits == []
    assert refusals(capture) == {"there": say(OTHER_PORT)}


async def test_a_script_that_leads_elsewhere_leaves_the_page_standing(
    site: Site, other_site: Site, view: PublicView
) -> None:
    there = other_site.url("/sign-in")

    capture = await view.collect(account(site.script("/", f"location.replace('{there}')")), ignore)

    assert "<h1>Robin</h1>" in capture.html
    assert (capture.final_url, capture.redirects) == (site.url("/"), (there,))
    assert say(OTHER_PORT) in capture.evidence[0]
    assert other_site.hits == []


async def test_a_name_nobody_knows_is_told_as_one(view: PublicView, monkeypatch: pytest.MonkeyPatch) -> None:
    async def lookup(*_: object, **__: object) -> list[Any]:
        raise socket.gaierror

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", lookup, raising=False)
    capture = await view.collect(account("http://nowhere.example.org/"), ignore)

    assert (capture.outcome, capture.redirects) == (Outcome.ERROR, ())
    assert capture.evidence == ("This address was not opened. No address could be found for this name.",)


async def test_a_page_may_move_between_the_hosts_of_its_platform(site: Site) -> None:
    platform = Platform(
        id="demo",
        name="Demo",
        category="social",
        as_of="2026-11",
        address=Address(template="", hosts=("127.0.0.1", "chirp.localhost")),
    )
    site.put("/app.js", "document.body.append('from the script')", media_type="text/javascript")
    site.put("/there", "<h1>Arrived</h1><script src=/app.js></script>")
    there = site.url("/there", "www.chirp.localhost")
    url = site.script("/", f"location.replace('{there}')")

    async with PublicView(lambda _: platform, classify=plain) as view:
        capture = await view.collect(account(url), ignore)

    assert (capture.final_url, "from the script" in capture.html) == (there, True)


ATTEMPTS = r"""
  navigator.sendBeacon('/beacon', 'x');
  fetch('/post', {method: 'POST', body: 'x'}).catch(() => 0);
  fetch('/keep', {method: 'POST', body: 'x', keepalive: true}).catch(() => 0);
  fetch('/head', {method: 'HEAD'}).catch(() => 0);
  fetch('/put', {method: 'PUT', body: 'x'}).catch(() => 0);
  new Image().src = '/picture';
  new EventSource('/events');
  window.open('/popup');
  document.body.insertAdjacentHTML('beforeend', `
    <img src=/img.png><video src=/film.mp4></video><iframe src=/frame></iframe><object data=/object></object>
    <iframe sandbox=allow-scripts srcdoc="<script>fetch('/inner',{method:'POST'})<\/script>"></iframe>
    <link rel=prefetch href=/prefetched><link rel=manifest href=/manifest.json><link rel=icon href=/icon.ico>
    <form method=post action=/form id=form></form>`);
  document.getElementById('form').target = '_blank';
  document.getElementById('form').submit();
"""


async def test_a_page_can_send_nothing_and_loads_only_its_words(site: Site, view: PublicView) -> None:
    capture = await view.collect(account(site.script("/", ATTEMPTS)), ignore)

    # What stands in frames of the page's own site are words of it.
    assert sorted(site.asked()) == ["GET /", "GET /frame", "GET /object"]
    reasons = refusals(capture)
    assert {reasons[path] for path in ("beacon", "post", "keep", "head", "put")} == {say(NOT_GET)}
    assert {reasons[path] for path in ("picture", "img.png", "film.mp4", "events")} == {say(NOT_NEEDED)}
    assert {reasons[path] for path in ("popup", "form")} == {say(INSIDE)}
    assert reasons["prefetched"] == say(AHEAD)


HIDDEN_WAYS = """
  const tried = [];
  const at = `ws://${location.host}/socket`;
  const frame = document.body.appendChild(document.createElement('iframe'));
  for (const make of [() => new WebSocket(at), () => new frame.contentWindow.WebSocket(at),
      () => new Worker('/worker.js'), () => new SharedWorker('/worker.js'),
      () => new Worker(URL.createObjectURL(new Blob([`new WebSocket('${at}')`])))]) {
    try { make().onerror = () => { tried.push('refused'); document.body.dataset.tried = tried.length; }; }
    catch (error) { tried.push('threw'); }
  }
  navigator.serviceWorker.register('/service.js').catch(() => 0);
  document.head.insertAdjacentHTML('beforeend', '');
  document.head.append(Object.assign(document.createElement('script'), {type: 'speculationrules', textContent:
    '{"prefetch":[{"urls":["/ahead"],"eagerness":"immediate"}],"prerender":[{"urls":["/drawn"],"eagerness":"immediate"}]}'
  }));
"""


async def test_the_ways_round_the_request_check_are_closed(site: Site, view: PublicView) -> None:
    rules = '{"prefetch":[{"urls":["/early"],"eagerness":"immediate"}]}'
    site.script("/", HIDDEN_WAYS)
    page = site.pages["/"]
    page.body = page.body.replace(b"<h1>", f"<script type=speculationrules>{rules}</script><h1>".encode())
    for path in ("/worker.js", "/service.js"):
        site.put(path, "fetch('/from-worker')", media_type="text/javascript")

    capture = await view.collect(account(site.url("/")), ignore)

    assert site.asked() == ["GET /"]
    assert 'data-tried="5"' in capture.html


async def test_a_call_by_udp_reaches_nobody(site: Site, view: PublicView) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.bind(("127.0.0.1", 0))
        ear.setblocking(False)
        code = f"""const frame = document.body.appendChild(document.createElement('iframe'));
          for (const where of [window, frame.contentWindow]) try {{
            const server = {{urls: 'stun:127.0.0.1:{ear.getsockname()[1]}'}};
            const call = new where.RTCPeerConnection({{iceServers: [server]}});
            call.createDataChannel('x');
            call.createOffer().then(offer => call.setLocalDescription(offer));
          }} catch (error) {{ document.body.dataset.call = 'refused'; }}"""

        capture = await view.collect(account(site.script("/", code)), ignore)

        assert 'data-call="refused"' in capture.html
        with pytest.raises(BlockingIOError):
            ear.recv(10)


async def test_one_host_of_a_platform_may_ask_another_with_get_alone(site: Site, other_site: Site) -> None:
    platform = Platform(
        id="demo",
        name="Demo",
        category="social",
        as_of="2026-11",
        address=Address(template="", hosts=("127.0.0.1",), media_hosts=(f"api.localhost:{other_site.port}",)),
    )
    other_site.put("/data", '{"a": 1}', headers={"Access-Control-Allow-Origin": site.url("")})
    there = other_site.url("/data", "api.localhost")
    code = f"""const headers = {{'X-App': '1'}};
      fetch('{there}', {{headers}}).then(answer => answer.text()).then(text => document.title = 'got ' + text);
      fetch('{there}', {{headers, method: 'POST'}}).catch(() => 0);"""
    url = site.script("/", code)

    async with PublicView(lambda _: platform, classify=plain) as view:
        capture = await view.collect(account(url), ignore)

    assert 'got {"a": 1}' in capture.html
    assert other_site.asked() == ["GET /data"]
    assert refusals(capture) == {"data": say(NOT_GET)}


async def test_downloads_boxes_windows_and_questions_do_not_stop_a_look(site: Site, view: PublicView) -> None:
    site.put("/file", b"\0" * 100, media_type="application/zip", headers={"Content-Disposition": "attachment"})
    code = """alert('hello'); confirm('sure?'); prompt('name?'); print();
      navigator.geolocation.getCurrentPosition(() => document.title = 'located', () => 0);
      Notification.requestPermission(); navigator.clipboard.readText().catch(() => 0);
      window.onbeforeunload = () => 'stay'; window.open('about:blank');
      Object.assign(document.createElement('a'), {href: '/file', download: 'x'}).click();"""

    capture = await view.collect(account(site.script("/", code)), ignore)

    assert capture.outcome is Outcome.VISIBLE
    assert "<title>x</title>" in capture.html


async def test_a_link_to_a_file_is_told_as_one(site: Site, view: PublicView) -> None:
    url = site.put("/", b"\0" * 100, media_type="application/zip")

    capture = await view.collect(account(url), ignore)

    assert capture.outcome is Outcome.ERROR
    assert capture.evidence == ("The address leads to a file to download, not to a page.",)


async def test_the_ledger_shows_no_names_passwords_or_fragments(site: Site, view: PublicView) -> None:
    site.put("/robin", "<h1>Robin</h1>")

    await view.collect(account(f"http://me:secret@127.0.0.1:{site.port}/robin#top"), ignore)

    assert [record.url for record in view.requests()] == [site.url("/robin")]


LOSSES = r"""
  const tries = [
    () => fetch('/post', {method: 'POST', body: 'x'}), () => fetch('/missing'), () => fetch('/there'),
    () => fetch('/far', {method: 'POST', headers: {'X-App': '1'}}),
    () => fetch('http://shop.example/data'), () => fetch('http://www.google-analytics.com/g/collect'),
  ];
  for (const each of tries) each().catch(() => 0);
  navigator.sendBeacon('/beacon', 'x');
  new Image().src = '/picture';
  new EventSource('/events');
  new WebSocket(`ws://${location.host}/socket`);
  new Worker('/worker.js');
  new RTCPeerConnection();
"""


async def test_a_page_that_missed_its_data_says_which(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = all_watched(monkeypatch)
    site.put("/there", "{}", media_type="application/json")

    async with PublicView(lambda _: None, classify=plain) as view:
        await view.collect(account(site.script("/", LOSSES)), ignore)

    here = "127.0.0.1"
    assert set(watched[0].missing()) == {
        f"The page asked {here} for data with a message of its own, which was not sent.",
        f"{here} did not give the page the data it asked for (error 404).",
        "The page asked another site, shop.example, for data, which was not asked.",
        f"The page wanted to be kept up to date by {here}, which was not let through.",
        f"The page wanted an open line to {here}, which was not let through.",
        "The page wanted a helper program to run beside it, which was not let through.",
    }
    kinds = {lost.url.rpartition("/")[2]: (lost.kind, lost.status) for lost in watched[0].lost}
    assert kinds["collect"] == ("perhaps", None)
    assert kinds["beacon"] == kinds["picture"] == ("other", None)
    assert (kinds["missing"], kinds["post"], kinds["worker.js"]) == (("data", 404), ("data", None), ("data", None))
