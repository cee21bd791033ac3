"""Which POST reads: a table of bodies, each with the one thing that makes it a read or not."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from scanners.egress import Read
from scanners.platforms.schema import ReadRequest, Reads
from scanners.reading import LARGEST_BODY, Posted, is_aside, may_read, read_of

FORM = "application/x-www-form-urlencoded;charset=UTF-8"
JSON = "application/json"
TEXT = "text/plain;charset=UTF-8"
NAMED = "fb_api_req_friendly_name"
HOST = "https://www.pictures.example"


def listed(**what: object) -> ReadRequest:
    known: dict[str, object] = {"host": "www.pictures.example", "as_of": "2026-11", "confidence": "high"}
    return ReadRequest.model_validate(known | what)


READS = Reads(
    requests=(
        listed(paths=("/api/graphql",), operations=("PageQuery", "ListQuery"), named_in="friendly_name"),
        listed(paths=("/gql",), operations=("About", "Shell"), named_in="operation_name"),
        listed(paths=("/gql_para",), operations=("AnswersQuery",), named_in="query"),
        listed(paths=("/browse",), json_keys=("browseId", "continuation")),
        listed(paths=("/_/graphql",), json_keys=("query",), without=("mutation",)),
        listed(paths=("/v1/*/batch",), note="pictures only"),
        listed(paths=("/token",), what="token", note="a guest's key"),
        listed(host="*.pictures.example", paths=("/lang/gql",), json_keys=("id",)),
    ),
    asides=("/ajax/*", "events.pictures.example/*", "/mon*/collect"),
    aside_operations=("*Mutation", "ExperimentQuery"),
)


def read(path: str, body: object, media_type: str = JSON, host: str = HOST, **headers: str) -> Read | None:
    """What a POST reads; a body that is no text or bytes is sent as JSON."""
    data = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return read_of(READS, Posted(host + path, {"content-type": media_type, **named}, data))


@pytest.mark.parametrize(
    ("path", "body", "media_type", "name", "operation"),
    [
        ("/api/graphql", f"{NAMED}=PageQuery&variables=%7B%7D", FORM, "PageQuery", "PageQuery"),
        ("/api/graphql/", f"{NAMED}=ListQuery&doc_id=1", FORM, "ListQuery", "ListQuery"),
        ("/api/graphql?x=1", f"{NAMED}=PageQuery", FORM, "PageQuery", "PageQuery"),
        ("/gql", {"operationName": "About"}, JSON, "", "About"),
        ("/gql", [{"operationName": "About"}, {"operationName": "Shell"}], TEXT, "", "About, Shell"),
        ("/gql_para?q=AnswersQuery", {"variables": {}}, JSON, "", "AnswersQuery"),
        ("/gql_para?q=AnswersQuery", {"queryName": "AnswersQuery"}, JSON, "", "AnswersQuery"),
        ("/browse?key=1", {"context": {}, "browseId": "UC1"}, JSON, "", "browse"),
        ("/browse", {"context": {}, "continuation": "x"}, JSON, "", "browse"),
        ("/_/graphql", [{"query": "query Page { name }"}], JSON, "", "graphql"),
        ("/v1/users/batch", [{"id": 1}], JSON, "", "batch"),
        ("/token", {"for": "guest"}, JSON, "", "a key for reading"),
        ("/token", "", FORM, "", "a key for reading"),
    ],
)
def test_a_listed_read_is_known_by_its_operation_and_size(
    path: str, body: object, media_type: str, name: str, operation: str
) -> None:
    headers = {"x_fb_friendly_name": name} if name else {}
    size = len(body if isinstance(body, str) else json.dumps(body))

    assert read(path, body, media_type, **headers) == Read(operation, size)


@pytest.mark.parametrize(
    ("path", "body", "media_type"),
    [
        ("/api/graphql", f"{NAMED}=SeenMutation", FORM),
        ("/api/graphql", f"{NAMED}=PageQuery&{NAMED}=SeenMutation", FORM),
        ("/api/graphql", f"{NAMED}=PageQuery&_method=PUT", FORM),
        ("/api/graphql", f"{NAMED}=ListQuery", FORM),
        ("/api/graphql", f"operationName=SeenMutation&{NAMED}=PageQuery", FORM),
        ("/api/graphql", "variables=%7B%7D", FORM),
        ("/api/graphql", f"{NAMED}", FORM),
        ("/api/graphql", b"\xff\xfe=1", FORM),
        ("/api/graphql", {NAMED: ["PageQuery"]}, JSON),
        ("/api/graphql", f"{NAMED}=PageQuery", "multipart/form-data; boundary=x"),
        ("/api/graphql", f"{NAMED}=PageQuery", "application/octet-stream"),
        ("/api/graphql", f"{NAMED}=PageQuery", ""),
        ("/api/graphql", f"{NAMED}=PageQuery&x={'y' * LARGEST_BODY}", FORM),
        ("/api/graphql/more", f"{NAMED}=PageQuery", FORM),
        ("/API/graphql", f"{NAMED}=PageQuery", FORM),
    ],
)
def test_a_form_that_leaves_a_doubt_is_no_read(path: str, body: object, media_type: str) -> None:
    assert read(path, body, media_type, x_fb_friendly_name="PageQuery") is None


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/gql", [{"operationName": "About"}, {"operationName": "Follow"}]),
        ("/gql", [{"operationName": "About"}, {"variables": {}}]),
        ("/gql", {"operationName": "About", "query": "mutation Follow { follow }"}),
        ("/gql", '{"operationName": "About", "operationName": "Follow"}'),
        ("/gql", '{"operationName": "Ab\\u006fut", "queryName": "Follow"}'),
        ("/gql", {"operationName": None}),
        ("/gql", {"operationName": "about"}),
        ("/gql", []),
        ("/gql", ["About"]),
        ("/gql", '"About"'),
        ("/gql", '{"operationName": "About"'),
        ("/gql", "[" * 30_000),
        ("/gql", [{"operationName": "About"}] * 101),
        ("/gql", ""),
        ("/gql_para", {"queryName": "AnswersQuery"}),
        ("/gql_para?q=AnswersQuery&q=SaveMutation", {}),
        ("/gql_para?q=AnswersQuery", {"queryName": "SaveMutation"}),
        ("/browse", {"context": {}}),
        ("/browse", [{"browseId": "UC1"}, {"subscribe": 1}]),
        ("/_/graphql", [{"query": "mutation Clap { clap }"}]),
        ("/_/graphql", '[{"query": "mut\\u0061tion Clap { clap }"}]'),
        ("/_/graphql", '[{"query": "query A { a }", "then": "MUTATION"}]'),
        ("/v1/users/more/batch", {}),
        ("/v1//batch", {}),
        ("/elsewhere", {"operationName": "About"}),
        ("/gql?operationName=About", {"operationName": "About"}),
        ("/gql?operationName=Follow", {"operationName": "About"}),
        ("/gql?_method=PUT", {"operationName": "About"}),
        ("/gql?" + "&".join(f"a{number}=" for number in range(200)), {"operationName": "About"}),
        ("/_/graphql?query=mutation%20Clap%20%7B%20clap%20%7D", [{"query": "query Page { name }"}]),
        ("/v1/..%2Fusers%2Fdelete%3F/batch", [{"id": 1}]),
    ],
)
def test_a_document_that_leaves_a_doubt_is_no_read(path: str, body: object) -> None:
    assert read(path, body) is None


def test_names_in_header_and_body_must_agree() -> None:
    body = f"{NAMED}=PageQuery"

    assert read("/api/graphql", body, FORM) is None
    assert read("/api/graphql", body, FORM, x_fb_friendly_name="ListQuery") is None
    assert read("/gql", {"operationName": "About"}, x_apollo_operation_name="Follow") is None
    assert read("/gql", {"operationName": "About"}, x_apollo_operation_name="About") is not None
    assert read("/gql", {"operationName": "About"}, x_http_method_override="DELETE") is None


def test_a_body_that_could_not_be_had_whole_is_no_read() -> None:
    for path in ("/gql", "/token"):
        assert read_of(READS, Posted(HOST + path, {"content-type": JSON}, None)) is None


@pytest.mark.parametrize(
    ("host", "fits"),
    [
        ("https://de.pictures.example", True),
        ("https://a.b.pictures.example", False),
        ("https://pictures.example", False),
        ("https://de.pictures.example.evil.test", False),
    ],
)
def test_a_star_in_a_host_stands_for_one_label(host: str, fits: bool) -> None:
    assert (read("/lang/gql", {"id": 1}, host=host) is not None) is fits
    assert may_read(READS, f"{host}/lang/gql") is fits


@pytest.mark.parametrize(
    ("url", "aside"),
    [
        (f"{HOST}/ajax/bz", True),
        (f"{HOST}/ajax/bz/more", True),
        (f"{HOST}/ajax", False),
        (f"{HOST}/api/ajax/bz", False),
        ("https://events.pictures.example/v2/track", True),
        (f"{HOST}/monitor/collect", True),
        (f"{HOST}/monitor/collect/more", False),
    ],
)
def test_what_never_brings_words_is_told_by_its_address(url: str, aside: bool) -> None:
    assert is_aside(READS, Posted(url, {}, b"")) is aside


@pytest.mark.parametrize(
    ("body", "aside"),
    [
        (f"{NAMED}=SeenMutation", True),
        (f"{NAMED}=ExperimentQuery", True),
        (f"{NAMED}=OtherQuery", False),
        (f"{NAMED}=SeenMutation&operationName=OtherQuery", False),
        (f"{NAMED}=SeenMutation&{NAMED}=OtherQuery", False),
        ("", False),
    ],
)
def test_what_never_brings_words_is_told_by_every_name_in_it(body: str, aside: bool) -> None:
    assert is_aside(READS, Posted(f"{HOST}/api/graphql", {"content-type": FORM}, body.encode())) is aside


@given(st.binary(max_size=300), st.sampled_from([FORM, JSON, TEXT]), st.sampled_from(["/gql", "/api/graphql"]))
def test_no_body_breaks_the_decision(body: bytes, media_type: str, path: str) -> None:
    found = read(path, body, media_type, x_fb_friendly_name="PageQuery")

    assert found is None or b"About" in body or b"Shell" in body or b"PageQuery" in body


@pytest.mark.parametrize(
    "wrong",
    [
        {"paths": ("/api",)},
        {"paths": ("/api",), "operations": ("A",)},
        {"paths": ("/api",), "named_in": "query"},
        {"paths": ("/api",), "operations": ("SeenMutation",), "named_in": "query"},
        {"paths": ("api",), "note": "reads"},
        {"paths": ("/api/v*",), "note": "reads"},
        {"paths": (), "note": "reads"},
        {"paths": ("/api",), "note": "reads", "host": "*"},
        {"paths": ("/api",), "note": "reads", "host": "*.example"},
        {"paths": ("/api",), "note": "reads", "host": "https://a.example"},
    ],
)
def test_a_platform_file_must_say_what_makes_it_a_read(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        listed(**wrong)
