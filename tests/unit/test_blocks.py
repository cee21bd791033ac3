"""Everything else a reader of a page can see: its words in blocks, with the contacts behind its links."""

from __future__ import annotations

import json

import pytest

from privacy_check.assessment.judge import judge_view
from privacy_check.model import Account, EntityType, Field, ProfileView, Whose
from privacy_check.sentences import say
from scanners.extract import read
from scanners.extract.blocks import CUT, FRAME, MAX_BLOCKS, MAX_TOTAL, read_blocks
from scanners.extract.boxes import Tree
from scanners.extract.contacts import contact_in
from scanners.extract.inside import uncover_roots
from scanners.extract.page import Page
from scanners.extract.target import Target

URL = "https://example.org/neryscoverdale"
ME = Target(Account("generic", "neryscoverdale", URL), URL)
HEAD = '<h1>Nerys Coverdale</h1><p class="bio">Runs the toddler group in Pickering.</p>'


def text(body: str) -> str:
    found = read_blocks(Page(f"<html><body>{body}</body></html>", URL), ME)
    return "\n".join(item.text for item in found.fields)


def view(body: str) -> ProfileView:
    return read(f"<html><head><title>Nerys Coverdale</title></head><body>{HEAD}{body}</body></html>", URL)


def values(seen: ProfileView, kind: EntityType) -> list[str]:
    return [item.value.reveal() for item in judge_view(seen) if item.entity_type is kind]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<dl><dt>Mob</dt><dd>07700 900001</dd><dt>Kids</dt><dd>Ada (7) and Ben</dd></dl>",
         "Mob: 07700 900001\nKids: Ada (7) and Ben"),
        ("<dl><div><dt>Mob</dt><dd>07700 900001</dd></div></dl>", "Mob: 07700 900001"),
        ("<table><tr><th>Home</th><td>3 Tanpit Row</td></tr></table>", "Home: 3 Tanpit Row"),
        ("<table><tr><td>Ada</td><td>7</td><td>Mill Beck</td></tr></table>", "Ada, 7, Mill Beck"),
        ("<div><div>📞</div><div>07700 900001</div></div>", "📞: 07700 900001"),
        ("<div><span>Phone</span><span>0113 496 0001</span></div>", "Phone: 0113 496 0001"),
        ("<li><b>Mobile:</b> <span>07700 900001</span></li>", "Mobile: 07700 900001"),
        ("<div><label>Date of birth</label><output>14 June 1987</output></div>", "Date of birth: 14 June 1987"),
        ("<address>3 Tanpit Row<br>Hebden Bridge<br>HX7 8ZD</address>", "3 Tanpit Row\nHebden Bridge\nHX7 8ZD"),
        ("<h1><span>Nerys</span> <span>Coverdale</span></h1>", "Nerys Coverdale"),
        ("<p>nell<wbr>@example.org, <b>jo</b><i>@example.org</i></p>", "nell@example.org, jo@example.org"),
        ("<pre>one\ntwo</pre>", "one\ntwo"),
        ("<details><summary>More</summary>Inside</details>", "More\nInside"),
        ("<input value='07700 900001' readonly><textarea>My words</textarea>", "07700 900001 My words"),
        ("<img alt='My number is 07700 900001'><img alt='IMG_2034.jpg'><img alt='Avatar of Nerys C'>",
         "My number is 07700 900001"),
        ("<table><tr><td><table><tr><td>Left side</td></tr><tr><td>Left below</td></tr></table></td>"
         "<td>Right side</td></tr></table>", "Left side\nLeft below\nRight side"),
    ],
)  # fmt: skip
def test_the_words_of_a_page_line_by_line(body: str, words: str) -> None:
    assert text(body) == words


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>no</p>", "<p style='color:red; display: none'>no</p>", "<p style='visibility:hidden'>no</p>",
        "<dialog>no</dialog>", "<noscript>no</noscript>", "<template>no</template>", "<script>no()</script>",
        "<input type='hidden' value='no'>", "<select><option>no</option></select>",
        "<div style='display:none'><p>no</p></div>",
    ],
)  # fmt: skip
def test_what_is_not_drawn_is_no_block(hidden: str) -> None:
    assert text(f"<p>shown</p>{hidden}<p>drawn</p>") == "shown\ndrawn"


