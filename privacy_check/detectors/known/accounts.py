"""Told email addresses and handles, in the forms people give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from privacy_check.detectors.known.base import Check, Form, plain, twins
from privacy_check.model import EntityType
from privacy_check.text.fold import Folded
from privacy_check.text.sayings import listed
from privacy_check.text.vocabulary import first_names

EMAIL = "your email address"
HANDLE = "your handle"

# The whole address stands on both sides, so nearly anything may stand for its signs.
_AT = r"[\W_]{0,4}(?:@|at|\ba\b|at[ -](?:sign|symbol)|arroba)?[\W_]{0,4}"
_DOT = r"[\W_]{0,4}(?:\.|dot|d0t|point|period|full ?stop)?[\W_]{0,4}"
_SIGNS = {
    ".": _DOT,
    "_": r"[\s([{*<-]{0,3}(?:_|under ?score)[\s)\]}*>-]{0,3}",
    "-": r"[\s([{*<]{0,3}(?:-|dash|hyphen|minus)[\s)\]}*>]{0,3}",
    "+": r"[\s([{*<]{0,3}(?:\+|plus)[\s)\]}*>]{0,3}",
}
_SPOKEN_SIGNS = {
    ".": r"(?:\s?[([{*<]?\s?\.\s?[)\]}*>]?\s?|\s{0,2}[([{*<]?dot[)\]}*>]?\s{0,2})",
    "_": r"(?:_|\s{0,2}[([{*<]?under ?score[)\]}*>]?\s{0,2})",
    "-": r"(?:-|\s{0,2}[([{*<]?(?:dash|hyphen)[)\]}*>]?\s{0,2})",
    "+": r"(?:\+|\s{0,2}plus\s{0,2})",
}
_SHARED = listed("known_accounts.shared")
_MAIL = re.compile(
    r"(?<![a-z])(?:e-?mail\w*|mail|inbox|address|before the (?:at|@)|first (?:bit|half|part)|@)(?![a-z])"
)
_ENDS_WITH_AT = re.compile(r"\s?@(?!\w)|\s?(?:\(at\)|\[at\])")


def email_forms(address: str, handles: Sequence[str] = ()) -> Iterator[Form]:
    """Exact, tagged, disguised, the part before the @ alone, the address without its ending, and a work domain
    alone.
    """
    local, _, domain = plain(address).strip().partition("@")
    if not local or "." not in domain:
        return
    name, _, ending = domain.partition(".")
    host = _spelled(name, _SIGNS) + r"(?:" + _DOT + _spelled(ending, _SIGNS) + r")(?![\w-])"
    tag = r"(?:(?:\+|\s?plus\s?)[\w.-]{1,30})?"
    yield _mail(rf"(?<![\w.+-]){_spelled(local, _SIGNS)}{tag}{_AT}{host}", (name,), "an address you told us")
    spaced, spaced_host = (r"[\s.]?".join(map(re.escape, re.sub(r"[._+-]", "", side))) for side in (local, domain))
    yield _mail(
        rf"(?<![\w.+-]){spaced}{_AT}{spaced_host}(?![\w-])", (" ".join(local[:2]),), "an address you told us"
    )
    yield _mail(
        rf"(?<!\w){twins(local)}{_AT}{twins(name)}{_DOT}{twins(ending)}(?!\w)",
        ("@",),
        "an address you told us",
        0.9,
    )
    yield _mail(
        rf"(?<!\w){re.escape(f'{local}@{domain}'[::-1])}(?!\w)", (name[::-1],), "an address you told us", 0.85
    )
    # "Rose at example" needs its brackets; "rose.lacey at example" does not.
    at = r"[\s([{<*]{1,2}at[\s)\]}>*]{1,2}" if re.search(r"[\W\d_]", local) else r"\s?[([{<*]at[)\]}>*]\s?"
    yield _mail(
        rf"(?<![\w.+-]){_spelled(local, _SPOKEN_SIGNS)}{tag}(?:\s?@\s?|{at}){re.escape(name)}(?![\w.-])",
        (name,),
        "an address you told us",
        0.85,
    )
    yield from _local_alone(local, handles)
    yield _mail(_MASKED, (), "part of an address you told us", 0.7, _masked(local, domain))
    if domain not in _SHARED:
        yield _mail(
            rf"(?<![\w.+-])@{re.escape(domain)}(?![\w-])", ("@" + domain,), "where your email address is", 0.7
        )


_MASKED = (
    r"(?<![\w.@*•…-])(?=[\w.*•…@-]{0,60}?(?:[*•…]|\.\.))"
    r"[a-z][a-z0-9._-]{0,40}?(?:[*•…]{1,20}|\.{2,20})?[a-z0-9._-]{0,30}"
    r"(?:@(?:[a-z0-9.-]{0,30}?(?:[*•…]{1,20}|\.{2,20}))?[a-z.]{0,30})"
)


def _masked(local: str, domain: str) -> Check:
    """Every sign that is shown stands where it stands in the address, on both sides of the @."""

    def check(folded: Folded, start: int, end: int) -> bool:
        left, _, right = folded.lower[start:end].partition("@")
        return _fits(left, local, 1) and (not right or _fits(right, domain, 1)) and len(left) > 1

    return check


def _fits(shown: str, told: str, least: int) -> bool:
    first, *rest = re.split(r"[*•…]+|\.{2,}", shown)
    if not rest:
        return shown == told
    return len(first) >= least and told.startswith(first) and told.endswith(rest[-1]) and len(first) < len(told)


def _local_alone(local: str, handles: Sequence[str]) -> Iterator[Form]:
    bare = _bare(local)
    if len(bare) < 3 or bare in {_bare(plain(handle)) for handle in handles}:
        return
    telling = (bool(re.search(r"[\W\d_]", local)) and len(local) >= 6) or len(local) >= 8
    check = None if telling and bare not in first_names() else _as_mail
    spelled = _spelled(local, _SPOKEN_SIGNS)
    yield _mail(
        rf"(?<![\w.@+#-])(?<![a-z] \. ){spelled}(?:@(?!\w)|(?![\w@+-]|\.\w|\s?\.\s\w))",
        (re.split(r"[^a-z0-9]", local)[0],),
        "the first half of an address you told us",
        0.75,
        check,
    )


def _as_mail(folded: Folded, start: int, end: int) -> bool:
    lower = folded.lower
    return (
        bool(_ENDS_WITH_AT.match(lower, end))
        or lower[end - 1] == "@"
        or bool(_MAIL.search(lower, max(0, start - 40), start) or _MAIL.search(lower, end, end + 40))
    )


def _mail(
    pattern: str, needles: tuple[str, ...], why: str, confidence: float = 0.95, check: Check | None = None
) -> Form:
    return Form(re.compile(pattern), needles, EntityType.EMAIL, "PI-04", EMAIL, why, confidence, check)


def _spelled(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(part, re.escape(part)) for part in re.split(r"([._+-])", text))


def _bare(name: str) -> str:
    return re.sub(r"[\W_]", "", name)


_HOSTS = (
    r"(?:bsky|tumblr|substack|wordpress|blogspot|etsy|carrd|github|wixsite|bandcamp|deviantart|itch|medium|linktr)"
)
_ACCOUNT = re.compile(
    r"(?:@|\binsta\w*|\big\b|tik ?tok|twitter|\bx\b|\bsnap\w*|discord|steam|\bpsn\b|\bxbox|reddit"
    "|etsy|ebay|vinted|depop|strava|twitch|youtube|threads|bluesky|mastodon|ravelry|letterboxd"
    r"|goodreads|pinterest|telegram|facebook|\bfb\b|linkedin|handle|username|user ?name|add me"
    r"|find me|follow|\bu/|\.com/)"
)


def handle_forms(handle: str) -> Iterator[Form]:
    """The handle in any case, with signs added, dropped, said in words, or figures for letters."""
    told = plain(handle).lstrip("@").strip()
    bare = _bare(told)
    if len(bare) < 3:
        return
    if len(bare) < 6:
        exact = "".join("[._-]" if letter in "._-" else re.escape(letter) for letter in told)
        check = None if re.search(r"[\d._-]", told) else _written_as_account
        yield _account(rf"(?<![\w.@-])@?{exact}(?![\w-]|\.\w)", (re.split(r"[._-]", told)[0],), check)
        return
    edge = rf"(?![\w-]|\.(?!{_HOSTS}\.)\w)"
    # However many signs are put in, some three letters stay together.
    needles = tuple(dict.fromkeys((bare[:3], bare[len(bare) // 2 - 1 :][:3], bare[-3:])))
    loose = r"[._-]{0,2}".join(map(re.escape, bare))
    said = r"(?:[._-]{0,2}|\s?[\[({<*]?\s?(?:under ?score|dot|dash|hyphen)\s?[\])}>*]?\s?)"
    spoken = said.join(r"[._-]?".join(map(re.escape, part)) for part in re.split(r"[._-]+", told) if part)
    check = None if re.search(r"[\d._-]", told) or len(bare) >= 8 else _written_as_account
    stem = re.sub(r"[\W_]*\d+$", "", told)
    if len(stem) > 7 and stem != told:
        yield _account(rf"(?<![\w.@-])@?{re.escape(stem)}{edge}", (stem[:3],), None)
    yield _account(rf"(?<![\w.@-])@?[._]{{0,2}}(?:{loose}|{spoken})[._]{{0,2}}{edge}", needles, check)
    spaced = r"[ ._-]?".join(map(re.escape, bare))
    yield _account(rf"(?<![\w.@-]){spaced}(?![\w-])", needles, _spaced_as_account)


def _account(pattern: str, needles: tuple[str, ...], check: Check | None) -> Form:
    return Form(
        re.compile(pattern), needles, EntityType.HANDLE, "PI-05", HANDLE, "a handle you told us", 0.9, check
    )


def _spaced_as_account(folded: Folded, start: int, end: int) -> bool:
    said = folded.text[start:end]
    return 0 < said.count(" ") <= 3 and _written_as_account(folded, start, end)


def _written_as_account(folded: Folded, start: int, end: int) -> bool:
    """A short handle of letters only needs an @ or the name of a site near it."""
    return bool(_ACCOUNT.search(folded.lower, max(0, start - 30), min(len(folded.lower), end + 30)))
