"""The desk: accounts, sessions, tokens, what people say of happenings, and the audit of changes."""

import sqlalchemy as sa
from alembic import op

from ingest.ledger.types import Instant, Json

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "desk_audit",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("user_name", sa.String(length=100), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_audit")),
    )
    op.create_index(op.f("ix_desk_audit_at"), "desk_audit", ["at"], unique=False)
    op.create_table(
        "desk_cases",
        sa.Column("story_id", sa.String(length=32), nullable=False),
        sa.Column("acknowledged_by", sa.String(length=100), nullable=True),
        sa.Column("acknowledged_at", Instant(), nullable=True),
        sa.Column("assigned_to", sa.String(length=100), nullable=True),
        sa.Column("assigned_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("story_id", name=op.f("pk_desk_cases")),
    )
    op.create_table(
        "desk_notes",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("story_id", sa.String(length=32), nullable=False),
        sa.Column("author", sa.String(length=100), nullable=False),
        sa.Column("written_at", Instant(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_notes")),
    )
    op.create_index(op.f("ix_desk_notes_story_id"), "desk_notes", ["story_id"], unique=False)
    op.create_table(
        "desk_reading",
        sa.Column("user_name", sa.String(length=100), nullable=False),
        sa.Column("story_id", sa.String(length=32), nullable=False),
        sa.Column("seen_at", Instant(), nullable=True),
        sa.Column("muted_at", Instant(), nullable=True),
        sa.Column("kept_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("user_name", "story_id", name=op.f("pk_desk_reading")),
    )
    op.create_index(op.f("ix_desk_reading_story_id"), "desk_reading", ["story_id"], unique=False)
    op.create_table(
        "desk_sessions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("user_name", sa.String(length=100), nullable=False),
        sa.Column("csrf", sa.String(length=64), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_sessions")),
    )
    op.create_index(op.f("ix_desk_sessions_user_name"), "desk_sessions", ["user_name"], unique=False)
    op.create_table(
        "desk_tokens",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("label", sa.String(length=100), nullable=False),
        sa.Column("user_name", sa.String(length=100), nullable=False),
        sa.Column("scopes", Json, nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=True),
        sa.Column("last_used_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_tokens")),
    )
    op.create_index(op.f("ix_desk_tokens_user_name"), "desk_tokens", ["user_name"], unique=False)
    op.create_table(
        "desk_users",
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=True),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("disabled_at", Instant(), nullable=True),
        sa.Column("all_seen_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_desk_users")),
    )


def downgrade() -> None:
    op.drop_table("desk_users")
    op.drop_index(op.f("ix_desk_tokens_user_name"), table_name="desk_tokens")
    op.drop_table("desk_tokens")
    op.drop_index(op.f("ix_desk_sessions_user_name"), table_name="desk_sessions")
    op.drop_table("desk_sessions")
    op.drop_index(op.f("ix_desk_reading_story_id"), table_name="desk_reading")
    op.drop_table("desk_reading")
    op.drop_index(op.f("ix_desk_notes_story_id"), table_name="desk_notes")
    op.drop_table("desk_notes")
    op.drop_table("desk_cases")
    op.drop_index(op.f("ix_desk_audit_at"), table_name="desk_audit")
    op.drop_table("desk_audit")
