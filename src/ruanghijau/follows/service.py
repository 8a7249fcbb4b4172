"""Following people, and whom somebody follows."""

from sqlalchemy import Select, select

from ruanghijau.follows.models import Follow


def followees(user_id: int) -> Select[int]:
    """The ids of the people somebody follows, for use inside another statement."""
    return select(Follow.followee_id).where(Follow.follower_id == user_id)
