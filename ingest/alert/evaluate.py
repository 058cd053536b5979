"""Rules over what was indexed in a span of time, and what else tells of the events they find."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from ingest.alert.context import Sibling, in_order
from ingest.alert.match import Match, merged, new_matches
from ingest.alert.rules import Rule
from ingest.alert.summary import MAX_TITLE, one_line
from ingest.errors import IndexUnavailable, VeilleError
from ingest.index.fields import ARTICLES
from ingest.index.highlight import Marker
from ingest.index.hit import Hit
from ingest.index.protocol import Index, SearchPage, SearchRequest, Sort
from ingest.index.query.batch import DocumentBatch, bits
from ingest.index.values import milliseconds
from ingest.ledger import event_merges, matches
from ingest.ledger.store import Ledger

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

Found = list[Match] | VeilleError
"""The new matches of a rule, one an event; or why it could not be looked at."""


def evaluate(
    ledger: Ledger, index: Index, rules: Sequence[Rule], since: Mapping[str, datetime], until: datetime
) -> Iterator[tuple[Rule, Found]]:
    """What each rule finds among documents indexed in [since, until), ``since`` being by rule id.

    The new documents are read from the index once, a page at a time, and every rule is matched in memory: the cost is
    that of what is new, however large the archive. An index that cannot be reached is asked once, not once a rule.
    """
    if not rules:
        return
    best: dict[str, dict[str, Match]] = {rule.id: {} for rule in rules}
    new = SearchRequest(None, since=min(since.values()), until=until, sort=Sort.INDEXED, size=PAGE, highlight=False)
    try:
        for hits in pages(index, new):
            for match in _matches(ledger, rules, since, hits, until):
                kept = best[match.rule]
                kept[match.event] = merged(kept[match.event], match) if match.event in kept else match
    except VeilleError as e:
        yield from ((rule, e) for rule in rules)
        return
    yield from ((rule, list(best[rule.id].values())) for rule in rules)


def _matches(
    ledger: Ledger, rules: Sequence[Rule], since: Mapping[str, datetime], hits: Sequence[Hit], until: datetime
) -> Iterator[Match]:
    """The matches of a page of new documents, rule by rule."""
    if not hits:
        return
    with ledger.read() as c:
        hits = _with_merges(hits, event_merges.current(c, (hit.article.event for hit in hits)))
    documents = DocumentBatch([hit.source for hit in hits], ARTICLES, until)
    marker = Marker([hit.source for hit in hits])
    visible = {moment: _indexed_since(hits, moment) for moment in set(since.values())}
    with ledger.read() as c:
        silent = matches.silent_articles(c, (hit.id for hit in hits))
        known = matches.known_by_rule(c, (hit.article.event for hit in hits))
    for rule in rules:
        found = documents.matching(rule.parsed.root) & visible[since[rule.id]]
        if found:
            marked = (replace(hits[n], highlights=marker.highlights(rule.parsed, n)) for n in bits(found))
            yield from new_matches(rule.id, marked, known.get(rule.id, {}), silent)


def _with_merges(hits: Sequence[Hit], now: Mapping[str, str]) -> Sequence[Hit]:
    """Hits with the events that they are of now: a document may still name one that has been merged."""

    def moved(hit: Hit) -> Hit:
        story = {**hit.source["story"], "event_id": now[hit.article.event]}
        return replace(hit, source={**hit.source, "story": story})

    return [moved(hit) if hit.article.event in now else hit for hit in hits] if now else hits


def _indexed_since(hits: Sequence[Hit], moment: datetime) -> int:
    """Bits of the documents that were indexed at that moment or later; the index counts in milliseconds."""
    out = 0
    for n, hit in enumerate(hits):
        indexed_at = hit.article.indexed_at
        if indexed_at is not None and milliseconds(indexed_at) >= milliseconds(moment):
            out |= 1 << n
    return out


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
    )
