"""Passwords: kept as a hash, checked in constant time, replaced by mail when forgotten."""

import hashlib
from functools import cache

from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.security import check_password_hash, generate_password_hash

from ruanghijau.accounts import sessions
from ruanghijau.accounts.models import NO_PASSWORD, User
from ruanghijau.db import session
from ruanghijau.errors import Forbidden
from ruanghijau.outbox import service as outbox
from ruanghijau.runtime import runtime

RESET_LIFETIME_SECONDS = 3600


def hash_password(password: str) -> str:
    return generate_password_hash(password, method=runtime().settings.password_hash_method)


def matches(user: User | None, password: str) -> bool:
    """Whether this is the person's password; takes as long when there is no such person, or no password."""
    method = runtime().settings.password_hash_method
    known = user is not None and user.has_password
    stored = user.password_hash if user is not None and known else _nobodys_hash(method)
    return check_password_hash(stored, password) and known


def change(user_id: int, session_id: str, current: str, new: str) -> None:
    """Replace the password and sign out every other device. Raises `Forbidden` when `current` is wrong."""
    user = session().get_one(User, user_id, with_for_update=True)
    if user.has_password and not matches(user, current):
        raise Forbidden("WRONG_PASSWORD")
    _replace(user, new)
    sessions.end_all(user_id, except_session=session_id)


def send_reset(user: User | None) -> None:
    """Mail a link that sets a new password; for an unknown address the same work is done, and undone."""
    known = user is not None and user.may_sign_in
    reader = user if user is not None and known else _nobody()
    token = _signer().dumps([reader.id, _fingerprint(reader)])
    link = f"{runtime().settings.public_url}/akun/sandi-baru?token={token}"
    mail = outbox.enqueue(
        reader.email,
        "password_reset",
        reader.language,
        user_id=reader.id or None,
        name=reader.username,
        link=link,
    )
    if not known:
        session().flush()
        session().delete(mail)


def reset(token: str, new: str) -> None:
    """Set a new password with a mailed token, which works once, and sign out every device."""
    try:
        user_id, fingerprint = _signer().loads(token, max_age=RESET_LIFETIME_SECONDS)
        user = session().get(User, int(user_id), with_for_update=True)
    except (BadSignature, ValueError, TypeError) as error:
        raise Forbidden("LINK_INVALID") from error
    if user is None or not user.may_sign_in or fingerprint != _fingerprint(user):
        raise Forbidden("LINK_INVALID")
    _replace(user, new)
    user.is_verified = True  # whoever reads the mail owns the address
    sessions.end_all(user.id)


def _replace(user: User, new: str) -> None:
    user.password_hash = hash_password(new)


def _signer() -> URLSafeTimedSerializer:
    secret = runtime().settings.secret_key.get_secret_value()
    return URLSafeTimedSerializer(secret, salt="password-reset")


def _fingerprint(user: User) -> str:
    # Bound to the present hash: the token dies with the password it was to replace.
    return hashlib.sha256(user.password_hash.encode()).hexdigest()[:16]


def _nobody() -> User:
    return User(id=0, email="", username="", language="id", password_hash=NO_PASSWORD)


@cache
def _nobodys_hash(method: str) -> str:
    return generate_password_hash(NO_PASSWORD, method=method)
