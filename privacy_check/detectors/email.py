"""Email addresses, plain, spelled out, mirrored or scripted.

Finds: `name@host.tld`; "at" and "dot" in words, brackets or symbols; spoken and spelled addresses; addresses
written backwards or handed to a script; addresses broken by spaces or lines.
Misses: a name without its host ("same name at gmail"), @mentions, "meet at example dot to dot".
Why: an address is a direct way to you, the key to your other accounts, and often gives away your other names.
Fix: take it out, or use an alias made for this profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from privacy_check.detectors.base import BaseDetector, Match, Triggers, Whose
from privacy_check.model import EntityType
from privacy_check.text.cues import late
from privacy_check.text.disguised_mail import disguised
from privacy_check.text.fold import Folded
from privacy_check.text.not_mail import is_no_mailbox

FINDS = (
    ("mail jane.doe+news@example.co.uk please", "jane.doe+news@example.co.uk"),
    ("bookings dj_kai (at) example (dot) org", "dj_kai (at) example (dot) org"),
    ("jane underscore d at hotmail dot co dot uk", "jane underscore d at hotmail dot co dot uk"),
    ("jane&#64;example.org", "jane&#64;example.org"),
    ("gro.elpmaxe@enaj", "gro.elpmaxe@enaj"),
    ("j-a-n-e-@-e-x-a-m-p-l-e-.-o-r-g", "j-a-n-e-@-e-x-a-m-p-l-e-.-o-r-g"),
    ("obfuscate('example.org','jane')", "obfuscate('example.org','jane')"),
    ('jane.doe (followed by "@example.org")', 'jane.doe (followed by "@example.org"'),
    ("jane @ example . org", "jane @ example . org"),
    ("j a n e dot doe at the rate example dot c o dot u k", "j a n e dot doe at the rate example dot c o dot u k"),
    ("my email is jane doe 7 at g mail dot com", "doe 7 at g mail dot com"),
    ("jane (at symbol) example.org", "jane (at symbol) example.org"),
    ("office 12, jdoe at cs.example.edu", "jdoe at cs.example.edu"),
    ("j a n e @ e x a m p l e . o r g", "j a n e @ e x a m p l e . o r g"),
)
MISSES = (
    "meet at the dot to dot festival at 6, gmail down again",
    "thanks @jane_doe and @example",
    "have a look at example.org",
    "Apache Server at cs.example.edu Port 80",
    "slides of the lecture at cs.example.edu",
    "more info at example dot com",
    "'dot' is my nan and she's always 'at' bingo",
)

_LOCAL = late(r"(?<![\w.+%@-])\w[\w.+%'-]{0,63}\Z")
_HOST = late(r"(?:[a-z0-9\u00a1-\uffff](?:[\w-]{0,61}\w)?\.){1,6}[a-z\u00a1-\uffff]{2,24}(?![\w@])")
# Shared mailboxes belong to an organisation, whoever reads them.
_SHARED = late(
    r"(?:info|information|enquir(?:y|ies)|inquir(?:y|ies)|support|admin|office|no-?reply|do-?not-?reply|help"
    r"|helpdesk"
    r"|sales|press|media|team|customer\.?(?:services?|care)?|service|reception|bookings?|accounts|billing|hr|jobs"
    r"|careers|recruitment|membership|events?|news|newsletter|webmaster|postmaster|abuse|security|privacy|feedback"
    r"|complaints|donations?|volunteer(?:ing)?|council|letters|editor|tips)\Z"
)
# "Email-jane@example.org": what the address is called, not a part of it.
_MAIL_LABEL = late(r"(?:e-?mail|mail|contact|mailto|mailme)[-_'](?=\w)")
_PUBLIC_BODY = late(r"(?:gov|police|nhs|mod|parliament)(?:\.uk)?\Z")


class Email(BaseDetector):
    """Email addresses."""

    name = "email"
    entity_types = (EntityType.EMAIL,)
    triggers = Triggers(
        words=frozenset({"at", "dot", "arroba", "where", "obfuscate", "followed"}),
        parts=("@", "(a)", "[a]", "{a}", "<a>", "_at_", "-at-"),
    )

    def match(self, folded: Folded) -> Iterable[Match]:
        lower = folded.lower
        at = lower.find("@")
        while at >= 0:
            host = _HOST.match(lower, at + 1)
            local = _LOCAL.search(lower, max(0, at - 65), at) if host else None
            if host and local and not is_no_mailbox(lower, local.group(), host.start(), host.end()):
                begin = (
                    local.start() + len(label[0]) if (label := _MAIL_LABEL.match(local.group())) else local.start()
                )
                yield _plain(begin, host.end(), lower[begin:at], host.group())
            at = lower.find("@", at + 1)
        for start, end, sure in disguised(folded):
            yield Match(EntityType.EMAIL, start, end, sure, "an email address in disguise", "PI-04")


def _plain(start: int, end: int, local: str, host: str) -> Match:
    shared = _SHARED.match(local) or (_PUBLIC_BODY.search(host) and not re.search(r"[a-z][._][a-z]", local))
    return Match(
        EntityType.EMAIL,
        start,
        end,
        0.4 if shared else 0.95,
        "a shared mailbox" if shared else "an email address",
        "PI-04",
        Whose.BUSINESS if shared else Whose.WRITER,
    )


DETECTOR = Email()
