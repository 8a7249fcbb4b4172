"""From the wish to give to the gateway's payment page.

The row is committed before the gateway hears of the order: an order that can be paid is never unknown here,
whatever dies in between. So this module opens its own transactions, one on each side of the call; no lock is
held while the gateway thinks.
"""

import secrets
import time
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from ruanghijau.accounts import service as accounts
from ruanghijau.campaigns import money
from ruanghijau.campaigns import service as campaigns
from ruanghijau.campaigns.models import Campaign
from ruanghijau.db import now, session
from ruanghijau.db.calendar import today
from ruanghijau.donations import books
from ruanghijau.donations.models import WAITING, Donation, Phase
from ruanghijau.errors import Conflict, Unavailable
from ruanghijau.gateways.payments.port import PaymentOrder, PaymentPage, PaymentRefused, PaymentUnavailable
from ruanghijau.runtime import runtime

PAGE_LIFETIME = timedelta(hours=24)
# How long a second click waits for the page that the first is opening, and how often it looks, in seconds.
PATIENCE, PAUSE = 3.0, 0.1


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
    run = runtime().database.run
    donation, order, is_new = run(lambda: _reserve(wish))
    if not is_new:
        donation = _await_page(donation)
    if donation.phase is not Phase.pending or donation.payment_url is not None:
        return Checkout(donation, is_new)
    page = _open_page(order)
    return Checkout(run(lambda: _keep_page(donation.id, page)), is_new)


def _reserve(wish: Wish) -> tuple[Donation, PaymentOrder, bool]:
    """The row of this wish, found or made, under the campaign's lock: two clicks take turns."""
    campaign = campaigns.lock_campaign(wish.campaign_id)
    donation = _of_this_key(wish) or _open_for(wish)
    is_new = donation is None
    if donation is None:
        _require_room(campaign, wish.amount)
        donation = _new(wish)
    return donation, _order(donation, campaign), is_new


def _of_this_key(wish: Wish) -> Donation | None:
    if not wish.key:
        return None
    same_key = Donation.donor_id == wish.donor_id, Donation.idempotency_key == wish.key
    found = session().scalar(select(Donation).where(*same_key))
    if found and (found.campaign_id, found.amount) != (wish.campaign_id, wish.amount):
        raise Conflict("IDEMPOTENCY_KEY_REUSED")
    return found


def _open_for(wish: Wish) -> Donation | None:
    """The same gift, begun and not paid yet; what is said with it is what was said last."""
    same_gift = (
        Donation.donor_id == wish.donor_id,
        Donation.campaign_id == wish.campaign_id,
        Donation.amount == wish.amount,
        Donation.phase == Phase.pending,
        Donation.expires_at > now(),
    )
    found = session().scalar(select(Donation).where(*same_gift).order_by(Donation.id.desc()).limit(1))
    if found:
        found.is_anonymous, found.message = wish.is_anonymous, wish.message
    return found


def _require_room(campaign: Campaign, amount: Decimal) -> None:
    """Refuse what the campaign may not take, or its column could not hold once all that is open is paid."""
    campaign.require_running(today())
    waiting = Donation.campaign_id == campaign.id, Donation.phase.in_(WAITING)
    open_sum = session().scalar(select(func.sum(Donation.amount)).where(*waiting)) or 0
    if campaign.current_amount + int(open_sum) + amount > money.MOST:
        raise Conflict("CAMPAIGN_FULL")


def _new(wish: Wish) -> Donation:
    donation = Donation(
        campaign_id=wish.campaign_id,
        donor_id=wish.donor_id,
        amount=wish.amount,
        payment_method=wish.method,
        is_anonymous=wish.is_anonymous,
        message=wish.message,
        idempotency_key=wish.key,
        # At most 44 of the 50 characters that Midtrans takes; the last part cannot be guessed.
        transaction_id=f"donation-{wish.donor_id}-{today():%Y%m%d}-{secrets.token_hex(8)}",
        expires_at=now() + PAGE_LIFETIME,
        refunded_amount=Decimal(0),
        phase=Phase.pending,
    )
    try:
        with session().begin_nested():
            books.open_donation(donation)
    except IntegrityError as error:  # at this moment, for a gift to another campaign
        raise Conflict("IDEMPOTENCY_KEY_REUSED") from error
    return donation


def _order(donation: Donation, campaign: Campaign) -> PaymentOrder:
    donor = accounts.get_user(donation.donor_id)
    return PaymentOrder(
        order_id=donation.transaction_id or "",
        amount=donation.amount,
        item_name=campaign.title,
        customer_name=donor.full_name or donor.username,
        customer_email=donor.email,
        method=donation.payment_method,
        finish_url=f"{runtime().settings.public_url}/donasi/{donation.transaction_id}",
    )


def _await_page(donation: Donation) -> Donation:
    """The row with its page, once whoever made the row has opened it; without one if they seem to be gone."""
    deadline = time.monotonic() + PATIENCE
    while _is_being_opened(donation) and time.monotonic() < deadline:
        time.sleep(PAUSE)
        with runtime().database.transaction(write=False) as reading:
            donation = reading.get_one(Donation, donation.id)
    return donation


def _is_being_opened(donation: Donation) -> bool:
    young = donation.donated_at > now() - timedelta(seconds=PATIENCE)
    return young and donation.payment_url is None and donation.phase is Phase.pending


def _open_page(order: PaymentOrder) -> PaymentPage:
    try:
        return runtime().payments.create(order)
    except PaymentUnavailable as error:
        raise Unavailable("PAYMENT_GATEWAY_UNAVAILABLE") from error
    except PaymentRefused as error:
        runtime().database.run(lambda: books.fail(order.order_id, "refused"))
        raise Conflict("PAYMENT_REFUSED") from error


def _keep_page(donation_id: int, page: PaymentPage) -> Donation:
    donation = session().get_one(Donation, donation_id, with_for_update=True)
    if donation.payment_url is None:  # of two that opened a page for one order, the first one's counts
        donation.payment_url = page.url
    return donation
