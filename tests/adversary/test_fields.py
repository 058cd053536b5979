"""Every field that an outlet controls, as a table: none of them suppresses, owns, delays or rewrites another's article.

Each field is turned by an outlet of its own against a story of its own, before the victim runs it and after: all in one
world and two rounds, so that the whole table takes seconds.
"""

import json

import pytest

from ingest.ledger.tables.alerts import matches
from tests.adversary.world import World, prose

VICTIM = "http://victim.example"


class Attack:
    """One outlet's attempt on one story."""

    def __init__(self, number: int) -> None:
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
FEED_HEADER = {
    "Content-Location": lambda a: f"{VICTIM}/feed",
    "Link": lambda a: f'<{VICTIM}/feed>; rel="self", <{a.news}>; rel="canonical"',
    "Cache-Control": lambda a: "max-age=31536000",
    "Expires": lambda a: "Thu, 01 Jan 2099 00:00:00 GMT",
    "Last-Modified": lambda a: "Thu, 01 Jan 2099 00:00:00 GMT",
    "Set-Cookie": lambda a: "session=evil; Domain=victim.example",
    "Refresh": lambda a: f"0; url={VICTIM}/feed",
}
PAGE_HEADER = {
    "Link canonical": ("Link", lambda a: f'<{a.news}>; rel="canonical"'),
    "Content-Location": ("Content_Location", lambda a: a.news),
    "Refresh": ("Refresh", lambda a: f"0; url={a.news}"),
    "Set-Cookie": ("Set_Cookie", lambda a: "session=evil; Domain=victim.example"),
    "X-Robots-Tag": ("X_Robots_Tag", lambda a: "noindex"),
    "TDM-Reservation": ("TDM_Reservation", lambda a: "1"),
    "Retry-After": ("Retry_After", lambda a: "999999"),
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
}
FIELDS = [
    *(("entry", n) for n in ENTRY), *(("channel", n) for n in CHANNEL), *(("feed header", n) for n in FEED_HEADER),
    *(("page header", n) for n in PAGE_HEADER), *(("page", n) for n in PAGE),
    ("entry", "link"), ("entry", "link, wrapped"), ("entry", "link with a fragment"), ("page", "redirect"),
]  # fmt: skip


def attack(world, a, kind, name):
    world.outlet(a.outlet, host=a.host)
    head, headers, more, link = "", {}, {}, a.own
    if kind == "entry" and name in ENTRY:
        more = {"xml": ENTRY[name](a)}
    elif kind == "channel":
        world.channels[a.outlet] = CHANNEL[name](a)
    elif kind == "feed header":
        world.feed_headers[a.outlet] = {name: FEED_HEADER[name](a)}
    elif kind == "page header":
        header, value = PAGE_HEADER[name]
        headers = {header: value(a)}
    elif name in PAGE:
        head = PAGE[name](a)
    elif kind == "entry":
        link = {
            "link": a.news,
            "link, wrapped": f"http://www.google.com/url?url={a.news}",
            "link with a fragment": f"{a.news}?utm_source=evil#top",
        }[name]
    world.lists(a.outlet, "A cake of our own", link, summary="Cakes.", **more)
    world.page(a.own, "A cake of our own", prose(f"cake {a.outlet}"), head=head, **headers)
    if name == "redirect":
        world.answers(a.own, status=302, Location=a.news)


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
    world = World(tmp_path, encoder="none")  # vectors decide nothing here, and are most of the time
    attacks = [Attack(n) for n in range(len(FIELDS))]
    try:
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
    finally:
        world.close()
