"""`/api/comments`: talking about posts."""

from apiflask import APIBlueprint

from ruanghijau.accounts.guard import maybe_signed_in, signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.comments import likes, listing, service
from ruanghijau.comments.listing import Thread
from ruanghijau.comments.schemas import (
    CommentChange,
    CommentCreated,
    CommentInput,
    CommentLikes,
    CommentOutput,
    CommentPage,
    CommentsQuery,
    CommentUpdated,
)
from ruanghijau.db.paging import Page
from ruanghijau.web.language import say
from ruanghijau.web.limits import limiter
from ruanghijau.web.schemas import Message

bp = APIBlueprint("comments", __name__, url_prefix="/api/comments", tag="Comments")


@bp.post("/add")
@limiter.limit("60 per minute")
@signed_in
@bp.input(CommentInput, arg_name="body")
@bp.output(CommentCreated, status_code=201)
@bp.doc(responses=[404, 409])
def add(me: Identity, body: CommentInput) -> CommentCreated:
    """Comment on a post, or answer a comment."""
    comment = service.add_comment(body.post_id, me.user_id, body.content, body.parent_comment_id)
    return CommentCreated(comment_id=comment.id, created_at=comment.created_at)


@bp.get("/<int:post_id>")
@maybe_signed_in
@bp.input(CommentsQuery, location="query", arg_name="query")
@bp.output(CommentPage)
def read(me: Identity | None, post_id: int, query: CommentsQuery) -> CommentPage:
    """The threads of a post with their first answers, or all the answers of one thread."""
    if query.thread:
        return _page(listing.replies(post_id, query.thread, me, query.request), me)
    return _page(listing.threads(post_id, me, query.request), me)


@bp.put("/<int:comment_id>")
@signed_in
@bp.input(CommentChange, arg_name="body")
@bp.output(CommentUpdated)
def edit(me: Identity, comment_id: int, body: CommentChange) -> CommentUpdated:
    """Change a comment; for its author or an administrator."""
    comment = service.edit_comment(comment_id, me, body.content)
    liked = likes.liked_by(me.user_id, [comment_id])
    return CommentUpdated(comment=CommentOutput.seen(Thread(comment), liked))


@bp.delete("/<int:comment_id>")
@signed_in
@bp.output(Message)
def delete(me: Identity, comment_id: int) -> Message:
    """Delete a comment with its answers; for its author or an administrator."""
    service.delete_comment(comment_id, me)
    return Message(message=say("comments.deleted"))


@bp.put("/<int:comment_id>/like")
@signed_in
@bp.output(CommentLikes)
def like(me: Identity, comment_id: int) -> CommentLikes:
    """Like a comment; liking it again changes nothing."""
    return CommentLikes(likes_count=likes.like(comment_id, me.user_id), liked_by_me=True)


@bp.delete("/<int:comment_id>/like")
@signed_in
@bp.output(CommentLikes)
def unlike(me: Identity, comment_id: int) -> CommentLikes:
    """Take a like back."""
    return CommentLikes(likes_count=likes.unlike(comment_id, me.user_id), liked_by_me=False)


def _page(page: Page[Thread], me: Identity | None) -> CommentPage:
    shown = [comment.id for thread in page.items for comment in (thread.comment, *thread.replies)]
    liked = likes.liked_by(me.user_id if me else None, shown)
    return CommentPage(
        comments=[CommentOutput.seen(thread, liked) for thread in page.items],
        total=page.total,
        page=page.page,
        next_cursor=page.next_cursor,
    )
