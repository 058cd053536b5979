"""What waits for a stage is claimed in the order of an index: a backlog of any length costs a claim the same."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_articles_state_first_seen_at_key"), "articles", ["state", "first_seen_at", "key"])


def downgrade() -> None:
    op.drop_index(op.f("ix_articles_state_first_seen_at_key"), "articles")
