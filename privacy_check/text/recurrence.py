"""How people write times that come back: "every Tuesday", "Mon-Fri", "most Sunday mornings", "half six".

Patterns are strings for lower-case folded text.
"""

from __future__ import annotations

from privacy_check.text.sayings import cue_of, piece

_WEEKDAY = piece("recurrence.weekday")
_PLURAL_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:mon|fri|sat|sun)s|wedns?)"
_PART = r"(?:mornings?|evenings?|nights?|eves?|afternoons?|lunch(?:times?)?|dinner ?times?|tea ?times?)"
_AND = r"(?:,? and |,? & ?|, ?| ?/ ?| ?\+ ?| n | 'n' | )"
_TO = r" ?(?:-|to|thru|through|till?|until) ?"
_DAY = rf"(?:{_PLURAL_DAY}|{_WEEKDAY})(?!\w)"
DAYS = rf"(?:{_DAY}(?:(?:{_AND}|{_TO}){_DAY})*)"

# "Sat" and "sun" alone are also other words, and one day alone may be this week's: only what repeats is here.
EVERY = piece("recurrence.every", DAYS=DAYS, PART=_PART)
SEVERAL_DAYS = piece(
    "recurrence.several_days", AND=_AND, DAY=_DAY, PART=_PART, PLURAL_DAY=_PLURAL_DAY, TO=_TO, WEEKDAY=_WEEKDAY
)
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NO_AMOUNT = piece("recurrence.no_amount")
CLOCK_TIME = piece("recurrence.clock_time", NO_AMOUNT=_NO_AMOUNT, NUMBER=_NUMBER)
REPEATS = cue_of("recurrence.repeats", EVERY=EVERY, SEVERAL_DAYS=SEVERAL_DAYS, PART=_PART, WEEKDAY=_WEEKDAY)
