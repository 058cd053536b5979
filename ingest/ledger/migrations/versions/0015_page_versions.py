"""Pages beside an article's newest are remembered, so that an opt-out erases them too."""

import sqlalchemy as sa
from alembic import op

from ingest.ledger.types import Instant

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "page_versions",
        sa.Column("article_key", sa.String(32), nullable=False),
        sa.Column("archive_ref", sa.Text(), nullable=False),
        sa.Column("fetched_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_key"], ["articles.key"], name=op.f("fk_page_versions_article_key_articles"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_key", "archive_ref", name=op.f("pk_page_versions")),
    )
    op.create_index(op.f("ix_page_versions_fetched_at"), "page_versions", ["fetched_at"])


def downgrade() -> None:
    op.drop_table("page_versions")
