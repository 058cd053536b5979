"""Every field that an outlet controls, as a table: none of them suppresses, owns, delays or rewrites another's article.

Each field is turned by an outlet of its own against a story of its own, before the victim runs it and after: all in one
world and two rounds, so that the whole table takes seconds.
"""

import json
from contextlib import closing

import pytest

from ingest.demo.replies import Reply
from ingest.ledger.tables.alerts import matches
from tests.adversary.world import World, prose
from tests.faults.reading_here import reading_here

VICTIM = "http://victim.example"


class Attack:
    """One outlet's attempt on one story."""

    def __init__(self, number: int) -> None:
        self.number = number
        word = prose(f"name {number}", 1)[0].split()[0]
        self.outlet, self.host = f"evil{number}", f"evil{number}.example"
        self.subject, self.headline = f"subject{number}", f"Pyongyang {word} {number}"
        self.news = f"{VICTIM}/2026/11/24/pyongyang-{word.lower()}-{100000 + number}"
        self.own = f"http://{self.host}/2026/11/24/a-cake-of-our-own-{200000 + number}"
        self.text = [f"Pyongyang {word}, the ministry said.", *prose(self.subject)]


ENTRY = {
    "guid": lambda a: f"<guid isPermaLink='true'>{a.news}</guid>",
    "link, a second": lambda a: f"<link>{a.news}</link>",
    "feedburner:origLink": lambda a: f"<feedburner:origLink>{a.news}</feedburner:origLink>",
    "atom:link canonical": lambda a: f"<atom:link rel='canonical' href='{a.news}'/>",
    "atom:link alternate": lambda a: f"<atom:link rel='alternate' href='{a.news}'/>",
    "atom:link via": lambda a: f"<atom:link rel='via' href='{a.news}'/>",
    "source": lambda a: f"<source url='{VICTIM}/feed'>Victim</source>",
    "comments": lambda a: f"<comments>{a.news}</comments>",
    "enclosure": lambda a: f"<enclosure url='{a.news}' length='1' type='text/html'/>",
    "media:content": lambda a: f"<media:content url='{a.news}' medium='document'/>",
    "media:thumbnail": lambda a: f"<media:thumbnail url='{a.news}'/>",
    "author": lambda a: "<author>victim@victim.example (Victim)</author>",
    "dc:creator": lambda a: "<dc:creator>Victim</dc:creator>",
    "dc:identifier": lambda a: f"<dc:identifier>{a.news}</dc:identifier>",
    "dc:date": lambda a: "<dc:date>1999-01-01T00:00:00Z</dc:date>",
    "atom:updated": lambda a: "<atom:updated>2099-01-01T00:00:00Z</atom:updated>",
    "category": lambda a: f"<category domain='{VICTIM}'>{a.news}</category>",
    "dc:language": lambda a: "<dc:language>ko</dc:language>",
    "content:encoded": lambda a: f"<content:encoded>&lt;a href='{a.news}'&gt;cake&lt;/a&gt;</content:encoded>",
}
CHANNEL = {
    "title": lambda a: "<title>Victim</title>",
    "link": lambda a: f"<title>x</title><link>{VICTIM}/</link>",
    "atom:link self": lambda a: f"<title>x</title><atom:link rel='self' href='{VICTIM}/feed'/>",
    "atom:link next": lambda a: f"<title>x</title><atom:link rel='next' href='{VICTIM}/feed'/>",
    "atom:id": lambda a: f"<title>x</title><atom:id>{VICTIM}/feed</atom:id>",
    "language": lambda a: "<title>x</title><language>ko</language>",
    "ttl": lambda a: "<title>x</title><ttl>999999</ttl>",
    "skipHours": lambda a: (
        "<title>x</title><skipHours>" + "".join(f"<hour>{h}</hour>" for h in range(24)) + "</skipHours>"
    ),
    "sy:updatePeriod": lambda a: "<title>x</title><sy:updatePeriod>yearly</sy:updatePeriod>",
    "pubDate": lambda a: "<title>x</title><pubDate>Thu, 01 Jan 2099 00:00:00 GMT</pubDate>",
    "image": lambda a: f"<title>x</title><image><url>{a.news}</url><link>{a.news}</link><title>Victim</title></image>",
}
JSON_ITEM = {
    "id": lambda a: {"id": a.news},
    "external_url": lambda a: {"external_url": a.news},
    "url and external_url": lambda a: {"url": a.news, "external_url": a.own},
    "content_html": lambda a: {"content_html": f"<a href='{a.news}'>{a.headline}</a>"},
    "date_published": lambda a: {"date_published": "1999-01-01T00:00:00Z"},
    "date_modified": lambda a: {"date_modified": "2099-01-01T00:00:00Z"},
    "authors": lambda a: {"authors": [{"name": "Victim", "url": VICTIM}]},
    "image": lambda a: {"image": a.news, "banner_image": a.news},
    "tags": lambda a: {"tags": [a.news, "x" * 5000]},
    "language": lambda a: {"language": "ko"},
    "attachments": lambda a: {"attachments": [{"url": a.news, "mime_type": "text/html"}]},
}
JSON_FEED = {
    "title": lambda a: {"title": "Victim"},
    "home_page_url": lambda a: {"home_page_url": f"{VICTIM}/"},
    "feed_url": lambda a: {"feed_url": f"{VICTIM}/feed"},
    "next_url": lambda a: {"next_url": f"{VICTIM}/feed"},
    "hubs": lambda a: {"hubs": [{"type": "WebSub", "url": f"{VICTIM}/hub"}], "feed_url": f"{VICTIM}/feed"},
    "expired": lambda a: {"expired": True},
}
SITEMAP = {
    "xhtml:link": lambda a: f"<x:link rel='alternate' hreflang='en' href='{a.news}'/>",
    "image:loc": lambda a: f"<i:image><i:loc>{a.news}</i:loc></i:image>",
    "lastmod": lambda a: "<lastmod>2099-01-01T00:00:00Z</lastmod>",
    "loc, a second": lambda a: f"<loc>{a.news}</loc>",
    "news:name": lambda a: "<n:news><n:publication><n:name>Victim</n:name></n:publication></n:news>",
    "news:publication_date": lambda a: "<n:news><n:publication_date>1999-01-01T00:00:00Z</n:publication_date></n:news>",
    "news:stock_tickers": lambda a: f"<n:news><n:stock_tickers>{a.news}</n:stock_tickers></n:news>",
}
ROBOTS = {
    "Sitemap": lambda a: f"Sitemap: {VICTIM}/sitemap.xml\n",
    "Crawl-delay": lambda a: "User-agent: *\nCrawl-delay: 999999\n",
    "Host": lambda a: "Host: victim.example\nUser-agent: *\nDisallow: /\n",
    "an address of another": lambda a: f"User-agent: *\nDisallow: {a.news}\nDisallow: {VICTIM}/\n",
    "endless": lambda a: "User-agent: *\n" + "Disallow: /*a*b*c*d*$\n" * 5_000,
}
FEED_HEADER = {
    "Content-Location": lambda a: f"{VICTIM}/feed",
    "Link": lambda a: f'<{VICTIM}/feed>; rel="self", <{a.news}>; rel="canonical"',
    "Cache-Control": lambda a: "max-age=31536000",
    "Expires": lambda a: "Thu, 01 Jan 2099 00:00:00 GMT",
    "Last-Modified": lambda a: "Thu, 01 Jan 2099 00:00:00 GMT",
    "Set-Cookie": lambda a: "session=evil; Domain=victim.example",
    "Refresh": lambda a: f"0; url={VICTIM}/feed",
    "ETag": lambda a: '"victim"',
    "Date": lambda a: "Thu, 01 Jan 2099 00:00:00 GMT",
    "Retry-After": lambda a: "999999",
    "Location": lambda a: f"{VICTIM}/feed",
    "Link hub": lambda a: f'<{VICTIM}/hub>; rel="hub", <{VICTIM}/feed>; rel="self"',
    "Link next": lambda a: f'<{VICTIM}/feed>; rel="next", <{VICTIM}/feed>; rel="prev-archive"',
    "Alt-Svc": lambda a: 'h2="victim.example:443"; ma=999999; persist=1',
    "Strict-Transport-Security": lambda a: "max-age=999999; includeSubDomains",
    "Content-Language": lambda a: "ko",
    "Clear-Site-Data": lambda a: '"*"',
}
FEED_ANSWER = {
    "301 to the victim's feed": lambda a: (301, {"Location": f"{VICTIM}/feed"}),
    "302 to what the victim does not give often": lambda a: (302, {"Location": f"{VICTIM}/search?{a.subject}"}),
    "410": lambda a: (410, {}),
    "429": lambda a: (429, {"Retry-After": "999999"}),
    "503": lambda a: (503, {"Retry-After": "Thu, 01 Jan 2099 00:00:00 GMT"}),
}
PAGE_HEADER = {
    "Link canonical": ("Link", lambda a: f'<{a.news}>; rel="canonical"'),
    "Content-Location": ("Content_Location", lambda a: a.news),
    "Refresh": ("Refresh", lambda a: f"0; url={a.news}"),
    "Set-Cookie": ("Set_Cookie", lambda a: "session=evil; Domain=victim.example"),
    "X-Robots-Tag": ("X_Robots_Tag", lambda a: "noindex"),
    "TDM-Reservation": ("TDM_Reservation", lambda a: "1"),
    "Retry-After": ("Retry_After", lambda a: "999999"),
    "ETag": ("ETag", lambda a: '"victim"'),
    "Last-Modified": ("Last_Modified", lambda a: "Thu, 01 Jan 2099 00:00:00 GMT"),
    "Date": ("Date", lambda a: "Thu, 01 Jan 2099 00:00:00 GMT"),
    "Cache-Control": ("Cache_Control", lambda a: "max-age=31536000, immutable"),
    "Location": ("Location", lambda a: a.news),
    "Link amphtml": ("Link", lambda a: f'<{a.news}>; rel="amphtml", <{a.news}>; rel="alternate"; hreflang="en"'),
    "Content-Language": ("Content_Language", lambda a: "ko"),
    "TDM-Policy": ("TDM_Policy", lambda a: a.news),
}


