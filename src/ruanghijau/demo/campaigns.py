"""The demo's campaigns, with their volunteers, their progress, the gifts they got and what these became."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal

from ruanghijau.accounts.models import User
from ruanghijau.campaigns.models import Campaign, CampaignStatus, CampaignUpdate
from ruanghijau.db import now, session
from ruanghijau.db.calendar import today
from ruanghijau.demo import content
from ruanghijau.demo.disbursements import Keep, add_disbursements
from ruanghijau.donations.models import Donation, LedgerEntry, Phase
from ruanghijau.volunteers.models import Volunteer

# Draws a scene and stores it; returns its key.
Draw = Callable[[str], str]

GIFTS = (10_000, 20_000, 25_000, 50_000, 50_000, 100_000, 100_000, 150_000, 250_000, 500_000, 1_000_000)
SMALLEST = min(GIFTS)
MESSAGES = (
    "Semoga lancar dan barokah.",
    "Sedikit dari kami sekeluarga.",
    "Untuk anak cucu kita.",
    "Semangat, kami ikut mengawal laporannya ya!",
    "Titip satu bibit atas nama almarhumah ibu.",
    "Dari kas arisan RT, semoga bermanfaat.",
)


def add_campaign(
    entry: content.DemoCampaign, people: dict[str, User], draw: Draw, keep: Keep, dice: random.Random
) -> None:
    """Write one campaign with everything that hangs on it.

    Raises `ValueError` when its content spends more than it collected.
    """
    created = now() + timedelta(days=entry.created_day)
    campaign = Campaign(
        creator_id=people[entry.creator].id,
        title=entry.title,
        description=entry.description.strip(),
        image_url=draw(entry.scene),
        category=entry.category,
        city=entry.city,
        goal_amount=Decimal(entry.goal),
        status=entry.status,
        cancel_reason=entry.cancel_reason,
        start_date=today() + timedelta(days=entry.start_day),
        end_date=today() + timedelta(days=entry.end_day),
        volunteer_capacity=entry.volunteer_capacity,
        permit_number=entry.permit_number,
        operating_cost_percent=entry.operating_cost_percent,
        created_at=created,
        updated_at=created,
    )
    session().add(campaign)
    session().flush()
    _updates(campaign, entry, draw)
    _volunteers(campaign, entry, people)
    _gifts(campaign, entry, people, dice)
    add_disbursements(campaign, entry, keep)
    session().flush()


def _updates(campaign: Campaign, entry: content.DemoCampaign, draw: Draw) -> None:
    for update in entry.updates:
        moment = now() - timedelta(days=update.days_ago)
        session().add(
            CampaignUpdate(
                campaign_id=campaign.id,
                author_id=campaign.creator_id,
                title=update.title,
                content=update.content.strip(),
                image_url=draw(update.scene) if update.scene else None,
                created_at=moment,
                updated_at=moment,
            )
        )


def _volunteers(campaign: Campaign, entry: content.DemoCampaign, people: dict[str, User]) -> None:
    for volunteer in entry.volunteers:
        session().add(
            Volunteer(
                campaign_id=campaign.id,
                user_id=people[volunteer.username].id,
                status=volunteer.status,
                hours_contributed=volunteer.hours,
                joined_at=now() - timedelta(days=volunteer.joined_days_ago),
            )
        )
        campaign.volunteers_count += 1


def _gifts(
    campaign: Campaign, entry: content.DemoCampaign, people: dict[str, User], dice: random.Random
) -> None:
    """Split what was collected into gifts, the oldest first, each in the books as the real ones are."""
    left = entry.collected // SMALLEST * SMALLEST
    first, last = entry.start_day, min(entry.end_day, 0)
    gifts = []
    while left:
        amount = min(dice.choice(GIFTS), left)
        left -= amount
        gifts.append((dice.uniform(first, last), amount, dice.choice(list(people.values()))))
    for day, amount, donor in sorted(gifts, key=lambda gift: gift[0]):
        gift = _gift(campaign, donor, amount, day, dice)
        if campaign.status is CampaignStatus.cancelled:
            _give_back(gift, campaign)


def _gift(campaign: Campaign, donor: User, amount: int, day: float, dice: random.Random) -> Donation:
    moment = now() + timedelta(days=day)
    code = f"{dice.getrandbits(64):016X}"
    donation = Donation(
        campaign_id=campaign.id,
        donor_id=donor.id,
        amount=Decimal(amount),
        payment_method=dice.choice(["gopay", "qris", "bank_transfer"]),
        transaction_id=f"donation-{donor.id}-{moment:%Y%m%d}-{code.lower()}",
        expires_at=moment + timedelta(hours=24),
        is_anonymous=dice.random() < 0.15,
        message=dice.choice(MESSAGES) if dice.random() < 0.2 else None,
        payment_date=moment,
        certificate_code=code,
        donated_at=moment,
        phase=Phase.pending,
    )
    donation.advance(Phase.paid)
    session().add(donation)
    session().flush()
    _enter(donation, campaign, "paid", donation.amount, moment)
    return donation


def _give_back(donation: Donation, campaign: Campaign) -> None:
    """What a campaign that was called off returns to its donors."""
    donation.advance(Phase.refunded)
    donation.refunded_amount = donation.amount
    _enter(donation, campaign, f"refunded:{donation.amount:.0f}", -donation.amount, now())


def _enter(donation: Donation, campaign: Campaign, event: str, amount: Decimal, moment: datetime) -> None:
    session().add(
        LedgerEntry(
            donation_id=donation.id,
            campaign_id=campaign.id,
            event=event,
            phase=donation.phase,
            amount=amount,
            payload={"demo": True},
            created_at=moment,
        )
    )
    session().flush()  # row by row: the order of the ledger is that of what happened
    campaign.current_amount += amount
