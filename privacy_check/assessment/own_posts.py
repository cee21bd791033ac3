"""Which of the person's own posts a finding stands in: a list to be opened, and taken down, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from privacy_check.model import Finding, Post, ProfileView

MOST = 200
"""Posts named for one finding."""


@dataclass(frozen=True, slots=True)
class OwnPost:
    """One post a finding stands in; `item` counts the posts of the account from 0."""

    item: int
    post: Post


def views_by_account(views: Iterable[ProfileView]) -> Mapping[str, ProfileView]:
    """The views whose posts are known one by one, by the key of their account."""
    return {view.account.key: view for view in views if view.posts}


def posts_of(finding: Finding, views: Mapping[str, ProfileView]) -> tuple[OwnPost, ...]:
    """The post the finding was read in, then every other one of the account that holds the same words."""
    view = views.get(finding.account.key) if finding.account else None
    if finding.field != "posts" or view is None:
        return ()
    return tuple(one for one, _ in zip(_holding(finding, view), range(MOST), strict=False))


def _holding(finding: Finding, view: ProfileView) -> Iterator[OwnPost]:
    value = finding.value.reveal().casefold().strip()
    first = finding.item if finding.item < len(view.posts) else -1
    if first >= 0 and value and _holds(view.posts[first], value):
        yield OwnPost(first, view.posts[first])
    elif first < 0 or not value:
        return
    for item, post in enumerate(view.posts):
        if item != first and _holds(post, value):
            yield OwnPost(item, post)


def _holds(post: Post, value: str) -> bool:
    return value in post.text.casefold() or value in post.place.casefold()
