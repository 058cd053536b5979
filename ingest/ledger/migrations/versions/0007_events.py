"""The event is what a reader is told of once: matches and tellings of one event become one; updates and rechecks."""

import sqlalchemy as sa
from alembic import op

from ingest.ledger.types import Instant, Json

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None
REMOVES_ROWS = ("matches", "told")  # of several stories of one event the earliest stays: see _stories_to_events


def upgrade() -> None:
    _stories_to_events("matches", "rule_id", "matched_at")
    _stories_to_events("told", "recipient", "told_at")
    for table in ("matches", "told"):
        op.drop_index(f"ix_{table}_story_id", table)
        with op.batch_alter_table(table) as batch:
            batch.alter_column(
                "story_id", new_column_name="event_id", existing_type=sa.String(32), existing_nullable=False
            )
        op.create_index(f"ix_{table}_event_id", table, ["event_id"])
    op.add_column("told", sa.Column("facts", Json, nullable=True))
    op.add_column("told", sa.Column("look_at", Instant(), nullable=True))
    op.create_index("ix_told_told_at", "told", ["told_at"])
    op.create_index("ix_told_look_at", "told", ["look_at"])
    op.create_table(
        "event_updates",
        sa.Column("recipient", sa.String(254), nullable=False),
        sa.Column("event_id", sa.String(32), nullable=False),
        sa.Column("change", sa.String(100), nullable=False),
        sa.Column("mail_id", sa.String(64), nullable=False),
        sa.Column("told_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("recipient", "event_id", "change", name="pk_event_updates"),
    )
    op.create_index("ix_event_updates_mail_id", "event_updates", ["mail_id"])
    op.create_index("ix_event_updates_event_id", "event_updates", ["event_id"])
    op.create_table(
        "rechecks",
        sa.Column("article_key", sa.String(32), nullable=False),
        sa.Column("told_at", Instant(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("next_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("article_key", name="pk_rechecks"),
    )
    op.create_index("ix_rechecks_next_at", "rechecks", ["next_at"])


def _stories_to_events(table: str, owner: str, at: str) -> None:
    """Rows of stories become rows of their events; of several in one event the earliest stays."""
    c = op.get_bind()
    t = sa.table(table, sa.column(owner), sa.column("story_id"), sa.column(at))
    s = sa.table("stories", sa.column("id"), sa.column("event_id"))
    query = sa.select(t.c[owner], t.c.story_id, s.c.event_id).join(s, s.c.id == t.c.story_id)
    kept: dict[tuple[str, str], str] = {}
    rows = c.execute(query.order_by(t.c[at], t.c.story_id)).all()
    gone = [row for row in rows if kept.setdefault((row[0], row[2]), row[1]) != row[1]]
    for who, story, _ in gone:
        c.execute(sa.delete(t).where(t.c[owner] == who, t.c.story_id == story))
    for (who, event), story in kept.items():
        if event != story:
            c.execute(sa.update(t).where(t.c[owner] == who, t.c.story_id == story).values(story_id=event))