def _ld(a, **more):
    thing = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Cake", **more}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


PAGE = {
    "rel=canonical": lambda a: f'<link rel="canonical" href="{a.news}">',
    "rel=amphtml": lambda a: f'<link rel="amphtml" href="{a.news}">',
    "rel=alternate hreflang": lambda a: f'<link rel="alternate" hreflang="en" href="{a.news}">',
    "rel=shortlink": lambda a: f'<link rel="shortlink" href="{a.news}">',
    "og:url": lambda a: f'<meta property="og:url" content="{a.news}">',
    "og:site_name": lambda a: '<meta property="og:site_name" content="Victim">',
    "article:modified_time": lambda a: '<meta property="article:modified_time" content="1999-01-01T00:00:00Z">',
    "meta author": lambda a: '<meta name="author" content="Victim">',
    "meta refresh": lambda a: f'<meta http-equiv="refresh" content="0; url={a.news}">',
    "meta robots": lambda a: '<meta name="robots" content="noindex">',
    "meta tdm-reservation": lambda a: '<meta name="tdm-reservation" content="1">',
    "base": lambda a: f'<base href="{VICTIM}/">',
    "JSON-LD url": lambda a: _ld(a, url=a.news),
    "JSON-LD @id": lambda a: _ld(a, **{"@id": a.news}),
    "JSON-LD mainEntityOfPage": lambda a: _ld(a, mainEntityOfPage=a.news),
    "JSON-LD isBasedOn": lambda a: _ld(a, isBasedOn=a.news),
    "JSON-LD publisher": lambda a: _ld(a, publisher={"@type": "Organization", "name": "Victim", "url": VICTIM}),
    "JSON-LD datePublished": lambda a: _ld(a, datePublished="1999-01-01T00:00:00Z"),
    "JSON-LD dateModified": lambda a: _ld(a, dateModified="2099-01-01T00:00:00Z"),
    "JSON-LD sameAs": lambda a: _ld(a, sameAs=[a.news], citation=a.news, archivedAt=a.news),
    "JSON-LD isPartOf": lambda a: _ld(a, isPartOf={"@type": "WebPage", "@id": a.news, "url": a.news}),
    "JSON-LD @graph": lambda a: _ld(a, **{"@graph": [{"@type": "NewsArticle", "@id": a.news, "url": a.news}]}),
    "og:title": lambda a: f'<meta property="og:title" content="Cakes and cakes {a.number}">',
    "article:published_time": lambda a: '<meta property="article:published_time" content="2099-01-01T00:00:00Z">',
    "original-source": lambda a: (
        f'<meta name="original-source" content="{a.news}"><meta name="syndication-source" content="{a.news}">'
    ),
    "rel=original": lambda a: f'<link rel="original" href="{a.news}"><link rel="next" href="{a.news}">',
    "og:locale": lambda a: (
        '<meta property="og:locale" content="ko_KR"><meta http-equiv="content-language" content="ko">'
    ),
    "tdm-policy": lambda a: f'<meta name="tdm-policy" content="{a.news}">',
}
FIELDS = [
    *(("entry", n) for n in ENTRY), *(("channel", n) for n in CHANNEL), *(("feed header", n) for n in FEED_HEADER),
    *(("page header", n) for n in PAGE_HEADER), *(("page", n) for n in PAGE),
    ("entry", "link"), ("entry", "link, wrapped"), ("entry", "link with a fragment"), ("page", "redirect"),
    ("page", "redirect to what the victim does not give often"), ("entry", "link to what the victim does not give often"),
    *(("JSON item", n) for n in JSON_ITEM), *(("JSON feed", n) for n in JSON_FEED), *(("sitemap", n) for n in SITEMAP),
    *(("robots.txt", n) for n in ROBOTS), ("robots.txt", "redirect"), ("robots.txt", "redirect to a pause"),
    *(("feed answer", n) for n in FEED_ANSWER),
]  # fmt: skip


