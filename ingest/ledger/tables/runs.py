"""Runs of stages, for ``status`` and for the proof that silence is not an outage."""

from sqlalchemy import Column, Float, Index, Integer, String, Table, Text

from ingest.ledger.tables.base import METADATA
from ingest.ledger.types import Instant, Json

runs = Table(
    "runs",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("stage", String(10), nullable=False),
    Column("worker", String(100), nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("claimed", Integer, nullable=False, default=0),
    Column("new", Integer, nullable=False, default=0),
    Column("counts", Json, nullable=False, default=dict),
    Column("lag_p50", Float),
    Column("lag_p95", Float),
    Column("error", Text),
    Index(None, "stage", "started_at"),
)

meta = Table(
    "meta",
    METADATA,
    Column("key", String(100), primary_key=True),
    Column("value", Json, nullable=False),
)
