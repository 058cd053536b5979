"""News sitemaps (sitemaps.org with Google's news extension), polled like feeds where those are weak."""

import io
import itertools
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from lxml import etree

from ingest.feeds.entries import RawItem
from ingest.feeds.formats.document import FeedDocument
from ingest.text.dates import parse_date

RECENT = timedelta(days=3)
"""Google's rule for news sitemaps is two days; older pages of a general sitemap are an archive, not news."""
MOST_PAGES = 50_000
"""Of one sitemap (sitemaps.org); what lies beyond is not read."""
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SitemapLink:
    """A sitemap named in an index."""

    url: str
    last_modified: datetime | None


def read(text: str, *, now: datetime, most: int) -> FeedDocument:
    """The articles of a sitemap: those of the news extension, and pages modified within ``RECENT``."""
    root, malformed = _tree(text)
    if root is None:
        return FeedDocument("sitemap", (), problem="not-a-feed", malformed=True)
    items: list[RawItem] = []
    language, title = "", ""
    for url in root:
        item = _item(url, now)
        if item is None:
            continue
        if len(items) >= most:
            return FeedDocument("sitemap", tuple(items), title, language=language, malformed=malformed, truncated=True)
        items.append(item)
        title = title or _inner(url, "news", "publication", "name")
        language = language or item.language
    return FeedDocument("sitemap", tuple(items), title, language=language, malformed=malformed)


def read_between(text: str, since: datetime, until: datetime) -> list[RawItem]:
    """The pages of a sitemap, of news or any other, that are dated in this time: by publication, else ``lastmod``.

    Read page by page, ``MOST_PAGES`` at most: a document of any length costs the same memory.
    """
    body = io.BytesIO(_DOCTYPE.sub("", text, count=1).strip().encode("utf-8", "replace"))
    pages = etree.iterparse(
        body, tag="{*}url", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    found: list[RawItem] = []
    try:
        for _, page in itertools.islice(pages, MOST_PAGES):
            at = parse_date(_inner(page, "news", "publication_date") or _inner(page, "lastmod"))
            if at is not None and since <= at <= until and (item := _raw(page)) is not None:
                found.append(item)
            page.clear()
            while page.getprevious() is not None and (parent := page.getparent()) is not None:
                del parent[0]
    except etree.XMLSyntaxError:
        pass  # what came before it stands
    return found


def read_index(text: str, *, most: int = 500) -> list[SitemapLink]:
    """The sitemaps that a sitemap index names."""
    root, _ = _tree(text)
    links: list[SitemapLink] = []
    for child in root if root is not None else ():
        address = _inner(child, "loc")
        if address and len(links) < most:
            links.append(SitemapLink(address, parse_date(_inner(child, "lastmod"))))
    return links


def _tree(text: str) -> tuple[etree._Element | None, bool]:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(_DOCTYPE.sub("", text, count=1).strip().encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None, True
    return root, bool(parser.error_log)


def _item(url: etree._Element, now: datetime) -> RawItem | None:
    if not _inner(url, "news", "title") and not _inner(url, "news", "publication_date"):
        at = parse_date(_inner(url, "lastmod"))
        if at is None or at < now - RECENT:
            return None
    return _raw(url)


def _raw(url: etree._Element) -> RawItem | None:
    address, title = _inner(url, "loc"), _inner(url, "news", "title")
    published, modified = _inner(url, "news", "publication_date"), _inner(url, "lastmod")
    if not address:
        return None
    keywords = [k.strip() for k in _inner(url, "news", "keywords").split(",")]
    return RawItem(
        link=address,
        title=title,
        title_is_html="&" in title,
        dates=tuple(d for d in (published, modified) if d),
        tags=tuple(k for k in keywords if k),
        language=_inner(url, "news", "publication", "language"),
        image=_inner(url, "image", "loc"),
    )


def _inner(element: etree._Element, *path: str) -> str:
    """Text of the descendant by local names, whatever its namespace; empty where there is none."""
    for name in path:
        element = next((c for c in element if isinstance(c.tag, str) and etree.QName(c).localname == name), None)
        if element is None:
            return ""
    return " ".join((element.text or "").split())
