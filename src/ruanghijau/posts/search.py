"""Finding posts by their words."""

from sqlalchemy import ColumnElement, and_, or_

from ruanghijau.posts.models import Post


def matches(text: str) -> ColumnElement[bool]:
    """Posts whose title or content has every word of `text`, in any place."""
    return and_(*(_has(word) for word in text.split()))


def _has(word: str) -> ColumnElement[bool]:
    return or_(Post.title.icontains(word, autoescape=True), Post.content.icontains(word, autoescape=True))
