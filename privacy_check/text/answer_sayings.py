"""How people give away maiden names, first cars, schools and childhood streets: the patterns of security answers."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

from privacy_check.text.cues import cue, late, word_set
from privacy_check.text.pets import ANIMAL

_MARRYING = r"(?:got |was |were |get )?(?:married|marrying|wed|wedded|the wedding|dad|marriage|wedding|a ring|i married|hitched)"
MAIDEN = (
    cue(
        "née nee maiden formerly birth surname used",
        r"(?:n[ée]e:?|(?P<clear>maiden name)(?:'s|s| is| was|:| =|,|\?)?(?: (?:is|was|and it's|it's|it was))?(?: an?)?|formerly|surname (?:before (?:marriage|marrying|(?:she|i) (?:got )?married|the wedding)|at birth)(?: was| is|:)|birth surname(?: is| was|:)?|used to be an?) (?=[^\W\d_])",
    ),
    cue(
        "i im i'm mother mum mam mom nan nana nanny gran grandma grandmother",
        r"(?:i'm|im|i am|i|mother|mum|mam|mom|nan|nana|nanny|gran|grandma|grandmother)(?:'s side)?(?: of the family)?(?: (?:was|is|were|are))?(?: (?P<born>born))?(?: all)? (?:an?|the) (?=[^\W\d_])",
    ),
    cue("mum mother", r"(?:mum|mother)'s name (?:was|before)(?: she)?(?: married)?(?: was)? "),
)
IS_MAIDEN = cue(
    "maiden",
    r"(?P<name>[^\W\d_][\w'-]+)(?:,| is| was| being)(?: \w+ ){0,4}?\s?(?:my|our|her|me|mum's|the|nan's|mam's|gran's|mother's|a) (?:mum's |mam's |mother's |nan's |gran's )?maiden name",
    0.8,
    before=44,
    after=16,
)
BEFORE_WED = late(
    rf"(?:before|until|till|til|'til) (?:she |they |her |i |we |mum |gran |nan )?{_MARRYING}|maiden|(?<![a-z])n[ée]e(?![a-z])|by birth|, now (?:an?|just|only) |(?:'s|her|mum's) side"
)
# "I was born a Leo, raised a Catholic": signs, faiths and places, not surnames.
NOT_SURNAMES = word_set(
    "leo virgo libra gemini aries taurus cancer pisces aquarius scorpio capricorn sagittarius catholic muslim jew jewish hindu sikh protestant tory lefty scouser geordie mackem brummie "
    "yorkshireman londoner mancunian glaswegian red blue winner rebel star genius monday tuesday wednesday thursday friday saturday sunday christmas twin welsh scottish irish english british"
)
GREW_UP = cue(
    "street road house avenue home grew raised was brought born childhood spent first old lived living",
    r"(?:(?:lived|living) (?:on|at|in)(?= [^.!?\n]{4,30} (?:as a (?:kid|child|boy|girl|bairn|teenager)|when i was|growing up|till i was|until i was))|(?:street|road|house|avenue|home)(?: (?:that |where |which )?(?:i|we|you|me))? (?:grew up|lived|were raised|was raised|was born)(?: (?:in|on|at))?(?: as a (?:kid|child))?(?:,| was| is)?(?: on| in)?"
    r"|(?:grew up|was raised|raised|brought up) (?:in|at|above|over) (?:an? |the )(?:\w+ ){1,3}?on|(?:old|first) (?:street|road) (?:was|is)|(?:grew up|was raised|raised|brought up|born) (?:on|just off|off|at(?: the (?:top|bottom|end) of)?)(?! an? )|spent (?:my|our) childhood (?:on|in)|childhood (?:street|road|home|address|house)(?: (?:was|is))?(?: (?:on|in|at))?|first (?:street|road|home|house|address)(?: (?:was|is))?(?: on)?)"
    r"(?:\s?[:=?,>-]+)? (?:(?:number |no\.? ?)?\d{1,4}[a-z]? )?",
)
STREET = late(
    r"(?:[A-Z][\w'.-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Close|Drive|Lane|Ln|Grove|Crescent|Terrace|Place|Way|Gardens|Court|Hill|Row|Walk|Mews|Square|Park|View|Rise|Green)\b"
)
_FIRST = (
    r"(?:pet|dog|cat|hamster|rabbit|goldfish|car|motor|wheels|bike|primary school|school|street|road|house|job|boss|crush|love|kiss|snog|teacher|best friend|best mate|best pal|friend|mate|pal"
    r"|concert|gig|boyfriend|girlfriend|album|single|record|book|film|movie|band|song|football team|sports team|team|holiday)"
)
_FAVOURITE = r"(?:teacher|film|movie|book|band|song|food|team|football team|toy|sweets|singer)"
_YOUNG = r"(?:when (?:i|we) (?:was|were) (?:an? )?(?:kid|wee|little|young|small|bairn|child|boy|girl|nipper|\w{3,5} years old)|as an? (?:kid|child|bairn|boy|girl|nipper)|growing up|of my childhood|from childhood)"
_FILLER = (
    r"(?: (?:an?|the|me|my|our|mum's|dad's|nan's|grandad's|at|called|named|old|for|always|still|probably|obviously|has|been|because|so|been|and|will|be|that|it|it's|was|of|course|little|in|on|with|ancient|second hand|knackered|battered|beaten up"
    rf"|beige|red|blue|white|black|green|silver|yellow|orange|brown|grey|{ANIMAL})\b,?){{0,5}}"
)
_LINK = (
    rf"(?P<link>,? (?:obviously|of course|naturally|honestly|sadly),? (?:was|is){_FILLER}|,? (?:and )?(?:of course |obviously |naturally )?(?:it was|it's (?:always )?|that was){_FILLER}|, an?{_FILLER}|,? (?:with|was with|was|is|were|has to be|had to be|was called|is called|called|named|would be|being|at|has always been){_FILLER}"
    rf"|\s?(?:[:=?]+|-+>?)(?: a:)?{_FILLER}|,? )\s?[\"']?"
)
QUESTIONS = cue(
    "st first childhood fave fav favourite favorite best old primary infant junior maths english reception birthplace birth place city town born pet pets mother mothers mum mums football team maternal memorable middle school honeymoon where what password security answer my name nickname",
    rf"(?P<topic>(?:first|1st|st)(?: ever)? {_FIRST}|(?:childhood|old)(?: best)? (?:pet|dog|cat|crush|teacher|(?:maths|english|primary school|history|art|science|games|pe) teacher|friend|best friend|mate|best mate|pal|nickname|hero|sweetheart|film|book|toy)|childhood best (?:friend|mate|pal)"
    rf"|(?:fave|fav|favou?rite|best)(?: childhood| ever| primary school| primary| school)? {_FAVOURITE}|(?:primary|infant|junior|maths|english|reception|primary school|infant school|junior school) teacher|(?:primary|infant|junior) school"
    rf"|best (?:mate|friend|pal) (?:{_YOUNG}|(?:at|from) (?:primary|infant)? ?school|at primary)|where were you born|where (?:i was|was i) born|what was your first \w+|birth ?place|place of birth|(?:city|town) of birth|birth ?town|born at|pet'?s? name|mother'?s? maiden name|mum'?s maiden name"
    r"|(?:football )?team(?: i support)?|maternal grandmother|nickname (?:at school|as a kid|growing up)|memorable (?:word|place|name|person)|password (?:hint|reminder|clue)|security (?:answer|question|word)(?: answered)?|answer to (?:my|the) security question|middle name|school mascot|honeymoon)"
    rf"(?: (?:name|called|named|ever|in school|i ever (?:had|loved|got|bought)|(?:we|i) (?:had|bought|got|owned|went to)|at (?:school|primary)|on my account|growing up|as an? security (?:question|answer)|{_YOUNG}))*"
    rf"{_LINK}",
    after=170,
)
# What people answer in small letters: the secret words, and lines of a list.
SMALL_TOPICS = late(r"memorable|password|security")
SMALL_IN_A_LIST = late(r"job|film|movie|food|book|band|song|holiday|toy|sweets")
SMALL_VALUE = late(
    r"[a-z][a-z'&-]+(?: (?!\d|first|fave|tag|copy|and has|because|lol|but|so|xx)[a-z'&]+){0,3}(?=\s*(?:[.,;/|\n!?)✅☑•]|\d[.):]|$|lol|xx?\b|because|and has|[^\x00-\x7f]))"
)
NO_ANSWER = word_set(
    "is was a an the for that so to it its it's on in of at i i've ive they he she we you and or but not no never none my mine your what which who when where why how because ask asks asked asking will would can "
    "should could be been has have had must wants please again weird hard easy wrong right stupid day days ever yet since too very really just only"
)
LISTED = late(
    r"(?<![a-z])(?:copy|paste|tag|about me|get to know|quiz|your (?:go|turn)|your answers|\d+ (?:things|facts|questions)|pass it on|answer these|getting to know)(?![a-z])|✅|☑"
)
BORN_AT = cue(
    "born i birth birthplace place home hometown birthtown",
    r"(?:born(?: in)?\s?[:=]\s?|i was born (?:in|at) (?=[^.,!?\n]{2,30}(?:general|infirmary|hospital|maternity|royal)(?![a-z]))|(?:place of birth|birth ?place|birth ?town|home ?town)\s?[:=,]?(?: is| was)? )(?=[^\W\d_])",
    0.7,
)
BORN_IN_A_LIST = late(r"(?:\d\s?[.):-]|[✅☑•-])\s*born (?:in|at) ")
FIRST_SCHOOL = cue(
    "went attended",
    r"(?:went to|attended) (?P<name>(?:[^\W\d_][\w'.]* ){1,4}?(?:infants?|juniors?|primary|nursery)(?: school)?)(?!\w)",
    0.7,
)
FIRST_WHEELS = cue(
    "learned learnt passed drove driving",
    r"(?:learn(?:ed|t) to drive|passed my (?:driving )?test|drove (?:to school|around|about)|driving lessons)(?: (?!in\b)\w+){0,5}?(?: back then| in \d{4})? (?:in|around in) (?:an?|my|mum's|dad's|nan's|grandad's|the|our)(?: (?:old|red|blue|white|beige|green|battered|knackered|ancient|mum's|dad's|nan's|grandad's|mam's|sister's|brother's|uncle's))* ",
)
BEST_TEACHER = cue(
    "mr mrs miss ms",
    r"(?<!\w)((?:mr|mrs|miss|ms) [^\W\d_][\w'-]+)(?:,? (?:in )?(?:year \d{1,2}|[a-z]+)?)?,? (?:(?:was|is|were),? ?)?(?:(?:still|always|easily|honestly|by far|hands down) )?(?:the best|best|my (?:fave|favou?rite)|(?:the )?most inspiring|a brilliant) teacher(?! (?:my|our|his|her) (?:kid|son|daughter|lad|child|girl|boy))",
)
TAUGHT_ME = cue(
    "mr mrs miss ms",
    r"(?P<name>(?:mr|mrs|miss|ms) [^\W\d_][\w'-]+),? (?:who |she |he )?taught (?:me|us) (?:to|how|everything|maths|english|french|history|science|in)",
    0.75,
)
# "School: Holly Lodge. Teacher: Mrs Finch.": a list of labels.
LABEL = cue(
    "school teacher pet car street crush nickname hometown mum's",
    r"(?:primary school|school|teacher|pet|car|street|crush|nickname|home ?town)\s?:\s(?=[^\W\d_])",
    0.75,
)
NOT_TEAMS = word_set(
    "labour tories conservative conservatives lib ukip reform greens snp plaid trump brexit palestine israel ukraine unison remain leave"
)
MY_TEACHER = cue(
    "teacher tutor",
    r"(?:my|our)(?: (?:old|first|favourite|fave|best|lovely|brilliant|scary))? (?:(?:primary|infant|junior|reception|year \d|maths|english|history|science|art|music|french|geography|physics|chemistry|pe|games|form|head|class)(?: school)? )(?:teacher|tutor),? (?=(?:mr|mrs|miss|ms) )",
    0.75,
    before=40,
    after=20,
)
QUIZ = cue(
    "name names title titles know questions quiz jobs bet copy pet pets street",
    r"(?:(?:porn ?star|porn|stripper|drag|drag queen|elf|royal|rock ?star|rock band|rapper|star wars|superhero|spy|hobbit|pirate|band|villain|soap(?: opera)?|stage|wrestler|wizard|witch|dj|detective|mafia|gangster|cowboy|celebrity|posh|"
    r"christmas|fairy|unicorn|hogwarts|romance novel|pen|reality tv)(?: \w+)? (?:name|title)s?|get to know (?:me|you)|name (?:game|generator)|20 questions|about me quiz|first ten jobs|first 10 jobs|bet no ?one can|"
    r"copy and paste|(?:your|first|pet) (?:first )?pet'?s? name|pet'?s? name ?(?:\+|&|plus)|first pet ?(?:\+|and|&|plus)|first street|name (?:is|=) your)",
    before=40,
    after=40,
)
QUIZ_PARTS = late(
    r"(?:first pet|pet'?s? name|pet|(?:first (?:street|road)(?: name)?|(?:street|road)(?: name)?(?= (?:(?:that |where )?(?:you|u|ya|i|we) (?:grew|live))))(?: (?:that |where )?(?:you|u|ya|i|we) (?:ever )?(?:grew up|live[d]?)(?: on| in)?)?|(?<=[+&] )(?:(?:your|ur|the) )?(?:street|road)|(?<= and )(?:(?:your|ur|the) )?street|(?<= n )(?:(?:your|ur|the) )?street|mum'?s maiden name|mother'?s maiden name|maiden name|first car|"
    r"grandad'?s(?: first)? name|gran(?:dma)?'?s(?: first)? name|nan'?s(?: first)? name|grandparent'?s name|first school|first teacher|middle name|favou?rite teacher|birth town|home ?town"
    r"|(?P<harmless>(?:fave |favou?rite )?colou?r(?: of (?:your|ur) \w+)?|favou?rite food|last thing you ate|last thing (?:you|u) (?:ate|drank|bought)|favou?rite drink))"
)
QUIZ_SAID = late(
    r"(?:i'm|im|i am|mine(?:'s| is| was| would be)?|makes me|that makes me|i'd be|= ?|-+> ?|=> ?|->|: |hello|call me|\.\.\. ?|⇒ ?|→ ?)\s?(?:lord |lady |sir |dame |princess |prince |dj |mc |captain |the |duke of |count |miss |king |queen )*"
)
# Names of these games are always a first pet and a street or a maiden name.
QUIZ_NAME = late(r"(?:porn ?star|stripper) name(?:'s| is| was| would be|:)+ (?=[^\W\d_])")
# The name a game gave, two capitals long; nobody is called Drop Yours.
TWO_CAPITALS = late(
    r"(?!(?:[A-Z][\w'-]* ){0,2}(?:Yours?|Below|For|Answer|Me|Us|Comments?|Here)\b)[A-Z][\w'-]+ (?:of |the |von |de )?[A-Z]"
)
GAME_NAME = late(r"name(?:'s| is| was| would be|:| =) (?=[^\W\d_][^(\n]{2,40}\()")
PART_VALUE = late(
    r"(?:first pet|pet(?:'s name)?|street|road|maiden name|car|school|teacher)(?: (?:you|i|we) (?:grew up|lived) (?:on|in))?(?: (?:was|is|called|named)|:| \()? "
)
FIRST_JOB = cue(
    "first",
    r"first (?:ever )?(?:job(?: ever)?|boss)(?: (?:was|:|=))?(?: (?:at|in|for|with|a|an|the|paper|round|saturday|job|on|washing|pots|glass|collecting))* ?",
)
TEACHERS_OF_FICTION = word_set(
    "trunchbull honey snape dumbledore mcgonagall bouquet bucket tumble chips miyagi garvey keating"
)
MODEL = late(r"(?: (?:\d\.\d|\d(?!\w)|[A-Z][A-Za-z]+|[A-Z]{1,3}\d?|GTi?|\d{3,4}))+")
TITLES = word_set("lord lady sir dame princess prince duke duchess king queen count countess dj mc captain")
TEAM = cue(
    "supported supporting support followed following been",
    r"(?:been an? (?=(?:[a-z]+ ){1,3}?(?:fan|supporter) (?:since|all my life|from birth|for (?:\d+|thirty|forty|twenty) years|as long as))"
    r"|(?:support(?:ed|ing)?|follow(?:ed|ing)?) (?=(?:[a-z]+ ){1,3}?(?:since|all my life|from birth|for (?:\d+|thirty|forty|twenty) years|as a kid|through thick)))",
)
CARS = word_set(
    "ford vauxhall nissan renault fiat peugeot citroen volkswagen vw mini austin rover toyota honda mazda seat skoda audi bmw "
    "mercedes volvo saab kia hyundai suzuki morris hillman triumph datsun lada reliant metro fiesta escort corsa nova micra "
    "clio punto polo golf astra cavalier yaris ka panda"
)
# "G reg Metro", "mk2 Fiesta", "1.1 Fiesta": what comes before the name of the car.
WORN_CAR = late(
    rf"(?:(?:[a-z]|[0-9]{{2}})[ -]?reg(?:istration)?|mk ?(?:[0-9]|i{{1,3}})|[0-9]\.[0-9](?: ?l)?|(?:19|20)[0-9]{{2}})(?: (?:old|red|blue|white|green|ford|vauxhall|austin|vw))* (?:{'|'.join(sorted(CARS))})(?![a-z])"
)
