"""Liking comments. The counter and the rows change under one lock, so they cannot drift apart."""

from collections.abc import Iterable

from sqlalchemy import delete, select, update

from ruanghijau.comments import service
from ruanghijau.comments.models import Comment, CommentLike
from ruanghijau.db import session
from ruanghijau.notifications import service as notifications


def like(comment_id: int, user_id: int) -> int:
    """Like a comment, once however often it is asked; returns how many do."""
    post, comment = service.lock(comment_id)
    if _find(comment_id, user_id) is not None:
        return comment.likes_count
    session().add(CommentLike(comment_id=comment_id, user_id=user_id))
    notifications.notify(comment.user_id, "comment_like", post.id, actor_id=user_id, subject=post.title)
    return _count(comment, 1)


def unlike(comment_id: int, user_id: int) -> int:
    """Take a like back, if there is one; returns how many remain."""
    _, comment = service.lock(comment_id)
    found = _find(comment_id, user_id)
    if found is None:
        return comment.likes_count
    session().execute(delete(CommentLike).where(CommentLike.id == found))
    return _count(comment, -1)


def liked_by(user_id: int | None, comment_ids: Iterable[int]) -> set[int]:
    """Which of these comments the person likes."""
    if user_id is None:
        return set()
    statement = select(CommentLike.comment_id).where(
        CommentLike.user_id == user_id, CommentLike.comment_id.in_(comment_ids)
    )
    return set(session().scalars(statement))


def _count(comment: Comment, step: int) -> int:
    moved = {"likes_count": Comment.likes_count + step, "updated_at": Comment.updated_at}
    session().execute(update(Comment).where(Comment.id == comment.id).values(moved))
    session().refresh(comment, ["likes_count"])
    return comment.likes_count


def _find(comment_id: int, user_id: int) -> int | None:
    return session().scalar(
        select(CommentLike.id).where(CommentLike.comment_id == comment_id, CommentLike.user_id == user_id)
    )
