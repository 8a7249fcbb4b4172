"""What this room holds on a person, and how it forgets them."""

from typing import Any

from sqlalchemy import delete, select

from ruanghijau.accounts.models import AuthSession, User
from ruanghijau.db import session
from ruanghijau.db.records import records
from ruanghijau.pictures import service as pictures

_PROFILE = (
    User.id, User.email, User.username, User.full_name, User.bio, User.phone_number, User.address,
    User.city, User.country, User.language, User.role, User.is_verified, User.is_active, User.google_subject,
    User.profile_picture_url, User.created_at, User.updated_at,
)  # fmt: skip
# Without the names of tokens: who reads an export must not be able to use it as a key.
_SESSION = (AuthSession.user_agent, AuthSession.created_at, AuthSession.expires_at, AuthSession.revoked_at)


def export_person(user_id: int) -> dict[str, Any]:
    (profile,) = records(select(*_PROFILE).where(User.id == user_id))
    profile["profile_picture_url"] = pictures.url(profile["profile_picture_url"])
    signed_in = select(*_SESSION).where(AuthSession.user_id == user_id).order_by(AuthSession.created_at)
    return {"profile": profile, "sessions": records(signed_in)}


def erase_person(user_id: int) -> None:
    """Sign the person out everywhere and leave a row that no longer says who they were."""
    session().execute(delete(AuthSession).where(AuthSession.user_id == user_id))
    user = session().get_one(User, user_id, with_for_update=True)
    pictures.remove(user.profile_picture_url)
    user.erase()
    session().flush()
