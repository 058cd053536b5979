"""What each outlet's pages gave, day by day: drift is told from it."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outlet_days",
        sa.Column("outlet", sa.String(length=255), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("empty", sa.Integer(), nullable=False),
        sa.Column("walls", sa.Integer(), nullable=False),
        sa.Column("undated", sa.Integer(), nullable=False),
        sa.Column("rule_missed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("outlet", "day", "language", name=op.f("pk_outlet_days")),
    )


def downgrade() -> None:
    op.drop_table("outlet_days")
