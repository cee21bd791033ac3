"""What data says of an account: that nobody is there, that something kept it from answering, or neither."""

from __future__ import annotations

import json
from typing import Any

import pytest

from scanners.answers import worth
from scanners.telling import about_the_visitor, embedded

NOBODY: list[Any] = [
    {"member": None},
    {"found": False},
    {"data": {"user": None}},
    {"results": [], "total": 0},
    [],
    {"error": "User not found"},
    {"success": False, "message": "No such user"},
    {"data": {"user": {"__typename": "UserUnavailable", "reason": "Suspended"}}},
    {"account": {"handle": "wren", "suspended": True}},
    {"status": "ok", "member": None, "request_id": "c0ffee"},
]
CLOSED: list[Any] = [
    {"private": True, "name": "Wren"},
    {"member": {"visibility": "followers only"}},
    {"public": False},
]
SOMETHING: list[Any] = [
    {"name": "Wren", "bio": "A private chef", "items": []},
    {"theme": "dark", "next": None},
    {"ready": False},
    {"viewer": {"user": None}},
    {"flags": {"users": []}, "build": "9c2"},
    {"member": None, "reason": "members"},
    {"data": {"member": {"nick": "Wren", "posts": {"items": [], "total": 0}}}},
    {"errors": {"none": "User not found", "slow": "Please wait"}, "title": "Circle"},
]
TROUBLE: list[Any] = [
    {"message": "Too many requests", "retry_after": 30},
    {"code": 0, "msg": "please log in first", "data": None},
    {"login_required": True, "member": None},
    {"status": "throttled", "member": None},
    {"result": "error", "member": None},
    {"success": 0, "member": None},
    {"ok": "false", "member": None},
    {"code": -101, "data": None},
    {"blocked_region": True, "member": None},
    {"challenge": "captcha", "member": None},
    {},
]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *((value, "nobody") for value in NOBODY),
        *((value, "closed") for value in CLOSED),
        *((value, "words") for value in SOMETHING),
        *((value, "nothing") for value in TROUBLE),
    ],
)
def test_an_answer_is_told_by_what_it_says(value: Any, expected: str) -> None:
    assert worth(json.dumps(value).encode(), "application/json", "") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("No such user", "nobody"), ("Too many requests", "nothing"), ("Wren sews kites", "words"), ("", "nothing")],
)
def test_an_answer_in_plain_words_too(text: str, expected: str) -> None:
    assert worth(text.encode(), "text/plain", "") == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<script>window.held = {"member": null}</script>', True),
        ('<script type="application/json">{"page": "/404", "query": {}}</script>', True),
        ('<script>self.push([1, {"profile": {"state": "suspended"}}])</script>', True),
        ('<script>window.settings = {"session": {"user": null}, "items": []}</script>', False),
        ('<script>let held = {"member": {"name": "Wren"}}; if (held) go({a: [1]})</script>', False),
        ('<script>window.settings = {"user": null, "locale": "en"}</script>', False),
        ('<script>window.words = {"message": "Profile deleted"}</script>', False),
        ('<script id="__NEXT_DATA__">{"props": {"pageProps": {"user": null}}}</script>', True),
        ("<script>" + "={" * 50_000 + "</script>", False),
        ("no script at all", False),
    ],
)
def test_data_in_a_page_too(page: str, expected: bool) -> None:
    assert embedded(page).nobody is expected


def test_who_looks_is_another_question() -> None:
    assert about_the_visitor("https://circle.example.org/api/session")
    assert not about_the_visitor("https://circle.example.org/api/members/wren")
