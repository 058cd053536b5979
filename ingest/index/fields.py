"""THE list of fields. A field is said here, once; `scripts/tables` writes templates and docs from it.

To add one: a line here (and, if nobody knows its value yet, where the value comes from), the schema's version up by
one, `scripts/tables`. docs/recipes.md goes through an example.
"""

from types import MappingProxyType
from typing import Any

from ingest.index.parts import ArticleParts
from ingest.index.schema import DocumentKind, Field, FieldType, Schema
from ingest.languages import LANGUAGES
from ingest.ledger.articles import STATES
from ingest.ledger.runs import RunRecord
from ingest.model import Health
from ingest.urls import host, registered_domain

TEXT, STEMMED, KEYWORD = FieldType.TEXT, FieldType.STEMMED, FieldType.KEYWORD
INTEGER, NUMBER, DATE, BOOLEAN = FieldType.INTEGER, FieldType.NUMBER, FieldType.DATE, FieldType.BOOLEAN
LABELS, COUNTS, OBJECTS, VECTOR = FieldType.LABELS, FieldType.COUNTS, FieldType.OBJECTS, FieldType.VECTOR

_OTHER_STEMMERS = {
    "ar": "arabic", "cs": "czech", "da": "danish", "fi": "finnish", "nl": "dutch", "no": "norwegian", "ro": "romanian",
    "sv": "swedish", "tr": "turkish",
}  # fmt: skip
STEMMERS = dict(sorted({**_OTHER_STEMMERS, **{x.code: x.stemmer for x in LANGUAGES.values() if x.stemmer}}.items()))
"""Elasticsearch's analyzers; the other languages have no stemmer worth it."""


def _stem(code: str, analyzer: str) -> Field[ArticleParts]:
    return Field(f"stem.{code}", STEMMED, of=lambda a: a.stem(code), analyzer=analyzer)


ARTICLES: Schema[ArticleParts] = Schema(
    kind=DocumentKind.ARTICLES,
    version=2,
    about="Articles; docs/index.md explains the fields",
    listed=(
        Field("@timestamp", DATE, of=lambda a: a.timestamp,
              shown="when published, if known and not in the future; else first seen"),
        Field("published.at", DATE, of=lambda a: a.published[0], shown="the publisher's date"),
        Field("published.source", KEYWORD, of=lambda a: a.published[1], shown="who gave it: `feed`, `page`, …"),
        Field("first_seen_at", DATE, of=lambda a: a.article.first_seen_at, shown="when a feed first carried it"),
        Field("indexed_at", DATE, of=lambda a: a.indexed_at,
              shown="alerts read by it, so that late articles are never missed"),
        Field("title", TEXT, of=lambda a: a.title, weight=3.0, has_raw=True, shown="`title.raw`: the whole as keyword"),
        Field("summary", TEXT, of=lambda a: a.summary, weight=1.0, shown="the page's description, or the feed's"),
        Field("body", TEXT, of=lambda a: a.body, weight=1.0, shown="cut at 1,000,000 characters"),
        *(_stem(code, analyzer) for code, analyzer in STEMMERS.items()),
        Field("authors", KEYWORD, of=lambda a: list(a.text.authors or a.article.authors), shown="as signed"),
        Field("tags", KEYWORD, of=lambda a: list(a.article.tags), shown="the feed's categories"),
        Field("topics", KEYWORD, of=lambda a: a.topics_about, shown="what the article is about"),
        Field("topic_hits", OBJECTS, of=lambda a: a.topic_hits,
              shown="every topic found and why, each asked for by itself"),
        Field("topic_hits.topic", KEYWORD),
        Field("topic_hits.score", NUMBER),
        Field("topic_hits.terms", KEYWORD, shown="the words that gave it"),
        Field("topic_hits.about", BOOLEAN, shown="false: a mention in passing"),
        Field("topic_hits.rule_version", KEYWORD, shown="of the topic's rules"),
        Field("url.full", KEYWORD, of=lambda a: a.article.url, shown="canonical"),
        Field("url.original", KEYWORD, of=lambda a: a.article.original_url, shown="as the feed has it"),
        Field("url.domain", KEYWORD, of=lambda a: host(a.article.url), shown="`www.lemonde.fr`"),
        Field("url.registered_domain", KEYWORD, of=lambda a: registered_domain(a.article.url), shown="`lemonde.fr`"),
        Field("outlet.id", KEYWORD, of=lambda a: a.feed.outlet if a.feed else a.article.feed_id, shown="its id"),
        Field("outlet.name", KEYWORD, of=lambda a: a.feed.outlet_name if a.feed else None),
        Field("outlet.country", KEYWORD, of=lambda a: a.country, case="upper", shown="ISO 3166, in capitals"),
        Field("outlet.kind", KEYWORD, of=lambda a: a.feed.kind if a.feed else None, shown="`news`, `agency`, …"),
        Field("feed.id", KEYWORD, of=lambda a: a.article.feed_id, shown="the feed that led to it"),
        Field("feed.url", KEYWORD, of=lambda a: a.feed.url if a.feed else None),
        Field("language.code", KEYWORD, of=lambda a: a.language.code, case="lower", shown="ISO 639-1"),
        Field("language.confidence", NUMBER, of=lambda a: a.language.confidence, shown="0 to 1"),
        Field("language.source", KEYWORD, of=lambda a: a.language.source, shown="what decided: `text`, `feed`, …"),
        Field("story.id", KEYWORD, of=lambda a: a.story and a.story.story_id, shown="copies of one text share it"),
        Field("story.size_at_index", INTEGER, of=lambda a: a.story and a.story.size,
              shown="articles in the story when this one came"),
        Field("story.is_first", BOOLEAN, of=lambda a: a.story.is_first if a.story else None, shown="by publication"),
        Field("story.outlets", KEYWORD, of=lambda a: list(a.story.outlets) if a.story else None,
              shown="their ids in order of publication"),
        Field("story.event_id", KEYWORD, of=lambda a: a.story and a.story.event_id,
              shown="stories about one happening share it"),
        Field("vector", VECTOR, of=lambda a: list(a.vector), dimensions=512,
              shown="what title and text mean: neighbours (`veille similar`, `related:`) are found by it"),
        Field("content.hash", KEYWORD, of=lambda a: a.content_hash, shown="of title and text"),
        Field("content.words", INTEGER, of=lambda a: a.text.words),
        Field("content.truncated", BOOLEAN, of=lambda a: len(a.text.text) > len(a.body), shown="the body was cut"),
        Field("extraction.status", KEYWORD, of=lambda a: str(a.text.status), shown="`full`, `teaser`, `feed`, …"),
        Field("extraction.method", KEYWORD, of=lambda a: a.text.method, shown="what found the text"),
        Field("extraction.version", KEYWORD, of=lambda a: str(a.text.version), shown="of the reading rules"),
        Field("pipeline.version", KEYWORD, of=lambda a: a.pipeline_version, shown="of veille"),
        Field("rights.robots", KEYWORD, of=lambda a: a.right("robots"), shown="see docs/rights.md"),
        Field("rights.tdm", KEYWORD, of=lambda a: a.right("tdm")),
        Field("rights.paywall", KEYWORD, of=lambda a: a.right("paywall"), shown="`yes`: not free to read"),
        Field("labels", LABELS, of=lambda a: dict(a.labels), shown="your own, as `labels.KEY`"),
    ),
)  # fmt: skip

