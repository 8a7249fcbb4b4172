"""From the wish to give to the gateway's payment page.

The row is committed before the gateway hears of the order: an order that can be paid is never unknown here,
whatever dies in between. So this module opens its own transactions, one on each side of the call; no lock is
held while the gateway thinks.
"""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ruanghijau.accounts import service as accounts
from ruanghijau.campaigns import money
from ruanghijau.campaigns import service as campaigns
from ruanghijau.campaigns.models import Campaign
from ruanghijau.db import now, session
from ruanghijau.db.calendar import today
from ruanghijau.donations import books
from ruanghijau.donations.models import Donation, Phase
from ruanghijau.errors import Conflict, Unavailable
from ruanghijau.gateways.payments.port import PaymentOrder, PaymentPage, PaymentRefused, PaymentUnavailable
from ruanghijau.runtime import runtime

PAGE_LIFETIME = timedelta(hours=24)
# While one click waits for the gateway, another finds the row without an address.
PATIENCE = timedelta(seconds=30)


@dataclass(frozen=True)
class Wish:
    """What somebody wants to give. `key` is the client's Idempotency-Key."""

    campaign_id: int
    donor_id: int
    amount: Decimal
    method: str | None = None
    is_anonymous: bool = False
    message: str | None = None
    key: str | None = None


@dataclass(frozen=True)
class Checkout:
    """Where the donor pays. `is_new` is false for a click repeated."""

    donation: Donation
    is_new: bool


def donate(wish: Wish) -> Checkout:
    """Open a payment page for a gift, or return the one that is open for the same wish.

    Raises `Conflict` when the campaign takes no donation or the key was used for another wish, and
    `Unavailable` while the gateway does not answer; a repeat then goes on where this one stopped.
    """
    with runtime().database.transaction():
        donation, is_new = _reserve(wish)
        order = None if donation.payment_url else _order(donation)
    if order is None:
        return Checkout(donation, is_new)
    page = _open_page(donation, order)
    with runtime().database.transaction():
        donation = session().get_one(Donation, donation.id, with_for_update=True)
        donation.payment_url = page.url
    return Checkout(donation, is_new)


def _reserve(wish: Wish) -> tuple[Donation, bool]:
    """The row of this wish, found or made, under the campaign's lock: two clicks take turns."""
    campaign = campaigns.lock_campaign(wish.campaign_id)
    known = _known(wish)
    if known is not None:
        if known.payment_url is None and known.donated_at > now() - PATIENCE:
            raise Unavailable("DONATION_IN_PROGRESS", retry_after=2)
        return known, False
    _require_open(campaign, wish.amount)
    donation = Donation(
        campaign_id=wish.campaign_id,
        donor_id=wish.donor_id,
        amount=wish.amount,
        payment_method=wish.method,
        is_anonymous=wish.is_anonymous,
        message=wish.message,
        idempotency_key=wish.key,
        transaction_id=f"donation-{wish.donor_id}-{now():%Y%m%d}-{secrets.token_hex(8)}",
        expires_at=now() + PAGE_LIFETIME,
    )
    session().add(donation)
    session().flush()
    return donation, True


def _known(wish: Wish) -> Donation | None:
    if wish.key:
        same_key = select(Donation).where(
            Donation.donor_id == wish.donor_id, Donation.idempotency_key == wish.key
        )
        if found := session().scalar(same_key):
            if (found.campaign_id, found.amount) != (wish.campaign_id, wish.amount):
                raise Conflict("IDEMPOTENCY_KEY_REUSED")
            return found
    open_page = select(Donation).where(
        Donation.donor_id == wish.donor_id,
        Donation.campaign_id == wish.campaign_id,
        Donation.amount == wish.amount,
        Donation.phase == Phase.pending,
        Donation.expires_at > now(),
    )
    return session().scalar(open_page.order_by(Donation.id.desc()).limit(1))


def _require_open(campaign: Campaign, amount: Decimal) -> None:
    campaign.require_open(today())
    if not campaign.has_started(today()):
        raise Conflict("CAMPAIGN_NOT_STARTED")
    if campaign.current_amount + amount > money.MOST:
        raise Conflict("CAMPAIGN_FULL")


def _order(donation: Donation) -> PaymentOrder:
    donor = accounts.get_user(donation.donor_id)
    campaign = session().get_one(Campaign, donation.campaign_id, options=[joinedload(Campaign.creator)])
    return PaymentOrder(
        order_id=donation.transaction_id or "",
        amount=donation.amount,
        item_name=campaign.title,
        customer_name=donor.full_name or donor.username,
        customer_email=donor.email,
        method=donation.payment_method,
        finish_url=f"{runtime().settings.public_url}/donasi/{donation.transaction_id}",
    )


def _open_page(donation: Donation, order: PaymentOrder) -> PaymentPage:
    try:
        return runtime().payments.create(order)
    except PaymentUnavailable as error:
        raise Unavailable("PAYMENT_GATEWAY_UNAVAILABLE") from error
    except PaymentRefused as error:
        with runtime().database.transaction():
            books.fail(donation.id, "refused")
        raise Conflict("PAYMENT_REFUSED") from error
