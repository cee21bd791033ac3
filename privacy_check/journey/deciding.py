"""What a person decides about a check: marks, answers, what a possible copy is; it is weighed anew each time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from privacy_check.assessment import own_paths
from privacy_check.assessment.marks import decided_now
from privacy_check.assessment.reweigh import weighed_again
from privacy_check.errors import PrivacyCheckError, VaultError
from privacy_check.journey.decisions import Decisions, Undone, findings_about
from privacy_check.journey.reweigh import answered_anew
from privacy_check.model import Assessment, Finding, Mark, PlanStep
from privacy_check.ports import Store, Toolkit
from privacy_check.sentences import say
from privacy_check.subject import AboutMe


@dataclass(kw_only=True)
class Deciding:
    """A check with the decisions about it.

    `store` is None while nothing is kept; `not_kept` is why the vault could not take something.
    """

    toolkit: Toolkit
    about: AboutMe | None = None
    store: Store | None = None
    assessment: Assessment | None = None
    decisions: Decisions = field(default_factory=Decisions)
    not_kept: VaultError | None = None

    def finding(self, fingerprint: str) -> Finding | None:
        """The finding of that fingerprint in the check at hand."""
        found = self.assessment.findings if self.assessment else ()
        return next((finding for finding in found if finding.fingerprint == fingerprint), None)

    def reply(self, rule_id: str, answer: str) -> None:
        """Takes an answer to one of the few questions; the same again takes it back."""
        self.decisions.reply(rule_id, answer)
        if self.assessment is not None:
            self.assessment = answered_anew(self.assessment, self.about, self.decisions.replies)

    def mark(self, finding: Finding, mark: Mark) -> None:
        """Keeps one decision; deciding the same again opens the finding once more.

        Raises PrivacyCheckError for "keep it as it is" where a child must not be found.
        """
        now = self.finding(finding.fingerprint) or finding
        self._mark_all([now], self.decisions.toggled(now, mark))

    def step_done(self, step: PlanStep) -> None:
        """Marks every finding of a step of the plan as done; a step that is done is opened again."""
        found = [item for item in map(self.finding, step.fingerprints) if item is not None]
        open_ones = [item for item in found if item.mark is not Mark.FIXED]
        self._mark_all(open_ones or found, Mark.FIXED if open_ones else Mark.OPEN)

    def step_marked(self, step: PlanStep, mark: Mark) -> None:
        """Decides the same of every finding of a step; what stands so already is left as it is."""
        found = [item for item in map(self.finding, step.fingerprints) if item is not None]
        self._mark_all([item for item in found if item.mark is not mark], mark)

    def undo(self) -> Undone | None:
        """Takes the last mark back; None when there is none."""
        undone = self.decisions.take_back()
        if undone is not None and self.assessment is not None:
            self._decide(undone.before)
        return undone

    def _mark_all(self, findings: Sequence[Finding], mark: Mark) -> None:
        if self.assessment is None or not findings:
            return
        if mark is Mark.KEEP and not all(own_paths.may_keep(item, self.assessment) for item in findings):
            raise PrivacyCheckError(say("paths.protected_child.no_keep"))
        self.decisions.note({item.fingerprint: item.mark for item in findings})
        self._decide({item.fingerprint: mark for item in findings})

    def _decide(self, marks: Mapping[str, Mark]) -> None:
        """Weighs the check with these marks; a vault that cannot take them is told once, and nothing is lost."""
        if self.assessment is None:
            return
        now = self.toolkit.clock.now()
        decided = {print_: decided_now(mark, self.assessment, now) for print_, mark in marks.items()}
        self.decisions.marks.update(decided)
        self.assessment = weighed_again(self.assessment, self.about, decided=decided)
        if self.store is not None:
            try:
                for fingerprint, each in decided.items():
                    self.store.mark(fingerprint, each.mark, each.at)
            except VaultError as error:
                self.not_kept = error
                raise

    def answer(self, at: int, answer: str) -> None:
        """Keeps what the person says a possible copy is; its findings are marked to match."""
        if self.assessment is None or at >= len(self.assessment.candidates):
            return
        self.decisions.about_copies[at] = answer
        mark = Mark.OPEN if answer == "copy" else Mark.NOT_ME
        about_it = findings_about(self.assessment, at)
        self._mark_all([item for item in about_it if item.mark is not mark], mark)
