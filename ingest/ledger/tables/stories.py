"""Stories: articles that carry the same text. Signatures of the last days, and what they are looked up by."""

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table

from ingest.ledger.tables.base import METADATA
from ingest.ledger.types import Instant, Json

stories = Table(
    "stories",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("first_article_key", String(32), nullable=False),  # by publication
    Column("created_at", Instant, nullable=False),
    Column("last_joined_at", Instant, nullable=False),
    Column("size", Integer, nullable=False),
    Column("outlets", Json, nullable=False, default=list),  # in order of publication
    Column("event_id", String(32), nullable=False),
    Column("event_norm", Float, nullable=False, default=0.0),  # length of its anchors' weights when it was opened
    Index(None, "event_id", "last_joined_at"),
    Index(None, "last_joined_at", "event_id", "size"),  # all that the inbox ranks a month's happenings by
)

members = Table(
    "story_members",
    METADATA,
    Column("article_key", String(32), primary_key=True),
    Column("story_id", String(32), ForeignKey("stories.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("outlet", String(200), nullable=False),
    Column("published", Instant, nullable=False),
    Column("joined_at", Instant, nullable=False, index=True),
    Column("signature", LargeBinary),  # null once the window has passed
    Column("first_seen_at", Instant),  # by our clock; null: as joined_at
    Column("joined_with", LargeBinary),  # the signature that it joined with: what readers were told; null as above
)

# No index but the keys: these are the longest tables of the ledger, and only pruning reads them in another order.
prints = Table(
    "story_prints",  # fingerprint → an article of each story that has it: copies have the same ones
    METADATA,
    Column("print", BigInteger, primary_key=True, autoincrement=False),
    Column("article_key", String(32), primary_key=True),
    Column("seen_hour", Integer, nullable=False),  # hours since 1970
    sqlite_with_rowid=False,
)

anchors = Table(
    "story_anchors",  # what events are told by → events that have it; '' where so many have it that it tells nothing
    METADATA,
    Column("anchor", BigInteger, primary_key=True, autoincrement=False),
    Column("event_id", String(32), primary_key=True),
    Column("seen_hour", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# Rows of three numbers: a thousand of them are read at a placement.
event_places = Table(
    "event_places",  # places of meaning and of names (ingest.enrich.events.cells) → the stories that stand there
    METADATA,
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("hour", Integer, primary_key=True, autoincrement=False),  # of publication, since 1970
    Column("core_id", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

event_cores = Table(
    "event_cores",  # stories that others are compared with, once each, with what they mean
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("story_id", String(32), nullable=False, unique=True),
    Column("event_id", String(32), nullable=False),
    Column("hour", Integer, nullable=False, index=True),
    Column("vector", LargeBinary, nullable=False),
)

event_merges = Table(
    "event_merges",  # events that turned out to be another's: what was told under the old id counts for the other
    METADATA,
    Column("id", String(32), primary_key=True),  # the event that is no more
    Column("event_id", String(32), nullable=False, index=True),  # where its stories are now, however often merged
    Column("merged_at", Instant, nullable=False, index=True),
)

outdated_documents = Table(
    "outdated_documents",  # documents that still name an event that was merged, and are to be brought up to date
    METADATA,
    Column("article_key", String(32), primary_key=True),
)
