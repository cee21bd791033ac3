"""Links that are a way to reach the person.

Finds: pages that list every account (linktr.ee and its kin), booking and contact pages, "send me a question"
pages.
Misses: links to news, shops, videos and organisations.
Why: one such page ties all your accounts together and often holds a number or an address.
Fix: remove it, or split it so that private accounts are not on it.
"""

from __future__ import annotations

from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers
from privacy_check.model import EntityType
from privacy_check.text.cues import late
from privacy_check.text.fold import Folded

FINDS = (("linktr.ee/kaishoots", "linktr.ee/kaishoots"), ("book: calendly.com/jane-d", "calendly.com/jane-d"))
MISSES = ("have your say at example.gov.uk/consult", "https://example.org/news/1234")

_CONTACT_PAGE = late(
    r"(?<![\w.@])(?:https?://)?(?:www\.)?(?:linktr\.ee|beacons\.ai|bio\.link|bio\.site|linkin\.bio|lnk\.bio"
    r"|campsite\.bio|allmylinks\.com"
    r"|solo\.to|carrd\.co|about\.me|flow\.page|hoo\.be|snipfeed\.co|stan\.store|taplink\.cc|tap\.bio"
    r"|linkpop\.com|direct\.me"
    r"|calendly\.com|cal\.com|contactout\.com|forms\.gle|ko-fi\.com|buymeacoffee\.com"
    r"|amazon\.co\.uk/hz/wishlist)/[\w./@-]{2,60}"
    r"|(?<![\w.@])(?:https?://)?[\w-]{2,40}\.(?:carrd\.co|bio\.link|start\.page|linktr\.ee)(?![\w])"
)


class Url(BaseDetector):
    """Links that are a way to reach the person."""

    name = "url"
    entity_types = (EntityType.URL,)
    triggers = Triggers(
        parts=(
            ".ee/",
            ".ai/",
            ".bio",
            "bio.",
            ".me/",
            ".page",
            ".co/",
            ".be/",
            ".cc/",
            "calendly",
            "cal.com",
            ".gle/",
            "ko-fi",
            ".store",
            "buymeacoffee",
            "wishlist",
            "allmylinks",
            "solo.to",
            "linkpop",
        )
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        for hit in _CONTACT_PAGE.finditer(folded.lower):
            yield Match(EntityType.URL, *hit.span(), 0.7, "a page that gathers ways to reach you", "PI-05")


DETECTOR = Url()
