"""Rules can be put to sleep and say what they were; readers have quiet hours."""

import sqlalchemy as sa
from alembic import op

from ingest.ledger.types import Instant, Json

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("rules", sa.Column("query", sa.Text(), nullable=True))
    op.add_column("rules", sa.Column("snoozed_until", Instant(), nullable=True))
    op.add_column("rules", sa.Column("catch_up", sa.Boolean(), nullable=True))
    op.create_table(
        "held",
        sa.Column("reader", sa.String(254), nullable=False),
        sa.Column("event_id", sa.String(32), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("rule_ids", Json, nullable=False),
        sa.Column("evidence", Json, nullable=False),
        sa.Column("until", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("reader", "event_id", name="pk_held"),
    )
    op.create_index("ix_held_until", "held", ["until"])
