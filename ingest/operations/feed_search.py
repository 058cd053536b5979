"""Looking for a site's feeds over HTTP: each candidate is asked for and read before it is named."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from ingest.clock import Clock
from ingest.feeds import discovery
from ingest.feeds.discovery import FeedCandidate
from ingest.feeds.formats.sitemap import read_index
from ingest.feeds.parse import ParsedFeed, parse_feed
from ingest.feeds.schedule import window_of
from ingest.feeds.sniff import form_of
from ingest.http.client import HttpClient
from ingest.http.errors import FetchError
from ingest.http.response import Response
from ingest.model import Feed
from ingest.text.charset import decode
from ingest.urls import canonical, host, url_key

MAX_BYTES = 16_000_000
AT_ONCE = 4
LISTED = 20
"""Links of a page that lists feeds: so many are asked."""
CHILDREN = 5
"""Sitemaps of an index that are looked into: the newest ones that look like news."""


@dataclass(frozen=True, slots=True)
class DiscoveredFeed:
    """An address that gave entries."""

    url: str
    kind: str
    title: str
    source: str
    entries: int
    newest: datetime | None
    window_hours: float | None
    """Time that its entries span."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """An address that was asked, and what it was."""

    url: str
    source: str
    result: str


async def discover_feeds(
    http: HttpClient, site: str, clock: Clock, tick: Callable[[Attempt], None] = lambda _: None
) -> list[DiscoveredFeed]:
    """The feeds and news sitemaps of a site, checked, the most useful first. Empty if there are none.

    ``tick`` is told of every address that is tried.

    Raises FetchError if the site itself cannot be reached.
    """
    front = await http.get(site, max_bytes=MAX_BYTES)
    base = front.final_url
    own = _read(front, FeedCandidate(base, "given"), clock())
    if own is not None:
        return [own]
    page = decode(front.body, front.header("content-type")).text if front.ok else ""
    robots = await _text(http, urljoin(base, "/robots.txt"))
    said = [*discovery.in_headers(front.header_all("link"), base), *discovery.in_html(page, base)]
    sitemaps = discovery.in_robots(robots, base)
    candidates = discovery.merged(said, sitemaps, discovery.well_known(base))
    return _best(await _tried(http, candidates, clock, tick))


async def _tried(
    http: HttpClient, candidates: Sequence[FeedCandidate], clock: Clock, tick: Callable[[Attempt], None]
) -> list[DiscoveredFeed]:
    gate = asyncio.Semaphore(AT_ONCE)
    asked = {url_key(canonical(c.url)) for c in candidates}

    async def one(candidate: FeedCandidate, depth: int = 0) -> list[DiscoveredFeed]:
        async with gate:
            try:
                answer = await http.get(candidate.url, max_bytes=MAX_BYTES)
            except FetchError as e:
                tick(Attempt(candidate.url, candidate.source, e.reason))
                return []
        if not answer.ok:
            tick(Attempt(candidate.url, candidate.source, f"HTTP {answer.status}"))
            return []
        found = _read(answer, candidate, clock())
        tick(Attempt(candidate.url, candidate.source, found.kind if found else "no feed"))
        if found is not None:
            return [found]
        children = _children(answer, candidate, asked) if depth == 0 else []
        return [f for child in children for f in await one(child, depth + 1)]

    return [f for group in await asyncio.gather(*(one(c) for c in candidates)) for f in group]


def _read(answer: Response, candidate: FeedCandidate, now: datetime) -> DiscoveredFeed | None:
    """The feed that an answer is, or None."""
    feed = Feed("candidate", answer.final_url, "", "", "")
    parsed: ParsedFeed = parse_feed(
        answer.body, url=answer.final_url, content_type=answer.header("content-type"), feed=feed, now=now,
        max_entries=1000,
    )  # fmt: skip
    if not answer.ok or parsed.problem or not parsed.entries:
        return None
    dates = [e.published for e in parsed.entries if e.published]
    window = window_of(dates)
    return DiscoveredFeed(
        answer.final_url, parsed.kind, parsed.title or candidate.title or host(answer.final_url), candidate.source,
        len(parsed.entries), max(dates, default=None), round(window / 3600, 1) if window else None,
    )  # fmt: skip


def _children(answer: Response, candidate: FeedCandidate, asked: set[str]) -> list[FeedCandidate]:
    """What is looked into next: sitemaps of an index, links of a page that lists feeds."""
    text = decode(answer.body, answer.header("content-type")).text
    form = form_of(text)
    if form == "html" and candidate.source in ("html", "link", "well-known"):
        listed = [c for c in discovery.in_listing(text, answer.final_url) if url_key(canonical(c.url)) not in asked]
        asked.update(url_key(canonical(c.url)) for c in listed[:LISTED])
        return listed[:LISTED]
    if form != "sitemap-index":
        return []
    links = read_index(text)
    newsy = [link for link in links if discovery.NEWSY.search(link.url)] or links
    newest = sorted(newsy, key=lambda link: link.last_modified.timestamp() if link.last_modified else 0, reverse=True)
    return [FeedCandidate(link.url, candidate.source) for link in newest[:CHILDREN]]


async def _text(http: HttpClient, url: str) -> str:
    try:
        answer = await http.get(url, max_bytes=500_000)
    except FetchError:
        return ""
    return decode(answer.body, answer.header("content-type")).text if answer.ok else ""


def _best(found: list[DiscoveredFeed]) -> list[DiscoveredFeed]:
    """Each address once; feeds before sitemaps, those that the site names before guesses, the fuller first."""
    once = {url_key(canonical(f.url)): f for f in reversed(found)}
    sources = ("given", "header", "html", "robots", "link", "listed", "well-known", "elsewhere")
    return sorted(
        once.values(),
        key=lambda f: (
            discovery.COMMENTS.search(f"{urlsplit(f.url).path} {f.title}") is not None, f.kind == "sitemap",
            sources.index(f.source),
            -f.entries, f.url,
        ),
    )  # fmt: skip
