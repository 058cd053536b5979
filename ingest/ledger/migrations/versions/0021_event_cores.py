"""What a story means is kept once, and not in each of the places by which its event is found."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_cores",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.String(length=32), nullable=False),
        sa.Column("event_id", sa.String(length=32), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_cores")),
        sa.UniqueConstraint("story_id", name=op.f("uq_event_cores_story_id")),
    )
    op.create_index(op.f("ix_event_cores_hour"), "event_cores", ["hour"])
    op.create_table(
        "event_places",
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hour", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("core_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("place", "hour", "core_id", name=op.f("pk_event_places")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO event_cores (story_id, event_id, hour, vector) SELECT story_id, event_id, hour, vector FROM"
        " (SELECT story_id, event_id, hour, vector, ROW_NUMBER() OVER"
        " (PARTITION BY story_id ORDER BY hour, cell) AS nth FROM event_cells) AS numbered WHERE nth = 1"
    )
    op.execute(
        "INSERT INTO event_places (place, hour, core_id) SELECT DISTINCT event_cells.cell, event_cores.hour,"
        " event_cores.id FROM event_cells JOIN event_cores ON event_cores.story_id = event_cells.story_id"
    )
    op.drop_index(op.f("ix_event_cells_story_id"), table_name="event_cells")
    op.drop_table("event_cells")


def downgrade() -> None:
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
    op.execute(
        "INSERT INTO event_cells (cell, hour, story_id, event_id, vector) SELECT event_places.place, event_places.hour,"
        " event_cores.story_id, event_cores.event_id, event_cores.vector FROM event_places JOIN event_cores"
        " ON event_cores.id = event_places.core_id"
    )
    op.drop_table("event_places")
    op.drop_index(op.f("ix_event_cores_hour"), table_name="event_cores")
    op.drop_table("event_cores")
