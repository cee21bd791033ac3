"""What stands in shadow roots, in frames of the same site, and further down a page is read with it."""

from __future__ import annotations

import pytest

from scanners.extract import extract
from scanners.public_view import PublicView
from tests.browser.conftest import account, ignore
from tests.browser.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

WORDS = "<p>" + "Mends clocks and keeps bees. " * 10


async def test_a_frame_of_the_same_site_is_read_in_its_place(site: Site, view: PublicView) -> None:
    code = "fetch('/d').then(r => r.text()).then(t => document.body.append(t))"
    site.put("/inside", f'<h1>Robin & "Co"</h1><script>{code}</script>')
    site.put("/d", "rings at 07700 900142", media_type="text/plain")
    url = site.put("/", f"<!doctype html><i>before</i><iframe src=/inside></iframe><i>after</i>{WORDS}")

    capture = await view.collect(account(url), ignore)

    before, _, rest = capture.html.partition('<iframe srcdoc="')
    inside, _, after = rest.partition('"></iframe>')
    assert "<i>before</i>" in before
    assert "<h1>Robin &amp;amp; &quot;Co&quot;</h1>" in inside
    assert "rings at 07700 900142" in inside
    assert after.startswith("<i>after</i>")
    assert sorted(site.asked()) == ["GET /", "GET /d", "GET /inside"]
    assert capture.missing == ()


async def test_frames_in_frames_and_frames_a_script_writes_are_read(site: Site, view: PublicView) -> None:
    site.put("/one", "<b>one</b><iframe src=/two></iframe>")
    site.put("/two", "<b>two</b>")
    code = """const made = document.body.appendChild(document.createElement('iframe'));
      made.contentDocument.body.innerHTML = '<b>three</b>';"""
    url = site.put("/", f"<!doctype html>{WORDS}<iframe src=/one></iframe><script>{code}</script>")

    html = (await view.collect(account(url), ignore)).html

    assert all(f"<b>{word}</b>" in html for word in ("one", "two", "three"))


async def test_a_page_of_frames_only_is_read(site: Site, view: PublicView) -> None:
    site.put("/left", "<p>Robin Example</p>")
    url = site.put("/", "<!doctype html><title>Old</title><frameset cols='50%,50%'><frame src=/left></frameset>")

    html = (await view.collect(account(url), ignore)).html

    assert "Robin Example" in html
    assert "<body><iframe srcdoc=" in html


async def test_a_frame_can_send_nothing(site: Site, view: PublicView) -> None:
    site.put("/inside", "<p>x<script>fetch('/post', {method: 'POST'}); fetch('http://shop.example/')</script>")

    capture = await view.collect(account(site.put("/", f"{WORDS}<iframe src=/inside></iframe>")), ignore)

    assert sorted(site.asked()) == ["GET /", "GET /inside"]
    assert len(capture.missing) == 2


async def test_a_large_frame_of_somebody_else_is_told_and_not_read(site: Site, view: PublicView) -> None:
    frames = """<iframe width=900 height=600 src='http://shop.example/feed'></iframe>
      <iframe width=9 height=9 src='http://counter.example/'></iframe>"""

    capture = await view.collect(account(site.put("/", f"<!doctype html>{WORDS}{frames}")), ignore)

    told = " ".join(extract(capture).warnings)
    assert "shop.example" in told
    assert "counter.example" not in told


async def test_an_element_that_fills_its_shadow_late_is_waited_for(site: Site, view: PublicView) -> None:
    code = """const host = document.body.appendChild(document.createElement('contact-card'));
      const inside = host.attachShadow({mode: 'open'});
      let step = 0;
      const draw = () => { inside.append(` step ${++step}`); if (step < 5) setTimeout(draw, 200); };
      setTimeout(draw, 50);"""

    assert "step 5" in (await view.collect(account(site.script("/", code)), ignore)).html


LATE = "<div style='height: 4000px'></div><div id=end></div>"
FILLS = {
    "a watcher": """new IntersectionObserver((seen, watcher) => { if (seen[0].isIntersecting) {
      watcher.disconnect(); document.getElementById('end').innerHTML = '<p>found below</p>'; } }
    ).observe(document.getElementById('end'))""",
    "a listener": """addEventListener('scroll', () => { if (scrollY > 2500) setTimeout(() => {
      document.getElementById('end').innerHTML = '<p>found below</p>'; }, 150) })""",
    "a clock": """const clock = setInterval(() => { if (scrollY > 2500) {
      clearInterval(clock); document.getElementById('end').innerHTML = '<p>found below</p>'; } }, 15)""",
    "an answer": """new IntersectionObserver((seen, watcher) => { if (!seen[0].isIntersecting) return;
      watcher.disconnect();
      fetch('/more').then(r => r.text()).then(t => { document.getElementById('end').innerHTML = t; }); }
    ).observe(document.getElementById('end'))""",
}
LAZY_MIDDLE = """for (let n = 0; n < 6; n++) document.getElementById('end').insertAdjacentHTML('beforebegin',
      `<section style="height:700px" data-n=${n}></section>`);
    const watcher = new IntersectionObserver(seen => seen.forEach(each => {
      if (each.isIntersecting && each.target.dataset.n === '4') each.target.innerHTML = '<p>found below</p>'; }));
    document.querySelectorAll('section').forEach(each => watcher.observe(each));"""
FILLS["a part in the middle"] = LAZY_MIDDLE


@pytest.mark.parametrize("code", FILLS.values(), ids=FILLS)
async def test_what_is_drawn_when_somebody_scrolls_there_is_read(site: Site, view: PublicView, code: str) -> None:
    site.put("/more", "<p>found below</p>")

    url = site.put("/", f"<!doctype html>{WORDS}{LATE}<script>{code}</script>")

    html = (await view.collect(account(url), ignore)).html

    assert "<p>found below</p>" in html


async def test_a_page_without_an_end_is_looked_through_for_a_while(site: Site, view: PublicView) -> None:
    code = """let count = 0; const more = () => { for (let n = 0; n < 5; n++)
        document.body.insertAdjacentHTML('beforeend', `<p style="height:300px">post ${++count}</p>`); };
      more(); addEventListener('scroll', () => {
        if (scrollY + innerHeight > document.body.scrollHeight - 400) more(); });"""

    capture = await view.collect(account(site.put("/", f"<!doctype html>{WORDS}<script>{code}</script>")), ignore)

    assert "post 12" in capture.html
    assert "post 200" not in capture.html
    assert not capture.unfinished
