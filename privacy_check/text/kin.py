"""Words for relatives, the rule each falls under, and patterns made of them."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re

from privacy_check.text.cues import word_set

PARTNERS = word_set(
    "husband hubby hubs wife wifey wifie partner boyfriend girlfriend boyf bf gf fella missus fiance fiancé fiancee fiancée bloke "
    "spouse hubbie"
)
CHILDREN = word_set(
    "son sons daughter daughters eldest youngest oldest child children kid kids boy boys girl girls baby babies toddler twins "
    "twin triplets grandson granddaughter grandsons granddaughters grandchild grandchildren grandkids stepson stepdaughter "
    "step-son step-daughter firstborn newborn bairn bairns wean weans babby babbies lassie laddie lad lads"
)
ELDERS = word_set(
    "mum mam mammy mummy mom mother ma da dad daddy father mamgu tadcu taid nain nan nana nanna nanny gran granny grandma grandad granddad grandpa gramps grandmother "
    "grandfather in-laws inlaws grandparents parents folks stepmum stepdad stepfather stepmother mama papa"
)
OTHER_KIN = word_set(
    "sister brother sis bro auntie aunty aunt uncle cousin niece nephew nieces nephews sister-in-law brother-in-law "
    "mil fil sil bil mother-in-law father-in-law son-in-law daughter-in-law stepsister stepbrother ex h2b mum-in-law dad-in-law sis-in-law bro-in-law great-nan great-nana great-gran great-grandad great-grandma great-aunt great-uncle great-auntie godson goddaughter godmother godfather"
)
# Words after which more than one name may stand.
SEVERAL = word_set(
    "sons daughters children kids boys girls babies twins triplets grandsons granddaughters grandchildren grandkids bairns "
    "weans babbies lads nieces nephews"
)
TITLES_OF_KIN = word_set("auntie aunty aunt uncle grandpa grandma cousin granny nanny")
RULES = {
    **dict.fromkeys(PARTNERS, "REL-01"),
    **dict.fromkeys(CHILDREN, "REL-03"),
    **dict.fromkeys((*ELDERS, *OTHER_KIN), "REL-02"),
}
PHRASES = (
    ("other half", "REL-01"), ("better half", "REL-01"), ("love of my life", "REL-01"), ("partner in crime", "REL-01"),
    ("soulmate", "REL-01"), ("himself", "REL-01"), ("herself", "REL-01"), ("brother in law", "REL-02"), ("sister in law", "REL-02"), ("mother in law", "REL-02"),
    ("father in law", "REL-02"), ("son in law", "REL-02"), ("daughter in law", "REL-02"), ("other daughter", "REL-03"), ("little man", "REL-03"), ("little one", "REL-03"), ("little lady", "REL-03"),
    ("little princess", "REL-03"), ("bundle of joy", "REL-03"), ("mini me", "REL-03"), ("wee man", "REL-03"), ("wee yin", "REL-03"), ("wee girl", "REL-03"), ("wee boy", "REL-03"), ("wee one", "REL-03"), ("lass", "REL-03"), ("wee lass", "REL-03"), ("wee lassie", "REL-03"), ("wee bairn", "REL-03"), ("wee lad", "REL-03"), ("wee laddie", "REL-03"), ("wee wean", "REL-03"), ("wee babby", "REL-03"), ("big man", "REL-03"),
)  # fmt: skip
ANY_KIN = "|".join(sorted(map(re.escape, [*RULES, *(words for words, _ in PHRASES)]), key=len, reverse=True))
ADJECTIVES = (
    r"(?:(?:new|gorgeous|lovely|beautiful|amazing|wonderful|little|big|baby|eldest|youngest|oldest|middle|first|second|own|dear|"
    r"darling|precious|long[ -]suffering|clever|brave|handsome|perfect|late|only|crazy|sweet|favourite|talented|older|"
    r"younger|twin|not so little|grown up|dearest|special|best|fab|teenage|foster|ex|hero|future|poor|absolute|lush|bonny|wee|"
    r"step|grown|newborn) ){0,3}"
)
# "My" and "our" as people say them up and down the country.
OURS = "our|oor|wor"
MINE = rf"my|ma|me|mi|{OURS}"
# The words that a name of kin begins with: "love" of "love of my life".
KIN_WORDS = " ".join(sorted({re.findall(r"[^\W\d_]+", words)[0] for words in (*RULES, *dict(PHRASES))}))
