"""What people say before the place they live in or come from, and around it when it is somebody else's."""

from __future__ import annotations

from privacy_check.text.cues import Cues, cue
from privacy_check.text.jobs import JOB_WORDS
from privacy_check.text.sayings import piece

_STEP = (
    "(?:now|here|just|happily|over|back|up|down|out|still|currently|right|proudly|a bit|somewhere"
    "|deep|way|far|all)"
)
_ALSO = piece("location_sayings.also")
# Only known towns count after these.
LISTED = 0.63
# After a job only a known town that ends the piece does: "dog groomer in Alfreton, mum".
AFTER_JOB = 0.62
CUES = Cues(
    cue(
        "offered offering given allocated",
        "(?:they've |council (?:have |has )?|they )?(?:offered|offering|given|allocated)(?: (?:me|us"
        "|her|him|a flat in|a place in|a house in|a council flat in))* ",
        LISTED,
        before=16,
        after=50,
    ),
    cue("got", r"got a (?:council |housing )?(?:place|flat|house) in ", 0.67),
    cue(
        "came arrived landed settled moved emigrated pitched retired",
        "(?:i |we |my (?:mum|dad|parents|family) )?(?:came|arrived|landed|pitched up"
        "|retired)(?: (?:over|here|up|down|back|all the way))*(?: from [a-z][a-z' ]{2,18}?,?)? (?:to"
        "|in|at)(?: (?:sunny|rainy))? ",
        0.67,
        before=24,
        after=40,
    ),
    cue("now these", r"(?:now|these days)(?: living| based| settled| happily)? in ", LISTED),
    cue(
        "buddy buddies mate mates friends partners partner flatshare flatmates flatmate housemates "
        "share room group club band job place mums babysitter childminder cleaner plumber",
        rf"{_ALSO} in(?: or)?(?: (?:around|near))? ",
        0.67,
    ),
    cue("my our", r"(?:my|our) (?:home ?town|home city|home village),? ", 0.67),
    cue("any", r"any (?:good|decent|cheap|nice|reliable) \w+(?: \w+){0,2} in ", 0.67),
    cue("new", r"(?:i'm |im |we're |we are |i am )?new (?:to|in) ", 0.67, before=8, after=30),
    cue(
        "house home studio shed garage kitchen salon",
        r"(?:my|our)(?: own)? (?:house|home|studio|shed|garage|kitchen|salon|home studio) ?\(",
        0.67,
        before=12,
        after=20,
    ),
    cue(
        "geordie scouser scouse mancunian manc brummie cockney yorkshireman yorkshirewoman welshman "
        "welshwoman scotsman scot irishman irishwoman northerner southerner londoner glaswegian mackem "
        "taff dubliner expat exiled",
        "(?:geordie|scouser|scouse|mancunian|manc|brummie|cockney|yorkshire(?:man|woman)|welsh(?:man"
        "|woman)|scotsman|scot|irish(?:man|woman)|northerner|southerner|londoner|glaswegian|mackem|taff"
        "|dubliner|expat|exiled)(?: (?:exiled|living|lost|stuck|now|hiding|based|exile))* in ",
        0.7,
    ),
    cue(
        "we're were im i'm we i",
        r"(?:we're|we are|i'm|im|i am) (?:(?:back|up|down|over|out|still|now|here) )*in ",
        0.6,
    ),
    cue(
        "stay stayin staying livin living up down out over",
        "(?:stayin'?|livin'?|i stay|we stay) (?:(?:up|down|over|out|back) )*in |(?:^|[.!?] )(?:up|down"
        "|out|over) in ",
        0.67,
        before=4,
        after=40,
    ),
    cue(
        "stay stayin staying grew live living born raised",
        r"(?:^|(?<=[.!?,|\n] ))stay(?:in'?|ing)? in |(?:grew up|i live|i'm living|living|born"
        r"|raised) (?=(?!the |in |on |with |my )[^.,!?|\n]{3,18}(?:[.,!?|\n]| innit| still| all my"
        r"|\Z))",
        LISTED,
        before=4,
        after=40,
    ),
    cue(
        "terrace semi bungalow flat maisonette cottage detached",
        r"(?:our|ours is|mine is|my)[^.!?\n]{0,24}? (?:terrace|semi|bungalow|flat|maisonette|cottage"
        "|detached) in ",
        0.7,
        before=36,
        after=40,
    ),
    cue("this", r"this is (?=[^.!?\n]{3,20},? (?:my|our) (?:home|town|village|city|manor|end|ends))", 0.66),
    cue(
        "live lives living lived reside resides residing settled rent renting bought own dwelling exiled",
        "(?:live|lives|living|lived|reside|resides|residing|settled|rent|renting|bought(?: a (?:house"
        rf"|flat))?|own a (?:house|flat)|dwelling|exiled)(?: {_STEP}| on a \w+| in a \w+| alone"
        r"| with \w+(?: \w+)?)* (?:in|near|round|around|outside|just outside|by|nr)(?: (?:sunny|rainy"
        "|beautiful|lovely|the middle of|good old|old|sleepy|leafy))* ",
        0.8,
    ),
    cue(
        "move moved moves moving relocate relocated relocating emigrate emigrated migrated",
        f"(?:move|moved|moves|moving|relocat(?:e|ed|ing)|emigrat(?:ed|ing)|migrated)(?: {_STEP}| house"
        r"| home| flat| in with \w+(?: and \w+)?| in)*(?: from [^.!?\n]{1,20}?)? (?:to|in"
        "|into)(?: (?:sunny|rainy|beautiful|lovely|the middle of|good old|sleepy|leafy))* ",
        0.75,
    ),
    cue(
        "based located situated",
        rf"(?:based|located|situated)(?: {_STEP})* (?:in|near|around|out of|just outside|between|@|:|-|,) ?",
        0.75,
    ),
    cue(
        "grew raised brought was born",
        rf"(?:grew up|raised|brought up|was born|born)(?: {_STEP})*(?: (?:and|&|n|'n'|\+) (?:bred|raised"
        f"|born|brought up|grew up|live|living|still live))?(?: {_STEP})* (?:in|near|around) ",
        0.75,
    ),
    cue(
        "from",
        r"(?<![\w'])(?:i'm|im|i am|we're|we are|originally|hail|hails|hailing|all the way|come|comes"
        "|family (?:is|are)|lad|lass|girl|boy|woman|bloke|northerner|mum|dad|man)(?: originally"
        "| proudly| both)? from ",
        0.75,
        before=30,
        after=6,
    ),
    cue(
        "home hometown house flat place village street manor neighbourhood estate gaff apartment room "
        "bungalow cottage digs garden balcony local pub",
        "(?:home(?:town)?|house|flat|place|village|street|manor|neighbourhood|estate|gaff|apartment"
        "|room|bungalow|cottage|digs|garden|balcony|home life|local|pub) (?:is in|is|=|in|here in|near"
        "|back in|down in|up in|over in|will always be|was)(?: now| still| always)? ",
        0.6,
    ),
    cue(
        "back home here been up down over stuck lockdown life weekend night mum mam dad parents nan fam family",
        "(?:back|back home|home|here|been|home again|up here|down here|over here|stuck|lockdown|life"
        "|weekend at home|night in|mum|mam|dad|parents|nan|fam|family)(?: home)? in ",
        0.6,
    ),
    cue(
        "moved moving relocated swapped commute commuting",
        r"(?:moved|moving|relocated|swapped|commut(?:e|ing))(?: \w+){0,2}? from ",
        0.7,
    ),
    cue(
        "area",
        r"(?:in|around|near|from|round) the (?P<place>[a-z][a-z' -]{2,24}?) area(?!\w)",
        0.7,
        before=34,
        after=8,
    ),
    cue(
        "village town hometown city estate",
        "(?:our|my) (?:little |lovely |home ?|tiny |wee )?(?:village|town|hometown|city|estate) ?(?:,"
        r"|\(|is|:|of|called)+ ?",
        0.7,
        before=20,
        after=14,
    ),
    cue(
        "whole spent all",
        r"(?:spent|lived) (?:my|our|his|her) (?:whole|entire) (?:life|childhood) in |all my life in ",
        0.75,
    ),
    cue("ended washed", r"(?:ended|washed) up (?:living )?(?:in|near|back in) ", 0.7),
    cue("leave leaving escape quit", r"(?:leave|leaving|escape|quit) (?:sunny |rainy |lovely )?", 0.56),
    cue(
        "collect collection pick pickup sofa",
        r"(?:collect(?:ion)?|pick ?up|collection only)(?: only)?(?:,| from| in|:)? ",
        0.66,
    ),
    cue(
        "hello goodbye bye swapped left leaving traded miss missing back representing repping welcome",
        "(?:hello|goodbye|bye bye|swapped|left|leaving|traded|miss(?:ing)?|back to|back at|representing"
        "|repping|welcome to) ",
        0.55,
    ),
    cue(
        "anyone anybody who people folk folks mums parents neighbours someone",
        "(?:anyone|anybody|who|people|folk|folks|mums|parents|neighbours"
        "|someone)(?: else)?(?: here)? (?:in|round|around|near|from|over in|up) ",
        0.65,
    ),
    cue(
        "hunting stay got bit part end side",
        r"(?<![\w'])(?:house|flat|home|property) hunting (?:in|around|near) |(?<![\w'])(?:i|we) stay in "
        r"|(?<![\w'])got back to |(?<![\w'])(?:our|my|the) (?:bit|part|end|side) of ",
        0.65,
        before=24,
        after=40,
    ),
    cue(
        "grew live lives living lived raised born settled moved",
        "(?:grew up|lived|raised|born|settled|moved|(?:live|lives|living)(?= (?:on|with|alone|out|up"
        "|down|over|next|above|near|in|at|a|the|by|somewhere|my|happily"
        r"|quietly)(?!\w)))(?: [\w']+){1,5}? (?:in|near|outside) ",
        LISTED,
    ),
    cue(
        "up down out over based stuck hiding",
        r"(?<=now )(?:up|down|out|over|back|stuck|hiding|based)(?: [\w']+){0,4}? in ",
        LISTED,
    ),
    cue(
        "i'm im i we're we am are",
        "(?:i'm|im|i am|we're|we are) (?:(?:the only|one of the few|a|an|the|just a|both|all|two"
        r"|the loud|next to|opposite|behind|near|above|by)) (?:[\w'-]+ ){1,5}?(?:in|from|near) ",
        LISTED,
    ),
    cue(JOB_WORDS + " groomer walker sitter", r"\w+ (?:in|based in|from) ", AFTER_JOB),
    cue(
        "lift car share lifts commute carshare",
        "(?:lift share|lift|lifts|car ?share|commute|lift shares)(?: (?:wanted|needed|going|available"
        "|to work))* from ",
        LISTED,
    ),
    cue(
        "anyone anybody recommend recommendations recommended know where suggestions looking need any",
        "(?:anyone|anybody|recommend(?:ations?|ed)?|know|where|suggestions|looking for|need"
        r"|any)(?!(?: [\w'-]+){0,3} (?:been|tried|going|seen|heard|see|watch|eaten|ate|stay|stayed"
        r"|visit|visited|went)(?!\w))(?: [\w'-]+){0,7}? (?:in|round|around"
        r"|near) (?=[^.!\n]{3,60}(?:\?|\Z|\n))",
        LISTED,
    ),
    cue(
        "power water internet broadband snow snowing raining flooded flooding flood hosepipe bin",
        "(?:power cut|power's off|no water|no power|water(?:'s)? off|no internet|internet(?:'s)? down"
        "|broadband(?:'s)? down|snow(?:ing)?|raining|flood(?:ed|ing)?)(?: (?:again|here|now|still|today"
        "|tonight|outside))* (?:here )?in ",
        0.58,
    ),
    cue("years yrs decades months", r"(?:years|yrs|decades|months)(?: (?:now|living|happily))? in ", LISTED),
    cue(
        "flat house bungalow cottage maisonette bed bedroom bedsit studio semi terrace",
        r"(?<!\w)(?:a|the|our|my|wee|tiny|little|council)(?: \w+)? (?:flat|house|bungalow|cottage"
        "|maisonette|bed|bedroom|bedsit|studio|semi|terrace) in ",
        LISTED,
        before=18,
        after=30,
    ),
    cue(
        "we i my our",
        r"(?:we're|we are|we live|i live|i'm|my|our)(?!\w)[^.!?\n]{0,50}? (?:next to|opposite|behind"
        r"|above|beside|across from|round from|near) (?:the |a )?[\w' ]{3,22} in ",
        LISTED,
    ),
    cue("home", r"home (?:for \w+ )?in ", LISTED),
    cue(
        "in near",
        r"(?:in|near) (?=[^.,!?\n]{3,22},? (?:these days|nowadays|now(?=[.,!?\n]|\Z)|for (?:\d+"
        r"|\w+) (?:years|yrs)|since (?:\d{4}|birth)|all my life|with my (?:mum|mam|dad|nan|parents))"
        r"|[^.,!?\n]{3,22}, (?:my|our) (?!favourite))",
        LISTED,
    ),
    cue("my our", r"(?:my|our) (?:little |wee |tiny )?(?:village|town|hometown|estate) ", 0.66),
    cue("been", r"been (?:a|an|here|living)(?: in)? ", LISTED),
    cue(
        "sunset sunrise snow snowing raining power just",
        "(?:sunset (?:from|over)|sunrise over|snow(?:ing)?(?: here)? in|raining(?: here)? in"
        r"|power cut in|just got home to)[^.!?\n,]{0,25}?,? (?:in |here in )?",
        0.55,
    ),
)
