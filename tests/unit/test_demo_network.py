"""The pretend network: every account answers as its behaviour promises, and nothing on it leads elsewhere."""

from __future__ import annotations

import html
import html.parser
import http.client
import io
import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urljoin, urlsplit

import pytest
from PIL import Image

from scanners import demo
from scanners.demo import PretendNetwork, personas
from scanners.demo.persona import PretendAccount
from scanners.demo.places import host_of, sites

FOLDER = Path(demo.__file__).parent
PAGES = [page for person in personas() for page in person.every_page]
STATUS = {
    "open": 200, "private": 200, "card": 200, "dialog": 200, "login": 302, "refused": 999, "consent": 302,
    "missing": 404, "gone": 200, "suspended": 200, "too_many": 429, "robot": 200, "robot_403": 403,
    "forbidden": 403, "broken": 500,
}  # fmt: skip

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.key}")


class Reply:
    def __init__(self, answer: http.client.HTTPResponse) -> None:
        self.status, self.body = answer.status, answer.read()
        self.headers = {name.lower(): value for name, value in answer.getheaders()}

    @property
    def text(self) -> str:
        return self.body.decode()


class Reader(html.parser.HTMLParser):
    """Collects what a page loads and where it leads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.tags: list[str] = []
        self.open_tags: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        named = {name: value or "" for name, value in attrs}
        if tag == "link" and named.get("rel") != "canonical":
            self.loaded.append(named["href"])
        if "src" in named:
            self.loaded.append(named["src"])
        if tag not in ("meta", "link", "img", "input", "br", "circle", "rect", "path"):
            self.open_tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("circle", "rect", "path"):
            assert self.open_tags.pop() == tag


@pytest.fixture(scope="module")
def network() -> Iterator[PretendNetwork]:
    with PretendNetwork() as running:
        yield running


def get(network: PretendNetwork, url: str, method: str = "GET", body: str = "", **headers: str) -> Reply:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection("127.0.0.1", network.port, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.request(method, parts.path, body or None, headers={"Host": parts.netloc, **named})
        return Reply(connection.getresponse())
    finally:
        connection.close()


def look(network: PretendNetwork, page: PretendAccount) -> Reply:
    return get(network, page.account(network.port).url)


@each_page
def test_every_account_answers_with_the_status_its_behaviour_promises(
    network: PretendNetwork, page: PretendAccount
) -> None:
    reply = look(network, page)

    assert reply.status == STATUS[page.behaviour]
    if page.behaviour in ("login", "consent"):
        wall = get(network, urljoin(page.account(network.port).url, reply.headers["location"]))
        assert wall.status == 200
        assert reply.headers["location"] == f"/{page.behaviour}"


@each_page
def test_every_page_parses_and_loads_from_this_machine_alone(
    network: PretendNetwork, page: PretendAccount
) -> None:
    url = page.account(network.port).url
    reader = Reader(look(network, page).text)

    assert not reader.open_tags
    for address in reader.loaded:
        whole = urljoin(url, address)
        assert urlsplit(whole).netloc == urlsplit(url).netloc
        assert get(network, whole).status == 200, whole


def given_by_data(network: PretendNetwork, page: PretendAccount) -> str:
    """What the page of an account is given when it asks for its words, as somebody signed out."""
    base = host_of(page.platform, network.port)
    if page.platform == "murmur":
        return murmured(network, "MurmurProfileQuery", page.handle).text
    if page.platform == "keyhole":
        key = json.loads(get(network, f"{base}guest/key", "POST").text)["key"]
        return get(network, f"{base}api/door", "POST", json.dumps({"door": page.handle}), X_Key=key).text
    paths = {"swapsies": ["api/member/{}"], "framelet": ["inside/{}"], "rollalong": ["api/notes/{}/0"]}
    paths["rollalong"] += ["api/notes/{}/1", "api/notes/{}/2"]
    return "".join(get(network, base + path.format(page.handle)).text for path in paths.get(page.platform, ()))


def murmured(network: PretendNetwork, name: str, handle: str, header: str = "") -> Reply:
    body = urlencode({"fb_api_req_friendly_name": name, "variables": json.dumps({"handle": handle})})
    address = f"{host_of('murmur', network.port)}graphql"
    return get(network, address, "POST", body, X_FB_Friendly_Name=header or name)


@each_page
def test_only_open_accounts_say_what_their_owner_wrote(network: PretendNetwork, page: PretendAccount) -> None:
    data = html.unescape(given_by_data(network, page)).replace('\\"', '"')
    words = html.unescape(look(network, page).text) + data
    posts = [post.text[:20] for post in page.content.posts] + [photo.caption[:20] for photo in page.content.photos]

    for post in posts:
        assert (post in words) is (page.behaviour in ("open", "dialog")), post
    for group in page.content.groups:
        assert (group.name in words) is (group.kind == "public" and page.behaviour == "open"), group.name


def test_unknown_names_paths_and_hosts_are_not_found(network: PretendNetwork) -> None:
    for platform, site in sites().items():
        base = host_of(platform, network.port)
        assert get(network, f"{base}no/such/page").status == 404
        known = next(page for page in PAGES if page.platform == platform)
        stranger = known.account(network.port).url.replace(known.handle, "nobodyhere")
        assert get(network, stranger).status == site["missing"]
    assert get(network, f"http://elsewhere.localhost:{network.port}/").status == 404
    assert get(network, f"http://example.org:{network.port}/").status == 404
    assert get(network, f"{network.url}etc/passwd").status == 404
    assert get(network, f"{host_of('frendli', network.port)}media/avatar/..%2f..%2fsite.png").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "HEAD"])
def test_no_other_method_is_answered_and_post_only_where_pages_ask(network: PretendNetwork, method: str) -> None:
    assert get(network, network.url, method).status == 501


def test_reads_and_writes_on_one_path_are_told_apart_by_name(network: PretendNetwork) -> None:
    assert json.loads(murmured(network, "MurmurProfileQuery", "orla_b").text)["data"]["name"] == "Orla Brennan"
    assert json.loads(murmured(network, "MurmurSeenMutation", "orla_b").text) == {"data": {"seen": True}}
    assert murmured(network, "MurmurProfileQuery", "orla_b", header="MurmurSeenMutation").status == 400
    assert murmured(network, "MurmurOtherQuery", "orla_b").status == 404
    assert murmured(network, "MurmurProfileQuery", "nobodyhere").status == 404


def test_without_a_key_no_door_opens(network: PretendNetwork) -> None:
    address = f"{host_of('keyhole', network.port)}api/door"

    assert get(network, address, "POST", '{"door": "orla.brennan"}').status == 401
    assert get(network, address, "POST", "[", X_Key="a-visitor-of-the-pretend-network").status == 404


def test_an_answer_without_an_end_ends_with_the_network() -> None:
    with PretendNetwork() as network:
        connection = http.client.HTTPConnection("127.0.0.1", network.port, timeout=10)
        host = urlsplit(host_of("dawdle", network.port)).netloc
        connection.request("GET", "/slow.js", headers={"Host": host})
        answer = connection.getresponse()
        assert answer.status == 200
    with pytest.raises(http.client.IncompleteRead):
        answer.read()
    connection.close()


def test_the_first_page_lists_platforms_and_people(network: PretendNetwork) -> None:
    text = get(network, network.url).text

    reader = Reader(text)
    assert not reader.open_tags
    for address in reader.loaded:
        assert get(network, urljoin(network.url, address)).status == 200, address
    for person in personas():
        assert person.name.replace("'", "&#39;") in text
        for account in person.accounts(network.port):
            assert account.url in text
    for platform in sites():
        assert host_of(platform, network.port) in text
        assert get(network, host_of(platform, network.port)).status == 200


def test_no_template_style_or_script_names_another_host() -> None:
    allowed = ("https://schema.org", "http://schema.org", "http://www.w3.org/2000/svg")
    for path in [*FOLDER.rglob("*.html"), *FOLDER.rglob("*.css"), *FOLDER.rglob("*.js"), *FOLDER.glob("*.py")]:
        for url in re.findall(r"(?:https?:)?//[\w.-]+\.\w[^\s\"'<)]*", path.read_text(encoding="utf-8")):
            assert url.startswith(allowed), f"{path.name}: {url}"


def test_what_people_write_cannot_break_a_page(network: PretendNetwork) -> None:
    answer = get(network, f"{host_of('linkhive', network.port)}%3Cscript%3Ealert(1)%3C%2Fscript%3E")

    assert answer.status == 404
    assert "<script>alert" not in answer.text


def test_photos_tell_where_they_were_taken_only_where_expected(network: PretendNetwork) -> None:
    expected = {(item.account, item.photo) for person in personas() for item in person.expect.photos}
    assert expected
    for page in PAGES:
        if page.behaviour not in ("open", "dialog"):
            continue
        base = host_of(page.platform, network.port)
        for number, photo in enumerate(page.content.photos):
            picture = get(network, f"{base}media/photo/{page.handle}/{number}.jpg")
            place = Image.open(io.BytesIO(picture.body)).getexif().get_ifd(0x8825)
            assert bool(place) is ((page.key, number) in expected), (page.key, number)
            if photo.gps:
                degrees = [float(part) for part in place[2]]
                assert degrees[0] + degrees[1] / 60 + degrees[2] / 3600 == pytest.approx(photo.gps[0], abs=1e-4)


def test_it_listens_on_loopback_alone_and_frees_its_port() -> None:
    network = PretendNetwork()
    assert network.port == 0
    with network:
        port = network.port
        assert network.url == f"http://127.0.0.1:{port}/"
        assert get(network, network.url).status == 200
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))


async def test_it_can_be_entered_again_and_from_a_coroutine() -> None:
    network = PretendNetwork()
    for _ in range(2):
        async with network:
            assert get(network, network.url).status == 200
    network.stop()
    assert network.port == 0