def attack(world, a, kind, name):
    """The outlet's feed, page, robots.txt and answers, one of them turned against the victim's story."""
    world.outlet(a.outlet, host=a.host)
    head, headers, more, link = "", {}, {}, a.own
    seldom = f"{VICTIM}/search?{a.subject}"
    world.answers(seldom, "not so fast", 429, Retry_After="86400")
    match kind:
        case "entry" if name in ENTRY:
            more = {"xml": ENTRY[name](a)}
        case "entry":
            link = {
                "link": a.news,
                "link, wrapped": f"http://www.google.com/url?url={a.news}",
                "link with a fragment": f"{a.news}?utm_source=evil#top",
                "link to what the victim does not give often": seldom,
            }[name]
        case "channel":
            world.channels[a.outlet] = CHANNEL[name](a)
        case "feed header":
            world.feed_headers[a.outlet] = {name.split()[0]: FEED_HEADER[name](a)}
        case "page header":
            header, value = PAGE_HEADER[name]
            headers = {header: value(a)}
        case "page" if name in PAGE:
            head = PAGE[name](a)
        case "JSON item":
            world.feed_answers[a.outlet] = _json(a, {}, JSON_ITEM[name](a))
        case "JSON feed":
            world.feed_answers[a.outlet] = _json(a, JSON_FEED[name](a), {})
        case "sitemap":
            world.feed_answers[a.outlet] = Reply(
                f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' {_SITEMAP_NAMES}>"
                f"<url><loc>{a.own}</loc>{SITEMAP[name](a)}</url></urlset>".encode(), "application/xml",
            )  # fmt: skip
        case "robots.txt" if name in ROBOTS:
            world.answers(f"http://{a.host}/robots.txt", ROBOTS[name](a))
        case "robots.txt":
            to = seldom if "pause" in name else f"{VICTIM}/robots.txt"
            world.answers(f"http://{a.host}/robots.txt", status=302, Location=to)
        case "feed answer":
            status, said = FEED_ANSWER[name](a)
            world.feed_answers[a.outlet] = Reply(b"", status=status, headers=said)
    world.lists(a.outlet, "A cake of our own", link, summary="Cakes.", **more)
    world.page(a.own, "A cake of our own", prose(f"cake {a.outlet}"), head=head, **headers)
    if kind == "page" and name not in PAGE:
        world.answers(a.own, status=302, Location=a.news if name == "redirect" else seldom)


