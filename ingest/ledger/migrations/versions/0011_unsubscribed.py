"""Readers can take themselves off a rule's list."""

import sqlalchemy as sa
from alembic import op

from ingest.ledger.types import Instant

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unsubscribed",
        sa.Column("reader", sa.String(254), nullable=False),
        sa.Column("rule_id", sa.String(100), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("how", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("reader", "rule_id", name=op.f("pk_unsubscribed")),
    )


def downgrade() -> None:
    op.drop_table("unsubscribed")
