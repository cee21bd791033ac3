"""Copies for other eyes: one for a supervisor or a union, without any value, and one of general tips alone.

The redacted copy is made from an assessment from which values, names, private things and groups were taken
beforehand: what is not there cannot slip through a sentence.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from privacy_check import catalogue
from privacy_check.model import Account, Assessment, Field, Finding, Nature, PlanStep, ProfileView, Sensitive
from privacy_check.model.sensitive import LABELS
from privacy_check.sentences import lines, say
from privacy_check.wording import spoken_day
from reports.first_page import first_calls
from reports.parts import CopyFor, ReportDocument

# Groups, beliefs, money troubles, intimate pictures, hidden accounts: nobody's business but the person's.
_PRIVATE = ("GRP-", "CON-", "REL-06", "REL-07", "NET-02", "HND-04", "PHO-11", "PHO-12", "FIN-02", "IMP-05")
# A child who must not be found is told of by what opens the door: its name alone would tell that there is one.
_PRIVATE_SCENARIOS = ("SC-10", "SC-13", "SC-14")
_NO_WORDS = Sensitive("")


def prepared(assessment: Assessment) -> Assessment:
    """The assessment without values, names, addresses, private things and requests."""
    accounts = _Renamed(assessment)
    return replace(
        assessment,
        views=tuple(_bare(view, accounts) for view in assessment.views),
        findings=tuple(_without_value(item, accounts) for item in assessment.findings if not _private(item)),
        candidates=tuple(
            replace(item, profile={"platform": item.profile.get("platform", "")}, reasons=())
            for item in assessment.candidates
        ),
        scenarios=tuple(item for item in assessment.scenarios if item.id not in _PRIVATE_SCENARIOS),
        plan=tuple(_step(step, accounts) for step in assessment.plan if not _private_rule(step.rule_id)),
        score=None,
        requests=(),
        changes=(),
        rise=(),
        not_checked=tuple(item for item in assessment.not_checked if catalogue.known(item)),
    )


def redacted_copy(document: ReportDocument) -> ReportDocument:
    """The report of a prepared assessment, without what only its owner needs; nothing is said of the whole."""
    return replace(
        document,
        title=say("report.others.title"),
        id="privacy-report-to-share",
        scenarios=tuple(replace(line, pieces=(), cuts=()) for line in document.scenarios),
        nearly=(),
        cannot_tell=(),
        closed=(),
        exposure="",
        after_these="",
        stays_open=(),
        good=(),
        not_checked=(),
        cannot_fix=(),
        private_topics=0,
        masked=True,
        footer=(say("report.others.left_out"), say("report.footer.others")),
    )


def clean_copy(assessment: Assessment) -> ReportDocument:
    """General tips on one page: of the check nothing but the version of the tool that wrote them."""
    made_on = (assessment.finished_at or assessment.started_at).date()
    return ReportDocument(
        title=say("report.others.tips_title"),
        made_on=spoken_day(made_on),
        headline=say("report.others.tips_heading"),
        picture=say("report.others.tips_lead"),
        id="privacy-tips",
        copy_for=CopyFor.CLEAN,
        tips=lines("report.others.tips"),
        first_calls=first_calls(),
        footer=(say("report.footer.tips"),),
    )


class _Renamed:
    """Each account under its platform alone, numbered where there are several on one."""

    def __init__(self, assessment: Assessment) -> None:
        found = [view.account for view in assessment.views]
        found += [item.account for item in assessment.findings if item.account is not None]
        found += [account for step in assessment.plan for account in step.accounts]
        found += [step.account for step in assessment.plan if step.account is not None]
        self._names: dict[str, str] = {}
        accounts = {account.key: account for account in found}
        several = Counter(account.platform for account in accounts.values())
        met: Counter[str] = Counter()
        for key, account in accounts.items():
            met[account.platform] += 1
            number = met[account.platform]
            alone = several[account.platform] == 1
            self._names[key] = "" if alone else say("report.others.account_at", number=number)

    def __call__(self, account: Account | None) -> Account | None:
        return None if account is None else self.sure(account)

    def sure(self, account: Account) -> Account:
        """The account with a number for its name, and no address."""
        return Account(account.platform, self._names[account.key], "", account.ownership)


def _private_rule(rule_id: str) -> bool:
    return rule_id.startswith(_PRIVATE)


def _private(item: Finding) -> bool:
    return item.nature is Nature.REVEALS_SENSITIVE or _private_rule(item.rule_id)


def _bare(view: ProfileView, accounts: _Renamed) -> ProfileView:
    # That posts and groups were there to look at is kept, without any of them.
    looked_at = {"posts": view.posts or view.all("posts"), "groups": view.groups or view.all("groups")}
    return ProfileView(
        account=accounts.sure(view.account),
        lens=view.lens,
        outcome=view.outcome,
        seen_by=view.seen_by,
        kind=view.kind,
        unfinished=view.unfinished,
        seen_on=view.seen_on,
        fields=tuple(Field(name, "", "") for name, there in looked_at.items() if there),
        warnings=(say("report.account.unread_part"),) if view.warnings else (),
    )


def _without_value(item: Finding, accounts: _Renamed) -> Finding:
    return replace(
        item,
        # Its name in the plan, made from the value, stays the one it had.
        kept_fingerprint=item.fingerprint,
        account=accounts(item.account),
        value=item.value if item.value.reveal() in LABELS else _NO_WORDS,
        span=None,
        item=0,
        explanation=catalogue.rule(item.rule_id).why,
        nature=Nature.EXPOSURE if item.nature is Nature.IMPERSONATION else item.nature,
    )


def _step(step: PlanStep, accounts: _Renamed) -> PlanStep:
    return replace(
        step,
        account=accounts(step.account),
        visits=tuple(replace(visit, account=accounts(visit.account)) for visit in step.visits),
        closes=tuple(item for item in step.closes if item not in _PRIVATE_SCENARIOS),
    )
