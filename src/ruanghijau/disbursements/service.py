"""Accounting for a campaign's money: entering what was spent, voiding a wrong entry, and what is left."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from ruanghijau.accounts.identity import Identity
from ruanghijau.campaigns import service as campaigns
from ruanghijau.campaigns.models import Campaign
from ruanghijau.db import now, session
from ruanghijau.db.calendar import today
from ruanghijau.db.paging import Page, PageRequest, paginate
from ruanghijau.disbursements.models import Disbursement
from ruanghijau.donations import service as donations
from ruanghijau.errors import Conflict, FieldError, NotFound
from ruanghijau.notifications import service as notifications
from ruanghijau.rupiah import in_rupiah
from ruanghijau.volunteers import service as volunteers

# A second click comes within seconds; two equal expenses of one day are entered more slowly than this.
REPEAT_TIME = timedelta(minutes=1)


@dataclass(frozen=True)
class Expense:
    """What somebody says that money was spent on: `amount` in rupiah, `receipt_key` of a stored picture."""

    amount: Decimal
    purpose: str
    spent_on: date
    recipient: str | None = None
    receipt_key: str | None = None


@dataclass(frozen=True)
class Totals:
    """A campaign's money in rupiah. `left` is negative where gifts were given back after they were spent."""

    collected: Decimal
    spent: Decimal

    @property
    def left(self) -> Decimal:
        return self.collected - self.spent


def enter_disbursement(campaign_id: int, me: Identity, expense: Expense) -> Disbursement:
    """Enter an expense of a campaign in whatever state, and tell its donors and volunteers.

    Raises `Forbidden` unless `me` organises the campaign or is an administrator, and `Conflict` for a day
    outside of the campaign's time, for what was entered a moment ago, and for more than there is.
    """
    # Under the campaign's lock, which refunds take as well: two entries cannot both have the last rupiah.
    campaign = campaigns.lock_own_campaign(campaign_id, me)
    _check_day(campaign, expense.spent_on)
    _check_repeated(campaign_id, me.user_id, expense)
    _check_funds(totals(campaign), expense.amount)
    entry = Disbursement(
        campaign_id=campaign_id,
        author_id=me.user_id,
        amount=expense.amount,
        purpose=expense.purpose,
        recipient=expense.recipient,
        spent_on=expense.spent_on,
        receipt_url=expense.receipt_key,
    )
    session().add(entry)
    session().flush()
    _tell(campaign, me)
    return entry


def void_disbursement(campaign_id: int, entry_id: int, me: Identity, reason: str) -> Disbursement:
    """Take an entry out of the sums; it stays to be seen, with the reason.

    Raises `Forbidden` for who may not, `NotFound`, and `Conflict` when it is void already.
    """
    campaigns.lock_own_campaign(campaign_id, me)
    options = [joinedload(Disbursement.author)]
    entry = session().get(Disbursement, entry_id, populate_existing=True, options=options)
    if entry is None or entry.campaign_id != campaign_id:
        raise NotFound("DISBURSEMENT_NOT_FOUND")
    if entry.voided_at is not None:
        raise Conflict("DISBURSEMENT_VOIDED")
    entry.voided_at, entry.void_reason = now(), reason
    session().flush()
    return entry


def list_disbursements(campaign_id: int, page: PageRequest) -> Page[Disbursement]:
    """A campaign's entries with their authors, voided ones too, the newest first. Raises `NotFound`."""
    campaigns.read_campaign(campaign_id)
    statement = select(Disbursement).where(Disbursement.campaign_id == campaign_id)
    return paginate(statement, (Disbursement.id,), page, options=[joinedload(Disbursement.author)])


def read_totals(campaign_id: int) -> Totals:
    """Raises `NotFound`."""
    return totals(campaigns.read_campaign(campaign_id))


def totals(campaign: Campaign) -> Totals:
    return Totals(campaign.current_amount, spent(campaign.id))


def spent(campaign_id: int) -> Decimal:
    """What a campaign spent according to its entries that are not voided, in rupiah."""
    valid = Disbursement.campaign_id == campaign_id, Disbursement.voided_at.is_(None)
    return session().scalar(select(func.sum(Disbursement.amount)).where(*valid)) or Decimal(0)


def _check_day(campaign: Campaign, day: date) -> None:
    # What was paid before a campaign's first day was not paid with its gifts: it takes none before.
    if day < campaign.start_date:
        raise _day_refused("spent_before_start", earliest=campaign.start_date.isoformat())
    if day > today():
        raise _day_refused("spent_in_future", latest=today().isoformat())


def _day_refused(code: str, **params: object) -> Conflict:
    return Conflict("DISBURSEMENT_DATE_REFUSED", [FieldError("spent_on", code, tuple(params.items()))])


def _check_repeated(campaign_id: int, author_id: int, expense: Expense) -> None:
    same = (
        Disbursement.campaign_id == campaign_id,
        Disbursement.author_id == author_id,
        Disbursement.amount == expense.amount,
        Disbursement.purpose == expense.purpose,
        Disbursement.spent_on == expense.spent_on,
        Disbursement.voided_at.is_(None),
        Disbursement.created_at > now() - REPEAT_TIME,
    )
    if session().scalar(select(Disbursement.id).where(*same).limit(1)):
        raise Conflict("DISBURSEMENT_REPEATED")


def _check_funds(now_there: Totals, amount: Decimal) -> None:
    if amount > now_there.left:
        raise Conflict(
            "DISBURSEMENT_EXCEEDS_FUNDS",
            collected=in_rupiah(now_there.collected),
            spent=in_rupiah(now_there.spent),
            left=in_rupiah(now_there.left),
        )


def _tell(campaign: Campaign, me: Identity) -> None:
    people = {*volunteers.user_ids(campaign.id), *donations.donor_ids(campaign.id)}
    notifications.notify_many(
        people, "disbursement", campaign.id, actor_id=me.user_id, subject=campaign.title
    )
