"""Subscriptions at WebSub hubs. Callback and secret are credentials: they stand here and in no log."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, Text

from ingest.ledger.tables.base import METADATA
from ingest.ledger.types import Instant

websub_subscriptions = Table(
    "websub_subscriptions",
    METADATA,
    Column("callback", String(64), primary_key=True),  # the random end of the callback's address
    Column("feed_id", String(200), nullable=False),
    Column("hub", Text, nullable=False),
    Column("hub_host", String(255), nullable=False),
    Column("topic", Text, nullable=False),
    Column("secret", String(64), nullable=False),
    Column("state", String(12), nullable=False),  # wanted | asked | verified | denied | leaving
    Column("next_try", Instant),  # when the hub is asked next; null: never again
    Column("asked_at", Instant),  # when the hub was last asked
    Column("failures", Integer, nullable=False, default=0),  # in a row
    Column("last_error", Text),
    Column("verified_at", Instant),
    Column("ends_at", Instant),  # of the lease
    Column("delivered_at", Instant),  # the last signed delivery
    Column("deliveries", Integer, nullable=False, default=0),
    Column("ignored", Integer, nullable=False, default=0),  # unsigned, badly signed
    Column("keeps_word", Boolean, nullable=False, default=False),  # the latest new items came after a delivery
    Index(None, "feed_id"),
    Index(None, "next_try"),
    Index(None, "hub_host", "asked_at"),
)
