"""Everything kept on one person, and forgetting them: each room says what it holds and what becomes of it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Protocol

from sqlalchemy import select

from ruanghijau.accounts import passwords
from ruanghijau.accounts import personal as accounts_room
from ruanghijau.accounts import service as accounts
from ruanghijau.accounts.models import Role, User
from ruanghijau.badges import personal as badges_room
from ruanghijau.campaigns import personal as campaigns_room
from ruanghijau.chatbot import personal as chatbot_room
from ruanghijau.comments import personal as comments_room
from ruanghijau.db import now, session
from ruanghijau.disbursements import personal as disbursements_room
from ruanghijau.donations import personal as donations_room
from ruanghijau.errors import Forbidden
from ruanghijau.feedback import personal as feedback_room
from ruanghijau.follows import personal as follows_room
from ruanghijau.notifications import personal as notifications_room
from ruanghijau.notifications import service as notifications
from ruanghijau.outbox import personal as outbox_room
from ruanghijau.posts import personal as posts_room
from ruanghijau.quotas import personal as quotas_room
from ruanghijau.reports import personal as reports_room
from ruanghijau.volunteers import personal as volunteers_room
from ruanghijau.volunteers import service as volunteers
from ruanghijau.waste import personal as waste_room

# A request that was under way while its person was being erased is over long before this.
LATELY = timedelta(days=1)


class Room(Protocol):
    """What a room's `personal` module offers. An export is made of what JSON and `datetime` can say."""

    def export_person(self, user_id: int) -> dict[str, Any]: ...

    def erase_person(self, user_id: int) -> None: ...


# In the order of erasing: reports and disbursements look at what is left of campaigns, and the person's own
# row comes last.
ROOMS: dict[str, Room] = {
    "comments": comments_room,
    "volunteers": volunteers_room,
    "donations": donations_room,
    "badges": badges_room,
    "campaigns": campaigns_room,
    "disbursements": disbursements_room,
    "posts": posts_room,
    "reports": reports_room,
    "follows": follows_room,
    "feedback": feedback_room,
    "waste": waste_room,
    "quotas": quotas_room,
    "chatbot": chatbot_room,
    "notifications": notifications_room,
    "outbox": outbox_room,
    "accounts": accounts_room,
}


def export_person(user_id: int) -> dict[str, dict[str, Any]]:
    """All that is kept on a person, room by room. Raises `NotFound`."""
    accounts.get_user(user_id)
    return {name: room.export_person(user_id) for name, room in ROOMS.items()}


def delete_account(user_id: int, password: str) -> None:
    """Erase a person, and keep the books of what they gave and were given.

    Raises `Forbidden` for a wrong password, and `Conflict` for the last administrator.
    """
    user = accounts.get_user(user_id)
    if user.has_password and not passwords.matches(user, password):
        raise Forbidden("WRONG_PASSWORD")
    if user.role is Role.admin:
        accounts.require_another_admin(user_id)
    accounts.lock_user(user_id)
    _erase(user_id)


def lately_left() -> Sequence[int]:
    """Who left within the last day."""
    return session().scalars(select(User.id).where(User.deleted_at > now() - LATELY)).all()


def erase_remains(user_id: int) -> None:
    """Erase once more who has left: a request of theirs may have written something at the same moment."""
    _erase(user_id)


def _erase(user_id: int) -> None:
    called_off = campaigns_room.call_off(user_id)
    for room in ROOMS.values():
        room.erase_person(user_id)
    for campaign_id in called_off:
        notifications.notify_many(volunteers.user_ids(campaign_id), "campaign_cancelled", campaign_id)
