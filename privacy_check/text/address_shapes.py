"""The shapes of house numbers, streets, named houses and postal lines, and the words that tell a home from a shop."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

from privacy_check.text.cues import cue, late, word_set
from privacy_check.text.vocabulary import NUMBER_WORDS

TYPES = word_set(
    "street str road rd avenue ave av close cl drive drv lane ln grove crescent cres terrace terr place way gardens gdns court ct mews square sq parade "
    "row walk hill rise green park view croft fold gate garth bank end yard wharf quay broadway boulevard blvd embankment esplanade promenade circus "
    "passage alley brow mount dale meadow meadows vale chase copse dell drove drift field fields glade glen heath heights hey holt orchard paddock path "
    "ridge side top wood woods wynd orchards paddocks crofts limes elms oaks poplars cedars laurels beeches willows larches birches maltings spinney ridings hawthorns hollies firs chestnuts cloisters leas moorings crescents copse loan brae vennel pend causeway bypass approach loop villas cottages buildings mansions walks rows side island strand"
)
SHORT_TYPES = word_set("st str rd ave av cl drv ln cres terr gdns ct sq blvd")
SURE_TYPES = word_set(
    "street str road rd avenue ave close drive lane ln grove crescent cres terrace terr gardens gdns court mews square parade mount croft "
    "villas boulevard wynd way place row walk passage"
)
TYPE = "|".join(sorted((*TYPES, r"st\.?"), key=len, reverse=True))
STREET_WORDS = " ".join((*TYPES, "st str heol ffordd stryd rhodfa lon clos maes rue via calle"))
NUM = r"\d{1,4}[a-z]?(?: ?[-/&] ?\d{1,4}[a-z]?)?"
UNIT = r"(?:flat|apartment|apt\.?|unit|room|studio|suite|plot|maisonette|basement flat|top floor flat|ground floor flat|first floor flat)(?: (?:no\.? ?)?(?:[a-z]?\d{1,4}[a-z]?|[a-z])\b)?"
BUILDING_WORD = r"(?:house|court|mill|lodge|cottages?|farm(?:house)?|tower|heights|hall|manor|villas?|buildings|barn|vicarage|rectory|forge|grange|bungalow|mansions|apartments|wharf|works|chambers|chapel|stables|oast|coach house|schoolhouse|school house|gables|croft|point|quarters|lofts?|brewery|maltings|smithy|manse|granary|foundry|exchange|tannery|bakery|dairy|malthouse|printworks|hayloft|park|hey|place|wood|view|bank|fields?|end)"
BUILDING = rf"(?:the )?(?:[a-z][a-z'.-]* ){{0,3}}{BUILDING_WORD}"
NAME = r"(?:(?:[a-z][a-z'.-]*|st\.?|1st|2nd|3rd|\d{1,2}(?:st|nd|rd|th)) ){1,4}?"
STREET = rf"(?:{NAME}(?:{TYPE})|the (?:{TYPE})|(?:heol|ffordd|stryd|rhodfa|lon|clos|maes|rue)(?: [a-z][a-z'.-]*){{1,3}})(?![\w'-])"
NUMBERED = cue(
    STREET_WORDS,
    rf"(?<![\w£$€.:/#-])(?:(?:{UNIT}|{BUILDING}|the [a-z]{{4,14}}(?=,)),? ?(?:/ ?|, ?)?(?:{BUILDING},? )?)?(?:(?:no\.? ?|number |nr\.? ?|#|house )?)(?P<number>{NUM}),? (?:on |in |at |along )?(?P<street>{STREET})",
    before=110,
    after=40,
    need=r"\d",
)
NAMED_HOUSE = cue(
    STREET_WORDS,
    rf"(?<![\w'])(?P<house>{BUILDING}), (?P<street>{STREET})(?:, (?P<more>[a-z][a-z' -]{{2,24}})(?=,))?",
    before=80,
    after=60,
    need=r"[A-Z][^,]*,",
)
SPELLED = cue(
    "number no at we i im live",
    rf"(?:number|no\.?|at|we're|i'm|im|live at) (?:one|two|three|four|five|six|seven|eight|nine|{NUMBER_WORDS}),? (?:on |in |at )?(?P<street>{STREET})",
)
HOUSE_END = (
    r"(?:Manse|Maltings|Brewery|Lofts|[Ww]ood|[Bb]ank|dene|hurst|[Cc]roft|holme|lea|mead|brook|side|[Vv]iew|cot|field|[Rr]idge|[Hh]aven|[Bb]rae|gate|House|Cottage|Lodge|Barn|Farm|Farmhouse|Forge|Mill|Vicarage|Manor|Bungalow|Smithy|Rectory|Gables|"
    r"Orchard|Nook|Steading|Stables|Oast|Byre|Villa|Hollow|Rest|Chapel|Schoolhouse|Gatehouse|Croft|Grange)"
)
HOUSE_OURS = (
    cue(
        "our packing leaving selling sold bought moving moved goodbye bye keys home house into live we floor flat",
        rf"(?:[Pp]acking up|[Ll]eaving|[Ss]elling|[Ss]old|[Bb]ought|[Mm]oving (?:out of|into|in to|from)|[Mm]oved (?:into|in to)|[Gg]oodbye|[Bb]ye bye|[Kk]eys (?:to|for)|[Hh]ome is|[Oo]ur (?:house|home)(?:,| is)?|[Ll]ive (?:in|at)|[Ww]e're in|(?:floor|flat) (?:of|in|at)) ((?:The )?(?:[A-Z][\w']* ){{0,2}}[A-Z]?[\w']*{HOUSE_END})(?![\w'-]| [A-Z])",
        0.65,
        cased=True,
    ),
    cue(
        "ours mine home sold market",
        rf"(?<![\w'])((?:The )?(?:[A-Z][\w']* ){{1,2}}{HOUSE_END}) is (?:finally |now |officially |all )*(?:ours|mine|home|sold|on the market)(?!\w)",
        0.65,
        before=44,
        after=36,
        cased=True,
    ),
)
STREET_ONLY = cue(
    "street road rd avenue ave close drive lane grove crescent terrace gardens mews court way place square row walk rise croft parade mount hill green view fold garth wynd brae gate park heath heol ffordd stryd lon lôn clos maes cae rhodfa trem",
    r"(?:[A-Z][\w'.-]*|St\.?)(?: (?:[A-Z][\w'.-]*|of|the|y)){0,3} (?:Street|Road|Rd|Avenue|Ave|Close|Drive|Lane|Grove|Crescent|Terrace|Gardens|Mews|Court|Way|Place|Square|Row|Walk|Rise|Croft|Parade|Mount|Hill|Green|View|Fold|Garth|Wynd|Brae|Gate|Park|Heath)(?![\w'-])|\b(?:Heol|Ffordd|Stryd|L[oô]n|Clos|Maes|Cae|Rhodfa|Trem)(?:[ -](?:y|yr|ap|ar|dan|tan|pen))?[ -][A-Z][\w'.-]*(?: (?:[a-z]{1,3} )?[A-Z][\w'.-]*){0,2}",
    before=60,
    after=40,
    cased=True,
)
CODE_ENDS = late(r"[0-9][a-z]{2}(?![a-z0-9])")
POSTCODE = late(r"(?<![a-z0-9])(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})(?![a-z0-9])")
PART = late(
    r"(?:[A-Z0-9][\w'’&./()-]*|&)(?: (?:[A-Z0-9&][\w'’&./()-]*|of|the|and|on|upon|le|la|du|de|des|y|yr|ap|ar|na|in|by|under|cum|-|next|with))*$"
)
US = cue(
    "street st avenue ave road rd drive dr lane ln boulevard blvd court ct circle cir way place pl terrace ter parkway pkwy highway hwy trail trl loop square sq",
    r"(?<![\w£$#-])\d{1,6}(?: [nsew]{1,2}\.?)? (?:(?:[a-z0-9][a-z0-9'.-]*) ){1,4}?(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|circle|cir|way|place|pl|terrace|ter|parkway|pkwy|highway|hwy|trail|trl|loop|square|sq)\b\.?(?: [nsew]{1,2}\b\.?)?"
    r"(?:,? (?:apt|apartment|unit|ste|suite|#|no)\.? ?[\w-]{1,6})?(?:,? [a-z][a-z' .-]{1,24},? (?P<state>a[lkzr]|c[aot]|d[ec]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]|n[cdehjmvy]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[at]|w[aivy])\b\.?(?: \d{5}(?:-\d{4})?)?)",
    before=50,
    after=90,
    need=r"\d",
)
# The first line of an address in small letters: "flat 2b", "61a cavendish meadow", "apple tree cottage".
SMALL_LINE = late(
    rf"(?<![\w£$#.-])(?:(?:flat|apartment|apt|unit|plot|studio) [a-z0-9]{{1,4}}|\d{{1,4}}[a-z]?(?: ?- ?\d{{1,4}})?(?: [a-z][a-z'-]+){{0,4}}"
    rf"|(?:the )?(?:[a-z][a-z'-]+ ){{1,2}}(?:{BUILDING_WORD}))$"
)
# The same without commas: "88 broadway nottingham", up to the postcode.
SMALL_PLAIN = late(
    r"(?:\A|\n|(?<!\w)(?:at|to|is|address|:) )(?P<line>\d{1,4}[a-z]?(?: ?[-/] ?\d{1,4}[a-z]?)?(?: [a-z][a-z'-]*){1,7}) ?\Z"
)
POSTAL_WORD = late(
    rf"(?<![\w-])\d{{1,4}}[a-z]?(?![\w-])|(?<!\w)\d{{1,4}}[a-z]? ?[-/&] ?\d{{1,4}}[a-z]?(?!\w)|(?<!\w)(?:{TYPE}|{BUILDING_WORD}|heol|ffordd|stryd|rhodfa|lon|clos|maes|bryn|ty|tan|rue)(?!\w)"
)
FLAT_IN = cue(
    "flat apartment apt unit",
    rf"(?:flat|apartment|apt\.?|unit) (?:[a-z]?\d{{1,4}}[a-z]?|[a-z]),? (?P<house>(?:[a-z][a-z'.-]* ){{1,3}}(?:{BUILDING_WORD}))(?!\w)",
)
THEN_STREET = late(
    r", ?(?:[A-Z][\w'.-]* ){1,3}(?:Street|Road|Avenue|Lane|Drive|Close|Way|Hill|Grove|Crescent|Terrace|Row)(?!\w)"
)
HOUSE_ALONE = cue(
    "farm farmhouse cottage lodge barn vicarage rectory bungalow oast",
    r"(?:at|to|to ours,|from|home,|(?:address|house|place) is(?: called)?|ours,|live at|live in) ((?:The )?(?:[A-Z][\w'.-]* ){1,3}(?:Farm|Farmhouse|Cottage|Lodge|Barn|Vicarage|Rectory|Bungalow|Oast))(?!\w)",
    before=60,
    after=30,
    cased=True,
)
NAME_AND_LANE = cue(
    "lane road street hill",
    r"(?<!\w)([A-Z][\w'-]+(?: [A-Z][\w'-]+)?), ((?:[A-Z][\w'.-]* ){1,2}(?:Lane|Road|Street|Hill)), [A-Z]",
    before=70,
    after=30,
    cased=True,
)
HOME_WORDS = late(
    r"(?<!\w)(?:live|living|lives|moved?|moving|my|our|ours|us|we|we're|home|house|flat|come|pop|round|address|addy|deliver\w*|send|post|parcel|ship\w*|keys?|sold|bought|buying|new place|"
    r"neighbou?rs?|next door|mine|garden|party|bbq|housewarming|invite\w*|selling|knock|front door|drop|card|write|been at)(?!\w)"
)
OUR_STREET = late(
    r"(?<!\w)(?:(?:the|my|our) (?:kids|bairns|weans|boys|girls)|im|corner house|(?:me|my|our|own) (?:own )?(?:road|street)|knock|yours|opposite|new to|view(?:ings?)?|live|living|lives|lost|missing|found|last seen|our|ours|us|my|we|we're|we've|anyone(?: else)?|neighbou?rs?|next door|collect|collection|moved|burst|bins?|power cut|no water|i'm|flat|flat's|day one|outside|hear that|our alarm|windows)(?!\w)"
)
TO_STREET = late(
    r"(?:\b(?:near|opposite|on|in|at|of|off|down|up|round|around|along|seen|outside|from|to|by|behind|street|road|called|is|into|collect|collection|deliver|delivered|delivery)|\(|,|:) ?(?:on |the )?$"
)
PUBLIC = late(
    r"(?<!\w)(?:(?:town|city|village|church|parish|community|memorial|masonic|scout|guide|salvation army) hall|food ?bank|drop-?in|library|museum|pub|inn|tesco\w*|lidl|aldi|asda|sainsbury\w*|morrisons|co-?op|store|shop|office|offices|surgery|church|cathedral|station|hotel|restaurant|cafe|bar|"
    r"crash|fire(?! engine| alarm| pit| door|place)|police|witness\w*|accident|collision|closure|consultation|hospital|clinic|market|theatre|cinema|court|centre|center|gallery|inc|foundation|copyright|headquarters|hq|stadium|arena|album|series|episode|soap|film|movie|"
    r"book|(?<!, )(?<!in )reading|watching|novel|monopoly|protest|march\w*|council|planning|exhibition|salon|branch|open(?:ing|s)?(?! gate)(?= (?:at|on|in|from|daily|until|till|to|now|for|mic|\d|mon|tue|wed|thu|fri|sat|sun))|registered|ltd|bookings|showroom|venue|gig|studio|studios|tube|bus|shopping|christmas lights|traffic|"
    r"dentists?|solicitors?|vets?|barbers?|hairdressers?|gym|match|ground|pitch|marathon|procession)(?!\w)"
)
OWN_STREET = late(
    r"(?<!\w)(?:home sweet home|new to|view(?:ings?)? at|live|living|lost|missing|found|our street|our road|our house|outside ours|us again|bins?|ours|my (?:street|road|house)|next door|anyone(?: else)? on|we live|i live|house on)(?!\w)"
)
# Doors that belong to a story, an office or the news, whoever writes of them.
ICONIC = word_set(
    "4 privet drive,221b baker street,742 evergreen terrace,32 windsor gardens,10 downing street,11 downing street,12 grimmauld place,"
    "42 wallaby way,124 conch street,1 coronation street,31 spooner street,25 cromwell street,10 rillington place,62 west wallaby street,28 barbary lane,"
    "7 eccles street,1313 mockingbird lane,1600 pennsylvania avenue,9 coronation street,177a bleecker street,129 west 81st street,52 festive road",
    ",",
)
# Words that stand in no street's name: "2 Islands to cast Time Walk" is a game.
NEVER_INSIDE = word_set(
    "to at for with from is are was were that than this it he she they has have had can will so but if when who dies"
)
FAMOUS = word_set(
    "baker street,downing street,coronation street,albert square,privet drive,ramsay street,sesame street,elm street,wisteria lane,evergreen terrace,charing cross road,"
    "abbey road,penny lane,oxford street,carnaby street,bond street,regent street,brick lane,fleet street,wall street,quality street,easy street,high street,harley street,"
    "savile row,park lane,waterloo road,main street,memory lane,diagon alley,rodeo drive,sunset boulevard,electric avenue,windsor gardens,brookside close,walford east,"
    "grange hill,bleecker street,jump street,cherry lane,notting hill,drury lane,pudding lane,portobello road,fifth avenue,madison avenue,desolation row,lombard street,"
    "spooner street,mockingbird lane,paradise road,the street,the road,the close,the drive,the way,the place,the end,the hill,the park,the view,the top,the side,no way,all the way",
    ",",
)
RESIDENTS = late(
    r" (?:residents|people|folk|lot|neighbours|massive|crew|gang)(?:[:,!?]| (?:is|are|did|do|who|can|has|have|your)(?!\w))"
)
LEADS = word_set("the our my this on in what no that near love anyone lost found moved all by")
NOT_NAMES = word_set(
    "gb tb mb gig gigs hard flash external remote usb disk disc test wheel hr hrs minutes minute mins min miles mile years year yrs days day weeks week hours hour months people kids times more new other ways of in on at to for the a an my our your by from with this that "
    "pages items things points metres meters feet seconds sleeps old long best great only quid pounds am pm and or is are was"
)
