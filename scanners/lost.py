"""What a page asked for and did not get: with data missing, nothing on it can be told as absent."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from privacy_check.tables import table

LostKind = Literal["data", "script", "perhaps", "other"]

DATA_TYPES = frozenset({"XHR", "Fetch", "EventSource", "WebSocket", "Preflight"})
"""How a page's scripts ask for words; the names are those of the CDP type Network.ResourceType."""

MOST_LOST = 500
"""How many of each kind are kept for one page: a hostile page may ask for ever."""

# Names of sentences: which one is said depends on these and never on its words.
UNKNOWN_MESSAGE = "looking.lost.unknown_message"
ELSEWHERE_ASKED = "looking.lost.elsewhere_asked"
NOT_ASKED = "looking.lost.not_asked"
STREAM = "looking.lost.stream"
IN_PART = "looking.lost.in_part"
SOCKET = "looking.lost.socket"
WORKER = "looking.lost.worker"
NO_ANSWER = "looking.lost.no_answer"
BAD_ANSWER = "looking.lost.bad_answer"


@dataclass(frozen=True, slots=True)
class Lost:
    """A request that was refused, failed or was answered with an error.

    `reason` is a plain sentence; `at` monotonic seconds; `status` that of an answer, None without one. `kind` is
    `data` for what could have brought words (also from a stranger's host), `script` for code, `perhaps` for what
    brings none but a page may wait for or answer to with words of its own, `other` for what never matters.
    """

    url: str
    reason: str
    at: float
    kind: LostKind = "data"
    status: int | None = None


def kind_of(resource: str, host: str) -> LostKind:
    """What was lost with a request of this CDP resource type to this host."""
    if resource == "Script":
        return "script"
    if resource in DATA_TYPES:
        return "perhaps" if only_measures(host) else "data"
    return "other"


def only_measures(host: str) -> bool:
    """True for hosts that count visits and draw advertisements, whoever's page it is."""
    parts = host.split(".")
    return any(".".join(parts[start:]) in _measuring() for start in range(len(parts) - 1))


@cache
def _measuring() -> frozenset[str]:
    return frozenset(table("scanners", "data", "measuring.toml")["hosts"])
