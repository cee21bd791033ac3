"""How people speak of partners, children and relatives by name: the patterns of the family detector."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re

from privacy_check.text.cues import cue, late, word_set
from privacy_check.text.kin import ADJECTIVES, ANY_KIN, KIN_WORDS, MINE, OURS, RULES

OWNED = cue(
    "my ma me mi our oor wor the his her a to of with new",
    rf"({MINE}|the|his|her|a|to|to be|of|with|new) {ADJECTIVES}({ANY_KIN})(?:'?s(?= name is|(?: called| named) ))?(?![\w'])",
)
BARE = cue(KIN_WORDS, rf"(?<![\w'@#.-])({ANY_KIN})(?='?s name is|[ ,:(])")
LINK = late(
    r"(?:'?s? name is| (?:will be|is gonna be|is going to be|is gunna be|is) (?:called|named|known as)(?!\w)| called(?!\w)| named(?!\w)| is(?!\w)|,|:| -| \(|\.\.\.)? ?[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f]*\s?"
)
TO = cue(
    "mammy mamgu tadcu nain taid mum mam mom mummy mommy mama mother dad daddy papa father parent step stepmum stepdad nan nana nanna nanny gran granny grandma grandad grandpa grandparent auntie aunty aunt uncle wife wifey husband hubby sister brother godmother boy girl fiance fiancé fiancee fiancée partner girlfriend boyfriend guardian carer twin",
    r"(?:mammy|mamgu|tadcu|nain|taid|mum|mam|mom|mummy|mommy|mama|mother|dad|daddy|papa|father|parent|step-?(?:mum|dad)|nan|nana|nanna|nanny|gran|granny|grandma|grandad|grandpa|"
    r"grandparent|auntie|aunty|aunt|uncle|wife|wifey|husband|hubby|sister|brother|godmother|boy mum|girl mum|fianc[eé]e?|partner|girlfriend|boyfriend|"
    r"guardian|carer|twin)"
    r"(?: of| to|:| 2)(?: (?:two|three|four|five|six|\d|my|our|the|one|beautiful|gorgeous|lovely|little|girls|boys|kids|twins|amazing|wonderful|best)){0,4}[ ,:(-]*",
)
COUNT_MUM = cue(
    "mum mam mom mummy dad boy girl parent nan grandma grandad",
    r"(?:mum|mam|mom|mummy|dad|boy mum|girl mum|parent|nan|grandma|grandad)(?: of| to)? ?(?:x ?\d|\d|two|three|four)\W*",
)
MARRIED = cue(
    "married engaged hitched wed wedded relationship taken loved",
    r"(?:(?:married|engaged|hitched|wedded|wed) (?:irl )?(?:[^\w\s]+ )?(?:(?:to|2|with|by) )?|(?:in a relationship|relationship|taken|loved|smitten) (?:to|2|with|by) )(?:(?:my|me|the|this|one|beautiful|gorgeous|man|woman|lovely|amazing|best friend|wonderful) ?){0,4}",
)
LOVE_YOU = cue(
    "to for love mr mrs i date anniversary valentine this marry marrying said my years yrs",
    r"(?:(?:to|for) my (?:mr|mrs)|love (?:you|u|ya)(?: (?:always|forever|loads|so so much|so much|to bits|millions|lots|to the moon and back|to the moon|with all my heart|more than words))?|(?:mrs?|i) love|date night with|anniversary|valentine|"
    r"this one|marry(?:ing)?|said yes to|my rock|years with|yrs with)(?: this (?:man|one|woman|fool|legend|clown|idiot|beauty|lady|lad|girl))?[ ,:]+",
)
BIRTHDAY = cue(
    "happy hbd",
    r"(?:happy|hbd) (?:\w{0,8} )?(?:birthday|bday|b-day|birthdayy*)? ?(?:to )?(?:(?:my|our|the|this|beautiful|gorgeous|little|wonderful|one|baby|boy|girl|man|amazing|"
    r"big|not|so|lovely|only|best|ever|most|handsome|darling|lady) ){1,6}",
)
HAPPY_FIRST = cue(
    "happy",
    r"happy (?:(?:[1-9]|1[0-7])(?:st|nd|rd|th) (?:birthday|bday|b-day)|(?:18|21|16|30)(?:th|st)(?: (?:birthday|bday))?(?= [^.!?\n]{2,40}(?:proud|mum|dad|love you|xx|our|my))),? (?:to )?(?:baby |little |miss |master )?",
    0.7,
)
WELCOME = cue(
    "welcome meet introducing name we named baby",
    r"(?:welcome to the (?:world|family)|welcome(?! to)|meet|introducing|name is|we've called (?:him|her)|named (?:him|her)|baby) (?:our |my |the |baby |little |new )*",
)
LITTLE = cue(
    "our oor wor little wee baby bless",
    rf"(?:{OURS}|little|wee|baby|bless) (?:little |baby |wee )?(?=[^\W\d_])",
)
PROUD = cue(
    "proud",
    r"proud (?:of|mum|mummy|dad|daddy)(?: (?:my|our|little|this|of|you|boy|girl|one|clever|brave|big|gorgeous|amazing|moment|for))*[ ,:]+",
)
GROWS = cue(
    "made came off lost start starts started starting born turn turns turned arrived took said first passed smashed aced got is now age aged smashing loved has",
    r"(?<![\w'@#.])([^\W\d_][\w'-]{1,15}),? (?:(?:has |just |finally |officially |is |was |all )*)"
    r"(?:lost (?:a|his|her|another|the) (?:\w+ )?tooth|start(?:s|ed|ing)? (?:at )?(?:nursery|reception|school|secondary|big school|primary|year \w+|playgroup|preschool|uni|in year)"
    r"|born (?:at \d|on|in (?:\d|the (?:early|small|car|back)|hospital|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|this|today|yesterday|weighing|\d)|turn(?:s|ed)? (?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b|made (?:his|her) (?:\w+ )?(?:entrance|appearance)|(?:has|got) (?:a|another|two|his|her) (?:new )?(?:first )?(?:tooth|teeth)|has arrived|arrived (?:at|on|safely|today|\d|early|late|this|two|three|four|a week)"
    r"|took (?:his|her) first|said (?:his|her) first|first day (?:at|of|in)|(?:passed|smashed|aced) (?:his|her)|got (?:his|her) (?:a-?levels|gcses|results|badge)"
    r"|(?:is|now) (?:\w+ )?(?:potty|teething|crawling|walking)|age[d]? \d{1,2}\b|\(\d{1,2}\)|came (?:first|second|third|last|1st|2nd|3rd)|is off to (?:uni|university|college|[a-z]+ uni|nursery|big school|cubs|brownies)|smashing it at|loved (?:his|her) first"
    r"|is (?:one|two|three|four|five|six|seven|eight|nine|ten|\d) (?:today|tomorrow|already|now))",
    0.75,
    before=34,
    after=60,
    need=r"[A-Z][\w'-]{1,15}(?:'s)?,? (?:(?:has|just|finally|officially|is|was|all) )*$",
)
DAY_WORDS = word_set(
    "first last uniform school nursery parents parent nativity sports prom photo reception preschool year dropped drop pick picked picking collecting cuddles snuggles bath bedtime graduation graduated "
    "christening baptism birthday boots"
)
CHILD_BESIDE = (
    cue(
        "results levels level gcse gcses sats",
        r"(?:(?:a[- ]?level|gcse|sats|exam) results?|a[- ]?levels|gcses)[:! ]+(?P<name>[^\W\d_][\w-]+)(?= (?:a\b|a\*|b\b|got|\d|passed|smashed|all|with|has))",
        0.7,
        before=10,
        after=60,
    ),
    cue(
        "got took said won scored passed starts started lost hasn has is still made been star part refuses will outgrown",
        r"(?<![\w'@#])(?P<name>[^\W\d_][\w-]{1,15})(?:'s)? (?:(?:has |just |finally |all )*)(?:got (?:all )?(?:(?:his|her|their|all \d|straight) ?\w*|(?:into|in to) (?!a |an |the |trouble|it |this |that )\w+)|(?:is|was|got) (?:star|pupil|player) of the (?:week|day|match|month)|'s got (?:a|the) (?:part|lead|solo|role) in|got (?:a|the) (?:part|lead|solo) in|has (?:his|her) (?:grade|exam|driving|first|next|theory|spelling)|made (?:head (?:girl|boy)|prefect|captain|the (?:team|squad|a team|first team))|been picked (?:for|to)|(?:won't|refuses to|will only|won't even) eat|has (?:nits|chickenpox|tonsillitis|worms|croup|outgrown)|outgrown (?:his|her)|scored (?:his|her|their|the winn\w+|a hat)|won (?:his|her|player of|star of|pupil of|the spelling|the egg)|took (?:her|his|their) first|hasn't (?:even )?packed|'?s? ?(?:has|got) (?:come home|been sick|chickenpox|nits|a temperature|tonsillitis|hand foot)|still (?:allergic|asleep)|is allergic|said yes(?!\w))",
        0.66,
        before=20,
        after=40,
        need=r"[A-Z][\w-]{1,15}(?:'s)? (?:(?:has|just|finally|still|is|hasn't|even|all) )*$",
    ),
    cue(
        "picked picking dropped dropping collected collecting fetched took taking",
        r"(?:picked|picking|dropped|dropping|collected|collecting|fetched|took|taking) (?P<name>[^\W\d_][\w-]+) (?:up|off|from|to (?:his|her)|(?:back )?at (?:uni|university|halls|school|nursery)|to (?:school|nursery|football|swimming|ballet|the (?:park|doctors?|dentist|vets?)))(?!\w)",
        0.66,
    ),
    cue(
        "watching watched",
        r"(?:watching|watched) (?P<name>[^\W\d_][\w-]+) (?:play|dance|perform|swim|race|sing|compete|score|march)(?:ing)?(?= (?:for the under|for (?:the )?u\d|in (?:the|his|her) (?:school|nativity|panto|first|show)|his first|her first|at school))",
        0.7,
    ),
    cue(
        "with",
        r"(?:swimming|swim|lessons?|park|school|nursery|tea|beach|baking|crafts|soft play|cinema|cuddles|walk|bath|trampolining|ballet|gymnastics|football)(?: \w+){0,4}? with (?P<name>[^\W\d_][\w-]+)(?=[ ,.!]|$)(?! (?:united|rovers|city|the ))",
        0.62,
        before=60,
        after=24,
    ),
    cue(
        "today tomorrow",
        r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|sixteen|eighteen|twenty[- ]one) today[!. ][^\n]{0,50}?(?:my|our) (?:(?:gorgeous|beautiful|little|big|clever|lovely|amazing|baby|boy|girl|wee|darling|handsome) ){0,3}(?P<name>[^\W\d_][\w-]+)",
        0.7,
        before=14,
        after=90,
    ),
    cue(
        "day",
        r"first day (?:at|of|in|back)[^.!?\n]{0,30}? for (?:my|our) (?:(?:little|big|clever|wee|baby) )?(?P<name>[^\W\d_][\w-]+)",
        0.75,
        before=8,
        after=70,
    ),
    cue(
        "baby courtesy",
        r"(?:courtesy of|thanks to|from|with) (?:baby|little|wee) (?P<name>[^\W\d_][\w-]+)",
        0.7,
        before=24,
        after=30,
    ),
    cue(
        "blazer uniform tie shoes bookbag gown",
        r"(?<![\w'@#])(?P<name>[^\W\d_][\w-]{1,15})(?=[^\n]{0,110}(?:school|primary|juniors|infants|academy|high|secondary|reception|year|my|me|our|baby|proud|cr(?:y|ying|ied)|emotional|grown|tears|sob\w*|i'm|😭|😢|🥹)(?!\w))(?:(?:'s)? (?:all grown up |so grown up |looking \w+ )?in (?:his|her|their) [^.!?\n]{0,40}?|'s (?:very )?first (?:school |proper )?)(?:blazer|school (?:uniform|tie|shoes)|uniform|bookbag|cap and gown)(?!\w)",
        0.66,
        before=70,
        after=70,
        need=r"[A-Z][\w-]{1,15}(?:'s (?:very )?first|[^.!?\n]{0,26} in (?:his|her|their)) ",
    ),
    cue("big little baby", r"(?:big|little|baby) (?:sister|brother) (?P<name>[^\W\d_][\w-]+)", 0.75),
    cue(
        "father fathers mother mothers",
        r"first (?:father|mother)'?s'? day for (?P<name>[^\W\d_][\w-]+)",
        0.7,
        before=6,
        after=40,
    ),
)
IN_MEMORY = cue(
    "memory",
    rf"memory of (?:my |our )?(?P<name>[^\W\d_][\w'-]+(?: [^\W\d_][\w'-]+)?),? (?:(?:my|our|a|the) )?(?:\w+ )?(?P<kin>{ANY_KIN})(?!\w)",
    0.8,
    after=70,
)
# Said of one's own once a word of kin has stood: "my youngest got in. Well done Imogen".
TOLD_OF_KIN = cue(
    "done congratulations congrats she's he's she he mine",
    r"(?:well done,?|congratulations|congrats|(?:she|he)(?:'s| is) (?:called|named)|mine(?: \(|, | are | is ))(?: to)?(?: (?:my|our|beautiful|clever|little|the one and only))* ?(?P<name>[^\W\d_][\w-]+)(?! (?:and the|city|united))",
    0.7,
    before=6,
    after=60,
)
MY_TWO = cue(
    "my our two three four five six",
    r"(?:(?:two|three|four|five|six) (?:kids|children|boys|girls|sons|daughters|grandkids|grandchildren)(?::| -| \(|,) ?|(?:my|our) (?:two|three|four|five|[2-6]|lot|brood|pair|tribe|gang|crew|mob|minions|monsters|terrors|angels|treasures|babies)(?:,| -|:| \() ?)",
    0.7,
)
# "Mam of 4 crazy kids: Lacey-Mai, Tyler n Finn": what they are called comes after the sign.
COUNTED = cue(
    "mum mam mom mummy dad daddy parent nan nana nanny gran grandma grandad kids children grandkids bairns weans girls boys lads sons daughters",
    r"(?:(?:(?:(?<=[2-6] )|(?<=both )|(?<=twin ))(?:kids|children|grandkids|bairns|weans|girls|boys|lads|sons|daughters)(?:,|:| -| \() ?|(?:(?<=twin )|(?<=got [2-6] )|(?<=our [2-6] )|(?<=my [2-6] ))(?:kids|children|grandkids|bairns|weans|girls|boys|lads|sons|daughters) )(?=[^\W\d_][\w-]+(?:,| n| and| &| \+) )|(?:mum|mam|mom|mummy|dad|daddy|parent|nan|nana|nanny|gran|grandma|grandad) (?:of|to) (?:[2-9]|two|three|four|five|six)(?: (?!dogs?|cats?|pups?|fur)[a-z\d'-]+){1,4}\s?(?::|-|\() ?)",
    0.8,
)
# A child spoken to where a post about one's child ends: "Daughter asked if dinosaurs had wifi. Never change, Esme".
SPOKEN_TO = cue(
    "never chuffed proud get behave ur you're you happy love luck smash smashed keep miss cheers thanks",
    r"(?:never change|(?:chuffed|proud|happy|buzzing|gutted) (?:for|of) (?:you|u|ya)|get in|behave|(?:you're|ur|you are|u r|your) (?:a |an |the |my |one |our )?(?:legend|star|hero|best|genius|wrong 'un|menace|smasher|belter|superstar|funny girl|funny boy)|love (?:you|u|ya)(?: loads| lots| always| millions)?|good luck|smash(?:ed)? it|keep being you|miss (?:you|u|ya)(?: already| loads)?|cheers|thanks),? (?:our )?(?P<name>[^\W\d_][\w-]+)(?=[^\w]*(?:x+[^\w]*)?$)",
    0.7,
    before=4,
    after=60,
)
_OLDER = r"(?:(?:wee|little|big|lovely|clever|\d+|year|yr|old|y/o)[ -]){0,3}"
_OWN_CHILD = r"son|daughter|eldest|youngest|oldest|grandson|granddaughter|(?:\d|three|four|five|six|seven|eight|nine|ten)[ -](?:year|yr)[ -]old"
MY_CHILD_OPENS = late(
    rf"(?:(?:my|our|me|ma|mi|oor|wor) {_OLDER}(?:{_OWN_CHILD}|toddler|kid|bairn|wean|lad|boy|girl|middle (?:one|child))|{_OLDER}(?:{_OWN_CHILD}))"
    r"(?:'s (?=just|got|been|passed|started|asked|said|lost|won|off|gone|moved)| )(?:has |is |was |just |only |finally |literally )*(?!in the|on the|of|from|next door|and i)[a-z']+"
)
BIRTHDAY_OF = cue(
    "it's its it birthday",
    r"(?:it's|its|today is|happy) (?P<name>[^\W\d_][\w-]+)'s (?:\w+ )?(?:birthday|bday)",
    0.7,
    before=34,
    after=8,
)
RIP = cue(
    "rip miss lost late remembering heaven",
    rf"(?:rip|r\.i\.p\.?|miss(?:ing)?|lost|remembering|rest (?:easy|in peace)|sleep tight)(?: (?:to|you|my|our|me|dear|darling|lovely|beautiful|wonderful|late|amazing)){{0,4}} (?P<kin>{ANY_KIN})[, ]+(?P<name>[^\W\d_][\w'-]+)",
    0.75,
    after=80,
)
KIN_TITLE = cue(
    "auntie aunty aunt uncle nana nanna nanny granny grandad gran nan nain taid mamgu cousin",
    r"(?P<kin>auntie|aunty|aunt|uncle|nana|nanna|nanny|granny|grandad|gran|nan|nain|taid|mamgu|cousin) (?P<name>[^\W\d_][\w-]+)(?!\w)(?!'s (?!birthday|house|funeral|party|wedding|shed|garden|kitchen|cake|dog|cat|car|flat|bungalow|recipe|advice|ashes|bday))",
    0.7,
)
FIRST_DAY = late(
    r"(?<!\w)(?:first day|last day|uniform|school run|back to school|nursery|parents'? evening|nativity|sports day|prom|school photo|reception|preschool|year \d{1,2}|dropped|drop off|"
    r"pick(?:ed|ing)? up|collecting|cuddles|snuggles|bath time|bedtime|graduation|graduated|christening|baptism|first birthday|football boots)(?!\w)"
)
MEANT = late(
    r"(?:rip|day|dear|love|miss|missing|bye|night|thanks|cheers|hi|hello|morning|with|for|from|off|by|to|my|and|,|:|-|\.|!|\||\)|^|\?|'s|\"|at) ?$"
)
IS_KIN = cue(
    "my our",
    rf"(?<![\w'@])([^\W\d_][\w'-]+) (?:(?:is|was|and|,|as) (?:my|our) (?:(?:\w+ ){{0,2}})|\((?:my |the |our )?)(?P<kin>{'|'.join(map(re.escape, sorted(RULES, key=len, reverse=True)))})(?!\w)",
    before=26,
    after=40,
    need=r"[A-Z][^.!?]{1,14}(?:is|was|and|,|as|\() ?(?:my |our |the )?$",
)
AND_ME = cue(
    "me proposed popped asked ring yes knee",
    r"(?:(?:^|[.!?,] )me (?:and|&) (?P<name>[^\W\d_][\w'-]+)(?= (?:finally got|just got|got the keys|bought|moved|saved|adopted|tie the knot|tied the knot|are getting married|get married|got engaged|exchanged|said i do|eloped|renewed))|(?:from|love) me (?:and|&) (?P<sender>[^\W\d_][\w'-]+)|(?P<with>[^\W\d_][\w'-]+) (?:and|&) me,? (?:forever|always|together|for life|against the world)|(?P<who>[^\W\d_][\w'-]+) (?:proposed|popped the question|finally asked|put a ring|got down on one knee)(?! (?:a|an|the|that|new|changes))|(?:she|he) said yes!* (?P<one>[^\W\d_][\w'-]+))",
    0.7,
    before=34,
    after=30,
)
AND_I = cue(
    "split separated separating divorced divorcing eloped married engaged marrying anniversary wedding wed moved moving bought buying expecting pregnant honeymoon",
    r"(?<![\w'@])([^\W\d_][\w'-]+) (?:and|&) (?:i|me)\b[^.!?\n]{0,20}?(?:married|engaged|marrying|anniversary|wedding|wed|split|separat\w+|divorc\w+|eloped|mov(?:ed|ing)|b(?:ought|uying)|expecting|pregnant|honeymoon)",
    before=50,
    after=20,
)
WITH_CHILD = cue(
    "he she his her tantrum nits nap bath bedtime homework nappy potty",
    r"(?:with|for|from|of|and|off|at|by) ([^\W\d_][\w'-]+)(?:,|\.|!)? (?:he|she)(?:'s|'d| has| is| was| had) (?:\w+ ){0,3}(?:fallen|school|nursery|teeth|tooth|trampoline|asleep|poorly|sick|vomit|birthday|year|old|grown|big|cried|scored|won|passed|lost|started|nap|bed|bath|potty|temperature|chickenpox|nits)",
    before=40,
    after=70,
)
MUMMY_OF = cue(
    "mummy daddy mama mammy nanny nana nanna grandma grandad mum mam dad wife wifey husband girlfriend",
    r"(?<![\w'@])(?:(?P<other>[^\W\d_][\w-]+) (?:and|&) )?(?P<child>[^\W\d_][\w-]+)'s (?:mummy|daddy|mama|mammy|nanny|nana|nanna|grandma|grandad|(?:mum|mam|dad|wife|wifey|husband|girlfriend)(?=[ ,|&.!]*(?:$|\||\n|[^\x00-\x7f])|,| here(?!\w)))(?!\w)",
    before=24,
    after=14,
)
TEACHER_OF = cue(
    "teacher nursery school class coach childminder homework birthday party team tutor key consent swimming inhaler epipen packed lunchbox pe reading forest bookbag",
    r"(?<![\w'@])([^\W\d_][\w-]+)'s (?:teacher|nursery|school|class teacher|football coach|childminder|homework|class assembly|school play|key worker|key person|tutor|head of year|consent form|swimming (?:is|lessons?|bag|kit)|inhaler|epi-?pen|packed lunch|lunchbox|pe kit|reading book|forest school|bookbag|teacher|\d{1,2}(?:st|nd|rd|th) birthday)(?!\w)",
    before=24,
    after=20,
)
BREED = late(
    r"(?:jack russell|king charles|st bernard|border (?:collie|terrier)|german shepherd|great dane|bichon|yorkshire terrier)"
)
TITLE_GOES_ON = late(r"[A-Z][a-z]+ (?:[A-Z]|of the)")
MY = cue("my", r"my (?=[^\W\d_]{3,})")
LOVED = late(
    r"(?:^|[|•·,/\n]|[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f])\s*([A-Z][a-z]+) ?[\u2764\U0001f48d\U0001f495-\U0001f49f\U0001f5a4]"
)
POSSESSED = late(r"(?:[^\W\d_]'s|s'|\bking's|queen's) (?:\w+ ){0,1}$")
# "My Poppy off to camp": an everyday word is a name where it does what children do.
OFF_SHE_GOES = late(
    r"(?:'s)? (?:is|has|was|did|off to|got|starts|started|turned|passed|loves|said|won|at (?:school|nursery)|first day)(?!\w)"
)
ROYAL = late(r"(?:saint|st\.?|king|queen|prince|princess) $")
CALLED = late(" (?:called|named) ")
POSSESSIVES = word_set("my our ma mi mine oor wor")
SPOKEN_KIN = word_set(
    "mum mam mom mother dad father nan nana gran grandad husband hubby wife partner son sons daughter daughters eldest youngest oldest child children kid kids boy boys girl girls"
    " baby toddler twins grandson granddaughter sister brother niece nephew lad lass"
)
