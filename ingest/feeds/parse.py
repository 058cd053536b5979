"""A feed's body to entries: RSS 0.9 to 2.0, RDF, Atom, JSON Feed, news sitemaps.

Foreign objects (feedparser's, lxml's) stay in the reader that makes them. A body is never trusted: sizes are bounded
before a parser sees it, entities are not expanded, and what is ill-formed gives what can be read of it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from ingest.feeds.entries import Context, RawItem, short_language, to_entry
from ingest.feeds.formats.document import FeedDocument
from ingest.feeds.formats.registry import FeedFormat, Source, formats_of
from ingest.feeds.hints import FeedHints, read_hints
from ingest.feeds.shared_page import shared_links
from ingest.feeds.slices import (
    HASH_BYTES,
    MOST_HASHES,
    Slices,
    cut,
    is_readable,
    item_hash,
    without_cut_item,
    without_inline_data,
)
from ingest.feeds.sniff import feed_in_page, form_of
from ingest.model import Entry, Feed
from ingest.text.charset import decode
from ingest.text.dates import order_for, zone_of
from ingest.urls import absolute, canonical, plain_form, url_key

MANY_NEW, FEW_KNOWN = 5, 3
_FRONT = re.compile(r"/?|/(?:[a-z]{2}(?:[-_][A-Za-z]{2})?|index\.\w{2,5}|home)/?")


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """What a body gave."""

    entries: tuple[Entry, ...]
    """In the document's order, without repetitions and without items known by their hash."""
    kind: str
    """``rss``, ``atom``, ``rdf``, ``json``, ``sitemap``; else the form that was found instead, such as ``html``."""
    hints: FeedHints = field(default_factory=FeedHints)
    problem: str | None = None
    """Why there are no entries: ``empty``, ``html``, ``challenge``, ``not-a-feed``, ``no-items``, …"""
    title: str = ""
    site: str | None = None
    language: str | None = None
    encoding: str = "utf-8"
    malformed: bool = False
    truncated: bool = False
    """True if there were more items than ``max_entries``."""
    items: int = 0
    """Items in the document, known ones and dropped ones included."""
    known: int = 0
    """Items that were there at the last poll, by hash."""
    dropped: int = 0
    """Items that are no articles, or too large."""
    item_hashes: bytes = b""
    """To be passed as ``known`` next time."""
    shared: frozenset[str] = frozenset()
    """Keys of pages that several items lead to. To be passed on next time."""


