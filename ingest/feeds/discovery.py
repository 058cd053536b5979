"""Finding a site's feeds and news sitemaps: in its HTML, its robots.txt, and at addresses where they usually are.

Pure: documents in, candidates out. ``ingest.operations.feed_search`` asks for them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

from ingest.urls import absolute, canonical, host, registered_domain, url_key

FEED_TYPES = re.compile(
    r"application/(?:rss|atom|rdf)\+xml|application/(?:feed\+)?json|(?:text|application)/xml|text/json", re.IGNORECASE
)
FEED_LIKE = re.compile(
    r"(?:^|[/._=\-])(?:rss\d?|atom|feeds?|rdf)(?:$|[/._?&=\-])|\.(?:rss|rdf|atom)$|(?:^|/)(?:flux|fils)(?:/|$)",
    re.IGNORECASE,
)
FEED_QUERY = re.compile(
    r"(?:^|&)(?:format=(?:feed|rss|atom)|feed=(?:rss2?|atom|rdf)|type=(?:rss|atom)|outputtype=xml|page=backend)(?:$|&)",
    re.IGNORECASE,
)
"""What Joomla, WordPress, Arc XP and SPIP ask for by."""
_FEED_SCHEME = re.compile(r"^feed:(?://)?(https?:)?", re.IGNORECASE)
WELL_KNOWN = (
    "/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/feeds/rss/site.xml",
    "/arc/outboundfeeds/rss/?outputType=xml", "/spip.php?page=backend", "/rss/allArticle.xml", "/?format=feed&type=rss",
    "/?format=feed",
)  # fmt: skip
"""Where WordPress, Drupal, Arc XP, SPIP, ND Soft, Joomla and static sites put theirs."""
SECTION = ("?format=feed&type=rss", "?format=feed")
SITEMAPS = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/googlenews.xml", "/sitemap.xml")
NEWSY = re.compile(r"news|actu|latest|article|today|noticias|nachrichten|google", re.IGNORECASE)
MOST_CANDIDATES = 60

COMMENTS = re.compile(r"comment|commentaire|kommentar|comentario|replies", re.IGNORECASE)
"""Feeds of what readers write: listed last."""
_FEED_HOST = re.compile(r"^(?:feeds?|rss|xml)\d?\.", re.IGNORECASE)
_LISTED = re.compile(r"(?:^|/)(?:xml|rss\d?|feeds?|flux|atom|rdf)(?:/|$|[-_.?])|\.(?:xml|rss|rdf|atom)$", re.IGNORECASE)
_BASE = re.compile(r"<base\b[^<>]{0,300}?\bhref\s*=\s*[\"']?([^\"'<>\s]{1,1000})", re.IGNORECASE)
_HEADER = re.compile(r"<([^<>]{1,2000})>((?:\s*;\s*[\w*\-]{1,30}\s*=\s*(?:\"[^\"]*\"|[^\s;,\"]+)){1,20})")
_LINK = re.compile(r"<(link|a)\b([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z\-]{1,30})\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>]+))")
_SITEMAP_LINE = re.compile(r"^[^\S\n]*sitemap[^\S\n]*:[^\S\n]*(\S+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FeedCandidate:
    """An address that may be a feed."""

    url: str
    source: str
    """``header`` or ``html`` (said by the page), ``link`` (looks like it), ``listed`` (on a page that lists feeds),
    ``elsewhere`` (looks like it, on another host), ``robots`` (said by robots.txt), ``well-known``."""
    title: str = ""


def in_html(page: str, base: str) -> list[FeedCandidate]:
    """Feeds that a page names in ``<link rel=alternate>``, then links that look like feeds; other hosts' last."""
    base = _base(page, base)
    said: list[FeedCandidate] = []
    looks: list[FeedCandidate] = []
    away: list[FeedCandidate] = []
    for element, attributes in _LINK.findall(page[:2_000_000]):
        values = {n.lower(): unescape(a or b or c) for n, a, b, c in _ATTRIBUTE.findall(attributes)}
        address = absolute(base, _FEED_SCHEME.sub(_web, values.get("href", "").strip()))
        if address is None:
            continue
        relations = values.get("rel", "").lower().split()
        if element.lower() == "link":
            is_typed = FEED_TYPES.search(values.get("type", "")) is not None and "oembed" not in address
            if "feed" in relations or ("alternate" in relations and is_typed):
                said.append(FeedCandidate(address, "html", values.get("title", "")))
        elif _looks_like_a_feed(address) or _FEED_HOST.match(host(address)):
            ours = registered_domain(address) == registered_domain(base)
            (looks if ours else away).append(
                FeedCandidate(address, "link" if ours else "elsewhere", values.get("title", ""))
            )
    return _once((*said, *looks, *away))


