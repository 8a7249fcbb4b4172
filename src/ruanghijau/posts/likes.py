"""Liking posts. The counter and the rows change under one lock, so they cannot drift apart."""

from collections.abc import Iterable

from sqlalchemy import delete, select

from ruanghijau.db import session
from ruanghijau.notifications import service as notifications
from ruanghijau.posts import service
from ruanghijau.posts.models import Like


def like(post_id: int, user_id: int) -> int:
    """Like a post, once however often it is asked; returns how many do."""
    post = service.lock_visible(post_id)
    if _find(post_id, user_id) is not None:
        return post.likes_count
    session().add(Like(post_id=post_id, user_id=user_id))
    notifications.notify(post.user_id, "like", post.id, actor_id=user_id, subject=post.title)
    return service.count(post, likes_count=1)


def unlike(post_id: int, user_id: int) -> int:
    """Take a like back, if there is one; returns how many remain."""
    post = service.lock_visible(post_id)
    found = _find(post_id, user_id)
    if found is None:
        return post.likes_count
    session().execute(delete(Like).where(Like.id == found))
    return service.count(post, likes_count=-1)


def liked_by(user_id: int | None, post_ids: Iterable[int]) -> set[int]:
    """Which of these posts the person likes."""
    if user_id is None:
        return set()
    statement = select(Like.post_id).where(Like.user_id == user_id, Like.post_id.in_(post_ids))
    return set(session().scalars(statement))


def _find(post_id: int, user_id: int) -> int | None:
    return session().scalar(select(Like.id).where(Like.post_id == post_id, Like.user_id == user_id))
