"""What fields there are, of which kind: for queries, for filters, and for both indexes.

The Elasticsearch templates in ``index_templates/`` say the same; a unit test compares the two.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """How a field is looked up."""

    TEXT = "text"
    """Words (``ingest.text.tokens.tokens``): phrases, prefixes, nearness."""
    KEYWORD = "keyword"
    """The exact value, or its beginning."""
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a document."""

    kind: Kind
    case: str | None = None
    """``lower`` or ``upper``: all values are stored so, and a query's value is changed to it."""


@dataclass(frozen=True, slots=True)
class Schema:
    """The fields of one kind of document that a query may name."""

    fields: MappingProxyType[str, Field]
    default: tuple[tuple[str, float], ...]
    """Text fields that words without a field are looked up in, with their weight."""
    prefixes: tuple[str, ...] = ()
    """Names ending in a dot below which any key is a keyword field."""

    def get(self, name: str) -> Field | None:
        """The field of that name, or None."""
        found = self.fields.get(name)
        if found is None and any(name.startswith(p) and len(name) > len(p) for p in self.prefixes):
            return Field(Kind.KEYWORD)
        return found


def _keywords(*names: str, case: str | None = None) -> dict[str, Field]:
    return {name: Field(Kind.KEYWORD, case) for name in names}


ARTICLES = Schema(
    fields=MappingProxyType(
        {
            "title": Field(Kind.TEXT),
            "summary": Field(Kind.TEXT),
            "body": Field(Kind.TEXT),
            "@timestamp": Field(Kind.DATE),
            "published.at": Field(Kind.DATE),
            "first_seen_at": Field(Kind.DATE),
            "indexed_at": Field(Kind.DATE),
            **_keywords("title.raw", "published.source", "authors", "tags", "topics"),
            **_keywords("topic_hits.topic", "topic_hits.terms", "topic_hits.rule_version"),
            **_keywords("url.full", "url.original", "url.domain", "url.registered_domain"),
            **_keywords("outlet.id", "outlet.name", "outlet.kind", "feed.id", "feed.url"),
            **_keywords("outlet.country", case="upper"),
            **_keywords("language.code", case="lower"),
            **_keywords("language.source", "story.id", "story.event_id", "story.outlets", "content.hash"),
            **_keywords("extraction.status", "extraction.method", "extraction.version", "pipeline.version"),
            **_keywords("rights.robots", "rights.tdm", "rights.paywall"),
            "language.confidence": Field(Kind.NUMBER),
            "topic_hits.score": Field(Kind.NUMBER),
            "topic_hits.about": Field(Kind.BOOLEAN),
            "story.size_at_index": Field(Kind.NUMBER),
            "story.is_first": Field(Kind.BOOLEAN),
            "content.words": Field(Kind.NUMBER),
            "content.truncated": Field(Kind.BOOLEAN),
        }
    ),
    default=(("title", 3.0), ("summary", 1.0), ("body", 1.0)),
    prefixes=("labels.",),
)
