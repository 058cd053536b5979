"""What the document of an article is made of, and the values of it that take more than a name to say."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from ingest.model import Article, ArticleText, DetectedLanguage, Feed, StoryPlace, TopicHit

BODY_LIMIT = 1_000_000
"""Characters. Longer is a dump, not an article; ``content.truncated`` says that it was cut."""
CLOCK_SLACK = timedelta(minutes=15)
"""How far a publisher's clock may be ahead of ours before its date counts as one in the future."""


@dataclass(frozen=True, slots=True)
class ArticleParts:
    """An article with all that is known of it when its document is made."""

    article: Article
    text: ArticleText
    language: DetectedLanguage
    topics: tuple[TopicHit, ...]
    story: StoryPlace | None
    feed: Feed | None
    """None: it has left the catalogue since."""
    indexed_at: datetime
    pipeline_version: str
    vector: Sequence[int] = ()
    """What title and text mean, as signed bytes (``ingest.enrich.encoder``); empty: not known."""
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The page's, or else the feed's."""
        return self.text.title or self.article.title

    @property
    def summary(self) -> str:
        """The page's, or else the feed's."""
        return self.text.summary or self.article.summary

    @property
    def body(self) -> str:
        """The text, cut where it is no article any more."""
        return self.text.text[:BODY_LIMIT]

    @property
    def published(self) -> tuple[datetime | None, str | None]:
        """When, and who says so."""
        return published_at(self.article, self.text, self.indexed_at)

    @property
    def timestamp(self) -> datetime:
        """When it was published, as far as known; else when it was first seen."""
        return self.published[0] or self.article.first_seen_at

    @property
    def content_hash(self) -> str:
        """Of title and text: the same hash, the same words."""
        return hashlib.sha256(f"{self.title}\n{self.text.text}".encode("utf-8", "replace")).hexdigest()

    @property
    def country(self) -> str | None:
        """The outlet's, in capitals."""
        return self.feed.country.upper() if self.feed and self.feed.country else None

    @property
    def topics_about(self) -> list[str]:
        """What it is about."""
        return topics_about(self.topics)

    @property
    def topic_hits(self) -> list[dict[str, Any]]:
        """Every topic found, and why."""
        return topic_hits(self.topics)

    def stem(self, code: str) -> str | None:
        """All its words, if it is in that language."""
        if self.language.code != code:
            return None
        return "\n".join(text for text in (self.title, self.summary, self.body) if text)

    def right(self, name: str) -> str | None:
        """What is known of ``robots``, ``tdm`` or ``paywall``."""
        return self.article.rights.get(name) or ("yes" if name == "paywall" and self.text.paywall else None)


def published_at(article: Article, text: ArticleText, now: datetime) -> tuple[datetime | None, str | None]:
    """When the article was published and who says so; (None, None) if nobody says anything believable.

    The feed's own date comes first, then the page's, then a feed's date that had to be clamped.
    A date in the future is not believed.
    """
    clamped = article.published_source == "feed-clamped"
    page = (text.published, text.published_source or "page")
    feed = (article.published, article.published_source or "feed")
    for moment, source in (page, feed) if clamped else (feed, page):
        if moment is not None and moment <= now + CLOCK_SLACK:
            return min(moment, now), source
    return None, None


def stamp(moment: datetime) -> str:
    """A moment as the index stores it: ISO 8601 in UTC with milliseconds, Elasticsearch's resolution."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def topics_about(hits: Sequence[TopicHit]) -> list[str]:
    """The topics that an article is about."""
    return sorted({hit.topic for hit in hits if hit.about})


def topic_hits(hits: Sequence[TopicHit]) -> list[dict[str, Any]]:
    """Every topic with the reason, as stored."""
    return [_topic_hit(hit) for hit in hits]


def _topic_hit(hit: TopicHit) -> dict[str, Any]:
    terms = list(dict.fromkeys(evidence.term for evidence in hit.evidence))
    fields = {"topic": hit.topic, "score": hit.score, "terms": terms, "about": hit.about}
    return fields | ({"rule_version": hit.rule_version} if hit.rule_version else {})
