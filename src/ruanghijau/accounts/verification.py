"""Proving that an e-mail address belongs to its account."""

from itsdangerous import BadSignature, URLSafeTimedSerializer

from ruanghijau.accounts.models import User
from ruanghijau.db import session
from ruanghijau.errors import Forbidden
from ruanghijau.outbox import service as outbox
from ruanghijau.runtime import runtime

LINK_LIFETIME_SECONDS = 3 * 24 * 3600


def send_link(user: User) -> None:
    """Mail the link that proves the address, unless it is proved already."""
    if user.is_verified:
        return
    token = _signer().dumps([user.id, user.email])
    link = f"{runtime().settings.public_url}/akun/verifikasi?token={token}"
    outbox.enqueue(user.email, "verify_email", user.language, user_id=user.id, name=user.username, link=link)


def confirm(token: str) -> User:
    """Mark the address in the token as proved; the same link may be followed twice."""
    try:
        user_id, email = _signer().loads(token, max_age=LINK_LIFETIME_SECONDS)
        user = session().get(User, int(user_id))
    except (BadSignature, ValueError, TypeError) as error:
        raise Forbidden("LINK_INVALID") from error
    if user is None or user.deleted_at is not None or user.email != email:
        raise Forbidden("LINK_INVALID")
    user.is_verified = True
    return user


def _signer() -> URLSafeTimedSerializer:
    secret = runtime().settings.secret_key.get_secret_value()
    return URLSafeTimedSerializer(secret, salt="verify-email")
