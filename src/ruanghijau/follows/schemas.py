"""Wire shapes of profiles and follows."""

from typing import Self

from ruanghijau.accounts.models import User
from ruanghijau.accounts.schemas import PublicUser
from ruanghijau.pictures.links import PictureUrl
from ruanghijau.web.schemas import Done, Output, PageOutput, Timestamp


class Profile(Output):
    """What everybody may see of a person."""

    id: int
    username: str
    full_name: str | None
    profile_picture_url: PictureUrl
    bio: str | None
    city: str | None
    role: str
    is_verified: bool
    followers_count: int
    following_count: int
    followed_by_me: bool
    created_at: Timestamp

    @classmethod
    def seen(cls, user: User, counts: tuple[int, int], followed: bool) -> Self:
        return cls(
            id=user.id,
            username=user.username,
            full_name=user.full_name,
            profile_picture_url=user.profile_picture_url,
            bio=user.bio,
            city=user.city,
            role=user.role,
            is_verified=user.is_verified,
            followers_count=counts[0],
            following_count=counts[1],
            followed_by_me=followed,
            created_at=user.created_at,
        )


class Following(Done):
    following: bool
    followers_count: int


class PeoplePage(PageOutput):
    people: list[PublicUser]
