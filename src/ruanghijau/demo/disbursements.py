"""What the demo's campaigns spent their money on, with receipts."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from PIL import Image

from ruanghijau.campaigns.models import Campaign
from ruanghijau.db import now, session
from ruanghijau.db.calendar import today
from ruanghijau.demo import content, drawings
from ruanghijau.disbursements.models import Disbursement
from ruanghijau.rupiah import in_rupiah

# Stores a picture; returns its key.
Keep = Callable[[Image.Image], str]

# How long it takes until somebody sees that an entry is wrong.
NOTICED_AFTER = timedelta(hours=3)


def add_disbursements(campaign: Campaign, entry: content.DemoCampaign, keep: Keep) -> None:
    """Enter what a campaign spent, the oldest first. Raises `ValueError` when that is more than it has."""
    if entry.spent > campaign.current_amount:
        money = f"{in_rupiah(entry.spent)} of {in_rupiah(campaign.current_amount)}"
        raise ValueError(f"the campaign {entry.key} spends {money}")
    for spending in sorted(entry.disbursements, key=lambda spending: -spending.days_ago):
        session().add(_disbursement(campaign, spending, keep))
        session().flush()


def _disbursement(campaign: Campaign, spending: content.DemoDisbursement, keep: Keep) -> Disbursement:
    day = today() - timedelta(days=spending.days_ago)
    entered = now() - timedelta(days=spending.days_ago)
    receipt = spending.receipt and drawings.draw_receipt(spending.recipient, day, spending.receipt)
    return Disbursement(
        campaign_id=campaign.id,
        author_id=campaign.creator_id,
        amount=Decimal(spending.amount),
        purpose=spending.purpose,
        recipient=spending.recipient,
        spent_on=day,
        receipt_url=keep(receipt) if receipt else None,
        created_at=entered,
        voided_at=entered + NOTICED_AFTER if spending.void_reason else None,
        void_reason=spending.void_reason,
    )
