"""Lists of posts: the feed, one person's posts, one's own drafts."""

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from ruanghijau.db.paging import Page, PageRequest, paginate
from ruanghijau.follows import service as follows
from ruanghijau.posts import search
from ruanghijau.posts.models import Post, PostStatus

NEWEST = (Post.published_at, Post.id)


@dataclass(frozen=True)
class FeedFilter:
    """What to show; empty fields do not filter. `followed_by` is the person whose follows count."""

    category: str | None = None
    author_id: int | None = None
    text: str | None = None
    followed_by: int | None = None


def feed(wanted: FeedFilter, page: PageRequest) -> Page[Post]:
    """Published posts, the newest first. Three statements, whatever the length of the page."""
    statement = _visible()
    if wanted.category:
        statement = statement.where(Post.category == wanted.category)
    if wanted.author_id:
        statement = statement.where(Post.user_id == wanted.author_id)
    if wanted.text:
        statement = statement.where(search.matches(wanted.text))
    if wanted.followed_by:
        statement = statement.where(Post.user_id.in_(follows.followees(wanted.followed_by)))
    return paginate(statement, NEWEST, page, options=[joinedload(Post.author)])


def own_posts(user_id: int, status: PostStatus, page: PageRequest) -> Page[Post]:
    """One's own posts of one status: drafts and archived ones are seen only here."""
    statement = select(Post).where(Post.user_id == user_id, Post.deleted_at.is_(None), Post.status == status)
    return paginate(statement, (Post.id,), page, options=[joinedload(Post.author)])


def _visible() -> Select[Post]:
    return select(Post).where(Post.deleted_at.is_(None), Post.status == PostStatus.published)
