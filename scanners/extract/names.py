"""Names and handles: cleaning what platforms write around them, and reading a handle from an address."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from scanners.extract.page import fold

_DIRT = re.compile(r"[\s\u200e\u200f\u2068\u2069\u202a-\u202e]+")
_SEPARATORS = re.compile(r"\s+[|•·–—:»/-]\s+|\s*[|•»]\s*|\s*[-–—]\s+(?=\S+$)|,\s+(?=@)")
_AT = re.compile(r"^(?P<name>.*?)\s*[\(（\[]\s*@?(?P<handle>[\w.\-]{1,60}(?:@[\w.\-]+)?)\s*[\)）\]]\s*(?P<rest>.*)$", re.DOTALL)
_PROFILE_WORDS = re.compile(
    r"(?:^|\b)(?:official )?(?:profile|profil|perfil|profilo|profiel|профиль|профіль|個人資料|个人主页|的主页|プロフィール|프로필|user(?: profile)?|overview|about|posts|"
    r"publications?|home|photos and videos|photos|videos|likes|reviews|activity|portfolio|shop|store|channel|page|"
    r"blog|resume|cv)(?:\b|$)",
    re.IGNORECASE,
)
_WRAPPED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:user )?(?:profile|profil|perfil|профиль)(?: of| for| de| von| di|:)\s+(?P<name>.+)$",
        r"^(?:user|member|about|author|artist|người dùng|пользователь|пользователя|utilisateur|usuario|benutzer)(?:\s*[:：]\s*|\s+)(?P<name>\S+)$",
        r"^(?P<name>.+?)['’]s? (?:public )?(?:profile|page|portfolio|blog|account|channel|shop|store|photos?|photostream|books|library|journal|music profile|resume|wall|homepage|home page|gallery|videos?|collection|songs|stories|.{0,12} profile)\b.*$",
        r"^(?P<name>.+?)(?:さん|様|氏)?の(?:プロフィール|ページ|マイページ|ブログ|読書メーター|チャンネル|ホームページ|個人ページ|投稿|作品).*$",
        r"^(?P<name>.+?)(?:的|の)(?:个人主页|個人主頁|主页|主頁|个人资料|微博|博客|空间|日记|頻道|频道|小站|个人空间|個人空間|部落格|首页).*$",
        r"^(?P<name>.+?)(?:님)?의 (?:프로필|페이지|블로그|채널).*$",
        r"^(?:follow|watch|listen to|meet|discover|support|hire|contact|stream|pay)\s+(?P<name>.+?)(?:'s.*)?$",
        r"^(?P<name>.+?)\s+(?:on|auf|sur|en|em|su|op|на|w|na|di|på)\s+(?:X|Twitter|Facebook|Instagram|YouTube|TikTok|Twitch|Snapchat|Pinterest|SoundCloud|Spotify|Vimeo|Flickr|Medium|Behance|Dribbble|Tumblr|Strava|Letterboxd|Patreon|Substack|Bluesky|Threads|LinkedIn|Last\.fm|DeviantArt|Cash App|eBay|Mixcloud|Goodreads|Wattpad|Quora|Steam|Telegram|Bandcamp|Kickstarter|Itch\.io|500px|VK|about\.me|Discord|Reddit|PeerTube)\b.*$",
    )
)
_GENERIC = frozenset(
    fold(word)
    for word in (
        "home", "log in", "login", "sign in", "sign up", "error", "page not found", "not found", "404", "welcome",
        "profile", "user profile", "members", "user", "users", "artists", "music", "posts", "photos", "videos",
        "about", "overview", "loading", "loading...", "please wait", "untitled", "index", "channel", "my profile",
        "anonymous", "guest", "menu", "search", "untitled document", "document", "react app", "undefined",
        "access denied", "forbidden", "just a moment...", "login • instagram", "followers", "following", "friends",
        "log in or sign up", "log into facebook", "create account", "register", "settings", "activity", "feed",
        "error 404", "oops", "oops!", "no title", "timeline", "reviews", "publications", "all posts", "archive",
    )
)
_POINTERS = frozenset(
    "u user users usr member members profile profiles profil perfil profilo people person in id channel c account accounts a "
    "author authors artist artists creator streamer player players athletes @ pub space n m photos blog blogs web company "
    "video-channels contributors developers makers home member.php userinfo people-profile cv talent seller shop i "
    "koreader hunter community username view p company fan gallery public_profile resume wiki journalist show".split()
)
_NO_HANDLES = frozenset(
    "login signin signup register join explore search home index about help settings privacy terms tag tags topic topics "
    "watch status statuses post posts article articles news groups group events event marketplace i intent share hashtag "
    "questions question wiki jobs shop store api static assets media images img css js blog index.php index.html "
    "reel reels stories tv p accounts direct legal contact download downloads support faq rules discover trending".split()
)
_QUERY_HANDLES = ("id", "user", "username", "u", "uid", "user_id", "userid", "name", "screen_name", "handle", "acct", "mid",
                  "author", "member", "profile", "actor", "login", "un", "nick", "sk")  # fmt: skip
_SITE_HOSTS = frozenset("www m mobile touch old new web app api en de fr es it pt ja ru user users profile my blog blogs".split())


def tidy_name(text: str) -> str:
    """One line, marks of direction removed."""
    return _DIRT.sub(" ", text).strip(" \u200b|•-–—·»«:,")


def is_name(text: str) -> bool:
    """False for empty, endless, generic words, addresses and bare `@handles`."""
    if not text or len(text) > 120 or text.startswith(("@", "http://", "https://", "{{", "%")):
        return False
    return fold(text) not in _GENERIC and any(char.isalnum() or ord(char) > 0x2000 for char in text)


def name_from_title(title: str, site: str = "", handle: str = "") -> tuple[str, str]:
    """(name, handle) from a page title such as `Name (@handle) • Site photos`; empty strings when there is none.

    `site` is the platform's name or host label; `handle` is what the address says, to find and to drop.
    """
    text = tidy_name(title)
    for mark in ("⁨", "⁩"):
        text = text.replace(mark, "")
    found_handle = ""
    if match := _AT.match(text):
        inner = match.group("handle")
        # Brackets may also hold a city or a year: only what looks like a handle counts.
        if "@" in match.group(0) or fold(inner) == fold(handle):
            found_handle = inner.split("@")[0]
            name = tidy_name(match.group("name"))
            return (name if is_name(name) else "", found_handle)
    text = _drop_site(text, site)
    for pattern in _WRAPPED:
        if match := pattern.match(text):
            text = match.group("name")
            break
    text = _drop_site(text, site)
    text = tidy_name(text.strip("\"“”'"))
    if text.startswith("@"):
        return "", text[1:].split()[0] if len(text) > 1 else ""
    return (text if is_name(text) else "", found_handle)


def _drop_site(text: str, site: str) -> str:
    """Drops what stands after (or before) the last separator when it is the site or says `profile`."""
    pieces = [piece.strip() for piece in _SEPARATORS.split(text) if piece.strip()]
    if len(pieces) < 2:
        return text
    wanted = _letters(site)
    kept = [piece for piece in pieces if not _about_site(piece, wanted)]
    return kept[0] if kept else pieces[0]


def _about_site(piece: str, site: str) -> bool:
    letters = _letters(piece)
    if site and letters and (letters == site or (len(site) > 2 and site in letters and len(letters) <= len(site) + 25)):
        return True
    return bool(_PROFILE_WORDS.fullmatch(piece.strip()))


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def handle_from_url(url: str) -> str:
    """The handle an address of an unknown platform most likely holds, without `@`; empty when there is none."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").casefold()
    except ValueError:
        return ""
    segments = [unquote(segment) for segment in parts.path.split("/") if segment]
    at = next((segment for segment in segments if segment.startswith(("@", "~")) and len(segment) > 1), "")
    if at:
        return at[1:].split("@")[0]
    query = parse_qs(parts.query)
    if segments and (segments[-1].casefold().rsplit(".", 1)[-1] in ("php", "asp", "aspx", "html") or segments[-1].casefold() in _POINTERS or not segments[1:]):
        for name in _QUERY_HANDLES:
            if query.get(name) and len(segments) <= 2:
                return query[name][0].lstrip("@")
    for index, segment in enumerate(segments[:-1]):
        if segment.casefold() in _POINTERS and segments[index + 1].casefold() not in _NO_HANDLES:
            return segments[index + 1].lstrip("@")
    if len(segments) >= 1 and segments[0].casefold() not in _NO_HANDLES | _POINTERS and "." not in segments[0][-5:]:
        return segments[0]
    labels = host.split(".")
    if not segments and len(labels) > 2 and labels[0] not in _SITE_HOSTS:
        return labels[0]
    return ""


def site_words(host: str) -> str:
    """The telling label of a host: `news.ycombinator.com` -> `ycombinator`."""
    labels = host.split(".")
    if len(labels) < 2:
        return host
    if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3:
        return labels[-3]
    return labels[-2]
