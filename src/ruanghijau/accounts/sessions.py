"""Signing in, staying signed in, and signing out.

A sign-in starts a session: one access token (a day) and one refresh token (a week), which is spent at each
use and replaced. A spent one shown again means that two parties hold it; then the whole session ends.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask_jwt_extended import create_access_token, create_refresh_token, decode_token
from flask_jwt_extended.exceptions import JWTExtendedException
from jwt import PyJWTError
from sqlalchemy import delete, select, update

from ruanghijau.accounts.models import AuthSession, User
from ruanghijau.db import now, session
from ruanghijau.errors import Forbidden, Unauthenticated
from ruanghijau.runtime import runtime


@dataclass(frozen=True)
class Tokens:
    """What a client keeps. `expires_in` is the access token's life in seconds."""

    user: User
    token: str
    refresh_token: str
    expires_in: int


def start(user: User, user_agent: str | None) -> Tokens:
    """Open a session for a person who has proved who they are. Raises `Forbidden` for a banned one."""
    if not user.is_active:
        raise Forbidden("ACCOUNT_BANNED")
    row = AuthSession(
        id=uuid.uuid4().hex,
        user_id=user.id,
        refresh_token_id="",
        user_agent=(user_agent or "")[:255] or None,
        expires_at=_refresh_expiry(),
    )
    session().add(row)
    return _issue(user, row)


def refresh(refresh_token: str) -> tuple[Tokens | None, str]:
    """Trade a refresh token for a new pair.

    Returns `(tokens, "")`, or `(None, code)` when refused: a refusal may have ended the session, and that
    has to be committed, which an exception would undo.
    """
    claims = _refresh_claims(refresh_token)
    row = session().get(AuthSession, claims["sid"], with_for_update=True)
    if row is None or not row.is_live:
        return None, "SESSION_ENDED"
    if row.refresh_token_id != claims["jti"]:
        row.revoke()
        return None, "REFRESH_TOKEN_REUSED"
    user = session().get_one(User, row.user_id)
    if not user.may_sign_in:
        row.revoke()
        return None, "SESSION_ENDED"
    row.expires_at = _refresh_expiry()
    return _issue(user, row), ""


def end(session_id: str) -> None:
    """Sign out: every token of this session stops working."""
    if row := session().get(AuthSession, session_id):
        row.revoke()


def end_all(user_id: int, *, except_session: str | None = None) -> None:
    """Sign a person out everywhere, as a changed password or a ban asks."""
    live = (AuthSession.user_id == user_id) & AuthSession.revoked_at.is_(None)
    statement = update(AuthSession).where(live).values(revoked_at=now())
    if except_session:
        statement = statement.where(AuthSession.id != except_session)
    session().execute(statement)


def purge_expired(limit: int = 1000) -> int:
    """Forget up to `limit` sessions that nobody can use any more; returns how many."""
    expired = select(AuthSession.id).where(AuthSession.expires_at < now()).limit(limit)
    found = session().scalars(expired).all()
    session().execute(delete(AuthSession).where(AuthSession.id.in_(found)))
    return len(found)


def user_of(session_id: str) -> User | None:
    """The person a live session belongs to; None when it ended, or when they left."""
    statement = (
        select(User)
        .join(AuthSession, AuthSession.user_id == User.id)
        .where(AuthSession.id == session_id, AuthSession.revoked_at.is_(None))
        .where(AuthSession.expires_at > now(), User.deleted_at.is_(None))
    )
    return session().scalar(statement)


def _issue(user: User, row: AuthSession) -> Tokens:
    settings = runtime().settings
    lifetime = timedelta(hours=settings.session_lifetime_hours)
    claims = {"sid": row.id, "role": user.role.value}
    access = create_access_token(str(user.id), expires_delta=lifetime, additional_claims=claims)
    renewal = create_refresh_token(
        str(user.id),
        expires_delta=timedelta(days=settings.session_refresh_days),
        additional_claims={"sid": row.id},
    )
    row.refresh_token_id = decode_token(renewal)["jti"]
    return Tokens(user, access, renewal, int(lifetime.total_seconds()))


def _refresh_claims(refresh_token: str) -> dict[str, str]:
    try:
        claims: dict[str, str] = decode_token(refresh_token)
    except (PyJWTError, JWTExtendedException, ValueError) as error:
        raise Unauthenticated("TOKEN_INVALID") from error
    if claims.get("type") != "refresh" or "sid" not in claims:
        raise Unauthenticated("TOKEN_INVALID")
    return claims


def _refresh_expiry() -> datetime:
    return now() + timedelta(days=runtime().settings.session_refresh_days)
