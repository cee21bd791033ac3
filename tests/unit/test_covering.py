"""Questions about cookies: a wall where nothing else is shown, a banner where a profile or other words stand."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from privacy_check.model import Account, Capture, Lens, Outcome
from scanners.extract.verdict import general_markers
from scanners.outcome import OutcomeReading, classify

URL = "https://meetle.example/@rowan.ashby"
PROFILE = """<main><h1>Rowan Ashby</h1><p>@rowan.ashby</p><p class="bio">Mends clocks. Ring 07700 900166.</p>
<p>120 followers 80 following</p></main>"""
HEAD = """<title>Rowan Ashby (@rowan.ashby) - Meetle</title><meta property="og:type" content="profile">
<meta property="og:title" content="Rowan Ashby (@rowan.ashby)">
<meta property="og:description" content="Mends clocks.">
<meta property="profile:username" content="rowan.ashby">"""
ASKED = "<h2>Cookies</h2><p>We and our partners keep and read things on your device.</p><button>Accept</button>"
BOXES = {
    "OneTrust": '<div id="onetrust-banner-sdk" role="dialog">{}</div>',
    "Didomi": '<div id="didomi-host"><div class="didomi-popup-container">{}</div></div>',
    "Sourcepoint": '<div id="sp_message_container_9"><iframe src="https://cmp.example/"></iframe></div>',
    "Quantcast Choice": '<div id="qc-cmp2-container"><div id="qc-cmp2-main">{}</div></div>',
    "Cookiebot": '<div id="CybotCookiebotDialog">{}</div>',
    "Usercentrics": '<aside id="usercentrics-cmp-ui"><template shadowrootmode="open">{}</template></aside>',
    "TrustArc": '<div class="truste_overlay"></div><div class="truste_box_overlay">{}</div>',
    "Funding Choices": '<div class="fc-consent-root"><div class="fc-dialog">{}</div></div>',
    "Osano": '<div class="osano-cm-window"><div class="osano-cm-dialog">{}</div></div>',
    "iubenda": '<div id="iubenda-cs-banner">{}</div>',
    "Complianz": '<div class="cmplz-cookiebanner">{}</div>',
    "CookieYes": '<div class="cky-consent-container">{}</div>',
    "Klaro": '<div id="klaro"><div class="klaro"><div class="cookie-modal">{}</div></div></div>',
    "consentmanager": '<div id="cmpbox">{}</div>',
    "Axeptio": '<div id="axeptio_overlay">{}</div>',
    "": '<div role="dialog" aria-label="Your cookies">{}</div>',
}


def judged(body: str, head: str = "<title>Meetle</title>", status: int = 200) -> OutcomeReading:
    html = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    account = Account("generic", "meetle.example/@rowan.ashby", URL)
    return classify(
        Capture(account, Lens.PUBLIC, Outcome.ERROR, URL, status, html, datetime(2026, 11, 1, tzinfo=UTC))
    )


@pytest.mark.parametrize("maker", BOXES)
def test_a_question_that_is_all_there_is_to_see_is_a_wall_and_names_its_maker(maker: str) -> None:
    around = '<header><a href="/">Meetle</a> <a href="/in">Log in</a></header>{}<footer>Meetle 2026</footer>'
    for body in (BOXES[maker].format(ASKED), around.format(BOXES[maker].format(ASKED))):
        reading = judged(body)
        assert reading.outcome is Outcome.CONSENT_WALL
        assert maker in reading.evidence[0]
        assert "question about cookies" in reading.evidence[0]


@pytest.mark.parametrize("maker", BOXES)
def test_a_banner_over_a_profile_hides_nothing(maker: str) -> None:
    for body in (PROFILE + BOXES[maker].format(ASKED), BOXES[maker].format(ASKED * 40) + PROFILE):
        assert judged(body, HEAD).outcome is Outcome.VISIBLE


def test_a_profile_that_only_the_header_tells_is_seen_in_part() -> None:
    reading = judged(BOXES["OneTrust"].format(ASKED), HEAD)
    assert reading.outcome is Outcome.PARTIAL
    assert "OneTrust" in reading.evidence[0]


def test_a_banner_over_other_words_is_no_wall() -> None:
    story = "<p>The old mill was built by the river, and its wheel has turned ever since.</p>" * 20
    assert judged(story + BOXES["Cookiebot"].format(ASKED)).outcome is not Outcome.CONSENT_WALL


def test_a_box_that_is_not_shown_asks_nothing() -> None:
    for box in (
        '<div id="onetrust-consent-sdk"></div>',
        f'<div id="onetrust-banner-sdk" style="display: none">{ASKED}</div>',
        f'<div hidden><div id="CybotCookiebotDialog">{ASKED}</div></div>',
    ):
        assert judged(f"<p>Loading</p>{box}").outcome is Outcome.ERROR


def test_a_banner_takes_nothing_from_what_the_server_or_the_page_says() -> None:
    banner = BOXES["OneTrust"].format(ASKED)
    assert judged(f"<h1>Page not found</h1>{banner}", status=404).outcome is Outcome.NOT_FOUND
    assert judged(f"<h1>Too many requests</h1>{banner}", status=429).outcome is Outcome.RATE_LIMITED


def test_a_page_full_of_boxes_is_judged_all_the_same() -> None:
    nested = '<div class="cc-window">' * 3000 + ASKED + "</div>" * 3000
    assert judged(nested).outcome in (Outcome.CONSENT_WALL, Outcome.ERROR)


def test_every_maker_is_dated_and_has_a_selector() -> None:
    makers = general_markers()["consent_cover"]
    assert all(marker.kind == "css" and marker.as_of and marker.value for marker in makers)
    assert set(BOXES) <= {marker.note for marker in makers}
