"""Which page a profile's links lead to: the other profile, or somewhere both of them lead."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from privacy_check.lookalikes.profile import Profile

_OTHER_HOSTS = {
    "x": ("twitter",),
    "twitter": ("x",),
    "facebook": ("fb",),
    "youtube": ("youtu",),
    "bluesky": ("bsky",),
}


def named_in(page: Profile, other: Profile) -> bool:
    """True when a link of `page` leads to the other profile: its platform's host and its handle."""
    if not other.handle or not other.platform:
        return False
    handle = other.handle.casefold()
    hosts = (other.platform, *_OTHER_HOSTS.get(other.platform, ()))
    for link in page.links:
        host, path = _taken_apart(link)
        labels = host.split(".")
        steps = [step.lstrip("@").casefold() for step in path.split("/") if step]
        if handle in (*steps, labels[0]) and (host in hosts or any(label in hosts for label in labels)):
            return True
    return False


def name_one_another(me: Profile, other: Profile) -> bool:
    """True when each of the two pages leads to the other."""
    return named_in(me, other) and named_in(other, me)


def shared_links(me: Profile, other: Profile) -> set[str]:
    """Where both lead, each as host and path."""
    mine, theirs = ({"/".join(_taken_apart(link)) for link in page.links} for page in (me, other))
    return {link for link in mine & theirs if link.strip("/")}


def _taken_apart(link: str) -> tuple[str, str]:
    text = link.strip()
    try:
        parts = urlsplit(text if "//" in text else f"//{text}")
        host = parts.netloc.rpartition("@")[2].casefold().removeprefix("www.").removeprefix("m.")
    except ValueError:
        return "", ""
    return host, unquote(parts.path).strip("/").casefold()
