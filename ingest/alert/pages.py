"""Reading from the index page by page: all that a search finds, and the articles of happenings."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from ingest.alert.context import Sibling, in_order
from ingest.alert.summary import MAX_TITLE, one_line
from ingest.errors import IndexUnavailable
from ingest.index.hit import Hit
from ingest.index.protocol import Index, SearchPage, SearchRequest, Sort
from ingest.model import FEED_WORDS

PAGE = 100
"""Hits asked for at once."""
_EVENTS = 50
"""Events asked for at once when their articles are looked up."""
_EVENTS_CHECKED = 400
"""Events asked about at once: whether anything in them is new."""
MAX_SIBLINGS = 200
"""Articles of one event that a mail knows of."""
LEAD = 600
"""Characters of a text that are looked at for what it changes."""


def pages(index: Index, ask: SearchRequest, first: SearchPage | None = None) -> Iterator[tuple[Hit, ...]]:
    """All hits of a search, page by page; ``first`` is the first page if it was asked for already."""
    page = first or index.search(ask)
    yield page.hits
    while page.next is not None:
        page = index.search(replace(ask, after=page.next))
        yield page.hits


def siblings(index: Index, events: Iterable[str]) -> dict[str, list[Sibling]]:
    """Event → its articles in the index, the first to run it first; ``MAX_SIBLINGS`` of each.

    A mail can do without: {} if the index is gone.
    """
    wanted, found = sorted(set(events)), dict[str, list[Sibling]]()
    try:
        for at in range(0, len(wanted), _EVENTS):
            asked = {"story.event_id": wanted[at : at + _EVENTS]}
            request = SearchRequest(None, filters=asked, size=PAGE, highlight=False, sort=Sort.INDEXED)
            for hits in pages(index, request):
                for hit in hits:
                    of_event = found.setdefault(hit.article.event, [])
                    if len(of_event) < MAX_SIBLINGS:
                        of_event.append(_sibling(hit))
    except IndexUnavailable:
        return {}
    return {event: in_order(articles) for event, articles in found.items()}


def changed_events(index: Index, events: Iterable[str], since: datetime, until: datetime) -> set[str]:
    """Which of these events have an article that was indexed, or indexed anew, in [since, until)."""
    wanted, found = sorted(set(events)), set[str]()
    for at in range(0, len(wanted), _EVENTS_CHECKED):
        asked = {"story.event_id": wanted[at : at + _EVENTS_CHECKED]}
        request = SearchRequest(
            None, since=since, until=until, filters=asked, size=PAGE, highlight=False, sort=Sort.INDEXED
        )
        for hits in pages(index, request):
            found |= {hit.article.event for hit in hits}
    return found


def _sibling(hit: Hit) -> Sibling:
    article = hit.article
    when = article.published_at or article.timestamp
    seen = article.first_seen_at or article.indexed_at or when
    assert seen is not None, "a document without any date cannot have been found by one"
    return Sibling(
        key=hit.id,
        story=article.story,
        event=article.event,
        outlet=one_line(article.outlet),
        url=article.url or article.original_url,
        country=article.country or None,
        language=article.language or "unknown",
        title=one_line(article.title)[:MAX_TITLE],
        lead=one_line((article.body or article.summary)[:LEAD]),
        published=article.published_at,
        first_seen=seen,
        version=article.content_hash or hashlib.sha256((article.title + article.body).encode()).hexdigest()[:32],
        is_words=article.extraction_status == FEED_WORDS,
    )