@pytest.mark.parametrize(
    ("href", "contact"),
    [
        ("tel:+44%207700%20900001", "+44 7700 900001"),
        ("TEL:07700900001;ext=3", "07700900001"),
        ("tel://07700900001", "07700900001"),
        ("sms:+447700900001;?&body=Hello", "+447700900001"),
        ("callto:07700900001", "07700900001"),
        ("facetime:jo@example.org", "jo@example.org"),
        ("mailto:jo%40example.org?subject=Hi&cc=x@example.org", "jo@example.org"),
        ("mailto:?subject=Share", ""),
        ("https://wa.me/447700900001?text=hello%20there", "+447700900001"),
        ("https://wa.me/?text=share", ""),
        ("https://api.whatsapp.com/send/?phone=447700900001&text=x", "+447700900001"),
        ("whatsapp://send?phone=%2B447700900001", "+447700900001"),
        ("https://t.me/+447700900001", "+447700900001"),
        ("https://t.me/+AbCdEfGhIj", ""),
        ("https://t.me/nerys", ""),
        ("https://signal.me/#p/+447700900001", "+447700900001"),
        ("geo:54.4712,-2.3401?z=19", "54.4712,-2.3401"),
        ("https://www.google.com/maps?q=3+Tanpit+Row,+Hebden+Bridge", "3 Tanpit Row, Hebden Bridge"),
        ("https://www.google.co.uk/maps/@54.4712,-2.3401,17z", "54.4712,-2.3401"),
        ("https://maps.google.com/?q=54.4712,-2.3401", "54.4712,-2.3401"),
        ("https://maps.apple.com/?address=3%20Tanpit%20Row", "3 Tanpit Row"),
        ("https://www.openstreetmap.org/?mlat=54.4712&mlon=-2.3401", "54.4712,-2.3401"),
        ("https://example.org/tel:07700900001", ""),
        ("/p/1", ""), ("#top", ""), ("", ""), ("http://[broken", ""), ("tel:", ""), ("tel:123", ""),
    ],
)  # fmt: skip
def test_the_contact_behind_a_link(href: str, contact: str) -> None:
    assert contact_in(href) == contact


@pytest.mark.parametrize(
    ("body", "kind", "value"),
    [
        ('<a href="tel:+447700900001">Call me</a>', EntityType.PHONE, "+447700900001"),
        ('<a href="mailto:nerys@example.org"><svg></svg></a>', EntityType.EMAIL, "nerys@example.org"),
        ('<a href="https://wa.me/447700900001">Chat</a>', EntityType.PHONE, "+447700900001"),
        ('<a href="https://www.google.com/maps/@53.9601,-1.5432">Map</a>', EntityType.GPS, "53.9601,-1.5432"),
        ("<footer>3 Tanpit Row, Hebden Bridge HX7 8ZD</footer>", EntityType.POSTCODE, "HX7 8ZD"),
        ("<section><h2>My mobile</h2><p>07700 900001</p></section>", EntityType.PHONE, "07700 900001"),
        ("<button>Text 07700 900001</button>", EntityType.PHONE, "07700 900001"),
    ],
)  # fmt: skip
def test_a_contact_anywhere_on_the_page_is_found(body: str, kind: EntityType, value: str) -> None:
    seen = view(body)
    (found,) = [item for item in judge_view(seen) if item.entity_type is kind]
    assert found.value.reveal() == value
    assert found.field == "page_text"
    assert "elsewhere on the page" in found.explanation
    assert found.span is not None
    block = next(item for item in seen.all("page_text") if item.item == found.item)
    assert block.text[found.span.start : found.span.end] == value


def test_a_link_that_shows_its_number_says_it_once() -> None:
    assert text('<p><a href="tel:+447700900001">07700 900001</a></p>') == "07700 900001"


def test_words_of_another_field_are_not_repeated() -> None:
    words = "\n".join(item.text for item in view("<p>Ring 07700 900001</p>").all("page_text"))
    assert words == "Ring 07700 900001"


def test_a_repeated_line_stands_once_and_order_is_kept() -> None:
    assert text("<p>Share this</p><p>First words</p><p>Share this</p><p>Second words</p>") == (
        "Share this\nFirst words\nSecond words"
    )


@pytest.mark.parametrize("name", ["shadowrootmode", "shadowroot", "shadowmode", "data-shadowroot"])
def test_words_of_a_declared_shadow_root_are_read(name: str) -> None:
    body = f'<x-card><template {name}="open"><style>p{{}}</style><p>Ring 07700 900001</p></template></x-card>'
    assert text(body) == "Ring 07700 900001"


def test_slots_show_what_stands_outside_the_root() -> None:
    body = (
        '<x-card><template shadowrootmode="open"><h2><slot name="title">No title</slot></h2><slot></slot>'
        '<p><slot name="gone">Left as it is</slot></p></template>'
        'loose <b>words</b><i slot="title">Nerys</i></x-card>'
    )
    assert text(body) == "Nerys\nloose words\nLeft as it is"


