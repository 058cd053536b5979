"""How an outlet's pages have been reading, day by day: what drift is told from (operations/drift.py)."""

from sqlalchemy import Column, Date, Integer, String, Table

from ingest.ledger.tables.base import METADATA

outlet_days = Table(
    "outlet_days",
    METADATA,
    Column("outlet", String(255), primary_key=True),
    Column("day", Date, primary_key=True),  # UTC, when the pages were read
    Column("language", String(8), primary_key=True),  # as detected; each language of an outlet has a row of its own
    Column("pages", Integer, nullable=False),
    Column("words", Integer, nullable=False),
    Column("empty", Integer, nullable=False),  # pages that gave no text
    Column("walls", Integer, nullable=False),  # consent walls and bot checks among them
    Column("undated", Integer, nullable=False),  # pages that state no date
    Column("rule_missed", Integer, nullable=False),  # pages that the outlet's own rule no longer fits
)
