"""What this room holds on a person, and how it forgets them."""

from typing import Any

from sqlalchemy import delete, or_, select

from ruanghijau.db import session
from ruanghijau.db.records import records
from ruanghijau.notifications.models import Notification, NotificationPreference

_NOTIFICATION = (
    Notification.id, Notification.type.label("kind"), Notification.title, Notification.content,
    Notification.related_id, Notification.is_read, Notification.created_at,
)  # fmt: skip
_PREFERENCE = (NotificationPreference.kind, NotificationPreference.in_app, NotificationPreference.email)


def export_person(user_id: int) -> dict[str, Any]:
    told = select(*_NOTIFICATION).where(Notification.user_id == user_id).order_by(Notification.id)
    wishes = select(*_PREFERENCE).where(NotificationPreference.user_id == user_id)
    return {"notifications": records(told), "preferences": records(wishes)}


def erase_person(user_id: int) -> None:
    """Forget what the person was told, how they wished to be told, and what others were told of them."""
    concerned = or_(Notification.user_id == user_id, Notification.actor_id == user_id)
    session().execute(delete(Notification).where(concerned))
    session().execute(delete(NotificationPreference).where(NotificationPreference.user_id == user_id))
