"""Rules' watermarks, matches (one a rule and story), and the mail outbox."""

from sqlalchemy import Column, Index, Integer, String, Table, Text, UniqueConstraint

from ingest.ledger.tables.base import METADATA
from ingest.ledger.types import Instant, Json

rules = Table(
    "rules",
    METADATA,
    Column("id", String(100), primary_key=True),
    Column("query_hash", String(64), nullable=False),
    Column("watermark", Instant, nullable=False),  # everything indexed before has been looked at
    Column("next_due", Instant),  # digests; null: immediately
    Column("last_run_at", Instant),
    Column("last_error", Text),
    Column("lease_owner", String(100)),
    Column("lease_until", Instant),
)

matches = Table(
    "matches",
    METADATA,
    Column("rule_id", String(100), primary_key=True),
    Column("story_id", String(32), primary_key=True),
    Column("article_key", String(32), nullable=False, index=True),
    Column("matched_at", Instant, nullable=False),
    Column("evidence", Json, nullable=False, default=dict),
    Column("mail_id", String(64), index=True),  # null: waits for its digest
    Column("note", String(40)),  # such as 'silent' for a backfill
)

outbox = Table(
    "outbox",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("message_id", String(200), nullable=False),
    Column("kind", String(20), nullable=False),  # alert | digest | operations | test
    Column("rule_id", String(100)),
    Column("recipient", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("message", Text, nullable=False),  # the whole message as sent, RFC 5322
    Column("state", String(10), nullable=False),  # queued | sent | failed
    Column("created_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("next_try", Instant),
    Column("sent_at", Instant),
    Column("last_error", Text),
    Column("lease_owner", String(100)),
    Column("lease_until", Instant),
    UniqueConstraint("message_id", "recipient"),
    Index(None, "state", "next_try"),
)