_SITEMAP_NAMES = (
    "xmlns:n='http://www.google.com/schemas/sitemap-news/0.9' xmlns:x='http://www.w3.org/1999/xhtml' "
    "xmlns:i='http://www.google.com/schemas/sitemap-image/1.1'"
)


def _json(a, feed, item):
    known = {"id": a.own, "url": a.own, "title": "A cake of our own", "summary": "Cakes."} | item
    whole = {"version": "https://jsonfeed.org/version/1.1", "title": a.outlet, "items": [known], **feed}
    return Reply(json.dumps(whole).encode(), "application/feed+json")


def publish(world, attacks):
    for a in attacks:
        world.page(a.news, a.headline, a.text)
        world.lists("victim", a.headline, a.news, summary=a.text[0])


def harm(world, a, *, is_first):
    """What was done to the victim's article; empty: nothing. Words of who named it first give way to its own (180)."""
    row = world.article(a.news)
    told = [m for m in world.rows(matches) if m.event_id == row.event_id]
    facts = {
        "title": row.title == a.headline, "owner": row.feed_id == "victim", "words": row.words_from is None,
        "read": row.state == "indexed" and row.archive_ref is not None, "edits": row.revision == 0 or (is_first and row.revision == 1),
        "told once": len(told) == 1 and told[0].mail_id is not None,
        "date": row.published is not None and row.published.year == 2026,
    }  # fmt: skip
    return [name for name, is_well in facts.items() if not is_well]


@pytest.mark.parametrize("order", ["before the victim", pytest.param("after the victim", marks=pytest.mark.nightly)])
def test_no_field_harms_anothers_article(tmp_path, order):
    world = World(tmp_path, encoder="none", timeout_seconds=20)  # vectors decide nothing here, and are most of the time
    attacks = [Attack(n) for n in range(len(FIELDS))]
    with reading_here(), closing(world):
        world.outlet("victim")
        steps = [
            lambda: [attack(world, a, *field) for a, field in zip(attacks, FIELDS, strict=True)],
            lambda: publish(world, attacks),
        ]
        for step in steps if order == "before the victim" else reversed(steps):
            step()
            world.round()
        harmed = {
            f"{kind}: {name}": found
            for a, (kind, name) in zip(attacks, FIELDS, strict=True)
            if (found := harm(world, a, is_first=order == "before the victim"))
        }
        assert harmed == {}
        evil = {r.key for r in world.rows() if r.feed_id.startswith("evil")}
        assert not evil & {m.article_key for m in world.rows(matches)}
