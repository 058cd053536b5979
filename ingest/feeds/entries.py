"""One item of a feed, whatever its format, to ``model.Entry``: links, identity, dates, texts.

``RawItem`` is what each format's reader fills in; everything that is decided about an item is decided here, once.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urljoin

from ingest.model import Entry, Feed
from ingest.text.dates import Dated, Order, day_in_path, read_date, zone_of
from ingest.text.plain import clean, one_line, plain_text, without_tail
from ingest.urls import canonical, is_web, url_key

LONGEST_TITLE = 1_000
LONGEST_SUMMARY = 5_000
LONGEST_CONTENT = 200_000
LONGEST_URL = 4_000
MOST_AUTHORS = MOST_TAGS = 30


@dataclass(frozen=True, slots=True)
class RawItem:
    """An item as its format has it. Texts may be markup."""

    link: str = ""
    origin: str = ""
    """Where a middleman says that the article really stands (``feedburner:origLink``)."""
    guid: str = ""
    title: str = ""
    title_is_html: bool = True
    summary: str = ""
    content: str = ""
    dates: tuple[str, ...] = ()
    """Raw dates, the one to be preferred first."""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = ""
    image: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for all items of a document."""

    feed: Feed
    base: str
    now: datetime
    home: frozenset[str] = frozenset()
    """Keys of the publisher's front pages: items that lead there are not articles."""
    order: Order | None = None
    """Of day and month, where a date leaves it open."""


def to_entry(item: RawItem, context: Context) -> Entry | None:
    """The entry, or None for an item that is no article: neither title nor link, or the front page's link."""
    title = one_line(item.title, limit=LONGEST_TITLE, is_html=item.title_is_html)
    summary = without_tail(plain_text(item.summary, limit=LONGEST_SUMMARY))
    content = without_tail(plain_text(item.content, limit=LONGEST_CONTENT))
    if not title and summary:
        title = _headline(summary)
    dated = _date(item, context)
    guid = clean(item.guid)[:LONGEST_URL] or None
    url = _link(item, context.base)
    if url is None and not title:
        return None
    url = url or _made_up(context.feed, guid, title, dated.raw)
    link = canonical(url)
    key = url_key(link)
    if key in context.home:
        return None
    return Entry(
        url=url, canonical_url=link, key=key, title=title, guid=guid, summary=summary, content=content,
        published=dated.at, published_raw=dated.raw, published_source=dated.source,
        updated=_updated(item, context),
        authors=_names(item.authors, MOST_AUTHORS), tags=_names(item.tags, MOST_TAGS),
        language=short_language(item.language),
    )  # fmt: skip


def short_language(code: str) -> str | None:
    """``fr-FR``, ``fr_BE`` and ``FR`` are ``fr``; what is no code is None."""
    part = code.strip().lower().replace("_", "-").partition("-")[0]
    return part if len(part) in (2, 3) and part.isascii() and part.isalpha() else None


def _link(item: RawItem, base: str) -> str | None:
    for candidate in (item.origin, item.link, item.guid if is_web(item.guid) else ""):
        address = "".join(candidate.split()) if "\n" in candidate else clean(candidate)
        if not address or len(address) > LONGEST_URL:
            continue
        try:
            absolute = urljoin(base, address)
        except ValueError:
            continue
        if is_web(absolute):
            return absolute
    return None


def _made_up(feed: Feed, guid: str | None, title: str, date: str | None) -> str:
    """An address for an item that has none: the feed's own, with a fragment that stays the same for the item."""
    identity = guid or f"{title}\n{date or ''}"
    digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{feed.url.partition('#')[0]}#{quote('entry=' + digest, safe='=')}"


def has_page(entry_url: str) -> bool:
    """False for an address that ``_made_up`` made: there is no page to fetch."""
    return "#entry=" not in entry_url


def _date(item: RawItem, context: Context) -> Dated:
    zone = zone_of(context.feed.timezone)
    first: Dated | None = None
    for raw in item.dates:
        dated = read_date(clean(raw), now=context.now, zone=zone, order=context.order)
        if dated.at:
            return dated
        first = first or (dated if dated.raw else None)
    day = day_in_path(item.link, item.image, now=context.now, zone=zone)
    if day:
        return Dated(day, first.raw if first else None, "feed-url")
    return first or Dated(None, None, None)


def _updated(item: RawItem, context: Context) -> datetime | None:
    """The last change that the publisher owns up to, if it is not in the future."""
    zone = zone_of(context.feed.timezone)
    found = (read_date(clean(raw), now=context.now, zone=zone, order=context.order) for raw in item.dates[1:2])
    return next((d.at for d in found if d.source == "feed"), None)


def _headline(summary: str) -> str:
    """The beginning of a summary, for items without a title (as on short-message services)."""
    line = summary.partition("\n")[0]
    return line if len(line) <= 120 else line[:119].rpartition(" ")[0] + "…"


def _names(values: Iterable[str], most: int) -> tuple[str, ...]:
    clean = (one_line(v, limit=200) for v in values)
    return tuple(dict.fromkeys(v for v in clean if v))[:most]
