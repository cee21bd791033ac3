"""Where a thing stands, told so that the person finds it again: "in your post of 20 September, second line"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from privacy_check.account_names import account_name as named
from privacy_check.account_names import key_name
from privacy_check.model import Account, EntityType, Finding, Nature, Post, ProfileView
from privacy_check.model.sensitive import LABELS
from privacy_check.sentences import has, lines, say
from privacy_check.text.sanitise import sanitise
from privacy_check.text.vocabulary import MONTH_NAMES
from reports.parts import CopyFor, Options, Place

LONGEST_QUOTE = 90
_LONGEST_ADDRESS = 500
_PLAIN = re.compile(r"https?://[\w.~:/?#\[\]@!$&'()*+,;=%-]+", re.ASCII)
_MONTHS = "|".join(MONTH_NAMES).title()
_DAY = rf"\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?"
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?")
_SPOKEN = re.compile(rf"(?:on )?({_DAY})")
# A date that a page sets under or behind a post, never one in the middle of what somebody says.
_BEHIND = re.compile(rf"(?:[(·|\n]\s*)({_DAY})\)?\s*\Z")
_AT_LINE = ("posts", "bio", "photos")
_IN_THE_FILE = (EntityType.GPS, EntityType.PICTURE)


def evidence(findings: Iterable[Finding], views: Sequence[ProfileView], options: Options) -> tuple[Place, ...]:
    """Every place, each once, in the order of the findings."""
    by_account = {view.account.key: view for view in views}
    found = (
        _place(item, by_account.get(item.account.key) if item.account else None, options) for item in findings
    )
    return tuple(dict.fromkeys(found))


def account_name(account: Account | None, options: Options) -> str:
    """The platform and the user name."""
    return named(account, options.platform_name) if account else say("report.first.all_accounts")


def safe_link(url: str) -> str:
    """The address, where it is plainly one of the web and nothing else; else nothing."""
    if len(url) > _LONGEST_ADDRESS or not _PLAIN.fullmatch(url):
        return ""
    try:
        return url if urlsplit(url).hostname else ""
    except ValueError:
        return ""


def _place(finding: Finding, view: ProfileView | None, options: Options) -> Place:
    if options.copy_for is not CopyFor.OWN:
        value = finding.value.reveal()
        spot = say(f"report.label.{LABELS[value]}") if value in LABELS else _field_words(finding.field)
        return Place(account_name(finding.account, options), spot)
    return Place(
        account="" if _of_a_copy(finding) else account_name(finding.account, options),
        where=_where(finding, view),
        seen=_seen(finding, options),
        link=_copy_link(finding, options) if _of_a_copy(finding) else _link(finding, view),
    )


def _of_a_copy(finding: Finding) -> bool:
    return finding.field == "candidate"


def _copy_link(finding: Finding, options: Options) -> str:
    """The copy's own page, never the person's: whoever follows the steps must not report themselves."""
    return safe_link(options.copy_pages.get(finding.value.reveal(), ""))


def _seen(finding: Finding, options: Options) -> str:
    value = finding.value.reveal()
    # Where a copy stands is nobody's secret, and the person needs it to report it.
    shown = options.reveal or finding.nature is Nature.IMPERSONATION
    if value in LABELS or not shown:
        return ""
    if _of_a_copy(finding) and ":" in value:
        value = key_name(value, options.platform_name)
    text = " ".join(str(sanitise(value, limit=4 * LONGEST_QUOTE)).split())
    cut = f"{text[:LONGEST_QUOTE].rstrip()}…" if len(text) > LONGEST_QUOTE else text
    return f"“{cut}”"


def _where(finding: Finding, view: ProfileView | None) -> str:
    value = finding.value.reveal()
    if value in LABELS:
        return say(f"report.label.{LABELS[value]}")
    if finding.field == "posts" and view is not None and finding.item < len(view.posts):
        place = _post(view.posts[finding.item], finding.item + 1)
    elif finding.field in ("photos", "pictures") and view is not None and view.pictures:
        inside = finding.entity_type in _IN_THE_FILE
        place = _counted("picture_file" if inside else "photo", finding.item + 1)
    elif finding.field == "groups" and view is not None:
        names = [group.name for group in view.groups]
        place = _counted("group", names.index(value) + 1) if value in names else _field_words("groups")
    else:
        place = _field_words(finding.field)
    return _with_line(place, finding, view)


def _field_words(field: str) -> str:
    name = f"report.place.{'photos' if field == 'pictures' else field}"
    return say(name if has(name) else "report.place.page_text")


def _post(post: Post, number: int) -> str:
    day = _day(post)
    return say("report.place.post_of", day=day) if day else _counted("post", number)


def _day(post: Post) -> str:
    """The day of a post as people say it, where the page gives one."""
    written = post.at.strip()
    iso = _ISO.fullmatch(written)
    if iso and 1 <= int(iso[2]) <= 12:
        return f"{int(iso[3])} {MONTH_NAMES[int(iso[2]) - 1].title()} {iso[1]}"
    found = _SPOKEN.fullmatch(written) or _BEHIND.search(post.text)
    return found[1] if found else ""


def _with_line(place: str, finding: Finding, view: ProfileView | None) -> str:
    if view is None or finding.span is None or finding.field not in _AT_LINE:
        return place
    text = next((f.text for f in view.fields if f.name == finding.field and f.item == finding.item), "")
    if "\n" not in text.strip():
        return place
    number = text[: finding.span.start].count("\n") + 1
    nth = lines("report.place.nth")
    if number > len(nth):
        return say("report.place.line_number", place=place, number=number)
    return say("report.place.line", place=place, nth=nth[number - 1])


def _counted(what: str, number: int) -> str:
    nth = lines("report.place.nth")
    if number > len(nth):
        return say(f"report.place.{what}_number", number=number)
    return say(f"report.place.{what}_at", nth=nth[number - 1])


def _link(finding: Finding, view: ProfileView | None) -> str:
    """The thing's own address where it is known, else the page it stands on."""
    own = ""
    if view is not None and finding.field == "posts" and finding.item < len(view.posts):
        own = view.posts[finding.item].url
    elif view is not None and finding.field == "groups":
        own = next((group.url for group in view.groups if group.name == finding.value.reveal()), "")
    page = finding.account.url if finding.account else ""
    return safe_link(own) or safe_link(page)
