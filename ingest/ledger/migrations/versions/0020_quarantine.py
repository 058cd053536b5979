"""What each feed's links cost is counted by the hour, and a feed that costs too much is put in quarantine."""

import sqlalchemy as sa
from alembic import op

import ingest.ledger.types

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    instant = ingest.ledger.types.Instant
    op.create_table(
        "feed_use",
        sa.Column("feed_id", sa.String(200), nullable=False),
        sa.Column("hour", instant(), nullable=False),
        sa.Column("links", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("missing", sa.Integer(), nullable=False),
        sa.Column("read", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("feed_id", "hour", name=op.f("pk_feed_use")),
    )
    op.create_index(op.f("ix_feed_use_hour"), "feed_use", ["hour"])
    op.create_table(
        "dead_hosts",
        sa.Column("feed_id", sa.String(200), nullable=False),
        sa.Column("host", sa.String(255), nullable=False),
        sa.Column("at", instant(), nullable=False),
        sa.PrimaryKeyConstraint("feed_id", "host", name=op.f("pk_dead_hosts")),
    )
    op.create_index(op.f("ix_dead_hosts_at"), "dead_hosts", ["at"])
    op.create_table(
        "quarantines",
        sa.Column("feed_id", sa.String(200), nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("since", instant(), nullable=False),
        sa.Column("until", instant(), nullable=False),
        sa.Column("strikes", sa.Integer(), nullable=False),
        sa.Column("ended_at", instant(), nullable=True),
        sa.PrimaryKeyConstraint("feed_id", name=op.f("pk_quarantines")),
    )


def downgrade() -> None:
    for table in ("quarantines", "dead_hosts", "feed_use"):
        op.drop_table(table)
