"""Stories: articles that carry the same text. Signatures of the last days, banded for look-up."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from ingest.ledger.tables.base import METADATA
from ingest.ledger.types import Instant, Json

stories = Table(
    "stories",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("first_article_key", String(32), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("last_joined_at", Instant, nullable=False),
    Column("size", Integer, nullable=False),
    Column("outlets", Json, nullable=False, default=list),
    Column("event_id", String(32)),
    Index(None, "event_id"),
    Index(None, "last_joined_at"),
)

members = Table(
    "story_members",
    METADATA,
    Column("article_key", String(32), primary_key=True),
    Column("story_id", String(32), ForeignKey("stories.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("outlet", String(200), nullable=False),
    Column("published", Instant, nullable=False),
    Column("joined_at", Instant, nullable=False),
    Column("is_first", Boolean, nullable=False),
    Column("signature", LargeBinary),
    Column("features", Json, nullable=False, default=dict),
)

bands = Table(
    "story_bands",
    METADATA,
    Column("band", String(24), primary_key=True),
    Column("article_key", String(32), primary_key=True),
    Column("seen_at", Instant, nullable=False, index=True),
)
