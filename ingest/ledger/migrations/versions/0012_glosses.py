"""Glosses of headlines are kept."""

import sqlalchemy as sa
from alembic import op

from ingest.ledger.types import Instant

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "glosses",
        sa.Column("key", sa.String(32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_glosses")),
    )
    op.create_index(op.f("ix_glosses_made_at"), "glosses", ["made_at"])


def downgrade() -> None:
    op.drop_table("glosses")
