"""What this room holds on a person, and how it forgets them."""

from typing import Any

from sqlalchemy import delete, select

from ruanghijau.badges.models import UserBadge
from ruanghijau.db import session
from ruanghijau.db.records import records


def export_person(user_id: int) -> dict[str, Any]:
    held = select(UserBadge.badge, UserBadge.created_at).where(UserBadge.user_id == user_id)
    return {"badges": records(held.order_by(UserBadge.id))}


def erase_person(user_id: int) -> None:
    session().execute(delete(UserBadge).where(UserBadge.user_id == user_id))
