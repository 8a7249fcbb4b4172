"""What this room holds on a person, and why it keeps it."""

from typing import Any

from sqlalchemy import select, update

from ruanghijau.db import session
from ruanghijau.db.records import records
from ruanghijau.donations.models import Donation


def export_person(user_id: int) -> dict[str, Any]:
    given = select(*Donation.__table__.columns).where(Donation.donor_id == user_id).order_by(Donation.id)
    return {"donations": records(given)}


def erase_person(user_id: int) -> None:
    """Take away what the donor said and who gave; the books themselves are kept whole by law."""
    said = update(Donation).where(Donation.donor_id == user_id)
    session().execute(said.values(message=None, is_anonymous=True))
