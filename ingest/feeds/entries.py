"""One item of a feed, whatever its format, to ``model.Entry``: links, identity, dates, texts.

``RawItem`` is what each format's reader fills in; everything that is decided about an item is decided here, once.
"""

import hashlib
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urljoin, urlsplit

from ingest.model import Entry, Feed, Identity
from ingest.text.dates import Order, ReadDate, day_in_path, is_relative, read_date, zone_of
from ingest.text.plain import clean, one_line, plain_text, without_tail
from ingest.urls import canonical, is_web, registered_domain, url_key

LONGEST_TITLE = 1_000
LONGEST_SUMMARY = 5_000
LONGEST_CONTENT = 200_000
LONGEST_URL = 4_000
LONGEST_GUID = 1_000
MOST_AUTHORS = MOST_TAGS = 30
_ESCAPED = re.compile(
    r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|amp|quot|apos|nbsp|[a-zA-Z]{3,8}(?:acute|grave|circ|uml|cedil|tilde)|[lr][sd]quo|[lr]aquo|hellip|[mn]dash);"
)
"""What no title means as it stands. ``&lt;`` is not among them: a title may well speak of ``<blink>``."""
_BARE_HOST = re.compile(r"(?:[A-Za-z0-9\-]{1,63}\.){1,4}[A-Za-z]{2,24}(?=[/?#:]|$)")


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
    enclosure: str = ""
    """A film or recording, or Atom's ``content src``: the article, where there is no link."""


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for all items of a document."""

    feed: Feed
    base: str
    now: datetime
    home: frozenset[str] = frozenset()
    """Keys of the publisher's front pages: an item that leads there has no page of its own."""
    shared: frozenset[str] = frozenset()
    """Keys of pages that several items lead to: a list, not an article."""
    order: Order | None = None
    """Of day and month, where a date leaves it open."""


def to_entry(item: RawItem, context: Context) -> Entry | None:
    """The entry, or None for an item that is no article: neither title nor link."""
    title = one_line(_title(item), limit=LONGEST_TITLE, is_html=item.title_is_html)
    summary = without_tail(plain_text(item.summary, limit=LONGEST_SUMMARY))
    content = without_tail(plain_text(item.content, limit=LONGEST_CONTENT))
    if not title and summary:
        title = _headline(summary)
    dated = _date(item, context)
    guid = _guid(item.guid)
    url = _link(item, context.base)
    if url is None and not title:
        return None
    lasting = dated.raw if dated.at or not is_relative(dated.raw or "") else None
    url, key = _identity(url, guid, title, lasting, context)
    link = canonical(url)
    return Entry(
        url=url, canonical_url=link, key=key or url_key(link), title=title, guid=guid, summary=summary, content=content,
        published=dated.at, published_raw=dated.raw, published_source=dated.source,
        updated=_updated(item, context),
        authors=_names(item.authors, MOST_AUTHORS), tags=_names(item.tags, MOST_TAGS),
        language=short_language(item.language),
    )  # fmt: skip


def short_language(code: str) -> str | None:
    """``fr-FR``, ``fr_BE`` and ``FR`` are ``fr``; what is no code is None."""
    part = code.strip().lower().replace("_", "-").partition("-")[0]
    return part if len(part) in (2, 3) and part.isascii() and part.isalpha() else None


def _identity(
    url: str | None, guid: str | None, title: str, date: str | None, context: Context
) -> tuple[str, str | None]:
    """(address, key where it is not the address's own). An item without a page of its own gets a fragment that stays
    the same for it: on the page that it names, else on the feed."""
    feed = context.feed
    key = url_key(canonical(url)) if url else None
    is_pageless = key is None or feed.identity is Identity.PAGE or key in context.home
    if feed.identity is Identity.AUTO:
        is_pageless = is_pageless or key in context.shared
    if url is None or is_pageless:
        return _made_up(url or feed.url, guid, title, date), None
    if feed.identity is Identity.GUID and guid:
        return url, _own_key(feed, guid)
    if feed.identity is Identity.TITLE and title:
        return url, _own_key(feed, f"{title}\n{date or ''}")
    return url, None


def _own_key(feed: Feed, what: str) -> str:
    return hashlib.sha256(f"{feed.id}\n{what}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _guid(raw: str) -> str | None:
    """A guid of any length; a very long one keeps its beginning and a digest, so that it stays what it is."""
    guid = clean(raw)
    if len(guid) <= LONGEST_GUID:
        return guid or None
    return f"{guid[:200]}…{hashlib.sha256(guid.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def _title(item: RawItem) -> str:
    """A title; one that is said to be plain text and is escaped all the same (``L&#8217;armée``) is unescaped."""
    if item.title_is_html or not _ESCAPED.search(item.title):
        return item.title
    once = _ESCAPED.sub(lambda m: html.unescape(m[0]), item.title)
    return _ESCAPED.sub(lambda m: html.unescape(m[0]), once)  # twice, as ``plain_text`` does for markup


def _link(item: RawItem, base: str) -> str | None:
    for candidate in (item.origin, item.link, item.guid if is_web(item.guid) else "", item.enclosure):
        address = "".join(candidate.split()) if "\n" in candidate else clean(candidate)
        if not address or len(address) > LONGEST_URL:
            continue
        try:
            absolute = urljoin(base, with_scheme(address, base))
        except ValueError:
            continue
        if is_web(absolute):
            return absolute
    return None


def with_scheme(address: str, base: str) -> str:
    """``www.example.org/a`` is an address whose scheme was left out, not a path; so is the publisher's own host."""
    found = _BARE_HOST.match(address)
    if found is None:
        return address
    ours = registered_domain(f"http://{found[0]}/") == registered_domain(base)
    return f"{urlsplit(base).scheme}://{address}" if ours or found[0].lower().startswith("www.") else address


def _made_up(page: str, guid: str | None, title: str, date: str | None) -> str:
    """An address for an item that has no page of its own, with a fragment that stays the same for the item."""
    identity = guid or f"{title}\n{date or ''}"
    digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{page.partition('#')[0]}#{quote('entry=' + digest, safe='=')}"


def _date(item: RawItem, context: Context) -> ReadDate:
    zone = zone_of(context.feed.timezone)
    first: ReadDate | None = None
    for raw in item.dates:
        dated = read_date(clean(raw), now=context.now, zone=zone, order=context.order)
        if dated.at:
            return dated
        first = first or (dated if dated.raw else None)
    day = day_in_path(item.link, item.image, now=context.now, zone=zone)
    if day:
        return ReadDate(day, first.raw if first else None, "feed-url")
    return first or ReadDate(None, None, None)


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
