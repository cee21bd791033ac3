"""People, places and games that everybody knows and nobody lives with: from stories, history and public life."""

from __future__ import annotations

import re

from privacy_check.text.cues import late, word_set
from privacy_check.text.vocabulary import telling_word

GAMES = word_set(
    "stardew|sims|skyrim|minecraft|animal crossing|zelda|fallout|pokemon|mass effect|baldur's "
    "gate|bg3|fable|roblox|gta|runescape|warcraft|wow|football manager|fifa|harvest moon|elden "
    "ring|the witcher|witcher|cyberpunk|rdr2|red dead|terraria|dragon age|palia|hogwarts "
    "legacy|bloodborne|coral island|final fantasy|ffxiv|genshin|honkai|fortnite|valheim|dreamlight "
    "valley|disney dreamlight|sun haven|fields of mistria|mistria|crusader kings|fire emblem|sea "
    "of thieves|disco elysium|story of seasons|rune factory|acnh|tomodachi",
    "|",
)
_NAMED = word_set(
    "harry potter|hermione|hagrid|dumbledore|voldemort|dursleys|sherlock|sherlock holmes|dr "
    "watson|del boy|rodney trotter|frodo|bilbo|gandalf|samwise|the simpsons|homer simpson|bart "
    "simpson|paddington bear|bridget jones|mr darcy|mrs bennet|postman pat|anne of green "
    "gables|james bond|doctor who|peppa pig|batman|bruce wayne|spider-?man|peter "
    "parker|superman|clark kent|winnie the pooh|barbie|shrek|gromit|basil fawlty|victor meldrew|mr "
    "bean|hyacinth bucket|phil mitchell|peggy mitchell|pat butcher|bet lynch|alan partridge|david "
    "brent|miss marple|poirot|oliver twist|scrooge|heathcliff|jane eyre|miss "
    "havisham|dracula|frankenstein|matilda wormwood|willy wonka|the bfg|the twits|bagpuss|ted "
    "lasso|bob the builder|fireman sam|thomas the tank|bluey|mary poppins|walter white|rachel "
    "green|ross geller|tony soprano|don draper|darth vader|luke skywalker|super mario|lara "
    "croft|katniss|edward cullen|tracy beaker|horrid henry|wallace and "
    "gromit|emmerdale|eastenders|corrie|coronation street|hollyoaks|albert "
    "square|walford|weatherfield|ambridge|the archers|downton|bridgerton|peaky blinders|gavin and "
    "stacey|fawlty towers|only fools|dibley|royston "
    "vasey|trumpton|greendale|pontypandy|hogwarts|narnia|mordor|rivendell|hobbiton|gotham|westeros"
    "|pemberley|shakespeare|dickens|brunel|darwin|isaac newton|florence "
    "nightingale|pankhurst|winston churchill|the bront[eë]s|bront[eë]|jane austen|alan turing|ada "
    "lovelace|lord nelson|wordsworth|oscar wilde|the beatles|einstein|mozart|beethoven|henry "
    "viii|queen victoria|shackleton|isambard|marie curie|mary seacole|edith cavell|agatha "
    "christie|tolkien|george orwell|dylan thomas|the queen|king charles|prince william|prince "
    "harry|princess diana|meghan markle|the pope|elvis presley|david bowie|freddie mercury|paul "
    "mccartney|john lennon|ringo|mick jagger|ozzy|beyonc[eé]|rihanna|adele|madonna|taylor swift|ed "
    "sheeran|harry styles|foyle|foyle's war|inspector morse|endeavour morse|rebus|cadfael|father "
    "brown|jonathan creek|columbo|taggart|jimmy perez|vera stanhope|catherine cawood|ted "
    "hastings|derry girls|orla mccool|erin quinn|clare devlin|sister michael|pobol y "
    "cwm|cwmderi|river city|shieldinch|still game|craiglang|rab c nesbitt|balamory|katie "
    "morag|byker grove|brookside close|grange hill|aidensfield|walmington|captain "
    "mainwaring|arkwright|brian potter|the royle family|chatsworth estate|craggy island|father "
    "ted|mrs doyle|baldrick|blackadder|nonnatus house|button house|poldark|game of thrones|jon "
    "snow|top boy|summerhouse estate|dot cotton|ken barlow|deirdre barlow|vera duckworth|jack "
    "duckworth|messi|ronaldo|rashford|beckham|lineker|mbapp[eé]|haaland|harry kane|jude "
    "bellingham|bukayo saka|attenborough|ant and dec|zendaya|eminem|dua lipa|donald "
    "trump|obama|starmer|farage",
    "|",
)
# One telling word of each name, with and without its accent or hyphen.
FIGURE_WORDS = frozenset(
    telling_word(re.sub(r"\[e.\]|-\?", written, name)) for name in _NAMED for written in ("e", " ", "")
)
# Only who does something is spoken of: a fan, a shirt or a cake is somebody's own.
FIGURES = late(
    r"(?<![a-z])(?:"
    + "|".join(sorted(_NAMED, key=len, reverse=True))
    + (
        "|paddington)(?: [a-z]+(?= (?:was|is|turned|lived|were)(?![a-z])))?(?:'s? (?!fan|addict)[a-z]+"
        r"|\s?:|,?(?: also)? (?:is|was|were|are|both|of|lives?|lived|grew|born|went|had|has|turned|turns"
        "|left|never|worked|works|would|could|said|says|married|marries|started|moved|wrote|died|used"
        "|only|from|gets|got|again|came|kicks|bought)(?![a-z]))"
    )
)
INVENTED_HOME_WORDS = word_set(
    "privet baker windsor evergreen rillington wisteria mandela conch bagshot bag sesame spooner elm grimmauld zoo"
    " mockingbird wimpole eaton"
)
INVENTED_HOMES = late(
    "(?<![a-z0-9])(?:(?:number |no )?4,? privet drive|221 ?b,? baker st(?:reet)?"
    "|32,? windsor gardens|742,? evergreen terrace|(?:number )?10,? rillington place|wisteria lane"
    r"|nelson mandela house|124,? conch street|1?,?\s?bagshot row|bag end|sesame street"
    "|spooner street|elm street, springwood|12,? grimmauld place|64 zoo lane|1313 mockingbird lane"
    "|27[ab]? wimpole street|165 eaton place)(?![a-z])"
)
