"""What people say when they go or are away: until when, for how long, where to, and that nobody is at home.

All is for lower-case folded text.
"""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

from privacy_check.text.cues import Cues, cue
from privacy_check.text.vocabulary import CLOCK, DATE, MONTH, SMALL_NUMBER, WEEKDAY

_WHEN = (
    rf"(?:{DATE}|a week (?:on )?{WEEKDAY}|{WEEKDAY} week|hogmanay|boxing day|new year's(?: day| eve)?|(?:next |this |on |late |early )?{WEEKDAY}\b(?: (?:{CLOCK}|night|morning|afternoon|evening|week|{DATE}))?"
    rf"|(?:next|this) (?:week(?:end)?|month|year)|(?:the )?(?:end|start|middle|beginning) of (?:the |next )?(?:month|week|{MONTH})"
    rf"|(?:mid[- ]|early |late )?{MONTH}\b|(?:the )?new year|easter|xmas|christmas|half[- ]term|late|tomorrow|tonight|in the morning|first thing|at \d{{1,2}}(?::\d\d)?(?:am|pm)|in \d+ (?:days|hours)|september|the weekend|after (?:the )?(?:easter|xmas|christmas|new year|half[- ]term|weekend|bank holiday|holidays?|summer|wedding|funeral|op|operation|conference)"
    rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}\.\d{{1,2}}(?:\.\d{{2,4}})?)"
)
_SPAN = rf"(?:{SMALL_NUMBER} (?:whole |full |long |more )?(?:days?|nights?|weeks?|months?)|(?:a|the next|the whole|the|all|next|this|one) (?:whole )?(?:week(?:end)?|fortnight|month|summer|day|night|bank holiday(?: weekend)?)|half[- ]term|all of \w+(?: \w+)?)"
_TILL = r"(?:until|till|til|'til|untill|thru|through(?: to)?|to)(?: at least)?"
_DEPART = r"(?:(?:our |my )?hols|holiday|hols|holibobs|vacation|annual leave|leave|a break|honeymoon|cruise|city break|jollies|camping|tour|a cruise)"
_TRIP_PLACE = r"(?:(?!back\b)[^\W\d_][\w'-]*(?: (?!(?:in|for|on|until|till|til|next|this|tomorrow|at|with|and|so|back)\b)[^\W\d_][\w'-]*)?)"
_LATE = rf"(?:gone |about |after |nearly |around |at least )?(?:{CLOCK}|\d{{1,2}}(?:[.:]\d\d)?(?! ?(?:%|days|weeks|hours|months))|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?! (?:days|weeks|hours|months))|half (?:past )?\w+|late)(?: tonight| tomorrow| in the morning| at night)?"
_RANGE = rf"(?:(?:from )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: {MONTH})? ?(?:-|to|until|till|til) ?(?:the )?\d{{1,2}}(?:st|nd|rd|th)(?: (?:of )?{MONTH})?|(?:from )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)? ?(?:-|to|until|till|til) ?(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH})"
_RESORTS = (
    "tenerife lanzarote fuerteventura majorca mallorca menorca ibiza benidorm magaluf marbella malaga alicante barcelona madrid spain portugal algarve lisbon madeira france paris nice disneyland euro greece crete "
    "corfu zante zakynthos kos rhodes santorini athens turkey antalya marmaris dalaman bodrum cyprus paphos ayia malta italy rome venice sicily tuscany croatia dubrovnik bulgaria egypt hurghada sharm tunisia "
    "morocco marrakech dubai thailand phuket bali vietnam india goa delhi mumbai pakistan lahore karachi islamabad bangladesh dhaka sylhet nigeria lagos abuja ghana accra kenya nairobi jamaica barbados antigua "
    "cuba mexico cancun florida orlando vegas york america usa canada toronto australia sydney japan tokyo poland krakow gdansk prague budapest amsterdam berlin germany austria iceland norway butlins center centre "
    "skegness cornwall devon wales scotland ireland blackpool kerala punjab mauritius maldives zanzibar gambia somalia romania bucharest albania"
)
RESORT = rf"(?:{'|'.join(sorted(_RESORTS.split(), key=len, reverse=True))})"
_BACK_WHEN = rf"(?:(?:on |in )?(?:the )?{DATE}|(?:on |next |this |late |early )*{WEEKDAY}(?! (?:and|&) )(?: (?:night|morning|evening|week|{DATE}))?|a week on {WEEKDAY}|(?:in|after) {_SPAN}|in {MONTH}|next (?:week|month|year)|after (?:easter|xmas|christmas|new year|half[- ]term)|in the new year)"
AWAY = Cues(
    cue("back home return returning", rf"(?:back|home|return(?:ing)?)(?: home| again)? {_BACK_WHEN}", 0.62),
    cue(_RESORTS, rf"{RESORT}(?: \w+)?(?: (?:with|and) (?:the )?\w+(?: \w+)?)? (?:{_TILL} {_WHEN}|for (?:{_SPAN}|the (?:week(?:end)?|fortnight|month|summer)))(?: from {_WHEN})?", 0.72),
    cue("off away gone heading going", rf"(?:off|away|gone|heading|going)(?: back| up| down| over| out| home)*(?: to| up| down)? {_TRIP_PLACE}(?: (?:with|and) (?:the |my )?\w+)? (?:{_TILL} {_WHEN}|(?:for|in|on|this|next|first thing) ?(?:{_SPAN}|the (?:week(?:end)?|fortnight|month|summer|morning)|{_WHEN}))(?:,? (?:and )?(?:back|home)(?: on| the)? {_WHEN})?", 0.7),
    cue("days nights week weeks fortnight month summer weekend day night", rf"(?:{_SPAN}|\d+ (?:days?|nights?|weeks?)) (?:in|of) {RESORT}(?!\w)", 0.66, before=20, after=40),
    cue("away", r"away (?:all |the whole |most of )?(?:next |this )?(?:week(?:end)?|month|fortnight|summer|half[- ]term)", 0.72),
    cue("offshore rigs deployed sea tour hospital ships barracks", rf"(?:offshore|on the rigs|deployed|at sea|on tour|in hospital|on the ships?|in barracks)(?: again| now| with (?:the |my )[\w']+(?: \w+)?)?(?:,| until| till| til| for)+ (?:{_SPAN}|{_WHEN})", 0.72, before=8),
    cue("staying stopping kipping crashing living sleeping", rf"(?:staying|stopping|kipping|crashing|sleeping) (?:at|with|over at|round) (?:my |our |the )?\w+(?:'s)?(?: \w+'?s?)? (?:{_TILL} {_WHEN}|for {_SPAN}|all week(?:end)?|this week(?:end)?|while)", 0.7),
    cue("working", rf"working away (?:all week|{_TILL} {_WHEN}|for {_SPAN}|this week|next week|mon)", 0.72),
    cue("cruising touring travelling interrailing backpacking sailing hiking island", rf"(?:cruising|touring|travelling|interrailing|backpacking|sailing|hiking|island hopping)(?: (?:in|around|round|through|the|across|up|down|\w+)){{0,3}} (?:{_TILL} {_WHEN}|for {_SPAN})", 0.7),
    cue("airport gatwick heathrow stansted luton", rf"(?:airport|gatwick|heathrow|stansted|luton airport)(?: (?:at|for|by))? ?(?:{CLOCK})? ?(?:tomorrow|on {WEEKDAY}|tonight|in the morning|{WEEKDAY})", 0.65),
    cue("we i away on off", rf"(?=[^.!?\n]{{0,44}}\d)(?:we're|i'm|we are|i am|we will be|we'll be|i'll be|away|off|on (?:{_DEPART}))[^.!?\n]{{0,24}}?{_RANGE}", 0.75),
    cue("weeks week days fortnight", rf"(?:weeks?|days|fortnight) (?:off|away|annual leave|of sun|in the sun|of sunshine|holiday)\b[^.!?\n]{{0,40}}?(?:here (?:we|i) come|first stop \w+|starts? \w+|starting \w+|{_WHEN}|cornwall|spain|france|greece)", 0.65),
    cue("is are we i he she they", rf"(?:is|are|we're|we are|i'm|i am|he's|she's|they're) (?:all |both )?(?:in|at|on|off to) [^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*)?(?: (?:with|for) \w+(?: \w+)?)? {_TILL} {_WHEN}", 0.75),
    cue("off", rf"off (?:work|school|on leave)[^.!?\n]{{0,6}} (?:from {_WHEN}|for {_SPAN})(?: (?:for {_SPAN}|{_TILL} {_WHEN}))?", 0.65),
    cue("just only", rf"(?:just|only) me (?:and the \w+ )?(?:in the house|at home|home|here)[^.!?,\n]{{0,8}}(?:for {_SPAN}|for the [^.!?,\n]{{3,24}}|{_TILL} {_WHEN}|tonight|all \w+|this \w+)", 0.75),
    cue("last", rf"last (?:night|day|sleep) (?:in our own bed|at home|in the (?:house|office)|at work|here) (?:for|before|until|till|til) (?:{_SPAN}|{_WHEN}|\w+ (?:days?|nights?|weeks?)|we \w+|our hols|the hols|holiday)", 0.7),
    cue("leave leaving off heading taxi lift", r"(?:leave|leaving|off|heading|taxi|lift) (?:for|to) the airport[^.!?,\n]{0,20}", 0.65),
    cue("skiing camping glamping cruise hols holiday holidays snowboarding surfing caravanning butlins", rf"(?:skiing|camping|glamping|cruise|(?:our |my )?hols|(?:our |my )?holidays?|snowboarding|surfing|caravanning|butlins) (?:starts? )?(?:next (?:week|month|weekend)|tomorrow|on {WEEKDAY}|this weekend|in (?:\d+|two|three|four|five|six) (?:days|sleeps|weeks))", 0.65),
    cue("house dog cat", r"(?:house|dog|cat)[- ]?sitting for [^.!?\n]{2,40}?(?:while|until|till|til|all week|this week|for the week)(?: [^.!?,\n]{1,24})?", 0.65),
    cue("gone", r"gone (?:fishing|camping|surfing|skiing|sailing|to the beach|abroad|on holiday|hiking|walking)[.,! ]+(?:back|home|return(?:ing)?)(?: on| next)? [\w ]{3,16}", 0.75),
    cue("bags packed passport", rf"(?:bags packed|passport(?:s)? (?:packed|at the ready|ready|found)|cases packed)[^\n]{{0,30}}?(?:{_WHEN}|fly|flight|airport)", 0.6),
    cue("see", rf"see (?:you|ya|yous|youse|yez|yas|ye)(?: all| lot)? (?:on |in )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)|{SMALL_NUMBER} weeks|a (?:fortnight|week or two))", 0.55),
    cue("away abroad out overseas off on gone offline in ooo bye not won wont", rf"(?:away|abroad|out (?:of )?(?:the )?(?:office|country)|out of town|overseas|off grid|off work|on {_DEPART}|gone {_DEPART}|offline|in \w+(?: \w+)?|on leave|ooo|bye \w+|not (?:home|back|in|about|around)(?: from \w+)?|(?:won't|wont|not going to) be (?:home|back|in))[ ,-]*(?:now |again |with (?:work|family|the \w+) )?{_TILL} {_WHEN}", 0.85),
    cue("away on abroad off", rf"(?:away|on {_DEPART}|abroad|off on (?:my |our )?{_DEPART}|off on (?:my |our )?hols)\b[ ,]*(?:on |with work |with the \w+ |in \w+ |from |for )*(?:{_SPAN}|{_WHEN})(?:(?: to| until| till| til|-| -) ?{_WHEN})?", 0.8),
    cue("empty unoccupied unattended", rf"(?:home|house|flat|place|gaff|the house|our house)(?: will be| is| was| is gonna be|'s|'ll be| sits| stands| stood| sat| left| standing| sitting){{0,2}}(?: be)?(?: now)? (?:empty|unoccupied|unattended)(?: (?:{_TILL} {_WHEN}|all (?:week(?:end)?|day|month|summer|of \w+)|for (?:the )?(?:next )?{_SPAN}|for (?:the )?(?:week(?:end)?|fortnight|next \w+)|while (?:the )?\w+(?:'re| are|'s| is)? (?:in |at )?\w+|this \w+|next \w+|tonight|from {_WHEN}))?(?:, back {_BACK_WHEN})?", 0.85, before=34, after=60),
    cue("alone own myself tod", rf"(?:home alone|on my own(?: at home| in the house|(?= (?:tonight|all|till|til|until|this|for|while)|[.,!?]|$))|house to (?:myself|ourselves)|home by myself|on my tod|all by myself|alone in the house)(?:,? (?:again |with the \w+ )?(?:from {_WHEN}|{_TILL} {_WHEN}|all (?:week(?:end)?|day|night)|tonight|this \w+|for {_SPAN}|for (?:the )?(?:week(?:end)?|night|next \w+)|while \w+(?:'s| is|'re| are)? (?:away|on \w+|out|at \w+)))?", 0.8, before=14, after=70),
    cue("no nobody noone", rf"(?:no ?(?:body|one|-one)(?:'s|s| is| will be)?) (?:be )?(?:at )?(?:home|in)(?: (?:{_TILL} {_WHEN}|this \w+|all (?:week(?:end)?|day)|tonight|for (?:the )?{_SPAN}|on {_WHEN}|from {_WHEN}))", 0.85, before=2, after=70),
    cue("no nobody noone", rf"(?:no ?(?:body|one|-one)(?:'s|s| is| will be)?) (?:be )?(?:in|at) (?:(?:the|our|my) (?:house|flat|gaff|place|bungalow)|ours|mine)(?!\w),? (?:{_TILL} {_WHEN}|this \w+|all (?:next |this )?(?:week(?:end)?|day|month|summer)|tonight|for (?:the )?{_SPAN}|from {_WHEN})", 0.85, before=2, after=80),
    cue("sleeps sleep days day weeks week nights night", rf"(?:{SMALL_NUMBER}) (?:more )?(?:sleeps?|days?|weeks?|nights?) (?:till|til|until|to go (?:till|til|until)|before|to|and) (?:(?:my|our|the|i'm|im|we|i|i'll be|we're|we'll be|it's|off|to|in|on) )*(?:{_DEPART}|fly|flying|go (?:to|away|on)|jet|leave|{_TRIP_PLACE})(?: to \w+)?", 0.7, before=12, after=70),
    cue("count counting countdown", rf"(?:count(?:ing)? ?down|countdown)(?: is on)?(?: the)?(?::| to| -)? ?(?:{SMALL_NUMBER} (?:days?|sleeps?|weeks?) (?:till|til|until|to|before) )?(?:(?:my|our|the) )?(?:{_DEPART}|{_TRIP_PLACE})", 0.55),
    cue("off jetting heading flying we i leaving leave going travelling jet setting bound", rf"(?:off|jetting off|heading off|heading|flying off|flying out|flying|we fly|i fly|leaving|leave|going away|travelling|jet off|setting off|bound)(?: out)?(?: (?:to|for) {_TRIP_PLACE})?(?:,? (?:for|on|in|this|next|first thing|early) (?:{_SPAN}|{_WHEN}|\w+ (?:days?|weeks?))| (?:{_WHEN}))+(?:,? (?:and )?(?:back|home|return(?:ing)?)(?: home)?(?: on| the)? {_WHEN})?", 0.65),
    cue("we i and wife", rf"(?:we|i|and we|we all|we're|i'm|wife and i) (?:fly|flying|jet off|leave for the airport|fly out|jetting off|set sail|are flying)\b[^.!?\n]{{0,20}}?(?:{_WHEN})", 0.75),
    cue("back home return returning", rf"(?:back|home|return(?:ing)?) (?:home |in the (?:office|country|uk) |at (?:my desk|work) |with you )?(?:on |the )?{DATE}", 0.6),
    cue("just landed arrived touched checked currently sunning here chilling made boarding", rf"(?:just landed|landed|arrived|touched down|checked in|currently|sunning ourselves|here|chilling|made it to|boarding)(?: safely)? (?:in|at|to|for) {_TRIP_PLACE}[ ,!]*(?:(?:until|till|til|home|back|for)(?: on)? (?:{_WHEN}|{_SPAN}))", 0.75),
    cue("days nights week weeks fortnight month summer weekend day night", rf"(?:{_SPAN}|\d+ (?:days?|nights?|weeks?)) (?:in|of) {_TRIP_PLACE}(?: starts?| begins?)(?: now| here| today| tomorrow| {_WHEN})?", 0.75, before=20, after=60),
    cue("gone off away out", rf"(?:gone|off|away|out)(?: \w+)? (?:for (?:the )?(?:{_SPAN}|week(?:end)?|summer|fortnight|bank holiday)|{_TILL} {_WHEN})", 0.7),
    cue("on annual", rf"(?:on|annual) (?:annual )?leave\b[ ,!]*(?:now |from \w+ )?(?:(?:until|till|til|back)(?: on| in the office)? (?:on )?{_WHEN}|from {_WHEN}(?:[^.!?\n]{{1,8}}{_WHEN})?)", 0.8),
    cue("mum mam mom dad parents folks husband hubby wife other flatmate flatmates housemate housemates", rf"(?:mum|mam|mom|dad|parents|folks|husband|hubby|wife|other half|flatmates?|housemates?)(?: and (?:mum|dad|the \w+))?(?:'s| is| are|'re)? (?:away|on nights|on holiday|abroad|working away|out of the country)\b(?:,? (?:{_TILL} {_WHEN}|all week(?:end)?|this \w+|for {_SPAN}|for (?:a|the) \w+|so [^.!?\n]{{0,12}}(?:home alone|on my own)))", 0.75),
    cue("bye goodbye see adios later laters ta tara farewell so ciao", rf"(?:bye|goodbye|see ya|see you|adios|later|laters|ta-?ra|farewell|so long|ciao)[ ,]+(?:uk|england|britain|blighty|{_TRIP_PLACE})[ ,!]*(?:until|till|til|for|see you(?: on)?|back(?: on)?) (?:{_WHEN}|{_SPAN})", 0.85),
    cue("house dog cat plant pet", rf"(?:house|dog|cat|plant|pet)[ -]?sitter (?:needed|wanted|required)[^.!?\n]{{0,10}}(?:{_WHEN}|{_SPAN}|while)", 0.65),
    cue(_RESORTS, rf"{RESORT}(?: \w+)? in (?:{_SPAN}|{SMALL_NUMBER} (?:days|sleeps|weeks))", 0.62),
    cue("out away abroad off", rf"(?:out of (?:the )?(?:country|office|town)|away|abroad|off grid)[ ,]*(?:from )?{_RANGE}", 0.8),
    cue("no nobody noone", rf"(?:no ?(?:body|one|-one)(?:'s|s| is| will be)?) (?:be )?(?:at )?(?:home|in|here|about)(?:,? (?:{_WHEN}|\w+ \w+ \w+ \w+ \w+|all day|for the day|after \w+(?: \w+){{0,3}}))?(?: {_TILL} (?:{_LATE}|{_WHEN})| {CLOCK} ?- ?{CLOCK}| \d{{1,2}} ?- ?\d{{1,2}}| {_WHEN})", 0.8, before=2, after=80),
    cue("not wont won", rf"(?:not|won't be|wont be|not going to be) (?:back|home|in|about|around)(?: tonight| today)?,? {_TILL} {_LATE}", 0.75),
    cue("on at", rf"(?:on|at) (?:a |an |my |our |the )?(?:\w+'s )?(?:hen do|hen|stag do|stag|course|conference|wedding|retreat|school trip|residential|festival|spa break|city break|mini break|work trip|business trip|job)(?: (?!this|all|until|till|til|from|for|next)\w+){{0,3}}(?:,? (?:this week(?:end)?|next week(?:end)?|all week(?:end)?|{_TILL} {_WHEN}|from {_WHEN} (?:to|until|till) {_WHEN}|for {_SPAN}))", 0.66),
    cue("on", rf"on (?:a )?(?:night shift|nights|a long day) {_TILL} (?:{_LATE}|{_WHEN})", 0.66),
    cue("gone", rf"gone (?:up |down |over |back |out )?to (?:[\w']+ ){{1,6}}?(?:{_TILL} {_WHEN}|for (?:the )?(?:{_SPAN}|week(?:end)?))", 0.7),
    cue("cottage lodge caravan airbnb villa apartment hotel campsite narrowboat yurt", rf"(?:cottage|lodge|caravan|airbnb|villa|apartment|hotel|campsite|narrowboat|yurt) (?:in|at|on|by|near) {_TRIP_PLACE} (?:all (?:next |this )?week(?:end)?|for (?:the )?(?:{_SPAN}|week(?:end)?)|{_TILL} {_WHEN}|next week(?:end)?|from {_WHEN})", 0.66),
    cue("taking towing", rf"(?:taking|towing) (?:the|my|our) (?:caravan|kids|boys|girls|family|dogs?|van|tent|boat|twins)(?: \w+){{0,2}}? to {_TRIP_PLACE} (?:for (?:the )?(?:{_SPAN}|week(?:end)?|summer|day)|{_WHEN}|{_TILL} {_WHEN})", 0.7),
    cue("camping glamping fishing skiing hiking surfing caravanning sailing", rf"(?:camping|glamping|fishing|skiing|hiking|surfing|caravanning|sailing)(?: (?:in|at|up|down|on|near|over))? {_TRIP_PLACE} (?:all week(?:end)?|for (?:the )?(?:{_SPAN}|week(?:end)?)|{_TILL} {_WHEN}|this week(?:end)?|next week(?:end)?)", 0.72),
    cue("away", rf"away from (?:my desk|home|the house|the office)[ ,]*(?:{_TILL} {_WHEN}|for {_SPAN}|from {_WHEN}|all week)", 0.75),
    cue("all both", rf"(?:all|both|we're all|everyone's|everyone is) out (?:for the day |all day |of the house )?(?:{_WHEN}|{_TILL} (?:{_LATE}|{_WHEN})|all day|for the day)", 0.7),
    cue("away off", rf"(?:away|off)(?: again)? (?:on|at|to|in|for) (?!(?:the )?(?:pub|shop|bed|work|gym|match)(?!\w))(?:[\w']+ ){{1,4}}?(?:all week(?:end)?|{_TILL} {_WHEN}|from {_WHEN}(?: (?:to|until|till) {_WHEN})?|next week(?:end)?|this week(?:end)?)", 0.68),
)  # fmt: skip
