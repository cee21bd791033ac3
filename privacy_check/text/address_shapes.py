"""The shapes of house numbers, streets, named houses and postal lines, and the words that tell a home from a
shop.
"""

from __future__ import annotations

from privacy_check.text.cues import late, word_set
from privacy_check.text.sayings import cue_of, listed, piece, saying, several
from privacy_check.text.vocabulary import NUMBER_WORDS

TYPES = listed("address_shapes.types")
SHORT_TYPES = word_set("st str rd ave av cl drv ln cres terr gdns ct sq blvd")
SURE_TYPES = listed("address_shapes.sure_types")
TYPE = "|".join(sorted((*TYPES, r"st\.?"), key=len, reverse=True))
STREET_WORDS = " ".join((*TYPES, "st str heol ffordd stryd rhodfa lon clos maes rue via calle"))
NUM = r"\d{1,4}[a-z]?(?: ?[-/&] ?\d{1,4}[a-z]?)?"
UNIT = piece("address_shapes.unit")
BUILDING_WORD = piece("address_shapes.building_word")
BUILDING = rf"(?:the )?(?:[a-z][a-z'.-]* ){{0,3}}{BUILDING_WORD}"
NAME = r"(?:(?:[a-z][a-z'.-]*|st\.?|1st|2nd|3rd|\d{1,2}(?:st|nd|rd|th)) ){1,4}?"
STREET = piece("address_shapes.street", NAME=NAME, TYPE=TYPE)
NUMBERED = cue_of(
    "address_shapes.numbered", BUILDING=BUILDING, NUM=NUM, STREET=STREET, STREET_WORDS=STREET_WORDS, UNIT=UNIT
)
NAMED_HOUSE = cue_of("address_shapes.named_house", BUILDING=BUILDING, STREET=STREET, STREET_WORDS=STREET_WORDS)
SPELLED = cue_of("address_shapes.spelled", NUMBER_WORDS=NUMBER_WORDS, STREET=STREET)
HOUSE_END = piece("address_shapes.house_end")
HOUSE_OURS = several("address_shapes.house_ours", HOUSE_END=HOUSE_END)
STREET_ONLY = cue_of("address_shapes.street_only")
CODE_ENDS = late(r"[0-9][a-z]{2}(?![a-z0-9])")
POSTCODE = late(r"(?<![a-z0-9])(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})(?![a-z0-9])")
PART = saying("address_shapes.part")
US = cue_of("address_shapes.us")
# The first line of an address in small letters: "flat 2b", "61a cavendish meadow", "apple tree cottage".
SMALL_LINE = saying("address_shapes.small_line", BUILDING_WORD=BUILDING_WORD)
# The same without commas: "88 broadway nottingham", up to the postcode.
SMALL_PLAIN = saying("address_shapes.small_plain")
POSTAL_WORD = saying("address_shapes.postal_word", BUILDING_WORD=BUILDING_WORD, TYPE=TYPE)
FLAT_IN = cue_of("address_shapes.flat_in", BUILDING_WORD=BUILDING_WORD)
THEN_STREET = late(
    r", ?(?:[A-Z][\w'.-]* ){1,3}(?:Street|Road|Avenue|Lane|Drive|Close|Way|Hill|Grove|Crescent|Terrace|Row)(?!\w)"
)
HOUSE_ALONE = cue_of("address_shapes.house_alone")
NAME_AND_LANE = cue_of("address_shapes.name_and_lane")
HOME_WORDS = saying("address_shapes.home_words")
OUR_STREET = saying("address_shapes.our_street")
TO_STREET = saying("address_shapes.to_street")
PUBLIC = saying("address_shapes.public")
OWN_STREET = saying("address_shapes.own_street")
# Doors that belong to a story, an office or the news, whoever writes of them.
ICONIC = word_set(
    "4 privet drive,221b baker street,742 evergreen terrace,32 windsor gardens,10 downing "
    "street,11 downing street,12 grimmauld place,42 wallaby way,124 conch street,1 coronation "
    "street,31 spooner street,25 cromwell street,10 rillington place,62 west wallaby street,28 "
    "barbary lane,7 eccles street,1313 mockingbird lane,1600 pennsylvania avenue,9 coronation "
    "street,177a bleecker street,129 west 81st street,52 festive road",
    ",",
)
# Words that stand in no street's name: "2 Islands to cast Time Walk" is a game.
NEVER_INSIDE = word_set(
    "to at for with from is are was were that than this it he she they has have had can will so "
    "but if when who dies"
)
FAMOUS = word_set(
    "baker street,downing street,coronation street,albert square,privet drive,ramsay street,sesame "
    "street,elm street,wisteria lane,evergreen terrace,charing cross road,abbey road,penny "
    "lane,oxford street,carnaby street,bond street,regent street,brick lane,fleet street,wall "
    "street,quality street,easy street,high street,harley street,savile row,park lane,waterloo "
    "road,main street,memory lane,diagon alley,rodeo drive,sunset boulevard,electric "
    "avenue,windsor gardens,brookside close,walford east,grange hill,bleecker street,jump "
    "street,cherry lane,notting hill,drury lane,pudding lane,portobello road,fifth avenue,madison "
    "avenue,desolation row,lombard street,spooner street,mockingbird lane,paradise road,the "
    "street,the road,the close,the drive,the way,the place,the end,the hill,the park,the view,the "
    "top,the side,no way,all the way",
    ",",
)
RESIDENTS = saying("address_shapes.residents")
LEADS = word_set("the our my this on in what no that near love anyone lost found moved all by")
NOT_NAMES = listed("address_shapes.not_names")
