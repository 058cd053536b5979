"""Events that turn out to be one happening are merged."""

import sqlalchemy as sa
from alembic import op

from ingest.ledger.types import Instant

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_merges",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("event_id", sa.String(32), nullable=False),
        sa.Column("merged_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_merges")),
    )
    op.create_index(op.f("ix_event_merges_event_id"), "event_merges", ["event_id"])
    op.create_index(op.f("ix_event_merges_merged_at"), "event_merges", ["merged_at"])
    op.create_table(
        "outdated_documents",
        sa.Column("article_key", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("article_key", name=op.f("pk_outdated_documents")),
    )


def downgrade() -> None:
    op.drop_table("outdated_documents")
    op.drop_table("event_merges")
