"""The rules of a platform file: one field from one place of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from privacy_check.model import Field
from scanners.extract.counts import count
from scanners.extract.fields import COUNTS, MANY, field, words_of
from scanners.extract.graph import types_of
from scanners.extract.links import unwrap, whole
from scanners.extract.microformats import card_property
from scanners.extract.names import is_name, tidy_name
from scanners.extract.opengraph import bio_of
from scanners.extract.page import Page, node_words, text_after
from scanners.extract.shapes import _address, _moment, text_of
from scanners.extract.target import Target
from scanners.extract.walk import Found, follow
from scanners.platforms.schema import FieldRule

_ADDRESSES = ("website", "links", "avatar")


def read_rules(page: Page, target: Target) -> list[Field]:
    """Fields by the platform's rules; the first rule of a field that answers wins."""
    if target.platform is None:
        return []
    found: list[Field] = []
    for name, rules in target.platform.fields.items():
        for rule in rules:
            values = [value for raw in _raw(rule, page, target) if (value := tidy(name, raw, rule, page))]
            if name == "display_name" and rule.source == "css":
                values = [value for value in values if is_name(value)]  # a notice may stand in the name's place
            made = [
                field(name, value, _source(rule), rule.confidence, _drawn(name, value, rule, page))
                for value in dict.fromkeys(values)
            ]
            kept = [item for item in made if item]
            if kept:
                found.extend(kept if rule.many or name in MANY else kept[:1])
                break
    return found


def _drawn(name: str, value: str, rule: FieldRule, page: Page) -> bool:
    return rule.source not in ("json", "jsonld") or page.shows(name, value)


def _source(rule: FieldRule) -> str:
    return {"jsonld": "JSON-LD", "meta": rule.at, "json": "page data", "css": "visible text", "title": "title",
            "url": "address", "microformat": "h-card"}[rule.source]  # fmt: skip


def _raw(rule: FieldRule, page: Page, target: Target) -> Iterator[Any]:
    if rule.source == "meta":
        yield from (words_of(text) for text in page.metas.get(rule.at.casefold(), ()))
    elif rule.source == "title":
        yield page.title
    elif rule.source == "url":
        yield unquote(target.url)
    elif rule.source == "microformat":
        yield card_property(page, target, rule.at)
    elif rule.source == "css":
        yield from _css(rule, page)
    else:
        found = page.linked_objects if rule.source == "jsonld" else page.objects
        yield from values_in(found, rule.at, rule.owner, target, jsonld=rule.source == "jsonld")


def values_in(
    found: list[Found], path: str, owner: str, target: Target, empty: bool = False, jsonld: bool = False
) -> Iterator[Any]:
    """Values at the end of a dotted path that may start at any depth, nearest to the root first."""
    for value, _ in held_values(found, path, owner, target, empty, jsonld):
        yield value


def held_values(
    found: list[Found], path: str, owner: str, target: Target, empty: bool = False, jsonld: bool = False
) -> Iterator[tuple[Any, dict[str, Any]]]:
    """`values_in`, each with the object that holds the last key of the path."""
    parts = tuple(path.split("."))
    wanted_type = ""
    if parts[0][:1].isupper() and len(parts) > 1 and jsonld:
        wanted_type, parts = parts[0].casefold(), parts[1:]
    for item in found:
        if parts[0] != "*" and parts[0] not in item.object:
            continue
        if wanted_type and wanted_type not in types_of(item.object):
            continue
        for value, holder in follow(item.object, parts):
            if owner and not target.is_me((holder or item.object).get(owner)):
                continue
            if empty or value not in (None, "", [], {}):
                yield value, holder or item.object


def _css(rule: FieldRule, page: Page) -> Iterator[str]:
    try:
        nodes = page.tree.css(rule.at)[:200]
    except ValueError:
        return
    for node in nodes:
        if rule.attr == "tail":
            yield text_after(node)
        elif rule.attr:
            text = node.attributes.get(rule.attr) or ""
            if text:
                yield page.absolute(text) if rule.attr in ("href", "src") and not rule.take else text
        else:
            yield node_words(node)


def tidy(name: str, raw: Any, rule: FieldRule, page: Page) -> str:
    """One raw value as the words of a field; empty when it says nothing."""
    if name in _ADDRESSES:
        text = _address(raw)
    elif name == "joined":
        text = _moment(raw) or text_of(raw)
    else:
        text = text_of(raw)
    if rule.take:
        match = re.search(rule.take, text, re.DOTALL)
        text = next((group for group in match.groups() if group), "") if match and match.groups() else ""
    text = text.strip()
    if name == "bio" and rule.source == "meta":
        text = bio_of(text)
    if not text:
        return ""
    if name == "friends" and not text[:1].isdigit():
        # A shown list is carried name by name, beside the plain count.
        name_line = text.partition("\n")[0].strip()
        return name_line if is_name(name_line) and len(name_line) <= 80 else ""
    if name in COUNTS:
        number = count(text)
        return "" if number is None else str(number)
    if name in ("website", "links"):
        return unwrap(whole(text))
    if name == "avatar":
        return page.absolute(text)
    if name == "handle":
        return text.lstrip("@").split()[0] if text.lstrip("@").split() else ""
    if name == "display_name":
        text = tidy_name(text)
        return (
            text
            if is_name(text) or (rule.source in ("json", "css", "jsonld") and not text.startswith("@"))
            else ""
        )
    return text
