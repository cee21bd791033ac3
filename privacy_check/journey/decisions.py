"""What a person decided in a sitting: marks, plans, answers to questions; the last mark can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from privacy_check.model import Assessment, Finding, Mark, Marked, Nature, PlanStep

if TYPE_CHECKING:
    from privacy_check.groups.review import Review


@dataclass(frozen=True, slots=True)
class Undone:
    """One press of a key taken back: the findings it was about, each with the mark it had before."""

    before: Mapping[str, Mark]
    title: str = ""


@dataclass
class Decisions:
    """`marks` are those of this sitting, by fingerprint; `plans` if-then lines; `replies` answers by rule id,
    `memberships` the review of the groups with what was decided about them.

    `first_plan` is the plan as the check was opened with, and `settled` what was decided before that: a page shows
    them in that order to the end of the sitting, so that nothing jumps or vanishes when it is marked. `gone` are
    the findings that a look again did not see any more.
    """

    marks: dict[str, Marked] = field(default_factory=dict)
    plans: dict[str, str] = field(default_factory=dict, repr=False)
    replies: dict[str, str] = field(default_factory=dict, repr=False)
    about_copies: dict[int, str] = field(default_factory=dict)
    memberships: Review | None = field(default=None, repr=False)
    first_plan: tuple[PlanStep, ...] = ()
    settled: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    _undo: list[Undone] = field(default_factory=list, repr=False)

    def opened(self, assessment: Assessment) -> None:
        """Takes note of a check as it stands when its results are first shown."""
        self.first_plan = assessment.plan
        self.settled = frozenset(item.fingerprint for item in assessment.findings if item.mark is not Mark.OPEN)
        self.gone = frozenset()
        self._undo.clear()
        self.about_copies.clear()
        self.memberships = None

    def toggled(self, finding: Finding, mark: Mark) -> Mark:
        """What pressing that mark makes of the finding: the same again opens it once more.

        Only how the finding stands now counts: a "done" of an earlier check is history once it is seen again.
        """
        return Mark.OPEN if finding.mark is mark else mark

    def note(self, findings: Mapping[str, Mark], title: str = "") -> None:
        """Remembers how findings stood before one press of a key."""
        self._undo.append(Undone(dict(findings), title))

    def take_back(self) -> Undone | None:
        """The last press to be undone, or None."""
        return self._undo.pop() if self._undo else None

    @property
    def can_undo(self) -> bool:
        """True when a mark can be taken back."""
        return bool(self._undo)

    def plan(self, finding: str, words: str) -> None:
        """Keeps an if-then line; an empty one changes nothing, so that enter alone loses nothing."""
        if words.strip():
            self.plans[finding] = words.strip()

    def reply(self, rule_id: str, answer: str) -> None:
        """Takes an answer; the same again takes it back."""
        if self.replies.get(rule_id) == answer:
            del self.replies[rule_id]
        else:
            self.replies[rule_id] = answer

    def forget(self) -> None:
        """Starts with nothing decided."""
        for kept in (self.marks, self.plans, self.replies, self.about_copies, self._undo):
            kept.clear()
        self.first_plan, self.settled, self.gone, self.memberships = (), frozenset(), frozenset(), None


def findings_about(assessment: Assessment, at: int) -> list[Finding]:
    """The findings that speak of the possible copy at that place of the list."""
    handle = str(assessment.candidates[at].profile.get("handle", "")).casefold()
    copies = (item for item in assessment.findings if item.nature is Nature.IMPERSONATION)
    return [item for item in copies if handle and handle in item.value.reveal().casefold()]
