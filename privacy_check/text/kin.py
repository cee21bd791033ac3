"""Words for relatives, the rule each falls under, and patterns made of them."""

from __future__ import annotations

import re

from privacy_check.text.cues import word_set
from privacy_check.text.sayings import listed, piece

PARTNERS = listed("kin.partners")
CHILDREN = listed("kin.children")
ELDERS = listed("kin.elders")
OTHER_KIN = listed("kin.other_kin")
# Words after which more than one name may stand.
SEVERAL = listed("kin.several")
TITLES_OF_KIN = word_set("auntie aunty aunt uncle grandpa grandma cousin granny nanny")
RULES = {
    **dict.fromkeys(PARTNERS, "REL-01"),
    **dict.fromkeys(CHILDREN, "REL-03"),
    **dict.fromkeys((*ELDERS, *OTHER_KIN), "REL-02"),
}
PHRASES = (
    ("other half", "REL-01"),
    ("better half", "REL-01"),
    ("love of my life", "REL-01"),
    ("partner in crime", "REL-01"),
    ("soulmate", "REL-01"),
    ("himself", "REL-01"),
    ("herself", "REL-01"),
    ("brother in law", "REL-02"),
    ("sister in law", "REL-02"),
    ("mother in law", "REL-02"),
    ("father in law", "REL-02"),
    ("son in law", "REL-02"),
    ("daughter in law", "REL-02"),
    ("other daughter", "REL-03"),
    ("little man", "REL-03"),
    ("little one", "REL-03"),
    ("little lady", "REL-03"),
    ("little princess", "REL-03"),
    ("bundle of joy", "REL-03"),
    ("mini me", "REL-03"),
    ("wee man", "REL-03"),
    ("wee yin", "REL-03"),
    ("wee girl", "REL-03"),
    ("wee boy", "REL-03"),
    ("wee one", "REL-03"),
    ("lass", "REL-03"),
    ("wee lass", "REL-03"),
    ("wee lassie", "REL-03"),
    ("wee bairn", "REL-03"),
    ("wee lad", "REL-03"),
    ("wee laddie", "REL-03"),
    ("wee wean", "REL-03"),
    ("wee babby", "REL-03"),
    ("big man", "REL-03"),
)
ANY_KIN = "|".join(sorted(map(re.escape, [*RULES, *(words for words, _ in PHRASES)]), key=len, reverse=True))
ADJECTIVES = piece("kin.adjectives")
# "My" and "our" as people say them up and down the country.
OURS = "our|oor|wor"
MINE = rf"my|ma|me|mi|{OURS}"
# The words that a name of kin begins with: "love" of "love of my life".
KIN_WORDS = " ".join(sorted({re.findall(r"[^\W\d_]+", words)[0] for words in (*RULES, *dict(PHRASES))}))
