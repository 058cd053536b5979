"""Stories know when each article was first seen, and the text that it joined with."""

import sqlalchemy as sa
from alembic import op

from ingest.ledger.types import Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("story_members") as batch:
        batch.add_column(sa.Column("first_seen_at", Instant(), nullable=True))
        batch.add_column(sa.Column("joined_with", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("story_members") as batch:
        batch.drop_column("joined_with")
        batch.drop_column("first_seen_at")
