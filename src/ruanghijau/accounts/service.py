"""Registering, signing in with a password, and profiles."""

import re
from collections.abc import Collection, Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.exc import IntegrityError

from ruanghijau.accounts import passwords, verification
from ruanghijau.accounts.models import Role, User
from ruanghijau.db import session
from ruanghijau.errors import Conflict, FieldError, NotFound, Unauthenticated
from ruanghijau.pictures import service as pictures

USERNAME_PATTERN = r"^[a-z0-9](?:[a-z0-9._]{1,28})[a-z0-9]$"
# Names that would pass for the platform's own voice or for a page of it.
RESERVED_USERNAMES = frozenset(
    [
        "admin",
        "administrator",
        "akun",
        "api",
        "app",
        "bantuan",
        "moderator",
        "ruanghijau",
        "ruang.hijau",
        "root",
        "support",
        "system",
    ]
)
PROFILE_FIELDS = ("full_name", "bio", "phone_number", "address", "city", "country", "language")


def register(email: str, password: str, username: str, full_name: str, language: str) -> User:
    """Make an account and mail the link that proves its address. Raises `Conflict` for a taken name."""
    _refuse_taken(email, username)
    user = User(
        email=email,
        password_hash=passwords.hash_password(password),
        username=username,
        full_name=full_name or None,
        language=language,
    )
    try:
        with session().begin_nested():
            session().add(user)
    except IntegrityError as error:  # somebody else was faster between the check and here
        raise Conflict("ACCOUNT_EXISTS") from error
    verification.send_link(user)
    return user


def authenticate(email: str, password: str) -> User:
    """The person with this address and password; the refusal does not say which of the two is wrong."""
    user = by_email(email)
    if not passwords.matches(user, password) or user is None:
        raise Unauthenticated("INVALID_CREDENTIALS")
    return user


def by_email(email: str) -> User | None:
    """The person with exactly this address: MySQL alone would also take `sári@` for `sari@`."""
    user = session().scalar(select(User).where(User.email == email, User.deleted_at.is_(None)))
    return user if user is not None and user.email == email else None


def get_user(user_id: int) -> User:
    """A person who is still here. Raises `NotFound`."""
    user = session().get(User, user_id)
    if user is None or user.deleted_at is not None:
        raise NotFound("USER_NOT_FOUND")
    return user


def present(user_ids: Collection[int]) -> Sequence[User]:
    """Those of these people who are here and not banned."""
    here = User.id.in_(user_ids), User.deleted_at.is_(None), User.is_active.is_(True)
    return session().scalars(select(User).where(*here)).all()


def lock_user(user_id: int) -> User:
    """A person who is still here, as they are now, locked. Raises `NotFound`."""
    user = session().get(User, user_id, with_for_update=True, populate_existing=True)
    if user is None or user.deleted_at is not None:
        raise NotFound("USER_NOT_FOUND")
    return user


def require_another_admin(user_id: int) -> None:
    """Raise `Conflict` unless somebody else administers the platform too; admins who leave take turns."""
    admins = User.role == Role.admin, User.deleted_at.is_(None), User.is_active.is_(True)
    found = session().scalars(select(User.id).where(*admins)).all()
    locked = select(User.id).where(User.id.in_(found), *admins).order_by(User.id).with_for_update()
    if not {*session().scalars(locked)} - {user_id}:
        raise Conflict("LAST_ADMIN")


def get_by_username(username: str) -> User:
    statement = select(User).where(User.username == username, User.deleted_at.is_(None))
    user = session().scalar(statement)
    if user is None or user.username != username or not user.is_active:
        raise NotFound("USER_NOT_FOUND")
    return user


def update_profile(user_id: int, changes: dict[str, str | None]) -> User:
    """Set the given profile fields and leave the others as they are."""
    user = get_user(user_id)
    for field in PROFILE_FIELDS:
        if field in changes:
            setattr(user, field, changes[field])
    return user


def set_picture(user_id: int, key: str | None) -> User:
    """Replace or remove the profile picture; the one before is deleted."""
    user = get_user(user_id)
    pictures.remove(user.profile_picture_url)
    user.profile_picture_url = key
    return user


def count_people() -> int:
    """How many people are here."""
    return session().scalar(select(func.count()).where(User.deleted_at.is_(None))) or 0


def normalise_email(email: str) -> str:
    return email.strip().lower()


def username_is_free(username: str) -> bool:
    if username in RESERVED_USERNAMES:
        return False
    return session().scalar(select(User.id).where(User.username == username)) is None


def username_from(email: str) -> str:
    """A valid username made of the local part of an address."""
    name = re.sub(r"[^a-z0-9._]", "", email.partition("@")[0].lower()).strip("._")[:30]
    return name if re.match(USERNAME_PATTERN, name) else "warga." + re.sub(r"\W", "", name)[:20] + "x"


def _refuse_taken(email: str, username: str) -> None:
    taken = session().execute(
        select(User.email, User.username).where(or_(User.email == email, User.username == username))
    )
    details = []
    for row in taken:
        if row.email == email:
            details.append(FieldError("email", "email_taken"))
        if row.username == username:
            details.append(FieldError("username", "username_taken"))
    if username in RESERVED_USERNAMES:
        details.append(FieldError("username", "username_taken"))
    if details:
        raise Conflict("ACCOUNT_EXISTS", details)
