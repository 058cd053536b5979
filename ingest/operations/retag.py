"""Topics given anew to what is stored, after the desk has changed its rules: `veille topics diff` and `apply`.

Nothing is fetched or extracted again: title, text and language stand in the index. A document keeps its
``indexed_at``, by which alerts read, so none fires. A run that is killed is simply repeated.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ingest.enrich.topics import Tagger
from ingest.index.hit import IndexedArticle
from ingest.index.parts import topic_hits, topics_about
from ingest.index.protocol import Index, SearchRequest, Sort
from ingest.model import TopicHit

PAGE = 200
"""Documents read at once: a few megabytes of text."""


@dataclass(frozen=True, slots=True)
class TopicChange:
    """What the rules would make of a stored article whose topics differ from what is stored."""

    id: str
    url: str
    title: str
    outlet: str
    language: str
    gained: tuple[str, ...]
    """Topics it is about by the rules, and not as stored."""
    lost: tuple[str, ...]
    fields: dict[str, Any]
    """What to store. Where nothing is gained or lost, scores, terms or mentions are what differs."""


@dataclass(slots=True)
class Retagged:
    """What a run found and did."""

    checked: int = 0
    changed: int = 0
    gained: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    failed: list[tuple[str, str]] = field(default_factory=list)
    """Id and reason of documents that the index did not take; run again."""

    def count(self, change: TopicChange) -> None:
        """Add a change."""
        self.changed += 1
        self.gained.update(change.gained)
        self.lost.update(change.lost)


def compare(index: Index, tagger: Tagger, seen: Retagged, *, since: datetime | None = None) -> Iterator[TopicChange]:
    """The stored articles that the rules see differently, oldest first; all that were looked at are counted.

    ``since`` bounds ``indexed_at``. Raises IndexUnavailable.
    """
    after: str | None = None
    while True:
        page = index.search(SearchRequest(since=since, size=PAGE, after=after, sort=Sort.INDEXED, highlight=False))
        for hit in page.hits:
            seen.checked += 1
            change = _change(hit.article, tagger)
            if change is not None:
                yield change
        after = page.next
        if after is None or not page.hits:
            return


def retag(
    index: Index, tagger: Tagger, *, since: datetime | None = None, told: Callable[[TopicChange], None] = lambda _: None
) -> Retagged:
    """Store the topics that the rules give now. ``told`` of each change as it is written."""
    done = Retagged()
    for change in compare(index, tagger, done, since=since):
        written = index.update_fields(change.id, change.fields)
        if written.ok:
            done.count(change)
            told(change)
        else:
            done.failed.append((change.id, written.reason))
    index.refresh()
    return done


def _change(article: IndexedArticle, tagger: Tagger) -> TopicChange | None:
    hits = tagger.tag(article.title, article.body, article.language or None, summary=article.summary)
    about = topics_about(hits)
    if about == sorted(article.topics) and _given(hits) == _stored(article):
        return None
    new, old = set(about), set(article.topics)
    return TopicChange(
        id=article.id,
        url=article.url,
        title=article.title,
        outlet=article.outlet_name or article.outlet_id,
        language=article.language or "unknown",
        gained=tuple(sorted(new - old)),
        lost=tuple(sorted(old - new)),
        fields={"topics": about, "topic_hits": topic_hits(hits)},
    )


_Reason = tuple[str, float, tuple[str, ...], bool, str]


def _given(hits: Sequence[TopicHit]) -> list[_Reason]:
    """What counts of topics and their reasons: order says nothing."""
    return sorted(
        (h.topic, h.score, tuple(dict.fromkeys(e.term for e in h.evidence)), h.about, h.rule_version) for h in hits
    )


def _stored(article: IndexedArticle) -> list[_Reason]:
    return sorted((h.topic, h.score, h.terms, h.about, h.rule_version) for h in article.topic_hits)
