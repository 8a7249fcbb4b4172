"""Finding a certificate by its code or its donation, and whether it still holds."""

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import joinedload
from sqlalchemy.sql.base import ExecutableOption

from ruanghijau.accounts.identity import Identity
from ruanghijau.campaigns.models import Campaign
from ruanghijau.db import session
from ruanghijau.donations import listing
from ruanghijau.donations.models import GIVEN, Donation
from ruanghijau.errors import Conflict, NotFound

LENGTH = 16


@dataclass(frozen=True)
class Certificate:
    """A paid gift. `amount` is what the campaign keeps of `given`, both in rupiah.

    `donor_name` is None where the donor wished to stay unnamed, or is not here any more.
    """

    code: str
    donor_name: str | None
    given: Decimal
    amount: Decimal
    campaign_id: int
    campaign_title: str
    organiser: str | None
    permit_number: str | None
    paid_at: datetime
    is_valid: bool

    @property
    def grouped_code(self) -> str:
        """The code as people read it out: in groups of four."""
        return "-".join(self.code[start : start + 4] for start in range(0, len(self.code), 4))


def find(code: str) -> Certificate:
    """The certificate with this code, as the public may see it; case and dashes do not count.

    Raises `NotFound`.
    """
    plain = re.sub(r"[\s-]", "", code).upper()
    found = select(Donation).where(Donation.certificate_code == plain)
    donation = session().scalar(found.options(*_with_names())) if len(plain) == LENGTH else None
    if donation is None:
        raise NotFound("CERTIFICATE_NOT_FOUND")
    return _certificate(donation, named=not donation.is_anonymous)


def of_donation(donation_id: int, me: Identity) -> Certificate:
    """The donor's own certificate, which bears their name even where the public does not learn it.

    Raises `NotFound` for somebody else's donation, and `Conflict` where there is nothing to certify.
    """
    listing.read_donation(donation_id, me)
    found = select(Donation).where(Donation.id == donation_id).options(*_with_names())
    donation = session().scalars(found).one()
    if donation.payment_date is None:
        raise Conflict("DONATION_NOT_PAID")
    certificate = _certificate(donation, named=True)
    if not certificate.is_valid:
        raise Conflict("CERTIFICATE_WITHDRAWN")
    return certificate


def _with_names() -> tuple[ExecutableOption, ...]:
    return joinedload(Donation.donor), joinedload(Donation.campaign).joinedload(Campaign.creator)


def _certificate(donation: Donation, *, named: bool) -> Certificate:
    donor, creator = donation.donor, donation.campaign.creator
    return Certificate(
        code=donation.certificate_code or "",
        donor_name=(donor.full_name or donor.username) if named and donor.deleted_at is None else None,
        given=donation.amount,
        amount=donation.counted,
        campaign_id=donation.campaign_id,
        campaign_title=donation.campaign.title,
        organiser=(creator.full_name or creator.username) if creator.deleted_at is None else None,
        permit_number=donation.campaign.permit_number,
        paid_at=donation.payment_date or donation.donated_at,
        is_valid=donation.phase in GIVEN,
    )
