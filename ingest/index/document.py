"""An article as it stands in the index. The fields are listed in ``docs/index.md`` and in ``index_templates/``."""

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from ingest.model import Article, Feed, Language, StoryPlace, TopicHit
from ingest.urls import host, registered_domain

SCHEMA_VERSION = 1
"""Of the documents and their mapping. A higher one calls for ``veille index rebuild``."""
BODY_LIMIT = 1_000_000
"""Characters. Longer is a dump, not an article; ``content.truncated`` says that it was cut."""
KEYWORD_LIMIT = 8191
"""Characters of a keyword value: Lucene takes 32,766 bytes, UTF-8 has up to 4 a character."""
STEMMED = frozenset(("ar", "cs", "da", "de", "en", "es", "fi", "fr", "it", "nl", "no", "pt", "ro", "ru", "sv", "tr"))
"""Languages that have a ``stem.*`` field in ``index_templates/``; the others have no stemmer worth it."""
CLOCK_SLACK = timedelta(minutes=15)
"""How far a publisher's clock may be ahead of ours before its date counts as one in the future."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is written to an index: ``source`` has the fields, nested as in JSON."""

    id: str
    source: dict[str, Any]


class Read(Protocol):
    """What a document needs of ``ingest.extract.read.Reading``."""

    @property
    def title(self) -> str | None: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def summary(self) -> str | None: ...  # noqa: D102
    @property
    def published(self) -> datetime | None: ...  # noqa: D102
    @property
    def published_source(self) -> str | None: ...  # noqa: D102
    @property
    def authors(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def status(self) -> str: ...  # noqa: D102
    @property
    def method(self) -> str: ...  # noqa: D102
    @property
    def version(self) -> str: ...  # noqa: D102
    @property
    def words(self) -> int: ...  # noqa: D102
    @property
    def paywall(self) -> bool: ...  # noqa: D102


def document(
    *,
    article: Article,
    reading: Read,
    language: Language,
    topics: Iterable[TopicHit],
    story: StoryPlace | None,
    feed: Feed | None,
    now: datetime,
    pipeline_version: str,
    labels: Mapping[str, str] | None = None,
) -> Document:
    """The document of an article, to be written at ``now`` (``indexed_at``). Empty fields are left out."""
    title = reading.title or article.title
    summary = reading.summary or article.summary
    published, source = published_at(article, reading, now)
    fields: dict[str, Any] = {
        "@timestamp": stamp(published or article.first_seen_at),
        "published": {"at": stamp(published) if published else None, "source": source},
        "first_seen_at": stamp(article.first_seen_at),
        "indexed_at": stamp(now),
        "title": title,
        "summary": summary,
        "body": reading.text[:BODY_LIMIT],
        "stem": _stem(language.code, title, summary, reading.text[:BODY_LIMIT]),
        "authors": list(reading.authors or article.authors),
        "tags": list(article.tags),
        **topic_fields(list(topics)),
        "url": _url(article),
        "outlet": _outlet(article, feed),
        "feed": {"id": article.feed_id, "url": feed.url if feed else None},
        "language": {"code": language.code, "confidence": language.confidence, "source": language.source},
        "story": _story(story) if story else None,
        "content": {
            "hash": hashlib.sha256(f"{title}\n{reading.text}".encode()).hexdigest(),
            "words": reading.words,
            "truncated": len(reading.text) > BODY_LIMIT,
        },
        "extraction": {"status": str(reading.status), "method": reading.method, "version": str(reading.version)},
        "pipeline": {"version": pipeline_version},
        "rights": _rights(article, reading),
        "labels": dict(labels or {}),
    }
    return Document(article.key, _compact(fields))


def published_at(article: Article, reading: Read, now: datetime) -> tuple[datetime | None, str | None]:
    """When the article was published and who says so; (None, None) if nobody says anything believable.

    The feed's own date comes first, then the page's, then a feed's date that had to be clamped.
    A date in the future is not believed.
    """
    clamped = article.published_source == "feed-clamped"
    page = (reading.published, reading.published_source or "page")
    feed = (article.published, article.published_source or "feed")
    for moment, source in (page, feed) if clamped else (feed, page):
        if moment is not None and moment <= now + CLOCK_SLACK:
            return min(moment, now), source
    return None, None


def stamp(moment: datetime) -> str:
    """A moment as the index stores it: ISO 8601 in UTC with milliseconds, Elasticsearch's resolution."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _story(story: StoryPlace) -> dict[str, Any]:
    return {
        "id": story.story_id,
        "size_at_index": story.size,
        "is_first": story.is_first,
        "outlets": list(story.outlets),
        "event_id": story.event_id,
    }


def _stem(code: str, *texts: str) -> dict[str, str] | None:
    return {code: "\n".join(text for text in texts if text)} if code in STEMMED else None


def topic_fields(hits: Sequence[TopicHit]) -> dict[str, Any]:
    """The fields that topics fill: what an article is about, and every topic with the reason."""
    return {
        "topics": sorted({hit.topic for hit in hits if hit.about}),
        "topic_hits": [_topic_hit(hit) for hit in hits],
    }


def _topic_hit(hit: TopicHit) -> dict[str, Any]:
    terms = list(dict.fromkeys(evidence.term for evidence in hit.evidence))
    fields = {"topic": hit.topic, "score": hit.score, "terms": terms, "about": hit.about}
    return fields | ({"rule_version": hit.rule_version} if hit.rule_version else {})


def _url(article: Article) -> dict[str, str]:
    return {
        "full": article.url,
        "original": article.original_url,
        "domain": host(article.url),
        "registered_domain": registered_domain(article.url),
    }


def _outlet(article: Article, feed: Feed | None) -> dict[str, str | None]:
    if feed is None:  # the feed has left the catalogue since
        return {"id": article.feed_id}
    country = feed.country.upper() if feed.country else None
    return {"id": feed.outlet, "name": feed.outlet_name, "country": country, "kind": feed.kind}


def _rights(article: Article, reading: Read) -> dict[str, str]:
    known = {name: article.rights[name] for name in ("robots", "tdm", "paywall") if article.rights.get(name)}
    return {"paywall": "yes", **known} if reading.paywall else known


def _compact(value: Any) -> Any:
    """Without empty parts: a field that says nothing is not there, in either index."""
    if isinstance(value, dict):
        kept = {key: _compact(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, "", [], {})}
    if isinstance(value, str):
        whole = value.encode("utf-8", "replace").decode()  # half a surrogate pair cannot be stored as UTF-8
        return unicodedata.normalize("NFC", whole)  # so that the analyzer sees what tokens() sees
    return [_compact(item) for item in value] if isinstance(value, list) else value
