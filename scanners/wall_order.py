"""The walls of `scanners/data/outcomes.toml`, in the order in which their signs are sought."""

from __future__ import annotations

from privacy_check.model import Outcome

# A firewall that counts visits dresses its page like its check for robots, so that sign is sought first.
WALLS = (
    ("too_fast", Outcome.RATE_LIMITED),
    ("challenge", Outcome.CHALLENGE),
    ("consent_wall", Outcome.CONSENT_WALL),
    ("rate_limited", Outcome.RATE_LIMITED),
    ("blocked", Outcome.BLOCKED),
    ("login_wall", Outcome.LOGIN_WALL),
)
