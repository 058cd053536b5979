"""What is recorded of an article once it was read and the index has answered. Pure: values in, values out."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ingest.extract.reading import Reading, Status
from ingest.index.document import Document
from ingest.index.parts import published_at
from ingest.index.protocol import WriteResult
from ingest.ledger.articles import Done
from ingest.ledger.outlets import OutletDay
from ingest.model import Article, StoryPlace
from ingest.outcome import Outcome, Stage
from ingest.stages.read_article import Read
from ingest.text.backoff import wait_before
from ingest.urls import registered_domain

UNAVAILABLE_RETRY = timedelta(seconds=30)
REFUSED_RETRY = timedelta(hours=6)
"""A document that the index refuses is tried again after an upgrade at the latest; until then it waits here."""
PUT_OFF = timedelta(minutes=5)
LONGEST_RETRY = timedelta(hours=24)
WALLS = frozenset({str(Status.CONSENT), str(Status.CHALLENGE)})
NOT_OF_THE_PAGE = frozenset({None, "feed", "feed-clamped"})
"""Sources of a date that say that the page states none."""


@dataclass(frozen=True, slots=True)
class IndexedItem:
    """An article on its way through the index stage."""

    article: Article
    read: Read
    story: StoryPlace
    doc: Document

    @property
    def content_hash(self) -> str:
        """Of title and text, as the document has it."""
        return str(self.doc.source["content"]["hash"])

    @property
    def is_unchanged(self) -> bool:
        """True if this very text stands in the index already: a page asked again that had not changed."""
        return self.article.indexed_at is not None and self.article.content_hash == self.content_hash


Recorded = tuple[Done, Outcome]
"""The ledger's side and the people's side of one outcome."""


def unchanged(item: IndexedItem) -> Recorded:
    """The same text as before: nothing is written, and nobody is told again."""
    return _done(item, {}), Outcome(Stage.INDEX, item.article.url, "unchanged")


def indexed(item: IndexedItem, now: datetime) -> Recorded:
    """A document stands in the index; a second text of the same article is its next revision."""
    values = {
        "indexed_at": now,
        "content_hash": item.content_hash,
        "revision": item.article.revision + (item.article.indexed_at is not None),
        "story_id": item.story.story_id,
        "event_id": item.story.event_id,
        "extraction_status": str(item.read.content.status),
        "detected_language": item.read.language.code[:8],
        "topics": [{"topic": hit.topic, "about": hit.about} for hit in item.read.topics],
    }
    name = "indexed" if isinstance(item.read.content, Reading) else "indexed-from-feed"
    revised = item.article.indexed_at is not None
    outcome = Outcome(
        Stage.INDEX, item.article.url, "revised" if revised else name, detail=item.read.note, new=int(not revised)
    )
    return _done(item, values), outcome


def outlet_day(item: IndexedItem, now: datetime) -> OutletDay | None:
    """What the article's page counts for its outlet's day; None where there was no page."""
    if item.article.archive is None:
        return None
    content = item.read.content
    has_text = isinstance(content, Reading) and bool(content.text)
    return OutletDay(
        outlet=registered_domain(item.article.url)[:255],
        day=now.date(),
        language=item.read.language.code[:8],
        pages=1,
        words=content.words if has_text else 0,
        empty=int(not has_text),
        walls=int(item.read.note in WALLS),
        undated=int(content.published_source in NOT_OF_THE_PAGE),
        rule_missed=int(isinstance(content, Reading) and content.rule == "missed"),
    )


def refused(item: IndexedItem, answer: WriteResult, now: datetime) -> Recorded:
    """The index would not take this document: it waits with the reason, the others went through."""
    first = UNAVAILABLE_RETRY if answer.retryable else REFUSED_RETRY
    done = Done(item.article.key, "failed", answer.reason, now + _wait(item.article.attempts, first))
    name = "index-busy" if answer.retryable else "refused-by-index"
    return done, Outcome(Stage.INDEX, item.article.url, name, detail=answer.reason, ok=False)


def postponed(article: Article, reason: str, now: datetime) -> Recorded:
    """The index is away: the article waits in the ledger with the reason."""
    done = Done(article.key, "failed", reason, now + _wait(article.attempts, UNAVAILABLE_RETRY))
    return done, Outcome(Stage.INDEX, article.url, "index-unavailable", detail=reason, ok=False)


def put_off(article: Article, now: datetime) -> Recorded:
    """Its feed has had its share of this run's processor time: it waits, at nobody's expense."""
    reason = f"over-budget: feed {article.listed_by} has had its share of this run"
    done = Done(article.key, "fetched", reason, now + PUT_OFF)
    return done, Outcome(Stage.INDEX, article.url, "over-budget", detail=reason, ok=False)


def lost(outcome: Outcome) -> Outcome:
    """The lease ran out meanwhile: another worker has the article and records what becomes of it."""
    return replace(outcome, name="lease-lost", detail="another worker has it", ok=True, new=0)


def _wait(attempts: int, first: timedelta) -> timedelta:
    return wait_before(attempts + 1, first=first, longest=LONGEST_RETRY)


def lag_seconds(item: IndexedItem, now: datetime) -> float:
    """Seconds from publication to the index; from first sight for what was old when it was first seen."""
    seen = item.article.first_seen_at
    published = published_at(item.article, item.read.content, now)[0]
    start = published if published and seen - timedelta(days=1) <= published <= now else seen
    return (now - start).total_seconds()


def _done(item: IndexedItem, values: dict[str, object]) -> Done:
    return Done(item.article.key, "indexed", reason=item.read.note or None, values=values)