def test_roots_in_roots_are_filled_from_inside() -> None:
    body = (
        "<x-outer><template shadowrootmode=open><x-inner><template shadowrootmode=open><p><slot></slot></p>"
        "</template><slot name=line></slot></x-inner><template>inert</template></template>"
        "<b slot=line>Deep words</b></x-outer>"
    )
    assert text(body) == "Deep words"


def test_a_root_drawn_whole_is_a_page_like_any_other() -> None:
    drawn = '<h1>Nerys Coverdale</h1><p class="bio">Potter</p>'
    seen = read(f'<html><body><x-a><template shadowrootmode="open">{drawn}</template></x-a></body></html>', URL)
    assert [item.text for name in ("display_name", "bio") for item in seen.all(name)] == [
        "Nerys Coverdale",
        "Potter",
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<template shadowrootmode=open>" * 400,
        "</template>" * 400,
        "<script>" * 300 + "<template shadowrootmode=open>",
        '<script>var x = "<template shadowrootmode=open>";</script><p>shown</p>',
        "<!-- <template shadowroot=open>",
    ],
)  # fmt: skip
def test_broken_templates_end_in_a_page(markup: str) -> None:
    assert isinstance(uncover_roots(markup), str)
    assert read_blocks(Page(f"<p>first</p>{markup}", URL), ME).fields[0].text.startswith("first")


def test_a_frame_that_carries_its_words_is_read() -> None:
    seen = view('<iframe srcdoc="&lt;title&gt;x&lt;/title&gt;&lt;p&gt;Ring 07700 900001&lt;/p&gt;"></iframe>')
    assert values(seen, EntityType.PHONE) == ["07700 900001"]
    assert seen.warnings == ()


def test_a_frame_of_the_site_that_was_not_saved_is_said() -> None:
    assert view('<iframe src="/neryscoverdale/about"></iframe>').warnings == (say(FRAME),)


@pytest.mark.parametrize(
    "frame",
    [
        '<iframe src="https://player.example.com/x"></iframe>', '<iframe src="about:blank"></iframe>',
        '<iframe src="/count" width="1" height="1"></iframe>', '<iframe src="/a" class="ad-slot"></iframe>',
        "<iframe></iframe>",
        '<iframe src="/a" style="display:none"></iframe>',
    ],
)  # fmt: skip
def test_other_frames_leave_nothing_unread(frame: str) -> None:
    assert view(frame).warnings == ()


def test_a_long_page_is_cut_with_a_word_of_it_and_keeps_its_contacts() -> None:
    posts = "".join(f"<p>Line {n} of many: {'word ' * 30}{n}</p>" for n in range(3_000))
    found = read_blocks(Page(f"<body>{posts}<p>Ring 07700 900001</p></body>", URL), ME)
    assert found.unread == (say(CUT),)
    assert sum(len(item.text) for item in found.fields) < MAX_TOTAL * 1.1
    assert len(found.fields) <= MAX_BLOCKS
    assert found.fields[-1].text.endswith("Ring 07700 900001")


def test_short_sections_stand_together_so_that_a_story_is_read_whole() -> None:
    found = read_blocks(
        Page("<body><h2>Kids</h2><p>Ada, 7</p><h2>School</h2><p>Mill Beck Primary</p></body>", URL), ME
    )
    assert [item.text for item in found.fields] == ["Kids\nAda, 7\nSchool\nMill Beck Primary"]


def test_the_place_of_a_block_is_in_its_source() -> None:
    found = read_blocks(Page("<body><p>One two</p><footer><p>Three four</p></footer></body>", URL), ME)
    assert [item.source for item in found.fields] == ["page text", "page text (footer)"]


def test_deep_and_wide_pages_are_walked_in_bounds() -> None:
    assert Tree(Page("<div>" * 3_000 + "deep" + "</div>" * 3_000, URL)).whole
    assert not Tree(Page("<b></b>" * 130_000, URL)).whole


LINKTREE = {
    "props": {"pageProps": {"account": {
        "username": "neryscoverdale", "pageTitle": "Nerys Coverdale", "description": "Potter",
        "links": [{"type": "HEADER", "title": "Parties: ring 07700 900001", "url": None},
                  {"type": "CLASSIC", "title": "Write", "url": "mailto:nerys@example.org"}],
        "socialLinks": [{"type": "WHATSAPP", "url": "https://wa.me/447700900002"}],
    }}}
}  # fmt: skip


def test_titles_and_links_in_the_data_of_a_link_list() -> None:
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(LINKTREE)}</script>'
    seen = read(f"<html><body><h1>@neryscoverdale</h1>{script}</body></html>", "https://linktr.ee/neryscoverdale")
    assert {"+447700900002", "07700 900001"} <= set(values(seen, EntityType.PHONE))
    assert values(seen, EntityType.EMAIL) == ["nerys@example.org"]


