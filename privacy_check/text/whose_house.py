"""Whether the words around an address speak of a home, or of a shop, a story or a place for everybody."""

from __future__ import annotations

import re

from privacy_check.text.address_shapes import FAMOUS, PUBLIC
from privacy_check.text.cues import late
from privacy_check.text.sayings import saying, stands

_FICTION = stands("whose_house.fiction")


def famous(lower: str, start: int, street: str) -> bool:
    """True for a street of stories and games, unless the words say the writer lives there."""
    if street in FAMOUS and _FICTION(lower):
        return True
    if street in FAMOUS and street not in ("high street", "main street", "the street", "the drive", "the close"):
        return not re.search(
            r"(?:live|my address|home is|our house)[^.!?]{0,20}$", lower[max(0, start - 40) : start]
        )
    return False


_MOVED_SHOP = saying("whose_house.moved_shop")


_NEW_SHOP = saying("whose_house.new_shop")
# "Find us at 12 High Street": a shop, where nothing speaks of a house.
_CALLS_IN = saying("whose_house.calls_in")
_HOUSE = late(
    r"(?<!\w)(?:house|home|garden|bbq|party|mine|ours|new place|flat|neighbours?|kettle|live|moved)(?!\w)"
)


# "Studio: 9 Dove Street": where one person works is as often as not where they live.
_OWN_WORKPLACE = late(r"(?<!\w)(?:studio|workshop|atelier|kiln)s?(?: is| at| in)?[\s:,.|·•–—-]*\Z")


def public(lower: str, start: int, end: int) -> bool:
    """True when an address is a shop's, a hall's or the news's, as far as the words around it say."""
    before = lower[max(0, start - 40) : start]
    label = _OWN_WORKPLACE.search(before)
    after = lower[end : end + 40]
    if label:
        before, after = before[: label.start()], after.partition("\n")[0]
    around = f"{before} {after}"
    own = re.search(
        r"(?<!\w)(?:live|my|our|ours|us|we|i|moved?|home|flat|deliver\w*|parcel|come|send|post)(?!\w)", around
    )
    if _MOVED_SHOP.search(lower, max(0, start - 50), start) or _NEW_SHOP.search(lower, max(0, start - 80), start):
        return True
    wide = lower[max(0, start - 90) : start], lower[end : end + 60]
    if _CALLS_IN.search(wide[0]) and not any(map(_HOUSE.search, wide)):
        return True
    return bool(PUBLIC.search(around)) and not own
