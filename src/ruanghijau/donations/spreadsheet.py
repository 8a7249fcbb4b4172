"""A campaign's donations as CSV, for an organiser's own books."""

import csv
import io
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ruanghijau.accounts.identity import Identity
from ruanghijau.admin_log import service as admin_log
from ruanghijau.campaigns import service as campaigns
from ruanghijau.db import session
from ruanghijau.db.calendar import local_time
from ruanghijau.donations.models import Donation

COLUMNS = (
    "order_id", "donated_at", "paid_at", "donor", "anonymous", "amount", "refunded", "net", "status", "phase",
    "method", "message",
)  # fmt: skip
# Excel takes a file for UTF-8 only if it begins with this.
BYTE_ORDER_MARK = "\ufeff"
# A cell that begins with one of these is a formula to a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
ROWS_AT_ONCE = 1000


def export_campaign(campaign_id: int, me: Identity) -> str:
    """All donations to a campaign, the oldest first; for its organiser or an administrator.

    Times are Asia/Jakarta, amounts whole rupiah. Who wished to be anonymous is named: the organiser may know,
    the public may not, which the column says.
    """
    me.require_owner(campaigns.read_campaign(campaign_id).creator_id)
    if me.is_admin:
        admin_log.record("donations_exported", {"campaign": campaign_id}, me.user_id)
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    writer.writerows(_rows(campaign_id))
    return BYTE_ORDER_MARK + file.getvalue()


def _rows(campaign_id: int) -> Iterator[list[object]]:
    statement = select(Donation).where(Donation.campaign_id == campaign_id).order_by(Donation.id)
    found = session().scalars(
        statement.options(joinedload(Donation.donor)).execution_options(yield_per=ROWS_AT_ONCE)
    )
    return ([_cell(value) for value in _values(donation)] for donation in found)


def _values(donation: Donation) -> tuple[object, ...]:
    return (
        donation.transaction_id,
        local_time(donation.donated_at),
        local_time(donation.payment_date) if donation.payment_date else "",
        donation.donor.full_name or donation.donor.username,
        donation.is_anonymous,
        int(donation.amount),
        int(donation.refunded_amount),
        int(donation.counted),
        donation.status.value,
        donation.phase.value,
        donation.payment_method or "",
        donation.message or "",
    )


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
