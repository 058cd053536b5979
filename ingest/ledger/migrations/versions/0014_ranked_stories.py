"""What the inbox ranks a month's happenings by stands in one index."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index(op.f("ix_stories_last_joined_at"), table_name="stories")
    op.create_index(op.f("ix_stories_last_joined_at_event_id_size"), "stories", ["last_joined_at", "event_id", "size"])


def downgrade() -> None:
    op.drop_index(op.f("ix_stories_last_joined_at_event_id_size"), table_name="stories")
    op.create_index(op.f("ix_stories_last_joined_at"), "stories", ["last_joined_at"])
