"""Reading comments: threads with their first answers, and all the answers of one thread."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import aliased, joinedload

from ruanghijau.accounts.identity import Identity
from ruanghijau.comments.models import Comment
from ruanghijau.db import session
from ruanghijau.db.paging import Page, PageRequest, paginate
from ruanghijau.posts import service as posts

SHOWN_REPLIES = 5


@dataclass(frozen=True)
class Thread:
    """A comment, how many answers its thread has, and the first of them."""

    comment: Comment
    replies_count: int = 0
    replies: list[Comment] = field(default_factory=list)


def threads(post_id: int, me: Identity | None, page: PageRequest) -> Page[Thread]:
    """The threads of a post, the oldest first; four statements, whatever the page's length.

    Raises `NotFound` for a post that `me` may not see.
    """
    posts.read_post(post_id, me)
    roots = select(Comment).where(
        Comment.post_id == post_id, Comment.thread_id.is_(None), Comment.deleted_at.is_(None)
    )
    found = paginate(roots, (Comment.id,), page, newest_first=False, options=[joinedload(Comment.author)])
    return Page(_with_replies(found.items), found.total, found.page, found.next_cursor)


def replies(post_id: int, thread_id: int, me: Identity | None, page: PageRequest) -> Page[Thread]:
    """The answers of one thread, the oldest first."""
    posts.read_post(post_id, me)
    statement = select(Comment).where(
        Comment.post_id == post_id, Comment.thread_id == thread_id, Comment.deleted_at.is_(None)
    )
    found = paginate(statement, (Comment.id,), page, newest_first=False, options=[joinedload(Comment.author)])
    return Page([Thread(comment) for comment in found.items], found.total, found.page, found.next_cursor)


def _with_replies(roots: Sequence[Comment]) -> list[Thread]:
    counts, first = _first_replies([root.id for root in roots])
    return [Thread(root, counts[root.id], first[root.id]) for root in roots]


def _first_replies(thread_ids: list[int]) -> tuple[dict[int, int], dict[int, list[Comment]]]:
    """How many answers each thread has, and its first ones: one statement for all threads."""
    place = func.row_number().over(partition_by=Comment.thread_id, order_by=Comment.id)
    size = func.count().over(partition_by=Comment.thread_id)
    numbered = (
        select(Comment, place.label("place"), size.label("size"))
        .where(Comment.thread_id.in_(thread_ids), Comment.deleted_at.is_(None))
        .subquery()
    )
    reply = aliased(Comment, numbered)
    rows = session().execute(
        select(reply, numbered.c.size)
        .where(numbered.c.place <= SHOWN_REPLIES)
        .order_by(numbered.c.id)
        .options(joinedload(reply.author))
    )
    counts: dict[int, int] = defaultdict(int)
    first: dict[int, list[Comment]] = defaultdict(list)
    for comment, total in rows:
        counts[comment.thread_id] = total
        first[comment.thread_id].append(comment)
    return counts, first
