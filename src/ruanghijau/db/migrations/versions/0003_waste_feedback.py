"""waste detections and feedback that can be corrected, and daily quotas

Revision ID: 0003
Revises: 0002
"""

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


def downgrade() -> None:
    op.drop_table("feedback_corrections")
    op.drop_index("idx_waste_detections_corrected_category", table_name="waste_detections")
    for column in ("corrected_at", "corrected_category", "model_version", "uncertain"):
        op.drop_column("waste_detections", column)
    op.drop_index("idx_daily_uses_day", table_name="daily_uses")
    op.drop_table("daily_uses")


def _sentiment(name: str) -> sa.Enum:
    return sa.Enum("negative", "neutral", "positive", name=name, create_constraint=True)
