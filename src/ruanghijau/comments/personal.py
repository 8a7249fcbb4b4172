"""What this room holds on a person, and how it forgets them."""

from typing import Any

from sqlalchemy import Select, delete, select, update

from ruanghijau.comments import service
from ruanghijau.comments.models import Comment, CommentLike
from ruanghijau.db import session
from ruanghijau.db.records import records
from ruanghijau.posts import personal as posts
from ruanghijau.posts.models import Post

_COMMENT = (
    Comment.id, Comment.post_id, Comment.parent_comment_id, Comment.content, Comment.likes_count,
    Comment.created_at, Comment.updated_at, Comment.deleted_at,
)  # fmt: skip


def export_person(user_id: int) -> dict[str, Any]:
    liked = select(CommentLike.comment_id, CommentLike.created_at).where(CommentLike.user_id == user_id)
    return {
        "comments": records(select(*_COMMENT).where(Comment.user_id == user_id).order_by(Comment.id)),
        "likes": records(liked.order_by(CommentLike.id)),
    }


def erase_person(user_id: int) -> None:
    """Take the person's comments away, with what is below them, and their likes; post by post."""
    liked = select(CommentLike.comment_id).where(CommentLike.user_id == user_id)
    touched = (Comment.user_id == user_id) | Comment.id.in_(liked)
    for post_id in session().scalars(select(Comment.post_id).where(touched).distinct()).all():
        _leave_post(posts.lock(post_id), user_id)
    blank = {"content": "", "updated_at": Comment.updated_at}
    session().execute(update(Comment).where(Comment.user_id == user_id).values(blank))


def ids_of(user_id: int) -> Select[int]:
    """The ids of all comments of a person, for use inside another statement."""
    return select(Comment.id).where(Comment.user_id == user_id)


def _leave_post(post: Post, user_id: int) -> None:
    own = ids_of(user_id).where(Comment.post_id == post.id, Comment.deleted_at.is_(None))
    for comment_id in session().scalars(own.order_by(Comment.id)).all():
        service.remove_below(post, session().get_one(Comment, comment_id))
    rows = (
        select(CommentLike.id, CommentLike.comment_id)
        .join(Comment, Comment.id == CommentLike.comment_id)
        .where(CommentLike.user_id == user_id, Comment.post_id == post.id)
    )
    likes = session().execute(rows).all()
    session().execute(delete(CommentLike).where(CommentLike.id.in_([like.id for like in likes])))
    fewer = {"likes_count": Comment.likes_count - 1, "updated_at": Comment.updated_at}
    counted = Comment.id.in_([like.comment_id for like in likes])
    session().execute(update(Comment).where(counted).values(fewer))
