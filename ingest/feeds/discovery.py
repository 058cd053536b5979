"""Finding a site's feeds and news sitemaps: in its HTML, its robots.txt, and at addresses where they usually are.

Pure: documents in, candidates out. ``ingest.operations.feed_search`` asks for them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

from ingest.urls import canonical, is_web, registered_domain, url_key

FEED_TYPES = re.compile(r"application/(?:rss|atom|rdf)\+xml|application/feed\+json|text/xml", re.IGNORECASE)
FEED_LIKE = re.compile(r"(?:^|[/._=\-])(?:rss\d?|atom|feeds?|rdf)(?:$|[/._?&=\-])|\.(?:rss|rdf|atom)$", re.IGNORECASE)
WELL_KNOWN = (
    "/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/feeds/rss/site.xml",
    "/arc/outboundfeeds/rss/?outputType=xml", "/spip.php?page=backend", "/rss/allArticle.xml",
)  # fmt: skip
"""Where WordPress, Drupal, Arc XP, SPIP, ND Soft and static sites put theirs."""
SITEMAPS = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/googlenews.xml", "/sitemap.xml")
NEWSY = re.compile(r"news|actu|latest|article|today|noticias|nachrichten|google", re.IGNORECASE)
MOST_CANDIDATES = 60

_LINK = re.compile(r"<(link|a)\b([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z\-]{1,30})\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>]+))")
_SITEMAP_LINE = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that may be a feed."""

    url: str
    source: str
    """``html`` (said by the page), ``link`` (looks like it), ``robots`` (said by robots.txt), ``well-known``."""
    title: str = ""


def in_html(page: str, base: str) -> list[Candidate]:
    """Feeds that a page names in ``<link rel=alternate>``, then links that look like feeds, of the same site."""
    said: list[Candidate] = []
    looks: list[Candidate] = []
    for element, attributes in _LINK.findall(page[:2_000_000]):
        values = {n.lower(): unescape(a or b or c) for n, a, b, c in _ATTRIBUTE.findall(attributes)}
        address = _absolute(base, values.get("href", ""))
        if address is None:
            continue
        if element.lower() == "link":
            alternate = "alternate" in values.get("rel", "").lower().split()
            if alternate and FEED_TYPES.search(values.get("type", "")) and "oembed" not in address:
                said.append(Candidate(address, "html", values.get("title", "")))
        elif FEED_LIKE.search(urlsplit(address).path) and registered_domain(address) == registered_domain(base):
            looks.append(Candidate(address, "link", values.get("title", "")))
    return _once((*said, *looks))


def in_robots(robots: str, base: str) -> list[Candidate]:
    """Sitemaps that robots.txt names, those that look like news first."""
    found = [a for line in _SITEMAP_LINE.findall(robots[:500_000]) if (a := _absolute(base, line))]
    ordered = sorted(found, key=lambda a: NEWSY.search(urlsplit(a).path) is None)
    return _once(Candidate(a, "robots") for a in ordered)


def well_known(base: str) -> list[Candidate]:
    """Addresses where feeds and news sitemaps usually are."""
    return _once(Candidate(urljoin(base, path), "well-known") for path in (*WELL_KNOWN, *SITEMAPS))


def merged(*groups: Iterable[Candidate]) -> list[Candidate]:
    """All candidates, each address once, the surest source first, at most ``MOST_CANDIDATES``."""
    return _once(c for group in groups for c in group)


def _once(candidates: Iterable[Candidate]) -> list[Candidate]:
    found: dict[str, Candidate] = {}
    for candidate in candidates:
        found.setdefault(url_key(canonical(candidate.url)), candidate)
    return list(found.values())[:MOST_CANDIDATES]


def _absolute(base: str, address: str) -> str | None:
    try:
        absolute = urljoin(base, address.strip())
    except ValueError:
        return None
    return absolute.partition("#")[0] if address.strip() and is_web(absolute) else None
