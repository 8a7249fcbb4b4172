"""What tests of disbursements have in common: money in the books, and entries over HTTP."""

from decimal import Decimal
from itertools import count
from typing import Any

from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.campaigns import money
from ruanghijau.db import calendar, now
from ruanghijau.donations.models import Donation, LedgerEntry, Phase

_orders = count(1)
EXPENSE = {"amount": 40_000, "purpose": "200 bibit bakau", "recipient": "Toko Bibit Makmur"}


def fund(app: RuangHijau, campaign_id: int, donor: Person, amount: int) -> int:
    """Book a paid gift as the gateway's notification would; the donation's id."""
    with app.runtime.active(), app.runtime.database.transaction() as session:
        campaign = money.lock(campaign_id)
        gift = {"campaign_id": campaign_id, "amount": Decimal(amount)}
        donation = Donation(
            **gift, donor_id=donor.id, transaction_id=f"donation-{next(_orders)}", expires_at=now()
        )
        donation.phase = Phase.pending
        donation.advance(Phase.paid)
        session.add(donation)
        session.flush()
        session.add(LedgerEntry(**gift, donation_id=donation.id, event="paid", phase=Phase.paid, payload={}))
        money.add(campaign, Decimal(amount))
        return donation.id


def give_back(app: RuangHijau, donation_id: int) -> None:
    """Book that the whole gift was refunded."""
    with app.runtime.active(), app.runtime.database.transaction() as session:
        donation = session.get_one(Donation, donation_id)
        campaign = money.lock(donation.campaign_id)
        donation.refunded_amount = donation.amount
        donation.advance(Phase.refunded)
        entry = LedgerEntry(
            donation_id=donation.id,
            campaign_id=campaign.id,
            amount=-donation.amount,
            event="refunded",
            phase=Phase.refunded,
            payload={},
        )
        session.add(entry)
        money.add(campaign, -donation.amount)


def spend(author: Person, campaign_id: int, **fields: Any) -> Any:
    """Enter an expense of today unless told otherwise; the response as it is. None leaves a field out."""
    form = EXPENSE | {"spent_on": calendar.today().isoformat()} | fields
    given = {name: value for name, value in form.items() if value is not None}
    return author.send_form("POST", f"/api/campaigns/{campaign_id}/disbursements", **given)


def void(person: Person, campaign_id: int, entry_id: int, reason: str = "Salah ketik") -> Any:
    return person.post(f"/api/campaigns/{campaign_id}/disbursements/{entry_id}/void", {"reason": reason})


def totals(reader: Person, campaign_id: int) -> tuple[int, int, int]:
    """Collected, spent and left."""
    shown = reader.get(f"/api/campaigns/{campaign_id}/disbursements").json["totals"]
    return shown["collected"], shown["spent"], shown["left"]
