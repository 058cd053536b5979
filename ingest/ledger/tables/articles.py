"""Articles, and where each was seen.

States: discovered → fetched → indexed; failed (stage, reason, next_try); refused (reason).
"""

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    func,
    literal_column,
)  # fmt: skip
from sqlalchemy.sql import FromClause

from ingest.ledger.tables.base import METADATA
from ingest.ledger.types import Instant, Json

articles = Table(
    "articles",
    METADATA,
    Column("key", String(32), primary_key=True),
    Column("url", Text, nullable=False),
    Column("original_url", Text, nullable=False),
    Column("host", String(255), nullable=False),
    Column("feed_id", String(200), nullable=False),  # of the publisher of the address, where the catalogue has one
    Column("words_from", String(200)),  # the other publisher's feed that title and summary are from; null: its own
    Column("guid", Text),
    Column("policy", String(10), nullable=False),
    Column("title", Text, nullable=False),
    Column("summary", Text, nullable=False, default=""),
    Column("content", Text, nullable=False, default=""),
    Column("authors", Json, nullable=False, default=list),
    Column("tags", Json, nullable=False, default=list),
    Column("language", String(8)),  # as the feed says
    Column("published", Instant),
    Column("published_raw", Text),
    Column("published_source", String(20)),
    Column("first_seen_at", Instant, nullable=False),
    Column("state", String(12), nullable=False),
    Column("stage", String(10)),  # where it failed or was refused
    Column("reason", Text),
    Column("attempts", Integer, nullable=False, default=0),
    Column("next_try", Instant),  # null: not waiting
    Column("fetch_again_at", Instant),  # the feed's words stand in for the page, which is asked for again then
    Column("fetch_attempts", Integer, nullable=False, default=0, server_default="0"),  # made before they did
    Column("lease_owner", String(100)),
    Column("lease_until", Instant),
    # fetch
    Column("fetched_at", Instant),
    Column("http_status", Integer),
    Column("final_url", Text),
    Column("archive_ref", Text),
    Column("payload_hash", String(64)),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("rights", Json, nullable=False, default=dict),
    # index
    Column("indexed_at", Instant),
    Column("content_hash", String(64)),
    Column("revision", Integer, nullable=False, default=0),
    Column("story_id", String(32)),
    Column("event_id", String(32)),
    Column("extraction_status", String(20)),
    Column("detected_language", String(8)),
    Column("topics", Json, nullable=False, default=list),
    Column("silent", Boolean, nullable=False, default=False),  # backfill: indexed without alerts
    Index(None, "state", "next_try"),
    Index(None, "fetch_again_at"),
    Index(None, "state", "first_seen_at", "key"),  # the order of claims
    Index(None, "host"),
    Index(None, "indexed_at"),
    Index(None, "first_seen_at"),
    Index(None, "story_id"),
)


def is_new(table: FromClause) -> ColumnElement[bool]:
    """Comes to be fetched for the first time, or once more. Said so that only the partial indexes below know it.

    SQLite would take an index by state otherwise, and sort all that waits.
    """
    return func.coalesce(table.c.state, literal_column("''")) == literal_column("'discovered'")


# lines of what is new, by who listed it (turns.py): an owner's own, and what others link to
_OWN = and_(is_new(articles), articles.c.words_from.is_(None))
_OF_OTHERS = and_(is_new(articles), articles.c.words_from.is_not(None))
Index(
    "ix_articles_own_lines", articles.c.host, articles.c.feed_id, articles.c.first_seen_at, articles.c.key,
    sqlite_where=_OWN, postgresql_where=_OWN,
)  # fmt: skip
Index(
    "ix_articles_others_lines", articles.c.host, articles.c.words_from, articles.c.feed_id, articles.c.first_seen_at,
    articles.c.key, sqlite_where=_OF_OTHERS, postgresql_where=_OF_OTHERS,
)  # fmt: skip

withdrawn_pages = Table(
    "withdrawn_pages",  # pages that stood and are gone (404, 410)
    METADATA,
    Column("article_key", String(32), primary_key=True),
    Column("first_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False, index=True),
    Column("is_sure", Boolean, nullable=False),  # 410, or a second look has found it too
)

page_versions = Table(
    "page_versions",  # pages in the archive beside an article's newest
    METADATA,
    Column("article_key", String(32), ForeignKey("articles.key", ondelete="CASCADE"), primary_key=True),
    Column("archive_ref", Text, primary_key=True),
    Column("fetched_at", Instant, nullable=False, index=True),
)

sightings = Table(
    "sightings",
    METADATA,
    Column("article_key", String(32), ForeignKey("articles.key", ondelete="CASCADE"), primary_key=True),
    Column("feed_id", String(200), primary_key=True),
    Column("guid", Text),
    Column("url", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("last_seen_at", Instant, nullable=False),
    Column("recovered_from", Text),  # found there after a gap, not in the feed's own document
    Index(None, "feed_id", "guid"),
)

aliases = Table(
    "aliases",  # other URLs known to lead to an article: redirects, rel=canonical, AMP
    METADATA,
    Column("key", String(32), primary_key=True),  # url_key of the other URL
    Column("article_key", String(32), ForeignKey("articles.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("url", Text, nullable=False),
    Column("why", String(20), nullable=False),
    Column("seen_at", Instant, nullable=False),
    UniqueConstraint("key", "article_key"),
)
