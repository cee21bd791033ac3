"""How people speak of a day of birth, and of days that are nobody's: the patterns of the birth date detector."""

from __future__ import annotations

from privacy_check.text.cues import late
from privacy_check.text.sayings import piece, saying

AGE_WORDS = (
    "thirty|forty|fifty|sixty|seventy|eighty|ninety|eighteen|twenty[ -]?one|twenty[ -]?five"
    "|thirty[ -]?five|forty[ -]?five"
)
# Words that open a date of birth, and how many characters may stand between them and the date.
BEFORE = late(
    (
        r"(?:(?<![a-z])(?P<strong>d\.?o\.?b\.?|d o b|date of birth|birth ?date|born(?!\sagain)|b\."
        "|b['-]?day|birthday|birth day|nacido|geboren|n[ée]e? le|came into (?:the|this) world"
        "|welcomed? to (?:the|this) world(?! (?:cup|of|series|record|tour))|welcom(?:ed|ing)? (?:our"
        r"|baby|little)|(?:twins|baby|girl|daughter|son|triplets|little one) (?:\w+ ){0,3}(?:came"
        r"|came along|joined us)(?: to us)?|made (?:his|her|their) (?:\w+ )?(?:entrance|appearance)"
        "|premature|prem|preemie|entered the world|on (?:this|the) (?:planet|earth) since"
        "|est(?:ablished)? (?=my)|(?:mum|mam|mom|mummy|mother) had me|(?:arrived|landed) on (?:this"
        "|the) (?:planet|earth)|my (?:big )?(?:1[3-9]|[2-9][0-9])(?:st|nd|rd|th)(?:'s| is"
        "| falls)?(?= on )|(?:passport|id|licence) says (?:i was )?|turn(?:s|ed"
        r"|ing)?\s(?:the\sbig\s)?(?:[0-9]{1,2}|"
    )
    + AGE_WORDS
    + r")"
    r"|(?:the\s)?big\s(?:[1-9][0-9]|(?:three|four|five|six|seven|eight|nine)[ -]?(?:oh?|0|zero)|"
    + AGE_WORDS
    + r")"
    r"|(?:be|i'm|im|be the big|am|hits?|hitting|reach(?:ed|ing)?|reach|been)\s[1-9][0-9]\s(?:on|this)"
    r"|(?<![0-9,.£$/:-])(?:[1-9][0-9]|"
    + AGE_WORDS
    + (
        r")(?:th|st|nd|rd)?\s(?:today|this))(?![a-z])|(?:^|[.!?\n]\s?)(?P<clause>(?:1[3-9]"
        r"|[2-9][0-9])\son(?![a-z])|me:)|(?<![a-z])(?P<near>aries|taurus|gemini|leo|virgo|libra|scorpio"
        r"|sagittarius|capricorn|aquarius|pisces|(?:our|my)\s(?:\w+\s)?baby(?:\s(?:boy|girl))?|(?:leap"
        "|leap year|christmas|new year) baby)(?![a-z])|(?<![a-z])(?P<arrived>arrived|arrival"
        r"|came(?= [^.!?\n]{1,14} (?:days?|weeks?|wks?|months?) (?:early|late"
        "|overdue)(?![a-z])))(?![a-z])|(?<![a-z])(?P<parent>(?:mum|mam|mom|mummy|mammy|mommy|mama|dad"
        r"|daddy|nan|nanny|nana|grandma|gran|parents?)\s(?:to|of)|(?<=\w's )(?:mummy|mum|mam|mammy|mama"
        "|daddy|dad|nanny))(?![a-z])|(?P<sign>[🎂🍰🎈🥳👶🍼♈♉♊♋♌♍♎♏♐♑♒♓]))"
    )
)
REACHES = {"strong": 48, "clause": 4, "arrived": 36, "sign": 24}
# Between a sign of the zodiac or "our baby" and its date stands hardly anything.
HARDLY = saying("birth_sayings.hardly")
# After "mum to", names of children, each perhaps with a date of its own.
CHILDREN = saying("birth_sayings.children")
NOT_CHILDREN = saying("birth_sayings.not_children")
# A baby arrives, and so does a parcel.
BIRTH_SCENE = saying("birth_sayings.birth_scene")
AFTER = saying("birth_sayings.after")
# Asked for at a counter, out loud: "the receptionist made me shout it. 2.11.64".
CLERK = piece("birth_sayings.clerk")
COUNTER = saying("birth_sayings.counter", CLERK=CLERK)
BORN_BY = 2010
BETWEEN_STOP = saying("birth_sayings.between_stop")
# "DOB 120388": no sign between day, month and year.
IN_ONE_RUN = saying("birth_sayings.in_one_run")
QUESTION = saying("birth_sayings.question")
# "Her birthday's in June, mine's the 2nd of February": somebody else's may come first.
MINE_TOO = saying("birth_sayings.mine_too")
I_WAS_BORN = saying("birth_sayings.i_was_born")
BARE_BORN = late(r"(?<![a-z])born\s(?:out of|from|to|for|and bred|& bred)(?![a-z])")
# A shop, a club and the health service have birthdays that nobody is born on.
A_THING = saying("birth_sayings.a_thing")
THING_NEXT = saying("birth_sayings.thing_next")
OTHERS = late(
    r"(?<![a-z])(?:on this day|otd|queen|king|president|prime minister|shakespeare|author|singer|actor|composer"
    r"|poet"
    r"|historic\w*|founder|legend|biography|museum|exhibition)(?![a-z])"
)
# "Happy birthday" greets somebody: only the writer and family count.
GREETS = late(r"happy\s(?:\w+\s){0,2}(?:birthday|b-?day)")
OWN_PEOPLE = saying("birth_sayings.own_people")
# First name and surname before "was born": somebody people write about.
FULL_NAME = late(r"(?<![\w@#])[A-Z][\w'-]+ (?:[A-Z][\w.'-]* ){1,2}(?:was |were |\()?(?:born|b\.)")
NAMED = late(
    r"(?<![\w@#'])(?P<first>[A-Z][\w-]+)(?: (?P<last>[A-Z][\w'-]+))?(?:'s (?:\w+ ){0,2}(?:birthday|b-?day)"
    r"|,? (?:would(?:'ve| have) been|would(?:'ve| have) turned|turns? [0-9]|is [0-9]|was born|born|were born))"
)
OWN_CHILD = late(r"(?<![a-z])(?:my|our|baby|newborn|arrived|weigh\w+|[0-9]{1,2}\s?lbs?)(?![a-z])")
CHILD = saying("birth_sayings.child")
