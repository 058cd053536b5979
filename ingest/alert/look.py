"""Looking: a rule's query over what was indexed in a span of time, and what else carries the stories it finds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from ingest.alert.card import instant, story_of
from ingest.alert.match import Match, better, new_matches
from ingest.alert.render import Other
from ingest.alert.rules import Rule
from ingest.errors import IndexUnavailable
from ingest.index.protocol import Ask, Hit, Index, Sort
from ingest.ledger import alerts
from ingest.ledger.store import Ledger

PAGE = 200
"""Hits asked for at once."""
_STORIES = 50
"""Stories asked for at once when their other articles are looked up."""


def look(ledger: Ledger, index: Index, rule: Rule, since: datetime, until: datetime) -> list[Match]:
    """New matches of a rule, one a story, among documents indexed in [since, until).

    Page by page, so that memory holds what is new and not all that is found. Raises IndexUnavailable,
    and QueryError where the index refuses the query.
    """
    best: dict[str, Match] = {}
    for hits in pages(index, Ask(rule.parsed, since=since, until=until, sort=Sort.INDEXED, size=PAGE)):
        with ledger.read() as c:
            known = alerts.known_stories(c, rule.id, (story_of(hit) for hit in hits))
            silent = alerts.silent_articles(c, (hit.id for hit in hits))
        for match in new_matches(rule.id, hits, known, silent):
            best[match.story] = better(best[match.story], match) if match.story in best else match
    return list(best.values())


def pages(index: Index, ask: Ask) -> Iterator[tuple[Hit, ...]]:
    """All hits of a search, page by page."""
    after: str | None = None
    while True:
        page = index.search(replace(ask, after=after))
        yield page.hits
        if page.next is None:
            return
        after = page.next


def others(index: Index, stories: Iterable[str]) -> dict[str, list[Other]]:
    """Story → all its articles in the index, earliest first. A mail can do without: {} if the index is gone."""
    wanted, found = sorted(set(stories)), dict[str, list[Other]]()
    try:
        for at in range(0, len(wanted), _STORIES):
            ask = Ask(None, filters={"story.id": wanted[at : at + _STORIES]}, size=PAGE, highlight=False)
            for hits in pages(index, replace(ask, sort=Sort.INDEXED)):
                _add(found, hits)
    except IndexUnavailable:
        return {}
    for articles in found.values():
        articles.sort(key=lambda o: (o.when, o.key))
    return found


def _add(found: dict[str, list[Other]], hits: Sequence[Hit]) -> None:
    for hit in hits:
        source = hit.source
        outlet, url = source.get("outlet") or {}, source.get("url") or {}
        when = instant((source.get("published") or {}).get("at")) or instant(source.get("@timestamp"))
        if when is not None:
            name = " ".join(str(outlet.get("name") or outlet.get("id") or url.get("domain") or "").split())
            other = Other(hit.id, name, str(url.get("full") or ""), outlet.get("country"), when)
            found.setdefault(story_of(hit), []).append(other)
