"""Wire shapes of posts."""

from typing import Annotated, Self

from pydantic import AliasChoices, Field

from ruanghijau.accounts.schemas import PublicUser
from ruanghijau.pictures import service as pictures
from ruanghijau.posts.categories import PostCategory
from ruanghijau.posts.models import Post, PostStatus
from ruanghijau.web.files import UploadedFile
from ruanghijau.web.schemas import (
    EMPTY_IS_NONE,
    Done,
    Id,
    Input,
    Line,
    Output,
    PageOutput,
    PageQuery,
    Timestamp,
    Words,
)

MAX_CONTENT = 20_000


class PostInput(Input):
    title: Line = Field("", max_length=255, examples=["Sampah plastik di pantai"])
    content: Words = Field(max_length=MAX_CONTENT, examples=["Kita perlu aksi nyata."])
    image: UploadedFile = Field(None, validation_alias=AliasChoices("image", "image_file"))
    """A picture: JPEG, PNG, WebP or HEIC. `image_file` is accepted as well."""
    category: Annotated[PostCategory | None, EMPTY_IS_NONE] = None
    status: PostStatus = PostStatus.published


class PostChange(Input):
    """Fields left out stay as they are."""

    title: Line | None = Field(None, max_length=255, examples=["Pantai sudah bersih"])
    # By factories, which the document does not show: nothing is set to these where a field is left out.
    content: Words = Field(default_factory=str, max_length=MAX_CONTENT, examples=["Terima kasih, semuanya."])
    category: PostCategory | None = None
    status: PostStatus = Field(default_factory=lambda: PostStatus.published)


class FeedQuery(PageQuery):
    category: PostCategory | None = None
    author_id: Id | None = None
    q: Words | None = Field(None, max_length=100)
    """Words that the post contains."""
    following: bool = False
    """Only posts of people the caller follows; needs a token."""


class OwnPostsQuery(PageQuery):
    status: PostStatus = PostStatus.draft


class PostOutput(Output):
    id: int
    title: str | None
    content: str
    image_url: str | None
    thumbnail_url: str | None = None
    category: str | None
    status: PostStatus
    likes_count: int
    comments_count: int
    shares_count: int
    liked_by_me: bool = False
    author: PublicUser
    created_at: Timestamp
    published_at: Timestamp | None
    updated_at: Timestamp

    @classmethod
    def seen(cls, post: Post, liked: bool) -> Self:
        return cls(
            **{name: getattr(post, name) for name in _PLAIN},
            image_url=pictures.url(post.image_url),
            thumbnail_url=pictures.thumbnail_url(post.image_url),
            liked_by_me=liked,
            author=PublicUser.of(post.author),
        )


_PLAIN = (
    "id", "title", "content", "category", "status", "likes_count", "comments_count",
    "shares_count", "created_at", "published_at", "updated_at",
)  # fmt: skip


class PostCreated(Done):
    post_id: int
    image_url: str | None
    created_at: Timestamp

    @classmethod
    def of(cls, source: Post) -> Self:
        image_url = pictures.url(source.image_url)
        return cls(post_id=source.id, image_url=image_url, created_at=source.created_at)


class PostPage(PageOutput):
    posts: list[PostOutput]


class PostDetail(Output):
    post_data: PostOutput
    comments_count: int


class PostUpdated(Done):
    updated_post: PostOutput


class Likes(Done):
    likes_count: int
    liked_by_me: bool


class Shares(Done):
    shares_count: int
