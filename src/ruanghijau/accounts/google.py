"""Signing in with Google: finding, linking or making the account of a verified Google identity."""

import secrets

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from ruanghijau.accounts import service, sessions
from ruanghijau.accounts.models import NO_PASSWORD, User
from ruanghijau.db import session
from ruanghijau.errors import Conflict, Forbidden, NotFound, Unauthenticated, Unavailable
from ruanghijau.gateways.google import GoogleIdentity, GoogleTokenRejected, GoogleUnreachable
from ruanghijau.runtime import runtime


def verify(token: str) -> GoogleIdentity:
    """The identity in a Google ID token. Raises when it is not genuine, or its address is unproved."""
    google = runtime().google
    if google is None:
        raise NotFound("GOOGLE_NOT_CONFIGURED")
    try:
        identity = google.verify(token)
    except GoogleTokenRejected as error:
        raise Unauthenticated("GOOGLE_TOKEN_INVALID") from error
    except GoogleUnreachable as error:
        raise Unavailable("GOOGLE_UNREACHABLE") from error
    if not identity.email_verified:
        raise Forbidden("GOOGLE_EMAIL_UNVERIFIED")
    return identity


def find_or_create(identity: GoogleIdentity, language: str) -> tuple[User, bool]:
    """The account of this identity, and whether it is new."""
    email = service.normalise_email(identity.email)
    if known := _by_subject(identity.subject):
        return known, False
    if holder := service.by_email(email):
        _link(holder, identity)
        return holder, False
    try:
        with session().begin_nested():
            return _create(identity, email, language), True
    except IntegrityError as error:  # the same person was faster on another device
        if known := _by_subject(identity.subject):
            return known, False
        raise Conflict("ACCOUNT_EXISTS") from error


def _by_subject(subject: str) -> User | None:
    return session().scalar(select(User).where(User.google_subject == subject))


def _link(user: User, identity: GoogleIdentity) -> None:
    if not user.is_verified and user.has_password:
        # Whoever chose this password never proved the address; Google's word proves it for somebody
        # else, perhaps. The password and every session made with it must not outlive that.
        user.password_hash = NO_PASSWORD
        sessions.end_all(user.id)
    user.google_subject = identity.subject
    user.is_verified = True


def _create(identity: GoogleIdentity, email: str, language: str) -> User:
    user = User(
        email=email,
        password_hash=NO_PASSWORD,
        username=_free_username(email),
        full_name=(identity.name or "")[:255] or None,
        google_subject=identity.subject,
        is_verified=True,
        language=language,
    )
    session().add(user)
    session().flush()
    return user


def _free_username(email: str) -> str:
    wanted = service.username_from(email)
    if service.username_is_free(wanted):
        return wanted
    return f"{wanted[:20]}.{secrets.token_hex(4)}"
