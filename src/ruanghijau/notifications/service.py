"""Telling people what happened: in the transaction of the event, so that both happen or neither."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, insert, select

from ruanghijau.accounts import service as accounts
from ruanghijau.accounts.models import User
from ruanghijau.db import now, session
from ruanghijau.notifications import preferences
from ruanghijau.notifications.kinds import QUIET_KINDS, Kind
from ruanghijau.notifications.models import Notification
from ruanghijau.outbox import service as outbox
from ruanghijau.outbox.service import About, Letter
from ruanghijau.texts import has_text, language_of, text

# Telling costs four statements for each so many readers, and one for the actor's name.
CHUNK = 500
MAX_TITLE = 255
# Liking, unliking and liking again tells the other person once.
QUIET_TIME = timedelta(hours=24)


@dataclass(frozen=True)
class _News:
    """What happened, to which thing, by whom, and the words of the thing that the text quotes."""

    kind: Kind
    related_id: int | None
    actor_id: int | None
    actor: str
    subject: str | None


def notify(
    user_id: int,
    kind: str,
    related_id: int | None,
    *,
    actor_id: int | None = None,
    subject: str | None = None,
) -> None:
    """Tell one person; see `notify_many`."""
    notify_many([user_id], kind, related_id, actor_id=actor_id, subject=subject)


def notify_many(
    user_ids: Iterable[int],
    kind: str,
    related_id: int | None,
    *,
    actor_id: int | None = None,
    subject: str | None = None,
) -> None:
    """Tell people of something, in the app and by mail as each of them wishes and in their language.

    Nobody is told of what they did themselves, and who left or is banned is told nothing. `subject` is what
    the text quotes, such as a title. Raises `ValueError` for a `kind` that `Kind` does not list.
    """
    news = _News(Kind(kind), related_id, actor_id, _name(actor_id), subject)
    readers = sorted({*user_ids} - {actor_id} - _told_lately(news))
    for start in range(0, len(readers), CHUNK):
        _tell(readers[start : start + CHUNK], news)


def take_back(kinds: Iterable[Kind], related_ids: Sequence[int]) -> None:
    """Forget what people were told about things that are gone, in the app and by mail."""
    names = [kind.value for kind in kinds]
    about = Notification.type.in_(names), Notification.related_id.in_(related_ids)
    session().execute(delete(Notification).where(*about))
    outbox.take_back(names, related_ids)


def _told_lately(news: _News) -> set[int]:
    """Who was told of the same a while ago; only what can be done again and again is looked up."""
    if news.kind not in QUIET_KINDS:
        return set()
    same = (
        Notification.type == news.kind.value,
        Notification.related_id == news.related_id,
        Notification.actor_id == news.actor_id,
        Notification.created_at >= now() - QUIET_TIME,
    )
    return {*session().scalars(select(Notification.user_id).where(*same))}


def _name(user_id: int | None) -> str:
    """A username; nothing for somebody who is not here, or for no one."""
    people = accounts.present([user_id]) if user_id else []
    return people[0].username if people else ""


def _tell(user_ids: Sequence[int], news: _News) -> None:
    ways = preferences.ways(user_ids, news.kind)
    rows, letters = [], []
    for reader in accounts.present(user_ids):
        title, content = _words(news, reader)
        if ways[reader.id].in_app:
            rows.append(_row(news, reader, title, content))
        if ways[reader.id].email and reader.is_verified:
            letters.append(_letter(news, reader, title, content))
    if rows:
        session().execute(insert(Notification), rows)
    outbox.enqueue_many(letters)


def _words(news: _News, reader: User) -> tuple[str, str]:
    """Title and content in the reader's language; without a subject one sentence is both."""
    language = language_of(reader.language)
    key = f"notifications.{news.kind.value}"
    actor = news.actor or text("notifications.somebody", language)
    if not news.subject:
        bare = f"{key}.bare" if has_text(f"{key}.bare") else f"{key}.title"
        return (text(bare, language, actor=actor)[:MAX_TITLE],) * 2
    title, content = (
        text(f"{key}.{part}", language, actor=actor, subject=news.subject) for part in ("title", "content")
    )
    return title[:MAX_TITLE], content


def _row(news: _News, reader: User, title: str, content: str) -> dict[str, object]:
    return {
        "user_id": reader.id,
        "type": news.kind.value,
        "related_id": news.related_id,
        "actor_id": news.actor_id,
        "title": title,
        "content": content,
    }


def _letter(news: _News, reader: User, title: str, content: str) -> Letter:
    return Letter(
        recipient=reader.email,
        template="notification",
        language=reader.language,
        user_id=reader.id,
        about=About(news.kind.value, news.related_id, news.actor_id),
        params={"name": reader.username, "title": title, "content": content},
    )
