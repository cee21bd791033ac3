"""Who can see a finding, in words: a page a person looked at with their own eyes says nothing of anyone else's.

The number on the visibility ladder is another matter: scenarios count a page the person saved as it was seen.
"""

from __future__ import annotations

from privacy_check import catalogue
from privacy_check.model import Finding, Lens
from privacy_check.sentences import say

_CANNOT_TELL = (Lens.SAVED_PAGE, Lens.ARCHIVE, Lens.MEMBER)


def who_sees(finding: Finding) -> str:
    """For what was not a stranger's look that nobody can tell, else the words of the ladder, such as "anyone"."""
    words = catalogue.words("seen_by", finding.seen_by)
    if finding.lens in _CANNOT_TELL:
        return say(f"seen.by.{finding.lens}")
    return say("seen.by.TYPED", who=words) if finding.lens is Lens.TYPED else words
