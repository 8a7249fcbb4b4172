"""Writing, editing and deleting comments.

Every change takes the post's lock first: the comments of one post change one after another, so its counter
and its threads stay right, whoever else writes there at the same moment.
"""

from sqlalchemy import Select, select, update
from sqlalchemy.orm import selectinload

from ruanghijau.accounts.identity import Identity
from ruanghijau.comments.models import Comment
from ruanghijau.db import now, session
from ruanghijau.errors import Conflict, NotFound
from ruanghijau.notifications import service as notifications
from ruanghijau.posts import service as posts
from ruanghijau.posts.models import Post

# MySQL gives a recursion up after 1,000 levels; answers to answers may go deeper. TiDB knows the hint too.
_AT_ANY_DEPTH = "/*+ SET_VAR(cte_max_recursion_depth = 4294967295) */"
# A longer list of ids makes MySQL read the whole table, and passes SQLite's 32,766 parameters.
CHUNK = 1_000


def add_comment(post_id: int, user_id: int, content: str, parent_id: int | None = None) -> Comment:
    """Comment on a post, or answer one of its comments. Raises `NotFound` for a post or comment not there."""
    post = posts.lock_visible(post_id)
    parent = _parent(post, parent_id) if parent_id else None
    comment = Comment(
        post_id=post.id,
        user_id=user_id,
        content=content,
        parent_comment_id=parent.id if parent else None,
        thread_id=(parent.thread_id or parent.id) if parent else None,
    )
    session().add(comment)
    session().flush()
    posts.count(post, comments_count=1)
    _tell(post, parent, comment)
    return comment


def read_comment(comment_id: int) -> Comment:
    """A comment that is there to be seen, with its author. Raises `NotFound`."""
    comment = session().get(Comment, comment_id, options=[selectinload(Comment.author)])
    if comment is None or comment.deleted_at is not None:
        raise NotFound("COMMENT_NOT_FOUND")
    posts.read_post(comment.post_id, None)
    return comment


def edit_comment(comment_id: int, me: Identity, content: str) -> Comment:
    """Change one's comment. Raises `Forbidden` unless `me` wrote it or is an administrator."""
    _, comment = lock(comment_id)
    me.require_owner(comment.user_id)
    comment.content = content
    session().flush()
    return comment


def delete_comment(comment_id: int, me: Identity) -> None:
    """Take a comment away with everything said below it, so that no answer is left without its question."""
    post, comment = lock(comment_id)
    me.require_owner(comment.user_id)
    remove_below(post, comment)


def remove_below(post: Post, comment: Comment) -> int:
    """Delete a comment of a locked post and all below it; returns how many that were."""
    found = session().scalars(_below(comment.id)).all()
    gone = {"deleted_at": now(), "updated_at": Comment.updated_at}
    for start in range(0, len(found), CHUNK):
        chunk = Comment.id.in_(found[start : start + CHUNK])
        session().execute(update(Comment).where(chunk).values(gone))
    posts.count(post, comments_count=-len(found))
    return len(found)


def lock(comment_id: int) -> tuple[Post, Comment]:
    """A comment and its post, both locked, the post first. Raises `NotFound`."""
    post_id = session().scalar(select(Comment.post_id).where(Comment.id == comment_id))
    if post_id is None:
        raise NotFound("COMMENT_NOT_FOUND")
    post = posts.lock_visible(post_id)
    comment = session().get_one(
        Comment,
        comment_id,
        with_for_update=True,
        populate_existing=True,
        # By a statement of its own: a join would lock the person as well.
        options=[selectinload(Comment.author)],
    )
    if comment.deleted_at is not None:
        raise NotFound("COMMENT_NOT_FOUND")
    return post, comment


def _below(comment_id: int) -> Select[int]:
    """The ids of a comment and of all that answers it, at any depth, as far as they are still there."""
    tree = (
        select(Comment.id).where(Comment.id == comment_id, Comment.deleted_at.is_(None)).cte(recursive=True)
    )
    answers = select(Comment.id).where(Comment.parent_comment_id == tree.c.id, Comment.deleted_at.is_(None))
    return select(tree.union_all(answers).c.id).prefix_with(_AT_ANY_DEPTH, dialect="mysql")


def _parent(post: Post, parent_id: int) -> Comment:
    parent = session().get(Comment, parent_id)
    if parent is None or parent.deleted_at is not None:
        raise NotFound("COMMENT_NOT_FOUND")
    if parent.post_id != post.id:
        raise Conflict("COMMENT_OF_ANOTHER_POST")
    return parent


def _tell(post: Post, parent: Comment | None, comment: Comment) -> None:
    """Tell whom it answers, and whose post it is; once, when both are the same person."""
    told = {parent.user_id: "reply"} if parent else {}
    told.setdefault(post.user_id, "comment")
    for reader, kind in told.items():
        notifications.notify(reader, kind, post.id, actor_id=comment.user_id, subject=post.title)
