"""What is known of each host: when it may be asked again, and the files in which it states its wishes."""

from sqlalchemy import Column, Integer, String, Table, Text

from ingest.ledger.tables.base import METADATA
from ingest.ledger.types import Instant

hosts = Table(
    "hosts",
    METADATA,
    Column("host", String(255), primary_key=True),
    Column("next_slot_at", Instant),  # all workers together keep the host's spacing
    Column("pause_until", Instant),  # Retry-After
)

site_files = Table(
    "site_files",  # robots.txt and tdmrep.json, as read
    METADATA,
    Column("origin", String(300), primary_key=True),  # scheme://host:port
    Column("name", String(10), primary_key=True),  # robots | tdm
    Column("status", Integer),  # HTTP status of the last good reading; null: never read
    Column("body", Text),
    Column("final_url", Text),
    Column("fetched_at", Instant),  # when status and body were read
    Column("expires_at", Instant, nullable=False),  # when to look again
    Column("failing_since", Instant),  # unreachable since; status and body are then the copy from before
    Column("error", Text),
)
