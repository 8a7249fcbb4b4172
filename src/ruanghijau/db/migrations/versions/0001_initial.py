"""initial

Revision ID: 0001
Revises: nothing: the beginning
"""

import sqlalchemy as sa
from alembic import op

from ruanghijau.db.types import Rupiah, UtcDateTime, long_text, utc_now
from ruanghijau.db.vectors import Vector

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("title", sa.String(length=500), nullable=True),
        sa.Column("content", long_text(), nullable=True),
        sa.Column(
            "type",
            sa.Enum("guide", "tutorial", "fact", "faq", name="document_type", create_constraint=True),
            nullable=True,
        ),
        sa.Column("category", sa.String(length=100), nullable=True),
        sa.Column("metadata", sa.JSON(), nullable=True),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    op.create_table(
        "embeddings",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("document_id", sa.String(length=100), nullable=False),
        sa.Column("document_title", sa.String(length=500), nullable=True),
        sa.Column("document_text", long_text(), nullable=False),
        sa.Column("embedding", Vector(), nullable=True),
        sa.Column("category", sa.String(length=100), nullable=True),
        sa.Column("source", sa.String(length=255), nullable=True),
        sa.Column("tokens", sa.Integer(), nullable=True),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_embeddings")),
        sa.UniqueConstraint("document_id", name=op.f("uq_embeddings_document_id")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("embeddings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("idx_embeddings_category"), ["category"], unique=False)
        batch_op.create_index(batch_op.f("idx_embeddings_source"), ["source"], unique=False)

    op.create_table(
        "qa_pairs",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("question", sa.String(length=500), nullable=True),
        sa.Column("answer", long_text(), nullable=True),
        sa.Column("embedding", Vector(), nullable=True),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_qa_pairs")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    op.create_table(
        "users",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("email", sa.String(length=255), nullable=False),
        sa.Column("password_hash", sa.String(length=255), nullable=False),
        sa.Column("username", sa.String(length=100), nullable=False),
        sa.Column("full_name", sa.String(length=255), nullable=True),
        sa.Column("profile_picture_url", sa.String(length=500), nullable=True),
        sa.Column("bio", sa.Text(), nullable=True),
        sa.Column("phone_number", sa.String(length=20), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("city", sa.String(length=100), nullable=True),
        sa.Column("country", sa.String(length=100), nullable=True),
        sa.Column("is_verified", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column(
            "role",
            sa.Enum("user", "volunteer", "ambassador", "admin", name="role", create_constraint=True),
            server_default="user",
            nullable=False,
        ),
        sa.Column("is_active", sa.Boolean(), server_default=sa.text("1"), nullable=False),
        sa.Column("google_subject", sa.String(length=255), nullable=True),
        sa.Column("language", sa.String(length=5), server_default="id", nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("email", name=op.f("uq_users_email")),
        sa.UniqueConstraint("google_subject", name=op.f("uq_users_google_subject")),
        sa.UniqueConstraint("username", name=op.f("uq_users_username")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("idx_users_email"), ["email"], unique=False)
        batch_op.create_index(batch_op.f("idx_users_username"), ["username"], unique=False)

    op.create_table(
        "admin_logs",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("admin_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=255), nullable=True),
        sa.Column("details", sa.Text(), nullable=True),
        sa.Column("timestamp", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(["admin_id"], ["users.id"], name=op.f("fk_admin_logs_admin_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_admin_logs")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("admin_logs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("idx_admin_logs_admin_id"), ["admin_id"], unique=False)
        batch_op.create_index(batch_op.f("idx_admin_logs_timestamp"), ["timestamp"], unique=False)

    op.create_table(
        "auth_sessions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("refresh_token_id", sa.String(length=36), nullable=False),
        sa.Column("user_agent", sa.String(length=255), nullable=True),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_auth_sessions_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_auth_sessions")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("auth_sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("idx_auth_sessions_expires_at"), ["expires_at"], unique=False)
        batch_op.create_index(batch_op.f("idx_auth_sessions_user_id"), ["user_id"], unique=False)

    op.create_table(
        "campaigns",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("creator_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=False),
        sa.Column("description", long_text(), nullable=False),
        sa.Column("image_url", sa.String(length=500), nullable=True),
        sa.Column("category", sa.String(length=100), nullable=True),
        sa.Column("goal_amount", Rupiah(), nullable=False),
        sa.Column("current_amount", Rupiah(), server_default="0", nullable=False),
        sa.Column(
            "status",
            sa.Enum("active", "completed", "cancelled", name="campaign_status", create_constraint=True),
            server_default="active",
            nullable=False,
        ),
        sa.Column("start_date", sa.Date(), nullable=False),
        sa.Column("end_date", sa.Date(), nullable=False),
        sa.Column("city", sa.String(length=100), nullable=True),
        sa.Column("volunteer_capacity", sa.Integer(), nullable=True),
        sa.Column("volunteers_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("cancel_reason", sa.String(length=500), nullable=True),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(["creator_id"], ["users.id"], name=op.f("fk_campaigns_creator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaigns")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("campaigns", schema=None) as batch_op:
        batch_op.create_index(
            "idx_campaigns_category", ["category", "deleted_at", "created_at", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("idx_campaigns_creator_id"), ["creator_id"], unique=False)
        batch_op.create_index("idx_campaigns_list", ["deleted_at", "created_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("idx_campaigns_status"), ["status"], unique=False)
        batch_op.create_index(
            batch_op.f("idx_campaigns_status_end_date"), ["status", "end_date"], unique=False
        )

    op.create_table(
        "chatbot_history",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("session_id", sa.String(length=64), nullable=True),
        sa.Column("question", sa.String(length=500), nullable=False),
        sa.Column("answer", long_text(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.Column("timestamp", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_chatbot_history_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chatbot_history")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("chatbot_history", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("idx_chatbot_history_session_id"), ["session_id"], unique=False)
        batch_op.create_index(
            batch_op.f("idx_chatbot_history_user_id_timestamp"), ["user_id", "timestamp"], unique=False
        )

    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column(
            "sentiment",
            sa.Enum("negative", "neutral", "positive", name="sentiment", create_constraint=True),
            server_default="neutral",
            nullable=False,
        ),
        sa.Column("sentiment_score", sa.Double(), nullable=True),
        sa.Column("category", sa.String(length=100), nullable=True),
        sa.Column(
            "status",
            sa.Enum("new", "reviewed", "resolved", name="feedback_status", create_constraint=True),
            server_default="new",
            nullable=False,
        ),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_feedback_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("idx_feedback_sentiment"), ["sentiment"], unique=False)
        batch_op.create_index(batch_op.f("idx_feedback_user_id"), ["user_id"], unique=False)

    op.create_table(
        "follows",
        sa.Column("follower_id", sa.Integer(), nullable=False),
        sa.Column("followee_id", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.CheckConstraint("follower_id <> followee_id", name=op.f("ck_follows_not_oneself")),
        sa.ForeignKeyConstraint(["followee_id"], ["users.id"], name=op.f("fk_follows_followee_id")),
        sa.ForeignKeyConstraint(["follower_id"], ["users.id"], name=op.f("fk_follows_follower_id")),
        sa.PrimaryKeyConstraint("follower_id", "followee_id", name=op.f("pk_follows")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("follows", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("idx_follows_followee_id"), ["followee_id"], unique=False)

    op.create_table(
        "notification_preferences",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=50), nullable=False),
        sa.Column("in_app", sa.Boolean(), nullable=False),
        sa.Column("email", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_notification_preferences_user_id")),
        sa.PrimaryKeyConstraint("user_id", "kind", name=op.f("pk_notification_preferences")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    op.create_table(
        "notifications",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(length=50), nullable=True),
        sa.Column("title", sa.String(length=255), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("related_id", sa.Integer(), nullable=True),
        sa.Column("is_read", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["users.id"], name=op.f("fk_notifications_actor_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_notifications_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notifications")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("notifications", schema=None) as batch_op:
        batch_op.create_index("idx_notifications_list", ["user_id", "id"], unique=False)
        batch_op.create_index(
            batch_op.f("idx_notifications_user_id_is_read"), ["user_id", "is_read"], unique=False
        )
        batch_op.create_index(batch_op.f("idx_notifications_actor_id"), ["actor_id"], unique=False)
        batch_op.create_index(
            batch_op.f("idx_notifications_type_related_id"), ["type", "related_id"], unique=False
        )

    op.create_table(
        "outgoing_mails",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("message_id", sa.String(length=255), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("recipient", sa.String(length=255), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column(
            "status",
            sa.Enum("pending", "sending", "sent", "failed", name="mail_status", create_constraint=True),
            server_default="pending",
            nullable=False,
        ),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("claimed_until", UtcDateTime(), nullable=True),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.Column("last_error", sa.String(length=500), nullable=True),
        sa.Column("kind", sa.String(length=50), nullable=True),
        sa.Column("related_id", sa.Integer(), nullable=True),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["users.id"], name=op.f("fk_outgoing_mails_actor_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_outgoing_mails_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_mails")),
        sa.UniqueConstraint("message_id", name=op.f("uq_outgoing_mails_message_id")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("outgoing_mails", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("idx_outgoing_mails_status_due_at"), ["status", "due_at"], unique=False
        )
        batch_op.create_index(batch_op.f("idx_outgoing_mails_user_id"), ["user_id"], unique=False)
        batch_op.create_index(batch_op.f("idx_outgoing_mails_actor_id"), ["actor_id"], unique=False)
        batch_op.create_index(
            batch_op.f("idx_outgoing_mails_kind_related_id"), ["kind", "related_id"], unique=False
        )

    op.create_table(
        "posts",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=True),
        sa.Column("content", long_text(), nullable=False),
        sa.Column("image_url", sa.String(length=500), nullable=True),
        sa.Column("likes_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("comments_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("shares_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("category", sa.String(length=50), nullable=True),
        sa.Column(
            "status",
            sa.Enum("draft", "published", "archived", name="post_status", create_constraint=True),
            server_default="published",
            nullable=False,
        ),
        sa.Column("published_at", UtcDateTime(), nullable=True),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_posts_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posts")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.create_index(
            "idx_posts_author", ["user_id", "deleted_at", "status", "published_at", "id"], unique=False
        )
        batch_op.create_index(
            "idx_posts_category", ["category", "deleted_at", "status", "published_at", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("idx_posts_created_at"), ["created_at"], unique=False)
        batch_op.create_index("idx_posts_feed", ["deleted_at", "status", "published_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("idx_posts_user_id"), ["user_id"], unique=False)

    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("reporter_id", sa.Integer(), nullable=False),
        sa.Column(
            "target_type",
            sa.Enum("post", "comment", "campaign", "user", name="report_target", create_constraint=True),
            nullable=False,
        ),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "spam",
                "fraud",
                "hate",
                "violence",
                "misinformation",
                "privacy",
                "other",
                name="report_reason",
                create_constraint=True,
            ),
            nullable=False,
        ),
        sa.Column("details", sa.String(length=1000), nullable=True),
        sa.Column("snapshot", long_text(), nullable=False),
        sa.Column(
            "status",
            sa.Enum("open", "resolved", "dismissed", name="report_status", create_constraint=True),
            server_default="open",
            nullable=False,
        ),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(["reporter_id"], ["users.id"], name=op.f("fk_reports_reporter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("reporter_id", "target_type", "target_id", name="unique_report"),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("idx_reports_status_id"), ["status", "id"], unique=False)
        batch_op.create_index(
            batch_op.f("idx_reports_target_type_target_id"), ["target_type", "target_id"], unique=False
        )

    op.create_table(
        "waste_detections",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("image_url", sa.String(length=500), nullable=True),
        sa.Column("detected_category", sa.String(length=50), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.Column("detected_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_waste_detections_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waste_detections")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("waste_detections", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("idx_waste_detections_detected_category"), ["detected_category"], unique=False
        )
        batch_op.create_index(batch_op.f("idx_waste_detections_user_id"), ["user_id"], unique=False)

    op.create_table(
        "campaign_updates",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=False),
        sa.Column("content", long_text(), nullable=False),
        sa.Column("image_url", sa.String(length=500), nullable=True),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["users.id"], name=op.f("fk_campaign_updates_author_id")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_campaign_updates_campaign_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_updates")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("campaign_updates", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("idx_campaign_updates_author_id"), ["author_id"], unique=False)
        batch_op.create_index("idx_campaign_updates_list", ["campaign_id", "deleted_at", "id"], unique=False)

    op.create_table(
        "comments",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("parent_comment_id", sa.Integer(), nullable=True),
        sa.Column("thread_id", sa.Integer(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("likes_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_comment_id"], ["comments.id"], name=op.f("fk_comments_parent_comment_id")
        ),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_comments_post_id")),
        sa.ForeignKeyConstraint(["thread_id"], ["comments.id"], name=op.f("fk_comments_thread_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_comments_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comments")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("comments", schema=None) as batch_op:
        batch_op.create_index("idx_comments_page", ["post_id", "thread_id", "deleted_at", "id"], unique=False)
        batch_op.create_index(
            batch_op.f("idx_comments_parent_comment_id"), ["parent_comment_id"], unique=False
        )
        batch_op.create_index(batch_op.f("idx_comments_post_id"), ["post_id"], unique=False)
        batch_op.create_index("idx_comments_thread", ["thread_id", "deleted_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("idx_comments_user_id"), ["user_id"], unique=False)

    op.create_table(
        "donations",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("donor_id", sa.Integer(), nullable=False),
        sa.Column("amount", Rupiah(), nullable=False),
        sa.Column("payment_method", sa.String(length=50), nullable=True),
        sa.Column("transaction_id", sa.String(length=255), nullable=True),
        sa.Column(
            "status",
            sa.Enum("pending", "completed", "failed", name="donation_status", create_constraint=True),
            server_default="pending",
            nullable=False,
        ),
        sa.Column("donated_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.Column(
            "phase",
            sa.Enum(
                "pending",
                "challenged",
                "failed",
                "paid",
                "partly_refunded",
                "refunded",
                "charged_back",
                name="donation_phase",
                create_constraint=True,
            ),
            server_default="pending",
            nullable=False,
        ),
        sa.Column("refunded_amount", Rupiah(), server_default="0", nullable=False),
        sa.Column("payment_url", sa.String(length=500), nullable=True),
        sa.Column("payment_date", UtcDateTime(), nullable=True),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("idempotency_key", sa.String(length=64), nullable=True),
        sa.Column("is_anonymous", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("message", sa.String(length=500), nullable=True),
        sa.Column("certificate_code", sa.String(length=32), nullable=True),
        sa.CheckConstraint("amount > 0", name=op.f("ck_donations_amount")),
        sa.CheckConstraint(
            "refunded_amount >= 0 AND refunded_amount <= amount", name=op.f("ck_donations_refunded")
        ),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_donations_campaign_id")),
        sa.ForeignKeyConstraint(["donor_id"], ["users.id"], name=op.f("fk_donations_donor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_donations")),
        sa.UniqueConstraint("certificate_code", name=op.f("uq_donations_certificate_code")),
        sa.UniqueConstraint("donor_id", "idempotency_key", name="unique_donation_request"),
        sa.UniqueConstraint("transaction_id", name=op.f("uq_donations_transaction_id")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("donations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("idx_donations_campaign_id"), ["campaign_id"], unique=False)
        batch_op.create_index(batch_op.f("idx_donations_donor_id"), ["donor_id"], unique=False)
        batch_op.create_index("idx_donations_public", ["campaign_id", "status", "id"], unique=False)
        batch_op.create_index(batch_op.f("idx_donations_status"), ["status"], unique=False)
        batch_op.create_index(
            batch_op.f("idx_donations_status_donated_at"), ["status", "donated_at"], unique=False
        )

    op.create_table(
        "donation_ledger",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("donation_id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(length=100), nullable=False),
        sa.Column(
            "phase",
            sa.Enum(
                "pending",
                "challenged",
                "failed",
                "paid",
                "partly_refunded",
                "refunded",
                "charged_back",
                name="ledger_phase",
                create_constraint=True,
            ),
            nullable=False,
        ),
        sa.Column("amount", Rupiah(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_donation_ledger_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["donation_id"], ["donations.id"], name=op.f("fk_donation_ledger_donation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_donation_ledger")),
        sa.UniqueConstraint("donation_id", "event", name="unique_ledger_event"),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("donation_ledger", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("idx_donation_ledger_campaign_id"), ["campaign_id"], unique=False)

    op.create_table(
        "likes",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_likes_post_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_likes_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_likes")),
        sa.UniqueConstraint("post_id", "user_id", name="unique_like"),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("likes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("idx_likes_user_id"), ["user_id"], unique=False)

    op.create_table(
        "volunteers",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("hours_contributed", sa.Integer(), server_default="0", nullable=False),
        sa.Column(
            "status",
            sa.Enum("joined", "active", "completed", name="volunteer_status", create_constraint=True),
            server_default="joined",
            nullable=False,
        ),
        sa.Column("joined_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.Column("left_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("hours_contributed >= 0", name=op.f("ck_volunteers_hours")),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_volunteers_campaign_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_volunteers_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteers")),
        sa.UniqueConstraint("campaign_id", "user_id", name="unique_vol"),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("volunteers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("idx_volunteers_user_id"), ["user_id"], unique=False)

    op.create_table(
        "comment_likes",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("comment_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(["comment_id"], ["comments.id"], name=op.f("fk_comment_likes_comment_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_comment_likes_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment_likes")),
        sa.UniqueConstraint("comment_id", "user_id", name="unique_comment_like"),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    with op.batch_alter_table("comment_likes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("idx_comment_likes_user_id"), ["user_id"], unique=False)


def downgrade() -> None:
    # A table takes its indexes along; MySQL refuses to drop one that a foreign key still needs.
    for table in (
        "comment_likes",
        "volunteers",
        "likes",
        "donation_ledger",
        "donations",
        "comments",
        "campaign_updates",
        "waste_detections",
        "reports",
        "posts",
        "outgoing_mails",
        "notifications",
        "notification_preferences",
        "follows",
        "feedback",
        "chatbot_history",
        "campaigns",
        "auth_sessions",
        "admin_logs",
        "users",
        "qa_pairs",
        "embeddings",
        "documents",
    ):
        op.drop_table(table)
