"""Asking the gateway about donations that wait: notifications get lost, and an expired page sends none."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, or_, select

from ruanghijau.db import now, session
from ruanghijau.donations import books
from ruanghijau.donations.models import WAITING, Donation, Phase
from ruanghijau.donations.transitions import Mismatch
from ruanghijau.gateways.payments.port import PaymentError
from ruanghijau.runtime import runtime

log = logging.getLogger(__name__)

# The gateway closes a page after its lifetime without telling anybody; a little later is late enough.
GRACE = timedelta(hours=1)
# A transfer may still arrive for an order that counts as failed. It is asked about now and then for a week:
# Snap lets a way to pay outlive its page by no more than that.
LATE, LATE_PAUSE = timedelta(days=7), timedelta(hours=6)
BATCH = 50


@dataclass(frozen=True)
class Outcome:
    """How many donations were asked about, how many of them moved, and how many nobody could tell about."""

    asked: int = 0
    moved: int = 0
    unanswered: int = 0

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(self.asked + other.asked, self.moved + other.moved, self.unanswered + other.unanswered)


@dataclass(frozen=True)
class _Order:
    order_id: str
    expires_at: datetime


def reconcile() -> Outcome:
    """Ask about every pending donation once, and close those whose page is long gone.

    Two runs at once share the work: each takes up what the other has not.
    """
    began, outcome = now(), Outcome()
    while orders := runtime().database.run(lambda: _take_up(began)):
        outcome = sum((_reconcile(order) for order in orders), outcome)
    return outcome


def _take_up(began: datetime) -> Sequence[_Order]:
    """Mark the next donations as asked about, so that another run leaves them out."""
    unasked = or_(Donation.checked_at.is_(None), Donation.checked_at < began)
    late = and_(
        Donation.phase == Phase.failed,
        Donation.expires_at > began - LATE,
        or_(Donation.checked_at.is_(None), Donation.checked_at < began - LATE_PAUSE),
    )
    due = or_(and_(Donation.phase.in_(WAITING), unasked), late)
    rows = session().scalars(
        select(Donation).where(due).order_by(Donation.id).limit(BATCH).with_for_update(skip_locked=True)
    )
    taken = rows.all()
    for donation in taken:
        donation.checked_at = now()
    return [_Order(row.transaction_id, row.expires_at) for row in taken if row.transaction_id]


def _reconcile(order: _Order) -> Outcome:
    try:
        return Outcome(asked=1, moved=int(_bring_up_to_date(order)))
    except (PaymentError, Mismatch) as error:
        log.warning("an order could not be reconciled", extra={"order": order.order_id, "why": str(error)})
        return Outcome(asked=1, unanswered=1)


def _bring_up_to_date(order: _Order) -> bool:
    run = runtime().database.run
    transaction = runtime().payments.status(order.order_id)
    if transaction is not None:
        applied = run(lambda: books.apply(transaction, {"source": "reconcile"}))
        return applied is not None and applied.changed
    # Nobody chose a way to pay: that fails only once the page cannot be open any more.
    return order.expires_at + GRACE < now() and run(lambda: books.fail(order.order_id, "expired"))
