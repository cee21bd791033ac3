"""When a page is believed that there is nothing: only a whole page, or the server's own word, can tell that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from privacy_check.model import Outcome
from privacy_check.sentences import say
from scanners.extract.page import fold
from scanners.extract.signs import Look, Scene
from scanners.platforms.schema import Marker

MOST_TOLD = 3
_BY_STATUS = {429: Outcome.RATE_LIMITED, 401: Outcome.LOGIN_WALL, 403: Outcome.BLOCKED}

_HIDDEN = (
    "dialog:not([open]),details:not([open])>:not(summary),[hidden],"
    "[style*='display:none' i],[style*='display: none' i],"
    "[style*='visibility:hidden' i],[style*='visibility: hidden' i]"
)
_NEVER_SHOWN = (
    f"template,[aria-hidden=true],{_HIDDEN},"
    ".hidden,.hide,.d-none,.is-hidden,.invisible,.visually-hidden,.sr-only,.u-hidden,.display-none"
)
# `window.data = {...}` and the like are words of the server; anything else in a script may only come to be shown.
_ASSIGNED = re.compile(r"\s*(?:(?:var|let|const)\s+)?[\w.$]+(?:\[[^\]]{1,80}\])?\s*=\s*(?:JSON\.parse\()?[\[{\"']")
_WORKS = re.compile(r"=>|\bfunction\b|\.catch\(|innerHTML|\bXMLHttpRequest\b|\bfetch\(")
_HIDING_RULE = re.compile(
    r"([^{}]{1,300})\{[^{}]{0,2000}?(?:display\s*:\s*none|visibility\s*:\s*hidden)[^{}]{0,2000}\}"
)
_PUT_AWAY_RULE = re.compile(
    r"([^{}]{1,300})\{[^{}]{0,2000}?(?:display\s*:\s*none|visibility\s*:\s*hidden"
    r"|(?:left|right|top|text-indent)\s*:\s*-\d{3})[^{}]{0,2000}\}"
)
_DRAWN = re.compile(r"(?:display|visibility)\s*:\s*(?!none|hidden)\w", re.IGNORECASE)
_OWN_WORDS = re.compile(r"\b(?:[Mm]y|I|I['’]m|me)\b")
# Words for browsers without scripts: a parser without them would take those in the head for the page's own.
_FOR_OTHERS = re.compile(r"<noscript\b[^>]{0,300}>.{0,100000}?</noscript\s*>", re.IGNORECASE | re.DOTALL)
# A page that cannot be shown just now, or in this country, says nothing of whether it is there.
_FOR_NOW = re.compile(
    r"\b(?:right now|at the moment|at this time|currently (?:un|not |down|off|experienc|under)\w*|temporar\w+"
    r"|try again (?:later|soon|shortly|in )|(?:in|after) (?:a few|some) (?:minutes|moments)|back (?:soon|shortly)"
    r"|(?:under|out|scheduled|planned|site|system) maintenance|maintenance (?:mode|work|break)|went wrong"
    r"|technical (?:problem|difficult\w+|issue)s?|(?:in|from) your (?:country|region|location|area)"
    r"|too many requests|overloaded|(?:confirm|verify) your age|age.restrict\w+|(?:18|16|13) or (?:over|older)"
    r"|(?:cookies|the app|an? account|log in|sign in) to (?:see|view|continue|read)|only in (?:the|our) app"
    r"|not available on (?:the )?(?:web|desktop|mobile|this device)"
    r"|(?:enable|turn on|allow) (?:javascript|cookies)"
    r"|browser is (?:not|no longer) supported|update your browser|turn off your (?:vpn|ad|proxy)\w*)\b"
    r"|\b(?:momentan|zurzeit|vorübergehend|wartungsarbeiten|versuchen sie es (?:später|erneut)|in ihrem land"
    r"|réessaye[rz] plus tard|temporairement|momentanément|dans votre pays|en mantenimiento|temporalmente"
    r"|int[eé]nta\w* más tarde|en tu país|temporaneamente|in manutenzione|riprova più tardi|tijdelijk"
    r"|probeer het later|ar hyn o bryd|rhowch gynnig arall)\b",
    re.IGNORECASE,
)
_LOOKED_FOR = re.compile(
    r"""getElementById\(\s*["']([\w-]{1,60})["']|querySelector(?:All)?\(\s*["'][#.]([\w-]{1,60})["']"""
)
_CODE_TYPES = re.compile(r"javascript|ecmascript|module|babel|jsx|template", re.IGNORECASE)


def doubtful(look: Look) -> bool:
    """True when something that could have brought words did not come, so that nothing can be told as absent."""
    return bool(look.missing or look.hindered or look.unfinished)


def for_now(scene: Scene) -> bool:
    """True for a page of few words that says it is only away for now, or only here."""
    return scene.thin and any(_FOR_NOW.search(line) for line in scene.page.lines[:60])


def server_words(html: str) -> str:
    """A page as its server sent it, without what a script brings on the screen or may take away."""
    tree = LexborHTMLParser(_FOR_OTHERS.sub("", html))
    hidden = [_NEVER_SHOWN, *_hiding_rules(tree, _PUT_AWAY_RULE)]
    for node in tree.css("script"):
        kind, text = node.attributes.get("type") or "", node.text(deep=True) or ""
        if (not kind or _CODE_TYPES.search(kind)) and not (_ASSIGNED.match(text) and not _WORKS.search(text)):
            named = {name for found in _LOOKED_FOR.findall(text[:200_000]) for name in found if name}
            hidden.extend(f"[id='{name}'],[class~='{name}']" for name in sorted(named)[:100])
            node.decompose()
    for selector in hidden:
        try:
            for node in tree.css(selector):
                if node.tag not in ("html", "body", "head"):
                    node.decompose()
        except (SelectolaxError, ValueError):
            continue
    return tree.html or ""


def without_hidden(html: str) -> str:
    """A page without the parts that its own markup and style hide; as it was when there are none."""
    tree = LexborHTMLParser(html)
    hidden = False
    for selector in (_HIDDEN, *_hiding_rules(tree)):
        try:
            found = [node for node in tree.css(selector) if node.tag not in ("html", "body", "head")]
        except (SelectolaxError, ValueError):
            continue
        # What an element's own style draws is drawn, whatever the page's style says of it.
        nodes = [
            node for node in found if selector == _HIDDEN or not _DRAWN.search(node.attributes.get("style") or "")
        ]
        for node in nodes:
            node.decompose()
        hidden = hidden or bool(nodes)
    return (tree.html or "") if hidden else html


def is_owners_word(sign: Marker, lines: Sequence[str]) -> bool:
    """True where a sign stands only in lines that speak of `my` and `me`: a bio may tell of another account."""
    if sign.kind != "text":
        return False
    holding = [line for line in lines if fold(sign.value) in fold(line)]
    return bool(holding) and all(_OWN_WORDS.search(line) for line in holding)


def _hiding_rules(tree: LexborHTMLParser, rule: re.Pattern[str] = _HIDING_RULE) -> list[str]:
    """Selectors that the page's own style keeps off the screen."""
    sheets = [(node.text(deep=True) or "")[:200_000] for node in tree.css("style")[:20]]
    found = [match[1].strip() for sheet in sheets for match in rule.finditer(sheet)]
    return [selector for selector in found if "@" not in selector and ":" not in selector][:400]


def instead(look: Look) -> Outcome:
    """What a look came to when its page wrote of an absence that cannot be believed."""
    return _BY_STATUS.get(look.missing_status or 0, Outcome.ERROR)


def why_not_believed(outcome: Outcome, look: Look) -> tuple[str, ...]:
    """Why an absence that the page wrote of is not told as one, in sentences."""
    if look.missing:
        when = say("looking.when.data")
    elif look.hindered:
        when = say("looking.when.asked")
    else:
        when = say("looking.when.early")
    return (say(f"looking.wrote.{outcome}", when=when), *(look.missing or look.hindered)[:MOST_TOLD])
