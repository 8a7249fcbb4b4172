"""Writing, changing and deleting posts."""

from sqlalchemy import update
from sqlalchemy.orm import joinedload

from ruanghijau.accounts.identity import Identity
from ruanghijau.db import session
from ruanghijau.errors import NotFound
from ruanghijau.pictures import service as pictures
from ruanghijau.posts.models import Post, PostStatus


def create_post(
    user_id: int,
    title: str | None,
    content: str,
    *,
    category: str | None = None,
    image_key: str | None = None,
    status: PostStatus = PostStatus.published,
) -> Post:
    """Share something, or keep it as a draft."""
    post = Post(user_id=user_id, title=title, content=content, category=category, image_url=image_key)
    post.set_status(status)
    session().add(post)
    session().flush()
    return post


def read_post(post_id: int, me: Identity | None) -> Post:
    """A post that this person may see: a published one, or any of their own. Raises `NotFound`."""
    post = session().get(Post, post_id, options=[joinedload(Post.author)])
    if post is None or post.deleted_at is not None or not _may_see(post, me):
        raise NotFound("POST_NOT_FOUND")
    return post


def lock_visible(post_id: int) -> Post:
    """A published post, locked: whoever counts something on it takes turns. Raises `NotFound`."""
    post = session().get(Post, post_id, with_for_update=True, populate_existing=True)
    if post is None or not post.is_visible:
        raise NotFound("POST_NOT_FOUND")
    return post


def edit_post(post_id: int, me: Identity, changes: dict[str, object]) -> Post:
    """Change the given fields. Raises `Forbidden` unless `me` wrote it or is an administrator."""
    post = _own_post(post_id, me)
    if "image_key" in changes:
        pictures.remove(post.image_url)
        post.image_url = changes.pop("image_key")  # type: ignore[assignment]
    if status := changes.pop("status", None):
        post.set_status(PostStatus(str(status)))
    for field, value in changes.items():
        setattr(post, field, value)
    session().flush()
    return post


def delete_post(post_id: int, me: Identity) -> None:
    """Take a post away; its comments are no longer reachable either."""
    _own_post(post_id, me).delete()


def share_post(post_id: int) -> int:
    """Count one share; returns how many there are."""
    post = lock_visible(post_id)
    return count(post, shares_count=1)


def count(post: Post, **change: int) -> int:
    """Move one counter of a locked post; returns its new value. An edit is something else."""
    ((name, step),) = change.items()
    moved = {name: getattr(Post, name) + step, "updated_at": Post.updated_at}
    session().execute(update(Post).where(Post.id == post.id).values(moved))
    session().refresh(post, [name])
    return int(getattr(post, name))


def _own_post(post_id: int, me: Identity) -> Post:
    post = session().get(Post, post_id, with_for_update=True, options=[joinedload(Post.author)])
    if post is None or post.deleted_at is not None or not _may_see(post, me):
        raise NotFound("POST_NOT_FOUND")
    me.require_owner(post.user_id)
    return post


def _may_see(post: Post, me: Identity | None) -> bool:
    if post.is_visible:
        return True
    return me is not None and (me.is_admin or me.user_id == post.user_id)
