"""Giving badges to who earned them, and taking back what a refund un-earned."""

from collections import defaultdict
from collections.abc import Collection
from decimal import Decimal

from sqlalchemy import select

from ruanghijau.accounts import service as accounts
from ruanghijau.badges.kinds import Badge, earned
from ruanghijau.badges.models import UserBadge
from ruanghijau.db import session
from ruanghijau.notifications import service as notifications
from ruanghijau.texts import language_of, text


def settle(user_id: int, count: int, total: Decimal) -> None:
    """Make the badges somebody holds those that `count` donations of `total` rupiah earn.

    The caller holds the person's lock, so that nobody settles the same badges at the same moment.
    """
    held = {
        row.badge: row for row in session().scalars(select(UserBadge).where(UserBadge.user_id == user_id))
    }
    deserved = earned(count, int(total))
    for name in held.keys() - {badge.value for badge in deserved}:
        session().delete(held[name])
    for badge in sorted(badge for badge in deserved if badge.value not in held):
        _award(user_id, badge)
    session().flush()


def badges_of(user_ids: Collection[int]) -> dict[int, list[UserBadge]]:
    """The badges of each of these people, the oldest first."""
    rows = session().scalars(select(UserBadge).where(UserBadge.user_id.in_(user_ids)).order_by(UserBadge.id))
    found: dict[int, list[UserBadge]] = defaultdict(list)
    for row in rows:
        found[row.user_id].append(row)
    return found


def _award(user_id: int, badge: Badge) -> None:
    row = UserBadge(user_id=user_id, badge=badge.value)
    session().add(row)
    session().flush()
    reader = accounts.get_user(user_id)
    name = text(f"badges.{badge.value}.name", language_of(reader.language))
    notifications.notify(user_id, "badge", row.id, subject=name)
