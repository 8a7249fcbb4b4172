"""giving: badges, disbursements, permits, and when the gateway was last asked

Revision ID: 0002
Revises: 0001
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from ruanghijau.db.types import Rupiah, UtcDateTime, utc_now

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "user_badges",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("badge", sa.String(length=50), nullable=False),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_user_badges_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_badges")),
        sa.UniqueConstraint("user_id", "badge", name="unique_user_badge"),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    op.create_table(
        "disbursements",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("amount", Rupiah(), nullable=False),
        sa.Column("purpose", sa.String(length=255), nullable=False),
        sa.Column("recipient", sa.String(length=255), nullable=True),
        sa.Column("spent_on", sa.Date(), nullable=False),
        sa.Column("receipt_url", sa.String(length=500), nullable=True),
        sa.Column("voided_at", UtcDateTime(), nullable=True),
        sa.Column("void_reason", sa.String(length=500), nullable=True),
        sa.Column("created_at", UtcDateTime(), server_default=utc_now(), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_disbursements_disbursement_amount")),
        sa.ForeignKeyConstraint(["author_id"], ["users.id"], name=op.f("fk_disbursements_author_id")),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_disbursements_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disbursements")),
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_0900_ai_ci",
    )
    op.create_index("idx_disbursements_author_id", "disbursements", ["author_id"])
    op.create_index("idx_disbursements_list", "disbursements", ["campaign_id", "id"])
    _set_admin_optional(True)
    op.add_column("campaigns", sa.Column("permit_number", sa.String(length=100), nullable=True))
    op.add_column("campaigns", sa.Column("operating_cost_percent", sa.Numeric(4, 2), nullable=True))
    op.add_column("donations", sa.Column("checked_at", UtcDateTime(), nullable=True))
    op.create_index("idx_donations_phase_checked_at", "donations", ["phase", "checked_at"])


def downgrade() -> None:
    op.drop_index("idx_donations_phase_checked_at", table_name="donations")
    op.drop_column("donations", "checked_at")
    op.drop_column("campaigns", "operating_cost_percent")
    op.drop_column("campaigns", "permit_number")
    # What the platform did by itself has no place in the older table.
    op.execute("DELETE FROM admin_logs WHERE admin_id IS NULL")
    _set_admin_optional(False)
    op.drop_table("disbursements")
    op.drop_table("user_badges")


def _set_admin_optional(optional: bool) -> None:
    # SQLite makes the table anew from what it reads of it, and reads a default of its own words wrongly.
    stamp: sa.Column[Any] = sa.Column("timestamp", UtcDateTime(), server_default=utc_now(), nullable=False)
    with op.batch_alter_table("admin_logs", reflect_args=(stamp,)) as admin_logs:
        admin_logs.alter_column("admin_id", existing_type=sa.Integer(), nullable=optional)