def parse_feed(
    body: bytes, *, url: str, content_type: str | None, feed: Feed, now: datetime, max_entries: int,
    known: bytes = b"", content_location: str | None = None, shared: frozenset[str] = frozenset(),
) -> ParsedFeed:  # fmt: skip
    """The entries of a feed. Never raises for any body; ``problem`` says why there are none.

    ``url`` is where the body came from (after redirects), the base of relative links. ``known`` are the
    ``item_hashes`` of the last poll: items found there are counted, not parsed. ``shared`` are keys of pages that
    are known to be given for several items.
    """
    decoded = decode(body, content_type)
    text = without_inline_data(decoded.text)
    form = form_of(text)
    if form in ("html", "unknown") and (inside := feed_in_page(text)) is not None:
        text, form = inside, "feed"
    if form == "feed":
        text = without_cut_item(text)
    base = urljoin(url, content_location) if content_location else url
    if form in _PROBLEMS:
        return ParsedFeed((), form, problem=_PROBLEMS[form], encoding=decoded.encoding)
    asked = _Asked(feed, Source(base, now, max_entries), known, shared)
    parsed = next((p for one in formats_of(form) if (p := _read(one, text, asked)) is not None), None)
    return _with(parsed or ParsedFeed((), form, problem="not-a-feed"), decoded.encoding, certain=decoded.certain)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whose text it is, and what is known of it already."""

    feed: Feed
    source: Source
    known: bytes
    shared: frozenset[str]


_PROBLEMS: dict[str, str] = {
    "empty": "empty", "html": "html", "challenge": "challenge", "sitemap-index": "sitemap-index",
    "opml": "not-a-feed", "unknown": "not-a-feed",
}  # fmt: skip


def _with(parsed: ParsedFeed, encoding: str, *, certain: bool) -> ParsedFeed:
    empty = not (parsed.entries or parsed.known or parsed.items)
    problem = parsed.problem or ("no-items" if empty and parsed.malformed else None)  # an empty feed is a calm one
    return replace(parsed, encoding=encoding, malformed=parsed.malformed or not certain, problem=problem)


def _read(format_: FeedFormat, text: str, asked: _Asked) -> ParsedFeed | None:
    """What a format makes of a text; None if it is none of its own."""
    slices = cut(text, most=asked.source.most) if format_.is_sliced else None
    if slices is not None:
        return _parse_slices(format_, slices, asked)
    document = format_.read(text, asked.source)
    if document is None:
        return None
    hints = _absolute(read_hints(text) if format_.is_sliced else document.hints or FeedHints(), asked)
    return _collected(document, asked, hints=hints, shared=asked.shared)


def _parse_slices(format_: FeedFormat, slices: Slices, asked: _Asked) -> ParsedFeed | None:
    """The items that are new by their hash; the others are counted, not read."""
    hashes = [item_hash(item) for item in slices.items]
    seen = {asked.known[i : i + HASH_BYTES] for i in range(0, len(asked.known), HASH_BYTES)}
    readable = [(item, h) for item, h in zip(slices.items, hashes, strict=True) if is_readable(item)]
    oversize = len(slices.items) - len(readable)
    fresh = [item for item, h in readable if h not in seen]
    if len(fresh) >= MANY_NEW and len(readable) - len(fresh) <= FEW_KNOWN:
        fresh = [item for item, _ in readable]  # their dates tell a pinned item from an overlap: see recall
    document = format_.read(_joined(slices, fresh), asked.source)
    if document is None:
        return None
    shared = asked.shared | shared_links(slices.items, asked.source.base)
    parsed = _collected(
        document, asked, hints=_absolute(read_hints(slices.head), asked), oversize=oversize, shared=shared
    )
    return replace(
        parsed,
        items=len(slices.items) or parsed.items,
        known=len(slices.items) - len(fresh) - oversize,
        truncated=slices.truncated,
        item_hashes=b"".join(hashes) if len(hashes) <= MOST_HASHES else b"",
    )


def _absolute(hints: FeedHints, asked: _Asked) -> FeedHints:
    return replace(hints, older=absolute(asked.source.base, hints.older)) if hints.older else hints


def _joined(slices: Slices, items: list[str]) -> str:
    return slices.head + "".join(items) + slices.tail


def _collected(
    document: FeedDocument, asked: _Asked, *, hints: FeedHints, oversize: int = 0, shared: frozenset[str],
) -> ParsedFeed:  # fmt: skip
    feed = asked.feed
    order = order_for(
        others=(d for item in document.items for d in item.dates), zone=zone_of(feed.timezone),
        language=document.language or feed.language,
    )  # fmt: skip
    home = _front_pages(feed, document.site)
    context = Context(feed, asked.source.base, asked.source.now, home=home, shared=shared, order=order)
    entries, dropped = _entries(document.items, context)
    return ParsedFeed(
        entries, document.kind, hints, document.problem, document.title, document.site,
        short_language(document.language), malformed=document.malformed, truncated=document.truncated,
        items=len(document.items), dropped=dropped + oversize, shared=shared,
    )  # fmt: skip


def _entries(items: Iterable[RawItem], context: Context) -> tuple[tuple[Entry, ...], int]:
    """Entries by key, the first of each; and how many items were no articles.

    Two addresses of one page that differ by its form only (AMP, ``m.``, a slash at the end) are one entry where the
    title is the same as well.
    """
    found: dict[str, Entry] = {}
    forms: set[tuple[str, str]] = set()
    dropped = 0
    for item in items:
        entry = to_entry(item, context)
        if entry is None:
            dropped += 1
            continue
        form = (plain_form(entry.canonical_url), entry.title.casefold())
        if entry.title and form in forms and entry.key not in found:
            continue
        forms.add(form)
        found.setdefault(entry.key, entry)
    return tuple(found.values()), dropped


def _front_pages(feed: Feed, site: str | None) -> frozenset[str]:
    """The site's own address; the channel's link too where it is the root of a site, not some page of it."""
    channel = site if site and _FRONT.fullmatch(urlsplit(site).path) and not urlsplit(site).query else None
    return frozenset(url_key(canonical(u)) for u in (feed.site, channel) if u)
