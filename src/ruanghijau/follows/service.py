"""Following people, and who follows whom."""

from sqlalchemy import ColumnElement, ScalarSelect, Select, delete, func, select

from ruanghijau.accounts import service as accounts
from ruanghijau.accounts.models import User
from ruanghijau.db import session
from ruanghijau.db.paging import Page, PageRequest, paginate
from ruanghijau.errors import Conflict
from ruanghijau.follows.models import Follow
from ruanghijau.notifications import service as notifications


def follow(follower_id: int, username: str) -> User:
    """Follow somebody; doing so again changes nothing. Raises `Conflict` for oneself."""
    other = accounts.get_by_username(username)
    if other.id == follower_id:
        raise Conflict("CANNOT_FOLLOW_SELF")
    accounts.lock_user(follower_id)  # one person's clicks take turns
    if _added(follower_id, other.id):
        notifications.notify(other.id, "follow", follower_id, actor_id=follower_id)
    return other


def unfollow(follower_id: int, username: str) -> User:
    """Stop following somebody; nothing happens where one did not."""
    other = accounts.get_by_username(username)
    accounts.lock_user(follower_id)
    session().execute(delete(Follow).where(Follow.follower_id == follower_id, Follow.followee_id == other.id))
    return other


def followees(user_id: int) -> Select[int]:
    """The ids of the people somebody follows, for use inside another statement."""
    return select(Follow.followee_id).where(Follow.follower_id == user_id)


def follows(follower_id: int | None, followee_id: int) -> bool:
    return follower_id is not None and session().get(Follow, (follower_id, followee_id)) is not None


def counts(user_id: int) -> tuple[int, int]:
    """How many people follow somebody, and how many they follow: as many as the two lists show."""
    followers, following = _size(_followers(user_id)), _size(followees(user_id))
    row = session().execute(select(followers, following)).one()
    return int(row[0]), int(row[1])


def followers_of(username: str, page: PageRequest) -> Page[User]:
    """The people who follow somebody."""
    other = accounts.get_by_username(username)
    return _people(_followers(other.id), page)


def followed_by(username: str, page: PageRequest) -> Page[User]:
    """The people somebody follows."""
    return _people(followees(accounts.get_by_username(username).id), page)


def _followers(user_id: int) -> Select[int]:
    return select(Follow.follower_id).where(Follow.followee_id == user_id)


def _people(ids: Select[int], page: PageRequest) -> Page[User]:
    return paginate(select(User).where(*_present(ids)), (User.id,), page)


def _size(ids: Select[int]) -> ScalarSelect[int]:
    return select(func.count()).where(*_present(ids)).scalar_subquery()


def _present(ids: Select[int]) -> tuple[ColumnElement[bool], ...]:
    """Those of these people who are here and not banned."""
    return User.id.in_(ids), User.deleted_at.is_(None), User.is_active.is_(True)


def _added(follower_id: int, followee_id: int) -> bool:
    if follows(follower_id, followee_id):
        return False
    session().add(Follow(follower_id=follower_id, followee_id=followee_id))
    session().flush()
    return True
