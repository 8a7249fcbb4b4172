"""What this room holds on a person, and how it forgets them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, delete, func, select, update

from ruanghijau.db import now, session
from ruanghijau.db.records import records
from ruanghijau.notifications import service as notifications
from ruanghijau.notifications.kinds import Kind
from ruanghijau.pictures import service as pictures
from ruanghijau.posts.models import Like, Post

# Rows looked at in one statement.
CHUNK = 500
# What people are told that quotes a post's title; all of it names the post as the thing it is about.
_QUOTING = (Kind.like, Kind.comment, Kind.reply, Kind.comment_like)
_POST = (
    Post.id, Post.title, Post.content, Post.image_url, Post.category, Post.status, Post.likes_count,
    Post.comments_count, Post.shares_count, Post.created_at, Post.published_at, Post.updated_at,
    Post.deleted_at,
)  # fmt: skip


def export_person(user_id: int) -> dict[str, Any]:
    posts = records(select(*_POST).where(Post.user_id == user_id).order_by(Post.id))
    for post in posts:
        post["image_url"] = pictures.url(post["image_url"])
    likes = select(Like.post_id, Like.created_at).where(Like.user_id == user_id).order_by(Like.id)
    return {"posts": posts, "likes": records(likes)}


def erase_person(user_id: int) -> None:
    """Take the person's posts away, with what they said, and their likes with what these counted."""
    written = session().scalars(ids_of(user_id).order_by(Post.id).with_for_update()).all()
    for start in range(0, len(written), CHUNK):
        _blank(written[start : start + CHUNK])
    likes = select(Like.post_id).where(Like.user_id == user_id).order_by(Like.post_id)
    liked = session().scalars(likes).all()
    for start in range(0, len(liked), CHUNK):
        _unlike(user_id, liked[start : start + CHUNK])


def ids_of(user_id: int) -> Select[int]:
    """The ids of all posts of a person, for use inside another statement."""
    return select(Post.id).where(Post.user_id == user_id)


def lock(post_id: int) -> Post:
    """A post in whatever state, locked: its counters stay right also where nobody sees them."""
    return session().get_one(Post, post_id, with_for_update=True, populate_existing=True)


def _blank(post_ids: Sequence[int]) -> None:
    keys = select(Post.image_url).where(Post.id.in_(post_ids), Post.image_url.is_not(None))
    for key in session().scalars(keys):
        pictures.remove(key)
    gone = {
        "title": None,
        "content": "",
        "image_url": None,
        "deleted_at": func.coalesce(Post.deleted_at, now()),
        "updated_at": Post.updated_at,
    }
    session().execute(update(Post).where(Post.id.in_(post_ids)).values(gone))
    notifications.take_back(_QUOTING, post_ids)


def _unlike(user_id: int, post_ids: Sequence[int]) -> None:
    session().execute(select(Post.id).where(Post.id.in_(post_ids)).order_by(Post.id).with_for_update())
    # Read under the lock: only what is counted now may be taken off.
    rows = select(Like.id, Like.post_id).where(Like.user_id == user_id, Like.post_id.in_(post_ids))
    likes = session().execute(rows).all()
    session().execute(delete(Like).where(Like.id.in_([like.id for like in likes])))
    fewer = {"likes_count": Post.likes_count - 1, "updated_at": Post.updated_at}
    counted = Post.id.in_([like.post_id for like in likes])
    session().execute(update(Post).where(counted).values(fewer))
