"""What this room holds on a person, and how it forgets them."""

from typing import Any

from sqlalchemy import delete, select

from ruanghijau.db import session
from ruanghijau.db.records import records
from ruanghijau.quotas.models import DailyUse
from ruanghijau.quotas.service import person


def export_person(user_id: int) -> dict[str, Any]:
    theirs = select(DailyUse.action, DailyUse.day, DailyUse.used).where(DailyUse.subject == person(user_id))
    return {"daily_uses": [row | {"day": row["day"].isoformat()} for row in records(theirs)]}


def erase_person(user_id: int) -> None:
    session().execute(delete(DailyUse).where(DailyUse.subject == person(user_id)))
