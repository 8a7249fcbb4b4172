"""Wire shapes of comments."""

from typing import Self

from pydantic import Field

from ruanghijau.accounts.schemas import PublicUser
from ruanghijau.comments.listing import Thread
from ruanghijau.comments.models import Comment
from ruanghijau.web.schemas import Done, Id, Input, Output, PageOutput, PageQuery, Timestamp, Words

MAX_CONTENT = 2_000


class CommentInput(Input):
    post_id: Id
    content: Words = Field(max_length=MAX_CONTENT, examples=["Bagus sekali, di mana bisa ikut?"])
    parent_comment_id: Id | None = None
    """The comment that this one answers."""


class CommentChange(Input):
    content: Words = Field(max_length=MAX_CONTENT, examples=["Bagus sekali, kapan bisa ikut?"])


class CommentsQuery(PageQuery):
    thread: Id | None = None
    """Only the answers in the thread that this comment began."""


class CommentOutput(Output):
    id: int
    post_id: int
    parent_comment_id: int | None
    content: str
    likes_count: int
    liked_by_me: bool
    edited: bool
    author: PublicUser
    created_at: Timestamp
    updated_at: Timestamp
    replies_count: int
    replies: list["CommentOutput"]
    """The first answers; ask for the thread to read them all."""

    @classmethod
    def seen(cls, thread: Thread, liked: set[int]) -> Self:
        replies = [cls.seen(Thread(reply), liked) for reply in thread.replies]
        return cls._one(thread.comment, liked, thread.replies_count, replies)

    @classmethod
    def _one(cls, comment: Comment, liked: set[int], count: int, replies: list[Self]) -> Self:
        return cls(
            id=comment.id,
            post_id=comment.post_id,
            parent_comment_id=comment.parent_comment_id,
            content=comment.content,
            likes_count=comment.likes_count,
            liked_by_me=comment.id in liked,
            edited=comment.updated_at > comment.created_at,
            author=PublicUser.of(comment.author),
            created_at=comment.created_at,
            updated_at=comment.updated_at,
            replies_count=count,
            replies=list(replies),
        )


class CommentCreated(Done):
    comment_id: int
    created_at: Timestamp


class CommentUpdated(Done):
    comment: CommentOutput


class CommentPage(PageOutput):
    comments: list[CommentOutput]


class CommentLikes(Done):
    likes_count: int
    liked_by_me: bool
