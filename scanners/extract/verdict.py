"""What a page comes to, judged from dated signs: walls first, and nothing said without positive evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from urllib.parse import urlsplit

from privacy_check import catalogue
from privacy_check.model import Outcome, PageKind
from privacy_check.sentences import say
from scanners.extract.absence import (
    doubtful,
    for_now,
    instead,
    is_owners_word,
    server_words,
    why_not_believed,
    without_hidden,
)
from scanners.extract.covering import covering
from scanners.extract.data import table
from scanners.extract.evidence import ENOUGH, STRONG, Weight, weigh
from scanners.extract.other_pages import seen, what_it_is
from scanners.extract.page import Page
from scanners.extract.read_page import ReadPage
from scanners.extract.sentences import said
from scanners.extract.signs import Look, Scene, is_there, json_words, pattern, special
from scanners.extract.target import Target
from scanners.platforms.schema import Marker
from scanners.wall_order import WALLS

_LOGIN_ADDRESS = re.compile(
    r"/(?:log-?in|sign-?in|sign_in|signup|sign-up|authwall|auth|oauth2?|sso|uas/login|session/new|users/sign_in|accounts/login"
    r"|i/flow/login|login_required|checkpoint|passport|register|join)(?:[/?#.]|$)",
    re.IGNORECASE,
)
_SIGN_IN_FORM = (
    "form[action*=login i],form[action*=signin i],form[action*=sign_in i],form[action*='/session' i],"
    "input[type=password],input[autocomplete~=username i],input[name=identifier]"
)
MAX_NOTICE = 120
PLAIN = 99  # no weight: a private account still shows its name and its numbers
_HEDGED = re.compile(
    r"\b(?:may|might|could|maybe|perhaps|if|peut|kann|k[oö]nnte|puede|pode|может|возможно)\b", re.IGNORECASE
)
_LOGIN_HOST = re.compile(
    r"^(?:log-?in|logon|sign-?in|accounts?|passport|o?auth\d?|sso|idp?|identity|appleid)\.", re.IGNORECASE
)
_ERROR_KEYS = frozenset(
    (
        "error", "errors", "message", "detail", "details", "status", "code",
        "title", "msg", "statuscode", "err", "reason", "errormessage",
        "error_description", "errordescription", "errorcode", "errortype",
        "description", "desc", "errmsg", "statusmsg",
    )
)  # fmt: skip
_ABSENT = re.compile(
    r"^404$|not.?found|does ?n.t exist|does not exist|no such|unknown user|could ?n.?t.?find|could not find"
    r"|invalid (?:user|actor)|no user|bad list value|introuvable|nicht gefunden|не найден|不存在|見つかりません",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class OutcomeReading:
    """An outcome, the plain sentences that led to it, what the page is, and the page as it was read.

    `documented` is True where an absence is told in the very words the platform is known to say it in.
    """

    outcome: Outcome
    evidence: tuple[str, ...]
    kind: PageKind = PageKind.PROFILE
    documented: bool = False
    read: ReadPage | None = field(default=None, compare=False, repr=False)


@cache
def general_markers() -> Mapping[str, tuple[Marker, ...]]:
    """Signs that hold on any site, by outcome."""
    return {name: tuple(Marker.model_validate(row) for row in rows) for name, rows in table("outcomes").items()}


def judge(read: ReadPage, look: Look | None = None) -> OutcomeReading:
    """What a page shows. Walls, errors and contradictions are inconclusive; a saved page needs no status."""
    return replace(_judged(read, look or Look()), read=read)


def _judged(read: ReadPage, look: Look) -> OutcomeReading:
    scene = Scene(read.page, read.target, read.addressed, look)
    if not scene.page.source.strip():
        return _empty(scene)
    weight = weigh(scene, read.found)
    told = _told(scene, weight)
    if not told.outcome.absent:
        return told
    if not _is_on_screen(told, scene):
        # A page may hold its words for missing accounts ready, unseen, whatever it shows.
        told = _told(scene, weight, absences=False)
    if not told.outcome.absent:
        return told
    if not doubtful(look):
        return replace(told, documented=special(told.outcome.lower(), scene) is not None)
    return _by_server(scene) or _doubted(told, _told(scene, weight, absences=False), look)


def _is_on_screen(told: OutcomeReading, scene: Scene) -> bool:
    """True when the absence is still told without the parts of the page that nobody sees."""
    if scene.page.is_json or (scene.look.status or 200) >= 300:
        return True
    source = scene.page.source
    seen = without_hidden(source)
    if seen == source:
        return True
    read = ReadPage(Page(seen, scene.page.url), scene.target)
    shown = Scene(read.page, scene.target, scene.addressed, scene.look)
    return _told(shown, weigh(shown, read.found)).outcome is told.outcome


def _told(scene: Scene, weight: Weight, absences: bool = True) -> OutcomeReading:
    """What the page tells; without `absences` as if it had written nothing of missing or closed accounts."""
    for step in (_broken, _refused, _walls):
        if reading := step(scene, weight):
            return replace(reading, kind=scene.addressed or PageKind.PROFILE)
    gone = (_gone(scene, weight) if absences else None) or _covered(scene, weight)
    if gone and scene.addressed in (None, PageKind.PROFILE):
        return gone
    kind = what_it_is(scene, weight)
    if kind is PageKind.PROFILE:
        return (_closed(scene, weight) if absences else None) or _shown(scene, weight)
    if gone and not gone.outcome.seen:
        # What became of a post or a group says nothing of the person's profile.
        outcome = Outcome.ERROR if gone.outcome.conclusive else gone.outcome
        return OutcomeReading(outcome, (catalogue.words("page_kind", kind), *gone.evidence), kind)
    outcome, evidence = seen(scene, weight, kind)
    return OutcomeReading(outcome, evidence, kind)


def _by_server(scene: Scene) -> OutcomeReading | None:
    """The absence as the server itself told it, before any script ran; None when it did not."""
    served = scene.look.served
    if served is None:
        return None
    page = Page(server_words(served) if served.strip() else "", scene.page.url)
    look = Look(scene.look.status, scene.look.final_url, scene.look.redirects, scene.look.headers)
    reading = _judged(ReadPage(page, scene.target), look)
    return reading if reading.outcome.absent else None


def _doubted(doubted: OutcomeReading, rest: OutcomeReading, look: Look) -> OutcomeReading:
    """What is told in place of an absence that cannot be believed: what else the page shows, or nothing."""
    why = why_not_believed(doubted.outcome, look)
    if rest.outcome.seen:
        return replace(rest, outcome=Outcome.PARTIAL, evidence=(*why, *rest.evidence))
    return OutcomeReading(instead(look), why, rest.kind)


def _empty(scene: Scene) -> OutcomeReading:
    """Nothing was sent: only the way there and the status can tell."""
    unseen = Weight(0, (), drawn=False, named=False, addressed=False)
    return _walls(scene, unseen) or _by_status(scene) or OutcomeReading(Outcome.ERROR, (say("looking.why.empty"),))


def _by_status(scene: Scene) -> OutcomeReading | None:
    status = scene.look.status
    if status is None or status < 300:
        return None
    answered = say("looking.why.status", status=status)
    retry = any(name.casefold() == "retry-after" for name in scene.look.headers)
    if status == 429 or (retry and status in (403, 503)):
        return OutcomeReading(Outcome.RATE_LIMITED, (answered,))
    if status in (404, 410):
        return OutcomeReading(Outcome.NOT_FOUND, (answered,))
    if status == 999:
        return OutcomeReading(Outcome.CHALLENGE, (answered,))
    if status == 401:
        return OutcomeReading(Outcome.LOGIN_WALL, (answered,))
    if status in (403, 405, 406, 418, 451):
        return OutcomeReading(Outcome.BLOCKED, (answered,))
    return OutcomeReading(Outcome.ERROR, (answered,))


def _broken(scene: Scene, weight: Weight) -> OutcomeReading | None:
    """Pages of a browser or a server that failed."""
    if special("not_found", scene) or special("suspended", scene):
        return None
    if sign := _general("error", scene, weight):
        return OutcomeReading(Outcome.ERROR, (said(Outcome.ERROR, sign),))
    return None


def _refused(scene: Scene, weight: Weight) -> OutcomeReading | None:
    """A 202 with next to nothing is how some firewalls send their script."""
    if (
        scene.look.status == 202
        and len(scene.page.words) < 200
        and weight.points < ENOUGH
        and not scene.page.is_json
    ):
        return OutcomeReading(Outcome.CHALLENGE, (say("looking.why.empty_page"),))
    return None


def _walls(scene: Scene, weight: Weight) -> OutcomeReading | None:
    for name, outcome in WALLS:
        sign = special(name, scene) or _general(name, scene, weight)
        if sign is None:
            continue
        words = said(outcome, sign)
        if _outweighed(sign, weight) and not _beyond_doubt(sign, scene):
            return OutcomeReading(Outcome.PARTIAL, (words, say("looking.why.still_there"), *weight.words))
        return OutcomeReading(outcome, (words,))
    return _login(scene, weight)


def _outweighed(sign: Marker, weight: Weight) -> bool:
    """True when the page shows too much of a profile for the sign; words in its code weigh little."""
    hidden = sign.kind in ("body", "script")
    return weight.named and weight.points >= (ENOUGH if hidden else STRONG)


def _beyond_doubt(sign: Marker, scene: Scene) -> bool:
    """A refusal by status, or a move to another address, is never the profile itself."""
    return sign.kind in ("status", "final_url", "redirect") and scene.look.status != 200


def _login(scene: Scene, weight: Weight) -> OutcomeReading | None:
    """A move to a login address, or a password form with no profile around it."""
    if _sent_to_sign_in(scene.look.final_url, scene.target):
        return OutcomeReading(Outcome.LOGIN_WALL, (say("looking.why.sign_in_address"),))
    if scene.page.tree.css_first("input[type=password]") is None or scene.look.status in (404, 410):
        return None
    gone = any(_general(name, scene, weight) for name in ("not_found", "suspended"))
    needed = ENOUGH if weight.addressed else STRONG
    if weight.points < needed and not gone:
        return OutcomeReading(Outcome.LOGIN_WALL, (say("looking.why.password"),))
    return None


def _sent_to_sign_in(final: str, target: Target) -> bool:
    """True when the look ended at an address for signing in that was not the one asked for."""
    try:
        path, host = urlsplit(final).path, urlsplit(final).hostname or ""
        own_path, own_host = urlsplit(target.url).path, urlsplit(target.url).hostname or ""
    except ValueError:
        return False
    if not host or (path.rstrip("/"), host) == (own_path.rstrip("/"), own_host):
        return False
    if _LOGIN_ADDRESS.search(path) and not _LOGIN_ADDRESS.search(own_path):
        return True
    return bool(_LOGIN_HOST.match(host)) and host != own_host and not target.points_here(final)


def _gone(scene: Scene, weight: Weight) -> OutcomeReading | None:
    status = scene.look.status
    if status is not None and status >= 400:
        reading = _by_status(scene)
        if reading and weight.points >= STRONG and weight.named:
            outcome = Outcome.PARTIAL if weight.drawn else Outcome.ERROR
            return OutcomeReading(outcome, (*reading.evidence, say("looking.why.yet_a_profile"), *weight.words))
        # Some public interfaces answer 400 for a missing or suspended account: then their own words decide.
        own = special("suspended", scene) or special("not_found", scene)
        unclear = reading is not None and reading.outcome is Outcome.ERROR and status < 500 and own is not None
        if reading and not unclear and (reading.outcome is not Outcome.NOT_FOUND or not _suspended(scene, weight)):
            return reading
    suspended = _suspended(scene, weight)
    if suspended and not (suspended.kind in ("body", "script") and _outweighed(suspended, weight)):
        return OutcomeReading(Outcome.SUSPENDED, (said(Outcome.SUSPENDED, suspended),))
    sign = (
        special("not_found", scene)
        or _general("not_found", scene, weight)
        or _notice("not_found", scene, weight)
        or _json_error(scene, weight)
    )
    if sign is None or (sign.kind == "text" and weight.points < ENOUGH and _asks_to_sign_in(scene)):
        return None
    words = said(Outcome.NOT_FOUND, sign)
    if sign.kind not in ("status", "json") and special("not_found", scene) is not sign and for_now(scene):
        return OutcomeReading(Outcome.ERROR, (words, say("looking.why.for_now")))
    if _outweighed(sign, weight):
        return OutcomeReading(Outcome.PARTIAL, (words, say("looking.why.yet_a_profile"), *weight.words))
    return OutcomeReading(Outcome.NOT_FOUND, (words,))


def _covered(scene: Scene, weight: Weight) -> OutcomeReading | None:
    """A question about cookies that leaves nothing else to see; over a profile it is a banner."""
    if (weight.named and weight.points >= ENOUGH and weight.drawn) or _closed(scene, weight):
        return None
    sign = covering(general_markers()["consent_cover"], scene)
    if sign is None:
        return None
    words = said(Outcome.CONSENT_WALL, sign)
    if weight.named and weight.points >= ENOUGH:
        return OutcomeReading(Outcome.PARTIAL, (words, say("looking.why.only_header"), *weight.words))
    return OutcomeReading(Outcome.CONSENT_WALL, (words,))


def _asks_to_sign_in(scene: Scene) -> bool:
    """True for a form that signs in: such pages keep words on unknown accounts for their own answers."""
    return scene.page.tree.css_first(_SIGN_IN_FORM) is not None


def _suspended(scene: Scene, weight: Weight) -> Marker | None:
    return (
        special("suspended", scene) or _general("suspended", scene, weight) or _notice("suspended", scene, weight)
    )


def _notice(name: str, scene: Scene, weight: Weight, enough: int = ENOUGH) -> Marker | None:
    """Pages drawn by script write their notices in plain lines: there a heading's words count too."""
    if weight.points >= enough or not scene.thin or _asks_to_sign_in(scene):
        return None
    lines = [line for line in scene.page.lines if len(line) < MAX_NOTICE and not _HEDGED.search(line)]
    for marker in general_markers().get(name, ()):
        if marker.kind == "heading" and any(pattern(marker.value).search(line) for line in lines):
            return marker
    return None


