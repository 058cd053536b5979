"""Feed state. What a feed *is* stands in ``config/feeds.yaml``; here is what polling it has taught us."""

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, String, Table, Text

from ingest.ledger.tables.base import METADATA
from ingest.ledger.types import Instant, Json

feeds = Table(
    "feeds",
    METADATA,
    Column("id", String(200), primary_key=True),
    Column("url", Text, nullable=False),
    Column("effective_url", Text, nullable=False),  # after permanent redirects have been adopted
    Column("state", String(20), nullable=False, default="active"),  # active | retired | disabled
    Column("next_due", Instant, nullable=False),
    Column("interval_seconds", Integer, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("body_hash", String(64)),
    Column("item_hashes", LargeBinary),  # of the items in the last document, 8 bytes each
    Column("last_polled_at", Instant),
    Column("last_success_at", Instant),
    Column("last_new_at", Instant),
    Column("last_full_get_at", Instant),
    Column("last_outcome", String(40)),
    Column("last_status", Integer),
    Column("last_error", Text),
    Column("errors_in_a_row", Integer, nullable=False, default=0),
    Column("failing_since", Instant),
    Column("moved_to", Text),
    Column("moved_polls", Integer, nullable=False, default=0),
    Column("gaps", Integer, nullable=False, default=0),
    Column("missed_estimate", Float, nullable=False, default=0.0),
    Column("last_gap_at", Instant),
    Column("nudged_at", Instant),  # a hub said that there is something new
    Column("rhythm", Json, nullable=False, default=dict),
    Column("lease_owner", String(100)),
    Column("lease_until", Instant),
    Index(None, "state", "next_due"),
)

feed_gaps = Table(
    "feed_gaps",  # polls whose window had rolled over
    METADATA,
    Column("feed_id", String(200), primary_key=True),
    Column("found_at", Instant, primary_key=True),
    Column("since", Instant),  # the newest entry seen before; null: none with a date
    Column("until", Instant),  # the oldest entry of the window after it
    Column("estimate", Float, nullable=False),
    Column("low", Float, nullable=False),
    Column("high", Float),  # null: cannot be told
    Column("window_seconds", Float),  # that a document spanned before the gap
    Column("recovered", Integer, nullable=False, default=0),
    Column("source", Text),  # the address where it was looked for with success
    Column("note", Text),
    Column("attempts", Integer, nullable=False, default=0),
    Column("next_try", Instant),  # null: it is not looked for (any more)
    Column("lease_until", Instant),
    Index(None, "next_try"),
    Index(None, "found_at"),
)
