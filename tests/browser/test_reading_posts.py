"""Which POSTs leave: those a platform's file lists as reading, from the page's own scripts; nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from privacy_check.model import Capture
from privacy_check.sentences import say
from scanners.intercept import NOT_GET, NOT_NEEDED
from scanners.platforms.schema import Address, Platform, ReadRequest, Reads
from scanners.public_view import PublicView
from tests.browser.conftest import account, all_watched, ignore, plain, refusals
from tests.browser.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


PATH = "/api/graphql"
ASKED = "fb_api_req_friendly_name=ProfileQuery&variables=%7B%7D"


def reading_platform(*hosts: str, **more: Any) -> Platform:
    """A platform at this machine whose pages read by POST: one path for reads and writes, told apart by name."""
    request = ReadRequest(
        host="127.0.0.1",
        paths=(PATH,),
        operations=("ProfileQuery",),
        named_in="friendly_name",
        as_of="2026-11",
        confidence="high",
    )
    return Platform(
        id="generic",
        name="Demo",
        category="social",
        as_of="2026-11",
        address=Address(template="", hosts=("127.0.0.1", *hosts), **more),
        reads=Reads(
            requests=(request, request.model_copy(update={"host": "api.localhost"})), asides=("/ajax/count",)
        ),
    )


POST = """
  const post = (path, name, how = {}) => fetch(path, {
    method: 'POST', headers: {'X-FB-Friendly-Name': name, ...how.headers},
    body: new URLSearchParams({fb_api_req_friendly_name: how.body || name, variables: '{}'}), ...how.more,
  }).then(answer => answer.text()).catch(() => '');
"""


async def look(platform: Platform, url: str) -> Capture:
    async with PublicView(lambda _: platform, classify=plain) as view:
        return await view.collect(account(url), ignore)


async def test_a_listed_reading_post_leaves_and_is_in_the_ledger(site: Site) -> None:
    site.put(PATH, "Likes tomatoes.", media_type="text/plain")
    code = f"{POST} post('{PATH}/', 'ProfileQuery').then(text => document.body.append(text));"
    site.put(PATH + "/", "Likes tomatoes.", media_type="text/plain")

    capture = await look(reading_platform(), site.script("/", code))

    assert "Likes tomatoes." in capture.html
    assert site.asked() == ["GET /", f"POST {PATH}/"]
    record = capture.requests[-1]
    assert (record.method, record.operation, record.size, record.status) == (
        "POST",
        "ProfileQuery",
        len(ASKED),
        200,
    )
    assert record.what_for == f"to read: ProfileQuery, {len(ASKED)} bytes"


WRITES = f"""
  {POST}
  post('{PATH}', 'SeenMutation');
  post('{PATH}', 'ProfileQuery', {{body: 'SeenMutation'}});
  post('{PATH}', 'SeenMutation', {{body: 'ProfileQuery'}});
  post('{PATH}', 'ProfileQuery', {{headers: {{'X-HTTP-Method-Override': 'PUT'}}}});
  post('{PATH}', 'ProfileQuery', {{more: {{method: 'PUT'}}}});
  post('{PATH}/more', 'ProfileQuery');
  post('/ajax/count', 'ProfileQuery');
  const headers = {{'X-FB-Friendly-Name': 'ProfileQuery'}};
  const form = new FormData();
  form.append('fb_api_req_friendly_name', 'ProfileQuery');
  for (const body of [form, new Blob(['{ASKED}']), new Blob(['{ASKED}'], {{type: 'application/octet-stream'}}),
      '{ASKED}&fb_api_req_friendly_name=SeenMutation', new URLSearchParams('{ASKED}&x=' + 'y'.repeat(70000))]) {{
    fetch('{PATH}', {{method: 'POST', headers, body}}).catch(() => 0);
  }}
  fetch('{PATH}', {{method: 'POST', headers}}).catch(() => 0);
  navigator.sendBeacon('{PATH}', new URLSearchParams('{ASKED}'));
  const picture = Object.assign(document.createElement('a'), {{href: '#', ping: '{PATH}'}});
  document.body.append(picture);
  picture.click();
