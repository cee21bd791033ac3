"""What a search for copies came to: in words, as JSON, and as a sheet for every page that may be one."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from privacy_check import catalogue
from privacy_check.account_names import account_name
from privacy_check.cli.options import ReportWanted
from privacy_check.cli.output import put, put_json, say, say_saved
from privacy_check.model import Lens, Verdict
from privacy_check.sentences import say as words

if TYPE_CHECKING:
    from privacy_check.lookalikes.search import CopySearch, NotSeen
    from privacy_check.lookalikes.verdict import Compared
    from privacy_check.model import Assessment
    from privacy_check.ports import Toolkit
    from privacy_check.vault import Vault

SHOWN_UNSEEN = 8
_OTHERS = (Verdict.UNRELATED,)
_ALLOWED = (Verdict.FAN_OR_PARODY,)


@dataclass(frozen=True)
class Ending:
    """Everything a search ended with; `names` are the person's own, where they told them."""

    assessment: Assessment
    search: CopySearch
    toolkit: Toolkit
    vault: Vault | None
    names: tuple[str, ...]
    reveal: bool


def tell(ending: Ending, report: ReportWanted, *, as_json: bool) -> None:
    """Says the result, and writes the report and the sheets where a folder was named."""
    from privacy_check.lookalikes.where_to_look import searches

    shown = ending.search.shown_name(ending.assessment.views)
    looks = searches(ending.assessment.views, (ending.names or (shown,))[0] if ending.names or shown else "")
    if as_json:
        put_json(_document(ending, looks))
    else:
        for line in (*_pages(ending), *_not_seen(ending), *_searches(ending, looks)):
            put(line)
    sys.stdout.flush()
    if report.folder is not None:
        _write(ending, report.folder, report.formats)
    else:
        say("", words("searches.told.no_sheets"))


def _document(ending: Ending, looks: Any) -> dict[str, Any]:
    from privacy_check.serialise import document

    names = [one.view.account.key for one in ending.search.suspects]
    rows = []
    for item in ending.search.compared:
        account, found = item.theirs.account, item.candidate
        suspect = ending.search.suspect(account.key)
        rows.append(
            {
                "index": names.index(account.key) if account.key in names else len(names),
                "platform": account.platform,
                "handle": account.handle,
                "url": account.url,
                "verdict": found.verdict.value,
                "score": found.score,
                "reasons": [{"element": reason.element, "detail": reason.detail} for reason in found.reasons],
                "change": suspect.change if suspect else "",
                "like": item.mine.account.url if item.mine else None,
                "outcome": item.theirs.outcome.value,
            }
        )
    unseen = [
        {"url": one.account.url, "outcome": one.outcome.value, "reason": one.sentence, "asked": one.asked}
        for one in ending.search.not_seen
        if one.may_be_there
    ]
    links = [{"name": one.name, "kind": one.kind, "url": one.link if ending.reveal else one.bare} for one in looks]
    return {
        **document(ending.assessment, reveal=ending.reveal),
        "candidates": rows,
        "could_not_see": unseen,
        "absent": ending.search.absent,
        "searches": links,
    }


def _pages(ending: Ending) -> Iterator[str]:
    views = ending.assessment.views
    for view in views:
        name = account_name(view.account, ending.toolkit.platform_name)
        yield f"{name}: {catalogue.outcome_words(view.outcome, view.lens)}"
    if not any(view.outcome.seen for view in views):
        yield words("searches.told.own_unseen")
    told = [item for item in ending.search.compared if item.candidate.verdict not in _OTHERS]
    yield ""
    yield words("searches.told.title") if told else words("searches.told.none")
    for number, item in enumerate(told, 1):
        yield ""
        yield from _page(ending, item, number)
    yield ""
    others = len(ending.search.compared) - len(told)
    if others:
        yield words("searches.told.others", count=others)
    if ending.search.absent:
        yield words("searches.told.absent", count=ending.search.absent)
    yield words("searches.told.not_all")


def _page(ending: Ending, item: Compared, number: int) -> Iterator[str]:
    account, found = item.theirs.account, item.candidate
    name = account_name(account, ending.toolkit.platform_name)
    verdict = catalogue.words("verdict", found.verdict.value)
    yield words("searches.told.verdict", number=number, name=name, verdict=verdict)
    yield f"   {account.url}"
    suspect = ending.search.suspect(account.key)
    if suspect is not None and suspect.change:
        yield f"   - {words('searches.told.guessed', change=suspect.change)}"
    for reason in found.reasons:
        if reason.element != "question":
            yield f"   - {reason.detail}"
    if any(reason.element == "question" for reason in found.reasons):
        yield f"   {words('searches.told.yours', link=account.url)}"
    if found.verdict in _ALLOWED:
        yield f"   {words('searches.told.let_be')}"


def _not_seen(ending: Ending) -> Iterator[str]:
    asked = [one for one in ending.search.not_seen if one.asked and one.may_be_there]
    if asked:
        yield ""
        yield words("searches.told.not_seen", count=len(asked))
        for one in asked[:SHOWN_UNSEEN]:
            yield f"  {words('searches.told.not_seen_row', name=one.account.url, reason=_why(one))}"
        if len(asked) > SHOWN_UNSEEN:
            yield f"  {words('searches.told.more', count=len(asked) - SHOWN_UNSEEN)}"
    alone = sum(not one.asked for one in ending.search.not_seen)
    if alone:
        yield words("searches.told.left_alone", count=alone)


def _why(one: NotSeen) -> str:
    return one.sentence.rstrip(".") or catalogue.outcome_words(one.outcome, Lens.PUBLIC)


def _searches(ending: Ending, looks: Any) -> Iterator[str]:
    kinds = Counter(one.kind for one in looks)
    for kind in ("by_name", "by_picture"):
        if kinds[kind]:
            yield ""
            yield words(f"searches.told.{kind}")
            for one in looks:
                if one.kind == kind:
                    name = ending.toolkit.platform_name(one.name) if kind == "by_name" else one.name
                    yield f"  {words('searches.told.search_row', name=name, link=one.link)}"
    yield words("searches.told.paste")


def _write(ending: Ending, report: Path, formats: Sequence[str]) -> None:
    from privacy_check.cli.output import warn
    from privacy_check.errors import VaultError
    from privacy_check.lookalikes.sheets import sheets
    from privacy_check.vault import Reported
    from reports.formats import ics
    from reports.reminders import result_on
    from reports.write import USUAL, save

    files = ending.toolkit.write_report(ending.assessment, report, formats or USUAL, ending.reveal)
    say_saved(files)
    now = ending.toolkit.clock.now()
    written = sheets(ending.search, report, now)
    if not written:
        return
    say(words("searches.told.sheets", path=report), *(f"  {path}" for path in written.files))
    [saved] = save(report, {"look-again.ics": ics.calendar([result_on(now.date(), ending.toolkit.secret)], now)})
    say(words("searches.told.calendar", path=saved))
    if ending.vault is not None:
        try:
            for url in written.links:
                ending.vault.keep_reported(Reported(url, now.date()))
        except VaultError as error:
            warn(error.message, error.hint)
