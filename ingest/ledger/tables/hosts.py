"""What is known of each host: its robots.txt, its reservations, and when it may be asked again."""

from sqlalchemy import Column, Float, Integer, String, Table, Text

from ingest.ledger.tables.base import METADATA
from ingest.ledger.types import Instant

hosts = Table(
    "hosts",
    METADATA,
    Column("origin", String(300), primary_key=True),  # scheme://host:port
    Column("next_slot_at", Instant),
    Column("pause_until", Instant),  # Retry-After
    Column("crawl_delay", Float),
    Column("robots_status", Integer),
    Column("robots_body", Text),
    Column("robots_fetched_at", Instant),
    Column("robots_expires_at", Instant),
    Column("tdm_status", Integer),
    Column("tdm_body", Text),
    Column("tdm_fetched_at", Instant),
    Column("tdm_expires_at", Instant),
)