@pytest.mark.parametrize(
    "extra",
    [
        {"fields": [{"name": "Mob", "value": '<a href="tel:07700900001">07700 900001</a>'}]},
        {"attachment": [{"type": "PropertyValue", "name": "Mob", "value": "<b>07700 900001</b>"}]},
        {"profile": {"rows": [{"label": "Mob", "text": "07700 900001"}]}},
        {"buttons": [{"title": "Mob", "url": "tel:07700%20900001"}]},
        {"whatsapp_number": "07700 900001"},
    ],
)
def test_rows_of_a_persons_data_whatever_their_label(extra: dict[str, object]) -> None:
    answer = {"username": "neryscoverdale", "display_name": "Nerys Coverdale", "note": "Potter",
              "followers_count": 4, **extra}  # fmt: skip
    seen = read(json.dumps(answer), "https://mastodon.social/@neryscoverdale")
    assert values(seen, EntityType.PHONE) == ["07700 900001"]


@pytest.mark.parametrize("key", ["comments", "suggested_users", "followers", "latest_posts"])
def test_rows_about_others_are_not_the_persons(key: str) -> None:
    answer = {"username": "neryscoverdale", "display_name": "Nerys Coverdale", "note": "Potter",
              "followers_count": 4, key: [{"name": "Robin", "text": "07700 900002"}]}  # fmt: skip
    seen = read(json.dumps(answer), "https://mastodon.social/@neryscoverdale")
    assert values(seen, EntityType.PHONE) == []


def test_blocks_know_whose_they_are() -> None:
    found = view("<p>Mine</p><ul class='comments'><li><b>Robin Vale</b> Hello</li></ul>").all("page_text")
    assert {item.whose for item in found} == {Whose.OWNER, Whose.OTHER}
    assert all(isinstance(item, Field) and item.confidence < 0.9 for item in found)


@pytest.mark.parametrize(
    ("address", "title", "body", "outcome"),
    [
        ("https://example.org/tobinashgrove", "Tobin Ashgrove",
         "<h1>Tobin Ashgrove</h1><p>I am Tobin. My son is six.</p>", "VISIBLE"),
        ("https://josspentreath.example.org/about-me/", "Who I am | Joss Pentreath",
         "<h1>Who I am</h1><p>My name is Joss Pentreath and I drive the mobile library.</p>", "VISIBLE"),
        ("https://news.example.org/story/fire", "Fire in Leeds",
         "<h1>Fire in Leeds</h1><p>I saw it, said my mum.</p>", "ERROR"),
        ("https://example.org/tobinashgrove", "Sign in",
         "<h1>Sign in</h1><p>I forgot my password</p>", "LOGIN_WALL"),
    ],
)  # fmt: skip
def test_a_page_that_speaks_as_its_owner_is_a_profile(address: str, title: str, body: str, outcome: str) -> None:
    assert read(f"<html><head><title>{title}</title></head><body>{body}</body></html>", address).outcome == outcome


@pytest.mark.parametrize(
    "button",
    [
        "<button onclick=\"location.href='tel:07700900123'\">Call</button>",
        "<div role='button' data-href='https://wa.me/447700900123'>Text me</div>",
        "<span data-url='sms:07700900123'>Book</span>",
    ],
)
def test_a_button_that_leads_to_a_contact(button: str) -> None:
    page = Page(f"<html><body><h1>Neve Orr</h1><p>{button}</p></body></html>", "https://example.org/neve")
    found = read_blocks(page, Target(Account("generic", "neve", page.url), page.url)).fields
    assert any("7700900123" in item.text for item in found)


def test_of_a_list_without_end_only_what_tells_something_is_taken_down() -> None:
    row = '<div class="post"><a href="/p/{n}">Walk {n}</a><p>{words}</p></div>'
    rows = [row.format(n=n, words=f"Round the lake with number {n}. " * 6) for n in range(1200)]
    rows[900] = '<div class="post"><p>Ring me on 07700 900142</p></div>'
    comment = '<div class="post"><p>Ask Kit on 07700 900777</p></div>'
    comments = f"<h2>Comments</h2><div>{comment}</div>"
    found = read_blocks(Page(f"<body>{HEAD}{''.join(rows)}{comments}</body>", URL), ME)

    own = found.said_by(Whose.OWNER)
    assert "07700 900142" in own
    assert "07700 900777" not in own
    assert sum(len(item.text) for item in found.fields) < 130_000
    assert found.unread


def test_rows_that_hold_nothing_cost_nothing_more() -> None:
    row = '<li class="post"><a href="/p">Walk</a><p>Round the lake again</p></li>'
    tree = Tree(Page(f"<body><ul>{row * 20_000}</ul>", URL))

    assert len(tree.boxes) < 20_000
    assert not tree.whole