MATCHES: Schema[Any] = Schema(
    kind=DocumentKind.MATCHES,
    version=2,
    about="One document a rule and story",
    listed=(
        Field("@timestamp", DATE, shown="when it matched"),
        Field("rule.id", KEYWORD),
        Field("rule.name", KEYWORD),
        Field("rule.version", KEYWORD, shown="of its query"),
        Field("story.id", KEYWORD),
        Field("story.size", INTEGER),
        Field("article.id", KEYWORD, shown="the article that shows the story"),
        Field("article.url", KEYWORD),
        Field("article.title", TEXT, has_raw=True),
        Field("article.published_at", DATE),
        Field("article.first_seen_at", DATE),
        Field("article.indexed_at", DATE),
        Field("outlet.id", KEYWORD),
        Field("outlet.name", KEYWORD),
        Field("outlet.country", KEYWORD),
        Field("language.code", KEYWORD),
        Field("topics", KEYWORD, shown="what the article is about"),
        Field("recipients", KEYWORD),
        Field("mail.id", KEYWORD),
        Field("mail.status", KEYWORD, shown="`waiting`, `queued`, `sent`, `failed`, `told`"),
        Field("mail.due_at", DATE),
        Field("mail.sent_at", DATE),
        Field("lag_seconds", NUMBER, shown="from publication to match"),
    ),
)

OLDEST_WAITING = "backlog.oldest_seconds"
"""Seconds."""


def feeds_field(health: Health) -> str:
    """The field of ``pipeline-runs`` that says how many feeds are so."""
    return f"feeds.{health.name.lower()}"


def backlog_field(state: str) -> str:
    """The field of ``pipeline-runs`` that says how many articles are in a state."""
    return f"backlog.{state}"


RUNS: Schema[RunRecord] = Schema(
    kind=DocumentKind.RUNS,
    version=2,
    about="One document a stage run; every quarter of an hour one, without a stage, of feeds and backlog",
    listed=(
        Field("@timestamp", DATE, of=lambda r: r.ended_at, shown="when it ended; of feeds and backlog: when it was so"),
        Field("run.id", KEYWORD, of=lambda r: r.id),
        Field("stage", KEYWORD, of=lambda r: r.stage),
        Field("worker", KEYWORD, of=lambda r: r.worker),
        Field("started_at", DATE, of=lambda r: r.started_at),
        Field("ended_at", DATE, of=lambda r: r.ended_at),
        Field("seconds", NUMBER, of=lambda r: (r.ended_at - r.started_at).total_seconds() if r.ended_at else None),
        Field("claimed", INTEGER, of=lambda r: r.claimed, shown="feeds, articles, rules or mails taken on"),
        Field("new", INTEGER, of=lambda r: r.new),
        Field("failed", INTEGER),
        Field("outcomes", COUNTS, of=lambda r: dict(r.counts), shown="how often each outcome, as `outcomes.NAME`"),
        Field("lag.p50", NUMBER, of=lambda r: r.lag_p50, shown="seconds from publication to index"),
        Field("lag.p95", NUMBER, of=lambda r: r.lag_p95),
        Field("lag.max", NUMBER),
        Field("error", KEYWORD, of=lambda r: r.error),
        *(Field(feeds_field(health), INTEGER, shown=f"feeds: {health.value}") for health in Health),
        *(Field(backlog_field(state), INTEGER, shown=f"articles: {state}") for state in STATES),
        Field(OLDEST_WAITING, NUMBER, shown="since the oldest article that waits was first seen; 0: none waits"),
    ),
)
"""Feeds and backlog are fields of their own, not counts under any name: Kibana knows them before the first document."""

SCHEMAS: MappingProxyType[DocumentKind, Schema[Any]] = MappingProxyType(
    {schema.kind: schema for schema in (ARTICLES, MATCHES, RUNS)}
)
