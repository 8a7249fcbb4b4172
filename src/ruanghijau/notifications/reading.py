"""What a person has been told, and what of it they have read."""

from sqlalchemy import func, select, update

from ruanghijau.db import session
from ruanghijau.db.paging import Page, PageRequest, paginate
from ruanghijau.errors import NotFound
from ruanghijau.notifications.models import Notification


def list_notifications(user_id: int, page: PageRequest, *, unread: bool = False) -> Page[Notification]:
    """Somebody's news, the newest first; only what they have not read, if asked."""
    statement = select(Notification).where(Notification.user_id == user_id)
    if unread:
        statement = statement.where(Notification.is_read.is_(False))
    return paginate(statement, (Notification.id,), page)


def count_unread(user_id: int) -> int:
    unread = Notification.user_id == user_id, Notification.is_read.is_(False)
    return session().scalar(select(func.count()).select_from(Notification).where(*unread)) or 0


def mark_read(notification_id: int, user_id: int) -> None:
    """Note that somebody has read one piece of their news. Raises `NotFound`, also for another's."""
    found = session().get(Notification, notification_id)
    if found is None or found.user_id != user_id:
        raise NotFound("NOTIFICATION_NOT_FOUND")
    found.is_read = True
    session().flush()


def mark_all_read(user_id: int) -> None:
    """Note that somebody has read everything they were told so far."""
    unread = Notification.user_id == user_id, Notification.is_read.is_(False)
    session().execute(update(Notification).where(*unread).values(is_read=True))
