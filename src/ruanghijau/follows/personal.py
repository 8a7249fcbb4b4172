"""What this room holds on a person, and how it forgets them."""

from typing import Any

from sqlalchemy import delete, or_, select

from ruanghijau.accounts.models import User
from ruanghijau.db import session
from ruanghijau.db.records import records
from ruanghijau.follows.models import Follow


def export_person(user_id: int) -> dict[str, Any]:
    following = (
        select(User.username, Follow.created_at)
        .join(User, User.id == Follow.followee_id)
        .where(Follow.follower_id == user_id)
    )
    followers = (
        select(User.username, Follow.created_at)
        .join(User, User.id == Follow.follower_id)
        .where(Follow.followee_id == user_id)
    )
    return {"following": records(following), "followers": records(followers)}


def erase_person(user_id: int) -> None:
    """Let the person follow nobody, and nobody follow them."""
    either = or_(Follow.follower_id == user_id, Follow.followee_id == user_id)
    session().execute(delete(Follow).where(either))
