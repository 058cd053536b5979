"""Who uses the desk (``veille serve``), and what people say about happenings.

What is said of a happening is kept by the id of one of its stories: stories stay, while events merge.
"""

from sqlalchemy import Column, Index, Integer, String, Table, Text

from ingest.ledger.tables.base import METADATA
from ingest.ledger.types import Instant, Json

users = Table(
    "desk_users",
    METADATA,
    Column("name", String(100), primary_key=True),
    Column("password_hash", Text),  # null: comes in by the proxy's header or the start link only
    Column("role", String(10), nullable=False),  # reader | editor | admin
    Column("created_at", Instant, nullable=False),
    Column("disabled_at", Instant),
    Column("all_seen_at", Instant),  # everything that came in before is seen
)

sessions = Table(
    "desk_sessions",
    METADATA,
    Column("id", String(64), primary_key=True),  # sha256 of the cookie: a copy of the ledger opens no session
    Column("user_name", String(100), nullable=False, index=True),
    Column("csrf", String(64), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
)

tokens = Table(
    "desk_tokens",
    METADATA,
    Column("id", String(64), primary_key=True),  # sha256 of the token
    Column("label", String(100), nullable=False),
    Column("user_name", String(100), nullable=False, index=True),
    Column("scopes", Json, nullable=False, default=list),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("last_used_at", Instant),
)

reading = Table(
    "desk_reading",  # of one reader
    METADATA,
    Column("user_name", String(100), primary_key=True),
    Column("story_id", String(32), primary_key=True),
    Column("seen_at", Instant),
    Column("muted_at", Instant),
    Column("kept_at", Instant),
    Index(None, "story_id"),
)

cases = Table(
    "desk_cases",  # of all readers together
    METADATA,
    Column("story_id", String(32), primary_key=True),
    Column("acknowledged_by", String(100)),
    Column("acknowledged_at", Instant),
    Column("assigned_to", String(100)),
    Column("assigned_at", Instant),
)

notes = Table(
    "desk_notes",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("story_id", String(32), nullable=False, index=True),
    Column("author", String(100), nullable=False),
    Column("written_at", Instant, nullable=False),
    Column("text", Text, nullable=False),
)

audit = Table(
    "desk_audit",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False, index=True),
    Column("user_name", String(100), nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False, default=""),
)