"""


async def test_a_post_that_is_no_listed_read_never_leaves(site: Site) -> None:
    capture = await look(reading_platform(), site.script("/", WRITES))

    assert [asked for asked in site.asked() if not asked.startswith("GET /")] == []
    posts = [record for record in capture.requests if record.method in ("POST", "PUT")]
    assert len(posts) >= 14
    assert {(record.allowed, record.size) for record in posts} == {(False, 0)}
    assert {record.reason for record in posts} <= {say(NOT_GET), say(NOT_NEEDED)}


async def test_a_get_that_asks_to_be_taken_for_a_write_never_leaves(site: Site) -> None:
    code = f"fetch('{PATH}', {{headers: {{'X-HTTP-Method-Override': 'DELETE'}}}}).catch(() => 0);"

    capture = await look(reading_platform(), site.script("/", code))

    assert site.asked() == ["GET /"]
    assert refusals(capture) == {"api/graphql": say(NOT_GET)}


FORMS = f"""
  document.body.insertAdjacentHTML('beforeend', `<form method=post action={PATH} id=form>
    <input name=fb_api_req_friendly_name value=ProfileQuery></form>`);
  document.getElementById('form').submit();
"""


async def test_a_form_moves_the_page_nowhere(site: Site) -> None:
    capture = await look(reading_platform(), site.script("/", FORMS))

    assert site.asked() == ["GET /"]
    assert [record.reason for record in capture.requests if record.method == "POST"] == [say(NOT_GET)]


FROM_INSIDE = f"""
  {POST}
  const inner = document.body.appendChild(document.createElement('iframe'));
  const code = `fetch('${{location.origin}}{PATH}', {{method: 'POST',
    headers: {{'X-FB-Friendly-Name': 'ProfileQuery'}}, body: new URLSearchParams('{ASKED}')}})`;
  for (const from of [window, inner.contentWindow]) {{
    try {{ new from.Worker(URL.createObjectURL(new Blob([code]))); }} catch (error) {{}}
  }}
  document.body.insertAdjacentHTML('beforeend', `<iframe src=/frame></iframe>
    <iframe srcdoc="<script>${{code.replaceAll('"', '&quot;')}}<\\/script>"></iframe>`);
"""


async def test_a_frame_and_a_worker_post_nothing(site: Site) -> None:
    site.put("/frame", f"<script>{POST} post('{PATH}', 'ProfileQuery')</script>")

    await look(reading_platform(), site.script("/", FROM_INSIDE))

    assert [asked for asked in site.asked() if asked.startswith("POST")] == []


async def test_a_read_that_is_sent_on_is_decided_about_again(site: Site, other_site: Site) -> None:
    site.put(PATH, "", status=307, headers={"Location": "/write"})
    code = f"{POST} post('{PATH}', 'ProfileQuery');"

    capture = await look(reading_platform(), site.script("/", code))

    assert site.asked() == ["GET /", f"POST {PATH}"]
    assert refusals(capture) == {"write": say(NOT_GET)}

    site.pages[PATH].headers["Location"] = other_site.url(PATH)
    await look(reading_platform(), site.url("/"))

    assert other_site.hits == []


async def test_one_host_of_a_platform_may_read_from_another_and_no_more(site: Site, other_site: Site) -> None:
    other_site.put(PATH, "Likes tomatoes.", headers={"Access-Control-Allow-Origin": site.url("")})
    there = other_site.url(PATH, "api.localhost")
    code = f"""{POST}
      post('{there}', 'ProfileQuery').then(text => document.body.append(text));
      post('{there}', 'SeenMutation');
      post('{there}/more', 'ProfileQuery');"""
    platform = reading_platform(data_hosts=(f"api.localhost:{other_site.port}",))

    capture = await look(platform, site.script("/", code))

    assert "Likes tomatoes." in capture.html
    assert other_site.asked() == [f"POST {PATH}"]
    assert refusals(capture) == {"api/graphql": say(NOT_GET), "api/graphql/more": say(NOT_GET)}


async def test_a_site_of_no_described_platform_posts_nothing(site: Site, view: PublicView) -> None:
    code = f"{POST} post('{PATH}', 'ProfileQuery');"

    capture = await view.collect(account(site.script("/", code)), ignore)

    assert site.asked() == ["GET /"]
    assert refusals(capture) == {"api/graphql": say(NOT_GET)}


async def test_counting_that_is_refused_leaves_nothing_missing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = all_watched(monkeypatch)

    await look(reading_platform(), site.script("/", f"{POST} post('/ajax/count', 'ProfileQuery');"))

    assert [(lost.kind, lost.url) for lost in watched[0].lost] == [("other", site.url("/ajax/count"))]
    assert watched[0].missing() == ()
