"""How people speak of partners, children and relatives by name: the patterns of the family detector."""

from __future__ import annotations

import re

from privacy_check.text.cues import cue, late, word_set
from privacy_check.text.kin import ADJECTIVES, ANY_KIN, KIN_WORDS, MINE, OURS, RULES
from privacy_check.text.sayings import cue_of, listed, piece, saying, several

OWNED = cue_of("family_sayings.owned", ADJECTIVES=ADJECTIVES, ANY_KIN=ANY_KIN, MINE=MINE)
BARE = cue(KIN_WORDS, rf"(?<![\w'@#.-])({ANY_KIN})(?='?s name is|[ ,:(])")
LINK = saying("family_sayings.link")
TO = cue_of("family_sayings.to")
COUNT_MUM = cue_of("family_sayings.count_mum")
MARRIED = cue_of("family_sayings.married")
LOVE_YOU = cue_of("family_sayings.love_you")
BIRTHDAY = cue_of("family_sayings.birthday")
HAPPY_FIRST = cue_of("family_sayings.happy_first")
WELCOME = cue_of("family_sayings.welcome")
LITTLE = cue_of("family_sayings.little", OURS=OURS)
PROUD = cue_of("family_sayings.proud")
GROWS = cue_of("family_sayings.grows")
DAY_WORDS = listed("family_sayings.day_words")
CHILD_BESIDE = several("family_sayings.child_beside")
IN_MEMORY = cue_of("family_sayings.in_memory", ANY_KIN=ANY_KIN)
# Said of one's own once a word of kin has stood: "my youngest got in. Well done Imogen".
TOLD_OF_KIN = cue_of("family_sayings.told_of_kin")
MY_TWO = cue_of("family_sayings.my_two")
# "Mam of 4 crazy kids: Lacey-Mai, Tyler n Finn": what they are called comes after the sign.
COUNTED = cue_of("family_sayings.counted")
# A child spoken to where a post about one's child ends: "Daughter asked if dinosaurs had wifi. Never change,
# Esme".
SPOKEN_TO = cue_of("family_sayings.spoken_to")
_OLDER = r"(?:(?:wee|little|big|lovely|clever|\d+|year|yr|old|y/o)[ -]){0,3}"
_OWN_CHILD = piece("family_sayings.own_child")
MY_CHILD_OPENS = saying("family_sayings.my_child_opens", OLDER=_OLDER, OWN_CHILD=_OWN_CHILD)
BIRTHDAY_OF = cue_of("family_sayings.birthday_of")
RIP = cue_of("family_sayings.rip", ANY_KIN=ANY_KIN)
KIN_TITLE = cue_of("family_sayings.kin_title")
FIRST_DAY = saying("family_sayings.first_day")
MEANT = saying("family_sayings.meant")
IS_KIN = cue(
    "my our",
    r"(?<![\w'@])([^\W\d_][\w'-]+) (?:(?:is|was|and|,|as) (?:my|our) (?:(?:\w+ ){0,2})|\((?:my "
    rf"|the |our )?)(?P<kin>{'|'.join(map(re.escape, sorted(RULES, key=len, reverse=True)))})(?!\w)",
    before=26,
    after=40,
    need=r"[A-Z][^.!?]{1,14}(?:is|was|and|,|as|\() ?(?:my |our |the )?$",
)
AND_ME = cue_of("family_sayings.and_me")
AND_I = cue_of("family_sayings.and_i")
WITH_CHILD = cue_of("family_sayings.with_child")
MUMMY_OF = cue_of("family_sayings.mummy_of")
TEACHER_OF = cue_of("family_sayings.teacher_of")
BREED = saying("family_sayings.breed")
TITLE_GOES_ON = late(r"[A-Z][a-z]+ (?:[A-Z]|of the)")
MY = cue("my", r"my (?=[^\W\d_]{3,})")
LOVED = saying("family_sayings.loved")
POSSESSED = late(r"(?:[^\W\d_]'s|s'|\bking's|queen's) (?:\w+ ){0,1}$")
# "My Poppy off to camp": an everyday word is a name where it does what children do.
OFF_SHE_GOES = saying("family_sayings.off_she_goes")
ROYAL = late(r"(?:saint|st\.?|king|queen|prince|princess) $")
CALLED = late(" (?:called|named) ")
POSSESSIVES = word_set("my our ma mi mine oor wor")
SPOKEN_KIN = listed("family_sayings.spoken_kin")
