"""Rules' watermarks, matches (one a rule and event), who was told of what, and the outbox."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, Text, UniqueConstraint

from ingest.ledger.tables.base import METADATA
from ingest.ledger.types import Instant, Json

rules = Table(
    "rules",
    METADATA,
    Column("id", String(100), primary_key=True),
    Column("query_hash", String(64), nullable=False),
    Column("every", String(100), nullable=False),  # as written; next_due is counted anew when it changes
    Column("watermark", Instant, nullable=False),  # everything indexed before has been looked at
    Column("next_due", Instant),  # digests; null: immediately
    Column("first_seen_at", Instant, nullable=False),
    Column("paused_at", Instant),  # since when it is disabled or gone from the file; null: in use
    Column("query", Text),  # as it was last in use, for `alerts diff`
    Column("snoozed_until", Instant),  # by `alerts pause`: says nothing until then
    Column("catch_up", Boolean),  # what it matches meanwhile is told then, in one mail; else never
    Column("last_run_at", Instant),
    Column("last_match_at", Instant),
    Column("last_error", Text),
    Column("failing_since", Instant),
)

matches = Table(
    "matches",
    METADATA,
    Column("rule_id", String(100), primary_key=True),
    Column("event_id", String(32), primary_key=True),
    Column("article_key", String(32), nullable=False, index=True),
    Column("matched_at", Instant, nullable=False),
    Column("evidence", Json, nullable=False, default=dict),  # ingest.alert.summary.ArticleSummary: what the mail shows
    # The mail that told the rule's first recipient, or an earlier mail about the event; null: waits for its digest
    Column("mail_id", String(64), index=True),
    Column("note", String(40)),  # 'silent': backfill, nobody is told; 'told': another mail had told it
    Index(None, "event_id"),
)

told = Table(
    "told",  # one mail about an event for each reader
    METADATA,
    Column("recipient", String(254), primary_key=True),  # ingest.alert.recipients.reader_of the address
    Column("event_id", String(32), primary_key=True),
    Column("mail_id", String(64), nullable=False, index=True),
    Column("told_at", Instant, nullable=False),
    Column("facts", Json),  # ingest.alert.changes.Known: what he knows of it; null: told before this was kept
    Column("look_at", Instant),  # news that came too soon after a mail is looked at then
    Index(None, "event_id"),
    Index(None, "told_at"),
    Index(None, "look_at"),
)

event_updates = Table(
    "event_updates",  # each change of an event is told once to each reader
    METADATA,
    Column("recipient", String(254), primary_key=True),
    Column("event_id", String(32), primary_key=True),
    Column("change", String(100), primary_key=True),  # ingest.alert.changes.Change.key
    Column("mail_id", String(64), nullable=False, index=True),
    Column("told_at", Instant, nullable=False),
    Index(None, "event_id"),
)

held = Table(
    "held",  # what is found in somebody's quiet hours, for one mail at their end
    METADATA,
    Column("reader", String(254), primary_key=True),
    Column("event_id", String(32), primary_key=True),
    Column("recipient", Text, nullable=False),
    Column("rule_ids", Json, nullable=False),
    Column("evidence", Json, nullable=False),  # ingest.alert.match.Match
    Column("until", Instant, nullable=False),
    Index(None, "until"),
)

unsubscribed = Table(
    "unsubscribed",  # readers who took themselves off a rule's list
    METADATA,
    Column("reader", String(254), primary_key=True),
    Column("rule_id", String(100), primary_key=True),
    Column("at", Instant, nullable=False),
    Column("how", String(20), nullable=False),  # mail | command
)

glosses = Table(
    "glosses",  # machine translations of headlines
    METADATA,
    Column("key", String(32), primary_key=True),  # ingest.ledger.glosses.key_of
    Column("text", Text, nullable=False),
    Column("made_at", Instant, nullable=False),
    Index(None, "made_at"),
)

rechecks = Table(
    "rechecks",  # articles that were told are looked at again, less and less often
    METADATA,
    Column("article_key", String(32), primary_key=True),
    Column("told_at", Instant, nullable=False),
    Column("step", Integer, nullable=False, default=0),
    Column("next_at", Instant, nullable=False),
    Index(None, "next_at"),
)

troubles = Table(
    "troubles",  # what the operations mail has told of, so that it is told once; gone when the trouble is
    METADATA,
    Column("key", String(300), primary_key=True),
    Column("told_at", Instant, nullable=False),
)

outbox = Table(
    "outbox",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("message_id", String(300), nullable=False),
    Column("kind", String(20), nullable=False),  # alert | digest | operations | test
    # what is up or down together: mail, the name of a service, a webhook's origin
    Column("channel", String(300), nullable=False, server_default="mail"),
    Column("rule_id", String(100)),  # the first of the rules that it speaks for
    Column("recipient", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("message", Text, nullable=False),  # the whole message as sent, ASCII: RFC 5322, or JSON
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
