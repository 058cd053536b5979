"""Articles whose feed's words stand in for their page until that is asked for again."""

import sqlalchemy as sa
from alembic import op

from ingest.ledger.types import Instant

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("articles") as batch:
        batch.add_column(sa.Column("fetch_again_at", Instant(), nullable=True))
        batch.add_column(sa.Column("fetch_attempts", sa.Integer(), nullable=False, server_default="0"))
        batch.create_index(op.f("ix_articles_fetch_again_at"), ["fetch_again_at"])


def downgrade() -> None:
    with op.batch_alter_table("articles") as batch:
        batch.drop_index(op.f("ix_articles_fetch_again_at"))
        batch.drop_column("fetch_attempts")
        batch.drop_column("fetch_again_at")
