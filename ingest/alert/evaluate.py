"""Rules over what was indexed in a span of time, and what else carries the stories they find."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from ingest.alert.context import Sibling
from ingest.alert.match import Match, better, new_matches
from ingest.alert.rules import Rule
from ingest.alert.summary import story_of
from ingest.errors import IndexUnavailable, VeilleError
from ingest.index.fields import ARTICLES
from ingest.index.highlight import Marker
from ingest.index.hit import Hit
from ingest.index.protocol import Index, SearchPage, SearchRequest, Sort
from ingest.index.query.batch import DocumentBatch, bits
from ingest.index.values import milliseconds
from ingest.ledger import matches
from ingest.ledger.store import Ledger

PAGE = 100
"""Hits asked for at once."""
_STORIES = 50
"""Stories asked for at once when their other articles are looked up."""

Found = list[Match] | VeilleError
"""The new matches of a rule, one a story; or why it could not be looked at."""


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
                kept[match.story] = better(kept[match.story], match) if match.story in kept else match
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
    documents = DocumentBatch([hit.source for hit in hits], ARTICLES, until)
    marker = Marker([hit.source for hit in hits])
    visible = {moment: _indexed_since(hits, moment) for moment in set(since.values())}
    with ledger.read() as c:
        silent = matches.silent_articles(c, (hit.id for hit in hits))
        known = matches.known_by_rule(c, (story_of(hit) for hit in hits))
    for rule in rules:
        found = documents.matching(rule.parsed.root) & visible[since[rule.id]]
        if found:
            marked = (replace(hits[n], highlights=marker.highlights(rule.parsed, n)) for n in bits(found))
            yield from new_matches(rule.id, marked, known.get(rule.id, {}), silent)


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


def siblings(index: Index, stories: Iterable[str]) -> dict[str, list[Sibling]]:
    """Story → all its articles in the index, earliest first. A mail can do without: {} if the index is gone."""
    wanted, found = sorted(set(stories)), dict[str, list[Sibling]]()
    try:
        for at in range(0, len(wanted), _STORIES):
            ask = SearchRequest(None, filters={"story.id": wanted[at : at + _STORIES]}, size=PAGE, highlight=False)
            for hits in pages(index, replace(ask, sort=Sort.INDEXED)):
                _add(found, hits)
    except IndexUnavailable:
        return {}
    for articles in found.values():
        articles.sort(key=lambda o: (o.when, o.key))
    return found


def _add(found: dict[str, list[Sibling]], hits: Sequence[Hit]) -> None:
    for hit in hits:
        article = hit.article
        when = article.published_at or article.timestamp
        if when is not None:
            other = Sibling(hit.id, " ".join(article.outlet.split()), article.url, article.country or None, when)
            found.setdefault(article.story, []).append(other)
