"""What tests of comments have in common."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import aliased

from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.comments.models import Comment, CommentLike
from ruanghijau.posts.models import Like, Post


def publish(author: Person, content: str = "Siapa mau ikut?") -> int:
    """Publish a post over HTTP; returns its id."""
    response = author.send_form("POST", "/api/posts/create", title="Kompos", content=content)
    assert response.status_code == 201, response.json
    return int(response.json["post_id"])


def say(author: Person, post: int, content: str = "Saya ikut!", parent: int | None = None) -> int:
    """Comment over HTTP; returns the comment's id."""
    body = {"post_id": post, "content": content, "parent_comment_id": parent}
    response = author.post("/api/comments/add", body)
    assert response.status_code == 201, response.json
    return int(response.json["comment_id"])


def threads(reader: Person, post: int, **query: Any) -> list[dict[str, Any]]:
    """The comments of one page as this person reads them."""
    response = reader.get(f"/api/comments/{post}", **query)
    assert response.status_code == 200, response.json
    return list(response.json["comments"])


def counter(reader: Person, post: int) -> int:
    return int(reader.get(f"/api/posts/{post}").json["comments_count"])


def require_true_counters(app: RuangHijau) -> None:
    """Every counter of posts and comments says how many rows there are, and no comment lost its parent."""
    visible = Comment.post_id == Post.id, Comment.deleted_at.is_(None)
    parent = aliased(Comment)
    orphans = (
        select(Comment.id)
        .join(parent, Comment.parent_comment_id == parent.id)
        .where(Comment.deleted_at.is_(None), parent.deleted_at.is_not(None))
    )
    with app.runtime.database.transaction(write=False) as db:
        assert db.execute(_wrong(Post, Post.comments_count, Comment, *visible)).all() == []
        assert db.execute(_wrong(Post, Post.likes_count, Like, Like.post_id == Post.id)).all() == []
        likes = CommentLike.comment_id == Comment.id
        assert db.execute(_wrong(Comment, Comment.likes_count, CommentLike, likes)).all() == []
        assert db.execute(orphans).all() == []


def _wrong(table: Any, kept: Any, counted: Any, *which: ColumnElement[bool]) -> Select[Any]:
    """The rows whose counter says something else than there is to count."""
    true = select(func.count()).select_from(counted).where(*which).correlate(table).scalar_subquery()
    return select(table.id, kept, true).where(kept != true)
