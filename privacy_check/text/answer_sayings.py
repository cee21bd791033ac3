"""How people give away maiden names, first cars, schools and childhood streets: the patterns of security
answers.
"""

from __future__ import annotations

from privacy_check.text.cues import late, word_set
from privacy_check.text.pets import ANIMAL
from privacy_check.text.sayings import cue_of, listed, piece, saying, several

_MARRYING = (
    "(?:got |was |were |get )?(?:married|marrying|wed|wedded|the wedding|dad|marriage|wedding"
    "|a ring|i married|hitched)"
)
MAIDEN = several("answer_sayings.maiden")
IS_MAIDEN = cue_of("answer_sayings.is_maiden")
BEFORE_WED = saying("answer_sayings.before_wed", MARRYING=_MARRYING)
# "I was born a Leo, raised a Catholic": signs, faiths and places, not surnames.
NOT_SURNAMES = listed("answer_sayings.not_surnames")
GREW_UP = cue_of("answer_sayings.grew_up")
STREET = saying("answer_sayings.street")
_FIRST = piece("answer_sayings.first")
_FAVOURITE = r"(?:teacher|film|movie|book|band|song|food|team|football team|toy|sweets|singer)"
_YOUNG = piece("answer_sayings.young")
_FILLER = piece("answer_sayings.filler", ANIMAL=ANIMAL)
_LINK = piece("answer_sayings.link", FILLER=_FILLER)
QUESTIONS = cue_of("answer_sayings.questions", FAVOURITE=_FAVOURITE, FIRST=_FIRST, LINK=_LINK, YOUNG=_YOUNG)
# What people answer in small letters: the secret words, and lines of a list.
SMALL_TOPICS = late(r"memorable|password|security")
SMALL_IN_A_LIST = late(r"job|film|movie|food|book|band|song|holiday|toy|sweets")
SMALL_VALUE = saying("answer_sayings.small_value")
NO_ANSWER = listed("answer_sayings.no_answer")
LISTED = saying("answer_sayings.listed")
BORN_AT = cue_of("answer_sayings.born_at")
BORN_IN_A_LIST = late(r"(?:\d\s?[.):-]|[✅☑•-])\s*born (?:in|at) ")
FIRST_SCHOOL = cue_of("answer_sayings.first_school")
FIRST_WHEELS = cue_of("answer_sayings.first_wheels")
BEST_TEACHER = cue_of("answer_sayings.best_teacher")
TAUGHT_ME = cue_of("answer_sayings.taught_me")
# "School: Holly Lodge. Teacher: Mrs Finch.": a list of labels.
LABEL = cue_of("answer_sayings.label")
NOT_TEAMS = listed("answer_sayings.not_teams")
MY_TEACHER = cue_of("answer_sayings.my_teacher")
QUIZ = cue_of("answer_sayings.quiz")
QUIZ_PARTS = saying("answer_sayings.quiz_parts")
QUIZ_SAID = saying("answer_sayings.quiz_said")
# Names of these games are always a first pet and a street or a maiden name.
QUIZ_NAME = late(r"(?:porn ?star|stripper) name(?:'s| is| was| would be|:)+ (?=[^\W\d_])")
# The name a game gave, two capitals long; nobody is called Drop Yours.
TWO_CAPITALS = saying("answer_sayings.two_capitals")
GAME_NAME = late(r"name(?:'s| is| was| would be|:| =) (?=[^\W\d_][^(\n]{2,40}\()")
PART_VALUE = saying("answer_sayings.part_value")
FIRST_JOB = cue_of("answer_sayings.first_job")
TEACHERS_OF_FICTION = word_set(
    "trunchbull honey snape dumbledore mcgonagall bouquet bucket tumble chips miyagi garvey keating"
)
MODEL = late(r"(?: (?:\d\.\d|\d(?!\w)|[A-Z][A-Za-z]+|[A-Z]{1,3}\d?|GTi?|\d{3,4}))+")
TITLES = word_set("lord lady sir dame princess prince duke duchess king queen count countess dj mc captain")
TEAM = cue_of("answer_sayings.team")
CARS = listed("answer_sayings.cars")
# "G reg Metro", "mk2 Fiesta", "1.1 Fiesta": what comes before the name of the car.
WORN_CAR = late(
    r"(?:(?:[a-z]|[0-9]{2})[ -]?reg(?:istration)?|mk ?(?:[0-9]|i{1,3})|[0-9]\.[0-9](?: ?l)?"
    "|(?:19|20)[0-9]{2})(?: (?:old|red|blue|white|green|ford|vauxhall|austin"
    f"|vw))* (?:{'|'.join(sorted(CARS))})(?![a-z])"
)