def _json_error(scene: Scene, weight: Weight) -> Marker | None:
    """`{"error": "not found"}` and its kin."""
    if scene.page.served_json is None or weight.points >= ENOUGH:
        return None
    value = scene.page.served_json.value
    if value in ([], {}):
        return Marker(kind="json", value="[]", note=say("looking.why.empty_answer"))
    texts = [json_words(found) for found in _said_in(value)]
    if any(_ABSENT.search(words) for words in texts):
        return Marker(kind="json", value="error")
    return None


def _said_in(value: object, depth: int = 0) -> Iterator[object]:
    """What the answer says of an error: values of its telling keys, two levels deep."""
    if isinstance(value, list) and depth < 3:
        for item in value[:5]:
            yield from _said_in(item, depth + 1)
    if not isinstance(value, dict) or depth > 2:
        return
    for key, inner in value.items():
        if str(key).casefold().replace("_", "") in _ERROR_KEYS:
            if isinstance(inner, (dict, list)):
                yield from _said_in(inner, depth + 1)
            yield inner


def _closed(scene: Scene, weight: Weight) -> OutcomeReading | None:
    """Private needs the page's word for it, and the account named beside it."""
    sign = (
        special("private", scene)
        or _general("private", scene, weight, always=True)
        or _notice("private", scene, weight, enough=PLAIN)
    )
    if sign is None or is_owners_word(sign, scene.page.lines):
        return None
    if not weight.named or weight.points < 2:
        return OutcomeReading(Outcome.ERROR, (said(Outcome.PRIVATE, sign), say("looking.why.not_named")))
    return OutcomeReading(Outcome.PRIVATE, (said(Outcome.PRIVATE, sign), *weight.words))


def _shown(scene: Scene, weight: Weight) -> OutcomeReading:
    if weight.points >= ENOUGH and weight.named:
        outcome = Outcome.VISIBLE if weight.drawn else Outcome.PARTIAL
        note = () if weight.drawn else (say("looking.why.only_header"),)
        return OutcomeReading(outcome, (*weight.words, *note))
    if weight.points and weight.named:
        return OutcomeReading(Outcome.ERROR, (say("looking.why.too_little"), *weight.words))
    return OutcomeReading(Outcome.ERROR, (say("looking.why.no_profile"),))


def _general(name: str, scene: Scene, weight: Weight, always: bool = False) -> Marker | None:
    """A sign that holds on any site; words and widgets do not count on a page that plainly shows a profile."""
    for marker in general_markers().get(name, ()):
        if marker.kind == "json" and not scene.page.is_json:
            continue
        if (
            not always
            and weight.points >= STRONG
            and weight.named
            and marker.kind not in ("status", "header", "title")
        ):
            continue
        if is_there(marker, scene):
            return marker
    return None
