"""Subscriptions at WebSub hubs, and when a hub last nudged a feed."""

import sqlalchemy as sa
from alembic import op

from ingest.ledger.types import Instant

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "websub_subscriptions",
        sa.Column("callback", sa.String(64), nullable=False),
        sa.Column("feed_id", sa.String(200), nullable=False),
        sa.Column("hub", sa.Text(), nullable=False),
        sa.Column("hub_host", sa.String(255), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("secret", sa.String(64), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("next_try", Instant()),
        sa.Column("asked_at", Instant()),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.Text()),
        sa.Column("verified_at", Instant()),
        sa.Column("ends_at", Instant()),
        sa.Column("delivered_at", Instant()),
        sa.Column("deliveries", sa.Integer(), nullable=False),
        sa.Column("ignored", sa.Integer(), nullable=False),
        sa.Column("keeps_word", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("callback", name=op.f("pk_websub_subscriptions")),
    )
    op.create_index(op.f("ix_websub_subscriptions_feed_id"), "websub_subscriptions", ["feed_id"])
    op.create_index(op.f("ix_websub_subscriptions_next_try"), "websub_subscriptions", ["next_try"])
    op.create_index(op.f("ix_websub_subscriptions_hub_host_asked_at"), "websub_subscriptions", ["hub_host", "asked_at"])
    op.add_column("feeds", sa.Column("nudged_at", Instant()))


def downgrade() -> None:
    op.drop_column("feeds", "nudged_at")
    op.drop_table("websub_subscriptions")
