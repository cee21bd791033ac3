"""How people speak of a day of birth, and of days that are nobody's: the patterns of the birth date detector."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

from privacy_check.text.cues import late

AGE_WORDS = (
    "thirty|forty|fifty|sixty|seventy|eighty|ninety|eighteen|twenty[ -]?one|twenty[ -]?five"
    "|thirty[ -]?five|forty[ -]?five"
)
# Words that open a date of birth, and how many characters may stand between them and the date.
BEFORE = late(
    r"(?:(?<![a-z])(?P<strong>d\.?o\.?b\.?|d o b|date of birth|birth ?date|born(?!\sagain)|b\.|b['-]?day|birthday|birth day"
    r"|nacido|geboren|n[ée]e? le"
    r"|came into (?:the|this) world|welcomed? to (?:the|this) world(?! (?:cup|of|series|record|tour))"
    r"|welcom(?:ed|ing)? (?:our|baby|little)"
    r"|(?:twins|baby|girl|daughter|son|triplets|little one) (?:\w+ ){0,3}(?:came|came along"
    r"|joined us)(?: to us)?|made (?:his|her|their) (?:\w+ )?(?:entrance|appearance)"
    r"|premature|prem|preemie|entered the world|on (?:this|the) (?:planet|earth) since"
    r"|est(?:ablished)? (?=my)"
    r"|(?:mum|mam|mom|mummy|mother) had me|(?:arrived|landed) on (?:this|the) (?:planet|earth)"
    r"|my (?:big )?(?:1[3-9]|[2-9][0-9])(?:st|nd|rd|th)(?:'s| is| falls)?(?= on )"
    r"|(?:passport|id|licence) says (?:i was )?"
    r"|turn(?:s|ed|ing)?\s(?:the\sbig\s)?(?:[0-9]{1,2}|" + AGE_WORDS + r")"
    r"|(?:the\s)?big\s(?:[1-9][0-9]|(?:three|four|five|six|seven|eight|nine)[ -]?(?:oh?|0|zero)|"
    + AGE_WORDS
    + r")"
    r"|(?:be|i'm|im|be the big|am|hits?|hitting|reach(?:ed|ing)?|reach|been)\s[1-9][0-9]\s(?:on|this)"
    r"|(?<![0-9,.£$/:-])(?:[1-9][0-9]|" + AGE_WORDS + r")(?:th|st|nd|rd)?\s(?:today|this))(?![a-z])"
    r"|(?:^|[.!?\n]\s?)(?P<clause>(?:1[3-9]|[2-9][0-9])\son(?![a-z])|me:)"
    r"|(?<![a-z])(?P<near>aries|taurus|gemini|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces"
    r"|(?:our|my)\s(?:\w+\s)?baby(?:\s(?:boy|girl))?|(?:leap|leap year|christmas|new year) baby)(?![a-z])"
    r"|(?<![a-z])(?P<arrived>arrived|arrival|came(?= [^.!?\n]{1,14} (?:days?|weeks?|wks?|months?) (?:early|late|overdue)(?![a-z])))(?![a-z])"
    r"|(?<![a-z])(?P<parent>(?:mum|mam|mom|mummy|mammy|mommy|mama|dad|daddy|nan|nanny|nana|grandma|gran|parents?)"
    r"\s(?:to|of)|(?<=\w's )(?:mummy|mum|mam|mammy|mama|daddy|dad|nanny))(?![a-z])"
    r"|(?P<sign>[🎂🍰🎈🥳👶🍼♈♉♊♋♌♍♎♏♐♑♒♓]))"
)
REACHES = {"strong": 48, "clause": 4, "arrived": 36, "sign": 24}
# Between a sign of the zodiac or "our baby" and its date stands hardly anything.
HARDLY = late(
    r"[\s,(:|/-]{1,4}(?:(?:baby|born|sun|gang|on|(?!shower|scan|group|monitor|class|season|room|bank|show)[a-z-]{3,12})[\s,:(]{1,3})?\Z"
)
# After "mum to", names of children, each perhaps with a date of its own.
CHILDREN = late(
    r"(?:[\s,&+()|:-]|[^\x00-\x7f]|and(?![a-z])|[^\W\d_][\w'-]+|[0-9]{1,2}[./-][0-9]{1,2}[./-](?:[0-9]{4}|[0-9]{2})){0,14}\Z"
)
NOT_CHILDREN = late(
    r"💍|👰|🤵|(?<![a-z])(?:mrs|married|wife|husband|wedding|engaged|together|est|since|sober|met|hubby|moved|joined)(?![a-z])"
)
# A baby arrives, and so does a parcel.
BIRTH_SCENE = late(
    r"(?<![a-z])(?:baby|babies|twins?|triplets|weigh\w*|[0-9]{1,2}\s?(?:lbs?|oz)|little (?:one|girl|boy|man|lady)"
    r"|newborn|(?:weeks?|days?) (?:early|late)|due|(?:his|her) (?:dad|mum|mam)|mum (?:and|is)|c-?section|mother and|our (?:son|daughter|boy|girl))"
    r"(?![a-z])|[👶🍼]"
)
AFTER = late(
    r"[\s,:()\-|]{0,4}(?:(?:is|was)\s)?(?:(?:it'?s\s)?(?:my|his|her|our \w+'s"
    r"|\w+'s)\s(?:big\s)?(?:\w+\s)?(?:birthday|b-?day|birth\s?date|date of birth|d\.?o\.?b)"
    r"|(?:birthday|b-?day|babies|baby|born(?!\s(?:again|out|from|to|for|and))|aries|taurus|gemini|cancerian|leo|virgo"
    r"|libra|scorpio|sagittarius|capricorn|aquarius|pisces)(?![a-z])"
    r"(?!\s(?:bump|treats?|party|drinks|do|meal|bash|night|season|sale|cards?|group|shower|class|fair|show|bakery|monitor|scan|clothes|stuff|shop))"
    r"|(?:at\s)?[0-9]{1,2}\s?lbs?(?![a-z])|weigh|that's me(?=\W{0,3}(?:\n|\Z))"
    r"|[🎂♈♉♊♋♌♍♎♏♐♑♒♓])"
    r"|\s(?:is|was) (?:an?|my) (?:\w+ ){0,2}(?:birthday|b-?day|date of birth)(?![a-z])"
    r"|[,\s][^.!?\n]{0,26}(?<![a-z])(?:that's|it's|that is|is) (?:my|our \w+'s)"
    r"\s(?:birthday|b-?day|date of birth|dob)(?![a-z])"
)
# Asked for at a counter, out loud: "the receptionist made me shout it. 2.11.64".
CLERK = (
    r"(?:receptionist|recept\w*|recpt|pharmac\w+|chemist|doctors?|surgery|gp|nurse|clinic|hospital|bouncers?|bank"
    r"|call centre|border force|passport control|self ?checkout|checkout)(?![a-z])"
)
COUNTER = late(
    rf"(?<![a-z])(?:{CLERK}[^\n]{{0,60}}?(?<![a-z])(?:ask\w*|made me|makes me|shout\w*|repeat\w*|confirm\w*|say it|looked at|checked|scanned|saw|gave"
    rf"|told|wanted|spell|read out)(?![a-z])[^\n]{{0,60}}|(?:told|gave|shouted|read|spelled) (?:it )?(?:to )?(?:the|my) {CLERK}"
    r"(?: it's| its| it was)?[ :,]{1,3})\Z"
)
BORN_BY = 2010
BETWEEN_STOP = late(
    r"[.!?]\s+[a-z]|(?<![a-z])(?:not|married|season|match|wedding|anniversary|died|passed|vows|d\.|rip|founded|opened|meets?"
    r"|released?|out|tickets?|joined|since|registered|updated|posted|created|established"
    r"|party|drinks|bash|meal|do|celebrat\w+|sale|until|till|deadline|exam|interview|gig|tour|event|open|away"
    r"|launch\w*)(?![a-z])|🎟"
)
# "DOB 120388": no sign between day, month and year.
IN_ONE_RUN = late(
    r"(?<![a-z])(?:d\.?o\.?b\.?|d o b|date of birth)(?:\sis)?\W{1,3}"
    r"(?P<all>(?P<day>[0-3]?[0-9])(?P<gap>\s?)(?P<month>[01]?[0-9])(?P=gap)(?:(?:19|20)[0-9]{2}|[0-9]{2}))(?![0-9/.-])"
)
QUESTION = late(
    r"(?<![a-z])(?:your|ur|the|a) (?:birthday|b-?day|date of birth|dob)(?![a-z])[^?\n]{0,24}\?\s?[\"']?\s?"
    r"(?:(?:it's|it is|mine's|mine is|that's|well|erm?|um|oh|a|yes|why)[,\s]{1,2}){0,3}(?:the\s)?\Z"
    r"|(?<![a-z])(?:birthday|date of birth|dob)\?\s[^?\n]{0,60}:\s?\Z"
)
# "Her birthday's in June, mine's the 2nd of February": somebody else's may come first.
MINE_TOO = late(
    r"(?<![a-z])(?:birthday|b-?day|birthdays|born)(?:'s)?(?![a-z])[^!?\n]{0,70}(?<![a-z])(?:mine(?:'s| is| was)|i was born)(?: on)?(?: the)? \Z"
)
I_WAS_BORN = late(
    r"(?<![a-z])(?:i was born|mine(?:'s| is| was)|i'm born|me, born)(?: on)?(?: the)? \Z|i share (?:a|my) birthday[^.!?\n]{0,50}\Z"
)
BARE_BORN = late(r"(?<![a-z])born\s(?:out of|from|to|for|and bred|& bred)(?![a-z])")
# A shop, a club and the health service have birthdays that nobody is born on.
A_THING = late(
    r"(?<![a-z])(?:shop|store|club|business|company|nhs|school|site|website|podcast|band|page|channel|group|allotment|pub"
    r"|cafe|bakery|charity|church|team|salon|brewery|league|app|book|album|film|library|museum|festival|reopening|parcel|delivery|order|package|sofa|bed|boiler|kitchen|carpet|fridge|tv|laptop|post|letter|dress|bill|present|ticket|tickets|train|bus)"
    r"(?:'s)?(?:\s(?:was|is|were|will be|has|finally|officially)){0,2}\s{0,2}\Z"
)
THING_NEXT = late(
    r"\s(?:of|for|to)\s(?:our|the|my|a)\s(?:\w+\s)?(?:shop|store|club|business|company|nhs|school|site|website|podcast|band"
    r"|page|channel|group|allotment|pub|cafe|bakery|charity|church|team|salon|brewery|house|garden|library|museum|town|city|village|street)(?![a-z])"
)
OTHERS = late(
    r"(?<![a-z])(?:on this day|otd|queen|king|president|prime minister|shakespeare|author|singer|actor|composer"
    r"|poet"
    r"|historic\w*|founder|legend|biography|museum|exhibition)(?![a-z])"
)
# "Happy birthday" greets somebody: only the writer and family count.
GREETS = late(r"happy\s(?:\w+\s){0,2}(?:birthday|b-?day)")
OWN_PEOPLE = late(
    r"(?<![a-z])(?:me+|my|myself|mum|mam|mom|dad|nan|nana|gran|granny|grandad|grandma|sis|sister|bro|brother|son"
    r"|daughter|boy|girl|baby|twins?"
    r"|princess|prince|darling|our|hubby|husband|wife|auntie|uncle|niece|nephew|little|bestie|mini|lad|babe"
    r"|love)(?![a-z])"
)
# First name and surname before "was born": somebody people write about.
FULL_NAME = late(r"(?<![\w@#])[A-Z][\w'-]+ (?:[A-Z][\w.'-]* ){1,2}(?:was |were |\()?(?:born|b\.)")
NAMED = late(
    r"(?<![\w@#'])(?P<first>[A-Z][\w-]+)(?: (?P<last>[A-Z][\w'-]+))?(?:'s (?:\w+ ){0,2}(?:birthday|b-?day)"
    r"|,? (?:would(?:'ve| have) been|would(?:'ve| have) turned|turns? [0-9]|is [0-9]|was born|born|were born))"
)
OWN_CHILD = late(r"(?<![a-z])(?:my|our|baby|newborn|arrived|weigh\w+|[0-9]{1,2}\s?lbs?)(?![a-z])")
CHILD = late(
    r"(?<![a-z])(?:my|our)\s(?:\w+\s){0,3}(?:son|daughter|boy|girl|baby|little\sone|twins?|kid|children|grandson"
    r"|granddaughter)(?![a-z])"
    r"|(?<![a-z])(?:weigh\w+|[0-9]{1,2}\s?lbs?|newborn|arrived|baby|was born|were born|son|daughter|toddler"
    r"|happy\s[0-9]{1,2}(?:st|nd|rd|th)\sbirthday)(?![a-z])"
)
