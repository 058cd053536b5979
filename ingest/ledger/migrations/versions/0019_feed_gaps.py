"""Gaps between polls, each with its interval and what was recovered; sightings say where a missed article was found."""

import sqlalchemy as sa
from alembic import op

from ingest.ledger.types import Instant

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "feed_gaps",
        sa.Column("feed_id", sa.String(200), nullable=False),
        sa.Column("found_at", Instant(), nullable=False),
        sa.Column("since", Instant(), nullable=True),
        sa.Column("until", Instant(), nullable=True),
        sa.Column("estimate", sa.Float(), nullable=False),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=True),
        sa.Column("window_seconds", sa.Float(), nullable=True),
        sa.Column("recovered", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try", Instant(), nullable=True),
        sa.Column("lease_until", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("feed_id", "found_at", name=op.f("pk_feed_gaps")),
    )
    op.create_index(op.f("ix_feed_gaps_next_try"), "feed_gaps", ["next_try"])
    op.create_index(op.f("ix_feed_gaps_found_at"), "feed_gaps", ["found_at"])
    with op.batch_alter_table("sightings") as batch:
        batch.add_column(sa.Column("recovered_from", sa.Text(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("sightings") as batch:
        batch.drop_column("recovered_from")
    op.drop_table("feed_gaps")
