"""`/api/posts`: sharing, the feed, likes and shares."""

from apiflask import APIBlueprint

from ruanghijau.accounts.guard import maybe_signed_in, signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.db.paging import Page
from ruanghijau.errors import Unauthenticated
from ruanghijau.pictures import service as pictures
from ruanghijau.posts import feed, likes, service
from ruanghijau.posts.feed import FeedFilter
from ruanghijau.posts.models import Post
from ruanghijau.posts.schemas import (
    FeedQuery,
    Likes,
    OwnPostsQuery,
    PostChange,
    PostCreated,
    PostDetail,
    PostInput,
    PostOutput,
    PostPage,
    PostUpdated,
    Shares,
)
from ruanghijau.web.language import say
from ruanghijau.web.limits import limiter
from ruanghijau.web.schemas import Message

bp = APIBlueprint("posts", __name__, url_prefix="/api/posts", tag="Posts")


@bp.post("/create")
@limiter.limit("30 per hour")
@signed_in
@bp.input(PostInput, location="form_and_files", arg_name="form")
@bp.output(PostCreated, status_code=201)
def create(me: Identity, form: PostInput) -> PostCreated:
    """Share a post, with or without a picture."""
    key = pictures.store(form.image.stream, "posts") if form.image else None
    post = service.create_post(
        me.user_id,
        form.title or None,
        form.content,
        category=form.category,
        image_key=key,
        status=form.status,
    )
    return PostCreated.of(post)


@bp.get("/feed")
@maybe_signed_in
@bp.input(FeedQuery, location="query", arg_name="query")
@bp.output(PostPage)
def read_feed(me: Identity | None, query: FeedQuery) -> PostPage:
    """Published posts, the newest first; filtered and searched if asked."""
    if query.following and me is None:
        raise Unauthenticated
    followed_by = me.user_id if me and query.following else None
    wanted = FeedFilter(query.category, query.author_id, query.q, followed_by)
    return _page(feed.feed(wanted, query.request), me)


@bp.get("/mine")
@signed_in
@bp.input(OwnPostsQuery, location="query", arg_name="query")
@bp.output(PostPage)
def read_mine(me: Identity, query: OwnPostsQuery) -> PostPage:
    """One's own posts of one status, drafts unless asked otherwise."""
    return _page(feed.own_posts(me.user_id, query.status, query.request), me)


@bp.get("/<int:post_id>")
@maybe_signed_in
@bp.output(PostDetail)
def read(me: Identity | None, post_id: int) -> PostDetail:
    """One post."""
    shown = _seen(service.read_post(post_id, me), me)
    return PostDetail(post_data=shown, comments_count=shown.comments_count)


@bp.put("/<int:post_id>")
@signed_in
@bp.input(PostChange, arg_name="body")
@bp.output(PostUpdated)
def update(me: Identity, post_id: int, body: PostChange) -> PostUpdated:
    """Change a post, publish a draft, or archive; for its author or an administrator."""
    post = service.edit_post(post_id, me, body.model_dump(exclude_unset=True))
    return PostUpdated(updated_post=_seen(post, me))


@bp.delete("/<int:post_id>")
@signed_in
@bp.output(Message)
def delete(me: Identity, post_id: int) -> Message:
    """Delete a post; for its author or an administrator."""
    service.delete_post(post_id, me)
    return Message(message=say("posts.deleted"))


@bp.put("/<int:post_id>/like")
@signed_in
@bp.output(Likes)
def like(me: Identity, post_id: int) -> Likes:
    """Like a post; liking it again changes nothing."""
    return Likes(likes_count=likes.like(post_id, me.user_id), liked_by_me=True)


@bp.delete("/<int:post_id>/like")
@signed_in
@bp.output(Likes)
def unlike(me: Identity, post_id: int) -> Likes:
    """Take a like back."""
    return Likes(likes_count=likes.unlike(post_id, me.user_id), liked_by_me=False)


@bp.post("/<int:post_id>/share")
@limiter.limit("60 per hour")
@maybe_signed_in
@bp.output(Shares)
def share(me: Identity | None, post_id: int) -> Shares:
    """Count that the post was passed on."""
    return Shares(shares_count=service.share_post(post_id))


def _seen(post: Post, me: Identity | None) -> PostOutput:
    liked = likes.liked_by(me.user_id if me else None, [post.id])
    return PostOutput.seen(post, post.id in liked)


def _page(page: Page[Post], me: Identity | None) -> PostPage:
    liked = likes.liked_by(me.user_id if me else None, [post.id for post in page.items])
    posts = [PostOutput.seen(post, post.id in liked) for post in page.items]
    return PostPage(posts=posts, total=page.total, page=page.page, next_cursor=page.next_cursor)
