"""`/api/notifications`: one's news, and how one wishes to be told."""

from apiflask import APIBlueprint

from ruanghijau.accounts.guard import signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.notifications import preferences, reading
from ruanghijau.notifications.schemas import (
    NotificationOutput,
    NotificationPage,
    NotificationQuery,
    NotificationsRead,
    Preferences,
    PreferencesInput,
    UnreadCount,
)

bp = APIBlueprint("notifications", __name__, url_prefix="/api/notifications", tag="Notifications")


@bp.get("")
@signed_in
@bp.input(NotificationQuery, location="query", arg_name="query")
@bp.output(NotificationPage)
def read_list(me: Identity, query: NotificationQuery) -> NotificationPage:
    """One's notifications, the newest first."""
    page = reading.list_notifications(me.user_id, query.request, unread=query.unread)
    return NotificationPage(
        notifications=[NotificationOutput.of(one) for one in page.items],
        unread_count=reading.count_unread(me.user_id),
        total=page.total,
        page=page.page,
        next_cursor=page.next_cursor,
    )


@bp.get("/unread-count")
@signed_in
@bp.output(UnreadCount)
def read_unread_count(me: Identity) -> UnreadCount:
    """How many notifications one has not read: cheap enough to ask often."""
    return UnreadCount(unread_count=reading.count_unread(me.user_id))


@bp.put("/<int:notification_id>/read")
@signed_in
@bp.output(NotificationsRead)
def mark_read(me: Identity, notification_id: int) -> NotificationsRead:
    """Mark one notification read; doing so again changes nothing."""
    reading.mark_read(notification_id, me.user_id)
    return NotificationsRead(unread_count=reading.count_unread(me.user_id))


@bp.put("/read-all")
@signed_in
@bp.output(NotificationsRead)
def mark_all_read(me: Identity) -> NotificationsRead:
    """Mark everything read."""
    reading.mark_all_read(me.user_id)
    return NotificationsRead(unread_count=reading.count_unread(me.user_id))


@bp.get("/preferences")
@signed_in
@bp.output(Preferences)
def read_preferences(me: Identity) -> Preferences:
    """How one is told of each kind of news."""
    return Preferences.of(preferences.read(me.user_id))


@bp.put("/preferences")
@signed_in
@bp.input(PreferencesInput, arg_name="body")
@bp.output(Preferences)
def change_preferences(me: Identity, body: PreferencesInput) -> Preferences:
    """Choose how one is told; kinds left out stay as they are."""
    preferences.change(me.user_id, body.wishes)
    return Preferences.of(preferences.read(me.user_id))
