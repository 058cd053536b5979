"""A page that disappears after it was told is a retraction."""

import sqlalchemy as sa
from alembic import op

from ingest.ledger.types import Instant

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "withdrawn_pages",
        sa.Column("article_key", sa.String(32), nullable=False),
        sa.Column("first_at", Instant(), nullable=False),
        sa.Column("last_at", Instant(), nullable=False),
        sa.Column("is_sure", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("article_key", name=op.f("pk_withdrawn_pages")),
    )
    op.create_index(op.f("ix_withdrawn_pages_last_at"), "withdrawn_pages", ["last_at"])


def downgrade() -> None:
    op.drop_table("withdrawn_pages")
