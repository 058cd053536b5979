"""The first schema."""

import sqlalchemy as sa
from alembic import op

from ingest.ledger.types import Instant, Json

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "articles",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("original_url", sa.Text(), nullable=False),
        sa.Column("host", sa.String(length=255), nullable=False),
        sa.Column("feed_id", sa.String(length=200), nullable=False),
        sa.Column("guid", sa.Text(), nullable=True),
        sa.Column("policy", sa.String(length=10), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("authors", Json, nullable=False),
        sa.Column("tags", Json, nullable=False),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("published", Instant(), nullable=True),
        sa.Column("published_raw", sa.Text(), nullable=True),
        sa.Column("published_source", sa.String(length=20), nullable=True),
        sa.Column("first_seen_at", Instant(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("stage", sa.String(length=10), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try", Instant(), nullable=True),
        sa.Column("lease_owner", sa.String(length=100), nullable=True),
        sa.Column("lease_until", Instant(), nullable=True),
        sa.Column("fetched_at", Instant(), nullable=True),
        sa.Column("http_status", sa.Integer(), nullable=True),
        sa.Column("final_url", sa.Text(), nullable=True),
        sa.Column("archive_ref", sa.Text(), nullable=True),
        sa.Column("payload_hash", sa.String(length=64), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("rights", Json, nullable=False),
        sa.Column("indexed_at", Instant(), nullable=True),
        sa.Column("content_hash", sa.String(length=64), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.String(length=32), nullable=True),
        sa.Column("event_id", sa.String(length=32), nullable=True),
        sa.Column("extraction_status", sa.String(length=20), nullable=True),
        sa.Column("detected_language", sa.String(length=8), nullable=True),
        sa.Column("topics", Json, nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_articles")),
    )
    op.create_index(op.f("ix_articles_first_seen_at"), "articles", ["first_seen_at"], unique=False)
    op.create_index(op.f("ix_articles_host"), "articles", ["host"], unique=False)
    op.create_index(op.f("ix_articles_indexed_at"), "articles", ["indexed_at"], unique=False)
    op.create_index(op.f("ix_articles_state_next_try"), "articles", ["state", "next_try"], unique=False)
    op.create_index(op.f("ix_articles_story_id"), "articles", ["story_id"], unique=False)
    op.create_table(
        "feeds",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("effective_url", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("next_due", Instant(), nullable=False),
        sa.Column("interval_seconds", sa.Integer(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("body_hash", sa.String(length=64), nullable=True),
        sa.Column("item_hashes", sa.LargeBinary(), nullable=True),
        sa.Column("last_polled_at", Instant(), nullable=True),
        sa.Column("last_success_at", Instant(), nullable=True),
        sa.Column("last_new_at", Instant(), nullable=True),
        sa.Column("last_full_get_at", Instant(), nullable=True),
        sa.Column("last_outcome", sa.String(length=40), nullable=True),
        sa.Column("last_status", sa.Integer(), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("errors_in_a_row", sa.Integer(), nullable=False),
        sa.Column("failing_since", Instant(), nullable=True),
        sa.Column("moved_to", sa.Text(), nullable=True),
        sa.Column("moved_polls", sa.Integer(), nullable=False),
        sa.Column("gaps", sa.Integer(), nullable=False),
        sa.Column("missed_estimate", sa.Float(), nullable=False),
        sa.Column("last_gap_at", Instant(), nullable=True),
        sa.Column("rhythm", Json, nullable=False),
        sa.Column("lease_owner", sa.String(length=100), nullable=True),
        sa.Column("lease_until", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feeds")),
    )
    op.create_index(op.f("ix_feeds_state_next_due"), "feeds", ["state", "next_due"], unique=False)
    op.create_table(
        "hosts",
        sa.Column("host", sa.String(length=255), nullable=False),
        sa.Column("next_slot_at", Instant(), nullable=True),
        sa.Column("pause_until", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("host", name=op.f("pk_hosts")),
    )
    op.create_table(
        "matches",
        sa.Column("rule_id", sa.String(length=100), nullable=False),
        sa.Column("story_id", sa.String(length=32), nullable=False),
        sa.Column("article_key", sa.String(length=32), nullable=False),
        sa.Column("matched_at", Instant(), nullable=False),
        sa.Column("evidence", Json, nullable=False),
        sa.Column("mail_id", sa.String(length=64), nullable=True),
        sa.Column("note", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("rule_id", "story_id", name=op.f("pk_matches")),
    )
    op.create_index(op.f("ix_matches_article_key"), "matches", ["article_key"], unique=False)
    op.create_index(op.f("ix_matches_mail_id"), "matches", ["mail_id"], unique=False)
    op.create_index(op.f("ix_matches_story_id"), "matches", ["story_id"], unique=False)
    op.create_table(
        "meta",
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("value", Json, nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("message_id", sa.String(length=300), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("rule_id", sa.String(length=100), nullable=True),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_try", Instant(), nullable=True),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("lease_owner", sa.String(length=100), nullable=True),
        sa.Column("lease_until", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("message_id", "recipient", name=op.f("uq_outbox_message_id_recipient")),
    )
    op.create_index(op.f("ix_outbox_state_next_try"), "outbox", ["state", "next_try"], unique=False)
    op.create_table(
        "rules",
        sa.Column("id", sa.String(length=100), nullable=False),
        sa.Column("query_hash", sa.String(length=64), nullable=False),
        sa.Column("every", sa.String(length=100), nullable=False),
        sa.Column("watermark", Instant(), nullable=False),
        sa.Column("next_due", Instant(), nullable=True),
        sa.Column("first_seen_at", Instant(), nullable=False),
        sa.Column("paused_at", Instant(), nullable=True),
        sa.Column("last_run_at", Instant(), nullable=True),
        sa.Column("last_match_at", Instant(), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("failing_since", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rules")),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("stage", sa.String(length=10), nullable=False),
        sa.Column("worker", sa.String(length=100), nullable=False),
        sa.Column("started_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("claimed", sa.Integer(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("counts", Json, nullable=False),
        sa.Column("lag_p50", sa.Float(), nullable=True),
        sa.Column("lag_p95", sa.Float(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    op.create_index(op.f("ix_runs_stage_started_at"), "runs", ["stage", "started_at"], unique=False)
    op.create_table(
        "site_files",
        sa.Column("origin", sa.String(length=300), nullable=False),
        sa.Column("name", sa.String(length=10), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("final_url", sa.Text(), nullable=True),
        sa.Column("fetched_at", Instant(), nullable=True),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("failing_since", Instant(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("origin", "name", name=op.f("pk_site_files")),
    )
    op.create_table(
        "stories",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("first_article_key", sa.String(length=32), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("last_joined_at", Instant(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("outlets", Json, nullable=False),
        sa.Column("event_id", sa.String(length=32), nullable=False),
        sa.Column("event_norm", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stories")),
    )
    op.create_index(op.f("ix_stories_event_id_last_joined_at"), "stories", ["event_id", "last_joined_at"], unique=False)
    op.create_index(op.f("ix_stories_last_joined_at"), "stories", ["last_joined_at"], unique=False)
    op.create_table(
        "story_anchors",
        sa.Column("anchor", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("event_id", sa.String(length=32), nullable=False),
        sa.Column("seen_hour", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("anchor", "event_id", name=op.f("pk_story_anchors")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "story_prints",
        sa.Column("print", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article_key", sa.String(length=32), nullable=False),
        sa.Column("seen_hour", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("print", "article_key", name=op.f("pk_story_prints")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "told",
        sa.Column("recipient", sa.String(length=254), nullable=False),
        sa.Column("story_id", sa.String(length=32), nullable=False),
        sa.Column("mail_id", sa.String(length=64), nullable=False),
        sa.Column("told_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("recipient", "story_id", name=op.f("pk_told")),
    )
    op.create_index(op.f("ix_told_mail_id"), "told", ["mail_id"], unique=False)
    op.create_index(op.f("ix_told_story_id"), "told", ["story_id"], unique=False)
    op.create_table(
        "troubles",
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("told_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_troubles")),
    )
    op.create_table(
        "aliases",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("article_key", sa.String(length=32), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("why", sa.String(length=20), nullable=False),
        sa.Column("seen_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_key"], ["articles.key"], name=op.f("fk_aliases_article_key_articles"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_aliases")),
        sa.UniqueConstraint("key", "article_key", name=op.f("uq_aliases_key_article_key")),
    )
    op.create_index(op.f("ix_aliases_article_key"), "aliases", ["article_key"], unique=False)
    op.create_table(
        "sightings",
        sa.Column("article_key", sa.String(length=32), nullable=False),
        sa.Column("feed_id", sa.String(length=200), nullable=False),
        sa.Column("guid", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("seen_at", Instant(), nullable=False),
        sa.Column("last_seen_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_key"], ["articles.key"], name=op.f("fk_sightings_article_key_articles"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_key", "feed_id", name=op.f("pk_sightings")),
    )
    op.create_index(op.f("ix_sightings_feed_id_guid"), "sightings", ["feed_id", "guid"], unique=False)
    op.create_table(
        "story_members",
        sa.Column("article_key", sa.String(length=32), nullable=False),
        sa.Column("story_id", sa.String(length=32), nullable=False),
        sa.Column("outlet", sa.String(length=200), nullable=False),
        sa.Column("published", Instant(), nullable=False),
        sa.Column("joined_at", Instant(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_story_members_story_id_stories"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_key", name=op.f("pk_story_members")),
    )
    op.create_index(op.f("ix_story_members_joined_at"), "story_members", ["joined_at"], unique=False)
    op.create_index(op.f("ix_story_members_story_id"), "story_members", ["story_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_story_members_story_id"), table_name="story_members")
    op.drop_index(op.f("ix_story_members_joined_at"), table_name="story_members")
    op.drop_table("story_members")
    op.drop_index(op.f("ix_sightings_feed_id_guid"), table_name="sightings")
    op.drop_table("sightings")
    op.drop_index(op.f("ix_aliases_article_key"), table_name="aliases")
    op.drop_table("aliases")
    op.drop_table("troubles")
    op.drop_index(op.f("ix_told_story_id"), table_name="told")
    op.drop_index(op.f("ix_told_mail_id"), table_name="told")
    op.drop_table("told")
    op.drop_table("story_prints")
    op.drop_table("story_anchors")
    op.drop_index(op.f("ix_stories_last_joined_at"), table_name="stories")
    op.drop_index(op.f("ix_stories_event_id_last_joined_at"), table_name="stories")
    op.drop_table("stories")
    op.drop_table("site_files")
    op.drop_index(op.f("ix_runs_stage_started_at"), table_name="runs")
    op.drop_table("runs")
    op.drop_table("rules")
    op.drop_index(op.f("ix_outbox_state_next_try"), table_name="outbox")
    op.drop_table("outbox")
    op.drop_table("meta")
    op.drop_index(op.f("ix_matches_story_id"), table_name="matches")
    op.drop_index(op.f("ix_matches_mail_id"), table_name="matches")
    op.drop_index(op.f("ix_matches_article_key"), table_name="matches")
    op.drop_table("matches")
    op.drop_table("hosts")
    op.drop_index(op.f("ix_feeds_state_next_due"), table_name="feeds")
    op.drop_table("feeds")
    op.drop_index(op.f("ix_articles_story_id"), table_name="articles")
    op.drop_index(op.f("ix_articles_state_next_try"), table_name="articles")
    op.drop_index(op.f("ix_articles_indexed_at"), table_name="articles")
    op.drop_index(op.f("ix_articles_host"), table_name="articles")
    op.drop_index(op.f("ix_articles_first_seen_at"), table_name="articles")
    op.drop_table("articles")
