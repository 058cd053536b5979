"""Events are found by cells of meaning."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_cells",
        sa.Column("cell", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hour", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("story_id", sa.String(length=32), nullable=False),
        sa.Column("event_id", sa.String(length=32), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("cell", "hour", "story_id", name=op.f("pk_event_cells")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_event_cells_story_id"), "event_cells", ["story_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_event_cells_story_id"), table_name="event_cells")
    op.drop_table("event_cells")
