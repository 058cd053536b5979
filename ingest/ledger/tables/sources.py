"""What each feed has cost, and which are in quarantine for it. Whoever lists a link is charged for it."""

from sqlalchemy import BigInteger, Column, Float, Index, Integer, String, Table, Text

from ingest.ledger.tables.base import METADATA
from ingest.ledger.types import Instant

feed_use = Table(
    "feed_use",
    METADATA,
    Column("feed_id", String(200), primary_key=True),
    Column("hour", Instant, primary_key=True),  # the hour's beginning
    Column("links", Integer, nullable=False),  # new ones that it listed, its first document aside
    Column("pages", Integer, nullable=False),  # asked for
    Column("seconds", Float, nullable=False),  # on the wire
    Column("received", BigInteger, nullable=False),  # bytes, decompressed
    Column("missing", Integer, nullable=False),  # answered 404 or 410
    Column("read", Integer, nullable=False),  # pages given to the readers
    Column("reading", Float, nullable=False),  # seconds of processor time for them
    Index(None, "hour"),
)

dead_hosts = Table(
    "dead_hosts",  # hosts that a feed's links lead to and that could not be reached
    METADATA,
    Column("feed_id", String(200), primary_key=True),
    Column("host", String(255), primary_key=True),
    Column("at", Instant, nullable=False),
    Index(None, "at"),
)

quarantines = Table(
    "quarantines",
    METADATA,
    Column("feed_id", String(200), primary_key=True),
    Column("reason", String(40), nullable=False),  # ingest.feeds.quarantine.REASONS
    Column("detail", Text, nullable=False),
    Column("since", Instant, nullable=False),
    Column("until", Instant, nullable=False),  # then it is looked at again
    Column("strikes", Integer, nullable=False),
    Column("ended_at", Instant),  # null: it is in quarantine
)
