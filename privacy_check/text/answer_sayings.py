"""How people give away pets, maiden names, first cars and childhood streets: the patterns of security answers."""

# ruff: noqa: E501 - a pattern is easier to read on one line

from __future__ import annotations

import re

from privacy_check.text.cues import cue, word_set

ANIMAL = (
    r"(?:dogs?|doggo|pups?|puppy|puppies|cats?|kitten|kitty|rabbit|bunny|hamster|goldfish|fish|guinea pigs?|tortoise|pony|horse|parrot|budgie|cockatiel|cockatoo|macaw|canary|parakeet|gecko|chinchilla|hedgehog|hen|chicken|duck|goat|donkey|gerbil|"
    r"rat|lizard|snake|ferret|greyhound|whippet|lurcher|spaniel|cocker|springer|labrador|lab|retriever|poodle|cockapoo|cavapoo|labradoodle|terrier|"
    r"staffy|staffie|collie|dachshund|sausage dog|pug|bulldog|frenchie|boxer|beagle|husky|corgi|westie|jack russell|german shepherd|gsd|chihuahua|"
    r"schnauzer|shih tzu|alsatian|tabby|ragdoll|bengal|siamese|tomcat|moggy|moggie|furbaby|fur baby|pet|mutt|pooch|hound)"
)
ANIMAL_WORDS = (
    "dog dogs doggo pup pups puppy puppies cat cats kitten kitty rabbit bunny hamster goldfish fish guinea tortoise pony horse parrot budgie cockatiel cockatoo macaw canary parakeet gecko chinchilla hedgehog hen chicken duck goat donkey gerbil rat lizard snake ferret greyhound whippet lurcher "
    "spaniel cocker springer labrador lab retriever poodle cockapoo cavapoo labradoodle terrier staffy staffie collie dachshund sausage pug bulldog frenchie boxer beagle husky corgi westie jack "
    "german gsd chihuahua schnauzer shih alsatian tabby ragdoll bengal siamese tomcat moggy moggie furbaby fur pet mutt pooch hound"
)
OF_OURS = cue(
    ANIMAL_WORDS,
    rf"(?<![\w'])(?:my|our|the|first|this|a|new|family|rescue|lost|missing|found|old|beloved|childhood|and|\w+'s)(?: [\w'-]+){{0,3}}? {ANIMAL}"
    r"(?: is| was|'s)?(?:,? (?:called|named|name of|name is|names)|,|:| \()? ?",
    0.85,
    before=60,
    after=50,
)
ANIMAL_NAME = cue(ANIMAL_WORDS, rf"(?<![\w'-]){ANIMAL}(?:,? (?:called|named|by the name of)|:) ", 0.85)
ANIMAL_BARE = cue(
    ANIMAL_WORDS,
    rf"(?:^|[|,.!?] ?|[\U0001f400-\U0001f43f] ?|\b(?:with|and|walk|walking|feed|love|miss) (?:the |my |our )?)(?:pet )?{ANIMAL} ",
    0.7,
    before=24,
    after=30,
)
PET_CUES = cue(
    "gotcha his her goodbye answers answer say mother mum mom dad father owner parent mama this hello everyone feed feeding walkies walk walked walking dog cat fur pup bunny pet plant r rip sleep goodnight meet cuddles snuggles belly treats vet vets called named",
    r"(?:gotcha day for|(?:his|her) name(?:'s| is)|said goodbye to|goodbye(?: to)?|answers? to(?: the name(?: of)?)?|walkies with|walk(?:ed|ing)? (?:with )?|(?:fur )?(?:dog|cat|fur|pup|bunny|pet|plant and cat) ?(?:mum|mom|mam|dad|daddy|mummy|lady|man|parent|owner|slave|servant)"
    r"(?: to| of|:)?|r\.?i\.?p\.?|sleep tight|goodnight|meet|cuddles with|snuggles with|belly rubs for|treats for|vets? with|called|named|say (?:hello|hi) to|(?:mother|mum|mom|dad|father|owner|parent|mama) (?:of|to)(?: \w+)? (?:cats|dogs|pups|kittens)|this is|hello|everyone meet|feed|feeding) ?(?:to |our |my |the |little |sweet |baby |beautiful |old |gorgeous |girl |boy |lad |man |best )*",
    0.7,
)
PET_AFTER = cue(
    ANIMAL_WORDS,
    rf"(?<![\w'@#])([^\W\d_][\w'-]+(?: [A-Z][\w'-]+)?),? (?:the|my|our|a|is (?:a|the|my|our)) (?:\w+ ){{0,2}}?{ANIMAL}(?![\w'])",
    0.75,
    before=60,
    after=30,
)
SCENE_WORDS = frozenset(
    (
        ANIMAL_WORDS
        + " gotcha vet vets walkies paws pawprint woof meow purr collar litter kennel tail barking chipped whiskers fetch groomer groomers rescue rspca kittens"
    ).split()
)
PET_PICTURE = re.compile("[\U0001f400-\U0001f43f]")
PET_SCENE = re.compile(
    rf"[\U0001f400-\U0001f43f]|(?<![\w'])(?:{ANIMAL}|cat|cats|puppy|kitten|pup|vet|vets|gotcha|walkies|paws|pawprint|woof|meow|purr|fur|collar|litter tray|kennel|"
    r"tail|barking|chipped|whiskers|fetch|groomers?|rescue|rspca|hamster|bunny|rabbit|kittens?|puppies|pooch)(?![\w'])"
)
PET_EMOJI_NAME = re.compile(r"([^\W\d_][\w'-]+) ?[\U0001f400-\U0001f43f]")
MAIDEN = (
    cue(
        "née nee maiden formerly birth used",
        r"(?:n[ée]e:?|maiden name(?:'s|s| is| was|:| =|,)?(?: is| was)?(?: an?)?|formerly|birth surname(?: is| was|:)?|used to be an?) (?=[^\W\d_])",
    ),
    cue(
        "i mother mum mam mom nan nana nanny gran grandma grandmother",
        r"(?:i|mother|mum|mam|mom|nan|nana|nanny|gran|grandma|grandmother)(?:'s side)?(?: of the family)? (?:was|is|were|are) (?:born )?(?:all )?(?:an?|the) (?=[^\W\d_])",
    ),
    cue("mum mother", r"(?:mum|mother)'s name (?:was|before)(?: she)?(?: married)?(?: was)? "),
)
BEFORE_WED = re.compile(
    r"(?:before|until|till|til) (?:she |they |her |i |we )?(?:got |was )?(?:married|marrying|wed|the wedding|dad|marriage|wedding)|maiden|n[ée]e|by birth|side"
)
GREW_UP = cue(
    "street road house avenue home grew raised was brought born childhood first lived living",
    r"(?:(?:lived|living) (?:on|at|in)(?= [^.!?\n]{4,30} (?:as a (?:kid|child|boy|girl|bairn|teenager)|when i was|growing up|till i was|until i was))|(?:street|road|house|avenue|home)(?: (?:that |where |which )?(?:i|we|you|me))? (?:grew up|lived|were raised|was raised|was born)(?: (?:in|on|at))?(?: as a (?:kid|child))?(?: (?:was|is))?(?: on| in)?"
    r"|(?:grew up|was raised|raised|brought up|born) (?:on|just off|off|at(?: the (?:top|bottom|end) of)?)(?! a)|childhood (?:street|road|home|address)(?: (?:was|is))?(?: on)?|first (?:street|road|home|house|address)(?: (?:was|is))?(?: on)?)"
    r"(?:\s?[:=?,>-]+)? (?:(?:number |no\.? ?)?\d{1,4}[a-z]? )?",
)
STREET = re.compile(
    r"(?:[A-Z][\w'.-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Close|Drive|Lane|Ln|Grove|Crescent|Terrace|Place|Way|Gardens|Court|Hill|Row|Walk|Mews|Square|Park|View|Rise|Green)\b"
)
QUESTIONS = cue(
    "st first childhood fave favourite favorite best old primary infant junior maths english reception birthplace birth place city town born pet pets mother mothers mum mums football team maternal memorable middle school honeymoon where what",
    r"(?:(?:first|1st|st|childhood|fave|favou?rite|best|old|primary|infant|junior|maths|english|reception)(?: ever| primary| infant| childhood)? "
    r"(?:pet|dog|cat|car|motor|wheels|school|street|job|crush|love|teacher|best friend|best mate|best pal|friend|pal|mate|concert|gig|boyfriend|girlfriend|kiss|snog|album|record|single|book|film|movie|band|song|football team|sports team|team|hamster|house)"
    r"|best (?:mate|friend|pal) (?:growing up|as a kid|at school|at primary)|where were you born|what was your first \w+|birth ?place|place of birth|city of birth|town of birth|born at|pet'?s? name|mother'?s? maiden name|mum'?s maiden name|(?:football )?team(?: i support)?|maternal grandmother|memorable (?:word|place|name)|"
    r"middle name|school mascot|honeymoon)(?: (?:name|growing up|at (?:school|primary)|ever|in school|i ever had|we had|i had))*"
    r"(?P<link>, (?:an?|the|called|named)|,? (?:was|is|were|has to be|had to be|was called|is called|called|named|at)(?: (?:a|an|the|me|my|mum's|dad's|nan's|grandad's|at|called|named|old|for|always|and always will be|my|our|hamster|goldfish|dog|cat|rabbit|"
    r"budgie|beige|red|blue|white|black|battered|green|silver|little|probably|in|yellow|with)\b){0,4}|\s?[:=?]+(?: a:)?(?: (?:an?|the|old|hamster|goldfish|dog|cat|rabbit|budgie|called|named|beige|red|blue|white|my|our|probably)\b){0,4}| )\s?",
)
POSSESSIVE_PET = re.compile(
    r"(?<![\w'@#])([^\W\d_][\w-]{2,12})'s (?:had|got|been|done|having|getting|first|in|at|is|new|favourite|bed|tail|paws?|walk|walkies|birthday|gotcha day)(?!\w)"
)
FIRST_WHEELS = cue(
    "learned learnt passed drove driving",
    r"(?:learn(?:ed|t) to drive|passed my (?:driving )?test|drove (?:to school|around|about)|driving lessons)(?: back then| in \d{4})? (?:in|around in) (?:an?|my|mum's|dad's|nan's|grandad's|the|our) (?:(?:old|red|blue|white|beige|green|battered|knackered|ancient) )*",
)
BEST_TEACHER = cue(
    "mr mrs miss ms",
    r"(?<!\w)((?:mr|mrs|miss|ms) [^\W\d_][\w'-]+)(?:,? (?:in )?(?:year \d{1,2}|[a-z]+)?),? (?:(?:was|is|were),? ?)?(?:(?:still|always|easily|honestly|by far|hands down) )?(?:the best|best|my (?:fave|favou?rite)|(?:the )?most inspiring|a brilliant) teacher",
)
QUIZ = cue(
    "name names title titles know questions quiz jobs bet copy pet pets street",
    r"(?:(?:porn ?star|porn|stripper|drag|drag queen|elf|royal|rock ?star|rock band|rapper|star wars|superhero|spy|hobbit|pirate|band|villain|soap(?: opera)?|stage|wrestler|wizard|witch|dj|detective|mafia|gangster|cowboy|celebrity|posh|"
    r"christmas|fairy|unicorn|hogwarts|romance novel|pen|reality tv)(?: \w+)? (?:name|title)s?|get to know (?:me|you)|name (?:game|generator)|20 questions|about me quiz|first ten jobs|first 10 jobs|bet no ?one can|"
    r"copy and paste|your (?:first )?pet'?s? name|first pet ?(?:\+|and|&|plus)|first street|name (?:is|=) your)",
    before=40,
    after=40,
)
QUIZ_PARTS = re.compile(
    r"(?:first pet|pet'?s? name|pet|first (?:street|road)|(?:street|road)(?: name)?(?: (?:you|i|we) (?:grew up|live[d]?)(?: on| in)?)|mum'?s maiden name|mother'?s maiden name|maiden name|first car|"
    r"grandad'?s(?: first)? name|gran(?:dma)?'?s(?: first)? name|nan'?s(?: first)? name|first school|first teacher|favou?rite (?:teacher|colour|food)|last thing you ate|birth town|home ?town)"
)
QUIZ_SAID = re.compile(
    r"(?:i'm|im|i am|mine(?:'s| is| was| would be)?|makes me|that makes me|i'd be|= ?|-+> ?|=> ?|->|: |hello|call me|\.\.\. ?|⇒ ?|→ ?)\s?(?:lord |lady |sir |dame |princess |prince |dj |mc |captain |the |duke of |count |miss |king |queen )*"
)
PART_VALUE = re.compile(
    r"(?:first pet|pet(?:'s name)?|street|road|maiden name|car|school|teacher)(?: (?:you|i|we) (?:grew up|lived) (?:on|in))?(?: (?:was|is|called|named)|:| \()? "
)
FIRST_JOB = cue(
    "first",
    r"first (?:ever )?job(?: ever)? (?:was|:|=)?(?: (?:at|in|for|with|a|an|the|paper|round|saturday|job|on|washing|pots|glass|collecting))* ?",
)
FICTION = word_set(
    "scooby garfield snoopy lassie gromit dougal bluey bingo peppa hedwig fluffy fang toto gnasher snowball santa's brian simba nala's mufasa bambi dumbo thumper's paddington trunchbull honey's snape dumbledore mcgonagall bouquet bucket"
)
NOT_PETS = word_set(
    "bar shop supper & chips fingers cakes wellington van sitter rescue sanctuary stevens club and breed show walker walkers hotel kennels day mum dad lady person people"
)
MODEL = re.compile(r"(?: (?:\d\.\d|[A-Z][A-Za-z]+|[A-Z]{1,3}\d?|GTi?|\d{3,4}))+")
TITLES = word_set("lord lady sir dame princess prince duke duchess king queen count countess dj mc captain")
VERBS = word_set(
    "take takes walk walks feed fed bring brings brought let lets put love loves hug pet train adopt call get gets buy bought see saw meet met save find found miss watch watches hold give gave stroke wash bathe "
    "keep kept think thought has had said told need want ask like likes left leave teach taught someone who"
)
TEAM = cue(
    "supported supporting support followed following",
    r"(?:i've |i )?(?:support(?:ed|ing)?|follow(?:ed|ing)?) (?=(?:[a-z]+ ){1,3}?(?:since|all my life|from birth|for (?:\d+|thirty|forty|twenty) years|as a kid|through thick))",
)
CARS = word_set(
    "ford vauxhall nissan renault fiat peugeot citroen volkswagen vw mini austin rover toyota honda mazda seat skoda audi bmw "
    "mercedes volvo saab kia hyundai suzuki morris hillman triumph datsun lada reliant metro fiesta escort corsa nova micra "
    "clio punto polo golf astra cavalier yaris ka panda"
)
