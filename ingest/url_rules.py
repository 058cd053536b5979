"""What is known about URLs that is not identity: tracking parameters, wrappers, hosts that are one.

Data with its reason, for ``ingest.urls``. A parameter is listed only where it has been seen to vary for one
and the same article; everything else in a query is kept, since ids live there.
"""

import re

TRACKING_PREFIXES = (
    "utm_",  # Urchin, Google Analytics and all that copied it
    "mtm_", "matomo_", "pk_", "piwik_",  # Matomo
    "at_",  # AT Internet / Piano: at_medium, at_campaign (BBC, franceinfo)
    "hsa_", "__hs",  # HubSpot
    "fb_", "guce_", "trk_", "_branch_", "vero_", "oly_",
    "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee",  # comScore
    "wt.", "wt_", "xtor", "xts", "xtcr", "xtmc", "xtnp", "xtref",  # Webtrends, XiTi
)  # fmt: skip

TRACKING_NAMES = frozenset({
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid",
    "igshid", "igsh", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "_openstat", "_ga", "_gl",
    "rb_clickid", "s_cid", "cmpid", "ncid", "ito", "ocid", "smid", "smtyp", "emc", "taid", "wtmc", "wtrid",
    "guccounter", "__twitter_impression", "soc_src", "soc_trk", "echobox", "traffic_source", "hootpostid",
    "srsltid", "gad_source", "gad_campaignid", "wprov", "__cft__[0]", "__tn__",
    "sr_share", "feedtype", "feedname", "spm", "rssfeed",
})  # fmt: skip

# Names that mean something on some sites: dropped only with a value that says "the reader came by a feed".
TRACKING_PAIRS = re.compile(
    r"(?:ref|src|source|from|via|origin|partner|cmp|mod|medium|campaign|mbid|cid)="
    r"(?:rss|rss[_-].*|.*[_-]rss|feed|atom|feedburner|googlenews|share_btn_.*|cp_mod.*)",
    re.IGNORECASE,
)

SHARED_BY = re.compile(r"r=[0-9a-z]{3,8}")

# One page in another form. Only together with something else that says so: see ``ingest.urls.plain_form``.
AMP_PATH = re.compile(r"/amp(?:/|$)|(?<=/)amp/|\.amp(?=\.html$|$)", re.IGNORECASE)
AMP_PAIR = re.compile(r"(?:amp(?:=1|=true)?|outputType=amp)", re.IGNORECASE)
FORM_HOST = re.compile(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)", re.IGNORECASE)

SESSION_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#]*", re.IGNORECASE)
SESSION_NAMES = frozenset({"jsessionid", "phpsessid", "aspsessionid"})

# Anchors of a page's furniture: they lead to the same article. Unknown fragments are kept (#!/route, live-blog posts).
FURNITURE = re.compile(
    r"(?:comments?|comment-\d+|respond|disqus_thread|top|main|content|maincontent|more-\d+|:~:.*)", re.IGNORECASE
)

# Wrappers that carry the address in a parameter. Google Alerts' feeds consist of nothing else.
WRAPPERS = {
    "www.google.com/url": ("url", "q"),
    "l.facebook.com/l.php": ("u",),
    "out.reddit.com/": ("url",),
    "www.msn.com/en-us/redirect": ("url",),
}

# One publisher, two hosts, same paths: moved or regional names under which the same article is served.
TWIN_HOSTS = {
    "bbc.co.uk": "bbc.com",
    "francetvinfo.fr": "franceinfo.fr",
    "tempsreel.nouvelobs.com": "nouvelobs.com",
    "defense.gov": "war.gov",
    "news.web.nhk": "nhk.or.jp",
    "www3.nhk.or.jp": "nhk.or.jp",
}

# One event under two addresses: the key is what both carry.
TWIN_PATHS = (
    # UN Press: /en/2026/sc12345.doc.htm and /en/blog/sc12345 are the same meeting; its symbol is the identity.
    (re.compile(r"^(press\.un\.org/[a-z]{2}/)(?:\d{4}|blog)/([a-z]+\d+)(?:\.doc\.htm)?$"), r"\1\2"),
)

# Domains under which strangers publish side by side and that are not in the private part of the Public Suffix List:
# each host below is a publisher of its own.
SHARED_DOMAINS = frozenset(
    {
        "beehiiv.com", "canalblog.com", "eklablog.com", "ghost.io", "hautetfort.com", "livejournal.com", "medium.com",
        "naver.com", "over-blog.com", "skyrock.com", "substack.com", "tistory.com", "tumblr.com", "typepad.com",
        "wordpress.com",
    }
)  # fmt: skip

# Hosts where the tenant is the first part of the path.
SHARED_BY_PATH = frozenset(
    {
        "blog.naver.com", "brunch.co.kr", "facebook.com", "github.com", "instagram.com", "medium.com",
        "sites.google.com", "t.me", "telegra.ph", "threads.net", "twitter.com", "vk.com", "x.com",
    }
)  # fmt: skip
