"""Hosts and parameters that mean the same wherever they are met: shorteners, wrappers, tracking."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Only what never chooses a page: `lang`, `s` or `t` may.
TRACKING = _words(
    """
    igsh igshid fbclid gclid dclid msclkid twclid ttclid yclid mc_cid mc_eid mibextid ref refsrc refid trk
    trkinfo originalsubdomain lipi si feature share_id rdid rdr _rdr _rdc paipv eav _r _t _d is_from_webapp
    sender_device sender_web_id is_copy_url web_id u_code preview_pb sec_user_id sec_uid share_app_id
    share_author_id share_link_id cxt xmt slof dl_branch _branch_match_id _branch_referrer sfnsn wtsid
    hc_ref fref hc_location pnref share_token img_index mkt_tok
    """
)
TRACKING_PREFIXES = ("utm_", "ref_", "mtm_", "pk_", "hsa_", "__cft__", "__tn__", "mkevt", "mkcid", "mkrid", "tt_")

SHORTENERS = _words(
    """
    bit.ly tinyurl.com t.co goo.gl ow.ly buff.ly is.gd v.gd rb.gy cutt.ly shorturl.at t.ly tiny.cc s.id x.gd
    lnkd.in fb.me vm.tiktok.com vt.tiktok.com pin.it redd.it spoti.fi spotify.link on.soundcloud.com qr.ae ebay.us
    trib.al dlvr.it wp.me g.co a.co amzn.to amzn.eu youtube.app.goo.gl tumblr.app.link snapchat.app.link
    reddit.app.link strava.app.link spotify.app.link discord.app.link boxd.it adf.ly bl.ink short.io
    rebrand.ly urlz.fr u.to po.st flip.it chng.it shorturl.com did.li me-qr.com qrco.de qr.page linkin.bio
    maps.app.goo.gl forms.gle db.tt disq.us l.ead.me mee6.xyz smarturl.it ffm.to share.google search.app
    n9.cl soo.gd clck.ru vk.cc ig.me fb.watch fb.gg aka.ms bitly.com j.mp amzn.asia a.aliexpress.com etsy.me
    nyti.ms apple.co link.tospotify.com link.deezer.com sndcld.co snd.sc kutt.it shor.by geni.us hyperurl.co lnk.to
    fanlink.to fanlink.tv song.link album.link odesli.co orcd.co found.ee bfan.link push.fm v.douyin.com
    xhslink.com b23.tv t.cn url.cn dwz.cn suo.im git.io
    """
)
# Shorteners with one path that names the account all the same.
NAMED_ALL_THE_SAME = {"ig.me": "/m/"}
# A smart link there opens an app, or a page chosen by the device: what stands in it is nobody's name.
APP_LINK_ENDINGS = tuple(
    f".{host}"
    for host in _words(
        """
        app.link app-link.me page.link onelink.me smart.link bnc.lt adj.st go.link app.goo.gl sng.link tlnk.io
        singular.link abr.ge lnk.to ffm.to fanlink.to lnk.at short.gy rebrand.ly
        """
    )
)

# (host without www., start of the path, parameter that holds the real address)
WRAPPERS = (
    ("l.facebook.com", "/l.php", "u"),
    ("lm.facebook.com", "/l.php", "u"),
    ("l.instagram.com", "", "u"),
    ("l.threads.com", "", "u"),
    ("l.threads.net", "", "u"),
    ("l.messenger.com", "/l.php", "u"),
    ("google.com", "/url", "q"),
    ("google.co.uk", "/url", "q"),
    ("youtube.com", "/redirect", "q"),
    ("vk.com", "/away.php", "to"),
    ("linkedin.com", "/redir/redirect", "url"),
    ("out.reddit.com", "", "url"),
    ("steamcommunity.com", "/linkfilter", "u"),
    ("deviantart.com", "/users/outgoing", "url"),
    ("slack-redir.net", "/link", "url"),
    ("duckduckgo.com", "/l", "uddg"),
)

SEARCH_ENGINES = _words(
    """
    google.com google.co.uk bing.com duckduckgo.com search.brave.com ecosia.org startpage.com qwant.com
    search.yahoo.com yandex.com yandex.ru baidu.com
    """
)

# Copies of pages kept by others: a look there is not a look at what strangers see today.
COPIES = _words(
    """
    web.archive.org archive.org archive.ph archive.is archive.today archive.li
    webcache.googleusercontent.com translate.google.com nitter.net xcancel.com vxtwitter.com
    fxtwitter.com fixupx.com twstalker.com sotwe.com twitterviewer.net imginn.com picuki.com dumpor.com
    greatfon.com imgsed.com pixwox.com picnob.com storiesig.info anonyig.com urlebird.com tikwm.com
    twitchtracker.com socialblade.com tgstat.com telemetr.io redlib.catsarch.com libreddit.kavin.rocks
    undelete.pullpush.io stats.fm
    """
)
COPY_ENDINGS = (".translate.goog",)

# Links there hold a telephone number and nothing else.
PHONE_HOSTS = _words("signal.me viber.me viber.click line.me imo.im")

MAIL_HOSTS = _words(
    """
    gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com live.co.uk msn.com yahoo.com
    yahoo.co.uk ymail.com icloud.com me.com mac.com aol.com proton.me protonmail.com pm.me gmx.com gmx.net
    gmx.de web.de mail.com fastmail.com btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com
    zoho.com yandex.ru mail.ru nhs.net
    """
)

# First path segments that belong to a site itself wherever handles stand right after the host.
_SITE_PAGES = {
    "login": """
        login signin sign-in sign_in signup sign-up sign_up register join logout auth oauth oauth2 password
        recover authwall challenge
    """,
    "search": """
        search find explore discover trending hashtag tag tags topics directory
    """,
    "settings": """
        settings preferences prefs account accounts
    """,
    "help": """
        help support about legal privacy terms tos policies policy cookies jobs careers press contact faq
        blog developers developer docs api download downloads apps pricing safety guidelines business ads
        advertise
    """,
    "front": """
        home index.html index.php
    """,
    "feed": """
        feed rss
    """,
    "message": """
        messages inbox notifications
    """,
    "files": """
        robots.txt favicon.ico sitemap.xml static assets images
    """,
}
SITE_PAGES = {segment: kind for kind, segments in _SITE_PAGES.items() for segment in segments.split()}

COMMON_ENDINGS = _words(
    """
    com org net info biz app dev page blog social online site website xyz club shop store live life link bio
    art design photography photos cloud space world today news academy school education community church
    family london wales scot cymru edu gov mil int name pro mobi tel museum coop aero example onion
    localhost local internal band music video gallery studio works team wiki tech software digital media
    network solutions services company me zone chat games lgbt gay town exchange foundation lan home corp
    arpa
    """
)

# Letters of other alphabets that pass for Latin ones in a host name.
LOOK_ALIKES = str.maketrans(
    "авеёкмнорстухіїјѕԁԛԝɡɑαβεικνορτυχωıłøđℓ",
    "abeekmhopctyxiijsdqwgaabeikvoptuxwilodl",
)
