"""How people write times that come back: "every Tuesday", "Mon-Fri", "most Sunday mornings", "half six".

Patterns are strings for lower-case folded text.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

from privacy_check.text.cues import cue

_WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)"
)
_PLURAL_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:mon|fri|sat|sun)s|wedns?)"
_PART = r"(?:mornings?|evenings?|nights?|eves?|afternoons?|lunch(?:times?)?|dinner ?times?|tea ?times?)"
_AND = r"(?:,? and |,? & ?|, ?| ?/ ?| ?\+ ?| n | 'n' | )"
_TO = r" ?(?:-|to|thru|through|till?|until) ?"
_DAY = rf"(?:{_PLURAL_DAY}|{_WEEKDAY})(?!\w)"
DAYS = rf"(?:{_DAY}(?:(?:{_AND}|{_TO}){_DAY})*)"

# "Sat" and "sun" alone are also other words, and one day alone may be this week's: only what repeats is here.
EVERY = (
    rf"(?:(?:every|each|most)(?:\.? single\.?|\.? other| second|\.)? (?:{DAYS}|day|week ?days?|week ?nights?|week(?:end)?s?|{_PART})"
    rf"(?:(?:,? on)? {_PART})?|week ?days|week ?nights|daily|nightly"
    r"|(?:days|times|nights|mornings|evenings) (?:a|per) week)(?!\w)"
)
SEVERAL_DAYS = (
    rf"(?:{_PLURAL_DAY}(?!\w)(?: (?:only|only,))?(?:(?:{_AND}|{_TO}){_DAY})*(?: {_PART})?"
    rf"|{_WEEKDAY}(?:{_AND}{_WEEKDAY})*,? (?:mornings|evenings|nights|afternoons|lunchtimes|teatimes)"
    rf"|{_WEEKDAY}(?:(?:{_AND}|{_TO}){_DAY})+(?: {_PART})?)(?!\w)"
)
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NO_AMOUNT = r"(?![\w%£:]|[.]\d| ?(?:k|km|miles?|mins?|minutes|hours?|hrs|quid|pounds?|p|kg|lbs?|st|years?|yrs?|weeks?|days?|months?|times|people|kids|goals|points|degrees|percent|of|out|steps|pages|lengths)(?!\w))"
CLOCK_TIME = (
    rf"(?:(?<![£$€\d.:/-])(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)? ?(?:am|pm|a\.m|p\.m)(?!\w)|(?:[01]?\d|2[0-3])[:.][0-5]\d{_NO_AMOUNT}"
    rf"|[012]\d[0-5]\d(?= (?:to|from|train|bus|into|out)(?!\w))"
    rf"|\d{{1,2}} ?(?:-|to|till?|until) ?\d{{1,2}}(?:[.:]\d\d)?(?:am|pm)?{_NO_AMOUNT})"
    rf"|(?<!\w)(?:(?:at|from|by|till?|until|@|before|after|about|around|for|half(?: past)?|quarter (?:past|to)|(?:five|ten|twenty|twenty[- ]five) (?:past|to)) ?{_NUMBER}{_NO_AMOUNT}"
    r"|\d{1,2} ?o'?clock|noon|midday|midnight|after (?:work|school|church|mass|tea|dinner|the school run)|before (?:work|school)|at (?:lunch|dinner ?time|bedtime|dawn)))"
)  # fmt: skip
REPEATS = cue(
    "every each most daily nightly weekday weekdays weeknights week days times nights mornings evenings "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays mons weds fris sats suns "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun a an",
    rf"(?P<every>{EVERY})|(?P<habit>(?<=on )an? {_WEEKDAY}(?: {_PART})?(?!\w))|{SEVERAL_DAYS}",
)
