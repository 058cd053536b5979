"""Rules over what was indexed in a span of time, and what else carries the stories they find."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from ingest.alert.context import Sibling
from ingest.alert.match import Match, better, new_matches
from ingest.alert.rules import Rule
from ingest.alert.summary import story_of
from ingest.errors import IndexUnavailable, VeilleError
from ingest.index.hit import Hit
from ingest.index.protocol import Index, SearchPage, SearchRequest, Sort
from ingest.ledger import matches
from ingest.ledger.store import Ledger

PAGE = 100
"""Hits asked for at once."""
_RULES = 25
"""Rules asked about at once: one round trip, and memory for as many pages."""
_STORIES = 50
"""Stories asked for at once when their other articles are looked up."""

Found = list[Match] | VeilleError
"""The new matches of a rule, one a story; or why it could not be looked at."""


def evaluate(
    ledger: Ledger, index: Index, rules: Sequence[Rule], since: Mapping[str, datetime], until: datetime
) -> Iterator[tuple[Rule, Found]]:
    """What each rule finds among documents indexed in [since, until), ``since`` being by rule id.

    An index that cannot be reached is asked once, not once a rule: time-outs are long.
    """
    gone: IndexUnavailable | None = None
    for at in range(0, len(rules), _RULES):
        batch = rules[at : at + _RULES]
        asks = [SearchRequest(r.parsed, since=since[r.id], until=until, sort=Sort.INDEXED, size=PAGE) for r in batch]
        answers: Sequence[SearchPage | VeilleError] = []
        try:
            answers = index.search_many(asks) if gone is None else []
        except IndexUnavailable as e:
            gone = e
        for n, rule in enumerate(batch):
            yield rule, gone if gone is not None else _found(ledger, index, rule, asks[n], answers[n])


def _found(ledger: Ledger, index: Index, rule: Rule, ask: SearchRequest, first: SearchPage | VeilleError) -> Found:
    """Page by page, so that memory holds what is new and not all that is found."""
    if isinstance(first, VeilleError):
        return first
    best: dict[str, Match] = {}
    try:
        for hits in pages(index, ask, first):
            with ledger.read() as c:
                known = matches.known_stories(c, rule.id, (story_of(hit) for hit in hits))
                silent = matches.silent_articles(c, (hit.id for hit in hits))
            for match in new_matches(rule.id, hits, known, silent):
                best[match.story] = better(best[match.story], match) if match.story in best else match
    except VeilleError as e:
        return e
    return list(best.values())


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
