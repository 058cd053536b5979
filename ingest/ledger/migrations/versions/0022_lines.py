"""Hosts and feeds take turns in the order of an index: a claim walks from line to line, not through all that waits."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

OWN = sa.text("coalesce(state, '') = 'discovered' AND words_from IS NULL")
OF_OTHERS = sa.text("coalesce(state, '') = 'discovered' AND words_from IS NOT NULL")
LINES = {
    "ix_articles_own_lines": (["host", "feed_id", "first_seen_at", "key"], OWN),
    "ix_articles_others_lines": (["host", "words_from", "feed_id", "first_seen_at", "key"], OF_OTHERS),
}


def upgrade() -> None:
    for name, (columns, where) in LINES.items():
        op.create_index(name, "articles", columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    for name in LINES:
        op.drop_index(name, "articles")