def _looks_like_a_feed(address: str) -> bool:
    parts = urlsplit(address)
    return FEED_LIKE.search(parts.path) is not None or FEED_QUERY.search(parts.query) is not None


def _web(found: "re.Match[str]") -> str:
    return found[1] or "http://"


def in_listing(page: str, base: str) -> list[FeedCandidate]:
    """Links of a page that lists a site's feeds: all that look only a little like one."""
    base = _base(page, base)
    found = []
    for element, attributes in _LINK.findall(page[:2_000_000]):
        values = {n.lower(): unescape(a or b or c) for n, a, b, c in _ATTRIBUTE.findall(attributes)}
        address = absolute(base, values.get("href", ""))
        if (
            element.lower() == "a"
            and address
            and (_LISTED.search(urlsplit(address).path) or _FEED_HOST.match(host(address)))
        ):
            found.append(FeedCandidate(address, "listed", values.get("title", "")))
    return [c for c in _once(found) if c.url != base]


def in_headers(links: Iterable[str], base: str) -> list[FeedCandidate]:
    """Feeds that the ``Link`` fields of a response name (RFC 8288)."""
    found = []
    for target, parameters in (m for line in links for m in _HEADER.findall(line[:8_000])):
        values = {n.lower(): (a or b or c.rstrip(";,")) for n, a, b, c in _ATTRIBUTE.findall(parameters)}
        address = absolute(base, target)
        if (
            address
            and "alternate" in values.get("rel", "").lower().split()
            and FEED_TYPES.search(values.get("type", ""))
        ):
            found.append(FeedCandidate(address, "header", values.get("title", "")))
    return _once(found)


def _base(page: str, base: str) -> str:
    """What relative links are relative to: ``<base href>``, else the page."""
    found = _BASE.search(page[:50_000])
    return (absolute(base, unescape(found[1])) or base) if found else base


def in_robots(robots: str, base: str) -> list[FeedCandidate]:
    """Sitemaps that robots.txt names, those that look like news first."""
    found = [a for line in _SITEMAP_LINE.findall(robots[:500_000]) if (a := absolute(base, line))]
    ordered = sorted(found, key=lambda a: NEWSY.search(urlsplit(a).path) is None)
    return _once(FeedCandidate(a, "robots") for a in ordered)


def well_known(base: str) -> list[FeedCandidate]:
    """Addresses where feeds and news sitemaps usually are; of a section, Joomla's feed of it first."""
    own = SECTION if urlsplit(base).path.strip("/") else ()
    return _once(FeedCandidate(urljoin(base, path), "well-known") for path in (*own, *WELL_KNOWN, *SITEMAPS))


def merged(*groups: Iterable[FeedCandidate]) -> list[FeedCandidate]:
    """All candidates, each address once, the surest source first, at most ``MOST_CANDIDATES``."""
    return _once(c for group in groups for c in group)


def _once(candidates: Iterable[FeedCandidate]) -> list[FeedCandidate]:
    found: dict[str, FeedCandidate] = {}
    for candidate in candidates:
        found.setdefault(url_key(canonical(candidate.url)), candidate)
    return list(found.values())[:MOST_CANDIDATES]
