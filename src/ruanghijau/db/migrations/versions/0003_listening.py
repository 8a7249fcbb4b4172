"""waste detections and feedback that can be corrected, daily quotas, and the chatbot's index

Revision ID: 0003
Revises: 0002
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from ruanghijau.db.types import UtcDateTime, utc_now

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "daily_uses",
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("action", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("subject", "action", "day", name=op.f("pk_daily_uses")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    op.create_index("idx_daily_uses_day", "daily_uses", ["day"])
    op.add_column(
        "waste_detections",
        sa.Column("uncertain", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.add_column("waste_detections", sa.Column("model_version", sa.String(length=20), nullable=True))
    op.add_column("waste_detections", sa.Column("corrected_category", sa.String(length=50), nullable=True))
    op.add_column("waste_detections", sa.Column("corrected_at", UtcDateTime(), nullable=True))
    op.create_index("idx_waste_detections_corrected_category", "waste_detections", ["corrected_category"])
    op.create_table(
        "feedback_corrections",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("feedback_id", sa.Integer(), nullable=False),
        sa.Column("admin_id", sa.Integer(), nullable=True),
        sa.Column("before", _sentiment("correction_before"), nullable=False),
        sa.Column("after", _sentiment("correction_after"), nullable=False),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(
            ["feedback_id"], ["feedback.id"], name=op.f("fk_feedback_corrections_feedback_id")
        ),
        sa.ForeignKeyConstraint(["admin_id"], ["users.id"], name=op.f("fk_feedback_corrections_admin_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_corrections")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    op.create_index("idx_feedback_corrections_feedback_id", "feedback_corrections", ["feedback_id"])
    op.create_index("idx_feedback_corrections_admin_id", "feedback_corrections", ["admin_id"])
    _index_knowledge()
    for added in _chat_columns():
        op.add_column("chatbot_history", added)


def downgrade() -> None:
    for added in _chat_columns():
        op.drop_column("chatbot_history", added.name)
    op.drop_table("knowledge_gaps")
    op.drop_table("knowledge_state")
    op.drop_column("qa_pairs", "article")
    op.drop_index("unique_document_slug", table_name="documents")
    op.drop_column("documents", "slug")
    op.drop_table("feedback_corrections")
    op.drop_index("idx_waste_detections_corrected_category", table_name="waste_detections")
    for column in ("corrected_at", "corrected_category", "model_version", "uncertain"):
        op.drop_column("waste_detections", column)
    op.drop_index("idx_daily_uses_day", table_name="daily_uses")
    op.drop_table("daily_uses")


def _sentiment(name: str) -> sa.Enum:
    return sa.Enum("negative", "neutral", "positive", name=name, create_constraint=True)


def _chat_columns() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("answered", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("model", sa.String(length=100), nullable=True),
        sa.Column("milliseconds", sa.Integer(), nullable=True),
        sa.Column("helpful", sa.Boolean(), nullable=True),
        sa.Column("helpful_reason", sa.String(length=255), nullable=True),
    )


def _index_knowledge() -> None:
    op.add_column("documents", sa.Column("slug", sa.String(length=100), nullable=True))
    op.create_index("unique_document_slug", "documents", ["slug"], unique=True)
    op.add_column("qa_pairs", sa.Column("article", sa.String(length=100), nullable=True))
    op.create_table(
        "knowledge_state",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("generation", sa.String(length=40), nullable=False),
        sa.Column("embedder", sa.String(length=100), nullable=False),
        sa.Column("dimensions", sa.Integer(), nullable=False),
        sa.Column("passages", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("indexed_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knowledge_state")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    op.create_table(
        "knowledge_gaps",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("question", sa.String(length=500), nullable=False),
        sa.Column("times_asked", sa.Integer(), server_default="1", nullable=False),
        sa.Column("last_asked_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knowledge_gaps")),
        sa.UniqueConstraint("fingerprint", name="unique_gap_fingerprint"),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    op.create_index("idx_knowledge_gaps_last_asked_at", "knowledge_gaps", ["last_asked_at"])
