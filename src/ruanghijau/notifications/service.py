"""Telling people what happened: in the transaction of the event, so that both happen or neither."""

from ruanghijau.accounts import service as accounts
from ruanghijau.db import session
from ruanghijau.notifications.models import Notification
from ruanghijau.texts import language_of, text


def notify(
    user_id: int,
    kind: str,
    related_id: int,
    *,
    actor_id: int | None = None,
    subject: str | None = None,
) -> None:
    """Tell a person about something of theirs; nobody is told of what they did themselves."""
    if actor_id == user_id:
        return
    reader = accounts.get_user(user_id)
    actor = accounts.get_user(actor_id).username if actor_id else ""
    language = language_of(reader.language)
    params = {"actor": actor, "subject": subject or "-"}
    session().add(
        Notification(
            user_id=user_id,
            type=kind,
            related_id=related_id,
            title=text(f"notifications.{kind}.title", language, **params)[:255],
            content=text(f"notifications.{kind}.content", language, **params),
        )
    )
